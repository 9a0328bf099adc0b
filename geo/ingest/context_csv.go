package ingest

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// csv reads a table with a column for the latitude and one for the longitude,
// as ACLED exports it.
func (c *contextReader) csv(s string) error {
	rows := csv.NewReader(strings.NewReader(s))
	rows.Comma = separator([]byte(s))
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	rows.ReuseRecord = true
	first, err := rows.Read()
	if err != nil {
		return unknownForm("it is no table")
	}
	names := make([]string, len(first))
	have := map[string]bool{}
	for i, n := range first {
		names[i] = strings.ToLower(strings.TrimSpace(n))
		have[names[i]] = true
	}
	if !(have["latitude"] || have["lat"] || have["y"]) || !(have["longitude"] || have["lon"] || have["lng"] || have["long"] || have["x"]) {
		return unknownForm("it is a text or table without columns named latitude and longitude")
	}
	c.layer.Format = "CSV"
	acled := have["event_id_cnty"] && have["event_date"]
	if acled {
		c.layer.Format, c.layer.Publisher = "ACLED CSV", "ACLED"
		c.layer.Attribution, c.layer.Licence = "ACLED, acleddata.com", "ACLED terms of use"
	}
	for n := 1; ; n++ {
		row, err := rows.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				c.skip(n, pe.Err)
				continue
			}
			return err
		}
		t := texts{}
		for i, v := range row {
			if i < len(names) {
				t[names[i]] = v
			}
		}
		e := t.event()
		if acled {
			e.Title = strings.Join(fullOnly(t["sub_event_type"], t["location"]), ", ")
			e.Kind = t["event_type"]
		}
		ok := false
		if e.Point, ok = t.position(); !ok {
			c.skip(n, errNoPosition)
			continue
		}
		if err := c.add(n, e); err != nil {
			return err
		}
	}
}

// fullOnly is the texts that say anything.
func fullOnly(list ...string) []string {
	out := list[:0:0]
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

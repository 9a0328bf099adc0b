package export

import (
	"encoding/csv"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// writeCSV writes one row for each claim and place (RFC 4180): the columns of
// the GeoJSON form, with latitude and longitude behind the place.
func writeCSV(w io.Writer, d *Document) error {
	if d.BOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	const coordinates = 2 // stand after place and place_id
	t := reflect.TypeFor[properties]()
	var head []string
	for i := range t.NumField() {
		if i == coordinates {
			head = append(head, "latitude", "longitude")
		}
		head = append(head, t.Field(i).Tag.Get("json"))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	cells := make([]string, 0, len(head))
	for e := range d.Entries {
		hash := e.Article.TextHash()
		for r := range d.rows(e) {
			cells = cells[:0]
			v := reflect.ValueOf(r.properties(hash))
			for i := range t.NumField() {
				if i == coordinates {
					lat, lon := "", ""
					if r.located {
						lat, lon = number(lonLat(r.place)[1]), number(lonLat(r.place)[0])
					}
					cells = append(cells, lat, lon)
				}
				switch f := v.Field(i); f.Kind() {
				case reflect.String:
					cells = append(cells, cell(f.String()))
				case reflect.Float64:
					cells = append(cells, number(f.Float()))
				case reflect.Int:
					cells = append(cells, strconv.FormatInt(f.Int(), 10))
				case reflect.Bool:
					cells = append(cells, strconv.FormatBool(f.Bool()))
				}
			}
			if err := out.Write(cells); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// cell keeps spreadsheets from taking words for a formula: a text that begins
// like one gets an apostrophe before it, as OWASP advises ("CSV Injection").
func cell(s string) string {
	s = visible(s)
	if t := strings.TrimLeft(s, " \u00a0"); t != "" && strings.ContainsRune("=+-@\t\r\n|＝＋－＠", []rune(t)[0]) {
		return "'" + s
	}
	return s
}

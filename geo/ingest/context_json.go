package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"contested/geo"

	"github.com/paulmach/orb"
)

// json reads events in one of the JSON forms: GeoJSON (RFC 7946), or a list of
// events as Bellingcat and TimeMap have them, alone or under "events".
func (c *contextReader) json(s string) error {
	if s[0] == '[' {
		return c.eventList([]byte(s), nil)
	}
	var top struct {
		Type        string
		Name        string
		Publisher   looseString
		Attribution string
		Licence     string
		License     string
		CRS         json.RawMessage
		Features    json.RawMessage
		Events      json.RawMessage
		Sources     json.RawMessage
		Geometry    json.RawMessage
	}
	if err := json.Unmarshal([]byte(s), &top); err != nil {
		return wordJSON(err)
	}
	c.layer.Name, c.layer.Attribution, c.layer.Licence = flat(top.Name), flat(top.Attribution), first(flat(top.Licence), flat(top.License))
	c.layer.Publisher = flat(string(top.Publisher))
	switch {
	case top.Type == "FeatureCollection":
		if len(top.CRS) > 0 && !strings.Contains(string(top.CRS), "CRS84") && !strings.Contains(string(top.CRS), "4326") {
			return errors.New("its coordinates are no longitudes and latitudes (it names another reference system); save it as GeoJSON in WGS 84 (EPSG:4326)")
		}
		return c.features(top.Features)
	case top.Type == "Feature":
		return c.features([]byte("[" + s + "]"))
	case top.Events != nil:
		return c.eventList(top.Events, sourceLinks(top.Sources))
	}
	return unknownForm("it is JSON, but neither GeoJSON nor a list of events")
}

// texts are the values of a JSON object that are texts or numbers, by name in
// lower case.
type texts map[string]string

func textsOf(raw map[string]json.RawMessage) texts {
	t := texts{}
	for k, v := range raw {
		var s looseString
		if len(v) > 0 && v[0] != '{' && v[0] != '[' && json.Unmarshal(v, &s) == nil {
			t[strings.ToLower(k)] = string(s)
		}
	}
	return t
}

// pick is the first of the named values that says anything.
func (t texts) pick(names ...string) string {
	for _, n := range names {
		if s := strings.TrimSpace(t[n]); s != "" {
			return s
		}
	}
	return ""
}

// rest is every value that has no place of its own in an event, for those whose
// words stand under names that nobody foresaw.
func (t texts) rest(e geo.ContextEvent) string {
	var lines []string
	for k, v := range t {
		switch k {
		case "latitude", "lat", "y", "longitude", "lon", "lng", "long", "x", "date", "event_date":
			continue
		}
		if v = strings.TrimSpace(v); v != "" && v != e.Title && v != e.Ref && v != e.Kind && v != e.Link {
			lines = append(lines, k+": "+v)
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// event is the event that named values describe, but for its position.
func (t texts) event() geo.ContextEvent {
	e := geo.ContextEvent{
		Ref:   t.pick("id", "event_id_cnty", "event_id", "data_id", "fid", "ref"),
		Title: t.pick("title", "name", "headline", "label"),
		Text:  t.pick("description", "notes", "text", "summary", "comment", "comments", "body", "popup"),
		Kind:  t.pick("sub_event_type", "event_type", "category", "kind", "type", "status"),
		Link:  t.pick("url", "link", "href", "source_url", "geolocation", "source"),
	}
	for _, n := range []string{"date", "event_date", "datetime", "verifieddate", "timestamp", "when", "start", "begin", "published", "created", "time"} {
		if e.When = parseDate(t[n]); e.When.Known() {
			break
		}
	}
	if e.Text == "" {
		e.Text = t.rest(e)
	}
	return e
}

// position is the point that named values give.
func (t texts) position() (orb.Point, bool) {
	lon, err1 := strconv.ParseFloat(t.pick("longitude", "lon", "lng", "long", "x"), 64)
	lat, err2 := strconv.ParseFloat(t.pick("latitude", "lat", "y"), 64)
	return orb.Point{lon, lat}, err1 == nil && err2 == nil
}

// features reads the features of GeoJSON.
func (c *contextReader) features(raw []byte) error {
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return wordJSON(err)
	}
	c.layer.Format = "GeoJSON"
	for i, one := range list {
		var f struct {
			ID         looseString
			Geometry   *geometry
			Properties map[string]json.RawMessage
		}
		if err := json.Unmarshal(one, &f); err != nil {
			c.skip(i+1, wordJSON(err))
			continue
		}
		e := textsOf(f.Properties).event()
		e.Ref = first(string(f.ID), e.Ref)
		if f.Geometry == nil {
			c.skip(i+1, errNoPosition)
			continue
		}
		points, shape, err := f.Geometry.read()
		if err != nil {
			c.skip(i+1, err)
			continue
		}
		if shape != nil {
			if err := c.add(i+1, shaped(e, shape)); err != nil {
				return err
			}
		}
		for _, e.Point = range points {
			if err := c.add(i+1, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// geometry is a geometry of GeoJSON.
type geometry struct {
	Type        string
	Coordinates json.RawMessage
}

// read gives points, or one shape.
func (g *geometry) read() (points []orb.Point, shape orb.Geometry, err error) {
	var line [][]float64
	var lines [][][]float64
	var areas [][][][]float64
	var one []float64
	decode := func(v any) {
		if err = json.Unmarshal(g.Coordinates, v); err != nil {
			err = errors.New("its coordinates are not those of a " + short(g.Type))
		}
	}
	switch g.Type {
	case "Point":
		decode(&one)
		line = [][]float64{one}
	case "MultiPoint":
		decode(&line)
	case "LineString":
		decode(&line)
		lines = [][][]float64{line}
	case "MultiLineString":
		decode(&lines)
	case "Polygon":
		decode(&lines)
		areas = [][][][]float64{lines}
	case "MultiPolygon":
		decode(&areas)
	default:
		return nil, nil, fmt.Errorf("a geometry of the kind %q is not drawn", short(g.Type))
	}
	path := func(list [][]float64) []orb.Point {
		out := make([]orb.Point, 0, len(list))
		for _, p := range list {
			if len(p) < 2 {
				err = errNoPosition
				return nil
			}
			out = append(out, orb.Point{p[0], p[1]})
		}
		return out
	}
	switch g.Type {
	case "Point", "MultiPoint":
		points = path(line)
	case "LineString", "MultiLineString":
		var m orb.MultiLineString
		for _, l := range lines {
			m = append(m, path(l))
		}
		shape = m
	case "Polygon", "MultiPolygon":
		var m orb.MultiPolygon
		for _, a := range areas {
			var polygon orb.Polygon
			for _, ring := range a {
				polygon = append(polygon, closed(path(ring)))
			}
			m = append(m, polygon)
		}
		shape = m
	}
	if err == nil && len(points) == 0 && shape == nil {
		err = errNoPosition
	}
	return points, shape, err
}

// sourceLinks is the addresses of TimeMap's sources, by their ids.
func sourceLinks(raw json.RawMessage) map[string]string {
	type source struct {
		ID    looseString
		URL   string
		Paths []string
	}
	byID := map[string]source{}
	var list []source
	if json.Unmarshal(raw, &list) == nil {
		for _, s := range list {
			byID[string(s.ID)] = s
		}
	} else if json.Unmarshal(raw, &byID) != nil {
		return nil
	}
	out := map[string]string{}
	for id, s := range byID {
		out[id] = first(append([]string{webAddress(s.URL)}, s.Paths...)...)
	}
	return out
}

// eventList reads events as Bellingcat and TimeMap have them: positions are
// texts or numbers, dates month/day/year, sources addresses, objects with a
// "path", or ids.
func (c *contextReader) eventList(raw []byte, links map[string]string) error {
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return wordJSON(err)
	}
	bellingcat, read := false, 0
	for i, one := range list {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(one, &fields); err != nil {
			c.skip(i+1, wordJSON(err))
			continue
		}
		t := textsOf(fields)
		e := t.event()
		e.When = monthFirst(t.pick("date", "event_date"))
		place := t.pick("location", "place")
		if e.Title == "" {
			e.Title = place
		} else if place != "" && !strings.Contains(e.Title, place) {
			e.Title += ", " + place
		}
		var ids []string
		var sources []struct{ Path, URL string }
		if json.Unmarshal(fields["sources"], &sources) == nil {
			bellingcat = bellingcat || len(sources) > 0
			for _, s := range sources {
				e.Link = first(webAddress(e.Link), webAddress(s.Path), webAddress(s.URL))
			}
		} else if json.Unmarshal(fields["sources"], &ids) == nil {
			for _, id := range ids {
				e.Link = first(webAddress(e.Link), webAddress(id), webAddress(links[id]))
			}
		}
		var filters []struct{ Key, Value string }
		if json.Unmarshal(fields["filters"], &filters) == nil && len(filters) > 0 && e.Kind == "" {
			bellingcat = true
			e.Kind = filters[0].Value
		}
		var named bool
		if e.Point, named = t.position(); !named {
			if _, ok := fields["latitude"]; ok || fields["lat"] != nil || t["description"] != "" {
				read++
			}
			c.skip(i+1, errNoPosition)
			continue
		}
		read++
		if err := c.add(i+1, e); err != nil {
			return err
		}
	}
	if read == 0 {
		c.skipped = nil
		return unknownForm(`it is a JSON list, but its objects have no "latitude" and "longitude"`)
	}
	c.layer.Format = "TimeMap events"
	if bellingcat {
		c.layer.Format = "Bellingcat events"
		c.layer.Publisher = first(c.layer.Publisher, "Bellingcat")
	}
	return nil
}

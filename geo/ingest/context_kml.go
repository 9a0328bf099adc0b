package ingest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"contested/geo"

	"github.com/paulmach/orb"
)

// kml reads the placemarks of OGC KML 2.2 and 2.3, as GeoConfirmed publishes
// them. Links to other files, models, overlays and pictures are not followed.
func (c *contextReader) kml(s string) error {
	s = undeclare(s)
	if err := checkDepth(s); err != nil {
		return err
	}
	x := xml.NewDecoder(strings.NewReader(s))
	x.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	c.layer.Format = "KML"
	root, n := false, 0
	var folders []string
	for {
		t, err := x.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("the KML is broken: %s", short(strings.ReplaceAll(err.Error(), "\n", " ")))
		}
		e, ok := t.(xml.StartElement)
		if end, isEnd := t.(xml.EndElement); isEnd && (end.Name.Local == "Folder" || end.Name.Local == "Document") && len(folders) > 0 {
			folders = folders[:len(folders)-1]
		}
		if !ok {
			continue
		}
		if !root {
			if root = true; e.Name.Local != "kml" {
				return unknownForm("it is XML, but no KML")
			}
		}
		switch e.Name.Local {
		case "Folder", "Document":
			folders = append(folders, "")
		case "name":
			var name string
			if err := x.DecodeElement(&name, &e); err == nil && len(folders) > 0 {
				folders[len(folders)-1] = flat(name)
				c.named(flat(name), len(folders))
			}
		case "Placemark":
			n++
			var p placemark
			if err := x.DecodeElement(&p, &e); err != nil {
				return fmt.Errorf("the KML is broken: %s", short(strings.ReplaceAll(err.Error(), "\n", " ")))
			}
			kind := ""
			if len(folders) > 1 {
				kind = folders[len(folders)-1]
			}
			if err := c.placemark(n, p, kind); err != nil {
				return err
			}
		}
	}
	if !root || n == 0 {
		return errors.New("the KML holds no placemarks; if it only links to another file, get that one")
	}
	return nil
}

// named notes what the file calls itself.
func (c *contextReader) named(name string, depth int) {
	if depth == 1 && c.layer.Name == "" {
		c.layer.Name = name
	}
	if strings.Contains(strings.ToLower(name), "geoconfirmed") {
		c.layer.Publisher, c.layer.Format = "GeoConfirmed", "GeoConfirmed KML"
	}
}

// placemark is a Placemark of KML, as far as it is read.
type placemark struct {
	ID          string `xml:"id,attr"`
	Name        string `xml:"name"`
	Description string `xml:"description"`
	Link        struct {
		Href string `xml:"href,attr"`
	} `xml:"link"`
	When  string `xml:"TimeStamp>when"`
	Begin string `xml:"TimeSpan>begin"`
	End   string `xml:"TimeSpan>end"`
	Data  []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value"`
	} `xml:"ExtendedData>Data"`
	kmlShapes
	Multi []multiShape `xml:"MultiGeometry"`
}

// kmlShapes are the geometries that a placemark may have.
type kmlShapes struct {
	Points []string `xml:"Point>coordinates"`
	Lines  []string `xml:"LineString>coordinates"`
	Areas  []struct {
		Outer string   `xml:"outerBoundaryIs>LinearRing>coordinates"`
		Inner []string `xml:"innerBoundaryIs>LinearRing>coordinates"`
	} `xml:"Polygon"`
}

type multiShape struct {
	kmlShapes
	Multi []struct { // one level deeper, and no more
		kmlShapes
	} `xml:"MultiGeometry"`
}

func (c *contextReader) placemark(n int, p placemark, kind string) error {
	t := texts{}
	for _, d := range p.Data {
		t[strings.ToLower(d.Name)] = d.Value
	}
	e := t.event()
	e.Ref, e.Title, e.Kind = first(p.ID, e.Ref), first(flat(p.Name), e.Title), first(kind, e.Kind)
	e.Text = first(p.Description, e.Text)
	e.Link = first(webAddress(p.Link.Href), webAddress(e.Link), firstAddress(p.Description))
	switch {
	case p.When != "":
		e.When = kmlTime(p.When)
	case p.Begin != "" || p.End != "":
		from, to := kmlTime(p.Begin), kmlTime(p.End)
		if e.When = (geo.Interval{From: from.From, To: to.To}); !to.Known() {
			e.When.To = from.To
		} else if !from.Known() {
			e.When.From = to.From
		}
	case !e.When.Known():
		e.When = dateIn(e.Title)
	}
	all := []kmlShapes{p.kmlShapes}
	for _, m := range p.Multi {
		all = append(all, m.kmlShapes)
		for _, mm := range m.Multi {
			all = append(all, mm.kmlShapes)
		}
	}
	var lines orb.MultiLineString
	var areas orb.MultiPolygon
	found := false
	for _, k := range all {
		for _, s := range k.Points {
			if list := coordinates(s); len(list) > 0 {
				found = true
				one := e
				one.Point = list[0]
				if err := c.add(n, one); err != nil {
					return err
				}
			}
		}
		for _, s := range k.Lines {
			lines = append(lines, coordinates(s))
		}
		for _, a := range k.Areas {
			polygon := orb.Polygon{closed(coordinates(a.Outer))}
			for _, s := range a.Inner {
				polygon = append(polygon, closed(coordinates(s)))
			}
			areas = append(areas, polygon)
		}
	}
	if len(lines) > 0 {
		found = true
		if err := c.add(n, shaped(e, lines)); err != nil {
			return err
		}
	}
	if len(areas) > 0 {
		found = true
		if err := c.add(n, shaped(e, areas)); err != nil {
			return err
		}
	}
	if !found {
		c.skip(n, errNoPosition)
	}
	return nil
}

// coordinates reads KML's tuples "lon,lat[,height]"; what is no number makes
// the whole list none.
func coordinates(s string) []orb.Point {
	var out []orb.Point
	for tuple := range strings.FieldsSeq(s) {
		lonText, rest, ok := strings.Cut(tuple, ",")
		latText, _, _ := strings.Cut(rest, ",")
		lon, err1 := strconv.ParseFloat(lonText, 64)
		lat, err2 := strconv.ParseFloat(latText, 64)
		if !ok || err1 != nil || err2 != nil {
			return nil
		}
		out = append(out, orb.Point{lon, lat})
	}
	return out
}

// kmlTime reads a dateTime, date, gYearMonth or gYear of XML Schema.
func kmlTime(s string) geo.Interval {
	s = strings.TrimSpace(s)
	if t, err := time.Parse("2006", s); err == nil && plausible(t) {
		return geo.Interval{From: t, To: t.AddDate(1, 0, 0)}
	}
	return parseDate(s)
}

// firstAddress is the first web address in a text.
func firstAddress(s string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if i := strings.Index(s, scheme); i >= 0 {
			end := strings.IndexAny(s[i:], " \t\r\n\"'<>)]")
			if end < 0 {
				end = len(s) - i
			}
			return webAddress(s[i : i+end])
		}
	}
	return ""
}

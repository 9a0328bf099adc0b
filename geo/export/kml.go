package export

import (
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"

	"contested/geo"
)

// writeKML writes OGC KML 2.3: a folder for each article, a placemark for each
// claim and place, coloured by voice, with the article's date as its time span
// and the excerpt in its balloon. Nothing in it is loaded from elsewhere.
func writeKML(w io.Writer, d *Document) error {
	k := kmlWriter{w: w}
	title := d.Title
	if title == "" {
		title = "Contested: who claims what, where"
	}
	k.put(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<kml xmlns="http://www.opengis.net/kml/2.2">` + "\n<Document>\n")
	k.element("name", title)
	for _, v := range geo.Voices() {
		s := voiceStyles[v]
		bgr := strings.ToLower(s.colour[4:6] + s.colour[2:4] + s.colour[0:2])
		k.put(fmt.Sprintf("<Style id=\"%s\"><IconStyle><color>ff%s</color></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle></Style>\n", v, bgr))
	}
	for e := range d.Entries {
		if len(e.Claims) == 0 {
			continue
		}
		k.put("<Folder>\n")
		k.element("name", articleLine(e.Article))
		for r := range d.rows(e) {
			k.placemark(r)
		}
		k.put("</Folder>\n")
	}
	k.put("</Document>\n</kml>\n")
	return k.err
}

// articleLine names an article: "Title — Publisher, date".
func articleLine(a *geo.Article) string {
	s := a.Title
	if s == "" {
		s = articleRef(a)
	}
	if a.Publisher.Name != "" {
		s += " — " + a.Publisher.Name
	}
	if a.Published.Known() {
		s += ", " + a.Published.String()
	}
	return s
}

type kmlWriter struct {
	w   io.Writer
	err error
}

func (k *kmlWriter) put(s string) {
	if k.err == nil {
		_, k.err = io.WriteString(k.w, s)
	}
}

// element writes <name>text</name>; what XML does not allow becomes U+FFFD.
func (k *kmlWriter) element(name, text string) {
	k.put("<" + name + ">")
	if k.err == nil {
		k.err = xml.EscapeText(k.w, []byte(text))
	}
	k.put("</" + name + ">\n")
}

func (k *kmlWriter) placemark(r row) {
	a, c := r.article, r.claim
	name := r.placeName()
	if name == "" {
		name = "(no place named)"
	}
	k.put("<Placemark>\n")
	k.element("name", name)
	// A balloon is HTML inside XML: escaped twice.
	q := html.EscapeString
	balloon := fmt.Sprintf("<p><b>%s</b>: %s</p><blockquote>%s</blockquote><p>%s</p>",
		q(speaker(a, c)), q(said(c)), q(excerpt(a, c)), q(articleLine(a)))
	if a.URL != "" {
		balloon += fmt.Sprintf(`<p><a href="%s">%s</a></p>`, q(a.URL), q(a.URL))
	}
	if r.place.Approx {
		balloon += "<p>The position is approximate.</p>"
	}
	k.element("description", balloon)
	k.timeSpan(a.Published)
	k.put("<styleUrl>#" + c.Source.Voice().String() + "</styleUrl>\n")
	k.put("<ExtendedData>\n")
	for _, v := range [][2]string{
		{"source", c.Source.Name}, {"party", c.Source.Party.String()}, {"type", c.Type.String()}, {"polarity", c.Polarity.String()},
		{"modality", c.Modality.String()}, {"status", c.Status.String()}, {"excerpt", excerpt(a, c)}, {"claim_id", string(c.ID)},
		{"place_id", string(r.ref.Place)}, {"article_id", string(a.ID)},
	} {
		if v[1] != "" {
			k.put(`<Data name="` + v[0] + `">`)
			k.element("value", v[1])
			k.put("</Data>\n")
		}
	}
	k.put("</ExtendedData>\n")
	if r.located {
		k.put("<Point><coordinates>" + number(lonLat(r.place)[0]) + "," + number(lonLat(r.place)[1]) + "</coordinates></Point>\n")
	}
	k.put("</Placemark>\n")
}

// timeSpan writes when the article was published, as precisely as is known.
func (k *kmlWriter) timeSpan(iv geo.Interval) {
	if !iv.Known() {
		return
	}
	begin, end, ranged := strings.Cut(date(iv), "/")
	if !ranged {
		end = begin
	}
	k.put("<TimeSpan><begin>" + begin + "</begin><end>" + end + "</end></TimeSpan>\n")
}

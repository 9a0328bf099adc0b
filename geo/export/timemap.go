package export

import (
	"bytes"
	"encoding/json"
	"io"

	"contested/geo"
)

// timeMapEvent is an event as Forensic Architecture's TimeMap reads it:
// coordinates are strings, dates are month/day/year.
type timeMapEvent struct {
	ID           string   `json:"id"`
	Description  string   `json:"description"`
	Date         string   `json:"date"`
	Time         string   `json:"time"`
	Location     string   `json:"location"`
	Latitude     string   `json:"latitude"`
	Longitude    string   `json:"longitude"`
	Category     string   `json:"category"`
	Associations []string `json:"associations"`
	Sources      []string `json:"sources"`
	Comments     string   `json:"comments"`
}

type timeMapSource struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Paths       []string `json:"paths"`
	Type        string   `json:"type"`
	URL         string   `json:"url"`
	Author      string   `json:"author"`
	Date        string   `json:"date"`
	Description string   `json:"description"`
}

// writeTimeMap writes {"events": […], "sources": {…}}: TimeMap takes the two
// lists from two addresses. An event needs a date or a point; claims with
// neither are left to the other formats.
func writeTimeMap(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, `{"events":[`); err != nil {
		return err
	}
	var sources bytes.Buffer
	sep, comma := "\n", "\n"
	for e := range d.Entries {
		a := e.Article
		day, clock := "", ""
		if a.Published.Known() {
			day = a.Published.From.UTC().Format("01/02/2006")
			if a.Published.From.Equal(a.Published.To) {
				clock = a.Published.From.UTC().Format("15:04")
			}
		}
		used := false
		for r := range d.rows(e) {
			if day == "" && !r.located {
				continue
			}
			used = true
			c := r.claim
			ev := timeMapEvent{ID: string(c.ID), Description: speaker(a, c) + ": “" + excerpt(a, c) + "”", Date: day, Time: clock,
				Location: r.placeName(), Category: voiceStyles[c.Source.Voice()].name, Sources: []string{string(a.ID)},
				Associations: []string{c.Source.Party.String(), c.Type.String(), c.Status.String()}, Comments: said(c)}
			if r.ref.Place != "" {
				ev.ID += "/" + string(r.ref.Place)
			}
			if r.located {
				ev.Latitude, ev.Longitude = number(lonLat(r.place)[1]), number(lonLat(r.place)[0])
			}
			if err := writeItem(w, &sep, ev); err != nil {
				return err
			}
		}
		if used {
			if err := addSource(&sources, &comma, a, day); err != nil {
				return err
			}
		}
	}
	if _, err := io.WriteString(w, "\n],\"sources\":{"); err != nil {
		return err
	}
	if _, err := sources.WriteTo(w); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n}}\n")
	return err
}

func addSource(b *bytes.Buffer, comma *string, a *geo.Article, day string) error {
	s := timeMapSource{ID: string(a.ID), Title: a.Title, Paths: []string{}, Type: "Article", URL: a.URL,
		Author: a.Publisher.Name, Date: day, Description: "text sha256:" + a.TextHash()}
	v, err := json.Marshal(s)
	if err != nil {
		return err
	}
	b.WriteString(*comma + `"` + string(a.ID) + `":`)
	b.Write(v)
	*comma = ",\n"
	return nil
}

package geo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/paulmach/orb"
)

// ContextID names a context layer: a hash of where it came from and what is in it.
type ContextID string

// ContextLayer is a set of events that others have published, such as a list
// of geolocated incidents. It is shown beside the claims and never mixed with
// them: a context event has no source in the sense of a [Claim], no voice, no
// status, and contradicts nothing.
type ContextLayer struct {
	ID          ContextID
	Name        string // as the user calls it
	Publisher   string // who publishes the events; never empty
	Licence     string // terms of use, as the file or the user says; empty: not stated
	Attribution string // what the publisher wants printed; empty: the publisher's name
	Origin      string // file name or web address that it was read from
	Format      string // "Bellingcat events", "ACLED CSV" …
	Fetched     time.Time
	Hidden      bool // not drawn, and not in exports
	Events      []ContextEvent
}

// ContextEvent is one event of a context layer.
type ContextEvent struct {
	Ref   string   // the id that the publisher gave it; may be empty
	Title string   // one line
	Text  string   // the publisher's words, as plain text
	Kind  string   // the publisher's own category; may be empty
	When  Interval // may be unknown
	Point orb.Point
	Shape orb.Geometry // MultiLineString or MultiPolygon; nil: the point is all there is
	Link  string       // web address of the publisher's evidence; may be empty
}

// ErrNoEvents is returned by [NewContextLayer] for a layer without an event.
var ErrNoEvents = errors.New("no event with a position was found")

// NewContextLayer completes l with its ID. It fails when there is no event,
// when one has no position on the earth, or when nobody is named as publisher.
func NewContextLayer(l ContextLayer) (ContextLayer, error) {
	if len(l.Events) == 0 {
		return l, ErrNoEvents
	}
	if strings.TrimSpace(l.Publisher) == "" {
		return l, errors.New("it is not known who publishes these events; name the publisher")
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", l.Origin)
	for i := range l.Events {
		e := &l.Events[i]
		if err := e.Validate(); err != nil {
			return l, fmt.Errorf("event %d (%s): %w", i+1, e.Title, err)
		}
		fmt.Fprintf(h, "%q %q %q %q %v %v %v %q\n", e.Ref, e.Title, e.Text, e.Kind, e.When, e.Point, e.Shape, e.Link)
	}
	l.ID = ContextID(hex.EncodeToString(h.Sum(nil)[:12]))
	return l, nil
}

// Credit is what must be named wherever the layer is seen: its attribution or
// publisher, and the licence where one is stated.
func (l *ContextLayer) Credit() string {
	s := l.Attribution
	if s == "" {
		s = l.Publisher
	}
	if l.Licence != "" && !strings.Contains(s, l.Licence) {
		s += " (" + l.Licence + ")"
	}
	return s
}

// Validate reports why the event cannot be drawn, or nil.
func (e *ContextEvent) Validate() error {
	if !onEarth(e.Point) {
		return fmt.Errorf("longitude %g, latitude %g is no place on the earth", e.Point[0], e.Point[1])
	}
	bad := false
	check := func(list []orb.Point, least int) {
		bad = bad || len(list) < least
		for _, p := range list {
			bad = bad || !onEarth(p)
		}
	}
	switch g := e.Shape.(type) {
	case nil:
	case orb.MultiLineString:
		bad = len(g) == 0
		for _, line := range g {
			check(line, 2)
		}
	case orb.MultiPolygon:
		bad = len(g) == 0
		for _, polygon := range g {
			bad = bad || len(polygon) == 0
			for _, ring := range polygon {
				check(ring, 4)
				bad = bad || len(ring) > 0 && ring[0] != ring[len(ring)-1]
			}
		}
	default:
		return fmt.Errorf("a shape of the kind %s is not drawn", g.GeoJSONType())
	}
	if bad {
		return errors.New("its shape is empty, not closed, or leaves the earth")
	}
	return nil
}

func onEarth(p orb.Point) bool {
	return math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90 // false for what is no number
}

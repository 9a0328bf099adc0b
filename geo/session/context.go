package session

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

// ContextReport says what became of a file of others' events.
type ContextReport struct {
	Layer   geo.ContextLayer
	Skipped []ingest.Item
	New     bool // false: the document has had it before
	Err     error
}

// AddContext brings others' events into the document as a layer of their own, in
// the background. report is called once, on the job's goroutine, when it ends.
func (s *Session) AddContext(input string, o ingest.ContextOptions, report func(ContextReport)) error {
	return s.start("Read "+input, func(ctx context.Context) {
		r := s.AddContextNow(ctx, input, o)
		if report != nil {
			report(r)
		}
	})
}

// AddContextNow is [Session.AddContext] on the caller's goroutine.
func (s *Session) AddContextNow(ctx context.Context, input string, o ingest.ContextOptions) (r ContextReport) {
	if o.Now == nil {
		o.Now = s.config.Now
	}
	if r.Layer, r.Skipped, r.Err = ingest.Context(ctx, input, o); r.Err != nil {
		return r
	}
	before := len(s.State().Context)
	r.Err = s.act(func(p *project.Project) error {
		return p.AddContext("add context “"+r.Layer.Name+"”", r.Layer)
	})
	r.New = r.Err == nil && len(s.State().Context) > before
	return r
}

// RemoveContext takes a layer of others' events out of the document.
func (s *Session) RemoveContext(id geo.ContextID) error {
	l, ok := s.State().ContextLayer(id)
	if !ok {
		return errNoContext
	}
	return s.act(func(p *project.Project) error { return p.RemoveContext("remove context “"+l.Name+"”", id) })
}

// ShowContext draws a layer of others' events, or leaves it out of maps and
// exports.
func (s *Session) ShowContext(id geo.ContextID, shown bool) error {
	verb := "hide"
	if shown {
		verb = "show"
	}
	return s.changeContext(id, verb, func(l *geo.ContextLayer) { l.Hidden = !shown })
}

// DescribeContext names a layer of others' events anew, with its publisher and
// the terms on which it may be used.
func (s *Session) DescribeContext(id geo.ContextID, name, publisher, licence string) error {
	return s.changeContext(id, "describe", func(l *geo.ContextLayer) {
		l.Name, l.Publisher, l.Licence = strings.TrimSpace(name), strings.TrimSpace(publisher), strings.TrimSpace(licence)
	})
}

var errNoContext = errors.New("there is no such layer of context any more")

func (s *Session) changeContext(id geo.ContextID, verb string, change func(*geo.ContextLayer)) error {
	l, ok := s.State().ContextLayer(id)
	if !ok {
		return errNoContext
	}
	next := *l
	change(&next)
	return s.act(func(p *project.Project) error { return p.ChangeContext(verb+" context “"+next.Name+"”", next) })
}

// ContextLayer is the layer of others' events with the id.
func (s *State) ContextLayer(id geo.ContextID) (*geo.ContextLayer, bool) {
	for i := range s.Context {
		if s.Context[i].ID == id {
			return &s.Context[i], true
		}
	}
	return nil, false
}

// contextShown are the layers of others' events that are not hidden, with the
// events that the filter's time lets through. As with claims, what has no date is
// hidden by no filter, but is not known to have been by a moment.
func (s *State) contextShown() []*geo.ContextLayer {
	var out []*geo.ContextLayer
	period, until := s.Filter.Time, s.until
	for i := range s.Context {
		l := &s.Context[i]
		if l.Hidden {
			continue
		}
		if period.Known() || !until.IsZero() {
			some := *l
			some.Events = nil
			for _, e := range l.Events {
				if e.When.Overlaps(period) && (until.IsZero() || e.When.Known() && !e.When.From.After(until)) {
					some.Events = append(some.Events, e)
				}
			}
			if l = &some; len(l.Events) == 0 {
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// carriedLayer is a layer of others' events as far as a picture shows it: title,
// place and link of each, not the publisher's text.
type carriedLayer struct {
	Name        string                `json:"name"`
	Publisher   string                `json:"publisher"`
	Licence     string                `json:"licence,omitempty"`
	Attribution string                `json:"attribution,omitempty"`
	Origin      string                `json:"origin,omitempty"`
	Events      limited[carriedEvent] `json:"events"`
}

type carriedEvent struct {
	Title string              `json:"title"`
	Kind  string              `json:"kind,omitempty"`
	When  *geo.Interval       `json:"when,omitempty"`
	Point orb.Point           `json:"point"`
	Lines orb.MultiLineString `json:"lines,omitempty"`
	Areas orb.MultiPolygon    `json:"areas,omitempty"`
	Link  string              `json:"link,omitempty"`
}

// carryReach is how far beyond the picture events are carried, in dp: those that
// are drawn as one with an event at its edge.
const carryReach = 32

// contextCarried are the events that a picture of the view shows.
func (s *State) contextCarried(v view.Viewport) (out []carriedLayer) {
	seen := v.Expand(carryReach).Bound()
	if seen.Min[0] < -180 || seen.Max[0] > 180 { // the world is seen more than once
		seen.Min[0], seen.Max[0] = -180, 180
	}
	for _, l := range s.contextShown() {
		c := carriedLayer{Name: l.Name, Publisher: l.Publisher, Licence: l.Licence, Attribution: l.Attribution}
		if strings.Contains(l.Origin, "://") {
			c.Origin = l.Origin // no file name leaves the house
		}
		for i := range l.Events {
			e := &l.Events[i]
			x := carriedEvent{Title: e.Title, Kind: e.Kind, When: known(e.When), Point: e.Point, Link: e.Link}
			bound := e.Point.Bound()
			switch g := e.Shape.(type) {
			case orb.MultiLineString:
				x.Lines, bound = g, bound.Union(g.Bound())
			case orb.MultiPolygon:
				x.Areas, bound = g, bound.Union(g.Bound())
			}
			if seen.Intersects(bound) {
				c.Events = append(c.Events, x)
			}
		}
		if len(c.Events) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// layer is the layer as far as it was carried.
func (c *carriedLayer) layer() (geo.ContextLayer, error) {
	l := geo.ContextLayer{Name: c.Name, Publisher: c.Publisher, Licence: c.Licence, Attribution: c.Attribution, Origin: c.Origin}
	for _, x := range c.Events {
		e := geo.ContextEvent{Title: x.Title, Kind: x.Kind, When: when(x.When), Point: x.Point, Link: x.Link}
		if len(x.Lines) > 0 {
			e.Shape = x.Lines
		} else if len(x.Areas) > 0 {
			e.Shape = x.Areas
		}
		l.Events = append(l.Events, e)
	}
	l, err := geo.NewContextLayer(l)
	if err != nil {
		return l, fmt.Errorf("a layer of context cannot be drawn (%w)", err)
	}
	return l, nil
}

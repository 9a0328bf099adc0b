package project

import (
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"contested/geo"
)

// A reading is kept as a compact sequence of numbers and strings, because
// opening a document reads all of them. It can be made again from the article;
// nothing that the user did is in it.
//
// Form: the version, then the fields of geo.Reading in the order of the code
// below. Numbers are varints (signed ones zigzag), spans a distance from the
// last span's start and a length, strings either a new one (0, length, bytes) or
// the number of an earlier one. Enumerations are kept by name.
const codecVersion = 1

type encoder struct {
	b     []byte
	known map[string]uint64
	at    int // start of the last span
}

func encodeReading(r *geo.Reading) []byte {
	e := &encoder{b: make([]byte, 0, 1024), known: map[string]uint64{}}
	e.uint(codecVersion)
	e.string(string(r.Language))
	list(e, r.Mentions, func(m *geo.Mention) {
		e.span(m.Span)
		e.name(m.Use)
		e.string(string(m.Place))
		list(e, m.Candidates, func(c *geo.Candidate) {
			e.string(string(c.Place))
			e.int(int64(c.Score))
		})
		e.evidence(m.Why)
	})
	list(e, r.Speakers, func(s *geo.SpeakerMention) {
		e.span(s.Span)
		e.source(&s.Source)
		e.evidence(s.Why)
	})
	list(e, r.Attributions, func(a *geo.Attribution) {
		e.spans(a.Source)
		e.spans(a.Cue)
		e.spans(a.Content)
		e.string(a.Rule)
	})
	list(e, r.Claims, e.claim)
	return e.b
}

func (e *encoder) claim(c *geo.Claim) {
	e.string(string(c.ID))
	e.spans(c.Content)
	e.span(c.Excerpt)
	e.spans(c.Cue)
	e.spans(c.Speaker)
	e.source(&c.Source)
	e.bool(c.Via != nil)
	if c.Via != nil {
		e.source(c.Via)
	}
	list(e, c.Places, func(p *geo.PlaceRef) {
		e.string(string(p.Place))
		e.span(p.Span)
		e.name(p.Precision)
		e.bool(p.Anaphor)
		e.bool(p.Ambiguous)
	})
	e.name(c.Type)
	e.name(c.Actor)
	e.name(c.Polarity)
	e.name(c.Modality)
	e.name(c.Status)
	e.time(c.When.From)
	e.time(c.When.To)
	e.uint(math.Float64bits(c.Confidence))
	e.evidence(c.Why)
	e.bool(c.Manual)
}

func list[T any](e *encoder, items []T, f func(*T)) {
	e.uint(uint64(len(items)))
	for i := range items {
		f(&items[i])
	}
}

func (e *encoder) uint(v uint64) { e.b = binary.AppendUvarint(e.b, v) }
func (e *encoder) int(v int64)   { e.b = binary.AppendVarint(e.b, v) }

func (e *encoder) bool(v bool) {
	if v {
		e.b = append(e.b, 1)
	} else {
		e.b = append(e.b, 0)
	}
}

func (e *encoder) string(s string) {
	if i, ok := e.known[s]; ok {
		e.uint(i)
		return
	}
	e.known[s] = uint64(len(e.known) + 1)
	e.uint(0)
	e.uint(uint64(len(s)))
	e.b = append(e.b, s...)
}

// name writes an enumeration. A value that has no name is a mistake of the
// program that made it; it is kept as the zero value's.
func (e *encoder) name(v fmt.Stringer) { e.string(v.String()) }

func (e *encoder) span(s geo.Span) {
	e.int(int64(s.Start - e.at))
	e.int(int64(s.End - s.Start))
	e.at = s.Start
}

func (e *encoder) spans(s []geo.Span) {
	list(e, s, func(s *geo.Span) { e.span(*s) })
}

func (e *encoder) source(s *geo.Source) {
	e.string(s.Key)
	e.string(s.Name)
	e.name(s.Party)
	e.name(s.Class)
}

func (e *encoder) evidence(why []geo.Evidence) {
	list(e, why, func(w *geo.Evidence) {
		e.string(w.Rule)
		e.span(w.Span)
		e.string(w.Note)
	})
}

// time writes an instant and its distance from UTC; names of zones are not kept.
func (e *encoder) time(t time.Time) {
	e.bool(!t.IsZero())
	if t.IsZero() {
		return
	}
	_, offset := t.Zone()
	e.int(t.Unix())
	e.uint(uint64(t.Nanosecond()))
	e.int(int64(offset))
}

package project

import (
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"time"

	"contested/geo"
)

var errReading = errors.New("the reading is damaged; read the article again")

type decoder struct {
	b     []byte
	known []string
	at    int
	err   error
	skim  *geo.Article // not nil: claims without their evidence are read, and nothing else
	drop  bool         // what is read now is not kept
	lost  bool         // evidence that was passed over does not stand in the text
	*shared
}

// shared is the memory that the readings of a document have in common: one copy
// of the words that come again in every reading (rule ids, place ids, names of
// sources), and room for many short lists in one allocation.
type shared struct {
	words     map[string]string
	packed                   // words that come once
	spans     []geo.Span     // room for spans to come
	claims    []geo.Claim    // … for claims
	places    []geo.PlaceRef // … for places
	articles  []geo.Article  // … for articles
	evidences []geo.Evidence // … and for evidence
}

func newShared() *shared { return &shared{words: map[string]string{}} }

const (
	maxWords    = 1 << 16
	maxWordSize = 64
)

func (s *shared) word(b []byte) string {
	if len(b) > maxWordSize {
		return string(b)
	}
	w, ok := s.words[string(b)]
	if !ok {
		w = string(b)
		if len(s.words) < maxWords {
			s.words[w] = w
		}
	}
	return w
}

// names finds the value of an enumeration by its name.
type names[T ~uint8] map[string]T

func namesOf[T interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}]() names[T] {
	m := names[T]{}
	for v := T(0); ; v++ {
		if _, err := v.MarshalText(); err != nil {
			return m
		}
		m[v.String()] = v
	}
}

var (
	uses       = namesOf[geo.Use]()
	precisions = namesOf[geo.Precision]()
	types      = namesOf[geo.ClaimType]()
	sides      = namesOf[geo.Party]()
	classes    = namesOf[geo.SourceClass]()
	polarities = namesOf[geo.Polarity]()
	modalities = namesOf[geo.Modality]()
	statuses   = namesOf[geo.Status]()
)

// name reads an enumeration; a name that this version does not know is damage,
// because documents of newer versions are refused.
func name[T ~uint8](d *decoder, all names[T]) T {
	v, ok := all[d.string()]
	if !ok && d.err == nil {
		d.fail()
	}
	return v
}

// decodeReading reads what encodeReading wrote. Its memory is bounded by the
// length of b. Spans are not looked at: see cleanReading.
func decodeReading(b []byte, id geo.ArticleID, m *shared) (*geo.Reading, error) {
	return (&decoder{b: b, shared: m}).reading(id)
}

// skimReading reads the claims of what encodeReading wrote, without their
// evidence. The rest is as long as the claims and seldom asked for; see
// [Project.Whole]. Claims whose evidence does not stand in the text come out
// such that they do not stand in it either.
func skimReading(b []byte, a *geo.Article, m *shared) (*geo.Reading, error) {
	return (&decoder{b: b, shared: m, skim: a}).reading(a.ID)
}

func (d *decoder) reading(id geo.ArticleID) (*geo.Reading, error) {
	if d.uint() != codecVersion {
		return nil, errReading
	}
	r := &geo.Reading{Article: id, Language: geo.Language(d.string())}
	d.drop = d.skim != nil
	r.Mentions = items(d, func(m *geo.Mention) {
		m.Span = d.span()
		m.Use = name(d, uses)
		m.Place = geo.PlaceID(d.string())
		m.Candidates = items(d, func(c *geo.Candidate) {
			c.Place = geo.PlaceID(d.string())
			c.Score = int(d.int())
		})
		m.Why = d.evidence()
	})
	r.Speakers = items(d, func(s *geo.SpeakerMention) {
		s.Span = d.span()
		s.Source = d.source()
		s.Why = d.evidence()
	})
	r.Attributions = items(d, func(a *geo.Attribution) {
		a.Source, a.Cue, a.Content = d.spans(), d.spans(), d.spans()
		a.Rule = d.string()
	})
	d.drop = false
	r.Claims = packedItems(d, &d.shared.claims, func(c *geo.Claim) {
		d.lost = false
		d.claim(c)
		if c.Article = id; d.lost {
			c.Excerpt = geo.Span{}
		}
	})
	if d.err == nil && len(d.b) != 0 {
		d.fail()
	}
	return r, d.err
}

func (d *decoder) claim(c *geo.Claim) {
	c.ID = geo.ClaimID(d.unique())
	c.Content = d.spans()
	c.Excerpt = d.span()
	c.Cue, c.Speaker = d.spans(), d.spans()
	c.Source = d.source()
	if d.bool() {
		via := d.source()
		c.Via = &via
	}
	c.Places = packedItems(d, &d.shared.places, func(p *geo.PlaceRef) {
		p.Place = geo.PlaceID(d.string())
		p.Span = d.span()
		p.Precision = name(d, precisions)
		p.Anaphor, p.Ambiguous = d.bool(), d.bool()
	})
	c.Type, c.Actor = name(d, types), name(d, sides)
	c.Polarity, c.Modality, c.Status = name(d, polarities), name(d, modalities), name(d, statuses)
	c.When = geo.Interval{From: d.time(), To: d.time()}
	c.Confidence = math.Float64frombits(d.uint())
	c.Why = d.evidence()
	c.Manual = d.bool()
}

// count reads the length of a list. Every item takes at least one byte, so a
// count that is larger than what is left is a lie.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.fail()
		return 0
	}
	return int(n)
}

// items reads a list; memory grows with what was really read.
func items[T any](d *decoder, f func(*T)) []T {
	n := d.count()
	if n == 0 {
		return nil
	}
	if d.drop {
		var scratch T
		for range n {
			if f(&scratch); d.err != nil {
				break
			}
		}
		return nil
	}
	out := make([]T, 0, min(n, 64))
	for range n {
		out = append(out, *new(T))
		if f(&out[len(out)-1]); d.err != nil {
			return nil
		}
	}
	return out
}

// packedItems is items in room that many short lists share.
func packedItems[T any](d *decoder, free *[]T, f func(*T)) []T {
	n := d.count()
	out := room(free, n)
	for range n {
		out = append(out, *new(T))
		if f(&out[len(out)-1]); d.err != nil {
			return nil
		}
	}
	return out
}

func (d *decoder) fail() {
	d.err, d.b = errReading, nil
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) bool() bool {
	if len(d.b) == 0 {
		d.fail()
		return false
	}
	v := d.b[0] != 0
	d.b = d.b[1:]
	return v
}

func (d *decoder) string() string { return d.text(d.word) }

// unique reads a string that no other reading has.
func (d *decoder) unique() string { return d.text(d.packed.string) }

func (d *decoder) text(own func([]byte) string) string {
	i := d.uint()
	switch {
	case d.err != nil:
		return ""
	case i > uint64(len(d.known)):
		d.fail()
		return ""
	case i > 0:
		return d.known[i-1]
	}
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.fail()
		return ""
	}
	s := own(d.b[:n])
	d.b = d.b[n:]
	d.known = append(d.known, s)
	return s
}

func (d *decoder) span() geo.Span {
	start := d.at + int(d.int())
	s := geo.Span{Start: start, End: start + int(d.int())}
	d.at = start
	return s
}

func (d *decoder) spans() []geo.Span {
	n := d.count()
	if d.drop {
		for range n {
			d.span()
		}
		return nil
	}
	out := room(&d.shared.spans, n)
	for range n {
		out = append(out, d.span())
	}
	return out
}

func (d *decoder) source() geo.Source {
	s := geo.Source{Key: d.string(), Name: d.string()}
	s.Party, s.Class = name(d, sides), name(d, classes)
	return s
}

func (d *decoder) evidence() []geo.Evidence {
	n := d.count()
	if d.skim != nil {
		for range n {
			d.string()
			span := d.span()
			d.lost = d.lost || span != (geo.Span{}) && span.In(d.skim.Text) != nil
			d.string()
		}
		return nil
	}
	out := room(&d.shared.evidences, n)
	for range n {
		out = append(out, geo.Evidence{Rule: d.string(), Span: d.span(), Note: d.string()})
	}
	return out
}

// room is an empty list that n items can be appended to; nil for none. Long
// lists, which a damaged count may only claim to be, grow as they are read.
func room[T any](free *[]T, n int) []T {
	if n == 0 {
		return nil
	}
	if n > 16 {
		return make([]T, 0, min(n, 64))
	}
	if len(*free) < n {
		*free = make([]T, 512)
	}
	out := (*free)[:0:n]
	*free = (*free)[n:]
	return out
}

func (d *decoder) time() time.Time {
	if !d.bool() {
		return time.Time{}
	}
	sec, nsec, offset := d.int(), d.uint(), d.int()
	if d.err != nil || nsec > 999999999 || offset < -86400 || offset > 86400 || sec < -1<<40 || sec > 1<<40 {
		d.fail()
		return time.Time{}
	}
	return inZone(time.Unix(sec, int64(nsec)), int(offset))
}

// inZone is t at a fixed distance from UTC, the same value on every machine.
func inZone(t time.Time, offset int) time.Time {
	if offset == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", offset))
}

package read

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"contested/geo"
)

// timeKind is what a word says about a time (lexicon/time.tsv).
type timeKind uint8

const (
	noTime timeKind = iota
	weekdayTime
	monthTime
	dayTime
	nightTime
	partTime
	whichTime
	unitTime
	agoTime
	countTime
	atTime
	boundTime
)

var timeKinds = map[string]timeKind{"weekday": weekdayTime, "month": monthTime, "day": dayTime, "night": nightTime, "part": partTime,
	"which": whichTime, "unit": unitTime, "ago": agoTime, "count": countTime, "at": atTime, "bound": boundTime}

// The values of the unit words.
const (
	hourUnit = iota
	dayUnit
	weekUnit
	monthUnit
	yearUnit
	weekendUnit
)

var timeUnits = []string{"hour", "day", "week", "month", "year", "weekend"}

// timeSense is one meaning of a word; a word can have two ("час" is none of
// these in Ukrainian, "ночью" is a night and a part of a day).
type timeSense struct {
	kind  timeKind
	value int
}

// timeWords are the words that say when.
type timeWords struct {
	row    map[string]uint16 // of senses, by the lower-case form with plain apostrophes
	senses [][]timeSense     // row 0 says nothing
}

func loadTimeWords(all []fs.FS) (*timeWords, error) {
	t := &timeWords{row: map[string]uint16{}, senses: make([][]timeSense, 1)}
	for _, fsys := range all {
		err := readList(fsys, "lexicon/time.tsv", func(col []string) error {
			if len(col) != 3 {
				return errors.New("want a kind, a value and words, with tabs between them")
			}
			kind, ok := timeKinds[col[0]]
			if !ok {
				return fmt.Errorf("there is no kind of time word %q", col[0])
			}
			value, err := strconv.Atoi(col[1])
			if kind == unitTime {
				if value = slices.Index(timeUnits, col[1]); value < 0 {
					return fmt.Errorf("there is no unit of time %q", col[1])
				}
			} else if err != nil {
				return fmt.Errorf("%q is no whole number", col[1])
			}
			for _, w := range strings.Fields(col[2]) {
				n, ok := t.row[w]
				if !ok {
					if len(t.senses) > math.MaxUint16 {
						return errors.New("there are too many words of time")
					}
					n = uint16(len(t.senses))
					t.row[w], t.senses = n, append(t.senses, nil)
				}
				if !slices.Contains(t.senses[n], timeSense{kind, value}) {
					t.senses[n] = append(t.senses[n], timeSense{kind, value})
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// timeScan reads times in the tokens of one document.
type timeScan struct {
	d     *document
	words *timeWords
	today time.Time // the day of publication, zero when it is unknown
	ahead bool      // what is spoken of lies ahead
}

// when fills in the time at which a claim says that it happened: the time
// expression in its content (for the narrator also in its sentence, before it)
// that stands nearest to the words that gave its type. Times that only bound
// something ("since May", "until Friday") are not the time of the claim, nor is
// the time at which somebody spoke, which stands outside the content.
func (r *Reader) when(d *document, c *draft) (iv geo.Interval, why geo.Evidence) {
	s := timeScan{d: d, words: r.times, ahead: c.modality == geo.Future || c.modality == geo.Demand}
	if p := d.article.Published; p.Known() {
		from := p.From.UTC()
		if p.To.Sub(p.From) <= 48*time.Hour {
			s.today = time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	runs := c.runs
	if first := d.sents[c.sent].first; c.attr == 0 && runs[0].first > first && runs[0].first-first <= 12 {
		runs = append([]run{{first, runs[0].first}}, runs...)
	}
	best := 1 << 30
	for _, x := range runs {
		for i := x.first; i < x.end; {
			if !s.mayStart(i) {
				i++
				continue
			}
			got, first, next := s.at(i, x.end)
			if next == i {
				i++
				continue
			}
			if got.Known() && !s.bounded(first, x.first) {
				far := max(c.find.first-next, first-c.find.end, 0)
				if c.find.weight == 0 {
					far = first
				}
				if far < best {
					best, iv = far, got
					why = geo.Evidence{Rule: "when.said", Span: d.span(first, next), Note: got.String()}
				}
			}
			i = next
		}
	}
	return iv, why
}

// mayStart reports whether a time expression can begin with token i.
func (s *timeScan) mayStart(i int) bool {
	switch s.d.toks[i].kind {
	case numberToken:
		return true
	case wordToken:
		c := s.d.text[s.d.toks[i].start]
		return c >= '0' && c <= '9' || s.d.toks[i].times != 0
	}
	return false
}

// senses are the meanings of a word token.
func (s *timeScan) senses(i int) []timeSense { return s.words.senses[s.d.toks[i].times] }

// meaning is the value of token i as a word of a kind.
func (s *timeScan) meaning(i int, kind timeKind) (int, bool) {
	if i < 0 || i >= len(s.d.toks) || s.d.toks[i].kind != wordToken {
		return 0, false
	}
	for _, w := range s.senses(i) {
		if w.kind == kind {
			return w.value, true
		}
	}
	return 0, false
}

// bounded reports whether the time at token i is only the bound of a longer one.
func (s *timeScan) bounded(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-2; k-- {
		if _, ok := s.meaning(k, boundTime); ok {
			return true
		}
		if s.d.toks[k].kind != wordToken {
			return false
		}
	}
	return false
}

// number is the value of a number token or number word.
func (s *timeScan) number(i int) (int, bool) {
	if i < 0 || i >= len(s.d.toks) {
		return 0, false
	}
	if n, ok := s.meaning(i, countTime); ok {
		return n, true
	}
	t := strings.TrimRight(s.d.str(i), "stndrh")
	n, err := strconv.Atoi(t)
	return n, err == nil && n >= 0 && len(t) <= 4
}

// at reads the time expression that starts at token i; first and next are its
// tokens, next is i when there is none.
func (s *timeScan) at(i, end int) (iv geo.Interval, first, next int) {
	for _, read := range []func(int, int) (geo.Interval, int){s.calendar, s.relative, s.span, s.year} {
		if iv, next := read(i, end); next > i {
			return iv, i, min(next, end)
		}
	}
	return iv, i, i
}

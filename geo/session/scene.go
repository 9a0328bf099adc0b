package session

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render"
)

// Appearance is how a map is to look, beside what is on it.
type Appearance struct {
	Style    render.StyleName
	Colour   ColourBy
	Key      *Colouring   // of another state, as in a series or in a picture that was opened; nil: the document's
	Labels   geo.Language // of place names; empty: the display names
	Second   geo.Language // of smaller names beneath them; empty: none
	Language geo.Language // of the furniture's words
	Title    string
	Note     string
	AsOf     string // as of when the map is, in words; empty: the date of the newest article
	Legend   bool
	Fold     render.LegendFold // of the legend; a file's is whole
	// Graticule and Locator are extras: degrees on the map, and a small map of where
	// it lies.
	Graticule, Locator bool
	NoScale            bool // leaves out the scale bar
	// Undressed leaves out title and as-of line, which a window has no need of.
	Undressed bool
}

// superseded is the age, against the newest shown article, at which a claim is
// drawn at half lightness.
const superseded = ConflictWindow

// Scene is the picture of the state: what is claimed where by the claims that
// are shown.
func (s *State) Scene(ground *basemap.Ground, look Appearance) *render.Scene {
	sc := &render.Scene{
		Ground:    ground,
		Selected:  s.Selected.Place,
		Style:     look.Style,
		Labels:    look.Labels,
		Second:    look.Second,
		Graticule: look.Graticule,
		Context:   s.contextShown(),
		Furniture: render.Furniture{
			Title: look.Title, Note: look.Note,
			Legend: look.Legend, Fold: look.Fold, ScaleBar: !look.NoScale, Attribution: true, Language: look.Language, Locator: look.Locator,
		},
	}
	var k *Colouring
	sc.Places, k = s.coloured(look)
	sc.Key = k.key(look.Language)
	for _, v := range geo.Voices() {
		if s.Filter.Hidden[v] {
			sc.Furniture.HiddenVoice = append(sc.Furniture.HiddenVoice, v)
		}
	}
	if look.Undressed {
		sc.Furniture.Title, sc.Furniture.Note = "", ""
	} else {
		sc.Furniture.AsOf = s.asOfLine(look)
	}
	return sc
}

// ByPlace is the shown claims by place, ordered by place id. They are
// gathered once for each change of what is shown, and not to be changed.
func (s *State) ByPlace() []render.PlaceClaims {
	if s.passed == nil {
		return nil // of a state that was never filtered
	}
	s.passed.gather.Do(func() { s.passed.places = s.gathered(nil) })
	return s.passed.places
}

// coloured is the shown claims by place in the colours that are wanted, and what
// these stand for; nil: parties. They are not to be changed.
func (s *State) coloured(look Appearance) ([]render.PlaceClaims, *Colouring) {
	p := s.passed
	if look.Colour == ByParty || p == nil {
		return s.ByPlace(), nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.colouring == nil || p.colouring.By != look.Colour || look.Key != nil && p.colouring != look.Key {
		p.colouring = look.Key
		if p.colouring == nil || p.colouring.By != look.Colour {
			p.colouring = s.Colouring(look.Colour)
		}
		p.coloured = s.gathered(p.colouring)
	}
	return p.coloured, p.colouring
}

func (s *State) gathered(k *Colouring) []render.PlaceClaims {
	// Which of the shown claims are about each place: those about place n are
	// list[begin[n]:begin[n+1]].
	each := func(tell func(claim int32, r *placeAt)) {
		for _, i := range s.passed.at {
			places := s.placesAt(&s.facts[i])
			for k := range places {
				if k == 0 || !slices.ContainsFunc(places[:k], func(r placeAt) bool { return r.place == places[k].place }) {
					tell(i, &places[k])
				}
			}
		}
	}
	begin, vague := make([]int32, len(s.placeIDs)+1), make([]geo.Precision, len(s.placeIDs))
	each(func(_ int32, r *placeAt) {
		if n := begin[r.place+1]; n == 0 || r.precision < vague[r.place] {
			vague[r.place] = r.precision // the most exact claim decides the outline
		}
		begin[r.place+1]++
	})
	for n := range s.placeIDs {
		begin[n+1] += begin[n]
	}
	list, next := make([]int32, begin[len(s.placeIDs)]), slices.Clone(begin)
	each(func(i int32, r *placeAt) {
		list[next[r.place]] = i
		next[r.place]++
	})
	newest, fresh := s.AsOf(), make([]bool, len(s.Articles))
	for r := range s.Articles {
		a := &s.Articles[r]
		fresh[r] = !a.Published.Known() || newest.To.Sub(a.Published.To) <= superseded
	}
	gaps, ids := s.gaps(k), make([]geo.ClaimID, len(list)) // of all shares, place by place
	out := make([]render.PlaceClaims, len(s.placeIDs))
	var at atomic.Int32
	var places sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+len(list)/filterPart) {
		places.Go(func() {
			g := gathering{s: s, key: k, fresh: fresh, counted: map[int32]bool{}}
			for n := at.Add(1) - 1; int(n) < len(out); n = at.Add(1) - 1 {
				if id := geo.PlaceID(s.placeIDs[n]); begin[n] < begin[n+1] && s.places[id].ID != "" {
					out[n] = g.place(s.places[id], list[begin[n]:begin[n+1]], ids[begin[n]:begin[n+1]])
					out[n].Precision, out[n].Between = vague[n], gaps[id]
				}
			}
		})
	}
	places.Wait()
	out = slices.DeleteFunc(out, func(p render.PlaceClaims) bool { return p.Place.ID == "" })
	slices.SortFunc(out, func(a, b render.PlaceClaims) int { return cmp.Compare(a.Place.ID, b.Place.ID) })
	return out
}

// gathering puts the shown claims about a place together.
type gathering struct {
	s       *State
	key     *Colouring     // nil: parties
	fresh   []bool         // by article: not superseded
	counted map[int32]bool // origins, of one place
}

// place is the claims that stand at the given places of Claims; ids is room for
// their names, side by side for each class.
func (g *gathering) place(p geo.Place, claims []int32, ids []geo.ClaimID) render.PlaceClaims {
	pc := render.PlaceClaims{Place: p, Faded: true}
	clear(g.counted)
	last := int32(-1)
	var next [render.MaxClasses]int // by class: where the name of its next claim goes
	voices := 0                     // a bit for each
	for _, i := range claims {
		f := &g.s.facts[i]
		next[g.class(f)]++
		voices |= 1 << f.voice
		if g.fresh[f.article] {
			pc.Faded = false
		}
		if f.origin != last { // that of many in a row, often
			last = f.origin
			g.counted[last] = true
		}
	}
	pc.Origins = len(g.counted)
	from := 0
	var share [render.MaxClasses]int
	for c, n := range next {
		if n == 0 {
			continue
		}
		share[c] = len(pc.Shares)
		pc.Shares = append(pc.Shares, render.Share{Class: render.Class(c), Looks: render.Denied, Claims: ids[from : from+n : from+n]})
		next[c] = from
		from += n
	}
	for _, i := range claims {
		f := &g.s.facts[i]
		c := g.class(f)
		ids[next[c]] = g.s.Claims[i].ID
		next[c]++
		sh := &pc.Shares[share[c]]
		if look := f.look(); lookRank(look) > lookRank(sh.Looks) {
			sh.Looks = look
		}
	}
	_, disputed := g.s.Conflicts[p.ID]
	// Whether the sides disagree is a fact about the document, but a ring
	// with one voice left in view has nobody to disagree with.
	pc.Contested = disputed && voices&(voices-1) != 0
	return pc
}

// class is what a claim's colour stands for.
func (g *gathering) class(f *facts) render.Class {
	if g.key == nil {
		return render.Class(f.voice)
	}
	return g.key.class(f, &g.s.Articles[f.article])
}

// gaps are what claims between two places span, by the first of them.
func (s *State) gaps(key *Colouring) map[geo.PlaceID][]render.Gap {
	gaps := map[geo.PlaceID][]render.Gap{}
	for k, i := range s.passed.at {
		if s.facts[i].marks&isBetween == 0 {
			continue
		}
		if id, g, ok := s.gap(s.Shown[k], key); ok && !slices.Contains(gaps[id], g) {
			gaps[id] = append(gaps[id], g)
		}
	}
	return gaps
}

// class is the class of a claim; a nil key is that of parties.
func (s *State) class(c *geo.Claim, k *Colouring) render.Class {
	a := s.Article(c.Article)
	if k == nil || a == nil {
		return render.Class(c.Source.Voice())
	}
	return k.class(&facts{kind: c.Type, status: c.Status}, a)
}

// gap is what a claim between two places spans, kept at the first of them.
func (s *State) gap(c *geo.Claim, k *Colouring) (at geo.PlaceID, g render.Gap, ok bool) {
	var ends []geo.Place
	for _, ref := range c.Places {
		if p, known := s.places[ref.Place]; known && ref.Precision == geo.Between && !slices.ContainsFunc(ends, func(e geo.Place) bool { return e.ID == p.ID }) {
			ends = append(ends, p)
		}
	}
	if len(ends) != 2 || c.Polarity == geo.Negated {
		return "", render.Gap{}, false
	}
	return ends[0].ID, render.Gap{To: ends[1].Point, Class: s.class(c, k)}, true
}

// Look is the pattern that says how sure a single claim is.
func (s *State) Look(c *geo.Claim) render.Look {
	f := s.fact(c)
	return f.look()
}

// look is the pattern of a claim. That of a voice's part of a place is that of its
// firmest evidence: confirmed before conflicting before claimed before denied.
func (f *facts) look() render.Look {
	switch {
	case f.status == geo.Confirmed:
		return render.Solid
	case f.status == geo.Disputed || f.marks&isContradicted != 0:
		return render.Conflicted
	case f.marks&isDenied != 0:
		return render.Denied
	}
	return render.Claimed
}

func lookRank(l render.Look) int {
	switch l {
	case render.Solid:
		return 3
	case render.Conflicted:
		return 2
	case render.Claimed:
		return 1
	}
	return 0
}

// asOfLine is the line that says as of when a map is.
func (s *State) asOfLine(look Appearance) string {
	if look.AsOf != "" {
		return look.AsOf
	}
	return asOf(s.AsOf(), look.Language)
}

// asOf words the date line of a picture: date, time as far as it is known, and
// zone.
func asOf(iv geo.Interval, l geo.Language) string {
	if !iv.Known() {
		return ""
	}
	day := iv.From
	if !iv.To.Equal(iv.From) {
		day = iv.To.Add(-time.Nanosecond)
	}
	zone := day.Format("UTC-07:00")
	if _, offset := day.Zone(); offset == 0 {
		zone = "UTC"
	}
	clock := " (" + zone + ")"
	if iv.From.Equal(iv.To) {
		clock = ", " + day.Format("15:04 ") + zone
	}
	switch l {
	case geo.Ukrainian:
		return "Станом на " + dayIn(day, monthsUkrainian) + " р." + clock
	case geo.Russian:
		return "По состоянию на " + dayIn(day, monthsRussian) + " г." + clock
	}
	return "As of " + day.Format("2 January 2006") + clock
}

var (
	monthsUkrainian = [...]string{"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"}
	monthsRussian   = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
)

func dayIn(t time.Time, months [12]string) string {
	return fmt.Sprintf("%d %s %d", t.Day(), months[t.Month()-1], t.Year())
}

package session

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render"
)

// Appearance is how a map is to look, beside what is on it.
type Appearance struct {
	Style    render.StyleName
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
		Places:    s.placeClaims(),
		Context:   s.contextShown(),
		Furniture: render.Furniture{
			Title: look.Title, Note: look.Note,
			Legend: look.Legend, Fold: look.Fold, ScaleBar: !look.NoScale, Attribution: true, Language: look.Language, Locator: look.Locator,
		},
	}
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

// placeClaims is the shown claims by place, ordered by place id. They are
// gathered once for each change of what is shown, and not to be changed.
func (s *State) placeClaims() []render.PlaceClaims {
	if s.passed == nil {
		return s.gathered() // of a state that was never filtered
	}
	s.passed.gather.Do(func() { s.passed.places = s.gathered() })
	return s.passed.places
}

func (s *State) gathered() []render.PlaceClaims {
	newest := s.AsOf()
	at := map[geo.PlaceID][]*geo.Claim{}
	vague := map[geo.PlaceID]geo.Precision{}
	gaps := map[geo.PlaceID][]render.Gap{}
	for _, c := range s.Shown {
		if id, g, ok := s.gap(c); ok && !slices.Contains(gaps[id], g) {
			gaps[id] = append(gaps[id], g)
		}
		for i, ref := range c.Places {
			if slices.ContainsFunc(c.Places[:i], func(r geo.PlaceRef) bool { return r.Place == ref.Place }) {
				continue
			}
			if _, ok := s.places[ref.Place]; !ok {
				continue
			}
			p, seen := vague[ref.Place]
			if !seen || ref.Precision < p {
				vague[ref.Place] = ref.Precision // the most exact claim decides the outline
			}
			at[ref.Place] = append(at[ref.Place], c)
		}
	}
	out := make([]render.PlaceClaims, 0, len(at))
	for id, claims := range at {
		_, contested := s.Conflicts[id]
		pc := render.PlaceClaims{Place: s.places[id], Precision: vague[id], Between: gaps[id], Origins: s.Origins(claims), Contested: contested, Faded: true}
		byVoice := map[geo.Voice][]*geo.Claim{}
		for _, c := range claims {
			v := c.Source.Voice()
			byVoice[v] = append(byVoice[v], c)
			if a := s.articles[c.Article]; !a.Published.Known() || newest.To.Sub(a.Published.To) <= superseded {
				pc.Faded = false
			}
		}
		for _, v := range geo.Voices() {
			if list := byVoice[v]; len(list) > 0 {
				pc.Shares = append(pc.Shares, s.share(v, list))
			}
		}
		if pc.Contested {
			// Whether the sides disagree is a fact about the document, but a ring
			// with one voice left in view has nobody to disagree with.
			pc.Contested = len(pc.Shares) > 1
		}
		out = append(out, pc)
	}
	slices.SortFunc(out, func(a, b render.PlaceClaims) int { return cmp.Compare(a.Place.ID, b.Place.ID) })
	return out
}

// gap is what a claim between two places spans, kept at the first of them.
func (s *State) gap(c *geo.Claim) (at geo.PlaceID, g render.Gap, ok bool) {
	var ends []geo.Place
	for _, ref := range c.Places {
		if p, known := s.places[ref.Place]; known && ref.Precision == geo.Between && !slices.ContainsFunc(ends, func(e geo.Place) bool { return e.ID == p.ID }) {
			ends = append(ends, p)
		}
	}
	if len(ends) != 2 || c.Polarity == geo.Negated {
		return "", render.Gap{}, false
	}
	return ends[0].ID, render.Gap{To: ends[1].Point, Voice: c.Source.Voice()}, true
}

// share is one voice's part of a place. Its pattern is that of its firmest
// evidence: confirmed before conflicting before claimed before denied.
func (s *State) share(v geo.Voice, claims []*geo.Claim) render.Share {
	sh := render.Share{Voice: v, Looks: render.Denied}
	for _, c := range claims {
		sh.Claims = append(sh.Claims, c.ID)
		look := s.Look(c)
		if lookRank(look) > lookRank(sh.Looks) {
			sh.Looks = look
		}
	}
	slices.Sort(sh.Claims)
	return sh
}

// Look is the pattern that says how sure a single claim is.
func (s *State) Look(c *geo.Claim) render.Look {
	switch {
	case c.Status == geo.Confirmed:
		return render.Solid
	case c.Status == geo.Disputed || s.contradicted[c.ID]:
		return render.Conflicted
	case c.Polarity == geo.Negated:
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

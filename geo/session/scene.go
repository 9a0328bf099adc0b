package session

import (
	"fmt"
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

package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/render"
)

// altPlaces is how many places an alternative text names one by one; a longer
// text is not listened to.
const altPlaces = 6

// AltText describes the picture in words, for those who cannot see it: what it is
// of, as of when, and who claims what about the places that matter most. The
// words are English, or Ukrainian or Russian for the frame of it.
func (s *State) AltText(p Picture) string {
	places := slices.Clone(s.ByPlace())
	slices.SortStableFunc(places, func(a, b render.PlaceClaims) int {
		if a.Contested != b.Contested {
			if a.Contested {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Origins, a.Origins), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	w := altWordsIn(p.Language)
	var b strings.Builder
	if p.Title != "" {
		b.WriteString(strings.TrimRight(p.Title, ".") + ". ")
	}
	fmt.Fprintf(&b, w.of, s.CountShown()-s.Unplaced(), len(places))
	if d := s.asOfLine(p.Appearance); d != "" {
		b.WriteString(" " + d + ".")
	}
	if p.Colour != ByParty {
		fmt.Fprintf(&b, w.colours, colourWordsIn(p.Language).heads[p.Colour])
	}
	for i, pc := range places {
		if i == altPlaces {
			fmt.Fprintf(&b, w.more, len(places)-i)
			break
		}
		b.WriteString(" " + pc.Place.NameIn(p.Labels))
		if pc.Contested {
			b.WriteString(w.contested)
		}
		sep := ": "
		for _, sh := range pc.Shares {
			b.WriteString(sep + render.VoiceName(geo.Voice(sh.Class), p.Language) + " – " + strings.ToLower(render.LookName(sh.Looks, p.Language)))
			sep = "; "
		}
		b.WriteString(".")
	}
	return b.String()
}

type altWords struct{ of, contested, more, colours string }

func altWordsIn(l geo.Language) altWords {
	switch l {
	case geo.Ukrainian:
		return altWords{"Карта: хто що стверджує. Тверджень: %d, місць: %d.", " (сторони суперечать одна одній)", " Ще місць: %d.", " Кольори: %s."}
	case geo.Russian:
		return altWords{"Карта: кто что утверждает. Утверждений: %d, мест: %d.", " (стороны противоречат друг другу)", " Ещё мест: %d.", " Цвета: %s."}
	}
	return altWords{"Map of who claims what, where: claims drawn: %d, places: %d.", " (the parties contradict each other)", " And %d more places.", " Colours: %s."}
}

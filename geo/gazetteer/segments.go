package gazetteer

import (
	"math"
	"strings"

	"contested/geo"

	"github.com/paulmach/orb"
)

// segment is a part of a query between commas, brackets and slashes.
type segment struct {
	text string
	part bool // it is said to be a part of a town: "Kyiv district"
}

// maxSegments bounds the parts of a query.
const maxSegments = 4

// segments cuts a query into its parts, the place itself first, and drops words
// that only say of what kind each is or that it is near.
func segments(query string) []segment {
	query = splitters.Replace(query)
	var out []segment
	for _, s := range strings.FieldsFunc(query, func(r rune) bool { return strings.ContainsRune(",/();", r) }) {
		s = strings.TrimSpace(s)
		g := segment{text: s}
		lower := strings.ToLower(s)
		for _, lead := range leads {
			if strings.HasPrefix(lower, lead) && len(s) > len(lead) {
				g.text, lower = s[len(lead):], lower[len(lead):]
			}
		}
		for _, tail := range tails {
			if strings.HasSuffix(lower, tail.word) && len(lower) > len(tail.word) && len(lower) == len(g.text) {
				g.text, g.part = g.text[:len(g.text)-len(tail.word)], tail.part
				break
			}
		}
		if g.text = strings.TrimSpace(g.text); g.text != "" && len(out) < maxSegments {
			out = append(out, g)
		}
	}
	return out
}

var splitters = strings.NewReplacer(" area of ", ",", " district of ", " district,", " suburb of ", ",", " outskirts of ", ",", " vicinity of ", ",")

var leads = []string{"near ", "outside ", "outskirts of ", "city of ", "town of ", "village of "}

var tails = []struct {
	word string
	part bool
}{
	{" vicinity", false}, {" area", false}, {" city", false}, {" town", false}, {" village", false}, {" outskirts", false}, {" suburb", false},
	{" microdistrict", true}, {" district", true}, {" neighbourhood", true}, {" neighborhood", true},
}

// towns are the largest settlements that the other parts of a query name.
func (g *Gazetteer) towns(parts []segment) []geo.Place {
	var out []geo.Place
	for _, part := range parts {
		best := geo.Place{}
		for _, t := range g.tables() {
			for _, h := range t.exact(Words(part.text)) {
				if p, _ := g.Place(h.Place); p.Kind == geo.Settlement && h.Form <= Variant && (best.ID == "" || p.Population > best.Population) {
					best = p
				}
			}
		}
		if best.ID != "" {
			out = append(out, best)
		}
	}
	return out
}

// inTown reports whether a place lies in or by one of the towns; a part of a town
// lies in it.
func inTown(m *Match, towns []geo.Place, part bool) bool {
	most := 60.0
	if part {
		most = 20
	}
	for i := range towns {
		if m.PartOf == towns[i].ID || apart(m.Point, towns[i].Point) < most && (!part || m.Kind == geo.Settlement) {
			return true
		}
	}
	return false
}

// apart is the distance of two points in kilometres, near enough for towns.
func apart(a, b orb.Point) float64 {
	const degree = 111.2
	x := (a[0] - b[0]) * math.Cos((a[1]+b[1])*math.Pi/360)
	return degree * math.Hypot(x, a[1]-b[1])
}

package render

import (
	"math"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// Tiers of labels on the ground, the more important first.
const (
	tierCountry = iota
	tierMetropolis
	tierSea
	tierAdmin1
	tierSettlement
	tierCount
)

const metropolis = 1_000_000 // inhabitants

func tierOf(g *basemap.Label) int {
	switch g.Kind {
	case basemap.CountryLabel:
		return tierCountry
	case basemap.SeaLabel:
		return tierSea
	case basemap.Admin1Label:
		return tierAdmin1
	}
	if g.Population >= metropolis || (g.Capital && g.Rank == 0) {
		return tierMetropolis
	}
	return tierSettlement
}

// nameIn is a name of the ground in the language of labels.
func nameIn(names [3]string, l geo.Language) string {
	i := 0
	switch l {
	case geo.Ukrainian:
		i = 1
	case geo.Russian:
		i = 2
	}
	if names[i] != "" {
		return names[i]
	}
	return names[0]
}

// position is one place where a label may stand.
type position struct {
	dx, dy float64
	boxes  []box
	leader bool
	loose  bool       // only the first box, the text, has to be free
	hook   [4]float64 // of the leader: from, to
}

// needs is the boxes that have to be free.
func (p *position) needs() []box {
	if p.loose {
		return p.boxes[:1]
	}
	return p.boxes
}

// Heights of a line above and below its baseline that count as occupied, in
// ems, and the room that is kept around.
const (
	lineAbove = 0.74
	lineBelow = 0.22
	labelPad  = 1.5
)

// measure sets the text of a label and lists where it may stand, best first. It
// returns nil for what has no name or would not fit anywhere.
func (pl *placer) measure(b *label) (*setting, []position) {
	l := pl.layout
	st := styleOf(l.scene.Style)
	set := &setting{}
	text := ""
	wrap := 1000.0
	switch {
	case b.ground == nil:
		s := &l.symbols[b.symbol]
		text, set.lettering = pl.symbolText(s), st.claimed
		if s.kind == RegionHit {
			set.lettering, wrap = st.region, 120
		}
	default:
		g := b.ground
		text = nameIn(g.Names, l.scene.Labels)
		switch tierOf(g) {
		case tierCountry:
			set.lettering, wrap = st.countryName, 110
			if g.Rank > 2 || l.zoom < 4 {
				set.size, set.tracking = 11.5, 1.6
			}
		case tierSea:
			set.lettering, wrap = st.seaName, 90
		case tierAdmin1:
			set.lettering, wrap = st.admin1Name, 120
		default:
			set.lettering, set.dot = settlementLettering(st, g, l.zoom)
		}
	}
	if text == "" {
		return nil, nil
	}
	if set.caps {
		text = strings.ToUpper(text)
	}
	set.size *= l.scale
	set.tracking *= l.scale
	set.dot *= l.scale
	size := pl.block(set, text, wrap*l.scale)
	if size.x1-size.x0 > 2*pl.reach-8 {
		return nil, nil
	}
	switch {
	case b.symbol >= 0:
		return set, pl.aroundSymbol(&l.symbols[b.symbol], set, size)
	case set.dot > 0:
		return set, around(set.dot+2.5*l.scale, set.dot, size)
	}
	var list []position
	h := size.y1 - size.y0
	for _, k := range []float64{0, -0.7, 0.7, -1.4, 1.4, -2.1, 2.1} {
		list = append(list, position{dy: k * h, boxes: []box{size.shifted(0, k*h)}})
	}
	return set, list
}

// settlementLettering is how a settlement is written and marked: by its
// inhabitants, with fewer steps where little of the country is seen.
func settlementLettering(st *style, g *basemap.Label, zoom float64) (lettering, float64) {
	switch {
	case g.Population >= 400_000 || (g.Capital && g.Rank == 0):
		return st.city, 2.4
	case g.Population >= 50_000 || g.Capital:
		t := st.town
		if zoom >= 9 {
			t.size++
		}
		return t, 2
	}
	return st.village, 1.6
}

func (b box) shifted(dx, dy float64) box { return box{b.x0 + dx, b.y0 + dy, b.x1 + dx, b.y1 + dy} }

// block breaks a text into at most three lines about as wide as wrap, centred
// about the origin, and returns the room it takes.
func (pl *placer) block(set *setting, text string, wrap float64) box {
	face := pl.painter.faces[set.face]
	width := func(s string) float64 { return face.Shape(s).Extent(set.size, set.tracking) }
	parts := []string{text}
	if words := strings.Fields(text); len(words) > 1 && width(text) > wrap {
		for n := 2; n <= min(3, len(words)); n++ {
			parts = balance(words, n, width)
			if !slices.ContainsFunc(parts, func(s string) bool { return width(s) > 1.15*wrap }) {
				break
			}
		}
	}
	pitch := set.size * 1.16
	w := 0.0
	for i, s := range parts {
		r := face.Shape(s)
		e := r.Extent(set.size, set.tracking)
		w = max(w, e)
		base := (float64(i)-float64(len(parts)-1)/2)*pitch + face.CapHeight()*set.size/2
		set.lines = append(set.lines, line{r, -e / 2, base})
	}
	top := set.lines[0].y - lineAbove*set.size
	bottom := set.lines[len(parts)-1].y + lineBelow*set.size
	return box{-w / 2, top, w / 2, bottom}.grown(labelPad * pl.layout.scale)
}

// balance breaks words into n lines so that the longest is as short as it can
// be.
func balance(words []string, n int, width func(string) float64) []string {
	if n <= 1 || len(words) <= 1 {
		return []string{strings.Join(words, " ")}
	}
	var best []string
	longest := math.Inf(1)
	for k := 1; k <= len(words)-(n-1); k++ {
		lines := append([]string{strings.Join(words[:k], " ")}, balance(words[k:], n-1, width)...)
		w := 0.0
		for _, s := range lines {
			w = max(w, width(s))
		}
		if w < longest {
			best, longest = lines, w
		}
	}
	return best
}

// around lists the eight positions beside a point: right and left first, then
// above and below, then the corners. gap is the distance from the point and dot
// the radius that is marked there.
func around(gap, dot float64, b box) []position {
	w, h := (b.x1-b.x0)/2, (b.y1-b.y0)/2
	cy := (b.y0 + b.y1) / 2
	mark := box{-dot, -dot, dot, dot}
	diag := gap * 0.7
	var list []position
	for _, o := range [8][2]float64{
		{gap + w, -cy}, {-gap - w, -cy}, {0, -gap - h - cy}, {0, gap + h - cy},
		{diag + w, -diag - h - cy}, {diag + w, diag + h - cy}, {-diag - w, -diag - h - cy}, {-diag - w, diag + h - cy},
	} {
		p := position{dx: o[0], dy: o[1], boxes: []box{b.shifted(o[0], o[1])}}
		if dot > 0 {
			p.boxes = append(p.boxes, mark)
		}
		list = append(list, p)
	}
	return list
}

// aroundSymbol lists the positions of a symbol's name: beside it, and where all
// these are taken, further away at the end of a leader line.
func (pl *placer) aroundSymbol(s *symbol, set *setting, b box) []position {
	scale := pl.layout.scale
	r := s.radius + haloWidth*scale
	list := around(r+2*scale, 0, b)
	w, h := (b.x1-b.x0)/2, (b.y1-b.y0)/2
	cy := (b.y0 + b.y1) / 2
	for _, far := range []float64{14, 30, 50, 75, 105, 140} {
		for k := range 24 {
			sin, cos := math.Sincos((float64(k) - 0.5) * math.Pi / 12)
			d := r + far*scale
			ex, ey := cos*d, sin*d // the leader's end, where the text begins
			x, y := ex+math.Copysign(w, cos), ey-cy
			if math.Abs(cos) < 0.5 {
				x, y = ex, ey+math.Copysign(h, sin)-cy
			}
			p := position{dx: x, dy: y, boxes: []box{b.shifted(x, y)}, leader: true}
			p.hook = [4]float64{cos * (r - haloWidth*scale), sin * (r - haloWidth*scale), ex, ey}
			for t := r + 3*scale; t < d; t += 4 * scale {
				p.boxes = append(p.boxes, box{cos * t, sin * t, cos * t, sin * t}.grown(scale))
			}
			list = append(list, p)
		}
	}
	// Rather than leave a symbol without its name, let the leader cross others.
	for _, p := range list[8:] {
		p.loose = true
		list = append(list, p)
	}
	for i := range list {
		p := &list[i]
		p.boxes = slices.Clone(p.boxes)
		p.dx += s.dx
		p.dy += s.dy
		for k := range p.boxes {
			p.boxes[k] = p.boxes[k].shifted(s.dx, s.dy)
		}
		p.hook = [4]float64{p.hook[0] + s.dx, p.hook[1] + s.dy, p.hook[2] + s.dx, p.hook[3] + s.dy}
	}
	return list
}

// faceName is one of the painter's fonts.
type faceName uint8

const (
	regular faceName = iota
	bold
	italic
	faceCount
)

var _ [faceCount]*raster.Face // the painter holds one of each

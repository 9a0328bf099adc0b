package render

import (
	"math"
	"strings"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// Tiers of labels on the ground, the more important first.
const (
	tierCapital = iota
	tierCountry
	tierMetropolis
	tierSea
	tierAdmin1
	tierSettlement
	tierCount
)

// admin1Zoom is the zoom from which oblasts are named: where half a continent is
// seen, states are enough.
const admin1Zoom = 5.5

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
	switch {
	case g.Capital && g.Rank == 0:
		return tierCapital
	case g.Population >= metropolis:
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
	curve  curve      // of a river's name
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

// wanted is a label's text, measured, and where it may stand.
type wanted struct {
	setting
	size   box     // of the text about the origin
	reach  box     // of all positions, from the anchor
	symbol *symbol // its symbol, or nil
	river  *riverName
	hooks  bool // it may stand apart, at the end of a leader
}

// measure sets the text of a label. It fails for what has no name or is too
// wide for any place.
func (pl *placer) measure(b *label) (w wanted, ok bool) {
	l := pl.layout
	st := styleOf(l.scene.Style)
	text := ""
	wrap := 1000.0
	if b.river != nil {
		w.river = b.river
		text, w.lettering = nameIn(w.river.feature.Names, l.scene.Labels), st.riverName
	} else if b.ground == nil {
		w.symbol = &l.symbols[b.symbol]
		text, w.lettering, wrap = pl.symbolText(w.symbol), st.claimed, 170
		if w.symbol.kind == RegionHit {
			w.lettering, wrap = st.region, 120
		}
	} else {
		g := b.ground
		text = nameIn(g.Names, l.scene.Labels)
		switch tierOf(g) {
		case tierCountry:
			w.lettering, wrap = st.countryName, 110
			if g.Rank > 2 || l.zoom < 4 {
				w.lettering.size, w.tracking = 11.5, 1.6
			}
		case tierSea:
			w.lettering, wrap = st.seaName, 90
		case tierAdmin1:
			w.lettering, wrap = st.admin1Name, 120
		default:
			if b.tile {
				w.lettering, w.dot = tileLettering(st, g, l.zoom)
			} else {
				w.lettering, w.dot = settlementLettering(st, g, l.zoom)
			}
		}
	}
	if text == "" {
		return w, false
	}
	second := pl.second(b, text)
	if w.caps {
		text, second = strings.ToUpper(text), strings.ToUpper(second)
	}
	w.lettering.size *= l.scale
	w.tracking *= l.scale
	w.dot *= l.scale
	w.size = pl.block(&w.setting, text, second, wrap*l.scale)
	width, height := w.size.x1-w.size.x0, w.size.y1-w.size.y0
	if width > pl.reach-leaderMax*l.scale {
		return w, false
	}
	switch {
	case w.river != nil:
		far := riverReach(width, l.scale)
		w.reach = box{-far, -far, far, far}
	case w.symbol != nil:
		s := w.symbol
		gap := s.radius + (haloWidth+2)*l.scale
		w.reach = box{s.dx - gap - width, s.dy - gap - height, s.dx + gap + width, s.dy + gap + height}
		// Where symbols crowd, leaders would only tangle.
		all := w.reach.grown((leaderMax + haloWidth) * l.scale)
		crowd, most := 0, leaderCrowd
		if l.scene.numbers != nil {
			most = 2*leaderCrowd + 1 // each has its number beside it
		}
		pl.nearSymbols(b, all, func(obstacle) bool {
			crowd++
			return crowd <= most
		})
		if w.hooks = crowd <= most; w.hooks {
			w.reach = all
		}
	case w.dot > 0:
		gap := w.dot + dotGap*l.scale
		w.reach = box{-gap - width, -gap - height, gap + width, gap + height}
	default:
		w.reach = w.size.union(w.size.shifted(width*0.3, 2.4*height)).union(w.size.shifted(-width*0.3, -2.4*height))
	}
	return w, true
}

const (
	dotGap      = 2.5   // dp from a settlement's dot to its name
	leaderMax   = 140.0 // dp, the longest leader
	leaderCrowd = 24    // symbols within reach, beyond which there are no leaders
)

// areaShifts are where the name of an area may stand, in widths and heights of
// itself from its middle.
var areaShifts = [...][2]float64{
	{0, 0}, {0, -0.8}, {0, 0.8}, {0, -1.6}, {0, 1.6},
	{0.3, 0}, {-0.3, 0}, {0.3, -0.8}, {0.3, 0.8}, {-0.3, -0.8}, {-0.3, 0.8}, {0, -2.4}, {0, 2.4},
}

// positions calls yield for each position of a label, best first, until it
// returns false. The position is only valid during the call.
func (w *wanted) positions(pl *placer, yield func(p *position) bool) {
	scale := pl.layout.scale
	switch {
	case w.river != nil:
		w.onRiver(pl, yield)
	case w.symbol != nil:
		s := w.symbol
		gap := s.radius + (haloWidth+2)*scale
		if w.beside(pl, gap, s.dx, s.dy, yield) && w.hooks {
			_ = w.apart(pl, false, yield) && w.apart(pl, true, yield)
		}
	case w.dot > 0:
		w.beside(pl, w.dot+dotGap*scale, 0, 0, yield)
	default:
		for _, k := range areaShifts {
			dx, dy := k[0]*(w.size.x1-w.size.x0), k[1]*(w.size.y1-w.size.y0)
			if !yield(pl.position(position{dx: dx, dy: dy}, w.size.shifted(dx, dy))) {
				return
			}
		}
	}
}

// position fills the placer's scratch position.
func (pl *placer) position(p position, text box) *position {
	boxes := append(pl.pos.boxes[:0], text)
	pl.pos = p
	pl.pos.boxes = boxes
	return &pl.pos
}

// beside yields the eight positions beside a point: right and left first, then
// above and below, then the corners. gap is the distance that is kept.
func (w *wanted) beside(pl *placer, gap, x, y float64, yield func(p *position) bool) bool {
	b := w.size
	hw, hh := (b.x1-b.x0)/2, (b.y1-b.y0)/2
	cy := (b.y0 + b.y1) / 2
	diag := gap * 0.7
	for _, o := range [8][2]float64{
		{gap + hw, -cy}, {-gap - hw, -cy}, {0, -gap - hh - cy}, {0, gap + hh - cy},
		{diag + hw, -diag - hh - cy}, {diag + hw, diag + hh - cy}, {-diag - hw, -diag - hh - cy}, {-diag - hw, diag + hh - cy},
	} {
		p := pl.position(position{dx: x + o[0], dy: y + o[1]}, b.shifted(x+o[0], y+o[1]))
		if w.dot > 0 {
			p.boxes = append(p.boxes, box{x - w.dot, y - w.dot, x + w.dot, y + w.dot})
		}
		if !yield(p) {
			return false
		}
	}
	return true
}

// apart yields the positions away from a symbol, at the end of a leader line.
// Rather than leave a symbol without its name, a loose leader may cross others.
func (w *wanted) apart(pl *placer, loose bool, yield func(p *position) bool) bool {
	s, b, scale := w.symbol, w.size, pl.layout.scale
	r := s.radius + haloWidth*scale
	hw, hh := (b.x1-b.x0)/2, (b.y1-b.y0)/2
	cy := (b.y0 + b.y1) / 2
	for _, far := range []float64{14, 30, 50, 75, 105, leaderMax} {
		for k := range 24 {
			sin, cos := math.Sincos((float64(k) - 0.5) * math.Pi / 12)
			d := r + far*scale
			ex, ey := s.dx+cos*d, s.dy+sin*d // the leader's end, where the text begins
			x, y := ex+math.Copysign(hw, cos), ey-cy
			if math.Abs(cos) < 0.5 {
				x, y = ex, ey+math.Copysign(hh, sin)-cy
			}
			p := pl.position(position{dx: x, dy: y, leader: true, loose: loose}, b.shifted(x, y))
			p.hook = [4]float64{s.dx + cos*s.radius, s.dy + sin*s.radius, ex, ey}
			for t := r + 3*scale; t < d; t += 4 * scale {
				hx, hy := s.dx+cos*t, s.dy+sin*t
				p.boxes = append(p.boxes, box{hx, hy, hx, hy}.grown(scale))
			}
			if !yield(p) {
				return false
			}
		}
	}
	return true
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
	case zoom >= 11 && g.Population >= 10_000, zoom >= 12 && g.Population >= 1_000:
		return st.town, 2
	}
	return st.village, 1.6
}

// tileLettering is how a settlement of a vector tile is written and marked: by what
// it is, for few say how many live there. Parts of towns are areas and have no dot.
func tileLettering(st *style, g *basemap.Label, zoom float64) (lettering, float64) {
	switch {
	case g.Rank == 0:
		return st.city, 2.4
	case g.Rank == 1:
		t := st.town
		t.size++
		return t, 2
	case g.Rank == 2 && zoom >= 12:
		return st.town, 2
	case g.Rank == 4:
		t := st.village
		t.size, t.tracking, t.caps = 9, 1, true
		return t, 0
	}
	return st.village, 1.6
}

func (b box) shifted(dx, dy float64) box { return box{b.x0 + dx, b.y0 + dy, b.x1 + dx, b.y1 + dy} }

// block breaks a text into at most three lines about as wide as wrap, centred
// about the origin, and returns the room it takes.
func (pl *placer) block(set *setting, text, second string, wrap float64) box {
	face := pl.painter.faces[set.face]
	size := set.lettering.size
	width := func(s string) float64 { return face.Shape(s).Extent(size, set.tracking) }
	parts := []string{text}
	if words := strings.Fields(text); len(words) > 1 && width(text) > wrap {
		longest := func(parts []string) (w float64) {
			for _, s := range parts {
				w = max(w, width(s))
			}
			return w
		}
		for n := 2; n <= min(3, len(words)) && longest(parts) > 1.15*wrap; n++ {
			if more := balance(words, n, width); longest(more) < 0.9*longest(parts) {
				parts = more
			}
		}
	}
	pitch := size * 1.16
	w := 0.0
	for i, s := range parts {
		r := face.Shape(s)
		e := r.Extent(size, set.tracking)
		w = max(w, e)
		base := (float64(i)-float64(len(parts)-1)/2)*pitch + face.CapHeight()*size/2
		set.lines = append(set.lines, line{run: r, x: -e / 2, y: base})
	}
	if second != "" {
		r := face.Shape(second)
		e := r.Extent(size*secondSize, set.tracking)
		w = max(w, e)
		last := set.lines[len(parts)-1].y
		for i := range set.lines {
			set.lines[i].y -= pitch / 2 * secondSize
		}
		set.lines = append(set.lines, line{r, -e / 2, last + pitch/2*secondSize, true})
	}
	top := set.lines[0].y - lineAbove*size
	bottom := set.lines[len(set.lines)-1].y + lineBelow*size
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

// faceName is one of the painter's fonts.
type faceName uint8

const (
	regular faceName = iota
	bold
	italic
	faceCount
)

var _ [faceCount]*raster.Face // the painter holds one of each

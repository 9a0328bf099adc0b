package render

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// The placement of labels.
//
// Labels have one total order of importance. A label stands in the first of its
// positions that is free of symbols and of every more important label. To know
// whether a label stands, only the more important labels near it need to be
// known, and for these the ones near them: so labels are decided when they come
// near the view, each together with those it depends on, and the result is
// exactly what one run over all labels of the world would give. It cannot
// depend on what part of the world is seen, and labels do not jump while the
// map is moved.
//
// Two things that do not overlap at one zoom may at a larger one, when their
// points lie in another order than they themselves. So boxes are compared for
// the whole zoom step at once.

// box is a rectangle in dp from the anchor of a label or symbol.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) grown(by float64) box { return box{b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by} }

func (b box) union(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

// meets reports whether a and b overlap at any time while b's anchor moves from
// (dx, dy) to grow times that, as seen from a's anchor.
func meets(a, b box, dx, dy, grow float64) bool {
	// Most are far apart: look at both ends first.
	lx, hx, ly, hy := dx, dx*grow, dy, dy*grow
	if lx > hx {
		lx, hx = hx, lx
	}
	if ly > hy {
		ly, hy = hy, ly
	}
	if hx <= a.x0-b.x1 || lx >= a.x1-b.x0 || hy <= a.y0-b.y1 || ly >= a.y1-b.y0 {
		return false
	}
	t0, t1 := 1.0, grow
	cut := func(d, lo, hi float64) bool { // lo < t·d < hi
		if d == 0 {
			return lo < 0 && 0 < hi
		}
		u, v := lo/d, hi/d
		if u > v {
			u, v = v, u
		}
		t0, t1 = max(t0, u), min(t1, v)
		return t0 < t1
	}
	return cut(dx, a.x0-b.x1, a.x1-b.x0) && cut(dy, a.y0-b.y1, a.y1-b.y0)
}

// labelState is how far a label is decided.
type labelState uint8

const (
	undecided labelState = iota
	placed
	dropped
)

// label is a name that wants to stand on the map. Its number in placer.labels is
// its importance, 0 first.
type label struct {
	x, y   float64        // anchor in dp at the placer's zoom
	ground *basemap.Label // nil for the label of a symbol or river
	symbol int32          // its symbol, or −1
	tile   bool           // its ground is of a vector tile
	river  *riverName     // of which it is the label, or nil
	state  labelState
	near   *[4]float32 // the box of all its positions, rounded outwards, once measured while undecided
	text   *setting    // once decided
}

// setting is a label's text and where it stands.
type setting struct {
	lettering
	lines    []line
	dot      float64 // radius of the settlement's dot, 0 for none
	position         // once placed
	whole    box     // of all its boxes
}

// line is one line of a setting: where its baseline begins, from (dx, dy).
type line struct {
	run   *raster.Run
	x, y  float64
	small bool // in the second language
}

// secondSize is the size of names in the second language, of that of the first.
const secondSize = 0.84

// maxReach is how far from its anchor a label may reach, in dp at text scale 1.
const maxReach = 320

// cellSize is the pitch of the grids in which labels and symbols are found, in
// dp.
const cellSize = 256

type placer struct {
	layout  *layout
	painter *Painter
	grow    float64
	reach   float64
	labels  []label
	anchors grid // of the labels
	rings   grid // of the symbols
	rivers  map[*basemap.Feature][]*riverName
	tiles   map[tileKey]*tileName // of vector tiles, decided

	ringReach float64 // how far a symbol reaches from its anchor

	stack []obstacle // scratch of decide
	pos   position   // scratch of positions
}

func (p *Painter) newPlacer(l *layout) placer {
	pl := placer{layout: l, painter: p, grow: math.Exp2(zoomStep), reach: maxReach * l.scale, rivers: map[*basemap.Feature][]*riverName{}}
	scene := l.scene
	pl.labels = make([]label, 0, len(l.symbols)+256)
	// Rings first, then those of regions, then the ground by tiers.
	for _, kind := range []bool{false, true} {
		for i := range l.symbols {
			if s := &l.symbols[i]; (s.kind == RegionHit) == kind {
				pl.labels = append(pl.labels, label{x: s.x * l.d, y: s.y * l.d, symbol: int32(i)})
			}
		}
	}
	if scene.Ground != nil {
		var tiers [tierCount][]*basemap.Label
		scene.Ground.Labels(0, 0, 1, 1, l.zoom, func(g *basemap.Label) bool {
			if !l.roster.taken[geo.PlaceID(g.ID)] {
				if t := tierOf(g); t != tierAdmin1 || l.zoom >= admin1Zoom {
					tiers[t] = append(tiers[t], g)
				}
			}
			return true
		})
		for _, tier := range tiers {
			for _, g := range tier {
				pl.labels = append(pl.labels, label{x: g.At.X * l.d, y: g.At.Y * l.d, ground: g, symbol: -1})
			}
		}
	}
	pl.anchors = newGrid(len(pl.labels), cellSize, func(i int) (x, y float64) { return pl.labels[i].x, pl.labels[i].y })
	pl.rings = newGrid(len(l.symbols), cellSize, func(i int) (x, y float64) {
		s := &l.symbols[i]
		pl.ringReach = max(pl.ringReach, math.Hypot(s.dx, s.dy)+s.radius+haloWidth*l.scale)
		if s.pill != nil {
			pl.ringReach = max(pl.ringReach, -s.pill.x0, -s.pill.y0, s.pill.x1, s.pill.y1)
		}
		return s.x * l.d, s.y * l.d
	})
	return pl
}

// obstacle is a box of something that stands already, with its anchor as seen
// from a label's.
type obstacle struct {
	dx, dy float64
	box    box
}

// decide settles label i, after every more important one that could be in its
// way.
func (pl *placer) decide(i int32) {
	if b := &pl.labels[i]; b.state == undecided {
		pl.settle(b, i)
	}
}

// settle finds the place of a label among the symbols and the labels before
// limit.
func (pl *placer) settle(b *label, limit int32) {
	if w, ok := pl.measure(b); ok {
		pl.seat(b, &w, limit)
	} else {
		b.state = dropped
	}
}

// decideNear settles label i unless none of its positions comes into a box, as
// seen from a point at (x, y): so that to decide a label does not mean to decide
// the next one, and the next, to the end of the world.
func (pl *placer) decideNear(i int32, to box, x, y float64) {
	b := &pl.labels[i]
	if b.state != undecided {
		return
	}
	far := func(r *[4]float32) bool {
		return !meets(to, box{float64(r[0]), float64(r[1]), float64(r[2]), float64(r[3])}, b.x-x, b.y-y, pl.grow)
	}
	if b.near != nil {
		if !far(b.near) {
			pl.settle(b, i)
		}
		return
	}
	w, ok := pl.measure(b)
	if !ok {
		b.state = dropped
		return
	}
	const out = 0.02 // more than a float32 of a few hundred is rounded by
	r := w.reach.grown(out)
	near := [4]float32{float32(r.x0), float32(r.y0), float32(r.x1), float32(r.y1)}
	if far(&near) {
		b.near = &near
		return
	}
	pl.seat(b, &w, i)
}

// seat finds the place of a label that has been measured.
func (pl *placer) seat(b *label, w *wanted, limit int32) {
	b.state = dropped // until a position is found
	// The stack is shared with the labels that are decided on the way.
	base := len(pl.stack)
	defer func() { pl.stack = pl.stack[:base] }()
	far := pl.reach
	pl.anchors.near(b.x+w.reach.x0-far, b.y+w.reach.y0-far, b.x+w.reach.x1+far, b.y+w.reach.y1+far, limit, func(j int32) bool {
		pl.decideNear(j, w.reach, b.x, b.y)
		if o := &pl.labels[j]; o.state == placed {
			dx, dy := o.x-b.x, o.y-b.y
			if len(o.text.boxes) > 1 && !meets(w.reach, o.text.whole, dx, dy, pl.grow) {
				return true
			}
			for _, r := range o.text.boxes {
				if meets(w.reach, r, dx, dy, pl.grow) {
					pl.stack = append(pl.stack, obstacle{dx, dy, r})
				}
			}
		}
		return true
	})
	pl.nearSymbols(b, w.reach, func(o obstacle) bool {
		pl.stack = append(pl.stack, o)
		return true
	})
	before := pl.stack[base:]
	if f := pl.layout.frame; f != nil && b.symbol >= 0 && !f.shows(b.x/pl.layout.d, b.y/pl.layout.d, w.symbol) {
		return
	}
	w.positions(pl, func(p *position) bool {
		if f := pl.layout.frame; f != nil && !f.free(b.x/pl.layout.d, b.y/pl.layout.d, p.boxes) {
			return true
		}
		for _, q := range p.needs() {
			for k := range before {
				if o := &before[k]; meets(q, o.box, o.dx, o.dy, pl.grow) {
					return true
				}
			}
		}
		set := w.setting
		set.position = *p
		set.boxes = slices.Clone(p.boxes)
		set.whole = set.boxes[0]
		for _, r := range set.boxes[1:] {
			set.whole = set.whole.union(r)
		}
		b.text, b.state = &set, placed
		return false
	})
}

// nearSymbols calls yield for every symbol that could be in the way of a label
// within reach of its anchor, until it returns false.
func (pl *placer) nearSymbols(b *label, reach box, yield func(o obstacle) bool) {
	l := pl.layout
	// A region's ring may stand some way from its point.
	far := pl.ringReach
	pl.rings.near(b.x+reach.x0-far, b.y+reach.y0-far, b.x+reach.x1+far, b.y+reach.y1+far, all, func(k int32) bool {
		s := &l.symbols[k]
		r := s.radius + haloWidth*l.scale
		o := obstacle{s.x*l.d - b.x, s.y*l.d - b.y, box{s.dx - r, s.dy - r, s.dx + r, s.dy + r}}
		if meets(reach, o.box, o.dx, o.dy, pl.grow) && !yield(o) {
			return false
		}
		if s.pill != nil {
			if o.box = *s.pill; meets(reach, o.box, o.dx, o.dy, pl.grow) {
				return yield(o)
			}
		}
		return true
	})
}

// second is the name of a label in the second language; empty if it is none of its
// own.
func (pl *placer) second(b *label, first string) string {
	scene := pl.layout.scene
	name := ""
	switch {
	case scene.Second == "" || b.river != nil:
	case b.ground != nil:
		name = nameIn(b.ground.Names, scene.Second)
	default:
		name = scene.Places[pl.layout.symbols[b.symbol].places[0]].Place.NameIn(scene.Second)
	}
	if strings.HasPrefix(first, name) { // with the number of others at a cluster
		return ""
	}
	return name
}

// symbolText is what is written beside a symbol.
func (pl *placer) symbolText(s *symbol) string {
	scene := pl.layout.scene
	name := nameOf(&scene.Places[s.places[0]].Place, scene.Labels)
	if n := len(s.places) - 1; n > 0 {
		name += " +" + strconv.Itoa(n)
	}
	return name
}

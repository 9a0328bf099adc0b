package render

import (
	"math"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/view"
)

// zoomStep is the stretch of zoom that shares one layout: what is laid out for
// its lower end also fits at its upper one, so symbols do not regroup and
// labels do not jump in between.
const zoomStep = 0.5

// layout is where the symbols and labels of a scene stand at one zoom step, in
// world coordinates and dp. It does not depend on what part of the world is
// seen, on the margin or on the density: a label stands where it stands. Labels
// are placed when they are first needed (see placer), which is why a layout has
// a lock.
type layout struct {
	scene   *Scene
	roster  *roster
	zoom    float64 // lower end of the step
	d       float64 // dp to the world at that zoom
	scale   float64 // of text and symbols
	symbols []symbol
	regions []regionShape // largest first
	context contextGround
	frame   *frame // of a still picture, or nil

	mu     sync.Mutex
	placer placer
}

// textScale is the scene's text scale within its limits.
func (s *Scene) textScale() float64 {
	if !(s.TextScale > 0) {
		return 1
	}
	return math.Max(0.5, math.Min(3, s.TextScale))
}

// step is the lower end of the zoom step of a zoom.
func step(zoom float64) float64 { return math.Floor(zoom/zoomStep+1e-9) * zoomStep }

// newLayout lays a scene out, which the roster is of, or a scene alike.
func (p *Painter) newLayout(s *Scene, r *roster, zoom float64, f *frame) *layout {
	l := &layout{scene: s, roster: r, zoom: zoom, d: dpPerWorld(zoom), scale: r.scale, frame: f}
	l.symbols = r.gather(l.d)
	for _, i := range r.regions {
		l.addRegion(i)
	}
	l.shareHatch()
	l.context = gatherContext(s.Context, l.d, l.scale)
	for i := range l.symbols {
		if s.numbers == nil {
			break
		}
		k := &l.symbols[i]
		if n, ok := p.pill(s.numbers, k.ids(s.Places), k.radius, l.scale); ok {
			b := n.box(l.scale).shifted(k.dx, k.dy)
			k.pill = &b
		}
	}
	l.placer = p.newPlacer(l)
	return l
}

// dpPerWorld is the width of the world in dp.
func dpPerWorld(zoom float64) float64 {
	return view.Viewport{Zoom: zoom}.Scale()
}

// alike reports whether two scenes are laid out alike: they may differ in what is
// selected and in their furniture.
func alike(a, b *Scene) bool {
	if a.Ground != b.Ground || a.Style != b.Style || a.Labels != b.Labels || a.Second != b.Second || a.textScale() != b.textScale() || len(a.Places) != len(b.Places) || !slices.Equal(a.Context, b.Context) {
		return false
	}
	for i := range a.Places {
		p, q := &a.Places[i], &b.Places[i]
		if p.Place != q.Place || p.Precision != q.Precision || p.Contested != q.Contested || p.Faded != q.Faded ||
			p.Origins != q.Origins || len(p.Shares) != len(q.Shares) {
			return false
		}
		for k := range p.Shares {
			s, t := &p.Shares[k], &q.Shares[k]
			if s.Class != t.Class || s.Looks != t.Looks || s.Claims != t.Claims {
				return false
			}
		}
	}
	return true
}

// layouts is the painter's memory of the last few layouts. A scene is never
// changed, so its address is its name as long as it is held here.
type layouts struct {
	mu   sync.Mutex
	list []known // latest first
}

type known struct {
	scene *Scene // that asked last
	*layout
}

const keptLayouts = 6

// layout finds or makes the layout of a scene at a zoom.
func (p *Painter) layout(s *Scene, zoom float64) *layout {
	z := step(zoom)
	p.layouts.mu.Lock()
	defer p.layouts.mu.Unlock()
	list := p.layouts.list
	i := slices.IndexFunc(list, func(k known) bool { return k.zoom == z && k.scene == s })
	if i < 0 {
		i = slices.IndexFunc(list, func(k known) bool { return k.zoom == z && alike(k.layout.scene, s) })
	}
	var found known
	if i >= 0 {
		found = known{s, list[i].layout}
		list = slices.Delete(list, i, i+1)
	} else {
		// Layouts of other zooms have done a part of the work.
		i = slices.IndexFunc(list, func(k known) bool { return k.scene == s })
		if i < 0 {
			i = slices.IndexFunc(list, func(k known) bool { return alike(k.layout.scene, s) })
		}
		var r *roster
		if i >= 0 {
			r = list[i].roster
		} else {
			r = newRoster(s)
		}
		found = known{s, p.newLayout(s, r, z, nil)}
	}
	if len(list) >= keptLayouts {
		list = list[:keptLayouts-1]
	}
	p.layouts.list = slices.Insert(list, 0, found)
	return found.layout
}

// nameOf is a place's name on the map.
func nameOf(p *geo.Place, l geo.Language) string {
	if n := p.NameIn(l); n != "" {
		return n
	}
	return string(p.ID)
}

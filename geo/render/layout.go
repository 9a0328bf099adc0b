package render

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/basemap"
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
	zoom    float64 // lower end of the step
	d       float64 // dp to the world at that zoom
	scale   float64 // of text and symbols
	symbols []symbol
	regions []regionShape // largest first

	mu     sync.Mutex
	placer placer
}

// regionShape is an area that claims are about.
type regionShape struct {
	region *basemap.Region
	symbol int // its ring, or the cluster that it is part of
	place  int // of Scene.Places
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

func (p *Painter) newLayout(s *Scene, zoom float64) *layout {
	l := &layout{scene: s, zoom: zoom, d: dpPerWorld(zoom), scale: s.textScale()}
	order := importance(s.Places)
	l.symbols = gather(s.Places, order, l.d, l.scale)
	for _, i := range order {
		if isRegion(&s.Places[i].Place) && len(s.Places[i].Shares) > 0 {
			l.addRegion(i)
		}
	}
	slices.SortStableFunc(l.regions, func(a, b regionShape) int {
		if c := cmp.Compare(boundArea(b.region), boundArea(a.region)); c != 0 {
			return c
		}
		return cmp.Compare(a.region.ID, b.region.ID)
	})
	l.placer = p.newPlacer(l)
	return l
}

func boundArea(r *basemap.Region) float64 {
	return (r.Bound.MaxX - r.Bound.MinX) * (r.Bound.MaxY - r.Bound.MinY)
}

// dpPerWorld is the width of the world in dp.
func dpPerWorld(zoom float64) float64 {
	return view.Viewport{Zoom: zoom}.Scale()
}

// addRegion puts the ring of a region at or near its label point: inside the
// region and clear of every other symbol.
func (l *layout) addRegion(i int) {
	pc := &l.scene.Places[i]
	s := newSymbol(l.scene.Places, i, l.scale)
	s.vague = false // its outline on the ground says where it is
	var shape *basemap.Region
	if l.scene.Ground != nil {
		if r, ok := l.scene.Ground.Region(string(pc.Place.ID)); ok {
			shape = r
		}
	}
	inside := func(dx, dy float64) bool {
		return shape == nil || shape.Contains(basemap.Vertex{X: s.x + dx/l.d, Y: s.y + dy/l.d})
	}
	pitch := 1.5 * ringCluster * l.scale
	for ring := range 16 {
		for k := range max(1, 8*min(ring, 1)) {
			sin, cos := math.Sincos(float64(k) * math.Pi / 4)
			dx, dy := cos*pitch*float64(ring), sin*pitch*float64(ring)
			if inside(dx, dy) && l.clear(&s, dx, dy) {
				s.dx, s.dy = dx, dy
				if shape != nil {
					l.regions = append(l.regions, regionShape{shape, len(l.symbols), i})
				}
				l.symbols = append(l.symbols, s)
				return
			}
		}
	}
	// No room: it joins the nearest symbol. Outside it would name a wrong place.
	best, dist := 0, math.Inf(1)
	for k := range l.symbols {
		o := &l.symbols[k]
		if d := math.Hypot((o.x-s.x)*l.d+o.dx, (o.y-s.y)*l.d+o.dy); d < dist {
			best, dist = k, d
		}
	}
	if len(l.symbols) == 0 {
		return // it has no place in the world
	}
	if shape != nil {
		l.regions = append(l.regions, regionShape{shape, best, i})
	}
	o := &l.symbols[best]
	o.join(&s)
	o.kind = ClusterHit
	o.radius = math.Max(o.radius, ringCluster*l.scale)
}

// clear reports whether a symbol moved by (dx, dy) keeps its distance from all
// others over the whole zoom step.
func (l *layout) clear(s *symbol, dx, dy float64) bool {
	grow := math.Exp2(zoomStep)
	for k := range l.symbols {
		o := &l.symbols[k]
		far := s.radius + math.Max(o.radius, ringCluster*l.scale) + 2*symbolGap*l.scale
		ax, ay := (o.x-s.x)*l.d, (o.y-s.y)*l.d
		if nearest(ax, ay, grow, dx-o.dx, dy-o.dy) < far {
			return false
		}
	}
	return true
}

// nearest is the least distance of (x, y) from the points t·(ax, ay), 1 ≤ t ≤
// grow: how near two things come over a zoom step.
func nearest(ax, ay, grow, x, y float64) float64 {
	t := 1.0
	if q := ax*ax + ay*ay; q > 0 {
		t = math.Max(1, math.Min(grow, (x*ax+y*ay)/q))
	}
	return math.Hypot(t*ax-x, t*ay-y)
}

// alike reports whether two scenes are laid out alike: they may differ in what is
// selected, in their furniture, and in which claims make up a share.
func alike(a, b *Scene) bool {
	if a.Ground != b.Ground || a.Style != b.Style || a.Labels != b.Labels || a.textScale() != b.textScale() || len(a.Places) != len(b.Places) {
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
			if s.Voice != t.Voice || s.Looks != t.Looks || len(s.Claims) != len(t.Claims) {
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
		found = known{s, p.newLayout(s, z)}
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

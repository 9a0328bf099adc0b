package render

import (
	"cmp"
	"math"
	"slices"

	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// A river's name follows the river: it stands on a parabola that is laid through
// the stretch beside it, so that the letters keep to the river's sweep and not
// to each of its bends. The parabola belongs to the zoom step, like everything
// that is laid out.
//
// Rivers come after all other labels. Among themselves they yield to the more
// important river wherever that one would stand if there were no other rivers:
// so a name depends on its surroundings alone, and only the rivers near the view
// are ever looked at.

// riverName is one wish to name a river: near a point along one of its parts.
type riverName struct {
	label
	feature *basemap.Feature
	part    []basemap.Vertex
	at      float64 // arc length of the anchor, dp at the placer's zoom
	tried   bool    // label is decided, other rivers apart
}

const (
	riverZoom   = 5.0   // from which rivers have names
	riverPitch  = 420.0 // dp along the river from name to name
	riverApart  = 230.0 // dp between two names of the same river, as the crow flies
	riverOffset = 4.0   // dp from the river to the letters
	riverSlack  = 4.0   // dp by which the river may stray from the parabola
	riverBend   = 45.0  // dp, the least radius of the parabola
)

// riverShifts are how far from its anchor a name is tried, in dp along the river.
var riverShifts = [...]float64{0, 40, -40, 80, -80, 120, -120}

// riverReach is how far from its anchor a name of a width may stand.
func riverReach(width, scale float64) float64 { return width/2 + 150*scale }

// riversOf lists the names that a river's feature wants.
func (pl *placer) riversOf(f *basemap.Feature) []*riverName {
	if list, ok := pl.rivers[f]; ok {
		return list
	}
	l := pl.layout
	var list []*riverName
	for _, part := range f.Parts {
		length := 0.0
		for i := range part[1:] {
			length += math.Hypot(part[i+1].X-part[i].X, part[i+1].Y-part[i].Y) * l.d
		}
		if length < 80*l.scale {
			continue
		}
		n := math.Max(1, math.Floor(length/(riverPitch*l.scale)))
		for k := range int(n) {
			r := &riverName{feature: f, part: part, at: length * (float64(k) + 0.5) / n}
			v := along(part, l.d, r.at)
			r.label = label{x: v.X, y: v.Y, symbol: -1, river: r}
			list = append(list, r)
		}
	}
	pl.rivers[f] = list
	return list
}

// before is the order of importance of river names.
func (r *riverName) before(o *riverName) bool {
	return cmp.Or(cmp.Compare(r.feature.Rank, o.feature.Rank), cmp.Compare(r.feature.Names[0], o.feature.Names[0]),
		cmp.Compare(r.x, o.x), cmp.Compare(r.y, o.y)) < 0
}

// try decides a river's name as if there were no other rivers.
func (pl *placer) try(r *riverName) {
	if !r.tried {
		r.tried = true
		pl.settle(&r.label, all)
	}
}

// riverNames calls yield for the names that stand near a rectangle of the world.
func (pl *placer) riverNames(x0, y0, x1, y1 float64, yield func(b *label)) {
	l := pl.layout
	if l.zoom < riverZoom || l.scene.Ground == nil {
		return
	}
	far := pl.reach / l.d
	var near []*riverName
	// What one name depends on lies within reach of it, and it within reach of
	// the rectangle.
	l.scene.Ground.Visit(x0-3*far, y0-3*far, x1+3*far, y1+3*far, l.zoom, func(f *basemap.Feature) bool {
		if f.Class == basemap.River && f.Names[0] != "" {
			near = append(near, pl.riversOf(f)...)
		}
		return f.Class <= basemap.River
	})
	for _, r := range near {
		if r.x < (x0-far)*l.d || r.x > (x1+far)*l.d || r.y < (y0-far)*l.d || r.y > (y1+far)*l.d {
			continue
		}
		if pl.try(r); r.state == placed && !slices.ContainsFunc(near, func(o *riverName) bool { return o.before(r) && pl.yields(r, o) }) {
			yield(&r.label)
		}
	}
}

// yields reports whether the name r is in the way of o, which goes before it.
func (pl *placer) yields(r, o *riverName) bool {
	dx, dy := o.x-r.x, o.y-r.y
	dist := math.Hypot(dx, dy)
	if dist > 2*pl.reach {
		return false
	}
	if pl.try(o); o.state != placed {
		return false
	}
	if o.feature.Names == r.feature.Names && dist < riverApart*pl.layout.scale {
		return true
	}
	for _, a := range r.text.boxes {
		for _, b := range o.text.boxes {
			if meets(a, b, dx, dy, pl.grow) {
				return true
			}
		}
	}
	return false
}

// along is the point at an arc length, in dp to the world d.
func along(part []basemap.Vertex, d, at float64) raster.Point {
	var p [1]raster.Point
	stretch(part, d, at, at, p[:])
	return p[0]
}

// stretch fills pts with points that divide the stretch from one arc length to
// another evenly, in dp to the world d. Beyond its ends a part stands still.
func stretch(part []basemap.Vertex, d, from, to float64, pts []raster.Point) {
	step := 0.0
	if len(pts) > 1 {
		step = (to - from) / float64(len(pts)-1)
	}
	i, done := 0, 0.0 // segment, and the length before it
	for k := range pts {
		at := from + step*float64(k)
		for {
			a, b := part[i], part[i+1]
			s := math.Hypot(b.X-a.X, b.Y-a.Y) * d
			if at > done+s && i+2 < len(part) {
				done += s
				i++
				continue
			}
			t := 0.0
			if s > 0 {
				t = math.Max(0, math.Min(1, (at-done)/s))
			}
			pts[k] = raster.Point{X: (a.X + (b.X-a.X)*t) * d, Y: (a.Y + (b.Y-a.Y)*t) * d}
			break
		}
	}
}

// curve is the parabola v = a + b·u + c·u² in a frame that is turned by angle
// about (x, y), in dp from the anchor; u runs from −half to half.
type curve struct {
	x, y, sin, cos float64
	a, b, c        float64
	half           float64
}

// at is the point at u, moved up from the curve by lift, and the direction there.
func (k *curve) at(u, lift float64) (x, y, angle float64) {
	v := k.a + k.b*u + k.c*u*u
	slope := k.b + 2*k.c*u
	n := math.Hypot(1, slope)
	u, v = u+lift*slope/n, v-lift/n
	return k.x + u*k.cos - v*k.sin, k.y + u*k.sin + v*k.cos, math.Atan2(k.sin, k.cos) + math.Atan(slope)
}

// fit lays a parabola through the stretch of a river about an arc length. It
// fails where the river bends too much for letters to follow.
func (r *riverName) fit(anchor raster.Point, d, at, half, slack, bend float64) (k curve, ok bool) {
	const n = 24
	var pts [n + 1]raster.Point
	stretch(r.part, d, at-half, at+half, pts[:])
	for i := range pts {
		pts[i].X -= anchor.X
		pts[i].Y -= anchor.Y
	}
	p, q := pts[0], pts[n]
	chord := math.Hypot(q.X-p.X, q.Y-p.Y)
	if chord < 1.7*half { // cut off at an end, or folded
		return k, false
	}
	if q.X < p.X { // letters stand upright
		p, q = q, p
	}
	k = curve{x: (p.X + q.X) / 2, y: (p.Y + q.Y) / 2, cos: (q.X - p.X) / chord, sin: (q.Y - p.Y) / chord, half: half}
	// Least squares for a, b, c over the points, in the turned frame.
	var u, v [n + 1]float64
	var s [5]float64
	var t [3]float64
	for i, p := range pts {
		x, y := p.X-k.x, p.Y-k.y
		u[i], v[i] = (x*k.cos+y*k.sin)/half, -x*k.sin+y*k.cos
		e := 1.0
		for j := range s {
			s[j] += e
			if j < 3 {
				t[j] += e * v[i]
			}
			e *= u[i]
		}
	}
	m := [3][4]float64{{s[0], s[1], s[2], t[0]}, {s[1], s[2], s[3], t[1]}, {s[2], s[3], s[4], t[2]}}
	for i := range 3 {
		if math.Abs(m[i][i]) < 1e-9 {
			return k, false
		}
		for j := range 3 {
			if j != i {
				f := m[j][i] / m[i][i]
				for c := range 4 {
					m[j][c] -= f * m[i][c]
				}
			}
		}
	}
	k.a, k.b, k.c = m[0][3]/m[0][0], m[1][3]/m[1][1]/half, m[2][3]/m[2][2]/(half*half)
	for i := range pts {
		x := u[i] * half
		if math.Abs(v[i]-k.a-k.b*x-k.c*x*x) > slack {
			return k, false
		}
	}
	return k, math.Abs(2*k.c)*bend <= 1
}

// onRiver yields the positions of a river's name: at its anchor, or a little up
// or down the river.
func (w *wanted) onRiver(pl *placer, yield func(p *position) bool) {
	l := pl.layout
	size, width := w.lettering.size, w.size.x1-w.size.x0
	half := width/2 + 2*l.scale
	lift := riverOffset * l.scale
	for _, shift := range riverShifts {
		k, ok := w.river.fit(raster.Point{X: w.river.x, Y: w.river.y}, l.d, w.river.at+shift*l.scale, half, riverSlack*l.scale, riverBend*l.scale)
		if !ok {
			continue
		}
		p := pl.position(position{curve: k}, box{})
		p.boxes = p.boxes[:0]
		step := size * 0.8
		for u := -half + step/2; u < half; u += step {
			x, y, _ := k.at(u, lift+size*0.3)
			p.boxes = append(p.boxes, box{x, y, x, y}.grown(size*0.62))
		}
		if !yield(p) {
			return
		}
	}
}

// alongRiver draws a name on its curve.
func (c *picture) alongRiver(s shown) {
	t := s.label.text
	p := c.anchor(s.label, s.shift)
	u := c.unit
	for _, ln := range t.lines {
		half := ln.run.Extent(t.lettering.size, t.tracking) / 2
		c.list.TextAlong(ln.run, raster.Type{
			Size: t.lettering.size * u, Tracking: t.tracking * u, Ink: t.ink, Halo: t.halo, Width: 1.3 * u * c.layout.scale,
		}, func(x float64) (raster.Point, float64) {
			px, py, angle := t.curve.at(x/u-half, riverOffset*c.layout.scale)
			return raster.Point{X: p.X + px*u, Y: p.Y + py*u}, angle
		})
	}
}

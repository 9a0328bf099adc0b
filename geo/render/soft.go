package render

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// Gap is said of a claim that lies between two places: the other place and whose
// claim it is.
type Gap struct {
	To    orb.Point
	Class Class
}

// Soft areas stand for where a claim lies when the text says "near", "towards" or
// "between". They have no edge, because the text names none. Their size is that
// of a sign and no distance on the ground, except that a lens ends at its places.
// They are made of translucent layers, which every kind of file can hold.
const (
	softFrom   = 8.5   // zoom, below which a place's surroundings are too small to be meant
	softLayers = 12    // of which one fades
	softInk    = 0.028 // opacity of a layer
	nearReach  = 24.0  // dp from a ring to where "near" ends
	towardFrom = 7.0   // dp from a ring to where "towards" begins
	towardTo   = 34.0  // and ends
	lensWidth  = 0.3   // of a lens to its length
	lensLeast  = 46.0  // dp between two places that leave room for a lens
	lensMost   = 900.0
)

// softSymbol is the place whose soft area a symbol has, or nil: only single places
// have one.
func (c *picture) softSymbol(s *symbol) *PlaceClaims {
	if s.kind != PlaceHit || len(s.places) != 1 || c.view.Zoom < softFrom {
		return nil
	}
	return &c.scene.Places[s.places[0]]
}

// softAreas paints what lies vaguely about single places, beneath all words.
func (c *picture) softAreas() {
	l := c.layout
	clip := c.clip.Inset(-int((ringRadius[2] + towardTo) * l.scale * c.unit))
	c.worlds(func(shift, _, _, _, _ float64) {
		for i := range l.symbols {
			s := &l.symbols[i]
			pc := c.softSymbol(s)
			if pc == nil {
				continue
			}
			p := c.pixel(s.x+shift, s.y)
			if p.X > float64(clip.Min.X) && p.X < float64(clip.Max.X) && p.Y > float64(clip.Min.Y) && p.Y < float64(clip.Max.Y) {
				c.halo(p, s, pc.Precision)
			}
			for _, g := range pc.Between {
				c.lens(p, c.softEnd(g, shift), c.softHue(g.Class, s.faded))
			}
		}
	})
}

// softEnd is the far end of a lens.
func (c *picture) softEnd(g Gap, shift float64) raster.Point {
	x, y := view.World(g.To)
	return c.pixel(x+shift, y)
}

func (c *picture) softHue(v Class, faded bool) color.NRGBA {
	a := softInk
	if faded {
		a /= 2
	}
	return alpha(c.style.hues[min(v, MaxClasses-1)], a)
}

// halo is what lies near a place, fading outwards, or towards it: a ring of haze
// that keeps away, for the text does not say from which side. Each voice has its
// part as it has of the ring; what is denied has none.
func (c *picture) halo(p raster.Point, s *symbol, how geo.Precision) {
	if how != geo.Near && how != geo.Direction {
		return
	}
	u := c.unit * c.layout.scale
	ring := s.radius * c.unit
	span := 2 * math.Pi / float64(max(1, len(s.segments)))
	for k, g := range s.segments {
		if g.look == Denied {
			continue
		}
		from := math.Pi/2 + float64(k)*span
		for i := range softLayers {
			r0, r1 := softBand(how, ring, u, float64(i+1)/softLayers)
			c.list.Ring(sector(p, r0, r1, from, from+span))
			c.list.Fill(raster.NonZero, raster.Solid(c.softHue(g.class, s.faded)))
		}
	}
}

// softBand is where a layer of a halo begins and ends, t of the way outwards.
func softBand(how geo.Precision, ring, u, t float64) (r0, r1 float64) {
	if how == geo.Near {
		return 0, ring + nearReach*u*t
	}
	mid, half := (towardFrom+towardTo)/2*u, (towardTo-towardFrom)/2*u
	return ring + mid - half*t, ring + mid + half*t
}

// sector is the part of a ring from r0 to r1 between two angles.
func sector(p raster.Point, r0, r1, from, to float64) []raster.Point {
	n := max(6, int((to-from)*math.Sqrt(r1)*1.6))
	pts := make([]raster.Point, 0, 2*n+2)
	at := func(r float64, i int) {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		pts = append(pts, raster.Point{X: p.X + r*cos, Y: p.Y + r*sin})
	}
	for i := range n + 1 {
		at(r1, i)
	}
	if r0 <= 0 {
		return append(pts, p)
	}
	for i := n; i >= 0; i-- {
		at(r0, i)
	}
	return pts
}

// spans reports whether there is room for a lens between two points.
func (c *picture) spans(p, q raster.Point) bool {
	d := math.Hypot(q.X-p.X, q.Y-p.Y) / c.unit
	return d >= lensLeast*c.layout.scale && d <= lensMost && math.Min(p.X, q.X) < float64(c.clip.Max.X) && math.Max(p.X, q.X) > float64(c.clip.Min.X) &&
		math.Min(p.Y, q.Y) < float64(c.clip.Max.Y) && math.Max(p.Y, q.Y) > float64(c.clip.Min.Y)
}

// lens is what lies between two places.
func (c *picture) lens(p, q raster.Point, ink color.NRGBA) {
	if c.spans(p, q) {
		lensLayers(&c.list, p, q, ink)
	}
}

func lensLayers(l *raster.List, p, q raster.Point, ink color.NRGBA) {
	const n = 20
	dx, dy := q.X-p.X, q.Y-p.Y
	for i := range softLayers {
		t := float64(i+1) / softLayers
		pts := make([]raster.Point, 2*n)
		for k := range n {
			a := float64(k) / n
			for side, along := range [2]float64{a, 1 - a} {
				w := lensWidth * t * 2 * along * (1 - along) * float64(1-2*side)
				f := 0.5 + (along-0.5)*(0.6+0.4*t)
				pts[side*n+k] = raster.Point{X: p.X + dx*f - dy*w, Y: p.Y + dy*f + dx*w}
			}
		}
		l.Ring(pts)
		l.Fill(raster.NonZero, raster.Solid(ink))
	}
}

// soft notes which soft areas of a symbol are seen.
func (c *picture) soft(s *symbol, p raster.Point, shift float64) {
	pc := c.softSymbol(s)
	if pc == nil {
		return
	}
	for _, g := range s.segments {
		c.present.near = c.present.near || pc.Precision == geo.Near && g.look != Denied
		c.present.toward = c.present.toward || pc.Precision == geo.Direction && g.look != Denied
	}
	for _, g := range pc.Between {
		c.present.between = c.present.between || c.spans(p, c.softEnd(g, shift))
	}
}

// haze is a soft area's sign in the legend.
func (c *card) haze(v Class, how geo.Precision, x, y float64) {
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		ink := alpha(c.style.hues[v], softInk*1.6)
		at := raster.Point{X: x * u, Y: y * u}
		if how == geo.Between {
			lensLayers(l, raster.Point{X: at.X - 12*u, Y: at.Y}, raster.Point{X: at.X + 12*u, Y: at.Y}, ink)
			for _, dx := range []float64{-9.5, 9.5} {
				l.Circle(raster.Point{X: at.X + dx*u, Y: at.Y}, 1.8*u)
			}
			l.Fill(raster.NonZero, raster.Solid(c.style.hues[v]))
			return
		}
		for i := range softLayers {
			r0, r1 := softBand(how, 2*u, 0.26*u, float64(i+1)/softLayers)
			l.Ring(sector(at, r0, r1, 0, 2*math.Pi))
			l.Fill(raster.NonZero, raster.Solid(ink))
		}
		l.Circle(at, 1.8*u)
		l.Fill(raster.NonZero, raster.Solid(c.style.hues[v]))
	})
}

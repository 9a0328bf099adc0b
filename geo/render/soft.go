package render

import (
	"image"
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
// Lenses are made of translucent layers, which every kind of file can hold; what
// lies about a ring is a picture like the ring itself.
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
	far := (ringRadius[2] + towardTo) * l.scale * c.unit
	c.looks = c.looks[:0]
	c.hazes = c.hazes[:0]
	c.worlds(func(shift, _, _, _, _ float64) {
		for i := range l.symbols {
			s := &l.symbols[i]
			pc := c.softSymbol(s)
			if pc == nil {
				continue
			}
			p := c.pixel(s.x+shift, s.y)
			if (pc.Precision == geo.Near || pc.Precision == geo.Direction) && p.X+far > float64(c.clip.Min.X) && p.X-far < float64(c.clip.Max.X) && p.Y+far > float64(c.clip.Min.Y) && p.Y-far < float64(c.clip.Max.Y) {
				c.looks = append(c.looks, hazeOf(s, pc.Precision, c.scene, c.unit*l.scale, l.scale))
				c.hazes = append(c.hazes, image.Pt(int(math.Floor(p.X)), int(math.Floor(p.Y))))
			}
			for _, g := range pc.Between {
				c.lens(p, c.softEnd(g, shift), c.softHue(g.Class, s.faded))
			}
		}
	})
	for i, m := range c.painter.ringsOf(c.looks, c.workers) {
		half := m.Rect.Dx() / 2
		c.list.Image(m, c.hazes[i].X-half, c.hazes[i].Y-half)
	}
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

// hazeOf is the look of what lies near a ring, fading outwards, or towards it: a
// ring of haze that keeps away, for the text does not say from which side. Each
// class has its part as it has of the ring; what is denied has none.
func hazeOf(s *symbol, how geo.Precision, scene *Scene, unit, scale float64) ringLook {
	k := ringLook{style: scene.Style, key: scene.Key.look(), unit: unit, radius: s.radius / scale, n: min(len(s.segments), MaxClasses), faded: s.faded, haze: how}
	for i := range k.n {
		k.segments[i].class = s.segments[i].class
		if s.segments[i].look == Denied {
			k.segments[i].look = Denied
		}
	}
	return k
}

// drawHaze makes the picture of a soft area: so dense as softLayers layers would be,
// one upon the other, but without their steps.
func drawHaze(k ringLook) *image.RGBA {
	hues := styleOf(k.style).with(k.style, k.key).hues
	ink := softInk
	if k.faded {
		ink /= 2
	}
	reach := nearReach
	if k.haze == geo.Direction {
		reach = towardTo
	}
	side := int(math.Ceil((k.radius + reach) * k.unit))
	m := image.NewRGBA(image.Rect(0, 0, 2*side+1, 2*side+1))
	span := 2 * math.Pi / float64(max(1, k.n))
	part := func(i int) (c [3]float64, is bool) {
		g := k.segments[(i+k.n)%k.n]
		h := hues[min(g.class, MaxClasses-1)]
		return [3]float64{float64(h.R), float64(h.G), float64(h.B)}, g.look != Denied
	}
	for y := -side; y <= side && k.n > 0; y++ {
		for x := -side; x <= side; x++ {
			far := math.Hypot(float64(x), float64(y))
			d := k.haziness(far / k.unit)
			if d <= 0 {
				continue
			}
			a := 1 - math.Pow(1-ink, d*softLayers)
			// From six o'clock, as the ring has its parts; half a pixel of the next
			// one where two meet.
			turn := math.Mod(math.Atan2(float64(y), float64(x))-math.Pi/2+4*math.Pi, 2*math.Pi) / span
			i, next, share := int(turn), int(turn)-1, 0.0
			if k.n > 1 {
				t := (turn - float64(i)) * span * far // pixels from where the part begins
				if rest := span*far - t; rest < t {
					t, next = rest, i+1
				}
				share = math.Max(0, 0.5-t)
			}
			var sum [3]float64
			whole := 0.0
			for _, q := range [2]struct {
				i int
				w float64
			}{{i, 1 - share}, {next, share}} {
				if c, is := part(q.i); is && q.w > 0 {
					for j := range sum {
						sum[j] += c[j] * q.w * a
					}
					whole += q.w * a
				}
			}
			pix := m.Pix[m.PixOffset(x+side, y+side):]
			for j := range sum {
				pix[j] = uint8(sum[j] + 0.5)
			}
			pix[3] = uint8(whole*255 + 0.5)
			for j := range 3 {
				pix[j] = min(pix[j], pix[3])
			}
		}
	}
	return m
}

// haziness is how dense a soft area is at a distance from the middle in dp, 0…1.
func (k *ringLook) haziness(far float64) float64 {
	far -= k.radius
	if k.haze == geo.Near {
		return math.Max(0, math.Min(1, 1-far/nearReach))
	}
	const mid, half = (towardFrom + towardTo) / 2, (towardTo - towardFrom) / 2
	return math.Max(0, 1-math.Abs(far-mid)/half)
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

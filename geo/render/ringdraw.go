package render

import (
	"image/color"
	"math"
	"strconv"

	"contested/geo/render/raster"
)

// selectionReach is how far the selection outline reaches beyond a ring, in dp.
const selectionReach = 4.2

// ringDrawing draws one ring about a centre, in pixels.
type ringDrawing struct {
	*raster.List
	painter *Painter
	ringLook
	st *style
	c  raster.Point
}

// Shape of a ring, in dp.
const (
	segmentGap = 1.7 // dp between voices
	edgeWidth  = 1.2 // dp of a segment's outline
	vagueGap   = 2.7 // dp from a dashed outline to the pattern
)

func (d *ringDrawing) px(dp float64) float64 { return dp * d.unit }

func (d *ringDrawing) at(r, a float64) raster.Point {
	s, c := math.Sincos(a)
	return raster.Point{X: d.c.X + d.px(r)*c, Y: d.c.Y + d.px(r)*s}
}

func (d *ringDrawing) fill(c color.NRGBA) { d.Fill(raster.NonZero, raster.Solid(c)) }

// hue is a class's colour, at half lightness where the claims are old.
func (d *ringDrawing) hue(v Class) color.NRGBA {
	c := d.st.hues[v]
	if d.faded {
		c = mix(c, d.st.paper, 0.5)
	}
	return c
}

func (d *ringDrawing) draw() {
	if d.selected {
		d.Circle(d.c, d.px(d.radius+selectionReach))
		d.fill(alpha(d.st.paper, 0.85))
		d.Line(d.circle(d.radius+selectionReach-0.9), true, raster.Pen{Width: d.px(1.7)})
		d.fill(d.st.ink)
	}
	d.Circle(d.c, d.px(d.radius+haloWidth))
	d.fill(d.st.paper)
	n := d.n
	if n == 0 {
		return
	}
	// The first voice begins at six o'clock, so that two share the ring left
	// and right, and the first of them stands left.
	span := 2 * math.Pi / float64(n)
	start := math.Pi / 2
	for i := range n {
		from := start + float64(i)*span
		d.segment(d.segments[i], from, from+span)
	}
	if d.contested {
		d.conflicts(start, span)
	}
	d.middle()
}

// circle is the outline of a circle, for strokes.
func (d *ringDrawing) circle(r float64) []raster.Point {
	n := max(16, int(d.px(r)*2))
	pts := make([]raster.Point, n)
	for i := range pts {
		pts[i] = d.at(r, float64(i)/float64(n)*2*math.Pi)
	}
	return pts
}

// arc is a stretch of a circle, for strokes.
func (d *ringDrawing) arc(r, from, to float64) []raster.Point {
	n := max(4, int(d.px(r)*(to-from)/2.5))
	pts := make([]raster.Point, n+1)
	for i := range pts {
		pts[i] = d.at(r, from+(to-from)*float64(i)/float64(n))
	}
	return pts
}

// paintOf is the paint of a voice's part: the pattern says how sure.
func (d *ringDrawing) paintOf(hue color.NRGBA, look Look) raster.Paint {
	x, y := int(math.Floor(d.c.X)), int(math.Floor(d.c.Y))
	switch look {
	case Solid:
		return raster.Solid(hue)
	case Conflicted:
		return raster.Patterned(raster.Hatch(d.px(4.2), d.px(1.0), true, mix(d.st.paper, hue, 0.12), hue), x, y)
	case Denied:
		return raster.Solid(d.st.paper)
	}
	return raster.Patterned(raster.Hatch(d.px(4.2), d.px(1.55), false, mix(d.st.paper, hue, 0.22), hue), x, y)
}

func (d *ringDrawing) segment(s segment, from, to float64) {
	hue := d.hue(s.class)
	outer, hole := d.radius, d.hole()
	rim := outer
	if d.vague { // the pattern keeps clear of the dashes
		rim -= vagueGap
	}
	g := segmentGap / 2
	if d.n > 1 { // the gap is as wide at the hole as at the rim
		d.wedge(hole, rim, from, to, g)
	} else {
		d.Circle(d.c, d.px(rim))
		d.Ring(d.circle(hole)) // winds against the outer circle
	}
	d.Fill(raster.NonZero, d.paintOf(hue, s.look))

	trim := func(r float64) float64 {
		if d.n == 1 {
			return 0
		}
		return math.Asin(math.Min(1, g/r))
	}
	inset := edgeWidth / 2
	pen := raster.Pen{Width: d.px(edgeWidth)}
	edge := func(r float64, pen raster.Pen) {
		d.Line(d.arc(r, from+trim(r), to-trim(r)), false, pen)
	}
	if d.vague {
		r := outer - inset
		length := r * (to - from - 2*trim(r))
		k := math.Max(1, math.Round(length/5.6))
		edge(r, raster.Pen{Width: d.px(edgeWidth + 0.2), Dash: []float64{d.px(length / k * 0.6), d.px(length / k * 0.4)}, Phase: d.px(-length / k * 0.2)})
	} else {
		edge(outer-inset, pen)
	}
	edge(hole+inset, pen)
	if d.n > 1 {
		for _, a := range []struct{ angle, side float64 }{{from, 1}, {to, -1}} {
			d.Line([]raster.Point{d.beside(hole, a.angle, a.side*(g+inset)), d.beside(rim, a.angle, a.side*(g+inset))}, false, pen)
		}
	}
	d.fill(hue)
	if s.look == Denied {
		d.strike(from, to, hue)
	}
	if d.n > 1 || d.count != 0 {
		d.plate(s, from, to)
	}
}

// hole is the radius of the hole: room for a letter or a number, or as small as
// can be where the letters stand on the ring.
func (d *ringDrawing) hole() float64 {
	switch {
	case d.count != 0:
		return d.radius * 0.42
	case d.n > 1:
		return d.radius * 0.26
	}
	return d.radius * 0.52
}

// beside is the point at radius r along the spoke at an angle, moved sideways
// (clockwise) by off.
func (d *ringDrawing) beside(r, a, off float64) raster.Point {
	s, c := math.Sincos(a)
	t := math.Sqrt(math.Max(0, r*r-off*off))
	return raster.Point{X: d.c.X + d.px(t*c-off*s), Y: d.c.Y + d.px(t*s+off*c)}
}

// wedge adds the part of a ring between two spokes, keeping g from each.
func (d *ringDrawing) wedge(r0, r1, from, to, g float64) {
	angle := func(r float64) float64 { return math.Asin(math.Min(1, g/r)) }
	ring := d.arc(r1, from+angle(r1), to-angle(r1))
	inner := d.arc(r0, from+angle(r0), to-angle(r0))
	for i := len(inner) - 1; i >= 0; i-- {
		ring = append(ring, inner[i])
	}
	d.Ring(ring)
}

// strike crosses a denied part out.
func (d *ringDrawing) strike(from, to float64, hue color.NRGBA) {
	angles := []float64{-math.Pi / 4, 3 * math.Pi / 4}
	if d.n > 1 {
		angles = []float64{from + (to-from)*0.22, from + (to-from)*0.78}
	}
	for _, a := range angles {
		d.Line([]raster.Point{d.at(d.hole()-0.5, a), d.at(d.radius+1, a)}, false, raster.Pen{Width: d.px(1.9)})
	}
	d.fill(hue)
}

// plate puts the voice's letter on its part of the ring, if there is room.
func (d *ringDrawing) plate(s segment, from, to float64) {
	mid := (d.radius + d.hole()) / 2
	r := math.Min(5.4, (d.radius-d.hole())/2*0.9)
	if d.vague {
		mid -= vagueGap / 2
		r -= 0.6
	}
	r = math.Min(r, (mid*(to-from)-2.5)/2) // beside its neighbours
	if r < 3.5 {
		return
	}
	a := (from + to) / 2
	if d.n == 1 {
		a = -math.Pi / 2
	}
	c := d.at(mid, a)
	hue := d.hue(s.class)
	d.Circle(c, d.px(r+0.9))
	d.fill(d.st.paper)
	d.Circle(c, d.px(r))
	d.fill(hue)
	d.letter(d.st.letters[s.class], c, r*1.62, readableOn(hue))
}

// letter sets a short bold text centred on a point.
func (d *ringDrawing) letter(text string, c raster.Point, size float64, ink color.NRGBA) {
	face := d.painter.faces[bold]
	run := face.Shape(text)
	x := c.X - run.Extent(d.px(size), 0)/2
	y := c.Y + face.CapHeight()*d.px(size)/2
	d.Text(run, x, y, raster.Type{Size: d.px(size), Ink: ink})
}

// middle is what stands in the hole: the number of places of a cluster, or the
// letter of a single voice.
func (d *ringDrawing) middle() {
	hole := d.hole()
	switch {
	case d.count == uncounted:
	case d.count > 0:
		text := strconv.Itoa(d.count)
		size := hole * 1.6
		if len(text) > 1 {
			size = hole * 2.9 / float64(len(text))
		}
		d.letter(text, d.c, size, d.st.ink)
	case d.n == 1:
		d.letter(d.st.letters[d.segments[0].class], d.c, hole*1.66, d.hue(d.segments[0].class))
	}
}

// conflicts marks where parties that contradict each other meet with a jagged
// line: between neighbours that are both in conflict, or else between the first
// two.
func (d *ringDrawing) conflicts(start, span float64) {
	both := func(i int) bool {
		return d.segments[i].look == Conflicted && d.segments[(i+1)%d.n].look == Conflicted
	}
	marked := false
	for i := range d.n {
		if d.n > 1 && both(i) {
			d.zigzag(start + float64(i+1)*span)
			marked = true
		}
	}
	if !marked {
		d.zigzag(start + span)
		if d.n == 2 {
			d.zigzag(start)
		}
	}
}

// zigzag draws a jagged line across the ring along a spoke.
func (d *ringDrawing) zigzag(a float64) {
	r0, r1 := d.hole()-0.8, d.radius+haloWidth+0.6
	const legs = 4
	pts := make([]raster.Point, 0, legs+1)
	for i := range legs + 1 {
		r := r0 + (r1-r0)*float64(i)/legs
		off := 2.0
		switch {
		case i == 0 || i == legs:
			off = 0
		case i%2 == 0:
			off = -off
		}
		s, c := math.Sincos(a)
		pts = append(pts, raster.Point{X: d.c.X + d.px(r*c-off*s), Y: d.c.Y + d.px(r*s+off*c)})
	}
	d.Line(pts, false, raster.Pen{Width: d.px(4.4), Join: raster.RoundJoin, Cap: raster.RoundCap})
	d.fill(d.st.paper)
	ink := d.st.ink
	if d.faded {
		ink = mix(ink, d.st.paper, 0.5)
	}
	d.Line(pts, false, raster.Pen{Width: d.px(1.4), Join: raster.Mitre})
	d.fill(ink)
}

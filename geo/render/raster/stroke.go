package raster

import "math"

// Cap is how a line ends.
type Cap uint8

// The caps.
const (
	Butt Cap = iota
	RoundCap
	Square
)

// Join is how two segments of a line meet.
type Join uint8

// The joins. A mitre longer than twice the width becomes a bevel.
const (
	RoundJoin Join = iota
	Mitre
	Bevel
)

// Pen is how a line is drawn. Lengths are pixels.
type Pen struct {
	Width float64
	Cap   Cap
	Join  Join
	Dash  []float64 // lengths on, off, on, off …; empty: solid
	Phase float64   // how far into the dashes the line begins
}

const (
	mitreLimit = 2.0
	// near is the distance below which two vertices of a line count as one.
	near = 0.3
	// flat is how far a polygon may lie inside the arc that it stands for.
	flat = 0.08
)

// Line adds the outline of a line drawn with pen to the open shape, to be
// filled with the NonZero rule. Segments that cannot reach the clip are left
// out, and dashes are counted from the line's beginning all the same.
func (l *List) Line(line []Point, closed bool, pen Pen) {
	if !(pen.Width > 0) || len(line) == 0 {
		return
	}
	pts := append(l.points[:0], line[0])
	for i, p := range line[1:] {
		q := pts[len(pts)-1]
		if math.Abs(p.X-q.X)+math.Abs(p.Y-q.Y) < near {
			if i+2 < len(line) || len(pts) == 1 {
				continue
			}
			pts = pts[:len(pts)-1] // keep the very end instead
		}
		pts = append(pts, p)
	}
	if closed && len(pts) > 1 {
		if p, q := pts[0], pts[len(pts)-1]; math.Abs(p.X-q.X)+math.Abs(p.Y-q.Y) < near {
			pts = pts[:len(pts)-1]
		}
	}
	l.points = pts
	if len(pts) == 1 {
		l.dot(pts[0], pen)
		return
	}
	if on, total := dashes(pen.Dash); total > 0 && on < total {
		l.dashed(pts, closed, pen, total)
		return
	}
	l.outline(pts, closed && len(pts) > 2, pen)
}

// dot is a line without length.
func (l *List) dot(p Point, pen Pen) {
	r := pen.Width / 2
	switch pen.Cap {
	case RoundCap:
		l.Circle(p, r)
	case Square:
		l.Ring([]Point{{p.X - r, p.Y - r}, {p.X + r, p.Y - r}, {p.X + r, p.Y + r}, {p.X - r, p.Y + r}})
	}
}

// reaches reports whether a segment widened by r touches the clip.
func (l *List) reaches(p, q Point, r float64) bool {
	c := l.clip
	return max(p.X, q.X)+r > float64(c.Min.X) && min(p.X, q.X)-r < float64(c.Max.X) &&
		max(p.Y, q.Y)+r > float64(c.Min.Y) && min(p.Y, q.Y)-r < float64(c.Max.Y)
}

// side is a segment of a line that is being outlined: its normal and length, and
// how the line turns at its beginning.
type side struct {
	normal Point
	length float64
	// Where the line hardly turns, both segments end on the mitre, which needs no
	// join. It depends on the line alone, not on what of it is seen.
	mitre  Point
	smooth bool
}

// outline adds both sides of a line. Each segment gives two edges. Each join that
// needs it gives one or more on the outer side and a turn through the vertex on
// the inner one, so that the sum of all is the outline of a union of
// quadrilaterals.
func (l *List) outline(pts []Point, closed bool, pen Pen) {
	r := pen.Width / 2
	reach := r*mitreLimit + 1
	n := len(pts)
	segments := n - 1
	if closed {
		segments = n
	}
	sides := l.sides[:0]
	for i := range segments {
		p, q := pts[i], pts[(i+1)%n]
		dx, dy := q.X-p.X, q.Y-p.Y
		d := math.Sqrt(dx*dx + dy*dy)
		s := side{length: d}
		if d > 0 {
			s.normal = Point{-dy / d * r, dx / d * r}
		}
		sides = append(sides, s)
	}
	l.sides = sides
	least := 0.9 // cosine of the largest turn that is mitred
	if r < 1 {
		least = 0.6
	}
	for i := range sides {
		if i == 0 && !closed {
			continue
		}
		s, t := &sides[(i+segments-1)%segments], &sides[i]
		m, k := s.normal, t.normal
		dot, cross := m.X*k.X+m.Y*k.Y, m.X*k.Y-m.Y*k.X
		sum := r*r + dot
		if dot >= least*r*r && r*math.Abs(cross) < 0.5*min(s.length, t.length)*sum {
			t.smooth, t.mitre = true, Point{(m.X + k.X) * r * r / sum, (m.Y + k.Y) * r * r / sum}
		}
	}
	open := false // the segment before was drawn
	for i := range segments {
		p, q := pts[i], pts[(i+1)%n]
		s := &sides[i]
		start, stop := s.normal, s.normal
		if s.smooth {
			start = s.mitre
		}
		if next := &sides[(i+1)%segments]; next.smooth {
			stop = next.mitre
		}
		if !l.reaches(p, q, reach) {
			if open {
				l.end(p, l.arrival(i), Butt)
				open = false
			}
			continue
		}
		switch {
		case open || (i == 0 && closed && l.reaches(pts[n-1], p, reach)):
			if !s.smooth {
				l.join(p, sides[(i+segments-1)%segments].normal, s.normal, pen.Join)
			}
		case i == 0 && !closed:
			l.end(p, Point{-start.X, -start.Y}, pen.Cap)
		default:
			l.end(p, Point{-start.X, -start.Y}, Butt)
		}
		l.line(Point{p.X + start.X, p.Y + start.Y}, Point{q.X + stop.X, q.Y + stop.Y})
		l.line(Point{q.X - stop.X, q.Y - stop.Y}, Point{p.X - start.X, p.Y - start.Y})
		open = true
	}
	if !open {
		return
	}
	switch {
	case !closed:
		l.end(pts[n-1], sides[segments-1].normal, pen.Cap)
	case !l.reaches(pts[0], pts[1], reach):
		l.end(pts[0], l.arrival(0), Butt)
	}
}

// arrival is the vector from the line to its side at the end of the segment
// before segment i.
func (l *List) arrival(i int) Point {
	if l.sides[i].smooth {
		return l.sides[i].mitre
	}
	return l.sides[(i+len(l.sides)-1)%len(l.sides)].normal
}

// end closes a line at p, where it arrives with normal m.
func (l *List) end(p, m Point, c Cap) {
	a, b := Point{p.X + m.X, p.Y + m.Y}, Point{p.X - m.X, p.Y - m.Y}
	switch c {
	case Butt:
		l.line(a, b)
	case Square:
		// Forward is the normal turned back by a quarter.
		fx, fy := m.Y, -m.X
		c, d := Point{a.X + fx, a.Y + fy}, Point{b.X + fx, b.Y + fy}
		l.line(a, c)
		l.line(c, d)
		l.line(d, b)
	case RoundCap:
		l.arc(p, m, Point{-m.X, -m.Y}, -math.Pi)
	}
}

// join connects the sides of two segments that meet at p with normals m and k.
func (l *List) join(p, m, k Point, j Join) {
	cross := m.X*k.Y - m.Y*k.X
	dot := m.X*k.X + m.Y*k.Y
	a, b := Point{p.X + m.X, p.Y + m.Y}, Point{p.X + k.X, p.Y + k.Y} // one side
	c, d := Point{p.X - k.X, p.Y - k.Y}, Point{p.X - m.X, p.Y - m.Y} // the other, going back
	if dx, dy := m.X-k.X, m.Y-k.Y; dx*dx+dy*dy < 0.02 && dot > 0 {
		l.line(a, b)
		l.line(c, d)
		return
	}
	if cross > 0 { // turning towards the first side: the second is outside
		l.line(a, p)
		l.line(p, b)
		l.corner(p, Point{-k.X, -k.Y}, Point{-m.X, -m.Y}, j, cross, dot)
	} else {
		l.corner(p, m, k, j, cross, dot)
		l.line(c, p)
		l.line(p, d)
	}
}

// corner draws the outer side of a join from p+m to p+k.
func (l *List) corner(p, m, k Point, j Join, cross, dot float64) {
	r2 := m.X*m.X + m.Y*m.Y
	a, b := Point{p.X + m.X, p.Y + m.Y}, Point{p.X + k.X, p.Y + k.Y}
	switch j {
	case Mitre:
		// The tip lies at (m+k) / (1+cos); its distance is r/cos(half angle).
		if s := r2 + dot; s > 0 && 2*r2/s <= mitreLimit*mitreLimit {
			tip := Point{p.X + (m.X+k.X)*r2/s, p.Y + (m.Y+k.Y)*r2/s}
			l.line(a, tip)
			l.line(tip, b)
			return
		}
	case RoundJoin:
		l.arc(p, m, k, -math.Abs(math.Atan2(cross, dot)))
		return
	}
	l.line(a, b)
}

// arc adds edges from p+m to p+k along the circle about p, turning by angle.
func (l *List) arc(p, m, k Point, angle float64) {
	from := Point{p.X + m.X, p.Y + m.Y}
	n := l.arcSteps(m.X*m.X+m.Y*m.Y, math.Abs(angle))
	if n == 1 {
		l.line(from, Point{p.X + k.X, p.Y + k.Y})
		return
	}
	s, c := math.Sincos(angle / float64(n))
	for range n - 1 {
		m = Point{m.X*c - m.Y*s, m.X*s + m.Y*c}
		to := Point{p.X + m.X, p.Y + m.Y}
		l.line(from, to)
		from = to
	}
	l.line(from, Point{p.X + k.X, p.Y + k.Y})
}

// arcSteps is how many chords stand for an arc of squared radius r2. The step is
// kept, for most arcs have the radius of the one before.
func (l *List) arcSteps(r2, angle float64) int {
	r := math.Round(math.Sqrt(r2)*64) / 64
	if r <= flat {
		return 1
	}
	if r != l.arcRadius {
		l.arcRadius, l.arcStep = r, 2*math.Acos(1-flat/r)
	}
	return max(1, min(512, int(math.Ceil(angle/l.arcStep))))
}

// Circle adds a full circle to the open shape.
func (l *List) Circle(c Point, r float64) {
	if !(r > 0) {
		return
	}
	// Screen coordinates: the negative angle is the direction of a line's outline.
	l.arc(c, Point{r, 0}, Point{-r, 0}, -math.Pi)
	l.arc(c, Point{-r, 0}, Point{r, 0}, -math.Pi)
}

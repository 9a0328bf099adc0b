package raster

import "math"

// dashes is the length that is drawn of a dash pattern and its whole length.
func dashes(dash []float64) (on, total float64) {
	for i, d := range dash {
		if !(d >= 0) {
			return 0, 0
		}
		total += d
		if i%2 == 0 {
			on += d
		}
	}
	if len(dash)%2 != 0 || total < 0.5 {
		return 0, 0
	}
	return
}

// dashed adds the dashes of a line, each as a line of its own.
func (l *List) dashed(pts []Point, closed bool, pen Pen, total float64) {
	solid := pen
	solid.Dash = nil
	reach := pen.Width*mitreLimit/2 + 1
	n := len(pts)
	segments := n - 1
	if closed {
		segments = n
	}
	// The length of the line before this segment, less whole patterns.
	phase := math.Mod(math.Mod(pen.Phase, total)+total, total)
	if !(phase >= 0) {
		phase = 0
	}
	piece := l.dash[:0]
	flush := func() {
		if len(piece) > 1 {
			l.outline(piece, false, solid)
		}
		piece = piece[:0]
	}
	for i := range segments {
		p, q := pts[i], pts[(i+1)%n]
		d := math.Hypot(q.X-p.X, q.Y-p.Y)
		t0, t1, ok := l.seen(p, q, reach)
		if !ok {
			flush()
			phase = math.Mod(phase+d, total)
			continue
		}
		// Dash k of repetition m covers m·total+start … m·total+end of the
		// pattern. Only repetitions near the clip are looked at, but each dash
		// is added from end to end, so that the clip moves none.
		m0, m1 := math.Floor((t0*d+phase)/total), math.Floor((t1*d+phase)/total)
		for m := m0; m <= m1; m++ {
			start := m*total - phase
			for k := 0; k+1 < len(pen.Dash); k += 2 {
				end := start + pen.Dash[k]
				a, b := max(start, 0), min(end, d)
				if start <= 0 && end > 0 && len(piece) > 0 {
					// goes on from the segment before
				} else if a < b {
					flush()
					piece = append(piece, lerp(p, q, a/d))
				}
				if a < b {
					if end >= d {
						piece = append(piece, q)
					} else {
						piece = append(piece, lerp(p, q, b/d))
						flush()
					}
				}
				start = end + pen.Dash[k+1]
			}
		}
		if t1 < 1 {
			flush()
		}
		phase = math.Mod(phase+d, total)
	}
	flush()
	l.dash = piece
}

func lerp(p, q Point, t float64) Point { return Point{p.X + (q.X-p.X)*t, p.Y + (q.Y-p.Y)*t} }

// seen is the stretch of a segment that can touch the clip when it is widened
// by r.
func (l *List) seen(p, q Point, r float64) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	cut := func(a, d, lo, hi float64) bool {
		if d == 0 {
			return a > lo && a < hi
		}
		u, v := (lo-a)/d, (hi-a)/d
		if u > v {
			u, v = v, u
		}
		t0, t1 = max(t0, u), min(t1, v)
		return t0 < t1
	}
	c := l.clip
	ok = cut(p.X, q.X-p.X, float64(c.Min.X)-r, float64(c.Max.X)+r) &&
		cut(p.Y, q.Y-p.Y, float64(c.Min.Y)-r, float64(c.Max.Y)+r)
	return
}

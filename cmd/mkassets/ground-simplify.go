package main

import (
	"math"
	"slices"

	"contested/geo/basemap"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

// project turns lon, lat into world coordinates.
func project(line []orb.Point) []basemap.Vertex {
	out := make([]basemap.Vertex, len(line))
	for i, p := range line {
		out[i].X, out[i].Y = view.World(p)
	}
	return out
}

// simplify drops vertices that lie within tolerance of the line between those
// that stay (Douglas and Peucker, 1973). The ends stay; of a closed line also
// the vertex furthest from them, so that it does not collapse.
func simplify(line []basemap.Vertex, tolerance float64) []basemap.Vertex {
	n := len(line)
	if n < 3 {
		return line
	}
	keep := make([]bool, n)
	keep[0], keep[n-1] = true, true
	if line[0] == line[n-1] {
		far, most := 0, 0.0
		for i, v := range line {
			if d := math.Hypot(v.X-line[0].X, v.Y-line[0].Y); d > most {
				far, most = i, d
			}
		}
		keep[far] = true
		simplifyPart(line, 0, far, tolerance, keep)
		simplifyPart(line, far, n-1, tolerance, keep)
		third, most := 0, 0.0 // a triangle at least
		for i, v := range line {
			if keep[i] && i != 0 && i != far && i != n-1 {
				third = 0
				most = math.Inf(1)
				break
			}
			if d := offLine(v, line[0], line[far]); d > most {
				third, most = i, d
			}
		}
		if third != 0 && !math.IsInf(most, 1) {
			keep[third] = true
		}
	} else {
		simplifyPart(line, 0, n-1, tolerance, keep)
	}
	out := make([]basemap.Vertex, 0, n)
	for i, v := range line {
		if keep[i] {
			out = append(out, v)
		}
	}
	return out
}

func simplifyPart(line []basemap.Vertex, from, to int, tolerance float64, keep []bool) {
	type span struct{ from, to int }
	stack := []span{{from, to}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		at, most := -1, tolerance
		for i := s.from + 1; i < s.to; i++ {
			if d := offLine(line[i], line[s.from], line[s.to]); d > most {
				at, most = i, d
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, span{s.from, at}, span{at, s.to})
		}
	}
}

// offLine is the distance of v from the stretch between a and b.
func offLine(v, a, b basemap.Vertex) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	l := dx*dx + dy*dy
	t := 0.0
	if l > 0 {
		t = math.Max(0, math.Min(1, ((v.X-a.X)*dx+(v.Y-a.Y)*dy)/l))
	}
	return math.Hypot(v.X-a.X-t*dx, v.Y-a.Y-t*dy)
}

// area is the signed area in world units, positive clockwise as seen (y points
// down): land that was anticlockwise in lon, lat comes out negative.
func area(ring []basemap.Vertex) float64 {
	var sum float64
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		sum += a.X*b.Y - b.X*a.Y
	}
	return sum / 2
}

// rounded cuts the corners of a ring (Chaikin, 1974): outlines that follow the
// pixels of a satellite picture look like pixels no more.
func rounded(ring []basemap.Vertex) []basemap.Vertex {
	out := make([]basemap.Vertex, 0, 2*len(ring))
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		out = append(out,
			basemap.Vertex{X: a.X*0.75 + b.X*0.25, Y: a.Y*0.75 + b.Y*0.25},
			basemap.Vertex{X: a.X*0.25 + b.X*0.75, Y: a.Y*0.25 + b.Y*0.75})
	}
	return out
}

// piece is a stretch of a line inside or outside the region that is kept in full
// detail. Outside, all levels above the lowest share one generalisation.
type piece struct {
	points []orb.Point
	inside bool
	shore  bool // of GSHHG
}

// pieces cuts a line where it enters and leaves the bound. The first vertex
// outside belongs to both stretches.
func pieces(line []orb.Point, b orb.Bound) []piece {
	var out []piece
	from := 0
	inside := b.Contains(line[0])
	for i := 1; i < len(line); i++ {
		if b.Contains(line[i]) == inside {
			continue
		}
		to := i // leaving: up to the first vertex outside
		if !inside {
			to = i - 1 // entering: from the last vertex outside
		}
		if to > from {
			out = append(out, piece{points: line[from : to+1], inside: inside})
		}
		from, inside = to, !inside
	}
	if from < len(line)-1 {
		out = append(out, piece{points: slices.Clip(line[from:]), inside: inside})
	}
	return out
}

// simple is the piece as all levels above the lowest show it. Where inside and
// outside meet, the vertex is rounded to the coarser grid, so that nothing gapes.
func (p piece) simple() []basemap.Vertex {
	l := outerLevel(p.points)
	if p.inside {
		l = fine
	}
	if p.inside && p.shore {
		l.tolerance = shoreTolerance
	}
	line := simplify(project(p.points), l.tolerance)
	unit := math.Exp2(float64(outer.bits))
	for _, v := range []*basemap.Vertex{&line[0], &line[len(line)-1]} {
		v.X, v.Y = math.Round(v.X*unit)/unit, math.Round(v.Y*unit)/unit
	}
	return line
}

// outerLevel is the level of a line outside of the detailed part.
func outerLevel(line []orb.Point) level {
	if slices.ContainsFunc(line, around.Contains) {
		return outer
	}
	return far
}

// withinMap leaves out the stretches of a line that run along the end of the
// projection: Natural Earth closes its polygons there, but there is no coast.
func withinMap(line []orb.Point) [][]orb.Point {
	end := func(p orb.Point) bool { return math.Abs(p[0]) > 179.999 || p[1] < -view.MaxLat }
	var out [][]orb.Point
	from := 0
	for i := 1; i < len(line); i++ {
		if end(line[i-1]) && end(line[i]) {
			if i-1 > from {
				out = append(out, line[from:i])
			}
			from = i
		}
	}
	if from < len(line)-1 {
		out = append(out, line[from:])
	}
	return out
}

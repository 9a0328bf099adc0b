package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Around Ukraine the coast of GSHHG and the state border of the Digital Chart of
// the World are several times nearer to the truth than Natural Earth's. They
// replace whole arcs between nodes, so that neighbours keep one common line and
// nothing has to be intersected: the nodes move onto the better line, and arcs
// that are kept follow them over their last kilometres.

// track is a better line; positions on it are vertex numbers.
type track []orb.Point

// along finds for each of the points a position on the track such that positions
// rise and the sum of squared distances is least. Positions further than reach
// degrees of latitude away do not come into question.
func (t track) along(points []orb.Point, reach float64) ([]int, error) {
	type candidate struct {
		at   int
		cost float64 // of the best way here
		from int     // candidate of the point before
	}
	layers := make([][]candidate, len(points))
	for i, p := range points {
		for at, q := range t {
			if d := distance(p, q); d <= reach {
				c := candidate{at, math.Inf(1), -1}
				if i == 0 {
					c.cost = d * d
				} else {
					for k, b := range layers[i-1] {
						if b.at < at && b.cost+d*d < c.cost {
							c.cost, c.from = b.cost+d*d, k
						}
					}
				}
				if !math.IsInf(c.cost, 1) {
					layers[i] = append(layers[i], c)
				}
			}
		}
		if len(layers[i]) == 0 {
			return nil, fmt.Errorf("nothing of the better line lies in order near %.3f, %.3f", p[0], p[1])
		}
	}
	out := make([]int, len(points))
	best := 0
	for k, c := range layers[len(points)-1] {
		if c.cost < layers[len(points)-1][best].cost {
			best = k
		}
	}
	for i := len(points) - 1; i >= 0; i-- {
		out[i] = layers[i][best].at
		best = layers[i][best].from
	}
	return out, nil
}

// distance in degrees of latitude, for points that are near each other.
func distance(p, q orb.Point) float64 {
	k := math.Cos((p[1] + q[1]) / 2 * math.Pi / 180)
	return math.Hypot((p[0]-q[0])*k, p[1]-q[1])
}

// replacement collects what becomes of arcs and nodes until it is carried out.
type replacement struct {
	t     *topology
	nodes map[orb.Point]orb.Point
	lines map[int][]orb.Point
}

// chain replaces consecutive refs by stretches of a track that runs the same way.
func (r *replacement) chain(refs []ref, t track, reach float64, fixed map[orb.Point]orb.Point) error {
	var points []orb.Point
	for i, f := range refs {
		line := r.t.line(f)
		if i == 0 {
			points = append(points, line[0])
		}
		points = append(points, line[len(line)-1])
	}
	wanted := slices.Clone(points)
	for i, p := range wanted {
		if f, ok := fixed[p]; ok {
			wanted[i] = f
		}
	}
	at, err := t.along(wanted, reach)
	if err != nil {
		return err
	}
	for i, f := range refs {
		line := slices.Clone([]orb.Point(t[at[i] : at[i+1]+1]))
		if f < 0 {
			slices.Reverse(line)
		}
		r.lines[f.arc()] = line
	}
	for i, p := range points {
		if _, ok := r.nodes[p]; !ok {
			r.nodes[p] = t[at[i]]
		}
	}
	return nil
}

// warpLength is how far from a moved node an arc that is kept gives way, in
// degrees of latitude (about 12 km).
const warpLength = 0.11

// apply carries the replacement out.
func (r *replacement) apply() {
	for i := range r.t.arcs {
		a := &r.t.arcs[i]
		first, last := a.points[0], a.points[len(a.points)-1]
		line, replaced := r.lines[i]
		if replaced {
			a.points = line
		}
		from, moved := r.nodes[first]
		to, movedTo := r.nodes[last]
		if !moved && !movedTo && !replaced {
			continue
		}
		if !replaced {
			a.points = slices.Clone(a.points)
		}
		if moved {
			pull(a.points, from)
		}
		if movedTo {
			slices.Reverse(a.points)
			pull(a.points, to)
			slices.Reverse(a.points)
		}
	}
}

// untangle drops vertices of lines that were kept, between a node that moved and
// the last place near it where they cross a line that was replaced: a border that
// ends at the coast does not run along in the sea first.
func (r *replacement) untangle() {
	ends := map[orb.Point][]int{} // of replaced arcs
	for i := range r.lines {
		p := r.t.arcs[i].points
		ends[p[0]] = append(ends[p[0]], i)
		ends[p[len(p)-1]] = append(ends[p[len(p)-1]], i)
	}
	for i := range r.t.arcs {
		if _, replaced := r.lines[i]; replaced || r.t.arcs[i].points == nil {
			continue
		}
		for range 2 { // from either end
			line := r.t.arcs[i].points
			last := 0
			for _, other := range ends[line[0]] {
				track := r.t.arcs[other].points
				for k := 1; k < min(len(line)-1, 60); k++ {
					for j := 1; j < len(track); j++ {
						if cross(line[k-1], line[k], track[j-1], track[j]) {
							last = max(last, k)
						}
					}
				}
			}
			if last > 0 {
				r.t.arcs[i].points = append([]orb.Point{line[0]}, line[last:]...)
			}
			slices.Reverse(r.t.arcs[i].points)
		}
	}
}

// cross reports whether the inner parts of two stretches meet.
func cross(a, b, c, d orb.Point) bool {
	if a == c || a == d || b == c || b == d {
		return false
	}
	side := func(a, b, c orb.Point) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// pull moves the first point of a line to p and bends the rest after it.
func pull(line []orb.Point, p orb.Point) {
	dx, dy := p[0]-line[0][0], p[1]-line[0][1]
	if dx == 0 && dy == 0 {
		return
	}
	reach := warpLength
	var whole float64
	for i := 1; i < len(line); i++ {
		whole += distance(line[i-1], line[i])
	}
	reach = min(reach, whole)
	var s float64
	before := line[0]
	line[0] = p
	for i := 1; i < len(line)-1; i++ {
		s += distance(before, line[i])
		before = line[i]
		if s >= reach {
			return
		}
		w := 1 - s/reach
		w *= w
		line[i] = orb.Point{line[i][0] + dx*w, line[i][1] + dy*w}
	}
}

// closeStrait cuts a lagoon off a coast at a strait near p: of all pairs of
// vertices that lie near p and near each other but more than apart vertices from
// each other along the track, the nearest is joined. It returns the coast without the lagoon, and the lagoon.
func closeStrait(t track, p orb.Point, apart int) (coast track, lagoon []orb.Point, err error) {
	var near []int
	for i, q := range t {
		if distance(p, q) < 0.05 {
			near = append(near, i)
		}
	}
	from, to, least := 0, 0, math.Inf(1)
	for i, a := range near {
		for _, b := range near[i+1:] {
			if d := distance(t[a], t[b]); b-a > apart && d < least {
				from, to, least = a, b, d
			}
		}
	}
	if to == 0 || least > 0.04 {
		return nil, nil, fmt.Errorf("there is no strait near %.3f, %.3f", p[0], p[1])
	}
	lagoon = slices.Clone([]orb.Point(t[from : to+1]))
	return slices.Concat(t[:from+1], t[to:]), lagoon, nil
}

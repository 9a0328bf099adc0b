package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// arc is a line that two units share, or a coast. Simplifying arcs instead of
// rings leaves no gaps between neighbours.
type arc struct {
	points      []orb.Point // lon, lat
	left, right int         // units; -1 is sea (or no unit)
}

func (a *arc) closed() bool { return a.points[0] == a.points[len(a.points)-1] }
func (a *arc) coast() bool  { return a.left < 0 || a.right < 0 }

// ref is an arc in a ring: its number, or ^number when the ring runs against it.
type ref int

func (r ref) arc() int {
	if r < 0 {
		return int(^r)
	}
	return int(r)
}

// topology is units with their boundaries in common.
type topology struct {
	units []unit
	arcs  []arc
	rings [][][]ref // by unit
}

type gridPoint [2]int32 // millionths of a degree

func snap(p orb.Point) gridPoint {
	return gridPoint{int32(math.Round(p[0] * 1e6)), int32(math.Round(p[1] * 1e6))}
}

func (g gridPoint) point() orb.Point { return orb.Point{float64(g[0]) / 1e6, float64(g[1]) / 1e6} }

// newTopology finds the arcs: rings are cut where their neighbours change, and
// the pieces that two rings have in common are one arc.
func newTopology(units []unit) *topology {
	t := &topology{units: units, rings: make([][][]ref, len(units))}
	type ring struct {
		unit   int
		points []gridPoint
	}
	var rings []ring
	// Neighbours of every vertex; a vertex with more than two is a node.
	neighbours := map[gridPoint][]gridPoint{}
	meet := func(a, b gridPoint) {
		if n := neighbours[a]; len(n) < 3 && !slices.Contains(n, b) {
			neighbours[a] = append(n, b)
		}
	}
	for u := range units {
		for _, r := range units[u].rings {
			points := make([]gridPoint, 0, len(r))
			for _, p := range r {
				if g := snap(p); len(points) == 0 || g != points[len(points)-1] {
					points = append(points, g)
				}
			}
			for len(points) > 1 && points[0] == points[len(points)-1] {
				points = points[:len(points)-1]
			}
			if len(points) < 3 {
				continue
			}
			for i, p := range points {
				q := points[(i+1)%len(points)]
				meet(p, q)
				meet(q, p)
			}
			rings = append(rings, ring{u, points})
		}
	}
	// A ring that leaves a shared boundary where the other ring ends has only two
	// neighbours there on one side: count the rings' own ends as well.
	type edge struct{ a, b gridPoint }
	owners := map[edge]int{}
	for i, r := range rings {
		for k, p := range r.points {
			owners[edge{p, r.points[(k+1)%len(r.points)]}] = i + 1
		}
	}
	node := func(r *ring, i int) bool {
		n := len(r.points)
		p, before, after := r.points[i], r.points[(i+n-1)%n], r.points[(i+1)%n]
		return len(neighbours[p]) != 2 || owners[edge{p, before}] != owners[edge{after, p}]
	}
	type name struct {
		a, b, next gridPoint
		n          int
	}
	known := map[name]int{}
	for k := range rings {
		r := &rings[k]
		n := len(r.points)
		var nodes []int
		for i := range n {
			if node(r, i) {
				nodes = append(nodes, i)
			}
		}
		if nodes == nil { // an island: begins at its smallest vertex
			first := 0
			for i := range r.points {
				if slices.Compare(r.points[i][:], r.points[first][:]) < 0 {
					first = i
				}
			}
			nodes = []int{first}
		}
		var refs []ref
		for j, from := range nodes {
			to := nodes[(j+1)%len(nodes)]
			if to <= from {
				to += n
			}
			line := make([]gridPoint, 0, to-from+1)
			for i := from; i <= to; i++ {
				line = append(line, r.points[i%n])
			}
			last := len(line) - 1
			if i, ok := known[name{line[last], line[0], line[last-1], len(line)}]; ok {
				t.arcs[i].right = r.unit
				refs = append(refs, ^ref(i))
				continue
			}
			known[name{line[0], line[last], line[1], len(line)}] = len(t.arcs)
			points := make([]orb.Point, len(line))
			for i, g := range line {
				points[i] = g.point()
			}
			refs = append(refs, ref(len(t.arcs)))
			t.arcs = append(t.arcs, arc{points, r.unit, -1})
		}
		t.rings[r.unit] = append(t.rings[r.unit], refs)
	}
	for u := range t.units {
		t.units[u].rings = nil
	}
	return t
}

// line is an arc's points in the direction of the ref.
func (t *topology) line(r ref) []orb.Point {
	points := t.arcs[r.arc()].points
	if r < 0 {
		points = slices.Clone(points)
		slices.Reverse(points)
	}
	return points
}

// boundary joins refs of arcs into rings. Arcs with the same unit class on both
// sides are to be left out by the caller.
func (t *topology) boundary(refs []ref) [][]ref {
	start := func(r ref) orb.Point {
		p := t.arcs[r.arc()].points
		if r < 0 {
			return p[len(p)-1]
		}
		return p[0]
	}
	from := map[orb.Point][]ref{}
	for _, r := range refs {
		from[start(r)] = append(from[start(r)], r)
	}
	for _, l := range from {
		slices.SortFunc(l, func(a, b ref) int { return cmp.Compare(b.arc(), a.arc()) })
	}
	used := map[ref]bool{}
	var out [][]ref
	for _, first := range refs {
		if used[first] {
			continue
		}
		var ring []ref
		for r := first; ; {
			used[r] = true
			ring = append(ring, r)
			end := start(^r)
			next := from[end]
			for len(next) > 0 && used[next[len(next)-1]] {
				next = next[:len(next)-1]
			}
			from[end] = next
			if len(next) == 0 {
				break
			}
			r = next[len(next)-1]
		}
		out = append(out, ring)
	}
	return out
}

// outline is the boundary of the units for which in is true, and of nothing else.
func (t *topology) outline(in func(unit int) bool) [][]ref {
	var refs []ref
	for i, a := range t.arcs {
		l, r := a.left >= 0 && in(a.left), a.right >= 0 && in(a.right)
		switch {
		case l && !r:
			refs = append(refs, ref(i))
		case r && !l:
			refs = append(refs, ^ref(i))
		}
	}
	return t.boundary(refs)
}

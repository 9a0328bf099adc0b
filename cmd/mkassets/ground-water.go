package main

import (
	"container/heap"
	"fmt"
	"math"
	"slices"

	"contested/geo/basemap"

	"github.com/paulmach/orb"
)

// addWater stores lakes and rivers.
func (g *ground) addWater() error {
	if err := g.addLakes(); err != nil {
		return err
	}
	return g.addRivers()
}

// aral lies in the Aral Sea, which GSHHG has as it was in 1960: most of it is land
// now, and no data here say which part is not.
var aral = orb.Point{59.5, 45.0}

func (g *ground) addLakes() error {
	shores, err := readShorelines(g.work, g.gshhg, func(level int, area float64, p orb.Point) bool {
		switch {
		case level != 2 && level != 3:
			return false
		case detailed.Contains(p):
			return area >= 0.5
		case around.Contains(p):
			return area >= 100
		}
		return area >= 1000
	})
	if err != nil {
		return err
	}
	type lake struct {
		ring    []orb.Point
		islands [][]orb.Point
	}
	var lakes []lake
	for _, s := range shores {
		if s.level == 2 && s.ring[0] == s.ring[len(s.ring)-1] && len(s.ring) > 3 {
			lakes = append(lakes, lake{ring: s.ring})
		}
	}
	for _, l := range g.lagoons {
		with := lake{ring: append(l, l[0])}
		for _, i := range g.islands {
			if inRing(l, i.ring[0]) {
				with.islands = append(with.islands, i.ring)
			}
		}
		lakes = append(lakes, with)
	}
	for _, s := range shores {
		if s.level != 3 || s.ring[0] != s.ring[len(s.ring)-1] || len(s.ring) < 4 {
			continue
		}
		for i := range lakes {
			if inRing(lakes[i].ring, s.ring[0]) {
				lakes[i].islands = append(lakes[i].islands, s.ring)
				break
			}
		}
	}
	for _, l := range lakes {
		if inRing(l.ring, aral) {
			continue
		}
		var parts [][]orb.Point
		if parts, err = withoutFormer(l.ring); err != nil {
			return err
		}
		for _, ring := range parts {
			s := shape{Feature: basemap.Feature{Class: basemap.Lake}, derived: true}
			for _, n := range lakeNames {
				if inRing(ring, n.at) {
					s.ID, s.Names = "lake:"+n.id, n.names
				}
			}
			g.addLake(s, ring, l.islands)
		}
	}
	return nil
}

func (g *ground) addLake(s shape, ring []orb.Point, islands [][]orb.Point) {
	inside := slices.ContainsFunc(ring, detailed.Contains)
	levels := []level{globe, low, outerLevel(ring)}
	if inside {
		levels = []level{globe, low, mid, fine}
	}
	for _, l := range levels {
		outer := closed(simplify(project(ring), l.tolerance))
		if size := math.Abs(area(outer)); len(outer) < 3 || l != fine && size < 3*l.least() {
			continue
		}
		if area(outer) > 0 {
			slices.Reverse(outer)
		}
		rings := [][]basemap.Vertex{outer}
		for _, i := range islands {
			hole := closed(simplify(project(i), l.tolerance))
			if len(hole) < 3 || math.Abs(area(hole)) < l.least() || !inRing(ring, i[0]) {
				continue
			}
			if area(hole) < 0 {
				slices.Reverse(hole)
			}
			rings = append(rings, hole)
		}
		s.minZoom, s.maxZoom, s.bits = l.minZoom, l.maxZoom, l.bits
		g.area(s, rings)
	}
}

// withoutFormer takes the Kakhovka Reservoir, gone since its dam was blown up on
// 6 June 2023, out of the chain of reservoirs that GSHHG has as one lake: the
// ring is cut at the dams of Zaporizhzhia and Nova Kakhovka.
func withoutFormer(ring []orb.Point) ([][]orb.Point, error) {
	inReservoir := orb.Point{35.12, 47.55}
	if !inRing(ring, inReservoir) {
		return [][]orb.Point{ring}, nil
	}
	parts := [][]orb.Point{ring}
	for _, dam := range []orb.Point{{35.087, 47.867}, {33.372, 46.777}} {
		for i, p := range parts {
			if !inRing(p, inReservoir) {
				continue
			}
			rest, other, err := closeStrait(track(p), dam, 100)
			if err != nil {
				return nil, fmt.Errorf("cutting the Kakhovka Reservoir: %w", err)
			}
			parts[i] = rest
			parts = append(parts, append(other, other[0]))
			break
		}
	}
	return slices.DeleteFunc(parts, func(p []orb.Point) bool { return inRing(p, inReservoir) }), nil
}

func inRing(ring []orb.Point, p orb.Point) bool {
	inside := false
	for i := range ring {
		a, b := ring[i], ring[(i+1)%len(ring)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1])+a[0] {
			inside = !inside
		}
	}
	return inside
}

// Levels of the World Data Bank: 1 and 2 are the great rivers, 3 and 4 lesser
// ones; 0 is the banks of broad rivers, which the lakes have already; above 4 are
// intermittent rivers and canals.
func (g *ground) addRivers() error {
	rivers, err := readRivers(g.work, g.gshhg, func(level int, p orb.Point) bool {
		switch {
		case detailed.Contains(p):
			return level >= 1 && level <= 4
		case around.Contains(p):
			return level == 1 || level == 2
		}
		return level == 1
	})
	if err != nil {
		return err
	}
	rivers = shortened(rivers)
	used := make([]bool, len(rivers))
	net := newNetwork(rivers)
	for _, n := range riverNames {
		best := 4
		var lines [][]orb.Point
		for _, course := range n.courses {
			for _, i := range net.way(course) {
				if !used[i] {
					used[i] = true
					lines = append(lines, rivers[i].line)
					best = min(best, rivers[i].level)
				}
			}
		}
		if lines == nil {
			return fmt.Errorf("the river data have nothing of the %s", n.names[0])
		}
		named := basemap.Feature{Class: basemap.River, ID: "riv:" + n.id, Names: n.names}
		for _, line := range joinLines(lines, 0.03) {
			g.addRiver(named, best, line)
		}
	}
	for level := 1; level <= 4; level++ {
		var lines [][]orb.Point
		for i, r := range rivers {
			if !used[i] && r.level == level {
				lines = append(lines, r.line)
			}
		}
		for _, line := range joinLines(lines, 2e-5) {
			g.addRiver(basemap.Feature{Class: basemap.River}, level, line)
		}
	}
	for _, r := range ownRivers {
		f := basemap.Feature{Class: basemap.River, ID: "riv:" + r.id, Names: r.names}
		for _, p := range pieces(r.line, detailed) {
			s := shape{Feature: f, minZoom: r.from, bits: fine.bits}
			s.Rank = r.rank
			g.line(s, softened(project(p.points)))
		}
	}
	return nil
}

// shortened cuts rivers into short pieces, so that the network has nodes along
// them and not only at their ends.
func shortened(rivers []waterway) []waterway {
	const points = 25
	var out []waterway
	for _, r := range rivers {
		for len(r.line) > points {
			out = append(out, waterway{r.level, r.line[:points]})
			r.line = r.line[points-1:]
		}
		if len(r.line) > 1 {
			out = append(out, r)
		}
	}
	return out
}

func (g *ground) addRiver(f basemap.Feature, level int, line []orb.Point) {
	f.Rank = uint8(level - 1)
	from := []float64{3.5, 5, 6.5, 7.5}[f.Rank]
	if f.ID != "" {
		from = math.Min(from, 6)
	}
	s := shape{Feature: f, derived: true}
	if from < low.maxZoom {
		s.minZoom, s.maxZoom, s.bits = from, low.maxZoom, low.bits
		g.line(s, simplify(project(line), low.tolerance))
	}
	if !slices.ContainsFunc(line, detailed.Contains) {
		l := outerLevel(line)
		s.minZoom, s.maxZoom, s.bits = math.Max(from, l.minZoom), 0, l.bits
		g.line(s, simplify(project(line), l.tolerance))
		return
	}
	if from < mid.maxZoom {
		s.minZoom, s.maxZoom, s.bits = math.Max(from, mid.minZoom), mid.maxZoom, mid.bits
		g.line(s, simplify(project(line), mid.tolerance))
	}
	const course = 6e-7 // 15 m at 48° N; the data are good to some hundred metres
	s.minZoom, s.maxZoom, s.bits = math.Max(from, fine.minZoom), 0, fine.bits
	g.line(s, simplify(project(line), course))
}

// softened draws a smooth line near a few known points: corners are cut twice.
func softened(line []basemap.Vertex) []basemap.Vertex {
	for range 2 {
		cut := rounded(line)
		cut = cut[:len(cut)-2] // the closing side
		cut[0] = line[0]
		cut[len(cut)-1] = line[len(line)-1]
		line = cut
	}
	return line
}

// network is rivers as a graph, to find a river's course between known points.
type network struct {
	rivers []waterway
	nodes  []orb.Point
	edges  map[int][]stream
}

type stream struct {
	to, river int // river -1: a gap, as in a reservoir
	length    float64
}

func newNetwork(rivers []waterway) *network {
	n := &network{rivers: rivers, edges: map[int][]stream{}}
	const cell = 0.02
	known := map[[2]int]int{}
	node := func(p orb.Point) int {
		k := [2]int{int(math.Round(p[0] / cell)), int(math.Round(p[1] / cell))}
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				if i, ok := known[[2]int{k[0] + dx, k[1] + dy}]; ok && distance(n.nodes[i], p) < cell {
					return i
				}
			}
		}
		known[k] = len(n.nodes)
		n.nodes = append(n.nodes, p)
		return len(n.nodes) - 1
	}
	for i, r := range rivers {
		var length float64
		for k := 1; k < len(r.line); k++ {
			length += distance(r.line[k-1], r.line[k])
		}
		a, b := node(r.line[0]), node(r.line[len(r.line)-1])
		n.edges[a] = append(n.edges[a], stream{b, i, length})
		n.edges[b] = append(n.edges[b], stream{a, i, length})
	}
	var ends []int
	for i := range n.nodes {
		if len(n.edges[i]) == 1 {
			ends = append(ends, i)
		}
	}
	for _, i := range ends { // gaps of up to a quarter degree, at a price
		for k, q := range n.nodes {
			if p := n.nodes[i]; k != i && math.Abs(p[1]-q[1]) < 0.25 && distance(p, q) < 0.25 {
				n.edges[i] = append(n.edges[i], stream{k, -1, 8 * distance(p, q)})
				n.edges[k] = append(n.edges[k], stream{i, -1, 8 * distance(p, q)})
			}
		}
	}
	return n
}

// way is the rivers on the shortest way along a course (Dijkstra, 1959). Each of
// its points stands for the nearest node.
func (n *network) way(course []orb.Point) []int {
	nearest := func(p orb.Point) int {
		best := 0
		for i, q := range n.nodes {
			if distance(p, q) < distance(p, n.nodes[best]) {
				best = i
			}
		}
		return best
	}
	var out []int
	for i := 1; i < len(course); i++ {
		from, to := nearest(course[i-1]), nearest(course[i])
		length := map[int]float64{from: 0}
		came := map[int]stream{} // to: where from
		done := map[int]bool{}
		q := &queue{{from, 0}}
		for q.Len() > 0 {
			at := heap.Pop(q).(reached)
			if done[at.node] {
				continue
			}
			done[at.node] = true
			if at.node == to {
				break
			}
			for _, e := range n.edges[at.node] {
				l := at.length + e.length
				if old, ok := length[e.to]; !ok || l < old {
					length[e.to] = l
					came[e.to] = stream{at.node, e.river, 0}
					heap.Push(q, reached{e.to, l})
				}
			}
		}
		for at := to; at != from; {
			e, ok := came[at]
			if !ok {
				break
			}
			if e.river >= 0 {
				out = append(out, e.river)
			}
			at = e.to
		}
	}
	return out
}

type reached struct {
	node   int
	length float64
}

type queue []reached

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].length < q[j].length }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(reached)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

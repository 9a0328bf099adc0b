package main

import (
	"math"
	"slices"

	"contested/geo/basemap"

	"github.com/paulmach/orb"
)

// addLand stores the fill of the land in cells.
func (g *ground) addLand() {
	outline := g.coarse.outline(func(int) bool { return true })
	nowhere := basemap.Bound{MinX: 9, MinY: 9, MaxX: 9, MaxY: 9}
	corner := project([]orb.Point{{detailed.Min[0], detailed.Max[1]}, {detailed.Max[0], detailed.Min[1]}})
	region := basemap.Bound{MinX: corner[0].X, MinY: corner[0].Y, MaxX: corner[1].X, MaxY: corner[1].Y}

	rings := func(line func(arc int) []basemap.Vertex, least float64) (out [][]basemap.Vertex) {
		for _, refs := range outline {
			var ring []basemap.Vertex
			for _, r := range refs {
				part := slices.Clone(line(r.arc()))
				if r < 0 {
					slices.Reverse(part)
				}
				ring = append(ring, part...)
			}
			if ring = closed(ring); len(ring) > 2 && math.Abs(area(ring)) >= least {
				out = append(out, ring)
				out = append(out, beyond(ring)...)
			}
		}
		return out
	}
	land := basemap.Feature{Class: basemap.Land}
	for _, l := range []level{globe, low} {
		r := rings(func(i int) []basemap.Vertex { return simplify(project(g.coarse.arcs[i].points), l.tolerance) }, l.least())
		cells(r, l.margin(), nowhere, func(rings [][]basemap.Vertex, _ bool) {
			g.area(shape{Feature: land, minZoom: l.minZoom, maxZoom: l.maxZoom, bits: l.bits}, rings)
		})
	}
	detail := func(full bool) func(int) []basemap.Vertex {
		return func(i int) (line []basemap.Vertex) {
			if g.dropped(i) {
				return nil
			}
			for _, p := range g.pieces(i, g.exact.arcs[i].points) {
				if p.inside && !full {
					line = append(line, simplify(project(p.points), mid.tolerance)...)
				} else {
					line = append(line, p.simple()...)
				}
			}
			return line
		}
	}
	r := rings(detail(false), 0)
	for _, l := range g.islands {
		if ring := closed(simplify(project(l.ring), mid.tolerance)); math.Abs(area(ring)) >= mid.least() {
			r = append(r, ring)
		}
	}
	cells(r, mid.margin(), region, func(rings [][]basemap.Vertex, touches bool) {
		s := shape{Feature: land, minZoom: outer.minZoom, bits: outer.bits}
		if touches {
			s.maxZoom, s.bits, s.derived = mid.maxZoom, mid.bits, true
		}
		g.area(s, rings)
	})
	r = rings(detail(true), 0)
	for _, l := range g.islands {
		r = append(r, closed(simplify(project(l.ring), shoreTolerance)))
	}
	cells(r, mid.margin(), region, func(rings [][]basemap.Vertex, touches bool) {
		if touches {
			g.area(shape{Feature: land, minZoom: fine.minZoom, bits: fine.bits, derived: true}, rings)
		}
	})
}

// margin is by how much cells of a level overlap their neighbours: 1 dp at the
// lowest zoom.
func (l level) margin() float64 { return 1 / (256 * math.Exp2(max(l.minZoom, 1))) }

// beyond is a ring that touches the antimeridian once more on the other side of
// the map, so that the cells there overlap their neighbours too.
func beyond(ring []basemap.Vertex) (out [][]basemap.Vertex) {
	for _, shift := range []float64{-1, 1} {
		end := (1 - shift) / 2 // 1 for what moves west, 0 for what moves east
		if slices.ContainsFunc(ring, func(v basemap.Vertex) bool { return math.Abs(v.X-end) < 1e-6 }) {
			moved := slices.Clone(ring)
			for i := range moved {
				moved[i].X += shift
			}
			out = append(out, moved)
		}
	}
	return out
}

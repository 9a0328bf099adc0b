package main

import (
	"cmp"
	"slices"

	"contested/geo/basemap"
)

// shape is a feature on its way into a file.
type shape struct {
	basemap.Feature
	minZoom, maxZoom float64 // maxZoom 0: without end
	bits             int
	derived          bool // of GSHHG or the Digital Chart of the World
	number           int  // of its first part
}

// store collects shapes.
type store struct{ shapes []*shape }

const (
	lineVertices  = 256  // of one part of a line
	blockVertices = 2048 // of one block
)

// line stores a line in parts of bounded length.
func (s *store) line(like shape, points []basemap.Vertex) []*shape {
	var out []*shape
	for len(points) > 1 {
		n := min(len(points), lineVertices)
		part := like
		part.Parts = [][]basemap.Vertex{points[:n]}
		out = append(out, &part)
		points = points[n-1:]
	}
	s.shapes = append(s.shapes, out...)
	return out
}

func (s *store) area(like shape, rings [][]basemap.Vertex) {
	like.Parts = rings
	s.shapes = append(s.shapes, &like)
}

// blocks puts the shapes of one file in order, numbers their parts from first
// on, and returns the blocks and the number after the last part.
func (s *store) blocks(derived bool, first int) ([]basemap.Block, int) {
	var shapes []*shape
	for _, p := range s.shapes {
		if p.derived == derived {
			shapes = append(shapes, p)
		}
	}
	key := make(map[*shape]uint64, len(shapes))
	for _, p := range shapes {
		var b basemap.Bound
		for i, v := range p.Parts[0] {
			if i == 0 {
				b = basemap.Bound{MinX: v.X, MinY: v.Y, MaxX: v.X, MaxY: v.Y}
			}
			b.MinX, b.MaxX = min(b.MinX, v.X), max(b.MaxX, v.X)
			b.MinY, b.MaxY = min(b.MinY, v.Y), max(b.MaxY, v.Y)
		}
		key[p] = hilbert((b.MinX+b.MaxX)/2, (b.MinY+b.MaxY)/2)
	}
	kind := func(a, b *shape) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.minZoom, b.minZoom),
			cmp.Compare(a.maxZoom, b.maxZoom), cmp.Compare(a.bits, b.bits))
	}
	slices.SortStableFunc(shapes, func(a, b *shape) int {
		return cmp.Or(kind(a, b), cmp.Compare(key[a], key[b]))
	})
	var out []basemap.Block
	vertices := 0
	for i, p := range shapes {
		n := 0
		for _, part := range p.Parts {
			n += len(part)
		}
		if i == 0 || kind(shapes[i-1], p) != 0 || vertices+n > blockVertices {
			out = append(out, basemap.Block{Class: p.Class, MinZoom: p.minZoom, MaxZoom: p.maxZoom, Bits: p.bits})
			vertices = 0
		}
		vertices += n
		b := &out[len(out)-1]
		b.Features = append(b.Features, p.Feature)
		p.number = first
		first += len(p.Parts)
	}
	return out, first
}

// hilbert is how far along a Hilbert curve of order 16 a point of the unit square
// lies: what is near on the curve is near on the map.
func hilbert(x, y float64) uint64 {
	const n = 1 << 16
	px, py := uint32(min(max(x, 0), 0.99999)*n), uint32(min(max(y, 0), 0.99999)*n)
	var d uint64
	for s := uint32(n / 2); s > 0; s /= 2 {
		var rx, ry uint32
		if px&s != 0 {
			rx = 1
		}
		if py&s != 0 {
			ry = 1
		}
		d += uint64(s) * uint64(s) * uint64((3*rx)^ry)
		if ry == 0 {
			if rx == 1 {
				px, py = n-1-px, n-1-py
			}
			px, py = py, px
		}
	}
	return d
}

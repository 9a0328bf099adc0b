package basemap

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
)

// Ground is what [Load] gives: read-only, and safe for concurrent use.
type Ground struct {
	blocks []block // in painting order
	starts []int   // by stored block: the number of its first part
	stored []int   // by stored block: its place in blocks
	index  *index

	regions func() (*regionSet, error)
	labels  func() ([]Label, error) // those that zooms below nearLabels need
	near    func() ([]Label, error) // the rest
}

// block is features that are decoded when they are first shown.
type block struct {
	head
	once     sync.Once
	features []Feature
	parts    [][]Vertex
	err      error
	loaded   atomic.Bool
}

func (b *block) load() []Feature {
	if b.loaded.Load() {
		return b.features
	}
	b.once.Do(func() {
		b.features, b.err = b.decode()
		b.parts = make([][]Vertex, 0, b.head.parts)
		for i := range b.features {
			b.parts = append(b.parts, b.features[i].Parts...)
		}
		b.loaded.Store(true)
	})
	return b.features
}

// Load opens the ground in the folder "ground" of fsys. It reads the table of
// contents only; what a picture needs is decoded when it is first asked for.
func Load(fsys fs.FS) (*Ground, error) {
	names, err := fs.Glob(fsys, "ground/*.ground")
	if err != nil {
		return nil, err
	}
	g := &Ground{}
	total := 0
	slices.Sort(names)
	for _, name := range names {
		kind := byte(kindShapes)
		isIndex := path.Base(name) == "index.ground"
		if isIndex {
			kind = kindIndex
		}
		body, err := open(fsys, name, kind)
		var heads []head
		if err == nil && isIndex {
			g.index, err = readIndex(body)
		} else if err == nil {
			heads, err = readHeads(body)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, h := range heads {
			g.starts = append(g.starts, total)
			total += h.parts
			g.blocks = append(g.blocks, block{head: h})
		}
	}
	switch {
	case g.index == nil || g.blocks == nil:
		return nil, errors.New("the built-in ground is missing: run `make assets`")
	case g.index.parts != total:
		return nil, fmt.Errorf("%w: its files are of different builds", errDamaged)
	}
	// Painting order, and where each block went.
	order := make([]int, len(g.blocks))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		return g.blocks[order[i]].class < g.blocks[order[j]].class
	})
	sorted := make([]block, len(g.blocks))
	g.stored = make([]int, len(g.blocks))
	for to, from := range order {
		sorted[to].head = g.blocks[from].head
		g.stored[from] = to
	}
	g.blocks = sorted
	g.regions = sync.OnceValues(g.readRegions)
	g.labels = sync.OnceValues(g.index.labels.names)
	g.near = sync.OnceValues(g.index.near.names)
	return g, nil
}

// Check decodes everything and reports the first thing that is damaged. What is
// damaged is otherwise not drawn.
func (g *Ground) Check() error {
	for i := range g.blocks {
		b := &g.blocks[i]
		if b.load(); b.err != nil {
			return fmt.Errorf("block %d: %w", i, b.err)
		}
	}
	if _, err := g.labels(); err != nil {
		return fmt.Errorf("labels: %w", err)
	}
	if _, err := g.near(); err != nil {
		return fmt.Errorf("labels of near zooms: %w", err)
	}
	if _, err := g.regions(); err != nil {
		return fmt.Errorf("regions: %w", err)
	}
	return nil
}

// Visit calls yield for every feature that touches a rectangle of the world, in
// the level of detail for the zoom, always in the same order, lower classes
// first. It stops when yield returns false. Copies of the world east and west of
// the unit square are the caller's to draw.
func (g *Ground) Visit(minX, minY, maxX, maxY, zoom float64, yield func(*Feature) bool) {
	view := Bound{minX, minY, maxX, maxY}
	for i := range g.blocks {
		b := &g.blocks[i]
		if !b.shows(zoom) || !b.bound.Overlaps(view) {
			continue
		}
		features := b.load()
		for k := range features {
			if features[k].Bound.Overlaps(view) && !yield(&features[k]) {
				return
			}
		}
	}
}

// Labels calls yield for every label within a rectangle that is shown at the
// zoom, the most important first, always in the same order. Whether there is
// room for it is the caller's to decide.
func (g *Ground) Labels(minX, minY, maxX, maxY, zoom float64, yield func(*Label) bool) {
	for _, block := range []func() ([]Label, error){g.labels, g.near} {
		labels, err := block()
		if err != nil {
			return
		}
		for i := range labels {
			l := &labels[i]
			if zoom >= l.MinZoom && zoom < l.MaxZoom &&
				l.At.X >= minX && l.At.X <= maxX && l.At.Y >= minY && l.At.Y <= maxY && !yield(l) {
				return
			}
		}
		if zoom < nearLabels {
			return
		}
	}
}

package render

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"contested/geo/basemap"
	"contested/geo/tiles"
)

// The names of settlements in vector tiles come after all other names but those of
// rivers, and yield among themselves as rivers do (see riverlabel.go): a name
// stands unless a more important one near it would stand if it were alone. What the
// ground or a symbol names already is left out.

// tileName is one wish to name a settlement of a vector tile.
type tileName struct {
	label
	rank  int
	tried bool
	gone  bool // it is named already
}

// tileKey tells a settlement from every other: the tile, in the first copy of the
// world, and its number there.
type tileKey struct{ zoom, col, row, i int }

// rankZooms are the zooms from which settlements are named, by their rank.
var rankZooms = [...]float64{5, 7, 9.5, 11.5, 12.5}

func (n *tileName) before(o *tileName) bool {
	return cmp.Or(cmp.Compare(n.rank, o.rank), cmp.Compare(o.ground.Population, n.ground.Population),
		cmp.Compare(n.ground.Names[0], o.ground.Names[0]), cmp.Compare(n.x, o.x), cmp.Compare(n.y, o.y)) < 0
}

// keptTileNames bounds what a layout remembers; beyond it everything is decided
// anew, with the same result.
const keptTileNames = 20000

// tileNames calls yield for the names of vector tiles that stand near a rectangle
// of the world, in the copy of the world at shift.
func (pl *placer) tileNames(m *tiles.Mosaic, shift, x0, y0, x1, y1 float64, yield func(b *label)) {
	if m == nil {
		return
	}
	l := pl.layout
	far := pl.reach / l.d
	if len(pl.tiles) > keptTileNames {
		pl.tiles = nil
	}
	if pl.tiles == nil {
		pl.tiles = map[tileKey]*tileName{}
	}
	var near []*tileName
	for i := range m.Vectors {
		t := &m.Vectors[i]
		if math.Floor(t.X) != shift {
			continue
		}
		for k := range t.Settlements {
			s := &t.Settlements[k]
			if l.zoom < rankZooms[s.Rank] {
				continue
			}
			at := basemap.Vertex{X: t.X - shift + float64(s.At.X)*t.Size, Y: t.Y + float64(s.At.Y)*t.Size}
			if at.X < x0-2*far || at.X > x1+2*far || at.Y < y0-2*far || at.Y > y1+2*far {
				continue
			}
			key := tileKey{t.Zoom, t.Col, t.Row, k}
			n := pl.tiles[key]
			if n == nil {
				n = &tileName{rank: s.Rank, label: label{x: at.X * l.d, y: at.Y * l.d, symbol: -1, tile: true, ground: &basemap.Label{
					Kind: basemap.SettlementLabel, Names: s.Names, At: at, Population: s.Population, Rank: uint8(s.Rank)}}}
				n.gone = pl.named(n)
				pl.tiles[key] = n
			}
			if !n.gone {
				near = append(near, n)
			}
		}
	}
	for _, n := range near {
		if pl.tryTile(n); n.state != placed {
			continue
		}
		if !slices.ContainsFunc(near, func(o *tileName) bool { return o.before(n) && pl.tileYields(n, o) }) {
			yield(&n.label)
		}
	}
}

func (pl *placer) tryTile(n *tileName) {
	if !n.tried {
		n.tried = true
		pl.settle(&n.label, all)
	}
}

func (pl *placer) tileYields(n, o *tileName) bool {
	dx, dy := o.x-n.x, o.y-n.y
	if math.Hypot(dx, dy) > 2*pl.reach {
		return false
	}
	if pl.tryTile(o); o.state != placed {
		return false
	}
	for _, a := range n.text.boxes {
		for _, b := range o.text.boxes {
			if meets(a, b, dx, dy, pl.grow) {
				return true
			}
		}
	}
	return false
}

// sameWithin is how far apart, in world coordinates (about 6 km in Ukraine), two
// points of the same name are one settlement.
const sameWithin = 2.4e-4

// named reports whether the ground or a symbol bears the name near by.
func (pl *placer) named(n *tileName) bool {
	l := pl.layout
	r := sameWithin * l.d
	same := func(a, b [3]string) bool {
		for i := range a {
			if a[i] != "" && strings.EqualFold(a[i], b[i]) {
				return true
			}
		}
		return false
	}
	found := false
	pl.anchors.near(n.x-r, n.y-r, n.x+r, n.y+r, all, func(i int32) bool {
		b := &pl.labels[i]
		switch {
		case b.ground != nil:
			found = found || same(b.ground.Names, n.ground.Names)
		case b.symbol >= 0:
			for _, k := range l.symbols[b.symbol].places {
				p := &l.scene.Places[k].Place
				found = found || same([3]string{p.Name, p.NameUK, p.NameRU}, n.ground.Names)
			}
		}
		return !found
	})
	return found
}

package basemap

import (
	"sort"
	"sync"

	"contested/geo/view"

	"github.com/paulmach/orb"
)

// regionSet is the regions by their ids, and those that Locate looks through.
type regionSet struct {
	byID  map[string]*region
	units []*region
}

// region is a region whose shape is put together when it is first asked for.
type region struct {
	id, country string
	bound       Bound
	rings       string // as stored
	once        sync.Once
	made        *Region
}

func (g *Ground) readRegions() (*regionSet, error) {
	set := &regionSet{byID: map[string]*region{}}
	err := g.index.outlines(func(o RegionOutline, rings string) {
		r := &region{id: o.ID, country: o.Country, bound: o.Bound, rings: rings}
		if o.ID != "" {
			set.byID[o.ID] = r
		}
		if o.Country != "" {
			set.units = append(set.units, r)
		}
	})
	if err != nil {
		return nil, err
	}
	if _, err := g.labels(); err != nil {
		return nil, err
	}
	return set, nil
}

// shape is a region's shape.
func (g *Ground) shape(r *region) *Region {
	r.once.Do(func() {
		s := &Region{ID: r.id}
		labels, _ := g.labels() // readRegions has asked
		for i := range labels {
			if labels[i].ID == r.id {
				s.Names = labels[i].Names
			}
		}
		var rings [][]PartRef
		in := &reader{b: []byte(r.rings)}
		in.rings(g.index.parts, func(k int, p PartRef) {
			for len(rings) <= k {
				rings = append(rings, nil)
			}
			rings[k] = append(rings[k], p)
		})
		for _, refs := range rings {
			if ring := g.ring(refs); len(ring) > 2 {
				s.Rings = append(s.Rings, ring)
			}
		}
		first := true
		for _, ring := range s.Rings {
			for _, v := range ring {
				s.Bound.add(v, first)
				first = false
			}
		}
		r.made = s
	})
	return r.made
}

// ring joins parts end to end; the last vertex is not the first one repeated.
func (g *Ground) ring(refs []PartRef) []Vertex {
	var out []Vertex
	add := func(v Vertex) {
		if len(out) == 0 || out[len(out)-1] != v {
			out = append(out, v)
		}
	}
	for _, ref := range refs {
		k := sort.SearchInts(g.starts, ref.Part+1) - 1
		b := &g.blocks[g.stored[k]]
		b.load()
		if i := ref.Part - g.starts[k]; i < len(b.parts) {
			part := b.parts[i]
			for j := range part {
				if ref.Against {
					add(part[len(part)-1-j])
				} else {
					add(part[j])
				}
			}
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out
}

// Region is the shape of a country ("cty:UA"), a first-level unit by its
// ISO 3166-2 code ("adm:UA-14"), or a named region ("reg:donbas", "reg:crimea"),
// in full detail. It is shared and read-only; see [Clip] before painting it.
func (g *Ground) Region(id string) (*Region, bool) {
	set, err := g.regions()
	if err != nil {
		return nil, false
	}
	r, ok := set.byID[id]
	if !ok {
		return nil, false
	}
	return g.shape(r), true
}

// Locate says in which country (ISO 3166-1 alpha-2) and which unit (ISO 3166-2)
// a point lies, by the borders that the United Nations recognise. Both are empty
// at sea; the unit is empty where ISO has no code.
func (g *Ground) Locate(p orb.Point) (country, admin1 string) {
	set, err := g.regions()
	if err != nil {
		return "", ""
	}
	x, y := view.World(p)
	for _, u := range set.units {
		b := u.bound
		if x < b.MinX || x > b.MaxX || y < b.MinY || y > b.MaxY {
			continue
		}
		if g.shape(u).Contains(Vertex{x, y}) {
			id := u.id
			if len(id) > 4 && id[:4] == "adm:" {
				return u.country, id[4:]
			}
			return u.country, ""
		}
	}
	return "", ""
}

// Contains reports whether a point lies in the region.
func (r *Region) Contains(v Vertex) bool {
	b := r.Bound
	if v.X < b.MinX || v.X > b.MaxX || v.Y < b.MinY || v.Y > b.MaxY {
		return false
	}
	inside := false
	for _, ring := range r.Rings {
		a := ring[len(ring)-1]
		for _, c := range ring {
			if (a.Y > v.Y) != (c.Y > v.Y) && v.X < (c.X-a.X)*(v.Y-a.Y)/(c.Y-a.Y)+a.X {
				inside = !inside
			}
			a = c
		}
	}
	return inside
}

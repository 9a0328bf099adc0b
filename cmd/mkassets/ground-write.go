package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"contested/geo/basemap"
)

// write stores the files.
func (g *ground) write(dir string) error {
	derived, n := g.blocks(true, 0)
	plain, n := g.blocks(false, n)
	regions, labels, err := g.regions()
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{ // parts are numbered in the order of the names
		"gmt.ground":           basemap.EncodeShapes(derived),
		"natural-earth.ground": basemap.EncodeShapes(plain),
		"index.ground":         basemap.EncodeIndex(n, regions, labels),
	} {
		if err := writeFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d bytes\n", name, len(data))
	}
	loaded, err := basemap.Load(os.DirFS(filepath.Dir(dir)))
	if err != nil {
		return err
	}
	return loaded.Check()
}

// regions puts the shapes of units, countries and named regions together.
func (g *ground) regions() ([]basemap.RegionOutline, []basemap.Label, error) {
	var out []basemap.RegionOutline
	add := func(id, country string, rings [][]ref, in func(unit int) bool) {
		o := basemap.RegionOutline{ID: id, Country: country, Bound: basemap.Bound{MinX: 2, MinY: 2, MaxX: -1, MaxY: -1}}
		put := func(ring []basemap.PartRef, parts []*shape, against bool) []basemap.PartRef {
			parts = slices.Clone(parts)
			if against {
				slices.Reverse(parts)
			}
			for _, p := range parts {
				ring = append(ring, basemap.PartRef{Part: p.number, Against: against})
				for _, v := range p.Parts[0] {
					o.Bound.MinX, o.Bound.MaxX = min(o.Bound.MinX, v.X), max(o.Bound.MaxX, v.X)
					o.Bound.MinY, o.Bound.MaxY = min(o.Bound.MinY, v.Y), max(o.Bound.MaxY, v.Y)
				}
			}
			return ring
		}
		for _, refs := range rings {
			var ring []basemap.PartRef
			for _, r := range refs {
				ring = put(ring, g.full[r.arc()], r < 0)
			}
			if ring != nil {
				o.Rings = append(o.Rings, ring)
			}
		}
		for _, l := range g.islands {
			if in(l.unit) {
				o.Rings = append(o.Rings, put(nil, l.parts, false))
			}
		}
		if o.Rings != nil {
			// Coordinates are rounded when they are stored.
			const slack = 1e-6
			o.Bound.MinX, o.Bound.MinY = o.Bound.MinX-slack, o.Bound.MinY-slack
			o.Bound.MaxX, o.Bound.MaxY = o.Bound.MaxX+slack, o.Bound.MaxY+slack
			out = append(out, o)
		}
	}
	countries := map[string]bool{}
	for u := range g.coarse.units {
		unit := &g.coarse.units[u]
		id := ""
		if unit.id != "" {
			id = "adm:" + unit.id
		}
		add(id, unit.country, g.coarse.rings[u], func(other int) bool { return other == u })
		countries[unit.country] = true
	}
	codes := make([]string, 0, len(countries))
	for c := range countries {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	for _, c := range codes {
		in := func(u int) bool { return g.coarse.units[u].country == c }
		add("cty:"+c, "", g.coarse.outline(in), in)
	}
	for _, r := range namedRegions {
		in := func(u int) bool { return slices.Contains(r.units, g.coarse.units[u].id) }
		add(r.id, "", g.coarse.outline(in), in)
	}
	labels, err := g.labels(codes)
	return out, labels, err
}

// byImportance puts labels in the order in which they are given room.
func byImportance(labels []basemap.Label) {
	slices.SortStableFunc(labels, func(a, b basemap.Label) int {
		return cmp.Or(cmp.Compare(a.MinZoom, b.MinZoom), cmp.Compare(a.Rank, b.Rank),
			cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
}

package main

import (
	"fmt"
	"strconv"
	"strings"

	"contested/geo/tiles"
)

// fetchMap keeps a region of a PMTiles archive as a file, which snapshot --tiles and
// the window can show. What was broken off goes on where it was.
func (p *program) fetchMap(c *command, args []string) error {
	o := newOptions(c)
	file := o.target("", "where to keep it; what is not whole yet has .part behind its name")
	bbox := o.text("bbox", "", "W,S,E,N", "the box of longitudes and latitudes; else all that the map has")
	zooms := o.text("zooms", "0-12", "A-B", "the zooms: 8 shows a country, 12 villages, 15 streets")
	sizeOnly := o.yes("size-only", "only say how large it is")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	low, high, ok := strings.Cut(*zooms, "-")
	from, err1 := strconv.Atoi(strings.TrimSpace(low))
	to, err2 := strconv.Atoi(strings.TrimSpace(high))
	switch {
	case len(names) != 1:
		return usageError{c, "the address of one .pmtiles file is needed"}
	case *file == "-" || *file == "" && !*sizeOnly:
		return usageError{c, "a map is kept in a file; -o FILE.pmtiles says where"}
	case !ok || err1 != nil || err2 != nil || from < 0 || to < from || to > 30:
		return usageError{c, fmt.Sprintf("the zooms %q are not of the form 0-12", *zooms)}
	}
	if !*sizeOnly {
		if err := p.mayWrite(*file); err != nil {
			return err
		}
	}
	r, err := tiles.OpenRemote(p.ctx, names[0], tiles.Options{UserAgent: "Contested/" + version})
	if err != nil {
		return err
	}
	defer r.Close()
	part := r.Info().Bound
	if *bbox != "" {
		if part, err = box(*bbox); err != nil {
			return usageError{c, err.Error()}
		}
	}
	x, err := r.Plan(p.ctx, part, from, to)
	if err != nil {
		return err
	}
	p.donef("“%s”: %s, %.1f MB; to be credited: %s", r.Info().Name, count(int(x.Tiles), "tile", "tiles"), float64(x.Bytes)/1e6, r.Info().Credit())
	if *sizeOnly {
		return nil
	}
	tenth := int64(0)
	err = x.Save(p.ctx, *file, func(done int64) {
		if t := done * 10 / x.Bytes; t > tenth && t < 10 {
			tenth = t
			p.donef("%d0 %%", t)
		}
	})
	if err != nil {
		return err
	}
	p.donef("%s is kept", *file)
	return nil
}

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/render"
	"contested/geo/session"
)

// snapshot draws the map of what its inputs claim, as the window would.
func (p *program) snapshot(c *command, args []string) error {
	o := newOptions(c)
	file := o.text("output o", "map.png", "FILE", `the picture; "-" is standard output`)
	size := o.text("size", "1920x1080", "WxH", "size of the map in points")
	scale := o.text("scale", "1", "N", "pixels for each point: 2 draws everything twice as large")
	bbox := o.text("bbox", "", "W,S,E,N", "the box of longitudes and latitudes to show; else all claims")
	layout := o.text("layout", "map", "map|sheet", "the map alone, or with the quotes beneath it")
	title := o.text("title", "", "TEXT", "of the picture")
	theme := o.text("theme", "light", "NAME", "light, dark or print")
	labels := o.text("labels", "", "LANG", "language of place names: en, uk, ru; else official romanisation")
	language := o.text("language", "en", "LANG", "language of legend and notes: en, uk, ru")
	dpi := o.text("dpi", "", "N", "resolution written into the file, for print")
	example := o.yes("example", "draw the built-in example")
	strict := o.yes("strict", "fail if any input, or line of one, cannot be read")
	verbose := o.yes("verbose v", "tell of every input what came of it")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 && !*example {
		return usageError{c, `no input is given; "-" is standard input, --example the built-in example`}
	}
	pic := session.Picture{Appearance: session.Appearance{Title: *title, Legend: true}}
	if err := picture(&pic, *size, *scale, *bbox, *dpi); err != nil {
		return usageError{c, err.Error()}
	}
	var ok bool
	if pic.Style, ok = map[string]render.StyleName{"light": render.Light, "dark": render.Dark, "print": render.Print}[*theme]; !ok {
		return usageError{c, fmt.Sprintf("there is no theme %q; the themes are light, dark and print", *theme)}
	}
	pic.Labels, pic.Language = geo.Language(*labels), geo.Language(*language)
	for _, l := range []geo.Language{pic.Labels, pic.Language} {
		if l != "" && l != geo.English && l != geo.Ukrainian && l != geo.Russian {
			return usageError{c, fmt.Sprintf("there is no language %q; the languages are en, uk and ru", l)}
		}
	}
	if *layout != "map" {
		return usageError{c, fmt.Sprintf("the layout %q is not drawn yet; the only one is map", *layout)}
	}
	s, done, err := p.gather(names, *example, *verbose, *strict)
	if err != nil {
		return err
	}
	defer done()
	return p.output(*file, func(w io.Writer) error { return p.start().WritePicture(p.ctx, w, s.State(), pic) })
}

// picture sets the sizes of a picture from its flags.
func picture(pic *session.Picture, size, scale, bbox, dpi string) error {
	w, h, ok := strings.Cut(strings.ToLower(size), "x")
	width, err1 := strconv.ParseFloat(w, 64)
	height, err2 := strconv.ParseFloat(h, 64)
	if !ok || err1 != nil || err2 != nil || !(width > 0) || !(height > 0) {
		return fmt.Errorf("the size %q is not of the form 1920x1080", size)
	}
	d, err := strconv.ParseFloat(scale, 64)
	if err != nil || !(d >= 0.5) || d > 8 {
		return fmt.Errorf("the scale %q is not a number from 0.5 to 8", scale)
	}
	if width*d > render.MaxSide || height*d > render.MaxSide {
		return fmt.Errorf("%s at scale %s is larger than %d pixels a side", size, scale, render.MaxSide)
	}
	pic.Width, pic.Height, pic.Density = int(width*d+0.5), int(height*d+0.5), d
	if dpi != "" {
		if pic.DPI, err = strconv.ParseFloat(dpi, 64); err != nil || !(pic.DPI >= 1) || pic.DPI > 10000 {
			return fmt.Errorf("the resolution %q is not a number of dots per inch", dpi)
		}
	}
	if bbox == "" {
		return nil
	}
	var v [4]float64
	parts := strings.Split(bbox, ",")
	for i := range v {
		if len(parts) != 4 {
			err = errors.New("four numbers are needed")
		} else {
			v[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		}
		if err != nil {
			return fmt.Errorf("the box %q is not of the form west,south,east,north", bbox)
		}
	}
	if !(v[0] < v[2] && v[1] < v[3] && v[0] >= -180 && v[2] <= 180 && v[1] >= -90 && v[3] <= 90) {
		return fmt.Errorf("the box %q is empty or outside the world; give west,south,east,north in degrees", bbox)
	}
	pic.Bound = &orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
	return nil
}

// gather opens what a picture is made of: one project as it is, or anything
// else in an unnamed document that is gone afterwards.
func (p *program) gather(names []string, example, verbose, strict bool) (*session.Session, func(), error) {
	if len(names) == 1 && isProject(names[0]) && !example {
		s, err := p.open(names[0])
		if err != nil {
			return nil, nil, err
		}
		return s, func() { s.Close() }, nil
	}
	for _, n := range names {
		if isProject(n) {
			return nil, nil, fmt.Errorf("%s: a project is drawn alone; import the other inputs into it first", n)
		}
	}
	dir, err := os.MkdirTemp("", "contested-")
	if err != nil {
		return nil, nil, fmt.Errorf("no temporary folder can be made: %w", err)
	}
	s, err := session.Open(session.Config{Engine: p.start(), DataDir: dir, Example: example, Now: p.now, Ingest: ingest.Options{Stdin: p.stdin}})
	if err != nil {
		os.RemoveAll(dir)
		return nil, nil, err
	}
	done := func() {
		s.Close()
		os.RemoveAll(dir)
	}
	if len(names) > 0 {
		r := s.ImportNow(p.ctx, names)
		p.items(r.Report, verbose)
		switch {
		case r.Err != nil:
			err = r.Err
		case r.New == 0 && r.Failed() == 0 && !example:
			err = errors.New("there is no article in what was given")
		case r.New == 0 && !example, strict && r.Failed() > 0:
			err = errReported
		}
		if err != nil {
			done()
			return nil, nil, err
		}
	}
	return s, done, nil
}

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"contested/geo/ingest"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/tiles"
)

// presetNames lists the sizes that have a name.
func presetNames() string {
	var names []string
	for _, k := range session.Presets {
		names = append(names, k.Name)
	}
	return strings.Join(names, " ") + " (-upright)"
}

// providerNames lists the tile providers that have a name.
func providerNames() string {
	var names []string
	for _, k := range tiles.Providers() {
		names = append(names, k.Name)
	}
	return strings.Join(names, " ")
}

// picture sets the sizes of a picture from its flags.
func picture(pic *session.Picture, size, scale, bbox, dpi string) error {
	if k, ok := session.PresetNamed(size); ok {
		if dpi == "" && k.DPI > 0 {
			dpi = fmt.Sprint(k.DPI)
		}
		size, scale = fmt.Sprintf("%gx%g", float64(k.Width)/k.Density, float64(k.Height)/k.Density), fmt.Sprint(k.Density)
	}
	w, h, ok := strings.Cut(strings.ToLower(size), "x")
	width, err1 := strconv.ParseFloat(w, 64)
	height, err2 := strconv.ParseFloat(h, 64)
	if !ok || err1 != nil || err2 != nil || !(width > 0) || !(height > 0) {
		return fmt.Errorf("the size %q is not of the form 1920x1080, and no name of: %s", size, presetNames())
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
	b, err := box(bbox)
	pic.Bound = &b
	return err
}

// box reads a box of longitudes and latitudes.
func box(text string) (b orb.Bound, err error) {
	var v [4]float64
	parts := strings.Split(text, ",")
	for i := range v {
		if len(parts) != 4 {
			err = errors.New("four numbers are needed")
		} else {
			v[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		}
		if err != nil {
			return b, fmt.Errorf("the box %q is not of the form west,south,east,north", text)
		}
	}
	if !(v[0] < v[2] && v[1] < v[3] && v[0] >= -180 && v[2] <= 180 && v[1] >= -90 && v[3] <= 90) {
		return b, fmt.Errorf("the box %q is empty or outside the world; give west,south,east,north in degrees", text)
	}
	return orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}, nil
}

// drawn is what a picture is made of: a document, or what was read for it alone.
type drawn struct {
	state   *session.State
	session *session.Session // of a document, or nil
}

func (d *drawn) close() {
	if d.session != nil {
		d.session.Close()
	}
}

// gather opens what a picture is made of: one project or picture as it is, or
// anything else, which is read and not kept.
func (p *program) gather(names []string, example, verbose, strict bool) (*drawn, error) {
	if len(names) == 1 && isDocument(names[0]) && !example {
		s, err := p.open(names[0])
		if err != nil {
			return nil, err
		}
		return &drawn{s.State(), s}, nil
	}
	for _, n := range names {
		if isDocument(n) {
			return nil, fmt.Errorf("%s: a project or picture is drawn alone; give the other inputs without it", n)
		}
	}
	st, r := p.start().Gather(p.ctx, names, example, ingest.Options{Stdin: p.stdin, Now: p.now})
	p.items(r.Report, verbose)
	switch {
	case r.Err != nil:
		return nil, r.Err
	case r.New == 0 && r.Failed() == 0:
		return nil, errors.New("there is no article in what was given")
	case r.New == 0, strict && r.Failed() > 0:
		return nil, errReported
	}
	return &drawn{state: st}, nil
}

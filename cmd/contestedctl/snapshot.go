package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/export"
	"contested/geo/ingest"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/tiles"
)

// snapshot draws the map of what its inputs claim, as the window would. A picture
// as input is drawn again as it was, but for what the flags say.
func (p *program) snapshot(c *command, args []string) error {
	o := newOptions(c)
	file := o.text("output o", "map.png", "FILE", `the picture, by its ending PNG, PDF or SVG; "-" is PNG to standard output`)
	size := o.text("size", "1920x1080", "SIZE", "of the map in points, as 1920x1080, or one of: "+presetNames())
	scale := o.text("scale", "1", "N", "pixels for each point: 2 draws everything twice as large")
	bbox := o.text("bbox", "", "W,S,E,N", "the box of longitudes and latitudes to show; else all claims")
	layout := o.text("layout", "map", "map|sheet", "the map alone, or numbered, with the quotes")
	every := o.text("every", "", "STEP", "a picture for each step of time (1d, 2w, 6h): into a folder (-o FOLDER/), or animated (-o NAME.png)")
	title := o.text("title", "", "TEXT", "of the picture")
	note := o.text("note", "", "TEXT", "beneath the title")
	theme := o.text("theme", "light", "NAME", "light, dark or print")
	labels := o.text("labels", "", "LANG", "language of place names: en, uk, ru; else official romanisation")
	second := o.text("second-labels", "", "LANG", "language of smaller names beneath them: en, uk, ru")
	language := o.text("language", "en", "LANG", "language of legend and notes: en, uk, ru")
	dpi := o.text("dpi", "", "N", "resolution written into the file, for print")
	alt := o.text("alt", "", "TEXT", "what the picture shows, for those who cannot see it; else made from the claims")
	altFile := o.yes("alt-file", "write that beside the picture as well, as NAME.alt.txt")
	sidecar := o.yes("sidecar", "write what the picture carries beside it as well, as NAME.claims.json; of a sheet the table of claims, too, as NAME.claims.csv")
	bare := o.yes("bare", "leave the claims out of the file: it cannot be opened again")
	check := o.yes("check", "write the picture only if the publish check finds nothing")
	waive := o.text("waive", "", "RULE=REASON", "let the findings of a rule pass; a project keeps the reason")
	mapTiles := o.text("tiles", "", "MAP", "map tiles as ground: FILE.mbtiles, FILE.pmtiles, https://…/{z}/{x}/{y}.png, or one of: "+providerNames())
	graticule := o.yes("graticule", "draw meridians and parallels")
	locator := o.yes("locator", "draw a small map of the surroundings in a corner")
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
	var pic session.Picture
	given := map[string]bool{}
	o.Visit(func(f *flag.Flag) { given[f.Name] = true })
	again := len(names) == 1 && session.IsSnapshot(names[0]) && !*example
	if again {
		if err := there(names[0]); err != nil {
			return err
		}
		old, err := session.OpenSnapshot(names[0])
		if err != nil {
			return err
		}
		pic = old.Picture
		if old.Tiles != "" && *mapTiles == "" {
			p.warnf("the map tiles beneath it (%s) are not in the file; name them with --tiles to have them again", old.Tiles)
		}
		if !given["output"] && !given["o"] {
			return usageError{c, "a picture is drawn again; -o FILE says where to"}
		}
	} else {
		pic.Legend = true
	}
	if !again || given["size"] || given["scale"] || given["bbox"] || given["dpi"] {
		if again && !given["size"] && !given["scale"] {
			*size, *scale = fmt.Sprintf("%gx%g", float64(pic.Width)/pic.Density, float64(pic.Height)/pic.Density), fmt.Sprint(pic.Density)
		}
		if err := picture(&pic, *size, *scale, *bbox, *dpi); err != nil {
			return usageError{c, err.Error()}
		}
	}
	style, ok := map[string]render.StyleName{"light": render.Light, "dark": render.Dark, "print": render.Print}[*theme]
	if !ok {
		return usageError{c, fmt.Sprintf("there is no theme %q; the themes are light, dark and print", *theme)}
	}
	for _, l := range []string{*labels, *second, *language} {
		if l != "" && l != string(geo.English) && l != string(geo.Ukrainian) && l != string(geo.Russian) {
			return usageError{c, fmt.Sprintf("there is no language %q; the languages are en, uk and ru", l)}
		}
	}
	if *layout != session.MapLayout.String() && *layout != session.SheetLayout.String() {
		return usageError{c, fmt.Sprintf("there is no layout %q; the layouts are map and sheet", *layout)}
	}
	rule, reason, ok := strings.Cut(*waive, "=")
	if given["waive"] && (!ok || !slices.Contains(session.PublishRules, rule) || strings.TrimSpace(reason) == "") {
		return usageError{c, fmt.Sprintf("%q is not of the form RULE=REASON; the rules are %s", *waive, strings.Join(session.PublishRules, ", "))}
	}
	for name, set := range map[string]func(){
		"title": func() { pic.Title = *title }, "note": func() { pic.Note = *note }, "alt": func() { pic.Alt = *alt },
		"second-labels": func() { pic.Second = geo.Language(*second) },
		"graticule":     func() { pic.Graticule = *graticule }, "locator": func() { pic.Locator = *locator },
		"theme": func() { pic.Style = style }, "labels": func() { pic.Labels = geo.Language(*labels) },
		"language": func() { pic.Language = geo.Language(*language) },
		"layout": func() {
			pic.Layout = session.MapLayout
			if *layout == session.SheetLayout.String() {
				pic.Layout = session.SheetLayout
			}
		},
	} {
		if !again || given[name] {
			set()
		}
	}
	if again && !given["alt"] && (given["title"] || given["language"] || given["labels"]) {
		pic.Alt = "" // it was made for other words
	}
	pic.Bare = *bare
	format, ok := session.FormatOf(*file)
	if !ok && *file != "-" && filepath.Ext(*file) != "" {
		return usageError{c, fmt.Sprintf("no picture is written as %q; the endings are .png, .pdf and .svg", filepath.Base(*file))}
	}
	if *file == "-" && (*sidecar || *altFile) {
		return usageError{c, "beside standard output nothing can be written; name a file with -o"}
	}
	if *mapTiles != "" {
		src, err := p.start().OpenTiles(*mapTiles, "Contested/"+version)
		if err != nil {
			return err
		}
		defer src.Close()
		pic.Tiles = src
	}
	s, done, err := p.gather(names, *example, *verbose, *strict)
	if err != nil {
		return err
	}
	defer done()
	if *check {
		if err := p.publishCheck(s, pic, rule, reason); err != nil {
			return err
		}
	}
	if *every != "" {
		return p.series(c, s, pic, *every, *file)
	}
	st := s.State()
	if err := p.output(*file, func(w io.Writer) error { return p.start().WritePictureAs(p.ctx, w, st, pic, format) }); err != nil {
		return err
	}
	if *altFile {
		text := pic.Alt
		if text == "" {
			text = st.AltText(pic)
		}
		name := strings.TrimSuffix(*file, filepath.Ext(*file)) + ".alt.txt"
		if err := p.output(name, func(w io.Writer) error { _, err := io.WriteString(w, text+"\n"); return err }); err != nil {
			return err
		}
	}
	if *sidecar {
		content, err := p.start().Content(p.ctx, st, pic)
		if err != nil {
			return err
		}
		if err := p.output(session.SideFile(*file), func(w io.Writer) error { _, err := w.Write(content); return err }); err != nil {
			return err
		}
		if pic.Layout == session.SheetLayout { // which refers to a table for what finds no room
			csv, _ := export.Named("csv")
			name := strings.TrimSuffix(*file, filepath.Ext(*file)) + ".claims.csv"
			return p.output(name, func(w io.Writer) error { return p.start().Export(w, st, csv) })
		}
	}
	return nil
}

// publishCheck tells what is to be looked at before a picture is published, and
// fails when the user has not let all of it pass.
func (p *program) publishCheck(s *session.Session, pic session.Picture, rule, reason string) error {
	if rule != "" {
		for _, f := range session.PublishCheck(s.State(), pic) {
			if f.Rule == rule && f.Waived == "" {
				if err := s.Waive(f, reason); err != nil {
					return err
				}
			}
		}
	}
	found := session.PublishCheck(s.State(), pic)
	for _, f := range found {
		if f.Waived != "" {
			p.donef("%s: %s (let pass: %s)", f.Rule, f.Text, f.Waived)
		} else {
			p.warnf("%s: %s", f.Rule, f.Text)
		}
	}
	if n := session.Unwaived(found); n > 0 {
		p.errorf("no picture is written: %s; correct the project, or let a rule pass with --waive RULE=REASON", count(n, "open finding", "open findings"))
		return errReported
	}
	return nil
}

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
	if len(names) == 1 && isDocument(names[0]) && !example {
		s, err := p.open(names[0])
		if err != nil {
			return nil, nil, err
		}
		return s, func() { s.Close() }, nil
	}
	for _, n := range names {
		if isDocument(n) {
			return nil, nil, fmt.Errorf("%s: a project or picture is drawn alone; give the other inputs without it", n)
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

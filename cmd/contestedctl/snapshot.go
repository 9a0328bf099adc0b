package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
)

// snapshot draws the map of what its inputs claim, as the window would. A picture
// as input is drawn again as it was, but for what the flags say.
func (p *program) snapshot(c *command, args []string) error {
	o := newOptions(c)
	file := o.target("map.png", `the picture, by its ending PNG, PDF or SVG; "-" is PNG to standard output`)
	size := o.text("size", "1920x1080", "SIZE", "of the map in points, as 1920x1080, or one of: "+presetNames())
	scale := o.text("scale", "1", "N", "pixels for each point: 2 draws everything twice as large")
	bbox := o.text("bbox", "", "W,S,E,N", "the box of longitudes and latitudes to show; else all claims")
	layout := o.text("layout", "map", "map|sheet", "the map alone, or numbered, with the quotes")
	every := o.text("every", "", "STEP", "a picture for each step of time (1d, 2w, 6h): into a folder (-o FOLDER/), or animated (-o NAME.png)")
	title := o.text("title", "", "TEXT", "of the picture")
	note := o.text("note", "", "TEXT", "beneath the title")
	asOf := o.text("as-of", "", "TEXT", "as of when the map is; else the date of the newest article")
	noLegend := o.yes("no-legend", "leave out the legend")
	noScale := o.yes("no-scale", "leave out the scale bar")
	theme := o.text("theme", "light", "NAME", "light, dark or print")
	colours := o.text("colour-by", "party", "WHAT", "what the colours stand for: party, publisher, type, status or date")
	labels := o.text("labels", "", "LANG", "language of place names: en, uk, ru; else official romanisation")
	second := o.text("second-labels", "", "LANG", "language of smaller names beneath them: en, uk, ru")
	language := o.text("language", "en", "LANG", "language of legend and notes: en, uk, ru")
	dpi := o.text("dpi", "", "N", "resolution written into the file, for print")
	alt := o.text("alt", "", "TEXT", "what the picture shows, for those who cannot see it; else made from the claims")
	altFile := o.yes("alt-file", "write that beside the picture as well, as NAME.alt.txt")
	sidecar := o.yes("sidecar", "write what the picture carries beside it as well, as NAME.claims.json")
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
	var d *drawn
	again := len(names) == 1 && session.IsSnapshot(names[0]) && !*example
	if again {
		if err := there(names[0]); err != nil {
			return err
		}
		old, err := session.OpenSnapshot(names[0])
		if err != nil {
			return err
		}
		for _, f := range old.State.Problems {
			p.warnf("%s: %s", names[0], f.Text)
		}
		pic, d = old.Picture, &drawn{state: old.State}
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
	by, ok := session.ParseColourBy(*colours)
	if !ok {
		return usageError{c, fmt.Sprintf("there are no colours by %q; they stand for party, publisher, type, status or date", *colours)}
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
		"title": func() { pic.Title = *title }, "note": func() { pic.Note = *note }, "as-of": func() { pic.AsOf = *asOf },
		"no-legend": func() { pic.Legend = !*noLegend }, "no-scale": func() { pic.NoScale = *noScale }, "alt": func() { pic.Alt = *alt },
		"colour-by":     func() { pic.Colour, pic.Key = by, nil },
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
	if again && !given["alt"] && (given["title"] || given["language"] || given["labels"] || given["as-of"] || given["colour-by"]) {
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
	if d == nil {
		if d, err = p.gather(names, *example, *verbose, *strict); err != nil {
			return err
		}
	}
	defer d.close()
	if *check {
		if pic, err = p.publishCheck(d, pic, rule, reason); err != nil {
			return err
		}
	}
	if *every != "" {
		return p.series(c, d.state, pic, *every, *file)
	}
	if *file == "-" {
		return p.output(*file, func(w io.Writer) error {
			left, err := p.start().WritePictureAs(p.ctx, w, d.state, pic, format)
			if left > 0 {
				p.warnf("%s not on the sheet, and beside standard output no table of them can be written; name a file with -o", count(left, "quote is", "quotes are"))
			}
			return err
		})
	}
	beside := session.Beside{Alt: *altFile, Claims: *sidecar}
	for _, f := range beside.Files(*file) {
		if err := p.mayWrite(f); err != nil {
			return err
		}
	}
	files, err := p.start().SavePicture(p.ctx, *file, d.state, pic, beside)
	for _, name := range files {
		if name != *file {
			p.donef("beside it: %s", name)
		}
	}
	return err
}

// publishCheck tells what is to be looked at before a picture is published, and
// fails when the user has not let all of it pass.
func (p *program) publishCheck(d *drawn, pic session.Picture, rule, reason string) (session.Picture, error) {
	found, err := p.start().PublishCheck(p.ctx, d.state, pic)
	if err != nil {
		return pic, err
	}
	if rule != "" {
		var pass []session.Finding
		for _, f := range found {
			if f.Rule == rule && f.Waived == "" {
				pass = append(pass, f)
			}
		}
		if d.session != nil {
			for _, f := range pass {
				if err := d.session.Waive(f, reason); err != nil {
					return pic, err
				}
			}
			d.state = d.session.State()
		} else {
			d.state = d.state.Waived(reason, pass...)
		}
		if found, err = p.start().PublishCheck(p.ctx, d.state, pic); err != nil {
			return pic, err
		}
	}
	for _, f := range found {
		if f.Waived != "" {
			p.donef("%s: %s (let pass: %s)", f.Rule, f.Text, f.Waived)
		} else {
			p.warnf("%s: %s", f.Rule, f.Text)
		}
		pic.Holes = pic.Holes || f.Rule == session.RuleTiles && f.Waived != ""
	}
	if n := session.Unwaived(found); n > 0 {
		p.errorf("no picture is written: %s; correct the project, or let a rule pass with --waive RULE=REASON", count(n, "open finding", "open findings"))
		return pic, errReported
	}
	return pic, nil
}

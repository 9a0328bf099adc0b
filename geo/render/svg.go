package render

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"strconv"
	"strings"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// WriteSVG writes a picture as SVG 1.1: shapes as paths, text as text in the
// embedded fonts. sh, if not nil, makes it a sheet, as [Painter.WriteSheet] does.
// The same input gives the same bytes. It returns how many quotes found no room.
func (p *Painter) WriteSVG(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, sh *Sheet, width, height int, o VectorOptions) (left int, err error) {
	d, err := p.drawing(ctx, s, v, sh, width, height, false)
	if err != nil {
		return 0, err
	}
	defer d.release()
	out := svgWriter{Writer: bufio.NewWriter(w), painter: p, images: map[*image.RGBA]string{}, tiles: map[string]string{}}
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`+"\n", width, height, d.width, d.height)
	fmt.Fprintf(out, "<title>%s</title>\n<desc>%s</desc>\n", xmlText(o.Title), xmlText(o.Description))
	if o.Content != nil {
		fmt.Fprintf(out, "<metadata id=\"claims.json\">%s</metadata>\n", xmlText(string(o.Content)))
	}
	out.WriteString("<style>\n")
	for i, used := range p.usedGlyphs(d) {
		if len(used) == 0 {
			continue
		}
		font, err := p.fontFile(i)
		if err == nil {
			font, err = subset(font, used, "cmap", "name", "OS/2", "post", "GPOS", "GSUB", "GDEF")
		}
		if err != nil {
			return 0, err
		}
		look := [faceCount]string{bold: ";font-weight:bold", italic: ";font-style:italic"}[i]
		fmt.Fprintf(out, "@font-face{font-family:F%d%s;src:url(data:font/ttf;base64,%s)}\n.f%d{font-family:F%d,'Noto Sans',sans-serif;white-space:pre%s}\n",
			i, look, base64.StdEncoding.EncodeToString(font), i, i, look)
	}
	out.WriteString("</style>\n")
	for i, k := range d.parts {
		clip := k.list.Clip()
		fmt.Fprintf(out, `<clipPath id="c%d"><rect x="%d" y="%d" width="%d" height="%d"/></clipPath>`+"\n", i, clip.Min.X, clip.Min.Y, clip.Dx(), clip.Dy())
		fmt.Fprintf(out, `<g transform="translate(%d %d)" clip-path="url(#c%d)">`+"\n", k.x, k.y, i)
		k.list.Entries(func(e raster.Drawn) { out.entry(&e, clip) })
		out.WriteString("</g>\n")
	}
	out.WriteString("</svg>\n")
	return d.left, out.Flush()
}

type svgWriter struct {
	*bufio.Writer
	painter *Painter
	images  map[*image.RGBA]string // ids
	tiles   map[string]string
}

func (w *svgWriter) entry(e *raster.Drawn, clip image.Rectangle) {
	switch {
	case e.Run != nil:
		if !outside(e, clip) && strings.TrimSpace(e.Run.Text) != "" {
			w.text(e)
		}
	case e.Image != nil:
		id, ok := w.images[e.Image]
		if !ok {
			id = "i" + strconv.Itoa(len(w.images))
			w.images[e.Image] = id
			fmt.Fprintf(w, `<image id="%s" x="%g" y="%g" width="%d" height="%d" xlink:href="%s"/>`+"\n", id, e.X, e.Y, e.Image.Rect.Dx(), e.Image.Rect.Dy(), dataURI(e.Image))
			w.images[e.Image] = fmt.Sprintf("%s %g %g", id, e.X, e.Y)
			return
		}
		var x, y float64
		fmt.Sscan(id, &id, &x, &y)
		fmt.Fprintf(w, `<use xlink:href="#%s" x="%g" y="%g"/>`+"\n", id, e.X-x, e.Y-y)
	case len(e.Rings) > 0:
		fill := svgColour("fill", e.Colour)
		if e.Tile != nil {
			fill = `fill="url(#` + w.tile(e) + `)"`
		}
		rule := ""
		if e.Rule == raster.EvenOdd {
			rule = ` fill-rule="evenodd"`
		}
		fmt.Fprintf(w, "<path %s%s d=\"", fill, rule)
		for _, ring := range e.Rings {
			for i, p := range ring {
				w.WriteByte("ML"[min(i, 1)])
				w.WriteString(short(p.X) + " " + short(p.Y))
			}
			w.WriteByte('Z')
		}
		w.WriteString("\"/>\n")
	}
}

// tile is the id of a pattern, which is written when it is new.
func (w *svgWriter) tile(e *raster.Drawn) string {
	uri := dataURI(e.Tile)
	key := fmt.Sprintf("%g %g %s", e.X, e.Y, uri)
	id, ok := w.tiles[key]
	if !ok {
		id = "p" + strconv.Itoa(len(w.tiles))
		w.tiles[key] = id
		n := e.Tile.Rect.Dx()
		fmt.Fprintf(w, `<pattern id="%s" patternUnits="userSpaceOnUse" x="%g" y="%g" width="%d" height="%d"><image width="%d" height="%d" xlink:href="%s"/></pattern>`+"\n", id, e.X, e.Y, n, n, n, n, uri)
	}
	return id
}

func (w *svgWriter) text(e *raster.Drawn) {
	t := e.Type
	fmt.Fprintf(w, `<text class="f%d" x="%s" y="%s" font-size="%s" %s`, w.painter.faceOf(e.Run), short(e.X), short(e.Y), short(t.Size), svgColour("fill", t.Ink))
	if n := len([]rune(e.Run.Text)); n > 1 {
		fmt.Fprintf(w, ` textLength="%s"`, short(e.Run.Extent(t.Size, t.Tracking)))
	}
	if t.Tracking != 0 {
		fmt.Fprintf(w, ` letter-spacing="%s"`, short(t.Tracking))
	}
	if t.Halo.A != 0 && t.Width > 0 {
		fmt.Fprintf(w, ` paint-order="stroke" stroke-linejoin="round" stroke-width="%s" %s`, short(2*t.Width), svgColour("stroke", t.Halo))
	}
	fmt.Fprintf(w, ">%s</text>\n", xmlText(e.Run.Text))
}

func svgColour(what string, c color.NRGBA) string {
	s := fmt.Sprintf(`%s="#%02x%02x%02x"`, what, c.R, c.G, c.B)
	if c.A != 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, what, strconv.FormatFloat(float64(c.A)/255, 'f', 3, 64))
	}
	return s
}

// short is a number with two decimals at most.
func short(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func dataURI(m *image.RGBA) string {
	var b bytes.Buffer
	_ = png.Encode(&b, m) // into memory it cannot fail
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes())
}

// xmlText is a text between tags; what XML cannot hold becomes a space.
func xmlText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '\n' || r == '\t' || r >= ' ' && r != 0xFFFE && r != 0xFFFF:
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

package render

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// WritePDF writes a picture as PDF 1.7: shapes as paths, text as text in the
// embedded fonts. pointsPerPixel is the size of a pixel of the picture on paper
// (72 / dpi). sh, if not nil, makes it a sheet, as [Painter.WriteSheet] does, whose
// quotes go on on further pages; it returns how many found no room even so. The same
// input gives the same bytes.
func (p *Painter) WritePDF(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, sh *Sheet, width, height int, pointsPerPixel float64, o VectorOptions) (left int, err error) {
	d, err := p.drawing(ctx, s, v, sh, width, height, true)
	if err != nil {
		return 0, err
	}
	defer d.release()
	out := &pdfWriter{painter: p, images: map[*image.RGBA]int{}, patterns: map[string]int{}, alphas: map[uint8]bool{}}
	out.k = pointsPerPixel / d.scale
	out.height = float64(d.height) * out.k
	catalog, pages, resources, info := out.reserve(), out.reserve(), out.reserve(), out.reserve()
	var kids strings.Builder
	for i := range len(d.more) + 1 {
		parts := d.parts
		if i > 0 {
			parts = []part{{list: &d.more[i-1]}}
		}
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		contents := out.draw(parts)
		n := out.object("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources %d 0 R>>",
			pages, num(float64(d.width)*out.k), num(out.height), contents, resources)
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	var fonts strings.Builder
	for i, used := range p.usedGlyphs(d) {
		if len(used) == 0 {
			continue
		}
		n, err := out.font(i, used)
		if err != nil {
			return 0, err
		}
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", i, n)
	}
	var states, images, patterns strings.Builder
	for _, a := range slices.Sorted(maps.Keys(out.alphas)) {
		fmt.Fprintf(&states, "/A%d <</ca %s /CA %s>> ", a, num(float64(a)/255), num(float64(a)/255))
	}
	for _, n := range slices.Sorted(maps.Values(out.images)) {
		fmt.Fprintf(&images, "/I%d %d 0 R ", n, n)
	}
	for _, n := range slices.Sorted(maps.Values(out.patterns)) {
		fmt.Fprintf(&patterns, "/P%d %d 0 R ", n, n)
	}
	extra := ""
	if o.Content != nil {
		file := out.stream("/Type /EmbeddedFile /Subtype /application#2Fjson", o.Content)
		spec := out.object("<</Type /Filespec /F (claims.json) /UF (claims.json) /EF <</F %d 0 R>> /AFRelationship /Data>>", file)
		extra = fmt.Sprintf(" /Names <</EmbeddedFiles <</Names [(claims.json) %d 0 R]>>>> /AF [%d 0 R]", spec, spec)
	}
	language := cmp.Or(string(s.Furniture.Language), "en")
	out.put(catalog, "<</Type /Catalog /Pages %d 0 R /Lang (%s) /ViewerPreferences <</DisplayDocTitle true>>%s>>", pages, language, extra)
	out.put(pages, "<</Type /Pages /Kids [%s] /Count %d>>", kids.String(), len(d.more)+1)
	out.put(resources, "<</Font <<%s>> /ExtGState <<%s>> /XObject <<%s>> /Pattern <<%s>>>>", fonts.String(), states.String(), images.String(), patterns.String())
	out.put(info, "<</Title %s /Subject %s /Creator (Contested)>>", pdfText(o.Title), pdfText(o.Description))
	return d.left, out.finish(w, catalog, info)
}

// draw writes the contents of a page and returns their number.
func (w *pdfWriter) draw(parts []part) int {
	w.page.Reset()
	fmt.Fprintf(&w.page, "%s 0 0 %s 0 %s cm\n", num(w.k), num(-w.k), num(w.height))
	for _, k := range parts {
		clip := k.list.Clip()
		fmt.Fprintf(&w.page, "q 1 0 0 1 %d %d cm %d %d %d %d re W n\n", k.x, k.y, clip.Min.X, clip.Min.Y, clip.Dx(), clip.Dy())
		w.x, w.y = k.x, k.y
		k.list.Entries(func(e raster.Drawn) { w.entry(&e, clip) })
		w.page.WriteString("Q\n")
	}
	return w.stream("", w.page.Bytes())
}

// pdfWriter collects the objects of a file.
type pdfWriter struct {
	painter  *Painter
	k        float64 // points to the unit of the drawing
	height   float64 // points
	page     bytes.Buffer
	objects  [][]byte
	images   map[*image.RGBA]int
	patterns map[string]int
	alphas   map[uint8]bool
	x, y     int // of the part that is being written
}

func (w *pdfWriter) reserve() int {
	w.objects = append(w.objects, nil)
	return len(w.objects)
}

func (w *pdfWriter) put(n int, format string, args ...any) {
	w.objects[n-1] = fmt.Appendf(nil, format, args...)
}

func (w *pdfWriter) object(format string, args ...any) int {
	n := w.reserve()
	w.put(n, format, args...)
	return n
}

func (w *pdfWriter) stream(dict string, data []byte) int {
	n := w.reserve()
	w.putStream(n, dict, data)
	return n
}

func (w *pdfWriter) putStream(n int, dict string, data []byte) {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data) // into memory it cannot fail
	_ = z.Close()
	w.objects[n-1] = fmt.Appendf(nil, "<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", dict, b.Len(), b.Bytes())
}

// finish writes the objects with their table.
func (w *pdfWriter) finish(to io.Writer, catalog, info int) error {
	b := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(w.objects))
	for i, o := range w.objects {
		at[i] = len(b)
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		b = fmt.Appendf(b, "%010d 00000 n \n", o)
	}
	b = fmt.Appendf(b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, catalog, info, table)
	_, err := to.Write(b)
	return err
}

func (w *pdfWriter) entry(e *raster.Drawn, clip image.Rectangle) {
	b := &w.page
	switch {
	case e.Run != nil:
		if !outside(e, clip) {
			w.text(e)
		}
	case e.Image != nil:
		n := w.image(e.Image)
		m := e.Image.Rect
		fmt.Fprintf(b, "q %d 0 0 %d %s %s cm /I%d Do Q\n", m.Dx(), -m.Dy(), num(e.X), num(e.Y+float64(m.Dy())), n)
	case len(e.Rings) > 0:
		b.WriteString("q ")
		if e.Tile != nil {
			fmt.Fprintf(b, "/Pattern cs /P%d scn\n", w.pattern(e))
		} else {
			w.colour(e.Colour, "rg")
		}
		for _, ring := range e.Rings {
			for i, p := range ring {
				b.WriteString(short(p.X) + " " + short(p.Y))
				b.WriteString([2]string{" m ", " l "}[min(i, 1)])
			}
			b.WriteString("h\n")
		}
		b.WriteString([2]string{"f Q\n", "f* Q\n"}[min(int(e.Rule), 1)])
	}
}

// colour sets a colour (operator rg to fill, RG to stroke) with its opacity.
func (w *pdfWriter) colour(c color.NRGBA, operator string) {
	if c.A != 255 {
		w.alphas[c.A] = true
		fmt.Fprintf(&w.page, "/A%d gs ", c.A)
	}
	fmt.Fprintf(&w.page, "%s %s %s %s\n", num(float64(c.R)/255), num(float64(c.G)/255), num(float64(c.B)/255), operator)
}

// text sets a line, each glyph where our painter puts it.
func (w *pdfWriter) text(e *raster.Drawn) {
	b := &w.page
	t := e.Type
	set := func(mode int) {
		fmt.Fprintf(b, "BT /F%d %s Tf %d Tr 1 0 0 -1 %s %s Tm\n", w.painter.faceOf(e.Run), num(t.Size), mode, short(e.X), short(e.Y))
		i, at, last := 0, 0.0, 0.0 // where the pen is, in ems, as those who read the file reckon it
		b.WriteByte('[')
		e.Run.Glyphs(func(id uint16, x, y float64, _ string) {
			x += float64(i) * t.Tracking / t.Size
			if y != last {
				fmt.Fprintf(b, "] TJ %s Ts [", short(y*t.Size))
				last = y
			}
			if d := math.Round((at - x) * 1000); d != 0 {
				b.WriteString(strconv.Itoa(int(d)))
				at -= d / 1000
			}
			fmt.Fprintf(b, "<%04X>", id)
			at += w.advance(e.Run.Face(), id) / 1000
			i++
		})
		b.WriteString("] TJ 0 Ts ET\n")
	}
	if t.Halo.A != 0 && t.Width > 0 {
		// A halo says nothing.
		b.WriteString("/Span <</ActualText <FEFF>>> BDC q 1 j ")
		w.colour(t.Halo, "RG")
		fmt.Fprintf(b, "%s w\n", num(2*t.Width))
		set(1)
		b.WriteString("Q EMC\n")
	}
	b.WriteString("q ")
	w.colour(t.Ink, "rg")
	set(0)
	b.WriteString("Q\n")
}

// advance is the width of a glyph as it is written into the file.
func (w *pdfWriter) advance(f *raster.Face, id uint16) float64 {
	return math.Round(f.Advance(id)*100) / 100
}

// image is the number of a picture's object.
func (w *pdfWriter) image(m *image.RGBA) int {
	if n, ok := w.images[m]; ok {
		return n
	}
	var rgb, mask []byte
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			c := color.NRGBAModel.Convert(m.RGBAAt(x, y)).(color.NRGBA)
			rgb, mask = append(rgb, c.R, c.G, c.B), append(mask, c.A)
		}
	}
	form := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8", m.Rect.Dx(), m.Rect.Dy())
	soft := w.stream(form+" /ColorSpace /DeviceGray", mask)
	n := w.stream(fmt.Sprintf("%s /ColorSpace /DeviceRGB /SMask %d 0 R", form, soft), rgb)
	w.images[m] = n
	return n
}

// pattern is the number of the object that repeats an entry's tile.
func (w *pdfWriter) pattern(e *raster.Drawn) int {
	side := e.Tile.Rect.Dx()
	key := fmt.Sprintf("%g %g %d %d %s", e.X, e.Y, w.x, w.y, e.Tile.Pix)
	if n, ok := w.patterns[key]; ok {
		return n
	}
	im := w.image(e.Tile)
	delete(w.images, e.Tile) // it belongs to the pattern alone
	x, y := float64(w.x)+e.X, float64(w.y)+e.Y
	n := w.stream(fmt.Sprintf("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 %d %d] /XStep %d /YStep %d /Matrix [%s 0 0 %s %s %s] /Resources <</XObject <</T %d 0 R>>>>",
		side, side, side, side, num(w.k), num(-w.k), num(x*w.k), num(w.height-y*w.k), im), fmt.Appendf(nil, "%d 0 0 %d 0 %d cm /T Do", side, -side, side))
	w.patterns[key] = n
	return n
}

// font embeds the used glyphs of a face.
func (w *pdfWriter) font(i int, used map[uint16]string) (int, error) {
	data, err := w.painter.fontFile(i)
	if err == nil {
		data, err = subset(data, used)
	}
	if err != nil {
		return 0, err
	}
	face := w.painter.faces[i]
	name := [...]string{"CTSTED+NotoSans-Regular", "CTSTED+NotoSans-Bold", "CTSTED+NotoSans-Italic"}[i]
	file := w.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	flags := 32
	if faceName(i) == italic {
		flags |= 64
	}
	desc := w.object("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [-1000 -400 3000 1200] /ItalicAngle %d /Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV 80 /FontFile2 %d 0 R>>",
		name, flags, map[bool]int{true: -12}[faceName(i) == italic], face.Ascent()*1000, -face.Descent()*1000, face.CapHeight()*1000, file)
	var widths strings.Builder
	for _, id := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(&widths, "%d [%s] ", id, short(w.advance(face, id)))
	}
	cid := w.object("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R /DW 600 /W [%s] /CIDToGIDMap /Identity>>", name, desc, widths.String())
	var to strings.Builder
	to.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /Text def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for _, id := range slices.Sorted(maps.Keys(used)) {
		if used[id] != "" {
			fmt.Fprintf(&to, "1 beginbfchar <%04X> <%s> endbfchar\n", id, utf16Hex(used[id]))
		}
	}
	to.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	unicode := w.stream("", []byte(to.String()))
	return w.object("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, cid, unicode), nil
}

// num is a number with six decimals at most.
func num(v float64) string {
	s := fmt.Sprintf("%.6f", v)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// pdfText is a text string in UTF-16.
func pdfText(s string) string {
	return "<FEFF" + utf16Hex(s) + ">"
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

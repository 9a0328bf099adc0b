package render

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// quotes is a sheet with n quotes about each place of a scene; they are invented.
func quotes(s *Scene, n int) *Sheet {
	r := rand.New(rand.NewPCG(4, 2))
	out := &Sheet{}
	for i := range s.Places {
		k := SheetPlace{ID: s.Places[i].Place.ID, Name: s.Places[i].Place.Name, Contested: i%4 == 0}
		for j := range n {
			k.Quotes = append(k.Quotes, SheetQuote{
				Class: Class(r.IntN(6)), About: "An invented speaker (RU) · An invented paper · 2025-11-27 · claimed",
				Quote: fmt.Sprintf("Quote %d of %d: %s", j, i, strings.Repeat("these words are invented ", 1+r.IntN(8))),
			})
		}
		out.Places = append(out.Places, k)
	}
	return out
}

func sheetView(w, h int) view.Viewport {
	v := views[0]
	mw, mh := SheetMap(w, h)
	v.Width, v.Height = float64(mw), float64(mh)
	return v
}

// Every quote stands on the sheet or is counted there, and nothing stands outside.
func TestSheetDropsNothingInSilence(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	for _, n := range []int{0, 1, 3, 20} {
		sh := quotes(s, n)
		for _, size := range [][2]float64{{900, 1000}, {420, 600}, {200, 80}} {
			page, left := p.setSheet(sh, styleOf(Light), &english, size[0], size[1])
			shown, told := map[string]bool{}, 0
			var text strings.Builder
			for _, m := range page.marks {
				if m.run == nil {
					continue
				}
				if e := m.x + m.run.Extent(m.size, 0); e > size[0]+0.5 || m.x < 0 || m.y > size[1]+0.5 {
					t.Fatalf("%d quotes on %v: %q stands at %.0f…%.0f, %.0f", n, size, m.run.Text, m.x, e, m.y)
				}
				text.WriteString(m.run.Text + " ")
			}
			all := text.String()
			for i := range sh.Places {
				for j := range sh.Places[i].Quotes {
					if k := fmt.Sprintf("“Quote %d of %d:", j, i); strings.Contains(all, k) {
						shown[k] = true
					}
				}
			}
			total := n * len(sh.Places)
			if i := strings.LastIndex(all, " quotes are shown"); i >= 0 {
				words := strings.Fields(all[:i])
				told, _ = strconv.Atoi(words[len(words)-3])
			} else if told = total; size[1] < 100 && total > 0 {
				t.Errorf("%d quotes on %v: nothing is said of what is left out", total, size)
			}
			if left != total-len(shown) {
				t.Errorf("%d quotes on %v: %d are shown, %d are left out", total, size, len(shown), left)
			}
			if told != len(shown) {
				t.Errorf("%d quotes on %v: %d are shown, %d are said to be", total, size, len(shown), told)
			}
		}
	}
}

func TestSheetIsReproducible(t *testing.T) {
	s := fullScene(t)
	s.Furniture = Furniture{Title: "Title", Legend: true, ScaleBar: true, Attribution: true}
	sh := quotes(s, 2)
	for _, size := range [][2]int{{800, 500}, {500, 700}} {
		var files [2]bytes.Buffer
		for i := range files {
			if _, err := newPainter(t).WriteSheet(context.Background(), &files[i], s, sheetView(size[0], size[1]), sh, size[0], size[1], PNGOptions{Workers: 1 + 2*i}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Error("the number of workers changes the file")
		}
		if img, err := png.Decode(&files[0]); err != nil || img.Bounds().Dx() != size[0] || img.Bounds().Dy() != size[1] {
			t.Errorf("%v, %v", err, img.Bounds())
		}
	}
	if _, err := newPainter(t).WriteSheet(context.Background(), io.Discard, s, views[0], sh, 800, 500, PNGOptions{}); err == nil {
		t.Error("a view of another size passes")
	}
}

// vector writes a picture as PDF or SVG.
func vector(t *testing.T, kind string, sh *Sheet) []byte {
	t.Helper()
	s := fullScene(t)
	s.Furniture = Furniture{Title: "Хто що <стверджує>", Legend: true, ScaleBar: true, Attribution: true}
	var b bytes.Buffer
	o := VectorOptions{Title: "A & B", Description: "Alt", Content: []byte(`{"contested":1}`)}
	var err error
	if kind == "svg" {
		_, err = newPainter(t).WriteSVG(context.Background(), &b, s, sheetView(800, 500), sh, 800, 500, o)
	} else {
		_, err = newPainter(t).WritePDF(context.Background(), &b, s, sheetView(800, 500), sh, 800, 500, 0.75, o)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSVG(t *testing.T) {
	b := vector(t, "svg", quotes(fullScene(t), 1))
	if !bytes.Equal(b, vector(t, "svg", quotes(fullScene(t), 1))) {
		t.Error("the second file is another one")
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	texts := ""
	for {
		k, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := k.(xml.CharData); ok {
			texts += string(c) + "\n"
		}
	}
	for _, want := range []string{"Хто що <стверджує>", "A & B", "invented", `{"contested":1}`, "@font-face"} {
		if !strings.Contains(texts, want) {
			t.Errorf("no %q in it", want)
		}
	}
}

func TestPDF(t *testing.T) {
	b := vector(t, "pdf", quotes(fullScene(t), 1))
	if !bytes.Equal(b, vector(t, "pdf", quotes(fullScene(t), 1))) {
		t.Error("the second file is another one")
	}
	// The table of objects points at objects.
	at := bytes.LastIndex(b, []byte("startxref\n"))
	table, err := strconv.Atoi(strings.Fields(string(b[at+10:]))[0])
	if err != nil || !bytes.HasPrefix(b[table:], []byte("xref\n0 ")) {
		t.Fatalf("no table at %d", table)
	}
	for i, l := range strings.Split(string(b[table:at]), "\n")[3:] {
		if !strings.HasSuffix(l, " n ") {
			break
		}
		off, _ := strconv.Atoi(l[:10])
		if want := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(b[off:], []byte(want)) {
			t.Fatalf("object %d is not at %d", i+1, off)
		}
	}
	if n := bytes.Count(b, []byte("/FontFile2")); n != 3 {
		t.Errorf("%d fonts are embedded", n)
	}
	if !bytes.Contains(b, []byte("/EmbeddedFiles")) || !bytes.Contains(b, []byte("/MediaBox [0 0 324 375]")) && !bytes.Contains(b, []byte("/MediaBox [0 0 600 375]")) {
		t.Error("no attachment, or another size")
	}
}

// A font that is cut to some glyphs sets these as the whole one does.
func TestSubset(t *testing.T) {
	p := newPainter(t)
	whole, err := p.fontFile(0)
	if err != nil {
		t.Fatal(err)
	}
	const text = "Покровськ é ﬁ ½"
	used := map[uint16]string{}
	p.faces[regular].Shape(text).Glyphs(func(id uint16, _, _ float64, s string) { used[id] = s })
	cut, err := subset(whole, used, "cmap", "name", "OS/2", "post", "GPOS", "GSUB", "GDEF")
	if err != nil {
		t.Fatal(err)
	}
	face, err := raster.ParseFace(cut)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := face.Shape(text).Width, p.faces[regular].Shape(text).Width; a != b {
		t.Errorf("the text is %v wide, not %v", a, b)
	}
	if len(cut) > len(whole)*2/3 {
		t.Errorf("%d bytes of %d are left", len(cut), len(whole))
	}
	for n := range 200 {
		if _, err := subset(whole[:n*len(whole)/200], used); err == nil {
			t.Errorf("a font of %d bytes passes", n*len(whole)/200)
		}
	}
}

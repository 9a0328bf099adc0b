package prose

import (
	"image/color"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"contested/geo"
)

// sample is invented.
const sample = "The mayor of Exampleville said the bridge was open.\n\nA spokesman for the other side – «ні», as he put it – denied that. Міст зруйновано, сказав він."

func span(text, part string) geo.Span {
	i := strings.Index(text, part)
	return geo.Span{Start: i, End: i + len(part)}
}

func shown(t *testing.T, c Content, w float32) (*Text, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	x := New(c)
	win := test.NewTempWindow(t, x)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, 300))
	return x, win
}

// words joins what is on the screen, line by line.
func words(x *Text) (lines []string) {
	y := float32(-1)
	for _, o := range test.WidgetRenderer(x).Objects() {
		if w, ok := o.(*canvas.Text); ok {
			if w.Position().Y != y {
				lines = append(lines, "")
				y = w.Position().Y
			}
			lines[len(lines)-1] += w.Text
		}
	}
	return lines
}

func TestEveryWordIsShownOnceAndFits(t *testing.T) {
	for _, width := range []float32{60, 120, 200, 333, 900} {
		x, _ := shown(t, Content{Text: sample, Marks: []Mark{{span(sample, "the bridge was open"), Style{Bold: true}}}}, width)
		lines := words(x)
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := squeeze(strings.Join(lines, " ")), squeeze(sample); got != want {
			t.Errorf("at %v the screen says %q", width, got)
		}
		for _, o := range test.WidgetRenderer(x).Objects() {
			if w, ok := o.(*canvas.Text); ok && w.Position().X+w.Size().Width > width+1.5 && strings.Contains(w.Text, " ") {
				t.Errorf("at %v the words %q end at %v", width, w.Text, w.Position().X+w.Size().Width)
			}
		}
	}
}

func TestWordWiderThanTheLineIsCut(t *testing.T) {
	long := strings.Repeat("щ", 200)
	x, _ := shown(t, Content{Text: long}, 80)
	lines := words(x)
	if len(lines) < 5 || strings.Join(lines, "") != long {
		t.Errorf("%d lines, %d letters", len(lines), utf8.RuneCountInString(strings.Join(lines, "")))
	}
}

func TestHeightFollowsFromWidth(t *testing.T) {
	x, _ := shown(t, Content{Text: sample}, 400)
	wide, narrow := x.HeightFor(800), x.HeightFor(150)
	if wide >= narrow {
		t.Errorf("800 wide: %v high; 150 wide: %v high", wide, narrow)
	}
}

// Fills, rules and letters lie where the marked words are.
func TestMarksLieOnTheirWords(t *testing.T) {
	red, blue := color.NRGBA{0xff, 0, 0, 0xff}, color.NRGBA{0, 0, 0xff, 0xff}
	x, _ := shown(t, Content{Text: sample, Marks: []Mark{
		{span(sample, "mayor of Exampleville"), Style{Bold: true, Line: blue}},
		{span(sample, "bridge"), Style{Fill: red}},
	}}, 900)
	var fills, rules []*canvas.Rectangle
	at := map[string]*canvas.Text{}
	for _, o := range test.WidgetRenderer(x).Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle:
			if o.FillColor == color.Color(red) {
				fills = append(fills, o)
			} else {
				rules = append(rules, o)
			}
		case *canvas.Text:
			at[o.Text] = o
		}
	}
	b, m := at["bridge"], at["mayor of Exampleville"]
	if b == nil || m == nil || len(fills) != 1 || len(rules) != 1 {
		t.Fatalf("words %v, %d fills, %d rules", at, len(fills), len(rules))
	}
	if fills[0].Position().X != b.Position().X || fills[0].Size().Width != b.Size().Width {
		t.Errorf("the fill is at %v of %v, the word at %v of %v", fills[0].Position(), fills[0].Size(), b.Position(), b.Size())
	}
	if !m.TextStyle.Bold || rules[0].Position().X != m.Position().X {
		t.Error("the speaker is not bold, or not underlined")
	}
}

func TestOverlappingMarksAddUp(t *testing.T) {
	got := runs(0, 20, []Mark{{geo.Span{Start: 2, End: 12}, Style{Bold: true}}, {geo.Span{Start: 8, End: 18}, Style{Italic: true}}})
	want := []struct {
		s    geo.Span
		b, i bool
	}{{geo.Span{End: 2}, false, false}, {geo.Span{Start: 2, End: 8}, true, false}, {geo.Span{Start: 8, End: 12}, true, true},
		{geo.Span{Start: 12, End: 18}, false, true}, {geo.Span{Start: 18, End: 20}, false, false}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i, w := range want {
		if got[i].span != w.s || got[i].style.Bold != w.b || got[i].style.Italic != w.i {
			t.Errorf("run %d is %+v, want %+v", i, got[i], w)
		}
	}
}

func press(p fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary}
}

func TestSelectByDragging(t *testing.T) {
	x, _ := shown(t, Content{Text: sample}, 900)
	tapped := 0
	x.OnTapped = func(int) { tapped++ }
	chosen := ""
	x.OnSelect = func(x *Text) { chosen = x.SelectedText() }
	from := x.measure(0, strings.Index(sample, "mayor"), fyne.TextStyle{})
	to := x.measure(0, strings.Index(sample, " said"), fyne.TextStyle{})
	y := x.lineHeight() / 2
	x.MouseDown(press(fyne.NewPos(from+0.5, y)))
	x.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, y)}})
	x.DragEnd()
	x.MouseUp(press(fyne.NewPos(to, y)))
	if chosen != "mayor of Exampleville" || x.SelectedText() != chosen {
		t.Errorf("selected %q", x.SelectedText())
	}
	if tapped != 0 {
		t.Error("a selection counted as a click")
	}
	x.MouseDown(press(fyne.NewPos(5, y)))
	x.MouseUp(press(fyne.NewPos(5, y)))
	if x.SelectedText() != "" || tapped != 1 {
		t.Errorf("after a click %q is selected, %d clicks", x.SelectedText(), tapped)
	}
}

// A click says which byte it hit, on a rune's boundary, also in Cyrillic.
func TestClickFindsTheByte(t *testing.T) {
	x, _ := shown(t, Content{Text: sample}, 900)
	got := -1
	x.OnTapped = func(o int) { got = o }
	want := strings.Index(sample, "зруйновано")
	line, h := x.LineAt(want)
	start := strings.Index(sample, "A spokesman")
	p := fyne.NewPos(x.measure(start, want, fyne.TextStyle{})+1, line+h/2)
	x.MouseDown(press(p))
	x.MouseUp(press(p))
	if got != want {
		t.Errorf("hit byte %d, want %d", got, want)
	}
}

func TestSelectWord(t *testing.T) {
	x, _ := shown(t, Content{Text: sample}, 900)
	x.SelectWord(strings.Index(sample, "руйновано"))
	if x.SelectedText() != "зруйновано" {
		t.Errorf("selected %q", x.SelectedText())
	}
}

// A book has as many objects as a page.
func TestOnlyLinesInSightHaveObjects(t *testing.T) {
	book := strings.Repeat(sample+"\n\n", 2000)
	x, _ := shown(t, Content{Text: book}, 400)
	x.SetWindow(50000, 300)
	n := len(test.WidgetRenderer(x).Objects())
	if n == 0 || n > 40 {
		t.Errorf("%d objects", n)
	}
	for _, o := range test.WidgetRenderer(x).Objects() {
		if y := o.Position().Y; y < 50000-40 || y > 50300 {
			t.Errorf("an object at %v", y)
		}
	}
}

// Whatever the text, every letter of it lies in exactly one line.
func FuzzWrap(f *testing.F) {
	f.Add(sample, uint16(120))
	f.Add("\n\n \n", uint16(1))
	f.Add("a\tb\r\nc", uint16(10))
	test.NewApp()
	m := newMetrics(14)
	f.Fuzz(func(t *testing.T, text string, width uint16) {
		if len(text) > 2000 {
			text = text[:2000]
		}
		lines, h := wrap(text, func(int) fyne.TextStyle { return fyne.TextStyle{} }, m, 16, float32(width)+1)
		last := 0
		for _, ln := range lines {
			if ln.start < last || ln.end < ln.start || ln.end > len(text) {
				t.Fatalf("line %+v after %d in %q", ln, last, text)
			}
			if strings.TrimSpace(text[last:ln.start]) != "" {
				t.Fatalf("%q is in no line", text[last:ln.start])
			}
			last = ln.end
		}
		if strings.TrimSpace(text[last:]) != "" {
			t.Fatalf("%q is in no line", text[last:])
		}
		if h < 0 || (len(lines) > 0 && h < lines[len(lines)-1].y) {
			t.Fatalf("height %v", h)
		}
	})
}

package prose

import (
	"cmp"
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

var (
	_ fyne.Widget        = (*Text)(nil)
	_ fyne.Draggable     = (*Text)(nil)
	_ desktop.Mouseable  = (*Text)(nil)
	_ desktop.Cursorable = (*Text)(nil)
)

// Style is how a marked stretch looks. What is zero stays as it is.
type Style struct {
	Fill   color.Color // behind the words
	Line   color.Color // under them
	Dotted bool        // the line is dotted
	Strike color.Color // through the words
	Ink    color.Color // of the words
	Bold   bool
	Italic bool
}

// Mark gives a stretch of the text, in bytes, a style. Where marks overlap, the
// later lies on top.
type Mark struct {
	Span  geo.Span
	Style Style
}

// Content is a text and how it is set.
type Content struct {
	Text    string
	Marks   []Mark
	Size    float32             // of the letters; 0: the theme's text size
	Colour  fyne.ThemeColorName // of the words; empty: foreground
	Leading float32             // line height in letter heights; 0: 1.12
	Centred bool
}

// Text is the widget. Its height follows from its width; containers that know
// this ask [Text.HeightFor].
type Text struct {
	widget.BaseWidget

	// OnTapped is called for a click that selects nothing, with the byte that was
	// clicked. OnSelect is called whenever the selection has changed.
	OnTapped func(offset int)
	OnSelect func(t *Text)

	content Content
	marks   []Mark // by start

	metrics *metrics
	width   float32 // that lines were broken for
	lines   []line
	height  float32

	top, window float32 // what is in sight; window 0: everything

	anchor, head int // selection, in bytes; equal: none
	pressed      bool
	dragged      bool
}

// New makes a text that shows c.
func New(c Content) *Text {
	t := &Text{}
	t.ExtendBaseWidget(t)
	t.Set(c)
	return t
}

// Set shows another content; the selection is gone.
func (t *Text) Set(c Content) {
	t.content = c
	t.marks = slices.Clone(c.Marks)
	slices.SortStableFunc(t.marks, func(a, b Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	t.anchor, t.head = 0, 0
	t.metrics, t.width = nil, 0
	t.Refresh()
}

// Text is the text that is shown.
func (t *Text) Text() string { return t.content.Text }

func (t *Text) size() float32 {
	if t.content.Size > 0 {
		return t.content.Size
	}
	return theme.TextSize()
}

func (t *Text) lineHeight() float32 {
	l := t.content.Leading
	if l == 0 {
		l = 1.12
	}
	return t.metrics.height * l
}

// arrange breaks the lines for a width, unless that is done.
func (t *Text) arrange(width float32) {
	if t.metrics == nil || t.metrics.size != t.size() {
		t.metrics = newMetrics(t.size())
		t.width = 0
	}
	if width <= 0 || width == t.width {
		return
	}
	t.width = width
	next, inside := 0, []Mark(nil) // offsets come in order, so each mark is met once
	t.lines, t.height = wrap(t.content.Text, func(at int) fyne.TextStyle {
		for next < len(t.marks) && t.marks[next].Span.Start <= at {
			inside = append(inside, t.marks[next])
			next++
		}
		inside = slices.DeleteFunc(inside, func(m Mark) bool { return m.Span.End <= at })
		var s fyne.TextStyle
		for _, m := range inside {
			s.Bold = s.Bold || m.Style.Bold
			s.Italic = s.Italic || m.Style.Italic
		}
		return s
	}, t.metrics, t.lineHeight(), width)
}

// HeightFor is the height that the text takes at a width.
func (t *Text) HeightFor(width float32) float32 {
	t.arrange(width)
	return t.height
}

// LineAt is where the line that holds a byte of the text lies.
func (t *Text) LineAt(offset int) (y, height float32) {
	t.arrange(t.Size().Width)
	if len(t.lines) == 0 {
		return 0, 0
	}
	return t.lines[t.lineOf(offset)].y, t.lineHeight()
}

// LineHeight is the height of one line.
func (t *Text) LineHeight() float32 {
	t.arrange(t.width)
	return t.lineHeight()
}

func (t *Text) lineOf(offset int) int {
	i := sort.Search(len(t.lines), func(i int) bool { return t.lines[i].start > offset })
	return max(0, i-1)
}

// SetWindow says what part of the text is in sight, in its own coordinates.
func (t *Text) SetWindow(top, height float32) {
	if t.top == top && t.window == height {
		return
	}
	t.top, t.window = top, height
	t.Refresh()
}

// MinSize is one word wide; the height is that of the present width.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	t.arrange(t.Size().Width)
	h := t.height
	if t.width == 0 {
		h = t.lineHeight()
	}
	return fyne.NewSize(24, h)
}

// CreateRenderer makes the objects of the lines in sight.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t: t} }

// SelectedText is what is selected, or empty.
func (t *Text) SelectedText() string {
	a, b := min(t.anchor, t.head), max(t.anchor, t.head)
	return t.content.Text[a:b]
}

// Deselect takes the selection away.
func (t *Text) Deselect() {
	if t.anchor != t.head {
		t.anchor, t.head = 0, 0
		t.Refresh()
	}
}

// ink is the colour of unmarked words.
func (t *Text) ink() color.Color {
	name := t.content.Colour
	if name == "" {
		name = theme.ColorNameForeground
	}
	return theme.Color(name)
}

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
	width   float32 // that the objects were made for; the text may know another by now
}

func (r *textRenderer) Layout(size fyne.Size) {
	if size.Width != r.width || len(r.objects) == 0 {
		r.build()
	}
}
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.t)
}

// build makes the objects of the lines in sight: fills below, then the
// selection, then words, then lines under them.
func (r *textRenderer) build() {
	t := r.t
	r.width = t.Size().Width
	t.arrange(r.width)
	var fills, selected, words, rules []fyne.CanvasObject
	lh := t.lineHeight()
	from, to := 0, len(t.lines)
	if t.window > 0 {
		from = sort.Search(len(t.lines), func(i int) bool { return t.lines[i].y+lh > t.top })
		to = sort.Search(len(t.lines), func(i int) bool { return t.lines[i].y >= t.top+t.window })
	}
	near := t.marksIn(from, to)
	a, b := min(t.anchor, t.head), max(t.anchor, t.head)
	for _, ln := range t.lines[from:to] {
		if ln.start == ln.end {
			continue
		}
		x := t.indent(ln)
		for _, run := range runs(ln.start, ln.end, near) {
			style := fyne.TextStyle{Bold: run.style.Bold, Italic: run.style.Italic}
			ink := run.style.Ink
			if ink == nil {
				ink = t.ink()
			}
			w := canvas.NewText(printable(run.span.Of(t.content.Text)), ink)
			w.TextSize, w.TextStyle = t.size(), style
			size := w.MinSize()
			if run.style.Fill != nil {
				fills = append(fills, bar(run.style.Fill, x, ln.y, size.Width, lh))
			}
			if s, e := max(a, run.span.Start), min(b, run.span.End); s < e {
				x0 := x + t.measure(run.span.Start, s, style)
				x1 := x + t.measure(run.span.Start, e, style)
				selected = append(selected, bar(theme.Color(theme.ColorNameSelection), x0, ln.y, x1-x0, lh))
			}
			if run.style.Line != nil {
				rules = append(rules, underline(run.style, x, ln.y+(lh+t.metrics.height)/2-2, size.Width)...)
			}
			if run.style.Strike != nil {
				rules = append(rules, bar(run.style.Strike, x, ln.y+lh/2+1, size.Width, 1.5))
			}
			w.Move(fyne.NewPos(x, ln.y+(lh-t.metrics.height)/2))
			w.Resize(size)
			words = append(words, w)
			x += size.Width
		}
	}
	r.objects = slices.Concat(fills, selected, words, rules)
}

// indent is where a line begins.
func (t *Text) indent(ln line) float32 {
	if !t.content.Centred {
		return 0
	}
	w := fyne.MeasureText(t.content.Text[ln.start:ln.end], t.size(), fyne.TextStyle{}).Width
	return max(0, (t.width-w)/2)
}

// marksIn are the marks that touch some of the lines, so that a long text with
// many marks does not look at all of them for every line.
func (t *Text) marksIn(from, to int) []Mark {
	if from >= to {
		return nil
	}
	s := geo.Span{Start: t.lines[from].start, End: t.lines[to-1].end}
	var out []Mark
	for _, m := range t.marks {
		if m.Span.Overlaps(s) {
			out = append(out, m)
		}
	}
	return out
}

func (t *Text) measure(from, to int, style fyne.TextStyle) float32 {
	if from >= to {
		return 0
	}
	return fyne.MeasureText(printable(t.content.Text[from:to]), t.size(), style).Width
}

func bar(c color.Color, x, y, w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(c)
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}

func underline(s Style, x, y, w float32) []fyne.CanvasObject {
	if !s.Dotted {
		return []fyne.CanvasObject{bar(s.Line, x, y, w, 2)}
	}
	var out []fyne.CanvasObject
	for d := float32(0); d+2 <= w; d += 5 {
		out = append(out, bar(s.Line, x+d, y, 2.5, 2))
	}
	return out
}

// printable shows tabs and other control characters as spaces, byte for byte.
func printable(s string) string {
	b := []byte(nil)
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == 0x7f {
			if b == nil {
				b = []byte(s)
			}
			b[i] = ' '
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

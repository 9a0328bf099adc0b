package gui

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// option is one thing to choose.
type option struct {
	Label  string
	Detail string // in smaller letters behind it
	Now    bool   // it is so now
}

// choice is a short list from which one is chosen: with the arrows and Enter,
// by its number or its first letter, or with the mouse.
type choice struct {
	widget.BaseWidget
	options  []option
	at       int
	OnChoose func(i int)
	OnCancel func()
	OnMove   func(top, height float32) // where the mark has moved to
}

var (
	_ fyne.Focusable    = (*choice)(nil)
	_ fyne.Tappable     = (*choice)(nil)
	_ desktop.Hoverable = (*choice)(nil)
)

func newChoice(options ...option) *choice {
	c := &choice{}
	c.ExtendBaseWidget(c)
	c.set(options)
	return c
}

// set offers other options, with the one that is so now marked.
func (c *choice) set(options []option) {
	c.options, c.at = options, 0
	for i, o := range options {
		if o.Now {
			c.at = i
		}
	}
	c.Refresh()
}

func (c *choice) choose(i int) {
	if i >= 0 && i < len(c.options) && c.OnChoose != nil {
		c.OnChoose(i)
	}
}

// move moves the mark by n, around the ends.
func (c *choice) move(n int) {
	if len(c.options) > 0 {
		c.mark((c.at + n + len(c.options)) % len(c.options))
	}
}

func (c *choice) mark(i int) {
	c.at = i
	c.Refresh()
	if c.OnMove != nil {
		c.OnMove(2+float32(i)*c.rowHeight(), c.rowHeight())
	}
}

func (c *choice) FocusGained() {}
func (c *choice) FocusLost()   {}
func (c *choice) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		c.move(1)
	case fyne.KeyUp:
		c.move(-1)
	case fyne.KeyHome:
		c.mark(0)
	case fyne.KeyEnd:
		c.mark(max(0, len(c.options)-1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.choose(c.at)
	case fyne.KeyEscape:
		call(c.OnCancel)
	}
}

// TypedRune chooses by number, or marks the next that begins with a letter.
func (c *choice) TypedRune(r rune) {
	if r >= '1' && r <= '9' {
		c.choose(int(r - '1'))
		return
	}
	for k := 1; k <= len(c.options); k++ {
		i := (c.at + k) % len(c.options)
		if first := []rune(c.options[i].Label); len(first) > 0 && unicode.ToLower(first[0]) == unicode.ToLower(r) {
			c.mark(i)
			return
		}
	}
}

func (c *choice) rowAt(y float32) int { return int((y - 2) / c.rowHeight()) }

func (c *choice) rowHeight() float32 {
	return fyne.MeasureText("Mg", theme.TextSize(), fyne.TextStyle{}).Height + 8
}

func (c *choice) Tapped(ev *fyne.PointEvent)  { c.choose(c.rowAt(ev.Position.Y)) }
func (c *choice) MouseIn(*desktop.MouseEvent) {}
func (c *choice) MouseOut()                   {}
func (c *choice) MouseMoved(ev *desktop.MouseEvent) {
	if i := c.rowAt(ev.Position.Y); i != c.at && i >= 0 && i < len(c.options) {
		c.at = i
		c.Refresh()
	}
}

func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	return &choiceRenderer{c: c, mark: canvas.NewRectangle(nil)}
}

type choiceRenderer struct {
	c     *choice
	mark  *canvas.Rectangle
	texts []fyne.CanvasObject
}

func (r *choiceRenderer) MinSize() fyne.Size {
	w := float32(160)
	for _, o := range r.c.options {
		w = max(w, fyne.MeasureText(o.Label, theme.TextSize(), fyne.TextStyle{Bold: o.Now}).Width+
			fyne.MeasureText(o.Detail, theme.CaptionTextSize(), fyne.TextStyle{}).Width+theme.TextSize()*1.9+30)
	}
	return fyne.NewSize(min(w, 520), float32(len(r.c.options))*r.c.rowHeight()+4)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	c := r.c
	h := c.rowHeight()
	r.mark.CornerRadius = 4
	r.mark.FillColor = theme.Color(theme.ColorNameFocus)
	r.mark.Move(fyne.NewPos(2, 2+float32(c.at)*h))
	r.mark.Resize(fyne.NewSize(max(0, size.Width-4), h))
	visible(r.mark, len(c.options) > 0)
	r.texts = r.texts[:0]
	put := func(s string, size float32, style fyne.TextStyle, colour fyne.ThemeColorName, x, y, width float32) float32 {
		lines := fitLines(s, size, style, width, 1)
		if len(lines) == 0 || width < 20 {
			return 0
		}
		t := canvas.NewText(lines[0], theme.Color(colour))
		t.TextSize, t.TextStyle = size, style
		m := t.MinSize()
		t.Move(fyne.NewPos(x, y+(h-m.Height)/2))
		t.Resize(m)
		r.texts = append(r.texts, t)
		return m.Width
	}
	left := theme.TextSize() * 1.9
	for i, o := range c.options {
		y := 2 + float32(i)*h
		if i < 9 {
			put(fmt.Sprint(i+1), theme.CaptionTextSize(), fyne.TextStyle{}, theme.ColorNamePlaceHolder, 8, y, left)
		}
		w := put(o.Label, theme.TextSize(), fyne.TextStyle{Bold: o.Now}, theme.ColorNameForeground, left, y, size.Width-left-10)
		if o.Detail != "" {
			put(strings.TrimSpace(o.Detail), theme.CaptionTextSize(), fyne.TextStyle{}, theme.ColorNamePlaceHolder, left+w+10, y, size.Width-left-20-w)
		}
	}
}

func (r *choiceRenderer) Refresh() {
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.mark}, r.texts...)
}
func (r *choiceRenderer) Destroy() {}

// ask offers a choice in the middle of the window and calls then with what was
// chosen. With nothing in focus afterwards, keys go to the window again.
func (w *Window) ask(title string, options []option, then func(i int)) {
	c := newChoice(options...)
	m := c.MinSize()
	scroll := container.NewVScroll(c)
	c.OnMove = func(top, height float32) {
		if y := scroll.Offset.Y; top < y || top+height > y+scroll.Size().Height {
			scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-scroll.Size().Height/2)))
		}
	}
	m.Height = min(m.Height, w.win.Canvas().Size().Height-120)
	p := w.popUp(title, newMinimum(m, scroll))
	c.OnCancel = p.Hide
	c.OnChoose = func(i int) {
		p.Hide()
		then(i)
	}
	w.win.Canvas().Focus(c)
}

// popUp shows an object with a title in the middle of the window, until a click
// beside it.
func (w *Window) popUp(title string, o fyne.CanvasObject) *widget.PopUp {
	p := widget.NewPopUp(column(6, 6, 6, subheading(title), o), w.win.Canvas())
	m := o.MinSize()
	size := w.win.Canvas().Size()
	m = fyne.NewSize(min(max(m.Width, 280)+20, size.Width-40), m.Height)
	h := min(heightFor(p.Content, m.Width)+16, size.Height-40)
	p.ShowAtPosition(fyne.NewPos((size.Width-m.Width)/2, max(20, (size.Height-h)/3)))
	p.Resize(fyne.NewSize(m.Width, h))
	return p
}

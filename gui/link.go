package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// link is a small text that does something when it is clicked, or when Enter or
// Space is pressed on it.
type link struct {
	widget.BaseWidget
	text    string
	tapped  func()
	focused bool
	hovered bool
	bold    bool
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ fyne.Focusable     = (*link)(nil)
	_ desktop.Hoverable  = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

func newLink(text string, tapped func()) *link {
	l := &link{text: text, tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

func (l *link) set(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

func (l *link) Tapped(*fyne.PointEvent) {
	if l.tapped != nil {
		l.tapped()
	}
}
func (l *link) FocusGained()     { l.focused = true; l.Refresh() }
func (l *link) FocusLost()       { l.focused = false; l.Refresh() }
func (l *link) TypedRune(r rune) { passRune(l, r) }
func (l *link) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.Tapped(nil)
	}
}
func (l *link) MouseIn(*desktop.MouseEvent)    { l.hovered = true; l.Refresh() }
func (l *link) MouseMoved(*desktop.MouseEvent) {}
func (l *link) MouseOut()                      { l.hovered = false; l.Refresh() }
func (l *link) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (l *link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{l: l, back: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.back.CornerRadius = 3
	r.style()
	return r
}

type linkRenderer struct {
	l    *link
	back *canvas.Rectangle
	text *canvas.Text
}

func (r *linkRenderer) style() {
	r.text.Text = r.l.text
	r.text.TextSize = theme.CaptionTextSize()
	r.text.TextStyle.Bold = r.l.bold
	r.text.Color = theme.Color(theme.ColorNameHyperlink)
	r.text.TextStyle.Underline = r.l.hovered
	r.back.FillColor = nil
	r.back.StrokeWidth = 0
	if r.l.focused {
		r.back.FillColor = theme.Color(theme.ColorNameFocus)
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
}

func (r *linkRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(3, (size.Height-m.Height)/2))
	r.text.Resize(m)
}

func (r *linkRenderer) MinSize() fyne.Size { return r.text.MinSize().AddWidthHeight(6, 4) }

func (r *linkRenderer) Refresh() {
	r.style()
	r.Layout(r.l.Size())
	r.back.Refresh()
	r.text.Refresh()
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.text}
}
func (r *linkRenderer) Destroy() {}

// passRune gives a character that a widget in focus has no use for to the window.
func passRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

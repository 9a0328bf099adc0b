package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// keyButton is a small button that shows the key that does the same. It never
// takes the focus, so that the keys go on working after a click.
type keyButton struct {
	widget.BaseWidget
	label, key string
	strong     bool
	on         bool // what it switches is on
	hovered    bool
	tapped     func()
}

var (
	_ fyne.Tappable      = (*keyButton)(nil)
	_ desktop.Hoverable  = (*keyButton)(nil)
	_ desktop.Cursorable = (*keyButton)(nil)
)

func newKeyButton(label, key string, tapped func()) *keyButton {
	b := &keyButton{label: label, key: key, tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func (b *keyButton) Tapped(*fyne.PointEvent)        { b.tapped() }
func (b *keyButton) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh() }
func (b *keyButton) MouseMoved(*desktop.MouseEvent) {}
func (b *keyButton) MouseOut()                      { b.hovered = false; b.Refresh() }
func (b *keyButton) Cursor() desktop.Cursor         { return desktop.PointerCursor }

func (b *keyButton) CreateRenderer() fyne.WidgetRenderer {
	r := &keyButtonRenderer{b: b, back: canvas.NewRectangle(nil), cap: canvas.NewRectangle(nil), label: canvas.NewText("", nil), key: canvas.NewText("", nil)}
	r.back.CornerRadius, r.cap.CornerRadius = 4, 3
	r.style()
	return r
}

type keyButtonRenderer struct {
	b          *keyButton
	back, cap  *canvas.Rectangle
	label, key *canvas.Text
}

func (r *keyButtonRenderer) style() {
	b := r.b
	ink := theme.Color(theme.ColorNameForeground)
	r.back.FillColor = theme.Color(theme.ColorNameButton)
	r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	switch {
	case b.strong:
		r.back.FillColor, ink = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameForegroundOnPrimary)
	case b.on:
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	if b.hovered {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNameForeground), 1
	}
	r.label.Text, r.label.TextSize, r.label.Color = b.label, theme.CaptionTextSize(), ink
	r.key.Text, r.key.TextSize, r.key.Color = b.key, theme.CaptionTextSize(), ink
	r.key.TextStyle = fyne.TextStyle{Bold: true}
	r.cap.FillColor = nil
	r.cap.StrokeColor, r.cap.StrokeWidth = ink, 1
}

func (r *keyButtonRenderer) MinSize() fyne.Size {
	l, k := r.label.MinSize(), r.key.MinSize()
	return fyne.NewSize(8+l.Width+6+max(k.Width, k.Height-4)+6+5, max(l.Height, k.Height)+8)
}

func (r *keyButtonRenderer) Layout(size fyne.Size) {
	l, k := r.label.MinSize(), r.key.MinSize()
	r.back.Resize(size)
	r.label.Move(fyne.NewPos(8, (size.Height-l.Height)/2))
	r.label.Resize(l)
	w := max(k.Width, k.Height-4) + 6
	r.cap.Move(fyne.NewPos(size.Width-w-5, (size.Height-k.Height)/2))
	r.cap.Resize(fyne.NewSize(w, k.Height))
	r.key.Move(fyne.NewPos(size.Width-w-5+(w-k.Width)/2, (size.Height-k.Height)/2))
	r.key.Resize(k)
}

func (r *keyButtonRenderer) Refresh() {
	r.style()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.Layout(r.b.Size())
}
func (r *keyButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.label, r.cap, r.key}
}
func (r *keyButtonRenderer) Destroy() {}

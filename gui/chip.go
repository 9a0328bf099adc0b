package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

// chip is a voice's letter on its colour, so that nothing is said by colour
// alone.
type chip struct {
	widget.BaseWidget
	voice geo.Voice
}

func newChip(v geo.Voice) *chip {
	c := &chip{voice: v}
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) set(v geo.Voice) {
	c.voice = v
	c.Refresh()
}

func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c: c, back: canvas.NewRectangle(nil), letter: canvas.NewText("", nil)}
	r.letter.TextStyle.Bold = true
	r.letter.Alignment = fyne.TextAlignCenter
	r.back.CornerRadius = 4
	r.style()
	return r
}

type chipRenderer struct {
	c      *chip
	back   *canvas.Rectangle
	letter *canvas.Text
}

func (r *chipRenderer) style() {
	v := voices[r.c.voice]
	r.back.FillColor = v.colour()
	r.letter.Text, r.letter.Color = v.letter, v.onColour()
	r.letter.TextSize = theme.CaptionTextSize()
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.letter.Resize(size)
}

func (r *chipRenderer) MinSize() fyne.Size {
	h := r.letter.MinSize().Height
	return fyne.NewSize(h+3, h+1)
}

func (r *chipRenderer) Refresh() {
	r.style()
	r.back.Refresh()
	r.letter.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.letter}
}
func (r *chipRenderer) Destroy() {}

package gui

import (
	"bytes"
	"context"
	"image"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo/session"
)

// previewSide is the longer side of the small picture, in dp.
const previewSide = 320

// preview is a small true picture of what would be exported: painted by the
// same painter, only smaller.
type preview struct {
	widget.BaseWidget
	w      *Window
	image  *canvas.Image
	back   *canvas.Rectangle
	cancel context.CancelFunc
	shape  fyne.Size
}

func newPreview(w *Window) *preview {
	p := &preview{w: w, image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}, back: canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))}
	p.image.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// show paints the picture of a state, instead of one that is being painted.
func (p *preview) show(st *session.State, picture session.Picture) {
	p.stop()
	k := previewSide / float64(max(picture.Width, picture.Height))
	p.shape = fyne.NewSize(float32(float64(picture.Width)*k), float32(float64(picture.Height)*k))
	pixels := 1.0
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		pixels = float64(c.Scale())
	}
	small := picture
	small.Width, small.Height = max(64, int(float64(picture.Width)*k*pixels)), max(64, int(float64(picture.Height)*k*pixels))
	small.Density = picture.Density * k * pixels
	small.Holes = true // the check tells of them
	p.cancel = p.w.background(func(ctx context.Context) func() {
		var b bytes.Buffer
		if p.w.config.Engine.WritePicture(ctx, &b, st, small) != nil {
			return nil // the export itself says what is wrong
		}
		img, err := png.Decode(&b)
		if err != nil {
			return nil
		}
		return func() { p.set(img) }
	})
}

func (p *preview) set(img image.Image) {
	p.image.Image = img
	p.image.Show()
	p.image.Refresh()
	p.Refresh()
}

// stop ends the painting.
func (p *preview) stop() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

func (p *preview) CreateRenderer() fyne.WidgetRenderer { return &previewRenderer{p} }

type previewRenderer struct{ p *preview }

func (r *previewRenderer) Layout(size fyne.Size) {
	s := r.p.shape
	at := fyne.NewPos((size.Width-s.Width)/2, (size.Height-s.Height)/2)
	r.p.back.Move(at.SubtractXY(1, 1))
	r.p.back.Resize(s.AddWidthHeight(2, 2))
	r.p.image.Move(at)
	r.p.image.Resize(s)
}

func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(previewSide + 2) }
func (r *previewRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p.back)
}
func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.back, r.p.image}
}
func (r *previewRenderer) Destroy() {}

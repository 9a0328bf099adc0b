package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"contested/geo/render"
	"contested/geo/view"
)

// presenter shows a frame: its picture where the view wants it, its insets in
// their corners. The canvas images are made once and their pictures exchanged,
// because Fyne keeps the textures of dropped images for a minute and more.
//
// Below the picture lies a coarse one of a larger area, so that zooming out, or
// a fast drag, uncovers no blank edge before the exact picture has come.
type presenter struct {
	frame   *render.Frame
	of      job // what the frame was painted for
	picture *canvas.Image
	under   *render.Frame
	underOf job
	ground  *canvas.Image // shows under, where it is needed
	insets  *fyne.Container
	pool    map[string]*canvas.Image
}

func (p *presenter) init() {
	p.picture, p.ground = blankImage(), blankImage()
	p.insets = container.NewWithoutLayout()
	p.pool = map[string]*canvas.Image{}
}

// blankImage is a hidden image that shows its pixels as they are: a visible one
// without a picture would keep the window busy.
func blankImage() *canvas.Image {
	img := &canvas.Image{ScaleMode: canvas.ImageScaleFastest, FillMode: canvas.ImageFillStretch}
	img.Hide()
	return img
}

// show makes f the frame shown and returns the picture that is shown no more.
// It is placed by the next call of place.
func (p *presenter) show(f *render.Frame, j job) (old *image.RGBA) {
	if p.frame != nil && p.frame.Image != f.Image {
		old = p.frame.Image
	}
	p.frame, p.of = f, j
	p.picture.Image = f.Image
	p.picture.Show()
	p.picture.Refresh()
	p.showInsets()
	return old
}

// showUnder makes f the coarse frame and returns the picture it replaces.
func (p *presenter) showUnder(f *render.Frame, j job) (old *image.RGBA) {
	if p.under != nil && p.under.Image != f.Image {
		old = p.under.Image
	}
	p.under, p.underOf = f, j
	p.ground.Image = f.Image
	p.ground.Refresh()
	return old
}

func (p *presenter) showInsets() {
	seen := map[string]bool{}
	for _, in := range p.frame.Insets {
		seen[in.Name] = true
		img := p.pool[in.Name]
		if img == nil {
			img = blankImage()
			p.pool[in.Name] = img
			p.insets.Add(img)
		}
		img.Show()
		if img.Image != in.Image {
			img.Image = in.Image
			img.Refresh()
		}
	}
	for name, img := range p.pool {
		if !seen[name] {
			img.Hide()
		}
	}
}

// offset is where the frame's top left corner lies in the view, in device
// pixels, and how much larger than painted the frame is shown.
func (p *presenter) offset(v view.Viewport) (x, y, scale float64) { return offset(p.frame, v) }

func offset(f *render.Frame, v view.Viewport) (x, y, scale float64) {
	fx, fy := f.Viewport.Origin()
	vx, vy := v.Origin()
	s := v.Scale()
	dx := fx - vx
	fcx, _ := view.World(f.Viewport.Centre)
	vcx, _ := view.World(v.Centre)
	dx -= math.Round(fcx - vcx) // the copy of the world that is nearest
	x, y, scale = dx*s, (fy-vy)*s, s/f.Viewport.Scale()
	if math.Abs(scale-1) < 1e-9 {
		// Whole pixels: what is shown is what was painted.
		x, y, scale = math.Round(x), math.Round(y), 1
	}
	return x, y, scale
}

// place moves and scales the frame to where the view wants it.
func (p *presenter) place(v view.Viewport) {
	if p.frame == nil || v.Density <= 0 {
		return
	}
	d := v.Density
	placeFrame(p.picture, p.frame, v)
	if p.under != nil && !p.covers(v) {
		placeFrame(p.ground, p.under, v)
		p.ground.Show()
	} else if p.ground.Visible() {
		p.ground.Hide() // a layer that is not seen costs as much as one that is
	}
	for _, in := range p.frame.Insets {
		img := p.pool[in.Name]
		r := p.insetAt(in, v)
		img.Resize(fyne.NewSize(dp(float64(r.Dx()), d), dp(float64(r.Dy()), d)))
		img.Move(fyne.NewPos(dp(float64(r.Min.X), d), dp(float64(r.Min.Y), d)))
	}
}

func placeFrame(img *canvas.Image, f *render.Frame, v view.Viewport) {
	x, y, k := offset(f, v)
	b := f.Image.Bounds()
	d := v.Density
	img.Resize(fyne.NewSize(dp(float64(b.Dx())*k, d), dp(float64(b.Dy())*k, d)))
	img.Move(fyne.NewPos(dp(x, d), dp(y, d)))
}

// dp is a length of whole device pixels in dp, such that it comes back as that
// many pixels: Fyne multiplies in single precision and then rounds on the
// screen, but rounds up in its software painter.
func dp(px, density float64) float32 { return float32((px - 0.1) / density) }

// insetAt is where an inset lies in the view, in device pixels. While the view
// has another size than the frame was painted for, it keeps its distance to the
// nearest corner.
func (p *presenter) insetAt(in render.Inset, v view.Viewport) image.Rectangle {
	w, h := v.PixelSize()
	pw, ph := p.painted()
	x, y := in.X, in.Y
	size := in.Image.Bounds().Size()
	if 2*x+size.X > pw {
		x += w - pw
	}
	if 2*y+size.Y > ph {
		y += h - ph
	}
	return image.Rectangle{Max: size}.Add(image.Pt(x, y))
}

// obstacle is the part of the view, in device pixels, that the largest inset
// covers: the legend, when there is one. The others are small.
func (p *presenter) obstacle(v view.Viewport) (largest image.Rectangle) {
	if p.frame == nil {
		return largest
	}
	for _, in := range p.frame.Insets {
		if r := p.insetAt(in, v); r.Dx()*r.Dy() > largest.Dx()*largest.Dy() {
			largest = r
		}
	}
	return largest
}

// painted is the pixel size of the view that the frame was painted for.
func (p *presenter) painted() (w, h int) {
	size := p.frame.Inner().Size()
	return size.X, size.Y
}

// covers reports whether the frame has something to show everywhere in v.
func (p *presenter) covers(v view.Viewport) bool {
	return p.frame != nil && p.frame.Viewport.Contains(v)
}

// has reports whether everything that a job's view shows is on the screen as it
// would be painted.
func (p *presenter) has(j job) bool {
	at := p.of.view
	at.Centre = j.view.Centre
	return p.frame != nil && p.of.scene == j.scene && at == j.view && p.covers(j.view)
}

// hit is the symbol under a pixel of the view.
func (p *presenter) hit(v view.Viewport, x, y float64) (render.Hit, bool) {
	if p.frame == nil {
		return render.Hit{}, false
	}
	ox, oy, k := p.offset(v)
	return p.frame.At((x-ox)/k, (y-oy)/k)
}

// spot is where a symbol of the frame lies on the widget, and its radius, in dp.
func (p *presenter) spot(v view.Viewport, h render.Hit) (at fyne.Position, radius float32) {
	if p.frame == nil || v.Density <= 0 {
		return fyne.Position{}, 0
	}
	ox, oy, k := p.offset(v)
	d := v.Density
	return fyne.NewPos(float32((ox+h.X*k)/d), float32((oy+h.Y*k)/d)), float32(h.Radius * k / d)
}

// row is the legend row under a pixel of the view; inset says that some inset
// lies there.
func (p *presenter) row(v view.Viewport, x, y float64) (row render.LegendRow, onRow, onInset bool) {
	if p.frame == nil {
		return row, false, false
	}
	at := image.Pt(int(x), int(y))
	for _, in := range p.frame.Insets {
		r := p.insetAt(in, v)
		if !at.In(r) {
			continue
		}
		onInset = true
		for _, row := range in.Rows {
			if at.Sub(r.Min).In(row.Bounds) {
				return row, true, true
			}
		}
	}
	return row, false, onInset
}

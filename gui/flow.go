package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// sized is an object whose height follows from its width, as wrapped text does.
type sized interface {
	HeightFor(width float32) float32
}

// tall is a layout that can say the height of its objects for a width.
type tall interface {
	fyne.Layout
	height(objects []fyne.CanvasObject, width float32) float32
}

func heightFor(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	if s, ok := o.(sized); ok {
		return s.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(tall); ok {
			return l.height(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// flow sets objects below each other at full width. Unlike Fyne's box it asks
// for heights at the width that there is, so that wrapped text needs no second
// pass.
type flow struct {
	gap, padX, padY float32
	width           float32 // of the last layout
}

var _ tall = (*flow)(nil)

// column makes a container of a flow.
func column(gap, padX, padY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap, padX: padX, padY: padY}, objects...)
}

func (f *flow) height(objects []fyne.CanvasObject, width float32) float32 {
	h, n := 2*f.padY, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if n > 0 {
			h += f.gap
		}
		h += heightFor(o, width-2*f.padX)
		n++
	}
	return h
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	y := f.padY
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, size.Width-2*f.padX)
		o.Move(fyne.NewPos(f.padX, y))
		o.Resize(fyne.NewSize(size.Width-2*f.padX, h))
		y += h + f.gap
	}
}

// MinSize is narrow: what is too wide is the object's own trouble, not its
// neighbours'.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const least = 60
	return fyne.NewSize(least, f.height(objects, max(least, f.width)))
}

// beside sets objects next to each other in columns of equal width.
type beside struct {
	gap   float32
	width float32
}

var _ tall = (*beside)(nil)

func (b *beside) column(n int, width float32) float32 {
	return (width - b.gap*float32(n-1)) / float32(max(1, n))
}

func (b *beside) height(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, heightFor(o, b.column(len(objects), width)))
	}
	return h
}

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	w := b.column(len(objects), size.Width)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(w+b.gap), 0))
		o.Resize(fyne.NewSize(w, heightFor(o, w)))
	}
}

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, b.height(objects, max(40, b.width)))
}

// columns makes a container of columns.
func columns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&beside{gap: gap}, objects...)
}

// ends sets one object at the left end of a row and one at the right or, where
// the row is too narrow for both, below.
type ends struct{ width float32 }

var _ tall = (*ends)(nil)

func (e *ends) height(objects []fyne.CanvasObject, width float32) float32 {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if a.Width+b.Width+8 <= width {
		return max(a.Height, b.Height)
	}
	return a.Height + b.Height
}

func (e *ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	a, b := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Resize(a)
	objects[1].Resize(b)
	objects[0].Move(fyne.NewPos(0, 0))
	if a.Width+b.Width+8 <= size.Width {
		h := max(a.Height, b.Height)
		objects[0].Move(fyne.NewPos(0, (h-a.Height)/2))
		objects[1].Move(fyne.NewPos(size.Width-b.Width, (h-b.Height)/2))
		return
	}
	objects[1].Move(fyne.NewPos(0, a.Height))
}

func (e *ends) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, e.height(objects, max(40, e.width)))
}

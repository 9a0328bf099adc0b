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

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	w += 2 * f.padX
	return fyne.NewSize(w, f.height(objects, max(w, f.width)))
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

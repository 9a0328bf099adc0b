package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// scroller scrolls one object whose height follows from its width. It settles
// in one pass: the object is told its width before the scroll asks its height.
type scroller struct {
	widget.BaseWidget
	scroll  *container.Scroll
	content fyne.CanvasObject
	last    fyne.Size
	// OnWindow is called with what is in sight, in the content's coordinates.
	OnWindow func(top, height float32)
}

func newScroller(content fyne.CanvasObject) *scroller {
	s := &scroller{content: content, scroll: container.NewVScroll(content)}
	s.scroll.OnScrolled = func(fyne.Position) { s.window() }
	s.ExtendBaseWidget(s)
	return s
}

func (s *scroller) CreateRenderer() fyne.WidgetRenderer { return &scrollerRenderer{s} }

// fit lays the content out anew, after it has changed.
func (s *scroller) fit() {
	w := s.Size().Width
	if w <= 0 {
		return
	}
	s.content.Resize(fyne.NewSize(w, max(s.Size().Height, heightFor(s.content, w))))
	s.scroll.Refresh()
	s.window()
}

// toTop shows the beginning; to shows the stretch at y with some text before it.
func (s *scroller) toTop() { s.to(0) }

func (s *scroller) to(y float32) {
	limit := max(0, heightFor(s.content, s.Size().Width)-s.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, limit))))
	s.window()
}

// reveal scrolls only when the stretch is not in sight.
func (s *scroller) reveal(y, height float32) {
	top := s.scroll.Offset.Y
	if y < top || y+height > top+s.Size().Height {
		s.to(y - s.Size().Height/4)
	}
}

func (s *scroller) window() {
	if s.OnWindow != nil {
		s.OnWindow(s.scroll.Offset.Y, s.Size().Height)
	}
}

type scrollerRenderer struct{ s *scroller }

func (r *scrollerRenderer) Layout(size fyne.Size) {
	s := r.s
	if size.Width != s.last.Width {
		s.content.Resize(fyne.NewSize(size.Width, max(size.Height, heightFor(s.content, size.Width))))
	}
	s.last = size
	s.scroll.Resize(size)
	s.window()
}

func (r *scrollerRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 60) }
func (r *scrollerRenderer) Refresh()                     { r.s.fit() }
func (r *scrollerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }
func (r *scrollerRenderer) Destroy()                     {}

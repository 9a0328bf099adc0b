package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	wideFrom  = 1080 // dp: from this width on both side panels stand beside the map
	mapLeast  = 320  // dp that the map keeps when there is one panel or two
	sideLeast = 200
	gripWidth = 5
)

// side is one of the two side panels.
type side uint8

const (
	leftSide  side = iota // the lists
	rightSide             // place and article
)

// shell arranges the lists, the map and the details. In a wide window all three
// stand side by side, with grips between them; in a narrow one the map shares
// the window with one panel at a time, which can be put away.
type shell struct {
	widget.BaseWidget

	left, centre, right fyne.CanvasObject
	leftGrip, rightGrip *grip

	leftWidth, rightWidth float32
	scale                 float32 // of text: larger letters need wider panels
	hidden                [2]bool // in a wide window
	drawer                side    // in a narrow window: which panel
	drawerOpen            bool

	// OnArranged is called when the arrangement has changed.
	OnArranged func()
	arranged   bool
	wasNarrow  bool
}

func newShell(left, centre, right fyne.CanvasObject) *shell {
	s := &shell{left: left, centre: centre, right: right, leftWidth: 272, rightWidth: 388, scale: 1, drawerOpen: true}
	s.leftGrip = newGrip(func(dx float32) { s.leftWidth += dx; s.bound(); s.Refresh() })
	s.rightGrip = newGrip(func(dx float32) { s.rightWidth -= dx; s.bound(); s.Refresh() })
	s.ExtendBaseWidget(s)
	return s
}

// narrow reports whether there is room for one panel only.
func (s *shell) narrow() bool { return s.isNarrow(s.Size().Width) }

func (s *shell) isNarrow(width float32) bool { return width < wideFrom*s.wider() }

// wider is how much wider panels and windows have to be for the size of text.
func (s *shell) wider() float32 { return (1 + s.scale) / 2 }

// shows reports whether a panel is in sight.
func (s *shell) shows(p side) bool {
	if s.narrow() {
		return s.drawerOpen && s.drawer == p
	}
	return !s.hidden[p]
}

// show brings a panel into sight, or puts it away.
func (s *shell) show(p side, on bool) {
	if s.narrow() {
		if on {
			s.drawer, s.drawerOpen = p, true
		} else if s.drawer == p {
			s.drawerOpen = false
		}
	} else {
		s.hidden[p] = !on
	}
	s.Refresh()
}

// widen makes the details as wide as leaves the map its least, or as they were
// made last by hand.
func (s *shell) widen(on bool, usual float32) {
	if on {
		s.rightWidth = s.Size().Width * 0.62
	} else {
		s.rightWidth = usual
	}
	s.bound()
	s.Refresh()
}

// bound keeps the panels within what the window has room for.
func (s *shell) bound() {
	w := s.Size().Width
	if w <= 0 {
		return
	}
	room := w - mapLeast - 2*gripWidth
	if s.narrow() {
		s.leftWidth = max(sideLeast, min(s.leftWidth, room))
		s.rightWidth = max(sideLeast, min(s.rightWidth, room))
		return
	}
	s.leftWidth = max(sideLeast, min(s.leftWidth, room-sideLeast))
	left := s.leftWidth
	if s.hidden[leftSide] {
		left = 0
	}
	s.rightWidth = max(sideLeast, min(s.rightWidth, room-left))
}

func (s *shell) CreateRenderer() fyne.WidgetRenderer { return &shellRenderer{s} }

type shellRenderer struct{ s *shell }

func (r *shellRenderer) Layout(size fyne.Size) {
	s := r.s
	narrow := s.isNarrow(size.Width)
	lw, rw := s.leftWidth, s.rightWidth
	showLeft, showRight := s.shows(leftSide), s.shows(rightSide)
	if narrow {
		// One panel, at the right for both, so that the map does not jump from
		// side to side when the panels take turns.
		w := max(sideLeast, min(rw*s.wider(), size.Width-mapLeast-gripWidth))
		if size.Width < sideLeast+mapLeast {
			w = size.Width // a very narrow window: the panel covers the map
		}
		lw, rw = w, w
	} else {
		rw = min(rw, size.Width-mapLeast-2*gripWidth-lw)
		rw = max(rw, sideLeast)
	}
	x, end := float32(0), size.Width
	place := func(o fyne.CanvasObject, on bool, x, w float32) {
		if !on {
			o.Hide()
			return
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		o.Show()
	}
	if narrow {
		open := showLeft || showRight
		if open {
			end -= lw
		}
		place(s.left, showLeft, end, lw)
		place(s.right, showRight, end, rw)
		place(s.leftGrip, false, 0, 0)
		if open && end >= gripWidth {
			end -= gripWidth
		}
		place(s.rightGrip, open && end > 0, end, gripWidth)
	} else {
		place(s.left, showLeft, 0, lw)
		place(s.leftGrip, showLeft, lw, gripWidth)
		if showLeft {
			x = lw + gripWidth
		}
		if showRight {
			end -= rw
		}
		place(s.right, showRight, end, rw)
		if showRight {
			end -= gripWidth
		}
		place(s.rightGrip, showRight, end, gripWidth)
	}
	place(s.centre, end-x > 40, x, end-x)
	if (!s.arranged || narrow != s.wasNarrow) && s.OnArranged != nil {
		s.arranged, s.wasNarrow = true, narrow
		s.OnArranged()
	}
}

func (r *shellRenderer) MinSize() fyne.Size { return fyne.NewSize(sideLeast+80, 240) }
func (r *shellRenderer) Refresh() {
	r.Layout(r.s.Size())
	if r.s.OnArranged != nil {
		r.s.OnArranged()
	}
}

func (r *shellRenderer) Objects() []fyne.CanvasObject {
	s := r.s
	return []fyne.CanvasObject{s.centre, s.left, s.right, s.leftGrip, s.rightGrip}
}
func (r *shellRenderer) Destroy() {}

// grip is the strip between two panes that is dragged to move their border.
type grip struct {
	widget.BaseWidget
	moved   func(dx float32)
	hovered bool
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
	_ desktop.Hoverable  = (*grip)(nil)
)

func newGrip(moved func(dx float32)) *grip {
	g := &grip{moved: moved}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) Dragged(ev *fyne.DragEvent)     { g.moved(ev.Dragged.DX) }
func (g *grip) DragEnd()                       {}
func (g *grip) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (g *grip) MouseIn(*desktop.MouseEvent)    { g.hovered = true; g.Refresh() }
func (g *grip) MouseMoved(*desktop.MouseEvent) {}
func (g *grip) MouseOut()                      { g.hovered = false; g.Refresh() }

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	return &gripRenderer{g, line}
}

type gripRenderer struct {
	g    *grip
	line *canvas.Rectangle
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos((size.Width-1)/2, 0))
	r.line.Resize(fyne.NewSize(1, size.Height))
}
func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, 10) }
func (r *gripRenderer) Refresh() {
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	if r.g.hovered {
		r.line.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	r.line.Refresh()
}
func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *gripRenderer) Destroy()                     {}

package mapview

import "fyne.io/fyne/v2"

// renderer lays nothing out: the map places its objects itself.
type renderer struct {
	m       *Map
	objects []fyne.CanvasObject
}

func newRenderer(m *Map) fyne.WidgetRenderer {
	m.live.style()
	return &renderer{m, append([]fyne.CanvasObject{m.live.nudge, m.shown.ground, m.shown.picture, m.shown.insets}, m.live.objects()...)}
}

func (r *renderer) Layout(size fyne.Size) {
	r.m.resize(size)
	if r.m.live.frame.Visible() {
		r.m.live.showFrame(true, size)
	}
}

func (r *renderer) MinSize() fyne.Size { return r.m.MinSize() }

// Refresh follows a change of theme or of the screen's density.
func (r *renderer) Refresh() {
	r.m.live.style()
	r.m.resize(r.m.Size())
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Destroy()                     {}

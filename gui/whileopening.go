package gui

import (
	"contested/geo/session"
)

// showKept shows the map of a large document as it was left, while the document
// is still being opened: the map can be looked at, moved and asked what is where;
// its quotes come when it is open. It runs beside Fyne's goroutine.
func (w *Window) showKept(path string) {
	p, ok := session.OpenPreview(path)
	if !ok {
		return
	}
	ground, err := w.config.Engine.Ground()
	if err != nil {
		return // openDocument will say so
	}
	w.post(func() {
		if w.session != nil || w.state != nil || w.closed {
			return // there is something to look at
		}
		w.styled = w.appearance()
		w.scene = p.Scene(ground, w.styled)
		w.scene.TextScale = float64(w.prefs.textScale())
		w.chart.SetScene(w.scene)
		if p.View.Width > 0 {
			w.chart.Look(p.View.Centre, p.View.Zoom)
		}
		w.status.show(statusValue{Articles: p.Articles, Claims: p.Claims})
		w.say("Opening %s with %s…", count(p.Articles, "article", "articles"), count(p.Claims, "claim", "claims"))
		w.trace.Event("kept map", map[string]any{"claims": p.Claims})
	})
}

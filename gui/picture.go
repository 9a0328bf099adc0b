package gui

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/url"
	"path/filepath"
	"strings"

	"contested/geo/session"
)

// pictureOf is what is seen now at another size: everything in sight stays in
// sight, and symbols and letters grow with the picture.
func (w *Window) pictureOf(look session.Appearance, width, height int, dpi float64) session.Picture {
	v := w.chart.Viewport()
	density := v.Density
	if vw, vh := v.PixelSize(); width != vw || height != vh {
		density = min(float64(width)/v.Width, float64(height)/v.Height)
		density = math.Max(density, 0.5)
	}
	return session.Picture{Appearance: look, Width: width, Height: height, Density: density, View: v, DPI: dpi, Tiles: w.tileSource()}
}

// exportPicture writes the picture in the background.
func (w *Window) exportPicture(path string, p session.Picture, beside session.Beside) {
	w.prefs.setExportFolder(filepath.Dir(path))
	s := w.session
	w.status.say("Painting the picture…", false, "cancel", w.cancelWork)
	w.work = w.background(func(ctx context.Context) func() {
		files, err := s.SavePicture(ctx, path, p, beside)
		return func() {
			switch {
			case errors.Is(err, context.Canceled):
				w.say("The picture was not written.")
			case err != nil:
				w.fail(err)
			default:
				what := fmt.Sprintf("%d × %d", p.Width, p.Height)
				if paper := session.Paper(p.Width, p.Height, p.DPI); paper != "" {
					what += ", " + paper
				}
				if n := len(files) - 1; n > 0 {
					what += ", and " + filepath.Base(files[1])
					if n > 1 {
						what += fmt.Sprintf(" and %d more", n-1)
					}
					what += " beside it"
				}
				w.saved(path, what)
			}
		}
	})
}

// check looks a picture over in the background. Once stop is called, then is not.
func (w *Window) check(p session.Picture, then func([]session.Finding)) (stop func()) {
	st, stopped := w.state, false
	cancel := w.background(func(ctx context.Context) func() {
		found, err := w.config.Engine.PublishCheck(ctx, st, p)
		if err != nil {
			return nil // what cannot be drawn is said when it is written
		}
		return func() {
			if !stopped {
				then(found)
			}
		}
	})
	return func() {
		stopped = true
		cancel()
	}
}

// suggestedName is a file name after what is selected and the date of the news:
// pokrovsk-2025-11-27.png.
func (w *Window) suggestedName(extension string) string {
	st := w.state
	name := "map"
	if p, ok := st.Place(st.Selected.Place); ok && st.Selected.Place != "" {
		name = p.Name
	} else if o := overviewFrom(st); len(o.Contested) > 0 {
		name = o.Contested[0].Name
	}
	if iv := st.AsOf(); iv.Known() {
		name += "-" + iv.From.Format("2006-01-02")
	}
	return slug(name) + extension
}

func (w *Window) suggestedTitle() string {
	st := w.state
	if p, ok := st.Place(st.Selected.Place); ok && st.Selected.Place != "" {
		return "Who claims what: " + p.Name
	}
	return "Who claims what, where"
}

// slug makes a file name of a text: letters and digits, joined by hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 0x7f:
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	return b.String()
}

func mustURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		return &url.URL{}
	}
	return u
}

package gui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"contested/geo/render"
	"contested/geo/tiles"
	"contested/geo/view"
)

// backdropWait is how long the painting of a picture waits for its map tiles. What
// has not come by then is there the next time.
const backdropWait = 3 * time.Second

// laid is the tiles that were gathered last, which serve as long as a view needs no
// others.
type laid struct {
	source tiles.Source
	mosaic *tiles.Mosaic
}

// backdrop is the scene over the map tiles of a view and the margin around it in dp, as
// far as there are any. What is missing under a view that stays is said. It runs on the
// map's paint goroutine.
func (w *Window) backdrop(ctx context.Context, s *render.Scene, at view.Viewport, margin float64, stays bool) *render.Scene {
	src := w.tileSource()
	if src == nil {
		w.laid = laid{}
		return s
	}
	v := at.Expand(margin)
	if w.laid.source == src && w.laid.mosaic.Serves(v) {
		if stays {
			w.post(func() { w.tilesSay("") })
		}
		over := *s
		over.Backdrop = w.laid.mosaic
		return &over
	}
	in, cancel := context.WithTimeout(ctx, backdropWait)
	defer cancel()
	m, err := tiles.Gather(in, src, v)
	switch {
	case ctx.Err() != nil, errors.Is(err, tiles.ErrClosed):
		return s
	case err != nil:
		w.post(func() { w.tilesSay("The map tiles cannot be shown: %v", err) })
		return s
	}
	w.laid = laid{src, m}
	if stays {
		wanted, missing, late, why := m.Under(at)
		w.post(func() {
			switch {
			case late > 0:
				w.tilesSay("%d of %d map tiles are on their way; the built-in map shows meanwhile", late, wanted)
			case missing > 0:
				w.tilesSay("%d of %d map tiles are missing here; the built-in map shows instead (%v)", missing, wanted, why)
			default:
				w.tilesSay("")
			}
		})
	}
	over := *s
	over.Backdrop = m
	return &over
}

// tilesSay says what is the matter with the tiles in view, and takes that back when
// nothing is any more; other messages are left alone.
func (w *Window) tilesSay(format string, args ...any) {
	said := w.saidOfTiles
	w.saidOfTiles = fmt.Sprintf(format, args...)
	if w.saidOfTiles != "" || said != "" && w.status.message == said {
		w.say("%s", w.saidOfTiles)
	}
}

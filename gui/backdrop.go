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

// backdrop is the scene over the map tiles of a view, as far as there are any. It
// runs on the map's paint goroutine.
func (w *Window) backdrop(ctx context.Context, s *render.Scene, v view.Viewport) *render.Scene {
	src := w.tileSource()
	if src == nil {
		return s
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
	case m.Late > 0:
		w.post(func() {
			w.tilesSay("%d of %d map tiles are on their way; the built-in map shows meanwhile", m.Late, m.Wanted)
		})
	case m.Missing > 0:
		w.post(func() {
			w.tilesSay("%d of %d map tiles are missing here; the built-in map shows instead (%v)", m.Missing, m.Wanted, m.Err)
		})
	default:
		w.post(func() { w.tilesSay("") })
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

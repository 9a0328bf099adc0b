package gui

import (
	"context"
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
	if w.config.Tiles == nil {
		return s
	}
	in, cancel := context.WithTimeout(ctx, backdropWait)
	defer cancel()
	m, err := tiles.Gather(in, w.config.Tiles, v)
	switch {
	case ctx.Err() != nil:
		return s
	case err != nil:
		w.post(func() { w.say("The map tiles cannot be shown: %v", err) })
		return s
	case m.Missing > 0:
		w.post(func() {
			w.say("%d of %d map tiles are missing here; the built-in map shows instead (%v)", m.Missing, m.Wanted, m.Err)
		})
	}
	over := *s
	over.Backdrop = m
	return &over
}

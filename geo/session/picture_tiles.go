package session

import (
	"context"
	"fmt"
	"path/filepath"

	"contested/geo/tiles"
	"contested/geo/view"
)

// OpenTiles opens a map file, a provider by name or the address of a tile server
// (see [tiles.Open]). What comes from the network is kept in the user's data
// folder. The caller closes it.
func (e *Engine) OpenTiles(name, userAgent string) (tiles.Source, error) {
	o := tiles.Options{UserAgent: userAgent}
	if e.dataDir != "" {
		o.Dir = filepath.Join(e.dataDir, "tiles")
	}
	return tiles.Open(name, o)
}

// backdrop is the tiles of a picture, all of them; nil when it has none.
func (p Picture) backdrop(ctx context.Context, v view.Viewport) (*tiles.Mosaic, error) {
	if p.Tiles == nil {
		return nil, nil
	}
	m, err := tiles.Gather(ctx, p.Tiles, v)
	switch {
	case p.Holes && err != nil && ctx.Err() == nil:
		return tiles.Blank(p.Tiles.Info()), nil
	case err == nil && !p.Holes:
		err = m.Complete()
	}
	if err != nil {
		return nil, fmt.Errorf("the picture cannot be drawn: %w", err)
	}
	return m, nil
}

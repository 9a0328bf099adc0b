package tiles

import (
	"context"
	"image"
	"sync"
)

// Keep is a source that remembers the last n tiles as pictures, or some 64 MB of
// vector tiles, so that moving over them again unpacks nothing. It owns s.
func Keep(s Source, n int) Source {
	return &kept{Source: s, most: n, tiles: map[tileID]image.Image{}, drawn: map[tileID]*Shapes{}}
}

// keptShapes is how many bytes of vector tiles are kept.
const keptShapes = 64 << 20

type kept struct {
	Source
	most int

	drawn map[tileID]*Shapes // under mu
	bytes int                // of them

	mu    sync.Mutex
	tiles map[tileID]image.Image
	order []tileID // the oldest first
}

// Tile implements [Source].
func (k *kept) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	id := tileID{z, x, y}
	if img, ok := k.has(id); ok {
		return img, nil
	}
	img, err := k.Source.Tile(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, ok := k.tiles[id]; !ok {
		if len(k.order) >= k.most {
			delete(k.tiles, k.order[0])
			k.order = k.order[1:]
		}
		k.tiles[id] = img
		k.order = append(k.order, id)
	}
	return img, nil
}

// has is a tile that is kept.
func (k *kept) has(id tileID) (image.Image, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	img, ok := k.tiles[id]
	return img, ok
}

// shapes is [Keep] of vector tiles.
func (k *kept) shapes(ctx context.Context, z, x, y int) (*Shapes, error) {
	from, ok := k.Source.(shaper)
	if !ok {
		return nil, ErrVector
	}
	id := tileID{z, x, y}
	k.mu.Lock()
	s, ok := k.drawn[id]
	k.mu.Unlock()
	if ok {
		return s, nil
	}
	s, err := from.shapes(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, ok := k.drawn[id]; !ok {
		for k.bytes+s.bytes > keptShapes && len(k.order) > 0 {
			k.bytes -= k.drawn[k.order[0]].bytes
			delete(k.drawn, k.order[0])
			k.order = k.order[1:]
		}
		k.drawn[id] = s
		k.bytes += s.bytes
		k.order = append(k.order, id)
	}
	return s, nil
}

// Close implements [Source].
func (k *kept) Close() error {
	k.mu.Lock()
	k.tiles, k.drawn, k.order, k.bytes = map[tileID]image.Image{}, map[tileID]*Shapes{}, nil, 0
	k.mu.Unlock()
	return k.Source.Close()
}

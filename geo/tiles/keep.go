package tiles

import (
	"context"
	"image"
	"sync"
)

// Keep is a source that remembers the last n tiles as pictures, so that moving
// over them again unpacks nothing. It owns s.
func Keep(s Source, n int) Source {
	return &kept{Source: s, most: n, tiles: map[tileID]image.Image{}}
}

type kept struct {
	Source
	most int

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
	k.mu.Lock()
	img, ok := k.tiles[id]
	k.mu.Unlock()
	if ok {
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

// Close implements [Source].
func (k *kept) Close() error {
	k.mu.Lock()
	k.tiles, k.order = map[tileID]image.Image{}, nil
	k.mu.Unlock()
	return k.Source.Close()
}

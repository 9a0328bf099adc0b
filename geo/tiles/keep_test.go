package tiles

import (
	"context"
	"errors"
	"image"
	"testing"
)

// counted counts what is asked of a source.
type counted struct {
	Source
	n int
}

func (c *counted) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	c.n++
	return c.Source.Tile(ctx, z, x, y)
}

func TestKeep(t *testing.T) {
	below := &counted{Source: around(t)}
	s := Keep(below, 2)
	ask := func(x int) {
		t.Helper()
		img, err := s.Tile(context.Background(), 6, x, 22)
		wantColour(t, img, err, shade(6, x, 22))
	}
	for _, x := range []int{37, 37, 38, 37, 38} {
		ask(x)
	}
	if below.n != 2 {
		t.Errorf("%d tiles were unpacked, want 2", below.n)
	}
	ask(39) // one too many: 37 goes
	ask(38)
	ask(37)
	if below.n != 4 {
		t.Errorf("%d tiles were unpacked, want 4", below.n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Tile(context.Background(), 6, 37, 22); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

package tiles

import (
	"context"
	"errors"
	"image"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo/view"
)

// slow is a source that answers when it is told to.
type slow struct {
	answer chan struct{}
	asked  atomic.Int32
	err    error
}

func (s *slow) Info() Info { return Info{Name: "Slow", MaxZoom: 10, TileSize: 256, Online: true} }
func (s *slow) Close() error {
	return nil
}
func (s *slow) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	s.asked.Add(1)
	select {
	case <-s.answer:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.err != nil {
		return nil, s.err
	}
	return image.NewRGBA(image.Rect(0, 0, 256, 256)), nil
}

// A slow server keeps no picture waiting: its tiles are late, and there when the
// source says so; each is asked for once.
func TestLateTiles(t *testing.T) {
	s := &slow{answer: make(chan struct{})}
	came := make(chan struct{}, 8)
	l := NewLate(s, func() { came <- struct{}{} })
	l.waiting = 0
	v := view.Viewport{Centre: orb.Point{30, 50}, Zoom: 6, Width: 600, Height: 400, Density: 1}
	m, err := Gather(t.Context(), l, v)
	if err != nil || m.Late == 0 || m.Late != m.Wanted || !errors.Is(m.Err, ErrLate) {
		t.Fatalf("%d of %d tiles are late: %v", m.Late, m.Wanted, err)
	}
	close(s.answer)
	<-came
	if m, err = Gather(t.Context(), l, v); err != nil || m.Missing != 0 {
		t.Errorf("%d tiles are missing still: %v, %v", m.Missing, m.Err, err)
	}
	if int(s.asked.Load()) != m.Wanted {
		t.Errorf("%d requests for %d tiles", s.asked.Load(), m.Wanted)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if _, err := l.Tile(t.Context(), 3, 1, 1); !errors.Is(err, ErrClosed) {
		t.Errorf("a closed source says %v", err)
	}
}

// What failed is not asked for again at once, and closing ends what is under way.
func TestLateFailures(t *testing.T) {
	s := &slow{answer: make(chan struct{}), err: errors.New("out of order")}
	close(s.answer)
	came := make(chan struct{}, 8)
	l := NewLate(s, func() { came <- struct{}{} })
	l.waiting = 0
	if _, err := l.Tile(t.Context(), 3, 1, 1); errors.Is(err, ErrLate) {
		<-came
	}
	for range 3 {
		if _, err := l.Tile(t.Context(), 3, 1, 1); err == nil || err.Error() != "out of order" {
			t.Errorf("a failed tile is %v", err)
		}
	}
	if n := s.asked.Load(); n != 1 {
		t.Errorf("it was asked for %d times", n)
	}
	s.answer = make(chan struct{})
	if _, err := l.Tile(t.Context(), 3, 2, 1); !errors.Is(err, ErrLate) {
		t.Errorf("a tile under way is %v", err)
	}
	if err := l.Close(); err != nil { // waits for the request, which nobody answers
		t.Error(err)
	}
}

package tiles

import (
	"context"
	"errors"
	"image"
	"sync"
	"time"
)

// ErrLate means that a tile is on its way.
var ErrLate = errors.New("the tile is still on its way")

const (
	lateWorkers  = 4
	lateQueue    = onlineTiles           // tiles waiting; of more, the oldest are forgotten
	lateTiles    = 256                   // kept, about 64 MB
	latePatience = 25 * time.Millisecond // that one tile is waited for
	lateAgain    = 10 * time.Second      // after which what failed is asked for again
)

// Late is a source that never keeps its caller waiting: a tile that does not come
// at once is [ErrLate], is fetched in the background, and is there the next time.
// It owns the source below it.
type Late struct {
	Source
	arrived func()
	ctx     context.Context
	end     context.CancelFunc
	wg      sync.WaitGroup

	mu      sync.Mutex
	queue   []tileID // the oldest first
	wanted  map[tileID]chan struct{}
	failed  map[tileID]lateFailure
	busy    int
	missed  bool // somebody was told to come again
	ended   bool
	now     func() time.Time
	waiting time.Duration
}

type lateFailure struct {
	err error
	at  time.Time
}

// NewLate makes a Late of an online source. arrived is called on a goroutine of
// its own when tiles that were late have come, or will not come; it must not
// block.
func NewLate(s Source, arrived func()) *Late {
	l := &Late{Source: Keep(s, lateTiles), arrived: arrived, wanted: map[tileID]chan struct{}{}, failed: map[tileID]lateFailure{}, now: time.Now, waiting: latePatience}
	l.ctx, l.end = context.WithCancel(context.Background())
	return l
}

// Tile implements [Source].
func (l *Late) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	id := tileID{z, x, y}
	if img, ok := l.Source.(*kept).has(id); ok {
		return img, nil
	}
	l.mu.Lock()
	if l.ended {
		l.mu.Unlock()
		return nil, ErrClosed
	}
	if f, ok := l.failed[id]; ok {
		if l.now().Sub(f.at) < lateAgain || errors.Is(f.err, ErrMissing) {
			l.mu.Unlock()
			return nil, f.err
		}
		delete(l.failed, id)
	}
	done, ok := l.wanted[id]
	if !ok {
		done = l.want(id)
	}
	l.mu.Unlock()
	patience := time.NewTimer(l.waiting)
	defer patience.Stop()
	select {
	case <-done:
	case <-patience.C:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if img, ok := l.Source.(*kept).has(id); ok {
		return img, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if f, ok := l.failed[id]; ok {
		return nil, f.err
	}
	l.missed = true
	return nil, ErrLate
}

// want puts a tile into the queue. The caller holds mu.
func (l *Late) want(id tileID) chan struct{} {
	done := make(chan struct{})
	l.wanted[id] = done
	l.queue = append(l.queue, id)
	if len(l.queue) > lateQueue {
		gone := l.queue[0]
		l.queue = l.queue[1:]
		close(l.wanted[gone])
		delete(l.wanted, gone)
	}
	if l.busy < lateWorkers {
		l.busy++
		l.wg.Go(l.work)
	}
	return done
}

// work fetches what waits, the latest first, and ends when nothing does.
func (l *Late) work() {
	for {
		l.mu.Lock()
		if len(l.queue) == 0 || l.ended {
			l.busy--
			tell := l.busy == 0 && l.missed && !l.ended
			if tell {
				l.missed = false
			}
			l.mu.Unlock()
			if tell && l.arrived != nil {
				l.arrived()
			}
			return
		}
		id := l.queue[len(l.queue)-1]
		l.queue = l.queue[:len(l.queue)-1]
		l.mu.Unlock()
		_, err := l.Source.Tile(l.ctx, id.z, id.x, id.y)
		l.mu.Lock()
		if err != nil {
			if len(l.failed) >= maxFailures {
				clear(l.failed)
			}
			l.failed[id] = lateFailure{err, l.now()}
		}
		close(l.wanted[id])
		delete(l.wanted, id)
		l.mu.Unlock()
	}
}

// Close implements [Source]: it ends the requests under way and waits for them.
func (l *Late) Close() error {
	l.mu.Lock()
	l.ended = true
	l.mu.Unlock()
	l.end()
	l.wg.Wait()
	return l.Source.Close()
}

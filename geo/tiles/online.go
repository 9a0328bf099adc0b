package tiles

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/paulmach/orb"
)

// Options of an online source. The zero value of each field is usable, but Dir
// and UserAgent should be given.
type Options struct {
	Dir       string           // cache folder; empty: nothing is kept on disk
	UserAgent string           // who asks: providers refuse programs that do not say so
	Offline   bool             // only what the cache has
	MaxBytes  int64            // of the cache on disk; 0: 256 MiB
	MaxAge    time.Duration    // after which a tile is fetched again; 0: 30 days
	Timeout   time.Duration    // of one request; 0: 15 s
	Now       func() time.Time // nil: time.Now
}

// Online fetches tiles from a provider and keeps them.
//
// It makes at most two requests at a time to one host, asks for one tile once
// however many callers want it, does not ask again soon for what the host did not
// have or could not give, and accepts no answer beyond a few megabytes. A tile
// that is too old is still shown when a new one cannot be had.
type Online struct {
	provider Provider
	options  Options
	client   *http.Client
	cache    *cache // nil: none
	host     *host

	mu     sync.Mutex
	calls  map[tileID]*call
	failed map[tileID]failure
	closed bool
}

type tileID struct{ z, x, y int }

// call is a request under way; others who want the same tile wait for it.
type call struct {
	done chan struct{}
	img  image.Image
	err  error
}

// failure is why a tile was not had, and until when it is not asked for again.
type failure struct {
	err   error
	until time.Time
}

const (
	missingFor   = time.Hour        // a tile that the host does not have
	failedFor    = 10 * time.Second // a request that went wrong
	maxRetry     = 10 * time.Minute // whatever Retry-After says
	maxFailures  = 4096             // remembered at a time
	hostRequests = 2                // at a time, as OpenStreetMap's tile policy asks
)

// host keeps the requests to one host apart, whichever source makes them.
type host struct{ slots chan struct{} }

var (
	hostsMu sync.Mutex
	hosts   = map[string]*host{}
)

func hostOf(address string) (*host, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a tile server: it has to begin with https://", address)
	}
	hostsMu.Lock()
	defer hostsMu.Unlock()
	// Shards (a.example.org, b.example.org) are one service, and the first of them
	// stands for all: a source has one provider.
	h, ok := hosts[u.Host]
	if !ok {
		h = &host{slots: make(chan struct{}, hostRequests)}
		hosts[u.Host] = h
	}
	return h, nil
}

// NewOnline makes a source of a provider. It asks for nothing yet.
func NewOnline(p Provider, o Options) (*Online, error) {
	if o.MaxBytes == 0 {
		o.MaxBytes = 256 << 20
	}
	if o.MaxAge == 0 {
		o.MaxAge = 30 * 24 * time.Hour
	}
	if o.Timeout == 0 {
		o.Timeout = 15 * time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	h, err := hostOf(p.url(0, 0, 0))
	if err != nil {
		return nil, err
	}
	s := &Online{
		provider: p, options: o, host: h, client: &http.Client{Timeout: o.Timeout},
		calls: map[tileID]*call{}, failed: map[tileID]failure{},
	}
	if o.Dir != "" {
		if s.cache, err = openCache(o.Dir, p.Name, o.MaxBytes); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Info implements [Source].
func (s *Online) Info() Info {
	size := s.provider.TileSize
	if size == 0 {
		size = 256
	}
	return Info{
		Name: s.provider.Title, Attribution: s.provider.Attribution, TileSize: size,
		MinZoom: s.provider.MinZoom, MaxZoom: s.provider.MaxZoom, Online: true,
		Bound: orb.Bound{Min: orb.Point{-180, -85.06}, Max: orb.Point{180, 85.06}},
	}
}

// Close implements [Source]. Requests under way run to their end.
func (s *Online) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return nil
}

// Tile implements [Source].
func (s *Online) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if !valid(z, x, y) || z < s.provider.MinZoom || z > s.provider.MaxZoom {
		return nil, ErrMissing
	}
	return s.once(ctx, tileID{z, x, y})
}

// once gets a tile, or waits for another caller who is at it already.
func (s *Online) once(ctx context.Context, id tileID) (image.Image, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.mu.Lock()
		if s.closed {
			s.mu.Unlock()
			return nil, ErrClosed
		}
		c, busy := s.calls[id]
		if !busy {
			c = &call{done: make(chan struct{})}
			s.calls[id] = c
		}
		s.mu.Unlock()
		if !busy {
			c.img, c.err = s.get(ctx, id)
			s.mu.Lock()
			delete(s.calls, id)
			s.mu.Unlock()
			close(c.done)
			return c.img, c.err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-c.done:
		}
		// Whoever was at it may have given up, which is no answer for this caller.
		if c.err == nil || !errors.Is(c.err, context.Canceled) && !errors.Is(c.err, context.DeadlineExceeded) {
			return c.img, c.err
		}
	}
}

// get looks in the cache, then asks the host.
func (s *Online) get(ctx context.Context, id tileID) (image.Image, error) {
	old, fetched := s.cached(id)
	if old != nil && (s.options.Offline || s.options.Now().Sub(fetched) < s.options.MaxAge) {
		return old, nil
	}
	if s.options.Offline {
		return nil, ErrOffline
	}
	err := s.failure(id)
	if err == nil {
		var img image.Image
		if img, err = s.fetch(ctx, id); err == nil {
			return img, nil
		}
		if ctx.Err() == nil {
			s.remember(id, err)
		}
	}
	if old != nil && !errors.Is(err, ErrMissing) {
		return old, nil
	}
	return nil, err
}

// cached is what the cache has, or nil. A broken file is as good as none.
func (s *Online) cached(id tileID) (image.Image, time.Time) {
	if s.cache == nil {
		return nil, time.Time{}
	}
	data, fetched, err := s.cache.read(id)
	if err != nil {
		return nil, time.Time{}
	}
	img, err := decode(data)
	if err != nil {
		return nil, time.Time{}
	}
	return img, fetched
}

func (s *Online) fetch(ctx context.Context, id tileID) (image.Image, error) {
	data, err := s.download(ctx, id)
	if err != nil {
		return nil, err
	}
	img, err := decode(data)
	if err != nil {
		return nil, err
	}
	if s.cache != nil {
		// A cache that cannot be written is no reason not to show the tile.
		_ = s.cache.write(id, data, s.options.Now())
	}
	return img, nil
}

// statusError is an answer that is no tile.
type statusError struct {
	host, status string
	retry        time.Duration
}

func (e *statusError) Error() string { return "the tile server " + e.host + " answers: " + e.status }

func (s *Online) download(ctx context.Context, id tileID) ([]byte, error) {
	select {
	case s.host.slots <- struct{}{}:
		defer func() { <-s.host.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.provider.url(id.z, id.x, id.y), nil)
	if err != nil {
		return nil, err
	}
	if s.options.UserAgent != "" {
		r.Header.Set("User-Agent", s.options.UserAgent)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		// The address may hold a key, which is nobody's business.
		var inner *url.Error
		if errors.As(err, &inner) {
			err = inner.Err
		}
		return nil, fmt.Errorf("the tile server %s cannot be reached: %w", r.URL.Host, err)
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone, http.StatusNoContent:
		return nil, ErrMissing
	default:
		return nil, &statusError{r.URL.Host, answer.Status, retryAfter(answer.Header.Get("Retry-After"))}
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, maxTileBytes+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("the tile server %s broke off: %w", r.URL.Host, err)
	case len(data) > maxTileBytes:
		return nil, fmt.Errorf("the tile server %s sent more than %d MB for one tile", r.URL.Host, maxTileBytes>>20)
	}
	return data, nil
}

func retryAfter(value string) time.Duration {
	seconds, err := strconv.Atoi(value)
	if err != nil || seconds < 0 {
		return 0
	}
	return min(time.Duration(seconds)*time.Second, maxRetry)
}

func (s *Online) failure(id tileID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.failed[id]
	if ok && s.options.Now().Before(f.until) {
		return f.err
	}
	delete(s.failed, id)
	return nil
}

func (s *Online) remember(id tileID, err error) {
	wait := failedFor
	var status *statusError
	switch {
	case errors.Is(err, ErrMissing):
		wait = missingFor
	case errors.As(err, &status):
		wait = max(wait, status.retry)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.failed) >= maxFailures {
		clear(s.failed)
	}
	s.failed[id] = failure{err, s.options.Now().Add(wait)}
}

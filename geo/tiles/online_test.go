package tiles

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	sm "github.com/flopp/go-staticmaps"
)

// server answers on the loopback interface and counts.
type server struct {
	*httptest.Server
	requests, busy, most atomic.Int32
	agents               sync.Map
}

func serve(t *testing.T, answer http.HandlerFunc) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		s.agents.Store(r.UserAgent(), true)
		n := s.busy.Add(1)
		for m := s.most.Load(); n > m && !s.most.CompareAndSwap(m, n); m = s.most.Load() {
		}
		defer s.busy.Add(-1)
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) provider() Provider {
	return Provider{
		TileProvider: sm.TileProvider{Name: "test", Attribution: "© test", TileSize: 256, URLPattern: s.URL + "/%[2]d/%[3]d/%[4]d.png"},
		Title:        "Test", MaxZoom: 19,
	}
}

func online(t *testing.T, s *server, o Options) *Online {
	t.Helper()
	src, err := NewOnline(s.provider(), o)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// clock is a time that stands until it is moved.
type clock struct{ atomic.Int64 }

func (c *clock) now() time.Time { return time.Unix(1_760_000_000+c.Load(), 0) }

func TestOnlineKeepsItsPromises(t *testing.T) {
	data := tile(t, red)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/5/18/11.png" {
			http.NotFound(w, r)
			return
		}
		w.Write(data)
	})
	testSource(t, online(t, s, Options{Dir: t.TempDir(), UserAgent: "contested-test"}), 5, 18, 11, red)
	if _, ok := s.agents.Load("contested-test"); !ok {
		t.Error("the server is not told who asks")
	}
}

// What was fetched once is there offline, for go-staticmaps too.
func TestOnlineCaches(t *testing.T) {
	data, dir := tile(t, red), t.TempDir()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { w.Write(data) })
	ctx := context.Background()
	for range 3 {
		img, err := online(t, s, Options{Dir: dir}).Tile(ctx, 3, 4, 2)
		wantColour(t, img, err, red)
	}
	if n := s.requests.Load(); n != 1 {
		t.Errorf("%d requests for one tile", n)
	}
	s.Close()
	offline := online(t, s, Options{Dir: dir, Offline: true})
	img, err := offline.Tile(ctx, 3, 4, 2)
	wantColour(t, img, err, red)
	if _, err := offline.Tile(ctx, 3, 4, 3); !errors.Is(err, ErrOffline) {
		t.Errorf("offline, a tile that was never fetched gives %v", err)
	}
	p := s.provider()
	fetched := sm.Tile{Zoom: 3, X: 4, Y: 2}
	err = sm.NewTileFetcher(&p.TileProvider, sm.NewTileCache(dir, 0o755), false).Fetch(&fetched)
	wantColour(t, fetched.Img, err, red)
}

func TestOnlineFetchesAgainWhatIsOld(t *testing.T) {
	var c clock
	colours := [][]byte{tile(t, red), tile(t, blue)}
	var broken atomic.Bool
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if broken.Load() {
			http.Error(w, "down", http.StatusInternalServerError)
			return
		}
		w.Write(colours[min(c.Load(), 1)])
	})
	src := online(t, s, Options{Dir: t.TempDir(), MaxAge: time.Hour, Now: c.now})
	ctx := context.Background()
	img, err := src.Tile(ctx, 1, 0, 0)
	wantColour(t, img, err, red)
	c.Store(3599)
	img, err = src.Tile(ctx, 1, 0, 0)
	wantColour(t, img, err, red)
	c.Store(3601)
	broken.Store(true) // the old tile is better than none
	img, err = src.Tile(ctx, 1, 0, 0)
	wantColour(t, img, err, red)
	c.Store(3700)
	broken.Store(false)
	img, err = src.Tile(ctx, 1, 0, 0)
	wantColour(t, img, err, blue)
}

func TestOnlineIsGentle(t *testing.T) {
	data := tile(t, red)
	release := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { <-release; w.Write(data) })
	src := online(t, s, Options{Dir: t.TempDir()}) // for callers who come when others are done
	var wg sync.WaitGroup
	errs := make(chan error, 64)
	for i := range 64 { // eight tiles, wanted by eight callers each
		wg.Go(func() {
			_, err := src.Tile(context.Background(), 6, i%8, 3)
			errs <- err
		})
	}
	for range 8 {
		release <- struct{}{}
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	if n, m := s.requests.Load(), s.most.Load(); n != 8 || m > 2 {
		t.Errorf("%d requests, want 8; %d at a time, want at most 2", n, m)
	}
}

// A caller who gives up does not take the tile away from the others.
func TestOnlineWhenTheFirstCallerGivesUp(t *testing.T) {
	data := tile(t, red)
	arrived, release := make(chan struct{}, 8), make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		arrived <- struct{}{}
		select {
		case <-release:
			w.Write(data)
		case <-r.Context().Done():
		}
	})
	src := online(t, s, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	first, second := make(chan error, 1), make(chan error, 1)
	go func() { _, err := src.Tile(ctx, 2, 1, 1); first <- err }()
	<-arrived
	go func() { _, err := src.Tile(context.Background(), 2, 1, 1); second <- err }()
	cancel()
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Errorf("the one who gave up gets %v", err)
	}
	close(release)
	if err := <-second; err != nil {
		t.Errorf("the other gets %v", err)
	}
}

func TestOnlineDoesNotInsist(t *testing.T) {
	var c clock
	status := http.StatusNotFound
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "60")
		http.Error(w, "no", status)
	})
	src := online(t, s, Options{Now: c.now})
	ask := func(x int) error {
		_, err := src.Tile(context.Background(), 4, x, 5)
		return err
	}
	for range 5 {
		if err := ask(0); !errors.Is(err, ErrMissing) {
			t.Fatalf("404 gives %v", err)
		}
	}
	if n := s.requests.Load(); n != 1 {
		t.Errorf("%d requests for a tile that does not exist", n)
	}
	status = http.StatusTooManyRequests
	for range 5 {
		if err := ask(1); err == nil || errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "429") {
			t.Fatalf("429 gives %v", err)
		}
	}
	c.Store(59)
	_ = ask(1)
	if n := s.requests.Load(); n != 2 {
		t.Errorf("%d requests, want 2: the server asked to wait for 60 s", n)
	}
	c.Store(61)
	_ = ask(1)
	if n := s.requests.Load(); n != 3 {
		t.Errorf("%d requests, want 3: the 60 s are over", n)
	}
}

func TestOnlineRefusesWhatIsNoTile(t *testing.T) {
	whole := tile(t, red)
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"a page":      {func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>Sign in") }, "no picture"},
		"half a tile": {func(w http.ResponseWriter, r *http.Request) { w.Write(whole[:len(whole)/2]) }, "broken picture"},
		"nothing":     {func(w http.ResponseWriter, r *http.Request) {}, "no picture"},
		"100 MB":      {func(w http.ResponseWriter, r *http.Request) { endless(w, 100<<20) }, "more than 4 MB"},
		"a redirect":  {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "10 redirects"},
		"a lie": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "9999999")
			w.Write(whole)
		}, "broke off"},
		"server error": {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "502"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			_, err := online(t, serve(t, c.answer), Options{Dir: dir}).Tile(context.Background(), 1, 0, 0)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("gives %v, want %q", err, c.want)
			}
			if files, _ := filepath.Glob(filepath.Join(dir, "test", "1", "0", "*")); len(files) > 0 {
				t.Errorf("it is kept: %v", files)
			}
		})
	}
}

func endless(w http.ResponseWriter, n int) {
	chunk := make([]byte, 1<<16)
	for ; n > 0; n -= len(chunk) {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

func TestOnlineDoesNotWaitForEver(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	})
	_, err := online(t, s, Options{Timeout: 30 * time.Millisecond}).Tile(context.Background(), 1, 0, 0)
	if err == nil || !strings.Contains(err.Error(), "cannot be reached") {
		t.Errorf("a silent server gives %v", err)
	}
}

func TestErrorsDoNotTellTheKey(t *testing.T) {
	s := serve(t, nil)
	p := s.provider()
	p.URLPattern += "?key=%[5]s"
	p.APIKey = "verysecret"
	s.Close()
	src, err := NewOnline(p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := src.Tile(context.Background(), 0, 0, 0); err == nil || strings.Contains(err.Error(), "verysecret") {
		t.Errorf("the error is %v", err)
	}
}

// The cache stays within its limit; the newest tiles stay.
func TestCacheIsLimited(t *testing.T) {
	dir := t.TempDir()
	c, err := openCache(dir, "test", 10_000)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]byte, 1000)
	for i := range 40 {
		if err := c.write(tileID{9, i, 0}, data, time.Unix(int64(1000+i), 0)); err != nil {
			t.Fatal(err)
		}
		var size int64
		_ = filepath.Walk(dir, func(_ string, f os.FileInfo, _ error) error {
			if f.Mode().IsRegular() {
				size += f.Size()
			}
			return nil
		})
		if size > 10_000 {
			t.Fatalf("after %d tiles the cache has %d bytes", i+1, size)
		}
	}
	if _, _, err := c.read(tileID{9, 39, 0}); err != nil {
		t.Error("the newest tile is gone")
	}
	if _, _, err := c.read(tileID{9, 0, 0}); err == nil {
		t.Error("the oldest tile is still there")
	}
	for _, name := range []string{"", "..", "../other", "/etc"} {
		if _, err := openCache(dir, name, 1); err == nil {
			t.Errorf("%q is a cache folder", name)
		}
	}
}

func TestProviders(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Providers() {
		u := p.url(7, 75, 43)
		if !strings.HasPrefix(u, "https://") || strings.Contains(u, "%!") || !strings.Contains(u, "/7/75/43") {
			t.Errorf("%s asks %s", p.Name, u)
		}
		if seen[p.Name] || p.Title == "" || p.Attribution == "" || p.Terms == "" || p.MaxZoom < 15 {
			t.Errorf("%+v", p)
		}
		seen[p.Name] = true
		src, err := NewOnline(p, Options{Offline: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := src.Tile(context.Background(), 7, 75, 43); !errors.Is(err, ErrOffline) {
			t.Errorf("%s offline without a cache gives %v", p.Name, err)
		}
	}
	for _, bad := range []string{"", "file:///etc/%[2]d", "tile.example.org/%[2]d"} {
		p := Providers()[0]
		p.URLPattern = bad
		if _, err := NewOnline(p, Options{}); err == nil {
			t.Errorf("%q is an address", bad)
		}
	}
}

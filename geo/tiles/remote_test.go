package tiles

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"contested/geo/view"
)

// country is an archive with all tiles of the zooms 0 to 5, each of its own colour
// but for gaps.
func country(t testing.TB) []byte {
	t.Helper()
	made.Do(func() { made.data = makeCountry(t) })
	return made.data
}

var made struct {
	sync.Once
	data []byte
}

func makeCountry(t testing.TB) []byte {
	var all []pmTile
	for z := range 6 {
		for x := range 1 << z {
			for y := range 1 << z {
				if (x+y)%7 == 3 {
					continue // not there
				}
				all = append(all, pmTile{z, x, y, tile(t, colourOf(z, x, y))})
			}
		}
	}
	data := pmtiles(all, pmGzip, true)
	data[101] = 5
	for i := range 16 { // of the whole world
		data[102+i] = 0
	}
	for i, v := range []float64{-180, -85, 180, 85} {
		b := int32(v * 1e7)
		data[102+4*i], data[103+4*i], data[104+4*i], data[105+4*i] = byte(b), byte(b>>8), byte(b>>16), byte(b>>24)
	}
	return data
}

func colourOf(z, x, y int) color.RGBA {
	return color.RGBA{uint8(40 * z), uint8(8 * x), uint8(8 * y), 255}
}

// noWait lets time pass at once, and counts.
func noWait(waits *int, d *time.Duration) func(context.Context, time.Duration) error {
	return func(ctx context.Context, wait time.Duration) error {
		*waits++
		*d += wait
		return ctx.Err()
	}
}

func remote(t *testing.T, s *server, o Options) (*Remote, error) {
	t.Helper()
	u, err := url.Parse(s.URL + "/country.pmtiles?key=secret")
	if err != nil {
		t.Fatal(err)
	}
	waits, d := 0, time.Duration(0)
	r, err := openRemote(context.Background(), u, o, noWait(&waits, &d))
	if err == nil {
		t.Cleanup(r.Close)
	}
	return r, err
}

func ranges(data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"one"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	}
}

var ukraine = orb.Bound{Min: orb.Point{22, 44}, Max: orb.Point{40.5, 52.5}}

// What a box has is kept in a file that holds these tiles as the archive has them,
// and no others; the size is what was said; nothing is asked for twice.
func TestExtract(t *testing.T) {
	data := country(t)
	s := serve(t, ranges(data))
	r, err := remote(t, s, Options{UserAgent: "contested-test"})
	if err != nil {
		t.Fatal(err)
	}
	if i := r.Info(); i.Name != "Made in a test" || i.MaxZoom != 5 || i.Vector {
		t.Errorf("info %+v", i)
	}
	if _, ok := s.agents.Load("contested-test"); !ok {
		t.Error("the server is not told who asks")
	}
	x, err := r.Plan(t.Context(), ukraine, 2, 9)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "kept.pmtiles")
	var told []int64
	if err := x.Save(t.Context(), name, func(done int64) { told = append(told, done) }); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil || info.Size() != x.Bytes || told[len(told)-1] != x.Bytes {
		t.Errorf("%d bytes were said, %d told, the file: %v, %v", x.Bytes, told, info, err)
	}
	if _, err := os.Stat(name + partEnding); err == nil {
		t.Error("the unfinished file is still there")
	}
	if n := s.requests.Load(); n > 8 {
		t.Errorf("%d requests", n)
	}
	kept, err := OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	if i := kept.Info(); i.MinZoom != 2 || i.MaxZoom != 5 || i.Attribution != "© nobody" || i.Bound != ukraine {
		t.Errorf("kept: %+v", i)
	}
	whole, err := OpenFile(archive(t, data))
	if err != nil {
		t.Fatal(err)
	}
	defer whole.Close()
	n := int64(0)
	wanted := map[uint64]bool{}
	for _, k := range idRanges(ukraine, 2, 5) {
		for id := k.lo; id < k.hi; id++ {
			wanted[id] = true
		}
	}
	for z := range 6 {
		for px := range 1 << z {
			for py := range 1 << z {
				img, err := kept.Tile(t.Context(), z, px, py)
				there, _ := whole.Tile(t.Context(), z, px, py)
				if z >= 2 && there != nil && wanted[pmID(z, px, py)] {
					wantColour(t, img, err, colourOf(z, px, py))
					n++
				} else if !errors.Is(err, ErrMissing) {
					t.Errorf("tile %d/%d/%d: %v", z, px, py, err)
				}
			}
		}
	}
	if n != x.Tiles || n < 5 {
		t.Errorf("%d tiles are there, %d were said", n, x.Tiles)
	}
}

// Quarters of the curve against every tile one by one.
func TestIDRanges(t *testing.T) {
	for _, box := range []orb.Bound{ukraine, {Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}, {Min: orb.Point{37.1, 48.2}, Max: orb.Point{37.2, 48.3}}, {Min: orb.Point{-3, -3}, Max: orb.Point{3, 3}}} {
		got := map[uint64]bool{}
		last := uint64(0)
		for i, k := range idRanges(box, 0, 7) {
			if k.lo >= k.hi || i > 0 && k.lo <= last {
				t.Fatalf("ranges out of order at %v", k)
			}
			last = k.hi
			for id := k.lo; id < k.hi; id++ {
				got[id] = true
			}
		}
		n := 0
		for z := range 8 {
			side := 360 / float64(int(1)<<z)
			for x := range 1 << z {
				for y := range 1 << z {
					west := -180 + float64(x)*side
					north, south := latitude(y, z), latitude(y+1, z)
					if west < box.Max[0] && west+side > box.Min[0] && south < box.Max[1] && north > box.Min[1] {
						n++
						if !got[pmID(z, x, y)] {
							t.Errorf("box %v: tile %d/%d/%d is left out", box, z, x, y)
						}
					}
				}
			}
		}
		if n != len(got) {
			t.Errorf("box %v: %d tiles, %d wanted", box, len(got), n)
		}
	}
}

// A fetching that is broken off in the middle, however often, goes on where it
// was, and the file is the same in the end.
func TestExtractGoesOn(t *testing.T) {
	data := country(t)
	var budget atomic.Int64 // bytes of tiles until the connection is cut
	budget.Store(1 << 40)
	var sent atomic.Int64
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		ranges(data)(&cutter{ResponseWriter: w, left: &budget, sent: &sent}, r)
	})
	r, err := remote(t, s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := r.Plan(t.Context(), orb.Bound{Min: orb.Point{-100, -60}, Max: orb.Point{150, 70}}, 0, 5)
	if err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(t.TempDir(), "whole.pmtiles")
	if err := x.Save(t.Context(), whole, nil); err != nil {
		t.Fatal(err)
	}
	want, _ := os.ReadFile(whole)
	name := filepath.Join(t.TempDir(), "kept.pmtiles")
	sent.Store(0)
	for tries := 0; ; tries++ {
		if tries > 200 {
			t.Fatal("it never comes to an end")
		}
		// Each time another program, and now and then one that was cancelled.
		r, err := remote(t, s, Options{})
		if err != nil {
			t.Fatal(err)
		}
		x, err := r.Plan(t.Context(), orb.Bound{Min: orb.Point{-100, -60}, Max: orb.Point{150, 70}}, 0, 5)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		before := int64(-1)
		budget.Store(int64(3000 + 777*tries))
		err = x.Save(ctx, name, func(done int64) {
			if before >= 0 && done > before+4000 && tries%3 == 0 {
				cancel()
			}
			if before < 0 {
				before = done
			}
		})
		cancel()
		budget.Store(1 << 40)
		if err == nil {
			break
		}
		if _, err := os.Stat(name); err == nil {
			t.Fatal("an unfinished file has the name of a finished one")
		}
	}
	if got, _ := os.ReadFile(name); !bytes.Equal(got, want) {
		t.Error("the file is another one")
	}
}

// cutter breaks off an answer when the bytes that are left run out.
type cutter struct {
	http.ResponseWriter
	left, sent *atomic.Int64
}

func (c *cutter) Write(b []byte) (int, error) {
	n := min(int64(len(b)), c.left.Load())
	c.left.Add(-n)
	c.sent.Add(n)
	if k, err := c.ResponseWriter.Write(b[:n]); err != nil || n == int64(len(b)) {
		return k, err
	}
	c.ResponseWriter.(http.Flusher).Flush()
	panic(http.ErrAbortHandler)
}

// What was begun for another part, or of another version of the archive, is begun
// anew.
func TestExtractBeginsAnew(t *testing.T) {
	data := country(t)
	s := serve(t, ranges(data))
	r, err := remote(t, s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := r.Plan(t.Context(), ukraine, 0, 5)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "kept.pmtiles")
	for _, old := range [][]byte{nil, []byte("something else"), bytes.Repeat([]byte{7}, int(x.Bytes)-1), bytes.Repeat([]byte{7}, int(x.Bytes)+100)} {
		if err := os.WriteFile(name+partEnding, old, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := x.Save(t.Context(), name, nil); err != nil {
			t.Fatal(err)
		}
		if kept, err := OpenFile(name); err != nil || kept.Info().MaxZoom != 5 {
			t.Errorf("after %d bytes: %v", len(old), err)
		} else {
			kept.Close()
		}
	}
}

// Every way in which a server can misbehave ends in an error that says what to do,
// with little memory, and without the address's key.
func TestRemoteThatMisbehaves(t *testing.T) {
	data := country(t)
	good := ranges(data)
	answers := func(f func(w http.ResponseWriter, r *http.Request, n int32) bool) http.HandlerFunc {
		var n atomic.Int32
		return func(w http.ResponseWriter, r *http.Request) {
			if !f(w, r, n.Add(1)) {
				good(w, r)
			}
		}
	}
	endless := func(w http.ResponseWriter) {
		b := make([]byte, 1<<16)
		for range 100 << 20 / len(b) {
			if _, err := w.Write(b); err != nil {
				return
			}
		}
	}
	for name, c := range map[string]struct {
		answer   http.HandlerFunc
		want     string
		requests int32 // at most; 0: any
	}{
		"no ranges":             {func(w http.ResponseWriter, r *http.Request) { w.Write(data) }, "only as a whole", 1},
		"100 MB that never end": {func(w http.ResponseWriter, r *http.Request) { endless(w) }, "only as a whole", 1},
		"100 MB for a range": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Range", strings.Replace(r.Header.Get("Range"), "=", " ", 1)+"/104857600")
			w.WriteHeader(http.StatusPartialContent)
			endless(w)
		}, "no map file", 1},
		"another range": {answers(func(w http.ResponseWriter, r *http.Request, n int32) bool {
			r.Header.Set("Range", "bytes=10-20")
			return false
		}), "another part", 1},
		"not there":  {func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }, "nothing at this address", 1},
		"forbidden":  {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(403) }, "403", 1},
		"busy":       {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) }, "try again later", rangeTries},
		"silent":     {func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "was silent for", rangeTries},
		"breaks off": {func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }, "broke off", rangeTries * 2},
		"a page": {func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, "", time.Time{}, strings.NewReader(strings.Repeat("<html>", 100)))
		}, "no map file", 1},
		"private": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/country.pmtiles", http.StatusFound)
		}, "private network", rangeTries},
		"changed": {answers(func(w http.ResponseWriter, r *http.Request, n int32) bool {
			if n > 3 {
				http.ServeContent(&retag{w}, r, "", time.Time{}, bytes.NewReader(data))
			}
			return n > 3
		}), "has changed", 0},
		"shorter": {answers(func(w http.ResponseWriter, r *http.Request, n int32) bool {
			if n > 3 {
				w.Header().Set("ETag", `"one"`)
				http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data[:200]))
			}
			return n > 3
		}), "cut short", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, c.answer)
			o := Options{}
			if name == "silent" {
				o.Timeout = 20 * time.Millisecond
			}
			r, err := remote(t, s, o)
			if err == nil {
				var x *Extract
				if x, err = r.Plan(t.Context(), ukraine, 0, 5); err == nil {
					err = x.Save(t.Context(), filepath.Join(t.TempDir(), "kept.pmtiles"), nil)
				}
			}
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%v", err)
			}
			if n := s.requests.Load(); c.requests > 0 && n > c.requests {
				t.Errorf("%d requests", n)
			}
		})
	}
}

type retag struct{ http.ResponseWriter }

func (r *retag) WriteHeader(code int) {
	r.Header().Set("ETag", `"two"`)
	r.ResponseWriter.WriteHeader(code)
}

// A server that is busy for a while is asked again, later and later, and as late as
// it wishes.
func TestRemoteWaits(t *testing.T) {
	data := country(t)
	var n atomic.Int32
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if k := n.Add(1); k < 4 {
			if k == 2 {
				w.Header().Set("Retry-After", "30")
			}
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		ranges(data)(w, r)
	})
	u, _ := url.Parse(s.URL)
	waits, d := 0, time.Duration(0)
	r, err := openRemote(t.Context(), u, Options{}, noWait(&waits, &d))
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	if waits != 3 || d != 35*time.Second {
		t.Errorf("%d waits, %v", waits, d)
	}
}

func TestPlanOfNothing(t *testing.T) {
	s := serve(t, ranges(pmtiles([]pmTile{{5, 18, 11, tile(t, red)}}, pmNone, false)))
	r, err := remote(t, s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		box      orb.Bound
		from, to int
	}{
		"elsewhere": {orb.Bound{Min: orb.Point{-50, 10}, Max: orb.Point{-40, 20}}, 0, 6},
		"no zoom":   {ukraine, 9, 12},
		"no tile":   {ukraine, 0, 4},
		"no box":    {orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{30, 50}}, 0, 6},
	} {
		if _, err := r.Plan(t.Context(), c.box, c.from, c.to); err == nil {
			t.Errorf("%s: there is something", name)
		}
	}
	for _, address := range []string{"", "example.org/x.pmtiles", "ftp://example.org/x.pmtiles", "https:///x"} {
		if _, err := OpenRemote(t.Context(), address, Options{}); err == nil || !strings.Contains(err.Error(), "no address") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// Directories of all sizes are written so that they can be read again.
func TestExtractLaysOut(t *testing.T) {
	for _, n := range []int{1, 100, 30000, 300000} {
		entries := make([]pmEntry, n)
		at := uint64(0)
		for i := range entries {
			entries[i] = pmEntry{id: uint64(i)*3 + uint64(i*i%3), at: at, length: uint32(1 + i*7919%5000), run: 1}
			at += uint64(entries[i].length)
		}
		x := &Extract{remote: &Remote{meta: []byte(`{"name":"N","vector_layers":[{"id":"water"}]}`), header: pmHeader{tile: pmNone, kind: pmVector}}, content: int64(at)}
		if err := x.lay(entries, n, ukraine, 0, 14); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), fmt.Sprint(n))
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write(x.prefix)
		f.Truncate(int64(len(x.prefix)) + int64(at)) // a hole in place of the tiles
		f.Close()
		p, err := OpenPMTiles(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.info.Name != "N" || p.header.rootLen > rootLimit {
			t.Errorf("%d entries: %+v, a root of %d bytes", n, p.info, p.header.rootLen)
		}
		for _, i := range []int{0, n / 2, n - 1} {
			dir, e, ok := p.root, pmEntry{}, false
			for range pmDepth {
				if e, ok = pmFind(dir, entries[i].id); !ok || e.run > 0 {
					break
				}
				if dir, err = p.leaf(e); err != nil {
					t.Fatal(err)
				}
			}
			if e != entries[i] {
				t.Errorf("%d entries: entry %d is %+v, not %+v", n, i, e, entries[i])
			}
		}
		p.Close()
	}
}

// latitude is the northern edge of a row of tiles.
func latitude(y, z int) float64 {
	return view.Unworld(0.5, float64(y)/float64(int(1)<<z))[1]
}

// Archives that are damaged anywhere neither panic nor take more than is there, and
// what is kept of them can be opened.
func TestRemoteDamaged(t *testing.T) {
	small := []byte("\x89PNG\r\n\x1a\n")
	dir := t.TempDir()
	kept, failed := 0, 0
	for _, compression := range []uint8{pmNone, pmGzip} {
		whole := pmtiles([]pmTile{{0, 0, 0, small}, {5, 18, 11, small}, {5, 18, 12, small}}, compression, true)
		var data atomic.Pointer[[]byte]
		s := serve(t, func(w http.ResponseWriter, r *http.Request) { ranges(*data.Load())(w, r) })
		for i := 0; i < len(whole); i += 2 {
			for _, flip := range []byte{0xff, 0x01} {
				bad := slices.Clone(whole)
				bad[i] ^= flip
				data.Store(&bad)
				name := filepath.Join(dir, fmt.Sprint(compression, i, flip))
				if keep(t, s, name) != nil {
					failed++
					continue
				}
				kept++
				if p, err := OpenPMTiles(name); err != nil {
					t.Errorf("byte %d: what was kept cannot be opened: %v", i, err)
				} else {
					p.Close()
				}
			}
		}
	}
	if kept < 40 || failed < 40 {
		t.Errorf("%d were kept, %d not", kept, failed)
	}
}

// keep keeps what an archive has.
func keep(t *testing.T, s *server, name string) error {
	r, err := remote(t, s, Options{})
	if err != nil {
		return err
	}
	defer r.Close()
	x, err := r.Plan(t.Context(), orb.Bound{Min: orb.Point{-170, -80}, Max: orb.Point{170, 80}}, 0, 6)
	if err != nil {
		return err
	}
	if err := x.Save(t.Context(), name, nil); err != nil {
		return err
	}
	if info, err := os.Stat(name); err != nil || info.Size() != x.Bytes {
		t.Errorf("%s: %d bytes were said: %v, %v", name, x.Bytes, info, err)
	}
	return nil
}

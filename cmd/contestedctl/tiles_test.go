package main

import (
	"bytes"
	le "encoding/binary"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// onePixel is a tile's bytes: the smallest picture of a colour.
func onePixel(ts *testscript.TestScript) []byte {
	m := image.NewRGBA(image.Rect(0, 0, 1, 1))
	m.SetRGBA(0, 0, color.RGBA{200, 220, 190, 255})
	var b bytes.Buffer
	ts.Check(png.Encode(&b, m))
	return b.Bytes()
}

// pmtiles FILE ZOOM [NUMBER] makes a map file with all tiles of a zoom, or with
// all but the one of a number along the curve.
func pmtiles(ts *testscript.TestScript, _ bool, args []string) {
	zoom, err := strconv.Atoi(args[1])
	ts.Check(err)
	first, n := (uint64(1)<<(2*zoom)-1)/3, uint64(1)<<(2*zoom)
	type run struct{ id, length uint64 }
	runs := []run{{first, n}}
	if len(args) > 2 {
		hole, err := strconv.ParseUint(args[2], 10, 64)
		ts.Check(err)
		runs = []run{{first, hole}, {first + hole + 1, n - hole - 1}}
	}
	data := onePixel(ts)
	dir := le.AppendUvarint(nil, uint64(len(runs)))
	last := uint64(0)
	for _, r := range runs {
		dir = le.AppendUvarint(dir, r.id-last)
		last = r.id
	}
	for _, r := range runs {
		dir = le.AppendUvarint(dir, r.length)
	}
	for range runs {
		dir = le.AppendUvarint(dir, uint64(len(data)))
	}
	for range runs {
		dir = le.AppendUvarint(dir, 1) // all are the same tile
	}
	meta := []byte(`{"name":"Made","attribution":"© nobody"}`)
	h := make([]byte, 127)
	copy(h, "PMTiles\x03")
	at := uint64(len(h))
	for i, part := range [][]byte{dir, meta, nil, data} {
		le.LittleEndian.PutUint64(h[8+16*i:], at)
		le.LittleEndian.PutUint64(h[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	h[97], h[98], h[99], h[100], h[101] = 1, 1, 2, byte(zoom), byte(zoom)
	out := append(append(append(h, dir...), meta...), data...)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out, 0o644))
}

// tileserver NAME [MISSING] serves tiles on the loopback interface; the template of
// their address is in the variable NAME. An address that contains MISSING has none.
func tileserver(ts *testscript.TestScript, _ bool, args []string) {
	data := onePixel(ts)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(args) > 1 && strings.Contains(r.URL.Path, args[1]) || !strings.HasPrefix(r.UserAgent(), "Contested/") {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(data)
	}))
	ts.Defer(srv.Close)
	ts.Setenv(args[0], srv.URL+"/{z}/{x}/{y}.png")
}

// mapserver NAME FILE [whole] serves a file by ranges, or only as a whole, on the
// loopback interface; its address is in the variable NAME.
func mapserver(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte(ts.ReadFile(args[1]))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(args) > 2 {
			r.Header.Del("Range")
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	}))
	ts.Defer(srv.Close)
	ts.Setenv(args[0], srv.URL+"/map.pmtiles")
}

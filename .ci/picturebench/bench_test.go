package main

import (
	"fmt"
	"io"
	"path/filepath"
	"testing"

	"contested/assets"
	"contested/geo/session"
)

// BenchmarkPicture draws and encodes what is opened already: the libraries
// without the start of a process and the reading of its input. Mapnik's like is
// printed by mapnik_draw.py.
func BenchmarkPicture(b *testing.B) {
	for _, c := range []struct {
		width, height int
		density       float64
		claims        int
	}{{1920, 1080, 1, 1000}, {3840, 2160, 2, 10000}, {7680, 4320, 4, 10000}} {
		dir := b.TempDir()
		if err := prepare(dir, c.width, c.height, c.density, c.claims); err != nil {
			b.Fatal(err)
		}
		size := fmt.Sprintf("%dx%d", c.width, c.height)
		b.Run(size+"/contested", func(b *testing.B) {
			snap, err := session.OpenSnapshot(filepath.Join(dir, "map.claims.json"))
			if err != nil {
				b.Fatal(err)
			}
			e := session.NewEngine(assets.FS, "")
			for b.Loop() {
				if err := e.WritePicture(b.Context(), io.Discard, snap.State, snap.Picture); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(size+"/go-staticmaps", func(b *testing.B) {
			ctx, err := staticContext(dir)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := drawStatic(ctx, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

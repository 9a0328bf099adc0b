package tiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/klauspost/compress/zstd"
	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// mbtiles writes a file with one tile, 5/18/11.
func mbtiles(t testing.TB, format string, data []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "made.mbtiles")
	conn, err := sqlite.OpenConn(name)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	err = sqlitex.ExecuteScript(conn, `
		CREATE TABLE metadata (name text, value text);
		CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
		CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);
		INSERT INTO metadata VALUES ('name', 'Made in a test'), ('bounds', '22,44,40.5,52.5'),
			('attribution', '<a href="https://example.org/">&copy; nobody</a>');`, nil)
	if err == nil {
		err = sqlitex.Execute(conn, "INSERT INTO metadata VALUES ('format', ?)", &sqlitex.ExecOptions{Args: []any{format}})
	}
	if err == nil {
		err = sqlitex.Execute(conn, "INSERT INTO tiles VALUES (5, 18, ?, ?)", &sqlitex.ExecOptions{Args: []any{31 - 11, data}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestMBTiles(t *testing.T) {
	name := mbtiles(t, "png", tile(t, red))
	s, err := OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	i := s.Info()
	if i.Name != "Made in a test" || i.Attribution != "© nobody" || i.MinZoom != 5 || i.MaxZoom != 5 || i.Bound.Min[0] != 22 || i.Bound.Max[1] != 52.5 || i.Vector {
		t.Errorf("info %+v", i)
	}
	testSource(t, s, 5, 18, 11, red)
}

func TestMBTilesOfOtherKinds(t *testing.T) {
	s, err := OpenMBTiles(mbtiles(t, "pbf", []byte{0x1a, 0}))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Tile(context.Background(), 5, 18, 11); !errors.Is(err, ErrVector) {
		t.Errorf("a vector tile gives %v", err)
	}
	big, err := OpenMBTiles(mbtiles(t, "png", make([]byte, maxTileBytes+1)))
	if err != nil {
		t.Fatal(err)
	}
	defer big.Close()
	if _, err := big.Tile(context.Background(), 5, 18, 11); err == nil || errors.Is(err, ErrMissing) {
		t.Errorf("a tile of %d bytes gives %v", maxTileBytes+1, err)
	}
}

// pmTile is a tile of an archive made here.
type pmTile struct {
	z, x, y int
	data    []byte
}

// pmtiles writes an archive. With leaf, the root names one leaf directory that
// names the tiles.
func pmtiles(tiles []pmTile, compression uint8, leaf bool) []byte {
	slices.SortFunc(tiles, func(a, b pmTile) int { return int(pmID(a.z, a.x, a.y)) - int(pmID(b.z, b.x, b.y)) })
	packed := func(b []byte) []byte {
		switch compression {
		case pmGzip:
			var out bytes.Buffer
			z := gzip.NewWriter(&out)
			z.Write(b)
			z.Close()
			return out.Bytes()
		case pmZstd:
			z, _ := zstd.NewWriter(nil)
			return z.EncodeAll(b, nil)
		}
		return b
	}
	directory := func(entries []pmEntry) []byte {
		b := binary.AppendUvarint(nil, uint64(len(entries)))
		var last uint64
		for _, e := range entries {
			b = binary.AppendUvarint(b, e.id-last)
			last = e.id
		}
		for _, e := range entries {
			b = binary.AppendUvarint(b, uint64(e.run))
		}
		for _, e := range entries {
			b = binary.AppendUvarint(b, uint64(e.length))
		}
		for i, e := range entries {
			if i > 0 && e.at == entries[i-1].at+uint64(entries[i-1].length) {
				b = binary.AppendUvarint(b, 0)
				continue
			}
			b = binary.AppendUvarint(b, e.at+1)
		}
		return packed(b)
	}
	var entries []pmEntry
	var data []byte
	for _, t := range tiles {
		d := packed(t.data)
		entries = append(entries, pmEntry{pmID(t.z, t.x, t.y), uint64(len(data)), uint32(len(d)), 1})
		data = append(data, d...)
	}
	root, leaves := directory(entries), []byte(nil)
	if leaf {
		leaves = root
		root = directory([]pmEntry{{entries[0].id, 0, uint32(len(leaves)), 0}})
	}
	meta := packed([]byte(`{"name":"Made in a test","attribution":"<b>© nobody</b>"}`))
	h := make([]byte, pmHeaderLen)
	copy(h, "PMTiles\x03")
	at := uint64(pmHeaderLen)
	for i, part := range [][]byte{root, meta, leaves, data} {
		binary.LittleEndian.PutUint64(h[8+16*i:], at)
		binary.LittleEndian.PutUint64(h[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	h[97], h[98], h[99], h[100], h[101] = compression, compression, 2, 0, 6
	for i, v := range []int32{22e7, 44e7, 405e6, 525e6} {
		binary.LittleEndian.PutUint32(h[102+4*i:], uint32(v))
	}
	return slices.Concat(h, root, meta, leaves, data)
}

func archive(t testing.TB, data []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "made.pmtiles")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestPMTiles(t *testing.T) {
	for _, compression := range []uint8{pmNone, pmGzip, pmZstd} {
		for _, leaf := range []bool{false, true} {
			s, err := OpenFile(archive(t, pmtiles([]pmTile{
				{0, 0, 0, tile(t, blue)}, {5, 18, 11, tile(t, red)}, {6, 37, 22, tile(t, blue)},
			}, compression, leaf)))
			if err != nil {
				t.Fatal(err)
			}
			i := s.Info()
			if i.Name != "Made in a test" || i.Attribution != "© nobody" || i.MaxZoom != 6 || i.Bound.Min[1] != 44 || i.Bound.Max[0] != 40.5 {
				t.Errorf("info %+v", i)
			}
			img, err := s.Tile(context.Background(), 0, 0, 0)
			wantColour(t, img, err, blue)
			if _, err := s.Tile(context.Background(), 6, 37, 23); !errors.Is(err, ErrMissing) {
				t.Errorf("a tile that is not there gives %v", err)
			}
			testSource(t, s, 5, 18, 11, red)
		}
	}
}

// The numbers are those of the specification's examples.
func TestPMTilesNumbersTiles(t *testing.T) {
	for _, c := range []struct {
		z, x, y int
		want    uint64
	}{
		{0, 0, 0, 0}, {1, 0, 0, 1}, {1, 0, 1, 2}, {1, 1, 1, 3}, {1, 1, 0, 4}, {2, 0, 0, 5}, {12, 3423, 1763, 19078479},
	} {
		if got := pmID(c.z, c.x, c.y); got != c.want {
			t.Errorf("tile %d/%d/%d has number %d, want %d", c.z, c.x, c.y, got, c.want)
		}
	}
	seen := map[uint64]bool{}
	for z := range 6 {
		for x := range 1 << z {
			for y := range 1 << z {
				seen[pmID(z, x, y)] = true
			}
		}
	}
	if len(seen) != 1+4+16+64+256+1024 || !seen[1364] || seen[1365] {
		t.Errorf("zooms 0 to 5 have %d numbers", len(seen))
	}
}

func TestPMTilesThatAreDamaged(t *testing.T) {
	whole := pmtiles([]pmTile{{0, 0, 0, tile(t, blue)}, {5, 18, 11, tile(t, red)}}, pmGzip, true)
	ctx := context.Background()
	look := func(data []byte) {
		s, err := OpenPMTiles(archive(t, data))
		if err != nil {
			return
		}
		defer s.Close()
		if img, err := s.Tile(ctx, 5, 18, 11); err == nil && img.Bounds().Dx() > maxTileSide {
			t.Errorf("a picture of %v", img.Bounds())
		}
	}
	for i := 0; i < len(whole); i += 3 {
		look(whole[:i])
		data := slices.Clone(whole)
		data[i] ^= 0xff
		look(data)
	}
	brotli := slices.Clone(whole)
	brotli[98] = pmBrotli
	if _, err := OpenPMTiles(archive(t, brotli)); err == nil {
		t.Error("an archive in Brotli is opened")
	}
}

func FuzzPMTiles(f *testing.F) {
	small := []byte("\x89PNG\r\n\x1a\n")
	for _, compression := range []uint8{pmNone, pmGzip} {
		f.Add(pmtiles([]pmTile{{0, 0, 0, small}, {5, 18, 11, small}}, compression, true))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := OpenPMTiles(archive(t, data))
		if err != nil {
			return
		}
		defer s.Close()
		for _, id := range [][3]int{{0, 0, 0}, {5, 18, 11}, {14, 9000, 5000}} {
			_, _ = s.Tile(context.Background(), id[0], id[1], id[2])
		}
	})
}

func BenchmarkPMTiles(b *testing.B) {
	s, err := OpenPMTiles(archive(b, pmtiles([]pmTile{{5, 18, 11, tile(b, color.RGBA{1, 2, 3, 255})}}, pmGzip, true)))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Tile(context.Background(), 5, 18, 11); err != nil {
			b.Fatal(err)
		}
	}
}

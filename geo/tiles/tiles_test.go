package tiles

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tile is a picture of one colour, as a PNG file's bytes.
func tile(t testing.TB, c color.Color) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for y := range 256 {
		for x := range 256 {
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var (
	red  = color.RGBA{200, 10, 10, 255}
	blue = color.RGBA{10, 10, 200, 255}
)

func wantColour(t *testing.T, img image.Image, err error, want color.RGBA) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if got := color.RGBAModel.Convert(img.At(100, 100)); got != want {
		t.Fatalf("the tile is %v, want %v", got, want)
	}
}

// Every source keeps these promises.
func testSource(t *testing.T, s Source, z, x, y int, want color.RGBA) {
	t.Helper()
	ctx := context.Background()
	img, err := s.Tile(ctx, z, x, y)
	wantColour(t, img, err, want)
	for _, id := range [][3]int{{-1, 0, 0}, {z, -1, y}, {z, 1 << z, y}, {z, x, 1 << z}, {31, 0, 0}, {s.Info().MaxZoom + 1, 0, 0}} {
		if _, err := s.Tile(ctx, id[0], id[1], id[2]); !errors.Is(err, ErrMissing) {
			t.Errorf("tile %v gives %v, want ErrMissing", id, err)
		}
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Tile(gone, z, x, y); !errors.Is(err, context.Canceled) {
		t.Errorf("with its context cancelled a tile gives %v", err)
	}
	if i := s.Info(); i.Name == "" || i.Attribution == "" || i.TileSize != 256 || i.MinZoom > z || i.MaxZoom < z {
		t.Errorf("info %+v", i)
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	}
	if _, err := s.Tile(ctx, z, x, y); !errors.Is(err, ErrClosed) {
		t.Errorf("after closing a tile gives %v", err)
	}
}

func TestOpenFileSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ data, want string }{
		"empty.pmtiles":  {"", "no map file"},
		"text.mbtiles":   {"a shopping list", "no map file"},
		"short.pmtiles":  {"PMTiles\x03", "PMTiles"},
		"old.pmtiles":    {"PMTiles\x02" + strings.Repeat("\x00", 200), "version 2"},
		"broken.mbtiles": {"SQLite format 3\x00" + strings.Repeat("x", 5000), "MBTiles"},
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenFile(file)
		if err == nil || s != nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s gives %v, %v; want an error that names the file and says %q", name, s, err, c.want)
		}
	}
	if _, err := OpenFile(filepath.Join(dir, "nothing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that does not exist gives %v", err)
	}
}

func TestDecodeRefusesHugePictures(t *testing.T) {
	data := tile(t, red)
	copy(data[16:], []byte{0, 0, 0x40, 0, 0, 0, 0x40, 0}) // width and height in the header
	if _, err := decode(data); err == nil {
		t.Error("a picture of 16384×16384 pixels is unpacked")
	}
	if _, err := decode(data[:60]); err == nil {
		t.Error("a picture that is cut short is shown")
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		`<a href="https://example.org">&copy; Someone</a> &amp; others`: "© Someone & others",
		"two\nlines": "twolines",
		"3 > 2":      "3 > 2",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) is %q, want %q", in, got, want)
		}
	}
	if got := plain(strings.Repeat("x", 1<<20)); len(got) > 500 {
		t.Errorf("an endless attribution keeps %d bytes", len(got))
	}
}

package session

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

func TestPicture(t *testing.T) {
	s := open(t, Config{Example: true})
	path := filepath.Join(t.TempDir(), "map.png")
	p := Picture{Width: 800, Height: 500, DPI: 150, Appearance: Appearance{Title: "A test", Legend: true}}
	if _, err := s.SavePicture(context.Background(), path, p, Beside{}); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil || cfg.Width != 800 || cfg.Height != 500 {
		t.Fatalf("%+v, %v", cfg, err)
	}
	var again bytes.Buffer
	if err := engine().WritePicture(context.Background(), &again, s.State(), p); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b, again.Bytes()) {
		t.Error("the same state gives other bytes the second time")
	}
}

func TestPictureThatCannotBeMadeLeavesNoFile(t *testing.T) {
	s := open(t, Config{Example: true})
	dir := t.TempDir()
	path := filepath.Join(dir, "map.png")
	for name, p := range map[string]Picture{
		"too small": {Width: 1, Height: 1},
		"too large": {Width: 20000, Height: 100},
		"empty box": {Width: 400, Height: 400, Bound: &orb.Bound{Min: orb.Point{38, 48}, Max: orb.Point{37, 49}}},
	} {
		if _, err := s.SavePicture(context.Background(), path, p, Beside{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.SavePicture(cancelled, path, Picture{Width: 400, Height: 400}, Beside{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("left behind: %v", files)
	}
}

func TestWriteFileKeepsTheOldFileOnFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "old"); return err }); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := WriteFile(path, func(w io.Writer) error { io.WriteString(w, "new"); return broken }); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "old" {
		t.Errorf("the file holds %q", b)
	}
}

// What the window showed is in the picture, whatever its shape.
func TestPictureShowsWhatWasSeen(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	seen := view.Viewport{Centre: orb.Point{37.4, 48.4}, Zoom: 8.3, Width: 900, Height: 600}
	for _, size := range [][2]int{{900, 600}, {1920, 1080}, {1080, 1920}, {400, 400}} {
		v, err := st.viewport(Picture{View: seen, Width: size[0], Height: size[1]})
		if err != nil {
			t.Fatal(err)
		}
		b, want := v.Bound(), seen.Bound()
		const eps = 1e-6
		if b.Min[0] > want.Min[0]+eps || b.Max[0] < want.Max[0]-eps || b.Min[1] > want.Min[1]+eps || b.Max[1] < want.Max[1]-eps {
			t.Errorf("%v: %v does not hold %v", size, b, want)
		}
	}
}

func TestFit(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	v, outside := st.Fit(view.Viewport{Width: 1000, Height: 700, Density: 1})
	for _, c := range st.Shown() {
		for _, r := range c.Places {
			p, _ := st.Place(r.Place)
			if x, y := v.Pixel(p.Point); p.Kind == geo.Settlement && !slices.Contains(outside, p.ID) && (x < 0 || y < 0 || x > 1000 || y > 700) {
				t.Errorf("%s lies outside, at %.0f %.0f", p.Name, x, y)
			}
		}
	}
	empty, _ := (&State{}).Fit(view.Viewport{Width: 1000, Height: 700})
	if b := empty.Bound(); !b.Contains(orb.Point{37.8, 48.0}) {
		t.Errorf("a map without claims shows %v", b)
	}
}

// Each file says how large it is: on paper as asked, else as on a screen.
func TestPictureResolution(t *testing.T) {
	s := open(t, Config{Example: true})
	for _, c := range []struct{ dpi, density, want float64 }{{0, 1, 96}, {0, 2, 192}, {150, 2, 150}} {
		var b bytes.Buffer
		p := Picture{Width: 400, Height: 300, Density: c.density, DPI: c.dpi}
		if err := engine().WritePicture(t.Context(), &b, s.State(), p); err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(b.Bytes(), []byte("pHYs"))
		if at < 0 {
			t.Fatalf("%+v: no resolution in the file", c)
		}
		perMetre := binary.BigEndian.Uint32(b.Bytes()[at+4:])
		if got := math.Round(float64(perMetre) * 0.0254); got != c.want {
			t.Errorf("%+v: the file says %g pixels per inch", c, got)
		}
	}
}

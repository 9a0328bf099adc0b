package gui

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/session"
	"contested/geo/tiles"
)

// halfMap has no tiles east of a world coordinate.
type halfMap struct{ beyond float64 }

var mint = color.RGBA{170, 240, 200, 255}

func (halfMap) Info() tiles.Info {
	return tiles.Info{Name: "Half", Attribution: "© half", MaxZoom: 16, TileSize: 256}
}
func (halfMap) Close() error { return nil }
func (h halfMap) Tile(_ context.Context, z, x, _ int) (image.Image, error) {
	if float64(x)/float64(int(1)<<z) > h.beyond {
		return nil, tiles.ErrMissing
	}
	m := image.NewRGBA(image.Rect(0, 0, 256, 256))
	draw.Draw(m, m.Rect, image.NewUniform(mint), image.Point{}, draw.Src)
	return m, nil
}

// With tiles the map shows them, with the built-in ground where there are none,
// which is said; a picture file with a hole is not written.
func TestWindowOverTiles(t *testing.T) {
	w := open(t, 1000, 700)
	shown := func(beyond float64) (over, all int) {
		w.detail.Store(&detail{Source: halfMap{beyond}})
		w.rescene()
		f := w.chart.Frame()
		in := f.Inner()
		for y := in.Min.Y; y < in.Max.Y; y += 3 {
			for x := in.Min.X; x < in.Max.X; x += 3 {
				all++
				if f.Image.RGBAAt(x, y) == mint {
					over++
				}
			}
		}
		return over, all
	}
	if over, all := shown(2); over < all/4 {
		t.Errorf("%d of %d pixels are of the tiles", over, all)
	}
	whole := w.pictureOf(w.appearance(), 500, 400, 0)
	path := t.TempDir() + "/map.png"
	if _, err := w.session.SavePicture(t.Context(), path, whole, session.Beside{}); err != nil {
		t.Error(err)
	}
	if over, _ := shown(0); over != 0 {
		t.Errorf("%d pixels are of tiles that there are not", over)
	}
	if !strings.Contains(w.status.message, "map tiles are missing here") {
		t.Errorf("the status bar says %q", w.status.message)
	}
	if _, err := w.session.SavePicture(t.Context(), path, w.pictureOf(w.appearance(), 500, 400, 0), session.Beside{}); err == nil || !strings.Contains(err.Error(), "tiles of zoom") {
		t.Errorf("a picture with holes: %v", err)
	}
}

// The menu's extras reach the map, and are there again next time.
func TestWindowMapExtras(t *testing.T) {
	w := open(t, 1000, 700)
	if s := w.chart.Scene(); s.Graticule || s.Second != "" {
		t.Fatal("extras that nobody asked for")
	}
	w.menu.graticule.Action()
	w.menu.locator.Action()
	if s := w.chart.Scene(); !s.Furniture.Locator || !w.menu.locator.Checked || !w.prefs.locator() {
		t.Error("the surroundings do not reach the map")
	}
	w.menu.second[geo.Ukrainian].Action()
	if s := w.chart.Scene(); !s.Graticule || s.Second != geo.Ukrainian {
		t.Error("the menu does not reach the map")
	}
	if !w.menu.graticule.Checked || !w.menu.second[geo.Ukrainian].Checked || w.menu.second[""].Checked {
		t.Error("the menu does not say what is so")
	}
	if !w.prefs.graticule() || w.prefs.second() != geo.Ukrainian {
		t.Error("it is not remembered")
	}
}

package render

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/tiles"
	"contested/geo/view"
)

// drawnTiles is a source that draws its tiles: a grid of squares, an eighth of a
// tile wide, with a tile that is not there.
type drawnTiles struct {
	side int // pixels
	hole [3]int
}

func (d drawnTiles) Info() tiles.Info {
	return tiles.Info{Name: "Drawn", Attribution: "© nobody, drawn in a test", MaxZoom: 18, TileSize: 256}
}
func (d drawnTiles) Close() error { return nil }
func (d drawnTiles) Tile(_ context.Context, z, x, y int) (image.Image, error) {
	if d.hole == [3]int{z, x, y} {
		return nil, tiles.ErrMissing
	}
	m := image.NewRGBA(image.Rect(0, 0, d.side, d.side))
	for j := range d.side {
		for i := range d.side {
			c := color.RGBA{222, 232, 214, 255}
			if (i*8/d.side+j*8/d.side)%2 == 1 {
				c = color.RGBA{206, 221, 199, 255}
			}
			if i == 0 || j == 0 {
				c = color.RGBA{150, 170, 140, 255}
			}
			m.SetRGBA(i, j, c)
		}
	}
	return m, nil
}

func mosaicOf(t testing.TB, s tiles.Source, v view.Viewport) *tiles.Mosaic {
	t.Helper()
	m, err := tiles.Gather(context.Background(), s, v)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Tiles lie where our own projection has them, at every fractional zoom, with
// margin and without, in parts and as a whole.
func TestBackdropLiesBeneathTheVectors(t *testing.T) {
	p := newPainter(t)
	for _, zoom := range []float64{6, 6.3, 6.77, 7.5} {
		v := view.Viewport{Centre: orb.Point{30, 50}, Zoom: zoom, Width: 420, Height: 300, Density: 1}
		half := func(_ context.Context, z, x, y int) color.RGBA {
			return color.RGBA{uint8(100 + 100*(x%2)), uint8(100 + 100*(y%2)), 90, 255}
		}
		s := &Scene{Backdrop: mosaicOf(t, plainTiles(half), v.Expand(60))}
		f := render(t, p, s, v, Options{})
		img := f.Image
		for y := 0; y < 300; y += 7 {
			for x := 0; x < 420; x += 7 {
				wx, wy := v.ToWorld(float64(x)+0.5, float64(y)+0.5)
				n := math.Exp2(float64(s.Backdrop.Zoom))
				fx, fy := wx*n-math.Floor(wx*n), wy*n-math.Floor(wy*n)
				if min(fx, 1-fx, fy, 1-fy) < 0.01 {
					continue // at an edge, where two are mixed
				}
				if got, want := img.RGBAAt(x, y), half(nil, 0, int(wx*n), int(wy*n)); got != want {
					t.Fatalf("zoom %g, pixel %d %d: %v, want %v", zoom, x, y, got, want)
				}
			}
		}
		wide := render(t, p, s, v, Options{Margin: 50, Workers: 3})
		for y := range 300 {
			if !bytes.Equal(img.Pix[y*img.Stride:][:4*420], wide.Image.Pix[wide.Image.PixOffset(50, y+50):][:4*420]) {
				t.Fatalf("zoom %g: row %d depends on the margin", zoom, y)
			}
		}
		// The same from the other side of the date line.
		v.Centre[0] += 360
		if again := render(t, p, s, v, Options{}).Image; !bytes.Equal(again.Pix, img.Pix) {
			t.Errorf("zoom %g: the next copy of the world is another", zoom)
		}
	}
}

type plainTiles func(context.Context, int, int, int) color.RGBA

func (f plainTiles) Info() tiles.Info { return tiles.Info{MaxZoom: 18} }
func (f plainTiles) Close() error     { return nil }
func (f plainTiles) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	m := image.NewRGBA(image.Rect(0, 0, 256, 256))
	c := f(ctx, z, x, y)
	for i := 0; i < len(m.Pix); i += 4 {
		copy(m.Pix[i:], []byte{c.R, c.G, c.B, c.A})
	}
	return m, nil
}

// The provider is named in the picture, and our borders and claims are on top.
func TestBackdropKeepsBordersAndCredit(t *testing.T) {
	p := newPainter(t)
	v := view.Viewport{Centre: orb.Point{30, 50.2}, Zoom: 7.5, Width: 500, Height: 360, Density: 1}
	s := &Scene{Ground: inventedGround(), Furniture: Furniture{Attribution: true}}
	with := *s
	with.Backdrop = mosaicOf(t, plainTiles(func(context.Context, int, int, int) color.RGBA { return color.RGBA{9, 99, 9, 255} }), v)
	c, _, err := p.begin(t.Context(), &with, v, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	with.Backdrop.Info.Attribution = "© somebody"
	if i := slices.IndexFunc(p.pieces(c), func(k piece) bool {
		return k.name == "attribution" && slices.ContainsFunc(k.card.texts, func(x cardText) bool { return bytes.Contains([]byte(x.run.Text), []byte("© somebody")) })
	}); i < 0 {
		t.Error("the tiles' attribution is not in the picture")
	}
	p.scratch.Put(c)
	f := render(t, p, &with, v, Options{})
	other := 0
	for i := 0; i < len(f.Image.Pix); i += 4 {
		if f.Image.Pix[i] != 9 || f.Image.Pix[i+1] != 99 {
			other++
		}
	}
	if other < 500 {
		t.Errorf("%d pixels of borders are on the tiles", other)
	}
}

// Where a tile is missing the ground and its names stay.
func TestBackdropGolden(t *testing.T) {
	p := newPainter(t)
	v := view.Viewport{Centre: orb.Point{30, 50.2}, Zoom: 7.3, Width: 480, Height: 320, Density: 1}
	s := &Scene{Ground: inventedGround(), Furniture: Furniture{Attribution: true, ScaleBar: true}}
	s.Places = append(s.Places, claim("a", "Claimed", 29.5, 50.1, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Denied)))
	s.Backdrop = mosaicOf(t, drawnTiles{256, [3]int{7, 74, 43}}, v)
	golden(t, "backdrop", render(t, p, s, v, Options{}).Compose())
}

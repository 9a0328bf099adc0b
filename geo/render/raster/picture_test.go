package raster

import (
	"context"
	"image"
	"image/color"
	"math"
	"math/rand"
	"testing"
)

// naive samples a picture at the middle of each pixel, or four times in it, in
// floating point.
func naive(m *image.RGBA, px, py int, x, y, size float64) (out [4]float64) {
	at := func(i, j int) color.RGBA {
		return m.RGBAAt(max(0, min(m.Rect.Dx()-1, i)), max(0, min(m.Rect.Dy()-1, j)))
	}
	offsets := []float64{0.5}
	if size < 0.99 {
		offsets = []float64{0.25, 0.75}
	}
	n := float64(len(offsets) * len(offsets))
	for _, oy := range offsets {
		for _, ox := range offsets {
			u, v := (float64(px)+ox-x)/size-0.5, (float64(py)+oy-y)/size-0.5
			i, j := math.Floor(u), math.Floor(v)
			for _, k := range [4][3]float64{{0, 0, (1 - u + i) * (1 - v + j)}, {1, 0, (u - i) * (1 - v + j)}, {0, 1, (1 - u + i) * (v - j)}, {1, 1, (u - i) * (v - j)}} {
				c := at(int(i+k[0]), int(j+k[1]))
				for q, b := range [4]uint8{c.R, c.G, c.B, c.A} {
					out[q] += float64(b) * k[2] / n
				}
			}
		}
	}
	return out
}

// A scaled picture is its naive twin's, whole or in strips; at its own size it is
// itself.
func TestPicture(t *testing.T) {
	random := rand.New(rand.NewSource(3))
	m := image.NewRGBA(image.Rect(0, 0, 23, 17))
	for i := range m.Pix {
		m.Pix[i] = uint8(random.Intn(256)) | 3
	}
	for i := 3; i < len(m.Pix); i += 4 {
		m.Pix[i] = 255
	}
	clip := image.Rect(-5, -5, 70, 60)
	for _, k := range [][3]float64{{3, 4, 1}, {2.3, -1.7, 1}, {0.4, 0.6, 2.37}, {1.5, 2.25, 0.71}, {-60.2, -33, 5.5}} {
		var l List
		l.Reset(clip)
		l.Rect(clip, Solid(color.NRGBA{255, 255, 255, 255}))
		l.Picture(m, k[0], k[1], k[2])
		whole, strips := image.NewRGBA(clip), image.NewRGBA(clip)
		if err := l.Paint(context.Background(), whole, 2); err != nil {
			t.Fatal(err)
		}
		for y := clip.Min.Y; y < clip.Max.Y; y += 7 {
			part := strips.SubImage(image.Rect(clip.Min.X, y, clip.Max.X, y+7)).(*image.RGBA)
			if err := l.Paint(context.Background(), part, 1); err != nil {
				t.Fatal(err)
			}
		}
		if string(whole.Pix) != string(strips.Pix) {
			t.Errorf("%v: strips are painted otherwise", k)
		}
		x1, y1 := k[0]+23*k[2], k[1]+17*k[2]
		inside := 0
		for y := clip.Min.Y; y < clip.Max.Y; y++ {
			for x := clip.Min.X; x < clip.Max.X; x++ {
				if float64(x) < k[0] || float64(y) < k[1] || float64(x+1) > x1 || float64(y+1) > y1 {
					continue
				}
				inside++
				got, want := whole.RGBAAt(x, y), naive(m, x, y, k[0], k[1], k[2])
				for q, g := range [3]uint8{got.R, got.G, got.B} {
					if math.Abs(float64(g)-want[q]) > 3 {
						t.Fatalf("%v, pixel %d %d: %v, want %v", k, x, y, got, want)
					}
				}
				if k == [3]float64{3, 4, 1} && got != m.RGBAAt(x-3, y-4) {
					t.Fatalf("at its own size, pixel %d %d: %v", x, y, got)
				}
			}
		}
		if inside == 0 {
			t.Errorf("%v: nothing is painted", k)
		}
	}
}

// What has no size, or lies nowhere, paints nothing.
func TestPictureOfNoSize(t *testing.T) {
	var l List
	l.Reset(image.Rect(0, 0, 10, 10))
	m := image.NewRGBA(image.Rect(0, 0, 4, 4))
	for _, k := range [][3]float64{{0, 0, 0}, {0, 0, -1}, {0, 0, math.NaN()}, {math.NaN(), 0, 1}, {math.Inf(1), 0, 1}, {1e18, 0, 1}, {20, 0, 1}, {0, 0, math.Inf(1)}} {
		l.Picture(m, k[0], k[1], k[2])
		if err := l.Paint(context.Background(), image.NewRGBA(l.Clip()), 1); err != nil {
			t.Error(err)
		}
	}
}

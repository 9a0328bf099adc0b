package render

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand"
	"testing"

	"github.com/paulmach/orb"
	"golang.org/x/image/draw"

	"contested/geo/view"
)

func decode(t *testing.T, b []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// The file holds the pixels of the screen, at every size, and the same bytes
// whoever works on it.
func TestFileIsTheScreen(t *testing.T) {
	s := fullScene(t)
	s.Furniture = Furniture{Title: "A title for the picture", Note: "A note", AsOf: "As of today", Legend: true, ScaleBar: true, Attribution: true}
	for _, v := range append(views, view.Viewport{Centre: orb.Point{37.6, 48.3}, Zoom: 7.7, Width: 1100, Height: 900, Density: 1.5}) {
		p := newPainter(t)
		want := render(t, p, s, v, Options{Margin: 31}).Compose()
		var one, many bytes.Buffer
		if err := p.WritePNG(context.Background(), &one, s, v, PNGOptions{Workers: 1}); err != nil {
			t.Fatal(err)
		}
		if err := newPainter(t).WritePNG(context.Background(), &many, s, v, PNGOptions{Workers: 6}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), many.Bytes()) {
			t.Errorf("%+v: one worker and six wrote different files", v)
		}
		img := decode(t, one.Bytes())
		if img.Bounds() != want.Rect {
			t.Fatalf("the file is %v, the frame %v", img.Bounds(), want.Rect)
		}
		for y := range want.Rect.Dy() {
			for x := range want.Rect.Dx() {
				if got := color.RGBAModel.Convert(img.At(x, y)); got != want.RGBAAt(x, y) {
					t.Fatalf("%+v: pixel %d,%d is %v in the file, %v on the screen", v, x, y, got, want.RGBAAt(x, y))
				}
			}
		}
		var screen bytes.Buffer
		if err := EncodePNG(&screen, want, PNGOptions{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(screen.Bytes(), one.Bytes()) {
			t.Errorf("%+v: the encoded frame is another file", v)
		}
	}
}

func TestPNGSizes(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for _, size := range [][2]int{{1, 1}, {1, 1000}, {1000, 1}, {16384, 3}, {333, 517}} {
		img := image.NewRGBA(image.Rect(5, 7, 5+size[0], 7+size[1])) // a corner elsewhere
		for i := range img.Pix {
			img.Pix[i] = uint8(rng.Intn(256)) | uint8(i%4/3*255)
		}
		var b bytes.Buffer
		if err := EncodePNG(&b, img, PNGOptions{}); err != nil {
			t.Fatal(err)
		}
		got := decode(t, b.Bytes())
		for y := range size[1] {
			for x := range size[0] {
				if color.RGBAModel.Convert(got.At(x, y)) != img.RGBAAt(5+x, 7+y) {
					t.Fatalf("%v: pixel %d,%d differs", size, x, y)
				}
			}
		}
	}
}

// A map's file is no larger than image/png's, within a tenth.
func TestPNGIsSmall(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	for _, zoom := range []float64{3, 6, 8} {
		img := render(t, p, s, view.Viewport{Centre: orb.Point{37, 48}, Zoom: zoom, Width: 1280, Height: 800, Density: 1}, Options{}).Compose()
		var own, std bytes.Buffer
		if err := EncodePNG(&own, img, PNGOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(&std, img); err != nil {
			t.Fatal(err)
		}
		t.Logf("zoom %g: %d bytes, image/png %d", zoom, own.Len(), std.Len())
		if own.Len() > std.Len()*11/10 {
			t.Errorf("zoom %g: %d bytes, image/png needs %d", zoom, own.Len(), std.Len())
		}
	}
}

// Nor where map tiles are the ground: what a camera or a relief would give,
// tiles drawn between their own zooms, and half a picture of each kind.
func TestPNGWithTilesIsSmall(t *testing.T) {
	const w, h = 1280, 800
	p := newPainter(t)
	s := fullScene(t)
	flat := render(t, p, s, view.Viewport{Centre: orb.Point{37, 48}, Zoom: 8, Width: w, Height: h, Density: 1}, Options{}).Compose()
	between := image.NewRGBA(flat.Rect)
	draw.ApproxBiLinear.Scale(between, between.Rect, flat, image.Rect(90, 60, w-90, h-60), draw.Src, nil)
	relief := relief(w, h)
	mixed := image.NewRGBA(flat.Rect)
	draw.Copy(mixed, image.Point{}, relief, relief.Rect, draw.Src, nil)
	draw.Copy(mixed, image.Point{}, flat, image.Rect(0, 0, w, h/2), draw.Src, nil)
	for name, img := range map[string]*image.RGBA{"flat": flat, "between zooms": between, "relief": relief, "mixed": mixed} {
		var own, std bytes.Buffer
		if err := EncodePNG(&own, img, PNGOptions{Photo: true}); err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(&std, img); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d bytes, image/png %d", name, own.Len(), std.Len())
		if own.Len() > std.Len()*11/10 {
			t.Errorf("%s: %d bytes, image/png needs %d", name, own.Len(), std.Len())
		}
	}
}

// relief is a made-up ground with hills of every size and the noise of a camera.
func relief(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	rng := rand.New(rand.NewSource(3))
	var grid [8][]float64 // octaves of value noise
	for o := range grid {
		grid[o] = make([]float64, (3<<o+2)*(3<<o+2))
		for i := range grid[o] {
			grid[o][i] = rng.Float64() - 0.5
		}
	}
	for y := range h {
		for x := range w {
			height, weight := 0.0, 1.0
			for o := range grid {
				n := 3 << o
				fx, fy := float64(x*n)/float64(w), float64(y*n)/float64(w)
				ix, iy := int(fx), int(fy)
				fx, fy = fx-float64(ix), fy-float64(iy)
				row, below := grid[o][iy*(n+2)+ix:], grid[o][(iy+1)*(n+2)+ix:]
				height += weight * ((row[0]*(1-fx)+row[1]*fx)*(1-fy) + (below[0]*(1-fx)+below[1]*fx)*fy)
				weight *= 0.6
			}
			noise := 1.5 * rng.NormFloat64()
			for k, base := range [3]float64{110, 120, 90} {
				img.Pix[img.PixOffset(x, y)+k] = uint8(min(255, max(0, base+height*(120-12*float64(k))+noise)))
			}
			img.Pix[img.PixOffset(x, y)+3] = 255
		}
	}
	return img
}

func TestPNGChunks(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 3, 2))
	var b bytes.Buffer
	err := EncodePNG(&b, img, PNGOptions{DPI: 300, Texts: []PNGText{{Keyword: "Title", Text: "Хто що стверджує"}, {Keyword: "Description"}}})
	if err != nil {
		t.Fatal(err)
	}
	var order string
	for data := b.Bytes()[8:]; len(data) > 0; {
		n := binary.BigEndian.Uint32(data)
		kind, body := string(data[4:8]), data[8:8+n]
		order += kind + " "
		switch kind {
		case "pHYs":
			if x := binary.BigEndian.Uint32(body); x != 11811 || body[8] != 1 {
				t.Errorf("300 dpi are %d pixels a metre", x)
			}
		case "iTXt":
			if body[0] == 'T' && string(body) != "Title\x00\x00\x00\x00\x00Хто що стверджує" {
				t.Errorf("text chunk %q", body)
			}
		}
		data = data[12+n:]
	}
	if order != "IHDR sRGB pHYs iTXt iTXt IDAT IEND " {
		t.Errorf("chunks %s", order)
	}
	for _, bad := range []PNGOptions{{DPI: -1}, {DPI: 1e9}, {Texts: []PNGText{{Text: "x"}}}, {Texts: []PNGText{{Keyword: "Заголовок", Text: "x"}}}} {
		if err := EncodePNG(io.Discard, img, bad); err == nil {
			t.Errorf("%+v was accepted", bad)
		}
	}
}

// brittle fails after some bytes, as a full disk does.
type brittle struct{ left int }

var errFull = errors.New("the disk is full")

func (b *brittle) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestPNGFails(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	v := view.Viewport{Centre: orb.Point{37, 48}, Zoom: 6, Width: 900, Height: 900, Density: 2}
	for _, left := range []int{0, 20, 3000, 100000} {
		if err := p.WritePNG(context.Background(), &brittle{left}, s, v, PNGOptions{}); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	w := writerFunc(func(b []byte) (int, error) {
		cancel()
		return len(b), nil
	})
	if err := p.WritePNG(ctx, w, s, v, PNGOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled while writing: %v", err)
	}
	v.Width = MaxSide
	if err := p.WritePNG(context.Background(), io.Discard, s, v, PNGOptions{}); err == nil {
		t.Error("a picture of 32768 pixels was accepted")
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func TestAdlerCombine(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	b := make([]byte, 200000)
	rng.Read(b)
	for range 200 {
		i := rng.Intn(len(b))
		if got, want := adlerCombine(adler32.Checksum(b[:i]), adler32.Checksum(b[i:]), len(b)-i), adler32.Checksum(b); got != want {
			t.Fatalf("cut at %d: %x, want %x", i, got, want)
		}
	}
}

// A picture with tiles is filtered row by row, and reads as what it was; the number
// of workers changes no byte.
func TestPhotoIsFiltered(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 700, 600))
	for y := range 600 {
		for x := range 700 {
			img.SetRGBA(x, y, color.RGBA{uint8(x/3 + y/5), uint8(128 + 90*math.Sin(float64(x*y)/9000)), uint8(x ^ y), 255})
		}
	}
	var files [3]bytes.Buffer
	for i, o := range []PNGOptions{{}, {Photo: true, Workers: 1}, {Photo: true, Workers: 3}} {
		o.Seal = func([32]byte) []PNGText { return nil }
		if err := EncodePNG(&files[i], img, o); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[1].Bytes(), files[2].Bytes()) {
		t.Error("the number of workers changes the file")
	}
	var theirs bytes.Buffer
	if err := png.Encode(&theirs, img); err != nil {
		t.Fatal(err)
	}
	if n := files[1].Len(); n > theirs.Len()*110/100 || n >= files[0].Len() {
		t.Errorf("%d bytes; unfiltered %d, by image/png %d", n, files[0].Len(), theirs.Len())
	}
	a, errA := ReadPNG(bytes.NewReader(files[0].Bytes()))
	b, errB := ReadPNG(bytes.NewReader(files[1].Bytes()))
	if errA != nil || errB != nil || a.Pixels != b.Pixels {
		t.Errorf("read again: %v, %v", errA, errB)
	}
	got, err := png.Decode(&files[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []image.Point{{0, 0}, {699, 599}, {3, 256}, {350, 511}} {
		if r, g, b, _ := got.At(p.X, p.Y).RGBA(); img.RGBAAt(p.X, p.Y) != (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) {
			t.Errorf("another pixel at %v", p)
		}
	}
}

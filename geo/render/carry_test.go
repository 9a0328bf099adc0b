package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
)

// noise is a picture that every filter of image/png's encoder is tried on.
func noise(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	r := rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{uint8(x * 3), uint8(y*x + r.IntN(9)), uint8(y), 255})
		}
	}
	return img
}

func TestReadPNG(t *testing.T) {
	img := noise(131, 97)
	long := strings.Repeat("Одне речення. ", 4000)
	var sealed [32]byte
	var b bytes.Buffer
	err := EncodePNG(&b, img, PNGOptions{Texts: []PNGText{{Keyword: "A", Text: "plain"}, {Keyword: "B", Text: long, Compress: true}},
		Seal: func(p [32]byte) []PNGText { sealed = p; return []PNGText{{Keyword: "C", Text: "behind"}} }})
	if err != nil {
		t.Fatal(err)
	}
	if b.Len() > 60000 {
		t.Errorf("%d bytes: the text is not compressed", b.Len())
	}
	if _, err := png.Decode(bytes.NewReader(b.Bytes())); err != nil {
		t.Fatalf("image/png: %v", err)
	}
	f, err := ReadPNG(&b)
	if err != nil {
		t.Fatal(err)
	}
	if f.Width != 131 || f.Height != 97 || !f.Plain || f.Pixels != sealed {
		t.Errorf("%d×%d, plain %v, pixels %x want %x", f.Width, f.Height, f.Plain, f.Pixels, sealed)
	}
	if len(f.Texts) != 3 || f.Texts[0].Text != "plain" || f.Texts[1].Text != long || f.Texts[2].Text != "behind" {
		t.Errorf("%d texts", len(f.Texts))
	}
	// The same pixels packed by another program, with filters.
	var other bytes.Buffer
	if err := png.Encode(&other, img); err != nil {
		t.Fatal(err)
	}
	if g, err := ReadPNG(&other); err != nil || g.Pixels != sealed {
		t.Errorf("packed by image/png: %v, %x", err, g.Pixels)
	}
	img.SetRGBA(130, 96, color.RGBA{1, 2, 3, 255})
	png.Encode(&other, img)
	if g, _ := ReadPNG(&other); g.Pixels == sealed {
		t.Error("another pixel, the same hash")
	}
}

// chunkOf is one chunk of a file made by hand.
func chunkOf(kind, data string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(kind+data))))
}

func TestReadPNGHostile(t *testing.T) {
	var b bytes.Buffer
	if err := EncodePNG(&b, noise(20, 20), PNGOptions{Texts: []PNGText{{Keyword: "A", Text: "x"}}}); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	head, rest := whole[:8+25], whole[8+25:]
	var bomb bytes.Buffer
	if err := EncodePNG(&bomb, noise(1, 1), PNGOptions{Texts: []PNGText{{Keyword: "A", Text: strings.Repeat("x", maxTexts+1), Compress: true}}}); err != nil {
		t.Fatal(err)
	}
	flipped := []byte(whole)
	flipped[len(flipped)-40] ^= 1
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":                        {"", ErrNoPNG},
		"another file":                 {"GIF89a..............", ErrNoPNG},
		"cut":                          {whole[:len(whole)-20], ErrPNG},
		"cut in a header":              {whole[:8+3], ErrPNG},
		"a flipped bit":                {string(flipped), ErrPNG},
		"no pixels":                    {head + chunkOf("IEND", ""), ErrPNG},
		"no end":                       {strings.TrimSuffix(whole, chunkOf("IEND", "")), ErrPNG},
		"a huge picture":               {signature + chunkOf("IHDR", "\x00\xff\x00\x00\x00\x00\x00\x09\x08\x02\x00\x00\x00") + rest, ErrPNGLarge},
		"another size":                 {signature + chunkOf("IHDR", "\x00\x00\x00\x14\x00\x00\x00\x13\x08\x02\x00\x00\x00") + rest, ErrPNG},
		"a bomb":                       {bomb.String(), ErrPNGLarge},
		"a text that says it is large": {head + "\x7f\x00\x00\x00iTXtA\x00", ErrPNGLarge},
		"a text without form":          {head + chunkOf("iTXt", "A") + rest, ErrPNG},
		"no UTF-8":                     {head + chunkOf("iTXt", "A\x00\x00\x00\x00\x00\xff") + rest, ErrPNG},
		"no zlib":                      {head + chunkOf("iTXt", "A\x00\x01\x00\x00\x00junk") + rest, ErrPNG},
	} {
		if f, err := ReadPNG(strings.NewReader(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v; want %v", name, f, err, c.want)
		}
	}
}

// Whatever the bytes, ReadPNG gives a file or an error, and what it gives as
// plain image/png reads as well.
func FuzzReadPNG(f *testing.F) {
	var b bytes.Buffer
	_ = EncodePNG(&b, noise(9, 7), PNGOptions{DPI: 72, Texts: []PNGText{{Keyword: "A", Text: "text", Compress: true}}})
	f.Add(b.Bytes())
	b.Reset()
	_ = png.Encode(&b, noise(5, 5))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 32 { // checksums that a fuzzer cannot guess
			data = mend(data)
		}
		got, err := ReadPNG(bytes.NewReader(data))
		if err != nil {
			if !errors.Is(err, ErrPNG) && !errors.Is(err, ErrNoPNG) && !errors.Is(err, ErrPNGLarge) {
				t.Errorf("an error without a kind: %v", err)
			}
			return
		}
		if got.Width < 1 || got.Height < 1 || got.Width > MaxSide || got.Height > MaxSide {
			t.Errorf("%d×%d", got.Width, got.Height)
		}
	})
}

// mend makes the checksums of a file right.
func mend(data []byte) []byte {
	out := append([]byte(nil), data...)
	for at := 8; at+12 <= len(out); {
		n := int(binary.BigEndian.Uint32(out[at:]))
		if n < 0 || at+12+n > len(out) {
			break
		}
		binary.BigEndian.PutUint32(out[at+8+n:], crc32.ChecksumIEEE(out[at+4:at+8+n]))
		at += 12 + n
	}
	return out
}

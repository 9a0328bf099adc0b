package render

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"image"
	"io"
	"math"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"contested/geo/view"
)

// PNGOptions is what a file carries beside its pixels.
type PNGOptions struct {
	DPI     float64   // pixels per inch, for print; 0: not written
	Texts   []PNGText // written as iTXt chunks before the pixels, in order
	Workers int       // 0: one per processor; changes no byte

	// Seal, if given, is told the hash of the pixels (see [PNGFile.Pixels]) and
	// returns texts to be written behind them.
	Seal func(pixels [sha256.Size]byte) []PNGText

	// Photo says that the picture is not made of flat colours alone (map tiles):
	// rows are then filtered, which takes longer.
	Photo bool
}

// PNGText is a text that travels inside the file.
type PNGText struct {
	Keyword  string // 1…79 printable ASCII characters, such as "Title"
	Text     string // UTF-8
	Compress bool   // written compressed
}

// EncodePNG writes an opaque picture as an 8-bit RGB PNG in sRGB. It fails only
// when w does, or when the options are out of range.
func EncodePNG(w io.Writer, img *image.RGBA, o PNGOptions) error {
	r := img.Rect
	return writePNG(context.Background(), w, r.Dx(), r.Dy(), o, func(ctx context.Context, strip *image.RGBA) error {
		for y := strip.Rect.Min.Y; y < strip.Rect.Max.Y; y++ {
			copy(strip.Pix[strip.PixOffset(0, y):][:4*r.Dx()], img.Pix[img.PixOffset(r.Min.X, r.Min.Y+y):])
		}
		return nil
	})
}

// WritePNG paints a scene straight into a PNG, strip by strip, so that a picture
// of any size up to MaxSide a side needs little memory. The pixels are those of
// [Painter.Render] and [Frame.Compose]; the same scene, view and options give
// the same bytes. When it fails, what was written to w is not a picture.
func (p *Painter) WritePNG(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, o PNGOptions) error {
	if err := check(v, 0); err != nil {
		return err
	}
	c, _, err := p.begin(ctx, s, v, 0, false)
	if err != nil {
		return err
	}
	defer p.scratch.Put(c)
	insets := p.furnish(c)
	o.Photo = o.Photo || s.Backdrop.Shown()
	return writePNG(ctx, w, c.clip.Dx(), c.clip.Dy(), o, func(ctx context.Context, strip *image.RGBA) error {
		if err := c.list.Paint(ctx, strip, 1); err != nil {
			return err
		}
		furnishInto(strip, insets)
		return nil
	})
}

// stripBytes is about how many bytes of pixels a strip holds. Strips are
// compressed apart, by the picture's width alone, so that the number of workers
// changes no byte.
const stripBytes = 1 << 20

func stripRows(width, height int) int {
	return min(height, max(16, min(256, stripBytes/(3*width))))
}

// compressed is a finished strip.
type compressed struct {
	data  []byte
	sum   uint32 // Adler-32 of the raw bytes
	bytes int    // how many these are
	rows  []byte // SHA-256 of each row of pixels, if asked for
	err   error
}

// writePNG writes a picture whose strips fill paints. Strips are painted and
// compressed in parallel and written in order; all goroutines have ended when it
// returns.
func writePNG(ctx context.Context, w io.Writer, width, height int, o PNGOptions, fill func(context.Context, *image.RGBA) error) error {
	if width < 1 || height < 1 || width > MaxSide || height > MaxSide {
		return fmt.Errorf("a picture of %d×%d pixels cannot be written; choose 1 to %d pixels a side", width, height, MaxSide)
	}
	out := chunks{w: w}
	if err := out.head(width, height, o); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	rows := stripRows(width, height)
	n := (height + rows - 1) / rows
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, n)
	done := make([]chan compressed, n)
	for i := range done {
		done[i] = make(chan compressed, 1)
	}
	// A worker may be at most this many strips ahead of the writer.
	ahead := make(chan struct{}, 2*workers)
	work := make(chan int)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	wg.Go(func() {
		defer close(work)
		for i := range n {
			select {
			case ahead <- struct{}{}:
				work <- i
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			s := stripper{buf: image.NewRGBA(image.Rect(0, 0, width, rows)), width: width, seal: o.Seal != nil, filter: newRowFilter(o.Photo, width)}
			for i := range work {
				done[i] <- s.strip(ctx, i*rows, min(rows, height-i*rows), i == n-1, fill)
			}
		})
	}
	sum := uint32(1)
	pixels := sha256.New()
	for i := range n {
		select {
		case c := <-done[i]:
			if c.err != nil {
				return c.err
			}
			if i == 0 {
				c.data = append([]byte{0x78, 0x01}, c.data...)
			}
			sum = adlerCombine(sum, c.sum, c.bytes)
			if i == n-1 {
				c.data = binary.BigEndian.AppendUint32(c.data, sum)
			}
			pixels.Write(c.rows)
			out.chunk("IDAT", c.data)
			if out.err != nil {
				return out.err
			}
			<-ahead
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if o.Seal != nil {
		for _, t := range o.Seal([sha256.Size]byte(pixels.Sum(nil))) {
			if err := out.text(t); err != nil {
				return err
			}
		}
	}
	out.chunk("IEND", nil)
	return out.err
}

// stripper is one worker's memory.
type stripper struct {
	buf    *image.RGBA
	width  int
	seal   bool
	filter *rowFilter
	raw    []byte
	zip    *flate.Writer
}

// strip paints and compresses rows [y, y+rows).
func (s *stripper) strip(ctx context.Context, y, rows int, last bool, fill func(context.Context, *image.RGBA) error) (c compressed) {
	at := *s.buf
	at.Rect = image.Rect(0, y, s.width, y+rows)
	if c.err = fill(ctx, &at); c.err != nil {
		return
	}
	s.raw = s.raw[:0]
	s.filter.begin()
	for r := range rows {
		begin := len(s.raw)
		s.raw = append(s.raw, 0) // filter none: flat colours and patterns repeat as they are
		for p := at.Pix[r*at.Stride:][:4*s.width]; len(p) >= 4; p = p[4:] {
			s.raw = append(s.raw, p[0], p[1], p[2])
		}
		if s.seal {
			row := sha256.Sum256(s.raw[begin+1:])
			c.rows = append(c.rows, row[:]...)
		}
		s.filter.row(s.raw[begin:])
	}
	c.sum, c.bytes = adler32.Checksum(s.raw), len(s.raw)
	var b bytes.Buffer
	b.Grow(len(s.raw) / 16)
	if s.zip == nil {
		level := deflateLevel
		if s.filter != nil {
			level = photoLevel
		}
		s.zip, c.err = flate.NewWriter(&b, level)
	} else {
		s.zip.Reset(&b)
	}
	if c.err == nil {
		_, c.err = s.zip.Write(s.raw)
	}
	if c.err == nil {
		if last {
			c.err = s.zip.Close()
		} else {
			c.err = s.zip.Flush()
		}
	}
	c.data = b.Bytes()
	return
}

// deflateLevel is the fastest that keeps maps smaller than image/png does.
const deflateLevel = 2

// photoLevel is the same where rows are filtered.
const photoLevel = 7

// chunks writes a PNG's parts and keeps the first error.
type chunks struct {
	w   io.Writer
	err error
}

func (c *chunks) write(b []byte) {
	if c.err == nil {
		_, c.err = c.w.Write(b)
	}
}

func (c *chunks) chunk(kind string, data []byte) {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(b, kind...)
	c.write(b)
	c.write(data)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(kind)), crc32.IEEETable, data)
	c.write(binary.BigEndian.AppendUint32(nil, sum))
}

// head writes everything before the pixels.
func (c *chunks) head(width, height int, o PNGOptions) error {
	c.write([]byte("\x89PNG\r\n\x1a\n"))
	b := binary.BigEndian.AppendUint32(nil, uint32(width))
	b = binary.BigEndian.AppendUint32(b, uint32(height))
	c.chunk("IHDR", append(b, 8, 2, 0, 0, 0)) // 8 bits, RGB
	c.chunk("sRGB", []byte{0})                // perceptual
	if o.DPI != 0 {
		if !(o.DPI >= 1 && o.DPI <= 10000) {
			return fmt.Errorf("%g pixels per inch cannot be written into a PNG; choose 1 to 10,000", o.DPI)
		}
		perMetre := uint32(math.Round(o.DPI / 0.0254))
		b = binary.BigEndian.AppendUint32(nil, perMetre)
		c.chunk("pHYs", append(binary.BigEndian.AppendUint32(b, perMetre), 1))
	}
	for _, t := range o.Texts {
		if err := c.text(t); err != nil {
			return err
		}
	}
	return c.err
}

// text writes an iTXt chunk without language and translated keyword.
func (c *chunks) text(t PNGText) error {
	if err := checkKeyword(t.Keyword); err != nil {
		return err
	}
	b := append([]byte(t.Keyword), 0, 0, 0, 0, 0)
	if !t.Compress {
		c.chunk("iTXt", append(b, t.Text...))
		return c.err
	}
	b[len(b)-4] = 1
	packed := bytes.NewBuffer(b)
	z, err := zlib.NewWriterLevel(packed, 5)
	if err == nil {
		_, err = io.WriteString(z, t.Text)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return err
	}
	c.chunk("iTXt", packed.Bytes())
	return c.err
}

func checkKeyword(k string) error {
	if len(k) < 1 || len(k) > 79 {
		return errors.New("a text in a PNG needs a keyword of 1 to 79 characters")
	}
	for _, r := range k {
		if r < ' ' || r > '~' {
			return fmt.Errorf("the keyword %q of a text in a PNG is not plain ASCII", k)
		}
	}
	return nil
}

// adlerCombine is the Adler-32 of two stretches put together, given the sums of
// each and the second one's length (as zlib's adler32_combine).
func adlerCombine(a, b uint32, n int) uint32 {
	const m = 65521
	k := uint64(n % m)
	lo1, hi1 := uint64(a&0xffff), uint64(a>>16)
	lo2, hi2 := uint64(b&0xffff), uint64(b>>16)
	lo := (lo1 + lo2 + m - 1) % m
	hi := (k*lo1 + hi1 + hi2 + m - k) % m
	return uint32(hi<<16 | lo)
}

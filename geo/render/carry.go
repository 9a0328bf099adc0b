package render

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"unicode/utf8"

	"github.com/klauspost/compress/zlib"
)

// PNGFile is what a picture file holds beside what is seen.
type PNGFile struct {
	Width, Height int
	Texts         []PNGText // of its iTXt chunks, in order
	// Pixels is the SHA-256 over the SHA-256 of each row's RGB bytes, from the
	// top, and so the same however the file is compressed. Plain says that it is
	// known: the file has 8 bits a channel, no transparency and no interlace,
	// as [Painter.WritePNG] writes it.
	Pixels [sha256.Size]byte
	Plain  bool
}

// Limits of what is read out of a picture that somebody sent.
const (
	maxTextChunk = 32 << 20 // bytes of one text chunk
	maxTexts     = 64 << 20 // bytes of all texts, unpacked
	maxChunks    = 1 << 20
)

// Errors of ReadPNG that callers tell apart with errors.Is.
var (
	ErrNoPNG    = errors.New("it is no PNG picture")
	ErrPNG      = errors.New("the picture is damaged")
	ErrPNGLarge = errors.New("the picture carries more than can be read")
)

// signature begins every PNG.
const signature = "\x89PNG\r\n\x1a\n"

// ReadPNG reads a picture as a stream: every checksum is compared, every size is
// limited before memory is taken, and the pixels are hashed row by row.
func ReadPNG(r io.Reader) (*PNGFile, error) {
	in := pngReader{r: bufio.NewReaderSize(r, 1<<16)}
	head := make([]byte, len(signature))
	if _, err := io.ReadFull(in.r, head); err != nil || string(head) != signature {
		return nil, ErrNoPNG
	}
	f := &PNGFile{}
	if err := in.open(); err != nil {
		return nil, err
	}
	var h [13]byte
	if in.kind != "IHDR" || in.left != 13 {
		return nil, fmt.Errorf("%w: it does not begin with its size", ErrPNG)
	}
	if _, err := io.ReadFull(&in, h[:]); err != nil {
		return nil, err
	}
	w, ht := binary.BigEndian.Uint32(h[:]), binary.BigEndian.Uint32(h[4:])
	if w == 0 || ht == 0 || w > MaxSide || ht > MaxSide {
		return nil, fmt.Errorf("%w: it has %d×%d pixels; at most %d a side are read", ErrPNGLarge, w, ht, MaxSide)
	}
	f.Width, f.Height = int(w), int(ht)
	f.Plain = h[8] == 8 && h[9] == 2 && h[10] == 0 && h[11] == 0 && h[12] == 0
	room, seen := maxTexts, false
	for n := 0; ; n++ {
		if err := in.close(); err != nil {
			return nil, err
		}
		if err := in.open(); err != nil {
			return nil, err
		}
		switch {
		case n > maxChunks:
			return nil, fmt.Errorf("%w: it has more than %d parts", ErrPNGLarge, maxChunks)
		case in.kind == "IEND":
			if err := in.close(); err != nil {
				return nil, err
			}
			if !seen {
				return nil, fmt.Errorf("%w: it has no pixels", ErrPNG)
			}
			return f, nil
		case in.kind == "IDAT" && f.Plain && !seen:
			seen = true
			if err := f.hash(&in); err != nil {
				return nil, err
			}
		case in.kind == "IDAT":
			// Pixels in another form, or more than there may be: of no consequence.
			f.Plain, seen = f.Plain && !seen, true
		case in.kind == "iTXt":
			t, err := in.text(&room)
			if err != nil {
				return nil, err
			}
			f.Texts = append(f.Texts, t)
		}
	}
}

// hash reads the pixels of a plain picture.
func (f *PNGFile) hash(in *pngReader) error {
	damaged := func(err error) error {
		if errors.Is(err, ErrPNG) {
			return err
		}
		return fmt.Errorf("%w: its pixels cannot be unpacked", ErrPNG)
	}
	z, err := zlib.NewReader(&dataReader{in})
	if err != nil {
		return damaged(err)
	}
	defer z.Close()
	sum := sha256.New()
	last, row := make([]byte, 3*f.Width), make([]byte, 1+3*f.Width)
	for range f.Height {
		if _, err := io.ReadFull(z, row); err != nil {
			return damaged(err)
		}
		if !unfilter(row[0], row[1:], last) {
			return fmt.Errorf("%w: a row is packed in an unknown way", ErrPNG)
		}
		copy(last, row[1:])
		h := sha256.Sum256(last)
		sum.Write(h[:])
	}
	// The checksum at the end is compared when the end is reached.
	if n, err := z.Read(row[:1]); n != 0 || err != io.EOF {
		return fmt.Errorf("%w: it has more or other pixels than it says", ErrPNG)
	}
	f.Pixels = [sha256.Size]byte(sum.Sum(nil))
	return nil
}

// unfilter turns a filtered row of 3 bytes a pixel into pixels, given the row
// above (PNG specification, section 9).
func unfilter(kind byte, row, above []byte) bool {
	const bpp = 3
	switch kind {
	case 0:
	case 1:
		for i := bpp; i < len(row); i++ {
			row[i] += row[i-bpp]
		}
	case 2:
		for i := range row {
			row[i] += above[i]
		}
	case 3:
		for i := range row {
			left := 0
			if i >= bpp {
				left = int(row[i-bpp])
			}
			row[i] += byte((left + int(above[i])) / 2)
		}
	case 4:
		for i := range row {
			var left, corner byte
			if i >= bpp {
				left, corner = row[i-bpp], above[i-bpp]
			}
			row[i] += paeth(left, above[i], corner)
		}
	default:
		return false
	}
	return true
}

// pngReader reads a PNG chunk by chunk.
type pngReader struct {
	r    *bufio.Reader
	kind string
	left uint32 // unread data of the open chunk
	sum  uint32
}

// open begins the next chunk.
func (p *pngReader) open() error {
	var b [8]byte
	if _, err := io.ReadFull(p.r, b[:]); err != nil {
		return fmt.Errorf("%w: it ends too early", ErrPNG)
	}
	p.left, p.kind, p.sum = binary.BigEndian.Uint32(b[:]), string(b[4:]), crc32.ChecksumIEEE(b[4:])
	if p.left > 1<<31-1 {
		return fmt.Errorf("%w: a part of it has no possible size", ErrPNG)
	}
	return nil
}

// Read reads data of the open chunk.
func (p *pngReader) Read(b []byte) (int, error) {
	if p.left == 0 {
		return 0, io.EOF
	}
	n, err := p.r.Read(b[:min(len(b), int(p.left))])
	p.left -= uint32(n)
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b[:n])
	if err != nil {
		return n, fmt.Errorf("%w: it ends too early", ErrPNG)
	}
	return n, nil
}

// close skips what is left of the open chunk and compares its checksum.
func (p *pngReader) close() error {
	if _, err := io.Copy(io.Discard, p); err != nil {
		return err
	}
	var b [4]byte
	if _, err := io.ReadFull(p.r, b[:]); err != nil {
		return fmt.Errorf("%w: it ends too early", ErrPNG)
	}
	if binary.BigEndian.Uint32(b[:]) != p.sum {
		return fmt.Errorf("%w: a checksum in it is wrong", ErrPNG)
	}
	return nil
}

// text reads the open iTXt chunk. room is how many bytes of text may still come.
func (p *pngReader) text(room *int) (PNGText, error) {
	if p.left > maxTextChunk {
		return PNGText{}, fmt.Errorf("%w: a text in it takes %d MB; at most %d are read", ErrPNGLarge, p.left>>20, maxTextChunk>>20)
	}
	// The size is the file's word: memory is taken as bytes come.
	b, err := io.ReadAll(p)
	if err != nil {
		return PNGText{}, err
	}
	bad := fmt.Errorf("%w: a text in it has no known form", ErrPNG)
	key, rest, ok := bytes.Cut(b, []byte{0})
	if !ok || len(rest) < 2 || checkKeyword(string(key)) != nil || rest[0] > 1 || rest[1] != 0 {
		return PNGText{}, bad
	}
	t := PNGText{Keyword: string(key), Compress: rest[0] == 1}
	_, rest, ok = bytes.Cut(rest[2:], []byte{0}) // the language
	if ok {
		_, rest, ok = bytes.Cut(rest, []byte{0}) // the keyword in it
	}
	if !ok {
		return PNGText{}, bad
	}
	if t.Compress {
		z, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			return PNGText{}, bad
		}
		rest, err = io.ReadAll(io.LimitReader(z, int64(*room)+1))
		if err != nil {
			return PNGText{}, bad
		}
	}
	if *room -= len(rest); *room < 0 {
		return PNGText{}, fmt.Errorf("%w: the texts in it take more than %d MB", ErrPNGLarge, maxTexts>>20)
	}
	if !utf8.Valid(rest) {
		return PNGText{}, bad
	}
	t.Text = string(rest)
	return t, nil
}

// dataReader reads the data of IDAT chunks in a row, beginning in an open one; it
// leaves the last of them open.
type dataReader struct{ *pngReader }

func (d *dataReader) Read(b []byte) (int, error) {
	for d.left == 0 {
		// Whether another follows is seen before this one is closed.
		ahead, err := d.r.Peek(12)
		if err != nil {
			return 0, fmt.Errorf("%w: it ends too early", ErrPNG)
		}
		if string(ahead[8:]) != "IDAT" {
			return 0, io.EOF
		}
		if err := d.close(); err != nil {
			return 0, err
		}
		if err := d.open(); err != nil {
			return 0, err
		}
	}
	return d.pngReader.Read(b)
}

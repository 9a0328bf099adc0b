package basemap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The ground is stored in files of one form. A file is
//
//	"CGND", version 1, kind (1 byte), CRC-32 (IEEE, little endian) of the rest,
//	number of blocks (uvarint), the heads of all blocks, then their bytes.
//
// A head says what its block holds, so that a picture decodes just the blocks it
// shows; a block is compressed with Zstandard. Numbers are uvarints, or zigzag varints where they
// may be negative.
const (
	magic       = "CGND\x01"
	kindShapes  = 'S' // blocks of features
	kindIndex   = 'I' // blocks of regions and of labels
	zoomSteps   = 8   // zooms are stored in eighths; 255 is "without end"
	boundBits   = 30
	maxRaw      = 1 << 18 // bytes of a block of features, unpacked
	maxIndex    = 8 << 20 // bytes of a block of regions or labels, unpacked
	noZoomLimit = 255
)

var errDamaged = errors.New("the built-in ground is damaged")

// head describes a block of features: all of one class, for one range of zooms.
type head struct {
	class            Class
	minZoom, maxZoom uint8 // in zoomSteps
	bits             uint8 // coordinates are multiples of 2^-bits
	features, parts  int
	vertices         int
	raw              int
	bound            Bound
	data             stretch // compressed
}

// stretch is some bytes of a file, which are read when they are needed: the ground
// is embedded in the program, and a copy of it would only lie about.
type stretch struct {
	in       io.ReaderAt
	at, size int64
}

func (s *stretch) read() ([]byte, error) {
	b := make([]byte, s.size)
	if _, err := s.in.ReadAt(b, s.at); err != nil && !(errors.Is(err, io.EOF) && s.size == 0) {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return b, nil
}

// shows reports whether features of the block are drawn at a zoom.
func (h *head) shows(zoom float64) bool {
	return zoom*zoomSteps >= float64(h.minZoom) && (h.maxZoom == noZoomLimit || zoom*zoomSteps < float64(h.maxZoom))
}

// reader reads numbers out of bytes; the first failure sticks.
type reader struct {
	b    []byte
	text string // when set: the same bytes as a string, of which strings are parts
	bad  bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) byte() uint8 {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

// count reads how many things follow that take at least size bytes each, and
// fails when the bytes that are left cannot hold so many.
func (r *reader) count(size int) int {
	v := r.uvarint()
	if v > uint64(len(r.b)/size) {
		r.bad, r.b = true, nil
		return 0
	}
	return int(v)
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	v := r.b[:n:n]
	r.b = r.b[n:]
	return v
}

func (r *reader) string() string {
	n := r.count(1)
	from := len(r.text) - len(r.b)
	b := r.bytes(n)
	if r.text == "" || r.bad {
		return string(b)
	}
	return r.text[from : from+n]
}

// frame is how many bytes stand before the body of a file.
const frame = len(magic) + 1 + 4

// open checks a file's frame and returns where its body lies.
func open(fsys fs.FS, name string, kind byte) (body stretch, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return body, err
	}
	info, err := f.Stat()
	if err != nil {
		return body, err
	}
	in, ok := f.(io.ReaderAt)
	if !ok {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return body, err
		}
		in = bytes.NewReader(data)
	}
	var head [frame]byte
	if n, _ := in.ReadAt(head[:], 0); n < frame || string(head[:len(magic)]) != magic || head[len(magic)] != kind {
		return body, fmt.Errorf("%w: not a ground file of this version", errDamaged)
	}
	body = stretch{in, int64(frame), info.Size() - int64(frame)}
	sum := crc32.NewIEEE()
	if _, err := io.Copy(sum, io.NewSectionReader(in, body.at, body.size)); err != nil {
		return body, err
	}
	if binary.LittleEndian.Uint32(head[frame-4:]) != sum.Sum32() {
		return body, fmt.Errorf("%w: its check sum is wrong", errDamaged)
	}
	return body, nil
}

// contents reads what stands at the beginning of a body, in the way of parse, which
// says how much it has read; parse is asked again with more while that is not enough.
func contents(body stretch, parse func(r *reader)) (size int64, err error) {
	for n := int64(1 << 14); ; n *= 4 {
		part := body
		part.size = min(n, body.size)
		b, err := part.read()
		if err != nil {
			return 0, err
		}
		r := &reader{b: b}
		parse(r)
		switch {
		case !r.bad:
			return int64(len(b) - len(r.b)), nil
		case part.size == body.size:
			return 0, fmt.Errorf("%w: it is cut short", errDamaged)
		}
	}
}

func seal(kind byte, body []byte) []byte {
	out := append([]byte(magic), kind)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	return append(out, body...)
}

// readHeads reads the heads of a file of features.
func readHeads(body stretch) (heads []head, err error) {
	wrong := -1
	size, err := contents(body, func(r *reader) {
		wrong = -1
		n := r.uvarint()
		if n > uint64(body.size)/13 {
			r.bad = true
			return
		}
		heads = make([]head, 0, min(n, uint64(len(r.b)/13)))
		for i := 0; i < int(n) && !r.bad && wrong < 0; i++ {
			var h head
			h.class, h.minZoom, h.maxZoom, h.bits = Class(r.byte()), r.byte(), r.byte(), r.byte()
			h.features, h.parts = int(r.uvarint()&math.MaxInt32), int(r.uvarint()&math.MaxInt32)
			h.vertices = int(r.uvarint() & math.MaxInt32)
			h.bound = Bound{coordinate(r.varint()), coordinate(r.varint()), coordinate(r.varint()), coordinate(r.varint())}
			h.raw, h.data.size = int(r.uvarint()&math.MaxInt32), int64(r.uvarint()&math.MaxInt32)
			if !r.bad && (h.class > Coast || h.bits > boundBits || h.raw > maxRaw) {
				wrong = i
			}
			heads = append(heads, h)
		}
	})
	if err != nil {
		return nil, err
	}
	if wrong >= 0 {
		return nil, fmt.Errorf("%w: head %d", errDamaged, wrong)
	}
	at := body.at + size
	for i := range heads {
		d := &heads[i].data
		d.in, d.at = body.in, at
		if at += d.size; at > body.at+body.size {
			return nil, fmt.Errorf("%w: it is cut short", errDamaged)
		}
	}
	return heads, nil
}

func coordinate(v int64) float64 { return float64(v) / (1 << boundBits) }

// unpack undoes pack; the result has exactly raw bytes.
func unpack(from stretch, raw int) ([]byte, error) {
	data, err := from.read()
	if err != nil {
		return nil, err
	}
	out, err := unpacker().DecodeAll(data, make([]byte, 0, raw))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if len(out) != raw {
		return nil, errDamaged
	}
	return out, nil
}

// unpacker is safe for concurrent use and starts no goroutine.
var unpacker = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(maxIndex))
	if err != nil {
		panic(err) // the options are constants
	}
	return d
})

// decode decodes a block. IDs and names of features that have none are empty.
func (h *head) decode() ([]Feature, error) {
	raw, err := unpack(h.data, h.raw)
	if err != nil {
		return nil, err
	}
	r := &reader{b: raw}
	if h.features > len(raw)/2 || h.parts > len(raw)/2 || h.vertices > len(raw)/2 {
		return nil, errDamaged
	}
	out := make([]Feature, 0, h.features)
	allParts := make([][]Vertex, 0, h.parts)
	vertices := make([]Vertex, 0, h.vertices)
	unit := 1 / float64(int64(1)<<h.bits)
	var x, y int64
	for range h.features {
		f := Feature{Class: h.class}
		flags := r.byte()
		f.Rank = flags >> 1
		if flags&1 != 0 {
			f.ID = r.string()
			for i := range f.Names {
				f.Names[i] = r.string()
			}
		}
		first := len(allParts)
		for range r.count(3) {
			from := len(vertices)
			for i := range r.count(2) {
				x += r.varint()
				y += r.varint()
				v := Vertex{float64(x) * unit, float64(y) * unit}
				vertices = append(vertices, v)
				f.Bound.add(v, i == 0 && len(allParts) == first)
			}
			allParts = append(allParts, vertices[from:len(vertices):len(vertices)])
		}
		f.Parts = allParts[first:len(allParts):len(allParts)]
		out = append(out, f)
	}
	if r.bad || len(r.b) != 0 || len(allParts) != h.parts || len(vertices) != h.vertices {
		return nil, errDamaged
	}
	return out, nil
}

func (b *Bound) add(v Vertex, first bool) {
	if first {
		*b = Bound{v.X, v.Y, v.X, v.Y}
		return
	}
	b.MinX, b.MinY = min(b.MinX, v.X), min(b.MinY, v.Y)
	b.MaxX, b.MaxY = max(b.MaxX, v.X), max(b.MaxY, v.Y)
}

// Overlaps reports whether two rectangles have a point in common.
func (b Bound) Overlaps(o Bound) bool {
	return b.MinX <= o.MaxX && o.MinX <= b.MaxX && b.MinY <= o.MaxY && o.MinY <= b.MaxY
}

package basemap

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
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
	data             []byte // compressed
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

// open checks a file's frame and returns what follows it.
func open(data []byte, kind byte) (*reader, error) {
	frame := len(magic) + 1 + 4
	if len(data) < frame || string(data[:len(magic)]) != magic || data[len(magic)] != kind {
		return nil, fmt.Errorf("%w: not a ground file of this version", errDamaged)
	}
	if binary.LittleEndian.Uint32(data[frame-4:]) != crc32.ChecksumIEEE(data[frame:]) {
		return nil, fmt.Errorf("%w: its check sum is wrong", errDamaged)
	}
	return &reader{b: data[frame:]}, nil
}

func seal(kind byte, body []byte) []byte {
	out := append([]byte(magic), kind)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	return append(out, body...)
}

// readHeads reads the heads of a file of features; their data share its bytes.
func readHeads(data []byte) ([]head, error) {
	r, err := open(data, kindShapes)
	if err != nil {
		return nil, err
	}
	heads := make([]head, r.count(13))
	sizes := make([]int, len(heads))
	for i := range heads {
		h := &heads[i]
		h.class, h.minZoom, h.maxZoom, h.bits = Class(r.byte()), r.byte(), r.byte(), r.byte()
		h.features, h.parts = int(r.uvarint()&math.MaxInt32), int(r.uvarint()&math.MaxInt32)
		h.vertices = int(r.uvarint() & math.MaxInt32)
		h.bound = Bound{coordinate(r.varint()), coordinate(r.varint()), coordinate(r.varint()), coordinate(r.varint())}
		h.raw, sizes[i] = int(r.uvarint()&math.MaxInt32), int(r.uvarint()&math.MaxInt32)
		if r.bad || h.class > Coast || h.bits > boundBits || h.raw > maxRaw {
			return nil, fmt.Errorf("%w: head %d of %d", errDamaged, i, len(heads))
		}
	}
	for i := range heads {
		heads[i].data = r.bytes(sizes[i])
	}
	if r.bad {
		return nil, fmt.Errorf("%w: it is cut short", errDamaged)
	}
	return heads, nil
}

func coordinate(v int64) float64 { return float64(v) / (1 << boundBits) }

// unpack undoes pack; the result has exactly raw bytes.
func unpack(data []byte, raw int) ([]byte, error) {
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

package tiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
	"github.com/paulmach/orb"
)

// PMTiles is a file of tiles in one archive (PMTiles version 3,
// github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). It is only read.
type PMTiles struct {
	info   Info
	header pmHeader
	root   []pmEntry

	mu     sync.Mutex
	file   *os.File // nil when closed
	leaves map[uint64][]pmEntry
	order  []uint64 // of leaves, the oldest first
}

// pmHeader is what is used of the 127 bytes at the beginning.
type pmHeader struct {
	rootAt, rootLen, metaAt, metaLen, leafAt, leafLen, dataAt, dataLen uint64
	internal, tile, kind                                               uint8
}

// pmEntry is an entry of a directory: a run of equal tiles, or, with run 0, a
// leaf directory.
type pmEntry struct {
	id, at      uint64
	length, run uint32
}

const (
	pmHeaderLen = 127
	pmMaxDir    = 16 << 20 // bytes of a directory, unpacked
	pmMaxLeaves = 64       // directories kept
	pmDepth     = 4        // directories from the root to a tile, at most

	pmNone, pmGzip, pmBrotli, pmZstd = 1, 2, 3, 4
	pmVector                         = 1
)

var errPMTiles = errors.New("the map file is damaged")

// OpenPMTiles opens a .pmtiles file.
func OpenPMTiles(name string) (*PMTiles, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	p := &PMTiles{file: f, leaves: map[uint64][]pmEntry{}}
	if err := p.open(); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if p.info.Name == "" {
		p.info.Name = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	return p, nil
}

func (p *PMTiles) open() error {
	var b [pmHeaderLen]byte
	if _, err := p.file.ReadAt(b[:], 0); err != nil {
		return errNoPMTiles
	}
	var err error
	if p.header, p.info, err = pmParse(b[:]); err != nil {
		return err
	}
	if raw, err := p.section(p.header.metaAt, p.header.metaLen, pmMaxDir); err == nil {
		p.info.Name, p.info.Attribution = pmNames(raw)
	}
	raw, err := p.section(p.header.rootAt, p.header.rootLen, pmMaxDir)
	if err != nil {
		return err
	}
	p.root, err = pmDirectory(raw)
	return err
}

var errNoPMTiles = errors.New("it is no map file of PMTiles")

// pmParse reads the header of a file.
func pmParse(b []byte) (h pmHeader, info Info, err error) {
	if len(b) < pmHeaderLen || string(b[:7]) != "PMTiles" {
		return h, info, errNoPMTiles
	}
	if b[7] != 3 {
		return h, info, fmt.Errorf("it is of PMTiles version %d; only version 3 can be read", b[7])
	}
	at := func(i int) uint64 { return binary.LittleEndian.Uint64(b[i:]) }
	degrees := func(i int) float64 { return float64(int32(binary.LittleEndian.Uint32(b[i:]))) / 1e7 }
	h = pmHeader{at(8), at(16), at(24), at(32), at(40), at(48), at(56), at(64), b[97], b[98], b[99]}
	for _, c := range []uint8{h.internal, h.tile} {
		if c == pmBrotli {
			return h, info, errors.New("it is compressed with Brotli, which cannot be read")
		}
	}
	info = Info{
		MinZoom: int(b[100]), MaxZoom: int(b[101]), TileSize: 256, Vector: h.kind == pmVector,
		Bound: orb.Bound{Min: orb.Point{degrees(102), degrees(106)}, Max: orb.Point{degrees(110), degrees(114)}},
	}
	if info.MinZoom > info.MaxZoom || info.MaxZoom > 30 {
		return h, info, errPMTiles
	}
	return h, info, nil
}

// pmNames is the name and attribution that metadata has; without them a map is
// still good.
func pmNames(raw []byte) (name, attribution string) {
	var meta struct{ Name, Attribution string }
	if json.Unmarshal(raw, &meta) != nil {
		return "", ""
	}
	return plain(meta.Name), plain(meta.Attribution)
}

// section reads and unpacks a part of the file that is compressed as directories
// are.
func (p *PMTiles) section(at, length uint64, limit int64) ([]byte, error) {
	raw, err := p.read(at, length, limit)
	if err != nil {
		return nil, err
	}
	return pmUnpack(raw, p.header.internal, limit)
}

func (p *PMTiles) read(at, length uint64, limit int64) ([]byte, error) {
	if length > uint64(limit) || at > math.MaxInt64-length {
		return nil, errPMTiles
	}
	info, err := p.file.Stat()
	if err != nil {
		return nil, err
	}
	if at+length > uint64(info.Size()) {
		return nil, fmt.Errorf("%w: it is cut short", errPMTiles)
	}
	raw := make([]byte, length)
	_, err = p.file.ReadAt(raw, int64(at))
	return raw, err
}

func pmUnpack(raw []byte, how uint8, limit int64) ([]byte, error) {
	var r io.Reader
	switch how {
	case 0, pmNone:
		return raw, nil
	case pmGzip:
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errPMTiles, err)
		}
		r = z
	case pmZstd:
		z, err := zstd.NewReader(bytes.NewReader(raw), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(1<<25))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errPMTiles, err)
		}
		defer z.Close()
		r = z
	default:
		return nil, fmt.Errorf("%w: its compression %d is unknown", errPMTiles, how)
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil || int64(len(out)) > limit {
		return nil, fmt.Errorf("%w: a part of it cannot be unpacked", errPMTiles)
	}
	return out, nil
}

// pmDirectory decodes a directory: columns of varints.
func pmDirectory(b []byte) ([]pmEntry, error) {
	bad := false
	next := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			bad, b = true, nil
			return 0
		}
		b = b[n:]
		return v
	}
	n := next()
	if n == 0 || n > uint64(len(b)/4) {
		return nil, errPMTiles
	}
	out := make([]pmEntry, n)
	var id uint64
	for i := range out {
		id += next()
		out[i].id = id
		bad = bad || i > 0 && id <= out[i-1].id
	}
	for i := range out {
		v := next()
		out[i].run = uint32(v)
		bad = bad || v > math.MaxUint32
	}
	for i := range out {
		v := next()
		out[i].length = uint32(v)
		bad = bad || v == 0 || v > math.MaxInt32
	}
	for i := range out {
		switch v := next(); {
		case v > 0:
			out[i].at = v - 1
		case i > 0: // right behind the one before
			out[i].at = out[i-1].at + uint64(out[i-1].length)
		default:
			bad = true
		}
	}
	if bad {
		return nil, errPMTiles
	}
	return out, nil
}

// pmFind is the entry that holds a tile.
func pmFind(dir []pmEntry, id uint64) (pmEntry, bool) {
	i := sort.Search(len(dir), func(i int) bool { return dir[i].id > id }) - 1
	if i < 0 {
		return pmEntry{}, false
	}
	e := dir[i]
	return e, e.run == 0 || id-e.id < uint64(e.run)
}

// pmID numbers tiles: zoom by zoom, within a zoom along a Hilbert curve.
func pmID(z, x, y int) uint64 {
	id := (uint64(1)<<(2*z) - 1) / 3
	px, py := uint64(x), uint64(y)
	for s := uint64(1) << z >> 1; s > 0; s >>= 1 {
		var rx, ry uint64
		if px&s != 0 {
			rx = 1
		}
		if py&s != 0 {
			ry = 1
		}
		id += s * s * ((3 * rx) ^ ry)
		if ry == 0 {
			if rx == 1 {
				px, py = s-1-px&(s-1), s-1-py&(s-1)
			}
			px, py = py, px
		}
	}
	return id
}

// Info implements [Source].
func (p *PMTiles) Info() Info { return p.info }

// Close implements [Source].
func (p *PMTiles) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil {
		return nil
	}
	err := p.file.Close()
	p.file, p.leaves, p.order = nil, nil, nil
	return err
}

// Tile implements [Source].
func (p *PMTiles) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if p.info.Vector {
		return nil, ErrVector
	}
	data, err := p.bytes(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	return decode(data)
}

func (p *PMTiles) bytes(ctx context.Context, z, x, y int) ([]byte, error) {
	if !valid(z, x, y) || z < p.info.MinZoom || z > p.info.MaxZoom {
		return nil, ErrMissing
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if p.file == nil {
		return nil, ErrClosed
	}
	id := pmID(z, x, y)
	dir := p.root
	for range pmDepth {
		e, ok := pmFind(dir, id)
		if !ok {
			return nil, ErrMissing
		}
		if e.run > 0 {
			if e.at > p.header.dataLen || uint64(e.length) > p.header.dataLen-e.at {
				return nil, errPMTiles
			}
			raw, err := p.read(p.header.dataAt+e.at, uint64(e.length), maxTileBytes)
			if err != nil {
				return nil, err
			}
			return pmUnpack(raw, p.header.tile, maxTileBytes)
		}
		var err error
		if dir, err = p.leaf(e); err != nil {
			return nil, err
		}
	}
	return nil, errPMTiles
}

// leaf is a leaf directory, from the ones kept or read.
func (p *PMTiles) leaf(e pmEntry) ([]pmEntry, error) {
	if dir, ok := p.leaves[e.at]; ok {
		return dir, nil
	}
	if e.at > p.header.leafLen || uint64(e.length) > p.header.leafLen-e.at {
		return nil, errPMTiles
	}
	raw, err := p.section(p.header.leafAt+e.at, uint64(e.length), pmMaxDir)
	if err != nil {
		return nil, err
	}
	dir, err := pmDirectory(raw)
	if err != nil {
		return nil, err
	}
	if len(p.order) >= pmMaxLeaves {
		delete(p.leaves, p.order[0])
		p.order = p.order[1:]
	}
	p.leaves[e.at] = dir
	p.order = append(p.order, e.at)
	return dir, nil
}

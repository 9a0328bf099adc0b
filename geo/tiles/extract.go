package tiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/paulmach/orb"

	"contested/geo/view"
)

// Extract is a region of a [Remote] archive that can be kept as a file: which of
// its tiles, and where they lie there.
type Extract struct {
	Tiles int64 // that the region has
	Bytes int64 // of the file

	remote  *Remote
	prefix  []byte  // of the file: all before the tiles
	chunks  []chunk // of the archive, in the order in which they are fetched
	content int64   // bytes of tiles
}

// chunk is one request: a range of the archive, and the parts of it that are kept.
type chunk struct {
	at, length uint64
	keep       []piece
}

type piece struct{ at, length uint64 } // of the archive

// Limits of what is kept.
const (
	maxExtract  = 8 << 30   // bytes
	maxEntries  = 4_000_000 // different tiles or runs
	maxLeafRead = 256 << 20 // bytes of directories, packed, and
	leafCost    = 4 << 10   // for each of them
	rangeGap    = 32 << 10  // bytes that are fetched in vain rather than asked around
	rootLimit   = 16384 - pmHeaderLen
)

var errTooMuchMap = errors.New("the region is too large to be kept; choose a smaller part or fewer zooms")

// Plan finds out which tiles a box of longitudes and latitudes has at some zooms,
// and how much they are. It asks for the directories of the archive that tell.
func (r *Remote) Plan(ctx context.Context, box orb.Bound, minZoom, maxZoom int) (*Extract, error) {
	minZoom, maxZoom = max(minZoom, r.info.MinZoom), min(maxZoom, r.info.MaxZoom)
	box = orb.Bound{Min: orb.Point{max(box.Min[0], r.info.Bound.Min[0]), max(box.Min[1], r.info.Bound.Min[1])},
		Max: orb.Point{min(box.Max[0], r.info.Bound.Max[0]), min(box.Max[1], r.info.Bound.Max[1])}}
	if minZoom > maxZoom || !(box.Min[0] < box.Max[0] && box.Min[1] < box.Max[1]) {
		return nil, fmt.Errorf("the map at %s has nothing there: it holds zooms %d to %d of %s", r.address.Host, r.info.MinZoom, r.info.MaxZoom, boxWords(r.info.Bound))
	}
	w := walk{r: r, wanted: idRanges(box, minZoom, maxZoom)}
	if err := w.directory(ctx, r.root, math.MaxUint64, 0); err != nil {
		return nil, r.word(err)
	}
	for i, e := range w.found {
		if i > 0 && e.id < w.found[i-1].id+uint64(w.found[i-1].run) {
			return nil, r.word(errPMTiles)
		}
	}
	if len(w.found) == 0 {
		return nil, fmt.Errorf("the map at %s has no tiles there", r.address.Host)
	}
	return r.extract(&w, box, minZoom, maxZoom)
}

func boxWords(b orb.Bound) string {
	return fmt.Sprintf("%.2f° to %.2f° east and %.2f° to %.2f° north", b.Min[0], b.Max[0], b.Min[1], b.Max[1])
}

// idRange is tile numbers from lo to hi, hi left out.
type idRange struct{ lo, hi uint64 }

// idRanges are the numbers of the tiles that a box touches, in order. Within a
// quarter of the map the curve that numbers tiles never leaves it, so that
// whole quarters are one range.
func idRanges(box orb.Bound, minZoom, maxZoom int) []idRange {
	x0, y0 := view.World(orb.Point{box.Min[0], box.Max[1]})
	x1, y1 := view.World(orb.Point{box.Max[0], box.Min[1]})
	var out []idRange
	first := func(z int) uint64 { return (uint64(1)<<(2*z) - 1) / 3 }
	for zoom := minZoom; zoom <= maxZoom; zoom++ {
		n := float64(uint64(1) << zoom)
		cell := func(v float64) int { return int(math.Max(0, math.Min(n-1, math.Floor(v*n)))) }
		ax, ay, bx, by := cell(x0), cell(y0), cell(math.Nextafter(x1, 0)), cell(math.Nextafter(y1, 0))
		var quarter func(z, x, y int)
		quarter = func(z, x, y int) {
			up := zoom - z
			lx, ly, hx, hy := x<<up, y<<up, (x+1)<<up-1, (y+1)<<up-1
			switch {
			case hx < ax || lx > bx || hy < ay || ly > by:
			case lx >= ax && hx <= bx && ly >= ay && hy <= by:
				lo := first(zoom) + (pmID(z, x, y)-first(z))<<(2*up)
				out = append(out, idRange{lo, lo + 1<<(2*up)})
			default:
				for k := range 4 {
					quarter(z+1, 2*x+k&1, 2*y+k>>1)
				}
			}
		}
		quarter(0, 0, 0)
	}
	slices.SortFunc(out, func(a, b idRange) int {
		if a.lo < b.lo {
			return -1
		}
		return 1
	})
	joined := out[:0]
	for _, r := range out {
		if k := len(joined) - 1; k >= 0 && joined[k].hi == r.lo {
			joined[k].hi = r.hi
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}

// walk goes through the directories of an archive and gathers what is wanted.
type walk struct {
	r      *Remote
	wanted []idRange
	found  []pmEntry // in the order of their numbers
	leaves uint64    // bytes read
}

// overlaps calls yield for the wanted parts of the numbers from lo to hi.
func (w *walk) overlaps(lo, hi uint64, yield func(lo, hi uint64)) {
	i, _ := slices.BinarySearchFunc(w.wanted, lo, func(r idRange, lo uint64) int {
		if r.hi <= lo {
			return -1
		}
		return 1
	})
	for ; i < len(w.wanted) && w.wanted[i].lo < hi; i++ {
		yield(max(lo, w.wanted[i].lo), min(hi, w.wanted[i].hi))
	}
}

// directory gathers from a directory whose numbers end before end.
func (w *walk) directory(ctx context.Context, dir []pmEntry, end uint64, depth int) error {
	if depth >= pmDepth {
		return errPMTiles
	}
	h := &w.r.header
	var below []int // leaf directories that have something
	flush := func() error {
		err := w.leavesOf(ctx, dir, below, end, depth)
		below = below[:0]
		return err
	}
	for i, e := range dir {
		if e.run == 0 {
			next := end
			if i+1 < len(dir) {
				next = dir[i+1].id
			}
			some := false
			w.overlaps(e.id, next, func(_, _ uint64) { some = true })
			if some {
				below = append(below, i)
			}
			continue
		}
		if len(below) > 0 { // what they hold comes before this entry
			if err := flush(); err != nil {
				return err
			}
		}
		if e.at > h.dataLen || uint64(e.length) > h.dataLen-e.at || e.length > maxTileBytes {
			return errPMTiles
		}
		w.overlaps(e.id, e.id+uint64(e.run), func(lo, hi uint64) {
			w.found = append(w.found, pmEntry{id: lo, at: e.at, length: e.length, run: uint32(hi - lo)})
		})
		if len(w.found) > maxEntries {
			return errTooMuchMap
		}
	}
	return flush()
}

// leavesOf reads leaf directories, those that lie side by side in one request.
func (w *walk) leavesOf(ctx context.Context, dir []pmEntry, list []int, end uint64, depth int) error {
	h := &w.r.header
	for len(list) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		at, length, n := dir[list[0]].at, uint64(0), 0
		for _, i := range list {
			e := dir[i]
			if e.at > h.leafLen || uint64(e.length) > h.leafLen-e.at || e.length > maxHeadMeta {
				return errPMTiles
			}
			if e.at != at+length || n > 0 && length+uint64(e.length) > maxRange {
				break
			}
			length += uint64(e.length)
			n++
		}
		if w.leaves += length + leafCost*uint64(n); w.leaves > maxLeafRead {
			return errTooMuchMap
		}
		raw, err := w.r.bytes(ctx, h.leafAt+at, length)
		if err != nil {
			return err
		}
		for _, i := range list[:n] {
			unpacked, err := pmUnpack(raw[:dir[i].length], h.internal, pmMaxDir)
			if err != nil {
				return err
			}
			raw = raw[dir[i].length:]
			leaf, err := pmDirectory(unpacked)
			if err != nil {
				return err
			}
			next := end
			if i+1 < len(dir) {
				next = dir[i+1].id
			}
			if err := w.directory(ctx, leaf, next, depth+1); err != nil {
				return err
			}
		}
		list = list[n:]
	}
	return nil
}

// extract lays out the file: tiles in the order in which they lie in the archive,
// each once.
func (r *Remote) extract(w *walk, box orb.Bound, minZoom, maxZoom int) (*Extract, error) {
	out := &Extract{remote: r}
	pieces := make([]piece, 0, len(w.found))
	for _, e := range w.found {
		pieces = append(pieces, piece{e.at, uint64(e.length)})
		out.Tiles += int64(e.run)
	}
	slices.SortFunc(pieces, func(a, b piece) int {
		if a.at != b.at {
			if a.at < b.at {
				return -1
			}
			return 1
		}
		return int(int64(b.length) - int64(a.length))
	})
	to := make(map[uint64]uint64, len(pieces)) // from where in the archive to where in the file
	pieces = slices.CompactFunc(pieces, func(a, b piece) bool { return a.at == b.at })
	for _, p := range pieces {
		to[p.at] = uint64(out.content)
		if out.content += int64(p.length); out.content > maxExtract {
			return nil, errTooMuchMap
		}
		k := len(out.chunks) - 1
		if k < 0 || p.at < out.chunks[k].at+out.chunks[k].length || // damaged, or clever: pieces that overlap
			p.at+p.length-out.chunks[k].at > maxRange || p.at-out.chunks[k].at-out.chunks[k].length > rangeGap {
			out.chunks = append(out.chunks, chunk{at: p.at})
			k++
		}
		c := &out.chunks[k]
		c.length = p.at + p.length - c.at
		c.keep = append(c.keep, p)
	}
	entries := w.found
	for i := range entries {
		entries[i].at = to[entries[i].at]
	}
	if err := out.lay(entries, len(pieces), box, minZoom, maxZoom); err != nil {
		return nil, err
	}
	out.Bytes = int64(len(out.prefix)) + out.content
	return out, nil
}

// lay makes all of the file that stands before the tiles.
func (x *Extract) lay(entries []pmEntry, contents int, box orb.Bound, minZoom, maxZoom int) error {
	r := x.remote
	var root, leaves []byte
	var err error
	if root, err = pmPack(entries); err != nil {
		return err
	}
	for size := 4096; len(root) > rootLimit; size *= 2 {
		leaves = nil
		var tops []pmEntry
		for part := range slices.Chunk(entries, size) {
			b, err := pmPack(part)
			if err != nil {
				return err
			}
			tops = append(tops, pmEntry{id: part[0].id, at: uint64(len(leaves)), length: uint32(len(b))})
			leaves = append(leaves, b...)
		}
		if root, err = pmPack(tops); err != nil {
			return err
		}
	}
	// What the archive says of itself, and of which version of it this is a part.
	meta := map[string]json.RawMessage{}
	if json.Unmarshal(r.meta, &meta) != nil || meta == nil {
		meta = map[string]json.RawMessage{}
	}
	add := func(key string, value any) {
		b, _ := json.Marshal(value) // of strings and numbers it cannot fail
		meta[key] = b
	}
	if _, ok := meta["name"]; !ok {
		add("name", r.info.Name)
	}
	add("contested:part_of", struct {
		Bytes int64  `json:"bytes"`
		Tag   string `json:"etag"`
	}{r.size, r.tag})
	plainMeta, err := json.Marshal(meta) // in the order of their names: the same each time
	if err != nil {
		return errPMTiles
	}
	packed, err := zip(plainMeta)
	if err != nil {
		return err
	}
	h := make([]byte, pmHeaderLen)
	copy(h, "PMTiles\x03")
	at := uint64(pmHeaderLen)
	for i, n := range []int64{int64(len(root)), int64(len(packed)), int64(len(leaves)), x.content} {
		binary.LittleEndian.PutUint64(h[8+16*i:], at)
		binary.LittleEndian.PutUint64(h[16+16*i:], uint64(n))
		at += uint64(n)
	}
	binary.LittleEndian.PutUint64(h[72:], uint64(x.Tiles))
	binary.LittleEndian.PutUint64(h[80:], uint64(len(entries)))
	binary.LittleEndian.PutUint64(h[88:], uint64(contents))
	if r.clump {
		h[96] = 1
	}
	h[97], h[98], h[99], h[100], h[101] = pmGzip, r.header.tile, r.header.kind, uint8(minZoom), uint8(maxZoom)
	degrees := func(i int, v float64) {
		binary.LittleEndian.PutUint32(h[i:], uint32(int32(math.Round(v*1e7))))
	}
	centre := box.Center()
	for i, v := range []float64{box.Min[0], box.Min[1], box.Max[0], box.Max[1]} {
		degrees(102+4*i, v)
	}
	h[118] = uint8(minZoom)
	degrees(119, centre[0])
	degrees(123, centre[1])
	x.prefix = slices.Concat(h, root, packed, leaves)
	return nil
}

// pmPack encodes and packs a directory; see pmDirectory.
func pmPack(entries []pmEntry) ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		b = binary.AppendUvarint(b, e.id-last)
		last = e.id
	}
	for _, e := range entries {
		b = binary.AppendUvarint(b, uint64(e.run))
	}
	for _, e := range entries {
		b = binary.AppendUvarint(b, uint64(e.length))
	}
	next := uint64(0)
	for i, e := range entries {
		if i > 0 && e.at == next {
			b = append(b, 0)
		} else {
			b = binary.AppendUvarint(b, e.at+1)
		}
		next = e.at + uint64(e.length)
	}
	return zip(b)
}

func zip(b []byte) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// partEnding is that of a file that is not whole yet.
const partEnding = ".part"

// Save fetches the tiles into a file. What was fetched stands beside it until it is
// whole; when that was broken off, it goes on where it was. told, if not nil, is
// called with how many of all Bytes are there.
func (x *Extract) Save(ctx context.Context, name string, told func(done int64)) error {
	f, err := os.OpenFile(name+partEnding, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("the map cannot be kept: %w", err)
	}
	err = x.write(ctx, f, told)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return x.remote.word(err)
	}
	if err := os.Rename(name+partEnding, name); err != nil {
		return fmt.Errorf("the map was fetched but cannot be kept: %w", err)
	}
	return nil
}

// write brings a file to its end.
func (x *Extract) write(ctx context.Context, f *os.File, told func(done int64)) error {
	have, err := x.begun(f)
	if err != nil {
		return err
	}
	if have == 0 {
		if err := f.Truncate(0); err != nil {
			return err
		}
		if _, err := f.WriteAt(x.prefix, 0); err != nil {
			return err
		}
		have = int64(len(x.prefix))
	}
	if _, err := f.Seek(have, io.SeekStart); err != nil {
		return err
	}
	tell := func() {
		if told != nil {
			told(have)
		}
	}
	tell()
	skip := uint64(have) - uint64(len(x.prefix)) // bytes of tiles that are there
	for _, c := range x.chunks {
		var left []piece // of the chunk
		for _, p := range c.keep {
			k := min(skip, p.length)
			skip -= k
			if p.at, p.length = p.at+k, p.length-k; p.length > 0 {
				left = append(left, p)
			}
		}
		if len(left) == 0 {
			continue
		}
		at, end := left[0].at, c.at+c.length
		err := x.remote.get(ctx, x.remote.header.dataAt+at, end-at, func(b []byte) error {
			for len(b) > 0 && len(left) > 0 {
				p := &left[0]
				if at < p.at { // not wanted
					k := min(p.at-at, uint64(len(b)))
					at, b = at+k, b[k:]
					continue
				}
				k := min(p.length, uint64(len(b)))
				if _, err := f.Write(b[:k]); err != nil {
					return err
				}
				at, b, have = at+k, b[k:], have+int64(k)
				if p.at, p.length = p.at+k, p.length-k; p.length == 0 {
					left = left[1:]
				}
			}
			tell()
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// begun is how much of the file there is already: nothing, if it was begun for
// other tiles or for another version of the archive.
func (x *Extract) begun(f *os.File) (int64, error) {
	info, err := f.Stat()
	if err != nil || info.Size() < int64(len(x.prefix)) || info.Size() > x.Bytes {
		return 0, err
	}
	old := make([]byte, len(x.prefix))
	if _, err := f.ReadAt(old, 0); err != nil || !bytes.Equal(old, x.prefix) {
		return 0, err
	}
	return info.Size(), nil
}

package tiles

import (
	"context"
	"errors"
	"fmt"
	"math"
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

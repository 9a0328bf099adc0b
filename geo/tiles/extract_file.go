package tiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/paulmach/orb"
)

// The file of a region: directories that name its tiles, and the tiles in the order
// in which they come.

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

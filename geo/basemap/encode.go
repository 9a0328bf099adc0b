package basemap

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Block is a run of features of one class for one range of zooms, as cmd/mkassets
// hands them over to be stored.
type Block struct {
	Class            Class
	MinZoom, MaxZoom float64 // drawn from MinZoom on and below MaxZoom; 0 as MaxZoom: without end
	Bits             int     // coordinates are rounded to multiples of 2^-Bits
	Features         []Feature
}

// EncodeShapes writes a file of features. The parts of all features are numbered
// from 0 in the order given; regions refer to them by that number.
func EncodeShapes(blocks []Block) []byte {
	var heads, data []byte
	heads = binary.AppendUvarint(heads, uint64(len(blocks)))
	for _, b := range blocks {
		raw, parts, vertices, bound := encodeFeatures(b)
		packed := pack(raw)
		heads = append(heads, byte(b.Class), zoomByte(b.MinZoom), zoomByte(b.MaxZoom), byte(b.Bits))
		if b.MaxZoom == 0 {
			heads[len(heads)-2] = noZoomLimit
		}
		heads = binary.AppendUvarint(heads, uint64(len(b.Features)))
		heads = binary.AppendUvarint(heads, uint64(parts))
		heads = binary.AppendUvarint(heads, uint64(vertices))
		for i, v := range []float64{bound.MinX, bound.MinY, bound.MaxX, bound.MaxY} {
			v *= 1 << boundBits
			if i < 2 {
				heads = binary.AppendVarint(heads, int64(math.Floor(v)))
			} else {
				heads = binary.AppendVarint(heads, int64(math.Ceil(v)))
			}
		}
		heads = binary.AppendUvarint(heads, uint64(len(raw)))
		heads = binary.AppendUvarint(heads, uint64(len(packed)))
		data = append(data, packed...)
	}
	return seal(kindShapes, append(heads, data...))
}

func zoomByte(z float64) byte { return byte(math.Round(z * zoomSteps)) }

func encodeFeatures(b Block) (out []byte, parts, vertices int, bound Bound) {
	unit := float64(int64(1) << b.Bits)
	var x, y int64
	for _, f := range b.Features {
		named := f.ID != "" || f.Names != [3]string{}
		flags := f.Rank << 1
		if named {
			flags |= 1
		}
		out = append(out, flags)
		if named {
			out = appendString(out, f.ID)
			for _, n := range f.Names {
				out = appendString(out, n)
			}
		}
		out = binary.AppendUvarint(out, uint64(len(f.Parts)))
		for _, p := range f.Parts {
			out = binary.AppendUvarint(out, uint64(len(p)))
			for _, v := range p {
				nx, ny := int64(math.Round(v.X*unit)), int64(math.Round(v.Y*unit))
				out = binary.AppendVarint(out, nx-x)
				out = binary.AppendVarint(out, ny-y)
				bound.add(Vertex{float64(nx) / unit, float64(ny) / unit}, vertices == 0 && bound == Bound{})
				x, y = nx, ny
			}
			parts++
			vertices += len(p)
		}
	}
	return out, parts, vertices, bound
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func pack(raw []byte) []byte { return packer().EncodeAll(raw, nil) }

var packer = sync.OnceValue(func() *zstd.Encoder {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression),
		zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are constants
	}
	return z
})

// RegionOutline is a region as cmd/mkassets hands it over: rings put together of
// parts that are stored already.
type RegionOutline struct {
	ID      string
	Country string // ISO 3166-1 alpha-2; of units that Locate finds, else empty
	Bound   Bound
	Rings   [][]PartRef
}

// PartRef is a stored part in a ring: its number, counted through all files of
// shapes in the order of their names.
type PartRef struct {
	Part    int
	Against bool // the ring runs from its end to its start
}

// EncodeIndex writes the file of regions and labels. Labels are in order of
// importance, those of regions before settlements that only zooms from 8 on
// name. parts is how many parts the
// files of shapes have together, so that files of different builds are not mixed.
func EncodeIndex(parts int, regions []RegionOutline, labels []Label) []byte {
	var raw []byte
	raw = binary.AppendUvarint(raw, uint64(len(regions)))
	for _, g := range regions {
		raw = appendString(raw, g.ID)
		raw = appendString(raw, g.Country)
		for i, v := range []float64{g.Bound.MinX, g.Bound.MinY, g.Bound.MaxX, g.Bound.MaxY} {
			v *= 1 << regionBits
			if i < 2 {
				raw = binary.AppendVarint(raw, int64(math.Floor(v)))
			} else {
				raw = binary.AppendVarint(raw, int64(math.Ceil(v)))
			}
		}
		raw = binary.AppendUvarint(raw, uint64(len(g.Rings)))
		before := 0
		for _, ring := range g.Rings {
			raw = binary.AppendUvarint(raw, uint64(len(ring)))
			for _, ref := range ring {
				v := ref.Part * 2
				if ref.Against {
					v++
				}
				raw = binary.AppendVarint(raw, int64(v-before))
				before = v
			}
		}
	}
	body := binary.AppendUvarint(nil, uint64(parts))
	body = appendBlock(body, raw)

	// Labels of places that only near zooms name come last, in a block of their own.
	near := slices.IndexFunc(labels, func(l Label) bool { return l.Kind == SettlementLabel && l.MinZoom >= nearLabels })
	if near < 0 {
		near = len(labels)
	}
	body = appendBlock(body, encodeLabels(labels[:near]))
	body = appendBlock(body, encodeLabels(labels[near:]))
	return seal(kindIndex, body)
}

func encodeLabels(labels []Label) []byte {
	raw := binary.AppendUvarint(nil, uint64(len(labels)))
	for _, l := range labels {
		kind := byte(l.Kind) << 1
		if l.Capital {
			kind |= 1
		}
		maxZoom := zoomByte(l.MaxZoom)
		if l.MaxZoom == 0 {
			maxZoom = noZoomLimit
		}
		raw = append(raw, kind, l.Rank, zoomByte(l.MinZoom), maxZoom)
		raw = binary.AppendUvarint(raw, uint64(l.Population))
		raw = binary.AppendVarint(raw, int64(math.Round(l.At.X*(1<<labelBits))))
		raw = binary.AppendVarint(raw, int64(math.Round(l.At.Y*(1<<labelBits))))
		raw = appendString(raw, l.ID)
		for _, n := range l.Names {
			raw = appendString(raw, n)
		}
	}
	return raw
}

func appendBlock(b, raw []byte) []byte {
	packed := pack(raw)
	b = binary.AppendUvarint(b, uint64(len(raw)))
	b = binary.AppendUvarint(b, uint64(len(packed)))
	return append(b, packed...)
}

package tiles

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Vector tiles are read by a decoder of our own (Mapbox Vector Tile 2.1): the one
// of orb allocates whatever number a tile claims and makes a GeoJSON feature of
// everything, of which a map shows a part.

const (
	maxShapes   = 1 << 18 // features of one tile that are kept
	maxVertices = 1 << 20 // of one tile
)

var errMVT = errors.New("the vector tile is broken")

// message reads a protobuf message field by field; the first failure sticks.
type message struct {
	b   []byte
	bad bool
}

func (m *message) uvarint() uint64 {
	v, n := binary.Uvarint(m.b)
	if n <= 0 {
		m.bad, m.b = true, nil
		return 0
	}
	m.b = m.b[n:]
	return v
}

// next is the number of the next field, its value when that is a number, and its
// bytes when it has some. ok is false at the end.
func (m *message) next() (field int, v uint64, b []byte, ok bool) {
	if len(m.b) == 0 || m.bad {
		return 0, 0, nil, false
	}
	key := m.uvarint()
	size := 0
	switch key & 7 {
	case 0:
		v = m.uvarint()
		return int(key >> 3), v, nil, !m.bad
	case 1:
		size = 8
	case 2:
		n := m.uvarint()
		if n > uint64(len(m.b)) {
			m.bad, m.b = true, nil
			return 0, 0, nil, false
		}
		size = int(n)
	case 5:
		size = 4
	default:
		m.bad = true
		return 0, 0, nil, false
	}
	if size > len(m.b) {
		m.bad, m.b = true, nil
		return 0, 0, nil, false
	}
	b, m.b = m.b[:size], m.b[size:]
	return int(key >> 3), 0, b, !m.bad
}

// mvtLayer is one layer of a tile, its features still packed.
type mvtLayer struct {
	name     string
	keys     []string
	values   [][]byte
	features [][]byte
	extent   float32
}

func mvtLayers(data []byte, yield func(l *mvtLayer) error) error {
	tile := message{b: data}
	for {
		field, _, b, ok := tile.next()
		if !ok {
			break
		}
		if field != 3 || b == nil {
			continue
		}
		l := &mvtLayer{extent: 4096}
		m := message{b: b}
		for {
			field, v, b, ok := m.next()
			if !ok {
				break
			}
			switch field {
			case 1:
				l.name = string(b)
			case 2:
				l.features = append(l.features, b)
			case 3:
				l.keys = append(l.keys, string(b))
			case 4:
				l.values = append(l.values, b)
			case 5:
				l.extent = float32(v)
			}
		}
		if m.bad || l.extent < 1 || l.extent > 1<<20 {
			return errMVT
		}
		if err := yield(l); err != nil {
			return err
		}
	}
	if tile.bad {
		return errMVT
	}
	return nil
}

// mvtFeature is one feature: its tags and its geometry still packed.
type mvtFeature struct {
	layer    *mvtLayer
	kind     uint64 // 1 point, 2 line, 3 area
	tags     []byte
	geometry []byte
}

func (l *mvtLayer) feature(b []byte) (f mvtFeature, err error) {
	f.layer = l
	m := message{b: b}
	for {
		field, v, b, ok := m.next()
		if !ok {
			break
		}
		switch field {
		case 2:
			f.tags = b
		case 3:
			f.kind = v
		case 4:
			f.geometry = b
		}
	}
	if m.bad {
		return f, errMVT
	}
	return f, nil
}

// tag is a text among a feature's tags; numbers are given in figures.
func (f *mvtFeature) tag(key string) string {
	value := f.value(key)
	m := message{b: value}
	field, v, b, ok := m.next()
	if !ok {
		return ""
	}
	switch {
	case field == 1:
		return string(b)
	case field == 7 && v != 0:
		return "true"
	}
	if n, ok := f.number(key); ok {
		return fmt.Sprint(n)
	}
	return ""
}

// number is a number among a feature's tags.
func (f *mvtFeature) number(key string) (float64, bool) {
	m := message{b: f.value(key)}
	field, v, b, ok := m.next()
	if !ok {
		return 0, false
	}
	n := 0.0
	switch {
	case field == 2 && len(b) == 4:
		n = float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))
	case field == 3 && len(b) == 8:
		n = math.Float64frombits(binary.LittleEndian.Uint64(b))
	case field == 4:
		n = float64(int64(v))
	case field == 5:
		n = float64(v)
	case field == 6:
		n = float64(int64(v>>1) ^ -int64(v&1))
	default:
		return 0, false
	}
	return n, !math.IsNaN(n) && !math.IsInf(n, 0)
}

func (f *mvtFeature) value(key string) []byte {
	m := message{b: f.tags}
	for len(m.b) > 0 && !m.bad {
		k, v := m.uvarint(), m.uvarint()
		if !m.bad && k < uint64(len(f.layer.keys)) && v < uint64(len(f.layer.values)) && f.layer.keys[k] == key {
			return f.layer.values[v]
		}
	}
	return nil
}

// parts decodes the geometry: points singly, lines, or rings without the first
// vertex repeated, in tiles from its north-west corner. room is how many more
// vertices the tile may have.
func (f *mvtFeature) parts(room *int) ([][]Vertex, error) {
	m := message{b: f.geometry}
	var x, y int32
	var out [][]Vertex
	var at []Vertex
	flush := func() {
		if len(at) > 0 {
			out = append(out, at)
			at = nil
		}
	}
	step := func() int32 {
		v := uint32(m.uvarint())
		return int32(v>>1) ^ -int32(v&1)
	}
	for len(m.b) > 0 {
		c := m.uvarint()
		command, n := c&7, int(c>>3&(1<<29-1))
		if command == 7 {
			flush()
			continue
		}
		if command != 1 && command != 2 || n > len(m.b)/2 {
			return nil, errMVT
		}
		if *room -= n; *room < 0 {
			return nil, fmt.Errorf("the vector tile has more than %d vertices", maxVertices)
		}
		if command == 2 && at == nil {
			return nil, errMVT
		}
		if command == 2 {
			at = slices.Grow(at, n)
		}
		for range n {
			if command == 1 {
				flush()
			}
			x += step()
			y += step()
			at = append(at, Vertex{float32(x) / f.layer.extent, float32(y) / f.layer.extent})
		}
	}
	if m.bad {
		return nil, errMVT
	}
	flush()
	return out, nil
}

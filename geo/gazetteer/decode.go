package gazetteer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"contested/geo"

	"github.com/klauspost/compress/zstd"
	"github.com/paulmach/orb"
)

var errBroken = errors.New("the gazetteer file is damaged: replace it with a fresh copy")

// maxFile bounds a gazetteer file once decompressed.
const maxFile = 256 << 20

// decode reads a file that [Encode] wrote. Any bytes give a table or an error.
func decode(file []byte) (*table, error) {
	columns, err := unpack(file)
	if err != nil {
		return nil, err
	}
	return decodeTable(columns)
}

// unpack is the columns of a file.
func unpack(file []byte) ([]byte, error) {
	packed, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, errors.New("this is not a gazetteer file of this version of the program")
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxFile))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	data, err := z.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errBroken, err)
	}
	return data, nil
}

// decodeTable reads the columns; the table keeps hold of them.
func decodeTable(data []byte) (t *table, err error) {
	all := source{data: data}
	n := all.count(len(data))
	numbered := all.count(n)
	codes := all.count(len(data))
	part := func() source { return source{data: all.take(all.count(len(data)))} }
	codeText, ids, flags, country, admin1, lat, lon, population := part(), part(), part(), part(), part(), part(), part(), part()
	partOf, bound, nameCounts, nameFlags, nameLengths, text := part(), part(), part(), part(), part(), part()
	if all.bad || len(flags.data) != n {
		return nil, errBroken
	}
	t = &table{
		numbered: numbered, numbers: make([]int32, numbered), ids: make([]string, n-numbered),
		flags: flags.data, country: make([]uint16, n), admin1: make([]uint16, n),
		lat: make([]int32, n), lon: make([]int32, n), population: make([]int32, n), rank: make([]int32, n),
		partOf: map[int32]geo.PlaceID{}, bound: map[int32]orb.Bound{},
		firstName: make([]uint32, n+1), nameFlags: nameFlags.data, text: string(text.data),
		nameEnd: make([]uint32, len(nameLengths.data)),
	}
	t.codes = append(t.codes, "")
	for range codes {
		t.codes = append(t.codes, codeText.str())
	}
	names, y, x, idText := 0, int64(0), int64(0), ""
	for i := range n {
		if i < numbered {
			d := ids.count(math.MaxInt32)
			if i > 0 {
				d += int(t.numbers[i-1])
			}
			if d > math.MaxInt32 || i > 0 && d <= int(t.numbers[i-1]) {
				return nil, errBroken
			}
			t.numbers[i] = int32(d)
		} else {
			if i == numbered {
				idText = string(ids.data) // one string for all
			}
			length := ids.count(len(ids.data))
			from := len(idText) - len(ids.data)
			t.ids[i-numbered] = idText[from : from+len(ids.take(length))]
			if i > numbered && t.ids[i-numbered] <= t.ids[i-numbered-1] {
				return nil, errBroken
			}
		}
		t.country[i] = uint16(country.count(len(t.codes) - 1))
		t.admin1[i] = uint16(admin1.count(len(t.codes) - 1))
		y += lat.int()
		x += lon.int()
		if y < -90*steps || y > 90*steps || x < -180*steps || x > 180*steps || t.kind(i) > geo.Sea {
			return nil, errBroken
		}
		t.lat[i], t.lon[i] = int32(y), int32(x)
		t.population[i] = int32(population.count(math.MaxInt32))
		names += nameCounts.count(len(nameLengths.data) - names)
		t.firstName[i+1] = uint32(names)
	}
	end := 0
	for i := range nameLengths.data {
		end += int(nameLengths.data[i])
		t.nameEnd[i] = uint32(end)
	}
	for len(partOf.data) > 0 && !partOf.bad {
		i := partOf.count(n - 1)
		t.partOf[int32(i)] = geo.PlaceID(partOf.str())
	}
	for len(bound.data) > 0 && !bound.bad {
		i := bound.count(n - 1)
		var v [4]float64
		for k := range v {
			v[k] = float64(bound.int()) / steps
		}
		t.bound[int32(i)] = orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
	}
	for i := range n {
		t.rank[i] = rank(t, i)
	}
	for _, s := range []*source{&codeText, &ids, &country, &admin1, &lat, &lon, &population, &partOf, &bound, &nameCounts} {
		all.bad = all.bad || s.bad || len(s.data) > 0
	}
	if all.bad || names != len(t.nameEnd) || names != len(t.nameFlags) || end != len(t.text) || !utf8.ValidString(t.text) {
		return nil, errBroken
	}
	for _, f := range t.nameFlags {
		if int(f&(1<<languageBits-1)) >= len(languages) || NameKind(f>>languageBits) > Short {
			return nil, errBroken
		}
	}
	var f forms
	if !f.read(&all) {
		return nil, errBroken
	}
	t.index = sync.OnceValue(func() *index { return t.makeIndex(&f) })
	return t, nil
}

// rank orders the places that share a name: by population. Where none is known a
// region counts the more the larger it is, up to a city of 400,000, but less than
// any city where oblasts bear the names of theirs; a place of the curated lists
// counts as a village.
func rank(t *table, i int) int32 {
	switch kind := t.kind(i); {
	case t.population[i] > 0:
		return t.population[i]
	case kind == geo.Region && Inflecting(t.codes[t.country[i]]):
		return 2000
	case kind == geo.Region && t.bound[int32(i)] != (orb.Bound{}):
		b := t.bound[int32(i)]
		squareDegrees := (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1])
		return int32(max(500, min(40_000*squareDegrees, 400_000)))
	case kind == geo.Region && i >= t.numbered && strings.HasPrefix(t.ids[i-t.numbered], "ad2:"):
		return 5000
	case kind != geo.Settlement:
		return 400_000
	case i >= t.numbered && strings.HasPrefix(t.ids[i-t.numbered], "ct:"):
		return 900
	}
	return 0
}

// forms is the forms of names as they are stored: base names, folded, and for
// each a number of forms, of which every one is the one before, or the base, with
// its end cut off and something added.
type forms struct {
	counts                          []uint16 // of each base
	baseLengths, kinds, cuts, added []uint8
	baseText, addedText             []byte
}

// read takes the forms from the end of a file and reports whether they are whole.
func (f *forms) read(rest *source) bool {
	bases := rest.count(len(rest.data))
	part := func() source { return source{data: rest.take(rest.count(len(rest.data)))} }
	counts, baseLengths, baseText, kinds := part(), part(), part(), part()
	cuts, added, addedText := part(), part(), part()
	if rest.bad || len(rest.data) > 0 || len(baseLengths.data) != bases ||
		len(cuts.data) != len(kinds.data) || len(added.data) != len(kinds.data) {
		return false
	}
	*f = forms{
		counts: make([]uint16, bases), baseLengths: baseLengths.data, kinds: kinds.data, cuts: cuts.data, added: added.data,
		baseText: baseText.data, addedText: addedText.data,
	}
	at, text, more := 0, 0, 0
	for i := range bases {
		n := counts.count(min(math.MaxUint16, len(kinds.data)-at))
		f.counts[i] = uint16(n)
		length := int(f.baseLengths[i])
		text += length
		for ; n > 0; n-- {
			length -= int(f.cuts[at])
			if length < 0 || Form(f.kinds[at]) > Skeleton {
				return false
			}
			length += int(f.added[at])
			more += int(f.added[at])
			if length > maxName {
				return false
			}
			at++
		}
	}
	return !counts.bad && len(counts.data) == 0 && at == len(f.kinds) && text == len(f.baseText) && more == len(f.addedText)
}

// makeIndex hashes every name and form.
func (t *table) makeIndex(f *forms) *index {
	var keys nameKeys
	names := make([]keyed, 0, len(t.nameEnd))
	for i := range t.number() {
		for n := t.firstName[i]; n < t.firstName[i+1]; n++ {
			form := Preferred
			switch NameKind(t.nameFlags[n] >> languageBits) {
			case Former, Other:
				form = Alias
			case Short:
				form = Abbreviation
			}
			if key := keys.of(t.name(n)); key != 0 {
				names = append(names, keys.keyed(key, makeRef(refPlace, form, i)))
			}
		}
	}
	// The forms lead to the slots of their bases, which are known when the names
	// are in their places; until then to the numbers of the bases.
	made := make([]keyed, 0, len(f.kinds))
	bases := make([]uint64, len(f.counts))
	buf := make([]byte, 0, maxName)
	at, text, more := 0, 0, 0
	for i, n := range f.counts {
		length := int(f.baseLengths[i])
		buf = append(buf[:0], f.baseText[text:text+length]...)
		text += length
		bases[i] = keys.ofFolded(buf)
		for ; n > 0; n-- {
			buf = buf[:len(buf)-int(f.cuts[at])]
			buf = append(buf, f.addedText[more:more+int(f.added[at])]...)
			more += int(f.added[at])
			if key := keys.ofFolded(buf); key != 0 {
				made = append(made, keys.keyed(key, makeRef(refForm, Form(f.kinds[at]), i)))
			}
			at++
		}
	}
	x := newIndex(len(names) + starts(names) + len(made) + starts(made))
	order := make([]keyed, max(len(names), len(made)))
	x.addAll(names, order)
	for i, key := range bases {
		bases[i] = uint64(x.find(key))
	}
	for i := range made {
		r := made[i].ref
		made[i].ref = makeRef(refForm, r.form(), int(bases[r.number()]))
	}
	x.addAll(made, order)
	return x
}

// source is bytes being read. What is not there reads as nothing and is noted.
type source struct {
	data []byte
	bad  bool
}

func (s *source) uint() uint64 {
	var v uint64
	for i := 0; i < len(s.data) && i < binary.MaxVarintLen64; i++ {
		c := s.data[i]
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			s.data = s.data[i+1:]
			return v
		}
	}
	s.bad, s.data = true, nil
	return 0
}

func (s *source) int() int64 {
	v := s.uint()
	return int64(v>>1) ^ -int64(v&1)
}

// count is a number from 0 to most.
func (s *source) count(most int) int {
	v := s.uint()
	if most < 0 || v > uint64(most) {
		s.bad = true
		return 0
	}
	return int(v)
}

func (s *source) take(n int) []byte {
	if n > len(s.data) {
		s.bad, s.data = true, nil
		return nil
	}
	out := s.data[:n:n]
	s.data = s.data[n:]
	return out
}

func (s *source) str() string { return string(s.take(s.count(len(s.data)))) }

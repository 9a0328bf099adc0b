package gazetteer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"contested/geo"

	"github.com/paulmach/orb"
)

// table holds places in columns, and the index of their names. It does not
// change once it is made.
type table struct {
	numbered int      // places 0 … numbered-1 have the ids gn:number, in rising order
	numbers  []int32  // of those
	ids      []string // of the others, in rising order

	flags      []uint8 // kind, and approximate
	country    []uint16
	admin1     []uint16
	lat, lon   []int32 // in [steps]
	population []int32
	partOf     map[int32]geo.PlaceID
	bound      map[int32]orb.Bound
	codes      []string // of countries and admin-1 units

	firstName []uint32 // of each place, and one past the last
	nameEnd   []uint32 // in text, of each name
	nameFlags []uint8  // language and kind
	text      string

	index func() *index // hashed when first asked for
	rank  []int32       // of each place, its order among those of one name: higher first
}

const (
	approximate = 0x80 // in table.flags
	steps       = 1e4  // of a degree that can be told apart: 11 m each

	languageBits = 3 // of a name's flags; the kind follows
)

var languages = [...]geo.Language{"", geo.English, geo.Ukrainian, geo.Russian}

// number is how many places there are.
func (t *table) number() int { return len(t.flags) }

func (t *table) id(i int) geo.PlaceID {
	if i < t.numbered {
		return geo.PlaceID("gn:" + strconv.Itoa(int(t.numbers[i])))
	}
	return geo.PlaceID(t.ids[i-t.numbered])
}

// byID finds a place by its id.
func (t *table) byID(id geo.PlaceID) (int, bool) {
	if digits, ok := strings.CutPrefix(string(id), "gn:"); ok {
		n, err := strconv.ParseInt(digits, 10, 32)
		if err != nil {
			return 0, false
		}
		return slices.BinarySearch(t.numbers, int32(n))
	}
	i, ok := slices.BinarySearch(t.ids, string(id))
	return i + t.numbered, ok
}

func (t *table) name(n uint32) string {
	if n == 0 {
		return t.text[:t.nameEnd[0]]
	}
	return t.text[t.nameEnd[n-1]:t.nameEnd[n]]
}

func (t *table) point(i int) orb.Point {
	return orb.Point{float64(t.lon[i]) / steps, float64(t.lat[i]) / steps}
}

func (t *table) kind(i int) geo.PlaceKind { return geo.PlaceKind(t.flags[i] &^ approximate) }

// place puts the place i together.
func (t *table) place(i int) geo.Place {
	p := geo.Place{
		ID: t.id(i), Kind: t.kind(i), Approx: t.flags[i]&approximate != 0,
		Point: t.point(i), Country: t.codes[t.country[i]], Admin1: t.codes[t.admin1[i]],
		PartOf: t.partOf[int32(i)], Bound: t.bound[int32(i)], Population: int(t.population[i]),
	}
	for n := t.firstName[i]; n < t.firstName[i+1]; n++ {
		if NameKind(t.nameFlags[n]>>languageBits) != Official {
			continue
		}
		switch languages[t.nameFlags[n]&(1<<languageBits-1)] {
		case geo.Ukrainian:
			p.NameUK = cmp.Or(p.NameUK, t.name(n))
		case geo.Russian:
			p.NameRU = cmp.Or(p.NameRU, t.name(n))
		default:
			p.Name = cmp.Or(p.Name, t.name(n))
		}
	}
	return p
}

// names lists the names of the place i.
func (t *table) names(i int) []Name {
	out := make([]Name, 0, t.firstName[i+1]-t.firstName[i])
	for n := t.firstName[i]; n < t.firstName[i+1]; n++ {
		f := t.nameFlags[n]
		out = append(out, Name{t.name(n), languages[f&(1<<languageBits-1)], NameKind(f >> languageBits)})
	}
	return out
}

// hitsAt is the places under a slot of an index, each once with its best form,
// by rank.
func (t *table) hitsAt(x *index, at int) []Hit {
	kept := x.hitsAt(at)
	if h := kept.Load(); h != nil {
		return *h
	}
	type bearer struct {
		place int
		form  Form
	}
	var found []bearer
	x.bearers(at, func(place int, f Form) { found = append(found, bearer{place, f}) })
	slices.SortFunc(found, func(a, b bearer) int {
		return cmp.Or(cmp.Compare(t.rank[b.place], t.rank[a.place]), cmp.Compare(a.place, b.place), cmp.Compare(a.form, b.form))
	})
	found = slices.CompactFunc(found, func(a, b bearer) bool { return a.place == b.place })
	hits := make([]Hit, len(found))
	for i, f := range found {
		hits[i] = Hit{t.id(f.place), f.form}
	}
	kept.Store(&hits)
	return hits
}

// longest is the longest name that starts at words[0], within the table.
func (t *table) longest(words []uint64) (n int, hits []Hit) {
	x := t.index()
	most, _, at := x.longest(words[0])
	if at < 0 {
		return 0, nil
	}
	best := at
	n = 1
	key := words[0]
	for i := 1; i < min(most, len(words)) && words[i] != 0; i++ {
		key = join(key, words[i])
		if at := x.find(key); x.slots[at].head != 0 {
			n, best = i+1, at
		}
	}
	if hits = t.hitsAt(x, best); len(hits) == 0 {
		return 0, nil // a word that only starts longer names
	}
	return n, hits
}

// exact is the places that a whole name may mean.
func (t *table) exact(words []uint64) []Hit {
	if len(words) == 0 {
		return nil
	}
	key := words[0]
	for _, w := range words[1:] {
		key = join(key, w)
	}
	x := t.index()
	if at := x.find(key); x.slots[at].head != 0 {
		return t.hitsAt(x, at)
	}
	return nil
}

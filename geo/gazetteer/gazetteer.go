package gazetteer

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"contested/geo"
)

// Form says how a name that was found relates to the place's names, best first.
type Form uint8

// The forms.
const (
	Preferred    Form = iota // the display name, or the Ukrainian or Russian name
	Alias                    // a former name, another common spelling
	Abbreviation             // "U.S.", "Fla.": trust it only in capitals or with its full stops
	Variant                  // a spelling made by rule
	Inflected                // a case form of a Ukrainian or Russian name
	Adjectival               // an adjective made of the name: only the area in "Покровський напрямок"
	Skeleton                 // only its consonants, or most letters, agree (Lookup only)
)

// Hit is one place that a name may mean.
type Hit struct {
	Place geo.PlaceID
	Form  Form
}

// NameKind is what a name is to its place.
type NameKind uint8

// The kinds of names.
const (
	Official NameKind = iota
	Former            // officially borne once
	Other             // another spelling or a name in another language
	Short             // an abbreviation
)

// Name is one name of a place.
type Name struct {
	Text     string
	Language geo.Language // "" when not known
	Kind     NameKind
}

// Attribution is what the licences of the data ask to be shown: the GeoNames data
// are under CC BY 4.0 and were modified.
const Attribution = "Place names © GeoNames (CC BY 4.0), modified; Natural Earth; OCHA"

// File is where the built-in gazetteer stands in the assets.
const File = "gazetteer/places.bin"

// Gazetteer knows places by their names. It is safe for concurrent use.
type Gazetteer struct {
	base      *table
	added     atomic.Pointer[overlay] // nil when nothing was added
	additions atomic.Uint64
	mu        sync.Mutex // held while adding

	asked [1 << 12]atomic.Pointer[askedPlace] // by the hash of the id

	grid func() *grid
}

// Load reads the built-in gazetteer from fsys ([File]). The names are hashed when
// the first one is looked up, which takes longer than Load itself.
func Load(fsys fs.FS) (*Gazetteer, error) {
	data, err := fs.ReadFile(fsys, File)
	if err != nil {
		return nil, fmt.Errorf("the gazetteer is missing (build it with `make assets`): %w", err)
	}
	t, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", File, err)
	}
	g := &Gazetteer{base: t}
	g.grid = sync.OnceValue(func() *grid { return newGrid(t) })
	return g, nil
}

// Longest finds the longest name that starts at words[0], each word hashed by
// [HashWord]; a 0 among them ends any name. n is the number of words of the name
// and hits the places that bear it, by falling population; regions, of which none
// is known, stand among them by their size. hits is shared and must not be
// changed. n is 0 when no name starts there.
//
// The head noun belongs to the name: "Donetsk region" is the oblast, "Donetsk"
// the city; for "Donetsk and Luhansk regions" ask for [Donetsk region].
func (g *Gazetteer) Longest(words []uint64) (n int, hits []Hit) {
	if len(words) == 0 || words[0] == 0 {
		return 0, nil
	}
	n, hits = g.base.longest(words)
	o := g.added.Load()
	if o == nil {
		return n, hits
	}
	m, more := o.longest(words)
	switch {
	case m < n:
		return n, hits
	case m > n:
		return m, more
	case m == 0:
		return 0, nil
	}
	key := words[0]
	for _, w := range words[1:n] {
		key = join(key, w)
	}
	if both, ok := o.merged.Load(key); ok {
		return n, both.([]Hit)
	}
	both := g.merge(hits, more)
	o.merged.Store(key, both)
	return n, both
}

// Start is what is known of the names that start with a word.
type Start struct {
	Words   int     // of the longest; 0 when there is none
	Seconds Seconds // what may follow the word in them
	Alone   []Hit   // the places that bear the word alone as a name, as of [Gazetteer.Longest]
}

// Start is what is known of the names that start with the word of that hash. It holds
// until [Gazetteer.Additions] changes.
func (g *Gazetteer) Start(word uint64) (s Start) {
	if word == 0 {
		return s
	}
	s.Words, s.Seconds, _ = g.base.index().longest(word)
	if o := g.added.Load(); o != nil {
		words, seconds, _ := o.index().longest(word)
		s.Words, s.Seconds = max(s.Words, words), s.Seconds|seconds
	}
	if s.Words > 0 {
		_, s.Alone = g.Longest([]uint64{word})
	}
	return s
}

// Additions counts how often places were added or taken out.
func (g *Gazetteer) Additions() uint64 { return g.additions.Load() }

// merge joins the hits of the base and of what was added.
func (g *Gazetteer) merge(hits, more []Hit) []Hit {
	both := slices.Concat(more, hits)
	slices.SortStableFunc(both, func(a, b Hit) int { return cmp.Compare(a.Place, b.Place) })
	both = slices.CompactFunc(both, func(a, b Hit) bool { return a.Place == b.Place })
	ranks := make(map[geo.PlaceID]int32, len(both))
	for _, h := range both {
		t, i, _ := g.find(h.Place)
		ranks[h.Place] = t.rank[i]
	}
	slices.SortStableFunc(both, func(a, b Hit) int { return cmp.Compare(ranks[b.Place], ranks[a.Place]) })
	return both
}

// find is the table and the number of a place.
func (g *Gazetteer) find(id geo.PlaceID) (*table, int, bool) {
	if o := g.added.Load(); o != nil {
		if i, ok := o.byID(id); ok {
			return o.table, i, true
		}
	}
	i, ok := g.base.byID(id)
	return g.base, i, ok
}

// askedPlace is a place that was asked for lately: a text asks for the few it
// names again and again.
type askedPlace struct {
	place geo.Place
	added *overlay // what was added by then
}

var idSeed = maphash.MakeSeed()

// Place is the place with that id.
func (g *Gazetteer) Place(id geo.PlaceID) (geo.Place, bool) {
	kept, added := &g.asked[maphash.String(idSeed, string(id))%uint64(len(g.asked))], g.added.Load()
	if a := kept.Load(); a != nil && a.place.ID == id && a.added == added {
		return a.place, true
	}
	t, i, ok := g.find(id)
	if !ok {
		return geo.Place{}, false
	}
	a := &askedPlace{t.place(i), added}
	kept.Store(a)
	return a.place, true
}

// Names lists the names of a place, the official ones first; it is empty when
// there is no such place.
func (g *Gazetteer) Names(id geo.PlaceID) []Name {
	t, i, ok := g.find(id)
	if !ok {
		return nil
	}
	return t.names(i)
}

// All visits every place in a fixed order until yield returns false.
func (g *Gazetteer) All(yield func(geo.Place) bool) {
	o := g.added.Load()
	for i := range g.base.number() {
		if o != nil {
			if _, changed := o.byID(g.base.id(i)); changed {
				continue
			}
		}
		if !yield(g.base.place(i)) {
			return
		}
	}
	if o == nil {
		return
	}
	for i := range o.number() {
		if !yield(o.place(i)) {
			return
		}
	}
}

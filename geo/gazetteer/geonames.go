package gazetteer

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"contested/geo"

	"github.com/paulmach/orb"
)

// GeoName is one row of a GeoNames file (the "geoname" table with its 19
// columns, https://download.geonames.org/export/dump/).
type GeoName struct {
	ID          int
	Name, ASCII string
	Alternates  []string
	Point       orb.Point
	Class, Code string // feature class and code, such as "P", "PPL"
	Country     string // ISO 3166-1 alpha-2
	Admin1      string // GeoNames' own code, such as "05"
	Admin2      string
	Population  int
}

// ParseGeoName reads a row; the error says what is wrong with it.
func ParseGeoName(line string) (GeoName, error) {
	c := strings.Split(line, "\t")
	if len(c) < 15 {
		return GeoName{}, fmt.Errorf("it has %d columns of 19", len(c))
	}
	if !utf8.ValidString(line) {
		return GeoName{}, errors.New("it is not UTF-8 text")
	}
	id, err := strconv.ParseInt(c[0], 10, 32)
	if err != nil || id <= 0 {
		return GeoName{}, fmt.Errorf("%.20q is no GeoNames id", c[0])
	}
	lat, err1 := strconv.ParseFloat(c[4], 64)
	lon, err2 := strconv.ParseFloat(c[5], 64)
	if err1 != nil || err2 != nil || !(math.Abs(lat) <= 90) || !(math.Abs(lon) <= 180) {
		return GeoName{}, fmt.Errorf("%.20q, %.20q is no latitude and longitude", c[4], c[5])
	}
	if strings.TrimSpace(c[1]) == "" || len(c[1]) > maxName {
		return GeoName{}, errors.New("it has no name, or one that is too long")
	}
	if len(c[8]) > 2 || len(c[6]) > 1 || len(c[7]) > 10 || len(c[10]) > 20 || len(c[11]) > 80 {
		return GeoName{}, errors.New("a code in it is too long")
	}
	population, _ := strconv.ParseInt(c[14], 10, 64)
	g := GeoName{
		ID: int(id), Name: c[1], ASCII: c[2], Point: orb.Point{lon, lat}, Class: c[6], Code: c[7],
		Country: c[8], Admin1: c[10], Admin2: c[11], Population: int(max(0, min(population, math.MaxInt32))),
	}
	for _, a := range strings.Split(c[3], ",") {
		a = strings.ReplaceAll(a, "\u0301", "") // the stress mark of dictionaries
		if a = strings.TrimSpace(a); a != "" && len(a) <= maxName {
			g.Alternates = append(g.Alternates, a)
		}
	}
	return g, nil
}

// Kind is what the feature code says the place is; ok is false for features
// that are no places of ours (hotels, hills, former settlements …).
func (g *GeoName) Kind() (kind geo.PlaceKind, ok bool) {
	switch g.Class {
	case "P":
		return geo.Settlement, g.Code != "PPLH" && g.Code != "PPLCH"
	case "A":
		return geo.Region, g.Code == "ADM1" || g.Code == "ADM2"
	case "H":
		switch g.Code {
		case "STM", "STMS":
			return geo.River, true
		case "SEA", "OCN":
			return geo.Sea, true
		case "RSV", "LK", "LKS":
			return geo.Facility, true
		}
	case "S":
		switch g.Code {
		case "AIRP", "AIRB", "DAM", "PS", "PSN", "PSH", "MFG", "MFGM", "MN", "MNC", "RSTN", "BDG":
			return geo.Facility, true
		}
	case "R":
		return geo.Facility, g.Code == "BDG"
	case "L":
		return geo.Facility, g.Code == "MILB"
	}
	return 0, false
}

// Entry is the row as a place with its names in Latin and Cyrillic letters. What
// the untagged alternate names are is told by their letters and their likeness
// to the main name: the Ukrainian and the Russian form of the present name are
// the place's, the others are other names. In Ukraine the display name is the
// official romanisation where the Ukrainian name is known.
func (g *GeoName) Entry() Entry {
	kind, _ := g.Kind()
	p := geo.Place{
		ID: geo.PlaceID("gn:" + strconv.Itoa(g.ID)), Kind: kind, Name: g.Name,
		Point: g.Point, Country: g.Country, Population: g.Population,
	}
	if g.Country == "UA" {
		p.Admin1 = UkrainianAdmin1(g.Admin1)
	}
	latin := g.Name
	if !isLatin(latin) {
		latin = g.ASCII
	}
	var bestUK, bestRU float64
	for _, a := range g.Alternates {
		uk, ru := alphabets(a)
		if uk {
			if s := likeness(Romanise(a), latin) + markUK(a); likely(s) && s > bestUK {
				p.NameUK, bestUK = a, s
			}
		}
		if ru {
			if s := likeness(fromRussian[1].apply(foldName(a), true), latin) + markRU(a); likely(s) && s > bestRU {
				p.NameRU, bestRU = a, s
			}
		}
	}
	e := Entry{Place: p, Forms: Inflecting(g.Country)}
	if g.Country == "UA" && p.NameUK != "" {
		e.Place.Name = Romanise(p.NameUK)
		e.Names = append(e.Names, Name{g.Name, "", Other})
	}
	if g.ASCII != "" && g.ASCII != g.Name {
		e.Names = append(e.Names, Name{g.ASCII, "", Other})
	}
	for _, a := range g.Alternates {
		if r, _ := utf8.DecodeRuneInString(a); !unicode.IsUpper(r) || isCode(a) {
			continue // machine transliterations, and codes of airports
		}
		switch uk, ru := alphabets(a); {
		case uk && !ru:
			e.Names = append(e.Names, Name{a, geo.Ukrainian, Other})
		case ru && !uk:
			e.Names = append(e.Names, Name{a, geo.Russian, Other})
		case uk || ru || isLatin(a):
			e.Names = append(e.Names, Name{a, "", Other})
		}
	}
	return e
}

// isCode reports whether a name is three or four capitals.
func isCode(s string) bool {
	return len(s) <= 4 && strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// Inflecting reports whether names in a country are met in case forms and
// spellings by rule so often that they are worked out for every place there.
func Inflecting(country string) bool { return country == "UA" || country == "RU" || country == "BY" }

// isLatin reports whether a name is written in Latin letters alone.
func isLatin(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if !unicode.Is(unicode.Latin, r) {
				return false
			}
			letters = true
		}
	}
	return letters
}

// alphabets reports whether a name can be Ukrainian, and Russian, by its letters.
func alphabets(s string) (ukrainian, russian bool) {
	ukrainian, russian = true, true
	letters := false
	for _, r := range s {
		if !unicode.IsLetter(r) {
			if isApostrophe(r) {
				russian = false
			}
			continue
		}
		letters = true
		switch r = unicode.ToLower(r); {
		case strings.ContainsRune("іїєґ", r):
			russian = false
		case strings.ContainsRune("ыэёъ", r):
			ukrainian = false
		case r < 'а' || r > 'я':
			return false, false
		}
	}
	for _, cluster := range []string{"ськ", "цьк", "зьк"} {
		russian = russian && !strings.Contains(s, cluster)
	}
	ukrainian = ukrainian && !endsInAny(s, "ец", "ица", "ое", "ая", "ский")
	return ukrainian && letters, russian && letters
}

// markUK and markRU weigh the letters and endings that only one language has.
func markUK(s string) float64 {
	if strings.ContainsAny(strings.ToLower(s), "іїєґ'’") || endsInAny(s, "ськ", "цьк", "ське", "цьке", "ський", "ове", "еве", "ине") {
		return 0.3
	}
	return 0
}

func markRU(s string) float64 {
	if strings.ContainsAny(strings.ToLower(s), "ыэёъ") || endsInAny(s, "овка", "евка", "ово", "ево", "ино", "ое", "ее", "ск", "цк", "ский", "ая", "ье") {
		return 0.3
	}
	return 0
}

func endsInAny(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// likeness is above 0.5 when two Latin names sound like one: near 1 when they
// differ in spelling alone, less when a consonant differs.
func likeness(a, b string) float64 {
	a, b = foldName(a), foldName(b)
	x, y := skeleton(a), skeleton(b)
	if x == "" || y == "" {
		return 0
	}
	near := 0.02 * float64(editDistance([]rune(a), []rune(b), 5))
	switch d := editDistance([]rune(x), []rune(y), 2); {
	case d == 0:
		return 1 - near
	case d == 1 && len(x) > 3:
		return 0.7 - near
	}
	return 0
}

// likely reports whether a likeness with a mark added to it is enough.
func likely(s float64) bool { return s > 0.5 }

// UkrainianAdmin1 turns GeoNames' code of an oblast of Ukraine into ISO 3166-2;
// it is empty for other codes.
func UkrainianAdmin1(code string) string { return ukrainianAdmin1[code] }

var ukrainianAdmin1 = map[string]string{
	"01": "UA-71", "02": "UA-74", "03": "UA-77", "04": "UA-12", "05": "UA-14", "06": "UA-26", "07": "UA-63",
	"08": "UA-65", "09": "UA-68", "10": "UA-35", "11": "UA-43", "12": "UA-30", "13": "UA-32", "14": "UA-09",
	"15": "UA-46", "16": "UA-48", "17": "UA-51", "18": "UA-53", "19": "UA-56", "20": "UA-40", "21": "UA-59",
	"22": "UA-61", "23": "UA-05", "24": "UA-07", "25": "UA-21", "26": "UA-23", "27": "UA-18",
}

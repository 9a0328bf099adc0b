package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"contested/geo"
)

// Match is a place found by [Gazetteer.Lookup].
type Match struct {
	geo.Place
	Form  Form
	Score float64 // 0…1; 1 for a preferred name spelt as it is
}

// maxMatches bounds what Lookup returns.
const maxMatches = 40

var formScores = [...]float64{Preferred: 1, Alias: 0.95, Abbreviation: 0.9, Variant: 0.85, Inflected: 0.85, Adjectival: 0.7, Skeleton: 0.5}

// Lookup finds the places that a person may mean by name: in any spelling, case
// and script, with what contains it after a comma or in brackets ("Shevchenko,
// Donetsk Oblast", "Izium (Kharkiv region)", "Obolon, Kyiv") or before it ("Kyiv,
// Borodianka"), with a word for its kind ("Saltivka district, Kharkiv"), and,
// ranked lower, with one or two letters wrong. A part of a town that is not known
// is found as the town. The best come first, the larger before the smaller; at
// most 40.
func (g *Gazetteer) Lookup(name string) []Match {
	if len(name) > 4*maxName {
		return nil
	}
	asked := segments(name)
	if len(asked) == 0 {
		return nil
	}
	rest := asked[1:]
	out := g.matches(asked[0].text)
	within := g.containers(rest)
	towns := g.towns(rest)
	for k := range out {
		m := &out[k]
		switch {
		case len(within) > 0 && (within[m.Admin1] || within[m.Country]):
		case inTown(m, towns, asked[0].part):
		case len(within) > 0 || len(towns) > 0:
			m.Score *= 0.5
		}
	}
	sure := slices.ContainsFunc(out, func(m Match) bool { return m.Score >= formScores[Adjectival] })
	for _, s := range rest {
		if len(towns) == 0 {
			break
		}
		for _, t := range g.matches(s.text) {
			if t.Score < formScores[Inflected] || t.Kind != geo.Settlement {
				continue
			}
			// "Kyiv, Borodianka": the smaller of the two beside the larger
			inner := false
			for k := range out {
				if m := &out[k]; m.Kind == geo.Settlement && m.Population > 10*t.Population && m.Score*2 >= formScores[Inflected] && apart(m.Point, t.Point) < 100 {
					inner, m.Score = true, m.Score*0.8
				}
			}
			switch {
			case inner:
				t.Score = 1
			case sure:
				continue
			default:
				t.Score *= 0.75
			}
			out = append(out, t)
		}
	}
	rank := func(m *Match) int32 {
		t, i, _ := g.find(m.ID)
		return t.rank[i]
	}
	slices.SortFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(home(&b), home(&a)), cmp.Compare(rank(&b), rank(&a)), cmp.Compare(a.ID, b.ID))
	})
	out = slices.CompactFunc(out, func(a, b Match) bool { return a.ID == b.ID })
	return out[:min(len(out), maxMatches)]
}

// home puts Ukrainian towns before larger ones abroad of the same name, and what
// is small and abroad behind the rest: who asks for Zelenodolsk means the one by
// Kryvyi Rih, whose population no list has.
func home(m *Match) int {
	switch {
	case m.Kind != geo.Settlement:
		return 1
	case m.Country == "UA" && m.Population >= 5_000:
		return 2
	case m.Country == "UA" || m.Population >= wellKnown:
		return 1
	}
	return 0
}

// matches finds the places of one name, in no order.
func (g *Gazetteer) matches(name string) []Match {
	best := map[geo.PlaceID]Match{}
	add := func(h Hit, score float64) {
		if m, ok := best[h.Place]; ok && m.Score >= score {
			return
		}
		p, _ := g.Place(h.Place)
		best[h.Place] = Match{p, h.Form, score}
	}
	words := Words(name)
	if len(words) == 0 || len(words) > maxWords {
		return nil
	}
	for _, t := range g.tables() {
		for _, h := range t.exact(words) {
			score := formScores[h.Form]
			if p, _ := g.Place(h.Place); h.Form == Alias && p.Country == "UA" && p.Population >= wellKnown {
				score = 1 // "Odessa" is the port before it is the town in Texas
			}
			add(h, score)
		}
	}
	if len(best) < 10 {
		folded := foldName(name)
		for _, t := range g.tables() {
			t.similar(folded, func(i int, score float64) { add(Hit{t.id(i), Skeleton}, score) })
		}
	}
	out := make([]Match, 0, len(best))
	for _, m := range best {
		out = append(out, m)
	}
	return out
}

// wellKnown is the population from which a Ukrainian town's other names count as
// its own, and from which a town abroad is asked for as often as a village of
// its name at home.
const wellKnown = 100_000

// tables lists the base and what was added.
func (g *Gazetteer) tables() []*table {
	if o := g.added.Load(); o != nil {
		return []*table{g.base, o.table}
	}
	return []*table{g.base}
}

// containers is the countries and admin-1 units that the other parts of a query
// may mean, by their codes.
func (g *Gazetteer) containers(parts []segment) map[string]bool {
	out := map[string]bool{}
	for _, t := range g.tables() {
		for _, part := range parts {
			for _, h := range t.exact(Words(part.text)) {
				p, _ := g.Place(h.Place)
				switch {
				case p.Kind == geo.Country:
					out[p.Country] = true
				case p.Kind == geo.Region && p.Admin1 != "":
					out[p.Admin1] = true
				}
			}
		}
	}
	delete(out, "")
	return out
}

// similar calls visit for every place with a name that a folded one may be a
// slip of: one letter in a short name, two in a longer one; or, in Ukraine, with
// the same consonants.
func (t *table) similar(folded string, visit func(i int, score float64)) {
	query := []rune(folded)
	most := 1
	if len(query) > 6 {
		most = 2
	}
	if len(query) < 4 {
		return
	}
	bones := skeleton(romanised(folded))
	var name []rune
	var bytes []byte
	for i := range t.number() {
		inside := t.codes[t.country[i]] == "UA"
		for n := t.firstName[i]; n < t.firstName[i+1]; n++ {
			text := t.name(n)
			if len(text) > len(folded)+2*most+4 || len(text)+2*most+4 < len(folded) {
				continue
			}
			bytes = appendFoldedName(bytes[:0], text)
			name = name[:0]
			for b := bytes; len(b) > 0; {
				r, size := utf8.DecodeRune(b)
				name = append(name, r)
				b = b[size:]
			}
			if d := editDistance(query, name, most); d <= most {
				score := 0.8 - 0.15*float64(d)
				if !inside && d > 0 {
					score -= 0.2
				}
				if len(name) > 0 && name[0] != query[0] {
					score -= 0.05 // the first letter is rarely the wrong one
				}
				visit(i, score)
			} else if inside && len(bones) > 3 && len(name) > 0 && name[0] < 0x80 && skeleton(string(name)) == bones {
				visit(i, formScores[Skeleton])
			}
		}
	}
}

// romanised is a folded name in Latin letters.
func romanised(folded string) string {
	if !isCyrillic(folded) {
		return folded
	}
	if _, russian := alphabets(folded); russian {
		return fromRussian[1].apply(folded, true)
	}
	return official2010.apply(folded, false)
}

// skeleton is the consonants of a folded Latin name, alike ones made one.
func skeleton(folded string) string {
	s := alike.Replace(folded)
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if strings.IndexByte("aeiouyj '", c) >= 0 || len(out) > 0 && out[len(out)-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

var alike = strings.NewReplacer("shch", "s", "kh", "h", "zgh", "z", "zh", "z", "sh", "s", "ch", "c", "ts", "c", "tz", "c", "ck", "k",
	"ph", "f", "w", "v", "g", "h", "x", "ks", "q", "k")

// editDistance is the number of letters to insert, delete, change or swap with
// the next to turn a into b (optimal string alignment), or most+1 when it is
// larger than most.
func editDistance(a, b []rune, most int) int {
	if d := len(a) - len(b); d > most || -d > most {
		return most + 1
	}
	const width = 64
	if len(b) >= width || len(a) >= width {
		return most + 1
	}
	var rows [3][width]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		now, last, before := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(now[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least > most {
			return most + 1
		}
	}
	return min(rows[len(a)%3][len(b)], most+1)
}

// Fold is a name as it is compared: lower case, without accents, apostrophes and
// punctuation, its words with one space between them.
func Fold(name string) string { return foldName(name) }

// SoundAlike reports whether two names, each in Latin or Cyrillic letters, are
// spellings of one: their consonants agree.
func SoundAlike(a, b string) bool {
	x, y := skeleton(romanised(foldName(a))), skeleton(romanised(foldName(b)))
	return x != "" && x == y
}

// Unlike is the number of letters that differ between two folded names, at most
// 9; a name in Cyrillic is compared in Latin letters with one that is not.
func Unlike(a, b string) int {
	a, b = foldName(a), foldName(b)
	if isCyrillic(a) != isCyrillic(b) {
		a, b = romanised(a), romanised(b)
	}
	return editDistance([]rune(a), []rune(b), 8)
}

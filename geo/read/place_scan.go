package read

import (
	"contested/geo"
	"contested/geo/gazetteer"
)

// findLoud marks the sentences in which capitals tell little: those in
// capitals throughout, and headlines that capitalise most words.
func (s *placeScan) findLoud() {
	d := s.d
	for k := range d.sents {
		st := &d.sents[k]
		if st.end-st.first > 40 || st.label {
			continue
		}
		words, caps := 0, 0
		for i := st.first; i < st.end; i++ {
			if t := &d.toks[i]; t.kind == wordToken && t.end-t.start > 3 {
				words++
				if t.caps != lowerCase {
					caps++
				}
			}
		}
		s.loud[k] = words >= 4 && caps*5 >= words*4
	}
}

// role is what a token is part of, beside places.
type role uint8

const (
	noRole     role = iota
	personRole      // a person's name
	titleRole       // the title before it
)

// findPeople marks the names of persons: a title or a first name and what is
// capitalised behind it. Surnames found so are remembered.
//
//	"Colonel Lyman smiled. Lyman knew." · "Georgia Winter, 46, …"
func (s *placeScan) findPeople() {
	d := s.d
	for i := 0; i < len(d.toks); i++ {
		t := &d.toks[i]
		if t.kind != wordToken || t.caps == lowerCase || t.end-t.start < 2 && !s.initial(i) {
			continue
		}
		i = s.person(i)
	}
}

// initial reports whether token i is an initial: "J."
func (s *placeScan) initial(i int) bool {
	d := s.d
	return i+2 < len(d.toks) && d.toks[i].caps != lowerCase && d.toks[i].end-d.toks[i].start <= 2 && d.str(i+1) == "." &&
		!d.toks[i+1].spaced && d.toks[i+2].kind == wordToken && d.toks[i+2].caps != lowerCase && d.toks[i+2].sent == d.toks[i].sent
}

// person looks at the run of capitalised words that starts at token i, marks a
// person's name in it, and returns the last token of the run.
func (s *placeScan) person(i int) int {
	d := s.d
	var run [12]int
	n, last := 0, i
	for k := i; k < len(d.toks) && n < len(run) && d.toks[k].sent == d.toks[i].sent; k++ {
		t := &d.toks[k]
		switch {
		case t.kind == wordToken && t.caps != lowerCase && (k == i || t.breaks == 0):
			run[n] = k
			n++
			last = k
			continue
		case t.kind == hyphenToken && k+1 < len(d.toks) && d.toks[k+1].caps != lowerCase:
			continue
		case d.str(k) == "." && !t.spaced && k+1 < len(d.toks) && d.toks[k+1].spaced && (s.initial(k-1) || s.signs(k-1)&signTitle != 0):
			continue
		case t.kind == wordToken && t.caps == lowerCase && n > 0 && d.isAny(k, "von", "van", "de", "bin", "al", "el", "ben", "del", "der", "la", "ibn") &&
			k+1 < len(d.toks) && d.toks[k+1].caps != lowerCase && d.toks[k+1].kind == wordToken:
			continue
		}
		break
	}
	words := run[:n]
	// A title in small letters before the run counts as well: "spokesman Lyman".
	titled := false
	if k := i - 1; k >= 0 && d.toks[k].sent == d.toks[i].sent && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase && s.signs(k)&signTitle != 0 && !s.weakTitle(k) {
		titled = true
	}
	words = s.fromTitle(words, titled)
	for len(words) > 0 {
		sg := s.signs(words[0])
		switch {
		case sg&signTitle != 0:
			s.role[words[0]] = titleRole
			titled = !s.weakTitle(words[0]) || len(words) > 2
			words = words[1:]
			continue
		case d.toks[words[0]].kind == wordToken && d.has(words[0], detWord|prepWord|coordWord|subordWord|whWord|demWord|possWord) && len(words) > 1:
			words = words[1:]
			continue
		case sg&(signCompass|signCalendar) != 0 && sg&signFirstName == 0 && len(words) > 1,
			sg&signDemonym != 0 && len(words) > 1:
			titled = false
			words = words[1:]
			continue
		}
		break
	}
	if len(words) == 0 {
		return last
	}
	first := s.signs(words[0])
	tail := s.signs(words[len(words)-1])
	const bodies = signHead | signOffice | signSchool | signClub | signPress | signStreet | signCompany | signUnit | signEvent
	named := first&signFirstName != 0 && len(words) > 1 || s.initial(words[0]) && len(words) > 1
	if named && !titled && (tail&bodies != 0 && !s.initial(words[0]) || first&signFirstPlace != 0 && s.signs(words[1])&(bodies|signTitle|signCalendar|signOrdinary)&^signOrdinary != 0) {
		// "Jordan River", "Charlotte Police", "Paris Mayor Anne Winter"
		if first&signFirstPlace != 0 || tail&(signStreet|signSchool|signHead|signClub|signCompany) != 0 {
			return last
		}
	}
	if named && !titled && first&signFirstPlace != 0 && s.namesPlace(words) {
		return last
	}
	if !titled && !named {
		if len(words) == 2 && s.introduces(words, last) {
			s.persons[s.hashOf(words[1])]++
		}
		return last
	}
	if titled && !named && len(words) == 1 {
		if s.signs(words[0])&bodies&^signHead != 0 {
			return last
		}
		if k := last + 1; k < len(d.toks) && d.toks[k].sent == d.toks[last].sent && d.toks[k].caps == lowerCase && s.signs(k)&(signHead|signOffice) != 0 {
			return last // "governor Kherson region", "губернатор Белгородской области"
		}
	}
	for k := words[0]; k <= words[len(words)-1]; k++ {
		s.role[k] = personRole
	}
	for _, k := range words {
		if k != words[0] || !named {
			if h := s.hashOf(k); h != 0 {
				s.persons[h]++
			}
		}
	}
	return last
}

// fromTitle drops the words of a run before the title or first name inside it:
// "Lewisburg Mayor John Winter".
func (s *placeScan) fromTitle(words []int, titled bool) []int {
	if titled || len(words) < 3 {
		return words
	}
	for k := 0; k+1 < len(words); k++ {
		sg := s.signs(words[k])
		if sg&signTitle != 0 || sg&signFirstName != 0 && sg&(signFirstPlace|signOrdinary) == 0 {
			return words[k:]
		}
	}
	return words
}

// introduces reports whether two capitalised words that no list knows are
// introduced as a person's name is: "Emilie Lyman, a doctor", "Emilie Lyman,
// 46,", "Emilie Lyman said".
func (s *placeScan) introduces(words []int, last int) bool {
	d := s.d
	if d.toks[words[0]].word != 0 || s.signs(words[0]) != 0 || d.toks[words[0]].caps == upperCase || words[1] != words[0]+1 {
		return false
	}
	if n, _ := s.r.gaz.Longest(d.words[s.rows[words[0]] : s.rows[words[0]]+1]); n > 0 {
		return false
	}
	k := last + 1
	if k+1 >= len(d.toks) || d.toks[k].sent != d.toks[last].sent {
		return false
	}
	return d.has(k, sayWord) || d.char(k) == ',' && (d.isAny(k+1, "a", "an", "who", "whose") || d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 2)
}

// namesPlace reports whether a run that starts with a word that is both a first
// name and a place goes on as places do: "Florence Italy", "Georgia Tech".
func (s *placeScan) namesPlace(words []int) bool {
	row := int(s.rows[words[0]])
	n, _ := s.r.gaz.Longest(s.d.words[row:min(row+4, len(s.d.words))])
	return n > 1
}

// weakTitle lists titles that as often stand before a body as before a name.
func (s *placeScan) weakTitle(i int) bool {
	return s.d.isAny(i, "deputy", "chief", "attorney", "judge", "dean", "father", "sister", "general", "major", "private", "pilot", "head",
		"marshal", "constable", "representative", "volunteer", "resident", "manager", "owner", "coach", "driver", "captain") &&
		s.d.toks[i].caps == lowerCase
}

// signs is what the lists say of the word at token i alone.
func (s *placeScan) signs(i int) sign {
	if i < 0 || i >= len(s.d.toks) || s.d.toks[i].kind != wordToken {
		return 0
	}
	return s.w.word(s.hashOf(i)).signs
}

// hashOf is the hash of word token i.
func (s *placeScan) hashOf(i int) uint64 { return s.d.words[s.rows[i]] }

// maxNameWords bounds the words of a name of a place.
const maxNameWords = 8

// findSpots finds the names of places: from each capitalised word the longest
// name that the gazetteer knows.
func (s *placeScan) findSpots() {
	d := s.d
	for row := 0; row < len(d.words); row++ {
		i := int(d.wordToken[row])
		t := &d.toks[i]
		if t.kind != wordToken || t.caps == lowerCase || d.words[row] == 0 {
			continue
		}
		n, hits := s.longest(row, maxNameWords)
		if n == 0 && s.saidPlace(i) {
			row += s.addUnknown(row, i) - 1
			continue
		}
		if n > 1 {
			if d.toks[d.wordToken[row+1]].kind == numberToken && s.w.word(d.words[row]).signs&signCalendar != 0 {
				continue // "October 6"
			}
			s.addSpot(row, n, hits)
			row += n - 1
			continue
		}
		sg := s.w.word(d.words[row]).signs
		if sg&signDemonym != 0 {
			s.addDemonym(row, i, s.w.demonyms[d.words[row]])
			continue
		}
		if n == 0 || sg&(signNever|signCalendar) != 0 || t.caps == titleCase && d.has(i, closedWord) && d.text[t.end-1] != '.' {
			continue
		}
		s.addSpot(row, n, hits)
	}
}

// closedWord are the classes of words that are never a name by themselves.
const closedWord = detWord | possWord | demWord | subjPron | objPron | whWord | prepWord | coordWord | subordWord | beWord | haveWord |
	doWord | modalWord | negWord | weekdayWord | monthWord

// longest finds the longest name of at most limit words at row whose words are
// capitalised as those of a name are. It returns how many rows the name takes:
// full stops of abbreviations and possessives inside it ("St. Louis", "People's
// Republic of China") take one and are no words.
func (s *placeScan) longest(row, limit int) (int, []gazetteer.Hit) {
	d := s.d
	first := int(d.wordToken[row])
	var rows [maxNameWords]int
	s.space = s.space[:0]
	for r := row; r < len(d.words) && len(s.space) < limit; r++ {
		if d.words[r] == 0 {
			i := int(d.wordToken[r])
			t := &d.toks[i]
			inside := r > row && (t.kind == cliticToken || d.str(i) == "." && !t.spaced && d.has(i-1, abbreviation) && d.toks[i-1].end-d.toks[i-1].start <= 3)
			if !inside {
				break
			}
			continue
		}
		rows[len(s.space)] = r
		s.space = append(s.space, d.words[r])
	}
	for window := s.space; len(window) > 0; {
		n, hits := s.r.gaz.Longest(window)
		if n == 0 {
			return 0, nil
		}
		good := 1
		for k := 1; k < n; k++ {
			i := int(d.wordToken[rows[k]])
			t := &d.toks[i]
			if t.sent != d.toks[first].sent || t.breaks > 0 && t.caps == lowerCase || d.toks[i-1].kind == dashToken {
				break
			}
			if t.caps != lowerCase || t.kind == numberToken || d.lang != geo.English {
				good = k + 1
			} else if t.end-t.start > 6 && d.toks[i-1].kind != hyphenToken {
				break
			}
		}
		if good == n {
			return rows[n-1] - row + 1, hits
		}
		window = window[:good]
	}
	return 0, nil
}

// addDemonym notes a people's name or adjective: it names its country, and is
// never a point.
func (s *placeScan) addDemonym(row, i int, id geo.PlaceID) {
	name, ok := s.byKey[s.d.words[row]]
	if !ok {
		pl, known := s.r.gaz.Place(id)
		if !known {
			return
		}
		name = s.newName(s.d.words[row])
		s.names[name].candidates = []candidate{{place: pl, prior: 40}}
		s.names[name].people = true
	}
	s.push(spot{row: int32(row), rows: 1, first: int32(i), end: int32(i + 1), from: int32(i), to: int32(i + 1),
		name: name, sent: s.d.toks[i].sent, use: geo.Demonym})
}

// saidPlace reports whether the text says of the name at token i, which no list
// has, that it is a settlement's: "the village of Tykhohirske", "село Тихогірське",
// "Tykhohirske, Donetsk region".
func (s *placeScan) saidPlace(i int) bool {
	d := s.d
	t := &d.toks[i]
	if t.end-t.start < 4 || s.role[i] != noRole || d.sents[t.sent].label {
		return false
	}
	k := i - 1
	if k < 0 || d.toks[k].sent != t.sent {
		return false
	}
	if d.lang == geo.English {
		if !d.is(k, "of") || k == 0 || d.toks[k-1].sent != t.sent {
			return false
		}
		k--
	} else if d.str(k) == "." && !d.toks[k].spaced && k > 0 {
		k--
	}
	if d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase {
		return false
	}
	h := s.w.word(s.hashOf(k)).head
	return h.class == headCity && h.before && !d.isAny(k, "community", "communities", "capital", "commune", "municipality")
}

// addUnknown makes the spot of a name that no list has and returns its rows.
func (s *placeScan) addUnknown(row, i int) int {
	d := s.d
	n := 1
	key := d.words[row]
	for n < 3 && row+n < len(d.words) {
		k := int(d.wordToken[row+n])
		t := &d.toks[k]
		if t.kind != wordToken || t.caps == lowerCase || t.sent != d.toks[i].sent || d.toks[k-1].kind == punctToken || d.words[row+n] == 0 {
			break
		}
		key = joinWords(key, d.words[row+n])
		n++
	}
	name, ok := s.byKey[key]
	if !ok {
		name = s.newName(key)
	}
	end := d.wordToken[row+n-1] + 1
	s.push(spot{row: int32(row), rows: int32(n), first: int32(i), end: end, from: int32(i), to: end,
		name: name, sent: d.toks[i].sent})
	return n
}

func (s *placeScan) newName(key uint64) int32 {
	s.names = append(s.names, placeName{key: key})
	i := int32(len(s.names) - 1)
	s.byKey[key] = i
	return i
}

// addSpot makes the spot of the n words at row.
func (s *placeScan) addSpot(row, n int, hits []gazetteer.Hit) {
	d := s.d
	first, end := d.wordToken[row], d.wordToken[row+n-1]+1
	key := d.words[row]
	for _, h := range d.words[row+1 : row+n] {
		key = joinWords(key, h)
	}
	p := spot{row: int32(row), rows: int32(n), first: first, end: end, from: first, to: end, sent: d.toks[first].sent}
	st := &d.sents[p.sent]
	if st.label {
		b := &d.blocks[st.block]
		p.label, p.dateline = !b.dateline, b.dateline
	}
	name, ok := s.byKey[key]
	if !ok {
		c := s.candidates(hits)
		if len(c) == 0 {
			return
		}
		name = s.newName(key)
		s.names[name].candidates = c
	}
	p.name = name
	// "Ill.", "Calif.": the full stop belongs to the name.
	if s.names[name].candidates[0].short && int(end) < len(d.toks) && d.str(int(end)) == "." && !d.toks[end].spaced {
		p.to++
	}
	s.push(p)
}

// maxMeanings bounds the places that a name is thought to mean: the largest.
const maxMeanings = 24

// candidates looks up the places of hits, largest first.
func (s *placeScan) candidates(hits []gazetteer.Hit) []candidate {
	from := len(s.found)
	for _, h := range hits {
		if len(s.found)-from == maxMeanings {
			break
		}
		pl, ok := s.r.gaz.Place(h.Place)
		if !ok {
			continue
		}
		c := candidate{place: pl, prior: int16(sizePrior(&pl)), short: h.Form == gazetteer.Abbreviation}
		switch h.Form {
		case gazetteer.Preferred:
			c.prior += 5
		case gazetteer.Alias:
			c.prior += 3
			if pl.Country != "UA" && pl.Country != "RU" && pl.Kind == geo.Settlement && pl.Population < 100_000 {
				c.prior -= 9 // most are names in other languages
			}
		case gazetteer.Abbreviation:
			c.prior += 3
		case gazetteer.Variant, gazetteer.Inflected:
			c.prior++
		case gazetteer.Adjectival:
			c.adjective = true
		case gazetteer.Skeleton:
			c.prior -= 5
		}
		if s.w.metonyms[pl.ID] {
			c.prior += 8
		}
		s.found = append(s.found, c)
	}
	out := s.found[from:len(s.found):len(s.found)]
	large := false // does a town bear the name?
	for i := range out {
		large = large || out[i].place.Country == "UA" && out[i].place.Population >= 10_000
	}
	for i := range out {
		if s.w.known[out[i].place.ID] && !large {
			out[i].prior += 16
		}
		for j := range out {
			if a, b := &out[i].place, &out[j].place; a.Kind == geo.Region && b.Kind == geo.Settlement && a.Country == b.Country && (a.Admin1 == b.Admin1 || kilometres(a.Point, b.Point) < 80) {
				out[i].namesake = true
			}
		}
	}
	return out
}

// sizePrior is what the size of a place says for it when nothing else is known:
// 0 to 32 points.
func sizePrior(p *geo.Place) int {
	switch p.Kind {
	case geo.Country:
		return 32
	case geo.Region:
		switch {
		case p.ID != geo.PlaceID("adm:"+p.Admin1):
			return 10
		case bigUnits[p.Country]:
			return 22
		}
		return 14
	case geo.River, geo.Sea:
		return 12
	case geo.Facility:
		return 8
	}
	for _, step := range sizeSteps {
		if p.Population >= step.people {
			return step.points
		}
	}
	return 0
}

// bigUnits are the countries whose first-level units are known by name as
// countries are: states, provinces, oblasts.
var bigUnits = map[string]bool{"US": true, "CA": true, "AU": true, "IN": true, "BR": true, "MX": true, "DE": true, "RU": true, "UA": true, "CN": true, "AR": true}

var sizeSteps = []struct{ people, points int }{
	{5_000_000, 24}, {1_000_000, 20}, {300_000, 16}, {100_000, 13}, {50_000, 10}, {15_000, 8}, {5_000, 5}, {1_000, 3}, {1, 1},
}

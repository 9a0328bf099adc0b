package read

import "contested/geo/gazetteer"

// findLoud marks the sentences in which capitals tell little: those in
// capitals throughout, and headlines that capitalise most words.
func (s *placeScan) findLoud() {
	d := s.d
	capitals := d.capitals
	for k := range d.sents {
		st := &d.sents[k]
		n := 0
		for n < len(capitals) && int(capitals[n]) < st.end {
			n++
		}
		those := capitals[:n]
		capitals = capitals[n:]
		if n < 4 || st.end-st.first > 40 || st.label {
			continue
		}
		words, caps := 0, 0
		for _, i := range those {
			if t := &d.toks[i]; int(i) >= st.first && t.end-t.start > 3 {
				caps++
			}
		}
		for i := st.first; i < st.end && caps*5 >= words*4; i++ { // most sentences soon have too many others
			if t := &d.toks[i]; t.kind == wordToken && t.end-t.start > 3 {
				words++
			}
		}
		s.loud[k] = words >= 4 && caps*5 >= words*4 && (caps > words-1 || d.char(st.end-1) != '.')
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
	s.findVoices()
	last := -1 // what has been looked at
	for _, c := range d.capitals {
		i := int(c)
		if t := &d.toks[i]; i <= last || t.end-t.start < 2 && !s.initial(i) {
			continue
		}
		last = s.person(i)
	}
}

// findVoices notes who speaks by the labels of a talk: "OKAFOR:" makes a name of
// "Ilan Okafor", whatever Ilan is besides.
func (s *placeScan) findVoices() {
	d := s.d
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.kind != speech || b.body-b.first < 2 || d.toks[b.body-2].kind != wordToken || d.toks[b.body-2].caps != upperCase {
			continue
		}
		if h := s.hashOf(b.body - 2); h != 0 {
			s.voices[h] = true
		}
	}
}

// initial reports whether token i is an initial: "J."
func (s *placeScan) initial(i int) bool {
	d := s.d
	return i+2 < len(d.toks) && d.toks[i].caps != lowerCase && d.toks[i].end-d.toks[i].start <= 2 && d.str(i+1) == "." &&
		!d.toks[i+1].spaced && d.toks[i+2].kind == wordToken && d.toks[i+2].caps != lowerCase && d.toks[i+2].sent == d.toks[i].sent
}

var nobleWords = listOf("von van de bin al el ben del der la ibn")

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
		case t.kind == wordToken && t.caps == lowerCase && n > 0 && d.isOf(k, &nobleWords) &&
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
	voice := len(words) == 2 && s.voices[s.hashOf(words[1])]
	named := len(words) > 1 && (first&signFirstName != 0 || s.initial(words[0]) || voice)
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
			if n, _ := s.r.gaz.Longest(s.d.words[d.toks[words[0]].row : d.toks[words[0]].row+1]); n > 0 {
				s.persons[s.hashOf(words[0])]++
			}
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
		if k != words[0] || !named || voice {
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
	n, hits := s.r.gaz.Longest(d.words[d.toks[words[0]].row : d.toks[words[0]].row+1])
	if n > 0 {
		if !s.bearsPlace(words, hits) {
			return false
		}
	}
	k := last + 1
	if k+1 >= len(d.toks) || d.toks[k].sent != d.toks[last].sent {
		return false
	}
	if b := words[0] - 1; n > 0 && (b >= 0 && d.toks[b].sent == d.toks[last].sent && (d.has(b, sayWord|roleWord) || d.is(b, "to") && b > 0 && d.is(b-1, "according")) || d.has(k, beWord) && d.blocks[d.sents[d.toks[last].sent].block].kind == speech) {
		return true // "said Dallas Petrenko", "PRESENTER: Kent Novak is in Dnipro"
	}
	return d.has(k, sayWord) || d.char(k) == ',' && (d.isAny(k+1, "a", "an", "who", "whose") || d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 2)
}

// bearsPlace reports whether a word that names places abroad may be a first name for the
// one behind it, which nothing is known of: "Dallas Petrenko".
func (s *placeScan) bearsPlace(words []int, hits []gazetteer.Hit) bool {
	if s.d.toks[words[1]].word != 0 || s.signs(words[1])&^signOrdinary != 0 {
		return false
	}
	for _, h := range hits {
		if p, ok := s.r.gaz.Place(h.Place); ok && (p.Country == "UA" || p.Country == "RU") {
			return false
		}
	}
	return true
}

// namesPlace reports whether a run that starts with a word that is both a first
// name and a place goes on as places do: "Florence Italy", "Georgia Tech".
func (s *placeScan) namesPlace(words []int) bool {
	row := int(s.d.toks[words[0]].row)
	n, _ := s.r.gaz.Longest(s.d.words[row:min(row+4, len(s.d.words))])
	return n > 1
}

var weakTitles = listOf("deputy chief attorney judge dean father sister general major private pilot head marshal constable representative volunteer resident manager owner coach driver captain")

// weakTitle lists titles that as often stand before a body as before a name.
func (s *placeScan) weakTitle(i int) bool {
	return s.d.isOf(i, &weakTitles) &&
		s.d.toks[i].caps == lowerCase
}

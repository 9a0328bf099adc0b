package read

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// signs is what the lists say of the word at token i alone.
func (s *placeScan) signs(i int) sign {
	if i < 0 || i >= len(s.d.toks) || s.d.toks[i].kind != wordToken {
		return 0
	}
	return s.phrase(i).signs
}

// hashOf is the hash of word token i.
func (s *placeScan) hashOf(i int) uint64 { return s.d.words[s.d.toks[i].row] }

// phrase is what the lists know of word token i.
func (s *placeScan) phrase(i int) *phrase { return &s.w.phrases[s.d.toks[i].phrase] }

// maxNameWords bounds the words of a name of a place; maxSpots the names that
// are looked at in one text, some ten times as many as a book has.
const (
	maxNameWords = 8
	maxSpots     = 200_000
)

// findSpots finds the names of places: from each capitalised word the longest
// name that the gazetteer knows.
func (s *placeScan) findSpots() {
	d := s.d
	next := 0 // the first word that has not been looked at
	for _, c := range s.nameStarts() {
		i := int(c)
		t := &d.toks[i]
		row := int(t.row)
		if row < next || d.words[row] == 0 {
			continue
		}
		if len(s.spots) >= maxSpots {
			return
		}
		if s.role[i] == personRole {
			continue
		}
		if hits := s.slavicUnit(i); len(hits) > 0 {
			// Another word than the adjective of a town that is the same.
			s.addNamed(row, 1, joinWords(d.words[row], unitKey), hits)
			continue
		}
		if hits := s.firstOfTwo(i); len(hits) > 0 {
			s.addNamed(row, 1, joinWords(d.words[row], unitKey), hits)
			continue
		}
		n, hits := s.longest(row, maxNameWords)
		if n < 2 {
			hits := s.pair(i)
			if len(hits) == 0 {
				hits = s.hyphened(i)
			}
			if len(hits) == 0 {
				hits = s.sea(i)
			}
			if len(hits) > 0 {
				s.addSpot(row, 2, hits)
				next = row + 2
				continue
			}
		}
		if n == 0 {
			if hits := s.townOfAdjective(i); len(hits) > 0 {
				s.addSpot(row, 1, hits)
				continue
			}
			if hits := s.unit(i); len(hits) > 0 {
				s.addSpot(row, 1, hits)
				continue
			}
			if hits := s.respelled(i); len(hits) > 0 {
				s.addSpot(row, 1, hits)
				continue
			}
			if hits := s.landOf(i); len(hits) > 0 {
				s.addSpot(row, 1, hits)
				continue
			}
		}
		if n == 0 && s.saidPlace(i) {
			next = row + s.addUnknown(row, i)
			continue
		}
		if n > 1 {
			if d.toks[d.wordToken[row+1]].kind == numberToken && s.phrase(i).signs&signCalendar != 0 {
				continue // "October 6"
			}
			s.addSpot(row, n, hits)
			next = row + n
			continue
		}
		sg := s.phrase(i).signs
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

// unit finds the oblast or raion that an adjective means whose noun is written
// small or stands behind several: "Donetska oblast", "Kramatorskyi and Pokrovskyi
// raions".
func (s *placeScan) unit(i int) []gazetteer.Hit {
	d := s.d
	adjective := func(k int) bool {
		w := d.str(k)
		return d.toks[k].caps == titleCase && (strings.HasSuffix(w, "ska") || strings.HasSuffix(w, "zka") || strings.HasSuffix(w, "skyi") || strings.HasSuffix(w, "zkyi") || strings.HasSuffix(w, "skiy"))
	}
	if d.lang != geo.English || !adjective(i) {
		return nil
	}
	const far = 12 // tokens to the noun
	for k := i + 1; k < len(d.toks) && k < i+far; k++ {
		noun := ""
		switch {
		case d.isAny(k, "oblast", "oblasts", "region", "regions"):
			noun = "oblast"
		case d.isAny(k, "raion", "raions", "rayon", "rayons", "district", "districts"):
			noun = "raion"
		case d.char(k) == ',', d.is(k, "and"), d.toks[k].kind == wordToken && adjective(k):
			continue
		default:
			return nil
		}
		n, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(strings.ToLower(d.str(i)))), gazetteer.HashWord([]byte(noun))})
		if n == 2 {
			return hits
		}
		return nil
	}
	return nil
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
	start := d.known.start(d.toks[first].form, d.words[row])
	if start.Words == 0 {
		return 0, nil
	}
	limit = min(limit, start.Words)
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
		if len(s.space) == 1 && !start.Seconds.Holds(d.words[r]) {
			break // as most of the time
		}
		s.space = append(s.space, d.words[r])
	}
	if len(s.space) == 1 {
		return min(1, len(start.Alone)), start.Alone
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
		s.names[name].candidates = []candidate{{place: pl, prior: 40, metonym: s.w.metonyms[pl.ID], cell: cell(pl.Point, 1), fine: cell(pl.Point, fineness), country: s.d.known.code(pl.Country), region: s.d.known.code(pl.Admin1)}}
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
	h := s.phrase(k).head
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
	key := s.d.words[row]
	for _, h := range s.d.words[row+1 : row+n] {
		key = joinWords(key, h)
	}
	s.addNamed(row, n, key, hits)
}

// addNamed makes the spot of the n words at row, with the key of its name.
func (s *placeScan) addNamed(row, n int, key uint64, hits []gazetteer.Hit) {
	d := s.d
	first, end := d.wordToken[row], d.wordToken[row+n-1]+1
	p := spot{row: int32(row), rows: int32(n), first: first, end: end, from: first, to: end, sent: d.toks[first].sent}
	st := &d.sents[p.sent]
	if st.label {
		b := &d.blocks[st.block]
		p.label, p.dateline = !b.dateline && !b.labelled, b.dateline
		for k := st.first; k < int(first) && p.dateline; k++ {
			if c := d.char(k); c == '(' || c == '/' {
				p.label, p.dateline = true, false // the agency: "(INA)"
			}
		}
	}
	name, ok := s.byKey[key]
	if !ok {
		c := s.candidates(key, hits)
		if len(c) == 0 {
			return
		}
		for k := range c {
			if n == 2 && d.lang == geo.Ukrainian && c[k].place.NameUK != "" && !strings.ContainsAny(c[k].place.NameUK, " -") {
				c[k].fame = 0 // "Красний Лиман": the town is no more called so
			}
			if n > 1 && d.lang == geo.Russian && c[k].place.Country == "UA" && c[k].place.Population >= 15_000 {
				c[k].fame = max(c[k].fame, 22) // "Красный Лиман" is the town, not the village
			}
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

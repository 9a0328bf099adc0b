package read

import (
	"strings"

	"contested/geo"
)

// narrow is the phrase in tokens [i, j) that names a source: from the first word
// that is no adverb, time or conjunction to the last name or body; empty when
// nothing there can speak.
func (s *slavic) narrow(i, j int) np {
	d := s.d
	for i < j && (d.toks[i].kind != wordToken && d.toks[i].kind != openToken || s.x.is(i, slavicFiller)) {
		if _, ok := s.x.find(slavicParty, i); ok {
			break
		}
		i++
	}
	for i+1 < j && s.x.is(i, slavicIn) && s.x.is(i+1, slavicFiller) {
		i += 2
	}
	if e := s.pastMedium(i, j); e > 0 {
		if p := s.narrow(e, j); !p.empty() && s.named(p) {
			return p
		}
	}
	first, last, opening := -1, -1, -1
	for k := i; k < j; k++ {
		t := &d.toks[k]
		if t.kind == wordToken && s.isDate(k) {
			continue
		}
		if first >= 0 && s.x.is(k, slavicSaying) {
			break // "в Киеве слова генерала опровергли"
		}
		end := 0
		for _, h := range s.x.starting(k) {
			switch {
			case h.p.kind == slavicParty || h.p.kind == slavicRole:
				end = max(end, min(h.end, j))
			case h.p.kind == slavicWord && h.p.words&(slavicPronoun|slavicBody|slavicWe) != 0:
				end = max(end, k+1)
			}
		}
		if t.kind == wordToken && t.caps != lowerCase && !s.x.is(k, slavicFiller) && !s.x.is(k, slavicIn) && !s.x.is(k, slavicAbout) && !s.x.is(k, slavicThis) && !s.isChannel(k) {
			if end == 0 && first < 0 && s.opens(k, j) {
				if !s.d.isOf(k, &openingPrepositions) {
					opening = k
				}
				continue
			}
			end = max(end, k+1)
		}
		if end > 0 {
			if first < 0 {
				if first = k; opening >= 0 && !s.x.is(k, slavicPronoun|slavicWe) && !s.x.is(opening, slavicAgainst) {
					first = opening // "Один із офіцерів"
				}
			}
			last = max(last, end)
		}
	}
	if first < 0 && opening >= 0 {
		first, last = opening, opening+1
	}
	if first < 0 {
		return np{}
	}
	first = s.pastRecipient(first, last)
	if last > first+1 && s.d.isOf(first, &subjectPronouns) {
		last = first + 1 // "сказала она радио «N»"
	}
	for last-first > 2 && s.x.is(last-1, slavicPronoun) && s.x.is(last-2, slavicIn|slavicAgainst) {
		last -= 2 // "Майор N с ним не согласен"
	}
	if last-first == 1 && s.x.is(first, slavicPronoun) && s.d.isOf(first-1, &togetherWith) {
		return np{}
	}
	if s.poster(first) {
		last = min(max(last, first+2), j)
	}
	for k := first + 1; k < last; k++ {
		if s.pastMedium(k, last) > 0 {
			return np{first, k, first} // "мэр города Иван Ткач в своем канале"
		}
	}
	if q := d.toks[last-1].quote; q > 0 && d.quotes[q-1].first > first && d.quotes[q-1].last < j && !d.quotes[q-1].speech {
		last = max(last, d.quotes[q-1].last) // a name in quotation marks is taken whole
	}
	if last < j && d.toks[last].kind == closeToken && d.quotes[d.toks[last].quote-1].first > first {
		last++
	}
	// "власти Запорожской области": the name of a place is taken whole
	if k := d.mentionIndex(last - 1); k < len(d.mentions) && d.mentions[k].first < last && d.mentions[k].end > last {
		last = min(d.mentions[k].end, j)
	}
	return np{first, last, first}
}

// togetherWith stand before whom somebody deals with.
var togetherWith = listOf("с со з із зі")

// subjectPronouns stand for a speaker alone.
var subjectPronouns = listOf("він вона вони он она они")

// openingPrepositions open what tells when or where, before who speaks: "За кілька годин штаб".
var openingPrepositions = listOf("за о об при над перед близько около спустя понад свыше щойно лише тільки только едва чуть зразу одразу сразу невдовзі вскоре дещо")

// opens reports whether the capital of token k may be only that of the sentence's first
// word, as in "Уранці ми": no name, place or given name, and a small letter follows before token j.
func (s *slavic) opens(k, j int) bool {
	d := s.d
	return d.sents[d.toks[k].sent].first == k && d.toks[k].caps == titleCase && k+1 < j && d.toks[k+1].kind == wordToken && d.toks[k+1].caps == lowerCase && !s.x.is(k, slavicGiven) && !s.placeAt(k)
}

// pastRecipient is where the speaker starts behind a medium that was spoken to:
// "рассказал ТАСС эксперт N", "в інтерв'ю «Слідству» командир N".
func (s *slavic) pastRecipient(first, last int) int {
	d := s.d
	end := first
	if q := d.toks[first].quote; first > 0 && d.toks[first-1].kind == openToken && q > 0 && d.quotes[q-1].last < last {
		end = d.quotes[q-1].last + 1
	} else if h, ok := s.x.find(slavicParty, first); ok && h.p.class == geo.Media && (h.p.name != "" || s.caseOf(first) != subjectCase) {
		end = h.end
	}
	if h, ok := s.x.find(slavicParty, first); end == first && ok && h.p.person && s.toWhom(h.end-1) {
		end = h.end // "доложил Путину начальник Генштаба"
	} else if end == first && s.toWhom(first) && (d.toks[first].caps == lowerCase || len(s.x.starting(first)) > 0) {
		end = first + 1 // "рассказал журналистам губернатор", "доповів Президентові головком N"
	}
	if end == first {
		return first
	}
	for _, h := range s.x.in(end, min(end+2, last)) {
		if h.p.kind == slavicRole || h.p.kind == slavicParty && h.p.person {
			return h.first
		}
	}
	return first
}

// toWhom reports whether the word at token i has an ending of the dative: of whom somebody
// tells something to.
func (s *slavic) toWhom(i int) bool {
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"ову", "еву", "єву", "ину", "їну", "іну", "ому", "ему", "ам", "ям", "ові", "еві", "єві"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// wide is the phrase in tokens [i, j) when its place says that it is a source and
// no list knows it: all but adverbs; empty for long ones and for clauses.
func (s *slavic) wide(i, j int) np {
	d := s.d
	for i < j && (d.toks[i].kind != wordToken || s.x.is(i, slavicFiller|slavicAnd|slavicThis|slavicAs|slavicThat|slavicAbout)) {
		i++
	}
	if s.x.is(i, slavicIn) && s.x.is(i+1, slavicSaying) && i+1 < j {
		i += 2 // "ідеться у зведенні"
	}
	for j > i && (d.toks[j-1].kind != wordToken || s.x.is(j-1, slavicFiller)) {
		j--
	}
	if i >= j || j-i > 8 || s.anyFinite(i, j) || j-i == 1 && (s.x.is(i, slavicIn) || s.isNot(i)) || s.isNot(i) {
		return np{}
	}
	return np{i, j, i}
}

// isChannel reports whether token i names the channel and not the speaker.
func (s *slavic) isChannel(i int) bool {
	switch s.x.str(s.d, i) {
	case "telegram", "телеграмі", "телеграме", "facebook", "фейсбуці", "x", "телеграм", "twitter", "youtube":
		return true
	}
	return false
}

func (s *slavic) isDate(i int) bool {
	return i > 0 && s.d.toks[i-1].kind == numberToken && s.d.toks[i].caps == lowerCase
}

// named reports whether a source phrase holds a listed party, role or pronoun.
func (s *slavic) named(p np) bool {
	for _, h := range s.x.in(p.first, p.end) {
		if h.p.kind == slavicParty || h.p.kind == slavicRole || h.p.kind == slavicWord && h.p.words&(slavicPronoun|slavicBody|slavicWe) != 0 {
			return true
		}
	}
	return false
}

// maxApposition is how many tokens the office of a speaker between commas may take.
const maxApposition = 8

// pastApposition is where a source that ends at the comma of token i ends when its office
// follows between commas: "за словами Сергія, командира роти, C".
func (s *slavic) pastApposition(i, hi int) int {
	if i+1 >= hi || !s.isMark(i, ',') || s.d.toks[i+1].kind != wordToken {
		return i
	}
	to := s.clauseEnd(i+1, min(hi, i+maxApposition))
	if to >= hi-1 || !s.isMark(to, ',') || s.x.is(to+1, slavicRelative) || !s.ofSomebody(i+1) || s.anyFinite(i+1, to) {
		return i
	}
	for _, h := range s.x.starting(i + 1) {
		if h.p.kind == slavicRole || h.p.kind == slavicParty && h.p.person {
			return to
		}
	}
	return i
}

// ofSomebody reports whether the word at token i has an ending of the genitive singular
// of people: "командира", "жительницы", "речника".
func (s *slavic) ofSomebody(i int) bool {
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"а", "я", "ого", "его", "ої", "ой", "ницы", "ниці", "ки"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

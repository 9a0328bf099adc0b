package read

import "contested/geo"

// fromNaming: a noun in small letters behind the name that makes another thing
// of it, quotation marks around the name alone, and an article before a name
// that takes none.
//
//	"the Kharkiv brigade" · "the Minsk agreements" · "company 'Kherson'" · "the Moskva sank"
func (s *placeScan) fromNaming(p *spot) {
	d := s.d
	first, k := int(p.first), int(p.to)
	end := d.sents[p.sent].end
	on := p.name0(s)
	if k < end && d.lang == geo.English && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase && s.namesOther(k) && p.head.class == noHead {
		s.add(p, "place.named-after", d.span(k, k+1), -80)
	}
	if first > d.sents[p.sent].first && k < end && d.toks[first-1].kind == openToken && d.toks[k].kind == closeToken && p.head.class == noHead {
		n := -40
		if b := first - 2; b >= 0 && s.placing(b) {
			n = 0
		}
		if s.unitBeside(first-2, -1) || s.unitBeside(k+1, 1) {
			n = -80
		}
		s.add(p, "place.quoted", on, n)
	}
	if d.lang == geo.English && p.definite && p.head.class == noHead && p.list == 0 && s.onlyTowns(p) && !s.leadsList(int(p.index)) && p.rows == 1 {
		switch {
		case s.singledOut(p, end):
			p.other = true
			s.add(p, "place.one-of-several", on, 20)
		case k >= end, d.toks[k].kind == punctToken && d.char(k) != ',', d.toks[k].tag == verbTag, d.toks[k].tag == auxTag, d.toks[k].tag == prepTag && !d.is(k, "of"):
			s.add(p, "place.article", on, -60)
		}
	}
	s.fromNickname(p)
	s.asPerson(p)
	if d.lang == geo.English && p.head.class == noHead {
		s.fromBearer(p)
	}
}

// singledOut reports whether the article before a name that several places bear says
// which of them is meant: "the Pokrovske on the Vovcha", "the Mykolaivka east of Sloviansk",
// "the Novoselivka in question".
func (s *placeScan) singledOut(p *spot, end int) bool {
	d := s.d
	k, i := int(p.to), int(p.index)
	if len(s.names[p.name].candidates) < 2 || k >= end || d.toks[k].kind != wordToken {
		return false
	}
	if d.is(k, "in") && d.isAny(k+1, "question", "dispute") {
		return true
	}
	const near = 5 // tokens: "on the western bank of the"
	return (d.is(k, "on") || s.placing(k) || s.signs(k)&signCompass != 0) && i+1 < len(s.spots) && s.spots[i+1].sent == p.sent && int(s.spots[i+1].from)-k <= near
}

// fromNickname: a name that fills quotation marks with the words before it is what
// something was dubbed: the van known as "Little Odesa".
func (s *placeScan) fromNickname(p *spot) {
	d := s.d
	first, k := int(p.first), int(p.to)
	if d.toks[first].quote == 0 || k >= len(d.toks) || d.toks[k].kind != closeToken {
		return
	}
	for n := 1; n < 4 && first-n > d.sents[p.sent].first; n++ {
		switch j := first - n; {
		case d.toks[j].kind == openToken:
			if n > 1 && s.signs(j-1)&(signCalled|signLead) != 0 || d.isOf(j-1, &dubbedWords) {
				s.add(p, "place.nickname", p.name0(s), -80)
			}
			return
		case d.toks[j].kind != wordToken, d.toks[j].caps == lowerCase:
			return
		}
	}
}

var dubbedWords = listOf("nicknamed dubbed christened baptised baptized labelled labeled call calls")

var kinWords = listOf("brother brothers sister sisters mother father wife husband son sons daughter daughters widow widower grandmother grandfather grandson granddaughter uncle aunt cousin nephew niece parents fiancée fiancé")

var shipWords = listOf("tanker ship vessel frigate corvette cruiser destroyer submarine freighter trawler ferry boat tug barge yacht minesweeper carrier")

// fromBearer: what bears the name of a place shows itself by what is said of it: it has
// kin, it plays against another, it is a ship, it stands in another place.
//
//	"Tokmak's brother" · "the Mariupol v Sumy game" · "the Kerch, a tanker" · "Minsk-2" · "the Lyman grocery in Balakliia"
func (s *placeScan) fromBearer(p *spot) {
	d := s.d
	first, k, i := int(p.first), int(p.to), int(p.index)
	end := d.sents[p.sent].end
	if k+1 >= end {
		return
	}
	next := 0 // the first token of the name behind
	if i+1 < len(s.spots) && s.spots[i+1].sent == p.sent {
		next = int(s.spots[i+1].first)
	}
	switch {
	case d.toks[k].kind == cliticToken && d.isOf(k+1, &kinWords):
		s.add(p, "place.person", d.span(k, k+2), -80)
	case d.char(k) == ',' && k+2 < end && p.definite && d.isAny(k+1, "a", "an") && (d.isOf(k+2, &shipWords) || k+3 < end && d.isOf(k+3, &shipWords)):
		s.add(p, "place.lead", d.span(k+1, k+3), -80)
	case d.toks[k].kind == hyphenToken && d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 1 && d.toks[first].kind == wordToken:
		s.add(p, "place.part-of-name", d.span(k, k+2), -60)
	case next == k+1 && d.isAny(k, "v", "vs", "versus"), i > 0 && d.isAny(first-1, "v", "vs", "versus") && int(s.spots[i-1].to) == first-1:
		s.add(p, "place.match", p.name0(s), -80)
	case next > k+1 && next-k <= 4 && s.placing(next-1) && d.isOf(next-2, &sites):
		s.add(p, "place.named-after", d.span(next-2, next-1), -80)
	}
}

// sites are what stands in a town and may bear the name of another.
var sites = listOf("hotel motel hostel restaurant café cafe bar cinema shop store supermarket grocery pharmacy bakery bank stadium arena theatre park school hospital clinic sanatorium factory plant market mall")

var namedAfterPlaces = listOf("avenue square boulevard hotel motel hostel restaurant café cafe bar cinema cake cakes cutlet cutlets sausage schnitzel borscht beer brewery bread newspaper tabloid choir orchestra derby fans supporters footballers family families cruiser frigate tanker ferry papers dolls embroidery camera cameras fridge refrigerator motorcycle motorcycles motorbike scooter tank missile missiles rifle rifles pistol watchdog shepherd cheesecake cow cows horse horses wine brandy vodka chocolate chocolates sweets match fixture marathon metro")

// namesOther reports whether the noun in small letters at token k makes the name
// before it that of something else than a place.
func (s *placeScan) namesOther(k int) bool {
	d := s.d
	ph, last := s.phraseAt(k)
	switch sg := s.signs(k); {
	case ph.signs&signUnit != 0 && last > k+1:
		return true // "the Kharkiv group of forces"
	case sg&signUnit != 0:
		return !d.isAny(k, "army", "group", "groups", "unit", "units", "garrison", "fleet", "cossacks", "guards", "company")
	case sg&signEvent != 0:
		return d.isAny(k, "accord", "accords", "agreement", "agreements", "convention", "declaration", "format", "memorandum", "pact", "process", "protocol", "protocols", "treaty")
	}
	return d.isOf(k, &namedAfterPlaces) || s.longUnit(k) || d.isOf(k, &shops) || d.toks[k].tag == nounTag && k+1 < len(d.toks) && d.isOf(k+1, &shops)
}

// shops are called after places, not by where they are: "the Berdiansk store", "the
// Lyman grocery shop".
var shops = listOf("shop store supermarket minimarket grocery pharmacy bakery bookshop boutique canteen pizzeria")

// longUnit reports whether small words at token k end in one for a unit: "the Donetsk
// motor rifle regiment", "the Lyman air assault brigade".
func (s *placeScan) longUnit(k int) bool {
	d := s.d
	const most = 3 // words
	for n := 0; n < most && k+1 < len(d.toks); n++ {
		if t := &d.toks[k]; t.kind != wordToken || t.caps != lowerCase || t.tag != nounTag && t.tag != adjTag {
			return false
		}
		if k++; d.toks[k].kind == hyphenToken {
			k++
		}
		if k < len(d.toks) && d.toks[k].caps == lowerCase && d.isAny(k, "brigade", "brigades", "regiment", "regiments", "battalion", "battalions", "division", "platoon", "squadron", "detachment", "corps") {
			return true
		}
	}
	return false
}

// unitBeside reports whether a word for a unit, a company or a ship, a first
// name for an operation, stands at token k or the one beside it.
func (s *placeScan) unitBeside(k, step int) bool {
	d := s.d
	for n := 0; n < 2 && k >= 0 && k < len(d.toks) && d.toks[k].kind == wordToken; n, k = n+1, k+step {
		if s.signs(k)&(signUnit|signLead|signCompany|signClub|signPress|signGroup) != 0 || s.namesOther(k) {
			return true
		}
	}
	return false
}

// onlyTowns reports whether the name can mean nothing but settlements.
func (s *placeScan) onlyTowns(p *spot) bool {
	c := s.names[p.name].candidates
	for i := range c {
		if c[i].place.Kind != geo.Settlement {
			return false
		}
	}
	return len(c) > 0
}

// asPerson: a name that is a given name as well and does what people do:
// "Stanislav, a bus driver, says", "Marharyta, 34,", "says Stanislav".
func (s *placeScan) asPerson(p *spot) {
	d := s.d
	first, k := int(p.first), int(p.to)
	end := d.sents[p.sent].end
	if p.rows != 1 || p.head.class != noHead || p.before&(signIn|signNear|signToward|signFrom|signBetween|signStrike) != 0 || s.speaks(p) || s.signs(first)&signFirstName == 0 {
		return
	}
	st := d.sents[p.sent].first
	switch {
	case k < end && d.toks[k].kind == wordToken && d.has(k, sayWord):
	case k < end && d.toks[k].kind == wordToken && d.toks[k].tag == verbTag:
	case k+2 < end && d.char(k) == ',' && (d.isAny(k+1, "a", "an", "who", "whose", "his", "her") || d.toks[k+1].kind == numberToken || d.toks[k+1].tag == numTag):
	case first > st && d.has(first-1, sayWord):
	case first > st && d.toks[first-1].kind == wordToken && d.has(first-1, witnessWord|roleWord|possWord):
	case k+1 < end && d.toks[k].kind == cliticToken && d.has(k+1, peopleWord|witnessWord):
	case p.before == 0:
		s.add(p, "place.given-name", p.name0(s), -15)
		return
	default:
		return
	}
	s.add(p, "place.given-name", p.name0(s), -60)
}

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
	if d.toks[first].quote == 0 || k >= len(d.toks) {
		return
	}
	if first > 1 && d.toks[first-1].kind == openToken && d.isOf(first-2, &workNouns) {
		s.add(p, "place.title-of", d.span(first-2, first-1), -80) // the painting "Mariupol, My Love"
		return
	}
	if d.toks[k].kind != closeToken {
		return
	}
	if s.inTitle(p) {
		s.add(p, "place.title-of", p.name0(s), -80)
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

// inTitle reports whether the name closes the title of a work: the film "Twenty Days in
// Mariupol".
func (s *placeScan) inTitle(p *spot) bool {
	d := s.d
	const most = 7 // words of the title before it
	for j, n := int(p.first)-1, 0; n < most && j > d.sents[p.sent].first; j, n = j-1, n+1 {
		if d.toks[j].kind == openToken {
			return d.isOf(j-1, &workNouns)
		}
	}
	return false
}

// workNouns are works that have a title.
var workNouns = listOf("film novel book song play album poem opera series documentary exhibition painting story essay podcast")

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
	if b := first - 1; b-1 > d.sents[p.sent].first && d.has(b, beWord) && s.nameIs(b-1, p) {
		s.add(p, "place.person", d.span(b, first), -80)
		return
	}
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
	case d.char(k) == ',' && k+2 < end && p.definite && d.isOf(k+1, &aOrAn) && (d.isOf(k+2, &shipWords) || k+3 < end && d.isOf(k+3, &shipWords)):
		s.add(p, "place.lead", d.span(k+1, k+3), -80)
	case d.toks[k].kind == hyphenToken && d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 1 && d.toks[first].kind == wordToken:
		s.add(p, "place.part-of-name", d.span(k, k+2), -60)
	case next == k+1 && d.isOf(k, &versusWords), i > 0 && d.isOf(first-1, &versusWords) && int(s.spots[i-1].to) == first-1:
		s.add(p, "place.match", p.name0(s), -80)
	case next > k+1 && next-k <= 4 && s.placing(next-1) && (d.isOf(next-2, &sites) || d.isOf(next-2, &houses)) && !s.fitsInside(p, &s.spots[i+1]):
		s.add(p, "place.named-after", d.span(next-2, next-1), -80)
	case s.scoreAt(k), next > 0 && next-k <= 2 && d.isOf(k, &beatWords) && s.scoreAt(int(s.spots[i+1].to)):
		s.add(p, "place.match", p.name0(s), -80)
	case first > d.sents[p.sent].first && p.before == 0 && !s.speaks(p) && p.list == 0 && d.toks[first-1].kind == wordToken && d.toks[first-1].caps == lowerCase && d.toks[first-1].tag == nounTag && d.isOf(first-1, &callers):
		s.add(p, "place.person", d.span(first-1, first), -80) // "The medic Vinnytsia"
	case d.char(k) == ',' && p.before == 0 && p.list == 0 && k+3 < end && d.isOf(k+1, &aOrAn) && (d.isOf(k+2, &callers) && d.toks[k+3].tag != nounTag || d.isOf(k+3, &callers)):
		s.add(p, "place.person", d.span(k+1, k+3), -80) // "Adelaide, a volunteer from Leeds,"
	case d.toks[k].kind == openToken && k+2 < end && d.toks[k+2].kind == closeToken && s.signs(k+1)&(signClub|signPress|signCompany) != 0:
		s.add(p, "place.part-of-name", d.span(k, k+3), -80) // "Donetsk \"Shakhtar\""
	case d.char(k) == ',' && first-2 > d.sents[p.sent].first && d.char(first-1) == ',' && p.list == 0 && s.introduced(first-2):
		s.add(p, "place.person", d.span(first-2, first), -80)
	}
}

// callers are those who go by a name of their choice.
var callers = listOf("medic paramedic sniper gunner sapper scout pilot mortarman infantryman fighter volunteer driver blogger rapper singer poet boxer officer soldier marine paratrooper")

// beatWords are what one team does to another.
var beatWords = listOf("beat beats defeated edged drew lost trounced hosted host thrashed")

// scoreAt reports whether a score stands at token k: "2–1".
func (s *placeScan) scoreAt(k int) bool {
	d := s.d
	short := func(i int) bool { return d.toks[i].kind == numberToken && d.toks[i].end-d.toks[i].start <= 2 }
	return k+2 < len(d.toks) && short(k) && (d.toks[k+1].kind == hyphenToken || d.toks[k+1].kind == dashToken || d.char(k+1) == ':') && short(k+2) && (k == 0 || !d.isAny(k-1, "at", "from"))
}

// introduced reports whether the noun at token k, before a comma, has somebody's or
// something's own name behind it: "her son, Roman,", "his dog, Baku,".
func (s *placeScan) introduced(k int) bool {
	d := s.d
	return (d.isOf(k, &kinWords) || d.isAny(k, "dog", "cat", "horse", "pet", "parrot", "puppy", "kitten", "friend", "neighbour", "neighbor", "colleague", "comrade")) && d.has(k-1, possWord)
}

// nameIs reports whether what "is" the name, up to token k, is a name itself: "His surname
// was", "The driver's name, painted on the door, was".
func (s *placeScan) nameIs(k int, p *spot) bool {
	const near = 8 // tokens
	for j := k; j >= s.d.sents[p.sent].first && j > k-near; j-- {
		if s.d.isAny(j, "name", "surname", "nickname", "callsign", "codename") {
			return !s.d.isAny(j+1, "of") && (s.d.has(j-1, possWord) || s.d.toks[max(j-1, 0)].tag == possTag)
		}
	}
	return false
}

// What bears the name of a place, by how much it takes to tell; each word stands in one list.
var (
	// namedAfterPlaces are called after a place wherever they are.
	namedAfterPlaces = listOf("avenue square boulevard cake cakes cutlet cutlets sausage schnitzel dumplings varenyky pie borscht beer brewery bread newspaper tabloid choir orchestra derby fans supporters footballers family families cruiser frigate tanker ferry papers dolls embroidery camera cameras fridge refrigerator motorcycle motorcycles motorbike scooter tank missile missiles rifle rifles pistol watchdog shepherd cheesecake cow cows horse horses wine brandy vodka chocolate chocolates sweets match fixture marathon massacre massacres disaster catastrophe syndrome criteria tribunal tragedy accident scenario tactics betrayal consensus bubble formula coffee submarine paratroopers marines")
	// houses are called after places rather than by where they stand: "the Berdiansk store".
	houses = listOf("hotel motel hostel restaurant café cafe bar cinema shop store supermarket minimarket grocery pharmacy bakery bookshop boutique canteen pizzeria")
	// sites stand in a town, and bear the name of another when one is named behind them.
	sites = listOf("bank stadium arena theatre park school hospital clinic sanatorium factory plant market mall station terminal")
	// armedKinds say of what kind groupsOfArms are: "the Donetsk operational and tactical group".
	armedKinds   = listOf("operational strategic tactical military")
	groupsOfArms = listOf("group grouping unit formation command")
	// bearersBehind close a longer name: units, treaties, teams.
	bearersBehind = listOf("brigade brigades regiment regiments battalion battalions division platoon squadron detachment corps accord accords agreement agreements convention declaration memorandum pact protocol protocols treaty team prize conference championship championships")
)

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
		return d.isOf(k, &bearersBehind) || d.isAny(k, "format", "process", "doctrine", "award", "olympics", "festival")
	}
	return d.isOf(k, &namedAfterPlaces) || d.isOf(k, &houses) || s.longBearer(k)
}

// longBearer reports whether small words at token k end in one for a unit, a treaty, a house
// or a team: "the Donetsk motor rifle regiment", "the Paris climate accord", "the Lyman grocery
// shop", "the Mariupol hockey team".
func (s *placeScan) longBearer(k int) bool {
	d := s.d
	const most = 4 // words
	arms := false
	for n := 0; n < most && k+1 < len(d.toks); n++ {
		if t := &d.toks[k]; t.kind != wordToken || t.caps != lowerCase || t.tag != nounTag && t.tag != adjTag && !(arms && d.is(k, "and")) {
			return false
		}
		arms = arms || d.isOf(k, &armedKinds)
		if k++; d.toks[k].kind == hyphenToken {
			k++
		}
		if k < len(d.toks) && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase && (d.isOf(k, &bearersBehind) || d.isOf(k, &houses) || arms && d.isOf(k, &groupsOfArms)) {
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
	if p.rows != 1 || p.head.class != noHead || p.before&(signIn|signNear|signToward|signFrom|signBetween|signStrike) != 0 || s.speaks(p) {
		return
	}
	st := d.sents[p.sent].first
	if s.signs(first)&signFirstName == 0 {
		// "One of them, Romanov, wrote"
		if k+1 < end && first-2 >= st && d.char(first-1) == ',' && d.char(k) == ',' && d.has(k+1, sayWord) && (d.isAny(first-2, "them", "another") || d.has(first-2, witnessWord|roleWord)) {
			s.add(p, "place.given-name", p.name0(s), -60)
		}
		return
	}
	switch {
	case k < end && d.toks[k].kind == wordToken && d.has(k, sayWord):
	case k < end && d.toks[k].kind == wordToken && d.toks[k].tag == verbTag:
	case k+2 < end && d.char(k) == ',' && (d.isAny(k+1, "a", "an", "who", "whose", "his", "her") || d.toks[k+1].kind == numberToken || d.toks[k+1].tag == numTag):
	case first > st && d.has(first-1, sayWord):
	case first > st && d.toks[first-1].kind == wordToken && d.has(first-1, witnessWord|roleWord|possWord):
	case k+1 < end && d.toks[k].kind == cliticToken && d.has(k+1, peopleWord|witnessWord):
	case k+1 < end && first > st && d.char(first-1) == ',' && d.char(k) == ',' && p.list == 0 && (d.has(k+1, sayWord) || d.toks[k+1].tag == verbTag):
		// "A resident of the town, Victoria, wrote"
	case p.before == 0:
		s.add(p, "place.given-name", p.name0(s), -15)
		return
	default:
		return
	}
	s.add(p, "place.given-name", p.name0(s), -60)
}

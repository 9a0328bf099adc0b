package read

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// sign is a set of the things that a word or phrase beside a name tells about
// it. The words come from lexicon/place_cues.tsv, not_a_place.tsv,
// first_names.tsv, ordinary_words.tsv, opening_words.tsv and region_heads.tsv.
type sign uint64

const (
	signIn         sign = 1 << iota // in, at, inside
	signNear                        // near, outside, on the outskirts of
	signToward                      // towards, the road to
	signFrom                        // from, left, reached
	signBetween                     // between
	signOf                          // of, on, for
	signTold                        // told reporters in
	signPair                        // with, against: before a government
	signStrike                      // hit, captured: its object is on the ground
	signLead                        // charity, ship: the name after it is none of a place
	signCalled                      // called, named
	signCompass                     // north, eastern
	signAgent                       // rejected, announced: what a government does
	signNoun                        // delegation, demand: what a government has
	signTitle                       // President, Captain: a person's name follows
	signStreet                      // Street
	signUnit                        // Brigade
	signGroup                       // Zapad, Tsentr
	signPress                       // Times, Evening News
	signClub                        // Wings, FC
	signCompany                     // Inc, Airlines
	signSchool                      // University, Hospital
	signOffice                      // City Council, Police
	signEvent                       // Agreement, War
	signPerson                      // Jr
	signCalendar                    // Monday, May
	signFirstName                   // Georgia, Ivan
	signFirstPlace                  // a first name that is a well-known place as well
	signOrdinary                    // Reading, Hope, Williams
	signHead                        // region, river: see regionHead
	signAnaphor                     // city, hub: see anaphorHead
	signPart                        // centre, outskirts: parts of a settlement
	signMood                        // ready, aware: what a government is
	signPlight                      // burning, freezing: what a town is
	signDemonym                     // Syrian, Kenyans
	signMind                        // patience, doubts: what those who govern have in mind
	signScene                       // train, snow, siege: what happens in and around a town
	signWar                         // siege, missiles: what strikes a town
	signDealing                     // loan, veto, loyalty: what governments have to do with
	signOpening                     // снова, час: opens sentences, and is spelt as a place's name
	signNever                       // Congress, Easter: the name of something else
)

// signNames are the names by which the lists call the signs.
var signNames = map[string]sign{
	"in": signIn, "near": signNear, "toward": signToward, "from": signFrom, "between": signBetween, "of": signOf,
	"told": signTold, "pair": signPair, "strike": signStrike, "lead": signLead, "called": signCalled,
	"compass": signCompass, "agent": signAgent, "noun": signNoun, "title": signTitle, "street": signStreet,
	"unit": signUnit, "group": signGroup, "press": signPress, "club": signClub, "company": signCompany,
	"school": signSchool, "office": signOffice, "event": signEvent, "person": signPerson, "calendar": signCalendar,
	"part": signPart, "never": signNever, "mood": signMood, "plight": signPlight, "mind": signMind,
	"scene": signScene, "war": signWar, "dealing": signDealing,
}

// kinds is a set of place kinds.
type kinds uint8

func kindSet(list ...geo.PlaceKind) (k kinds) {
	for _, v := range list {
		k |= 1 << v
	}
	return k
}

func (k kinds) has(v geo.PlaceKind) bool { return k&(1<<v) != 0 }

const anyKind = kinds(1<<geo.Settlement | 1<<geo.Region | 1<<geo.Country | 1<<geo.Facility | 1<<geo.River | 1<<geo.Sea)

// headClass is what the word beside a name makes of it.
type headClass uint8

const (
	noHead headClass = iota
	headOblast
	headRaion
	headCounty
	headState
	headCity  // "the city of X", "X city"
	headPart  // a neighbourhood
	headArea  // "the X direction"
	headWater // river, lake
	headRelief
	headSite // airport, plant
)

var headClasses = map[string]headClass{"oblast": headOblast, "raion": headRaion, "county": headCounty, "state": headState,
	"city": headCity, "part": headPart, "area": headArea, "water": headWater, "relief": headRelief, "site": headSite}

// regionHead is a word that tells the kind of the name beside it.
type regionHead struct {
	class         headClass
	kinds         kinds
	before, after bool // where it stands
}

// fit is what an anaphor's noun fits.
type fit uint8

const (
	fitCity fit = iota
	fitTown
	fitVillage
	fitSettlement
	fitCapital
	fitRegion
	fitCountry
	fitRiver
	fitPlant
	fitThere // any place: "звідти"
	fitRaion // the centre of a raion
	fitOblast
)

var fits = map[string]fit{"city": fitCity, "town": fitTown, "village": fitVillage, "settlement": fitSettlement,
	"capital": fitCapital, "region": fitRegion, "country": fitCountry, "river": fitRiver, "plant": fitPlant, "there": fitThere, "raion": fitRaion, "oblast": fitOblast}

// anaphorHead is a noun that points back to a place.
type anaphorHead struct {
	fit  fit
	hub  bool // names a role: "this transport hub"
	part bool // names a part: "the city centre"
	weak bool // often means something else
}

// phrase is what the lists know of a word or of a phrase.
type phrase struct {
	signs sign
	head  regionHead
	ana   anaphorHead
	words int // of the longest phrase that starts with the word, when it is more than 1
	// seconds are the words that follow it in phrases, a bit for some each: most that
	// follow it in texts are not among them
	seconds uint64
}

// placeWords is the lexicon of the words around names of places, for all
// languages together. It does not change after loading.
type placeWords struct {
	index    hashIndex // word → row of phrases
	phrases  []phrase  // row 0 knows nothing
	longer   map[uint64]int32
	metonyms map[geo.PlaceID]bool
	known    map[geo.PlaceID]bool
	demonyms map[uint64]geo.PlaceID
	seats    map[string]geo.PlaceID // of regions, by their codes
}

// loadPlaceWords reads the lists; later file systems add to earlier ones.
func loadPlaceWords(all []fs.FS) (*placeWords, error) {
	w := &placeWords{phrases: make([]phrase, 1, 4096), longer: map[uint64]int32{},
		metonyms: map[geo.PlaceID]bool{}, known: map[geo.PlaceID]bool{}, demonyms: map[uint64]geo.PlaceID{}, seats: map[string]geo.PlaceID{}}
	w.index.init(1 << 13)
	for _, list := range []struct {
		name string
		line func([]string) error
	}{
		{"first_names", w.addFirstName},
		{"ordinary_words", func(c []string) error { w.at(c[0]).signs |= signOrdinary; return nil }},
		{"not_a_place", func(c []string) error { return w.addSign(c, 0) }},
		{"opening_words", func(c []string) error { w.at(c[0]).signs |= signOpening; return nil }},
		{"place_cues", func(c []string) error { return w.addSign(c, 1) }},
		{"region_heads", w.addRegionHead},
		{"anaphor_heads", w.addAnaphorHead},
		{"metonyms", func(c []string) error { w.metonyms[geo.PlaceID(c[0])] = true; return nil }},
		{"known_places", func(c []string) error { w.known[geo.PlaceID(c[0])] = true; return nil }},
		{"seats", w.addSeat},
		{"demonyms", w.addDemonyms},
	} {
		for _, fsys := range all {
			if err := readList(fsys, "lexicon/"+list.name+".tsv", list.line); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}

// addSeat reads "region place".
func (w *placeWords) addSeat(c []string) error {
	if len(c) < 2 {
		return errors.New("want a region's code and the id of its seat")
	}
	w.seats[c[0]] = geo.PlaceID(c[1])
	return nil
}

// at is the entry of a word or phrase, made when it is new. The pointer holds
// until the next call.
func (w *placeWords) at(text string) *phrase {
	words := gazetteer.Words(text)
	if len(words) == 0 {
		return &phrase{}
	}
	first := w.index.find(words[0])
	if first == 0 {
		w.phrases = append(w.phrases, phrase{})
		first = int32(len(w.phrases) - 1)
		w.index.add(words[0], first)
	}
	if len(words) == 1 {
		return &w.phrases[first]
	}
	w.phrases[first].words = max(w.phrases[first].words, len(words))
	w.phrases[first].seconds |= 1 << (words[1] >> 58)
	key := words[0]
	for _, h := range words[1:] {
		key = joinWords(key, h)
	}
	row, ok := w.longer[key]
	if !ok {
		w.phrases = append(w.phrases, phrase{})
		row = int32(len(w.phrases) - 1)
		w.longer[key] = row
	}
	return &w.phrases[row]
}

// joinWords is the key of a phrase and one more word.
func joinWords(key, word uint64) uint64 {
	key = (key ^ word>>7) * 0x9e3779b97f4a7c15
	return key ^ key>>29 ^ word
}

func (w *placeWords) addFirstName(c []string) error {
	s := signFirstName
	if len(c) > 2 && c[2] == "place" {
		s |= signFirstPlace
	}
	w.at(c[0]).signs |= s
	return nil
}

// addSign reads a phrase and its class; phraseCol says which column holds the
// phrase.
func (w *placeWords) addSign(c []string, phraseCol int) error {
	if len(c) != 2 {
		return errors.New("want a phrase and its class, with a tab between them")
	}
	s, ok := signNames[c[1-phraseCol]]
	if !ok {
		return fmt.Errorf("there is no class %q", c[1-phraseCol])
	}
	w.at(c[phraseCol]).signs |= s
	return nil
}

func (w *placeWords) addRegionHead(c []string) error {
	if len(c) != 4 {
		return errors.New("want word, side, kind and class, with tabs between them")
	}
	class, ok := headClasses[c[3]]
	if !ok {
		return fmt.Errorf("there is no class %q", c[3])
	}
	h := regionHead{class: class, before: c[1] != "after", after: c[1] != "before"}
	switch c[2] {
	case "any":
		h.kinds = anyKind
	case "water":
		h.kinds = kindSet(geo.River, geo.Sea, geo.Facility)
	default:
		var k geo.PlaceKind
		if err := k.UnmarshalText([]byte(c[2])); err != nil {
			return err
		}
		h.kinds = kindSet(k)
	}
	p := w.at(c[0])
	p.signs |= signHead
	if p.head.class == noHead {
		p.head = h
	}
	return nil
}

func (w *placeWords) addAnaphorHead(c []string) error {
	if len(c) < 2 {
		return errors.New("want a word and what it fits, with a tab between them")
	}
	f, ok := fits[c[1]]
	if !ok {
		return fmt.Errorf("there is no class %q", c[1])
	}
	a := anaphorHead{fit: f}
	if len(c) > 2 {
		a.hub, a.part, a.weak = c[2] == "hub", c[2] == "part", c[2] == "weak"
	}
	p := w.at(c[0])
	p.signs |= signAnaphor
	p.ana = a
	return nil
}

// addDemonyms reads a country or place id and the forms of its people's name.
func (w *placeWords) addDemonyms(c []string) error {
	if len(c) != 2 {
		return errors.New("want a country or place and its demonyms, with a tab between them")
	}
	id := geo.PlaceID(c[0])
	if !strings.Contains(c[0], ":") {
		id = geo.PlaceID("cty:" + c[0])
	}
	for _, f := range strings.Fields(c[1]) {
		words := gazetteer.Words(f)
		if len(words) != 1 {
			return fmt.Errorf("%q is not one word", f)
		}
		w.at(f).signs |= signDemonym
		w.demonyms[words[0]] = id
	}
	return nil
}

// longest finds the longest phrase that starts at words[0], which is at row first
// of the phrases, and its number of words; 1 word is always found, perhaps with
// nothing known of it.
func (w *placeWords) longest(first int32, words []uint64) (int, *phrase) {
	n, p := 1, &w.phrases[first]
	if len(words) < 2 || p.seconds>>(words[1]>>58)&1 == 0 {
		return n, p
	}
	key := words[0]
	for i := 1; i < min(w.phrases[first].words, len(words)); i++ {
		key = joinWords(key, words[i])
		if row, ok := w.longer[key]; ok {
			n, p = i+1, &w.phrases[row]
		}
	}
	return n, p
}

// signsOf is what the lists know of exactly these words; see longest.
func (w *placeWords) signsOf(first int32, words []uint64) sign {
	if n, p := w.longest(first, words); n == len(words) {
		return p.signs
	}
	return 0
}

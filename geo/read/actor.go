package read

import (
	"strings"
	"unicode/utf8"

	"contested/geo"
)

// actor is a person or body that speaks in the text.
type actor struct {
	key, name string
	party     geo.Party
	class     geo.SourceClass
	weight    float64 // log-odds of the party
	surname   uint64  // of a person: the hash of the last word of the name
	heads     []int32 // the nouns by which it is called: entries
	male      bool
	female    bool
	plural    bool
	human     bool
	body      bool
	paper     int32 // the noun of what it has put out, as far as the text has told of it; see paperOf
	named     bool
	last      int // the token where it was mentioned last
	nested    bool
	said      bool // something has been attributed to it
	aside     bool // mentioned last in a sentence about something else
	place     int  // 1 + the mention of the place of its office: "mayor of X"
	home      int  // 1 + the mention of the place that a person is from, or has left
	why       []geo.Evidence
}

// speaker is who makes an attribution: an index into document.actors, or the
// narrator.
type speaker struct {
	actor    int // 1 + index into document.actors; 0 for none
	narrator bool
	why      []geo.Evidence
	weight   float64
}

// The weights of the evidence for a party, in log-odds; see READER section 4.5.
const (
	wOwnWords  = 2.0
	wTable     = 2.0
	wApposed   = 1.8
	wEarlier   = 1.5
	wOffice    = 1.5
	wUnit      = 1.2
	wPublisher = 1.0
	wStance    = 0.8
	wSoldier   = 0.4
	wName      = 0.3
)

// addActor enters a new actor and returns 1 + its index.
func (d *document) addActor(e actor) int {
	d.actors = append(d.actors, e)
	k := len(d.actors)
	if d.byKey == nil {
		d.byKey, d.bySurname = map[string]int{}, map[uint64]int{}
	}
	d.byKey[e.key] = k
	if e.surname != 0 {
		d.bySurname[e.surname] = k
	}
	d.recent = append(d.recent, int32(k))
	return k
}

func (e *actor) addHead(h int32) {
	if h == 0 {
		return
	}
	for _, x := range e.heads {
		if x == h {
			return
		}
	}
	if len(e.heads) < 8 {
		e.heads = append(e.heads, h)
	}
}

// learn takes over what a later description of the same actor says of it. A trade, "the
// surgeon", says nothing against an office or arms.
func (e *actor) learn(f *actor) {
	trade := !f.named && (f.class == geo.Witness && e.class != geo.Witness && e.class != geo.UnknownClass || f.class == geo.Analyst && e.party != geo.UnknownParty)
	if f.weight > e.weight && f.party != geo.UnknownParty && !trade {
		e.party, e.class, e.weight, e.why = f.party, f.class, f.weight, f.why
	}
	if e.class == geo.UnknownClass {
		e.class = f.class
	}
	for _, h := range f.heads {
		e.addHead(h)
	}
	if f.paper != 0 {
		e.paper = f.paper
	}
	e.male, e.female = e.male || f.male, e.female || f.female
	if e.home == 0 {
		e.home = f.home
	}
}

// placeIn notes the place of the actor's office in tokens [i, j).
func (e *actor) placeIn(d *document, i, j int) {
	if e.place != 0 {
		return
	}
	lo := d.mentionIndex(i)
	for k := lo; k < len(d.mentions) && d.mentions[k].end <= j; k++ {
		if m := &d.mentions[k]; m.Place != "" && m.Use != geo.Metonym && m.Use != geo.Demonym && !(m.first > i && d.isAny(m.first-1, "from", "for")) {
			e.place = k + 1
			return
		}
	}
}

// nameOf is the text of a phrase without its article.
func (d *document) nameOf(p np) string {
	first := p.first
	for first < p.end-1 && (d.toks[first].tag == detTag && !d.has(first, possWord) || d.toks[first].kind == openToken) {
		first++
	}
	// a name stands without its titles
	if d.toks[p.head].tag == nameTag && d.has(p.head, orgWord|unitWord|troopsWord) && d.toks[p.head].caps != lowerCase {
		for first < p.head && d.has(first, demonymWord) {
			first++ // a body has no titles: "General Staff", "38th Marine Brigade"
		}
	} else if d.toks[p.head].tag == nameTag {
		i := p.head
		for i > first && d.tagAt(i-1) == nameTag && !d.has(i-1, roleWord|titleWord|rankWord|demonymWord|orgWord) {
			i--
		}
		if i > first && d.has(i-1, orgWord|unitWord|troopsWord) && d.has(p.head, compassWord) {
			for i > first && d.toks[i-1].caps == titleCase && d.tagAt(i-1) != possTag {
				i-- // "Operational Command South" is no title and a name
			}
		}
		if i > first && d.kindAt(i-1) != hyphenToken && d.toks[i].tag == nameTag {
			first = i
		}
	}
	return oneLine(d.span(first, p.end).Of(d.text))
}

// oneLine is a text with single spaces for all white space in it.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || s[i-1] == ' ' || i+1 == len(s)) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// set gives the actor a party with its evidence.
func (e *actor) set(d *document, party geo.Party, class geo.SourceClass, weight float64, rule string, i, j int, note string) bool {
	e.party, e.weight = party, weight
	if class != geo.UnknownClass {
		e.class = class
	}
	e.why = append(e.why, geo.Evidence{Rule: rule, Span: d.span(i, j), Note: note})
	return true
}

func (d *document) hashOf(i int) uint64 { return d.words[d.toks[i].row] }

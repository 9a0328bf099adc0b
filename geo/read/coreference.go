package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// maxRecent bounds how many mentions back a description may reach.
const maxRecent = 40

// lately lists the actors mentioned last, the latest first, each once. room is the
// caller's, for it is asked for often.
func (d *document) lately(room *[maxRecent]int) []int {
	out := room[:0]
	var seen [4]uint64 // a bit for each 256th actor
	for n := len(d.recent) - 1; n >= 0 && n >= len(d.recent)-maxRecent; n-- {
		k := int(d.recent[n])
		word, bit := k>>6&3, uint64(1)<<(k&63)
		if seen[word]&bit != 0 && slices.Contains(out, k) {
			continue
		}
		seen[word] |= bit
		out = append(out, k)
	}
	return out
}

// sameActor finds the earlier actor that a new description means: by key, by
// surname, or by "the" and a noun that it was called by. It returns 1 + its
// index, or 0.
func (r *Reader) sameActor(d *document, e *actor, p np) int {
	if e.named && !e.body {
		e.surname = d.hashOf(p.head)
	}
	if k := d.byKey[e.key]; k > 0 && (e.named || e.weight >= wTable || d.isDefinite(p) || !d.has(p.first, detWord)) && !(d.has(p.first, possWord) && e.party != geo.UnknownParty && d.actors[k-1].party != e.party) {
		return k
	}
	if e.named && e.surname != 0 {
		if k := d.bySurname[e.surname]; k > 0 {
			if o := &d.actors[k-1]; e.party == geo.UnknownParty || o.party == e.party || e.weight < wTable {
				return k
			}
		}
	}
	if d.isDefinite(p) && d.yearOld(p) {
		return d.aforesaid(p)
	}
	if e.named || !d.isDefinite(p) || p.end-p.first > 4 {
		return 0
	}
	if k := p.end; k+2 < len(d.toks) && d.char(k) == ',' && d.isOf(k+1, &aOrAn) && d.toks[k+1].sent == d.toks[k].sent {
		return 0 // "The driver, a police sergeant, said": nobody who has been introduced
	}
	if e.party == geo.UnknownParty {
		if k := d.paperOf(p); k > 0 {
			return k
		}
	}
	national := d.isNational(p)
	for k := p.first; k < p.end; k++ {
		if d.toks[k].tag == nameTag && !d.has(k, demonymWord) && !national || d.toks[k].tag == prepTag {
			return 0 // "the head of X" is said in full
		}
	}
	if p.end-p.first >= 3 && d.is(p.first+1, "same") {
		for _, k := range d.lately(new([maxRecent]int)) {
			if o := &d.actors[k-1]; !o.aside && (o.human == e.human || d.isAny(p.head, "person", "source", "people", "sources")) && (o.human || !d.isAny(p.head, "person", "people")) {
				return k
			}
		}
	}
	if k := d.thePresident(e, p); k > 0 {
		return k
	}
	// "the ministry", "the adviser": the last actor so called
	at := p.head
	if q := d.possessor(p); !q.empty() && d.has(p.head, docWord) {
		at = q.head // "the ministry's briefing": the ministry
	}
	head := d.toks[at].word
	side := e.party
	if side == geo.UnknownParty && d.isOf(p.first, &itsOrTheir) {
		if o, _ := r.owner(d, p); o != nil {
			side = o.party // "Its spokesman" is no longer that of the body before
		}
	}
	if (e.class == geo.Witness || e.class == geo.Analyst) && !e.plural || national {
		side = geo.UnknownParty // a trade, which somebody in arms may have had
	}
	list, generic := d.lately(new([maxRecent]int)), d.isOf(p.head, &genericRoles)
	if generic && d.has(p.head, rankWord) {
		for _, k := range list { // "the colonel" is one before he is some officer
			if o := &d.actors[k-1]; o.human && !o.plural && slices.Contains(o.heads, head) && (side == geo.UnknownParty || o.party == side) {
				return k
			}
		}
	}
	for _, k := range list {
		o := &d.actors[k-1]
		if side != geo.UnknownParty && o.party != side {
			continue
		}
		for _, h := range o.heads {
			if h == head && head != 0 {
				return k
			}
		}
		if generic && d.fitsPerson(e, o, p) && d.fitsRole(e, o, p) {
			return k
		}
		if e.weight == 0 && e.body && o.body && (d.fitsBody(o, p.head) || at == p.head && d.has(p.head, docWord) && !d.has(p.head, mediaWord) && (o.class == geo.Government || o.class == geo.Military)) {
			return k
		}
	}
	if generic || e.body || national && e.party.Adversary() != geo.UnknownParty {
		return 0
	}
	for _, k := range list {
		o := &d.actors[k-1]
		if !d.fitsPerson(e, o, p) || !d.fitsTrade(e, o, p, national) {
			continue
		}
		if national {
			e.party, e.weight, e.why = geo.UnknownParty, 0, nil // where one is from is no side
		}
		return k
	}
	return 0
}

// presidents are the heads of state of whom the news of the war tells, by surname.
var presidents = []string{"zelenskyy", "zelensky", "zelenskiy", "putin", "trump", "macron", "erdogan", "lukashenko", "nawrocki", "stubb", "pavel", "nauseda"}

// thePresident is the head of state whom the text has named last, for "the president": 1 + its
// index, 0 for none.
func (d *document) thePresident(e *actor, p np) int {
	if p.end-p.first != 2 || !d.is(p.head, "president") || !d.is(p.first, "the") || d.toks[p.head].caps != lowerCase || e.party != geo.UnknownParty {
		return 0
	}
	const near = 8 // sentences
	for _, k := range d.lately(new([maxRecent]int)) {
		o := &d.actors[k-1]
		if d.toks[p.first].sent-d.toks[o.last].sent > near {
			break
		}
		for _, name := range presidents {
			if strings.HasPrefix(o.key, name) && (len(o.key) == len(name) || strings.HasPrefix(o.key[len(name):], "-s-")) || strings.HasSuffix(o.key, name) && o.key[len(o.key)-len(name)-1] == '-' {
				return k // by name, or by what is his: "Zelensky's office"
			}
		}
	}
	return 0
}

// genericRoles are nouns that a text calls its officials, soldiers and experts by,
// whatever they are more closely.
var genericRoles = listOf("official politician officer commander minister diplomat spokesman spokeswoman spokesperson leader expert analyst man woman author general colonel captain major serviceman soldier")

// soleOffices are held by one, whom a text may mention without having named.
var soleOffices = listOf("mayor governor president premier chancellor king pope ambassador chairman chairwoman chief head director minister secretary prosecutor ombudsman commandant")

// looks say how somebody looks, and so leave the person who has been named the same.
var looks = listOf("young old elderly younger older elder bearded wounded exhausted weary tired tall grey freed lanky burly stocky")

// isNational reports whether a phrase calls a person by the country alone: "the Finn",
// "an Irishman".
func (d *document) isNational(p np) bool {
	if p.end-p.first != 2 || d.toks[p.first].tag != detTag || d.plural(p.head) || d.toks[p.head].caps != titleCase {
		return false
	}
	return d.has(p.head, demonymWord) || strings.HasSuffix(d.word(p.head), "man") && d.toks[p.head].tag == nameTag || d.isOf(p.head, &nationals)
}

// nationals are those whose word is not also that for what is of their country.
var nationals = listOf("finn dane swede pole turk scot briton spaniard serb croat kenyan colombian armenian brazilian nepali cuban chechen uzbek argentine peruvian nigerian ghanaian egyptian syrian")

// fitsPerson reports whether a short phrase for one person can mean the person o, of whom
// the text has spoken before.
func (d *document) fitsPerson(e, o *actor, p np) bool {
	return e.human && !e.plural && o.human && !o.plural && o.class != geo.Media && o.last < p.first && p.end-p.first <= 3 && !d.has(p.first, possWord)
}

// fitsRole reports whether "the official", "the officer" can mean the person o.
func (d *document) fitsRole(e, o *actor, p np) bool {
	if e.weight != 0 && e.class != geo.Analyst || p.end-p.first > 2 {
		return false
	}
	switch {
	case d.isAny(p.head, "analyst", "expert") && o.class != geo.Analyst && (o.party != geo.UnknownParty || !o.named):
		return false
	case d.isAny(p.head, "man", "woman"):
		return o.class == geo.Witness
	case o.class == geo.Witness:
		return d.is(p.head, "author")
	}
	return true
}

// fitsTrade reports whether "the Finn", "the former teacher", "the sapper" can mean the
// person o, whom the text has named shortly before: by what he or she is.
func (d *document) fitsTrade(e, o *actor, p np, national bool) bool {
	const near = 6 // sentences
	if d.toks[p.first].sent-d.toks[o.last].sent > near || !o.named || !d.is(p.first, "the") || e.male && o.female || e.female && o.male {
		return false
	}
	if national || p.end-p.first == 3 && d.retired(p.first, p.head) {
		return true
	}
	if p.end-p.first == 3 && !d.isOf(p.first+1, &looks) || d.isOf(p.head, &soleOffices) || d.blocks[d.sents[d.toks[p.first].sent].block].kind == speech {
		return false
	}
	private := o.party == geo.Civilians && o.weight <= wStance
	switch d.classOf(p.head, geo.UnknownClass) {
	case geo.Military:
		return o.class == geo.Military || o.class == geo.UnknownClass || private
	case geo.Authority, geo.Government:
		return o.class == geo.Authority || o.class == geo.Government || o.class == geo.UnknownClass || private || o.class == geo.Organisation
	case geo.Analyst:
		return o.class == geo.Analyst
	case geo.Witness:
		return o.class == geo.Witness || o.class == geo.UnknownClass
	}
	return false
}

// fitsBody reports whether "the agency" and the like can mean the actor.
func (d *document) fitsBody(o *actor, head int) bool {
	switch {
	case d.isAny(head, "agency", "watchdog", "organisation", "organization", "body"):
		return o.class == geo.Organisation || o.class == geo.Media
	case d.isAny(head, "channel", "newspaper", "outlet"):
		return o.class == geo.Media
	case d.isAny(head, "institute", "group", "team"):
		return o.class == geo.Analyst
	case d.isAny(head, "brigade", "unit", "staff"):
		return o.class == geo.Military
	case d.isAny(head, "ministry"):
		return o.class == geo.Government || o.class == geo.Military && strings.Contains(o.key, "ministry")
	}
	return false
}

// opensContent reports whether token i stands in the phrase that opens what a says, before its
// cue: what "The army lost 220 men, it specified" is about.
func (d *document) opensContent(a *attribution, i int) bool {
	const phrase = 4 // tokens
	if len(a.content) == 0 {
		return false
	}
	c := a.content[0]
	return c.end <= a.cue.first && i >= c.first && i < min(c.end, c.first+phrase)
}

// resolvePronoun finds the actor that a pronoun means.
func (r *Reader) resolvePronoun(d *document, a *attribution, p np) speaker {
	h := p.head
	switch {
	case d.isAny(h, "i", "we", "my", "our", "me", "us"):
		if a.inner {
			// the speaker of the quotation it stands in
			if a.parent != 0 {
				return d.attrs[a.parent-1].who
			}
			return speaker{}
		}
		if s, ok := d.blockSpeaker(p.first); ok {
			s.why = append([]geo.Evidence{{Rule: "source.line", Span: d.span(p.first, p.end)}}, s.why...)
			return s
		}
		return speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator-pronoun", Span: d.span(p.first, p.end)}}}
	case d.partitive(h):
		return r.some(d, p)
	case d.is(h, "they"):
		if w := r.capitalSays(d, p); w.actor > 0 {
			return w
		}
	case d.isAny(h, "who", "which", "that", "you", "everyone", "someone", "nobody", "anyone"):
		return speaker{}
	}
	own := 0
	if s, ok := d.blockSpeaker(p.first); ok {
		own = s.actor
	}
	male, female := d.isOf(h, &maleWords), d.isOf(h, &femaleWords)
	singular, they := d.isAny(h, "it", "its"), d.isAny(h, "they", "them")
	if they {
		if o := r.ofMost(d, p); o.actor > 0 {
			return o
		}
	}
	best, bestScore := -1, -1<<30
	for _, k := range d.lately(new([maxRecent]int)) {
		k--
		o := &d.actors[k]
		if o.last >= p.first || k+1 == own || own > 0 && o.class == geo.Media && (!o.named || isHost(o.key)) {
			continue // who asks is not spoken of
		}
		if singular && d.opensContent(a, o.last) && !o.said {
			continue // "The army lost 220 men, it specified"
		}
		if (male || female) && !o.said && (d.isOf(o.last, &noneWords) || d.has(o.last, possWord) && d.opensContent(a, o.last)) {
			continue // "No Russian had set foot there, he said", "Her neighbour was killed, she said"
		}
		switch {
		case male && (o.female || o.body || o.plural), female && (o.male || o.body || o.plural):
			continue
		case (male || female) && !o.human, singular && (o.human || o.plural):
			continue
		}
		gap := int(d.toks[p.first].sent - d.toks[o.last].sent)
		if gap > 8 {
			continue
		}
		score := o.last - 1000*gap
		if o.nested {
			score -= 1500
		}
		if o.aside {
			score -= 1200
		}
		if they && o.human && !o.plural {
			score -= 2500
		}
		if (male && o.male) || (female && o.female) {
			score += 300
		}
		if d.sents[d.toks[o.last].sent].block != d.sents[d.toks[p.first].sent].block {
			score -= 200
		}
		if score > bestScore {
			best, bestScore = k, score
		}
	}
	if best < 0 {
		if d.isAny(h, "it", "they") {
			return r.some(d, p)
		}
		if d.is(h, "them") {
			return r.ofGroup(d, p)
		}
		return speaker{}
	}
	o := &d.actors[best]
	o.last = p.first
	d.recent = append(d.recent, int32(best+1))
	if male {
		o.male = true
	}
	if female {
		o.female = true
	}
	return speaker{actor: best + 1, weight: o.weight - 0.3, why: append([]geo.Evidence{{Rule: "source.pronoun", Span: d.span(p.first, p.end), Note: o.name}}, o.why...)}
}

// isHost reports whether an actor's key is that of a programme's maker, by a label.
func isHost(key string) bool {
	switch key {
	case "anchor", "host", "presenter", "moderator", "interviewer", "reporter", "correspondent", "question", "newsreader", "announcer", "studio":
		return true
	}
	return false
}

// blockSpeaker is the speaker of a transcript's line.
func (d *document) blockSpeaker(i int) (speaker, bool) {
	b := &d.blocks[d.sents[d.toks[i].sent].block]
	if b.kind != speech || b.label == 0 {
		return speaker{}, false
	}
	return d.attrs[b.label-1].who, true
}

package read

import (
	"slices"

	"contested/geo"
)

// bySame: "a source in the same service": of the body that was named before with that word.
func (d *document) bySame(e *actor, p np) bool {
	for k := p.first + 1; k+1 < p.end; k++ {
		if !d.is(k, "same") {
			continue
		}
		for _, n := range d.lately(new([maxRecent]int)) {
			if o := &d.actors[n-1]; o.party != geo.UnknownParty && slices.Contains(o.heads, d.toks[k+1].word) {
				return e.set(d, o.party, o.class, min(o.weight, wEarlier), "party.same", k, k+2, o.name)
			}
		}
	}
	return false
}

// ofThose: "Russian bloggers disagree. One of them, Romanov, wrote": of those who are the subject of
// a sentence before.
func (r *Reader) ofThose(d *document, e *actor, p np) bool {
	const back = 2 // sentences
	k := p.first
	if e.party != geo.UnknownParty || !d.isOf(k, &someOfThem) || k+1 < p.end && !(d.is(k+1, "of") && d.isAny(k+2, "them", "these", "those")) && d.char(k+1) != ',' {
		return false
	}
	s := int(d.toks[k].sent)
	for n := s - 1; n >= 0 && n >= s-back && d.sents[n].block == d.sents[s].block; n-- {
		q := d.subjectOf(&d.sents[n])
		if q.empty() || !d.plural(q.head) || d.quoted(q.head) {
			continue
		}
		f := actor{plural: true}
		if d.partyOfPhrase(r, &f, q.first, q.end, q.head, wEarlier, "party.same") {
			return e.set(d, f.party, f.class, wEarlier, "party.same", q.first, q.end, "")
		}
	}
	return false
}

var someOfThem = listOf("one another others some two three several most")

// ofHouse takes for the outlet's own who it calls its own ("our reporter", "this
// newspaper"), for a speaker's who says "our commander" in his words, and for that of the
// body spoken of whom a possessive gives it ("its director").
func (d *document) ofHouse(a *attribution, e *actor, p np, class geo.SourceClass) bool {
	head := p.head
	own := false
	for k := p.first; k+1 < p.end; k++ {
		own = own || d.is(k, "this") && !d.is(k-1, "by") && d.isAny(k+1, "newspaper", "blog", "article", "page", "website", "channel", "programme", "magazine", "report", "site")
	}
	if sp, ok := d.blockSpeaker(p.first); ok && d.isOf(p.first, &ourOrMy) && sp.actor > 0 && class != geo.Witness {
		// "our commander", among the words of one of a unit; "our experts", of an agency
		if o := &d.actors[sp.actor-1]; o.party.Adversary() != geo.UnknownParty || o.party != geo.UnknownParty && o.party != geo.Press && o.party != geo.Civilians {
			return e.set(d, o.party, d.classOf(head, o.class), wStance, "party.owner", p.first, p.end, o.name)
		}
	}
	if (own || d.isOf(p.first, &ourOrMy) || d.ownText(p)) && !a.inner {
		return e.set(d, d.article.Publisher.Party, d.classOf(head, geo.Media), wPublisher, "party.own", p.first, p.end, d.article.Publisher.Name)
	}
	if i, j := d.apposition(p); i < j && e.named && d.is(i, "our") && !a.inner {
		return e.set(d, d.article.Publisher.Party, geo.Media, wPublisher, "party.own", i, j, d.article.Publisher.Name) // "Grant, our producer"
	}
	if d.has(p.first, possWord) && class != geo.Authority {
		// "The hospital …, its director said": who it belongs to
		for _, c := range a.content {
			for _, h := range d.partiesIn(c.first, min(c.end, c.first+8)) {
				if h.entry.kind == witnessKind || h.entry.kind == bodyKind || h.entry.kind == countryKind {
					return e.set(d, h.entry.party, h.entry.class, wStance, "party.owner", h.first, h.end, d.nameOfHit(&h))
				}
			}
		}
	}
	return false
}

// byChannelOf: "the local administration's Telegram channel": of the side whose channel it is.
func (r *Reader) byChannelOf(d *document, a *attribution, e *actor, p np) bool {
	for k := p.head - 1; k > p.first; k-- {
		if d.toks[k].tag != possTag {
			continue
		}
		q := np{p.first, k, k - 1}
		switch d.classOf(q.head, geo.UnknownClass) {
		case geo.Authority:
			if r.byLocality(d, e, q) {
				return true
			}
		case geo.Military:
			if r.bySurroundings(d, a, e, q, geo.Military) {
				return true
			}
		}
		break
	}
	return false
}

// byVoice gives a voice in a programme its side: its maker's, unless the text knows better.
func (r *Reader) byVoice(d *document, a *attribution, e *actor, p np) bool {
	if r.introduced(d, e, p) {
		return true
	}
	if d.briefs(e, p) {
		return true
	}
	if d.isAny(p.head, "a", "answer") && r.bySurroundings(d, a, e, p, geo.Government) {
		return true // who is asked, in a text of questions and answers
	}
	if c := d.classOf(p.head, geo.UnknownClass); p.end-p.first == 1 && d.has(p.head, roleWord|rankWord|titleWord) && (c == geo.Government || c == geo.Authority || c == geo.Military) && !d.hosts(p) && r.bySurroundings(d, a, e, p, c) {
		return true // "COLONEL:", "SPOKESMAN:"
	}
	if d.alone(p) && d.lean(p) != geo.UnknownParty {
		return e.set(d, geo.Civilians, geo.Witness, wName, "party.private", p.first, p.end, "") // "OLENA:", a first name alone
	}
	if party := d.lean(p); e.named && party != geo.UnknownParty && !d.hosts(p) {
		// a guest, of whose office the text says nothing
		return e.set(d, party, d.classOf(p.head, geo.Government), wStance, "party.guest", p.first, p.end, "")
	}
	return e.set(d, d.article.Publisher.Party, geo.Media, wPublisher, "party.line", p.first, p.end, "")
}

// isPrivate takes somebody, known by name, of whom the text says no office for a person without one,
// or, who writes for a page, for its reporter.
func (d *document) isPrivate(a *attribution, e *actor, p np, class geo.SourceClass) bool {
	if e.party == geo.UnknownParty && d.is(p.first, "dr") && class != geo.Military && class != geo.Analyst && d.article.Publisher.Party == geo.Press {
		return e.set(d, geo.Civilians, geo.Witness, wStance, "party.private", p.first, p.end, "") // a doctor
	}
	if e.party == geo.UnknownParty && d.aged(p) && !d.has(p.first, titleWord|rankWord) && (class == geo.UnknownClass || class == geo.Witness) {
		// an age stands beside the names of people without office
		return e.set(d, geo.Civilians, geo.Witness, wStance, "party.age", p.first, p.end, "")
	}
	if e.weight == 0 && !e.body && class == geo.UnknownClass && (d.article.Publisher.Party == geo.Press || d.article.Publisher.Party == geo.International) && !d.has(p.first, titleWord|rankWord) && (len(d.mentionsIn(p.first, p.end)) == 0 || (d.isAny(p.head+1, "of", "from") || d.is(p.head+1, "in") && d.alone(p)) && len(d.mentionsIn(p.first, p.head+1)) == 0) &&
		(d.focus > 0 || d.lean(p) == geo.Ukraine || d.alone(p) || d.toks[min(p.end, len(d.toks)-1)].tag == relTag || d.tagAt(p.end+1) == relTag && d.char(p.end) == ',') && d.blocks[d.sents[d.toks[p.first].sent].block].kind == paragraph {
		// somebody of whom the text says no office
		return e.set(d, geo.Civilians, geo.Witness, wName, "party.private", p.first, p.end, "")
	}
	if !e.body && class == geo.UnknownClass && d.article.Publisher.Party == geo.Press && p.end-p.first > 1 && d.lean(p) == geo.UnknownParty && d.isAny(a.verb, "writes", "reports") && d.blocks[d.sents[d.toks[p.first].sent].block].kind == liveEntry {
		return e.set(d, geo.Press, geo.Media, wName, "party.own", p.first, p.end, d.article.Publisher.Name) // a reporter of the page
	}
	return false
}

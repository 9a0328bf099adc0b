package read

import "contested/geo"

// groupNamed is the group of people whom the sentences before a phrase have named last, in
// whatever part, where their side is known: "men from the rescue service carried a stretcher.
// 'Two dead,' one of them said".
func (r *Reader) groupNamed(d *document, p np, s int) (*actor, run) {
	const back = 2 // sentences
	lo := d.sents[max(0, s-back)].first
	for k := p.first - 1; k >= lo; k-- {
		if d.toks[k].tag != nounTag || !d.plural(k) || !d.has(k, witnessWord|roleWord|rankWord|troopsWord|peopleWord) || d.quoted(k) || d.isOf(k, &lostPeople) {
			continue
		}
		q := d.baseLeft(k, lo)
		if q.empty() || q.head != k {
			continue
		}
		q = d.phraseRight(q.first, p.first)
		if q.empty() || q.head != k {
			continue
		}
		a := attribution{source: q, subject: q}
		e := r.describe(d, &a, q)
		if e.party == geo.UnknownParty {
			r.byDefault(d, &a, &e, q)
		}
		if e.party == geo.UnknownParty {
			return nil, run{}
		}
		return &e, run{q.first, q.end}
	}
	return nil, run{}
}

// lostPeople are those who say nothing any more.
var lostPeople = listOf("dead bodies casualties victims killed")

// namedNext gives somebody named for the first time the side of the office by which the
// sentence before called its subject: "The mayor of X keeps a list. Oleh Y used to show it".
func (r *Reader) namedNext(d *document, e *actor, p np) bool {
	s := int(d.toks[p.first].sent)
	if s == 0 || !e.named || e.body || p.end-p.first < 2 || d.sents[s].first != p.first || d.sents[s-1].block != d.sents[s].block || d.sents[s-1].label {
		return false
	}
	if list := d.namesLike(p.head); len(list) == 0 || int(list[0]) != p.head {
		return false
	}
	q := d.subjectOf(&d.sents[s-1])
	if q.empty() || d.toks[q.head].tag != nounTag || d.plural(q.head) || !d.has(q.head, roleWord|rankWord) || !d.isDefinite(q) && !d.has(q.first, possWord) || d.char(q.end) == ',' {
		return false
	}
	a := attribution{source: q, subject: q}
	f := r.describe(d, &a, q)
	if f.party == geo.UnknownParty && !r.byDefault(d, &a, &f, q) || f.party == geo.UnknownParty || f.named {
		return false
	}
	for _, h := range f.heads {
		e.addHead(h)
	}
	return e.set(d, f.party, f.class, min(f.weight, wEarlier), "party.same", q.first, q.end, f.name)
}

// ofMost is the people of whom the sentence before a pronoun tells by a number alone: "430 people
// were registered. Most came from X. They reported".
func (r *Reader) ofMost(d *document, p np) speaker {
	s := int(d.toks[p.first].sent)
	if s == 0 || d.sents[s-1].block != d.sents[s].block || !d.isOf(d.sents[s-1].first, &mostWords) {
		return speaker{}
	}
	return r.ofGroup(d, p)
}

var mostWords = listOf("most many half all some others")

// ofGroup is the people named last before a pronoun, as a speaker.
func (r *Reader) ofGroup(d *document, p np) speaker {
	o, on := r.groupNamed(d, p, int(d.toks[p.first].sent))
	if o == nil {
		return speaker{}
	}
	e := *o
	e.last, e.plural = p.first, true
	e.why = append(e.why[:len(e.why):len(e.why)], geo.Evidence{Rule: "party.owner", Span: d.span(on.first, on.end), Note: o.name})
	return speaker{actor: d.addActor(e), weight: e.weight, why: e.why}
}

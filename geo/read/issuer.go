package read

import "contested/geo"

// findIssuer finds who issues the text: one of its first sentences names a
// staff, an administration or another body that informs, and says nothing else.
// Everything after is said by the same.
//
//	"The General Staff of the Armed Forces informs:" · "Operational command
//	South, situation at 18:00" · "Morning report of the regional administration"
func (r *Reader) findIssuer(d *document) {
	d.issuer, d.digest = 0, false
	areas := 0
	for i := range d.mentions {
		if d.mentions[i].Use == geo.AreaUse {
			areas++
		}
	}
	for s, seen := 0, 0; s < len(d.sents) && seen < 4; s++ {
		st := &d.sents[s]
		if b := &d.blocks[st.block]; b.kind == notice {
			continue
		}
		seen++
		a, ok := d.issuingVerb(st)
		said := ok
		ok = ok && (areas >= 3 || seen <= 2 && a.source.first == st.first && d.saysNothing(a.verb+1, st))
		if !ok && seen <= 2 {
			a, ok = d.issuingLead(st)
		}
		if !ok && !said && seen <= 2 {
			a, ok = d.issuingLine(st)
		}
		if ok && r.issues(d, a) {
			return
		}
	}
	d.findDigest()
}

// issues enters the attribution of an issuer, if its source is one.
func (r *Reader) issues(d *document, a attribution) bool {
	who := r.resolveSpeaker(d, &a)
	if who.actor == 0 {
		return false
	}
	o := &d.actors[who.actor-1]
	if !o.body && o.class != geo.Military || o.class != geo.Military && o.class != geo.Authority && o.class != geo.Organisation || o.party == geo.UnknownParty {
		return false
	}
	if pub := d.article.Publisher.Party; (pub == geo.Ukraine || pub == geo.Russia) && pub.Adversary() == o.party {
		return false // "The enemy continues to shell": nobody publishes what the other side issues
	}
	a.who = who
	d.attrs = append(d.attrs, a)
	d.issuer = len(d.attrs)
	return true
}

// issuingVerb: "The General Staff reported on the evening of 5 November".
func (d *document) issuingVerb(st *sentence) (attribution, bool) {
	for i := st.first; i < st.end; i++ {
		if !(d.has(i, sayWord) && d.toks[i].tag == verbTag) && !d.putsOut(i, st.end) {
			continue
		}
		g := d.verbGroupAt(i, st.first)
		p, how := d.subject(g, st.first, st.end)
		if p.empty() || how == subjectNone || how == subjectWho {
			continue
		}
		return attribution{rule: "attr.J-bulletin", source: p, subject: p, cue: run{g.first, i + 1}, verb: i}, true
	}
	return attribution{}, false
}

var (
	putsOutWords = listOf("published publishes released releases issued issues posted presented presents provided provides")
	informWords  = listOf("reports report informs inform reported informed")
	courseWords  = listOf("situation course progress results state operations developments losses events")
	issueWords   = listOf("situation update report summary bulletin briefing digest overview statement information brief roundup data figures")
)

// putsOut reports whether the verb at token i is one of publishing whose object is a
// report, in a text of those who issue such: "The staff has published its summary".
func (d *document) putsOut(i, end int) bool {
	const far = 6 // tokens
	if !d.isOf(i, &putsOutWords) || d.article.Publisher.Party == geo.Press || d.toks[i].tag != verbTag && !(d.toks[i].tag == partTag && d.has(i-1, haveWord)) {
		return false
	}
	for k := i + 1; k < min(end, i+far); k++ {
		if d.isOf(k, &issueWords) {
			return true
		}
	}
	return false
}

// issuingLead: a sentence that begins with a body and its verb, which may look like a noun
// of its name, and then says no more than when or of what: "The General Staff of the Armed
// Forces of Ukraine reports on the situation as of 18:00."
func (d *document) issuingLead(st *sentence) (attribution, bool) {
	const far = 14 // tokens
	for k := st.first + 1; k < min(st.end, st.first+far); k++ {
		if !d.isOf(k, &informWords) {
			continue
		}
		p := d.phraseRight(st.first, k)
		for !p.empty() && p.end < k && (d.isAny(p.end, "of", "for", "in") || d.toks[p.end].tag == nounTag || d.toks[p.end].tag == nameTag || d.toks[p.end].tag == detTag || d.toks[p.end].tag == adjTag) {
			p.end++
		}
		if !p.empty() && p.end == k && d.plainBody(p) && d.saysNothing(k+1, st) {
			return attribution{rule: "attr.J-bulletin", source: p, subject: p, cue: run{k, k + 1}, verb: k}, true
		}
		break
	}
	return attribution{}, false
}

// saysNothing reports whether a sentence ends behind its verb of saying, before token k,
// or goes on behind a colon, but for a date, an hour or what a report is on: "The Joint
// Press Centre informs.", "The General Staff reports as of 22:00:", "The ministry reports
// on the progress of the operation."
func (d *document) saysNothing(k int, st *sentence) bool {
	if st.end-st.first > 40 {
		return false
	}
	if d.isAny(k, "on", "about") && (d.isOf(k+1, &courseWords) || d.tagAt(k+1) == detTag && (d.isOf(k+2, &courseWords) || d.isOf(k+3, &courseWords))) {
		return true
	}
	for ; k < st.end; k++ {
		t := &d.toks[k]
		switch {
		case t.kind == punctToken && d.char(k) == ':':
			return true
		case t.kind == numberToken, t.kind == punctToken && d.char(k) != ',', t.tag == numTag, t.tag == prepTag, t.tag == detTag, t.tag == adjTag, d.isOf(k, &issueWords), d.has(k, possWord), d.isTime(k), d.has(k, timeWord|monthWord|weekdayWord), d.is(k, "as"):
		default:
			return false
		}
	}
	return true
}

// issuingLine: a line without a verb that names a body and what it issues, or
// that ends in a colon: "General Staff, situation at 22:00:".
func (d *document) issuingLine(st *sentence) (attribution, bool) {
	if st.end-st.first > 40 || d.hasFinite(st.first, st.end) {
		return attribution{}, false
	}
	word := -1
	for i := st.first; i < st.end && word < 0; i++ {
		if d.isAny(i, "situation", "update", "report", "summary", "bulletin", "briefing", "communique", "communiqué", "digest", "overview", "sitrep", "statement", "information", "brief", "dispatch", "roundup") {
			word = i
		}
	}
	last := st.end - 1
	if d.isAny(last-1, "report", "reports", "inform", "informs") && last-1 > st.first && d.toks[last].kind == punctToken {
		// "The Southern Defence Forces report."
		if p := d.baseLeft(last-2, st.first); !p.empty() && d.plainBody(p) {
			return attribution{rule: "attr.J-bulletin", source: p, subject: p, cue: run{last - 1, last}, verb: last - 1}, true
		}
	}
	colon := d.char(last) == ':'
	if word < 0 && !colon {
		return attribution{}, false
	}
	cue := run{last, last + 1}
	if word >= 0 {
		cue = run{word, word + 1}
	}
	for i := st.first; i < st.end; i++ {
		if i > st.first && !d.isAny(i-1, "of", "from", "by", "the", "at") && d.toks[i-1].kind != punctToken && d.toks[i-1].kind != dashToken || d.toks[i].kind != wordToken {
			continue
		}
		p := d.phraseRight(i, st.end)
		if p.empty() || word >= p.first && word < p.end {
			continue
		}
		if d.plainBody(p) {
			return attribution{rule: "attr.J-bulletin", source: p, subject: p, cue: cue, verb: cue.first}, true
		}
	}
	return attribution{}, false
}

// plainBody reports whether a phrase is a body that may issue reports.
func (d *document) plainBody(p np) bool {
	for _, h := range d.partiesIn(p.first, p.end) {
		if h.entry.kind == bodyKind {
			return true
		}
	}
	return d.has(p.head, orgWord) || d.isAny(p.head, "command", "administration", "staff", "brigade", "corps", "headquarters", "service", "council", "forces", "grouping", "group")
}

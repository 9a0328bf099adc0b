package read

import (
	"sort"

	"contested/geo"
)

// finish writes the drafts as claims into the reading.
func (r *Reader) finish(d *document) {
	if len(d.drafts) > 0 {
		d.reading.Claims = make([]geo.Claim, 0, len(d.drafts))
	}
	seen := map[[2]int]bool{}
	for i := range d.drafts {
		c := &d.drafts[i]
		if c.dropped {
			continue
		}
		out := geo.Claim{Article: d.article.ID, Type: c.find.typ, Polarity: c.polarity, Modality: c.modality, Status: c.status, Places: c.places}
		out.Content = d.keptSpans(len(c.runs))
		for _, x := range c.runs {
			out.Content = append(out.Content, d.span(x.first, x.end))
		}
		out.ID = geo.NewClaimID(d.article.ID, out.Content)
		first, last := d.sents[d.toks[c.runs[0].first].sent], d.sents[d.toks[c.runs[len(c.runs)-1].end-1].sent]
		out.Excerpt = d.span(first.first, last.end)
		if out.Actor = c.actor; out.Actor == geo.UnknownParty {
			out.Actor = d.actorOf(c)
		}
		r.attribute(d, c, &out)
		when, said := r.when(d, c)
		if out.When = when; when.Known() {
			c.why = append(c.why, said)
		}
		parts := ""
		out.Confidence, parts = d.confidence(c)
		out.Why = append(c.why, geo.Evidence{Rule: ConfidenceRule, Note: parts})
		if out.Validate(d.article) != nil {
			continue
		}
		d.reading.Claims = append(d.reading.Claims, out)
		if len(out.Speaker) > 0 {
			s := out.Speaker[0]
			if key := [2]int{s.Start, s.End}; !seen[key] {
				seen[key] = true
				d.reading.Speakers = append(d.reading.Speakers, geo.SpeakerMention{Span: s, Source: out.Source, Why: c.who.why})
			}
		}
	}
	if len(d.reading.Claims) == 0 {
		d.reading.Claims = nil
	}
	sort.SliceStable(d.reading.Speakers, func(i, j int) bool { return d.reading.Speakers[i].Span.Start < d.reading.Speakers[j].Span.Start })
}

// attribute fills in who makes the claim.
func (r *Reader) attribute(d *document, c *draft, out *geo.Claim) {
	narrator := geo.Source{Key: "narrator", Name: d.article.Publisher.Name, Party: d.article.Publisher.Party, Class: geo.Narrator}
	if c.attr == 0 {
		out.Speaker = d.witnessed(c)
	}
	if c.attr == 0 && c.who.actor == 0 {
		out.Source = narrator
		return
	}
	if c.attr > 0 {
		a := &d.attrs[c.attr-1]
		out.Cue = append(d.keptSpans(1), d.span(a.cue.first, a.cue.end))
		src := a.source
		if a.rule == "attr.K-noun" && a.parent > 0 && src.end-src.first == 1 && d.has(src.first, possWord) {
			src = d.attrs[a.parent-1].source // "It repeated its claim that"
		}
		if a.parent > 0 && d.sameSaid(a) {
			src = d.attrs[a.parent-1].source // "Two diplomats said they expected"
		}
		if a.rule != "attr.J-label" || c.who.actor > 0 {
			if !src.empty() {
				out.Speaker = append(d.keptSpans(1), d.withName(src))
			}
		}
		why := make([]geo.Evidence, 0, len(c.why)+len(c.who.why)+3) // the time and the confidence come behind
		why = append(why, geo.Evidence{Rule: a.rule, Span: d.span(a.cue.first, a.cue.end)})
		c.why = append(why, c.why...)
		if a.via.actor > 0 {
			s := d.sourceOf(a.via)
			out.Via = &s
		} else if a.parent > 0 && d.attrs[a.parent-1].who.actor > 0 && d.attrs[a.parent-1].who.actor != c.who.actor {
			s := d.sourceOf(d.attrs[a.parent-1].who)
			out.Via = &s
		}
	}
	switch {
	case c.who.actor > 0:
		out.Source = d.sourceOf(c.who)
	case c.who.narrator:
		out.Source = narrator
		if len(out.Speaker) > 0 {
			out.Source.Class = geo.Media
			if narrator.Party != geo.Press {
				out.Source.Class = geo.Organisation
			}
		}
	default:
		out.Source = geo.Source{Key: "unknown", Name: "unnamed"}
		if len(out.Speaker) > 0 {
			out.Source.Name = out.Speaker[0].Of(d.text)
		}
	}
	c.why = append(c.why, c.who.why...)
}

// sameSaid reports whether the subject of an attribution is a pronoun at the beginning of
// what the attribution around it says, and means the same speaker.
func (d *document) sameSaid(a *attribution) bool {
	p := &d.attrs[a.parent-1]
	if a.stance != believeStance && a.stance != showStance && a.stance != wantStance || d.isAny(a.verb, "heard", "learned", "learnt") || a.source.end-a.source.first != 1 || !d.has(a.source.first, subjPron) || p.source.empty() || p.who.actor == 0 || p.who.actor != a.who.actor || len(p.content) == 0 {
		return false
	}
	const apart = 8 // tokens that may stand between the speaker and the verb
	first := p.content[0].first
	return a.source.first >= first && a.source.first <= first+1 && p.source.end <= p.cue.first && p.cue.first <= p.source.end+apart
}

// withName is the span of a source with the name that stands beside it in commas: "our
// correspondent, Helen Draper, writes".
func (d *document) withName(p np) geo.Span {
	end := p.end
	if k := p.end; k+2 < len(d.toks) && d.char(k) == ',' && d.toks[p.head].tag == nounTag && (d.toks[k+1].tag == nameTag || d.is(k+1, "the") && d.toks[k+2].tag == nameTag) && d.toks[k+1].sent == d.toks[p.first].sent {
		m := k + 2
		for m < len(d.toks) && m < k+6 && d.toks[m].tag == nameTag {
			m++
		}
		if m < len(d.toks) && (d.char(m) == ',' || d.char(m) == ':') && len(d.mentionsIn(k+1, m)) == 0 {
			end = m
		}
	}
	return d.span(p.first, end)
}

// witnessed is the "I" or "we" of who tells in a programme or a live blog of having seen or
// heard something: "I saw smoke over the port", "We heard four explosions".
func (d *document) witnessed(c *draft) []geo.Span {
	at := c.runs[0].first
	if b := &d.blocks[d.sents[d.toks[at].sent].block]; b.kind != speech {
		return nil
	}
	const far = 4 // tokens
	first := d.sents[d.toks[at].sent].first
	for k := max(first, at-far); k < min(at+far, c.runs[0].end); k++ {
		if !d.isAny(k, "i", "we") || d.quoted(k) {
			continue
		}
		for m := k + 1; m < k+4 && m < len(d.toks); m++ {
			if d.isOf(m, &witnessVerbs) {
				return append(d.keptSpans(1), d.span(k, k+1))
			}
		}
	}
	return nil
}

// witnessVerbs are what reporters do on the spot.
var witnessVerbs = listOf("saw heard hear see watched counted seen smelled felt met noticed confirm")

// sourceOf is the source that a speaker is.
func (d *document) sourceOf(s speaker) geo.Source {
	if s.actor == 0 {
		return geo.Source{}
	}
	a := &d.actors[s.actor-1]
	return geo.Source{Key: a.key, Name: a.name, Party: a.party, Class: a.class}
}

// actorOf is the side that acts in a claim: the one its subject names.
func (d *document) actorOf(c *draft) geo.Party {
	if c.find.weight == 0 {
		return geo.UnknownParty
	}
	first := c.runs[0].first
	for _, x := range c.runs {
		if x.first <= c.find.first && c.find.first < x.end {
			first = x.first
		}
	}
	for _, h := range d.partiesIn(first, c.find.first) {
		if h.entry.party == geo.Russia || h.entry.party == geo.Ukraine {
			return h.entry.party
		}
	}
	for i := first; i < c.find.first; i++ {
		if d.has(i, enemyWord) {
			switch d.sourceOf(c.who).Party {
			case geo.Ukraine:
				return geo.Russia
			case geo.Russia:
				return geo.Ukraine
			}
		}
	}
	return geo.UnknownParty
}

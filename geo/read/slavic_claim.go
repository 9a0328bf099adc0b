package read

import (
	"sort"
	"strings"

	"contested/geo"
)

// claimsOf makes the claims of attribution n.
func (s *slavic) claimsOf(n int) {
	d := s.d
	a := &d.attrs[n]
	if a.rule == "attr.F-this" {
		s.retell(n)
		return
	}
	if len(a.content) == 2 && a.content[0].end <= a.cue.first && a.content[1].first >= a.cue.end &&
		!(s.anyFinite(a.content[0].first, a.content[0].end) && s.anyFinite(a.content[1].first, a.content[1].end)) {
		s.continuedClaims(n)
		return
	}
	for _, c := range a.content {
		from := len(d.drafts)
		for _, x := range s.clauses(c) {
			dr := draft{attr: n + 1, runs: []run{x}, who: a.who}
			s.draft(&dr, a)
			if a.used = a.used || !dr.dropped; dr.dropped {
				continue
			}
			// "ЗСУ контратакували й вибили ворога з N": both at N
			if k := len(d.drafts) - 1; k >= from && dr.given && d.drafts[k].sent == dr.sent && (len(d.drafts[k].places) == 0 || s.sameHarm(&d.drafts[k], &dr)) {
				d.drafts[k].places = dr.places
			}
			d.drafts = append(d.drafts, dr)
		}
	}
}

// draft fills in what a clause says and where.
func (s *slavic) draft(c *draft, a *attribution) {
	d := s.d
	x := c.runs[0]
	c.sent = int(d.toks[x.first].sent)
	c.find, c.agree = s.typeOf(x)
	s.takeShare(c)
	for _, y := range c.runs[1:] {
		if f, n := s.typeOf(y); f.weight > c.find.weight {
			c.find, c.agree = f, n
		}
	}
	d.placeClaim(s.r, c, a)
	if k := s.spokenOf(a); k > 0 && !c.given {
		m := &d.mentions[k-1]
		c.places = []geo.PlaceRef{{Place: m.Place, Span: m.Span}}
	}
	s.republic(c)
	s.inSameSentence(c)
	s.namedNext(c)
	s.mainPlaces(c)
	c.actor = s.actorOf(c)
	s.judge(c, a)
	switch {
	case c.find.weight == 0 && !c.given && (a == nil || a.rule == "attr.F-about" && !s.ofRights(x.first, min(x.end, x.first+3)) || a.rule == "attr.F-object" || a.rule == "attr.J-label" || a.rule != "attr.B-that" && a.rule != "attr.F-promise" && !s.anyFinite(x.first, x.end) && !s.isState(x.first, x.end) && !s.cannotBe(x.first, x.end) && !a.speech), a != nil && a.stance == demandStance && c.find.weight == 0 && a.rule != "attr.F-promise":
		c.dropped = true
	case a != nil && c.find.weight > 0 && c.given && s.untrue(x):
		c.polarity = geo.Negated // "Повідомлення про взяття N не відповідає дійсності, кажуть у бригаді"
	case c.find.weight == 0 && s.aboutThis(x.first, min(x.end, x.first+3)):
		c.dropped = true // "Про це він сказав в ефірі, передає агентство"
	case s.checks(x):
		c.dropped = true // it speaks of verification
	case a != nil && d.asksFrom(x.end):
		c.dropped = true // "Куди я поїду?"
	case a == nil && (c.find.weight == 0 || !s.narratable(x)):
		c.dropped = true
	}
}

// checks reports whether a clause only says that something was or was not
// verified.
func (s *slavic) checks(x run) bool {
	for _, h := range s.x.in(x.first, x.end) {
		if h.p.kind == slavicCheck && h.p.status != geo.Confirmed && h.end <= x.end {
			return true
		}
	}
	return false
}

// typeOf is the weightiest type pattern of a run, and how many patterns agree.
func (s *slavic) typeOf(x run) (best finding, agree int) {
	for _, h := range s.x.in(x.first, x.end) {
		if h.p.kind != slavicType || h.end > x.end || s.nameAt(h.first) || h.p.typ == geo.Captured && (s.thingFalls(&h) || strings.HasPrefix(s.x.str(s.d, h.first), "захватчик")) || h.p.typ == geo.Attack && h.end == h.first+1 && s.assaultTroops(h.first) || s.onlyTellsWhich(&h) {
			continue
		}
		w := h.p.weight
		if s.finite(h.first) {
			w += 6
		} else if s.cause(h.first, x.first) {
			w -= causePoints
		}
		if h.p.typ == best.typ && best.weight > 0 {
			agree++
		}
		if w > best.weight {
			if h.p.typ != best.typ {
				agree = 1
			}
			best = finding{typ: h.p.typ, weight: min(w, 99), first: h.first, end: h.end}
		}
	}
	if f, ok := s.orderedFinding(x); ok && (best.weight == 0 || best.typ == geo.Casualties || best.first == f.first) {
		best, agree = f, 1
	}
	if k := s.oursAt(x); k > 0 && best.weight == 0 {
		best, agree = finding{typ: geo.Captured, weight: oursWeight, first: k, end: k + 1}, 1
	}
	if best.typ == geo.Other {
		return finding{}, 0 // an idiom that only looks like a type
	}
	if best.weight > 0 {
		best.weight = max(best.weight, 62)
	}
	return best, agree
}

// onlyTellsWhich reports whether a word for a kind is an adjective of the place behind it, in a phrase
// that says where: "в оккупированном N прогремели взрывы".
func (s *slavic) onlyTellsWhich(h *slavicHit) bool {
	return h.end == h.first+1 && h.first > 0 && s.placeAt(h.end) && !s.placeAt(h.first) && s.x.is(h.first-1, slavicIn|slavicAgainst) && !s.finite(h.first) && (h.p.typ == geo.Captured || h.p.typ == geo.Encircled || h.p.typ == geo.Damage)
}

// assaultTroops reports whether the word at token i means troops: "штурмовики", "штурмова група".
func (s *slavic) assaultTroops(i int) bool {
	rest, ok := strings.CutPrefix(s.x.str(s.d, i), "штурмов")
	return ok && rest != "" && !strings.HasPrefix(rest, "ал") && !strings.HasPrefix(rest, "ан") && !strings.HasPrefix(rest, "ат")
}

// thingFalls reports whether "fell" is not said of a place: "впав збитий «Калібр»", but "N
// впав", "місто вже впало", "якщо впаде N".
func (s *slavic) thingFalls(h *slavicHit) bool {
	if h.end != h.first+1 {
		return false
	}
	switch s.x.str(s.d, h.first) {
	case "впав", "впала", "впало", "упав", "упала", "упало", "впаде", "пал", "пала", "пало", "падет":
	default:
		return false
	}
	const near = 3 // tokens
	st := &s.d.sents[s.d.toks[h.first].sent]
	for k := max(st.first, h.first-near); k < min(st.end, h.end+near-1); k++ {
		if s.placeAt(k) && !s.x.is(k-1, slavicIn|slavicAgainst) {
			return false
		}
		if w := s.x.str(s.d, k); w == "місто" || w == "село" || w == "селище" || w == "город" || w == "посёлок" || w == "поселок" || strings.HasPrefix(w, "фортец") || strings.HasPrefix(w, "крепост") {
			return false
		}
	}
	return true
}

// causePoints is how much less what brought a thing about says of the kind of claim
// than the thing itself: "после обстрела повреждены дома".
const causePoints = 16

// cause reports whether token i hangs on words such as "as a result of".
func (s *slavic) cause(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-4; k-- {
		if s.x.is(k, slavicCause) {
			return true
		}
		if s.d.toks[k].kind != wordToken || s.finite(k) {
			return false
		}
	}
	return false
}

// nameAt reports whether token i is capitalised within a sentence: a name.
func (s *slavic) nameAt(i int) bool {
	t := &s.d.toks[i]
	return t.caps == titleCase && i > s.d.sents[t.sent].first && s.d.toks[i-1].kind != openToken && s.placeAt(i)
}

// dropDoubles keeps one claim of those that share their words.
func (s *slavic) dropDoubles() {
	kept := s.d.drafts[:0]
	for _, c := range s.d.drafts {
		if n := len(kept); n > 0 && s.together(&kept[n-1], &c) {
			kept = append(kept, c)
			continue
		}
		if n := len(kept); n > 0 && kept[n-1].verdict == c.verdict && kept[n-1].runs[len(kept[n-1].runs)-1].end > c.runs[0].first {
			if kept[n-1].attr == 0 && c.attr > 0 {
				kept[n-1] = c
			}
			continue
		}
		kept = append(kept, c)
	}
	s.d.drafts = kept
}

// together reports whether two speakers of one verb say the same: "Втрату N визнають і X, і Y".
func (s *slavic) together(b, c *draft) bool {
	if b.attr == 0 || c.attr == 0 || b.attr == c.attr || b.who.actor == c.who.actor {
		return false
	}
	x, y := &s.d.attrs[b.attr-1], &s.d.attrs[c.attr-1]
	return x.cue == y.cue && x.source != y.source && b.runs[0] == c.runs[0]
}

// verdicts gives what a check of facts comes to, in a sentence of a word or two, to what
// others are cited with: "Фейк. Канали написали, що …", "… Висновок: неправда."
func (s *slavic) verdicts() {
	d := s.d
	judged, opened := -1, 0 // the paragraph judged last; how many claims of the beginning are
	for n := range d.sents {
		st := &d.sents[n]
		end := st.first
		for end < st.end && end < st.first+8 && (d.toks[end].kind != wordToken || s.x.is(end, slavicVerdict) || end < st.first+2 && s.isMark(end+1, ':')) {
			end++
		}
		verdict := run{st.first, end}
		if !s.anyVerdict(verdict) || end < st.end && !s.isMark(end-1, ':') {
			continue
		}
		// a verdict before what was said, or one at the end on what the text began with; the
		// first of a paragraph, and the first behind the beginning, leave nothing to others
		block := d.sents[n].block
		if block != judged {
			judged = block
			k := sort.Search(len(d.drafts), func(k int) bool { return d.drafts[k].sent >= n })
			for ; k < len(d.drafts) && d.sents[d.drafts[k].sent].block == block; k++ {
				s.refute(&d.drafts[k], n, verdict)
			}
		}
		for ; opened < len(d.drafts) && d.drafts[opened].sent < n && d.sents[d.drafts[opened].sent].block <= d.sents[d.drafts[0].sent].block; opened++ {
			s.refute(&d.drafts[opened], n, verdict)
		}
	}
}

// refute marks what others are cited with in claim c by the verdict of sentence n.
func (s *slavic) refute(c *draft, n int, verdict run) {
	if c.attr == 0 || c.status != geo.NoStatus && c.status != geo.Unverified || c.polarity == geo.Negated {
		return
	}
	if p := s.d.sourceOf(c.who); p.Party == geo.Press || p.Party == geo.UnknownParty && p.Class == geo.Analyst {
		return
	}
	c.status, c.checked = geo.Disputed, n
	c.why = append(c.why, geo.Evidence{Rule: "status.disputed", Span: s.d.span(verdict.first, verdict.end)})
}

func (s *slavic) anyVerdict(x run) bool {
	for i := x.first; i < x.end; i++ {
		if s.x.is(i, slavicVerdict) {
			return true
		}
	}
	return false
}

// elsewhere reports whether sentence n names places, and none of those that a claim is about.
func (s *slavic) elsewhere(c *draft, n int) bool {
	named := false
	list := s.d.mentionsIn(s.d.sents[n].first, s.d.sents[n].end)
	for i := range list {
		if m := &list[i]; s.d.isSpot(m) {
			named = true
			for _, p := range c.places {
				if p.Place == m.Place {
					return false
				}
			}
		}
	}
	return named
}

package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// scene reports whether what stands in front of a verb only says where: "На Сумщині", "У N, M
// й К-ській громаді"; lo is the first token of the sentence.
func (s *slavic) scene(p np, lo int) bool {
	d := s.d
	if !s.onlyScene(p.first, p.end) {
		return false
	}
	k := p.first
	for k-1 > lo && (s.isMark(k-1, ',') || s.x.is(k-1, slavicAnd) || s.placeAt(k-1)) {
		k--
	}
	if k-1 > lo && s.d.toks[k-1].kind == wordToken && s.d.toks[k-1].caps == lowerCase && s.x.is(k-2, slavicIn) {
		k-- // "З окупованого N повідомляють"
	}
	return k > lo && s.x.is(k-1, slavicIn) && d.toks[k-1].sent == d.toks[p.first].sent && !s.government(p)
}

// onlyScene reports whether tokens [i, j) hold nothing but names of places, what parts them,
// and words for communities.
func (s *slavic) onlyScene(i, j int) bool {
	for ; i < j; i++ {
		if !s.placeAt(i) && !s.x.is(i, slavicAnd) && !s.isMark(i, ',') && !strings.HasPrefix(s.x.str(s.d, i), "громад") {
			return false
		}
	}
	return true
}

// government reports whether a place in the phrase is a country or the seat of a government.
func (s *slavic) government(p np) bool {
	for i := p.first; i < p.end; i++ {
		if h, ok := s.x.find(slavicParty, i); ok && s.state(h.p) {
			return true
		}
	}
	return false
}

// announced: "На Сумщині оголосили евакуацію", "У N радять виїхати": nobody is named who says
// so, in tokens [lo, to) of which the cue is before token i.
func (s *slavic) announced(a attribution, lo, i, to int) (attribution, bool) {
	w := s.x.str(s.d, a.verb)
	if s.x.is(i, slavicAbout) && s.typed(i, to) && (strings.HasSuffix(w, "ють") || strings.HasSuffix(w, "ют") || strings.HasSuffix(w, "ли")) {
		a.rule, a.source, a.content = "attr.F-announced", np{}, []run{{i + 1, to}} // "З N повідомляють про вибухи"
		return a, true
	}
	if a.stance != demandStance && !strings.HasPrefix(w, "ого") && !strings.HasPrefix(w, "объяв") || s.x.is(i, slavicAbout) || !s.typed(i, to) {
		return a, false
	}
	a.rule, a.source, a.content = "attr.F-announced", np{}, []run{{lo, a.cue.first}, {i, to}}
	return a, true
}

// ownWords takes back what is asked for in the words of another: "Жителям N радять виїхати,
// сказав X" is all of it X's; start is the first of the sentence's attributions.
func (s *slavic) ownWords(start int) {
	d := s.d
	kept := d.attrs[:start]
	for k := start; k < len(d.attrs); k++ {
		a := &d.attrs[k]
		if a.source.empty() && (a.rule == "attr.F-object" && a.stance == demandStance || a.rule == "attr.F-announced") && s.heldByLater(k) {
			continue
		}
		kept = append(kept, *a)
	}
	d.attrs = kept
}

// heldByLater reports whether an attribution of the sentence behind k, with a speaker, says
// what k does.
func (s *slavic) heldByLater(k int) bool {
	d := s.d
	cue := d.attrs[k].cue
	for m := k + 1; m < len(d.attrs); m++ {
		if b := &d.attrs[m]; !b.source.empty() && b.covers(cue) {
			return true
		}
	}
	return false
}

// listStart is where the clause starts that token i goes on with behind commas between names
// of places.
func (s *slavic) listStart(i, lo int) int {
	for i-2 > lo && s.isMark(i-1, ',') && s.placeAt(i-2) && s.placeAt(i) {
		k := i - 1
		for k > lo && !s.edge(k-1) {
			k--
		}
		if s.anyFinite(k, i-1) {
			break
		}
		i = k
	}
	return i
}

// residents reports whether the word at token i is one for people of a place in a case of
// those who are told something: "Жителям N", "Місцевим".
func (s *slavic) residents(i int) bool {
	h, ok := s.x.find(slavicRole, i)
	return ok && h.p.party == geo.Civilians && s.caseOf(i) != subjectCase
}

// addressed reports whether a source is a government in the case of whom something is told or given
// to, or is called on: "Києву пропонують", "Москву закликали".
func (s *slavic) addressed(p np) bool {
	h, ok := s.x.find(slavicParty, p.first)
	return ok && h.p.country && h.end == p.end && p.end == p.first+1 && !s.x.is(p.first-1, slavicIn) && s.caseOf(p.first) == otherCase && strings.HasSuffix(s.x.str(s.d, p.first), "у")
}

// inSameSentence places a claim without a place of its own where the claim before it in the
// sentence lies: "Ночью над Киевом сбили 20 «гераней», в Оболонском районе погибла женщина".
func (s *slavic) inSameSentence(c *draft) {
	d := s.d
	if k := len(d.drafts) - 1; k >= 0 && len(c.places) == 0 && d.drafts[k].sent == c.sent {
		c.places = slices.Clone(d.drafts[k].places)
	}
}

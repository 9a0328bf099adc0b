package read

import "contested/geo"

// aroundTown reports whether a region is named in sentence k to say where a town lies that is
// named in it as well.
func (a *anaphors) aroundTown(region *memory, k int) bool {
	if region.named != k+1 {
		return false
	}
	for n := range a.mind {
		m := &a.mind[n]
		if m.named == k+1 && m.place.Kind == geo.Settlement && m.place.Admin1 != "" && string(region.place.ID) == "adm:"+m.place.Admin1 {
			return true
		}
	}
	return false
}

// there reads "there" where it is a place: not before "is", "are", "have been".
func (a *anaphors) there(i, k int) (mention, bool) {
	d := a.d
	st := &d.sents[k]
	// At the start of a clause it only opens it: "and there were no lights".
	opens := i == st.first || d.toks[i-1].kind != wordToken || d.has(i-1, coordWord|subordWord|whWord) || d.is(i-1, "that")
	if i+2 < st.end && d.isAny(i+1, "in", "at", "near", "outside") && len(d.mentionsIn(i+2, min(i+4, st.end))) > 0 {
		return mention{}, false // "here in X"
	}
	if i+1 < st.end && opens {
		t := &d.toks[i+1]
		if t.kind == cliticToken || d.has(i+1, beWord|haveWord|modalWord) || d.isAny(i+1, "seems", "seemed", "appears", "appeared", "remain", "remains", "remained", "exist", "exists", "came", "comes") {
			return mention{}, false
		}
	}
	if i > st.first && d.isAny(i-1, "is", "are", "was", "were", "has", "have") && i+1 < st.end && d.toks[i+1].kind == wordToken && !d.has(i+1, prepWord|advWord|timeWord) {
		return mention{}, false // "Is there hope?"
	}
	if i == st.first && d.is(i, "there") && d.char(i+1) != ',' || d.existential(i, st.end) {
		return mention{}, false
	}
	best, score := -1, 0
	for n := range a.mind {
		m := &a.mind[n]
		if m.place.Kind == geo.Country || m.place.ID == a.not {
			continue
		}
		s := a.fade(m, k)
		if m.named == k+1 && !m.origin {
			s += 2000 // named in this very sentence
		}
		if m.place.Kind == geo.River || m.place.Kind == geo.Sea {
			s /= 3 // on its bank, in a place with a name
		}
		if m.place.Kind == geo.Region && a.aroundTown(m, k) {
			s /= 3 // "in X, in the Y region, and has a son there"
		}
		if s > score {
			best, score = n, s
		}
	}
	if best < 0 || score < 200 {
		return mention{}, false
	}
	m := mention{first: i, end: i + 1}
	pl := &a.mind[best].place
	m.Span, m.Use, m.Place = d.span(i, i+1), geo.Anaphor, pl.ID
	m.Candidates = []geo.Candidate{{Place: pl.ID, Score: score / 10}}
	m.Why = []geo.Evidence{{Rule: "anaphor.there", Span: m.Span, Note: points(score / 10)}}
	return m, true
}

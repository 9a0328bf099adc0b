package read

import "contested/geo"

// saysNo: "Did Russia hit a hospital in X? Moscow says no.", "Is Y lost? The brigade says it is
// not."
func (w *answering) saysNo(s int) {
	const longest = 12 // tokens
	r, d := w.r, w.d
	st := &d.sents[s]
	if s == 0 || st.end-st.first > longest || st.end-st.first < 4 || st.classes&sayWord == 0 || d.char(d.sents[s-1].end-1) != '?' {
		return
	}
	p := d.phraseRight(st.first, st.end)
	if p.empty() || p.end+1 >= st.end {
		return
	}
	v := d.pastAdverbs(p.end, st.end)
	if v+1 >= st.end || d.toks[v].tag != verbTag || !d.has(v, sayWord) {
		return
	}
	end := d.dropMarks(v+1, st.end)
	no, yes := false, false
	for k := v + 1; k < end; k++ {
		negates, affirms := d.isOf(k, &noWords), d.isOf(k, &yesWords)
		if d.toks[k].kind == wordToken && !d.isOf(k, &stillWords) && !negates && !affirms {
			return
		}
		no = no || negates || d.has(k, negWord)
		yes = yes || affirms || d.isAny(k, "did", "has", "is", "was", "it", "they")
	}
	x, ok := d.questionBefore(s)
	if !ok || !no && !yes {
		return
	}
	a := attribution{rule: "attr.F-object", source: p, subject: p, cue: run{v, v + 1}, verb: v, content: []run{{v + 1, end}}, used: true}
	if a.who = r.resolveSpeaker(d, &a); a.who.actor == 0 || d.actors[a.who.actor-1].party == geo.UnknownParty {
		return
	}
	d.attrs = append(d.attrs, a)
	w.answerBy(s, run{v + 1, end}, x, no, len(d.attrs))
}

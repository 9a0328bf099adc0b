package read

// isQuestion reports whether the whole content asks: each of its sentences.
func (d *document) isQuestion(a *attribution) bool {
	last := a.content[len(a.content)-1].end - 1
	if !d.asksAt(last) {
		return false
	}
	for _, c := range a.content {
		for k := c.first; k < c.end; k = d.sents[d.toks[k].sent].end {
			if !d.asksAt(min(d.sents[d.toks[k].sent].end, c.end) - 1) {
				return false
			}
		}
	}
	return true
}

// asksAt reports whether a question ends with token k.
func (d *document) asksAt(k int) bool {
	for k > 0 && d.toks[k].kind == closeToken {
		k--
	}
	return k >= 0 && d.char(k) == '?'
}

// asksFrom reports whether the words whose last stands before token k end in a
// question.
func (d *document) asksFrom(k int) bool {
	for end := d.sents[d.toks[k-1].sent].end; k < end; k++ {
		if d.endsSentence(k) {
			return d.char(k) == '?'
		}
	}
	return false
}

// shortAnswer is how many words an answer has that needs its question.
const shortAnswer = 3

// withoutQuestions drops the sentences that ask from what somebody says in
// several: "They are in the town. What shall I tell people?" What comes behind a
// question answers it, and stands alone, unless it says too little by itself:
// "Did they reach it? They did."
func (d *document) withoutQuestions(list []clause) []clause {
	out := list[:0]
	asked := false
	for n, c := range list {
		if d.asksFrom(c.runs[len(c.runs)-1].end) && (n+1 == len(list) || d.contentLength(list[n+1].runs) > shortAnswer) {
			asked = true
			continue
		}
		if asked {
			c.joint = answerJoint
		}
		asked = false
		out = append(out, c)
	}
	return out
}

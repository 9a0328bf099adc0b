package read

import "strings"

// speaking reports whether the finite verb at token i stands right behind speech and a dash,
// as in "«Q», — плаче вона".
func (s *slavic) speaking(i, lo int) bool {
	d := s.d
	if i-3 < lo || !s.isDash(i-1) {
		return false
	}
	k := i - 2
	if s.isMark(k, ',') {
		k--
	}
	if d.toks[k].kind != closeToken {
		return s.isDash(lo) && k > lo // "— C, — сміється X"
	}
	q := &d.quotes[d.toks[k].quote-1]
	return q.speech || q.first == lo
}

// interrupts reports whether the cue at token i stands between dashes in the
// middle of quoted speech: "«Q1, — сказав X. — Q2»".
func (s *slavic) interrupts(i, lo int) bool {
	if i-2 <= lo || !s.isDash(i-1) || !s.isCue(i) {
		return false
	}
	return s.isMark(i-2, ',') || s.d.endsSentence(i-2)
}

// throwsBack reports whether the verb at token i, which denies what is said, is used of
// fighting: "прикордонники відкинули її вогнем".
func (s *slavic) throwsBack(i int) bool {
	const near = 6 // tokens
	if w := s.x.str(s.d, i); !strings.HasPrefix(w, "відкин") && !strings.HasPrefix(w, "відкид") && !strings.HasPrefix(w, "отброс") {
		return false
	}
	for k := max(s.d.sents[s.d.toks[i].sent].first, i-near); k < min(i+near, s.d.sents[s.d.toks[i].sent].end); k++ {
		if s.x.is(k, slavicSaying|slavicThis|slavicThat) || s.typed(k, k+1) && k > i {
			return false
		}
	}
	return true
}

// resumed goes on with the speech of the sentence before: behind a dash in a paragraph of dashes,
// "— Держится, — кивает X. — Но мост взорван", or in the first person behind a label, "Речник:
// Відходу немає. Ми тримаємо північ".
func (s *slavic) resumed(st *sentence) bool {
	d := s.d
	if len(d.attrs) == 0 || d.char(st.end-1) == '?' {
		return false
	}
	p := &d.attrs[len(d.attrs)-1]
	b := &d.blocks[st.block]
	if before := d.toks[p.cue.first].sent; d.sents[before].block != st.block || d.sents[before].end != st.first {
		return false
	}
	switch {
	case s.isDash(st.first) && s.isDash(b.first) && (p.rule == "attr.A-inverted" || p.rule == "attr.H-continued"):
	case p.rule == "attr.J-headline" && (s.x.is(st.first, slavicWe|slavicOurs) || s.transcript(p, b)):
	default:
		return false
	}
	s.add(attribution{rule: "attr.H-continued", cue: p.cue, verb: p.verb, source: p.source, subject: p.source, content: []run{{st.first, st.end}}, speech: true})
	return true
}

// transcript reports whether block b opens with the speaker of attribution p and a colon, as the one
// before or behind it does with another's: all of it is what the speaker says.
func (s *slavic) transcript(p *attribution, b *block) bool {
	d := s.d
	if p.source.first != b.first {
		return false
	}
	k := int(d.sents[d.toks[b.first].sent].block)
	return k > 0 && s.opensWithLabel(&d.blocks[k-1]) || k+1 < len(d.blocks) && s.opensWithLabel(&d.blocks[k+1])
}

// opensWithLabel reports whether a block opens with a name or a noun and a colon.
func (s *slavic) opensWithLabel(b *block) bool {
	const most = 4 // tokens
	for i := b.first + 1; i < b.end && i <= b.first+most; i++ {
		if s.isMark(i, ':') {
			return !s.anyFinite(b.first, i) && s.d.toks[b.first].kind == wordToken && !s.placeAt(b.first)
		}
	}
	return false
}

// neitherNor reports whether the cue at token i is one half of "не підтвердив і не спростував": nobody
// says anything.
func (s *slavic) neitherNor(i, lo, hi int) bool {
	const near = 5 // tokens
	yes, no, nots := false, false, 0
	for k := max(lo, i-near); k < min(hi, i+near); k++ {
		w := s.x.str(s.d, k)
		yes = yes || startsWithAny(w, yesStems)
		no = no || startsWithAny(w, noStems)
		if w == "не" || w == "ні" || w == "ни" {
			nots++
		}
	}
	return yes && no && nots > 1
}

var (
	yesStems = []string{"підтверд", "подтверд"}
	noStems  = []string{"спрост", "заперечи", "опроверг"}
)

// answeringStems begin verbs of answering, and answeredStems what stands behind them where nobody
// answers.
var (
	answeringStems = []string{"відповіда", "отвеча"}
	answeredStems  = []string{"дійсност", "действительност", "реальност", "правд", "вимог", "требовани", "за"}
)

// turnsDown reports whether the verb at token i is used of what somebody does not want: "від
// госпіталізації відмовився".
func (s *slavic) turnsDown(i, lo, hi int) bool {
	if s.neitherNor(i, lo, hi) {
		return true
	}
	if startsWithAny(s.x.str(s.d, i), answeringStems) && i+1 < hi && startsWithAny(s.x.str(s.d, i+1), answeredStems) {
		return true // "не відповідає дійсності", "відповідає за безпеку"
	}
	if w := s.x.str(s.d, i); !strings.HasPrefix(w, "відмов") && !strings.HasPrefix(w, "отказ") {
		return false
	}
	const near = 3 // tokens
	for k := max(lo, i-near); k < min(hi, i+2); k++ {
		if w := s.x.str(s.d, k); w == "від" || w == "от" {
			return true
		}
	}
	return false
}

package read

import (
	"strings"

	"contested/geo"
)

// label: "МАГАТЕ: C".
func (s *slavic) label(st *sentence) {
	first := st.first
	for first+1 < st.end && s.d.toks[first].kind != wordToken && s.d.toks[first].kind != openToken && s.d.toks[first].kind != numberToken && !s.isDash(first) {
		first++ // "⚡️МАГАТЭ: C"
	}
	for i := first; i < st.end && i < first+maxLabel; i++ {
		if s.isMark(i, ':') {
			end := first // "Голова громади N — про наслідки: …"
			for end < i && !s.isDash(end) {
				end++
			}
			if a, ok := s.view(st, i); ok {
				s.add(a)
				return
			}
			if p := s.narrow(first, end); !p.empty() && p.first == first && (s.named(p) || s.spoke(p) || s.family(p)) && !s.anyFinite(first, i) {
				s.add(attribution{rule: "attr.J-headline", cue: run{i, i + 1}, verb: i, source: p, subject: p, content: []run{{i + 1, st.end}}})
			}
			return
		}
	}
}

// view: "Прогноз от «N»: C", "Думка аналітика: C", with the colon at token i.
func (s *slavic) view(st *sentence, i int) (attribution, bool) {
	w := s.x.str(s.d, st.first)
	if !startsWithAny(w, viewStems) || st.first+1 >= i || s.anyFinite(st.first, i) {
		return attribution{}, false
	}
	from := st.first + 1
	for from < i && !s.d.isOf(from, &byWhom) && s.d.toks[from].kind == wordToken && s.d.toks[from].caps == lowerCase && len(s.x.starting(from)) == 0 {
		from++
	}
	by := from < i && s.d.isOf(from, &byWhom)
	if by {
		from++
	}
	p := s.narrow(from, i)
	if p.empty() || !by && !s.named(p) || s.placeAt(p.first) {
		return attribution{}, false
	}
	a := attribution{rule: "attr.J-headline", cue: run{i, i + 1}, verb: i, source: p, subject: p, content: []run{{i + 1, st.end}}}
	if !strings.HasPrefix(w, "верс") {
		a.stance = believeStance
	}
	return a, true
}

var (
	viewStems = []string{"прогноз", "оцінк", "оценк", "думк", "мнени", "верс", "припущенн", "предположени"}
	byWhom    = listOf("від от")
)

// maxLabel is how many tokens a label may take: "Газета N з посиланням на дипломатів:".
const maxLabel = 12

// labelled: "Губернатор Иван Иванов: C", where the label is a sentence of its own.
func (s *slavic) labelled(n int) {
	d := s.d
	st := &d.sents[n]
	if n+1 == len(d.sents) || d.sents[n+1].block != st.block || d.sents[n+1].label || !s.isMark(st.end-1, ':') {
		return
	}
	p := s.narrow(st.first, st.end-1)
	if p.empty() || !s.named(p) || s.anyFinite(st.first, st.end) {
		return
	}
	next := &d.sents[n+1]
	s.add(attribution{rule: "attr.J-label", cue: run{st.end - 1, st.end}, verb: st.end - 1, source: p, subject: p, content: []run{{next.first, next.end}}})
}

// maxSigned is how many tokens a speaker behind a dash may take.
const maxSigned = 14

// signed: "C, — голова ОВА Іван Іваненко.", "«Q» — X": the speaker stands behind the
// last dash, without a verb.
func (s *slavic) signed(lo int, st *sentence) {
	d := s.d
	for i := st.end - 2; i > lo+1 && i > st.end-maxSigned; i-- {
		if !s.isDash(i) {
			continue
		}
		if s.anyFinite(i+1, st.end) {
			return
		}
		p := s.narrow(i+1, st.end)
		if p.empty() || p.first > i+2 || !s.named(p) && !s.spoke(p) && !(s.family(p) && p.end >= st.end-1) {
			return
		}
		if !s.isMark(i-1, ',') && d.toks[i-1].kind != closeToken && (p.first != i+1 || !s.speaks(p.first) || !s.anyFinite(lo, i)) {
			return
		}
		s.add(attribution{rule: "attr.A-inverted", cue: run{i, i + 1}, verb: i, source: p, subject: p, content: append(s.flashBefore(lo, st), run{lo, i})})
		return
	}
}

// flashBefore are the sentences of a flash with a time before the one that ends with who says it: "06:40 В порту N
// пожар. Пострадавших нет – оперштаб".
func (s *slavic) flashBefore(lo int, st *sentence) []run {
	d := s.d
	b := &d.blocks[st.block]
	n := int(d.toks[lo].sent)
	if b.kind != liveEntry || d.sents[n].end < b.end || b.sents-b.sent > maxFlashSentences || d.toks[st.first].kind == openToken {
		return nil
	}
	var out []run
	for k := b.sent; k < n; k++ {
		if s.sourced(k) || d.char(d.sents[k].end-1) == '?' {
			return nil
		}
		if !d.sents[k].label {
			out = append(out, run{d.sents[k].first, d.sents[k].end})
		}
	}
	return out
}

// maxFlashSentences is how many sentences a flash may have.
const maxFlashSentences = 4

// spoke reports whether a phrase is the surname alone of somebody who has spoken before.
func (s *slavic) spoke(p np) bool {
	if p.end-p.first != 1 {
		return false
	}
	st := s.surname(p.first)
	if st == "" {
		return false
	}
	for n := len(s.d.attrs) - 1; n >= 0 && n > len(s.d.attrs)-maxSpoken; n-- {
		for i := s.d.attrs[n].source.first; i < s.d.attrs[n].source.end; i++ {
			if s.surname(i) != "" && strings.HasPrefix(s.x.str(s.d, i), st) {
				return true
			}
		}
	}
	return false
}

// family reports whether a phrase of one word has the ending of a surname: "Федоров: …".
func (s *slavic) family(p np) bool {
	if p.end-p.first != 1 || s.surname(p.first) == "" {
		return false
	}
	w := s.x.str(s.d, p.first)
	for _, e := range [...]string{"енко", "ов", "єв", "ев", "ський", "цький", "ский", "цкий", "чук", "шин", "їн", "ін", "ин", "юк"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// maxSpoken is how many attributions back somebody who is named by the surname may have
// spoken.
const maxSpoken = 60

// expounded: "N назвал вопрос главным: войска должны уйти": what a person does is told
// before a colon, and behind it what the person says.
func (s *slavic) expounded(st *sentence) {
	colon := st.first
	for colon < st.end && !s.isMark(colon, ':') {
		colon++
	}
	if colon+3 >= st.end || colon-st.first < 3 || !s.anyFinite(colon+1, st.end) {
		return
	}
	verb := st.first
	for verb < colon && !s.finite(verb) && !s.edge(verb) {
		verb++
	}
	if verb == colon || !s.finite(verb) || s.typedVerb(verb) {
		return
	}
	p := s.narrow(st.first, verb)
	if p.empty() || !s.personal(p) {
		return
	}
	s.add(attribution{rule: "attr.B-colon", cue: run{verb, verb + 1}, verb: verb, source: p, subject: p, content: []run{{colon + 1, st.end}}})
}

// personal reports whether a phrase names a person, or the holder of an office.
func (s *slavic) personal(p np) bool {
	for _, h := range s.x.in(p.first, p.end) {
		if h.p.kind == slavicParty && h.p.person || h.p.kind == slavicRole && h.p.class == geo.Authority {
			return true
		}
	}
	return false
}

// speaks reports whether a body, a person or a word for people who speak starts at
// token i, no country.
func (s *slavic) speaks(i int) bool {
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicRole && h.p.party != geo.Civilians || h.p.kind == slavicParty && !h.p.country {
			return true
		}
	}
	return false
}

package read

// interview gives the answers of a talk whose turns begin with dashes to the person whom the
// paragraphs before it introduce.
func (s *slavic) interview() {
	d := s.d
	var turns []int // blocks
	for k := range d.blocks {
		if b := &d.blocks[k]; b.kind == listItem && d.toks[b.first].kind == dashToken && b.first+1 < b.end {
			turns = append(turns, k)
		} else if b.kind == speech {
			return // it has labels
		}
	}
	if len(turns) < 2 || turns[0] == 0 || !d.asks(&d.blocks[turns[0]]) {
		return
	}
	who := s.guest(turns[0])
	if who.empty() {
		return
	}
	d.sortAttributions()
	asker := false
	for _, k := range turns {
		b := &d.blocks[k]
		if asker = d.asks(b) || !asker; !asker {
			s.answersIn(b, who)
		}
		b.kind, b.body = speech, b.first+1
	}
}

// maxGuest is how many paragraphs before the first question may introduce who answers.
const maxGuest = 3

// guest is the person whom the paragraphs before block n introduce.
func (s *slavic) guest(n int) np {
	d := s.d
	for k := max(0, n-maxGuest); k < n; k++ {
		for m := int(d.toks[d.blocks[k].first].sent); m <= int(d.toks[d.blocks[k].end-1].sent); m++ {
			if p := s.personIn(&d.sents[m], eitherGender); !p.empty() {
				return p
			}
		}
	}
	return np{}
}

// answersIn gives block b to the speaker, but for what it cites others with.
func (s *slavic) answersIn(b *block, who np) {
	d := s.d
	rest := []run{{s.pastYesOrNo(b.first+1, b.end), b.end}}
	k := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= b.first })
	for ; k < d.ordered && d.attrs[k].cue.first < b.end; k++ {
		a := &d.attrs[k]
		rest = cutRuns(rest, a.cue)
		rest = cutRuns(rest, run{a.source.first, a.source.end})
		for _, c := range a.content {
			rest = cutRuns(rest, c)
		}
	}
	if len(rest) == 0 {
		return
	}
	s.add(attribution{rule: "attr.J-interview", cue: run{b.first, b.first + 1}, verb: b.first, source: who, subject: who, content: rest, speech: true})
}

// yesOrNo are what an answer may open with, before what it says.
var yesOrNo = listOf("ні нет так да ага угу звісно звичайно конечно")

// pastYesOrNo is where what is said begins behind "Ні, " at token i.
func (s *slavic) pastYesOrNo(i, end int) int {
	if i+2 < end && s.d.isOf(i, &yesOrNo) && s.isMark(i+1, ',') {
		return i + 2
	}
	return i
}

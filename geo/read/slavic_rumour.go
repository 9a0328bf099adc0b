package read

var (
	// rumourStems begin verbs of what spreads by itself, and rumourNouns the words for what does.
	rumourStems = []string{"шир", "пошир", "розій", "розход", "розлет", "розліт", "гуля", "ходи", "ходят", "ходят", "разош", "расход", "разлет", "распростран", "гуля", "пішл", "пошл", "понесл", "рознес", "разнес", "полетіл", "циркул", "мусол"}
	rumourNouns = []string{"чутк", "слух", "інформац", "информац", "повідомл", "сообщен", "новин", "новост", "допис", "відео", "видео", "ролик"}
	// rumourMedia begin words for where it spreads.
	rumourMedia = []string{"чат", "паблік", "паблик", "канал", "соцмереж", "соцсет", "мереж", "телеграм", "інтернет", "интернет", "спільнот", "сообществ", "груп"}
)

// spreads reads what goes round in chats and channels, whose verb is token i: "Чатами ширилося: N взято", "По каналам
// разошлось, будто N пал", "В соцсетях пошли слухи, что". Who says so is where it spreads.
func (s *slavic) spreads(i, lo, hi int) (attribution, bool) {
	d := s.d
	if !startsWithAny(s.x.str(d, i), rumourStems) || i > 0 && s.isNot(i-1) {
		return attribution{}, false
	}
	const near = 6 // tokens
	to := i + 1
	for to < hi && to < i+near && !s.edge(to) {
		to++
	}
	if to+1 >= hi {
		return attribution{}, false
	}
	at := to + 1
	switch {
	case s.isMark(to, ':'):
	case s.isMark(to, ',') && (s.x.is(to+1, slavicThat) || d.isOf(to+1, &asIfWords)):
		at++
	default:
		return attribution{}, false
	}
	from := i
	for from > lo && !s.edge(from-1) {
		from--
	}
	for k := from; k < to; k++ {
		if k == i || !startsWithAny(s.x.str(d, k), rumourMedia) {
			continue
		}
		first, end := k, k+1
		for first-1 >= from && first-1 != i && d.toks[first-1].kind == wordToken && s.caseOf(first-1) == s.caseOf(k) && !s.x.is(first-1, slavicIn|slavicAgainst|slavicFiller) && !startsWithAny(s.x.str(d, first-1), rumourNouns) {
			first-- // "місцевими чатами"
		}
		for end < to && end != i && s.placeAt(end) {
			end++
		}
		p := np{first, end, k}
		return attribution{rule: "attr.B-rumour", cue: run{i, i + 1}, verb: i, stance: claimStance, source: p, subject: p, content: []run{{at, hi}}}, true
	}
	return attribution{}, false
}

// asIfWords open what others are said to say.
var asIfWords = listOf("нібито начебто ніби мовляв буцімто будто якобы мол дескать словно")

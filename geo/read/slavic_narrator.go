package read

import (
	"strings"

	"contested/geo"
)

// narrate makes the claims of the article itself, or of a bulletin's issuer.
func (s *slavic) narrate() {
	d := s.d
	s.findIssuer()
	owned := s.territories()
	at := 0
	for n := range d.sents {
		st := &d.sents[n]
		b := &d.blocks[st.block]
		if st.label || b.kind == heading || b.kind == caption || b.kind == notice || b.kind == speech {
			continue
		}
		if d.char(st.end-1) == '?' {
			s.answered(n)
			continue
		}
		for at < len(owned) && owned[at].end <= st.first {
			at++
		}
		rest := []run{{st.first, st.end}}
		for k := at; k < len(owned) && owned[k].first < st.end; k++ {
			rest = cutRuns(rest, owned[k])
		}
		who, attr := speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator"}}}, 0
		if d.issuer > 0 && st.first > d.attrs[d.issuer-1].cue.first {
			who, attr = d.attrs[d.issuer-1].who, d.issuer
		}
		if judged := s.refuteReports(n, attr, who); judged.end > 0 {
			rest = cutRuns(rest, judged)
		}
		for _, x := range rest {
			if !s.tells(x) {
				continue
			}
			var waiting []draft // clauses of the issuer's that name no place
			for _, y := range s.clauses(x) {
				if !s.tells(y) || s.isCueIn(y) {
					continue
				}
				c := draft{attr: attr, runs: []run{y}, who: who}
				s.draft(&c, nil)
				if attr > 0 && !c.dropped && len(c.places) == 0 && c.find.weight > 0 {
					waiting = append(waiting, c)
					continue
				}
				if attr == 0 && s.ofPast(&c.find) {
					continue
				}
				if c.given && len(c.places) > 0 && !c.dropped {
					// "улучшили положение и освободили N": both at N
					for k := range waiting {
						waiting[k].places = c.places
					}
					d.drafts = append(d.drafts, waiting...)
				}
				waiting = nil
				if k := len(d.drafts) - 1; k >= 0 && c.given && !c.dropped && d.drafts[k].sent == c.sent && d.drafts[k].attr == c.attr && s.sameHarm(&d.drafts[k], &c) {
					d.drafts[k].places = c.places
				}
				if c.dropped || len(c.places) == 0 || !c.given && attr == 0 && c.find.weight < 80 {
					continue
				}
				d.drafts = append(d.drafts, c)
			}
		}
	}
}

// tells reports whether a stretch has a predicate: a finite verb, or a participle in the
// nominative that tells of a situation: "Поранений чоловік", "понівечені два ліцеї".
func (s *slavic) tells(x run) bool {
	if s.anyFinite(x.first, x.end) || s.flash(x) || s.shareOf(x.first, x.end) || s.thereWas(x) || s.oursAt(x) > 0 || s.lacking(x.first) || s.isUnder(x.first, x.end) || s.isToll(x.first, x.end) || s.verbless(x.first, x.end) {
		return true
	}
	// a sentence without any verb has a participle for one, wherever it stands
	whole := x.first == s.d.sents[s.d.toks[x.first].sent].first
	return s.participial(x.first, x.end, whole) || s.typedVerb(x.first) && s.participial(x.first, x.first+1, true)
}

// participial reports whether tokens [i, j) of Ukrainian have a participle for a verb: behind
// a place, behind "not", as the last word; anywhere in a sentence that has no other verb.
func (s *slavic) participial(i, j int, whole bool) bool {
	d := s.d
	if d.lang != geo.Ukrainian {
		return false
	}
	for k := i; k < j; k++ {
		if !whole && (k == i || !s.placeAt(k-1) && !s.isNot(k-1) && (k+1 < j || d.toks[k-1].kind != wordToken)) {
			continue
		}
		w := s.x.str(s.d, k)
		for _, e := range [...]string{"ені", "ані", "яні", "иті", "ений", "аний", "ена", "ане", "ене"} {
			if strings.HasSuffix(w, e) && s.typedVerb(k) {
				return true
			}
		}
	}
	return false
}

// thereWas reports whether a stretch says that something was: "На Лиманському напрямку було
// п'ять атак".
func (s *slavic) thereWas(x run) bool {
	for i := x.first; i < x.end; i++ {
		switch s.x.str(s.d, i) {
		case "було", "было":
			return true
		}
	}
	return false
}

// maxFlash is how many tokens news without a verb may have.
const maxFlash = 12

// flash reports whether a short stretch without a verb opens with what happened, or with
// where: "Вибухи в Одесі", "В Сумах прилёт по подстанции".
func (s *slavic) flash(x run) bool {
	d := s.d
	st := &d.sents[d.toks[x.first].sent]
	if x.first != st.first || x.end-x.first > maxFlash || d.char(st.end-1) != '.' {
		return false
	}
	for _, h := range s.x.in(x.first+1, x.end) {
		if h.p.kind == slavicType && h.end == h.first+2 && h.p.typ == geo.Attack && s.x.is(h.first, slavicIn) && s.d.anyPlace([]run{{x.first, h.first}}) {
			return true // "Ринок у N знову під ударом"
		}
	}
	for k := x.first + 1; k+1 < x.end; k++ {
		if (s.isDash(k) || s.isMark(k, ':')) && s.d.anyPlace([]run{{x.first, k}}) && s.typed(k+1, x.end) {
			return true // "За добу по місту – 17 ударів"
		}
		if (s.isDash(k) || s.isMark(k, ':')) && s.typed(x.first, k) && k+2 < x.end && s.x.is(k+1, slavicIn|slavicAgainst) && s.d.anyPlace([]run{{k + 1, x.end}}) {
			return true // "Найгарячіше – під N"
		}
	}
	i := x.first
	if s.x.is(i, slavicIn) {
		for i++; i < x.end && s.placeAt(i); i++ {
		}
	}
	switch s.x.str(d, i) {
	case "вибух", "вибухи", "приліт", "прильоти", "удар", "удари", "атака", "обстріл", "обстріли", "пожежа", "бої", "взрыв", "взрывы", "прилет", "прилеты", "удары", "обстрел", "обстрелы", "пожар", "бои", "попадание", "попадания", "столкновения", "боестолкновения", "влучання", "сутички":
		return true
	}
	return false
}

// untrue reports whether a clause says that what it tells of is not so.
func (s *slavic) untrue(x run) bool {
	for _, h := range s.x.in(x.first, x.end) {
		if h.p.kind == slavicCheck && h.p.status == geo.Disputed {
			return true
		}
	}
	return false
}

// isCueIn reports whether a clause itself reports something.
func (s *slavic) isCueIn(x run) bool {
	for i := x.first; i < x.end; i++ {
		if s.isCue(i) && s.finite(i) && !s.typedVerb(i) && !s.byNobody(i, x.first) {
			return true
		}
	}
	return false
}

func (s *slavic) typedVerb(i int) bool {
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicType {
			return true
		}
	}
	return false
}

// territories are the stretches that attributions own, in order and apart.
func (s *slavic) territories() []run {
	d := s.d
	marks := make([]bool, len(d.toks)+1)
	for n := range d.attrs {
		if n+1 == d.issuer {
			continue
		}
		a := &d.attrs[n]
		for _, x := range append([]run{a.cue, {a.source.first, a.source.end}}, a.content...) {
			for i := x.first; i < x.end; i++ {
				marks[i] = true
			}
		}
	}
	var out []run
	for i := 0; i < len(d.toks); i++ {
		if !marks[i] {
			continue
		}
		j := i
		for marks[j] {
			j++
		}
		out = append(out, run{i, j})
		i = j
	}
	return out
}

// narratable reports whether a clause of the narrator tells of a situation, not of
// background.
func (s *slavic) narratable(x run) bool {
	for i := x.first; i < x.end; i++ {
		if s.d.isYear(i) && s.d.toks[i].kind == numberToken && !(i+2 < x.end && startsWithAny(s.x.str(s.d, i+2), bornStems)) {
			return false
		}
		if startsWithAny(s.x.str(s.d, i), passingStems) && s.finite(i) {
			for k := i + 1; k < x.end && k < i+maxSigned; k++ {
				if s.x.str(s.d, k) == "за" {
					return false // "видають за зруйнований міст у N"
				}
			}
		}
	}
	if s.ofPost(x) {
		return false // "Допис про здачу N зібрав сто тисяч переглядів"
	}
	for i := x.first; i < x.end; i++ {
		for _, w := range []string{"сообщени", "комментир", "повідомленн", "коменту"} {
			if strings.HasPrefix(s.x.str(s.d, i), w) {
				return false
			}
		}
	}
	if i := x.first; s.x.str(s.d, i) == "чи" || i+1 < x.end && s.x.str(s.d, i+1) == "ли" {
		return false // "Чи контролюють росіяни N, невідомо"
	}
	return !s.x.is(x.first, slavicRelative) || s.d.isOf(x.first, &although)
}

// bornStems begin the word behind a year of birth; passingStems verbs by which one thing is passed off
// as another.
var (
	bornStems    = []string{"народж", "рожд"}
	passingStems = []string{"видаю", "видає", "видав", "видали", "выдаю", "выдаё", "выдае", "выдав", "выдал"}
)

// ofPost reports whether a stretch opens with a post and what it is about.
func (s *slavic) ofPost(x run) bool {
	const near = 3 // tokens
	for i := x.first; i+1 < x.end && i < x.first+near; i++ {
		if startsWithAny(s.x.str(s.d, i), postStems) {
			return s.x.is(i+1, slavicAbout)
		}
	}
	return false
}

// findIssuer finds who issues a bulletin: a body that informs in the first
// sentences, in an article of its own side or of sectors of the front.
func (s *slavic) findIssuer() {
	d := s.d
	areas := 0
	for i := range d.mentions {
		if d.mentions[i].Use == geo.AreaUse {
			areas++
		}
	}
	own := d.article.Publisher.Party == geo.Russia || d.article.Publisher.Party == geo.Ukraine
	if areas < 2 && !own {
		return
	}
	for n := 0; n < len(d.sents) && n < 4; n++ {
		st := &d.sents[n]
		for i := st.first; i < st.end; i++ {
			for _, h := range s.x.starting(i) {
				if h.p.kind != slavicParty || h.p.person || h.p.class != geo.Military && h.p.class != geo.Authority || own && h.p.party != d.article.Publisher.Party || !own && areas < 3 {
					continue
				}
				if !own && !s.cueIn(st) {
					continue
				}
				a := attribution{rule: "attr.J-bulletin", source: np{h.first, h.end, h.first}, cue: run{h.first, h.end}, verb: h.first}
				for k := h.end; k < st.end; k++ {
					if s.isCue(k) {
						a.cue = run{k, k + 1}
						break
					}
				}
				if own && s.endsAs(a.cue.first, 4, 2, pastEndsUK, pastEndsRU) {
					continue // "Минобороны отчиталось о взятии N": others tell of it
				}
				if g, ok := s.x.find(slavicParty, i); ok {
					a.source = np{g.first, g.end, g.first}
				}
				a.subject = a.source
				a.who = s.speaker(&a)
				d.attrs = append(d.attrs, a)
				d.issuer = len(d.attrs)
				return
			}
		}
	}
}

// The ends of verbs that tell what somebody has said once.
var (
	pastEndsUK = []string{"ав", "ив", "ла", "ло", "ли", "вся", "лася", "лося", "лися"}
	pastEndsRU = []string{"ал", "ил", "ла", "ло", "ли", "лся", "лась", "лось", "лись"}
)

func (s *slavic) cueIn(st *sentence) bool {
	for i := st.first; i < st.end; i++ {
		if s.isCue(i) {
			return true
		}
	}
	return false
}

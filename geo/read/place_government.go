package read

import "contested/geo"

// What stands beside the name of a capital or country when it means the government
// there: "a gain for Moscow", "asked Kyiv to withdraw", "Moscow's infantry".

// anybodyWords are those of a capital who stand for who governs there: "nobody in
// Brussels lost sleep".
var anybodyWords = listOf("anyone anybody nobody everyone everybody someone somebody few many some those none")

// wishWords are verbs of what one wants others to do.
var wishWords = listOf("want wants wanted wanting expect expects expected expecting ask asks asked asking urge urges urged urging tell tells told telling press presses pressed pressing push pushes pushed order orders ordered call calls called beg begged invite invites invited persuade convince compel compels compelled oblige obliges obliged require requires required enable enables enabled get lead leads led prompt prompts prompted encourage encourages encouraged tempt need needs needed like for")

// ofTown are things that a city has and a government has not.
var ofTown = listOf("mayor mayors deputy metro underground outskirts suburb suburbs centre center downtown district districts streets street river bank banks embankment skyline airport airports station population night nights morning evening weather sky skies darkness water electricity power heating traffic theatres museums restaurants cafes parks squares monuments stations hospitals schools life day days")

// ofState reports whether what a capital has, behind the possessive at token k, is a
// government's: "Moscow's infantry", "Kyiv's ministers". A city has its streets,
// buildings and people, and places with names.
func (s *placeScan) ofState(k, end int) bool {
	d := s.d
	const most = 4 // words of what it has
	noun := false
	for j := k + 1; j < end && j <= k+most && d.toks[j].kind == wordToken; j++ {
		switch t := &d.toks[j]; {
		case t.caps != lowerCase && d.isAny(j, "western", "european", "american", "british", "ukrainian", "russian"):
		case t.caps != lowerCase:
			return false
		case s.ofTown(j), d.has(j, buildingWord|peopleWord), s.signs(j)&(signHead|signStreet|signPart|signAnaphor|signSchool) != 0:
			return false
		case t.tag == toTag && j == k+1 && d.tagAt(j+1) == baseTag:
			return true // "the town is not Moscow's to give"
		case t.tag == nounTag:
			noun = true
		case t.tag == prepTag, t.tag == verbTag, t.tag == auxTag:
			return noun
		}
	}
	return noun
}

// asked reports whether the name is the subject of a question: "What does London make
// of it?", "What is Berlin making of it?", "Is Paris on board?"
func (s *placeScan) asked(p *spot, end int) bool {
	d := s.d
	k, to := int(p.first)-1, int(p.to)
	if k < d.sents[p.sent].first || to+1 >= end || !d.has(k, doWord|modalWord|beWord|haveWord) || d.toks[to].kind != wordToken || d.toks[to].caps != lowerCase {
		return false
	}
	if d.has(k, beWord) {
		return d.char(end-1) == '?' && s.capital(p) && (d.toks[to].tag == ingTag && s.signs(to)&signPlight == 0 ||
			d.is(to, "on") && d.isAny(to+1, "board", "side") || d.isAny(to, "ready", "willing", "prepared", "serious", "open", "happy", "content", "convinced"))
	}
	return (d.toks[to].tag == baseTag || d.toks[to].tag == verbTag || d.has(to, verbWord|sayWord|cueWord|haveWord)) && (s.signs(to)&signPlight == 0 || d.is(to+1, "its") && d.isAny(to+2, "mind", "tune", "tone", "position", "course", "view", "stance"))
}

// forGovernment reports whether the capital of spot p stands for its government
// because of what goes before it: "a gain for Moscow", "bloggers close to
// Moscow", "would hand Moscow a rail hub", "For
// Moscow, …". from is the first token that says so.
func (s *placeScan) forGovernment(p *spot) (from int, ok bool) {
	d := s.d
	k, st, to := int(p.first)-1, d.sents[p.sent].first, int(p.to)
	if d.lang != geo.English || k < st || d.toks[k].kind != wordToken && d.toks[k].kind != hyphenToken {
		return 0, false
	}
	capital := s.capital(p)
	before := func(words ...string) bool {
		for j := k - 1; j >= st && j >= k-2; j-- {
			if d.isAny(j, words...) {
				from = j
				return true
			}
		}
		return false
	}
	switch {
	case d.is(k, "for") && k == st && to < len(d.toks) && (d.char(to) == ',' || capital && (d.toks[to].tag == detTag || d.is(to, "and") && d.is(to+1, "for"))):
		return k, true
	case capital && s.turnedTo(p, k, to, st):
		return k, true
	case d.is(k, "for") && k-2 > st && d.is(k-1, "and") && d.is(st, "for") && capital && s.governmentBefore(p):
		return k, true // "For Kyiv and for Moscow, …"
	case d.is(k, "of"):
		ok = capital && (k-3 >= st && d.is(k-1, "part") && d.is(k-3, "on") || d.isOf(k-1, &besideStates) || d.isOf(k-1, &heldOf)) || capital && before("because", "backing", "consent", "approval", "agreement", "blessing", "involvement", "participation", "cooperation", "stance", "position", "rhetoric", "intentions", "ambitions", "posture", "view", "eyes", "opinion", "estimation", "judgment", "judgement", "assessment", "words", "behalf", "name", "instructions", "orders", "behest",
			"insistence", "request", "demands", "answer", "reply", "response", "version", "policy", "hands", "interest", "interests", "leaders", "leadership", "rulers")
	case d.is(k, "in"):
		ok = capital && (k > st && (d.isOf(k-1, &anybodyWords) && !s.sceneBehind(to, d.sents[p.sent].end) || d.isAny(k-1, "trusts", "trusted") || d.is(k-1, "one") && d.is(k-2, "no") || d.is(k-1, "who") && (d.has(to, modalWord|sayWord|cueWord) || d.tagAt(to) == verbTag && !s.ofScene(to))))
		if from = k; !ok {
			from, ok = s.ofClimate(p, d.sents[p.sent].end)
		}
	case d.is(k, "from"):
		ok = capital && s.heardBefore(k, st) || capital && k > st && d.isAny(k-1, "officials", "negotiators", "envoys", "delegates", "mediators", "representatives") || capital && k > st && d.isAny(k-1, "seen", "viewed") && d.has(k-2, subordWord|prepWord|coordWord) || capital && k == st+1 && d.isAny(st, "seen", "viewed") || capital && before("word", "silence", "noises", "signals", "tone", "line", "view", "orders", "instructions", "money", "funds", "permission", "approval", "backing") ||
			capital && k > st && d.isOf(k-1, &comingWords) && s.wordBefore(k-1, st) ||
			capital && to < len(d.toks) && (d.is(to, "that") || d.is(to, "of") && s.goesOn(p)) && before("reports", "report", "news", "claims", "claim", "rumours", "rumors")
	case d.toks[k].kind == hyphenToken:
		ok = k > st && d.isAny(k-1, "pro", "anti") // "a pro-Moscow official"
		from = k - 1
	case d.isAny(k, "both", "either") && k-2 >= st && (d.is(k-1, "to") && d.is(k-2, "according") || capital && d.isAny(k-1, "from", "to", "on", "by") && s.wordBefore(k-1, st)):
		return k - 2, true // "no comment from either Moscow or Kyiv"
	case d.isAny(k, "than", "not", "nor", "neither", "either"):
		ok = capital && (s.governmentBefore(p) || d.isOf(k-1, &dealingWords)) // "cost Moscow more men than Kyiv", "suits Moscow but not Kyiv"
		from = k
	case d.isAny(k, "like", "unlike", "without", "contradicting", "echoing", "quoting", "citing"):
		return k, capital && k+1 == int(p.first) && (k == st || d.toks[k-1].kind == punctToken || !d.is(k, "like"))
	case capital && d.isAny(k, "help", "helps", "helped", "harm", "harms", "harmed") && s.governmentBefore(p):
		return k, true // "what weakens Moscow helps Kyiv"
	case capital && s.wordFor(k, st):
		return k, true // "word of the loss reached Kyiv", "the sanctions hit Moscow"
	case d.is(k, "about"):
		ok = capital && before("illusion", "illusions", "doubts", "worry", "worries", "worried", "complain", "complains", "complained", "complaint", "complaints", "sceptical", "skeptical", "suspicious", "naive", "optimistic", "pessimistic", "truth", "wrong", "right")
	case d.is(k, "through"):
		ok = capital && s.governmentBefore(p) && k-2 >= st && d.toks[k-1].kind == wordToken && d.toks[k-1].caps != lowerCase // "was agreed with Moscow through Ankara"
		from = k
	case capital && d.isOf(k, &dealingWords) && !(d.isOf(k, &shakingVerbs) && s.sceneDoes(k, st)):
		return k, true // "surprised Kyiv"
	case capital && d.isOf(k, &deemWords) && d.isAny(to, "too", "so", "very", "rather", "quite", "more", "less", "far") && to+1 < len(d.toks) && d.toks[to+1].kind == wordToken && !d.isOf(to+1, &townAdjectives):
		return k, true // "think Berlin too slow"
	case capital && d.isOf(k, &deemWords) && to < len(d.toks) && d.toks[to].kind == wordToken && d.toks[to].tag == adjTag && !d.isOf(to, &townAdjectives) && s.signs(to)&signPlight == 0:
		return k, true // "thinks Kyiv wrong to hold on"
	case capital && d.isOf(k, &placingWords) && d.is(to, "out") && (to+1 >= len(d.toks) || d.toks[to+1].kind == punctToken):
		return k, true // "exchanged drafts, leaving Kyiv out"
	case capital && d.isOf(k, &placingWords) && !d.isAny(k-1, "he", "she", "i", "we", "who") && ((d.isAny(to, "with", "within", "under", "little", "no", "in") || d.is(to, "without") && d.isAny(to+1, "allies", "support", "options", "choice", "leverage", "backing", "guarantees", "friends", "missiles", "shells", "ammunition", "weapons")) && !d.isAny(to+1, "ruins", "flames", "darkness", "power", "water", "heating", "electricity", "light")):
		return k, d.isAny(to, "with", "without", "little", "no") || d.isAny(to+1, "range", "reach", "pressure", "striking", "artillery", "shelling", "a", "an", "control", "charge", "position", "touching", "sight", "grasp") && !d.isAny(to+2, "siege", "blackout") // "leaves Kyiv with two choices"
	case d.isAny(k, "take", "takes", "took", "catch", "catches", "caught") && to+1 < len(d.toks):
		ok = d.is(to, "by") && d.is(to+1, "surprise") || d.is(to, "off") || d.is(to, "unawares")
		from = k
	case d.is(k, "on") && k > st && d.isAny(k-1, "call", "calls", "called", "calling") && d.is(to, "to"):
		return k - 1, true // "call on Moscow to stop"
	case capital && to+1 < len(d.toks) && d.is(to, "to") && d.isOf(k, &wishWords):
		return k, true // "wants Kyiv to vacate the town"
	case capital && d.isOf(k, &wishWords) && d.is(to, "and") && s.goesOn(p) && int(s.spots[p.index+1].first) == to+1 && d.is(int(s.spots[p.index+1].to), "to"):
		return k, true // "wants Kyiv and Moscow to agree"
	case d.is(k, "for") && capital && k > st && (d.toks[k-1].tag == adjTag || d.isOf(k-1, &valueWords)) && !d.isOf(k-1, &boundWords) && !d.anyNear(k, st, &strikeWords):
		return k, true // "vital for Moscow", "the winter will be hard for Kyiv"
	case d.is(k, "for"):
		ok = before("gain", "gains", "win", "victory", "success", "blow", "setback", "defeat", "prize", "loss", "triumph", "boost", "problem", "humiliation", "headache",
			"embarrassment", "priority", "goal", "objective", "test", "condition") || capital && d.isAny(k-1, "speak", "speaks", "spoke", "speaking", "answers", "spying")
	case d.is(k, "to") && k == st && capital && (d.char(to) == ',' && d.tagAt(to+1) == detTag || d.tagAt(to) == detTag && !s.ofScene(to+1)):
		return k, true // "To Moscow, the village is a gate"
	case d.is(k, "to"):
		ok = k > st && d.is(k-1, "up") && to < len(d.toks) && d.is(to, "to") || // "it is up to Kyiv to decide"
			k > st && d.is(k-1, "than") && capital && s.governmentBefore(p) || capital && (s.worthBefore(k, st) || d.isOf(k-1, &effectNouns) || s.aidBefore(k, st)) ||
			!s.besideTown(k-1, st) && before("according", "addressed", "copied", "close", "loyal", "friendly", "allied", "sympathetic", "hostile", "important", "subordinate", "answerable", "put", "handed", "presented", "conveyed",
				"submitted", "glory", "message", "letter", "matter", "matters", "mattered", "loyalty", "allegiance", "resistance", "talk", "talks", "talked", "talking", "spoken", "listen", "listens", "deferred", "lifeline", "offer", "ultimatum", "concession", "concessions", "warning", "signal")
	case capital && d.isAny(k, "hand", "hands", "handed", "give", "gives", "gave", "giving", "offer", "offers", "offered", "deny", "denied", "cost", "costs", "allow", "allows",
		"allowed", "force", "forces", "forced", "leave", "handing", "grant", "granted", "deprive", "deprives", "help", "helps", "helped", "bring", "brings", "enable"):
		ok = to < len(d.toks) && (d.toks[to].tag == detTag || d.toks[to].tag == numTag || d.toks[to].tag == toTag || d.isAny(to, "to", "of", "more", "little", "time", "until", "till") || d.isAny(to, "with", "without") && !d.is(k, "left"))
		from = k
	}
	return from, ok
}

// comingWords are said of words and orders that come from a government.
var comingWords = listOf("expected awaited due demanded sought came comes come coming emerged arrived received issued sent followed forthcoming")

var (
	boundWords = listOf("bound headed destined due") // for a town
	// effectNouns are what something is to a government: "a blow to Kyiv"
	effectNouns = listOf("blow setback boost gift threat challenge humiliation embarrassment insult rebuke favour favor service disservice help harm damage relief disappointment aid assistance commitment commitments guarantee guarantees loan loans support weapons missiles")
	// heldOf are words before "of" and whom they are about: "wary of Moscow", "those of Kyiv"
	heldOf = listOf("those that wary friendship loyalty goodwill patience tired tire tires weary critical suspicious afraid distrustful contemptuous supportive mistrust distrust criticism condemnation denunciation recognition ahead")
)

// deemWords are verbs of holding somebody to be something; placingWords put somebody in a
// position: their object is a government where that is what a government can be.
var (
	deemWords    = listOf("think thinks thought believe believes believed consider considers considered deem deems deemed find finds found judge judges judged call calls called hold holds make makes made")
	placingWords = listOf("leave leaves left put puts putting leaving place places placed bring brings brought")
	valueWords   = listOf("worth mean means meant value useful vital crucial valuable precious dear unacceptable acceptable")
)

// worthBefore reports whether something is said to be of worth "to" whom token k goes on
// with: "worth more to", "means a lot to".
func (s *placeScan) worthBefore(k, st int) bool {
	const near = 4 // tokens
	for j := k - 1; j >= st && j >= k-near && s.d.toks[j].kind == wordToken; j-- {
		if s.d.isOf(j, &valueWords) {
			return true
		}
	}
	return false
}

// barbWords are what is aimed at governments rather than towns.
var barbWords = listOf("word words criticism anger remark remarks threat threats warning warnings accusation accusations message messages jibe barb rebuke appeal sanctions measures insult insults complaint complaints")

// wordFor reports whether words, not people, reach the name behind token k or are meant for
// it, "a cable sent to", "criticism directed at", or whether a measure hits it.
func (s *placeScan) wordFor(k, st int) bool {
	d := s.d
	switch {
	case k <= st+1:
		return false
	case d.isAny(k, "reach", "reaches", "reached"):
		const opening = 3 // tokens: "Little of this", "Word of the loss"
		for j := st; j < min(k, st+opening); j++ {
			if d.isAny(j, "word", "news", "little", "nothing", "none", "rumours", "rumors", "reports", "complaints", "warnings") {
				return true
			}
		}
		return false
	case d.is(k, "at"):
		return d.isAny(k-1, "aimed", "directed", "levelled", "leveled") && d.anyOf(max(st, k-6), k-1, &barbWords)
	case d.is(k, "to"):
		return d.isAny(k-1, "sent", "passed", "delivered") && (s.wordBefore(k-1, st) || d.isAny(k-2, "cable", "cables", "telegram", "memo", "dossier"))
	case d.isAny(k, "hit", "hits", "hurt", "hurts", "squeeze", "squeezes", "squeezed"):
		return d.isAny(k-1, "sanctions", "tariffs", "measures", "embargo", "ban", "cuts")
	}
	return false
}

// heardBefore reports whether somebody has heard something, token k being "from": "he had heard
// 'some new things' from Moscow".
func (s *placeScan) heardBefore(k, st int) bool {
	const near = 8 // tokens
	for j := k - 1; j >= st && j >= k-near; j-- {
		switch {
		case s.d.isAny(j, "heard", "hear", "hears", "hearing"):
			return !s.d.isAny(j+1, "explosions", "an", "sirens", "explosion", "shots", "it") || s.d.is(j-1, "to") || s.d.is(j+2, "answer")
		case s.d.endsClause(j):
			return false
		}
	}
	return false
}

// wordBefore reports whether a government's word, order or aid is what comes, by the
// nouns right before the verb at token k: "No answer came from Minsk".
func (s *placeScan) wordBefore(k, st int) bool {
	const near = 5 // tokens
	for j := k - 1; j >= st && j >= k-near; j-- {
		if s.d.toks[j].kind == wordToken && s.d.toks[j].tag == nounTag && s.toGovernment(j) {
			return true
		}
	}
	return false
}

// besideStates are who stands by a government or against it.
var besideStates = listOf("ally allies enemy enemies foe foes friend friends partner partners opponent opponents critic critics supporter supporters backer backers puppet puppets proxy proxies agent agents client clients envoy envoys ambassador ambassadors delegate delegates rival rivals advantage expense favour favor detriment")

// goesOn reports whether another place is named behind the name in its sentence.
func (s *placeScan) goesOn(p *spot) bool {
	i := int(p.index)
	return i+1 < len(s.spots) && s.spots[i+1].sent == p.sent && s.spots[i+1].use != geo.Demonym
}

// dealingWords are verbs of dealing with somebody and of moving somebody's mind: their
// object is a government, not its town.
var dealingWords = listOf("consulting briefing informing notifying defying trusting thanking praising criticising criticizing condemning funding punishing rewarding provoking deterring weakening emboldening isolating pressuring appeasing antagonising antagonizing contradict contradicts contradicted contradicting call phone phoned telephone consult consults consulted brief briefs briefed inform informs informed notify notifies notified defy defies defied trust trusts trusted distrust distrusts mistrust thank thanks thanked praise praises praised criticise criticises criticised criticize criticizes criticized condemn condemns condemned rebuke rebukes rebuked snub snubs snubbed sideline sidelines sidelined bypass bypasses bypassed fund funds funded finance finances financed sanction sanctions sanctioned punish punishes punished reward rewards rewarded betray betrays betrayed confront confronts confronted challenge challenges challenged provoke provokes provoked deter deters deterred mock mocks mocked obey obeys obeyed represent represents represented advise advises advised remind reminds reminded assure assures assured surprise surprises surprised anger angers angered alarm alarms alarmed embarrass embarrasses embarrassed infuriate infuriates infuriated irritate irritates irritated annoy annoys annoyed unnerve unnerves unnerved frustrate frustrates frustrated worry worries worried please pleases pleased displease displeased suit suits suited serve serves served benefit benefits benefited reassure reassures reassured appease appeases appeased isolate isolates isolated weaken weakens weakened embolden emboldens emboldened bind binds bound oblige obliges obliged commit commits committed antagonise antagonises antagonised antagonize antagonized alienate alienates alienated pressure pressures pressured shame shames shamed corner corners cornered outmanoeuvre outmanoeuvred outmaneuver outmaneuvered encourage encourages encouraged discourage discouraged convince convinces convinced persuade persuades persuaded shake shakes shook rattle rattles rattled humiliate humiliates humiliated shock shocks shocked stun stuns stunned")

// backers finds "Kyiv and its allies": the token after it, else 0.
func (s *placeScan) backers(p *spot, end int) int {
	d := s.d
	k := int(p.to)
	if p.before&(signIn|signNear) != 0 || k+2 >= end || !d.is(k, "and") || !d.isOf(k+1, &itsOrTheir) {
		return 0
	}
	for j := k + 2; j < min(end, k+5); j++ {
		if d.isAny(j, "allies", "ally", "partners", "backers", "supporters", "proxies", "proxy", "friends", "neighbours", "neighbors", "negotiators") {
			return j + 1
		}
	}
	return 0
}

// afterAdverbial is the token after an adverbial at j that stands between a subject
// and its verb: "on Monday", "for its part", "in turn".
func (s *placeScan) afterAdverbial(j, end int) int {
	d := s.d
	if d.lang != geo.English || j+1 >= end || d.toks[j].kind != wordToken {
		return j
	}
	switch {
	case d.is(j, "on") && d.isTime(j+1):
		return j + 2
	case d.is(j, "for") && d.isOf(j+1, &itsOrTheir) && d.is(j+2, "part"):
		return j + 3
	case d.is(j, "in") && d.isAny(j+1, "turn", "return", "response", "reply", "effect", "fact", "private", "public", "theory"):
		return j + 2
	case d.isTime(j):
		return j + 1
	case d.opensTime(j):
		return d.timePhrase(j, end)
	}
	return j
}

// complement reports whether "is" at token k goes on with what a government is and a
// town is not: "is under pressure", "is in control of", "is closer to".
func (s *placeScan) complement(k, end int) bool {
	d := s.d
	if d.lang != geo.English || k+1 >= end || !d.has(k, beWord) && !d.isOf(k, &copularVerbs) {
		return false
	}
	j := k + 1
	for j+1 < end && d.has(j, advWord|negWord) {
		j++
	}
	switch {
	case j+1 >= end:
		return false
	case d.is(j, "under"):
		return d.isAny(j+1, "pressure", "no")
	case d.is(j, "in"):
		return d.isAny(j+1, "control", "charge", "talks", "contact", "favour", "favor", "breach", "denial", "no", "possession", "discussions", "negotiations", "trouble") || d.isAny(j+1, "a", "two") && d.isAny(j+2, "bind", "hurry", "minds", "corner", "position", "mood", "quandary", "dilemma")
	case d.is(j, "to"):
		return d.is(j+1, "blame")
	case d.is(j, "set"):
		return d.is(j+1, "to")
	case d.is(j, "out"):
		return d.is(j+1, "of") && d.isAny(j+2, "reserves", "men", "options", "time", "patience", "money", "ammunition", "ideas", "step", "tune", "missiles", "shells", "weapons")
	case d.isAny(j, "a", "an", "the"):
		return s.actorNoun(j+1, end)
	case d.is(j, "at"):
		return d.isAny(j+1, "fault", "war")
	}
	return d.isAny(j, "behind", "against", "apart", "opposed", "keen", "eager", "adamant", "loath", "reluctant", "responsible", "guilty", "wary", "afraid", "desperate", "closer", "nearer", "serious", "sincere", "right", "wrong", "entitled", "obliged", "bound", "expected", "supposed", "said", "believed", "thought", "known", "reported", "accused", "suspected", "blamed", "invited", "informed")
}

// actorNoun reports whether a noun that only who acts is called by closes the phrase at
// token j: "a mediator", "the biggest supplier of".
func (s *placeScan) actorNoun(j, end int) bool {
	d := s.d
	for n := 0; n < 3 && j+1 < end && (d.toks[j].tag == adjTag || d.toks[j].tag == advTag); n++ {
		j++
	}
	for j+1 < end && d.toks[j].tag == nounTag && d.toks[j+1].tag == nounTag {
		j++
	}
	return j < end && (d.isOf(j, &besideStates) || d.has(j, roleWord) || d.isAny(j, "man", "player", "gambler", "bully", "dealer", "buyer", "seller", "customer", "patient", "pupil", "prisoner", "spectator", "bystander") || d.isAny(j, "party", "mediator", "aggressor", "guarantor", "donor", "supplier", "signatory", "winner", "loser", "beneficiary", "broker", "obstacle", "culprit", "member", "victim", "side", "ones", "exception"))
}

// heldWords are what a side has on the ground, and a town has not.
var heldWords = listOf("village villages town towns city cities settlement settlements ground territory territories position positions kilometre kilometres kilometer kilometers square hill hills heights man men soldier soldiers troops servicemen servicepeople servicewomen personnel mercenaries officer officers fighters vehicles tank tanks howitzer howitzers gun guns launcher launchers aircraft jets planes helicopters artillery initiative war battle bridgehead foothold control stronghold sector sectors districts streets part parts half most all")

// gains reports whether token j is a verb of gaining, holding or losing ground whose
// object is ground, men or a place: "Kyiv lost two villages", "Moscow holds Bakhmut",
// not "Kyiv lost power".
func (s *placeScan) gains(j, end int) bool {
	d := s.d
	if !d.isOf(j, &groundVerbs) {
		return false
	}
	for m := j + 1; m < min(end, j+9); m++ {
		switch t := &d.toks[m]; {
		case t.kind == openToken, t.kind == closeToken:
		case d.is(m, "up") && d.is(m+1, "to"):
			m++ // "lost up to 540 servicemen"
		case t.kind != wordToken && t.kind != numberToken:
			return false
		case d.isOf(m, &heldWords), t.caps == titleCase && m > j:
			return true
		case t.tag == prepTag && !d.is(m, "of"), t.tag == verbTag, t.tag == auxTag:
			return false
		}
	}
	return false
}

var groundVerbs = listOf("lose loses lost losing gain gains gained gaining win wins won winning hold holds held holding control controls controlled controlling keep keeps kept retake retakes retook regain regains regained recapture recaptures recaptured capture captures captured seize seizes seized take takes took hit hits struck strike strikes shell shells shelled bomb bombs bombed attack attacks attacked occupy occupies occupied liberate liberates liberated")

// toGovernment reports whether word i is a thing that comes from or goes to a
// government.
func (s *placeScan) toGovernment(i int) bool {
	d := s.d
	return d.toks[i].kind == wordToken && (s.signs(i)&signNoun != 0 || d.has(i, claimNoun|docWord)) && !d.has(i, orgWord|roleWord) &&
		!d.isAny(i, "forces", "troops", "army", "military", "line", "war", "envoy", "ambassador", "officials", "sent", "send", "delegation", "back", "push", "pushed",
			"call", "called", "see", "sees", "leaders", "diplomats", "negotiators", "commanders", "generals", "delegations", "broke", "break", "use", "used", "forecast")
}

// betweenGovernments reports whether spot i stands after "between" with another
// government: "between Kyiv and Moscow", not "between Kyiv and Zhytomyr".
func (s *placeScan) betweenGovernments(i int) bool {
	p := &s.spots[i]
	if p.list > 0 {
		return s.spots[p.list-1].use == geo.Metonym
	}
	if i+1 >= len(s.spots) || int(s.spots[i+1].list) != i+1 || !s.speaks(&s.spots[i+1]) {
		return false
	}
	at := int(p.beforeAt) - 1
	return at < 0 || !s.d.isOf(at, &wayNouns)
}

package read

import "contested/geo"

// classOf is the class of source that a head noun shows.
func (d *document) classOf(head int, otherwise geo.SourceClass) geo.SourceClass {
	if d.toks[head].tag == nameTag && !d.has(head, orgWord|unitWord|mediaWord) {
		// a name: its rank or office before it
		st := d.sents[d.toks[head].sent].first
		for k := head - 1; k >= st && k > head-14; k-- {
			if d.char(k) == ',' && d.tagAt(k+1) == nameTag && k+4 > head {
				continue // "the governor of X, Mykola Y"
			}
			if d.char(k) == '.' && k > st && d.has(k-1, titleWord|rankWord) {
				continue // "regional Gov. Y"
			}
			if d.toks[k].kind == punctToken || !d.nominal(k) && d.toks[k].tag != prepTag && d.toks[k].kind != hyphenToken {
				break
			}
			if d.has(k, rankWord) && (!d.is(k, "general") || d.tagAt(k+1) == nameTag && !d.isAny(k-1, "attorney", "secretary", "consul", "director", "prosecutor", "inspector", "solicitor", "governor")) && !d.is(k, "private") && (d.toks[k].caps != lowerCase || d.tagAt(k+1) == nameTag) {
				return geo.Military
			}
			if d.has(k, roleWord|titleWord) && !d.has(k, firstName) {
				head = k
				break
			}
		}
	}
	if !d.isIn(head, &headSet) && !d.has(head, unitWord|witnessWord|mediaWord|roleWord|orgWord|titleWord) {
		return otherwise // as for most names
	}
	if d.isOf(head, &bodyLeaders) {
		if class := d.classBehind(head); class != geo.UnknownClass {
			return class
		}
	}
	if d.is(head, "force") && head > 0 && d.is(head-1, "air") {
		return geo.Military
	}
	if d.isOf(head, &crewHeads) && head > 0 && d.isAny(head-1, "rescue", "emergency") {
		return geo.Authority
	}
	if d.isOf(head, &agencyHeads) && !d.is(head, "force") && head > 0 && d.isOf(head-1, &stateAgencies) {
		return geo.Government
	}
	switch {
	case d.isOf(head, &analystHeads):
		return geo.Analyst
	case d.has(head, unitWord), d.isOf(head, &armedHeads):
		return geo.Military
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return geo.Witness
	case d.has(head, mediaWord):
		return geo.Media
	case d.isOf(head, &localHeads):
		return geo.Authority
	case d.has(head, roleWord|orgWord|titleWord):
		if otherwise != geo.UnknownClass {
			return otherwise
		}
		return geo.Government
	}
	return otherwise
}

// agencyHeads are those whose words say what they are of.
var agencyHeads = listOf("force agency agencies")

// headSet are the heads whose words alone say of what class somebody is.
var headSet = setOf(&bodyLeaders, &crewHeads, &agencyHeads, &analystHeads, &armedHeads, &localHeads)

// stateAgencies are agencies that are no press.
var stateAgencies = listOf("spy intelligence security defence defense space nuclear border weather food health energy environment environmental emergency emergencies statistics customs tax railway railways road roads aviation maritime water disaster investment restoration reconstruction migration")

// localHeads are people and bodies of an administration.
var localHeads = listOf("police policeman policemen policewoman fireman firemen rescuer rescuers firefighter firefighters service services mayor court railway railways governor governors gov administration council authority authorities prosecutor prosecutors starosta elder headman councillor councillors investigator investigators inspectorate municipality investigation dispatcher dispatchers judges judge indictment verdict")

// armedHeads are people and bodies in arms.
var armedHeads = listOf("soldier soldiers commander commanders brigade battalion regiment troops forces army military general navy fleet colonel officer officers marine marines gunner pilot fighter fighters serviceman servicemen command staff sergeant captain major lieutenant unit brigadier admiral marshal sapper sappers sniper snipers scout scouts mortarman mortarmen rifleman riflemen grenadier grenadiers machinegunner tanker tankers legionnaire partisan partisans gunners pilots infantryman infantrymen paratrooper paratroopers artilleryman artillerymen trooper troopers stormtrooper stormtroopers servicewoman servicewomen sailor sailors tankman tankmen guardsman guardsmen conscript conscripts recruit recruits reservist cadet squaddie squaddies commando commandos corporal headquarters grouping defenders defender comrade comrades sentry sentries private privates")

// analystHeads are people whose work is to judge.
var analystHeads = listOf("analyst analysts expert experts historian researcher researchers observer observers")

// bodyLeaders are the people who are of a body: the words behind say of which.
var bodyLeaders = listOf("head heads chief deputy chairman chairwoman chair spokesman spokeswoman spokesperson adviser advisor member members secretary representative representatives official officials aide director employee employees staff")

var localBodies = listOf("village town city settlement hromada administration council police prosecutor prosecutors municipal community district region emergency")

// classBehind is the class of the body that a head, a spokesman or a member is
// of, by the words behind: "the head of the city administration".
func (d *document) classBehind(head int) geo.SourceClass {
	end := d.sents[d.toks[head].sent].end
	for k := head + 1; k < min(end, head+10); k++ {
		t := &d.toks[k]
		switch {
		case d.has(k, unitWord), d.isOf(k, &armyBodies):
			return geo.Military
		case d.isOf(k, &localBodies):
			return geo.Authority
		case d.char(k) == ',' || t.tag == verbTag || t.tag == auxTag || t.tag == relTag || t.tag == thatTag:
			return geo.UnknownClass
		}
	}
	return geo.UnknownClass
}

var officeHeads = listOf("office bloggers blogger")

var diplomatWords = listOf("diplomat diplomats correspondent reporter source sources ambassador envoy analyst analysts expert experts volunteer volunteers prisoner prisoners captive captives deserter deserters detainee detainees")

// partyOfOffice: "mayor of Lyman", "the Kherson city council", "an official in
// Washington": the country of the place speaks.
func (r *Reader) partyOfOffice(d *document, e *actor, i, j, head int, weight float64) bool {
	if d.toks[head].tag == nameTag && !d.has(head, orgWord) {
		// "the head of the Lyman council, Petro Hrushko"
		for k := i; k < head && k < i+8; k++ {
			if d.toks[k].tag == nounTag && d.has(k, roleWord|titleWord) {
				head = k
				break
			}
		}
	}
	if !d.has(head, roleWord|orgWord|titleWord|rankWord) && !d.isOf(head, &officeHeads) || d.has(head, mediaWord) && !d.isAny(head, "blogger", "bloggers") {
		return false
	}
	if d.isOf(head, &diplomatWords) {
		return false
	}
	for _, m := range d.mentionsIn(i, j) {
		if m.Place == "" || m.first > i && d.isAny(m.first-1, "sign", "callsign", "nickname") {
			continue
		}
		p, ok := r.gaz.Place(m.Place)
		if !ok {
			continue
		}
		if party := d.sideOf(p); party != geo.UnknownParty {
			e.human = d.has(head, roleWord|titleWord|rankWord)
			e.body = !e.human
			return e.set(d, party, d.classOf(head, geo.Authority), min(weight, wOffice), "party.office-place", m.first, m.end, p.Name)
		}
	}
	return false
}

// occupied are the parts of Ukraine that Russia has annexed, by ISO 3166-2:
// those of which it holds all, and those of which it holds a part.
var occupied = map[string]bool{"UA-43": true, "UA-40": true, "UA-14": false, "UA-09": false, "UA-23": false, "UA-65": false}

// sideOf is the side whose local bodies a text means that names them by a place:
// in the annexed regions the Russian press means those that Russia set up.
func (d *document) sideOf(p geo.Place) geo.Party {
	if whole, ok := occupied[p.Admin1]; ok && (whole || d.article.Publisher.Party == geo.Russia) {
		return geo.Russia
	}
	if p.Country == "UA" && p.Admin1 == "" && p.Kind == geo.Facility && d.article.Publisher.Party == geo.Russia {
		return geo.Russia
	}
	return partyOfCountry(p.Country)
}

// partyOfCountry is the party of a country, by ISO 3166-1.
func partyOfCountry(iso string) geo.Party {
	switch iso {
	case "UA":
		return geo.Ukraine
	case "RU":
		return geo.Russia
	case "US":
		return geo.UnitedStates
	case "TR":
		return geo.Turkey
	case "GB", "FR", "DE", "PL", "IT", "ES", "NL", "BE", "SE", "FI", "DK", "NO", "LT", "LV", "EE", "CZ", "SK", "HU", "RO", "BG", "GR",
		"AT", "CH", "IE", "PT", "HR", "SI", "MD", "RS", "LU", "IS":
		return geo.Europe
	case "":
		return geo.UnknownParty
	}
	return geo.OtherParty
}

// nearPlace is the place named in the sentence of token i, or the one most in
// mind there.
func (d *document) nearPlace(i int) *mention {
	s := int(d.toks[i].sent)
	st := &d.sents[s]
	for k := d.mentionIndex(st.first); k < len(d.mentions) && d.mentions[k].first < st.end; k++ {
		if m := &d.mentions[k]; d.isSpot(m) {
			return m
		}
	}
	if n := d.salient[s]; n > 0 {
		return &d.mentions[n-1]
	}
	for k := d.mentionIndex(st.first) - 1; k >= 0 && int(d.toks[d.mentions[k].first].sent) >= s-farLocal; k-- {
		if m := &d.mentions[k]; d.isSpot(m) {
			return m
		}
	}
	return nil
}

// farLocal is how many sentences before a local body its town may be named.
const farLocal = 9

var localWords = listOf("local regional city town village emergency rescue district municipal oblast region community provincial settlement")

// saysLocal reports whether the words before a head say that it is of a place:
// "the city's humanitarian department", "the regional energy ministry".
func (d *document) saysLocal(i, head int) bool {
	for k := i; k < head; k++ {
		if d.isOf(k, &localWords) {
			return true
		}
	}
	return false
}

// placeBefore is the last place that the sentence of token i names before it, or else the
// one before; nil for none.
func (d *document) placeBefore(i int) *mention {
	for k := d.mentionIndex(i) - 1; k >= 0 && d.toks[d.mentions[k].first].sent+1 >= d.toks[i].sent; k-- {
		if m := &d.mentions[k]; m.Use != geo.Demonym && m.Place != "" {
			return m
		}
	}
	return nil
}

// placeAhead is the first place that the text speaks of behind token i, not far from it.
func (d *document) placeAhead(i int) *mention {
	const far = 120 // tokens
	for k := d.mentionIndex(i); k < len(d.mentions) && d.mentions[k].first < i+far; k++ {
		if m := &d.mentions[k]; d.isSpot(m) {
			return m
		}
	}
	return nil
}

var civilBodies = listOf("court company firm operator utility railway railways steelmaker refinery port plant oblenergo")

// byLocality: a local body speaks for the country of the place that is spoken of.
func (r *Reader) byLocality(d *document, e *actor, p np) bool {
	head := d.kindNoun(p)
	class := d.classOf(head, geo.UnknownClass)
	if k := d.within(p, head); k > 0 {
		head, class = k, geo.Authority
	}
	if d.isOf(head, &officialWords) && (p.end-p.first == 1 || p.end-p.first == 2 && d.isAny(p.first, "the", "some")) {
		class = geo.Authority // those of the place
	}
	if class != geo.Authority && !d.isOf(head, &civilBodies) && !(d.has(head, roleWord|orgWord) && !d.has(head, mediaWord) && d.saysLocal(p.first, head)) {
		return false
	}
	m := d.nearPlace(p.first)
	if d.is(p.end, "there") || d.is(p.end-1, "there") {
		m = d.placeBefore(p.first) // "the governor there"
	}
	if m == nil {
		m = d.placeAhead(p.first)
	}
	if m == nil {
		return false
	}
	pl, ok := r.gaz.Place(m.Place)
	// a local body abroad is named with its place; without, it is one of the war's
	for k, n := d.mentionIndex(p.first)-1, 0; ok && partyOfCountry(pl.Country).Adversary() == geo.UnknownParty && d.toks[m.first].sent != d.toks[p.first].sent && k >= 0 && n < 100; k, n = k-1, n+1 {
		if q, found := r.gaz.Place(d.mentions[k].Place); found && d.isSpot(&d.mentions[k]) && partyOfCountry(q.Country).Adversary() != geo.UnknownParty {
			m, pl = &d.mentions[k], q
		}
	}
	if !ok {
		return false
	}
	if party := d.sideOf(pl); party != geo.UnknownParty {
		return e.set(d, party, geo.Authority, wOffice-0.3, "party.local", m.first, m.end, pl.Name)
	}
	return false
}

var sourceHeads = listOf("source sources official officials employee employees people representative representatives interlocutor interlocutors staff member members somebody someone worker workers specialist specialists")

// within is the authority that a speaker without a name belongs to: "sources in
// the emergency services", "an official at the prosecutor's office"; 0 for none.
func (d *document) within(p np, head int) int {
	if !d.isOf(head, &sourceHeads) {
		return 0
	}
	for k := head + 1; k+1 < p.end; k++ {
		if d.toks[k].tag != prepTag || !d.isAny(k, "in", "at", "within", "from", "inside", "of", "with", "among") {
			continue
		}
		for m := k + 1; m < p.end; m++ {
			if d.isAny(m, "service", "services", "police", "prosecutor", "prosecutors", "administration", "council", "municipality", "rescuers", "firefighters", "utility", "utilities", "enforcement", "hospital", "authorities") {
				return m
			}
		}
	}
	return 0
}

// kindNoun is the noun that says what kind of body a name is of, in front of it:
// "the power company Dniproenergo", "the regional prosecutor's office"; else the
// head.
func (d *document) kindNoun(p np) int {
	if d.is(p.head, "office") {
		for k := p.head - 1; k >= p.first && k > p.head-4; k-- {
			if d.isAny(k, "prosecutor", "prosecutors", "governor", "mayor", "police") {
				return k
			}
		}
	}
	if d.toks[p.head].tag != nameTag {
		return p.head
	}
	for k := p.head - 1; k >= p.first; k-- {
		if d.toks[k].tag == nounTag && d.toks[k].caps == lowerCase {
			if d.has(k, orgWord) || d.isAny(k, "steelmaker", "refinery", "port", "project") {
				return k
			}
			break
		}
	}
	return p.head
}

var stayWords = listOf("staying stays stayed living lives lived sheltering shelters sheltered waiting waits waited queuing queueing queued arrived arrives arriving fled housed registered treated recovering")

// officeBeside is the office that an apposition or relative clause gives a name:
// "X, who advises the mayor", "X, now the deputy head of Y"; -1 for none.
func (d *document) officeBeside(p np) int {
	i, j := d.apposition(p)
	if d.hopes(i, j) {
		return -1
	}
	for k := i; k < j; k++ {
		if d.has(k, orgWord) && !d.has(k, roleWord|unitWord) && d.anyOf(i, k, &stayWords) {
			continue // "who is staying at the transit centre"
		}
		if d.toks[k].quote == 0 && d.toks[k].tag != verbTag && d.has(k, roleWord|orgWord|unitWord) && !d.has(k, witnessWord) && !d.isAny(k, "company", "firm", "team", "group", "bank", "university", "volunteer", "volunteers", "church", "hospital", "police", "editor", "author", "operator", "service", "union", "cooperative") && !d.retired(max(i, k-3), k) {
			return k
		}
	}
	return -1
}

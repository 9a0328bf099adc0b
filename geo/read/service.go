package read

var (
	armedWords   = listOf("army platoon crew infantry artillery troops marines defence defense gunners trench comrades unit battery squad corps legion guard forces flag uniform")
	calledUp     = listOf("enlisted mobilised mobilized drafted conscripted")
	serviceVerbs = listOf("commands commanded commanding leads led joined joining serves served serving fights fighting fought signed flies flew flown flying works worked working operates operated drives drove driven heads headed trains trained cooks enlisted volunteers volunteered spent wears wore worn takes took")
	arms         = listOf("drones drone reconnaissance fpv bombers mortar mortars howitzer howitzers gun guns tank tanks mines artillery shells launchers launcher tourniquets")
	armsVerbs    = listOf("flies flew flown flying steered operates operated pilots piloted piloting fires fired firing loads carries carried clears cleared lays laid mans manned drives drove aims steers")
	someones     = listOf("his her whose")

	serviceSet = setOf(&calledUp, &serviceVerbs, &armsVerbs, &someones)
)

// service finds words among tokens [i, j) that tell of service in arms: "until he
// enlisted", "who commands a mortar platoon", "his battalion", "has flown drones for the
// 28th Brigade".
func (d *document) service(i, j int) run {
	if d.lacks(i, j, &serviceSet) {
		return run{}
	}
	for k := i; k < j; k++ {
		if t := &d.toks[k]; t.kind != wordToken || !d.listsOf(k).meets(&serviceSet) || t.quote != 0 && d.quoted(k) {
			continue
		}
		switch {
		case d.isOf(k, &calledUp):
			return d.restOfClause(k, j)
		case d.isOf(k, &armsVerbs) && d.armsFollow(k, j):
			return d.restOfClause(k, j)
		case d.isOf(k, &fightForms) && d.isAny(k+1, "since", "for", "at", "near", "in", "on", "there", "here", "again") && !d.isAny(k+2, "their", "his", "her", "survival", "freedom", "justice", "court"):
			return d.restOfClause(k, j)
		case d.isOf(k, &frontVerbs) && d.frontFollows(k, j):
			return d.restOfClause(k, j)
		case d.isOf(k, &takeVerbs) && d.isAny(k+1, "command", "charge") && d.is(k+2, "of") && d.unitFollows(k, j) > 0:
			return d.restOfClause(k, j)
		case d.isOf(k, &commandForms) && d.isOf(k-1, &heOrShe) && d.has(k-2, unitWord):
			return run{k - 2, k + 1}
		case d.isOf(k, &serviceVerbs), d.isOf(k, &someones):
			if end := d.unitFollows(k, j); end > 0 {
				return run{k, end}
			}
		}
	}
	return run{}
}

var frontVerbs = listOf("came returned went goes left spent slept sleeps lives lived sat sits holds held defends defended wears wore worn back been")

// frontFollows reports whether somebody goes to the front or is there as soldiers are:
// "came back from the front", "spent the winter in a dugout", "holds a stretch of front",
// "has worn a uniform".
func (d *document) frontFollows(k, j int) bool {
	for m := k + 1; m < min(k+10, j) && !d.endsClause(m); m++ {
		switch {
		case d.isAny(m, "dugout", "foxhole", "trenches", "trench"):
			return !d.isAny(k, "left", "held", "holds")
		case d.isAny(m, "uniform") && d.isAny(k, "wears", "wore", "worn"):
			return true
		case d.isAny(m, "stretch", "position", "positions", "sector", "flank") && d.isAny(k, "holds", "held", "defends", "defended"):
			return true
		case d.isAny(m, "front", "line") && d.is(m-1, "the") && d.isAny(m-2, "at", "from", "to", "on") && (m+1 >= j || d.endsClause(m+1) || d.isAny(m+1, "since", "for", "in", "on", "again")):
			return true
		}
	}
	return false
}

// civilUnits stand before units that bear no arms.
var civilUnits = listOf("trauma burns burn care surgical surgery ambulance maternity research investigative investigations power peace press diplomatic car security sales marketing neonatal emergency rescue toxicology infectious cardiac housing")

// armed reports whether tokens [i, j) tell of service in arms.
func (d *document) armed(i, j int) bool { return !d.service(i, j).empty() }

// restOfClause is the run from token k to the end of its clause.
func (d *document) restOfClause(k, j int) run {
	end := k + 1
	for end < j && !d.endsClause(end) {
		end++
	}
	return run{k, end}
}

// armsFollow reports whether the object of the verb at token k is a weapon: "fires a
// mortar", "has flown reconnaissance drones".
func (d *document) armsFollow(k, j int) bool {
	for m := k + 1; m < min(k+4, j) && !d.endsClause(m) && d.toks[m].tag != prepTag; m++ {
		if d.isOf(m, &arms) {
			return true
		}
	}
	return false
}

// What joins the work of a verb of service to a unit, which with some verbs is needed,
// and what parts them.
var (
	apartVerbs = listOf("flies flew flown flying works worked working drives drove driven cooks trains trained spent operates operated")
	unitLinks  = listOf("for with in under as")
	partWords  = listOf("against from by near")
)

// unitFollows is the end of the unit or force that a verb of service or a possessive at
// token k has behind it in its clause: "serves with a battalion"; 0 for none.
func (d *document) unitFollows(k, j int) int {
	far := k + 14
	if d.isOf(k, &someones) {
		far = k + 5
	}
	joined := !d.isOf(k, &apartVerbs)
	for m := k + 1; m < min(far, j) && !d.endsClause(m); m++ {
		joined = joined || d.isOf(m, &unitLinks)
		if d.isOf(m, &partWords) {
			return 0
		}
		if d.isOf(m-1, &civilUnits) && d.isAny(m, "unit", "units", "corps", "battery", "guard") {
			return 0 // "heads the trauma unit"
		}
		if joined && (d.has(m, unitWord) || d.isOf(m, &armedWords) && !d.isAny(m+1, "ministry", "minister")) {
			end := m + 1
			for end < j && end < m+3 && d.nominal(end) {
				end++
			}
			return end
		}
	}
	return 0
}

// What people do for a service as well as for themselves, and the services.
var (
	hiredTrades  = listOf("driver drivers medic medics paramedic paramedics mechanic mechanics cook cooks engineer engineers handler handlers diver divers man men woman women")
	hiredLinks   = listOf("for with from of in at")
	serviceKinds = listOf("rescue emergency fire border evacuation")
	serviceHeads = listOf("service services brigade brigades department unit team crew squad guard guards")
	uniformed    = listOf("policeman policewoman policemen officer sergeant lieutenant captain rescuer firefighter fireman")
)

// inService reports whether a witness of such a trade is one of a service in uniform, by
// the phrase p or by what stands beside it, [i, j): "The driver, a police sergeant", "a
// driver for the rescue service".
func (d *document) inService(e *actor, p np, i, j int) bool {
	if i < j && d.isOf(p.head, &hiredTrades) && !d.retired(i, j) {
		if d.isOf(d.phraseHead(i, j), &uniformed) {
			return true
		}
	}
	head := p.head
	if e.named && i < j {
		head = d.phraseHead(i, j)
	}
	if !d.isOf(head, &hiredTrades) {
		return false
	}
	end := max(p.end, j)
	for k := head + 1; k+1 < end && !d.endsClause(k); k++ {
		if !d.isOf(k, &hiredLinks) {
			continue
		}
		for m := k + 1; m < min(k+5, end) && !d.endsClause(m); m++ {
			if d.is(m, "police") || d.isOf(m, &serviceKinds) && d.isOf(m+1, &serviceHeads) {
				return true
			}
		}
		return false
	}
	return false
}

var (
	soldiersWear = listOf("uniform uniforms camouflage fatigues khaki flak armour armor helmet insignia chevrons")
	soldiersBear = listOf("rifle rifles kalashnikov machinegun grenade grenades call callsign")
	soldierNouns = listOf("man men woman women guy guys lad lads boy boys figure figures youth")
)

// soldierly reports whether the phrase p for somebody who is called a man or a woman, and
// what stands beside it, [i, j), show a soldier: "a military man", "a man in uniform", "a
// girl with a rifle", "a man who gives his call sign".
func (d *document) soldierly(p np, i, j int) bool {
	if !d.isOf(p.head, &soldierNouns) {
		return false
	}
	if d.isAny(p.head-1, "military", "uniformed", "camouflaged", "army") && p.head > p.first {
		return true
	}
	for k := p.head + 1; k < max(p.end, j); k++ {
		if k == p.end && i > k {
			k = i
		}
		if d.isOf(k, &soldiersWear) && d.anyOf(p.head, k, &inWords) || d.isOf(k, &soldiersBear) && (!d.is(k, "call") || d.is(k+1, "sign")) {
			return true
		}
	}
	return false
}

// ofRank reports whether what stands beside a phrase, tokens [i, j), begins with a rank
// that is held now: "the anaesthetist, a captain from X".
func (d *document) ofRank(i, j int) bool {
	if i >= j || d.retired(i, j) || d.isAny(i, "the", "his", "her", "their") {
		return false
	}
	p := d.baseRight(i, j)
	return !p.empty() && d.has(p.head, rankWord) && !d.isAny(p.head, "general", "private", "officer")
}

var inWords = listOf("in wearing wears")

// inCivilLife reports whether tokens [i, j) tell of a trade as that of another life.
func (d *document) inCivilLife(i, j int) bool {
	for k := i; k+2 < j; k++ {
		if d.is(k, "in") && (d.isAny(k+1, "civilian", "another", "civil", "peacetime") && d.isAny(k+2, "life") || d.is(k+1, "a") && d.isAny(k+2, "previous", "former") && d.is(k+3, "life")) {
			return true
		}
	}
	return false
}

package read

import "contested/geo"

// Those who study the war: people and bodies that do so whatever stands beside them; those
// of which what stands beside them says so; names of institutes; what is studied.
var (
	specialists   = listOf("specialist specialists authority")
	scholars      = listOf("mapper mappers geolocator geolocators cartographer cartographers analyst analysts expert experts fellow scholar professor lecturer researcher researchers historian historians geographer economist sociologist demographer strategist theorist hydrologist seismologist ecologist criminologist orientalist philosopher jurist institute university observatory")
	officers      = listOf("officer officers general colonel major soldier")
	projects      = listOf("group project projects collective outfit initiative team volunteers")
	trackers      = listOf("channel account site website page blog feed map atlas")
	projectKinds  = listOf("mapping monitoring geolocation verification osint checking source research investigative")
	projectVerbs  = listOf("that which who tracking monitoring mapping studying analysing analyzing geolocating")
	projectMatter = listOf("satellite footage maps pictures imagery videos images war sources losses")
	centres       = listOf("centre center academy forum school foundation society college monitor desk watch tracker atlas")
	centreMatter  = listOf("studies research strategic policy conflict fact monitoring mapping investigative checking source osint maps tracks satellite front frontline")
	namedMatter   = listOf("analysis security war analytics strategy strategies peace resilience") // where the centre is written as a name
	institutes    = listOf("institute university college centre center foundation academy school observatory thinktank house council")
	studyVerbs    = listOf("follow follows followed following studies studied studying track tracks tracked tracking charts charted plots maps mapped geolocates analyses analyzes researches researched watches watched monitors monitored counts counted counting documents documented documenting")
	warMatter     = listOf("war campaign front fighting battle battles conflict offensive footage army armies sector sectors satellite imagery frontline military border logistics supply routes movements operations tactics doctrine strategy weapons weaponry radar deployments positions troops forces losses armour armor artillery drones aviation")
	studyNouns    = listOf("specialist specialists expert experts authority student scholar book books papers author")
	stateBodies   = listOf("ministry embassy staff government")
	aidBodies     = listOf("un osce charity foundation")

	studySet    = setOf(&studyVerbs)
	researchSet = setOf(&scholars, &officers, &projects, &centres, &trackers)
)

// ofInstitute reports whether a person is of an institute that stands before a
// capital or a state: "X of the Institute for Y in London".
func (d *document) ofInstitute(head, j int) bool {
	for k := head + 1; k < j; k++ {
		if d.toks[k].tag == nameTag && d.toks[k].caps != lowerCase && d.isOf(k, &institutes) || d.is(k, "think") && d.is(k+1, "tank") {
			return true
		}
	}
	return false
}

// isResearch reports whether the head is that of an institute or a person of one:
// "the Vienna Institute for Peace", "an expert at the Paris School of War".
func (d *document) isResearch(i, head int) bool {
	end := d.sents[d.toks[head].sent].end
	if d.toks[head].tag == nameTag && !d.has(head, orgWord) && d.isOf(head+1, &fromWords) {
		// "Dr Maria X of the Vienna Institute for Peace"
		for k := head + 2; k < min(head+6, end) && (d.nominal(k) || d.toks[k].tag == prepTag); k++ {
			if d.has(k, orgWord) && d.toks[k].caps != lowerCase {
				return d.isResearch(k, k)
			}
			if d.is(k, "think") && (d.is(k+1, "tank") || d.is(k+2, "tank")) {
				return true
			}
		}
	}
	if !d.isIn(head, &researchSet) {
		return d.isOf(head, &specialists) && d.isAny(head+1, "in", "on") && d.anyOf(head+2, min(head+6, end), &warMatter)
	}
	switch {
	case d.isOf(head, &scholars):
		return true
	case d.isOf(head, &officers):
		return d.retired(i, head) && d.followsWar(head, min(head+12, end)) // "a former officer who follows the campaign"
	case d.isOf(head, &projects):
		if d.is(head+1, "of") && (d.isOf(head+2, &scholars) || d.isOf(head+3, &scholars)) {
			return true // "a collective of mappers", "a team of volunteer analysts"
		}
		// "a Finnish group that studies satellite pictures"
		for k := head + 1; k < min(head+9, end) && d.char(k) != ','; k++ {
			if d.isOf(k, &projectVerbs) {
				return d.anyOf(k, min(k+7, end), &projectMatter)
			}
		}
		return d.isOf(head-1, &projectKinds)
	case d.isOf(head, &trackers):
		return d.isAny(head+1, "that", "which") && d.studied(head+2, min(head+9, end)) > 0 // "a channel that tracks the front"
	case d.isOf(head, &centres):
		for k := i; k < min(head+8, end); k++ {
			if d.isOf(k, &centreMatter) {
				return true
			}
			if d.isOf(k, &namedMatter) {
				return d.toks[head].caps != lowerCase
			}
		}
	}
	return false
}

// followsWar reports whether a clause behind the head says that somebody studies the war,
// and so does not fight in it.
func (d *document) followsWar(head, end int) bool {
	for k := head + 1; k < end && !d.endsClause(k); k++ {
		if d.studied(k, end) > 0 {
			return true
		}
	}
	return false
}

// watches takes somebody for an analyst who studies the war: "who follows the southern
// sectors for a consultancy", "geolocates war footage". Whoever does so for a government
// or an aid organisation is one of them.
func (d *document) watches(e *actor, k, end int) bool {
	if d.lacks(k, end, &studySet) {
		return false
	}
	for ; k < end && !(d.toks[k].quote != 0 && d.quoted(k)); k++ {
		if t := d.toks[k].tag; t != verbTag && !(t == ingTag && d.is(k-1, "been") || t == partTag && d.isOf(k-1, &hasWords)) {
			continue
		}
		if m := d.studied(k, end); m > 0 {
			if d.anyOf(k+1, min(m+10, end), &stateBodies) || d.anyOf(m, min(m+10, end), &aidBodies) {
				return false
			}
			return e.set(d, geo.Press, geo.Analyst, wEarlier, "party.research", k, m+1, "")
		}
	}
	return false
}

// studied is the word for what the verb at token k is the study of; 0 for none.
func (d *document) studied(k, end int) int {
	if !d.isOf(k, &studyVerbs) {
		return 0
	}
	for m := k + 1; m < min(k+7, end); m++ {
		if d.isOf(m, &warMatter) {
			return m
		}
	}
	return 0
}

// studies reports whether the side at tokens [i, j) only says what somebody studies: "who
// studies [Russian] operations", "a specialist in [Russian] doctrine".
func (d *document) studies(i, j int) bool {
	if j >= len(d.toks) || !d.nominal(j) && !d.isOf(j-1, &warMatter) {
		return false
	}
	k := i - 1
	for k > 0 && (d.toks[k].tag == detTag || d.toks[k].tag == adjTag) {
		k--
	}
	if k > 0 && d.isAny(k, "in", "on", "of", "about") {
		return d.isOf(k-1, &studyNouns)
	}
	return k > 0 && d.isOf(k, &studyVerbs) && d.studied(k, j+1) > 0
}

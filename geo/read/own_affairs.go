package read

import "contested/geo"

// What a text says of itself, of other texts or of who publishes it.
var (
	priorWords    = listOf("earlier previous prior")
	priorSet      = setOf(&priorWords)
	editionWords  = listOf("version versions edition editions entry entries update updates post posts report reports brief briefing bulletin article issue headline")
	workHeads     = listOf("picture pictures photo photos photograph photographs image images video videos clip footage story stories article articles post posts claim claims statement report reports entry entries headline allegation allegations remark remarks")
	treatVerbs    = listOf("cover covers discuss discusses address addresses examine examines describe describes list lists treat treats detail details publish publishes explain explains return returns")
	facilities    = listOf("depot depots warehouse warehouses office offices storehouse store stores desk hotline point points helpdesk")
	applications  = listOf("donations parcels applications enquiries inquiries forms contributions")
	premiseWords  = listOf("presence present office offices staff")
	tellingWords  = listOf("discuss comment say tell name talk speak give disclose")
	refusalWords  = listOf("would will declined declines refused refuses")
	hourWords     = listOf("one two three four five six seven eight nine ten eleven twelve noon midday midnight dusk dark sunset nightfall")
	hourPreps     = listOf("by at from before until till after")
	spanWords     = listOf("months years decades")
	basementWords = listOf("basement basements cellar cellars bunker corridor corridors")
)

// ownAffairs reports whether the clause p of the text's own words is no report of the
// ground but speaks of the text, of other texts, of the hours something keeps or of how
// who publishes it works.
//
//	"An earlier entry put the strike in X", "The agency has withdrawn the picture"
//	"We have no presence in X", "The depot in X has moved to 8 Y Lane"
//	"The street is empty by eight", "Two years of war have left little of X"
func (d *document) ownAffairs(p *clause) bool {
	x := p.runs[0]
	if d.ofEarlierText(x) || d.explainsName(x) || d.treatsOf(x) || d.keptAway(x) {
		return true
	}
	switch p.find.typ {
	case geo.Withdrawal:
		if d.spanOfWar(x) {
			return true
		}
		fallthrough
	case geo.Captured:
		return d.takesText(p.find, x.end) || d.keepsHours(x)
	case geo.Control:
		return d.noPremises(x)
	case geo.Evacuation:
		return d.anyOf(p.find.end, min(x.end, p.find.end+6), &basementWords) || d.isOf(x.first, &applications) || d.keepsHours(x)
	case geo.Damage:
		return d.spanOfWar(x) || d.keepsHours(x)
	case geo.Attack:
		return d.isAny(p.find.first, "siren", "sirens") && d.keepsHours(x)
	case geo.Other:
		return p.find.weight == plainWeight && (d.isOf(x.first, &applications) || d.relocates(x))
	}
	return false
}

// ofEarlierText reports whether the clause x tells what an earlier text had: "A previous
// entry gave the wrong village", "at 08:20 we called X a town".
func (d *document) ofEarlierText(x run) bool {
	if d.lacks(x.first, x.end, &priorSet) {
		return false
	}
	for k := x.first; k < min(x.first+4, x.end-1); k++ {
		if d.isOf(k, &priorWords) && d.isOf(k+1, &editionWords) {
			return true
		}
	}
	return false
}

// corrects reports whether a sentence mends what the text had before: "Correction: at 9:20
// we placed X in the wrong region", "Earlier we called X a town; it is a village".
func (d *document) corrects(st *sentence) bool {
	if d.isOf(st.first, &correctionStarts) {
		const far = 8 // tokens
		for k := st.first + 1; k+1 < min(st.end, st.first+far); k++ {
			if d.is(k, "we") {
				return d.isAny(k+1, "called", "named", "placed", "put", "wrote", "said", "described", "gave")
			}
		}
	}
	return d.ofEarlierText(run{st.first, st.end})
}

// takesText reports whether what is withdrawn or taken back in finding f is a text or a
// picture: "have withdrawn the photograph".
func (d *document) takesText(f finding, end int) bool {
	q := d.baseRight(f.end, end)
	return d.isOf(f.end-1, &workHeads) || !q.empty() && d.isOf(q.head, &workHeads)
}

// treatsOf reports whether the clause x says what a text or who writes it treats of: "The
// Institute will cover strikes on X separately", "This report does not discuss X".
func (d *document) treatsOf(x run) bool {
	k := x.first
	if d.isAny(k, "the", "this", "our") {
		k++
		if !d.isOf(k, &textWords) && !d.isOf(k, &editionWords) && !d.isAny(k, "institute", "assessment", "update", "digest", "project", "programme", "series") {
			return false
		}
	} else if !d.is(k, "we") {
		return false
	}
	for k++; k < min(x.end, x.first+7); k++ {
		if d.isOf(k, &treatVerbs) && d.toks[k].tag != nounTag {
			return true
		}
	}
	return false
}

// spanOfWar reports whether the clause x tells what a long war has made of a place: "Two
// years of war have left little of X".
func (d *document) spanOfWar(x run) bool {
	for k := x.first; k < min(x.first+4, x.end-2); k++ {
		if d.isOf(k, &spanWords) && d.is(k+1, "of") {
			return true
		}
	}
	return false
}

// noPremises reports whether the clause x says that who writes is not in a place: "we
// have no presence", "We are not present in X".
func (d *document) noPremises(x run) bool {
	for k := x.first; k < min(x.first+3, x.end); k++ {
		if d.isOf(k, &ownWords) {
			return d.anyOf(k+1, min(x.end, k+6), &premiseWords)
		}
	}
	return false
}

// relocates reports whether the clause x tells where an office or store is to be found
// now: "The depot in X has moved to 8 Y Lane".
func (d *document) relocates(x run) bool {
	q := d.baseRight(x.first, x.end)
	if q.empty() || !d.isOf(q.head, &facilities) {
		return false
	}
	for k := q.end; k+1 < x.end; k++ {
		if d.isAny(k, "moved", "moves", "move", "relocated") {
			return d.isAny(k+1, "to", "from", "into", "back") && d.isOf(k-1, &hasWords) || d.isAny(k+1, "to") && !d.has(k-1, beWord)
		}
	}
	return false
}

// keepsHours reports whether the clause x, in the present, tells what comes round by the
// clock: "The square is empty by eight", "At four the siren goes".
func (d *document) keepsHours(x run) bool {
	if d.article.Publisher.Party != geo.Press {
		return false
	}
	hour := false
	for k := x.first; k+1 < x.end; k++ {
		if d.isOf(k, &hourPreps) && d.isOf(k+1, &hourWords) && (k+2 >= x.end || d.endsClause(k+2) || k == x.first || d.toks[k+2].tag == prepTag) {
			hour = true
		}
		if d.isOf(k, &hasWords) || d.isAny(k, "was", "were", "had", "did", "will") {
			return false
		}
	}
	if !hour {
		return false
	}
	f := d.firstFinite(x.first, x.end)
	if f >= x.end {
		return false
	}
	w, base := d.word(f), d.lex.lemmas[d.toks[f].lemma].text
	return d.isAny(f, "is", "are") || w == base || len(w) == len(base)+1 && w[:len(base)] == base && w[len(base)] == 's' || w == base+"es"
}

// knowsNothing reports whether the clause x tells nothing but that nobody knows, or that whoever
// speaks would: "We don't know what to believe", "We would be the first to know".
func (d *document) knowsNothing(x run) bool {
	k := x.first
	if d.tellThatTo(k) {
		return true
	}
	if !d.isAny(k, "we", "i", "you", "they", "nobody", "everyone") || len(d.mentionsIn(x.first, x.end)) > 0 {
		return false
	}
	for k++; k < x.end && k < x.first+4 && (d.toks[k].tag == auxTag || d.toks[k].tag == negTag || d.toks[k].tag == advTag); k++ {
	}
	switch {
	case d.isAny(k, "know", "knows") && d.isAny(k+1, "what", "whom", "who", "how", "why", "when", "where"):
		return k > x.first+1 || d.is(x.first, "nobody")
	case d.is(k, "the") && d.isAny(k+1, "first", "last"):
		return d.is(k+2, "to") && d.isAny(k+3, "know", "hear", "learn", "leave", "go")
	}
	return false
}

// tellThatTo: "Tell that to my neighbours", by which nothing is told.
func (d *document) tellThatTo(i int) bool {
	return d.is(i, "tell") && d.is(i+1, "that") && d.is(i+2, "to")
}

// willNotTalk reports whether the clause x only tells what somebody does not speak of: "His
// losses he would not discuss".
func (d *document) willNotTalk(x run) bool {
	const far = 3 // tokens from the end
	if k := x.first; k+2 < x.end && (d.isOf(k, &refusalWords) && d.is(k+1, "to") || d.isAny(k, "did", "does", "would", "could") && d.is(k+1, "not")) && (d.isOf(k+2, &tellingWords) || d.isOf(k+2, &namingWords)) && !d.is(k+3, "up") {
		return true // "…, but did not name the facility"
	}
	if k := x.first; k+2 < x.end && d.isOf(k, &givingWords) && d.is(k+1, "no") {
		return true // "…, but gave no details"
	}
	for k := max(x.first+1, x.end-far); k < x.end; k++ {
		if d.isOf(k, &tellingWords) && d.toks[k].tag == baseTag && (d.is(k-1, "not") && d.isOf(k-2, &refusalWords) || d.is(k-1, "to") && d.isOf(k-2, &refusalWords)) {
			return d.isAny(k-3, "he", "she", "they", "it") || d.anyOf(x.first, k, &theirWords)
		}
	}
	return false
}

var (
	theirWords  = listOf("his her their its")
	namingWords = listOf("name identify give provide offer specify say disclose reveal present show produce detail")
	givingWords = listOf("gave offered provided giving offering providing presented cited")
)

var (
	reporterWords = listOf("we reporter reporters correspondent correspondents journalist journalists crew newspaper agency broadcaster media reuters afp ap bbc cnn")
	awayVerbs     = listOf("reach visit enter access inspect travel")
)

// keptAway reports whether the clause x tells that reporters could not get to a place: "The agency
// could not reach the village", "Reuters was unable to enter X".
func (d *document) keptAway(x run) bool {
	const early, far = 5, 6 // tokens: of the subject, of the verb
	if d.article.Publisher.Party != geo.Press {
		return false
	}
	for k := x.first; k < min(x.first+early, x.end); k++ {
		if !d.isOf(k, &reporterWords) && !d.has(k, mediaWord) {
			continue
		}
		could := false
		for m := k + 1; m < min(x.end, k+1+far) && !d.endsClause(m); m++ {
			could = could || d.has(m, negWord) || d.isAny(m, "unable", "barred", "prevented", "failed")
			if could && d.isOf(m, &awayVerbs) {
				return true
			}
		}
		return false
	}
	return false
}

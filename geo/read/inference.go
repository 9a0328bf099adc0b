package read

// What follows from something that happened: "the strikes prove that", "a flag was
// raised, which suggests that". Nobody speaks there but who told of it.

var inferVerbs = listOf("show shows showed shown showing suggest suggests suggested suggesting indicate indicates indicated indicating prove proves proved proven proving demonstrate demonstrates demonstrated demonstrating imply implies implied implying signal signals signalled signaled signalling signaling mean means meant meaning reveal reveals revealed revealing")

var eventNouns = listOf("strike strikes shelling bombing bombardment fall loss losses capture seizure liberation withdrawal retreat pullback gain gains success successes failure failures move moves decision decisions event events incident incidents episode killing killings fact refusal silence visit violation violations action actions fighting battle battles situation war crossing crossings flag deployment explosion explosions fire fires drone drones missile missiles")

// happening reports whether a phrase names what happens rather than who or what speaks
// of it: "Russia's strikes on the port", "the fall of the town".
func (d *document) happening(p np) bool {
	if p.empty() || d.toks[p.head].tag != nounTag && d.toks[p.head].tag != ingTag {
		return false
	}
	return d.has(p.head, assaultWord) || d.isOf(p.head, &eventNouns)
}

// inferred settles who speaks where the verb of attribution a draws a conclusion from
// what its clause has told; how says where its subject stands. It reports whether
// anybody does.
func (d *document) inferred(a *attribution, how subjectKind, lo int) bool {
	if !d.isOf(a.verb, &inferVerbs) || d.speechAt(a.verb) >= 0 {
		return true
	}
	switch {
	case a.subject.empty() && d.toks[a.verb].tag == verbTag && a.cue.first > lo && d.char(a.cue.first-1) == ',':
		return false // "a video which, it said, proves that"
	case how == subjectWho && d.is(a.subject.head, "which") && a.subject.first-1 > lo && d.char(a.subject.first-1) == ',':
		if k := d.mentionIndex(a.subject.first) - 1; k < 0 || d.mentions[k].end != a.subject.first-1 {
			if p := d.phraseLeft(a.subject.first-2, lo); p.empty() || !d.happening(p) {
				return true
			}
		}
	case how == subjectShared && d.toks[a.verb].tag == ingTag && d.happening(a.subject):
	case how == subjectAdjacent || how == subjectAside:
		return !d.happening(a.subject)
	default:
		return true
	}
	// whoever told of it
	n := len(d.attrs) - 1
	if n < 0 || d.attrs[n].cue.first < lo || d.attrs[n].cue.end > a.cue.first || d.attrs[n].subject.empty() {
		return false
	}
	a.source, a.subject = d.attrs[n].source, d.attrs[n].subject
	return true
}

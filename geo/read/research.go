package read

// ofInstitute reports whether a person is of an institute that stands before a
// capital or a state: "X of the Institute for Y in London".
func (d *document) ofInstitute(head, j int) bool {
	for k := head + 1; k < j; k++ {
		if d.toks[k].caps != lowerCase && d.isAny(k, "institute", "university", "college", "centre", "center", "foundation", "academy", "school", "observatory", "thinktank", "house", "council") && d.tagAt(k) == nameTag || d.is(k, "think") && d.is(k+1, "tank") {
			return true
		}
	}
	return false
}

// followsWar reports whether a relative clause behind the head says that somebody
// watches the war, and so does not fight in it.
func (d *document) followsWar(head int) bool {
	end := min(head+12, d.sents[d.toks[head].sent].end)
	for k := head + 1; k+1 < end && !d.endsClause(k); k++ {
		if d.isAny(k, "follows", "follow", "followed", "tracks", "studies", "analyses", "analyzes", "watches", "monitors") {
			for m := k + 1; m < min(k+6, end); m++ {
				if d.isAny(m, "war", "campaign", "front", "fighting", "battle", "battles", "conflict", "offensive") {
					return true
				}
			}
		}
	}
	return false
}

// isResearch reports whether the head is that of an institute or a person of one:
// "the Vienna Institute for Peace", "an expert at the Paris School of War".
func (d *document) isResearch(i, head int) bool {
	if d.toks[head].tag == nameTag && !d.has(head, orgWord) && d.isAny(head+1, "of", "from", "at", "with") {
		// "Dr Maria X of the Vienna Institute for Peace"
		end := d.sents[d.toks[head].sent].end
		for k := head + 2; k < min(head+6, end) && (d.nominal(k) || d.toks[k].tag == prepTag); k++ {
			if d.has(k, orgWord) && d.toks[k].caps != lowerCase {
				return d.isResearch(k, k)
			}
			if d.is(k, "think") && (d.is(k+1, "tank") || d.is(k+2, "tank")) {
				return true
			}
		}
	}
	if d.isAny(head, "officer", "officers", "general", "colonel", "major", "soldier") && d.retired(i, head) && d.followsWar(head) {
		return true // "a former officer who follows the campaign"
	}
	switch d.word(head) {
	case "geolocator", "geolocators", "cartographer", "cartographers", "analyst", "analysts", "expert", "experts", "fellow", "scholar", "professor", "lecturer", "researcher", "researchers", "historian", "historians", "geographer", "economist", "sociologist", "demographer", "strategist", "theorist", "hydrologist", "seismologist", "ecologist", "criminologist", "orientalist", "philosopher", "jurist", "institute", "university", "observatory":
		return true
	case "group", "project", "projects", "collective", "outfit", "initiative", "team", "volunteers":
		// "a Finnish group that studies satellite pictures"
		end := d.sents[d.toks[head].sent].end
		for k := head + 1; k < min(head+9, end) && d.char(k) != ','; k++ {
			if d.isAny(k, "that", "which", "who", "tracking", "monitoring", "mapping", "studying", "analysing", "analyzing", "geolocating") {
				for m := k; m < min(k+7, end); m++ {
					if d.isAny(m, "satellite", "footage", "maps", "pictures", "imagery", "videos", "images", "war", "sources", "losses") {
						return true
					}
				}
				return false
			}
		}
		return d.isAny(head-1, "mapping", "monitoring", "geolocation", "verification", "osint", "checking", "source", "research", "investigative")
	case "centre", "center", "academy", "forum", "school", "foundation", "society", "college", "monitor":
		for k := i; k < min(head+8, d.sents[d.toks[head].sent].end); k++ {
			if d.isAny(k, "studies", "research", "strategic", "analysis", "policy", "security", "war", "analytics", "strategy", "strategies", "peace", "resilience", "conflict", "fact", "monitoring", "mapping", "investigative", "checking", "source", "osint", "maps", "tracks", "satellite") {
				return d.toks[head].caps != lowerCase || d.isAny(k, "studies", "research", "strategic", "policy", "conflict", "fact", "monitoring", "mapping", "investigative", "checking", "source", "osint", "maps", "tracks", "satellite")
			}
		}
	}
	return false
}

package read

import "contested/geo"

// What outlets are of a side, and who is of an outlet.

var (
	outletLinks = listOf("on at of for from with in")
	outletKinds = listOf("the state broadcaster channel network agency news television tv newspaper website")
	outletDeeds = listOf("run based administered operated managed edited moderated hosted registered published maintained")
	embedWords  = listOf("travelling traveling travels travel embedded attached accredited moving marching working")
	mapDeeds    = listOf("publishes publish draws draw updates keeps runs maintains posts makes produces compiles")
	mapWords    = listOf("map maps atlas")
	ownHouses   = listOf("clinic hospital centre center office shelter post base team warehouse hub school kitchen mission depot")
)

// ofOutlet is the mention of an outlet of a side that a reporter or presenter is of: "a
// presenter on Russian state television", "an editor at RT"; nil for none.
func (d *document) ofOutlet(best *partyHit, hits []partyHit) *partyHit {
	for k := range hits {
		h := &hits[k]
		if h.entry.party.Adversary() == geo.UnknownParty {
			continue
		}
		if h.end == best.first && h.entry.kind == bodyKind && h.entry.class == geo.Media && h.entry.party == geo.Russia {
			return h // "a Tass correspondent"
		}
		if h.first <= best.first {
			continue
		}
		at := h.first - 1
		for at > best.first && d.isOf(at, &outletKinds) {
			at--
		}
		if at < best.end-1 || !d.isOf(at, &outletLinks) {
			continue
		}
		if h.entry.kind == bodyKind && h.entry.class == geo.Media && h.entry.party == geo.Russia {
			return h
		}
		// "on Russian television"
		if (h.entry.kind == demonymKind || h.entry.kind == countryKind) && h.entry.party == geo.Russia && (d.isAny(h.end, "television", "tv", "radio") || d.isAny(h.end, "state", "federal") && d.isAny(h.end+1, "television", "tv", "media", "radio", "channel")) {
			return h
		}
	}
	if h := d.amongTroops(best.end); h != nil {
		return h
	}
	return nil
}

var (
	onAirHeads = listOf("presenter anchor anchorman anchorwoman host newsreader newscaster announcer commentator correspondent reporter pundit")
	stateAir   = listOf("state federal government official evening main national central")
	airKinds   = listOf("television tv channel channels broadcaster broadcasters media networks propaganda radio airwaves news")
)

// onAir is the mention of Russia where the text has turned to its television right before it
// speaks of "a presenter" who stands in tokens [i, head]: "Russian state television tells it
// differently. A correspondent in body armour announced that …"; nil for none.
func (d *document) onAir(i, head int) *partyHit {
	const near = 6 // tokens from the start of the sentence
	s := int(d.toks[i].sent)
	if s == 0 || !d.isOf(head, &onAirHeads) || !d.isAny(i, "a", "an", "one", "the", "its", "another") || d.sents[s-1].block != d.sents[s].block || d.quoted(d.sents[s-1].first) {
		return nil
	}
	st := &d.sents[s-1]
	list := d.partiesIn(st.first, min(st.end, st.first+near))
	for n := range list {
		h := &list[n]
		if h.entry.party != geo.Russia {
			continue
		}
		k := h.end
		if d.tagAt(k) == possTag {
			k++
		}
		for m := 0; m < 2 && d.isOf(k, &stateAir); m++ {
			k++
		}
		if h.entry.class == geo.Media || d.isOf(k, &airKinds) || k > 0 && d.isOf(k-1, &airKinds) {
			return h
		}
	}
	return nil
}

// amongTroops is the mention of Russian troops with whom reporters are, by what stands
// from token k on: "travelling with the Zapad group"; nil for none.
func (d *document) amongTroops(k int) *partyHit {
	if k+2 >= len(d.toks) || !d.isOf(k, &embedWords) || !d.isAny(k+1, "with", "to", "among", "alongside", "by") {
		return nil
	}
	end := min(k+7, d.sents[d.toks[k].sent].end)
	list := d.partiesIn(k+2, end)
	for n := range list {
		if h := &list[n]; h.entry.party == geo.Russia {
			return h
		}
	}
	return nil
}

// runAcross takes a channel for Russian that is run from a place in Russia: "the channel
// X, run from Voronezh".
func (r *Reader) runAcross(d *document, e *actor, p np) bool {
	k := p.end
	if k+3 >= len(d.toks) || d.char(k) != ',' || !d.isOf(k+1, &outletDeeds) || !d.isAny(k+2, "from", "in", "out", "by") || !e.named && !d.has(p.head, mediaWord) {
		return false
	}
	m := d.placeAhead(k + 2)
	if m == nil || m.first > k+5 {
		return false
	}
	pl, ok := r.gaz.Place(m.Place)
	if !ok || pl.Country != "RU" {
		return false
	}
	return e.set(d, geo.Russia, geo.Media, wOffice, "party.outlet", m.first, m.end, pl.Name)
}

// mapper takes a body that publishes maps of the war for one of those who study it: "the
// Nordic Front Watch, which draws a daily map".
func (d *document) mapper(e *actor, i, j int) bool {
	for k := i; k+1 < j && k < i+4; k++ {
		if !d.isOf(k, &mapDeeds) {
			continue
		}
		for m := k + 1; m < min(k+6, j); m++ {
			if d.isOf(m, &mapWords) {
				return e.set(d, geo.Press, geo.Analyst, wApposed, "party.research", k, m+1, "")
			}
		}
	}
	return false
}

// ofOurs reports whether the phrase names people at a place that an aid organisation
// calls its own: "staff at our clinic in Balakliia".
func (d *document) ofOurs(p np) bool {
	for k := p.head + 1; k+2 < p.end && k < p.head+3; k++ {
		if d.isAny(k, "at", "in", "of", "from") && d.is(k+1, "our") {
			for m := k + 2; m < min(k+6, p.end); m++ {
				if d.isOf(m, &ownHouses) {
					return true
				}
			}
		}
	}
	return false
}

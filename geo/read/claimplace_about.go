package read

import "contested/geo"

var aboutWords = listOf("about of on")

// about: "'…,' X writes about Y".
func (h *heir) about() bool {
	if h.a == nil {
		return false
	}
	if h.referred() {
		return true
	}
	for _, k := range []int{h.a.cue.end - 1, h.a.cue.end, h.a.source.end} {
		if k+1 < h.st.end && k > 0 && h.isOf(k, &aboutWords) {
			if n := h.mentionIndex(k + 1); n < len(h.mentions) && h.mentions[n].first <= k+2 && h.isSpot(&h.mentions[n]) && h.take(n, "place.subject") {
				return true
			}
		}
	}
	return false
}

// topicVerbs say what somebody speaks of.
var topicVerbs = listOf("referring alluding pointing speaking talking recalling describing discussing remembering")

// referred: "'Q,' said X, referring to the infantry in Y", "'Q,' X said of two women from Y".
func (h *heir) referred() bool {
	const far = 8 // tokens
	if len(h.c.runs) == 0 || h.c.runs[0].first >= h.a.cue.first {
		return false // what is said stands behind
	}
	k := max(h.a.cue.end, h.a.source.end)
	for n := 0; n < 2; n++ {
		if k = h.aboutAt(k); k > 0 {
			break
		}
		if k = h.asideEnd(max(h.a.cue.end, h.a.source.end), h.st.end); k == 0 || n > 0 {
			return false
		}
	}
	for i := h.mentionIndex(k); i < len(h.mentions) && h.mentions[i].first < min(k+far, h.st.end); i++ {
		if m := &h.mentions[i]; h.isSpot(m) && !h.hasFinite(k, m.first) {
			return h.take(i, "place.subject")
		}
	}
	return false
}

// aboutAt is the token behind what leads over to what is spoken of, at token k; 0 for none.
func (h *heir) aboutAt(k int) int {
	switch {
	case k+2 >= h.st.end:
	case h.isAny(k, "of", "about"):
		return k + 1
	case h.char(k) == ',' && h.isOf(k+1, &topicVerbs) && (!h.isAny(k+1, "speaking", "talking") || h.isAny(k+2, "of", "about")):
		return k + 2
	}
	return 0
}

// cityVoices tell what happened in their city.
var cityVoices = listOf("officials mayor authorities police rescuers firefighters prosecutors residents witnesses medics doctors services administration")

// cityNews reports whether what is told of the capital m, behind which its people speak, has
// happened there: "In Kyiv, officials said four people had been killed", but not what is told
// of troops.
func (h *heir) cityNews(m *mention) bool {
	if h.a == nil || h.a.source.empty() || m.first > h.st.first+2 && !h.has(m.first-2, subordWord) || !h.is(m.first-1, "in") || !h.isOf(h.a.source.head, &cityVoices) && !h.anyOf(h.a.source.first, h.a.source.end, &cityVoices) {
		return false
	}
	switch h.c.find.typ {
	case geo.Casualties, geo.Damage, geo.Attack, geo.Defended:
		for _, x := range h.c.runs {
			for k := x.first; k < x.end; k++ {
				if h.has(k, troopsWord|unitWord) {
					return false
				}
			}
		}
		return true
	}
	return false
}

var helpers = listOf("charity charities foundation foundations fund volunteer volunteers medics doctors surgeons engineers electricians team teams crew crews club organisation organization company firm")

// helpFrom reports whether mention m, in the run x, only says where those are from who help or
// work somewhere else: "a van run by a charity from X", "engineers flown in from X".
func (d *document) helpFrom(m *mention, x run) bool {
	k := m.first - 1
	if k-1 < x.first || !d.is(k, "from") {
		return false
	}
	return d.isOf(k-1, &helpers) || d.is(k-1, "in") && d.isAny(k-2, "flown", "brought", "sent", "called", "drafted", "driven")
}

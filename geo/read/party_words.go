package read

import "contested/geo"

// partyHit is a pattern of parties.tsv found at tokens [first, end).
type partyHit struct {
	first, end int
	entry      *partyEntry
	proper     bool // a name, not a word for a kind
}

// findParties finds every mention of a side in the text.
func (d *document) findParties() {
	d.partyAt = make([]int32, len(d.sents)+1)
	for s := range d.sents {
		d.partyAt[s] = int32(len(d.parties))
		for i := d.sents[s].first; i < d.sents[s].end; i++ {
			if d.toks[i].word == 0 {
				continue
			}
			if p, end := d.longest(partySet, i, d.sents[s].end); p != nil {
				d.parties = append(d.parties, partyHit{i, end, &d.lex.parties[p.value], p.proper()})
				i = end - 1
			}
		}
	}
	d.partyAt[len(d.sents)] = int32(len(d.parties))
}

// partiesIn lists the mentions of sides within tokens [i, j).
func (d *document) partiesIn(i, j int) []partyHit {
	if i >= j {
		return nil
	}
	list := d.parties[d.partyAt[d.toks[i].sent]:d.partyAt[d.toks[j-1].sent+1]]
	for len(list) > 0 && list[0].first < i {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].end > j {
		list = list[:len(list)-1]
	}
	return list
}

// partyOfPhrase finds the party that the words of a phrase show.
func (d *document) partyOfPhrase(r *Reader, e *actor, i, j, head int, weight float64, rule string) bool {
	hits := d.partiesIn(i, j)
	callSign := false
	for k := i; k+1 < j; k++ {
		callSign = callSign || d.is(k, "call") && d.is(k+1, "sign") || d.is(k, "callsign")
	}
	if callSign {
		e.class = geo.Military
	}
	var best *partyHit
	score := 0
	for k := range hits {
		h := &hits[k]
		s := 0
		atHead := h.first <= head && head < h.end
		before := h.end <= head
		switch h.entry.kind {
		case hintKind:
			s = 70
			if h.entry.party == geo.International {
				s = 35
				if atHead {
					s = 55
				}
			}
			if h.entry.party == geo.Ukraine {
				s = 60
			}
		case personKind:
			s = 40
			if atHead {
				s = 66
			}
		case witnessKind:
			s = 34
			if atHead {
				s = 58
			}
			if callSign {
				s = 0
			}
		case bodyKind:
			s = 36
			switch {
			case atHead:
				s = 52
			case before:
				s = 42
			}
			if (h.entry.class == geo.Media || h.entry.class == geo.Analyst) && rule == "party.apposition" {
				s = 53
				if h.entry.class == geo.Media && !atHead {
					s = 30
				}
			} else if h.entry.class == geo.Media || h.entry.class == geo.Analyst {
				if atHead {
					s = 56
				} else if !before {
					s = 20
				}
				if h.entry.name == "journalists" && atHead {
					s = 51
				}
			}
		case metonymKind:
			s = 30
			if atHead {
				s = 60
			} else if before {
				s = 45
			}
		case countryKind:
			s = 30
			if atHead {
				s = 55
			} else if before {
				s = 48
			}
		case demonymKind:
			s = 28
			if before {
				s = 50
			}
			if atHead {
				s = 54
			}
		}
		if h.first > head && d.notOffice(h.first, head) {
			s -= 25
		}
		if s > score {
			best, score = h, s
		}
	}
	if best == nil || score < 18 {
		if r.partyOfOffice(d, e, i, j, head, weight) {
			return true
		}
		return d.partyOfKind(e, i, j, head)
	}
	entry := best.entry
	// the table knows the person or body by name
	if (entry.kind == personKind || entry.kind == bodyKind && best.proper || entry.kind == metonymKind) && best.first <= head && head < best.end && rule == "party.own-words" {
		e.key, e.name = entry.key, entry.name
		e.human, e.body = entry.kind == personKind, entry.kind != personKind
		return e.set(d, entry.party, entry.class, wTable, "party.table", best.first, best.end, entry.name)
	}
	class := entry.class
	if entry.kind != witnessKind && class != geo.Media && class != geo.Analyst {
		class = d.classOf(head, class)
	}
	// independent analysts and journalists of any nation are press
	if entry.kind == demonymKind || entry.kind == countryKind || entry.kind == metonymKind {
		if class == geo.Witness {
			return e.set(d, geo.Civilians, class, weight, rule, head, head+1, "")
		}
		if class == geo.Analyst || class == geo.Media && entry.party != geo.Russia {
			return e.set(d, geo.Press, class, weight, rule, head, head+1, "")
		}
	}
	return e.set(d, entry.party, class, weight, rule, best.first, best.end, entry.name)
}

// notOffice reports whether a side named behind the head is not the one the
// head speaks for: "ambassador to Ukraine", "war with Russia".
func (d *document) notOffice(i, head int) bool {
	for k := i - 1; k > head && k > i-4; k-- {
		if d.toks[k].tag == prepTag {
			return d.isAny(k, "to", "against", "on", "with", "about", "into", "towards", "over")
		}
	}
	return false
}

// partyOfKind: what the head noun is says enough: residents, journalists.
func (d *document) partyOfKind(e *actor, i, j, head int) bool {
	switch {
	case d.isAny(head, "bloggers", "blogger") && head > i && d.isAny(head-1, "military", "war"):
		return e.set(d, geo.Russia, geo.Analyst, wUnit, "party.bloggers", i, j, "")
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	}
	return false
}

package read

import "contested/geo"

// match reports the token after the pattern when it stands at token i and ends
// before limit.
func (d *document) match(p *pattern, i, limit int) (end int, ok bool) {
	return d.matchItems(d.lex.itemsOf(p), i, limit)
}

func (d *document) matchItems(items []item, i, limit int) (int, bool) {
	for k := range items {
		it := &items[k]
		if it.kind == gapItem {
			if k+1 == len(items) {
				return i, true
			}
			for n := 0; n <= maxGap && i < limit; n++ {
				if e, ok := d.matchItems(items[k+1:], i, limit); ok {
					return e, true
				}
				if d.endsClause(i) {
					break
				}
				i++
			}
			return 0, false
		}
		if it.kind == modifierItem || it.kind == bridgeItem {
			return d.matchAcross(items[k+1:], i, limit, it.kind)
		}
		if it.kind == endItem {
			if !d.closesVerb(i, limit) {
				return 0, false
			}
			continue
		}
		if it.kind == placeItem {
			for i < limit && d.transparent(i) {
				i++
			}
			list := d.mentionsIn(i, min(limit, i+12))
			if len(list) == 0 || list[0].first != i || !d.isSpot(&list[0]) && !d.isOf(i-1, &likeWords) {
				if it.maybe {
					continue
				}
				return 0, false
			}
			i = list[0].end
			continue
		}
		// hyphens, possessives and quotation marks inside do not count
		for i < limit && k > 0 && d.transparent(i) {
			i++
		}
		if i >= limit || !d.matchItem(it, i) {
			if it.maybe {
				continue
			}
			return 0, false
		}
		i++
	}
	return i, true
}

// mayMatch reports whether a pattern can stand at token i, whatever the limit
// and the places of the text: false means that match fails there.
func (d *document) mayMatch(items []item, i int) bool {
	for k := range items {
		it := &items[k]
		switch it.kind {
		case endItem, placeItem:
			return true
		case gapItem:
			if k+1 == len(items) {
				return true
			}
			for n := 0; n <= maxGap && i < len(d.toks); n++ {
				if d.mayMatch(items[k+1:], i) {
					return true
				}
				if d.endsClause(i) {
					break
				}
				i++
			}
			return false
		case modifierItem, bridgeItem:
			for most := it.reach(); most >= 0 && i < len(d.toks); most-- {
				if d.mayMatch(items[k+1:], i) {
					return true
				}
				if !d.spans(it.kind, i) {
					return false
				}
				i++
			}
			return false
		}
		for i < len(d.toks) && k > 0 && d.transparent(i) {
			i++
		}
		if i >= len(d.toks) || !d.matchItem(it, i) {
			if it.maybe {
				continue
			}
			return false
		}
		i++
	}
	return true
}

// How many tokens a "~" and a "&" may stand for.
const (
	maxModifiers = 7
	maxBridge    = 9
)

// matchAcross matches items behind the modifiers of a noun, or behind what stands
// between a subject and its verb, from token i.
func (d *document) matchAcross(items []item, i, limit int, kind itemKind) (int, bool) {
	for most := (&item{kind: kind}).reach(); most >= 0 && i < limit; most-- {
		if kind != bridgeItem || d.toks[i].tag != ingTag || d.tagAt(i-1) == auxTag || d.tagAt(i-1) == advTag {
			if e, ok := d.matchItems(items, i, limit); ok {
				return e, true
			}
		}
		if !d.spans(kind, i) {
			return 0, false
		}
		i++
	}
	return 0, false
}

// reach is how many tokens the item may stand for.
func (it *item) reach() int {
	if it.kind == bridgeItem {
		return maxBridge
	}
	return maxModifiers
}

// spans reports whether token i may be part of what the item stands for.
func (d *document) spans(kind itemKind, i int) bool {
	if kind == bridgeItem {
		return d.bridges(i)
	}
	return d.modifies(i)
}

// modifies reports whether token i may stand before the noun it belongs to.
func (d *document) modifies(i int) bool {
	switch t := &d.toks[i]; t.tag {
	case detTag, numTag, adjTag, nounTag, nameTag, possTag, advTag, partTag:
		return true
	default:
		return d.is(i, "of") || d.transparent(i) || t.kind == numberToken || d.approximates(i)
	}
}

// approximates reports whether token i is a preposition of how many: "more than 40",
// "at least two", "up to a hundred".
func (d *document) approximates(i int) bool {
	switch {
	case i == 0 || i+1 >= len(d.toks) || !d.isOf(i, &amountWords):
		return false
	case d.is(i, "than"):
		return d.isAny(i-1, "more", "fewer", "less")
	case d.is(i, "at"):
		return d.is(i+1, "least")
	case d.is(i, "to"):
		return d.is(i-1, "up")
	case d.is(i, "up"):
		return d.is(i+1, "to") && (d.tagAt(i+2) == numTag || d.kindAt(i+2) == numberToken)
	}
	return d.tagAt(i+1) == numTag || d.kindAt(i+1) == numberToken // "over 40"
}

var amountWords = listOf("than at to up over about around under")

// bridges reports whether token i may stand between a subject and its verb.
func (d *document) bridges(i int) bool {
	if c := d.char(i); c == ',' || d.toks[i].tag == coordTag {
		return i > 0 && d.toks[i-1].tag == nameTag && d.tagAt(i+1) == nameTag // "attacks near X, Y and Z were repelled"
	}
	if d.endsClause(i) {
		return false
	}
	switch d.toks[i].tag {
	case toTag:
		return d.isAny(i+1, "be", "have") // "are thought to be"
	case baseTag:
		return d.isAny(i, "be", "have")
	case verbTag, ingTag, relTag, subTag, thatTag, coordTag, pronTag:
		return false
	case partTag:
		return d.is(i, "been") || d.is(i+1, "to")
	}
	return true
}

// closesVerb reports whether nothing that belongs to the verb before token i
// follows it.
func (d *document) closesVerb(i, limit int) bool {
	if i >= limit || d.endsClause(i) {
		return true
	}
	switch d.toks[i].tag {
	case coordTag, subTag, advTag, relTag:
		return true
	case prepTag:
		if d.is(i, "on") && i+1 < limit && (d.has(i+1, timeWord|weekdayWord|monthWord) || d.toks[i+1].tag == numTag && d.has(i+2, monthWord)) {
			return true // "fell on Saturday", "on 14 March"
		}
		return !d.isAny(i, "on", "back", "into", "under", "from", "to", "short", "of", "off", "up", "out", "behind", "for")
	}
	return d.toks[i].kind == closeToken || d.isTime(i) || d.isAny(i, "last", "this", "two", "three", "four") && d.has(i+1, timeWord|weekdayWord|monthWord)
}

// transparent tokens may stand between the words of a pattern.
func (d *document) transparent(i int) bool {
	switch d.toks[i].kind {
	case hyphenToken, openToken, closeToken:
		return true
	case cliticToken:
		return d.is(i, "'s") || d.str(i) == "’s"
	case punctToken:
		return d.char(i) == '%'
	}
	return false
}

func (d *document) matchItem(it *item, i int) bool {
	t := &d.toks[i]
	if it.kind == lemmaItem && t.kind == cliticToken && t.tag == auxTag {
		for _, id := range d.lex.idsOf(it) {
			if d.lex.lemmas[id].text == "be" {
				return true // "she's convinced that"
			}
		}
	}
	if t.kind == numberToken && it.class&numWord != 0 {
		return true
	}
	if t.word == 0 || t.caps < it.caps {
		return false
	}
	switch it.kind {
	case wordItem:
		for _, w := range d.lex.idsOf(it) {
			if w == t.word {
				return true
			}
		}
		return it.class != 0 && t.classes&it.class != 0
	case lemmaItem:
		switch t.tag {
		case prepTag, subTag, advTag, coordTag, nounTag, nameTag:
			return false // "near", "the fire", "the Sever group"
		case auxTag:
			if t.classes&(beWord|haveWord) == 0 {
				return false
			}
		case adjTag:
			if i+1 < len(d.toks) && (d.toks[i+1].tag == nounTag || d.toks[i+1].tag == nameTag || d.toks[i+1].tag == adjTag) {
				return false // "captured soldiers"
			}
		}
		m := t.lemma
		for _, w := range d.lex.idsOf(it) {
			if w == m && m != 0 {
				return true
			}
		}
	case classItem:
		return t.classes&it.class != 0
	}
	return false
}

// endsClause reports whether token i is a mark that separates clauses.
func (d *document) endsClause(i int) bool {
	if i >= len(d.toks) {
		return true
	}
	t := &d.toks[i]
	if t.kind == dashToken {
		return true
	}
	if t.kind != punctToken {
		return false
	}
	switch d.char(i) {
	case '.':
		return d.lang == geo.English || !d.abbreviates(i, 0) // "в г. Суджа", "О. Петренко"
	case ',', ';', ':', '!', '?', '(', ')':
		return true
	}
	return false
}

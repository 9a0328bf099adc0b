package read

var notFinite = listOf("being having doing been be")

// finite reports whether token i is a finite verb or auxiliary.
func (d *document) finite(i int) bool {
	if i < 0 || i >= len(d.toks) {
		return false
	}
	t := d.toks[i].tag
	if t == auxTag {
		return !d.isOf(i, &notFinite)
	}
	return t == verbTag
}

var afterwardsWords = listOf("later then subsequently eventually afterwards soon")

// verbGroup is the tokens [first, end) of the verb at i with its auxiliaries,
// adverbs and negations before it.
type verbGroup struct {
	first, end int
	verb       int
	passive    bool // was told, is believed
	negated    bool
	modal      bool // would say, may have said
	infinitive bool // to say
	reduced    bool // a participle without auxiliary: "saying", "quoted by"
}

func (d *document) verbGroupAt(v, lo int) verbGroup {
	g := verbGroup{first: v, end: v + 1, verb: v}
	be, have, do := false, false, false
	for i := v - 1; i >= lo && i >= v-10; i-- {
		t := &d.toks[i]
		if t.kind == openToken || t.kind == closeToken {
			break
		}
		if t.kind == punctToken && d.char(i) == ',' && i-2 > lo && d.tagAt(i-1) == advTag && d.char(i-2) == ',' {
			i -= 2 // "did, however, confirm"
			continue
		}
		switch t.tag {
		case nounTag, nameTag:
			// "has twice this month said"
			if d.has(i, timeWord) && i-2 > lo && d.isAny(i-1, "this", "last", "every", "that") && (d.tagAt(i-2) == auxTag || d.tagAt(i-2) == advTag) {
				i--
				continue
			}
			// "have in the past said"
			if m := i; m-3 > lo && d.tagAt(m-1) == detTag && d.tagAt(m-2) == prepTag && d.tagAt(m-3) == auxTag && d.isAny(m, "past", "meantime", "meanwhile", "end") {
				i = m - 2
				continue
			}
		case auxTag:
			g.first = i
			switch {
			case d.has(i, beWord) || d.isAny(i, "'s", "’s", "'re", "’re", "'m", "’m"):
				be = be || !have
			case d.has(i, haveWord) || d.isAny(i, "'ve", "’ve"):
				have = true
			case d.has(i, doWord):
				do = true
			default:
				g.modal = true
			}
			if d.has(i, negWord) {
				g.negated = true
			}
			continue
		case negTag:
			g.negated = true
			continue
		case advTag:
			if d.toks[i].kind == wordToken {
				continue
			}
		case toTag:
			g.infinitive = true
			g.first = i
			continue
		}
		break
	}
	if g.modal && d.isOf(v-1, &afterwardsWords) {
		g.modal = false // "would later say"
	}
	if g.modal && (d.is(v+1, "only") || d.is(v-1, "only")) {
		g.modal = false // "would say only that"
	}
	// adverbs directly before the group belong to it ("also reported")
	for g.first-1 >= lo && (d.tagAt(g.first-1) == advTag || d.tagAt(g.first-1) == negTag) && !d.isTime(g.first-1) {
		if d.tagAt(g.first-1) == negTag {
			g.negated = true
		}
		g.first--
	}
	if k := g.first - 1; k-1 > lo && d.is(k, "but") && d.is(k-1, "all") {
		g.first -= 2 // "all but confirmed"
	}
	switch d.toks[v].tag {
	case partTag:
		g.passive = be && !(have && !be)
		if !be && !have && !do && !g.modal {
			g.reduced = true
		}
	case ingTag:
		g.reduced = !be
	}
	return g
}

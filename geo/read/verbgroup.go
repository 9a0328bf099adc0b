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

// timeWithin is the first token of an adverbial of time that ends at token i between an
// auxiliary and its participle: "has [for years] said", "had [on Sunday] claimed", "has
// twice [this month] said", "have [in the past] said". i + 1 where there is none.
func (d *document) timeWithin(i, lo int) int {
	const longest = 4 // words before the noun
	if !d.isTime(i) && !(d.is(i, "time") && d.isAny(i-1, "first", "second", "third", "last")) && !d.has(i, timeWord|monthWord) && !d.isOf(i, &meanwhileWords) {
		return i + 1
	}
	for k := i; k > lo && k > i-longest; k-- {
		before := d.tagAt(k - 1)
		if before == auxTag || before == advTag {
			if d.toks[k].tag == prepTag || d.isAny(k, "this", "last", "every", "that") || k == i && d.isTime(i) {
				return k
			}
			return i + 1
		}
		switch before {
		case detTag, adjTag, numTag, prepTag:
		default:
			return i + 1
		}
	}
	return i + 1
}

var afterwardsWords = listOf("later then subsequently eventually afterwards soon")

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
			if m := d.timeWithin(i, lo); m < i {
				i = m
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
	if k := g.first - 1; k > lo && d.is(k, "at") && d.isAny(k+1, "first", "last", "once") {
		g.first = k // "The mayor at first denied"
	} else if k := g.first - 2; k > lo && (d.is(k, "at") && d.isAny(k+1, "first", "last", "once") || d.is(k, "in") && d.isAny(k+1, "fact", "turn") || d.is(k, "for") && d.isAny(k+1, "now", "once")) {
		g.first = k
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

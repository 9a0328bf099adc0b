package read

// beforeAside finds the noun phrase before the aside whose closing mark is
// token j: "X, a spokesman for Y, said", "X (left) said".
func (d *document) beforeAside(j, lo int) (np, bool) {
	for n := 0; n < 4; n++ {
		open := d.asideStart(j, lo)
		if open <= lo {
			return np{}, false
		}
		p := d.phraseLeft(open-1, lo)
		if p.empty() {
			return np{}, false
		}
		if q := d.relativeHead(p, lo); q.first < p.first && d.has(p.head, timeWord) && d.isPicture(q.head) {
			return q, true // "Footage geolocated the same day, however, shows"
		}
		if d.isTime(p.head) && p.end-p.first == 1 {
			q := d.relativeHead(p, lo)
			if q.first == p.first || !d.has(q.head, roleWord|witnessWord|rankWord) {
				j = open
				continue
			}
			p = q // "a fisherman who left X in autumn, and who goes by Y, says"
		}
		if k := d.relativeBefore(p, lo); k > lo {
			// "Berlin, which had sent its envoy, Karl X, proposed"
			if q := d.phraseLeft(k-1, lo); !q.empty() {
				return q, true
			}
		}
		// "the spokesman of a brigade fighting near X, Captain Y, said", "a group
		// that studies satellite pictures, Black Bird, sees"
		if q := d.relativeHead(p, lo); q.first < p.first && (d.has(q.head, roleWord|titleWord|rankWord|witnessWord|mediaWord) || d.has(q.head, orgWord|unitWord) && d.tagAt(j-1) == nameTag) {
			p = q
		}
		if q := d.namedIn(p, open+1, j); !q.empty() {
			return q, true
		}
		if q := d.nameGiver(p, j, lo); !q.empty() {
			return q, true
		}
		// "the head of X, Serhii Y, said": the name belongs to the source
		if q := d.baseRight(open+1, j); !q.empty() && q.end == j && d.toks[q.head].tag == nameTag && d.toks[p.head].tag != nameTag && d.char(j) == ',' && (d.has(p.head, roleWord|titleWord|rankWord|witnessWord) || d.is(p.head, "member")) {
			return np{p.first, j, q.head}, true
		}
		// An apposition in front of the aside is not the name: "X, an analyst, who …, said"
		if p.first-1 > lo && d.char(p.first-1) == ',' && d.toks[p.head].tag != nameTag && d.toks[p.head].tag != pronTag {
			if q := d.phraseLeft(p.first-2, lo); !q.empty() && d.toks[q.head].tag == nameTag && q.end == p.first-1 && !d.isPlaceList(q, p) {
				if o := d.namedAs(q, lo); !o.empty() {
					q = o
				}
				return q, true
			}
		}
		// "a soldier who asked to be identified by his first name, Denys, said"
		if k := p.first - 2; k > lo && d.toks[p.head].tag == nameTag && d.char(k+1) == ',' && d.isAny(k, "name", "sign", "callsign", "nickname", "surname", "pseudonym") {
			if q := d.relativeHead(np{k, k + 1, k}, lo); q.first < k {
				return np{q.first, p.end, q.head}, true
			}
		}
		if q := d.namedAs(p, lo); !q.empty() {
			return q, true
		}
		// "one woman, Olha, who had walked for a day, said"
		if p.first-1 > lo && d.char(p.first-1) == ',' && d.toks[p.head].tag == nameTag && p.end-p.first <= 3 {
			if q := d.phraseLeft(p.first-2, lo); !q.empty() && q.end == p.first-1 && (d.toks[q.head].tag == nounTag && d.has(q.head, witnessWord|roleWord|rankWord|titleWord) && !d.plural(q.head) || d.isAny(q.first, "a", "one", "another") && d.has(q.head, demonymWord)) {
				return np{q.first, p.end, p.head}, true
			}
		}
		return p, true
	}
	return np{}, false
}

// givenNames are what somebody gives instead of a whole name.
var givenNames = listOf("name names nickname callsign sign pseudonym")

// nameGiver is whoever gives the name p, which the words up to the mark at j say: "A marine who
// fought there, and gave only his first name, Maksym, said".
func (d *document) nameGiver(p np, j, lo int) np {
	const far = 24 // tokens
	if !d.isOf(p.head, &givenNames) || !d.has(p.first, possWord) || d.tagAt(j-1) != nameTag {
		return np{}
	}
	for k := p.first - 1; k > lo && k > p.first-far; k-- {
		switch t := &d.toks[k]; {
		case t.kind == openToken, t.kind == closeToken, t.tag == thatTag, d.endsSentence(k), d.char(k) == ';':
			return np{}
		case t.tag == relTag && d.is(k, "who") && d.char(k-1) != ',' && d.tagAt(k-1) != coordTag, t.tag == ingTag && d.char(k-1) == ',':
			m := k - 1
			if d.char(m) == ',' {
				m--
			}
			if q := d.phraseLeft(m, lo); !q.empty() && d.has(q.head, roleWord|witnessWord|rankWord|peopleWord|troopsWord) {
				return np{q.first, j, q.head}
			}
			return np{}
		}
	}
	return np{}
}

// namedAs is the phrase in front of a name that it is given: "a captured Russian, named
// only as Artyom".
func (d *document) namedAs(p np, lo int) np {
	k := p.first - 1
	if k-2 <= lo || d.toks[p.head].tag != nameTag {
		return np{}
	}
	if d.is(k, "as") {
		k--
	}
	for k > lo+1 && d.toks[k].tag == advTag {
		k--
	}
	if !d.isAny(k, "named", "identified", "known", "introduced", "called", "nicknamed") || d.char(k-1) != ',' {
		return np{}
	}
	q := d.phraseLeft(k-2, lo)
	if q.empty() || q.end != k-1 {
		return np{}
	}
	return np{q.first, p.end, q.head}
}

// relativeBefore is the comma before the relative clause that the phrase p ends,
// or -1.
func (d *document) relativeBefore(p np, lo int) int {
	verb := false
	for k := p.first - 1; k > lo && k > p.first-14; k-- {
		switch t := &d.toks[k]; {
		case t.tag == relTag:
			if verb && d.char(k-1) == ',' && d.isAny(k, "who", "which") {
				return k - 1
			}
			return -1
		case d.endsClause(k), t.kind == openToken, t.kind == closeToken, t.tag == thatTag, t.tag == subTag:
			return -1
		case d.finite(k):
			verb = true
		}
	}
	return -1
}

// namedIn is the phrase p with the name that its aside [i, j) gives to one of
// several: "one of them, a miner by the name of X", "another of the bloggers, X".
func (d *document) namedIn(p np, i, j int) np {
	if p.end-p.first == 2 && d.is(p.first, "the") && d.isAny(p.head, "first", "second", "third", "fourth", "fifth", "other", "last") && j > i {
		// "the fourth, Olha X of the group Y, expects"
		if q := d.baseRight(i, j); !q.empty() && q.first == i && d.toks[q.head].tag == nameTag && (q.end == j || d.toks[q.end].tag == prepTag || d.char(q.end) == ',') {
			return np{p.first, q.end, q.head}
		}
		return np{}
	}
	if !d.isAny(p.first, "one", "another", "two", "some") || !d.is(p.first+1, "of") || j <= i || d.tagAt(j-1) != nameTag {
		return np{}
	}
	k := j - 1
	for k > i && d.toks[k-1].tag == nameTag {
		k--
	}
	if k == i || d.isOf(k-1, &calledWords) || k-2 >= i && d.is(k-1, "of") && d.is(k-2, "name") {
		return np{p.first, j, j - 1}
	}
	return np{}
}

// isPlaceList reports whether two phrases with a comma between them are items
// of a list rather than a name and what it is.
func (d *document) isPlaceList(q, p np) bool {
	return q.first > 0 && d.tagAt(q.first-1) == prepTag && d.toks[p.head].tag == nameTag
}

// asideStart is the mark that opens the aside which the mark at j closes, or -1.
func (d *document) asideStart(j, lo int) int {
	switch {
	case d.char(j) == ')':
		for k := j - 1; k > lo && k > j-30; k-- {
			if d.char(k) == '(' {
				return k
			}
		}
	case d.toks[j].kind == dashToken:
		for k := j - 1; k > lo && k > j-40; k-- {
			if d.toks[k].kind == dashToken {
				return k
			}
		}
	case d.char(j) == ',':
		for k := j - 1; k > lo && k > j-45; k-- {
			if d.toks[k].kind == closeToken {
				k = d.quotes[d.toks[k].quote-1].first
				continue
			}
			if d.char(k) == ',' && d.toks[k].kind == punctToken {
				if d.asideBegins(k+1, j) {
					return k
				}
			}
		}
	}
	return -1
}

// asideBegins reports whether what stands between a comma and the closing comma
// at end can be an aside: an apposition, a relative clause, a participle or
// prepositional phrase, an age; not a clause of its own.
func (d *document) asideBegins(i, end int) bool {
	if i >= end {
		return false
	}
	t := &d.toks[i]
	switch t.tag {
	case pronTag:
		return d.isAny(i, "one", "some", "many", "most", "all", "both", "each", "none") && d.nextIsWord(i) && (d.is(i+1, "of") || d.tagAt(i+1) == prepTag && !d.hasFinite(i, end)) // ", both in Brussels,"
	case relTag, prepTag, ingTag, partTag, advTag, negTag, numTag, coordTag:
		if t.tag == coordTag || t.tag == advTag || t.tag == negTag {
			return !d.hasFinite(i, end) || d.is(i, "who") || t.tag == coordTag && d.toks[i+1].tag == relTag
		}
		return true
	case detTag, adjTag, nounTag, nameTag, possTag:
		// an apposition has no finite verb, unless in a relative clause
		for k := i; k < end; k++ {
			if d.toks[k].tag == relTag {
				return true
			}
			if d.finite(k) && d.toks[k].quote == 0 {
				// "an island linked to the rest of X": a participle that looks finite
				if d.toks[k].tag == verbTag && d.toks[k].verb&(partForm|pastForm) != 0 && k+1 < end && d.tagAt(k+1) == prepTag && k > i && d.tagAt(k-1) == nounTag {
					continue
				}
				if k > i && d.isAny(k, "called", "named", "nicknamed") && d.tagAt(k-1) == nounTag && d.tagAt(k+1) == nameTag {
					continue // ", a woman called Tamara,"
				}
				if k > i+1 && d.reducedAside(k, end+3) {
					continue // ", the only one left standing, has"
				}
				return false
			}
		}
		return true
	case verbTag:
		return t.verb&partForm != 0 // ", quoted by Tass,"
	case toTag:
		return true
	case subTag:
		return d.isAny(i, "while", "though", "although", "when", "if", "once") && !d.hasFinite(i, end) // ", while not denying losses,"
	}
	return false
}

// asideBeforeThat is the comma before "that" which closes the aside opened by the
// comma at k, or 0: ", and repeated it when pressed, that".
func (d *document) asideBeforeThat(k, hi int) int {
	switch d.tagAt(k + 1) {
	case coordTag, relTag, subTag, prepTag, advTag, ingTag, partTag:
	case verbTag:
		if d.toks[k+1].verb&partForm == 0 {
			return 0
		}
	default:
		return 0
	}
	for m := k + 1; m+1 < hi && m < k+25; m++ {
		switch {
		case d.toks[m].kind == openToken, d.toks[m].tag == thatTag:
			return 0
		case d.char(m) == ',' && d.toks[m].kind == punctToken && d.tagAt(m+1) == thatTag:
			return m
		}
	}
	return 0
}

// asideEnd is the comma that closes the aside opened by the comma at k, or 0.
func (d *document) asideEnd(k, hi int) int {
	for m := k + 1; m < hi && m < k+25; m++ {
		if d.toks[m].kind == openToken {
			return 0
		}
		if d.toks[m].kind == punctToken && d.char(m) == ',' {
			return m
		}
		if d.finite(m) && m > k+1 && d.tagAt(k+1) != relTag && d.tagAt(k+1) != subTag && !d.reducedAside(m, hi) {
			return 0
		}
	}
	return 0
}

// reducedAside reports whether token m, tagged as a finite verb, is the participle of an
// aside instead: its comma follows, and behind that the verb of the clause: "the bridge,
// an old structure built in 1950, had been hit".
func (d *document) reducedAside(m, hi int) bool {
	if d.toks[m].tag != verbTag || d.toks[m].verb&partForm == 0 || d.has(m, cueWord) {
		return false
	}
	for k := m + 1; k+1 < min(hi, len(d.toks)) && k < m+10; k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken {
			return d.finite(d.pastAdverbs(k+1, hi))
		}
		if d.finite(k) || d.endsClause(k) {
			return false
		}
	}
	return false
}

// afterApposition skips ", a spokesman for Y" and "of Y" behind a name.
func (d *document) afterApposition(i, hi int) int {
	for n := 0; n < 3 && i+1 < hi && d.char(i) == ','; n++ {
		k := i + 1
		switch d.toks[k].tag {
		case detTag, nounTag, nameTag, adjTag, numTag:
			p := d.phraseRight(k, hi)
			for !p.empty() && p.end+1 < hi && d.toks[p.end].tag == prepTag {
				q := d.phraseRight(p.end+1, hi)
				if q.empty() {
					break
				}
				p.end = q.end
			}
			if p.empty() || d.finite(p.end) && p.end < hi {
				return i // a clause: "according to X, five strikes on Y were counted"
			}
			if m := p.end; m < hi && (d.toks[m].tag == advTag || d.toks[m].tag == ingTag || d.toks[m].tag == partTag || d.toks[m].tag == relTag) {
				// "X, an analyst now serving in the army, …"
				if e := d.asideEnd(i, hi); e > m {
					i = e
					continue
				}
			}
			i = p.end
		case partTag, verbTag:
			if d.toks[k].tag == verbTag && (d.toks[k].verb&partForm == 0 || k+1 >= hi || d.toks[k+1].tag != prepTag && d.toks[k+1].tag != advTag) {
				return i
			}
			e := d.asideEnd(i, hi)
			if e == 0 {
				return i
			}
			return e
		case relTag, prepTag:
			for k < hi && !(d.toks[k].kind == punctToken && (d.char(k) == ',' || d.endsSentence(k))) && d.toks[k].kind != openToken {
				k++
			}
			i = k
		default:
			return i
		}
	}
	return i
}

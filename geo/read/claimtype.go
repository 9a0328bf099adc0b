package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"contested/geo"
)

// typePattern is a line of types.tsv.
type typePattern struct {
	typ    geo.ClaimType
	weight int
	// negative: the pattern has a negation of its own ("no longer works"), which
	// says nothing of polarity
	negative bool
	// denied: it says that the thing does not hold ("unhurt", "intact")
	denied bool
}

// addType reads "type weight pattern".
func (l *lexicon) addType(col []string) error {
	if len(col) != 3 {
		return errors.New("want a type, a weight and a pattern")
	}
	var t typePattern
	name, denied := strings.CutPrefix(col[0], "-")
	t.denied = denied
	if err := t.typ.UnmarshalText([]byte(name)); err != nil {
		return err
	}
	w, err := strconv.Atoi(col[1])
	if err != nil || w < 1 || w > 99 {
		return fmt.Errorf("the weight %q is not a number from 1 to 99", col[1])
	}
	t.weight = w
	for _, f := range strings.Fields(col[2]) {
		if strings.ContainsAny(f[:1], "<@%*$?~&") {
			continue
		}
		for _, w := range strings.Split(f, "/") {
			if l.entries[l.word(w)].classes&negWord != 0 {
				t.negative = true
			}
		}
	}
	l.types = append(l.types, t)
	if strings.HasPrefix(col[2], "% ") {
		l.placeTypes = append(l.placeTypes, int32(len(l.sets[typeSet])))
	}
	return l.addPattern(typeSet, col[2], int32(len(l.types)-1), false)
}

// mood is a line of modality.tsv.
type mood uint8

const (
	hedgedMood mood = iota
	conditionalMood
	futureMood
	demandMood
	negatedMood
	plainMood
)

var moods = map[string]mood{"hedged": hedgedMood, "conditional": conditionalMood, "future": futureMood, "demand": demandMood,
	"negated": negatedMood, "plain": plainMood}

// addMood reads "value pattern".
func (l *lexicon) addMood(col []string) error {
	if len(col) != 2 {
		return errors.New("want a value and a pattern")
	}
	m, ok := moods[col[0]]
	if !ok {
		return fmt.Errorf("%q is no modality", col[0])
	}
	return l.addPattern(modalSet, col[1], int32(m), false)
}

// finding is a type pattern that matched at tokens [first, end).
type finding struct {
	typ        geo.ClaimType
	weight     int
	first, end int
	negative   bool // it has a negation of its own
	denied     bool // it says that the thing does not hold
	rank       int  // the weight, less when it stands in an aside
}

// ofHarm reports whether claims of a type tell of a strike or of what it did.
func ofHarm(t geo.ClaimType) bool {
	return t == geo.Attack || t == geo.Casualties || t == geo.Damage
}

// verblessEnd is where the phrase that starts at token i ends, before j; i itself where
// a finite verb stands in it.
func (d *document) verblessEnd(i, j int) int {
	for k := i; ; k++ {
		switch {
		case k >= j || d.endsClause(k):
			return k
		case d.finite(k):
			return i
		}
	}
}

// isTyped reports whether tokens [i, j) say anything of a type: whether typesIn finds
// something.
func (d *document) isTyped(i, j int) bool {
	seen, contrast := i+1, 0
	for hit := range d.typesWithin(i, j) {
		k := int(hit.token)
		p := &d.lex.sets[typeSet][hit.pattern]
		e, ok := d.match(p, k, j)
		if !ok || !d.counts(&d.lex.types[p.value], k, e) {
			continue
		}
		for ; seen <= k; seen++ {
			if d.is(seen, "not") && d.char(seen-1) == ',' {
				contrast = d.verblessEnd(seen, j)
			}
		}
		if k >= contrast {
			return true
		}
	}
	return false
}

// counts reports whether a pattern of a type that matched tokens [k, e) tells of it.
func (d *document) counts(t *typePattern, k, e int) bool {
	return !(t.typ == geo.Defended && (d.strikes(k, e) || d.has(k, assaultWord) && d.toks[k].tag == nounTag && d.has(k+1, troopsWord|unitWord) && d.toks[k+1].tag == nounTag)) && // not what "assault troops" did
		!(t.typ == geo.Captured && d.is(k, "occupied") && d.char(k-1) == ',' && d.literalAt(k-2) && d.literalAt(k+1)) && // "in Feodosiia, occupied Crimea"
		!(d.classifies(k, e) && d.has(e, roleWord|witnessWord|troopsWord|unitWord|buildingWord)) // "a drone operator", "an assault brigade"
}

// attributiveWeight is what it loses as a noun before a noun.
const attributiveWeight = 25

// adjunctWeight is what it loses in a participle that hangs on the clause.
const adjunctWeight = 15

// asideWeight is what a finding in a relative clause or in brackets loses against
// one in the clause itself.
const asideWeight = 40

var circumstanceWords = listOf("despite amid amidst during following notwithstanding after before pending")

var purposeWords = listOf("avoid prevent stop halt save keep protect spare reduce ease escape cover hide conceal slow")

// opensAside are the tags of words that an aside can start with; see typesIn.
var opensAside = [negTag + 1]bool{relTag: true, subTag: true, toTag: true, prepTag: true, partTag: true}

// typesIn finds the type of what tokens [i, j) say: the weightiest pattern, and
// how many patterns of that type there are.
func (d *document) typesIn(i, j int) (best finding, agreeing int) {
	aside, seen := 0, i // in a relative clause or in brackets, where the clause itself comes first
	participle := false // in "captured near X" before the verb
	contrast := 0       // the end of what is set against the clause: ", not for no way out"
	for hit := range d.typesWithin(i, j) {
		k := int(hit.token)
		for ; seen <= k; seen++ {
			if aside == 0 && !opensAside[d.toks[seen].tag] && d.toks[seen].char != '(' && d.char(seen-1) != ',' {
				continue // as most tokens
			}
			switch {
			case seen > i && d.char(seen-1) == ',' && d.is(seen, "not"):
				contrast = d.verblessEnd(seen, j)
			case seen == i && d.toks[seen].tag == subTag:
				aside = adjunctWeight // "If the town falls, …"
			case seen > i && d.toks[seen].tag == relTag || d.char(seen) == '(':
				aside = asideWeight
			case seen > i && d.toks[seen].tag == ingTag && d.char(seen-1) == ',':
				aside = adjunctWeight // ", killing two"
			case seen > i && d.toks[seen].tag == subTag && aside == 0:
				aside = adjunctWeight // "were hurt as a rocket fell"
			case seen > i+1 && d.char(seen-1) == ',' && (d.is(seen, "with") || d.is(seen, "at") && d.isAny(seen+2, "cost", "price")):
				aside = asideWeight // ", with two dead"
			case seen > i+1 && d.char(seen-1) == ',' && d.is(seen, "on") && d.tagAt(seen+1) == detTag:
				aside = adjunctWeight // "was hit in X, on the eastern edge of Y"
			case seen > i && aside == 0 && d.toks[seen].tag == toTag && d.isOf(seen+1, &purposeWords):
				aside = adjunctWeight // "gave it up to avoid being surrounded"
			case aside == 0 && d.toks[seen].tag == prepTag && (d.isOf(seen, &circumstanceWords) || d.is(seen, "from") && d.isAny(seen-1, "apart", "aside")):
				aside, participle = asideWeight, true // "went on despite the truce"
			case aside == 0 && d.reduced(seen, i, j):
				aside, participle = adjunctWeight, true
			case aside > 0 && (d.endsClause(seen) || participle && d.finite(seen)):
				aside, participle = 0, false
			}
		}
		if k < contrast {
			continue
		}
		p := &d.lex.sets[typeSet][hit.pattern]
		t := &d.lex.types[p.value]
		weight := max(1, t.weight-aside)
		if weight < best.rank && t.typ != best.typ {
			continue
		}
		e, ok := d.match(p, k, j)
		if !ok || !d.counts(t, k, e) {
			continue
		}
		typ := t.typ
		if d.attempted(typ, i, k) {
			typ = geo.Attack
		}
		if d.classifies(k, e) {
			weight = max(1, weight-attributiveWeight)
		}
		if typ == best.typ {
			agreeing++
		}
		if weight > best.rank || weight == best.rank && e-k > best.end-best.first {
			if typ != best.typ {
				agreeing = 1
			}
			best = finding{typ, t.weight, k, e, t.negative, t.denied, weight}
		}
	}
	return best, agreeing
}

// reduced reports whether token k, a participle behind its noun, has the verb of the
// clause [i, j) still before it: "a prisoner captured near X told".
func (d *document) reduced(k, i, j int) bool {
	if k <= i || d.toks[k].tag != partTag || d.toks[k-1].tag != nounTag && d.toks[k-1].tag != nameTag {
		return false
	}
	for m := k + 1; m < min(j, k+12) && !d.endsClause(m); m++ {
		if d.finite(m) {
			return true
		}
	}
	return false
}

// classifies reports whether tokens [k, e) are one noun that only says of what kind
// the noun behind it is: "evacuation buses", "assault units".
func (d *document) classifies(k, e int) bool {
	return e == k+1 && d.toks[k].tag == nounTag && d.tagAt(e) == nounTag
}

var attemptWords = listOf("try tries tried trying attempt attempts attempted attempting seek seeks sought seeking strive strives strove striving struggle struggles struggling bid bids effort efforts")

// attempted reports whether what the verb at token k tells of is only tried, which is
// an attack: "are trying to regain the hill". i is where the clause starts.
func (d *document) attempted(t geo.ClaimType, i, k int) bool {
	if t != geo.Captured && t != geo.Advance {
		return false
	}
	for k > i && d.toks[k-1].tag == advTag {
		k--
	}
	if k-2 < i || d.toks[k-1].tag != toTag {
		return false
	}
	for m := k - 2; m >= max(i, k-6) && !d.endsClause(m); m-- {
		if d.isOf(m, &attemptWords) {
			return true
		}
	}
	return false
}

// strikes reports whether weapons are what destroys in tokens [k, e), not what is
// destroyed: "bombs destroyed the school", against "the drones were destroyed".
func (d *document) strikes(k, e int) bool {
	if e-k < 2 || !d.has(k, weaponWord) || !d.isAny(e-1, "destroyed", "destroy", "destroys") {
		return false
	}
	return d.toks[e-1].tag == verbTag || d.toks[e-1].tag == partTag && d.has(e-2, haveWord) // "had destroyed"
}

package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"contested/geo"
)

// unitTable knows the units of the two armies by number: units.tsv. A unit is
// called by a number and a word, "the 47th Brigade", with what it is or is named
// between them; kinds and names are patterns of their own.
type unitTable struct {
	sides map[string]map[string]geo.Party // word, number ("*" for any): UnknownParty where both have it
	entry map[geo.Party]int32             // the entry of the party's units in lexicon.parties, 1 + its index
}

// addUnit reads "party list words" of units.tsv.
func (l *lexicon) addUnit(col []string) error {
	if len(col) != 3 {
		return errors.New("want a party, what is listed and its words")
	}
	var party geo.Party
	if err := party.UnmarshalText([]byte(col[0])); err != nil {
		return err
	}
	if l.units.sides == nil {
		l.units.sides, l.units.entry = map[string]map[string]geo.Party{}, map[geo.Party]int32{}
	}
	if l.units.entry[party] == 0 {
		l.parties = append(l.parties, partyEntry{party: party, kind: unitKind, class: geo.Military, name: "units", key: "units-" + keyOf(party.String())})
		l.units.entry[party] = int32(len(l.parties))
	}
	switch word := col[1]; word {
	case "kind", "name":
		for _, form := range strings.Split(col[2], "|") {
			form = strings.ReplaceAll(form, "'s", "")
			if err := l.addPattern(partySet, form, l.units.entry[party]-1, word == "name"); err != nil {
				return fmt.Errorf("%q: %w", form, err)
			}
		}
	default:
		if l.units.sides[word] == nil {
			l.units.sides[word] = map[string]geo.Party{}
		}
		for _, n := range strings.Fields(col[2]) {
			if old, ok := l.units.sides[word][n]; ok && old != party {
				l.units.sides[word][n] = geo.UnknownParty
				continue
			}
			l.units.sides[word][n] = party
		}
	}
	return nil
}

// ordinals are the numbers of units in words.
var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

// unitNumber is the number that token i says: "47th", "Third"; "" for none.
func (d *document) unitNumber(i int) string {
	s := d.str(i)
	if s[0] >= '0' && s[0] <= '9' {
		n := strings.TrimRight(strings.ToLower(s), "stndrh")
		if _, err := strconv.Atoi(n); err != nil || len(n) > 4 {
			return ""
		}
		return n
	}
	if d.toks[i].caps == lowerCase {
		return ""
	}
	w := d.word(i)
	switch w[0] {
	case 'f', 's', 't', 'e', 'n':
	default:
		return ""
	}
	for k := range ordinals {
		if ordinals[k] == w {
			return strconv.Itoa(k + 1)
		}
	}
	return ""
}

// unitAt finds a unit called by its number that starts at token i and ends
// before limit: "the 115th Separate Brigade". It leaves alone what patterns
// inside it know better.
func (d *document) unitAt(i, limit int) (h partyHit, ok bool) {
	n := d.unitNumber(i)
	if n == "" {
		return h, false
	}
	for k := i + 1; k < limit && k < i+7; k++ {
		t := &d.toks[k]
		if t.kind == hyphenToken || t.kind == openToken || t.kind == closeToken {
			continue
		}
		if t.kind != wordToken || t.tag == prepTag || t.tag == verbTag || t.tag == detTag {
			return h, false
		}
		if p, end := d.longest(partySet, k, limit); p != nil {
			if e := &d.lex.parties[p.value]; e.kind == unitKind {
				if party := d.lex.units.sides[d.lower(end-1)][n]; party != geo.UnknownParty && party != e.party {
					return partyHit{i, end, &d.lex.parties[d.lex.units.entry[party]-1], false}, true // "the 155th Marine Brigade"
				}
			}
			return h, false
		}
		numbers := d.lex.units.sides[d.lower(k)]
		if numbers == nil && !d.has(k, unitWord) {
			continue
		}
		if k+1 < limit && d.has(k+1, unitWord) {
			continue // "Army Corps"
		}
		party := numbers[n]
		if any, ok := numbers["*"]; ok {
			party = any
		}
		if party == geo.UnknownParty {
			return h, false
		}
		return partyHit{i, k + 1, &d.lex.parties[d.lex.units.entry[party]-1], false}, true
	}
	return h, false
}

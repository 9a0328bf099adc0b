package read

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// partyEntry is a person, a body or a word that shows a side, of parties.tsv.
type partyEntry struct {
	party geo.Party
	kind  partyKind
	class geo.SourceClass
	name  string // "" where each form is a body of its own
	key   string
}

type partyKind uint8

const (
	demonymKind partyKind = iota
	countryKind
	hintKind
	metonymKind
	bodyKind // ministries, staffs, agencies
	witnessKind
	personKind // by surname
	unitKind   // military units, by number, kind or name: units.tsv
)

var partyKinds = map[string]struct {
	kind  partyKind
	class geo.SourceClass
}{
	"demonym": {demonymKind, geo.UnknownClass}, "country": {countryKind, geo.Government}, "hint": {hintKind, geo.UnknownClass},
	"metonym": {metonymKind, geo.Government}, "government": {bodyKind, geo.Government}, "military": {bodyKind, geo.Military},
	"authority": {bodyKind, geo.Authority}, "analyst": {bodyKind, geo.Analyst}, "media": {bodyKind, geo.Media},
	"organisation": {bodyKind, geo.Organisation}, "witness": {witnessKind, geo.Witness},
	"leader": {personKind, geo.Government}, "officer": {personKind, geo.Military}, "official": {personKind, geo.Authority},
	"reporter": {personKind, geo.Media}, "expert": {personKind, geo.Analyst},
}

// addParty reads "party kind name forms".
func (l *lexicon) addParty(col []string) error {
	if len(col) != 4 {
		return errors.New("want a party, a kind, a name and its forms")
	}
	var e partyEntry
	if err := e.party.UnmarshalText([]byte(col[0])); err != nil {
		return err
	}
	k, ok := partyKinds[col[1]]
	if !ok {
		return fmt.Errorf("there is no kind of party %q", col[1])
	}
	e.kind, e.class = k.kind, k.class
	if col[2] != "*" {
		e.name, e.key = col[2], keyOf(col[2])
	}
	l.parties = append(l.parties, e)
	for _, form := range strings.Split(col[3], "|") {
		form = strings.ReplaceAll(strings.ReplaceAll(form, "'s", ""), "’s", "")
		if err := l.addPattern(partySet, form, int32(len(l.parties)-1), true); err != nil {
			return fmt.Errorf("%q: %w", form, err)
		}
	}
	return nil
}

// keyOf makes a key of a name: lower case, hyphens for all that is no letter.
func keyOf(name string) string {
	var memory [64]byte
	out := memory[:0]
	gap := false
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(name[i:])
			r = unicode.ToLower(r)
		} else if l := leads[r]; l == letterLead || l == digitLead {
			if gap && len(out) > 0 {
				out = append(out, '-')
			}
			gap = false
			if l == letterLead {
				r |= 'a' - 'A'
			}
			out = append(out, byte(r))
			i++
			continue
		}
		i += size
		if isLetter(r) {
			if gap && len(out) > 0 {
				out = append(out, '-')
			}
			gap = false
			out = utf8.AppendRune(out, r)
		} else if !isApostrophe(r) {
			gap = true
		}
	}
	return string(out)
}

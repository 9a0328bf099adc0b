package read

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// stance is what a reporting verb says of its speaker's attitude.
type stance uint8

const (
	neutralStance stance = iota
	claimStance
	denyStance
	admitStance
	confirmStance
	warnStance
	demandStance
	proposeStance
	believeStance
	askStance
	citeStance
	accuseStance
	praiseStance
	blameStance
	wantStance
	showStance
	hedgeStance
	knowStance  // factive: the content is a fact for the writer
	laterStance // non-committal: "did not repeat its claim that"
)

var stanceNames = map[string]stance{
	"neutral": neutralStance, "claim": claimStance, "deny": denyStance, "admit": admitStance, "confirm": confirmStance,
	"warn": warnStance, "demand": demandStance, "propose": proposeStance, "believe": believeStance, "ask": askStance,
	"cite": citeStance, "accuse": accuseStance, "praise": praiseStance, "blame": blameStance, "want": wantStance, "know": knowStance,
	"show": showStance, "hedged": hedgeStance, "noncommittal": laterStance, "relay": citeStance,
}

// frames is what may stand with a reporting verb.
type frames uint16

const (
	quoteFrame      frames = 1 << iota // Q: "…"
	thatFrame                          // T: that C
	bareFrame                          // B: C
	whFrame                            // W: how C, whether C
	objectFrame                        // O: the capture of Y, losing Y
	addresseeFrame                     // A: told X that C
	urgeFrame                          // N: urged X to C
	infinitiveFrame                    // I: vowed to C
	prepFrame                          // P: accused X of C
	invertFrame                        // V: "C, he says"
	complementFrame                    // C: calls X a Y, considers X lost, expects X to V
	asFrame                            // K: describes X as Y, counts X among Y
	sceneFrame                         // E: saw X leave, heard X leaving
)

const frameLetters = "QTBWOANIPVCKE"

// addCue reads "lemma stance frames further-forms".
func (l *lexicon) addCue(col []string) error {
	if len(col) < 3 {
		return errors.New("want a verb, its stance and its frames")
	}
	st, ok := stanceNames[col[1]]
	if !ok {
		return fmt.Errorf("there is no stance %q", col[1])
	}
	var fr frames
	var weak frames
	for _, r := range col[2] {
		i := strings.IndexRune(frameLetters, unicode.ToUpper(r))
		if i < 0 {
			return fmt.Errorf("there is no frame %q", r)
		}
		fr |= 1 << i
		if unicode.IsLower(r) {
			weak |= 1 << i
		}
	}
	var forms []string
	if len(col) > 3 {
		forms = strings.Fields(col[3])
	}
	head, rest, two := strings.Cut(col[0], " ")
	c := cueWord
	if fr&invertFrame != 0 || fr&quoteFrame != 0 && fr&(thatFrame|bareFrame) != 0 {
		c |= sayWord
	}
	if two {
		main := l.addVerb(head, forms, cueWord)
		id := l.lemmaID(col[0])
		l.lemmas[id].stance, l.lemmas[id].frames, l.lemmas[id].weak = st, fr, weak
		p := particle{lemma: id}
		first, second, two := strings.Cut(rest, " ")
		if p.word = l.word(first); two {
			p.second = l.word(second)
		}
		l.lemmas[main].particles = append(l.lemmas[main].particles, p)
		return nil
	}
	id := l.addVerb(head, forms, c)
	l.lemmas[id].stance, l.lemmas[id].frames, l.lemmas[id].weak = st, fr, weak
	return nil
}

// addVerbs reads "lemma further-forms", or several regular verbs.
func (l *lexicon) addVerbs(col []string) error {
	all := strings.Fields(col[0])
	if len(all) == 1 {
		var forms []string
		if len(col) > 1 {
			forms = strings.Fields(col[1])
		}
		l.addVerb(all[0], forms, 0)
		return nil
	}
	for _, v := range all {
		l.addVerb(v, nil, 0)
	}
	return nil
}

// verbSet is a set of verbs, a bit each: what is asked of every verb of a text costs
// least so.
type verbSet []uint64

// verbsOf is the set of verbs with spaces between them.
func (l *lexicon) verbsOf(words string) verbSet {
	s := make(verbSet, len(l.lemmas)/64+1)
	for _, w := range strings.Fields(words) {
		if id, ok := l.byLemma[w]; ok {
			s[id/64] |= 1 << (id % 64)
		}
	}
	return s
}

func (s verbSet) has(lemma int32) bool { return s[lemma/64]>>(lemma%64)&1 != 0 }

// lemmaID returns the lemma's number, which is made when it has none.
func (l *lexicon) lemmaID(text string) int32 {
	if id, ok := l.byLemma[text]; ok {
		return id
	}
	l.lemmas = append(l.lemmas, lemma{text: text})
	id := int32(len(l.lemmas) - 1)
	l.byLemma[text] = id
	return id
}

// addVerb enters every form of a verb; c is added to the classes of each.
func (l *lexicon) addVerb(base string, forms []string, c class) int32 {
	_, known := l.byLemma[base]
	id := l.lemmaID(base)
	put := func(w string, f verbForm) {
		i := l.word(w)
		e := &l.entries[i]
		e.classes |= c | verbWord
		if e.lemma == 0 {
			e.lemma = id
			l.lemmas[id].forms = append(l.lemmas[id].forms, i)
		}
		if e.lemma == id {
			e.verb |= f
		}
	}
	var have verbForm
	irregular := 0
	spelt := false // the forms are those of another spelling: emphasize
	for _, f := range forms {
		var k verbForm
		switch {
		case strings.HasSuffix(f, "ing"):
			k = ingForm
		case strings.HasSuffix(f, "s"):
			k = sForm
		case strings.HasSuffix(f, "ize"):
			k, spelt = baseForm, true
		case strings.HasSuffix(f, "ed"), l.lang != "en":
			k = pastForm | partForm
		default:
			irregular++
			k = partForm
			if irregular == 1 {
				k |= pastForm
			} else {
				// took, taken: the first is no participle then
				first := l.word(firstIrregular(forms))
				if l.entries[first].lemma == id && f != firstIrregular(forms) {
					l.entries[first].verb &^= partForm
				}
			}
		}
		put(f, k)
		have |= k
	}
	put(base, baseForm)
	if l.lang != "en" {
		return id
	}
	if known && l.hasPast(id) && have&pastForm == 0 {
		// irregular forms from another list: they get the class as well
		for _, w := range l.lemmas[id].forms {
			l.entries[w].classes |= c
		}
		return id
	}
	put(regularS(base), sForm)
	if have&pastForm == 0 || spelt {
		put(regularEd(base), pastForm|partForm)
	}
	if have&ingForm == 0 || spelt {
		put(regularIng(base), ingForm)
	}
	return id
}

// hasPast reports whether the verb has a past form already, from another list.
func (l *lexicon) hasPast(id int32) bool {
	return slices.ContainsFunc(l.lemmas[id].forms, func(w int32) bool { return l.entries[w].verb&pastForm != 0 })
}

func firstIrregular(forms []string) string {
	for _, f := range forms {
		if !strings.HasSuffix(f, "ing") && !strings.HasSuffix(f, "s") && !strings.HasSuffix(f, "ed") && !strings.HasSuffix(f, "ize") {
			return f
		}
	}
	return ""
}

func regularS(v string) string {
	switch {
	case strings.HasSuffix(v, "y") && !vowelBefore(v):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "ch"),
		strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "go"), strings.HasSuffix(v, "do"), strings.HasSuffix(v, "veto"):
		return v + "es"
	}
	return v + "s"
}

// doubles reports whether a short verb doubles its last letter: mop, mopped.
func doubles(v string) bool {
	n := len(v)
	if n < 3 || n > 4 || strings.IndexByte("bdgmnpt", v[n-1]) < 0 || !vowelBefore(v) || strings.IndexByte("aeiou", v[n-3]) >= 0 {
		return false
	}
	return n == 3 || strings.IndexByte("aeiouy", v[0]) < 0 && strings.IndexByte("aeiouy", v[1]) < 0
}

func regularEd(v string) string {
	switch {
	case doubles(v):
		return v + v[len(v)-1:] + "ed"
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && !vowelBefore(v):
		return v[:len(v)-1] + "ied"
	}
	return v + "ed"
}

func regularIng(v string) string {
	if doubles(v) {
		return v + v[len(v)-1:] + "ing"
	}
	if strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && !strings.HasSuffix(v, "oe") && !strings.HasSuffix(v, "ye") && len(v) > 2 {
		return v[:len(v)-1] + "ing"
	}
	return v + "ing"
}

// vowelBefore reports whether a vowel stands before the last letter.
func vowelBefore(v string) bool {
	return len(v) > 1 && strings.IndexByte("aeiou", v[len(v)-2]) >= 0
}

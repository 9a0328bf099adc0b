package read

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"contested/geo"
)

// slavicKind is what a pattern of lexicon/slavic_*.tsv is for.
type slavicKind uint8

const (
	slavicCue    slavicKind = iota // verbs that report
	slavicPhrase                   // "за словами", "according to": the source follows
	slavicParty                    // who speaks for whom
	slavicRole                     // words for people who speak: "речник", "мешканці"
	slavicType
	slavicMood
	slavicNot   // negation
	slavicCheck // verification
	slavicSide  // words that only one side uses
	slavicWord  // closed classes
	slavicKinds
)

// slavicClass is a set of the closed classes of words that clauses need.
type slavicClass uint32

const (
	slavicPronoun  slavicClass = 1 << iota // he, she, they
	slavicThat                             // що, что
	slavicAs                               // як, как
	slavicAnd                              // і, та, а, але
	slavicRelative                         // який, коли, де: the clause belongs to the one before
	slavicAbout                            // про, об: "сообщил об освобождении"
	slavicIn                               // у, в: "в Генштабе сообщили"
	slavicNoVerb                           // looks like a finite verb and is none
	slavicVerb                             // is a finite verb and does not look it
	slavicFiller                           // adverbs and times that belong to no source
	slavicThis                             // це, это
	slavicBody                             // "в ведомстве": the body named last
	slavicGiven                            // given names
	slavicEnemy                            // the other side, as the speaker calls it: "ворог", "противник"
	slavicOurs                             // the speaker's own side: "наші", "наши"
	slavicAgainst                          // prepositions of what is acted on: "по", "проти"
	slavicCiting                           // "з посиланням на", "ссылаясь на"
	slavicRelaying                         // verbs of passing on: "передає", "пишет"
	slavicCause                            // "внаслідок", "после": what follows brought about the rest
	slavicSaying                           // what is said, where it stands for no speaker: "слова", "заява"
	slavicAccusing                         // verbs of accusing
	slavicSeeing                           // verbs of seeing: "not seen" is not so
	slavicVerdict                          // "фейк", "маніпуляція": what a check of facts comes to
	slavicWe                               // who publishes the text: "ми", "мы"
)

var slavicClasses = map[string]slavicClass{
	"pronoun": slavicPronoun, "that": slavicThat, "as": slavicAs, "and": slavicAnd, "relative": slavicRelative, "about": slavicAbout,
	"in": slavicIn, "noverb": slavicNoVerb, "verb": slavicVerb, "filler": slavicFiller, "this": slavicThis, "body": slavicBody, "given": slavicGiven,
	"enemy": slavicEnemy, "ours": slavicOurs, "against": slavicAgainst, "citing": slavicCiting, "relaying": slavicRelaying,
	"cause": slavicCause, "saying": slavicSaying, "accusing": slavicAccusing, "seeing": slavicSeeing, "verdict": slavicVerdict, "we": slavicWe,
}

// slavicPattern is a sequence of words. In a list, items are divided by spaces:
//
//	word      the word, in any case of its letters
//	stem*     any word that starts so
//	stem~     its past tense: -в -ла -ло -ли, in Russian -л -ла -ло -ли
//	stem^     its present tense, third person
//	a/b/c     one of these
//	?a        may be missing
//	*         up to six words, not across a mark
//	#         a number
//	@         a place that is named
type slavicPattern struct {
	kind    slavicKind
	items   []slavicItem
	stance  stance // of cues and phrases
	party   geo.Party
	class   geo.SourceClass
	person  bool
	country bool
	name    string // "" where each form is a body of its own
	key     string
	typ     geo.ClaimType
	weight  int
	mood    mood
	status  geo.Status
	scope   statusScope
	words   slavicClass
	denies  bool // one of its words negates: "немає світла" tells of damage
	absent  bool // and denies the type itself: "ворога немає" tells of no control
}

type slavicItem struct {
	words, stems []string
	gap, number  bool
	place, maybe bool
}

// slavicLexicon is all that is known of the words of Ukrainian or Russian beside
// places. It does not change after loading.
type slavicLexicon struct {
	lang     geo.Language
	patterns []slavicPattern
	words    map[string][]int32 // the patterns that start with a word
	stems    map[string][]int32 // … with a stem
	longest  int                // bytes of the longest stem
}

// slavicMaxGap is how many words a "*" may stand for.
const slavicMaxGap = 6

// loadSlavic reads lexicon/slavic_LANG.tsv; what further file systems say is
// added to it.
func loadSlavic(lang geo.Language, all []fs.FS) (*slavicLexicon, error) {
	l := &slavicLexicon{lang: lang, words: map[string][]int32{}, stems: map[string][]int32{}}
	for _, fsys := range all {
		if err := readList(fsys, "lexicon/slavic_"+string(lang)+".tsv", l.add); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// add reads a line: kind, values, forms divided by "|".
func (l *slavicLexicon) add(col []string) error {
	if len(col) < 3 {
		return errors.New("want a kind, its values and forms")
	}
	p := slavicPattern{}
	f := strings.Fields(col[1])
	forms := col[2]
	switch col[0] {
	case "cue", "phrase":
		p.kind = slavicCue
		if col[0] == "phrase" {
			p.kind = slavicPhrase
		}
		s, ok := map[string]stance{"say": claimStance, "deny": denyStance, "confirm": confirmStance, "believe": believeStance, "demand": demandStance}[col[1]]
		if !ok {
			return fmt.Errorf("there is no stance %q", col[1])
		}
		p.stance = s
	case "party", "role":
		p.kind = slavicParty
		if col[0] == "role" {
			p.kind = slavicRole
		}
		if len(col) != 4 || len(f) != 2 {
			return errors.New("want party and class, a name and forms")
		}
		if err := p.party.UnmarshalText([]byte(f[0])); err != nil {
			return err
		}
		k, ok := partyKinds[f[1]]
		if !ok {
			return fmt.Errorf("there is no kind of party %q", f[1])
		}
		p.class, p.person, p.country, forms = k.class, k.kind == personKind, k.kind == countryKind, col[3]
		if col[2] != "*" {
			p.name, p.key = col[2], keyOf(col[2])
		}
	case "side":
		p.kind = slavicSide
		if err := p.party.UnmarshalText([]byte(col[1])); err != nil {
			return err
		}
	case "type":
		p.kind = slavicType
		if len(f) != 2 && !(len(f) == 3 && f[2] == "not") {
			return errors.New("want a type and its weight, and \"not\" where the words deny it")
		}
		p.absent = len(f) == 3
		if err := p.typ.UnmarshalText([]byte(f[0])); err != nil {
			return err
		}
		w, err := strconv.Atoi(f[1])
		if err != nil || w < 1 || w > 99 {
			return fmt.Errorf("the weight %q is not a number from 1 to 99", f[1])
		}
		p.weight = w
	case "mood":
		p.kind = slavicMood
		m, ok := moods[col[1]]
		if !ok {
			return fmt.Errorf("%q is no modality", col[1])
		}
		p.mood = m
	case "not":
		p.kind = slavicNot
		if col[1] == "plain" {
			p.mood = plainMood
		}
	case "check":
		p.kind = slavicCheck
		if len(f) != 2 || f[1] != "near" && f[1] != "all" {
			return errors.New("want a status and near or all")
		}
		if err := p.status.UnmarshalText([]byte(f[0])); err != nil {
			return err
		}
		if f[1] == "all" {
			p.scope = allScope
		}
	case "word":
		p.kind = slavicWord
		c, ok := slavicClasses[col[1]]
		if !ok {
			return fmt.Errorf("there is no word class %q", col[1])
		}
		p.words = c
	default:
		return fmt.Errorf("there is no kind of pattern %q", col[0])
	}
	for _, form := range strings.Split(forms, "|") {
		if err := l.addForm(p, form); err != nil {
			return fmt.Errorf("%q: %w", form, err)
		}
	}
	return nil
}

// slavicDenials are the words by which a pattern itself negates.
var slavicDenials = map[string]bool{"не": true, "ні": true, "немає": true, "нема": true, "нет": true, "ни": true, "без": true}

func (l *slavicLexicon) addForm(p slavicPattern, form string) error {
	for _, f := range strings.Fields(strings.ReplaceAll(lowerSlavic(form), "-", " ")) {
		it := slavicItem{gap: f == "*", number: f == "#", place: f == "@"}
		if f[0] == '?' {
			it.maybe, f = true, f[1:]
		}
		if !it.gap && !it.number && !it.place {
			for _, w := range strings.Split(f, "/") {
				if stem, ok := strings.CutSuffix(w, "*"); ok && p.kind == slavicWord && p.words == slavicGiven {
					it.words = append(it.words, givenForms(stem)...)
				} else {
					l.expand(&it, w)
				}
				p.denies = p.denies || slavicDenials[w] && !p.absent
			}
		}
		p.items = append(p.items, it)
	}
	if len(p.items) == 0 || p.items[0].gap || p.items[0].number || p.items[0].place || p.items[0].maybe {
		return errors.New("a pattern must start with a word")
	}
	if (p.kind == slavicParty || p.kind == slavicRole) && p.name == "" {
		p.key = keyOf(form) // whatever the case it stands in
	}
	id := int32(len(l.patterns))
	l.patterns = append(l.patterns, p)
	for _, w := range p.items[0].words {
		l.words[w] = append(l.words[w], id)
	}
	for _, s := range p.items[0].stems {
		l.stems[s] = append(l.stems[s], id)
		l.longest = max(l.longest, len(s))
	}
	return nil
}

// givenEndings are the endings of given names in their cases. A longer end makes another
// name: "константин*" is no beginning of Константиновка.
var givenEndings = strings.Fields("а я у ю и і ї й ь о е є ы ом ем єм їм ой ою ей ею єю ої ії ію ия ии ию ий ій ія ові еві єві ієм ием иєм ією ией ця цю ца")

func givenForms(stem string) []string {
	out := []string{stem}
	for _, e := range givenEndings {
		out = append(out, stem+e)
	}
	return out
}

// expand adds the forms of one word of a list to an item.
func (l *slavicLexicon) expand(it *slavicItem, w string) {
	if w == "" {
		return
	}
	stem, ends := w[:len(w)-1], ""
	switch w[len(w)-1] {
	case '*':
		it.stems = append(it.stems, stem)
		return
	case '~':
		ends = "в ла ло ли вся лася лося лися лась лось лись"
		if l.lang == geo.Russian {
			ends = "л ла ло ли лся лась лось лись"
		}
	case '^':
		ends = "є ють е уть ить ять ать ється ються"
		if l.lang == geo.Russian {
			ends = "ет ют ит ят ат ут ется ются"
		}
	default:
		it.words = append(it.words, w)
		return
	}
	for _, e := range strings.Fields(ends) {
		it.words = append(it.words, stem+e)
	}
}

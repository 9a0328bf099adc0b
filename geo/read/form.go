package read

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"

	"contested/geo/gazetteer"
)

// formSigns says more of a form.
type formSigns uint8

const (
	hasCapitals formSigns = 1 << iota
	pointsBack            // anaphors start with it: "the", "both", "there"
	mayEnd                // a sentence may end with it: a full stop, a dotted word
	numbersUnit           // a unit may be called by it: "47th", "Third"
	anArticle             // "a", "an"
	namesPeople           // people may be named or introduced by it: a capital, an article, a role, see notePeople
	attributes            // see mayCue
)

// forms keeps what is known of the words met so far in texts of one language:
// few of the words of a text are new, and each would be folded, hashed and looked
// up in three lists. It is used by one reading at a time.
type forms struct {
	lex    *lexicon
	places *placeWords
	times  *timeWords
	gaz    *gazetteer.Gazetteer
	list   []token     // what the tokens of a word are, wherever they stand; list[0] is the last that is too long to be kept
	texts  []string    // of list, of those whose keys do not say all of them
	slots  []formSlot  // a table with open addressing
	starts []nameStart // of list, as far as they have been asked for
	// meanings are the candidates of names, as they are before the text is looked at
	meanings  map[uint64][]candidate
	codes     map[string]int32 // numbers of countries and their regions, from 1
	additions uint64           // to the gazetteer, by then
	buffer    []byte           // see tokenise
	wanted    []wantedForm
}

// maxForms bounds the words that are kept for the next text, maxForm their length
// in bytes.
const (
	maxForms = 1 << 15
	maxForm  = 64
	// maxBuffer bounds the memory that is kept beside them, in bytes.
	maxBuffer = 1 << 20
)

func newForms(l *lexicon, p *placeWords, t *timeWords, g *gazetteer.Gazetteer) *forms {
	return &forms{lex: l, places: p, times: t, gaz: g, list: make([]token, 1, 1<<10), texts: make([]string, 1, 1<<10), slots: make([]formSlot, 1<<12),
		meanings: map[uint64][]candidate{}, codes: map[string]int32{"": 0}, additions: g.Additions(), wanted: make([]wantedForm, 0, maxWanted)}
}

// code is the number of a country or region by its code, 0 for none.
func (f *forms) code(s string) int32 {
	n, ok := f.codes[s]
	if !ok {
		n = int32(len(f.codes))
		f.codes[s] = n
	}
	return n
}

// of is what the tokens of the word text[i:j] are, and its hash as gazetteer.HashWord
// has it. The token holds until the next call.
func (f *forms) of(text string, i, j int) (*token, uint64) {
	key, n := keyOfForm(text, i, j), j-i
	mask := uint64(len(f.slots) - 1)
	for at := key.slot(n) & mask; ; at = (at + 1) & mask {
		s := &f.slots[at]
		if s.row == 0 {
			return f.add(text[i:j], key)
		}
		if s.formKey == key && int(s.length) == n && (n <= 16 || f.texts[s.row] == text[i:j]) {
			return &f.list[s.row], s.hash
		}
	}
}

// wantedForm is a word of the text whose form is still to be looked up. The table of
// forms is larger than what the processor has at hand; looked up one right behind the
// other, words wait for it together, not each by itself.
type wantedForm struct {
	formKey
	slot   uint64
	length int32
	token  int32
	row    int32 // in forms.list, once it has been found
	hash   uint64
}

// maxWanted is how many words are looked up together.
const maxWanted = 64

// want enters the word text[i:j], which is a token of the text.
func (f *forms) want(text string, i, j, token int) {
	key := keyOfForm(text, i, j)
	f.wanted = append(f.wanted, wantedForm{formKey: key, slot: key.slot(j - i), length: int32(j - i), token: int32(token)})
}

// findWanted finds the forms that are wanted.
func (f *forms) findWanted(text string, toks []token) {
	for k := range f.wanted {
		x := &f.wanted[k]
		s := &f.slots[x.slot&uint64(len(f.slots)-1)]
		if s.formKey == x.formKey && s.length == x.length && x.length <= 16 {
			x.row, x.hash = s.row, s.hash // as most
			continue
		}
		t := &toks[x.token]
		w, hash := f.of(text, int(t.start), int(t.end))
		x.row, x.hash = w.form, hash
	}
}

// add looks a word up and keeps what is known of it, unless it is too long.
func (f *forms) add(text string, key formKey) (*token, uint64) {
	t, hash := f.look(text)
	if len(text) > maxForm {
		f.list[0] = t
		return &f.list[0], hash
	}
	t.form = int32(len(f.list))
	f.list = append(f.list, t)
	f.place(formSlot{key, int32(len(text)), t.form, hash})
	if len(text) <= 16 {
		text = ""
	}
	f.texts = append(f.texts, strings.Clone(text)) // the article's text must not be kept
	if 2*len(f.list) > len(f.slots) {
		old := f.slots
		f.slots = make([]formSlot, 2*len(old))
		for _, s := range old {
			if s.row != 0 {
				f.place(s)
			}
		}
	}
	return &f.list[t.form], hash
}

// place enters a word in the table.
func (f *forms) place(s formSlot) {
	mask := uint64(len(f.slots) - 1)
	at := s.slot(int(s.length)) & mask
	for f.slots[at].row != 0 {
		at = (at + 1) & mask
	}
	f.slots[at] = s
}

// freshen drops what is kept when it has become too much, or when places were
// added to the gazetteer.
func (f *forms) freshen() {
	if n := f.gaz.Additions(); n != f.additions || len(f.list) > maxForms || len(f.meanings) > maxForms {
		*f = *newForms(f.lex, f.places, f.times, f.gaz)
		f.additions = n
	}
}

// nameStart is what the gazetteer knows of names that start with a word.
type nameStart struct {
	asked bool
	gazetteer.Start
}

// start is what the gazetteer knows of names that start with a form.
func (f *forms) start(form int32, hash uint64) gazetteer.Start {
	if form == 0 {
		return f.gaz.Start(hash)
	}
	for len(f.starts) < len(f.list) {
		f.starts = append(f.starts, nameStart{})
	}
	s := &f.starts[form]
	if !s.asked {
		s.asked, s.Start = true, f.gaz.Start(hash)
	}
	return s.Start
}

// formSlot is a word in the table of forms and what is kept under it.
type formSlot struct {
	formKey
	length int32
	row    int32  // in forms.list, 0 for an empty slot
	hash   uint64 // see gazetteer.HashWord
}

// formKey is the first and the last eight bytes of a word: with its length all of it,
// when it is no longer than sixteen. Of a word of fewer than eight both are the word.
type formKey struct{ first, last uint64 }

func keyOfForm(text string, i, j int) formKey {
	if i+8 > len(text) || j < 8 {
		return keyAtEdge(text, i, j)
	}
	// without asking how long the word is: the processor could not guess it
	short := uint(max(0, 64-8*(j-i))) & 63
	return formKey{eightBytes(text[i:]) << short >> short, eightBytes(text[j-8:]) >> short}
}

// keyAtEdge is keyOfForm where no eight bytes stand before or behind.
func keyAtEdge(text string, i, j int) formKey {
	var b [16]byte
	copy(b[:8], text[i:j])
	copy(b[8:], text[max(i, j-8):j])
	return formKey{binary.LittleEndian.Uint64(b[:8]), binary.LittleEndian.Uint64(b[8:])}
}

func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// formSeed is another one every time, so that no text can be made of words whose
// hashes are alike.
var formSeed = maphash.String(maphash.MakeSeed(), "form")

// slot is where in the table the word is looked for.
func (k formKey) slot(length int) uint64 {
	high, low := bits.Mul64(k.first^formSeed, k.last^uint64(length)^0xe7037ed1a0b428db)
	return high ^ low
}

// look finds what the lists know of a word.
func (f *forms) look(text string) (t token, hash uint64) {
	folded := []byte(text)
	foldBytes(folded)
	hash = gazetteer.HashWord([]byte(text))
	t.caps, t.char, t.letter = caseOf(text), text[0], folded[0]
	listed := string(folded) // as lists of Cyrillic words have it
	if lower := strings.ToLower(listed); len(lower) == len(listed) {
		listed = lower
	}
	t.mark = markOf(listed[0], listed[len(listed)-1], len(listed))
	if leads[text[0]] == digitLead && !strings.ContainsFunc(text, isLetter) {
		t.kind = numberToken
	}
	if string(folded) != text {
		t.signs |= hasCapitals
	}
	switch string(folded) {
	case "the", "this", "that", "these", "those", "its", "there", "там", "here", "both", "either", "neither", "all", "town":
		t.signs |= pointsBack
	}
	if text[len(text)-1] == '.' {
		t.signs |= mayEnd
	}
	if t.letter-'0' < 10 || t.caps != lowerCase && slices.Contains(ordinals, string(folded)) {
		t.signs |= numbersUnit
	}
	if string(folded) == "a" || string(folded) == "an" {
		t.signs |= anArticle
	}
	t.times = f.times.row[strings.ToLower(strings.ReplaceAll(text, "’", "'"))]
	if hash != 0 {
		t.word = f.lex.index.find(hash)
		e := &f.lex.entries[t.word]
		t.classes, t.verb, t.lemma, t.starts, t.patterns = e.classes, e.verb, e.lemma, e.sets, e.patterns
		t.phrase = f.places.index.find(hash)
	}
	if t.lists = listRowOf[listed]; t.lists != 0 && len(text) <= maxForm {
		t.starts |= listedWord
		if listSets[t.lists] != (listSet{}) {
			t.starts |= gateWord
		}
	}
	if t.caps != lowerCase || t.signs&anArticle != 0 || t.classes&(detWord|demWord|possWord|witnessWord|roleWord|rankWord) != 0 || slices.Contains(crewNouns.words, string(folded)) {
		t.signs |= namesPeople
	}
	if t.mayCue() {
		t.signs |= attributes
	}
	t.settled = t.settledTag(string(folded))
	return t, hash
}

// foldBytes writes the capitals of ASCII in lower case: every byte keeps its place.
func foldBytes(b []byte) {
	for i, c := range b {
		if c-'A' < 26 {
			b[i] = c + 'a' - 'A'
		}
	}
}

package read

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"

	"contested/geo/gazetteer"
)

// form is all that the lists know of a word as it is written.
type form struct {
	key   formKey
	hash  uint64 // see gazetteer.HashWord
	token token  // what its tokens are, wherever they stand
}

// formSigns says more of a form.
type formSigns uint8

const (
	hasCapitals formSigns = 1 << iota
	pointsBack            // anaphors start with it: "the", "both", "there"
	mayEnd                // a sentence may end with it: a full stop, a dotted word
	numbersUnit           // a unit may be called by it: "47th", "Third"
	anArticle             // "a", "an"
)

// forms keeps what is known of the words met so far in texts of one language:
// few of the words of a text are new, and each would be folded, hashed and looked
// up in three lists. It is used by one reading at a time.
type forms struct {
	lex    *lexicon
	places *placeWords
	times  *timeWords
	gaz    *gazetteer.Gazetteer
	list   []form      // list[0] is none
	texts  []string    // of list, of those whose keys do not say all of them
	lists  []listSet   // in which those of list stand
	slots  []formSlot  // a table with open addressing
	starts []nameStart // of list, as far as they have been asked for
	// meanings are the candidates of names, as they are before the text is looked at
	meanings  map[uint64][]candidate
	codes     map[string]int32 // numbers of countries and their regions, from 1
	additions uint64           // to the gazetteer, by then
	long      form             // the last one that is too long to be kept
	buffer    []byte           // see tokenise
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
	return &forms{lex: l, places: p, times: t, gaz: g, list: make([]form, 1, 1<<10), texts: make([]string, 1, 1<<10), lists: make([]listSet, 1, 1<<10), slots: make([]formSlot, 1<<12),
		meanings: map[uint64][]candidate{}, codes: map[string]int32{"": 0}, additions: g.Additions()}
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

// of is what is known of the word text[i:j]. Its token has row 0 in list when it is
// not kept. It holds until the next call.
func (f *forms) of(text string, i, j int) *form {
	key := keyOfForm(text, i, j)
	hash := key.hash()
	mask := uint64(len(f.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		s := f.slots[at]
		if s.form == 0 {
			return f.add(text[i:j], key)
		}
		if s.check != uint32(hash>>32) {
			continue
		}
		if w := &f.list[s.form]; w.key == key && (j-i <= 16 || f.texts[s.form] == text[i:j]) {
			return w
		}
	}
}

// add looks a word up and keeps what is known of it, unless it is too long.
func (f *forms) add(text string, key formKey) *form {
	if len(text) > maxForm {
		f.long = f.look(text)
		return &f.long
	}
	n := int32(len(f.list))
	w := f.look(text)
	w.key, w.token.form = key, n
	f.list = append(f.list, w)
	folded := []byte(text)
	foldBytes(folded)
	f.lists = append(f.lists, listed[string(folded)])
	if len(text) <= 16 {
		text = ""
	}
	f.texts = append(f.texts, strings.Clone(text)) // the article's text must not be kept
	f.place(n)
	if 2*len(f.list) > len(f.slots) {
		f.slots = make([]formSlot, 2*len(f.slots))
		for n := 1; n < len(f.list); n++ {
			f.place(int32(n))
		}
	}
	return &f.list[n]
}

// place enters row n of list in the table.
func (f *forms) place(n int32) {
	hash := f.list[n].key.hash()
	mask := uint64(len(f.slots) - 1)
	at := hash & mask
	for f.slots[at].form != 0 {
		at = (at + 1) & mask
	}
	f.slots[at] = formSlot{uint32(hash >> 32), n}
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
	words int // of the longest
	hits  []gazetteer.Hit
}

// start is what the gazetteer knows of names that start with a form.
func (f *forms) start(form int32, hash uint64) (words int, hits []gazetteer.Hit) {
	if form == 0 {
		return f.gaz.Start(hash)
	}
	for len(f.starts) < len(f.list) {
		f.starts = append(f.starts, nameStart{})
	}
	s := &f.starts[form]
	if !s.asked {
		s.asked = true
		s.words, s.hits = f.gaz.Start(hash)
	}
	return s.words, s.hits
}

// formSlot is a place in the table of forms.
type formSlot struct {
	check uint32 // of the hash of its key
	form  int32  // 0 when the slot is empty
}

// formKey is the first and the last eight bytes of a word and its length: all of
// it, when it is no longer than sixteen. Of a word of fewer than eight both are the
// word.
type formKey struct {
	first, last uint64
	length      int32
}

func keyOfForm(text string, i, j int) formKey {
	n := j - i
	if i+8 <= len(text) && j >= 8 {
		// without asking how long the word is: the processor could not guess it
		short := uint(max(0, 64-8*n)) & 63
		return formKey{eightBytes(text[i:]) << short >> short, eightBytes(text[j-8:]) >> short, int32(n)}
	}
	var b [16]byte
	copy(b[:8], text[i:j])
	copy(b[8:], text[max(i, j-8):j])
	return formKey{binary.LittleEndian.Uint64(b[:8]), binary.LittleEndian.Uint64(b[8:]), int32(n)}
}

func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// formSeed is another one every time, so that no text can be made of words whose
// hashes are alike.
var formSeed = maphash.String(maphash.MakeSeed(), "form")

func (k formKey) hash() uint64 {
	high, low := bits.Mul64(k.first^formSeed, k.last^uint64(k.length)^0xe7037ed1a0b428db)
	return high ^ low
}

// look finds what the lists know of a word.
func (f *forms) look(text string) form {
	folded := []byte(text)
	foldBytes(folded)
	w := form{hash: gazetteer.HashWord([]byte(text))}
	t := &w.token
	t.caps, t.char, t.letter = caseOf(text), text[0], folded[0]
	t.mark = markOf(folded[0], folded[len(folded)-1], len(folded))
	if leads[text[0]] == digitLead && !strings.ContainsFunc(text, isLetter) {
		t.kind = numberToken
	}
	if string(folded) != text {
		t.signs |= hasCapitals
	}
	switch string(folded) {
	case "the", "this", "that", "these", "those", "its", "there", "там", "here", "both", "either", "neither", "all":
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
	if w.hash != 0 {
		t.word = f.lex.index.find(w.hash)
		e := &f.lex.entries[t.word]
		t.classes, t.verb, t.lemma, t.starts, t.patterns = e.classes, e.verb, e.lemma, e.sets, e.patterns
		t.phrase = f.places.index.find(w.hash)
	}
	t.settled = t.settledTag(string(folded))
	return w
}

// foldBytes writes the capitals of ASCII in lower case: every byte keeps its place.
func foldBytes(b []byte) {
	for i, c := range b {
		if c-'A' < 26 {
			b[i] = c + 'a' - 'A'
		}
	}
}

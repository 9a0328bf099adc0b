package read

import (
	"strings"

	"contested/geo/gazetteer"
)

// form is all that the lists know of a word as it is written.
type form struct {
	text    string
	folded  string // text with the capitals of ASCII in lower case
	hash    uint64 // see gazetteer.HashWord
	classes class
	word    int32 // its entry in the lexicon
	phrase  int32 // its row in placeWords.phrases
	times   int32 // its row in timeWords.senses
	number  int32 // its row in forms.list; 0 when it is not kept
	caps    letterCase
	capital bool  // it has capitals
	starts  uint8 // see token.starts
	verb    verbForm
}

// forms keeps what is known of the words met so far in texts of one language:
// few of the words of a text are new, and each would be folded, hashed and looked
// up in three lists. It is used by one reading at a time.
type forms struct {
	lex    *lexicon
	places *placeWords
	times  *timeWords
	gaz    *gazetteer.Gazetteer
	list   []form // list[0] is none
	slots  []formSlot
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
	return &forms{lex: l, places: p, times: t, gaz: g, list: make([]form, 1, 1<<10), slots: make([]formSlot, 1<<12),
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

// of is what is known of a word. It holds until the next call.
func (f *forms) of(text string) *form {
	if len(text) > maxForm {
		f.long = f.look(text)
		return &f.long
	}
	key, at := f.slot(text)
	if n := f.slots[at].form; n != 0 {
		return &f.list[n]
	}
	n := int32(len(f.list))
	f.list = append(f.list, f.look(text))
	f.list[n].number = n
	f.slots[at] = formSlot{key, n}
	if 2*len(f.list) > len(f.slots) {
		f.grow()
	}
	return &f.list[n]
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

// slot is where a word stands in slots, or would stand.
func (f *forms) slot(text string) (key formKey, at uint64) {
	key = keyOfForm(text)
	mask := uint64(len(f.slots) - 1)
	at = key.hash() & mask
	for f.slots[at].form != 0 && (f.slots[at].key != key || len(text) > 16 && f.list[f.slots[at].form].text != text) {
		at = (at + 1) & mask
	}
	return key, at
}

// formSlot is a place in the table of forms.
type formSlot struct {
	key  formKey
	form int32 // 0 when the slot is empty
}

// formKey is the first and the last eight bytes of a word and its length: all of
// it, when it is no longer than sixteen.
type formKey struct {
	first, last uint64
	length      int32
}

func keyOfForm(s string) formKey {
	if len(s) >= 8 {
		return formKey{eightBytes(s), eightBytes(s[len(s)-8:]), int32(len(s))}
	}
	k := formKey{length: int32(len(s))}
	for i := 0; i < len(s); i++ {
		k.first = k.first<<8 | uint64(s[i])
	}
	return k
}

func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (k formKey) hash() uint64 {
	h := (k.first ^ k.last*0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93
	return h ^ h>>32
}

func (f *forms) grow() {
	old := f.slots
	f.slots = make([]formSlot, 2*len(old))
	mask := uint64(len(f.slots) - 1)
	for _, x := range old {
		if x.form == 0 {
			continue
		}
		at := x.key.hash() & mask
		for f.slots[at].form != 0 {
			at = (at + 1) & mask
		}
		f.slots[at] = x
	}
}

// look finds what the lists know of a word.
func (f *forms) look(text string) form {
	text = strings.Clone(text) // the article's text must not be kept
	w := form{text: text, folded: foldASCII(text), caps: caseOf(text), hash: gazetteer.HashWord([]byte(text))}
	w.capital = w.folded != text
	w.times = f.times.row[strings.ToLower(strings.ReplaceAll(text, "’", "'"))]
	if w.hash == 0 {
		return w
	}
	w.word = f.lex.index.find(w.hash)
	e := &f.lex.entries[w.word]
	w.classes, w.verb, w.starts = e.classes, e.verb, e.sets
	w.phrase = f.places.index.find(w.hash)
	return w
}

// foldASCII is a text with the capitals of ASCII in lower case: every byte keeps
// its place.
func foldASCII(text string) string {
	for i := 0; i < len(text); i++ {
		if text[i]-'A' < 26 {
			out := []byte(text)
			foldBytes(out[i:])
			return string(out)
		}
	}
	return text
}

func foldBytes(b []byte) {
	for i, c := range b {
		if c-'A' < 26 {
			b[i] = c + 'a' - 'A'
		}
	}
}

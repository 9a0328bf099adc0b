package read

import (
	"hash/maphash"
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
	seed   maphash.Seed
	list   []form  // list[0] is none
	slots  []int32 // of list, by the hash of the text: open addressing
	long   form    // the last one that is too long to be kept
}

// maxForms bounds the words that are kept, maxForm their length in bytes.
const (
	maxForms = 1 << 15
	maxForm  = 64
)

func newForms(l *lexicon, p *placeWords, t *timeWords) *forms {
	return &forms{lex: l, places: p, times: t, seed: maphash.MakeSeed(), list: make([]form, 1, 1<<10), slots: make([]int32, 1<<12)}
}

// of is what is known of a word. It holds until the next call.
func (f *forms) of(text string) *form {
	if len(text) > maxForm {
		f.long = f.look(text)
		return &f.long
	}
	i := f.slot(text)
	if f.slots[i] == 0 {
		if len(f.list) == maxForms {
			clear(f.list)
			clear(f.slots)
			f.list = f.list[:1]
			i = f.slot(text)
		}
		f.list = append(f.list, f.look(text))
		f.slots[i] = int32(len(f.list) - 1)
		if 2*len(f.list) > len(f.slots) {
			f.grow()
		}
		return &f.list[len(f.list)-1]
	}
	return &f.list[f.slots[i]]
}

// slot is where a word stands in slots, or would stand.
func (f *forms) slot(text string) uint64 {
	mask := uint64(len(f.slots) - 1)
	i := maphash.String(f.seed, text) & mask
	for f.slots[i] != 0 && f.list[f.slots[i]].text != text {
		i = (i + 1) & mask
	}
	return i
}

func (f *forms) grow() {
	f.slots = make([]int32, 2*len(f.slots))
	for n := 1; n < len(f.list); n++ {
		f.slots[f.slot(f.list[n].text)] = int32(n)
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

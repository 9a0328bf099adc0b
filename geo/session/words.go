package session

import (
	"runtime"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A wordList is the words of many excerpts: what stands between white space, in
// lower case, each once, and after that every excerpt as the numbers of its
// words. To find a part of a word in all excerpts, it is looked for in each word
// once, and then only numbers are compared.
//
// Where an excerpt stands is a list's number and a place in it; 0: nowhere, look
// at the excerpt itself.
type wordList struct {
	words []string
	store []byte // for each excerpt how many words it has and their numbers, as varints
}

// wordNumbers is a wordList that grows. What was handed out of it stays as it is.
type wordNumbers struct {
	wordList
	of    map[string]uint32
	fold  []byte
	noted int // excerpts
}

const (
	listBits = 3
	maxLists = 1 << listBits
	maxStore = 1 << (32 - listBits)
)

func newWordNumbers() *wordNumbers {
	return &wordNumbers{wordList: wordList{store: []byte{0}}, of: map[string]uint32{}}
}

// add notes an excerpt and returns where it stands in the list with number n.
func (x *wordNumbers) add(text string, n int) uint32 {
	at := len(x.store)
	if at > maxStore-8*len(text)-16 {
		return 0 // full
	}
	// Room is left for the count, which is known at the end.
	count := 0
	x.store = append(x.store, 0, 0, 0)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		x.fold = x.fold[:0]
		for i < len(text) {
			c := text[i]
			if c < utf8.RuneSelf {
				if c == ' ' || '\t' <= c && c <= '\r' {
					break
				}
				x.fold = append(x.fold, lowerByte[c])
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				break
			}
			r, _ = lowerRune(text[i:])
			x.fold = utf8.AppendRune(x.fold, r)
			i += size
		}
		k, ok := x.of[string(x.fold)]
		if !ok {
			k = uint32(len(x.words))
			w := string(x.fold)
			x.of[w] = k
			x.words = append(x.words, w)
		}
		for k >= 0x80 {
			x.store = append(x.store, byte(k)|0x80)
			k >>= 7
		}
		x.store = append(x.store, byte(k))
		count++
	}
	if count >= 1<<21 {
		x.store = x.store[:at]
		return 0
	}
	x.noted++
	x.store[at], x.store[at+1], x.store[at+2] = byte(count)|0x80, byte(count>>7)|0x80, byte(count>>14)
	return uint32(n)<<(32-listBits) | uint32(at)
}

// has is the set of wanted words that an excerpt of the list contains, given the
// set for each word of the list. It looks no further once it has all.
func (l *wordList) has(in []uint64, at uint32, all uint64) (found uint64) {
	b := l.store[at:]
	n := int(b[0]&0x7f) | int(b[1]&0x7f)<<7 | int(b[2])<<14
	b = b[3:]
	for range n {
		k, i := uint32(b[0]), 1
		if k >= 0x80 {
			k &= 0x7f
			for shift := 7; ; shift += 7 {
				c := b[i]
				i++
				k |= uint32(c&0x7f) << shift
				if c < 0x80 {
					break
				}
			}
		}
		b = b[i:]
		if found |= in[k]; found == all {
			break
		}
	}
	return found
}

// sets is, for every word of the list, the set of wanted ones that are in it.
func (l *wordList) sets(wanted []string) []uint64 {
	out := make([]uint64, len(l.words))
	for k, w := range l.words {
		for i, want := range wanted {
			if strings.Contains(w, want) {
				out[k] |= 1 << i
			}
		}
	}
	return out
}

// noteWords notes the words of all excerpts that are not noted yet. Every
// processor takes a part, with a list of its own.
func (s *State) noteWords() {
	parts := min(maxLists, runtime.GOMAXPROCS(0), 1+len(s.Claims)/filterPart)
	for len(s.numbers.words) < parts {
		s.numbers.words = append(s.numbers.words, newWordNumbers())
	}
	var notes sync.WaitGroup
	for k := range parts {
		// Parts begin with an article, so that claims of one excerpt share its words.
		from, to := s.first[len(s.Articles)*k/parts], s.first[len(s.Articles)*(k+1)/parts]
		notes.Go(func() { s.noteWordsOf(int(from), int(to), k) })
	}
	notes.Wait()
	s.quotes = s.numbers.lists()
}

func (s *State) noteWordsOf(from, to, list int) {
	for i := from; i < to; i++ {
		f, c := &s.facts[i], s.Claims[i]
		if f.quote != 0 {
			continue
		}
		for k := i - 1; k >= from && s.facts[k].article == f.article && s.Claims[k].Excerpt.End > c.Excerpt.Start; k-- {
			if s.Claims[k].Excerpt == c.Excerpt {
				f.quote = s.facts[k].quote
				break
			}
		}
		if f.quote == 0 {
			f.quote = s.numbers.words[list].add(c.Excerpt.Of(s.Articles[f.article].Text), list)
		}
	}
}

// lists are the lists as they are now.
func (n *numbers) lists() []wordList {
	out := make([]wordList, len(n.words))
	for k, w := range n.words {
		out[k] = w.wordList
	}
	return out
}

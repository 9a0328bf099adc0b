package gazetteer

import (
	"math/bits"
	"sync/atomic"
)

// index maps the key of a name (see [join]) to what it may mean. It is filled
// once, to a size known before, and then only read.
//
// A key leads to a chain of entries. An entry is a place that bears the name; or
// another slot whose places have this as a form of their name; or the number of
// words of the longest name that starts with this word.
type index struct {
	slots   []slot
	shift   uint
	entries []entry
	hits    []atomic.Pointer[hitChunk] // of the slots, made when first asked for
}

// hitChunk is the hits of neighbouring slots: few are ever asked for.
type hitChunk [256]atomic.Pointer[[]Hit]

// hitsAt is where the hits of a slot are kept.
func (x *index) hitsAt(at int) *atomic.Pointer[[]Hit] {
	place := &x.hits[at/len(hitChunk{})]
	chunk := place.Load()
	if chunk == nil {
		place.CompareAndSwap(nil, new(hitChunk))
		chunk = place.Load()
	}
	return &chunk[at%len(hitChunk{})]
}

// slot is empty when head is 0. Its place in the table and check together are
// some 50 bits of the key.
type slot struct {
	check uint32
	head  uint32 // of entries
}

type entry struct {
	ref  ref
	next uint32
}

// ref is two bits of what it is, three of the Form, and a number.
type ref uint32

const (
	refPlace ref = iota << 30 // number: a place
	refForm                   // number: a slot
	refStart                  // number: of words, and Seconds from bit startBits on

	refWhat   ref = 3 << 30
	refNumber ref = 1<<27 - 1

	startBits = 3
)

func makeRef(what ref, f Form, number int) ref { return what | ref(f)<<27 | ref(number) }

func (r ref) what() ref   { return r & refWhat }
func (r ref) form() Form  { return Form(r >> 27 & 7) }
func (r ref) number() int { return int(r & refNumber) }
func (r ref) words() int  { return int(r & maxWords) }

// newIndex makes an index for at most n keys, those of starts counted.
func newIndex(n int) *index {
	size := 1 << bits.Len(uint(n+n/8|15)) // never full: find ends at an empty slot
	return &index{
		slots:   make([]slot, size),
		shift:   uint(64 - bits.Len(uint(size-1))),
		entries: make([]entry, 1, n+1),
		hits:    make([]atomic.Pointer[hitChunk], size/len(hitChunk{})+1),
	}
}

// keyed is a name to be added: its key, what it leads to and, for a name of
// several words, how it starts.
type keyed struct {
	key    uint64
	start  start
	ref    ref
	second uint8 // the bit of its second word in Seconds
}

// Seconds is the set of the second words of names that start with a word. It may hold
// more; most words that follow it does not hold, and then no name of several words
// needs to be looked for.
type Seconds uint32

const secondBits = 24

// secondOf is the bit of a word in Seconds.
func secondOf(word uint64) uint8 { return uint8((word >> 40) * secondBits >> 24) }

// Holds reports whether a name may go on with the word of that hash.
func (s Seconds) Holds(word uint64) bool { return s>>secondOf(word)&1 != 0 }

// start is the hash of a name's first word and, in its lowest three bits, which no
// word's hash uses, the number of words; 0 for a name of one word.
type start uint64

// starts is how many keys addAll may make for the starts of names.
func starts(list []keyed) int {
	n := 0
	for i := range list {
		if list[i].start != 0 {
			n++
		}
	}
	return n
}

// addAll adds a list, whose order decides which of two names under one key comes
// first. It does so in the order of the slots, a stretch of the table at a time:
// reaching into the whole of it for each name takes several times longer. order
// is room for as many names, to work in.
func (x *index) addAll(list, order []keyed) {
	const stretches = 1 << 8
	var next [stretches + 1]int
	for i := range list {
		next[list[i].key>>56+1]++
	}
	for i := range stretches {
		next[i+1] += next[i]
	}
	order = order[:len(list)]
	for i := range list {
		s := list[i].key >> 56
		order[next[s]] = list[i]
		next[s]++
	}
	for i := range order {
		x.add(order[i].key, order[i].ref)
	}
	var last keyed
	for i := range list {
		if k := &list[i]; k.start != 0 && (k.start != last.start || k.second != last.second) {
			x.start(uint64(k.start)&^maxWords, int(k.start&maxWords), 1<<k.second)
			last = *k
		}
	}
}

// find is the slot of key, or the empty one where it would be.
func (x *index) find(key uint64) int {
	check := uint32(key)
	i := int(key >> x.shift)
	for x.slots[i].head != 0 && x.slots[i].check != check {
		i = (i + 1) & (len(x.slots) - 1)
	}
	return i
}

// add puts r under key, before what is there. The same r twice in a row counts
// once.
func (x *index) add(key uint64, r ref) (at int) {
	i := x.find(key)
	s := &x.slots[i]
	if s.head != 0 && x.entries[s.head].ref == r {
		return i
	}
	x.entries = append(x.entries, entry{r, s.head})
	s.check, s.head = uint32(key), uint32(len(x.entries)-1)
	return i
}

// start notes that a name of n words starts with a word, and what it may go on with.
func (x *index) start(word uint64, n int, more Seconds) {
	s := &x.slots[x.find(word)]
	for e := s.head; e != 0; e = x.entries[e].next {
		if r := x.entries[e].ref; r.what() == refStart {
			x.entries[e].ref = makeRef(refStart, 0, max(n, r.words())|(r.number()&^maxWords|int(more)<<startBits))
			return
		}
	}
	x.add(word, makeRef(refStart, 0, n|int(more)<<startBits))
}

// longest is the number of words of the longest name that starts with a word, what
// may follow the word in it, and its slot; 0 and -1 when there is none.
func (x *index) longest(word uint64) (n int, more Seconds, at int) {
	i := x.find(word)
	e := x.slots[i].head
	if e == 0 {
		return 0, 0, -1
	}
	n = 1
	for ; e != 0; e = x.entries[e].next {
		if r := x.entries[e].ref; r.what() == refStart {
			n, more = r.words(), Seconds(r.number()>>startBits)
		}
	}
	return n, more, i
}

// bearers calls visit for every place under a slot, with the form of the name;
// a place may come more than once.
func (x *index) bearers(at int, visit func(place int, f Form)) {
	for e := x.slots[at].head; e != 0; e = x.entries[e].next {
		switch r := x.entries[e].ref; r.what() {
		case refPlace:
			visit(r.number(), r.form())
		case refForm:
			for e := x.slots[r.number()].head; e != 0; e = x.entries[e].next {
				if base := x.entries[e].ref; base.what() == refPlace && base.form() != Abbreviation {
					visit(base.number(), r.form())
				}
			}
		}
	}
}

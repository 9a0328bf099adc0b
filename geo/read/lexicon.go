package read

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"contested/geo"
	"contested/geo/gazetteer"
)

// entry is what the lexicon of a language knows of one word.
type entry struct {
	text     string // as folded by the list that brought it in
	classes  class
	verb     verbForm
	lemma    int32                // index into lexicon.lemmas, 0 for none
	sets     uint8                // which of starts are not empty, a bit each
	patterns int32                // its row in lexicon.opens
	starts   [patternSets][]int32 // the patterns that start with it
}

// verbForm is a set of the forms that a word can be of its verb.
type verbForm uint8

const (
	baseForm verbForm = 1 << iota
	sForm             // says
	pastForm          // said
	partForm          // said, taken
	ingForm           // saying
)

// lexicon is all that is known of the words of one language. It does not
// change after loading.
type lexicon struct {
	lang    geo.Language
	entries []entry // entry 0 knows nothing
	lemmas  []lemma // lemma 0 is none
	byLemma map[string]int32
	index   hashIndex
	is      int32 // the entry of "is"
	sets    [patternSets][]pattern
	items   []item  // of the patterns
	listed  []int32 // the words and verbs of items that have many
	parties []partyEntry
	units   unitTable
	phrases []cuePhrase
	types   []typePattern
	// the type patterns that start with a place, and with no word of theirs
	placeTypes []int32
	// what words are to the patterns, by their rows, of which 0 is nothing
	opens         [patternSets][]patternStarts
	opened        [patternSets][]uint16 // the patterns of opens
	openedAnchors [patternSets][]anchor // theirs, apart, for most patterns are passed over by them
	anchorOf      [patternSets][]anchor // that of each pattern
	anchors       []anchors
	typeAnchors   []wideAnchors // of typeSet
	checks        []statusPattern
	forms         sync.Pool // of *forms

	mapVerbs verbSet
}

// lemma is a verb.
type lemma struct {
	text      string
	stance    stance
	frames    frames // none: it reports nothing
	weak      frames // those of frames that count only for situations on the ground
	particles []particle
	forms     []int32 // entries
}

// particle is a second word that makes another verb of a verb: "call on".
type particle struct {
	word   int32 // entry
	second int32 // entry of a third word, 0 for none: "hit back at"
	lemma  int32
}

// New loads the lexicons from fsys ("lexicon/*.tsv") and makes a reader that
// finds places with g. Files of the same names in further file systems (a
// user's own folder, rooted so that "lexicon/…" resolves; missing files are
// fine) are added after the built-in ones, and what they say wins. A list that
// cannot be used fails with a [*ListError].
func New(fsys fs.FS, g *gazetteer.Gazetteer, user ...fs.FS) (*Reader, error) {
	r := &Reader{gaz: g, lex: map[geo.Language]*lexicon{}, slavic: map[geo.Language]*slavicLexicon{},
		documents: sync.Pool{New: func() any { return new(document) }}}
	for _, lang := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian} {
		l := &lexicon{lang: lang, entries: make([]entry, 1, 4096), lemmas: make([]lemma, 1, 512), byLemma: map[string]int32{}}
		l.index.init(1 << 12)
		if err := l.load(append([]fs.FS{fsys}, user...)); err != nil {
			return nil, err
		}
		r.lex[lang] = l
		if lang == geo.English {
			continue
		}
		x, err := loadSlavic(lang, append([]fs.FS{fsys}, user...))
		if err != nil {
			return nil, err
		}
		r.slavic[lang] = x
	}
	var err error
	if r.places, err = loadPlaceWords(append([]fs.FS{fsys}, user...)); err != nil {
		return nil, err
	}
	if r.times, err = loadTimeWords(append([]fs.FS{fsys}, user...)); err != nil {
		return nil, err
	}
	for _, l := range r.lex {
		l.forms.New = func() any { return newForms(l, r.places, r.times, g) }
	}
	if len(r.lex[geo.English].entries) < 100 {
		return nil, errors.New("lexicon/words.tsv is missing or empty: the reader has no words")
	}
	return r, nil
}

// load reads every list of the language, in the order in which later lists
// build on earlier ones.
func (l *lexicon) load(all []fs.FS) error {
	suffix := ""
	if l.lang != geo.English {
		suffix = "_" + string(l.lang)
	}
	l.is = l.word("is")
	for _, list := range []struct {
		name string
		line func([]string) error
	}{
		{"words", l.addWords},
		{"words_places", l.addWords},
		{"words_people", l.addWords},
		{"verbs", l.addVerbs},
		{"cues", l.addCue},
		{"cue_phrases", l.addCuePhrase},
		{"parties", l.addParty},
		{"units", l.addUnit},
		{"types", l.addType},
		{"modality", l.addMood},
		{"verification", l.addCheck},
		{"first_names", l.addFirstName},
	} {
		for _, fsys := range all {
			if err := readList(fsys, "lexicon/"+list.name+suffix+".tsv", list.line); err != nil {
				return err
			}
		}
	}
	l.findAnchors()
	l.mapVerbs = l.verbsOf(mapVerbs)
	return nil
}

// ListError says why a word list cannot be used.
type ListError struct {
	List string // "lexicon/cues.tsv"
	Line int    // 0: not one of its lines
	Err  error
}

func (e *ListError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("word list %s: %v", e.List, e.Err)
	}
	return fmt.Sprintf("word list %s, line %d: %v", e.List, e.Line, e.Err)
}

func (e *ListError) Unwrap() error { return e.Err }

// readList calls line with the columns of every line of a list that is neither
// empty nor a comment. A missing list is no error; every other is a *ListError.
func readList(fsys fs.FS, name string, line func([]string) error) error {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &ListError{name, 0, err}
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		s := strings.TrimRight(sc.Text(), " \t\r")
		if n == 1 {
			s = strings.TrimPrefix(s, "\ufeff") // of some editors
		}
		if !utf8.ValidString(s) {
			return &ListError{name, n, errors.New("it is not UTF-8; save the file as UTF-8 text")}
		}
		if s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		if err := line(strings.Split(s, "\t")); err != nil {
			return &ListError{name, n, err}
		}
	}
	if err := sc.Err(); err != nil {
		return &ListError{name, 0, err}
	}
	return nil
}

// addWords reads "class<TAB>word word …".
func (l *lexicon) addWords(col []string) error {
	if len(col) != 2 {
		return errors.New("want a class and its words, with a tab between them")
	}
	c, ok := classNames[col[0]]
	if !ok {
		return fmt.Errorf("there is no word class %q", col[0])
	}
	if l.lang == geo.English && c&(weaponWord|assaultWord|buildingWord|vehicleWord|troopsWord) != 0 {
		c |= nounWord // they name things, whatever verbs look like them
	}
	for _, w := range strings.Fields(col[1]) {
		l.entries[l.word(w)].classes |= c
		if c == nounWord && l.lang == geo.English && !strings.HasSuffix(w, "s") {
			l.entries[l.word(regularS(w))].classes |= c
		}
	}
	return nil
}

// addFirstName reads "name gender" (m, f or -).
func (l *lexicon) addFirstName(col []string) error {
	c := firstName
	if len(col) > 1 {
		switch col[1] {
		case "m":
			c |= maleWord
		case "f":
			c |= femaleWord
		}
	}
	for _, w := range strings.Fields(col[0]) {
		l.entries[l.word(w)].classes |= c
	}
	return nil
}

// word returns the entry of a word, which is made when it has none.
func (l *lexicon) word(w string) int32 {
	h := gazetteer.HashWord([]byte(w))
	if h == 0 {
		return 0
	}
	if i := l.index.find(h); i != 0 {
		return i
	}
	l.entries = append(l.entries, entry{text: strings.ToLower(w)})
	i := int32(len(l.entries) - 1)
	l.index.add(h, i)
	return i
}

// hashIndex is a table from word hashes to entries: open addressing, since the
// hashes are well spread already.
type hashIndex struct {
	keys []uint64
	vals []int32
	n    int
}

func (x *hashIndex) init(size int) {
	x.keys, x.vals, x.n = make([]uint64, size), make([]int32, size), 0
}

func (x *hashIndex) find(h uint64) int32 {
	mask := uint64(len(x.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if x.keys[i] == h {
			return x.vals[i]
		}
		if x.keys[i] == 0 {
			return 0
		}
	}
}

func (x *hashIndex) add(h uint64, v int32) {
	if x.n*4 >= len(x.keys) {
		old := *x
		x.init(2 * len(old.keys))
		for i, k := range old.keys {
			if k != 0 {
				x.add(k, old.vals[i])
			}
		}
	}
	mask := uint64(len(x.keys) - 1)
	i := h & mask
	for x.keys[i] != 0 {
		i = (i + 1) & mask
	}
	x.keys[i], x.vals[i] = h, v
	x.n++
}

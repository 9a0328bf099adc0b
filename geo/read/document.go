package read

import (
	"sync"

	"contested/geo"
)

// document is an article while it is read. Each stage fills its own part; what
// an earlier stage has filled does not change any more.
type document struct {
	article *geo.Article
	text    string
	folded  string // text with the capitals of ASCII in lower case
	lang    geo.Language
	lex     *lexicon // of the language
	known   *forms   // the words of the text; its own until it is released
	borrows bool     // known belongs to a document that is read together with it

	// tokens (tokenise, lookUp)
	toks []token
	// words are the hashes of the tokens as gazetteer.Longest wants them: one
	// for every token but the hyphens inside words, 0 for what is no word.
	words     []uint64
	wordToken []int32 // the token of each of words
	// where tokens stand that few are like, so that whoever looks for them need not ask
	// every token
	capitals []int32 // words with a capital
	marks    []int32 // what is neither word nor number
	stops    []int32 // a sentence may end with them
	lines    []int32 // a line breaks before them
	pointers []int32 // anaphors start with them, see pointsBack
	// mentions of sides start with them, see opensSide, and those of people, see namesPeople
	sideStarts, peopleStarts []int32

	// blocks, quotations, sentences
	blocks []block
	quotes []quotation
	sents  []sentence

	types []typeHit // of the sentences of which they have been asked for (typesOf)

	// mentions of places, in order of their spans (mentions, anaphora)
	mentions []mention

	mind []memory // memory for anaphora

	// attributions, in order of their cues
	attrs     []attribution
	ordered   int           // how many of them are: those that are made last stand behind
	reach     []run         // of each, see nest
	relays    []relay       // of the sentence at hand
	unseen    []attribution // of those who looked and found nothing, see absences
	actors    []actor
	noted     int             // sentences whose subjects are noted
	people    int             // so many of peopleStarts stand before them
	subjects  []subjectNote   // subjects whose side is known
	recent    []int32         // 1 + actors in order of their mentions
	resolved  map[int]speaker // pronouns, by their tokens
	described []description   // the last, see describe
	forgotten int             // how many have been replaced
	byKey     map[string]int  // 1 + actor
	bySurname map[uint64]int  // 1 + actor
	press     pressBriefing

	arena   []run    // holds short lists of runs, see runsOf
	clauses []clause // holds those of splitClauses
	parts   []clause // holds those of an attribution, see claimsOf

	// claims
	salient []int32 // for each sentence, 1 + a mention of the settlement most in mind
	focus   int     // 1 + the mention of the town that the article is datelined from
	issuer  int     // 1 + the attribution of a bulletin's issuer
	digest  bool    // the issuer is that of the blocks marked so alone
	renamed int8    // 1 where most of its towns have Russian names, −1 where not, 0 unknown; see bySpelling
	owned   []run   // what attributions own of sentence s: owned[ownedAt[s]:ownedAt[s+1]]
	ownedAt []int32
	drafts  []draft
	judged  [geo.Confirmed + 1]bool // a sentence gave this status to the whole article

	// where names stand, once it has been asked for (findNames): those of the hash
	// nameKeys[n] are names[nameAt[n]:nameAt[n+1]]
	named      bool
	names      []int32
	nameAt     []int32
	nameKeys   []uint64
	nameTokens []int32 // in order

	// mentions of sides (findParties): those of sentence s are
	// parties[partyAt[s]:partyAt[s+1]]
	parties []partyHit
	partyAt []int32

	reading *geo.Reading
	kept    []geo.Span // memory for those of the reading, see keptSpans
}

// maxKept bounds the memory that is kept for the next text, in tokens.
const maxKept = 1 << 16

// release gives the memory of the document back. Nothing of it but the reading
// may be used any more.
func (d *document) release(to *sync.Pool) {
	if !d.borrows {
		d.lex.forms.Put(d.known)
	}
	if cap(d.toks) > maxKept {
		return
	}
	*d = document{
		toks: d.toks[:0], words: d.words[:0], wordToken: d.wordToken[:0],
		capitals: d.capitals[:0], marks: d.marks[:0], stops: d.stops[:0], lines: d.lines[:0], pointers: d.pointers[:0], sideStarts: d.sideStarts[:0], peopleStarts: d.peopleStarts[:0], blocks: d.blocks[:0], quotes: d.quotes[:0], sents: d.sents[:0],
		types: d.types[:0], mentions: emptied(d.mentions), mind: emptied(d.mind), arena: d.arena[:0], clauses: emptied(d.clauses), parts: emptied(d.parts), attrs: emptied(d.attrs), reach: d.reach[:0], relays: d.relays[:0], actors: emptied(d.actors),
		names: d.names[:0], nameAt: d.nameAt[:0], nameKeys: d.nameKeys[:0], nameTokens: d.nameTokens[:0], subjects: emptied(d.subjects), described: emptied(d.described), recent: d.recent[:0], resolved: d.resolved, byKey: d.byKey, bySurname: d.bySurname,
		salient: d.salient[:0], owned: d.owned[:0], ownedAt: d.ownedAt[:0], drafts: emptied(d.drafts), parties: d.parties[:0], partyAt: d.partyAt[:0],
	}
	clear(d.resolved)
	clear(d.byKey)
	clear(d.bySurname)
	to.Put(d)
}

// emptied is a list without its elements, and without what they hold.
func emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}

// mention is a place mention with the tokens it stands on.
type mention struct {
	geo.Mention
	first, end int // tokens [first, end)
	precision  geo.Precision
	ambiguous  bool
	weight     int // how much it brings the place to mind, of 100; see anaphora
}

// blockKind is what a paragraph is for.
type blockKind uint8

const (
	paragraph blockKind = iota
	heading             // a title or a line between paragraphs
	liveEntry           // of a live blog: starts with a time stamp
	speech              // of a transcript: starts with a speaker label
	listItem            // of a list: starts with a bullet or a number
	caption             // below a picture
	notice              // about the text itself: "[Fictional text]", a correction line
)

// block is a paragraph: what stands between line breaks that end one.
type block struct {
	kind        blockKind
	first, end  int  // tokens [first, end)
	body        int  // first token after the dateline, label, time stamp or bullet
	labelled    bool // a word like "Details:" stands before the body
	reported    bool // its label says that it is a claim of somebody's: "CLAIM:"
	titled      bool // most of its words are capitalised
	label       int  // 1 + the attribution of a transcript's line
	dateline    bool // [first, body) is a dateline ("KYIV, Ukraine (AP) —")
	issued      bool // part of a digest: what it tells is its issuer's
	sent, sents int  // sentences [sent, sents)
}

// sentence is a stretch of tokens [first, end) in one block. What stands before
// the body of a block is a sentence of its own.
type sentence struct {
	first, end int
	block      int
	label      bool // a dateline, speaker label, time stamp or bullet
	anchors    anchors
	lists      listSet
	classes    class  // of all its words
	checks     uint64 // the anchors of patterns of statusSet that start with one of its words
	typed      bool   // its types have been asked for
	types      int32  // they are document.types[types:typesEnd]
	typesEnd   int32
	quoted     bool // a part of it stands in quotation marks
	colon      bool // a colon or a semicolon stands in it
	dash       bool // a dash or an opening bracket stands in it
}

// quotation is a stretch in quotation marks: tokens first (the opening mark) to
// last (the closing mark, or the last token of the block).
type quotation struct {
	first, last int
	parent      int32 // 1 + index of the quotation around it, 0 for none
	depth       uint8 // 1 for the outermost
	closed      bool
	continues   bool // the next block goes on with it
	continued   bool // it goes on from the block before
	speech      bool // long enough to be speech: not a name or a single borrowed word
}

// lower reports the token's word, folded to the lexicon's entry text; "" when
// the lexicon does not know it.
func (d *document) lower(i int) string {
	if i < 0 || i >= len(d.toks) {
		return ""
	}
	return d.lex.entries[d.toks[i].word].text
}

// tagAt is the tag of token i, noTag outside the text.
func (d *document) tagAt(i int) tag {
	if i < 0 || i >= len(d.toks) {
		return noTag
	}
	return d.toks[i].tag
}

// kindAt is the kind of token i, that of a mark outside the text.
func (d *document) kindAt(i int) tokenKind {
	if i < 0 || i >= len(d.toks) {
		return punctToken
	}
	return d.toks[i].kind
}

// has reports whether token i belongs to one of the word classes.
func (d *document) has(i int, c class) bool {
	return uint(i) < uint(len(d.toks)) && d.toks[i].classes&c != 0
}

// quoted reports whether token i stands in quoted speech.
func (d *document) quoted(i int) bool {
	for q := d.toks[i].quote; q != 0; q = d.quotes[q-1].parent {
		if d.quotes[q-1].speech {
			return true
		}
	}
	return false
}

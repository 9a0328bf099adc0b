package read

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	wordToken   tokenKind = iota // letters, with inner apostrophes; "U.S.", "54th", "didn't"
	numberToken                  // digits with inner separators: "4,000", "14:30", "3.5"
	cliticToken                  // the possessive or verbal 's, and the bare ' after s
	hyphenToken                  // a hyphen inside a word: "Kupiansk-Vuzlovyi"
	dashToken                    // a dash that stands between words
	punctToken                   // any other mark
	openToken                    // an opening quotation mark
	closeToken                   // a closing quotation mark
)

// letterCase is how a word is capitalised.
type letterCase uint8

const (
	lowerCase letterCase = iota
	titleCase            // first letter upper
	upperCase            // every letter upper, two or more
)

// token is one piece of the text. Tokens and the white space between them are
// the text: nothing is dropped. It fills one line of the processor's cache.
type token struct {
	start, end int32
	row        int32 // its place in document.words, or where it would be
	quote      int32 // 1 + the innermost quotation it stands in (its own marks included), 0 when none
	sent       int32 // its sentence
	spaced     bool  // white space stands before it
	breaks     uint8 // line breaks before it, at most 3
	tag        tag
	// what follows says its text alone
	kind     tokenKind
	caps     letterCase
	char     byte  // the first of its bytes
	letter   byte  // the same, a capital of ASCII in lower case
	mark     byte  // see markOf
	settled  tag   // its tag, whatever stands around it, in English; noTag when that decides
	starts   uint8 // the pattern sets that have patterns starting with its word, a bit each; anchorWord, listedWord, gateWord
	verb     verbForm
	signs    formSigns
	word     int32  // its entry in the lexicon, 0 when it has none
	form     int32  // its row in document.known
	phrase   int32  // its row in placeWords.phrases, 0 when it has none
	times    uint16 // its row in timeWords.senses, 0 when it has none
	lists    uint16 // its row in listBits and listSets
	patterns int32  // its row in lexicon.starts, 0 when it has none
	lemma    int32  // the verb it is a form of, 0 for none
	classes  class  // of its word
}

// knowAs gives a token what the lexicon knows of another.
func (t *token) knowAs(u *token) {
	t.starts, t.verb, t.word, t.patterns, t.lemma, t.classes = u.starts, u.verb, u.word, u.patterns, u.lemma, u.classes
}

// span is the stretch of text that the tokens [i, j) cover.
func (d *document) span(i, j int) geo.Span {
	if i >= j {
		return geo.Span{}
	}
	return geo.Span{Start: int(d.toks[i].start), End: int(d.toks[j-1].end)}
}

// str is the text of token i.
func (d *document) str(i int) string { return d.text[d.toks[i].start:d.toks[i].end] }

// char is the first byte of token i, which for marks of ASCII says it all.
func (d *document) char(i int) byte {
	if uint(i) >= uint(len(d.toks)) {
		return 0
	}
	return d.toks[i].char
}

// word is token i with the capitals of ASCII in lower case, "" outside the text.
// Where a token is compared with many words, a switch over it is what costs least.
func (d *document) word(i int) string {
	if uint(i) >= uint(len(d.toks)) {
		return ""
	}
	t := &d.toks[i]
	return d.folded[t.start:t.end]
}

// is reports whether token i is the lower-case ASCII word w, in any case.
func (d *document) is(i int, w string) bool {
	return uint(i) < uint(len(d.toks)) && d.toks[i].letter == w[0] && d.word(i) == w
}

// isAny reports whether token i is one of the lower-case ASCII words. Where it is
// asked of many tokens, or of many words, isOf costs a tenth of it. Inlined, the
// hundreds of calls would not fit into the processor's cache.
//
//go:noinline
func (d *document) isAny(i int, words ...string) bool {
	if uint(i) >= uint(len(d.toks)) {
		return false
	}
	t := &d.toks[i]
	n := int(t.end - t.start)
	for _, w := range words {
		if len(w) == n && w[0] == t.letter && w == d.folded[t.start:t.end] {
			return true
		}
	}
	return false
}

// markOf is a number below 64 that tells most words from each other, by the first
// and the last byte of the folded word and its length.
func markOf(first, last byte, n int) byte { return (first*5 + last*11 + byte(n)*7) >> 1 & 63 }

// tokenise cuts the text into tokens and looks up its words.
func (d *document) tokenise() {
	text := d.text
	if d.known == nil {
		d.known = d.lex.forms.Get().(*forms)
		d.known.freshen()
	}
	known := d.known
	known.buffer = append(known.buffer[:0], text...)
	folded := known.buffer
	most := len(text)/5 + 8
	toks, words, wordTokens := room(d.toks, most), room(d.words, most), room(d.wordToken, most)
	limit := min(len(toks), len(words), len(wordTokens))
	n, row := 0, 0                // how many tokens and words there are
	breaks, before := 0, int32(0) // before is where the last token ends
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' {
			i++
			continue
		}
		lead, start := leads[c], i
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if lead = leadOf(r); lead == spaceLead {
				i += size - 1
				if r == '\u2028' || r == '\u2029' {
					c = '\n'
				}
			}
		}
		if n == limit {
			toks, words, wordTokens = room(toks, 2*n), room(words, 2*n), room(wordTokens, 2*n)
			limit = min(len(toks), len(words), len(wordTokens))
		}
		t := &toks[n]
		switch lead {
		case spaceLead:
			if c == '\n' {
				breaks++
			}
			i++
			continue
		case markLead:
			last := punctToken
			if n > 0 {
				last = toks[n-1].kind
			}
			*t = token{char: c}
			i, t.kind, t.signs = scanMark(text, i, int32(i) > before, last)
			if t.kind == cliticToken {
				foldBytes(folded[start:i])
				if verb := shortVerb(string(folded[i-2 : i])); verb != "" {
					w, _ := known.of(verb, 0, len(verb))
					if t.knowAs(w); t.opensSide() {
						d.fillWanted(toks, words, folded) // those before it come first
						d.sideStarts = append(d.sideStarts, int32(n))
					}
				}
			}
			t.letter, t.mark = folded[start], markOf(folded[start], folded[i-1], i-start)
			d.marks = append(d.marks, int32(n))
			if t.signs&mayEnd != 0 {
				d.stops = append(d.stops, int32(n))
			}
			words[row] = 0
		default:
			kind := wordToken
			if lead == digitLead {
				i, kind = scanNumber(text, i)
			} else {
				i = scanWord(text, i)
			}
			if text[i-1] == '.' {
				d.stops = append(d.stops, int32(n))
			}
			t.kind, t.breaks = kind, 0
		}
		t.start, t.end, t.row = int32(start), int32(i), int32(row)
		t.spaced = t.start > before
		if breaks > 0 {
			t.breaks, breaks = uint8(min(breaks, 3)), 0
			d.lines = append(d.lines, int32(n))
		}
		if lead != markLead {
			if len(known.wanted) == maxWanted || i-start > maxForm {
				d.fillWanted(toks, words, folded)
			}
			known.want(text, start, i, n)
			if i-start > maxForm {
				d.fillWanted(toks, words, folded) // before the next that is too long to be kept
			}
		}
		before = t.end
		wordTokens[row] = int32(n)
		if t.kind != hyphenToken {
			row++
		}
		n++
		if i < len(text) && text[i] == ' ' {
			i++ // as behind most words
		}
	}
	d.fillWanted(toks, words, folded)
	d.toks, d.words, d.wordToken = toks[:n], words[:row], wordTokens[:row]
	d.folded = string(folded)
	if len(text) > maxBuffer {
		known.buffer = nil
	}
}

// fillWanted makes the tokens of the words that are wanted what is known of their
// forms.
func (d *document) fillWanted(toks []token, words []uint64, folded []byte) {
	known := d.known
	known.findWanted(d.text, toks)
	for k := range known.wanted {
		x := &known.wanted[k]
		t := &toks[x.token]
		start, end, row, spaced, breaks := t.start, t.end, t.row, t.spaced, t.breaks
		*t = known.list[x.row]
		t.start, t.end, t.row, t.spaced, t.breaks = start, end, row, spaced, breaks
		words[row] = x.hash
		if t.signs&hasCapitals != 0 {
			foldBytes(folded[start:end])
		}
		if t.caps != lowerCase && t.kind == wordToken {
			d.capitals = append(d.capitals, x.token)
		}
		if t.signs&pointsBack != 0 {
			d.pointers = append(d.pointers, x.token)
		}
		if t.opensSide() {
			d.sideStarts = append(d.sideStarts, x.token)
		}
		if t.signs&namesPeople != 0 {
			d.peopleStarts = append(d.peopleStarts, x.token)
		}
	}
	known.wanted = known.wanted[:0]
}

// room is the list with as many elements as its memory holds, at least so many.
func room[T any](list []T, least int) []T {
	list = slices.Grow(list, max(0, least-len(list)))
	return list[:cap(list)]
}

// scanMark returns the end and the kind of the mark at i, before which white space
// stands or a token of a kind. It stands apart from words, which most tokens are.
func scanMark(text string, i int, spaced bool, last tokenKind) (end int, kind tokenKind, signs formSigns) {
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case (r == '\'' || r == '`') && i+1 < len(text) && text[i+1] == text[i]:
		return i + 2, punctToken, 0 // two single marks are a double one
	case !spaced && last == wordToken && isApostrophe(r) && cliticAt(text, i) > 0:
		return i + cliticAt(text, i), cliticToken, 0
	case r == '-' || r == '‐' || r == '‑':
		i += size
		kind = hyphenToken
		for i < len(text) && text[i] == '-' {
			kind = dashToken
			i++
		}
		next, _ := utf8.DecodeRuneInString(text[i:])
		if spaced || last != wordToken && last != numberToken || !isLetter(next) && !unicode.IsDigit(next) {
			kind = dashToken
		}
		return i, kind, 0
	case r == '–' || r == '—' || r == '―':
		return i + size, dashToken, 0
	case r == '.' || r == '!' || r == '?' || r == '…':
		for i += size; i < len(text); i += size {
			r, size = utf8.DecodeRuneInString(text[i:])
			if r != '.' && r != '!' && r != '?' && r != '…' {
				break
			}
		}
		return i, punctToken, mayEnd
	}
	return i + size, punctToken, 0
}

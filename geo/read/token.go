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
// the text: nothing is dropped.
type token struct {
	start, end int32
	word       int32 // its entry in the lexicon, 0 when it has none
	quote      int32 // 1 + the innermost quotation it stands in (its own marks included), 0 when none
	sent       int32 // its sentence
	row        int32 // its place in document.words, or where it would be
	form       int32 // its row in document.known
	phrase     int32 // its row in placeWords.phrases, 0 when it has none
	times      int32 // its row in timeWords.senses, 0 when it has none
	patterns   int32 // its row in lexicon.patterned, 0 when it has none
	lemma      int32 // the verb it is a form of, 0 for none
	kind       tokenKind
	caps       letterCase
	tag        tag
	spaced     bool  // white space stands before it
	breaks     uint8 // line breaks before it, at most 3
	starts     uint8 // the pattern sets that have patterns starting with its word, a bit each
	verb       verbForm
	signs      formSigns
	classes    class // of its word
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
	if i < 0 || i >= len(d.toks) {
		return 0
	}
	return d.text[d.toks[i].start]
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
	if uint(i) >= uint(len(d.toks)) {
		return false
	}
	t := &d.toks[i]
	return d.folded[t.start:t.end] == w
}

// isAny reports whether token i is one of the lower-case ASCII words.
func (d *document) isAny(i int, words ...string) bool {
	if uint(i) >= uint(len(d.toks)) {
		return false
	}
	t := &d.toks[i]
	s := d.folded[t.start:t.end]
	for _, w := range words {
		if len(w) == len(s) && w[0] == s[0] && w == s {
			return true
		}
	}
	return false
}

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
	d.toks = slices.Grow(d.toks[:0], len(text)/5+8)
	d.words = slices.Grow(d.words[:0], len(text)/5+8)
	d.wordToken = slices.Grow(d.wordToken[:0], len(text)/5+8)
	spaced, breaks := false, 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r == ' ' {
			spaced = true
			i++
			continue
		}
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if isSpace(r) {
			spaced = true
			if r == '\n' || r == '\u2028' || r == '\u2029' {
				breaks++
			}
			i += size
			continue
		}
		t := token{start: int32(i), kind: punctToken, spaced: spaced, breaks: uint8(min(breaks, 3))}
		spaced, breaks = false, 0
		var h uint64
		switch {
		case isLetter(r):
			j, marked := d.scanWord(i)
			if marked {
				j = splitClitic(text, i, j)
			}
			w, n := known.of(text[i:j])
			t.kind, t.caps = wordToken, w.caps
			t.know(w, n)
			h = w.hash
			if w.signs&hasCapitals != 0 {
				foldBytes(folded[i:j])
			}
			i = j
		case r >= '0' && r <= '9':
			var letters bool
			i, letters = scanNumber(text, i)
			t.kind = numberToken
			if letters {
				t.kind = wordToken
				foldBytes(folded[t.start:i])
			}
			w, n := known.of(text[t.start:i])
			t.know(w, n)
			h = w.hash
		case (r == '\'' || r == '`') && i+1 < len(text) && text[i+1] == text[i]:
			i += 2 // two single marks are a double one
		case isApostrophe(r) && !t.spaced && d.endsWord() && cliticAt(text, i) > 0:
			t.kind = cliticToken
			i += cliticAt(text, i)
			foldBytes(folded[t.start:i])
		case r == '-' || r == '‐' || r == '‑':
			i += size
			t.kind = hyphenToken
			for i < len(text) && text[i] == '-' {
				t.kind = dashToken
				i++
			}
			next, _ := utf8.DecodeRuneInString(text[i:])
			if t.spaced || !d.endsWordOrNumber() || !isLetter(next) && !unicode.IsDigit(next) {
				t.kind = dashToken
			}
		case r == '–' || r == '—' || r == '―':
			i += size
			t.kind = dashToken
		case r == '.' || r == '!' || r == '?' || r == '…':
			for i += size; i < len(text); i += size {
				r, size = utf8.DecodeRuneInString(text[i:])
				if r != '.' && r != '!' && r != '?' && r != '…' {
					break
				}
			}
		default:
			i += size
		}
		t.end = int32(i)
		t.row = int32(len(d.words))
		if t.kind != hyphenToken {
			d.words = append(d.words, h)
			d.wordToken = append(d.wordToken, int32(len(d.toks)))
		}
		d.toks = append(d.toks, t)
	}
	d.folded = string(folded)
	if len(text) > maxBuffer {
		known.buffer = nil
	}
}

// know gives a token what is known of its word.
func (t *token) know(w *form, number int32) {
	t.form, t.signs = number, w.signs
	t.patterns, t.lemma, t.word, t.phrase, t.times, t.classes, t.verb, t.starts = w.patterns, w.lemma, w.word, w.phrase, w.times, w.classes, w.verb, w.starts
}

// endsWord reports whether the last token so far is a word.
func (d *document) endsWord() bool {
	n := len(d.toks)
	return n > 0 && d.toks[n-1].kind == wordToken
}

func (d *document) endsWordOrNumber() bool {
	n := len(d.toks)
	return n > 0 && (d.toks[n-1].kind == wordToken || d.toks[n-1].kind == numberToken)
}

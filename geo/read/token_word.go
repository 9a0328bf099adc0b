package read

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// lead is what a token that starts with a character is.
type lead uint8

const (
	markLead lead = iota
	spaceLead
	letterLead
	digitLead
)

// leads are those of ASCII.
var leads = func() (out [256]lead) {
	for r := range rune(utf8.RuneSelf) {
		switch {
		case isSpace(r):
			out[r] = spaceLead
		case isLetter(r):
			out[r] = letterLead
		case r >= '0' && r <= '9':
			out[r] = digitLead
		}
	}
	return out
}()

func leadOf(r rune) lead {
	switch {
	case isSpace(r):
		return spaceLead
	case isLetter(r):
		return letterLead
	}
	return markLead
}

// scanWord returns the end of the word that starts at i: letters, marks and
// digits, apostrophes between letters, and the dots of "U.S." and "p.m."; a clitic
// is a word of its own.
func scanWord(text string, i int) int {
	j := i
	// eight letters at once: the processor cannot guess how long a word is
	for n := 8; n == 8 && j+8 <= len(text); {
		n = firstLetters(eightBytes(text[j:]))
		j += n
	}
	for j < len(text) && inWord[text[j]] {
		j++
	}
	if j >= len(text) || text[j] == ' ' || text[j] == ',' {
		return j // most words
	}
	marked := false // it has an apostrophe
scan:
	for ; j < len(text); j++ {
		c := text[j]
		if inWord[c] {
			continue
		}
		r, size := utf8.DecodeRuneInString(text[j:])
		switch {
		case c == '.':
			// Single letters with dots between them: U.S., p.m., а.к.
			if !dotted(text, i, j) {
				break scan
			}
		case isApostrophe(r):
			if next, _ := utf8.DecodeRuneInString(text[j+size:]); j == i || !isLetter(next) {
				break scan
			}
			marked = true
		case c < utf8.RuneSelf || !isLetter(r) && !unicode.Is(unicode.M, r) && !unicode.IsDigit(r) && r != '\u00ad':
			break scan
		}
		j += size - 1
	}
	if marked {
		return splitClitic(text, i, j)
	}
	return j
}

// firstLetters is how many of eight bytes are letters of ASCII up to the first that is not.
func firstLetters(x uint64) int {
	const ones = 0x0101010101010101
	low := x&(0x7f*ones) | 0x20*ones
	from := low + (0x80-'a')*ones // the highest bits say what is at least an a
	past := low + (0x7f-'z')*ones // and what is past z
	others := (^from | past | x) & (0x80 * ones)
	return bits.TrailingZeros64(others) / 8
}

// inWord says which bytes of ASCII belong to any word they stand in.
var inWord = func() (out [256]bool) {
	for _, c := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_" {
		out[c] = true
	}
	return out
}()

// dotted reports whether the dot at j belongs to an abbreviation of single
// letters that starts at i.
func dotted(text string, i, j int) bool {
	for k := i; ; {
		_, size := utf8.DecodeRuneInString(text[k:])
		k += size
		if k == j {
			// The dot after the last letter so far: inner when a letter and a
			// dot follow, final when it closes a chain that has one already.
			r, n := utf8.DecodeRuneInString(text[j+1:])
			if isLetter(r) && j+1+n < len(text) && text[j+1+n] == '.' {
				return true
			}
			return k-size > i && text[k-size-1] == '.'
		}
		if k > j || text[k] != '.' {
			return false
		}
		k++
	}
}

// splitClitic returns where the word text[i:j] ends without a clitic: the
// possessive 's (and the short verbs 's, 're, 've, 'll, 'd, 'm) of English.
func splitClitic(text string, i, j int) int {
	for k := j - 1; k > i && k >= j-5; k-- {
		r, size := rune(text[k]), 1
		if r >= utf8.RuneSelf {
			if !utf8.RuneStart(text[k]) {
				continue
			}
			r, size = utf8.DecodeRuneInString(text[k:])
		}
		if !isApostrophe(r) {
			continue
		}
		if isClitic(text[k+size : j]) {
			return k
		}
		return j
	}
	return j
}

func isClitic(s string) bool {
	switch s {
	case "s", "S", "re", "ve", "ll", "d", "m", "RE", "VE", "LL":
		return true
	}
	return false
}

// shortVerb is the verb that a clitic with these last letters stands for: "we'll"
// speaks of what will be. "'s" and "'d" stand for several.
func shortVerb(last string) string {
	switch last {
	case "ll":
		return "will"
	case "ve":
		return "have"
	case "re":
		return "are"
	}
	return ""
}

// cliticAt returns the length of the clitic that starts with the apostrophe at
// i, after a word; 0 when the mark is something else.
func cliticAt(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	j := i + size
	for j < len(text) && j < i+size+3 && (text[j] >= 'a' && text[j] <= 'z' || text[j] >= 'A' && text[j] <= 'Z') {
		j++
	}
	if isClitic(text[i+size : j]) {
		return j - i
	}
	return 0
}

// scanNumber returns the end and the kind of the number at i: digits, marks between
// them, and letters, which make it a word ("54th", "155mm").
func scanNumber(text string, i int) (end int, kind tokenKind) {
	kind = numberToken
	for i < len(text) {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			i++
		case (c == '.' || c == ',' || c == ':') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' && kind == numberToken:
			i++
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			kind = wordToken
			i++
		default:
			return i, kind
		}
	}
	return i, kind
}

func caseOf(s string) letterCase {
	first, letters, uppers := false, 0, 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		up := r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
		if i == 0 {
			first = up
			if !up {
				return lowerCase
			}
		}
		if up {
			letters++
			uppers++
		} else if r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r) {
			letters++
		}
		i += size
	}
	switch {
	case !first:
		return lowerCase
	case letters == uppers && letters > 1:
		return upperCase
	}
	return titleCase
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r) && !isApostrophe(r)
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\ufeff' || r == '\u200b' ||
		r >= utf8.RuneSelf && unicode.IsSpace(r) || r < ' '
}

// isApostrophe lists the marks that stand inside words: ' ’ ʼ ʹ ′ `.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', 'ʹ', '′', '`':
		return true
	}
	return false
}

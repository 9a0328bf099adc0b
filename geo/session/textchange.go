package session

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"znkr.io/diff"

	"contested/geo"
)

// TextChange is a stretch of two versions: words that both have, that only the older
// has, or that only the newer has.
type TextChange struct {
	Kind     TextOp
	Old, New geo.Span // in the older and in the newer text; empty where it is not
}

// TextOp says which of two versions have a stretch.
type TextOp uint8

// The kinds of changes.
const (
	Kept TextOp = iota
	Removed
	Added
)

// CompareTexts compares two versions of a text word by word. The stretches, in order,
// make up both texts without a gap.
func CompareTexts(before, after string) []TextChange {
	x, y := tokens(before), tokens(after)
	var out []TextChange
	i, k := 0, 0 // bytes of before, after
	add := func(kind TextOp, old, new int) {
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			out[n-1].Old.End += old
			out[n-1].New.End += new
		} else {
			out = append(out, TextChange{kind, geo.Span{Start: i, End: i + old}, geo.Span{Start: k, End: k + new}})
		}
		i, k = i+old, k+new
	}
	for _, h := range hunks(diff.Edits(x, y)) {
		if h.kept != "" {
			add(Kept, len(h.kept), len(h.kept))
			continue
		}
		if h.removed != "" {
			add(Removed, len(h.removed), 0)
		}
		if h.added != "" {
			add(Added, 0, len(h.added))
		}
	}
	return out
}

// hunk is kept words, or words that were replaced by others.
type hunk struct{ kept, removed, added string }

// hunks puts edits together. Spaces between two changes belong to both of them:
// a sentence that was written anew is one change, not one for each word.
func hunks(edits []diff.Edit[string]) []hunk {
	var out []hunk
	var kept, removed, added strings.Builder
	flush := func() {
		if removed.Len()+added.Len() > 0 {
			out = append(out, hunk{removed: removed.String(), added: added.String()})
			removed.Reset()
			added.Reset()
		}
		if kept.Len() > 0 {
			out = append(out, hunk{kept: kept.String()})
			kept.Reset()
		}
	}
	for _, e := range edits {
		if e.Op == diff.Match {
			kept.WriteString(e.X)
			continue
		}
		if s := kept.String(); s != "" {
			if removed.Len()+added.Len() > 0 && strings.TrimSpace(s) == "" && !strings.Contains(s, "\n") {
				removed.WriteString(s)
				added.WriteString(s)
				kept.Reset()
			} else {
				flush()
			}
		}
		if e.Op == diff.Delete {
			removed.WriteString(e.X)
		} else {
			added.WriteString(e.Y)
		}
	}
	flush()
	return out
}

// tokens cuts a text into words, spaces and single other characters. Put
// together, they are the text.
func tokens(text string) []string {
	var out []string
	class := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '’', r == '\'', r == 'ʼ':
			return 1
		case r == '\n':
			return 0 // each by itself: paragraphs are told apart
		case unicode.IsSpace(r):
			return 2
		}
		return 0
	}
	start, last := 0, 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		c := class(r)
		if i > start && (c == 0 || c != last) {
			out = append(out, text[start:i])
			start = i
		}
		last = c
		i += n
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

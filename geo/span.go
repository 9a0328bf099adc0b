package geo

import (
	"fmt"
	"unicode/utf8"
)

// Span is a half-open range of bytes [Start, End) in an article's text. Both
// ends lie on rune boundaries. The zero Span is empty.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the stretch of text that the span covers. It panics when the span
// lies outside the text; check untrusted spans with [Span.In] first.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Covers reports whether t lies wholly inside s.
func (s Span) Covers(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Union is the smallest span that covers both; an empty span adds nothing.
func (s Span) Union(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// In reports why the span is not a valid, non-empty stretch of text, or nil.
func (s Span) In(text string) error {
	switch {
	case s.Empty():
		return fmt.Errorf("span %d–%d is empty", s.Start, s.End)
	case s.Start < 0 || s.End > len(text):
		return fmt.Errorf("span %d–%d lies outside the text of %d bytes", s.Start, s.End, len(text))
	case !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])):
		return fmt.Errorf("span %d–%d cuts a character in two", s.Start, s.End)
	}
	return nil
}

// Package pdf takes the text out of PDF files.
//
// It reads what a text needs and no more: objects, object streams, the filters
// that text comes in, content streams, and what fonts say of widths and Unicode.
// There are no pictures, forms, scripts or links, and nothing is fetched.
//
// # Bad files
//
// Files from the wild are often damaged, and some are made to harm. The cross
// reference table is therefore not used at all: objects are found by looking
// for them ("12 0 obj"), the later definition wins. That reads damaged files as
// well as whole ones, and leaves no table whose sizes could be lied about.
// Nesting, recursion, unpacked bytes and operators are counted against
// [Limits]; going beyond one is [ErrLimit]. Nothing recurses without a bound.
//
// # Words and paragraphs
//
// PDF has no words, only glyphs at positions. A space is put where the gap
// between two glyphs of a line is more than spaceGap of the font size; a line
// ends where the baseline changes; a paragraph where the step between baselines
// is larger than that of running text, the size of type changes, or a first
// line is indented. Words hyphenated at a line's end are joined. Headers,
// footers and page numbers that repeat are left out.
//
// References are to ISO 32000-1:2008.
package pdf

package read

import (
	"strings"

	"contested/geo"
)

// timestamp returns the first token after a time stamp at i ("09:12 —",
// "06:45 |", "[14:05]", "11.03 a.m. Kyiv time:"), or i.
func (d *document) timestamp(i, end int) int {
	k := i
	open := k < end && (d.char(k) == '[' || d.char(k) == '(')
	if open {
		k++
	}
	if k >= end || !d.isClock(k) {
		return i
	}
	k++
	slavic, first := d.lang == geo.Ukrainian || d.lang == geo.Russian, k
	for n := 0; k < end && n < 5; n++ {
		t := &d.toks[k]
		switch {
		case slavic && (d.char(k) == ':' || k > first && t.kind == dashToken):
			return d.bareStamp(i, end) // "07:05 Глава N: …": the words are the entry's
		case t.kind == dashToken, d.char(k) == '|', d.char(k) == ':', open && (d.char(k) == ']' || d.char(k) == ')'):
			k++
			for k < end && (d.toks[k].kind == dashToken || d.char(k) == '|') {
				k++
			}
			return k
		case t.breaks > 0:
			return k
		case !open && d.isAny(k, "on", "in", "near", "from"):
			return i + 1 // "11:25 Update on X:": the words are the entry's
		case t.kind != wordToken && t.kind != hyphenToken && d.char(k) != '.' && d.char(k) != ',':
			return d.bareStamp(i, end)
		}
		k++
	}
	return d.bareStamp(i, end)
}

// isClock reports whether token k is a time of day, "09:12" or "9.12".
func (d *document) isClock(k int) bool {
	if d.toks[k].kind != numberToken && d.toks[k].kind != wordToken {
		return false
	}
	s := d.str(k)
	if n := len(s); n > 5 && (s[n-1] == 'm' || s[n-1] == 'M') && strings.IndexByte("apAP", s[n-2]) >= 0 {
		s = s[:n-2] // 6.55am
	}
	if len(s) < 4 || len(s) > 5 {
		return false
	}
	p := len(s) - 3
	for i := range len(s) {
		if i != p && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return (s[p] == ':' || s[p] == '.') && s[p+1] < '6' && (p == 1 || s[0] < '3')
}

// bareStamp returns the first token after a time of day at i that only a capital
// follows, "07:15 Air raid sirens", "13:00 GMT Ukraine says"; or i.
func (d *document) bareStamp(i, end int) int {
	if !strings.Contains(d.str(i), ":") || i > 0 && d.toks[i].breaks == 0 && !d.closesSentence(i-1) {
		return i
	}
	k := i + 1
	if k+1 < end && d.isOf(k, &clockWords) {
		k++
	}
	if k >= end || d.mark(k) == 0 && (d.toks[k].kind != wordToken || d.toks[k].caps == lowerCase) {
		return i
	}
	return k
}

var clockWords = listOf("gmt bst est edt et cet cest eet eest utc msk")

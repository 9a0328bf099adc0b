package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaceGap is the gap between two characters, as a part of the type size, from
// which on there is a space between them. Justified text stretches its spaces
// to 0.3 and more; letter-spaced headings reach 0.12.
const spaceGap = 0.15

// line is a line of a page.
type line struct {
	text      strings.Builder
	s         string // text, when done
	x, y, end float64
	size      float64
	page      int
}

// lines joins characters into lines, in the order in which the page draws them:
// that is the order of reading in all but a few files, columns included.
func lines(pieces []piece, page int) []*line {
	var out []*line
	var cur *line
	var last piece
	for _, p := range pieces {
		if cur != nil {
			size := math.Max(p.size, last.size)
			sameLine := math.Abs(p.y-last.y) < 0.35*size && p.x > last.end-0.6*size && p.x < last.end+12*size
			// A dropped capital or a raised figure stays in its line.
			if !sameLine {
				cur = nil
			} else if gap := p.x - last.end; gap > spaceGap*size && !strings.HasSuffix(cur.text.String(), " ") {
				cur.text.WriteByte(' ')
			}
		}
		// Bold type is at times drawn by drawing everything twice.
		if cur != nil && p.chars == last.chars && math.Abs(p.x-last.x) < 0.1*p.size && math.Abs(p.y-last.y) < 0.1*p.size {
			continue
		}
		if cur == nil {
			if strings.TrimSpace(p.chars) == "" {
				continue
			}
			cur = &line{x: p.x, y: p.y, size: p.size, page: page}
			out = append(out, cur)
		}
		cur.text.WriteString(p.chars)
		if strings.TrimSpace(p.chars) != "" {
			cur.end = p.end
			cur.size = math.Max(cur.size, p.size)
		}
		last = p
	}
	kept := out[:0]
	for _, l := range out {
		if l.s = strings.Join(strings.Fields(l.text.String()), " "); l.s != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

// withoutFurniture takes out the lines that repeat at the top and bottom of
// pages: running heads, page numbers.
func withoutFurniture(pages [][]*line) [][]*line {
	key := func(l *line) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return '0'
			}
			return unicode.ToLower(r)
		}, strings.Join(strings.FieldsFunc(l.s, unicode.IsDigit), "0"))
	}
	outer := func(page []*line) []*line {
		byHeight := slices.Clone(page)
		slices.SortStableFunc(byHeight, func(a, b *line) int {
			switch {
			case a.y > b.y:
				return -1
			case a.y < b.y:
				return 1
			}
			return 0
		})
		if len(byHeight) <= 4 {
			return byHeight
		}
		return append(slices.Clone(byHeight[:2]), byHeight[len(byHeight)-2:]...)
	}
	times := map[string]int{}
	for _, page := range pages {
		seen := map[string]bool{}
		for _, l := range outer(page) {
			if k := key(l); !seen[k] {
				seen[k] = true
				times[k]++
			}
		}
	}
	out := make([][]*line, len(pages))
	for i, page := range pages {
		drop := map[*line]bool{}
		for _, l := range outer(page) {
			repeated := len(pages) >= 3 && times[key(l)] > len(pages)/2
			number := len(pages) > 1 && strings.Trim(l.s, "0123456789-–— /|") == "" && utf8.RuneCountInString(l.s) <= 9
			drop[l] = repeated || number
		}
		for _, l := range page {
			if !drop[l] {
				out[i] = append(out[i], l)
			}
		}
	}
	return out
}

// paragraphs joins lines into paragraphs.
func paragraphs(list []*line) []string {
	step := usualStep(list)
	var out []string
	var cur strings.Builder
	flush := func() {
		if cur.Len() > 0 {
			out = append(out, cur.String())
			cur.Reset()
		}
	}
	for i, l := range list {
		if i > 0 && breaks(list[i-1], l, step) {
			flush()
		}
		join(&cur, l.s)
	}
	flush()
	return out
}

// usualStep is the median distance between baselines, in type sizes.
func usualStep(list []*line) float64 {
	var steps []float64
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		if d := (a.y - b.y) / math.Max(a.size, 1); a.page == b.page && d > 0.5 && d < 3 {
			steps = append(steps, d)
		}
	}
	if len(steps) == 0 {
		return 1.2
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

// breaks reports whether b begins a new paragraph after a.
func breaks(a, b *line, step float64) bool {
	size := math.Max(math.Min(a.size, b.size), 1)
	ended := sentenceEnd(a.s)
	if a.page != b.page || b.y > a.y+0.5*size {
		// A new column or page goes on in the sentence, or begins anew.
		first, _ := utf8.DecodeRuneInString(b.s)
		return ended || !unicode.IsLower(first) && !strings.HasSuffix(a.s, ",")
	}
	switch down := (a.y - b.y) / math.Max(a.size, 1); {
	case math.Abs(a.size-b.size) > 0.12*math.Max(a.size, b.size):
		return true
	case down > 1.3*step && down > 1.35:
		return true
	case down < 0.35: // beside: a cell of a table
		return true
	}
	indent := (b.x - a.x) / size
	switch {
	case indent > 0.8 && indent < 5 && ended:
		return true
	case strings.IndexAny(b.s, "•▪●–—") == 0 && ended:
		return true
	}
	return false
}

func sentenceEnd(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…", last)
}

// join appends a line to a paragraph; a word hyphenated at the line's end is
// made whole, a compound keeps its hyphen.
func join(b *strings.Builder, s string) {
	if b.Len() == 0 {
		b.WriteString(s)
		return
	}
	have := b.String()
	for _, h := range []string{"\u00ad", "-", "\u2010"} {
		if !strings.HasSuffix(have, h) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(have[:len(have)-len(h)])
		after, _ := utf8.DecodeRuneInString(s)
		if unicode.IsLetter(before) && (unicode.IsLower(after) || h == "\u00ad") {
			b.Reset()
			b.WriteString(have[:len(have)-len(h)])
		}
		b.WriteString(s)
		return
	}
	b.WriteByte(' ')
	b.WriteString(s)
}

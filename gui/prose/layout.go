package prose

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"contested/geo"
)

// line is one line on the screen: text[start:end), with what was cut off by
// wrapping (the space, the newline) not part of it.
type line struct {
	start, end int
	y          float32
}

// metrics are the widths of characters, measured once for each style.
type metrics struct {
	size   float32
	widths [4]map[rune]float32
	height float32
}

func newMetrics(size float32) *metrics {
	m := &metrics{size: size}
	for i := range m.widths {
		m.widths[i] = map[rune]float32{}
	}
	m.height = fyne.MeasureText("Mg", size, fyne.TextStyle{}).Height
	return m
}

func (m *metrics) width(r rune, style fyne.TextStyle) float32 {
	i := 0
	if style.Bold {
		i |= 1
	}
	if style.Italic {
		i |= 2
	}
	w, ok := m.widths[i][r]
	if !ok {
		if r == '\t' || r < ' ' {
			r = ' '
		}
		w = fyne.MeasureText(string(r), m.size, style).Width
		m.widths[i][r] = w
	}
	return w
}

// blankLine is the height of an empty line, as part of a full one: the space
// between paragraphs.
const blankLine = 0.55

// wrap breaks text into lines no wider than width. It breaks after spaces and
// hyphens and, where a word is wider than a line, anywhere.
func wrap(text string, styleAt func(offset int) fyne.TextStyle, m *metrics, lineHeight, width float32) (lines []line, height float32) {
	var y float32
	for at := 0; at <= len(text); {
		end := strings.IndexByte(text[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(text), len(text)+1
		} else {
			end += at
		}
		if strings.TrimSpace(text[at:end]) == "" {
			if end < len(text) {
				lines = append(lines, line{at, at, y})
				y += lineHeight * blankLine
			}
		} else {
			lines, y = wrapParagraph(lines, text, at, end, y, styleAt, m, lineHeight, width)
		}
		at = next
	}
	return lines, y
}

func wrapParagraph(lines []line, text string, at, end int, y float32, styleAt func(int) fyne.TextStyle, m *metrics, lineHeight, width float32) ([]line, float32) {
	put := func(from, to int) {
		for to > from && (text[to-1] == ' ' || text[to-1] == '\r') {
			to--
		}
		lines = append(lines, line{from, to, y})
		y += lineHeight
	}
	start, breakAt := at, -1 // breakAt: where the line could end and the next begin
	var x, atBreak float32   // widths up to here and up to breakAt
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:])
		w := m.width(r, styleAt(i))
		if x+w > width && i > start && r != ' ' {
			if breakAt > start {
				put(start, breakAt)
				start, x = breakAt, x-atBreak
			} else {
				put(start, i)
				start, x = i, 0
			}
			breakAt = -1
		}
		x += w
		i += n
		if r == ' ' || r == '-' || r == '–' || r == '—' || r == '/' || r == '\u200b' {
			breakAt, atBreak = i, x
		}
	}
	if start < end {
		put(start, end)
	}
	return lines, y
}

// run is a stretch of one line in one style.
type run struct {
	span  geo.Span
	style Style
}

// runs cuts a stretch of the text where marks begin and end.
func runs(from, to int, marks []Mark) []run {
	cuts := []int{from}
	for _, m := range marks {
		for _, c := range [2]int{m.Span.Start, m.Span.End} {
			if c > from && c < to {
				cuts = insert(cuts, c)
			}
		}
	}
	cuts = append(cuts, to)
	out := make([]run, 0, len(cuts)-1)
	for i := 0; i+1 < len(cuts); i++ {
		s := geo.Span{Start: cuts[i], End: cuts[i+1]}
		out = append(out, run{s, styleOf(s, marks)})
	}
	return out
}

func insert(sorted []int, c int) []int {
	i := len(sorted)
	for i > 0 && sorted[i-1] >= c {
		if sorted[i-1] == c {
			return sorted
		}
		i--
	}
	sorted = append(sorted, 0)
	copy(sorted[i+1:], sorted[i:])
	sorted[i] = c
	return sorted
}

// styleOf lays the styles of all marks over s on top of each other.
func styleOf(s geo.Span, marks []Mark) Style {
	var out Style
	for _, m := range marks {
		if !m.Span.Overlaps(s) {
			continue
		}
		if m.Style.Fill != nil {
			out.Fill = m.Style.Fill
		}
		if m.Style.Line != nil {
			out.Line, out.Dotted = m.Style.Line, m.Style.Dotted
		}
		if m.Style.Ink != nil {
			out.Ink = m.Style.Ink
		}
		if m.Style.Strike != nil {
			out.Strike = m.Style.Strike
		}
		out.Bold = out.Bold || m.Style.Bold
		out.Italic = out.Italic || m.Style.Italic
	}
	return out
}

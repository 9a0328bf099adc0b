package gui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// fitLines breaks text into at most n lines of a width; what does not fit is
// cut off with an ellipsis.
func fitLines(text string, size float32, style fyne.TextStyle, width float32, n int) []string {
	var out []string
	rest := strings.Join(strings.Fields(text), " ")
	for rest != "" && len(out) < n {
		if fyne.MeasureText(rest, size, style).Width <= width {
			return append(out, rest)
		}
		last := len(out) == n-1
		cut := fitCut(rest, size, style, width, last)
		line := strings.TrimRight(rest[:cut], " ")
		rest = strings.TrimLeft(rest[cut:], " ")
		if last {
			line = strings.TrimRight(line, " ,.;:–—-") + "…"
		}
		out = append(out, line)
	}
	return out
}

// fitCut is where a line must end: after the last word that fits or, on the
// last line, after the last letter that leaves room for an ellipsis.
func fitCut(text string, size float32, style fyne.TextStyle, width float32, last bool) int {
	suffix := ""
	if last {
		suffix = "…"
	}
	ends := make([]int, 0, len(text))
	for i := range text {
		ends = append(ends, i)
	}
	low, high := 0, len(ends)-1 // longest prefix that fits, by bisection over runes
	for low < high {
		mid := (low + high + 1) / 2
		if fyne.MeasureText(text[:ends[mid]]+suffix, size, style).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	cut := ends[low]
	if !last {
		if i := strings.LastIndexByte(text[:cut], ' '); i > 0 {
			return i
		}
	}
	if cut == 0 && len(ends) > 1 {
		cut = ends[1]
	}
	return cut
}

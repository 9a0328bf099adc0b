package prose

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"contested/geo"
)

// Cursor is a hand where a click does something, else the text cursor.
func (t *Text) Cursor() desktop.Cursor {
	if t.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// MouseDown begins a selection.
func (t *Text) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	had := t.anchor != t.head
	at := t.offsetAt(ev.Position)
	if ev.Modifier&fyne.KeyModifierShift != 0 && had {
		t.head = at
	} else {
		t.anchor, t.head = at, at
	}
	t.pressed, t.dragged = true, false
	if had {
		t.changed()
	}
}

// MouseUp ends it; a press that did not move is a click.
func (t *Text) MouseUp(ev *desktop.MouseEvent) {
	if !t.pressed {
		return
	}
	t.pressed = false
	if !t.dragged && t.anchor == t.head && t.OnTapped != nil {
		t.OnTapped(t.head)
	}
}

// Dragged moves the end of the selection.
func (t *Text) Dragged(ev *fyne.DragEvent) {
	if !t.pressed {
		return
	}
	t.dragged = true
	if at := t.offsetAt(ev.Position); at != t.head {
		t.head = at
		t.changed()
	}
}

// DragEnd ends the selection.
func (t *Text) DragEnd() { t.pressed = false }

// SelectAll selects the whole text.
func (t *Text) SelectAll() {
	t.anchor, t.head = 0, len(t.content.Text)
	t.changed()
}

// Selection is what is selected, in bytes of the text; empty if nothing is.
func (t *Text) Selection() geo.Span {
	return geo.Span{Start: min(t.anchor, t.head), End: max(t.anchor, t.head)}
}

// Select selects a stretch of the text.
func (t *Text) Select(s geo.Span) {
	n := len(t.content.Text)
	t.anchor, t.head = min(max(0, s.Start), n), min(max(0, s.End), n)
	t.changed()
}

// SelectWord selects the word around a byte.
func (t *Text) SelectWord(offset int) {
	s := t.content.Text
	a, b := offset, offset
	for a > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:a])
		if !wordRune(r) {
			break
		}
		a -= n
	}
	for b < len(s) {
		r, n := utf8.DecodeRuneInString(s[b:])
		if !wordRune(r) {
			break
		}
		b += n
	}
	t.anchor, t.head = a, b
	t.changed()
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == 'ʼ' || r == '-'
}

func (t *Text) changed() {
	if t.OnSelect != nil {
		t.OnSelect(t)
	}
	t.Refresh()
}

// offsetAt is the byte of the text that a position of the widget is nearest to.
func (t *Text) offsetAt(pos fyne.Position) int {
	t.arrange(t.Size().Width)
	if len(t.lines) == 0 {
		return 0
	}
	lh := t.lineHeight()
	i := sort.Search(len(t.lines), func(i int) bool { return t.lines[i].y+lh > pos.Y })
	if i == len(t.lines) {
		return t.lines[i-1].end
	}
	ln := t.lines[i]
	x := t.indent(ln)
	for _, run := range runs(ln.start, ln.end, t.marksIn(i, i+1)) {
		style := fyne.TextStyle{Bold: run.style.Bold, Italic: run.style.Italic}
		w := t.measure(run.span.Start, run.span.End, style)
		if pos.X > x+w {
			x += w
			continue
		}
		for j := run.span.Start; j < run.span.End; {
			r, n := utf8.DecodeRuneInString(t.content.Text[j:])
			cw := t.metrics.width(r, style)
			if pos.X < x+cw/2 {
				return j
			}
			x += cw
			j += n
		}
		return run.span.End
	}
	return ln.end
}

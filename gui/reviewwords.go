package gui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"contested/geo"
)

// chooseWords begins to choose a claim's words or, when some are chosen, takes
// them.
func (w *Window) chooseWords(c *geo.Claim) {
	t := w.reader.text
	if s := t.Selection(); !s.Empty() && !w.reader.changes && (w.review.words || w.reading == c.Article) {
		w.takeWords(c, s)
		return
	}
	if !w.review.on || len(c.Content) == 0 {
		w.say("Mark the words in the article first.")
		return
	}
	w.review.words = true
	w.win.Canvas().Unfocus()
	t.Select(geo.Span{Start: c.Content[0].Start, End: c.Content[len(c.Content)-1].End})
	w.showReview()
}

// takeWords makes a stretch of the article the words of a claim.
func (w *Window) takeWords(c *geo.Claim, s geo.Span) {
	a := w.state.Article(c.Article)
	s = wholeWords(a.Text, s)
	if s.In(a.Text) != nil {
		w.say("Mark some words in the article first.")
		return
	}
	w.endWords()
	w.reader.text.Deselect()
	w.correct(c.ID, "Change the words of a claim", func(k *geo.Correction) { k.Span = &[]geo.Span{s} })
}

func (w *Window) endWords() {
	if w.review.words {
		w.review.words = false
		w.reader.text.Deselect()
	}
}

// wordsKey moves the ends of the words that are chosen; it reports whether the
// key does anything.
func (w *Window) wordsKey(ev *fyne.KeyEvent, shift bool) bool {
	if !w.review.words {
		return false
	}
	t := w.reader.text
	s := t.Selection()
	step := 0
	switch ev.Name {
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyRight:
		step = 1
	case fyne.KeyReturn, fyne.KeyEnter:
		w.reviewAct(actWords)
		return true
	case fyne.KeyEscape:
		w.reviewAct(actDone)
		return true
	default:
		return false
	}
	if shift {
		s.Start = min(wordEdge(t.Text(), s.Start, step), s.End)
	} else {
		s.End = max(wordEdge(t.Text(), s.End, step), s.Start)
	}
	t.Select(s)
	w.reader.revealSpan(s)
	return true
}

// wordEdge is the next beginning or end of a word after a byte of the text, or
// before it.
func wordEdge(text string, at, step int) int {
	seen := false
	for {
		var r rune
		var n int
		if step > 0 {
			if at >= len(text) {
				return at
			}
			r, n = utf8.DecodeRuneInString(text[at:])
		} else {
			if at <= 0 {
				return at
			}
			r, n = utf8.DecodeLastRuneInString(text[:at])
		}
		if inWord(r) {
			seen = true
		} else if seen {
			return at
		}
		at += step * n
	}
}

// wholeWords is the span without the spaces at its ends, and with the words of
// which it holds a part.
func wholeWords(text string, s geo.Span) geo.Span {
	if s.In(text) != nil {
		return geo.Span{}
	}
	words := s.Of(text)
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	s.End -= len(words) - len(strings.TrimRightFunc(words, unicode.IsSpace))
	if s.Empty() {
		return geo.Span{}
	}
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:s.Start])
		if first, _ := utf8.DecodeRuneInString(text[s.Start:]); !inWord(r) || !inWord(first) {
			break
		}
		s.Start -= n
	}
	for s.End < len(text) {
		r, n := utf8.DecodeRuneInString(text[s.End:])
		if last, _ := utf8.DecodeLastRuneInString(text[:s.End]); !inWord(r) || !inWord(last) {
			break
		}
		s.End += n
	}
	return s
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == 'ʼ'
}

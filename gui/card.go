package gui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/gui/prose"
)

// card shows one claim: who says it, the words in which it stands, where they
// were printed, what they assert and how sure it is, and on request why the
// program read it so. A click on the words opens the article.
type card struct {
	widget.BaseWidget

	value    claimValue
	selected bool
	focused  bool
	open     bool // the reasons are shown
	filled   look // that the texts were written for

	chip    *chip
	speaker *prose.Text
	quote   *prose.Text
	meta    *prose.Text
	whyLink *link
	correct *link
	copy    *link
	reasons *prose.Text

	OnOpen   func(claimValue)  // the words were clicked
	OnCopy   func(claimValue)  // quote and citation are wanted on the clipboard
	OnSelect func(*prose.Text) // something was selected
	// OnCorrect asks for the ways to correct the claim, in a menu at a position of
	// the canvas.
	OnCorrect func(claimValue, fyne.Position)
	OnResize  func() // the card's height has changed
}

var _ fyne.Focusable = (*card)(nil)

func newCard(v claimValue) *card {
	c := &card{value: v, chip: newChip(v.Voice)}
	c.speaker = prose.New(prose.Content{})
	c.quote = prose.New(prose.Content{})
	c.quote.OnTapped = func(int) { c.opened() }
	c.meta = prose.New(prose.Content{})
	c.reasons = prose.New(prose.Content{})
	c.reasons.Hide()
	for _, t := range []*prose.Text{c.speaker, c.quote, c.meta, c.reasons} {
		t.OnSelect = func(t *prose.Text) {
			if c.OnSelect != nil {
				c.OnSelect(t)
			}
		}
	}
	c.whyLink = newLink("Why?", c.toggle)
	c.correct = newLink("Correct  ▾", func() {
		if c.OnCorrect != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.correct)
			c.OnCorrect(c.value, at.AddXY(0, c.correct.Size().Height))
		}
	})
	c.copy = newLink("Copy quote", func() {
		if c.OnCopy != nil {
			c.OnCopy(c.value)
		}
	})
	c.ExtendBaseWidget(c)
	c.fill()
	return c
}

func (c *card) opened() {
	if c.OnOpen != nil {
		c.OnOpen(c.value)
	}
}

func (c *card) toggle() {
	c.open = !c.open
	c.fill()
	c.Refresh()
	if c.OnResize != nil {
		c.OnResize()
	}
}

// look is what texts with colours of their own depend on, beside their value.
type look struct {
	dark bool
	size float32
	open bool
}

func lookNow(open bool) look { return look{dark(), theme.TextSize(), open} }

// fill writes the value into the texts, in the colours of the theme in use,
// unless that is done: writing anew would take a selection away.
func (c *card) fill() {
	if now := lookNow(c.open); now != c.filled {
		c.filled = now
	} else {
		return
	}
	v := c.value
	wantEmoji(v.Excerpt, v.Speaker)
	hue := voices[v.Voice]
	who := v.Speaker
	marks := []prose.Mark{{Span: geo.Span{End: len(who)}, Style: prose.Style{Bold: true, Ink: hue.ink()}}}
	if v.Source != "" {
		who += " (" + v.Source + ")"
	}
	if v.Via != "" {
		who += ", cited by " + v.Via
	}
	c.speaker.Set(prose.Content{Text: who, Marks: marks})

	marks = nil
	for _, s := range v.Content {
		marks = append(marks, prose.Mark{Span: s, Style: prose.Style{Fill: hue.tint()}})
	}
	c.quote.Set(prose.Content{Text: v.Excerpt, Marks: marks, Leading: 1.2})

	says := []string{v.Type}
	if v.Manner != "" {
		says = append(says, v.Manner)
	}
	line := strings.Join(says, " · ")
	bold := geo.Span{End: len(line)}
	text := line
	if v.Places != "" {
		text += "  –  " + v.Places
	}
	said := v.Status
	if v.Checked && !v.Manual {
		said += " · checked"
	}
	status := geo.Span{Start: len(text) + 1, End: len(text) + 1 + len(said)}
	text += "\n" + said + "\n" + v.Publisher + ", " + v.Date
	style := prose.Style{}
	if v.Contested {
		style.Ink = theme.Color(colourAlert)
	}
	c.meta.Set(prose.Content{Text: text, Size: theme.CaptionTextSize(), Colour: theme.ColorNamePlaceHolder, Marks: []prose.Mark{
		{Span: bold, Style: prose.Style{Bold: true, Ink: theme.Color(theme.ColorNameForeground)}},
		{Span: status, Style: style},
	}})

	c.whyLink.set("Why?  ▸")
	c.reasons.Hide()
	if c.open {
		c.whyLink.set("Why?  ▾")
		c.reasons.Show()
		c.reasons.Set(prose.Content{Text: v.Reasons().text(), Size: theme.CaptionTextSize(), Colour: theme.ColorNamePlaceHolder})
	}
}

func (c *card) FocusGained()     { c.focused = true; c.Refresh() }
func (c *card) FocusLost()       { c.focused = false; c.Refresh() }
func (c *card) TypedRune(r rune) { passRune(c, r) }
func (c *card) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.opened()
	case fyne.KeySpace:
		c.toggle()
	}
}

const (
	cardPad = 10
	cardBar = 4
	cardGap = 5
)

// HeightFor is the height of the card at a width.
func (c *card) HeightFor(width float32) float32 {
	inner := width - cardBar - 2*cardPad
	chipSize := c.chip.MinSize()
	h := 2*float32(cardPad) + max(chipSize.Height, c.speaker.HeightFor(inner-chipSize.Width-6))
	h += cardGap + c.quote.HeightFor(inner)
	h += cardGap + c.meta.HeightFor(inner)
	h += cardGap/2 + c.whyLink.MinSize().Height
	if c.open {
		h += 2 + c.reasons.HeightFor(inner)
	}
	return h
}

func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c: c, back: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.back.CornerRadius = 5
	r.style()
	return r
}

type cardRenderer struct {
	c         *card
	back, bar *canvas.Rectangle
}

func (r *cardRenderer) style() {
	r.back.FillColor = theme.Color(colourCard)
	r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	if r.c.selected {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	if r.c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 3
	}
	r.bar.FillColor = color.Color(voices[r.c.value.Voice].colour())
}

func (r *cardRenderer) Layout(size fyne.Size) {
	c := r.c
	r.back.Resize(size)
	r.bar.Move(fyne.NewPos(1, 6))
	r.bar.Resize(fyne.NewSize(cardBar, max(0, size.Height-12)))
	x, y := float32(cardBar+cardPad), float32(cardPad)
	w := size.Width - x - cardPad
	put := func(o fyne.CanvasObject, dx, width, height float32) {
		o.Move(fyne.NewPos(x+dx, y))
		o.Resize(fyne.NewSize(width, height))
	}
	cs := c.chip.MinSize()
	sh := c.speaker.HeightFor(w - cs.Width - 6)
	line := min(sh, c.speaker.LineHeight())
	put(c.chip, 0, cs.Width, cs.Height)
	c.chip.Move(c.chip.Position().AddXY(0, max(0, (line-cs.Height)/2)))
	put(c.speaker, cs.Width+6, w-cs.Width-6, sh)
	y += max(cs.Height, sh) + cardGap
	h := c.quote.HeightFor(w)
	put(c.quote, 0, w, h)
	y += h + cardGap
	h = c.meta.HeightFor(w)
	put(c.meta, 0, w, h)
	y += h + cardGap/2
	ls, cp := c.whyLink.MinSize(), c.copy.MinSize()
	put(c.whyLink, -3, ls.Width, ls.Height)
	cs = c.correct.MinSize()
	put(c.correct, ls.Width+6, cs.Width, cs.Height)
	put(c.copy, w-cp.Width+3, cp.Width, cp.Height)
	y += ls.Height + 2
	if c.open {
		put(c.reasons, 0, w, c.reasons.HeightFor(w))
	}
}

func (r *cardRenderer) MinSize() fyne.Size {
	w := r.c.Size().Width
	return fyne.NewSize(160, r.c.HeightFor(max(160, w)))
}

func (r *cardRenderer) Refresh() {
	r.c.fill()
	r.style()
	r.back.Refresh()
	r.bar.Refresh()
	r.c.chip.Refresh()
	r.c.whyLink.Refresh()
	r.c.correct.Refresh()
	r.c.copy.Refresh()
	r.Layout(r.c.Size())
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	return []fyne.CanvasObject{r.back, r.bar, c.chip, c.speaker, c.quote, c.meta, c.whyLink, c.correct, c.copy, c.reasons}
}
func (r *cardRenderer) Destroy() {}

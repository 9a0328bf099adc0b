package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/gui/prose"
)

// reviewValue is what the bar over the article shows while claims are checked.
type reviewValue struct {
	Claim   *claimValue // nil: nothing is left to check
	Checked bool        // this one was
	Doubts  string      // why it is to be looked at, or empty
	Left    int         // claims in doubt, not yet checked
	Done    int         // of those that there were to check
	Others  int         // not checked either, but in no doubt
	All     bool        // those are gone through too
	Denied  bool
	Reason  string // that the next correction will carry
	Offer   string // what else the last correction applies to
	Words   bool   // the claim's words are being chosen

	Filtered bool // not all claims are shown
	Only     bool // those that are shown are gone through alone
	Shown    int  // how many of Left are shown
}

// act is what can be done with the claim that is checked.
type act uint8

const (
	actNone act = iota
	actAccept
	actReject
	actNext
	actPrevious
	actPlace
	actSpeaker
	actType
	actPolarity
	actStatus
	actWords
	actReason
	actWhy
	actAlike
	actAll
	actShown
	actDone
)

// reviewKeys are the keys of the acts: the letter, and what the same key types
// on Ukrainian and Russian keyboards.
var reviewKeys = []struct {
	act  act
	name string // as it is shown
	keys string
}{
	{actAccept, "A", "aф"}, {actReject, "R", "rк"}, {actNext, "N", "nтjо"}, {actPrevious, "P", "pзkл"},
	{actPlace, "L", "lд"}, {actSpeaker, "S", "sіы"}, {actType, "T", "tе"}, {actPolarity, "D", "dв"},
	{actStatus, "U", "uг"}, {actWords, "E", "eу"}, {actReason, "Y", "yн"}, {actWhy, "W", "wц"}, {actAlike, "I", "iш"}, {actShown, "F", "fа"},
}

func keyOf(a act) string {
	for _, k := range reviewKeys {
		if k.act == a {
			return k.name
		}
	}
	return ""
}

// reviewBar shows the claim that is checked, why, and what can be done with it.
type reviewBar struct {
	widget.BaseWidget
	value  reviewValue
	filled look
	box    *fyne.Container
	scroll *scroller

	OnAct func(act)
}

func newReviewBar() *reviewBar {
	b := &reviewBar{box: column(6, 12, 8)}
	b.scroll = newScroller(b.box)
	b.ExtendBaseWidget(b)
	return b
}

func (b *reviewBar) show(v reviewValue) {
	b.value = v
	b.build()
}

func (b *reviewBar) act(a act) {
	if b.OnAct != nil {
		b.OnAct(a)
	}
}

func (b *reviewBar) button(label string, a act) *keyButton {
	return newKeyButton(label, keyOf(a), func() { b.act(a) })
}

func (b *reviewBar) build() {
	b.filled = lookNow(false)
	v := b.value
	title := "To check: " + thousands(v.Left)
	if v.Left == 0 {
		title = "Nothing left to check"
		if v.All && v.Claim != nil {
			title = "Looking through the rest: " + thousands(v.Others)
		}
	}
	done := newKeyButton("Done", "Esc", func() { b.act(actDone) })
	objects := []fyne.CanvasObject{container.New(&ends{}, titleLine(title), done)}
	if total := v.Done + v.Left; total > 0 {
		objects = append(objects, container.New(&share{float32(v.Done) / float32(total)}, canvas.NewRectangle(theme.Color(theme.ColorNameSeparator)), canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))),
			small(fmt.Sprintf("%s of %s done", thousands(v.Done), thousands(total)), theme.ColorNamePlaceHolder))
	}
	if v.Filtered {
		only := b.button("Only what the filter shows: "+thousands(v.Shown), actShown)
		only.on = v.Only
		objects = append(objects, container.New(&wrapped{}, only))
	}
	switch {
	case v.Claim == nil:
		objects = append(objects, b.calm(v)...)
	case v.Words:
		objects = append(objects, b.words()...)
	default:
		objects = append(objects, b.claim(v)...)
	}
	b.box.Objects = objects
	b.box.Refresh()
	b.scroll.fit()
	b.Refresh()
}

// calm says that there is nothing to do.
func (b *reviewBar) calm(v reviewValue) []fyne.CanvasObject {
	if v.Only && v.Left > 0 {
		return []fyne.CanvasObject{small("Of the claims that the filter shows, none is left to check.", theme.ColorNameForeground)}
	}
	if v.Others == 0 {
		return []fyne.CanvasObject{small("Every claim has been looked at.", theme.ColorNameForeground)}
	}
	rest := "The other claim was read without doubt and has not been looked at."
	if v.Others > 1 {
		rest = fmt.Sprintf("The other %s claims were read without doubt and have not been looked at.", thousands(v.Others))
	}
	look := widget.NewButton("Look through them too", func() { b.act(actAll) })
	return []fyne.CanvasObject{small(rest, theme.ColorNameForeground), container.NewHBox(look)}
}

// words says how to choose the claim's words.
func (b *reviewBar) words() []fyne.CanvasObject {
	take := newKeyButton("These words", "Enter", func() { b.act(actWords) })
	take.strong = true
	leave := newKeyButton("Leave them", "Esc", func() { b.act(actDone) })
	return []fyne.CanvasObject{
		small("Mark the words that say what is claimed: drag over the text below, or move their end with ← and →, their beginning with Shift.", theme.ColorNameForeground),
		container.New(&wrapped{}, take, leave),
	}
}

func (b *reviewBar) claim(v reviewValue) []fyne.CanvasObject {
	c := v.Claim
	var out []fyne.CanvasObject
	if v.Checked {
		out = append(out, small("This one has been checked.", theme.ColorNameSuccess))
	} else if v.Doubts != "" {
		out = append(out, small(v.Doubts, colourAlert))
	}
	who := c.Speaker
	if c.Source != "" {
		who += " (" + c.Source + ")"
	}
	says := c.Type
	if c.Manner != "" {
		says += " (" + c.Manner + ")"
	}
	place := c.Places
	if !c.Placed {
		place = "no place named"
	}
	text := who + ", " + c.Party + "\n" + says + " – " + place + "\n" + c.Status
	out = append(out, container.New(&labelled{}, newChip(c.Voice), prose.New(prose.Content{Text: text, Marks: []prose.Mark{
		{Span: geo.Span{End: len(who)}, Style: prose.Style{Bold: true, Ink: voices[c.Voice].ink()}},
		{Span: geo.Span{Start: len(text) - len(c.Status), End: len(text)}, Style: prose.Style{Ink: theme.Color(theme.ColorNamePlaceHolder)}},
	}})))
	accept := b.button("Right", actAccept)
	accept.strong = true
	denied := "Denied"
	if v.Denied {
		denied = "Not denied"
	}
	reason := b.button("Reason…", actReason)
	reason.on = v.Reason != ""
	out = append(out,
		container.New(&wrapped{}, accept, b.button("No claim", actReject), b.button("Previous", actPrevious), b.button("Next", actNext)),
		container.New(&wrapped{}, b.button("Place", actPlace), b.button("Speaker", actSpeaker), b.button("Type", actType), b.button(denied, actPolarity),
			b.button("Status", actStatus), b.button("Words", actWords), reason, b.button("Why?", actWhy)))
	if v.Reason != "" {
		out = append(out, small("The next correction carries the reason: "+v.Reason, theme.ColorNamePlaceHolder))
	}
	if v.Offer != "" {
		out = append(out, column(4, 0, 0, notice(v.Offer), container.New(&wrapped{}, b.button("Correct them too", actAlike))))
	}
	return out
}

// titleLine is a heading that never breaks.
func titleLine(s string) *canvas.Text {
	t := canvas.NewText(s, theme.Color(theme.ColorNameForeground))
	t.TextSize, t.TextStyle = theme.TextSubHeadingSize(), fyne.TextStyle{Bold: true}
	return t
}

func small(s string, colour fyne.ThemeColorName) *prose.Text {
	return prose.New(prose.Content{Text: s, Colour: colour, Size: theme.CaptionTextSize()})
}

// HeightFor is the height of the bar at a width.
func (b *reviewBar) HeightFor(width float32) float32 { return heightFor(b.box, width) }

func (b *reviewBar) CreateRenderer() fyne.WidgetRenderer {
	return &reviewBarRenderer{b, canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
}

type reviewBarRenderer struct {
	b          *reviewBar
	back, line *canvas.Rectangle
}

func (r *reviewBarRenderer) Layout(size fyne.Size) {
	r.back.FillColor, r.line.FillColor = theme.Color(theme.ColorNameHeaderBackground), theme.Color(theme.ColorNamePrimary)
	r.back.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-2))
	r.line.Resize(fyne.NewSize(size.Width, 2))
	r.b.scroll.Resize(size.SubtractWidthHeight(0, 2))
}
func (r *reviewBarRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 40) }
func (r *reviewBarRenderer) Refresh() {
	if r.b.filled != lookNow(false) {
		r.b.build()
		return
	}
	r.Layout(r.b.Size())
	r.back.Refresh()
	r.line.Refresh()
}
func (r *reviewBarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.b.scroll, r.line}
}
func (r *reviewBarRenderer) Destroy() {}

// share is a thin line, of which the second object takes a part.
type share struct{ part float32 }

var _ tall = (*share)(nil)

func (s *share) height([]fyne.CanvasObject, float32) float32 { return 4 }
func (s *share) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width*s.part, size.Height))
}
func (s *share) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 4) }

// labelled sets a chip before a text.
type labelled struct{ width float32 }

var _ tall = (*labelled)(nil)

func (l *labelled) height(objects []fyne.CanvasObject, width float32) float32 {
	m := objects[0].MinSize()
	return max(m.Height, heightFor(objects[1], width-m.Width-8))
}

func (l *labelled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	m := objects[0].MinSize()
	objects[0].Resize(m)
	objects[0].Move(fyne.NewPos(0, 1))
	objects[1].Move(fyne.NewPos(m.Width+8, 0))
	objects[1].Resize(fyne.NewSize(size.Width-m.Width-8, size.Height))
}

func (l *labelled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, l.height(objects, max(60, l.width)))
}

// under sets the second object below the first, which takes the height that it
// needs, up to the larger part of all.
type under struct{}

func (under) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if objects[0].Visible() {
		y = min(heightFor(objects[0], size.Width)+2, size.Height*0.6)
		objects[0].Move(fyne.NewPos(0, 0))
		objects[0].Resize(fyne.NewSize(size.Width, y))
	}
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-y))
}

func (under) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize()
}

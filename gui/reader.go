package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/gui/prose"
)

// reader shows a whole article. Every claim is marked where it stands; the one
// that is looked at is marked in full: what is claimed, by whom, and the words
// that attribute it. A click on another claim's words looks at that one.
type reader struct {
	widget.BaseWidget

	value  *readerValue
	filled look
	brief  bool // title and date only: what the head says stands in another place

	back   *link
	prev   *link
	next   *link
	head   *fyne.Container
	key    *prose.Text
	text   *prose.Text
	scroll *scroller
	chosen *fyne.Container // what can be done with the selected words

	OnBack   func()
	OnClaim  func(geo.ClaimID)
	OnURL    func(string)
	OnSelect func(*prose.Text)
	// Of an article with several versions: another is wanted, or the corrections
	// of an older one.
	OnVersion  func(geo.ArticleID)
	OnTakeOver func()
	changes    bool   // the changes since the version before are shown
	OnAdd      func() // a claim is to be made of the selected words
	OnWords    func() // the selected words are to be those of the claim in focus
	OnWhy      func() // why the claim in focus is there
	OnMenu     func(geo.ArticleID, fyne.Position)
}

func newReader() *reader {
	r := &reader{head: column(3, 12, 8), text: prose.New(prose.Content{}), key: prose.New(prose.Content{})}
	r.back = newLink("‹ Back", func() { call(r.OnBack) })
	r.prev = newLink("‹ previous claim", func() { r.step(-1) })
	r.next = newLink("next claim ›", func() { r.step(1) })
	pad := container.New(&flow{padX: 12, padY: 10}, r.text)
	r.scroll = newScroller(pad)
	r.scroll.OnWindow = func(top, height float32) { r.text.SetWindow(top-10, height) }
	r.text.OnTapped = r.tapped
	r.text.OnSelect = func(t *prose.Text) {
		if r.OnSelect != nil {
			r.OnSelect(t)
		}
	}
	add := newKeyButton("Add a claim of these words…", "Ctrl+N", func() { call(r.OnAdd) })
	words := newKeyButton("These are its words", "E", func() { call(r.OnWords) })
	r.chosen = container.New(&wrapped{}, add, words)
	r.chosen.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// setBrief sets a head of one line.
func (r *reader) setBrief(on bool) {
	if r.brief != on {
		r.brief = on
		r.build()
	}
}

// showSelection offers what can be done with the selected words.
func (r *reader) showSelection() {
	on := !r.text.Selection().Empty() && !r.changes
	if on != r.chosen.Visible() || on {
		visible(r.chosen, on)
		visible(r.chosen.Objects[1], r.focus() != nil)
		r.Refresh()
	}
}

// revealSpan brings a stretch of the text into sight.
func (r *reader) revealSpan(s geo.Span) {
	y, h := r.text.LineAt(max(s.Start, s.End-1))
	r.scroll.reveal(y+10, h)
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// show shows an article and scrolls to the claim in focus.
func (r *reader) show(v readerValue, back string) {
	r.back.set("‹ " + back)
	another := r.value == nil || r.value.ID != v.ID
	r.changes = r.changes && v.Version != nil && v.Version.Changes != nil
	r.value = &v
	wantEmoji(v.Title, v.Text)
	r.build()
	if another {
		r.scroll.toTop()
	}
	r.reveal()
}

// reveal brings the claim in focus into sight.
func (r *reader) reveal() {
	if s := r.focus(); s != nil && !r.changes && r.text.Size().Width > 0 {
		y, h := r.text.LineAt(s.Excerpt.Start)
		end, _ := r.text.LineAt(s.Excerpt.End - 1)
		r.scroll.reveal(y+10, end+h-y)
	}
}

func (r *reader) focus() *spanValue {
	if r.value == nil {
		return nil
	}
	for i := range r.value.Spans {
		if r.value.Spans[i].ID == r.value.Focus {
			return &r.value.Spans[i]
		}
	}
	return nil
}

// step looks at the claim n further on in the text.
func (r *reader) step(n int) {
	if r.value == nil || len(r.value.Spans) == 0 {
		return
	}
	at := -1
	for i, s := range r.value.Spans {
		if s.ID == r.value.Focus {
			at = i
		}
	}
	switch {
	case at < 0 && n < 0:
		at = len(r.value.Spans) - 1
	case at < 0:
		at = 0
	default:
		at += n
	}
	if at >= 0 && at < len(r.value.Spans) && r.OnClaim != nil {
		r.OnClaim(r.value.Spans[at].ID)
	}
}

// tapped looks at the smallest claim that a byte of the text belongs to.
func (r *reader) tapped(offset int) {
	if r.changes {
		return // the text that is shown is no version's
	}
	var best *spanValue
	size := 0
	at := geo.Span{Start: offset, End: offset + 1}
	for i := range r.value.Spans {
		s := &r.value.Spans[i]
		n := 0
		for _, c := range s.Content {
			if c.Overlaps(at) {
				n = c.Len()
			}
		}
		if n > 0 && (best == nil || n < size) {
			best, size = s, n
		}
	}
	if best != nil && r.OnClaim != nil {
		r.OnClaim(best.ID)
	}
}

func (r *reader) build() {
	r.filled = lookNow(false)
	v := r.value
	if v == nil {
		return
	}
	if r.brief {
		by := small(v.Title+"\n"+v.Publisher+" · "+v.LongDate, theme.ColorNamePlaceHolder)
		r.changes = false
		r.fill(r.content(), by)
		return
	}
	objects := []fyne.CanvasObject{container.New(&ends{}, r.back, container.NewHBox(r.prev, r.next)), heading(v.Title)}
	by := v.Publisher + " · " + v.LongDate
	objects = append(objects, prose.New(prose.Content{Text: by, Colour: theme.ColorNamePlaceHolder}))
	links := container.New(&wrapped{})
	if v.URL != "" {
		links.Add(newLink("Open the page it came from", func() {
			if r.OnURL != nil {
				r.OnURL(v.URL)
			}
		}))
	}
	if r.focus() != nil {
		links.Add(newLink("Why is this claim here?", func() { call(r.OnWhy) }))
	}
	var more *link
	more = newLink("Article  ▾", func() {
		if r.OnMenu != nil {
			r.OnMenu(v.ID, fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(0, more.Size().Height))
		}
	})
	links.Add(more)
	objects = append(objects, links)
	if v.Example {
		objects = append(objects, notice("An example article, written for this program."))
	}
	if v.Version != nil {
		objects = append(objects, r.versionLine(v.Version)...)
	}
	content := r.content()
	key := keyContent(r.focus())
	if r.changes {
		content = changedContent(v.Version.Changes())
		key.Text, key.Marks = "Struck through: taken out since the version before. Underlined: new.", nil
	}
	r.key.Set(key)
	r.fill(content, append(objects, r.key)...)
}

// content is the article's text with its claims marked.
func (r *reader) content() prose.Content {
	return prose.Content{Text: r.value.Text, Marks: r.marks(), Size: theme.TextSize() * 15 / 14, Leading: 1.28}
}

// fill sets the head and the text below it.
func (r *reader) fill(content prose.Content, head ...fyne.CanvasObject) {
	r.head.Objects = head
	r.head.Refresh()
	selected := r.text.Selection()
	same := r.text.Text() == content.Text
	r.chosen.Hide()
	r.text.Set(content)
	if same && !selected.Empty() {
		r.text.Select(selected) // something else has changed while one selects
	}
	r.Refresh()
	r.scroll.fit()
}

// marks styles every claim lightly and the one in focus in full.
func (r *reader) marks() []prose.Mark {
	var out []prose.Mark
	for i := range r.value.Spans {
		s := &r.value.Spans[i]
		if s.ID == r.value.Focus {
			continue
		}
		for _, c := range s.Content {
			out = append(out, prose.Mark{Span: c, Style: prose.Style{Line: fade(voices[s.Voice])}})
		}
	}
	if s := r.focus(); s != nil {
		v := voices[s.Voice]
		content, speaker, cue := focusStyles(v)
		for _, c := range s.Content {
			out = append(out, prose.Mark{Span: c, Style: content})
		}
		for _, c := range s.Speaker {
			out = append(out, prose.Mark{Span: c, Style: speaker})
		}
		for _, c := range s.Cue {
			out = append(out, prose.Mark{Span: c, Style: cue})
		}
	}
	return out
}

// focusStyles are the styles of what is claimed, who claims it and the words
// that attribute it. They differ in more than hue.
func focusStyles(v voice) (content, speaker, cue prose.Style) {
	return prose.Style{Fill: v.tint()},
		prose.Style{Bold: true, Ink: v.ink(), Line: v.colour()},
		prose.Style{Italic: true, Line: v.colour(), Dotted: true}
}

// fade is the voice's colour for the line under claims out of focus.
func fade(v voice) color.Color { return blend(cardColour(), v.colour(), 0.55) }

// keyContent explains the marks, in the marks themselves.
func keyContent(s *spanValue) prose.Content {
	c := prose.Content{Size: theme.CaptionTextSize(), Colour: theme.ColorNamePlaceHolder}
	if s == nil {
		c.Text = "Claims are underlined in the colour of their source. Click one."
		return c
	}
	content, speaker, cue := focusStyles(voices[s.Voice])
	add := func(words string, st prose.Style) {
		start := len(c.Text)
		c.Text += words
		c.Marks = append(c.Marks, prose.Mark{Span: geo.Span{Start: start, End: len(c.Text)}, Style: st})
	}
	c.Text = s.Label + "\nMarked: "
	c.Marks = append(c.Marks, prose.Mark{Span: geo.Span{End: len(s.Label)}, Style: prose.Style{Bold: true, Ink: voices[s.Voice].ink()}})
	add(" what is claimed ", content)
	c.Text += "   "
	if len(s.Speaker) > 0 {
		add("by whom", speaker)
		c.Text += "   "
	}
	if len(s.Cue) > 0 {
		add("in what words", cue)
	}
	if len(s.Speaker) == 0 && len(s.Cue) == 0 {
		c.Text += "said by the article itself"
	}
	return c
}

func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	return &readerRenderer{r, line, canvas.NewRectangle(theme.Color(colourCard)), canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))}
}

type readerRenderer struct {
	r           *reader
	line, paper *canvas.Rectangle
	strip       *canvas.Rectangle // behind what can be done with the selected words
}

func (x *readerRenderer) Layout(size fyne.Size) {
	r := x.r
	h := heightFor(r.head, size.Width)
	h = min(h, size.Height*0.6)
	r.head.Resize(fyne.NewSize(size.Width, h))
	x.line.Move(fyne.NewPos(0, h))
	x.line.Resize(fyne.NewSize(size.Width, 1))
	x.paper.Move(fyne.NewPos(0, h+1))
	x.paper.Resize(fyne.NewSize(size.Width, size.Height-h-1))
	r.scroll.Move(fyne.NewPos(0, h+1))
	before := r.scroll.Size().Width
	strip := float32(0)
	if r.chosen.Visible() {
		ch := heightFor(r.chosen, size.Width-24)
		strip = ch + 12
		x.strip.Move(fyne.NewPos(0, size.Height-ch-12))
		x.strip.Resize(fyne.NewSize(size.Width, ch+12))
		r.chosen.Move(fyne.NewPos(12, size.Height-ch-6))
		r.chosen.Resize(fyne.NewSize(size.Width-24, ch))
	}
	visible(x.strip, r.chosen.Visible())
	r.scroll.Resize(fyne.NewSize(size.Width, max(40, size.Height-h-1-strip)))
	if before != size.Width {
		r.reveal()
	}
}
func (x *readerRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 120) }
func (x *readerRenderer) Refresh() {
	if x.r.value != nil && x.r.filled != lookNow(false) {
		x.r.build()
		return
	}
	x.line.FillColor = theme.Color(theme.ColorNameSeparator)
	x.paper.FillColor, x.strip.FillColor = theme.Color(colourCard), theme.Color(theme.ColorNameHeaderBackground)
	x.strip.Refresh()
	x.line.Refresh()
	x.paper.Refresh()
	x.Layout(x.r.Size())
}
func (x *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.paper, x.r.head, x.line, x.r.scroll, x.strip, x.r.chosen}
}
func (x *readerRenderer) Destroy() {}

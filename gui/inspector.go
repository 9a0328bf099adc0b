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

const (
	// besideFrom is the width of the inspector in dp from which the parties'
	// claims stand in columns, for each column.
	besideFrom = 208
	// groupMost is how many claims of a column are shown at first.
	groupMost = 40
)

// inspector shows a place with the claims made about it, in columns by party
// where there is room and below each other where there is not; with no place
// selected, an overview of what is contested.
type inspector struct {
	widget.BaseWidget

	place    *placeValue
	overview *overviewValue
	selected geo.ClaimID
	filled   look
	beside   bool
	all      map[string]bool // groups shown in full

	scroll *scroller
	body   *fyne.Container
	cards  map[geo.ClaimID]*card

	OnOpen   func(claimValue)
	OnCopy   func(claimValue)
	OnSelect func(*prose.Text)
	// OnCorrect asks for the ways to correct a claim; see card.
	OnCorrect func(claimValue, fyne.Position)
	OnPlace   func(geo.PlaceID)
	OnImport  func() // from the empty state
}

func newInspector() *inspector {
	i := &inspector{body: column(10, 12, 12), all: map[string]bool{}}
	i.scroll = newScroller(i.body)
	i.ExtendBaseWidget(i)
	return i
}

// showPlace shows a place; claim, if not empty, is scrolled to and marked.
func (i *inspector) showPlace(p placeValue, claim geo.ClaimID) {
	another := i.place == nil || i.place.ID != p.ID
	i.place, i.overview, i.selected = &p, nil, claim
	if another {
		i.all = map[string]bool{}
	}
	i.build()
	if another {
		i.scroll.toTop()
	}
	i.revealSelected()
}

// showOverview shows what there is while nothing is selected.
func (i *inspector) showOverview(o overviewValue) {
	fresh := i.overview == nil
	i.place, i.overview, i.selected = nil, &o, ""
	i.build()
	if fresh {
		i.scroll.toTop()
	}
}

// revealSelected scrolls to the selected claim's card, unless it is in sight.
func (i *inspector) revealSelected() {
	if at, ok := i.cardAt(i.selected); ok {
		i.scroll.reveal(at.Y, i.cards[i.selected].Size().Height)
	}
}

// cardAt is where a claim's card lies in the contents.
func (i *inspector) cardAt(id geo.ClaimID) (fyne.Position, bool) {
	c := i.cards[id]
	if c == nil || c.Size().Height == 0 {
		return fyne.Position{}, false
	}
	var find func(o fyne.CanvasObject, at fyne.Position) (fyne.Position, bool)
	find = func(o fyne.CanvasObject, at fyne.Position) (fyne.Position, bool) {
		at = at.Add(o.Position())
		if o == fyne.CanvasObject(c) {
			return at, true
		}
		if box, ok := o.(*fyne.Container); ok {
			for _, child := range box.Objects {
				if found, ok := find(child, at); ok {
					return found, true
				}
			}
		}
		return fyne.Position{}, false
	}
	return find(i.body, fyne.NewPos(0, i.scroll.scroll.Offset.Y)) // the body's own position is what was scrolled
}

// build makes the contents anew.
func (i *inspector) build() {
	i.filled = lookNow(false)
	i.cards = map[geo.ClaimID]*card{}
	i.beside = i.wantBeside()
	var objects []fyne.CanvasObject
	switch {
	case i.place != nil:
		objects = i.placeObjects(i.place)
	case i.overview != nil:
		objects = i.overviewObjects(i.overview)
	}
	i.body.Objects = objects
	i.body.Refresh()
	i.scroll.fit()
}

func (i *inspector) wantBeside() bool {
	return i.place != nil && len(i.place.Groups) > 1 &&
		i.Size().Width >= float32(len(i.place.Groups))*besideFrom
}

func (i *inspector) placeObjects(p *placeValue) []fyne.CanvasObject {
	head := []fyne.CanvasObject{heading(p.Name)}
	sub := p.Kind
	if p.Approx {
		sub += " · position approximate"
	}
	if p.Names != "" {
		head = append(head, i.text(p.Names, theme.ColorNameForeground, 0))
	}
	if p.Former != "" {
		head = append(head, i.text("formerly "+p.Former, theme.ColorNamePlaceHolder, theme.CaptionTextSize()))
	}
	sub += fmt.Sprintf(" · %s from %s", count(p.Claims, "claim", "claims"), count(p.Origins, "independent origin", "independent origins"))
	head = append(head, i.text(sub, theme.ColorNamePlaceHolder, theme.CaptionTextSize()))
	out := []fyne.CanvasObject{column(2, 0, 0, head...)}
	if p.Contested != "" {
		out = append(out, alert("Contested: "+p.Contested))
	}
	if len(p.Groups) == 0 {
		return append(out, i.text("Every claim about this place is hidden by the filter.", theme.ColorNamePlaceHolder, 0))
	}
	var groups []fyne.CanvasObject
	for _, g := range p.Groups {
		groups = append(groups, i.groupObject(g))
	}
	if i.beside {
		return append(out, columns(10, groups...))
	}
	return append(out, groups...)
}

func (i *inspector) groupObject(g groupValue) fyne.CanvasObject {
	v := voices[g.Voice]
	title := fmt.Sprintf("%s  %s", g.Title, count(len(g.Claims), "claim", "claims"))
	n := len(g.Title)
	head := prose.New(prose.Content{Text: title, Colour: theme.ColorNamePlaceHolder, Marks: []prose.Mark{
		{Span: geo.Span{End: n}, Style: prose.Style{Bold: true, Ink: v.ink()}}}})
	rule := canvas.NewRectangle(v.colour())
	rule.SetMinSize(fyne.NewSize(1, 2))
	objects := []fyne.CanvasObject{head, rule}
	for k, c := range g.Claims {
		if k == groupMost && !i.all[g.Title] {
			more := newLink(fmt.Sprintf("Show the other %s", thousands(len(g.Claims)-k)), func() {
				i.all[g.Title] = true
				i.build()
			})
			objects = append(objects, container.NewHBox(more))
			break
		}
		objects = append(objects, i.card(c))
	}
	return column(7, 0, 0, objects...)
}

func (i *inspector) card(v claimValue) *card {
	c := newCard(v)
	c.selected = v.ID == i.selected
	c.OnOpen = i.OnOpen
	c.OnCopy = i.OnCopy
	c.OnCorrect = i.OnCorrect
	c.OnSelect = i.OnSelect
	c.OnResize = func() { i.body.Refresh(); i.scroll.fit() }
	i.cards[v.ID] = c
	return c
}

func (i *inspector) overviewObjects(o *overviewValue) []fyne.CanvasObject {
	if o.Articles == 0 {
		imp := widget.NewButton("Import articles…", func() {
			if i.OnImport != nil {
				i.OnImport()
			}
		})
		imp.Importance = widget.HighImportance
		return []fyne.CanvasObject{
			heading("Nothing read yet"),
			i.text("Drop news articles on this window – text, HTML, PDF, Word, e-mail or a folder of them – or import them from the File menu. Every claim about a place is then drawn on the map, coloured by who makes it.", theme.ColorNameForeground, 0),
			container.NewHBox(imp),
		}
	}
	out := []fyne.CanvasObject{heading("Who claims what, where")}
	if o.Example {
		out = append(out, notice("This is the built-in example: short articles written for this program, not news. Import your own from the File menu, or drop them on the window."))
	}
	sum := fmt.Sprintf("%s with %s: %s on the map at %s", count(o.Articles, "article", "articles"), count(o.Claims, "claim", "claims"),
		thousands(o.Placed), count(o.Places, "place", "places"))
	if n := o.Claims - o.Placed; n > 0 {
		sum += fmt.Sprintf(", %s listed only, because the text names no place", thousands(n))
	}
	out = append(out, i.text(sum+".", theme.ColorNameForeground, 0))
	out = append(out, i.text("Click a symbol, or press Tab and Enter on the map, to see the words behind it.", theme.ColorNamePlaceHolder, 0))
	if len(o.Contested) == 0 {
		return append(out, i.text("No place is contested by the claims that are shown.", theme.ColorNamePlaceHolder, 0))
	}
	rows := []fyne.CanvasObject{subheading("Where sources conflict")}
	for k, c := range o.Contested {
		if k == groupMost {
			rows = append(rows, i.text(fmt.Sprintf("and %s more", thousands(len(o.Contested)-k)), theme.ColorNamePlaceHolder, 0))
			break
		}
		rows = append(rows, i.contestedRow(c))
	}
	return append(out, column(3, 0, 0, rows...))
}

func (i *inspector) contestedRow(c contestedValue) fyne.CanvasObject {
	l := newLink(c.Name, func() {
		if i.OnPlace != nil {
			i.OnPlace(c.Place)
		}
	})
	l.bold = true
	l.Refresh()
	chips := container.NewHBox()
	for _, v := range c.Voices {
		chips.Add(newChip(v))
	}
	return column(1, 0, 3, container.New(&ends{}, l, chips), i.text(c.What, theme.ColorNamePlaceHolder, theme.CaptionTextSize()))
}

func (i *inspector) text(s string, colour fyne.ThemeColorName, size float32) *prose.Text {
	wantEmoji(s)
	t := prose.New(prose.Content{Text: s, Colour: colour, Size: size})
	t.OnSelect = i.OnSelect
	return t
}

func heading(s string) *prose.Text {
	return prose.New(prose.Content{Text: s, Size: theme.TextHeadingSize(), Marks: []prose.Mark{{Span: geo.Span{End: len(s)}, Style: prose.Style{Bold: true}}}})
}

func subheading(s string) *prose.Text {
	return prose.New(prose.Content{Text: s, Size: theme.TextSubHeadingSize(), Marks: []prose.Mark{{Span: geo.Span{End: len(s)}, Style: prose.Style{Bold: true}}}})
}

// alert is a line that must not be overlooked, in a frame.
func alert(s string) fyne.CanvasObject { return framed(s, colourAlert) }

// notice is a line of explanation in a frame.
func notice(s string) fyne.CanvasObject { return framed(s, theme.ColorNamePrimary) }

func framed(s string, colour fyne.ThemeColorName) fyne.CanvasObject {
	back := canvas.NewRectangle(theme.Color(colourCard))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = theme.Color(colour), 1.5, 4
	text := prose.New(prose.Content{Text: s, Colour: colour})
	return container.New(&frame{}, back, text)
}

// frame lays a text over its background with some room around it.
type frame struct{ width float32 }

const framePad = 8

func (f *frame) height(objects []fyne.CanvasObject, width float32) float32 {
	return heightFor(objects[1], width-2*framePad) + 2*framePad
}

func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	objects[0].Resize(size)
	objects[1].Move(fyne.NewSquareOffsetPos(framePad))
	objects[1].Resize(size.SubtractWidthHeight(2*framePad, 2*framePad))
}

func (f *frame) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, f.height(objects, max(60, f.width)))
}

func (i *inspector) CreateRenderer() fyne.WidgetRenderer { return &inspectorRenderer{i} }

type inspectorRenderer struct{ i *inspector }

func (r *inspectorRenderer) Layout(size fyne.Size) {
	r.i.scroll.Resize(size)
	if r.i.wantBeside() != r.i.beside {
		r.i.build()
	}
}
func (r *inspectorRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 80) }
func (r *inspectorRenderer) Refresh() {
	if r.i.filled != lookNow(false) {
		r.i.build()
	}
}
func (r *inspectorRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.i.scroll} }
func (r *inspectorRenderer) Destroy()                     {}

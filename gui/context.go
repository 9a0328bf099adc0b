package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/render"
	"contested/geo/session"
	"contested/gui/mapview"
	"contested/gui/prose"
)

// eventValue is one event of somebody else's, as the panel shows it.
type eventValue struct {
	Title, Text, Kind, Date string
	Layer, Credit           string
	Link                    string
}

func eventFrom(l *geo.ContextLayer, e *geo.ContextEvent) eventValue {
	v := eventValue{Title: e.Title, Text: e.Text, Kind: e.Kind, Layer: l.Name, Credit: l.Credit(), Link: e.Link}
	if e.When.Known() {
		v.Date = dateWords(e.When)
	}
	return v
}

// eventMost is how many events the panel shows of those that lie on each other.
const eventMost = 60

// eventsPanel shows others' events that were clicked. It looks unlike a claim's
// card: no voice, no pattern, and it says first that it is none.
type eventsPanel struct {
	widget.BaseWidget
	events []eventValue
	filled look
	scroll *scroller
	body   *fyne.Container

	OnBack   func()
	OnURL    func(string)
	OnSelect func(*prose.Text)
}

func newEventsPanel() *eventsPanel {
	p := &eventsPanel{body: column(8, 12, 12)}
	p.scroll = newScroller(p.body)
	p.ExtendBaseWidget(p)
	return p
}

func (p *eventsPanel) show(events []eventValue) {
	p.events = events
	p.build()
	p.scroll.toTop()
}

func (p *eventsPanel) build() {
	p.filled = lookNow(false)
	text := func(c prose.Content) *prose.Text {
		t := prose.New(c)
		t.OnSelect = func(t *prose.Text) {
			if p.OnSelect != nil {
				p.OnSelect(t)
			}
		}
		return t
	}
	objects := []fyne.CanvasObject{
		container.NewHBox(newLink("‹ Back", func() { call(p.OnBack) })),
		notice("Context, not a claim: published by others, and not checked here."),
	}
	for i, e := range p.events {
		if i == eventMost {
			objects = append(objects, text(prose.Content{Text: fmt.Sprintf("… and %s more here; zoom in to part them.", thousands(len(p.events)-i)), Colour: theme.ColorNamePlaceHolder}))
			break
		}
		if i > 0 {
			objects = append(objects, widget.NewSeparator())
		}
		objects = append(objects, text(prose.Content{Text: e.Title, Size: theme.TextSubHeadingSize(), Marks: []prose.Mark{{Span: geo.Span{End: len(e.Title)}, Style: prose.Style{Bold: true}}}}))
		var head []string
		for _, s := range []string{e.Date, e.Kind} {
			if s != "" {
				head = append(head, s)
			}
		}
		if len(head) > 0 {
			objects = append(objects, text(prose.Content{Text: strings.Join(head, " · "), Colour: theme.ColorNamePlaceHolder}))
		}
		if e.Text != "" && e.Text != e.Title {
			objects = append(objects, text(prose.Content{Text: e.Text, Leading: 1.2}))
		}
		objects = append(objects, text(prose.Content{Text: "From “" + e.Layer + "”, " + e.Credit, Colour: theme.ColorNamePlaceHolder, Size: theme.CaptionTextSize()}))
		if e.Link != "" {
			objects = append(objects, container.NewHBox(newLink("Open the publisher's evidence", func() {
				if p.OnURL != nil {
					p.OnURL(e.Link)
				}
			})))
		}
	}
	p.body.Objects = objects
	p.body.Refresh()
	p.scroll.fit()
}

func (p *eventsPanel) CreateRenderer() fyne.WidgetRenderer {
	return &eventsRenderer{p, canvas.NewRectangle(theme.Color(colourPanel))}
}

type eventsRenderer struct {
	p    *eventsPanel
	back *canvas.Rectangle
}

func (r *eventsRenderer) Layout(size fyne.Size) { r.back.Resize(size); r.p.scroll.Resize(size) }
func (r *eventsRenderer) MinSize() fyne.Size    { return fyne.NewSize(120, 80) }
func (r *eventsRenderer) Refresh() {
	if r.p.filled != lookNow(false) {
		r.p.build()
	}
	r.back.FillColor = theme.Color(colourPanel)
	r.back.Refresh()
}
func (r *eventsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.p.scroll}
}
func (r *eventsRenderer) Destroy() {}

// picked answers a click on a symbol of the map.
func (w *Window) picked(h render.Hit) {
	if h.Kind != render.ContextHit {
		w.showEvents(false)
		w.selectPlace(h.Places[0])
		return
	}
	w.events.show(w.eventsOf(h))
	w.showEvents(true)
	w.shell.show(rightSide, true)
	w.trace.Event("context", map[string]any{"events": len(h.Context), "title": w.events.events[0].Title})
}

func (w *Window) showEvents(on bool) {
	visible(w.events, on)
	w.events.Refresh()
}

// eventsOf are the events under a symbol.
func (w *Window) eventsOf(h render.Hit) []eventValue {
	var out []eventValue
	for _, r := range h.Context {
		l := w.scene.Context[r.Layer]
		out = append(out, eventFrom(l, &l.Events[r.Event]))
	}
	return out
}

// describeEvents words the hover card of others' events.
func (w *Window) describeEvents(h render.Hit) mapview.Card {
	list := w.eventsOf(h)
	c := mapview.Card{Title: list[0].Title}
	if len(list) > 1 {
		c.Title = count(len(list), "event", "events")
		for i, e := range list {
			if i == 3 {
				c.Lines = append(c.Lines, mapview.CardLine{Text: "…"})
				break
			}
			c.Lines = append(c.Lines, mapview.CardLine{Text: e.Title})
		}
	} else if list[0].Date != "" {
		c.Lines = append(c.Lines, mapview.CardLine{Text: list[0].Date})
	}
	c.Lines = append(c.Lines, mapview.CardLine{Text: "Context, not a claim: " + list[0].Credit})
	return c
}

// askContext asks for a file or address of others' events.
func (w *Window) askContext() {
	address, name, publisher, licence := newField(), newField(), newField(), newField()
	address.SetPlaceHolder("a file, or https://…")
	for _, e := range []*field{name, publisher, licence} {
		e.SetPlaceHolder("as the file says")
	}
	browse := newButton("File…", theme.FolderOpenIcon(), func() {
		w.chooseImport("Others' events", []string{".json", ".geojson", ".kml", ".kmz", ".csv"}, func(path string) { address.SetText(path) })
	})
	d := w.askingForm("Add others' events as context", "Add", "Cancel", []*widget.FormItem{
		{Text: "Events", Widget: container.NewBorder(nil, nil, nil, browse, address), HintText: "GeoJSON, KML, Bellingcat, TimeMap, GeoConfirmed, ACLED"},
		{Text: "Name", Widget: name},
		{Text: "Publisher", Widget: publisher, HintText: "Named on the map and in every picture"},
		{Text: "Licence", Widget: licence},
	}, func(ok bool) {
		if input := strings.TrimSpace(address.Text); ok && input != "" {
			w.addContext(input, ingest.ContextOptions{Name: strings.TrimSpace(name.Text), Publisher: strings.TrimSpace(publisher.Text), Licence: strings.TrimSpace(licence.Text)})
		}
	})
	d.Resize(fyne.NewSize(min(640, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(address)
}

func (w *Window) addContext(input string, o ingest.ContextOptions) {
	w.with(func(s *session.Session) {
		err := s.AddContext(input, o, func(r session.ContextReport) { w.post(func() { w.contextAdded(r) }) })
		if err != nil {
			w.fail(err)
		}
	})
}

func (w *Window) contextAdded(r session.ContextReport) {
	if w.closed {
		return
	}
	if r.Err != nil {
		w.fail(r.Err)
		return
	}
	w.trace.Event("context added", map[string]any{"events": len(r.Layer.Events)})
	say := fmt.Sprintf("Context “%s”: %s", r.Layer.Name, count(len(r.Layer.Events), "event", "events"))
	if !r.New {
		say = fmt.Sprintf("Context “%s” is on the map already", r.Layer.Name)
	}
	if len(r.Skipped) == 0 {
		w.say("%s.", say)
		return
	}
	w.status.say(fmt.Sprintf("%s, %d left out", say, len(r.Skipped)), false, "details", func() {
		var b strings.Builder
		for i, it := range r.Skipped {
			if i == reportMost {
				fmt.Fprintf(&b, "… and %s more\n", thousands(len(r.Skipped)-i))
				break
			}
			b.WriteString("• " + it.String() + "\n")
		}
		w.showText("Events left out", b.String())
	})
}

// showContextLayers lists the layers of others' events, to show, hide, describe
// and remove.
func (w *Window) showContextLayers() {
	if w.state == nil {
		return
	}
	rows := container.NewVBox()
	var fill func()
	do := func(f func(s *session.Session) error) {
		w.edit("", f, func(err error) {
			w.done(nil)(err)
			fill()
		})
	}
	fill = func() {
		rows.RemoveAll()
		if len(w.state.Context) == 0 {
			rows.Add(widget.NewLabel("There is none. File ▸ Add others' events as context… brings some in."))
		}
		for i := range w.state.Context {
			l := &w.state.Context[i]
			shown := newTick("", nil)
			shown.Checked = !l.Hidden
			shown.OnChanged = func(on bool) { do(func(s *session.Session) error { return s.ShowContext(l.ID, on) }) }
			about := prose.New(prose.Content{Text: fmt.Sprintf("%s\n%s · %s · %s", l.Name, l.Credit(), count(len(l.Events), "event", "events"), l.Format),
				Marks: []prose.Mark{{Span: geo.Span{End: len(l.Name)}, Style: prose.Style{Bold: true}}}})
			buttons := container.NewHBox(
				newButton("Describe…", nil, func() { w.describeLayer(l, do) }),
				newButton("", theme.DeleteIcon(), func() { do(func(s *session.Session) error { return s.RemoveContext(l.ID) }) }))
			rows.Add(container.NewBorder(nil, nil, shown, buttons, container.New(&flow{}, about)))
		}
		rows.Refresh()
	}
	fill()
	d := w.telling("Context layers", container.NewVScroll(rows))
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(680, size.Width-40), min(420, size.Height-60)))
	d.Show()
}

func (w *Window) describeLayer(l *geo.ContextLayer, do func(func(*session.Session) error)) {
	name, publisher, licence := newField(), newField(), newField()
	name.SetText(l.Name)
	publisher.SetText(l.Publisher)
	licence.SetText(l.Licence)
	d := w.askingForm("Describe the layer", "Save", "Cancel", []*widget.FormItem{
		{Text: "Name", Widget: name}, {Text: "Publisher", Widget: publisher}, {Text: "Licence", Widget: licence},
	}, func(ok bool) {
		if ok {
			do(func(s *session.Session) error {
				return s.DescribeContext(l.ID, name.Text, publisher.Text, licence.Text)
			})
		}
	})
	d.Resize(fyne.NewSize(min(520, w.win.Canvas().Size().Width-40), 0))
	d.Show()
}

package gui

import (
	"context"
	"image/color"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/view"
	"contested/gui/mapview"
)

// show brings a published state into the widgets. States come in order; what
// has not changed since the last one is left alone.
func (w *Window) show(st *session.State) {
	if w.closed || (w.state != nil && st.Serial < w.state.Serial) {
		return
	}
	old := w.state
	w.state = st
	contents := old == nil || !old.Same(st)
	filtered := contents || !old.SameShown(st)
	picked := old == nil || old.Selected != st.Selected

	if filtered {
		w.lists.show(listsFrom(st))
		w.lists.dates.show(st.Filter.Time)
		visible(w.lists.dates, len(st.Articles) > 0)
		if w.typed == nil { // else more has been typed than is looked for yet
			w.lists.setFilter(st.Filter.Words)
		}
	}
	if filtered || picked {
		w.lists.mark(st.Selected.Article, st.Selected.Claim)
		w.showDetails()
		w.rescene()
	}
	if d := st.Document; d.Named && d.Code == "" && (old == nil || old.Document.Path != d.Path || !old.Document.Named) {
		w.remember(d.Path)
	}
	if old == nil || old.Document != st.Document {
		w.win.SetTitle(w.title())
	}
	v := statusValue{Articles: len(st.Articles), Claims: st.CountShown(), NotDrawn: st.Unplaced(), Filters: filterWords(st.Filter)}
	if st.Document.Code == "" {
		v.ToCheck = st.Review.ToCheck
	}
	if st.Busy != nil {
		v.Busy, v.Done, v.Total = st.Busy.Name, st.Busy.Done, st.Busy.Total
	}
	w.status.show(v)
	w.lists.review(w.reviewLabel(), st.Review.ToCheck, st.Document.Code != "" || len(st.Claims) == 0)
	w.menu.update()
	if w.review.on {
		w.showReview()
	}
}

// showDetails shows the article that is read, the place that is selected, or
// the overview.
func (w *Window) showDetails() {
	st := w.state
	w.showEvents(false)
	if w.reading != "" {
		if v, ok := readerFrom(st, w.reading, st.Selected.Claim); ok {
			back := "Overview"
			if p, ok := st.Place(st.Selected.Place); ok && st.Selected.Place != "" {
				back = p.Name
			}
			w.inspector.Hide()
			w.reader.Show()
			w.reader.show(v, back)
			return
		}
		w.reading = ""
	}
	w.reader.Hide()
	w.inspector.Show()
	if st.Selected.Place != "" {
		w.inspector.showPlace(placeFrom(st, st.Selected.Place, w.names), st.Selected.Claim)
		w.traceCards()
		return
	}
	w.inspector.showOverview(overviewFrom(st))
}

// appearance is how the map looks now.
func (w *Window) appearance() session.Appearance {
	a := session.Appearance{Colour: w.prefs.colours(), Labels: w.prefs.labels(), Second: w.prefs.second(), Graticule: w.prefs.graticule(), Locator: w.prefs.locator(), Language: geo.English, Legend: w.prefs.legend() && w.foldedFits(), Fold: render.FoldedLegend, Undressed: true}
	if w.prefs.wholeLegend() {
		a.Fold = render.UnfoldedLegend
	}
	if dark() {
		a.Style = render.Dark
	}
	return a
}

// legendFits reports whether a picture as large as the map can spare the room
// that a whole legend takes.
func (w *Window) legendFits() bool {
	s, size := w.prefs.textScale(), w.chart.Size()
	return size.Width >= 560*s && size.Height >= 560*s
}

// foldedFits reports whether the map can spare the room of the folded legend.
// Where it cannot, the bar of voices stands in for it.
func (w *Window) foldedFits() bool {
	s, size := w.prefs.textScale(), w.chart.Size()
	return size.Width >= 380*s && size.Height >= 300*s
}

// foldLegend folds the legend, or unfolds it, and remembers which.
func (w *Window) foldLegend() {
	w.prefs.setWholeLegend(!w.prefs.wholeLegend())
	w.rescene()
	w.menu.update()
}

// showVoices shows the bar of voices where the legend does not fit.
func (w *Window) showVoices() {
	w.keys.show(w.state.Voices(), w.state.Filter.Hidden)
	visible(w.keys, w.prefs.legend() && !w.styled.Legend)
	w.corners.Refresh()
}

// rescene gives the map the picture of the state.
func (w *Window) rescene() {
	if w.state == nil {
		return
	}
	ground, err := w.config.Engine.Ground()
	if err != nil {
		w.fail(err)
		return
	}
	w.styled = w.appearance()
	w.showVoices()
	scene := w.state.Scene(ground, w.styled)
	scene.TextScale = float64(w.prefs.textScale())
	if w.previewed && w.scene.Equal(scene) {
		return // the picture of it stands, or is on its way
	}
	w.scene = scene
	w.chart.SetScene(w.scene)
}

// restyle follows a change of theme.
func (w *Window) restyle() {
	if w.state != nil && w.appearance() != w.styled {
		w.rescene()
	}
}

// paint is the map's painter. It runs on the map's paint goroutine.
func (w *Window) paint(ctx context.Context, s *render.Scene, v view.Viewport, o render.Options) (*render.Frame, error) {
	p, err := w.config.Engine.Painter()
	if err != nil {
		return nil, err
	}
	o.Sight = render.Sight(w.sight.Load())
	return p.Render(ctx, w.backdrop(ctx, s, v, o.Margin, o.Rest), v, o)
}

// painted is told of every exact frame.
func (w *Window) painted(*render.Frame) {
	if w.trace == nil {
		return
	}
	var symbols []map[string]any
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.chart)
	for _, s := range w.chart.Symbols() {
		at := origin.Add(s.At)
		symbols = append(symbols, map[string]any{"places": s.Hit.Places, "kind": s.Hit.Kind, "x": at.X, "y": at.Y})
	}
	v := w.chart.Viewport()
	w.trace.Event("painted", map[string]any{"symbols": symbols, "view": []float64{v.Centre[0], v.Centre[1], v.Zoom}})
}

// calm is how long after the opening of a document the last of it has been done: the
// menus, the places on the disk that are looked at, a second look at the fonts.
const calm = 400 * time.Millisecond

// giveBack returns to the system what opening took and nothing needs any more, a
// moment after the document is open and the first map stands.
func (w *Window) giveBack() {
	if w.settled || !w.stands || w.session == nil {
		return
	}
	w.settled = true
	w.after(calm, func() {
		w.post(func() {
			if w.closed {
				return
			}
			w.chart.Release()
			w.background(func(context.Context) func() {
				runtime.GC() // what pools keep lives through one
				debug.FreeOSMemory()
				if w.config.Opened != nil {
					w.config.Opened()
				}
				return nil
			})
		})
	})
}

// describe words the hover card of a symbol.
func (w *Window) describe(h render.Hit) mapview.Card {
	if h.Kind == render.ContextHit {
		return w.describeEvents(h)
	}
	var c mapview.Card
	var here [render.MaxClasses]int
	type named struct {
		name   string
		claims int
	}
	var places []named
	contested := false
	for _, p := range w.scene.Places {
		if !slices.Contains(h.Places, p.Place.ID) {
			continue
		}
		contested = contested || p.Contested
		k := 0
		for _, s := range p.Shares {
			k += s.Claims
			here[s.Class] += s.Claims
		}
		places = append(places, named{p.Place.NameIn(w.scene.Labels), k})
	}
	slices.SortStableFunc(places, func(a, b named) int { return b.claims - a.claims })
	if w.state != nil && len(places) > 1 { // a claim may be about several of the places
		here = w.state.Tally(h.Places, w.styled)
	}
	var names []string
	for _, p := range places {
		names = append(names, p.name)
	}
	total := 0
	for _, n := range here {
		total += n
	}
	if len(names) == 1 {
		c.Title = names[0]
	} else {
		c.Title = count(len(names), "place", "places")
		if len(names) > 4 {
			names = append(names[:4], "…")
		}
		c.Lines = append(c.Lines, mapview.CardLine{Text: strings.Join(names, ", ")})
	}
	c.Lines = append(c.Lines, mapview.CardLine{Text: count(total, "claim", "claims")})
	for v := range render.Class(render.MaxClasses) {
		if n := here[v]; n > 0 {
			letter, name := render.ClassLabel(w.scene.Key, v, geo.English)
			c.Lines = append(c.Lines, mapview.CardLine{Text: letter + "  " + name + ": " + thousands(n), Dot: color.Color(render.ClassColour(w.scene.Key, v, w.scene.Style))})
		}
	}
	if contested {
		c.Lines = append(c.Lines, mapview.CardLine{Text: "Sources conflict here"})
	}
	return c
}

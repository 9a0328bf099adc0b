package gui

import (
	"fmt"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/gui/mapview"
)

// menu is the main menu. All shortcuts are its items', because those are
// matched before any widget sees the key, whatever the keyboard's layout.
type menu struct {
	w    *Window
	main *fyne.MainMenu

	undo, redo    *fyne.MenuItem
	back, forward *fyne.MenuItem
	lists, sides  *fyne.MenuItem
	legend, still *fyne.MenuItem
	whole         *fyne.MenuItem
	graticule     *fyne.MenuItem
	locator       *fyne.MenuItem
	contested     *fyne.MenuItem
	check         *fyne.MenuItem
	recent        *fyne.MenuItem
	filters       *fyne.MenuItem
	dates         *fyne.MenuItem
	voices        map[geo.Voice]*fyne.MenuItem
	appearances   map[Appearance]*fyne.MenuItem
	labels        map[geo.Language]*fyne.MenuItem
	second        map[geo.Language]*fyne.MenuItem
	colours       map[session.ColourBy]*fyne.MenuItem
	scales        map[float32]*fyne.MenuItem
	sights        map[render.Sight]*fyne.MenuItem
	details       map[string]*fyne.MenuItem
	shown         string // what the items say now
}

// command is the modifier of shortcuts: Cmd on macOS, else Ctrl.
func command() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierSuper
	}
	return fyne.KeyModifierControl
}

func item(label string, key fyne.KeyName, mod fyne.KeyModifier, action func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, action)
	if key != "" {
		i.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: mod}
	}
	return i
}

func newMenu(w *Window) *menu {
	m := &menu{w: w, voices: map[geo.Voice]*fyne.MenuItem{}, appearances: map[Appearance]*fyne.MenuItem{},
		colours: map[session.ColourBy]*fyne.MenuItem{}, labels: map[geo.Language]*fyne.MenuItem{}, second: map[geo.Language]*fyne.MenuItem{}, scales: map[float32]*fyne.MenuItem{}, sights: map[render.Sight]*fyne.MenuItem{}, details: map[string]*fyne.MenuItem{}}
	quit := item("Quit", fyne.KeyQ, command(), w.Close)
	quit.IsQuit = true
	m.main = fyne.NewMainMenu(
		m.file(quit),
		m.edit(),
		m.review(),
		m.view(),
		fyne.NewMenu("Help",
			item("Keys and mouse", fyne.KeyF1, 0, w.showKeys),
			fyne.NewMenuItem("What the symbols mean", w.showSymbols),
			fyne.NewMenuItem("About Contested, data and licences", w.showAbout),
		),
	)
	return m
}

func (m *menu) edit() *fyne.Menu {
	w := m.w
	m.undo = item("Undo", fyne.KeyZ, command(), func() { w.history((*session.Session).Undo, "Undone") })
	m.undo.Shortcut = &fyne.ShortcutUndo{}
	m.redo = item("Redo", fyne.KeyY, command(), func() { w.history((*session.Session).Redo, "Done again") })
	m.redo.Shortcut = &fyne.ShortcutRedo{}
	return fyne.NewMenu("Edit",
		m.undo, m.redo,
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("History…", w.showHistory),
		fyne.NewMenuItemSeparator(),
		item("Paste an article or addresses…", fyne.KeyV, command()|fyne.KeyModifierShift, w.askPaste),
		item("Copy quote with citation", fyne.KeyC, command()|fyne.KeyModifierShift, w.copySelectedQuote),
		fyne.NewMenuItem("Copy picture of the map", w.copyMap),
		item("Find…", fyne.KeyF, command(), w.find),
		item("Go to a place…", fyne.KeyG, command(), w.askPlace),
	)
}

// review is the menu of what is done while claims are checked. The letters are
// answered by the window: Fyne takes a key without Ctrl for no shortcut.
func (m *menu) review() *fyne.Menu {
	w := m.w
	act := func(label string, a act) *fyne.MenuItem {
		return item(label, fyne.KeyName(keyOf(a)), 0, func() {
			if !w.review.on {
				w.startReview()
				return
			}
			w.reviewAct(a)
		})
	}
	m.check = item("Nothing to check", fyne.KeyK, command(), w.startReview)
	return fyne.NewMenu("Review",
		m.check,
		fyne.NewMenuItemSeparator(),
		act("This is right", actAccept), act("This is no claim", actReject),
		act("Next", actNext), act("Previous", actPrevious),
		fyne.NewMenuItemSeparator(),
		act("Another place…", actPlace), act("Said by…", actSpeaker), act("It says…", actType), act("Denied or not", actPolarity),
		act("Verification…", actStatus), act("Other words…", actWords), act("Reason…", actReason), act("Why is it here?", actWhy),
		act("Correct identical cases too", actAlike),
		fyne.NewMenuItemSeparator(),
		item("Add a claim of the selected words…", fyne.KeyN, command(), w.askAddClaim),
		fyne.NewMenuItem("Read the articles again", w.reread),
	)
}

func (m *menu) view() *fyne.Menu {
	w := m.w
	m.back = item("Previous view", fyne.KeyLeft, fyne.KeyModifierAlt, func() { w.chart.Back() })
	m.forward = item("Next view", fyne.KeyRight, fyne.KeyModifierAlt, func() { w.chart.Forward() })
	m.lists = item("Lists", fyne.Key1, command(), func() { w.shell.show(leftSide, !w.shell.shows(leftSide)) })
	m.sides = item("Place and article", fyne.Key2, command(), func() { w.shell.show(rightSide, !w.shell.shows(rightSide)) })
	m.legend = fyne.NewMenuItem("Legend", func() { w.prefs.setLegend(!w.prefs.legend()); w.rescene(); m.update() })
	m.whole = item("Whole legend", fyne.KeyL, command(), w.foldLegend)
	m.graticule = fyne.NewMenuItem("Meridians and parallels", func() { w.prefs.setGraticule(!w.prefs.graticule()); w.rescene(); m.update() })
	m.locator = fyne.NewMenuItem("Surroundings in a corner", func() { w.prefs.setLocator(!w.prefs.locator()); w.rescene(); m.update() })
	m.still = fyne.NewMenuItem("Reduced motion", func() {
		w.prefs.setStillness(!w.prefs.stillness())
		w.chart.SetReducedMotion(w.prefs.stillness())
		m.update()
	})
	m.contested = fyne.NewMenuItem("Only contested places", func() {
		w.edit("", func(s *session.Session) error {
			f := s.State().Filter
			f.OnlyContested = !f.OnlyContested
			s.SetFilter(f)
			return nil
		}, nil)
	})
	m.dates = fyne.NewMenuItem("Dates", nil)
	m.filters = fyne.NewMenuItem("Filters", nil)
	m.filters.ChildMenu = w.filterMenu()
	m.dates.ChildMenu = w.dateMenu()
	m.recent.ChildMenu = w.recentMenu()
	m.recent.Disabled = len(w.prefs.recent()) == 0
	choose := func(label string, items ...*fyne.MenuItem) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, nil)
		i.ChildMenu = fyne.NewMenu("", items...)
		return i
	}
	var shown []*fyne.MenuItem
	for _, v := range geo.Voices() {
		m.voices[v] = fyne.NewMenuItem(voices[v].name, func() { w.toggleVoice(v) })
		shown = append(shown, m.voices[v])
	}
	var looks []*fyne.MenuItem
	for _, a := range []struct {
		a    Appearance
		name string
	}{{SystemAppearance, "Light or dark like the system"}, {LightAppearance, "Light"}, {DarkAppearance, "Dark"}} {
		m.appearances[a.a] = fyne.NewMenuItem(a.name, func() { w.setAppearance(a.a) })
		looks = append(looks, m.appearances[a.a])
	}
	var tongues []*fyne.MenuItem
	for _, l := range []struct {
		l    geo.Language
		name string
	}{{geo.English, "Official romanisation"}, {geo.Ukrainian, "Ukrainian"}, {geo.Russian, "Russian"}} {
		m.labels[l.l] = fyne.NewMenuItem(l.name, func() { w.prefs.setLabels(l.l); w.rescene(); m.update() })
		tongues = append(tongues, m.labels[l.l])
	}
	var beneath []*fyne.MenuItem
	for _, l := range []struct {
		l    geo.Language
		name string
	}{{"", "None"}, {geo.English, "Official romanisation"}, {geo.Ukrainian, "Ukrainian"}, {geo.Russian, "Russian"}} {
		m.second[l.l] = fyne.NewMenuItem(l.name, func() { w.prefs.setSecond(l.l); w.rescene(); m.update() })
		beneath = append(beneath, m.second[l.l])
	}
	var hues []*fyne.MenuItem
	for _, by := range session.Colourings() {
		m.colours[by] = fyne.NewMenuItem(colourNames[by], func() { w.prefs.setColours(by); w.rescene(); m.update() })
		hues = append(hues, m.colours[by])
	}
	var eyes []*fyne.MenuItem
	for _, s := range []struct {
		s    render.Sight
		name string
	}{{render.NormalSight, "With full colour vision"}, {render.Protanopia, "Without red (protanopia)"},
		{render.Deuteranopia, "Without green (deuteranopia)"}, {render.Tritanopia, "Without blue (tritanopia)"}} {
		m.sights[s.s] = fyne.NewMenuItem(s.name, func() { w.sight.Store(uint32(s.s)); w.rescene(); m.update() })
		eyes = append(eyes, m.sights[s.s])
	}
	var sizes []*fyne.MenuItem
	for _, s := range []float32{1, 1.25, 1.5, 2} {
		m.scales[s] = fyne.NewMenuItem(fmt.Sprintf("Text at %.0f %%", s*100), func() { w.setTextScale(s) })
		sizes = append(sizes, m.scales[s])
	}
	looks = append(looks, fyne.NewMenuItemSeparator())
	looks = append(looks, sizes...)
	looks = append(looks, fyne.NewMenuItemSeparator(), m.still)
	return fyne.NewMenu("View",
		item("Zoom in", fyne.KeyEqual, command(), func() { w.chart.ZoomBy(1) }),
		item("Zoom out", fyne.KeyMinus, command(), func() { w.chart.ZoomBy(-1) }),
		item("Fit all claims", fyne.Key0, command(), func() { w.chart.Home() }),
		item("Fit what is selected", fyne.Key9, command(), w.fitSelection),
		m.back, m.forward,
		fyne.NewMenuItemSeparator(),
		m.lists, m.sides,
		fyne.NewMenuItem("Compare side by side", w.toggleWide),
		item("Full screen", fyne.KeyF11, 0, func() { w.win.SetFullScreen(!w.win.FullScreen()) }),
		choose("Appearance", looks...),
		fyne.NewMenuItemSeparator(),
		choose("Claims by", shown...),
		choose("Colours stand for", hues...),
		m.contested,
		m.dates,
		m.filters,
		choose("On the map", m.legend, m.whole, m.graticule, m.locator),
		m.detailMenu(),
		choose("Place names", append(append(tongues, fyne.NewMenuItemSeparator()), choose("Second names beneath", beneath...))...),
		choose("The map as seen", eyes...),
	)
}

// update makes the items say what is so now.
func (m *menu) update() {
	if m == nil || m.w.state == nil {
		return // not built yet, or nothing opened
	}
	w := m.w
	d, f := w.state.Document, w.state.Filter
	m.undo.Label, m.undo.Disabled = label("Undo", d.Undo), d.Undo == ""
	m.redo.Label, m.redo.Disabled = label("Redo", d.Redo), d.Redo == ""
	m.check.Label, m.check.Disabled = w.reviewLabel(), d.Code != ""
	m.filters.ChildMenu = w.filterMenu()
	m.dates.ChildMenu = w.dateMenu()
	m.recent.ChildMenu = w.recentMenu()
	m.recent.Disabled = len(w.prefs.recent()) == 0
	m.back.Disabled, m.forward.Disabled = !w.chart.CanGoBack(), !w.chart.CanGoForward()
	m.lists.Checked, m.sides.Checked = w.shell.shows(leftSide), w.shell.shows(rightSide)
	m.legend.Checked, m.still.Checked, m.contested.Checked = w.prefs.legend(), w.prefs.stillness(), f.OnlyContested
	m.whole.Checked, m.whole.Disabled = w.prefs.wholeLegend(), !w.prefs.legend()
	for v, i := range m.voices {
		i.Checked = !f.Hidden[v]
	}
	for name, i := range m.details {
		i.Checked = name == w.detailName() && (name != "" || w.tileSource() == nil)
	}
	for a, i := range m.appearances {
		i.Checked = a == w.prefs.appearance()
	}
	for l, i := range m.labels {
		i.Checked = l == w.prefs.labels()
	}
	for by, i := range m.colours {
		i.Checked = by == w.prefs.colours()
	}
	m.graticule.Checked, m.locator.Checked = w.prefs.graticule(), w.prefs.locator()
	for l, i := range m.second {
		i.Checked = l == w.prefs.second()
	}
	for s, i := range m.sights {
		i.Checked = s == render.Sight(w.sight.Load())
	}
	for s, i := range m.scales {
		i.Checked = s == w.prefs.textScale()
	}
	if now := m.said(); now != m.shown {
		m.shown = now
		m.main.Refresh()
	}
}

// said is everything that update may change, to see whether it has.
func (m *menu) said() string {
	s := ""
	for _, menu := range m.main.Items {
		for _, i := range menu.Items {
			s += fmt.Sprint(i.Label, i.Disabled, i.Checked)
			if i.ChildMenu != nil {
				for _, k := range i.ChildMenu.Items {
					s += fmt.Sprint(k.Label, k.Checked, k.Disabled)
				}
			}
		}
	}
	return s
}

func label(verb, action string) string {
	if action == "" {
		return verb
	}
	return verb + " “" + action + "”"
}

// history undoes or redoes.
func (w *Window) history(step func(*session.Session) (string, error), done string) {
	name := ""
	w.edit("", func(s *session.Session) (err error) {
		name, err = step(s)
		return err
	}, w.done(func() {
		w.say("%s: %s", done, name)
		w.trace.Event("undone", map[string]any{"name": name})
		w.reviewUndone()
	}))
}

func (w *Window) find() {
	w.shell.show(leftSide, true)
	w.win.Canvas().Focus(w.lists.filter)
}

func (w *Window) setAppearance(a Appearance) {
	w.prefs.setAppearance(a)
	w.retheme()
}

func (w *Window) setTextScale(s float32) {
	w.prefs.setTextScale(s)
	w.retheme()
}

func (w *Window) retheme() {
	w.config.App.Settings().SetTheme(NewTheme(w.prefs.appearance(), w.prefs.textScale()))
	w.shell.scale = w.prefs.textScale()
	w.shell.Refresh()
	w.rescene()
	w.menu.update()
}

// toggleWide gives the details the room to set the parties' claims in columns,
// or takes it back.
func (w *Window) toggleWide() {
	_, usual := w.prefs.panes()
	wide := w.shell.rightWidth < w.shell.Size().Width*0.6
	if wide {
		w.prefs.setPanes(w.shell.leftWidth, w.shell.rightWidth)
	}
	w.shell.show(rightSide, true)
	w.shell.widen(wide, usual)
}

// contextMenu offers what can be done where the map was right-clicked.
func (w *Window) contextMenu(r mapview.MenuRequest) {
	if w.state == nil {
		return // the document is still being opened
	}
	var items []*fyne.MenuItem
	if r.OnSymbol && len(r.Hit.Places) == 1 {
		id := r.Hit.Places[0]
		items = append(items, fyne.NewMenuItem("Show all claims here", func() { w.selectPlace(id) }))
		if p, ok := w.state.Place(id); ok {
			items = append(items, fyne.NewMenuItem("Fit this place", func() { w.chart.Fit(extentOf(p)) }))
		}
		if list := w.state.ClaimsAt(id); len(list) > 0 {
			items = append(items,
				fyne.NewMenuItem("Open the newest article", func() { w.openFirst(r.Hit) }),
				fyne.NewMenuItem("Copy newest quote with citation", func() { w.copyQuote(claimFrom(w.state, list[0])) }))
		}
		if p, ok := w.state.Place(id); ok && w.state.Document.Code == "" {
			items = append(items, fyne.NewMenuItem("Move or rename this place…", func() { w.askMovePlace(p) }))
			if w.state.OwnPlace(id) {
				items = append(items, fyne.NewMenuItem("Put it back to where the gazetteer has it", func() {
					w.edit("", func(s *session.Session) error { return s.ForgetPlace(id) }, nil)
				}))
			}
		}
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items,
		fyne.NewMenuItem("Copy coordinates", func() {
			w.toClipboard(fmt.Sprintf("%.5f, %.5f", r.At[1], r.At[0]))
			w.say("%.5f, %.5f (latitude, longitude) is on the clipboard.", r.At[1], r.At[0])
		}),
		fyne.NewMenuItem("Centre here", func() { w.chart.Centre(r.At) }),
		fyne.NewMenuItem("Fit all claims", func() { w.chart.Home() }),
	)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), r.Position)
	w.trace.Event("menu", nil)
}

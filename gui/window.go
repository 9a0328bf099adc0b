package gui

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/gazetteer"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/tiles"
	"contested/geo/view"
	"contested/gui/mapview"
	"contested/gui/prose"
)

// Config is what a window needs. Only App and Engine have no default.
type Config struct {
	App     fyne.App
	Engine  *session.Engine
	DataDir string   // the user's data folder
	Open    string   // document to open; empty: the unnamed one, with the example when it is new
	Import  []string // articles to import once it is open
	Version string
	Trace   *Trace
	Tiles   tiles.Source // the ground's picture, for screen and files; nil: the built-in ground. Whoever made it closes it.

	// Opened is called once, beside Fyne's goroutine, when the document is open and the
	// first map stands; may be nil.
	Opened func()

	// Go starts a goroutine, Do runs a function on Fyne's; tests put both in line.
	// Defaults: a go statement, fyne.Do.
	Go  func(func())
	Do  func(func())
	Now func() time.Time
	// Animate is the map's; see mapview.Options.
	Animate func(d time.Duration, tick func(p float32)) (stop func())
}

// Window is the program's window: the widgets, the session, and the wiring
// between them. Its methods belong to Fyne's goroutine.
type Window struct {
	config  Config
	win     fyne.Window
	prefs   prefs
	trace   *Trace
	session *session.Session
	leave   func() // ends the subscription

	state   *session.State // as shown
	edits   lane           // changes of the document
	sifts   lane           // changes of what is shown of it
	pending []geo.ClaimID  // with corrections on their way to the disk
	review  review
	typed   *string       // words of the filter that are not looked for yet
	reason  string        // that the next correction carries
	offer   *offer        // of the last correction, or nil
	reading geo.ArticleID // the article in the reader; empty: the inspector
	styled  session.Appearance
	scene   *render.Scene

	laid        laid   // beneath the map; the paint goroutine's
	saidOfTiles string // what the status bar says of the tiles in view, or nothing
	stands      bool   // the first map has been painted, with what the first motion will uncover
	settled     bool   // what opening took has been given back
	previewed   bool   // what is shown is the example before it has a document

	after func(time.Duration, func()) // at once where painting is done in line

	later []func(*session.Session) // what is to be done when it has

	chart     *mapview.Map
	lists     *lists
	inspector *inspector
	reader    *reader
	events    *eventsPanel
	status    *statusBar
	shell     *shell
	reviewBar *reviewBar
	keys      *voiceBar
	corners   *fyne.Container
	details   *fyne.Container
	openLists *widget.Button
	openSide  *widget.Button
	switches  []*panelSwitch
	menu      *menu

	sight     atomic.Uint32   // render.Sight of the preview; read where pictures are painted
	selection *prose.Text     // in which text was selected last
	words     pictureWords    // of the picture that was asked for last
	alive     context.Context // ends with the window
	die       context.CancelFunc
	work      context.CancelFunc // ends the export in progress
	fetching  *fetchMap          // the last dialog of that kind
	workers   sync.WaitGroup
	detail    atomic.Pointer[detail]          // the map over the built-in ground, or nil
	unshown   atomic.Pointer[detail]          // opened, and not shown yet
	opened    atomic.Pointer[session.Session] // open, and not shown yet
	early     queue                           // what came before the window was shown
	closed    bool
}

// New makes the window and begins to open the document; [Window.Run] shows it.
func New(c Config) *Window {
	if c.Go == nil {
		c.Go = func(f func()) { go f() }
	}
	real := c.Do == nil
	if real {
		c.Do = fyne.Do
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	alive, die := context.WithCancel(context.Background())
	w := &Window{config: c, alive: alive, die: die, prefs: prefs{c.App.Preferences()}, trace: c.Trace}
	w.early.released = make(chan struct{})
	w.after = func(_ time.Duration, f func()) { f() }
	if real {
		w.after = func(d time.Duration, f func()) { time.AfterFunc(d, f) }
		w.early.wait, w.early.first = true, make(chan struct{})
	} else {
		w.early.let()
	}
	setEmojiAside(c.App)
	c.App.Settings().SetTheme(NewTheme(w.prefs.appearance(), w.prefs.textScale()))
	ready := func() {}
	if real {
		w.startOpening(c.Open, c.Import) // what it shows waits
		ready = readFonts(c.Go)
	}
	w.win = c.App.NewWindow("Contested")
	ready()
	if c.Tiles != nil {
		w.detail.Store(&detail{Source: c.Tiles})
	}
	w.build()
	w.menu = newMenu(w)
	w.win.SetMainMenu(w.menu.main)
	w.win.Canvas().AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { w.copySomething() })
	w.win.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { w.askPaste() })
	// With nothing in focus, keys go to the map.
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	w.win.SetPadded(false)
	w.win.Resize(w.prefs.size())
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		var paths []string
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		w.take(paths)
	})
	w.win.SetCloseIntercept(w.Close)
	c.App.Settings().AddListener(func(fyne.Settings) { w.restyle() })
	c.App.Lifecycle().SetOnEnteredForeground(w.refresh)
	if real {
		w.sayOpening()
	} else {
		w.openDocument(c.Open, c.Import)
	}
	w.openLastDetail()
	return w
}

// build makes the widgets and connects their callbacks.
func (w *Window) build() {
	w.chart = mapview.New(mapview.Options{Paint: w.paint, Go: w.config.Go, Do: w.post, Now: w.config.Now, Animate: w.config.Animate})
	w.chart.SetReducedMotion(w.prefs.stillness())
	w.chart.OnSelect = w.picked
	w.chart.OnOpen = w.openFirst
	w.chart.OnClear = w.clear
	w.chart.OnVoice = w.toggleVoice
	w.chart.OnLegend = w.foldLegend
	w.chart.OnMenu = w.contextMenu
	w.chart.OnView = func(v view.Viewport) {
		w.with(func(s *session.Session) { s.SetView(v) })
		w.restyle() // the legend may fit now, or no longer
		w.menu.update()
	}
	w.chart.OnPointer = func(p orb.Point, inside bool) {
		w.status.point(p, inside)
		w.trace.Event("pointer", map[string]any{"inside": inside})
	}
	w.chart.OnPainted = w.painted
	w.chart.OnSettled = func() { w.stands = true; w.giveBack() }
	w.chart.OnKey = w.key
	w.chart.OnRune = func(r rune) { w.reviewRune(r) }
	w.chart.OnError = func(err error) { w.fail(err) }
	w.chart.Describe = w.describe

	w.lists = newLists()
	w.lists.OnFilter = w.filterWords
	w.lists.OnArticle = func(id geo.ArticleID) { w.openArticle(id, "") }
	w.lists.OnClaim = w.selectClaim
	w.lists.OnReview = w.startReview
	w.lists.OnFilters = w.showFilters
	w.lists.dates.OnOpen = w.offerDates
	w.lists.dates.OnClear = func() { w.showDates(geo.Interval{}) }

	w.inspector = newInspector()
	w.inspector.OnOpen = func(c claimValue) { w.openArticle(c.Article, c.ID) }
	w.inspector.OnCopy = w.copyQuote
	w.inspector.OnSelect = w.selected
	w.inspector.OnCorrect = w.correctMenu
	w.inspector.OnPlace = func(id geo.PlaceID) { w.selectPlace(id); w.revealPlace(id) }
	w.inspector.OnImport = w.askImport

	w.reader = newReader()
	w.reader.OnBack = w.backToPlace
	w.reader.OnClaim = func(id geo.ClaimID) { w.openClaim(id) }
	w.reader.OnURL = w.openURL
	w.reader.OnVersion = func(id geo.ArticleID) { w.openArticle(id, "") }
	w.reader.OnTakeOver = w.takeOver
	w.reader.OnSelect = w.selected
	w.reader.OnAdd = w.askAddClaim
	w.reader.OnWords = w.wordsOfFocus
	w.reader.OnMenu = w.articleMenu
	w.reader.OnWhy = w.showWhy

	w.reviewBar = newReviewBar()
	w.reviewBar.OnAct = w.reviewAct
	w.reviewBar.Hide()

	w.status = newStatusBar()
	w.status.OnClear = w.clearFilter
	w.status.OnReview = w.startReview
	w.status.OnCancel = func() { w.with(func(s *session.Session) { s.Cancel() }); w.cancelWork() }

	w.reader.Hide()
	w.events = newEventsPanel()
	w.events.OnBack = func() { w.showEvents(false) }
	w.events.OnURL = w.openURL
	w.events.OnSelect = w.selected
	w.events.Hide()
	w.details = container.New(&under{}, w.reviewBar, container.NewStack(w.inspector, w.reader, w.events))
	w.openLists = widget.NewButtonWithIcon("Lists", theme.ListIcon(), func() { w.shell.show(leftSide, true) })
	w.openSide = widget.NewButtonWithIcon("Place", theme.DocumentIcon(), func() { w.shell.show(rightSide, true) })
	zoom := container.NewVBox(
		widget.NewButtonWithIcon("", theme.ZoomInIcon(), func() { w.chart.ZoomBy(1) }),
		widget.NewButtonWithIcon("", theme.ZoomOutIcon(), func() { w.chart.ZoomBy(-1) }),
		widget.NewButtonWithIcon("", theme.HomeIcon(), func() { w.chart.Home() }),
	)
	top := container.NewHBox(w.openLists, w.openSide)
	w.keys = newVoiceBar()
	w.keys.OnVoice = w.chart.OnVoice
	w.keys.Hide()
	w.corners = container.New(&corners{w.keys, w.chart.SetCovered}, top, zoom, w.keys)
	centre := container.NewStack(w.chart, w.corners)
	w.shell = newShell(w.withSwitch(w.lists, leftSide), centre, w.withSwitch(w.details, rightSide))
	w.shell.leftWidth, w.shell.rightWidth = w.prefs.panes()
	w.shell.scale = w.prefs.textScale()
	w.shell.OnArranged = w.arranged
	w.win.SetContent(container.NewBorder(nil, w.status, nil, nil, w.shell))
}

// withSwitch puts a panel under the bar that switches between the panels of a
// narrow window.
func (w *Window) withSwitch(o fyne.CanvasObject, s side) fyne.CanvasObject {
	b := newPanelSwitch(s)
	b.OnShow = func(s side) { w.shell.show(s, true) }
	b.OnHide = func() { w.shell.show(s, false) }
	w.switches = append(w.switches, b)
	back := canvas.NewRectangle(theme.Color(colourPanel))
	return container.NewStack(back, container.NewBorder(b, nil, nil, nil, o))
}

// arranged follows a change between wide and narrow.
func (w *Window) arranged() {
	narrow := w.shell.narrow()
	for _, b := range w.switches {
		visible(b, narrow)
	}
	visible(w.openLists, !w.shell.shows(leftSide) && !(narrow && w.shell.drawerOpen))
	visible(w.openSide, !w.shell.shows(rightSide) && !(narrow && w.shell.drawerOpen))
	w.corners.Refresh()
	w.menu.update()
}

// Run shows the window and returns when it has been closed. shown, if not nil,
// is asked once the window should be on the screen; when it says no, Run
// returns false without running.
func (w *Window) Run(shown func(fyne.Window) bool) bool {
	running := false
	defer func() {
		if !running {
			w.closeDown() // Fyne may have panicked; the document is left to whoever goes on without a window
		}
	}()
	w.early.release(earlyWait)
	w.win.Show()
	w.early.let()
	if shown != nil && !shown(w.win) {
		return false
	}
	running = true
	w.trace.Event("started", nil)
	w.config.App.Run()
	w.closeDown()
	return true
}

// Close closes the window as the close button does; the program then ends.
func (w *Window) Close() {
	w.closeDown()
	w.win.SetCloseIntercept(nil)
	w.win.Close()
	w.config.App.Quit()
}

// closeDown remembers the window, ends what runs and closes the document.
func (w *Window) closeDown() {
	if w.closed {
		return
	}
	w.closed = true
	if size := w.win.Canvas().Size(); size.Width > 100 && !w.win.FullScreen() {
		w.prefs.setSize(size)
		w.prefs.setPanes(w.shell.leftWidth, w.shell.rightWidth)
	}
	w.die()
	w.early.let()
	w.chart.Close()
	w.workers.Wait()
	w.finishEdits()
	for _, d := range []*detail{w.unshown.Swap(nil), w.detail.Load()} {
		if d != nil && d.own {
			_ = d.Close() // it was only read
		}
	}
	if s := w.opened.Swap(nil); s != nil {
		s.Close()
	}
	if w.leave != nil {
		w.leave()
	}
	if w.session != nil {
		if err := w.session.Close(); err != nil {
			fyne.LogError("The document was not closed properly", err)
		}
	}
	w.trace.Event("closed", nil)
}

// with runs f on the session: at once or, while the example is shown that has no
// document yet, when it has.
func (w *Window) with(f func(*session.Session)) {
	switch {
	case w.closed:
	case w.session != nil:
		f(w.session)
	case w.previewed:
		w.later = append(w.later, f)
	}
}

// fail shows an error once, in the status bar.
func (w *Window) fail(err error) {
	w.trace.Event("error", map[string]any{"message": err.Error()})
	w.status.say(err.Error(), true, "whole message", func() { w.showText("What went wrong", err.Error()) })
}

// say shows a message.
func (w *Window) say(format string, args ...any) {
	w.status.say(fmt.Sprintf(format, args...), false, "", nil)
}

// names are the gazetteer's names of a place; none, and the details shown once
// more, while it is still being read.
func (w *Window) names(id geo.PlaceID) []gazetteer.Name {
	if !w.config.Engine.HasGazetteer() {
		w.background(func(context.Context) func() {
			if _, err := w.config.Engine.Gazetteer(); err != nil {
				return func() { w.fail(err) }
			}
			return w.showDetails
		})
		if !w.config.Engine.HasGazetteer() {
			return nil
		}
	}
	g, err := w.config.Engine.Gazetteer()
	if err != nil {
		return nil
	}
	return g.Names(id)
}

package gui

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"contested/geo/tiles"
)

// detail is a map that lies over the built-in ground. It is never changed.
type detail struct {
	tiles.Source
	name string // as the preferences keep it: a file, or the name of a provider; empty: of the command line
	own  bool   // the window opened it and closes it
}

// tileSource is the map over the built-in ground, or nil. It may be asked on any
// goroutine.
func (w *Window) tileSource() tiles.Source {
	if d := w.detail.Load(); d != nil {
		return d.Source
	}
	return nil
}

// detailName is what the preferences call the map that is shown; empty: none.
func (w *Window) detailName() string {
	if d := w.detail.Load(); d != nil {
		return d.name
	}
	return ""
}

// setDetail shows another map over the built-in ground; nil: none.
func (w *Window) setDetail(d *detail) {
	old := w.detail.Swap(d)
	w.prefs.setDetail(w.detailName())
	w.rescene()
	w.menu.update()
	if old != nil && old.own {
		w.background(func(context.Context) func() { // it waits for requests under way
			if err := old.Close(); err != nil {
				return func() { w.fail(err) }
			}
			return nil
		})
	}
}

// openDetail opens a map file, or a provider that the user has agreed to.
func (w *Window) openDetail(name string) {
	w.background(func(context.Context) func() {
		src, err := w.config.Engine.OpenTiles(name, w.agent())
		if err != nil {
			return func() { w.fail(fmt.Errorf("the map %s cannot be shown: %w", filepath.Base(name), err)) }
		}
		if src.Info().Online {
			src = tiles.NewLate(src, func() {
				w.post(func() {
					if !w.closed {
						w.rescene()
					}
				})
			})
		} else {
			src = tiles.Keep(src, keptTiles)
		}
		w.unshown.Store(&detail{src, name, true})
		return func() {
			if d := w.unshown.Swap(nil); d != nil {
				w.setDetail(d)
				w.say("%s", detailWords(src.Info()))
			}
		}
	})
}

// keptTiles are the tiles of a few windows, about 64 MB.
const keptTiles = 256

func detailWords(i tiles.Info) string {
	kind := "pictures"
	if i.Vector {
		kind = "roads, waters and villages"
	}
	return fmt.Sprintf("The map shows %s from “%s”, zooms %d to %d.", kind, i.Name, i.MinZoom, i.MaxZoom)
}

// agent is how requests name the program.
func (w *Window) agent() string { return "Contested/" + w.config.Version }

// openLastDetail opens the map that was shown last time: a file, or a provider
// that was agreed to.
func (w *Window) openLastDetail() {
	name := w.prefs.detail()
	if name == "" || w.detail.Load() != nil {
		return
	}
	if p, online := provider(name); online && !w.prefs.agreed(p.Name) {
		return
	}
	w.openDetail(name)
}

func provider(name string) (tiles.Provider, bool) {
	for _, p := range tiles.Providers() {
		if p.Name == name {
			return p, true
		}
	}
	return tiles.Provider{}, false
}

func (w *Window) askMapFile() {
	w.chooseImport("Open a map file (.pmtiles or .mbtiles)", []string{".pmtiles", ".mbtiles"}, w.openDetail)
}

// askProvider shows an online map, once the user has agreed to its being asked.
func (w *Window) askProvider(p tiles.Provider) {
	if w.prefs.agreed(p.Name) {
		w.openDetail(p.Name)
		return
	}
	text := widget.NewLabel(consentWords(p))
	text.Wrapping = fyne.TextWrapWord
	terms := widget.NewHyperlink("Its rules of use", nil)
	if u, err := url.Parse(p.Terms); err == nil {
		terms.SetURL(u)
	}
	d := w.asking("Fetch the map of "+p.Title+"?", "Agree and show", "Cancel", container.NewVBox(text, terms), func(yes bool) {
		if yes {
			w.prefs.setAgreed(p.Name)
			w.openDetail(p.Name)
		}
	})
	d.Resize(fyne.NewSize(min(520, w.win.Canvas().Size().Width-40), d.MinSize().Height))
	d.Show()
}

// consentWords says what agreeing to a provider means.
func consentWords(p tiles.Provider) string {
	host := p.URLPattern
	if u, err := url.Parse(strings.NewReplacer("%[1]s", "a", "%[2]d", "0", "%[3]d", "0", "%[4]d", "0", "%[5]s", "").Replace(p.URLPattern)); err == nil {
		host = u.Host
	}
	return fmt.Sprintf("Nothing has been asked for yet. If you agree, the parts of the map that you look at are fetched from %s, which thereby learns where on the map you look, and your network address; your articles and claims stay here. What was fetched is kept for 30 days. Whole regions are never fetched ahead. Pictures bear: %s.", host, p.Attribution)
}

// detailMenu is the submenu of maps over the built-in ground.
func (m *menu) detailMenu() *fyne.MenuItem {
	w := m.w
	add := func(name, label string, action func()) *fyne.MenuItem {
		m.details[name] = fyne.NewMenuItem(label, action)
		return m.details[name]
	}
	items := []*fyne.MenuItem{
		add("", "Built-in map only", func() { w.setDetail(nil) }),
		fyne.NewMenuItem("Open a map file…", w.askMapFile),
		fyne.NewMenuItem("Fetch a region from the web…", w.askMapAddress),
		fyne.NewMenuItemSeparator(),
	}
	for _, p := range tiles.Providers() {
		items = append(items, add(p.Name, p.Title+" (online)…", func() { w.askProvider(p) }))
	}
	i := fyne.NewMenuItem("Map detail", nil)
	i.ChildMenu = fyne.NewMenu("", items...)
	return i
}

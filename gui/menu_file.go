package gui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"contested/geo/export"
)

func (m *menu) file(quit *fyne.MenuItem) *fyne.Menu {
	w := m.w
	m.recent = fyne.NewMenuItem("Open recent", nil)
	m.recent.ChildMenu, m.recent.Disabled = w.recentMenu(), len(w.prefs.recent()) == 0
	exports := fyne.NewMenuItem("Export claims", nil)
	var items []*fyne.MenuItem
	for _, f := range export.Formats() {
		if f.Extension == "" {
			continue
		}
		items = append(items, fyne.NewMenuItem(fmt.Sprintf("%s – %s…", f.Extension[1:], f.About), func() { w.askExport(f) }))
	}
	exports.ChildMenu = fyne.NewMenu("", items...)
	return fyne.NewMenu("File",
		item("Open…", fyne.KeyO, command(), w.askOpen),
		m.recent,
		item("Close", fyne.KeyW, command(), func() { w.openDocument("", nil) }),
		item("Save as…", fyne.KeyS, command()|fyne.KeyModifierShift, w.askSaveAs),
		fyne.NewMenuItem("Save a copy…", w.askSaveCopy),
		fyne.NewMenuItemSeparator(),
		item("Import articles…", fyne.KeyI, command(), w.askImport),
		fyne.NewMenuItem("Import a folder…", w.askImportFolder),
		fyne.NewMenuItem("Import a web page or feed…", w.askImportAddress),
		fyne.NewMenuItem("Feeds…", w.showFeeds),
		item("Refresh feeds", fyne.KeyR, command(), func() { w.refreshFeeds() }),
		fyne.NewMenuItem("Add others' events as context…", w.askContext),
		fyne.NewMenuItem("Context layers…", w.showContextLayers),
		fyne.NewMenuItemSeparator(),
		item("Export picture…", fyne.KeyE, command(), w.askPicture),
		fyne.NewMenuItem("Export a series of pictures…", w.askSeries),
		exports,
		fyne.NewMenuItem("Compare with a picture…", w.askCompare),
		fyne.NewMenuItemSeparator(),
		quit,
	)
}

// recentMenu is the menu of the documents that were open last.
func (w *Window) recentMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, path := range w.prefs.recent() {
		items = append(items, fyne.NewMenuItem(filepath.Base(path)+" – "+filepath.Dir(path), func() { w.openDocument(path, nil) }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Forget these", func() {
			w.prefs.setRecent(nil)
			w.menu.update()
		}))
	}
	return fyne.NewMenu("", items...)
}

// remember puts the document first among those that were open last. One that has
// no name yet is found again without that.
func (w *Window) remember(path string) {
	list := []string{path}
	for _, p := range w.prefs.recent() {
		if p != path && len(list) < mostRecent {
			list = append(list, p)
		}
	}
	w.prefs.setRecent(list)
}

const mostRecent = 10

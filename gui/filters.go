package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/session"
)

// filterMenu is the menu of the filters that were kept in the document.
func (w *Window) filterMenu() *fyne.Menu {
	save := fyne.NewMenuItem("Keep this filter…", w.askSaveFilter)
	var items []*fyne.MenuItem
	if w.state != nil {
		save.Disabled = !w.state.Filter.Active()
		for _, f := range w.state.Filters {
			items = append(items, fyne.NewMenuItem(f.Name, func() { w.applyFilter(f.Filter) }))
		}
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	items = append(items, save)
	if w.state != nil && len(w.state.Filters) > 0 {
		rename, remove := fyne.NewMenuItem("Rename", nil), fyne.NewMenuItem("Delete", nil)
		rename.ChildMenu, remove.ChildMenu = fyne.NewMenu(""), fyne.NewMenu("")
		for _, f := range w.state.Filters {
			rename.ChildMenu.Items = append(rename.ChildMenu.Items, fyne.NewMenuItem(f.Name+"…", func() { w.askRenameFilter(f) }))
			remove.ChildMenu.Items = append(remove.ChildMenu.Items, fyne.NewMenuItem(f.Name, func() { w.deleteFilter(f) }))
		}
		items = append(items, rename, remove)
	}
	items = append(items, fyne.NewMenuItem("Show all", w.clearFilter))
	return fyne.NewMenu("", items...)
}

// showFilters opens the menu of filters at a position of the canvas.
func (w *Window) showFilters(at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(w.filterMenu(), w.win.Canvas(), at)
}

func (w *Window) applyFilter(f geo.Filter) {
	w.sift("filter", func(s *session.Session) { s.SetFilter(f) }, nil)
}

func (w *Window) askSaveFilter() {
	if w.state == nil || !w.state.Filter.Active() {
		w.say("Nothing is filtered now. Filter by words, sides or contested places first.")
		return
	}
	f := w.state.Filter
	name := newField()
	name.SetText(strings.Trim(strings.TrimPrefix(filterWords(f), "only with "), "“”"))
	w.form("Keep this filter", "Keep", []*widget.FormItem{{Text: "Name", Widget: name, HintText: "It is kept in the document."}}, name, func() {
		n := strings.TrimSpace(name.Text)
		if n == "" {
			w.say("A filter needs a name.")
			return
		}
		if slices.ContainsFunc(w.state.Filters, func(x project.SavedFilter) bool { return x.Name == n }) {
			w.say("There is a filter “%s” already; choose another name.", n)
			return
		}
		w.edit("", func(s *session.Session) error { return s.SaveFilter(n, &f) }, w.done(func() { w.say("The filter “%s” is kept.", n) }))
	})
}

func (w *Window) askRenameFilter(f project.SavedFilter) {
	name := newField()
	name.SetText(f.Name)
	w.form("Rename the filter", "Rename", []*widget.FormItem{{Text: "Name", Widget: name}}, name, func() {
		n := strings.TrimSpace(name.Text)
		w.edit("", func(s *session.Session) error { return s.RenameFilter(f.Name, n) }, nil)
	})
}

func (w *Window) deleteFilter(f project.SavedFilter) {
	w.edit("", func(s *session.Session) error { return s.SaveFilter(f.Name, nil) },
		w.done(func() { w.say("The filter “%s” is deleted. Ctrl+Z brings it back.", f.Name) }))
}

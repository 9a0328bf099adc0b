package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"contested/geo/export"
	"contested/geo/ingest"
	"contested/geo/session"
	"contested/gui/prose"
)

// documentExtension is what documents are called.
const documentExtension = ".gpkg"

// take opens a document or imports articles, as they are dropped on the window.
func (w *Window) take(paths []string) {
	if len(paths) == 0 {
		return
	}
	w.trace.Event("dropped", map[string]any{"paths": paths})
	if len(paths) == 1 && (strings.EqualFold(filepath.Ext(paths[0]), documentExtension) || session.IsSnapshot(paths[0])) {
		w.openDocument(paths[0], nil)
		return
	}
	if len(paths) == 1 && ingest.HoldsEvents(paths[0]) {
		w.addContext(paths[0], ingest.ContextOptions{})
		return
	}
	w.importNow(paths)
}

// importNow imports in the background and reports.
func (w *Window) importNow(inputs []string) {
	w.with(func(s *session.Session) {
		err := s.Import(inputs, func(r session.ImportReport) {
			w.post(func() { w.imported(r) })
		})
		if err != nil {
			w.fail(err)
		}
	})
}

// imported says what came in and, when something did not, what and why.
func (w *Window) imported(r session.ImportReport) {
	if w.closed {
		return
	}
	w.trace.Event("imported", map[string]any{"articles": r.New, "claims": r.Claims, "summary": r.Summary()})
	trouble := r.Err != nil
	for _, it := range r.Items {
		trouble = trouble || it.Err != nil || it.Skipped != "" || it.Note != ""
	}
	show := func() { w.showReport(r) }
	w.status.say("Imported: "+r.Summary(), r.Err != nil && !errors.Is(r.Err, context.Canceled), "details", show)
	if trouble {
		show()
	}
	if r.New > 0 {
		w.chart.Home()
	}
}

// ended says how work came to an end before it was done.
func ended(err error) string {
	if errors.Is(err, context.Canceled) {
		return "was stopped by you"
	}
	return "stopped early: " + err.Error()
}

// reportMost is how many lines of a report are shown; the rest is counted.
const reportMost = 400

func (w *Window) showReport(r session.ImportReport) {
	var b strings.Builder
	if r.Err != nil {
		fmt.Fprintf(&b, "The import %s.\nWhat had come in by then is kept.\n\n", ended(r.Err))
	}
	fmt.Fprintf(&b, "%s. %s of the claims name a place and are on the map.\n", r.Summary(), thousands(r.Placed))
	var failed, skipped, came []string
	for _, it := range r.Items {
		line := "• " + it.String()
		switch {
		case it.Err != nil:
			failed = append(failed, line)
		case it.Skipped != "":
			skipped = append(skipped, line)
		default:
			came = append(came, line)
		}
	}
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%s\n", title)
		for k, l := range lines {
			if k == reportMost {
				fmt.Fprintf(&b, "… and %s more\n", thousands(len(lines)-k))
				break
			}
			b.WriteString(l + "\n")
		}
	}
	section("Could not be read", failed)
	section("Left out", skipped)
	section("Came in", came)
	w.showText("Import", b.String())
}

// showText shows a longer text in a window of its own inside the window.
func (w *Window) showText(title, text string) {
	t := prose.New(prose.Content{Text: text, Leading: 1.2})
	t.OnSelect = w.selected
	s := newScroller(container.New(&flow{padX: 4, padY: 4}, t))
	s.OnWindow = func(top, height float32) { t.SetWindow(top-4, height) }
	d := w.telling(title, s)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(680, size.Width-40), min(520, size.Height-60)))
	d.Show()
}

// askOpen opens a document, or imports what is no document.
func (w *Window) askOpen() {
	w.chooseImport("Open a map or an article", nil, func(path string) { w.take([]string{path}) })
}

func (w *Window) askImport() {
	w.chooseImport("Import an article, a feed or a collection", ingest.Extensions(), func(path string) { w.importNow([]string{path}) })
}

func (w *Window) askImportFolder() {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if u != nil {
			w.importNow([]string{u.Path()})
		}
	}, w.win)
	w.showFiles(d, w.prefs.importFolder())
}

func (w *Window) askImportAddress() {
	e := newField()
	e.SetPlaceHolder("https://…")
	d := w.askingForm("Import a web page or feed", "Import", "Cancel", []*widget.FormItem{
		{Text: "Address", Widget: e, HintText: "The page is fetched once, now. Nothing else goes over the network."},
	}, func(ok bool) {
		if a := strings.TrimSpace(e.Text); ok && a != "" {
			if !strings.Contains(a, "://") {
				a = "https://" + a
			}
			w.importNow([]string{a})
		}
	})
	e.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(min(560, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(e)
}

// askCompare sets a picture that was made before against what is shown now.
func (w *Window) askCompare() {
	w.chooseFile("Compare with a picture", w.prefs.exportFolder(), []string{".png", ".json"}, w.compareWith)
}

// compareWith says which claims have come, gone and changed since a picture.
func (w *Window) compareWith(path string) {
	now := w.state
	w.work = w.background(func(context.Context) func() {
		before, err := session.OpenSnapshot(path)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showText("Since "+filepath.Base(path), comparisonText(session.Compare(before.State, now)))
		}
	})
}

// comparisonText lists what became of the claims.
func comparisonText(c *session.Comparison) string {
	var b strings.Builder
	line := func(s session.Side) {
		v := claimFrom(s.State, s.Claim)
		fmt.Fprintf(&b, "• %s: %s, %s – “%s” (%s, %s)\n", v.Speaker, v.Type, v.Places, v.Excerpt, v.Publisher, v.Date)
	}
	fmt.Fprintf(&b, "%s as before.\n", count(c.Same, "claim is", "claims are"))
	section := func(title string, list []session.Side) {
		if len(list) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%s (%s)\n", title, thousands(len(list)))
		for k, s := range list {
			if k == reportMost {
				fmt.Fprintf(&b, "… and %s more\n", thousands(len(list)-k))
				break
			}
			line(s)
		}
	}
	section("New", c.Added)
	section("Gone", c.Gone)
	if len(c.Changed) > 0 {
		fmt.Fprintf(&b, "\nChanged (%s)\n", thousands(len(c.Changed)))
		for k, x := range c.Changed {
			if k == reportMost {
				break
			}
			line(x.After)
			fmt.Fprintf(&b, "    %s\n", strings.Join(x.What, "; "))
		}
	}
	return b.String()
}

func (w *Window) askSaveAs() {
	w.askTarget("Save the map as", "map"+documentExtension, w.prefs.exportFolder(), func(path string) {
		if filepath.Ext(path) == "" {
			path += documentExtension
		}
		w.edit("", func(s *session.Session) error { return s.SaveAs(path) }, w.done(func() {
			w.say("Saved as %s. Every change is kept there from now on.", path)
		}))
	})
}

// askSaveCopy writes the document with its history to another file, and goes on in
// this one.
func (w *Window) askSaveCopy() {
	name := "map"
	if d := w.state.Document; d.Named {
		name = strings.TrimSuffix(filepath.Base(d.Path), documentExtension)
	}
	w.askTarget("Save a copy as", name+" copy"+documentExtension, w.prefs.exportFolder(), func(path string) {
		if filepath.Ext(path) == "" {
			path += documentExtension
		}
		w.edit("", func(s *session.Session) error { return s.SaveCopy(path) }, w.done(func() { w.saved(path, "a copy") }))
	})
}

// askExport writes the shown claims in a format.
func (w *Window) askExport(f export.Format) {
	w.askTarget("Export claims", w.suggestedName(f.Extension), w.prefs.exportFolder(), func(path string) {
		w.prefs.setExportFolder(filepath.Dir(path))
		s := w.session
		if s == nil {
			return
		}
		w.say("Exporting…")
		w.work = w.background(func(ctx context.Context) func() {
			err := s.SaveExport(ctx, path, f)
			return func() {
				if err != nil {
					w.fail(err)
					return
				}
				w.saved(path, "claims")
			}
		})
	})
}

// saved says where a file was saved, and offers to show it.
func (w *Window) saved(path, what string) {
	w.status.say(fmt.Sprintf("Saved %s: %s", what, path), false, "show folder", func() {
		w.openFolder(filepath.Dir(path))
	})
	w.trace.Event("exported", map[string]any{"path": path})
}

func (w *Window) openFolder(dir string) {
	u := storage.NewFileURI(dir)
	if err := fyne.CurrentApp().OpenURL(mustURL(u.String())); err != nil {
		w.fail(fmt.Errorf("the folder %s cannot be shown: %w", dir, err))
	}
}

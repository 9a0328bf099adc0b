package gui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo/session"
)

// chooseFile asks for a file with one of some extensions (none: any), beginning in a
// folder.
func (w *Window) chooseFile(title, folder string, extensions []string, then func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		r.Close()
		then(path)
	}, w.win)
	d.SetTitleText(title)
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	w.showFiles(d, folder)
}

// chooseImport is chooseFile from the folder that something was last read from.
func (w *Window) chooseImport(title string, extensions []string, then func(path string)) {
	w.chooseFile(title, w.prefs.importFolder(), extensions, func(path string) {
		w.prefs.setImportFolder(filepath.Dir(path))
		then(path)
	})
}

// askTarget asks for a file to write, with a name to start from. Fyne's own
// save dialog asks before it overwrites.
func (w *Window) askTarget(title, name, folder string, then func(path string)) {
	entry := newField()
	entry.SetText(filepath.Join(startFolder(folder), name))
	browse := newButton("Folder…", theme.FolderOpenIcon(), func() { w.chooseFolder(entry) })
	content := container.NewBorder(nil, nil, nil, browse, entry)
	d := w.asking(title, "Save", "Cancel", content, func(ok bool) {
		if !ok {
			return
		}
		w.confirmOverwrite(expand(entry.Text), then)
	})
	entry.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(min(680, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(entry)
}

// confirmOverwrite asks before a file that exists is replaced.
func (w *Window) confirmOverwrite(path string, then func(path string)) {
	w.confirmReplacing([]string{path}, func() { then(path) })
}

// confirmReplacing asks before files that exist are replaced.
func (w *Window) confirmReplacing(files []string, then func()) {
	there := session.Existing(files)
	if len(there) == 0 {
		then()
		return
	}
	names := make([]string, len(there))
	for i, f := range there {
		names[i] = filepath.Base(f)
	}
	title, exist := "Replace the file?", " exists already in "
	if len(there) > 1 {
		title, exist = "Replace the files?", " exist already in "
	}
	what := widget.NewLabel(strings.Join(names, ", ") + exist + filepath.Dir(there[0]) + ".")
	what.Wrapping = fyne.TextWrapWord
	d := w.asking(title, "Replace", "Cancel", what, func(ok bool) {
		if ok {
			then()
		}
	})
	d.Resize(fyne.NewSize(min(480, w.win.Canvas().Size().Width-40), 0))
	d.Show()
}

// chooseFolder changes the folder of a path that is being written.
func (w *Window) chooseFolder(entry *field) {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			entry.SetText(filepath.Join(u.Path(), filepath.Base(entry.Text)))
		}
	}, w.win)
	w.showFiles(d, filepath.Dir(expand(entry.Text)))
}

// showFiles shows a file dialog in a folder, at a size that suits the window. It has a
// size only once it is shown.
func (w *Window) showFiles(d *dialog.FileDialog, folder string) {
	if u, err := storage.ListerForURI(storage.NewFileURI(startFolder(folder))); err == nil {
		d.SetLocation(u)
	}
	d.Show()
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(900, size.Width-30), min(620, size.Height-40)))
}

// startFolder is the folder, if it is still there, or the user's home.
func startFolder(folder string) string {
	if st, err := os.Stat(folder); folder != "" && err == nil && st.IsDir() {
		return folder
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}

// expand makes an absolute path of what was typed.
func expand(path string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		path = filepath.Join(startFolder(""), rest)
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

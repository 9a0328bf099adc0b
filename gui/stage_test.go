package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"contested/assets"
	"contested/geo/session"
)

// engine is shared by the tests: nobody changes it.
var engine = session.NewEngine(assets.FS, "")

// open opens a window of w×h dp on the built-in example or, with inputs, on
// these. Everything runs in line.
func open(t *testing.T, w, h float32, inputs ...string) *Window {
	t.Helper()
	app := test.NewTempApp(t)
	return openIn(t, app, t.TempDir(), w, h, inputs...)
}

func openIn(t *testing.T, app fyne.App, dir string, w, h float32, inputs ...string) *Window {
	t.Helper()
	app.Preferences().SetFloat("window.width", float64(w))
	app.Preferences().SetFloat("window.height", float64(h))
	x := New(Config{App: app, Engine: engine, DataDir: dir, Import: inputs, Version: "test",
		Go: func(f func()) { f() }, Do: func(f func()) { f() },
		Now:     func() time.Time { return time.Date(2025, 11, 27, 18, 30, 0, 0, time.UTC) },
		Animate: func(_ time.Duration, tick func(float32)) func() { tick(1); return func() {} },
	})
	x.win.Resize(fyne.NewSize(w, h))
	t.Cleanup(func() { x.closeDown() })
	x.wait(t)
	return x
}

// wait returns when the session's job has ended.
func (w *Window) wait(t *testing.T) {
	t.Helper()
	if w.session == nil {
		t.Fatalf("the document is not open: %s", w.status.message)
	}
	if err := w.session.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// says is every text in sight below o, in order of painting.
func says(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, x := range test.LaidOutObjects(o) {
		if text, ok := x.(*canvas.Text); ok && text.Visible() {
			b.WriteString(text.Text + "\n")
		}
	}
	return b.String()
}

// write makes a file in a folder of the test.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

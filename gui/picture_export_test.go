package gui

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/session"
)

// The dialog's choices are there the next time; words as long as the window is.
func TestExportDialogRemembers(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	f.size.SetSelected(ownSize)
	f.width.SetText("640")
	f.height.SetText("480")
	f.layout.SetSelectedIndex(1)
	f.scale.SetChecked(false)
	f.locator.SetChecked(true)
	f.ground.SetSelectedIndex(1)
	f.language.SetSelectedIndex(2)
	f.labels.SetSelectedIndex(1)
	f.sideFile.SetChecked(true)
	f.asOf.SetText("As of noon, Kyiv time")
	f.alt.SetText("A map")
	f.remember()
	k := newPictureForm(w)
	p, err := k.picture()
	if err != nil || p.Width != 640 || p.Height != 480 || p.Layout != session.SheetLayout || !p.NoScale || !p.Locator ||
		p.Language != geo.Russian || p.Labels != geo.Ukrainian || p.AsOf != "As of noon, Kyiv time" || p.Alt != "A map" || !k.sideFile.Checked || k.ground.SelectedIndex() != 1 {
		t.Errorf("%+v, %v", p, err)
	}
}

// What is wished for beside the picture is written, and nothing of it is replaced
// unasked.
func TestExportWritesWhatIsBesideIt(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	dir := t.TempDir()
	f.path.SetText(filepath.Join(dir, "map.png"))
	f.size.SetSelected("1200 × 675 – news and social cards")
	f.altFile.SetChecked(true)
	f.sideFile.SetChecked(true)
	if err := os.WriteFile(filepath.Join(dir, "map.alt.txt"), []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	f.export()
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("nobody was asked")
	}
	os.Remove(filepath.Join(dir, "map.alt.txt"))
	f.export()
	for _, name := range []string{"map.png", "map.alt.txt", "map.claims.json"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if !strings.Contains(w.status.message, "map.png") || !strings.Contains(w.status.message, "beside it") {
		t.Errorf("the status bar says %q", w.status.message)
	}
}

// Where no program takes pictures, the description is on the clipboard, and it is
// said so.
func TestCopyPictureWithoutAProgram(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the system itself takes pictures here")
	}
	t.Setenv("PATH", t.TempDir())
	w := open(t, 1280, 800)
	w.copySomething()
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Map of who claims what") {
		t.Errorf("the clipboard holds %q", got)
	}
	if !strings.Contains(w.status.message, "description") {
		t.Errorf("the status bar says %q", w.status.message)
	}
}

// A program that is there gets the picture's file.
func TestCopyPictureByAProgram(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the system itself takes pictures here")
	}
	dir := t.TempDir()
	script := "#!/bin/sh\nfor last; do :; done\ncp \"$last\" " + dir + "/got.png\n"
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "xclip"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("DISPLAY", ":0")
	t.Setenv("WAYLAND_DISPLAY", "")
	w := open(t, 1280, 800)
	w.copyMap()
	if s, err := session.OpenSnapshot(filepath.Join(dir, "got.png")); err != nil || len(s.Problems) > 0 {
		t.Errorf("%v; the status bar says %q", err, w.status.message)
	}
}

func TestSeriesFromTheWindow(t *testing.T) {
	w := open(t, 1280, 800)
	w.askSeries()
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	f := newPictureForm(w)
	p, err := f.picture()
	if err != nil {
		t.Fatal(err)
	}
	p.Width, p.Height, p.Density = 320, 240, 1
	folder := filepath.Join(t.TempDir(), "frames")
	w.drawSeries(folder, folder+".png", p, 14*24*time.Hour)
	files, _ := filepath.Glob(filepath.Join(folder, "map-*.png"))
	if _, err := os.Stat(folder + ".png"); err != nil || len(files) < 2 {
		t.Errorf("%d pictures, %v; the status bar says %q", len(files), err, w.status.message)
	}
}

// The command line makes the same file as the window.
func TestWindowAndCommandMakeOneFile(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	f.size.SetSelected("1200 × 675 – news and social cards")
	f.shows.SetSelectedIndex(1)
	f.title.SetText("One file")
	seen, err := f.picture()
	if err != nil {
		t.Fatal(err)
	}
	// As contestedctl snapshot --example --size card --title "One file" has it.
	st, r := engine.Gather(t.Context(), nil, true, ingest.Options{})
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	asked := session.Picture{Width: 1200, Height: 675, Density: 1, Appearance: session.Appearance{Legend: true, Title: "One file", Language: geo.English}}
	var files [2]bytes.Buffer
	if err := engine.WritePicture(t.Context(), &files[0], w.state, seen); err != nil {
		t.Fatal(err)
	}
	if err := engine.WritePicture(t.Context(), &files[1], st, asked); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Errorf("two files of %d and %d bytes", files[0].Len(), files[1].Len())
	}
}

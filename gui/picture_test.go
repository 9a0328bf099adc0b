package gui

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
)

// The picture "as seen" is what is seen: the same pixels but for the furniture.
func TestExportedPictureIsWhatIsSeen(t *testing.T) {
	w := open(t, 1280, 800)
	path := filepath.Join(t.TempDir(), "seen.png")
	seen := w.chart.Frame()
	vw, vh := w.chart.Viewport().PixelSize()
	w.exportPicture(path, w.pictureOf(w.appearance(), vw, vh, 0), session.Beside{})
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v; the status bar says %q", err, w.status.message)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := seen.Compose()
	if img.Bounds() != want.Bounds() {
		t.Fatalf("the file is %v, the screen %v", img.Bounds(), want.Bounds())
	}
	bad := 0
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			c := want.RGBAAt(x, y)
			if uint8(r>>8) != c.R || uint8(g>>8) != c.G || uint8(b>>8) != c.B {
				bad++
			}
		}
	}
	// The example's note stands in every file and not on the screen.
	if share := float64(bad) / float64(vw*vh); share > 0.05 {
		t.Errorf("%.1f %% of the pixels differ", 100*share)
	}
	if !strings.Contains(w.status.message, path) {
		t.Errorf("the status bar says %q", w.status.message)
	}
}

func TestExportNeverOverwritesUnasked(t *testing.T) {
	w := open(t, 1280, 800)
	path := write(t, "there.png", "precious")
	asked := true
	w.confirmOverwrite(path, func(string) { asked = false })
	if !asked || w.win.Canvas().Overlays().Top() == nil {
		t.Error("nobody was asked")
	}
	w.confirmOverwrite(path+".new", func(string) { asked = false })
	if asked {
		t.Error("a new file needs no question")
	}
}

func TestExportDialog(t *testing.T) {
	w := open(t, 1280, 800)
	id, _ := somewhere(t, w)
	w.selectPlace(id)
	w.askPicture()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog")
	}
	p, _ := w.state.Place(id)
	if name := w.suggestedName(".png"); !strings.HasPrefix(name, slug(p.Name)+"-2025-") || !strings.HasSuffix(name, ".png") {
		t.Errorf("the name suggested is %q", name)
	}
}

// A larger picture shows at least what is seen, with larger letters.
func TestPictureOfAnotherSize(t *testing.T) {
	w := open(t, 1280, 800)
	p := w.pictureOf(w.appearance(), 7680, 4320, 0)
	v := w.chart.Viewport()
	if p.Density*v.Width > 7680.5 || p.Density*v.Height > 4320.5 {
		t.Errorf("at density %v the view of %v × %v does not fit", p.Density, v.Width, v.Height)
	}
}

// A picture that was exported opens again, on the command line, by menu or
// dropped, and says that it cannot be changed.
func TestPictureOpensAgain(t *testing.T) {
	w := open(t, 1280, 800)
	n := w.state.CountShown()
	path := filepath.Join(t.TempDir(), "carried.png")
	vw, vh := w.chart.Viewport().PixelSize()
	look := w.appearance()
	look.Undressed = false
	w.exportPicture(path, w.pictureOf(look, vw, vh, 0), session.Beside{})
	w.take([]string{path})
	if w.state.Document.Code == "" || w.state.CountShown() != n {
		t.Fatalf("%+v, %d claims; the status bar says %q", w.state.Document, w.state.CountShown(), w.status.message)
	}
	if !strings.Contains(w.win.Title(), "carried.png (picture)") {
		t.Errorf("the title is %q", w.win.Title())
	}
	id, claim := somewhere(t, w)
	w.selectPlace(id)
	w.openArticle(claim.Article, claim.ID)
	if !w.reader.Visible() {
		t.Error("its articles cannot be read")
	}
	w.correct(claim.ID, "Mark as no claim", func(k *geo.Correction) { k.Reject = true })
	if !w.status.failed {
		t.Errorf("it was changed; the status bar says %q", w.status.message)
	}
	w.openDocument("", nil)
	if w.state.Document.Code != "" {
		t.Error("closing it does not lead back")
	}
	w.compareWith(path)
	top := w.win.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(says(top), "claims are as before") {
		t.Error("nothing is said of the comparison")
	}
}

// The form describes the picture that is asked for, at every size that is offered.
func TestPictureForm(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	for _, p := range f.presets {
		f.size.SetSelected(p.Title)
		got, err := f.picture()
		if err != nil || got.Width != p.Width || got.Height != p.Height || got.DPI != p.DPI || got.Density != p.Density {
			t.Errorf("%s: %+v, %v", p.Title, got, err)
		}
	}
	f.size.SetSelected(ownSize)
	f.width.SetText("800")
	f.height.SetText("99999")
	if _, err := f.picture(); err == nil {
		t.Error("a height of 99999 is accepted")
	}
	f.height.SetText("600")
	f.layout.SetSelectedIndex(1)
	f.ground.SetSelectedIndex(2)
	f.language.SetSelectedIndex(1)
	got, err := f.picture()
	if err != nil || got.Layout != session.SheetLayout || got.Style != render.Print || got.Language != geo.Ukrainian || got.Width != 800 {
		t.Errorf("%+v, %v", got, err)
	}
}

// The small picture has the shape of the large one.
func TestPreview(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	f.ready = true
	f.size.SetSelected("1080 × 1920 – story")
	b := f.preview.image.Image.Bounds()
	if b.Dy() != previewSide || b.Dx() < 175 || b.Dx() > 185 {
		t.Errorf("it is %v", b)
	}
}

func TestPublishCheckIsShown(t *testing.T) {
	w := open(t, 1280, 800)
	f := newPictureForm(w)
	p, err := f.picture()
	if err != nil {
		t.Fatal(err)
	}
	w.showCheck(p, func() {}, func() {}, func(string) func() { return nil })
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is shown")
	}
}

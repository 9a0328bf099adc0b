package gui

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/view"
)

const (
	asSeen  = "As seen"
	ownSize = "Another size"
)

// pictureForm is the export dialog: what the picture shows and is written as,
// with a small true picture of it.
type pictureForm struct {
	w       *Window
	presets []session.Preset

	path, width, height, title, note *widget.Entry
	size, layout, ground, language   *widget.Select
	shows                            *widget.Select
	legend                           *widget.Check
	preset                           session.Preset // chosen; zero: own size
	preview                          *preview
	findings                         *link
	ready                            bool
}

// askPicture asks for name, size, title and note, and writes the picture.
func (w *Window) askPicture() {
	if w.state == nil {
		return
	}
	f := newPictureForm(w)
	browse := widget.NewButtonWithIcon("Folder…", theme.FolderOpenIcon(), func() { w.chooseFolder(f.path) })
	entry := func(e *widget.Entry) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(7*theme.TextSize(), e.MinSize().Height), e)
	}
	form := widget.NewForm(
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, f.path)),
		widget.NewFormItem("Size", f.size),
		widget.NewFormItem("Pixels", container.NewHBox(entry(f.width), widget.NewLabel("×"), entry(f.height))),
		widget.NewFormItem("Shows", f.shows),
		widget.NewFormItem("Layout", container.NewBorder(nil, nil, nil, f.legend, f.layout)),
		widget.NewFormItem("Title", f.title),
		widget.NewFormItem("Note", f.note),
		widget.NewFormItem("Ground", f.ground),
		widget.NewFormItem("Language", f.language),
	)
	hint := widget.NewLabel("Name the file .png, .pdf or .svg. A .png opens again in Contested, with the claims and quotes it shows.")
	hint.Wrapping = fyne.TextWrapWord
	canvasSize := w.win.Canvas().Size()
	content := container.NewBorder(nil, container.NewVBox(hint, container.NewHBox(f.findings)), nil, nil, form)
	wide := canvasSize.Width >= 60*theme.TextSize()
	if wide {
		content = container.NewBorder(nil, nil, nil, container.NewPadded(f.preview), content)
	}
	d := dialog.NewCustomConfirm("Export picture", "Export", "Cancel", content, func(ok bool) {
		f.preview.stop()
		if ok {
			f.export()
		}
	}, w.win)
	for _, e := range []*widget.Entry{f.path, f.width, f.height, f.title, f.note} {
		e.OnSubmitted = func(string) { d.Confirm() }
	}
	d.Resize(fyne.NewSize(min(900, canvasSize.Width-30), 0))
	d.Show()
	w.trace.Event("dialog", map[string]any{"name": "export"})
	w.win.Canvas().Focus(f.path)
	f.ready = true
	f.changed()
}

func newPictureForm(w *Window) *pictureForm {
	f := &pictureForm{w: w, path: widget.NewEntry(), width: widget.NewEntry(), height: widget.NewEntry(), title: widget.NewEntry(), note: widget.NewEntry()}
	v := w.chart.Viewport()
	seenW, seenH := v.PixelSize()
	for _, k := range []int{2, 1, 4} { // as fine as a good screen first
		if x, y := k*seenW, k*seenH; x <= render.MaxSide && y <= render.MaxSide {
			name := map[int]string{1: "", 2: "twice as fine – ", 4: "four times as fine – "}[k]
			f.presets = append(f.presets, session.Preset{Title: fmt.Sprintf("%s, %s%d × %d", asSeen, name, x, y), Width: x, Height: y, Density: v.Density * float64(k)})
		}
	}
	f.presets = append(f.presets, session.Presets...)
	var names []string
	for _, p := range f.presets {
		names = append(names, p.Title)
	}
	f.path.SetText(filepath.Join(startFolder(w.prefs.exportFolder()), w.suggestedName(".png")))
	f.title.SetText(w.suggestedTitle())
	f.note.SetPlaceHolder("for example: map desk, 27 November 2025")
	f.layout = widget.NewSelect([]string{"The map", "The map with its quotes"}, nil)
	f.layout.SetSelectedIndex(0)
	f.shows = widget.NewSelect([]string{"What is seen now", "All places, clear of title and legend"}, nil)
	f.shows.SetSelectedIndex(0)
	if !w.legendFits() {
		f.shows.SetSelectedIndex(1) // what is seen has no room for the legend
	}
	f.legend = widget.NewCheck("Legend", func(bool) { f.changed() })
	f.legend.SetChecked(true)
	f.ground = widget.NewSelect([]string{"Light", "Dark", "Print, safe in greyscale"}, nil)
	f.ground.SetSelectedIndex(int(w.appearance().Style))
	f.language = widget.NewSelect([]string{"English", "Ukrainian", "Russian"}, nil)
	f.language.SetSelectedIndex(0)
	f.preview = newPreview(w)
	f.findings = newLink("", f.showFindings)
	f.size = widget.NewSelect(append(names, ownSize), f.sized)
	f.size.SetSelectedIndex(0)
	if last := w.prefs.exportSize(); last != "" && !strings.HasPrefix(last, asSeen) {
		f.size.SetSelected(last)
	}
	for _, s := range []*widget.Select{f.shows, f.layout, f.ground, f.language} {
		s.OnChanged = func(string) { f.changed() }
	}
	for _, e := range []*widget.Entry{f.width, f.height, f.title, f.note} {
		e.OnChanged = func(string) { f.changed() }
	}
	return f
}

// sized follows the choice of a size.
func (f *pictureForm) sized(name string) {
	f.preset = session.Preset{}
	for _, p := range f.presets {
		if p.Title == name {
			f.preset = p
			f.width.SetText(strconv.Itoa(p.Width))
			f.height.SetText(strconv.Itoa(p.Height))
		}
	}
	if name == ownSize {
		f.width.Enable()
		f.height.Enable()
	} else {
		f.width.Disable()
		f.height.Disable()
	}
	f.changed()
}

// picture is what the form describes.
func (f *pictureForm) picture() (session.Picture, error) {
	x, errX := strconv.Atoi(strings.TrimSpace(f.width.Text))
	y, errY := strconv.Atoi(strings.TrimSpace(f.height.Text))
	if errX != nil || errY != nil || x < 64 || y < 64 || x > render.MaxSide || y > render.MaxSide {
		return session.Picture{}, fmt.Errorf("%s × %s is no size for a picture; give whole numbers from 64 to %d", f.width.Text, f.height.Text, render.MaxSide)
	}
	look := f.w.appearance()
	look.Undressed, look.Legend = false, f.legend.Checked
	look.Style = render.StyleName(max(0, f.ground.SelectedIndex()))
	look.Language = []geo.Language{geo.English, geo.Ukrainian, geo.Russian}[max(0, f.language.SelectedIndex())]
	look.Title, look.Note = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.note.Text)
	p := f.w.pictureOf(look, x, y, f.preset.DPI)
	if f.preset.Density > 0 {
		p.Density = f.preset.Density
	}
	p.Layout = session.Layout(max(0, f.layout.SelectedIndex()))
	if f.shows.SelectedIndex() == 1 {
		p.View = view.Viewport{} // fitted
	}
	return p, nil
}

// changed paints the small picture anew and looks it over.
func (f *pictureForm) changed() {
	if !f.ready {
		return
	}
	p, err := f.picture()
	if err != nil {
		f.preview.stop()
		return
	}
	f.preview.show(f.w.state, p)
	n := session.Unwaived(session.PublishCheck(f.w.state, p))
	f.findings.set("")
	if n > 0 {
		f.findings.set(count(n, "thing", "things") + " to look at before it leaves ▸")
	}
	visible(f.findings, n > 0)
}

func (f *pictureForm) showFindings() {
	if p, err := f.picture(); err == nil {
		f.w.showCheck(p, f.changed)
	}
}

// export writes what the form describes.
func (f *pictureForm) export() {
	p, err := f.picture()
	if err != nil {
		f.w.fail(err)
		return
	}
	f.w.prefs.setExportSize(f.size.Selected)
	path := expand(f.path.Text)
	if _, ok := session.FormatOf(path); !ok {
		path += ".png"
	}
	f.w.confirmOverwrite(path, func(path string) { f.w.exportPicture(path, p) })
}

// pictureOf is what is seen now at another size: everything in sight stays in
// sight, and symbols and letters grow with the picture.
func (w *Window) pictureOf(look session.Appearance, width, height int, dpi float64) session.Picture {
	v := w.chart.Viewport()
	density := v.Density
	if vw, vh := v.PixelSize(); width != vw || height != vh {
		density = min(float64(width)/v.Width, float64(height)/v.Height)
		density = math.Max(density, 0.5)
	}
	return session.Picture{Appearance: look, Width: width, Height: height, Density: density, View: v, DPI: dpi, Tiles: w.config.Tiles}
}

// exportPicture writes the picture in the background.
func (w *Window) exportPicture(path string, p session.Picture) {
	w.prefs.setExportFolder(filepath.Dir(path))
	s := w.session
	w.status.say("Painting the picture…", false, "cancel", w.cancelWork)
	w.work = w.background(func(ctx context.Context) func() {
		err := s.SavePicture(ctx, path, p)
		return func() {
			switch {
			case errors.Is(err, context.Canceled):
				w.say("The picture was not written.")
			case err != nil:
				w.fail(err)
			default:
				w.saved(path, fmt.Sprintf("%d × %d", p.Width, p.Height))
			}
		}
	})
}

// suggestedName is a file name after what is selected and the date of the news:
// pokrovsk-2025-11-27.png.
func (w *Window) suggestedName(extension string) string {
	st := w.state
	name := "map"
	if p, ok := st.Place(st.Selected.Place); ok && st.Selected.Place != "" {
		name = p.Name
	} else if o := overviewFrom(st); len(o.Contested) > 0 {
		name = o.Contested[0].Name
	}
	if iv := st.AsOf(); iv.Known() {
		name += "-" + iv.From.Format("2006-01-02")
	}
	return slug(name) + extension
}

func (w *Window) suggestedTitle() string {
	st := w.state
	if p, ok := st.Place(st.Selected.Place); ok && st.Selected.Place != "" {
		return "Who claims what: " + p.Name
	}
	return "Who claims what, where"
}

// slug makes a file name of a text: letters and digits, joined by hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 0x7f:
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	return b.String()
}

func mustURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		return &url.URL{}
	}
	return u
}

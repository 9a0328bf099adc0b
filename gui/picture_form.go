package gui

import (
	"fmt"
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

// tongues are the languages of pictures, in the order of their choices.
var (
	tongues     = []geo.Language{geo.English, geo.Ukrainian, geo.Russian}
	tongueNames = []string{"English", "Ukrainian", "Russian"}
)

// pictureForm is the export dialog: what the picture shows and is written as,
// with a small true picture of it.
type pictureForm struct {
	w       *Window
	presets []session.Preset

	path, width, height    *field
	title, asOf, note, alt *field
	size, layout, ground   *dropdown
	language, labels       *dropdown
	shows                  *dropdown
	legend, scale          *tick
	locator, degrees       *tick
	altFile, sideFile      *tick
	preset                 session.Preset // chosen; zero: own size
	preview                *preview
	dialog                 dialog.Dialog
	findings               *link
	below                  *fyne.Container // what stands under the form
	found                  []session.Finding
	checking               func()
	ready                  bool
}

// pictureWords are the words of a picture that were typed last, for as long as the
// window is open.
type pictureWords struct{ title, asOf, note, alt string }

// askPicture asks what the picture is to be, and writes or copies it.
func (w *Window) askPicture() {
	if w.session == nil {
		return
	}
	f := newPictureForm(w)
	browse := newButton("Folder…", theme.FolderOpenIcon(), func() { w.chooseFolder(f.path) })
	entry := func(e *field) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(6*theme.TextSize(), e.MinSize().Height), e)
	}
	form := widget.NewForm(
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, f.path)),
		widget.NewFormItem("Size", container.NewBorder(nil, nil, nil, container.NewHBox(entry(f.width), widget.NewLabel("×"), entry(f.height)), f.size)),
		widget.NewFormItem("Layout", container.NewGridWithColumns(2, f.layout, f.shows)),
		widget.NewFormItem("Elements", container.New(&wrapped{}, f.legend, f.scale, f.locator, f.degrees)),
		widget.NewFormItem("Title", f.title),
		widget.NewFormItem("As of", f.asOf),
		widget.NewFormItem("Note", f.note),
		widget.NewFormItem("Ground", f.ground),
		widget.NewFormItem("Words", f.language),
		widget.NewFormItem("Place names", f.labels),
		widget.NewFormItem("Description", f.alt),
		widget.NewFormItem("Beside it", container.New(&wrapped{}, f.altFile, f.sideFile)),
	)
	hint := widget.NewLabel("Name the file .png, .pdf or .svg. A .png opens again in Contested, with the claims and quotes it shows.")
	hint.Wrapping = fyne.TextWrapWord
	size := w.win.Canvas().Size()
	inner := container.NewVBox(form, hint)
	scroll := container.NewVScroll(inner)
	scroll.SetMinSize(fyne.NewSize(0, min(inner.MinSize().Height+2*theme.TextSize(), size.Height-13*theme.TextSize())))
	copyIt := newButton("Copy picture", theme.ContentCopyIcon(), f.copy)
	f.below = container.NewHBox(copyIt, f.findings)
	content := container.NewBorder(nil, f.below, nil, nil, scroll)
	if size.Width >= 60*theme.TextSize() {
		content = container.NewBorder(nil, nil, nil, container.NewPadded(f.preview), content)
	}
	d := w.asking("Export picture", "Export", "Cancel", content, func(ok bool) {
		f.stop()
		if ok {
			f.export()
		}
	})
	for _, e := range []*field{f.path, f.width, f.height, f.title, f.asOf, f.note} {
		e.OnSubmitted = func(string) { d.Confirm() }
	}
	f.dialog = d
	d.Resize(fyne.NewSize(min(1000, size.Width-30), 0))
	d.Show()
	w.trace.Event("dialog", map[string]any{"name": "export"})
	w.win.Canvas().Focus(f.path)
	f.ready = true
	f.changed()
}

func newPictureForm(w *Window) *pictureForm {
	f := &pictureForm{w: w, path: newField(), width: newField(), height: newField(),
		title: newField(), asOf: newField(), note: newField(), alt: newArea()}
	v := w.chart.Viewport()
	seenW, seenH := v.PixelSize()
	for _, k := range []int{2, 1, 4} { // as fine as a good screen first
		if x, y := k*seenW, k*seenH; x <= render.MaxSide && y <= render.MaxSide {
			name := map[int]string{1: "", 2: "twice as fine – ", 4: "four times as fine – "}[k]
			f.presets = append(f.presets, session.Preset{Title: fmt.Sprintf("%s, %s%d × %d", asSeen, name, x, y), Width: x, Height: y, Density: v.Density * float64(k)})
		}
	}
	for _, p := range session.Presets {
		f.presets = append(f.presets, p)
		if p.DPI > 0 { // paper stands, too
			if up, ok := session.PresetNamed(p.Name + "-upright"); ok {
				f.presets = append(f.presets, up)
			}
		}
	}
	var names []string
	for _, p := range f.presets {
		names = append(names, p.Title)
	}
	last := w.prefs.export()
	f.path.SetText(filepath.Join(startFolder(w.prefs.exportFolder()), w.suggestedName(".png")))
	f.title.SetText(w.suggestedTitle())
	if w.words.title != "" {
		f.title.SetText(w.words.title)
	}
	f.asOf.SetPlaceHolder("the date of the newest article; or your own words, with time and zone")
	f.asOf.SetText(w.words.asOf)
	f.note.SetPlaceHolder("for example: map desk, 27 November 2025")
	f.note.SetText(w.words.note)
	f.alt.SetText(w.words.alt)
	f.alt.Wrapping = fyne.TextWrapWord
	f.alt.SetMinRowsVisible(3)
	f.alt.SetPlaceHolder(w.state.AltText(session.Picture{}))
	choice := func(names []string, chosen int) *dropdown {
		s := newDropdown(names, nil)
		s.SetSelectedIndex(max(0, min(chosen, len(names)-1)))
		s.OnChanged = func(string) { f.changed() }
		return s
	}
	check := func(name string, on bool) *tick {
		c := newTick(name, func(bool) { f.changed() })
		c.SetChecked(on)
		return c
	}
	f.layout = choice([]string{"The map", "The map with its quotes"}, last.Layout)
	f.shows = choice([]string{"What is seen now", "All places, clear of title and legend"}, last.Shows)
	if !w.legendFits() {
		f.shows.SetSelectedIndex(1) // what is seen has no room for the legend
	}
	f.legend, f.scale = check("Legend", !last.NoLegend), check("Scale bar", !last.NoScale)
	f.locator, f.degrees = check("Surroundings", last.Locator), check("Degrees", last.Degrees || w.prefs.graticule())
	f.altFile, f.sideFile = check("Description as .alt.txt", last.AltFile), check("Claims as .claims.json", last.SideFile)
	ground := int(w.appearance().Style)
	if last.Ground > 0 {
		ground = last.Ground - 1
	}
	f.ground = choice([]string{"Light", "Dark", "Print, safe in greyscale"}, ground)
	f.language = choice(tongueNames, last.Language)
	labels := max(0, indexOf(tongues, w.prefs.labels()))
	if last.Labels > 0 {
		labels = last.Labels - 1
	}
	f.labels = choice([]string{"Official romanisation", "Ukrainian", "Russian"}, labels)
	f.preview = newPreview(w)
	f.findings = newLink("", f.showFindings)
	f.size = newDropdown(append(names, ownSize), f.sized)
	f.size.SetSelectedIndex(0)
	if last.Size == ownSize && last.Width > 0 {
		f.size.SetSelected(ownSize)
		f.width.SetText(strconv.Itoa(last.Width))
		f.height.SetText(strconv.Itoa(last.Height))
	} else if last.Size != "" && !strings.HasPrefix(last.Size, asSeen) {
		f.size.SetSelected(last.Size)
	}
	for _, e := range []*field{f.width, f.height, f.title, f.asOf, f.note, f.alt} {
		e.OnChanged = func(string) { f.changed() }
	}
	return f
}

func indexOf[T comparable](list []T, x T) int {
	for i := range list {
		if list[i] == x {
			return i
		}
	}
	return -1
}

// remember keeps the choices for the next picture.
func (f *pictureForm) remember() {
	x, y := f.pixels()
	f.w.prefs.setExport(exportChoices{Size: f.size.Selected, Width: x, Height: y, Layout: f.layout.SelectedIndex(), Shows: f.shows.SelectedIndex(),
		NoLegend: !f.legend.Checked, NoScale: !f.scale.Checked, Locator: f.locator.Checked, Degrees: f.degrees.Checked,
		Ground: f.ground.SelectedIndex() + 1, Language: f.language.SelectedIndex(), Labels: f.labels.SelectedIndex() + 1,
		AltFile: f.altFile.Checked, SideFile: f.sideFile.Checked})
	f.w.words = pictureWords{strings.TrimSpace(f.title.Text), strings.TrimSpace(f.asOf.Text), strings.TrimSpace(f.note.Text), strings.TrimSpace(f.alt.Text)}
	if f.w.words.title == f.w.suggestedTitle() {
		f.w.words.title = ""
	}
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

// pixels are the numbers that stand in the form, or zeros.
func (f *pictureForm) pixels() (x, y int) {
	x, errX := strconv.Atoi(strings.TrimSpace(f.width.Text))
	y, errY := strconv.Atoi(strings.TrimSpace(f.height.Text))
	if errX != nil || errY != nil {
		return 0, 0
	}
	return x, y
}

// picture is what the form describes.
func (f *pictureForm) picture() (session.Picture, error) {
	x, y := f.pixels()
	if x < 64 || y < 64 || x > render.MaxSide || y > render.MaxSide {
		return session.Picture{}, fmt.Errorf("%s × %s is no size for a picture; give whole numbers from 64 to %d", f.width.Text, f.height.Text, render.MaxSide)
	}
	look := f.w.appearance()
	look.Undressed, look.Legend, look.NoScale = false, f.legend.Checked, !f.scale.Checked
	look.Fold = render.WholeLegend // a file cannot be clicked
	look.Locator, look.Graticule = f.locator.Checked, f.degrees.Checked
	look.Style = render.StyleName(max(0, f.ground.SelectedIndex()))
	look.Language = tongues[max(0, f.language.SelectedIndex())]
	look.Labels = tongues[max(0, f.labels.SelectedIndex())]
	if look.Second == look.Labels {
		look.Second = ""
	}
	look.Title, look.AsOf, look.Note = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.asOf.Text), strings.TrimSpace(f.note.Text)
	p := f.w.pictureOf(look, x, y, f.preset.DPI)
	if f.preset.Density > 0 {
		p.Density = f.preset.Density
	}
	p.Alt = strings.TrimSpace(f.alt.Text)
	p.Layout = session.Layout(max(0, f.layout.SelectedIndex()))
	if f.shows.SelectedIndex() == 1 {
		p.View = view.Viewport{} // fitted
	}
	for _, k := range f.found {
		p.Holes = p.Holes || k.Rule == session.RuleTiles && k.Waived != ""
	}
	return p, nil
}

// changed paints the small picture anew and looks it over.
func (f *pictureForm) changed() {
	if !f.ready {
		return
	}
	f.stop()
	f.findings.set("")
	p, err := f.picture()
	if err != nil {
		return
	}
	f.alt.SetPlaceHolder(f.w.state.AltText(p))
	f.preview.show(f.w.state, p)
	f.checking = f.w.check(p, func(found []session.Finding) {
		f.found = found
		n := session.Unwaived(found)
		if n > 0 {
			f.findings.set(count(n, "thing", "things") + " to look at before it leaves ▸")
		} else if len(found) > 0 {
			f.findings.set(count(len(found), "thing", "things") + " let pass ▸")
		}
		visible(f.findings, len(found) > 0)
		if f.below != nil {
			f.below.Refresh() // the link has another width now
		}
	})
}

// stop ends what the form has under way.
func (f *pictureForm) stop() {
	f.preview.stop()
	if f.checking != nil {
		f.checking()
		f.checking = nil
	}
}

// showFindings lists what is to be looked at. What has no place on the map leads to
// the field that decides it.
func (f *pictureForm) showFindings() {
	p, err := f.picture()
	if err != nil {
		return
	}
	mend := map[string]fyne.Focusable{session.RuleAsOf: f.asOf, session.RuleLegible: f.size, session.RuleRoom: f.size, session.RuleTiles: f.shows}
	f.w.showCheck(p, f.changed, func() {
		f.remember()
		f.stop()
		if f.dialog != nil {
			f.dialog.Hide()
		}
	}, func(rule string) func() {
		field := mend[rule]
		if field == nil {
			return nil
		}
		return func() { f.w.win.Canvas().Focus(field) }
	})
}

// export writes what the form describes.
func (f *pictureForm) export() {
	p, err := f.picture()
	if err != nil {
		f.w.fail(err)
		return
	}
	f.remember()
	path := expand(f.path.Text)
	if _, ok := session.FormatOf(path); !ok {
		path += ".png"
	}
	beside := session.Beside{Alt: f.altFile.Checked, Claims: f.sideFile.Checked}
	f.w.confirmReplacing(beside.Files(path), func() { f.w.exportPicture(path, p, beside) })
}

// copy puts what the form describes on the clipboard.
func (f *pictureForm) copy() {
	p, err := f.picture()
	if err != nil {
		f.w.fail(err)
		return
	}
	f.remember()
	f.w.copyPicture(p)
}

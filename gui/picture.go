package gui

import (
	"context"
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

	"contested/geo/render"
	"contested/geo/session"
)

// pictureSize is a choice of the export dialog.
type pictureSize struct {
	name          string
	width, height int
	dpi           float64
}

// The sizes offered. Paper sizes are landscape.
var pictureSizes = []pictureSize{
	{"1200 × 675 – news and social cards", 1200, 675, 0},
	{"1080 × 1080 – square", 1080, 1080, 0},
	{"1920 × 1080 – full HD", 1920, 1080, 0},
	{"3840 × 2160 – 4K", 3840, 2160, 0},
	{"7680 × 4320 – 8K", 7680, 4320, 0},
	{"A4 at 150 dpi", 1754, 1240, 150},
	{"A4 at 300 dpi", 3508, 2480, 300},
	{"A3 at 300 dpi", 4961, 3508, 300},
}

const (
	asSeen  = "As seen"
	ownSize = "Another size"
)

// askPicture asks for name, size, title and note, and writes the picture.
func (w *Window) askPicture() {
	if w.state == nil {
		return
	}
	seenW, seenH := w.chart.Viewport().PixelSize()
	var sizes []pictureSize
	for _, k := range []int{2, 1, 4} { // as fine as a good screen first
		if x, y := k*seenW, k*seenH; x <= render.MaxSide && y <= render.MaxSide {
			sizes = append(sizes, pictureSize{fmt.Sprintf("%s, %s%d × %d", asSeen, map[int]string{1: "", 2: "twice as fine – ", 4: "four times as fine – "}[k], x, y), x, y, 0})
		}
	}
	seen := sizes[0]
	sizes = append(sizes, pictureSizes...)
	names := make([]string, 0, len(sizes)+1)
	for _, s := range sizes {
		names = append(names, s.name)
	}
	names = append(names, ownSize)

	path := widget.NewEntry()
	path.SetText(filepath.Join(startFolder(w.prefs.exportFolder()), w.suggestedName(".png")))
	browse := widget.NewButtonWithIcon("Folder…", theme.FolderOpenIcon(), func() { w.chooseFolder(path) })
	width, height := widget.NewEntry(), widget.NewEntry()
	dpi := 0.0
	choice := widget.NewSelect(names, nil)
	choice.OnChanged = func(name string) {
		for _, s := range sizes {
			if s.name == name {
				width.SetText(strconv.Itoa(s.width))
				height.SetText(strconv.Itoa(s.height))
				dpi = s.dpi
			}
		}
		if name == ownSize {
			width.Enable()
			height.Enable()
			dpi = 0
		} else {
			width.Disable()
			height.Disable()
		}
	}
	choice.SetSelected(seen.name)
	if last := w.prefs.exportSize(); last != "" && !strings.HasPrefix(last, asSeen) {
		choice.SetSelected(last)
	}
	title, note := widget.NewEntry(), widget.NewEntry()
	title.SetText(w.suggestedTitle())
	note.SetPlaceHolder("for example: map desk, 27 November 2025")
	ground := widget.NewSelect([]string{"Light", "Dark", "Print (greyscale-safe)"}, nil)
	ground.SetSelectedIndex(int(w.appearance().Style))

	times := widget.NewLabel("×")
	form := widget.NewForm(
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, path)),
		widget.NewFormItem("Size", choice),
		widget.NewFormItem("Pixels", container.NewHBox(container.NewGridWrap(fyne.NewSize(90, width.MinSize().Height), width), times, container.NewGridWrap(fyne.NewSize(90, height.MinSize().Height), height))),
		widget.NewFormItem("Title", title),
		widget.NewFormItem("Note", note),
		widget.NewFormItem("Ground", ground),
	)
	hint := widget.NewLabel("The picture shows what the map shows now, with as-of date, legend, scale bar, sources of the map data and a line on borders and names.")
	hint.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm("Export picture", "Export", "Cancel", container.NewBorder(nil, hint, nil, nil, form), func(ok bool) {
		if !ok {
			return
		}
		x, errX := strconv.Atoi(strings.TrimSpace(width.Text))
		y, errY := strconv.Atoi(strings.TrimSpace(height.Text))
		if errX != nil || errY != nil || x < 64 || y < 64 || x > render.MaxSide || y > render.MaxSide {
			w.fail(fmt.Errorf("%s × %s is no size for a picture; give whole numbers from 64 to %d", width.Text, height.Text, render.MaxSide))
			return
		}
		w.prefs.setExportSize(choice.Selected)
		look := w.appearance()
		look.Undressed, look.Legend = false, true
		look.Style = render.StyleName(ground.SelectedIndex())
		look.Title, look.Note = strings.TrimSpace(title.Text), strings.TrimSpace(note.Text)
		p := expand(path.Text)
		if !strings.EqualFold(filepath.Ext(p), ".png") {
			p += ".png"
		}
		w.confirmOverwrite(p, func(p string) { w.exportPicture(p, w.pictureOf(look, x, y, dpi)) })
	}, w.win)
	for _, e := range []*widget.Entry{path, width, height, title, note} {
		e.OnSubmitted = func(string) { d.Confirm() }
	}
	d.Resize(fyne.NewSize(min(640, w.win.Canvas().Size().Width-30), 0))
	d.Show()
	w.trace.Event("dialog", map[string]any{"name": "export"})
	w.win.Canvas().Focus(path)
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
	return session.Picture{Appearance: look, Width: width, Height: height, Density: density, View: v, DPI: dpi}
}

// exportPicture writes the picture in the background.
func (w *Window) exportPicture(path string, p session.Picture) {
	w.prefs.setExportFolder(filepath.Dir(path))
	s := w.session
	w.status.say("Painting the picture…", false, "cancel", w.cancelWork)
	w.background(func(ctx context.Context) func() {
		err := s.SavePicture(ctx, path, p)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.saved(path, fmt.Sprintf("%d × %d", p.Width, p.Height))
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

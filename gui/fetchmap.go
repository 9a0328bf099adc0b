package gui

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"contested/geo/tiles"
)

// Parts of a map that can be fetched.
const (
	partSeen   = "What the map shows now"
	partClaims = "All places with claims"
	partWhole  = "All that the address has"
)

// fetchMap is the dialog in which a region of a PMTiles archive is fetched once. It
// asks the server for nothing before the user presses its button, and for the
// tiles only when their size has been seen.
type fetchMap struct {
	w        *Window
	d        *dialog.CustomDialog
	address  *field
	part     *widget.RadioGroup
	from, to *widget.Select
	said     *widget.Label
	bar      *widget.ProgressBar
	act      *button
	close    *button

	plan  *tiles.Extract
	file  string             // where it is kept
	label string             // what the map is called
	stop  context.CancelFunc // of the request under way; nil: there is none
	asked int                // requests so far: what an old one brings is of no interest
	shut  func()             // lets the archive go
}

const fetchConsent = "Roads, waters and villages of a region can be fetched once, from a .pmtiles file on the web, and are then there without the network. Nothing has been asked for yet. When you ask for the size, the server at the address learns your network address and which part of the map you want; your articles and claims stay here."

// askMapAddress offers to fetch a region of a map from the web.
func (w *Window) askMapAddress() {
	f := &fetchMap{w: w, address: newField(), said: widget.NewLabel(fetchConsent), bar: widget.NewProgressBar()}
	f.address.SetPlaceHolder("https://example.org/map.pmtiles")
	f.address.SetText(w.prefs.mapAddress())
	f.said.Wrapping = fyne.TextWrapWord
	f.bar.Hide()
	var zooms []string
	for z := range 16 {
		zooms = append(zooms, fmt.Sprint(z))
	}
	f.from, f.to = widget.NewSelect(zooms, nil), widget.NewSelect(zooms, nil)
	f.from.SetSelected("0")
	f.to.SetSelected("12")
	f.part = widget.NewRadioGroup([]string{partSeen, partClaims, partWhole}, nil)
	f.part.Required = true
	f.part.SetSelected(partSeen)
	f.act = newButton("", nil, f.press)
	f.act.Importance = widget.HighImportance
	f.close = newButton("Close", nil, func() { f.d.Hide() })
	f.address.OnChanged = func(string) { f.forget() }
	f.part.OnChanged = func(string) { f.forget() }
	f.from.OnChanged = func(string) { f.forget() }
	f.to.OnChanged = func(string) { f.forget() }
	f.address.OnSubmitted = func(string) { f.press() }
	f.address.OnCancel = func() { f.d.Hide() }
	form := widget.NewForm(
		widget.NewFormItem("Address", f.address),
		widget.NewFormItem("Part", f.part),
		widget.NewFormItem("Zooms", container.NewHBox(f.from, widget.NewLabel("to"), f.to, widget.NewLabel("8: a country, 12: villages, 15: streets"))),
	)
	f.d = dialog.NewCustomWithoutButtons("Fetch a map", container.NewVBox(f.said, form, f.bar), w.win)
	f.d.SetButtons([]fyne.CanvasObject{f.close, f.act})
	f.d.SetOnClosed(func() { f.forget() })
	f.show()
	f.d.Show()
	w.win.Canvas().Focus(f.address)
	w.fetching = f
}

// show makes the button say what it does now.
func (f *fetchMap) show() {
	switch {
	case f.stop != nil:
		f.act.SetText("Stop")
	case f.plan != nil:
		f.act.SetText("Fetch " + megabytes(f.plan.Bytes))
	default:
		f.act.SetText("Ask for the size")
	}
	f.d.Resize(fyne.NewSize(min(620, f.w.win.Canvas().Size().Width-40), 0)) // as high as what it says
}

func (f *fetchMap) press() {
	switch {
	case f.stop != nil:
		f.stop()
	case f.plan != nil:
		f.save()
	default:
		f.ask()
	}
}

// forget ends what is under way: it was asked for in other words.
func (f *fetchMap) forget() {
	f.asked++
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
	if f.shut != nil {
		f.shut()
		f.shut = nil
	}
	f.plan = nil
	f.bar.Hide()
	f.show()
}

// begin starts a request; what it returns is run unless something else has been
// asked for since.
func (f *fetchMap) begin(work func(context.Context) func()) {
	f.asked++
	n := f.asked
	f.stop = func() {}
	f.show()
	stop := f.w.background(func(ctx context.Context) func() {
		then := work(ctx)
		return func() {
			if f.asked != n {
				return
			}
			f.stop = nil
			then()
			if f.asked == n { // it is still there
				f.show()
			}
		}
	})
	if f.asked == n && f.stop != nil { // it may have ended at once
		f.stop = stop
	}
}

// told shows what went wrong, or that the user has stopped it.
func (f *fetchMap) told(err error) {
	if errors.Is(err, context.Canceled) {
		f.said.SetText("Stopped. What has come is kept: fetching the same part of it again goes on from there.")
		return
	}
	f.said.SetText(err.Error() + ".")
}

// lookTime is how long a server may take to say what it has.
const lookTime = 2 * time.Minute

// ask finds out what the part is and how large.
func (f *fetchMap) ask() {
	address := strings.TrimSpace(f.address.Text)
	low, high := f.from.SelectedIndex(), f.to.SelectedIndex()
	if low > high {
		f.said.SetText("The first zoom is greater than the last; choose them the other way round.")
		return
	}
	box, part := f.box(), f.part.Selected
	f.said.SetText("Asking what is there …")
	agent, folder := f.w.agent(), filepath.Join(f.w.config.DataDir, "maps")
	f.begin(func(ctx context.Context) func() {
		ctx, cancel := context.WithTimeout(ctx, lookTime)
		defer cancel()
		r, err := tiles.OpenRemote(ctx, address, tiles.Options{UserAgent: agent})
		if err != nil {
			return func() { f.told(err) }
		}
		if part == partWhole {
			box = r.Info().Bound
		}
		x, err := r.Plan(ctx, box, low, high)
		if err != nil {
			r.Close()
			return func() { f.told(err) }
		}
		return func() {
			f.plan, f.label, f.shut = x, r.Info().Name, r.Close
			f.file = filepath.Join(folder, mapFile(f.label, address, box, low, high))
			f.w.prefs.setMapAddress(address)
			f.said.SetText(fmt.Sprintf("“%s” has %s there at the zooms %d to %d: %s. Pictures bear: %s.", f.label, count(int(x.Tiles), "tile", "tiles"),
				max(low, r.Info().MinZoom), min(high, r.Info().MaxZoom), megabytes(x.Bytes), r.Info().Credit()))
		}
	})
}

// box is the part of the earth that is wanted.
func (f *fetchMap) box() orb.Bound {
	if f.part.Selected == partClaims && f.w.scene != nil {
		if b, _, ok := f.w.scene.Extent(); ok {
			const around = 0.1 // degrees
			return b.Pad(around)
		}
	}
	return f.w.chart.Viewport().Bound()
}

// mapFile is the name of the file of a region: the same each time, so that what was
// broken off goes on.
func mapFile(name, address string, box orb.Bound, low, high int) string {
	h := fnv.New32a()
	fmt.Fprint(h, address, box, low, high)
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, name)
	return fmt.Sprintf("%s-%d-%d-%08x.pmtiles", strings.Trim(plain[:min(len(plain), 40)], "-"), low, high, h.Sum32())
}

// save fetches the tiles and shows the map.
func (f *fetchMap) save() {
	x, file := f.plan, f.file
	f.said.SetText("Fetching …")
	f.bar.SetValue(0)
	f.bar.Show()
	f.begin(func(ctx context.Context) func() {
		err := os.MkdirAll(filepath.Dir(file), 0o755)
		if err == nil {
			last := time.Time{}
			err = x.Save(ctx, file, func(done int64) {
				if now := f.w.config.Now(); now.Sub(last) > 100*time.Millisecond {
					last = now
					f.w.post(func() { f.bar.SetValue(float64(done) / float64(x.Bytes)) })
				}
			})
		}
		if err != nil {
			return func() { f.bar.Hide(); f.told(err) }
		}
		return func() {
			f.d.Hide()
			f.w.openDetail(file)
		}
	})
}

// megabytes says how large a file is.
func megabytes(n int64) string {
	switch {
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", max(1, n/1000))
	case n < 10_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n < 1_000_000_000:
		return fmt.Sprintf("%d MB", n/1_000_000)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}

package gui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo/session"
)

const day = 24 * time.Hour

// seriesSteps are the steps of time that the dialog offers.
var seriesSteps = []struct {
	name string
	step time.Duration
}{{"Every day", day}, {"Every three days", 3 * day}, {"Every week", 7 * day}, {"Every four weeks", 28 * day}, {"Every six hours", 6 * time.Hour}, {"Every hour", time.Hour}}

// frameTime is how long each picture of an animation is shown.
const frameTime = 700 * time.Millisecond

// askSeries asks for a dated series of pictures and writes it.
func (w *Window) askSeries() {
	if w.state == nil {
		return
	}
	f := newPictureForm(w)
	folder := filepath.Dir(expand(f.path.Text))
	f.path.SetText(filepath.Join(folder, w.suggestedName("")+"-series"))
	f.shows.SetSelectedIndex(1)
	var steps []string
	for _, s := range seriesSteps {
		steps = append(steps, s.name)
	}
	step := newDropdown(steps, nil)
	step.SetSelectedIndex(0)
	animated := newTick("An animated picture beside the folder (.png)", nil)
	animated.SetChecked(true)
	browse := newButton("Folder…", theme.FolderOpenIcon(), func() { w.chooseFolder(f.path) })
	form := widget.NewForm(
		widget.NewFormItem("Into the folder", container.NewBorder(nil, nil, nil, browse, f.path)),
		widget.NewFormItem("A picture", step),
		widget.NewFormItem("Size", f.size),
		widget.NewFormItem("Layout", container.NewGridWithColumns(2, f.layout, f.shows)),
		widget.NewFormItem("Title", f.title),
		widget.NewFormItem("", animated),
	)
	hint := widget.NewLabel("From the first dated article to the last, all with the same frame. Pictures that are there already are kept: a series that was broken off goes on.")
	hint.Wrapping = fyne.TextWrapWord
	d := w.asking("A series of pictures", "Draw", "Cancel", container.NewBorder(nil, hint, nil, nil, form), func(ok bool) {
		if !ok {
			return
		}
		p, err := f.picture()
		if err != nil {
			w.fail(err)
			return
		}
		folder, every := expand(f.path.Text), seriesSteps[max(0, step.SelectedIndex())].step
		if !animated.Checked {
			w.drawSeries(folder, "", p, every)
			return
		}
		w.confirmOverwrite(folder+".png", func(movie string) { w.drawSeries(folder, movie, p, every) })
	})
	d.Resize(fyne.NewSize(min(760, w.win.Canvas().Size().Width-30), 0))
	d.Show()
	w.win.Canvas().Focus(f.path)
}

// drawSeries writes a series into a folder and, if a file is named, as an animated
// picture, and says how far it is.
func (w *Window) drawSeries(folder, movie string, p session.Picture, every time.Duration) {
	st, e := w.state, w.config.Engine
	w.prefs.setExportFolder(filepath.Dir(folder))
	w.status.say("Preparing the series…", false, "cancel", w.cancelWork)
	w.work = w.background(func(ctx context.Context) func() {
		kept, n, ended := 0, 0, false
		tell := func(what string, i int) {
			w.post(func() {
				if !w.closed && !ended {
					w.status.say(fmt.Sprintf("%s %d of %d…", what, i+1, n), false, "cancel", w.cancelWork)
				}
			})
		}
		err := func() error {
			k, err := e.Series(ctx, st, p, every)
			if err != nil {
				return err
			}
			n = len(k.Moments)
			err = e.WriteFolder(ctx, k, folder, func(i int, _ string, there bool) {
				if there {
					kept++
				}
				tell("Picture", i)
			})
			if err != nil || movie == "" {
				return err
			}
			return session.WriteFile(movie, func(out io.Writer) error {
				return e.WriteAnimation(ctx, out, k, frameTime, func(i int) { tell("Animation, picture", i) })
			})
		}()
		return func() {
			ended = true
			switch {
			case errors.Is(err, context.Canceled):
				w.say("The series was broken off. What is drawn is in %s; drawn again, it goes on from there.", folder)
			case err != nil:
				w.fail(err)
			default:
				what := count(n, "picture", "pictures")
				if kept > 0 {
					what += fmt.Sprintf(" (%d were there already)", kept)
				}
				if movie != "" {
					what += ", with " + filepath.Base(movie)
				}
				w.saved(filepath.Join(folder, "map-….png"), what)
			}
		}
	})
}

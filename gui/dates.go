package gui

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
)

// dateBar says of which dates the claims are shown, and lets one choose others.
type dateBar struct {
	widget.BaseWidget
	open, clear *widget.Button
	box         *fyne.Container

	OnOpen  func(at fyne.Position)
	OnClear func()
}

func newDateBar() *dateBar {
	b := &dateBar{}
	b.open = widget.NewButtonWithIcon("", theme.CalendarIcon(), func() {
		if b.OnOpen != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.open)
			b.OnOpen(at.AddXY(0, b.open.Size().Height))
		}
	})
	b.open.Alignment = widget.ButtonAlignLeading
	b.clear = widget.NewButtonWithIcon("", theme.CancelIcon(), func() { call(b.OnClear) })
	b.clear.Importance = widget.LowImportance
	b.box = container.New(layout.NewBorderLayout(nil, nil, nil, b.clear), b.clear, b.open)
	b.ExtendBaseWidget(b)
	b.show(geo.Interval{})
	return b
}

// show shows the dates; unknown: all.
func (b *dateBar) show(of geo.Interval) {
	b.open.Importance, b.open.Text = widget.LowImportance, "All dates"
	if of.Known() {
		b.open.Importance, b.open.Text = widget.MediumImportance, rangeWords(of)
	}
	visible(b.clear, of.Known())
	b.open.Refresh()
	b.box.Refresh()
}

func (b *dateBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.box) }

// rangeWords is a stretch of days as people write it: "24–30 Nov 2025".
func rangeWords(iv geo.Interval) string {
	const whole = "2 Jan 2006"
	from, last := iv.From.UTC(), iv.To.UTC().Add(-time.Nanosecond)
	switch {
	case !iv.Known():
		return "all dates"
	case iv.To.IsZero():
		return "since " + from.Format(whole)
	case iv.From.IsZero():
		return "until " + last.Format(whole)
	case from.Format(whole) == last.Format(whole) || !last.After(from):
		return from.Format(whole)
	case from.Year() != last.Year():
		return from.Format(whole) + " – " + last.Format(whole)
	case from.Month() != last.Month():
		return from.Format("2 Jan") + " – " + last.Format(whole)
	}
	return from.Format("2") + "–" + last.Format(whole)
}

// lastDays is the last days of the document's dates.
func lastDays(of geo.Interval, days int) geo.Interval {
	return geo.Interval{From: of.To.AddDate(0, 0, -days), To: of.To}
}

// dateMenu offers the dates of which claims can be shown.
func (w *Window) dateMenu() *fyne.Menu {
	var dates, now geo.Interval
	if w.state != nil {
		dates, now = w.state.Dates(), w.state.Filter.Time
	}
	offer := func(label string, of geo.Interval) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, func() { w.showDates(of) })
		i.Checked = of.From.Equal(now.From) && of.To.Equal(now.To)
		return i
	}
	items := []*fyne.MenuItem{offer("All dates", geo.Interval{})}
	other := now.Known()
	for _, days := range []int{1, 7, 30, 90} {
		of := lastDays(dates, days)
		if !dates.Known() || days > 1 && of.From.Before(dates.From) && lastDays(dates, days/3).From.Before(dates.From) {
			continue // much longer than the document
		}
		label := fmt.Sprintf("Last %d days (%s)", days, rangeWords(of))
		if days == 1 {
			label = fmt.Sprintf("Last day (%s)", rangeWords(of))
		}
		i := offer(label, of)
		other = other && !i.Checked
		items = append(items, i)
	}
	choose := item("From … to …", fyne.KeyD, command(), w.askDates)
	if other {
		choose.Label, choose.Checked = "From … to … ("+rangeWords(now)+")", true
	}
	choose.Disabled = !dates.Known()
	return fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), choose)...)
}

// offerDates opens the menu of dates at a position of the canvas.
func (w *Window) offerDates(at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(w.dateMenu(), w.win.Canvas(), at)
}

// showDates shows the claims of articles of these dates; unknown: of all.
func (w *Window) showDates(of geo.Interval) {
	w.sift("dates", func(s *session.Session) {
		f := s.State().Filter
		f.Time = of
		s.SetFilter(f)
	}, nil)
}

// askDates asks for the first and the last day to be shown.
func (w *Window) askDates() {
	if w.state == nil || !w.state.Dates().Known() {
		w.say("No article here has a date.")
		return
	}
	dates, now := w.state.Dates(), w.state.Filter.Time
	from, to := newField(), newField()
	from.SetPlaceHolder(dates.From.Format(time.DateOnly))
	to.SetPlaceHolder(dates.To.AddDate(0, 0, -1).Format(time.DateOnly))
	if !now.From.IsZero() {
		from.SetText(now.From.UTC().Format(time.DateOnly))
	}
	if !now.To.IsZero() {
		to.SetText(now.To.UTC().Add(-time.Nanosecond).Format(time.DateOnly))
	}
	from.Validator = func(s string) error { _, err := parseDates(s, ""); return err }
	to.Validator = func(s string) error { _, err := parseDates(from.Text, s); return err }
	d := w.form("Claims of which dates", "Show", []*widget.FormItem{
		{Text: "From", Widget: from, HintText: "Empty: from the beginning, " + dates.From.Format("2 January 2006")},
		{Text: "To", Widget: to, HintText: "Empty: to the end, " + dates.To.AddDate(0, 0, -1).Format("2 January 2006")},
	}, from, func() {
		of, err := parseDates(from.Text, to.Text)
		if err != nil {
			w.fail(err)
			return
		}
		w.showDates(of)
	})
	to.OnSubmitted = func(string) { d.Confirm() }
}

// parseDates reads the first and the last day, of which either may be left open.
func parseDates(from, to string) (of geo.Interval, err error) {
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if from != "" {
		iv, ok := geo.ParseDate(from)
		if !ok {
			return of, fmt.Errorf("“%s” is no date. Write it as 2025-11-27, or 2025-11 for a month", from)
		}
		of.From = iv.From
	}
	if to != "" {
		iv, ok := geo.ParseDate(to)
		if !ok {
			return of, fmt.Errorf("“%s” is no date. Write it as 2025-11-27, or 2025-11 for a month", to)
		}
		of.To = iv.To
	}
	if from != "" && to != "" && !of.To.After(of.From) {
		return of, fmt.Errorf("%s comes after %s. Write the earlier day first", from, to)
	}
	return of, nil
}

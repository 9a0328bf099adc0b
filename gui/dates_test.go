package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/ingest"
)

// The dates of which claims are shown are chosen in the bar, in the menu or as two
// days; map, lists, status bar and others' events follow.
func TestDates(t *testing.T) {
	w := open(t, 1280, 800)
	all := w.state.CountShown()
	events := filepath.Join(t.TempDir(), "events.geojson")
	text := `{"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"title":"Invented early","date":"2025-11-08"},"geometry":{"type":"Point","coordinates":[37.5,48.5]}},
 {"type":"Feature","properties":{"title":"Invented late","date":"2025-11-28"},"geometry":{"type":"Point","coordinates":[37.6,48.6]}}]}`
	if err := os.WriteFile(events, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.addContext(events, ingest.ContextOptions{Name: "Invented"})
	w.wait(t)
	if d := w.state.Dates(); rangeWords(d) != "8–30 Nov 2025" && !strings.HasSuffix(rangeWords(d), "30 Nov 2025") {
		t.Fatalf("the document's dates are %s", rangeWords(d))
	}
	bar := w.lists.dates
	if bar.open.Text != "All dates" || bar.clear.Visible() || bar.open.Importance != widget.LowImportance {
		t.Errorf("the bar says %q", bar.open.Text)
	}
	choose := func(part string) {
		t.Helper()
		for _, i := range w.dateMenu().Items {
			if strings.Contains(i.Label, part) {
				i.Action()
				return
			}
		}
		t.Fatalf("%q is not offered", part)
	}
	seen := func() (n int) {
		for _, l := range w.scene.Context {
			n += len(l.Events)
		}
		return n
	}
	if seen() != 2 {
		t.Fatalf("%d events", seen())
	}
	choose("Last 7 days")
	want := geo.Interval{From: geo.Day(2025, 11, 24).From, To: geo.Day(2025, 11, 30).To}
	if w.state.Filter.Time != want || w.state.CountShown() == 0 || w.state.CountShown() == all {
		t.Fatalf("%v, %d of %d claims", w.state.Filter.Time, w.state.CountShown(), all)
	}
	for _, c := range w.state.Shown() {
		if a := w.state.Article(c.Article); a.Published.Known() && a.Published.From.Before(want.From) {
			t.Errorf("a claim of %v is shown", a.Published)
		}
	}
	for _, id := range w.lists.value.Articles {
		if a := w.state.Article(id); a.Published.From.Before(want.From) {
			t.Errorf("an article of %v is listed", a.Published)
		}
	}
	if seen() != 1 {
		t.Errorf("%d events of others are drawn", seen())
	}
	if bar.open.Text != "24–30 Nov 2025" || !bar.clear.Visible() || w.status.value.Filters != "only 24–30 Nov 2025" {
		t.Errorf("the bar says %q, the status bar %q", bar.open.Text, w.status.value.Filters)
	}
	checked := func() (out []string) {
		for _, i := range w.menu.dates.ChildMenu.Items {
			if i.Checked {
				out = append(out, i.Label)
			}
		}
		return out
	}
	if got := checked(); len(got) != 1 || got[0] != "Last 7 days (24–30 Nov 2025)" {
		t.Errorf("checked: %q", got)
	}
	test.Tap(bar.clear)
	if w.state.CountShown() != all || bar.clear.Visible() || seen() != 2 {
		t.Errorf("%d of %d claims after all that", w.state.CountShown(), all)
	}

	// By keyboard: the bar is reached with Tab and opened with Space.
	w.win.Canvas().Focus(w.lists.dates.open)
	w.lists.dates.open.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if _, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp); !ok && w.win.Canvas().Overlays().Top() == nil {
		t.Error("Space does not open the menu")
	}
	dismiss(w.win.Canvas())

	// Two days, of which either may be left open.
	fields := func() (list []*field) {
		for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
			if f, ok := o.(*field); ok {
				list = append(list, f)
			}
		}
		return list
	}
	w.askDates()
	f := fields()
	f[0].SetText("2025-11-20")
	f[1].SetText("2025-11-18")
	f[1].OnSubmitted("")
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("an end before the beginning is taken")
	}
	f[1].SetText("2025-11-23")
	f[1].OnSubmitted("")
	if got := rangeWords(w.state.Filter.Time); got != "20–23 Nov 2025" || w.win.Canvas().Overlays().Top() != nil {
		t.Errorf("shown: %s", got)
	}
	if got := checked(); len(got) != 1 || !strings.Contains(got[0], "20–23 Nov 2025") {
		t.Errorf("checked: %q", got)
	}
	w.askDates()
	if f = fields(); f[0].Text != "2025-11-20" || f[1].Text != "2025-11-23" {
		t.Errorf("asked again, it says %q and %q", f[0].Text, f[1].Text)
	}
	f[1].SetText("")
	f[0].OnSubmitted("")
	if got := bar.open.Text; got != "since 20 Nov 2025" {
		t.Errorf("the bar says %q", got)
	}
	w.session.SaveFilter("late", &w.state.Filter)
	if k := w.state.Filters[0].Filter.Time; !k.From.Equal(geo.Day(2025, 11, 20).From) || !k.To.IsZero() {
		t.Errorf("kept: %v", k)
	}
	w.clearFilter()
	if w.state.CountShown() != all || bar.open.Text != "All dates" {
		t.Errorf("%d of %d claims; the bar says %q", w.state.CountShown(), all, bar.open.Text)
	}
}

func TestRangeWords(t *testing.T) {
	day := func(m time.Month, d int) time.Time { return geo.Day(2025, m, d).From }
	for _, c := range []struct {
		of   geo.Interval
		want string
	}{
		{geo.Interval{}, "all dates"}, {geo.Day(2025, 11, 3), "3 Nov 2025"}, {geo.Interval{From: day(11, 24), To: day(12, 1)}, "24–30 Nov 2025"},
		{geo.Interval{From: day(10, 28), To: day(11, 4)}, "28 Oct – 3 Nov 2025"}, {geo.Interval{From: day(12, 31), To: geo.Day(2026, 1, 2).To}, "31 Dec 2025 – 2 Jan 2026"},
		{geo.Interval{From: day(11, 3)}, "since 3 Nov 2025"}, {geo.Interval{To: day(11, 3)}, "until 2 Nov 2025"},
	} {
		if got := rangeWords(c.of); got != c.want {
			t.Errorf("%v is %q, want %q", c.of, got, c.want)
		}
	}
	for _, c := range [][2]string{{"yesterday", ""}, {"", "31.12.2025"}, {"2025-11-20", "2025-11-19"}} {
		if of, err := parseDates(c[0], c[1]); err == nil {
			t.Errorf("%q to %q is %v", c[0], c[1], of)
		}
	}
	if of, err := parseDates("2025-10", "2025-11"); err != nil || of.To != day(12, 1) || of.From != day(10, 1) {
		t.Errorf("whole months: %v, %v", of, err)
	}
}

package prose

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// A text that is asked for its height at a width, and then given that width,
// shows its lines broken for it.
func TestShowsTheWidthItIsGiven(t *testing.T) {
	test.NewTempApp(t)
	x := New(Content{Text: "One line that is long enough to be broken in a narrow column."})
	r := test.WidgetRenderer(x)
	x.Resize(fyne.NewSize(60, 300))
	narrow := len(r.Objects())
	x.HeightFor(600)
	x.Resize(fyne.NewSize(600, 40))
	if n := len(r.Objects()); n != 1 || narrow < 3 {
		t.Errorf("%d lines in a wide column, %d in a narrow one", n, narrow)
	}
	if w := r.Objects()[0].(*canvas.Text); w.Text == "" {
		t.Error("the line is empty")
	}
}

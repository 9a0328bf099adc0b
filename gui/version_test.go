package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"contested/geo"
	"contested/gui/prose"
)

// The reader says which version it shows, marks what changed, and takes
// corrections over.
func TestVersionsInTheWindow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "versions.jsonl")
	if err := os.WriteFile(path, []byte(`{"title":"A town","publisher":"Example Wire","url":"https://example.org/a","text":"The Russian Ministry of Defence said its troops had captured Pokrovsk. The road is open."}
{"title":"A town","publisher":"Example Wire","url":"https://example.org/a","text":"The Russian Ministry of Defence said its troops had captured Pokrovsk. The road is shut."}
`), 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, 1200, 800, path)
	list, _ := w.state.Versions(w.state.Articles[0].ID)
	if len(list) != 2 {
		t.Fatalf("%d versions", len(list))
	}
	w.openArticle(list[0], "")
	if said := says(w.reader); !strings.Contains(said, "Version 1 of 2") || strings.Contains(said, "show changes") || !strings.Contains(said, "newer ›") {
		t.Errorf("the reader says of the first version:\n%s", said)
	}
	w.reader.OnVersion(list[1])
	if said := says(w.reader); !strings.Contains(said, "Version 2 of 2") || !strings.Contains(said, "show changes") || strings.Contains(said, "Take over") {
		t.Errorf("the reader says of the second version:\n%s", said)
	}
	w.reader.changes = true
	w.reader.build()
	if got := w.reader.text.Text(); !strings.Contains(got, "The road is openshut.") {
		t.Errorf("with changes it reads %q", got)
	}
	c := w.state.ClaimsOf(list[0])[0]
	denied := geo.Negated
	if err := w.session.Correct("mark as denied", geo.Correction{Article: list[0], Content: c.Content, Polarity: &denied}); err != nil {
		t.Fatal(err)
	}
	if said := says(w.reader); !strings.Contains(said, "Take over 1 correction of an older version") {
		t.Errorf("no correction is offered:\n%s", said)
	}
	w.reader.OnTakeOver()
	if k := w.state.ClaimsOf(list[1])[0]; k.Polarity != geo.Negated || strings.Contains(says(w.reader), "Take over") {
		t.Errorf("taken over: %+v", k)
	}
}

// What was taken out is struck through, what came in is underlined.
func TestChangesAreMarked(t *testing.T) {
	c := changedContent(changesBetween("the road is open", "the road is shut"))
	if c.Text != "the road is openshut" || len(c.Marks) != 2 || c.Marks[0].Style.Strike == nil || c.Marks[1].Style.Line == nil {
		t.Errorf("%+v", c)
	}
	bars := 0
	text := prose.New(c)
	text.Resize(fyne.NewSize(400, 30))
	for _, o := range test.WidgetRenderer(text).Objects() {
		if _, ok := o.(*canvas.Rectangle); ok {
			bars++
		}
	}
	if bars != 2 {
		t.Errorf("%d lines are drawn", bars)
	}
}

package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/assets"
	"contested/geo/session"
)

// A word list of the user's that cannot be used is told of when a document opens, and
// what is wrong with it is a click away; articles are read all the same.
func TestWordListLeftOut(t *testing.T) {
	data := t.TempDir()
	if err := os.Mkdir(filepath.Join(data, session.AddedWords), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, session.AddedWords, "cues.tsv"), []byte("# mine\nblort\tcertain\tT\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	shared := engine
	engine = session.NewEngine(assets.FS, data)
	defer func() { engine = shared }()
	w := open(t, 1200, 800, write(t, "town.txt", "The mayor of Pokrovsk said that shells had hit Pokrovsk."))
	if len(w.state.Claims) == 0 {
		t.Fatal("nothing is read")
	}
	w.greet(w.state)
	if said := w.status.message; said != "Your word list cues.tsv is left out." || !w.status.failed {
		t.Fatalf("the window says %q", said)
	}
	w.status.more.tapped()
	if said := strings.Join(strings.Fields(says(w.win.Canvas().Overlays().Top())), " "); !strings.Contains(said, "line 2: there is no stance") || !strings.Contains(said, "all other word lists") {
		t.Errorf("the dialog says %q", said)
	}
}

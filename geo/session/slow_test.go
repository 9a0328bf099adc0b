package session

import (
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"contested/geo"
	"contested/geo/project"
)

// TestSlowDisk: while an action waits for the disk, everything else goes on, and
// the action is not shown as done before it is on the disk. The disk is held up by
// a reader of the file, behind whom SQLite has to wait in the middle of writing.
func TestSlowDisk(t *testing.T) {
	s, path := openTown(t)

	reader, err := sqlite.OpenConn(path, sqlite.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, q := range []string{"BEGIN", "SELECT count(*) FROM articles"} {
		if err := sqlitex.ExecuteTransient(reader, q, nil); err != nil {
			t.Fatal(err)
		}
	}
	before := s.State()
	c := before.Claims[0]
	denied := geo.Negated
	done := make(chan error, 1)
	go func() {
		done <- s.Correct("mark as denied", geo.Correction{Article: c.Article, Content: c.Content, Polarity: &denied})
	}()
	for i := range 40 {
		// What the window does all the time: none of it may wait for the disk.
		s.SetFilter(geo.Filter{Words: []string{"", "pokrovsk"}[i%2]})
		s.Select(Selection{Claim: c.ID})
		s.ToggleVoice(geo.PressVoice)
		s.SetView(s.State().View)
		select {
		case err := <-done:
			t.Fatalf("the action did not wait for the disk: %v", err)
		default:
		}
		if now := s.State().Claim(c.ID); now.Polarity != c.Polarity || s.State().Document.Undo != before.Document.Undo {
			t.Fatal("the action is shown as done and is not on the disk")
		}
	}
	if err := sqlitex.ExecuteTransient(reader, "COMMIT", nil); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if s.State().Claim(c.ID).Polarity != geo.Negated {
		t.Error("the action is on the disk and is not shown")
	}
	if found, err := project.Check(path); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

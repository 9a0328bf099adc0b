package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/assets"
	"contested/geo"
	"contested/geo/read"
)

// addWords makes a data folder with a word list of the user's.
func addWords(t *testing.T, name, lines string) string {
	t.Helper()
	data := t.TempDir()
	dir := filepath.Join(data, AddedWords)
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	return data
}

// A user's own lines of a word list are read with the built-in ones, and what is read with
// them is told from what was read without.
func TestAddedWords(t *testing.T) {
	a, err := geo.NewArticle(geo.Article{Text: "The mayor blorted that a drone had struck a school in Lyman.", Publisher: geo.Publisher{Name: "Example Wire", Party: geo.Press}})
	if err != nil {
		t.Fatal(err)
	}
	speakers := func(e *Engine) (out []string) {
		r, err := e.Reader()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Read(&a).Claims {
			out = append(out, c.Source.Name)
		}
		return out
	}
	plain := NewEngine(assets.FS, t.TempDir())
	if got := speakers(plain); strings.Join(got, " ") == "mayor" {
		t.Fatalf("the mayor speaks already: %q", got)
	}
	if v := plain.ReaderVersion(); v != read.Version {
		t.Errorf("without lists of the user's the version is %q", v)
	}
	added := NewEngine(assets.FS, addWords(t, "cues.tsv", "# mine\nblort\tneutral\tT\n"))
	if got := speakers(added); strings.Join(got, " ") != "mayor" {
		t.Errorf("who speaks is %q", got)
	}
	other := NewEngine(assets.FS, addWords(t, "cues.tsv", "blort\tdeny\tT\n"))
	if a, b := added.ReaderVersion(), other.ReaderVersion(); a == b || a == read.Version || !strings.HasPrefix(a, read.Version) {
		t.Errorf("the versions are %q and %q", a, b)
	}
}

// A word list that cannot be used says which it is, and what to do.
func TestAddedWordsThatAreNone(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"cues.tsv", "# mine\nblort\tcertain\tT\n", "cues.tsv, line 2"},
		{"cue.tsv", "blort\tneutral\tT\n", "no built-in list of this name"},
	} {
		_, err := NewEngine(assets.FS, addWords(t, c.name, c.lines)).Reader()
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "out of the folder") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	data := addWords(t, "notes.txt", "nothing of the reader's")
	if _, err := NewEngine(assets.FS, data).Reader(); err != nil {
		t.Errorf("another file in the folder: %v", err)
	}
}

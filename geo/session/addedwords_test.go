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

// A word list that cannot be used is left out, and says which it is and what to do; the
// others are read, and the version tells of those alone.
func TestAddedWordsThatAreNone(t *testing.T) {
	const good = "blort\tneutral\tT\n"
	a, err := geo.NewArticle(geo.Article{Text: "The mayor blorted that a drone had struck a school in Lyman.", Publisher: geo.Publisher{Name: "Example Wire", Party: geo.Press}})
	if err != nil {
		t.Fatal(err)
	}
	alone := NewEngine(assets.FS, addWords(t, "cues.tsv", "\ufeff"+good)).ReaderVersion()
	for _, c := range []struct {
		name, lines string
		line        int
		why         string
	}{
		{"verification.tsv", "# mine\nsure\tall\tblorted\n", 2, "mend the line"},
		{"types.tsv", "attack\tmuch\tblort\n", 1, "not a number"},
		{"slavic_uk.tsv", "blort\n", 1, "mend the line"},
		{"units.tsv", "\xff\xfe\x00", 1, "UTF-8"},
		{"cue.tsv", good, 0, "no built-in list of this name"},
		{"publishers.tsv", "UA\tBlort\n", 0, "no lines of yours"},
	} {
		data := addWords(t, c.name, c.lines)
		if err := os.WriteFile(filepath.Join(data, AddedWords, "cues.tsv"), []byte("\ufeff"+good), 0o644); err != nil {
			t.Fatal(err)
		}
		var told []LeftOutList
		e := NewEngine(assets.FS, data)
		e.Told = func(l LeftOutList) { told = append(told, l) }
		r, err := e.Reader()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if claims := r.Read(&a).Claims; len(claims) != 1 || claims[0].Source.Name != "mayor" {
			t.Errorf("%s: the other list is not read: %+v", c.name, claims)
		}
		if len(told) != 1 || told[0].Path != filepath.Join(data, AddedWords, c.name) || told[0].Line != c.line || !strings.Contains(told[0].Why, c.why) || !strings.Contains(told[0].Why, "out of the folder") {
			t.Errorf("%s: told is %+v", c.name, told)
		}
		used, left := e.AddedLists()
		if len(used) != 1 || used[0] != "cues.tsv" || len(left) != 1 {
			t.Errorf("%s: used are %q, left out %v", c.name, used, left)
		}
		if v := e.ReaderVersion(); v != alone {
			t.Errorf("%s: the version is %q, not %q", c.name, v, alone)
		}
	}
	for _, c := range []struct{ name, lines string }{
		{"cues.tsv", "blort\tcertain\tT\n"},
		{"notes.txt", "nothing of the reader's"},
	} {
		e := NewEngine(assets.FS, addWords(t, c.name, c.lines))
		if _, err := e.Reader(); err != nil || e.ReaderVersion() != read.Version {
			t.Errorf("%s alone: the version is %q, %v", c.name, e.ReaderVersion(), err)
		}
	}
}

// The lists are those that there were when the version was asked for.
func TestAddedWordsOfTheStart(t *testing.T) {
	data := addWords(t, "cues.tsv", "blort\tneutral\tT\n")
	e := NewEngine(assets.FS, data)
	version := e.ReaderVersion()
	if err := os.WriteFile(filepath.Join(data, AddedWords, "cues.tsv"), []byte("no list\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Reader(); err != nil || e.ReaderVersion() != version {
		t.Errorf("the version is %q, was %q; %v", e.ReaderVersion(), version, err)
	}
}

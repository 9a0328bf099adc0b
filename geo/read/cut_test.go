package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
)

// TestCut reads every line of the batteries as it is when it stops in the middle: what
// looks at the next word must know that there may be none.
func TestCut(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no batteries", err)
	}
	r := reader(t)
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if len(line) > 400 {
				continue // tables
			}
			for i, c := range line {
				if c == ' ' {
					read(t, r, line[:i])
				}
			}
		}
	}
}

// read reads a text of its own and says of which it is when that cannot be done.
func read(t *testing.T, r *Reader, text string) {
	t.Helper()
	defer func() {
		if err := recover(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}()
	r.Read(&geo.Article{Text: text, Publisher: geo.Publisher{Party: geo.Press}})
}

package session

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"contested/geo/gazetteer"
	"contested/geo/read"
)

// AddedWords is the folder in the user's data folder with word lists of the user's own. A
// list has the name and the form of one of the built-in lists of assets/lexicon, and its
// lines are added to those; where the two disagree, the user's win.
const AddedWords = "lexicon"

// addedWords is what the user's word lists are, as they were when they were first asked for.
type addedWords struct {
	used wordFiles     // by their names in assets
	mark string        // that of what is used; "" where nothing is
	left []LeftOutList // the others
}

// LeftOutList is a word list of the user's that cannot be used.
type LeftOutList struct {
	Path string
	Line int    // 0: not one of its lines
	Why  string // what is wrong, and what to do
}

func (l LeftOutList) String() string {
	if l.Line == 0 {
		return l.Path + " is left out: " + l.Why
	}
	return fmt.Sprintf("%s is left out: line %d: %s", l.Path, l.Line, l.Why)
}

// findAddedWords reads the user's word lists. One that cannot be used is left out as a
// whole: half a list would be read by nobody's intention.
func findAddedWords(assets fs.FS, dataDir string) addedWords {
	if dataDir == "" {
		return addedWords{}
	}
	dir := filepath.Join(dataDir, AddedWords)
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return addedWords{}
	}
	w := addedWords{used: wordFiles{}}
	if err != nil {
		w.leave(dir, 0, fmt.Sprintf("the folder of your word lists cannot be read (%v)", err), "see to its permissions")
		return w
	}
	for _, f := range files {
		name, file := path.Join("lexicon", f.Name()), filepath.Join(dir, f.Name())
		if f.IsDir() || !strings.HasSuffix(f.Name(), ".tsv") {
			continue
		}
		if _, err := fs.Stat(assets, name); err != nil {
			w.leave(file, 0, "there is no built-in list of this name that it could add to", "give it the name of one")
			continue
		}
		if f.Name() == "publishers.tsv" {
			w.leave(file, 0, "the table of publishers takes no lines of yours", "say in the article who publishes it")
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			w.leave(file, 0, fmt.Sprintf("it cannot be read (%v)", err), "see to its permissions")
			continue
		}
		w.used[name] = b
	}
	w.leaveUnusable(assets, dir)
	w.findMark()
	return w
}

func (w *addedWords) leave(path string, line int, what, remedy string) {
	w.left = append(w.left, LeftOutList{path, line, what + "; " + remedy + " or take it out of the folder, and start the program again"})
}

// leaveUnusable leaves out the lists that have a line that is none.
func (w *addedWords) leaveUnusable(assets fs.FS, dir string) {
	for len(w.used) > 0 {
		_, err := read.New(assets, nil, w.used)
		var bad *read.ListError
		if !errors.As(err, &bad) || w.used[bad.List] == nil {
			return
		}
		delete(w.used, bad.List)
		w.leave(filepath.Join(dir, path.Base(bad.List)), bad.Line, bad.Err.Error(), "mend the line")
	}
}

func (w *addedWords) findMark() {
	if len(w.used) == 0 {
		return
	}
	sum := sha256.New()
	for _, name := range w.used.names() {
		fmt.Fprintf(sum, "%s %d\n", path.Base(name), len(w.used[name]))
		sum.Write(w.used[name])
	}
	w.mark = hex.EncodeToString(sum.Sum(nil)[:4])
}

// loadReader makes the reader of the built-in word lists and the user's, and tells of those
// that are left out.
func (e *Engine) loadReader(g *gazetteer.Gazetteer) (*read.Reader, error) {
	w := e.words()
	if e.Told != nil {
		for _, l := range w.left {
			e.Told(l)
		}
	}
	return read.New(e.assets, g, w.used)
}

// ReaderVersion says by which rules and word lists articles are read: read.Version, and a
// mark of the user's word lists that are used, if any. Readings of another version may differ.
func (e *Engine) ReaderVersion() string {
	if w := e.words(); w.mark != "" {
		return read.Version + "+" + w.mark
	}
	return read.Version
}

// AddedLists are the names of the user's word lists that are used, and those that are not.
func (e *Engine) AddedLists() (used []string, left []LeftOutList) {
	w := e.words()
	for _, name := range w.used.names() {
		used = append(used, path.Base(name))
	}
	return used, w.left
}

// wordFiles are word lists in memory, so that what is read is what the version tells of,
// whenever it is read.
type wordFiles map[string][]byte

func (w wordFiles) names() []string {
	names := make([]string, 0, len(w))
	for name := range w {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Open makes wordFiles a file system.
func (w wordFiles) Open(name string) (fs.File, error) {
	b, ok := w[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &wordFile{*bytes.NewReader(b), path.Base(name)}, nil
}

// wordFile is an open list, and its own description.
type wordFile struct {
	bytes.Reader
	name string
}

func (f *wordFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *wordFile) Close() error               { return nil }
func (f *wordFile) Name() string               { return f.name }
func (f *wordFile) Mode() fs.FileMode          { return 0o444 }
func (f *wordFile) ModTime() time.Time         { return time.Time{} }
func (f *wordFile) IsDir() bool                { return false }
func (f *wordFile) Sys() any                   { return nil }

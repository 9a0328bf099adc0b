package session

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"contested/geo/gazetteer"
	"contested/geo/read"
)

// AddedWords is the folder in the user's data folder with word lists of the user's own. A
// list has the name and the form of one of the built-in lists of assets/lexicon, and its
// lines are added to those; where the two disagree, the user's win.
const AddedWords = "lexicon"

// addedWords is what the user's word lists are.
type addedWords struct {
	dir  string // "" where there are none
	mark string // that of their contents
	err  error  // they cannot be read
}

func findAddedWords(assets fs.FS, dataDir string) addedWords {
	if dataDir == "" {
		return addedWords{}
	}
	dir := filepath.Join(dataDir, AddedWords)
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return addedWords{}
	}
	w := addedWords{dir: dir}
	if err != nil {
		w.err = fmt.Errorf("your word lists cannot be read: %w", err)
		return w
	}
	sum, found := sha256.New(), false
	for _, f := range list {
		name := f.Name()
		if f.IsDir() || !strings.HasSuffix(name, ".tsv") {
			continue
		}
		found = true
		if _, err := fs.Stat(assets, path.Join("lexicon", name)); err != nil {
			w.err = fmt.Errorf("your word list %s: there is no built-in list of this name that it could add to; give it the name of one or take it out of the folder, and start the program again", filepath.Join(dir, name))
			return w
		}
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			w.err = fmt.Errorf("your word lists cannot be read: %w", err)
			return w
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(b))
		sum.Write(b)
	}
	if !found {
		return addedWords{}
	}
	w.mark = hex.EncodeToString(sum.Sum(nil)[:4])
	return w
}

// loadReader makes the reader of the built-in word lists and the user's.
func (e *Engine) loadReader(g *gazetteer.Gazetteer) (*read.Reader, error) {
	w := e.words()
	if w.err != nil {
		return nil, w.err
	}
	if w.dir == "" {
		return read.New(e.assets, g)
	}
	r, err := read.New(e.assets, g, os.DirFS(e.dataDir))
	if err != nil {
		return nil, fmt.Errorf("your word lists in %s: %w; mend the line or take the file out of the folder, and start the program again", w.dir, err)
	}
	return r, nil
}

// ReaderVersion says by which rules and word lists articles are read: read.Version, and a
// mark of the user's word lists where there are some. Readings of another version may differ.
func (e *Engine) ReaderVersion() string {
	if w := e.words(); w.mark != "" {
		return read.Version + "+" + w.mark
	}
	return read.Version
}

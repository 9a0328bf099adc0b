package session

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"contested/geo/export"
)

// Beside says which files are wished for beside a picture.
type Beside struct {
	Alt    bool // its description: NAME.alt.txt
	Claims bool // what it carries: NAME.claims.json
}

// AltFile is the name of the file beside a picture that holds its description.
func AltFile(picture string) string {
	return strings.TrimSuffix(picture, filepath.Ext(picture)) + ".alt.txt"
}

// Files are the names of the files that a picture will be written to. A sheet whose
// quotes do not all find room writes one more, claims-CODE.csv, which it names.
func (b Beside) Files(picture string) []string {
	out := []string{picture}
	if b.Alt {
		out = append(out, AltFile(picture))
	}
	if b.Claims {
		out = append(out, SideFile(picture))
	}
	return out
}

// SavePicture writes the picture of a state to a file, in the format that its name
// asks for (PNG if it asks for none), and what is wished for beside it; each file
// whole or not at all. A sheet on which not every quote finds room names a table of
// all claims, and that is written, too. It returns the files that were written.
func (e *Engine) SavePicture(ctx context.Context, path string, s *State, p Picture, beside Beside) (files []string, err error) {
	format, _ := FormatOf(path)
	var done wrote
	put := func(path string, write func(io.Writer) error) {
		if err == nil {
			if err = WriteFile(path, write); err == nil {
				files = append(files, path)
			}
		}
	}
	put(path, func(w io.Writer) (err error) {
		done, err = e.writePicture(ctx, w, s, p, format, nil)
		return err
	})
	if beside.Alt {
		put(AltFile(path), func(w io.Writer) error { _, err := io.WriteString(w, done.alt+"\n"); return err })
	}
	if beside.Claims {
		content := done.content
		if content == nil && err == nil { // of a bare picture
			content, err = e.Content(ctx, s, p)
		}
		put(SideFile(path), func(w io.Writer) error { _, err := w.Write(content); return err })
	}
	if done.left > 0 {
		table, _ := export.Named("csv")
		put(filepath.Join(filepath.Dir(path), done.table), func(w io.Writer) error { return e.Export(ctx, w, s, table) })
	}
	return files, err
}

// SavePicture writes the picture of the newest state; see [Engine.SavePicture].
func (s *Session) SavePicture(ctx context.Context, path string, p Picture, beside Beside) (files []string, err error) {
	return s.engine.SavePicture(ctx, path, s.State(), p, beside)
}

// Existing are those of the files that are there already.
func Existing(files []string) (out []string) {
	for _, f := range files {
		if _, err := os.Lstat(f); err == nil {
			out = append(out, f)
		}
	}
	return out
}

package project

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite"
)

// migrations are the steps from one schema to the next: the first makes schema
// 2 of schema 1. A step runs inside a transaction and finds the tables as its
// own version left them.
var migrations = []func(*gpkg.DB) error{
	// 2: layers of context. A later change to these layers needs their first form here.
	func(db *gpkg.DB) error {
		return db.Add(schema, time.Now(), tAreas, tLines, tContext, tLayers, tOthers)
	},
}

// documentSchema is the version of the tables in the file.
func documentSchema(db *gpkg.DB) (int, error) {
	text := ""
	n, err := db.Int("SELECT count(*) FROM sqlite_schema WHERE name = 'contested_document' AND type = 'table'")
	if err == nil && n == 1 {
		err = db.Query("SELECT value FROM contested_document WHERE key = 'schema'", func(r *sqlite.Stmt) error {
			text = r.ColumnText(0)
			return nil
		})
	}
	if err != nil {
		return 0, gpkg.Explain(db.Path(), err)
	}
	version, err := strconv.Atoi(text)
	if err != nil || version < 1 {
		return 0, &gpkg.Error{Path: db.Path(), Kind: ErrDamaged, Text: "the file is a GeoPackage but no document of Contested; choose another file"}
	}
	return version, nil
}

// migrate brings an older file up to date, after copying it beside itself, and
// refuses a newer one.
func (p *Project) migrate() error {
	version, err := documentSchema(p.db)
	if err != nil {
		return err
	}
	now := len(migrations) + 1
	switch {
	case version > now:
		return &gpkg.Error{Path: p.path, Kind: ErrNewer, Text: fmt.Sprintf("the document was written by a newer version of Contested (schema %d, this one knows %d); install that version to open it", version, now)}
	case version == now:
		return nil
	case p.lock == nil:
		return &gpkg.Error{Path: p.path, Kind: ErrReadOnly, Text: "the document is of an older version and its folder cannot be written to; copy it to another folder and open it there"}
	}
	kept, err := p.keepCopy(version)
	if err != nil {
		return fmt.Errorf("the document is of an older version, and was not changed because no copy could be made: %w", err)
	}
	return p.db.Write(func() error {
		for _, step := range migrations[version-1:] {
			if err := step(p.db); err != nil {
				return fmt.Errorf("the document could not be brought up to date and was not changed: %w", err)
			}
		}
		if err := p.db.Exec("INSERT OR REPLACE INTO contested_document VALUES ('schema', ?)", strconv.Itoa(now)); err != nil {
			return err
		}
		w, err := p.newWriter()
		if err != nil {
			return err
		}
		w.reason = "the file as it was is kept as " + filepath.Base(kept)
		return p.log(w, Note, fmt.Sprintf("Brought up to date from schema %d to %d", version, now))
	})
}

// keepCopy copies the file beside itself under a name that is free.
func (p *Project) keepCopy(version int) (path string, err error) {
	ext := filepath.Ext(p.path)
	stem := strings.TrimSuffix(p.path, ext)
	for i := 1; i < 1000; i++ {
		path = fmt.Sprintf("%s (schema %d)%s", stem, version, ext)
		if i > 1 {
			path = fmt.Sprintf("%s (schema %d, %d)%s", stem, version, i, ext)
		}
		if err = p.db.CopyTo(path, false, nil); !isExists(err) {
			break
		}
	}
	return path, err
}

package project

import (
	"encoding/json"
	"fmt"

	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite"
)

// overviewKey is the setting that holds what can be shown of a large document
// before it is open.
const overviewKey = "overview"

type overview struct {
	Seq  int64           `json:"seq"` // of the history's last entry when it was made
	Data json.RawMessage `json:"data"`
}

// KeepOverview keeps what [Overview] gives to those who open the document next,
// as it is after the last action. It is no action.
func (p *Project) KeepOverview(data any) error {
	raw, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("the overview cannot be stored: %w", err)
	}
	return p.aside(func(w *writer) error {
		seq, err := p.db.Int("SELECT coalesce(max(fid), 0) FROM history")
		if err != nil {
			return err
		}
		return w.set(overviewKey, overview{seq, raw})
	})
}

// HasOverview reports whether what was kept last is of the document as it is now.
func (p *Project) HasOverview() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return false
	}
	var o overview
	if json.Unmarshal(p.state.Settings[overviewKey], &o) != nil {
		return false
	}
	seq, err := p.db.Int("SELECT coalesce(max(fid), 0) FROM history")
	return err == nil && seq == o.Seq
}

// Overview is what was kept of the document at path and, if it was ever set, its
// view, without opening it: nothing is locked, written or taken over. ok is false
// when there is none, or when the document was changed since it was made.
func Overview(path string) (data, view json.RawMessage, ok bool) {
	db, err := gpkg.Open(path, gpkg.Options{ReadOnly: true})
	if err != nil {
		return nil, nil, false
	}
	defer func() { _ = db.Close() }() // nothing was written
	if version, err := documentSchema(db); err != nil || version != len(migrations)+1 {
		return nil, nil, false
	}
	var o overview
	err = db.Query("SELECT key, value FROM contested_settings WHERE key IN ('overview', 'view')", func(r *sqlite.Stmt) error {
		if r.ColumnText(0) == viewKey {
			view = json.RawMessage(r.ColumnText(1))
			return nil
		}
		return json.Unmarshal([]byte(r.ColumnText(1)), &o)
	})
	if err != nil || o.Data == nil {
		return nil, nil, false
	}
	seq, err := db.Int("SELECT coalesce(max(fid), 0) FROM history")
	return o.Data, view, err == nil && seq == o.Seq
}

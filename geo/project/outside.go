package project

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// unknownCounter is noted where the counter says nothing: the next opening
// looks through the layers.
const unknownCounter = "unknown"

// loadCounter reads the change counter as it was after our last write. It sets
// version to what no file has if somebody else has written since.
func (p *Project) loadCounter() error {
	now, known, err := p.id.counter()
	if err != nil {
		return err
	}
	noted := ""
	err = p.db.Query("SELECT value FROM contested_document WHERE key = 'counter'", func(r *sqlite.Stmt) error {
		noted = r.ColumnText(0)
		return nil
	})
	if err != nil {
		return err
	}
	p.counter, p.version = now, -1
	if known && noted == fmt.Sprint(now) {
		p.version, err = p.db.Int("PRAGMA data_version")
	}
	return err
}

// untouched reports whether nobody else has written to the file since we did.
func (p *Project) untouched() (bool, error) {
	now, known, err := p.id.counter()
	if err != nil {
		return false, err
	}
	version, err := p.db.Int("PRAGMA data_version")
	return version == p.version && (!known || now == p.counter), err
}

// takeOver looks whether another program wrote to the file since we did, and
// takes over what it changed in the layers of claims and places, as corrections
// and own places with an entry of their own in the history. What else it changed
// in the layers is put back. It reports whether the contents changed.
func (p *Project) takeOver() (changed bool, err error) {
	same, err := p.untouched()
	if err != nil || same {
		return false, gpkg.Explain(p.path, err)
	}
	o := &outside{p: p}
	var next *state
	err = p.transact(func() error {
		repaired, err := p.db.Restore(schema)
		if err != nil {
			return err
		}
		if p.state, err = p.load(); err != nil {
			return err
		}
		if err := p.loadSteps(); err != nil {
			return err
		}
		if o.w, err = p.newWriter(); err != nil {
			return err
		}
		o.s = p.newShow(p.state)
		o.notes = repaired
		if err := o.orphans(); err != nil {
			return err
		}
		changes, err := p.db.Record(recorded, o.collect)
		if err != nil {
			return err
		}
		o.w.reason = o.summary()
		kind := Note
		if o.taken > 0 {
			kind = Outside
			if err := p.dropRedo(); err != nil {
				return err
			}
			if err := p.keepChanges(o.w.seq, changes); err != nil {
				return err
			}
		}
		if len(o.notes) > 0 {
			if err := p.log(o.w, kind, outsideName); err != nil {
				return err
			}
		}
		next, err = p.show(o.w)
		return err
	})
	if err != nil {
		return false, err
	}
	p.state = next
	if o.taken > 0 {
		p.undo, p.redo = append(p.undo, step{o.w.seq, outsideName}), nil
	}
	return len(o.notes) > 0, nil
}

const (
	outsideName   = "Changes made in another program"
	outsideReason = "changed in another program"
)

// outside compares the layers with what this program would have written.
type outside struct {
	p     *Project
	w     *writer
	s     *show
	taken int      // changes taken over
	notes []string // what was taken over or put back, in words
}

func (o *outside) note(format string, args ...any) {
	o.notes = append(o.notes, fmt.Sprintf(format, args...))
}

const maxNotes = 12

func (o *outside) summary() string {
	n := o.notes
	if len(n) > maxNotes {
		n = append(slices.Clone(n[:maxNotes]), fmt.Sprintf("and %d more", len(n)-maxNotes))
	}
	return strings.Join(n, "; ")
}

func (o *outside) collect() error {
	if err := o.places(); err != nil {
		return err
	}
	if err := o.layers(); err != nil {
		return err
	}
	corrections := map[geo.ArticleID][]geo.Correction{}
	for _, k := range o.p.state.Corrections {
		corrections[k.Article] = append(corrections[k.Article], k)
	}
	for i := range o.p.state.Articles {
		a := o.p.state.Articles[i]
		if err := o.article(a, o.p.state.articles[i], corrections[a.ID]); err != nil {
			return err
		}
	}
	return nil
}

// orphans takes away what is left of articles that were deleted, and of layers
// that show claims of no article.
func (o *outside) orphans() error {
	db := o.p.db
	for _, q := range []struct{ table, column string }{{tReadings, "article"}, {tCorrections, "fid"}, {tClaims, "fid"}, {tExcerpts, "fid"}} {
		var gone []int64
		err := db.Query("SELECT "+q.column+" FROM "+q.table+" WHERE article IS NOT NULL AND article NOT IN (SELECT fid FROM articles)", func(r *sqlite.Stmt) error {
			gone = append(gone, r.ColumnInt64(0))
			return nil
		})
		if err != nil {
			return err
		}
		for _, id := range gone {
			switch q.table {
			case tReadings:
				o.w.touched.readings[id] = true
				o.w.dirty[id] = true
				o.note("an article was deleted")
			case tCorrections:
				o.w.touched.corrections[id] = true
			}
			if err := db.Exec("DELETE FROM "+q.table+" WHERE "+q.column+" = ?", id); err != nil {
				return err
			}
		}
	}
	// Totals are counted again, at the end, for everything the layers mention.
	for _, q := range []string{"SELECT place_id FROM claims", "SELECT place_id FROM places", "SELECT place_id FROM regions"} {
		if err := db.Query(q, func(r *sqlite.Stmt) error { o.w.recount[geo.PlaceID(r.ColumnText(0))] = true; return nil }); err != nil {
			return err
		}
	}
	return db.Query("SELECT source_key FROM claims UNION SELECT source_key FROM sources", func(r *sqlite.Stmt) error {
		o.w.recountSources[r.ColumnText(0)] = true
		return nil
	})
}

// places takes over points that were moved and names that were changed in the
// layer of places, as places of the document's own.
func (o *outside) places() error {
	type moved struct {
		place geo.Place
		what  string
	}
	var found []moved
	err := o.p.db.Query("SELECT place_id, name, lon, lat, geom, claims FROM places", func(r *sqlite.Stmt) error {
		id := geo.PlaceID(r.ColumnText(0))
		if r.ColumnType(5) == sqlite.TypeNull {
			return nil // a row that was added there: a place nobody speaks of
		}
		place, _ := o.s.lookUp(id)
		was := orb.Point{r.ColumnFloat(2), r.ColumnFloat(3)}
		point, ok := pointIn(r, 4)
		known := r.ColumnType(2) != sqlite.TypeNull
		var what []string
		if ok && onEarth(point) && (!known || !near(point, was)) {
			place.Point, place.Approx = point, false
			what = append(what, "moved")
		}
		if name := strings.TrimSpace(r.ColumnText(1)); name != "" && name != place.Name && (known || o.p.o.Places != nil) && o.renamed(id, name) {
			place.Name = name
			what = append(what, "renamed")
		}
		if what != nil {
			found = append(found, moved{place, strings.Join(what, " and ")})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, m := range found {
		if err := o.w.set(placeKey+string(m.place.ID), m.place); err != nil {
			return err
		}
		o.taken++
		o.note("%s %s", m.place.Name, m.what)
	}
	o.w.nothing = false
	return nil
}

// renamed tells a name that somebody typed from one that only the gazetteer
// changed: the claims about the place still have the old one.
func (o *outside) renamed(id geo.PlaceID, name string) bool {
	n, err := o.p.db.Int("SELECT count(*) FROM claims WHERE place_id = ? AND place = ?", string(id), name)
	return err == nil && n == 0
}

// near reports whether two points are the same to the last digit that other
// programs keep.
func near(a, b orb.Point) bool { return math.Abs(a[0]-b[0]) < 1e-9 && math.Abs(a[1]-b[1]) < 1e-9 }

func pointIn(r *sqlite.Stmt, column int) (orb.Point, bool) {
	if r.ColumnType(column) != sqlite.TypeBlob {
		return orb.Point{}, false
	}
	b := make([]byte, min(r.ColumnLen(column), 256))
	r.ColumnBytes(column, b)
	return gpkg.DecodePoint(b)
}

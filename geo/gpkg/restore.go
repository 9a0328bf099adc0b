package gpkg

import (
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// compareTriggers finds the triggers of other programs on the tables that this
// one writes to, and those of its own that are missing. A trigger of ours with
// another text counts as both.
func (db *DB) compareTriggers(s *Schema) (foreign, missing []trigger, err error) {
	want, written := map[string]trigger{}, []string{"gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions", "gpkg_spatial_ref_sys"}
	var order []trigger
	for _, l := range s.layers() {
		written = append(written, l.Table)
		if l.Geometry != None {
			written = append(written, l.index())
		}
		for _, t := range l.triggers() {
			want[t.name] = t
			order = append(order, t)
		}
	}
	for _, t := range s.Tables {
		written = append(written, t.Name)
	}
	for _, table := range written {
		err := db.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND lower(tbl_name) = lower(?)", func(r *sqlite.Stmt) error {
			t := trigger{table, r.ColumnText(0), r.ColumnText(1)}
			if want[t.name] == t {
				delete(want, t.name)
			} else {
				foreign = append(foreign, t)
			}
			return nil
		}, table)
		if err != nil {
			return nil, nil, err
		}
	}
	for _, t := range order {
		if _, ok := want[t.name]; ok {
			missing = append(missing, t)
		}
	}
	return foreign, missing, nil
}

// Restore puts the triggers of s back in place of all others on the tables of
// s, and makes spatial indexes anew where other programs dropped them. It
// reports what it did, in words. It must run inside [DB.Write], before anything
// else is written.
func (db *DB) Restore(s *Schema) (done []string, err error) {
	foreign, missing, err := db.compareTriggers(s)
	if err != nil {
		return nil, err
	}
	stale := map[string]bool{} // tables whose index may be wrong
	for _, t := range foreign {
		if err := db.once("DROP TRIGGER " + ident(t.name)); err != nil {
			return done, err
		}
		stale[t.table] = true
		done = append(done, fmt.Sprintf("trigger %s on %s removed", t.name, t.table))
	}
	for _, l := range s.Layers {
		if l.Geometry == None {
			continue
		}
		n, err := db.Int("SELECT count(*) FROM sqlite_schema WHERE name = ?", l.index())
		if err != nil {
			return done, err
		}
		if n == 0 {
			if err := db.once(l.createIndex()); err != nil {
				return done, err
			}
			stale[l.Table] = true
			done = append(done, "spatial index of "+l.Table+" made anew")
		}
		if err := db.Exec("DELETE FROM gpkg_extensions WHERE table_name = ? AND extension_name = 'gpkg_rtree_index'", l.Table); err != nil {
			return done, err
		}
		if err := db.once(l.declareIndex()); err != nil {
			return done, err
		}
	}
	for _, t := range missing {
		if err := db.once(t.sql); err != nil {
			return done, err
		}
		stale[t.table] = true
		done = append(done, fmt.Sprintf("trigger %s on %s restored", t.name, t.table))
	}
	for _, l := range s.Layers {
		if l.Geometry != None && (stale[l.Table] || stale[l.index()]) {
			if err := db.reindex(l); err != nil {
				return done, err
			}
		}
	}
	return done, nil
}

// once runs a statement that is not worth keeping prepared.
func (db *DB) once(sql string) error {
	return sqlitex.ExecuteTransient(db.Conn, strings.TrimRight(sql, ";\n"), nil)
}

func (db *DB) reindex(l Layer) error {
	if err := db.once("DELETE FROM " + ident(l.index())); err != nil {
		return err
	}
	return db.once(fmt.Sprintf("INSERT INTO %s SELECT %s, ST_MinX(%s), ST_MaxX(%s), ST_MinY(%s), ST_MaxY(%s) FROM %s WHERE %s NOTNULL AND NOT ST_IsEmpty(%s)",
		ident(l.index()), FID, Geom, Geom, Geom, Geom, ident(l.Table), Geom, Geom))
}

package gpkg

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"zombiezen.com/go/sqlite"
)

// Finding is one thing that is not as it should be.
type Finding struct {
	Rule  string // stable id of the rule that is broken: "gpkg-29" is requirement 29 of the standard
	Where string // table, and row where there is one
	Text  string // what is wrong
}

func (f Finding) String() string { return f.Where + ": " + f.Text + " [" + f.Rule + "]" }

// maxFindings ends a list that a damaged file could make endless.
const maxFindings = 1000

// findings collects what [DB.Check] finds.
type findings struct{ list []Finding }

func (f *findings) add(rule, where, format string, args ...any) {
	if len(f.list) < maxFindings {
		f.list = append(f.list, Finding{rule, where, fmt.Sprintf(format, args...)})
	}
}

// Shape reports why the file does not have the tables and columns of s, as
// real tables, or nil. Further tables and columns are allowed: users add them
// in other programs.
func (db *DB) Shape(s *Schema) error {
	for _, l := range s.layers() {
		columns := map[string]string{l.key(): "INTEGER"}
		if l.Geometry != None {
			columns[Geom] = string(l.Geometry)
		}
		for _, c := range l.Columns {
			columns[c.Name] = c.Type
		}
		if err := db.shapeOf(l.Table, columns); err != nil {
			return err
		}
		if l.Geometry != None {
			n, err := db.Int("SELECT count(*) FROM sqlite_schema WHERE name = ? AND (type <> 'table' OR upper(sql) NOT LIKE 'CREATE VIRTUAL TABLE % USING RTREE%')", l.index())
			if err != nil {
				return Explain(db.path, err)
			}
			if n > 0 {
				return &Error{db.path, ErrDamaged, "the spatial index of " + l.Table + " is none; open a copy of the file if you have one", nil}
			}
		}
	}
	for _, t := range s.Tables {
		columns := map[string]string{}
		for _, c := range strings.Split(t.Columns, ",") {
			columns[strings.Fields(c)[0]] = ""
		}
		if err := db.shapeOf(t.Name, columns); err != nil {
			return err
		}
	}
	return nil
}

func (db *DB) shapeOf(table string, columns map[string]string) error {
	damaged := func(format string, args ...any) error {
		return &Error{db.path, ErrDamaged, fmt.Sprintf(format, args...) + "; it is no document of this program, or was changed in another one. Open a copy of it if you have one", nil}
	}
	kind := ""
	err := db.Query("SELECT type, upper(substr(sql, 1, 15)) FROM sqlite_schema WHERE name = ?", func(r *sqlite.Stmt) error {
		if kind = r.ColumnText(0); r.ColumnText(1) == "CREATE VIRTUAL " {
			kind = "virtual table"
		}
		return nil
	}, table)
	if err != nil {
		return Explain(db.path, err)
	}
	if kind == "" {
		return damaged("the table %s is missing", table)
	}
	if kind != "table" {
		return damaged("%s is a %s, not a table", table, kind)
	}
	missing := len(columns)
	err = db.Query("SELECT name, hidden, type FROM pragma_table_xinfo(?)", func(r *sqlite.Stmt) error {
		if r.ColumnInt(1) != 0 {
			return damaged("the table %s has a computed column", table)
		}
		want, ok := columns[r.ColumnText(0)]
		if ok && want != "" && !strings.EqualFold(want, r.ColumnText(2)) {
			return damaged("the column %s of %s has the type %.40q, not %s", r.ColumnText(0), table, r.ColumnText(2), want)
		}
		if ok {
			missing--
		}
		return nil
	}, table)
	if err != nil {
		return Explain(db.path, err)
	}
	if missing != 0 {
		return damaged("the table %s lacks a column", table)
	}
	return nil
}

// Check looks for every clause of the standard that a file made here promises
// to keep. The error says that the file could not be read to its end.
func (db *DB) Check(s *Schema) ([]Finding, error) {
	var f findings
	if err := db.Integrity(); err != nil {
		var known *Error
		if errors.As(err, &known) && errors.Is(err, ErrDamaged) {
			f.add("gpkg-6", "file", "damaged: %v", known.Err)
			return f.list, nil
		}
		return nil, err
	}
	for _, step := range []func(*Schema, *findings) error{
		db.checkCore, db.checkContents, db.checkGeometries, db.checkTriggers, db.checkStyles,
	} {
		if err := step(s, &f); err != nil {
			return f.list, Explain(db.path, err)
		}
	}
	return f.list, nil
}

func (db *DB) checkCore(s *Schema, f *findings) error {
	if n, err := db.Int("PRAGMA user_version"); err != nil || n != userVersion {
		f.add("gpkg-2", "file", "the version in the header is %d, not %d", n, userVersion)
	}
	mode := ""
	if err := db.Query("PRAGMA journal_mode", func(r *sqlite.Stmt) error { mode = r.ColumnText(0); return nil }); err != nil {
		return err
	}
	if mode == "wal" {
		f.add("one-file", "file", "another program left it in write-ahead mode; opening it here mends that")
	}
	if err := db.Query("PRAGMA foreign_key_check", func(r *sqlite.Stmt) error {
		f.add("gpkg-7", r.ColumnText(0), "row %d refers to a row of %s that is not there", r.ColumnInt64(1), r.ColumnText(2))
		return nil
	}); err != nil {
		return err
	}
	for _, srs := range []struct {
		id         int
		definition string
	}{{-1, "undefined"}, {0, "undefined"}, {WGS84, "GEOGCS"}} {
		n, err := db.Int("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id = ? AND organization_coordsys_id = srs_id AND definition LIKE ?", srs.id, srs.definition+"%")
		if err != nil {
			return err
		}
		if n != 1 {
			f.add("gpkg-11", "gpkg_spatial_ref_sys", "the reference system %d is missing or wrong", srs.id)
		}
	}
	for _, t := range s.Tables {
		n, err := db.Int("SELECT count(*) FROM gpkg_extensions WHERE table_name = ? AND extension_name = ? AND scope = 'read-write'", t.Name, s.Extension)
		if err != nil {
			return err
		}
		if n != 1 {
			f.add("gpkg-58", "gpkg_extensions", "the table %s is not declared", t.Name)
		}
	}
	return nil
}

func (db *DB) checkContents(s *Schema, f *findings) error {
	for _, l := range s.layers() {
		rows := 0
		err := db.Query("SELECT data_type, last_change, srs_id, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", func(r *sqlite.Stmt) error {
			rows++
			kind := "attributes"
			if l.Geometry != None {
				kind = "features"
				if r.ColumnInt(2) != WGS84 {
					f.add("gpkg-146", l.Table, "the reference system in gpkg_contents is %s, not %d", r.ColumnText(2), WGS84)
				}
			}
			if r.ColumnText(0) != kind {
				f.add("gpkg-17", l.Table, "it is declared as %.40q, not as %s", r.ColumnText(0), kind)
			}
			if _, err := time.Parse("2006-01-02T15:04:05.000Z", r.ColumnText(1)); err != nil {
				f.add("gpkg-15", l.Table, "last_change is no time: %.40q", r.ColumnText(1))
			}
			return nil
		}, l.Table)
		if err != nil {
			return err
		}
		if rows != 1 {
			f.add("gpkg-14", "gpkg_contents", "the layer %s is not declared", l.Table)
		}
		if l.Geometry == None {
			continue
		}
		n, err := db.Int("SELECT count(*) FROM gpkg_geometry_columns WHERE table_name = ? AND column_name = ? AND geometry_type_name = ? AND srs_id = ? AND z = 0 AND m = 0", l.Table, Geom, string(l.Geometry), WGS84)
		if err != nil {
			return err
		}
		if n != 1 {
			f.add("gpkg-22", "gpkg_geometry_columns", "the geometry of %s is not declared as it is", l.Table)
		}
		n, err = db.Int("SELECT count(*) FROM gpkg_extensions WHERE table_name = ? AND column_name = ? AND extension_name = 'gpkg_rtree_index' AND scope = 'write-only'", l.Table, Geom)
		if err != nil {
			return err
		}
		if n != 1 {
			f.add("gpkg-76", "gpkg_extensions", "the spatial index of %s is not declared", l.Table)
		}
	}
	return nil
}

func (db *DB) checkGeometries(s *Schema, f *findings) error {
	for _, l := range s.Layers {
		if l.Geometry == None {
			continue
		}
		// The R-tree rounds outwards to 32 bits, by less than a part in four million.
		const slack = "0.0001"
		q := fmt.Sprintf(`SELECT t.%[1]s, t.%[2]s, r.id IS NOT NULL,
			r.minx > ST_MinX(t.%[2]s) OR r.maxx < ST_MaxX(t.%[2]s) OR r.miny > ST_MinY(t.%[2]s) OR r.maxy < ST_MaxY(t.%[2]s)
			OR r.minx < ST_MinX(t.%[2]s) - %[5]s OR r.maxx > ST_MaxX(t.%[2]s) + %[5]s OR r.miny < ST_MinY(t.%[2]s) - %[5]s OR r.maxy > ST_MaxY(t.%[2]s) + %[5]s,
			ST_MinX(t.%[2]s) < c.min_x OR ST_MaxX(t.%[2]s) > c.max_x OR ST_MinY(t.%[2]s) < c.min_y OR ST_MaxY(t.%[2]s) > c.max_y OR c.min_x IS NULL
			FROM %[3]s t LEFT JOIN %[4]s r ON r.id = t.%[1]s LEFT JOIN gpkg_contents c ON c.table_name = %[6]s WHERE t.%[2]s NOTNULL`,
			FID, Geom, ident(l.Table), ident(l.index()), slack, literal(l.Table))
		err := db.Query(q, func(r *sqlite.Stmt) error {
			where := fmt.Sprintf("%s %d", l.Table, r.ColumnInt64(0))
			blob := make([]byte, r.ColumnLen(1))
			r.ColumnBytes(1, blob)
			g, srs, err := Decode(blob)
			switch {
			case err != nil:
				f.add("gpkg-19", where, "%v", err)
				return nil
			case srs != WGS84:
				f.add("gpkg-33", where, "the geometry's reference system is %d, not %d", srs, WGS84)
			case g == nil:
				return nil
			case !strings.EqualFold(g.GeoJSONType(), string(l.Geometry)):
				f.add("gpkg-32", where, "the geometry is a %s, not a %s", g.GeoJSONType(), l.Geometry)
			}
			if b := g.Bound(); !(b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90) {
				f.add("on-earth", where, "the geometry lies outside the earth")
			}
			if r.ColumnInt(2) == 0 || r.ColumnInt(3) != 0 {
				f.add("gpkg-77", where, "the spatial index does not have it where it is")
			}
			if r.ColumnInt(4) != 0 {
				f.add("extent", where, "it lies outside the extent that gpkg_contents gives")
			}
			return nil
		})
		if err != nil {
			return err
		}
		n, err := db.Int(fmt.Sprintf("SELECT count(*) FROM %s WHERE id NOT IN (SELECT %s FROM %s WHERE %s NOTNULL AND NOT ST_IsEmpty(%s))",
			ident(l.index()), FID, ident(l.Table), Geom, Geom))
		if err != nil {
			return err
		}
		if n != 0 {
			f.add("gpkg-77", l.Table, "the spatial index has %d entries too many", n)
		}
	}
	return nil
}

func (db *DB) checkTriggers(s *Schema, f *findings) error {
	foreign, missing, err := db.compareTriggers(s)
	for _, t := range foreign {
		f.add("triggers", t.table, "the trigger %.80q is not of this program; opening the file here removes it", t.name)
	}
	for _, t := range missing {
		f.add("gpkg-75", t.table, "the trigger %s is missing; opening the file here restores it", t.name)
	}
	return err
}

func (db *DB) checkStyles(s *Schema, f *findings) error {
	return db.Query("SELECT id, f_table_name, styleQML FROM layer_styles WHERE styleQML IS NOT NULL", func(r *sqlite.Stmt) error {
		d := xml.NewDecoder(strings.NewReader(r.ColumnText(2)))
		for {
			_, err := d.Token()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				f.add("style", fmt.Sprintf("layer_styles %d", r.ColumnInt64(0)), "the style of %.80q is no XML: %v", r.ColumnText(1), err)
				return nil
			}
		}
	})
}

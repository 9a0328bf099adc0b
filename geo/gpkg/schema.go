package gpkg

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"zombiezen.com/go/sqlite/sqlitex"
)

// WGS84 is the reference system of every geometry: EPSG:4326, stored longitude
// first as the standard demands.
const WGS84 = 4326

// Geometry is the kind of geometry that a layer holds.
type Geometry string

// The kinds of geometry.
const (
	None            Geometry = "" // an attribute table
	Point           Geometry = "POINT"
	MultiLineString Geometry = "MULTILINESTRING"
	MultiPolygon    Geometry = "MULTIPOLYGON"
)

// Names of the columns that every layer has.
const (
	FID  = "fid"  // integer primary key
	Geom = "geom" // geometry, of feature layers
)

// Column is one column of a layer beside fid and geom.
type Column struct {
	Name string
	Type string // a type of the standard's table 1: TEXT, INTEGER, DOUBLE, BOOLEAN, BLOB, DATETIME …
	Rule string // further SQL: NOT NULL, UNIQUE; may be empty
}

// Layer is a table that other programs show: features or attributes.
type Layer struct {
	Table       string
	Title       string // identifier in gpkg_contents
	Description string
	Geometry    Geometry
	Columns     []Column
	Unique      []string // columns that are unique together; may be empty
	Indexes     []string // columns with an index each
	Frozen      []string // columns that nobody may change once a row is written
	FrozenWhy   string   // what whoever tries is told
	Style       string   // QGIS style (QML), may be empty
}

// Table is a table that only the program that made the file reads.
type Table struct {
	Name    string
	Columns string // SQL between the brackets
}

// Schema is everything that a file of one kind consists of.
type Schema struct {
	Layers     []Layer
	Tables     []Table
	Extension  string // author_name of the extension that the Tables belong to
	Definition string // where that is described: a URL or a sentence
}

func ident(s string) string   { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
func literal(s string) string { return `'` + strings.ReplaceAll(s, `'`, `''`) + `'` }

// core creates the tables of the standard (annex C) and fills in the three
// obligatory reference systems (requirement 11).
const core = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude in decimal degrees on the WGS 84 ellipsoid');
`

// styles is the table in which QGIS looks for the style of a layer.
var styles = Layer{
	Table: "layer_styles", Title: "layer_styles", Description: "How QGIS draws the layers",
	Columns: []Column{
		{"f_table_catalog", "TEXT(256)", ""}, {"f_table_schema", "TEXT(256)", ""},
		{"f_table_name", "TEXT(256)", ""}, {"f_geometry_column", "TEXT(256)", ""},
		{"styleName", "TEXT(30)", ""}, {"styleQML", "TEXT", ""}, {"styleSLD", "TEXT", ""},
		{"useAsDefault", "BOOLEAN", ""}, {"description", "TEXT", ""},
		{"owner", "TEXT(30)", ""}, {"ui", "TEXT(30)", ""}, {"update_time", "DATETIME", "DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))"},
	},
}

// create is the SQL that makes the layer's table, its indexes and triggers.
func (l Layer) create() string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (\n  %s INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", ident(l.Table), ident(l.key()))
	if l.Geometry != None {
		fmt.Fprintf(&b, ",\n  %s %s", ident(Geom), l.Geometry)
	}
	for _, c := range l.Columns {
		b.WriteString(",\n  " + strings.TrimSpace(ident(c.Name)+" "+c.Type+" "+c.Rule))
	}
	if len(l.Unique) > 0 {
		quoted := make([]string, len(l.Unique))
		for i, c := range l.Unique {
			quoted[i] = ident(c)
		}
		fmt.Fprintf(&b, ",\n  UNIQUE (%s)", strings.Join(quoted, ", "))
	}
	b.WriteString("\n);\n")
	for _, c := range l.Indexes {
		fmt.Fprintf(&b, "CREATE INDEX %s ON %s (%s);\n", ident(l.Table+"_"+c), ident(l.Table), ident(c))
	}
	for _, t := range l.triggers() {
		b.WriteString(t.sql + ";\n")
	}
	return b.String()
}

// key is the primary key column; QGIS wants "id" in its own table.
func (l Layer) key() string {
	if l.Table == styles.Table {
		return "id"
	}
	return FID
}

// register is the SQL that declares the layer to other programs.
func (l Layer) register(now string) string {
	kind, srs := "attributes", "NULL"
	if l.Geometry != None {
		kind, srs = "features", fmt.Sprint(WGS84)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES (%s, '%s', %s, %s, %s, %s);\n",
		literal(l.Table), kind, literal(l.Title), literal(l.Description), literal(now), srs)
	if l.Geometry != None {
		fmt.Fprintf(&b, "INSERT INTO gpkg_geometry_columns VALUES (%s, '%s', '%s', %d, 0, 0);\n", literal(l.Table), Geom, l.Geometry, WGS84)
		b.WriteString(l.createIndex())
		b.WriteString(l.declareIndex())
	}
	if l.Style != "" {
		fmt.Fprintf(&b, "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) VALUES ('', '', %s, %s, %s, %s, '', 1, %s, '', NULL, %s);\n",
			literal(l.Table), literal(l.geometryColumn()), literal(l.Table), literal(l.Style), literal(l.Description), literal(now))
	}
	return b.String()
}

func (l Layer) geometryColumn() string {
	if l.Geometry == None {
		return ""
	}
	return Geom
}

// statements is the SQL that makes an empty file of this kind.
func (s *Schema) statements(now string) string {
	var b strings.Builder
	b.WriteString("PRAGMA application_id = 1196444487;\nPRAGMA user_version = 10300;\n") // "GPKG", 1.3.0
	b.WriteString(core)
	for _, l := range s.layers() {
		b.WriteString(l.create())
	}
	for _, l := range s.layers() {
		b.WriteString(l.register(now))
	}
	for _, t := range s.Tables {
		b.WriteString(s.createTable(t))
	}
	return b.String()
}

// Add makes the named layers and tables of s in a file that does not have them
// yet, for the migration of files of an earlier kind. It must run inside
// [DB.Write].
func (db *DB) Add(s *Schema, now time.Time, names ...string) error {
	var b strings.Builder
	for _, l := range s.Layers {
		if slices.Contains(names, l.Table) {
			b.WriteString(l.create() + l.register(Time(now)))
		}
	}
	for _, t := range s.Tables {
		if slices.Contains(names, t.Name) {
			b.WriteString(s.createTable(t))
		}
	}
	return sqlitex.ExecuteScript(db.Conn, b.String(), nil)
}

func (s *Schema) createTable(t Table) string {
	return fmt.Sprintf("CREATE TABLE %s (%s);\nINSERT INTO gpkg_extensions VALUES (%s, NULL, %s, %s, 'read-write');\n",
		ident(t.Name), t.Columns, literal(t.Name), literal(s.Extension), literal(s.Definition))
}

// layers is the schema's layers and the table of their styles, which comes
// first so that the others can put theirs in.
func (s *Schema) layers() []Layer { return append([]Layer{styles}, s.Layers...) }

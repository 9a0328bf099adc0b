package gpkg

import (
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
)

// trigger is one trigger that belongs to a file made here.
type trigger struct{ table, name, sql string }

func (l Layer) index() string { return "rtree_" + l.Table + "_" + Geom }

func (l Layer) createIndex() string {
	return fmt.Sprintf("CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy);\n", ident(l.index()))
}

func (l Layer) declareIndex() string {
	return fmt.Sprintf("INSERT INTO gpkg_extensions VALUES (%s, '%s', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only');\n",
		literal(l.Table), Geom)
}

// triggers are those of the standard's annex F.3 that keep the R-tree, and the
// guard of the frozen columns. The R-tree triggers use INSERT OR REPLACE, which
// an UPSERT would overrule: write with plain INSERT and UPDATE.
func (l Layer) triggers() []trigger {
	var out []trigger
	if l.Geometry != None {
		t, r, i, g := ident(l.Table), ident(l.index()), ident(FID), ident(Geom)
		put := fmt.Sprintf("INSERT OR REPLACE INTO %s VALUES (NEW.%s, ST_MinX(NEW.%s), ST_MaxX(NEW.%s), ST_MinY(NEW.%s), ST_MaxY(NEW.%s));", r, i, g, g, g, g)
		full := fmt.Sprintf("(NEW.%s NOTNULL AND NOT ST_IsEmpty(NEW.%s))", g, g)
		none := fmt.Sprintf("(NEW.%s ISNULL OR ST_IsEmpty(NEW.%s))", g, g)
		drop := fmt.Sprintf("DELETE FROM %s WHERE id = OLD.%s;", r, i)
		for _, x := range []struct{ name, event, when, do string }{
			{"insert", "INSERT ON", full, put},
			{"update1", "UPDATE OF " + g + " ON", "OLD." + i + " = NEW." + i + " AND " + full, put},
			{"update2", "UPDATE OF " + g + " ON", "OLD." + i + " = NEW." + i + " AND " + none, drop},
			{"update3", "UPDATE ON", "OLD." + i + " != NEW." + i + " AND " + full, drop + " " + put},
			{"update4", "UPDATE ON", "OLD." + i + " != NEW." + i + " AND " + none, fmt.Sprintf("DELETE FROM %s WHERE id IN (OLD.%s, NEW.%s);", r, i, i)},
			{"delete", "DELETE ON", "OLD." + g + " NOT NULL", drop},
		} {
			name := l.index() + "_" + x.name
			out = append(out, trigger{l.Table, name, fmt.Sprintf("CREATE TRIGGER %s AFTER %s %s WHEN %s BEGIN %s END", ident(name), x.event, t, x.when, x.do)})
		}
	}
	if len(l.Frozen) > 0 {
		quoted := make([]string, len(l.Frozen))
		for i, c := range l.Frozen {
			quoted[i] = ident(c)
		}
		name := l.Table + "_frozen"
		out = append(out, trigger{l.Table, name, fmt.Sprintf("CREATE TRIGGER %s BEFORE UPDATE OF %s ON %s BEGIN SELECT RAISE(ABORT, %s); END",
			ident(name), strings.Join(quoted, ", "), ident(l.Table), literal(l.FrozenWhy))})
	}
	return out
}

// register the functions that the R-tree triggers call. AllowIndirect lets
// triggers call them at all.
func registerFunctions(conn *sqlite.Conn) error {
	scalar := func(name string, f func([]byte) (sqlite.Value, error)) error {
		return conn.CreateFunction(name, &sqlite.FunctionImpl{
			NArgs: 1, Deterministic: true, AllowIndirect: true,
			Scalar: func(_ sqlite.Context, args []sqlite.Value) (sqlite.Value, error) {
				if args[0].Type() != sqlite.TypeBlob {
					return sqlite.Value{}, nil
				}
				return f(args[0].Blob())
			},
		})
	}
	side := func(pick func(minX, minY, maxX, maxY float64) float64) func([]byte) (sqlite.Value, error) {
		return func(b []byte) (sqlite.Value, error) {
			e, empty, err := Envelope(b)
			if err != nil || empty {
				return sqlite.Value{}, nil // NULL, as every implementation does for what it cannot read
			}
			return sqlite.FloatValue(pick(e.Min[0], e.Min[1], e.Max[0], e.Max[1])), nil
		}
	}
	for name, f := range map[string]func([]byte) (sqlite.Value, error){
		"ST_MinX": side(func(x, _, _, _ float64) float64 { return x }),
		"ST_MinY": side(func(_, y, _, _ float64) float64 { return y }),
		"ST_MaxX": side(func(_, _, x, _ float64) float64 { return x }),
		"ST_MaxY": side(func(_, _, _, y float64) float64 { return y }),
		"ST_IsEmpty": func(b []byte) (sqlite.Value, error) {
			_, empty, err := Envelope(b)
			if err != nil || empty {
				return sqlite.IntegerValue(1), nil // what cannot be read is not indexed
			}
			return sqlite.IntegerValue(0), nil
		},
	} {
		if err := scalar(name, f); err != nil {
			return err
		}
	}
	return nil
}

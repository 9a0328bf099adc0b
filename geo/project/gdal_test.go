package project

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/witness"
)

// example is a document with claims of every voice about points and regions,
// closed.
func example(t *testing.T) (path string, readings []*geo.Reading) {
	t.Helper()
	p := create(t, options())
	list, readings := articles(t, 0, 6, 12)
	ok(t, p.Import("import", list, readings))
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	ok(t, p.SaveFilter("mine", &geo.Filter{Words: "x"}))
	ok(t, p.AddContext("add context", contextLayer(t, "bridges")))
	path = p.Path()
	ok(t, p.Close())
	return path, readings
}

func TestGDALReadsIt(t *testing.T) {
	path, readings := example(t)
	before, err := os.ReadFile(path)
	ok(t, err)
	out := witness.Run(t, "ogrinfo", "-ro", "-so", "-al", path)
	for _, want := range []string{
		"Layer name: claims", "Layer name: places", "Layer name: regions", "Layer name: articles", "Layer name: sources",
		"Layer name: excerpts", "Layer name: history", "Layer name: corrections", "Layer name: context", "Layer name: context_lines", "Layer name: context_areas", "Layer name: context_layers", "Geometry: Point", "Geometry: Multi Line String", "Geometry: Multi Polygon",
		"WGS 84", "voice: String", "said_from: DateTime",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("ogrinfo does not say %q:\n%s", want, out)
		}
	}
	if strings.Contains(out, "contested_") {
		t.Errorf("ogrinfo lists tables that are the program's own:\n%s", out)
	}
	rows := 0
	for _, r := range readings {
		for _, c := range r.Claims {
			rows += max(1, len(c.Places))
		}
	}
	var counted struct {
		Features []struct {
			Properties struct {
				N     int
				First string
			}
		}
	}
	sql := "SELECT count(*) AS N, min(excerpt) AS First FROM claims"
	ok(t, json.Unmarshal([]byte(witness.Run(t, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, "-dialect", "SQLITE", "-sql", sql)), &counted))
	if got := counted.Features[0].Properties; got.N != rows || !strings.HasPrefix(got.First, "“Хтось”") {
		t.Errorf("GDAL finds %d claims, the first %q; there are %d", got.N, got.First, rows)
	}
	// A spatial filter goes through the R-tree.
	at := gazetteer["gn:2"].Point
	out = witness.Run(t, "ogrinfo", "-ro", "-so", path, "claims", "-spat", num(at[0]-0.01), num(at[1]-0.01), num(at[0]+0.01), num(at[1]+0.01))
	all := witness.Run(t, "ogrinfo", "-ro", "-so", path, "claims", "-where", "place_id = 'gn:2'")
	if a, b := featureCount(out), featureCount(all); a != b || a == "0" {
		t.Errorf("the spatial index finds %s claims at a place that has %s", a, b)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("reading changed the file")
	}
}

func num(f float64) string { b, _ := json.Marshal(f); return string(b) }

func featureCount(out string) string {
	_, rest, _ := strings.Cut(out, "Feature Count: ")
	n, _, _ := strings.Cut(rest, "\n")
	return n
}

// TestGDALValidates runs GDAL's validator, which knows the clauses of the
// standard.
func TestGDALValidates(t *testing.T) {
	script := ""
	for _, s := range []string{"/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py", "/usr/share/doc/python3-gdal/examples/validate_gpkg.py"} {
		if _, err := os.Stat(s); err == nil {
			script = s
			break
		}
	}
	if script == "" {
		witness.Missing(t, "GDAL's validate_gpkg.py is not installed (Debian: python3-gdal)")
	}
	path, _ := example(t)
	empty := create(t, options())
	for _, path := range []string{path, empty.Path()} {
		out := witness.Run(t, "python3", script, "-k", "--extra", path)
		if s := strings.TrimSpace(out); s != "" {
			t.Errorf("the validator says of %s:\n%s", filepath.Base(path), s)
		}
	}
}

// TestGDALEditIsTakenOver changes a claim with GDAL, as QGIS does it.
func TestGDALEditIsTakenOver(t *testing.T) {
	path, readings := example(t)
	c := readings[1].Claims[0]
	if len(c.Places) == 0 || c.Places[0].Place == "" {
		t.Fatal("the claim has no place")
	}
	witness.Run(t, "ogrinfo", path, "-sql", "UPDATE claims SET status = 'confirmed' WHERE claim_id = '"+string(c.ID)+"'")
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	k := contents(t, p).Corrections
	if len(k) != 2 || k[1].Status == nil || *k[1].Status != geo.Confirmed || k[1].Article != c.Article {
		t.Fatalf("the corrections are %+v", k)
	}
	if h := p.History(); h[len(h)-1].Kind != Outside || p.UndoName() != outsideName {
		t.Errorf("the history ends with %+v", h[len(h)-1])
	}
	clean(t, path)
}

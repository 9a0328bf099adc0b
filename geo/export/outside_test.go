package export_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo/export"
	"contested/geo/witness"
)

// exported writes a format to a file.
func exported(t *testing.T, format string) string {
	t.Helper()
	f, ok := export.Named(format)
	if !ok {
		t.Fatalf("there is no format %s", format)
	}
	path := filepath.Join(t.TempDir(), "claims"+f.Extension)
	if err := os.WriteFile(path, write(t, format, sample(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestGDALReadsMaps: GDAL finds in GeoJSON and KML what was written, where it is.
func TestGDALReadsMaps(t *testing.T) {
	var want struct {
		Features []struct {
			Geometry *struct{ Coordinates []float64 }
		}
	}
	if err := json.Unmarshal(write(t, "geojson", sample(t)), &want); err != nil {
		t.Fatal(err)
	}
	located := 0
	for _, f := range want.Features {
		if f.Geometry != nil {
			located++
		}
	}
	for _, format := range []string{"geojson", "kml"} {
		out := witness.Run(t, "ogrinfo", "-ro", "-al", exported(t, format))
		if n := strings.Count(out, "POINT"); n < located || located == 0 {
			t.Errorf("%s: GDAL finds %d points, there are %d:\n%s", format, n, located, out)
		}
		for _, words := range []string{"37.17585", "48.28198"} {
			if !strings.Contains(out, words) {
				t.Errorf("%s: GDAL does not find %s", format, words)
			}
		}
	}
}

// TestXMLLintReads: libxml2 reads KML and the page without a complaint.
func TestXMLLintReads(t *testing.T) {
	witness.Run(t, "xmllint", "--noout", "--nonet", exported(t, "kml"))
	page := exported(t, "html")
	out, err := exec.Command("xmllint", "--html", "--noout", "--nonet", page).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		// libxml2 knows the elements of HTML 4; those of HTML 5 are no mistake.
		if strings.Contains(line, "error") && !strings.Contains(line, "Tag ") {
			t.Errorf("xmllint: %s", line)
		}
	}
}

// TestPythonReads: Python's own readers take the tables and the JSON forms.
func TestPythonReads(t *testing.T) {
	rows := witness.Run(t, "python3", "-c", `import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""), strict=True))
assert rows and all(None not in r and None not in r.values() for r in rows), rows
assert not any(v[:1] in "=+@" and v[:1] for r in rows for v in r.values() if not v.lstrip("+-").replace(".", "").isdigit()), rows
print(len(rows))`, exported(t, "csv"))
	if strings.TrimSpace(rows) == "0" {
		t.Error("Python finds no rows")
	}
	for _, format := range []string{"geojson", "jsonld", "annotations", "csl", "timemap"} {
		witness.Run(t, "python3", "-c", `import json, sys
def once(pairs):
    keys = [k for k, _ in pairs]
    assert len(keys) == len(set(keys)), keys
    return dict(pairs)
json.load(open(sys.argv[1], encoding="utf-8"), object_pairs_hook=once)`, exported(t, format))
	}
}

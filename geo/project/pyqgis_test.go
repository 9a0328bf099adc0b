package project

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
)

// TestQGIS has QGIS itself read, draw and edit a document, where it is installed
// (Debian: python3-qgis). What it edits is taken over.
func TestQGIS(t *testing.T) {
	const python = "/usr/bin/python3" // which QGIS belongs to, whatever comes first in PATH
	if err := exec.Command(python, "-c", "import qgis.core").Run(); err != nil {
		t.Skip("QGIS is not installed (Debian: python3-qgis)")
	}
	path, readings := example(t)
	var c *geo.Claim
	for i := range readings[1].Claims {
		if k := &readings[1].Claims[i]; len(k.Places) > 0 && k.Status != geo.Confirmed {
			c = k
			break
		}
	}
	if c == nil {
		t.Fatal("no claim has a place")
	}
	const moved = "gn:1"
	out, err := exec.Command(python, "testdata/pyqgis.py", path, string(c.ID), moved, filepath.Join(t.TempDir(), "map.png")).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "edited\n") {
		t.Fatalf("%v\n%s", err, out)
	}
	layers, drawn := 0, 0
	for _, line := range strings.Split(string(out), "\n") {
		var name, colour, valid, styled, renderer, crs string
		var n int
		if k, _ := fmt.Sscanf(line, "layer %s %s %d %s", &name, &valid, &n, &styled); k == 4 {
			layers++
			_, _ = fmt.Sscanf(line, "layer %s %s %d %s %s %s", &name, &valid, &n, &styled, &renderer, &crs)
			spatial := crs != ""
			if valid != "True" || spatial && (styled != "True" || crs != "EPSG:4326") {
				t.Errorf("QGIS says: %s", line)
			}
		}
		if k, _ := fmt.Sscanf(line, "colour %s %d", &colour, &n); k == 2 && n > 20 {
			drawn++
		}
	}
	if layers != 12 || drawn < 3 {
		t.Errorf("QGIS reads %d layers and draws %d colours of voices:\n%s", layers, drawn, out)
	}
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	k := contents(t, p).Corrections
	if last := k[len(k)-1]; last.Status == nil || *last.Status != geo.Confirmed || last.Article != c.Article {
		t.Errorf("the correction is %+v", last)
	}
	if place := contents(t, p).Places[moved]; place.Point != [2]float64{37.25, 48.3} {
		t.Errorf("the moved place is %+v", place)
	}
	if h := p.History(); h[len(h)-1].Kind != Outside || p.UndoName() != outsideName {
		t.Errorf("the history ends with %+v", h[len(h)-1])
	}
	clean(t, path)
	_, err = p.Undo()
	ok(t, err)
	clean(t, path)
}

package gui

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A region is fetched in two steps, each of which the user asks for: how large it
// is, and the tiles. It is then shown, and is there without the network.
func TestWindowFetchesAMap(t *testing.T) {
	w := open(t, 1000, 700)
	data, err := os.ReadFile(worldOfWater(t))
	if err != nil {
		t.Fatal(err)
	}
	requests := 0
	fail := false
	s := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		requests++
		if fail {
			rw.WriteHeader(http.StatusForbidden)
			return
		}
		http.ServeContent(rw, r, "", time.Time{}, bytes.NewReader(data))
	}))
	defer s.Close()
	w.askMapAddress()
	f := w.fetching
	if requests != 0 || !strings.Contains(f.said.Text, "Nothing has been asked for yet") || f.act.Text != "Ask for the size" {
		t.Fatalf("%d requests before anything was pressed; %q", requests, f.said.Text)
	}
	f.address.SetText("water")
	f.act.OnTapped()
	if requests != 0 || !strings.Contains(f.said.Text, "no address") {
		t.Errorf("%q", f.said.Text)
	}
	f.address.SetText(s.URL + "/water.pmtiles")
	f.part.SetSelected(partWhole)
	f.act.OnTapped()
	if !strings.Contains(f.said.Text, "1 tile there") || f.act.Text != "Fetch 1 kB" || w.tileSource() != nil {
		t.Fatalf("%q, the button says %q", f.said.Text, f.act.Text)
	}
	f.to.SetSelected("11") // what was asked for is something else now
	if f.plan != nil || f.act.Text != "Ask for the size" {
		t.Error("a changed part is fetched as it was")
	}
	f.act.OnTapped()
	fail = true
	f.act.OnTapped()
	if !strings.Contains(f.said.Text, "403") || f.act.Text != "Fetch 1 kB" || w.tileSource() != nil {
		t.Errorf("a server that refuses: %q, %q", f.said.Text, f.act.Text)
	}
	fail = false
	f.act.OnTapped()
	if w.tileSource() == nil || !strings.HasPrefix(w.prefs.detail(), filepath.Join(w.config.DataDir, "maps")) {
		t.Fatalf("the map is not shown: %q, %q", f.said.Text, w.status.message)
	}
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still there")
	}
	if w.prefs.mapAddress() != s.URL+"/water.pmtiles" {
		t.Error("the address is not remembered")
	}
}

// What the colours stand for is chosen in the menu, seen at once and remembered.
func TestWindowColours(t *testing.T) {
	w := open(t, 1000, 700)
	if w.chart.Scene().Key != nil {
		t.Fatal("the colours do not stand for parties")
	}
	for by, name := range colourNames {
		w.menu.colours[by].Action()
		key := w.chart.Scene().Key
		if (key == nil) != (by == 0) || !w.menu.colours[by].Checked || w.prefs.colours() != by {
			t.Errorf("%s: key %v, checked %v, remembered %v", name, key, w.menu.colours[by].Checked, w.prefs.colours())
		}
		for _, h := range w.chart.Frame().Hits() {
			if c := w.describe(h); len(c.Lines) == 0 {
				t.Errorf("%s: no card for %v", name, h.Places)
			}
		}
	}
}

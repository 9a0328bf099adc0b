package gui

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo/tiles"
)

// worldOfWater is a .pmtiles archive of one vector tile, the world, which is water.
func worldOfWater(t *testing.T) string {
	t.Helper()
	field := func(n byte, b []byte) []byte { return append([]byte{n<<3 | 2, byte(len(b))}, b...) }
	geometry := []byte{9, 0, 0, 26}
	for _, v := range []int32{4096, 0, 0, 4096, -4096, 0} {
		geometry = binary.AppendUvarint(geometry, uint64(uint32(v<<1^v>>31)))
	}
	geometry = append(geometry, 15)
	feature := append([]byte{0x18, 3}, field(4, geometry)...)
	layer := append(field(1, []byte("water")), field(2, feature)...)
	tile := field(3, append(layer, 0x78, 2))
	root := []byte{1, 0, 1, byte(len(tile)), 1}
	b := make([]byte, 127)
	copy(b, "PMTiles\x03")
	put := func(i, v int) { binary.LittleEndian.PutUint64(b[i:], uint64(v)) }
	put(8, 127)
	put(16, len(root))
	put(24, 127)
	put(56, 127+len(root))
	put(64, len(tile))
	b[97], b[98], b[99] = 1, 1, 1
	name := filepath.Join(t.TempDir(), "water.pmtiles")
	if err := os.WriteFile(name, append(append(b, root...), tile...), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// A map file is shown over the built-in ground, remembered, and taken away again.
func TestWindowMapFile(t *testing.T) {
	w := open(t, 1000, 700)
	before := w.chart.Frame().Image.RGBAAt(400, 300)
	file := worldOfWater(t)
	w.openDetail(file)
	if w.tileSource() == nil || w.prefs.detail() != file || !strings.Contains(w.status.message, "water") {
		t.Fatalf("the map is not shown: %q", w.status.message)
	}
	if now := w.chart.Frame().Image.RGBAAt(400, 300); now == before {
		t.Error("the map's water is not seen")
	}
	if w.menu.details[""].Checked {
		t.Error("the menu says that there is the built-in map only")
	}
	w.menu.details[""].Action()
	if w.tileSource() != nil || w.prefs.detail() != "" || !w.menu.details[""].Checked {
		t.Error("the map is still there")
	}
	if now := w.chart.Frame().Image.RGBAAt(400, 300); now != before {
		t.Error("the map's water is still seen")
	}
	w.openDetail(filepath.Join(t.TempDir(), "none.pmtiles"))
	if !w.status.failed || w.tileSource() != nil {
		t.Errorf("a file that is not there: %q", w.status.message)
	}
}

// No online map is asked for anything before the user has agreed to that one.
func TestWindowConsent(t *testing.T) {
	w := open(t, 1000, 700)
	p := tiles.Providers()[0]
	w.menu.details[p.Name].Action()
	if w.tileSource() != nil || w.prefs.agreed(p.Name) {
		t.Fatal("it was not asked whether the map may be fetched")
	}
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("no question is shown")
	}
	for _, want := range []string{"tile.openstreetmap.org", "30 days", p.Attribution} {
		if !strings.Contains(consentWords(p), want) {
			t.Errorf("the question does not name %s: %s", want, consentWords(p))
		}
	}
	w.prefs.setDetail(p.Name)
	w.openLastDetail()
	if w.tileSource() != nil {
		t.Error("a map that was not agreed to is opened at the start")
	}
}

package read

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"contested/geo"
	"contested/geo/gazetteer"
)

// Every place that a list names by its id is in the gazetteer.
func TestListedPlacesExist(t *testing.T) {
	r := reader(t)
	for name, list := range map[string]map[geo.PlaceID]bool{"metonyms": r.places.metonyms, "known_places": r.places.known} {
		if len(list) == 0 {
			t.Errorf("%s.tsv is empty", name)
		}
		for id := range list {
			if _, ok := r.gaz.Place(id); !ok {
				t.Errorf("%s.tsv: the gazetteer has no %s", name, id)
			}
		}
	}
	for _, id := range r.places.demonyms {
		if _, ok := r.gaz.Place(id); !ok {
			t.Errorf("demonyms.tsv: the gazetteer has no %s", id)
		}
	}
}

// A user's lists add to the built-in ones, and a bad line is told with its file
// and number.
func TestPlaceLists(t *testing.T) {
	base := os.DirFS("../../assets")
	g, err := gazetteer.Load(base)
	if err != nil {
		t.Fatal(err)
	}
	user := fstest.MapFS{"lexicon/not_a_place.tsv": {Data: []byte("# mine\nlyman\tnever\n")}}
	own, err := New(base, g, user)
	if err != nil {
		t.Fatal(err)
	}
	const text = "Shells fell on Lyman and Kramatorsk."
	if got := strings.Join(gotMentions(own, readPlaces(t, own, text)), " · "); got != "literal Kramatorsk" {
		t.Errorf("with the user's list: %s", got)
	}
	if got := strings.Join(gotMentions(reader(t), readPlaces(t, reader(t), text)), " · "); got != "literal Lyman · literal Kramatorsk" {
		t.Errorf("without it: %s", got)
	}
	for file, line := range map[string]string{
		"not_a_place":   "x\ty\tz",
		"place_cues":    "nonsense\tword",
		"region_heads":  "x\tboth\tregion",
		"anaphor_heads": "x\tplanet",
		"demonyms":      "UA",
	} {
		bad := fstest.MapFS{"lexicon/" + file + ".tsv": {Data: []byte("# a remark\n" + line + "\n")}}
		if _, err := New(base, g, bad); err == nil || !strings.Contains(err.Error(), file+".tsv, line 2") {
			t.Errorf("%s with %q: error %v", file, line, err)
		}
	}
}

// BenchmarkPlaces reads the places of invented news text.
func BenchmarkPlaces(b *testing.B) {
	r := reader(b)
	text, _ := marked(strings.Repeat("Russian troops attacked [Lyman] on Monday, the General Staff said. Fighting went on in the town and near [Zarichne], "+
		"a spokesman told reporters in [Kyiv]. Trains from [Dnipro] stop in [Kramatorsk] now. Nobody could say for how long it would last.\n\n", 200))
	d := r.parse(article(b, text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.mentions(d)
		r.anaphora(d)
	}
}

package gazetteer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"contested/geo"

	"github.com/paulmach/orb"
)

// geoName is a line of a GeoNames file.
func geoName(id int, name, alternates string, lat, lon float64, class, code, country, admin1 string, population int) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%g\t%g\t%s\t%s\t%s\t\t%s\t\t\t\t%d\t\t100\tEurope/Kyiv\t2024-01-01\n",
		id, name, name, alternates, lat, lon, class, code, country, admin1, population)
}

func testBase(t testing.TB) *Gazetteer {
	return small(t,
		Entry{Place: geo.Place{ID: "gn:704422", Name: "Pokrovsk", NameUK: "Покровськ", NameRU: "Покровск", Country: "UA", Admin1: "UA-14", Point: orb.Point{37.17, 48.28}, Population: 60127}, Forms: true},
		Entry{Place: geo.Place{ID: "ct:hamlet", Name: "Tyshyna", NameUK: "Тишина", NameRU: "Тишина", Country: "UA", Point: orb.Point{37.0, 48.2}, Approx: true}, Forms: true},
	)
}

func TestAddGeoNames(t *testing.T) {
	g := testBase(t)
	file := geoName(704422, "Pokrovsk", "Grishino,Гришино", 48.28, 37.17, "P", "PPLA2", "UA", "05", 61000) +
		geoName(1001, "Vyhadane", "Вигадане,Выдуманное,Vygadane", 48.1, 37.3, "P", "PPL", "UA", "05", 420) +
		geoName(1002, "Tyshyna", "Тишина", 48.221, 37.013, "P", "PPL", "UA", "05", 77) +
		geoName(1003, "Hotel Some", "", 48.1, 37.3, "S", "HTL", "UA", "05", 0) +
		geoName(1004, "Vyhadanka", "", 48.1, 37.3, "H", "STM", "UA", "05", 0) +
		"# a remark\n\nnonsense\n" + geoName(1005, "Nowhere", "", 95, 37.3, "P", "PPL", "UA", "05", 0)
	added, skipped, err := g.AddGeoNames(strings.NewReader(file))
	if err != nil || added != 4 {
		t.Fatalf("%d added, %v", added, err)
	}
	if len(skipped) != 2 || !strings.HasPrefix(skipped[0], "line 8: ") || !strings.HasPrefix(skipped[1], "line 9: ") {
		t.Errorf("skipped: %q", skipped)
	}
	check := func(g *Gazetteer) {
		t.Helper()
		for name, want := range map[string]Hit{
			"Pokrovsk": {"gn:704422", Preferred}, "Покровську": {"gn:704422", Inflected}, "Grishino": {"gn:704422", Alias},
			"Vyhadane": {"gn:1001", Preferred}, "Вигадане": {"gn:1001", Preferred}, "Вигаданого": {"gn:1001", Inflected}, "Выдуманное": {"gn:1001", Alias},
			"Tyshyna": {"ct:hamlet", Preferred}, "Vyhadanka": {"gn:1004", Preferred},
		} {
			if n, hits := g.Longest(Words(name)); n != 1 || !slices.Equal(hits, []Hit{want}) {
				t.Errorf("%s: %v, not %v", name, hits, want)
			}
		}
		if p, _ := g.Place("ct:hamlet"); p.Approx || p.Point != (orb.Point{37.013, 48.221}) || p.Population != 77 || p.NameRU != "Тишина" {
			t.Errorf("the approximate place: %+v", p)
		}
		if p, _ := g.Place("gn:1001"); p.Admin1 != "UA-14" || p.NameUK != "Вигадане" {
			t.Errorf("the new place: %+v", p)
		}
		if near := g.Near(orb.Point{37.3, 48.1}, 1); len(near) != 1 || near[0].ID != "gn:1001" {
			t.Errorf("near: %v", near)
		}
		if near := g.Near(orb.Point{37.0, 48.2}, 5); len(near) != 1 || near[0].ID != "ct:hamlet" {
			t.Errorf("near: %v", near)
		}
		if m := g.Lookup("Vyhadane"); len(m) == 0 || m[0].ID != "gn:1001" {
			t.Errorf("look-up: %v", m)
		}
		count := 0
		for range g.All {
			count++
		}
		if count != 4 {
			t.Errorf("%d places in all", count)
		}
	}
	check(g)

	var saved bytes.Buffer
	if err := g.SaveAdded(&saved); err != nil {
		t.Fatal(err)
	}
	fresh := testBase(t)
	if err := fresh.SaveAdded(io.Discard); err == nil {
		t.Error("nothing was saved without an error")
	}
	if err := fresh.LoadAdded(bytes.NewReader(saved.Bytes())); err != nil {
		t.Fatal(err)
	}
	check(fresh)
	if err := fresh.LoadAdded(strings.NewReader("rubbish")); err == nil {
		t.Error("rubbish was loaded")
	}
	check(fresh)

	// What is added later adds to what was added before.
	if _, _, err := fresh.AddGeoNames(strings.NewReader(geoName(1006, "Dalshe", "", 49, 38, "P", "PPL", "UA", "05", 5))); err != nil {
		t.Fatal(err)
	}
	if _, ok := fresh.Place("gn:1001"); !ok {
		t.Error("adding again forgot what was added before")
	}
	if _, ok := fresh.Place("gn:1006"); !ok {
		t.Error("the place added later is not there")
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the disk is on fire") }

func TestAddGeoNamesUntrusted(t *testing.T) {
	g := testBase(t)
	if _, _, err := g.AddGeoNames(broken{}); err == nil {
		t.Error("a reader that fails gave no error")
	}
	if _, _, err := g.AddGeoNames(strings.NewReader(strings.Repeat("x", maxLine+10))); err == nil {
		t.Error("an endless line gave no error")
	}
	added, skipped, err := g.AddGeoNames(strings.NewReader(strings.Repeat("no row\n", 1000)))
	if added != 0 || err != nil || len(skipped) != maxSkipped+1 {
		t.Errorf("%d added, %d problems, %v", added, len(skipped), err)
	}
	for _, line := range []string{
		geoName(-1, "A", "", 0, 0, "P", "PPL", "UA", "", 0), geoName(1, "", "", 0, 0, "P", "PPL", "UA", "", 0), geoName(1, strings.Repeat("a", 300), "", 0, 0, "P", "PPL", "UA", "", 0),
		geoName(1, "A", "", 0, 181, "P", "PPL", "UA", "", 0), geoName(1, "A\xff", "", 0, 0, "P", "PPL", "UA", "", 0), geoName(1, "A", "", 0, 0, "P", "PPL", "UKRAINE", "", 0),
	} {
		if _, err := ParseGeoName(strings.TrimSpace(line)); err == nil {
			t.Errorf("%.40q was taken", line)
		}
	}
	if g.added.Load() != nil {
		t.Error("something was added")
	}
}

func TestEntryTellsLanguages(t *testing.T) {
	g, err := ParseGeoName(strings.TrimSpace(geoName(1, "Avdiyivka", "AVD,Авдеевка,Авдіївка,Аўдзееўка,Awdijewka,awdyfka,阿夫迪夫卡", 48.1, 37.7, "P", "PPL", "UA", "05", 35000)))
	if err != nil {
		t.Fatal(err)
	}
	e := g.Entry()
	if e.Place.Name != "Avdiivka" || e.Place.NameUK != "Авдіївка" || e.Place.NameRU != "Авдеевка" {
		t.Errorf("%+v", e.Place)
	}
	for _, n := range e.Names {
		if slices.Contains([]string{"AVD", "Аўдзееўка", "awdyfka", "阿夫迪夫卡"}, n.Text) {
			t.Errorf("%s was kept", n.Text)
		}
	}
}

func FuzzAddGeoNames(f *testing.F) {
	f.Add([]byte(geoName(704422, "Pokrovsk", "Grishino,Гришино", 48.28, 37.17, "P", "PPLA2", "UA", "05", 61000)))
	f.Add([]byte(geoName(9, "Вигадане", "a,,b,'", 48.1, 37.3, "A", "ADM1", "RU", "05", 420) + "\n\t\t\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		g := testBase(t)
		added, _, err := g.AddGeoNames(bytes.NewReader(file))
		if err != nil {
			return
		}
		count := 0
		for p := range g.All {
			count++
			if q, ok := g.Place(p.ID); !ok || q.ID != p.ID {
				t.Errorf("%s is not found", p.ID)
			}
		}
		if count < 2 || count > 2+added {
			t.Errorf("%d places after adding %d", count, added)
		}
	})
}

func FuzzLoadAdded(f *testing.F) {
	g := testBase(f)
	if _, _, err := g.AddGeoNames(strings.NewReader(geoName(9, "Vyhadane", "Вигадане", 48.1, 37.3, "P", "PPL", "UA", "05", 420))); err != nil {
		f.Fatal(err)
	}
	var saved bytes.Buffer
	if err := g.SaveAdded(&saved); err != nil {
		f.Fatal(err)
	}
	f.Add(saved.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, file []byte) {
		g := testBase(t)
		if g.LoadAdded(bytes.NewReader(file)) != nil {
			return
		}
		for p := range g.All {
			g.Longest(Words(p.Name))
			g.Names(p.ID)
		}
	})
}

// Any bytes of the columns give a table or an error, without the checksum that
// keeps a fuzzer from the inside of the file.
func FuzzDecodeTable(f *testing.F) {
	var file bytes.Buffer
	if err := Encode(&file, []Entry{
		{Place: geo.Place{ID: "gn:704422", Name: "Pokrovsk", NameUK: "Покровськ", Country: "UA", PartOf: "ct:a", Population: 5}, Forms: true, Adjectives: true},
		{Place: geo.Place{ID: "ct:a", Name: "Saint A", Bound: orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{2, 2}}}},
	}); err != nil {
		f.Fatal(err)
	}
	columns, err := unpack(file.Bytes())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(columns)
	f.Fuzz(func(t *testing.T, columns []byte) {
		if len(columns) > 1<<16 {
			return
		}
		tab, err := decodeTable(columns)
		if err != nil {
			return
		}
		for i := range tab.number() {
			p := tab.place(i)
			if j, ok := tab.byID(p.ID); !ok || j != i {
				if !strings.HasPrefix(string(p.ID), "gn:") { // an id of letters may look like a number
					t.Errorf("%q is not found", p.ID)
				}
			}
			tab.names(i)
			if w := Words(p.Name); len(w) > 0 {
				tab.longest(w)
			}
		}
	})
}

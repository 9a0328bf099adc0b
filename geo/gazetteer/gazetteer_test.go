package gazetteer

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"contested/geo"

	"github.com/paulmach/orb"
)

// loadOnce is the built-in gazetteer, for tests that do not change it.
var loadOnce = sync.OnceValues(func() (*Gazetteer, error) { return Load(os.DirFS("../../assets")) })

func builtIn(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// small is a gazetteer of a few invented and real places.
func small(t testing.TB, entries ...Entry) *Gazetteer {
	t.Helper()
	var file strings.Builder
	if err := Encode(&file, entries); err != nil {
		t.Fatal(err)
	}
	tab, err := decode([]byte(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	g := &Gazetteer{base: tab}
	g.grid = sync.OnceValue(func() *grid { return newGrid(tab) })
	return g
}

func leadsTo(hits []Hit, id geo.PlaceID) bool {
	return slices.ContainsFunc(hits, func(h Hit) bool { return h.Place == id })
}

func TestLongest(t *testing.T) {
	g := builtIn(t)
	for _, c := range []struct {
		text string
		n    int
		want geo.PlaceID
	}{
		{"Pokrovsk has", 1, "gn:704422"},
		{"POKROVSK’s centre", 1, "gn:704422"},
		{"Krasnoarmeysk", 1, "gn:704422"},
		{"Chasiv Yar", 2, "gn:710915"},
		{"Chasov Yar", 2, "gn:710915"},
		{"Donetsk region", 2, "adm:UA-14"},
		{"Donetsk Oblast", 2, "adm:UA-14"},
		{"Donetsk oblast's", 2, "adm:UA-14"},
		{"Donetsk", 1, "gn:709717"},
		{"Donetsk", 1, "gn:565348"},
		{"Lugansk province", 2, "adm:UA-09"},
		{"Slov'yansk", 1, "gn:693468"},
		{"Slov’yans’k", 1, "gn:693468"},
		{"Слов’янськ", 1, "gn:693468"},
		{"Артемовск", 1, "gn:713174"},
		{"Артёмовск", 1, "gn:713174"},
		{"Dymytrov", 1, "gn:710035"},
		{"Dzerzhinsk", 1, "gn:709354"},
		{"Krasny Liman", 2, "gn:704204"},
		{"Ugledar", 1, "ct:vuhledar"},
		{"Gulyaypole", 1, "gn:707898"},
		{"Гуляй-Поле", 2, "gn:707898"},
		{"Kotlyne", 1, "ct:kotlyne"},
		{"New York", 2, "ct:niu-york"},
		{"New York", 2, "gn:5128581"},
		{"Zaporizhzhia Nuclear Power Plant", 4, "ct:znpp"},
		{"ZNPP", 1, "ct:znpp"},
		{"Siverskyi Donets River", 3, "ct:siverskyi-donets-river"},
		{"Sea of Azov", 3, "ct:azov-sea"},
		{"Donbass", 1, "reg:donbas"},
		{"Crimea", 1, "reg:crimea"},
		{"U.S.", 1, "cty:US"},
		{"Türkiye", 1, "cty:TR"},
		{"St. Louis", 2, "gn:4407066"},
		{"Saint Louis", 2, "gn:4407066"},
		{"São Paulo", 2, "gn:3448439"},
		{"Sao Paulo", 2, "gn:3448439"},
		{"Illinois", 1, "adm:US-IL"},
		{"Ill.", 1, "adm:US-IL"},
		{"Champaign County", 2, "ad2:US.IL.019"},
		{"Бєлгородська область", 2, "adm:RU-BEL"},
	} {
		n, hits := g.Longest(Words(c.text))
		if n != c.n || !leadsTo(hits, c.want) {
			t.Errorf("%s: %d words, %v; want %d, %s", c.text, n, hits, c.n, c.want)
		}
	}
}

func TestLongestStopsAtPunctuation(t *testing.T) {
	g := builtIn(t)
	words := Words("New York")
	if n, hits := g.Longest([]uint64{words[0], 0, words[1]}); n > 1 {
		t.Errorf("a name was found across punctuation: %v", hits)
	}
	for _, none := range [][]uint64{nil, {0}, {0, words[0]}, {12345}} {
		if n, hits := g.Longest(none); n != 0 || hits != nil {
			t.Errorf("%v: %d, %v", none, n, hits)
		}
	}
	if n, hits := g.Longest(Words("Kryvyi")[:1]); n != 0 || len(hits) != 0 {
		t.Errorf("half a name was found: %d %v", n, hits)
	}
}

// Homonyms give every place that bears the name, the largest first.
func TestHomonyms(t *testing.T) {
	g := builtIn(t)
	for name, least := range map[string]int{"Novoselivka": 10, "Миколаївка": 20, "Springfield": 15, "Shevchenko": 5} {
		_, hits := g.Longest(Words(name))
		if len(hits) < least {
			t.Errorf("%s: only %d places", name, len(hits))
		}
		last := int(^uint(0) >> 1)
		seen := map[geo.PlaceID]bool{}
		for _, h := range hits {
			p, ok := g.Place(h.Place)
			if !ok || seen[h.Place] {
				t.Fatalf("%s: %s is unknown or stands twice", name, h.Place)
			}
			seen[h.Place] = true
			if p.Population > 0 && p.Population > last {
				t.Errorf("%s: %s with %d people stands after one with %d", name, p.ID, p.Population, last)
			}
			if p.Population > 0 {
				last = p.Population
			}
		}
	}
	hits := g.base.exact(Words("Лиман"))
	if len(hits) == 0 || hits[0] != (Hit{"gn:704204", Preferred}) {
		t.Errorf("Лиман: %v", hits)
	}
}

// Ukraine as the United Nations have it.
func TestBorders(t *testing.T) {
	g := builtIn(t)
	for id, admin1 := range map[geo.PlaceID]string{"gn:693805": "UA-43", "gn:709717": "UA-14", "gn:702658": "UA-09", "gn:694423": "UA-40", "reg:crimea": ""} {
		p, ok := g.Place(id)
		if !ok || p.Country != "UA" || admin1 != "" && p.Admin1 != admin1 {
			t.Errorf("%s: %+v", id, p)
		}
	}
	if p, _ := g.Place("adm:UA-43"); p.Country != "UA" || !p.Bound.Contains(orb.Point{34.1, 44.95}) {
		t.Errorf("Crimea: %+v", p)
	}
	if p, _ := g.Place("reg:donbas"); !p.Bound.Contains(orb.Point{37.8, 48.0}) || !p.Bound.Contains(orb.Point{39.3, 48.57}) {
		t.Errorf("Donbas: %+v", p)
	}
}

func TestPlace(t *testing.T) {
	g := builtIn(t)
	p, ok := g.Place("gn:704422")
	if !ok || p.Name != "Pokrovsk" || p.NameUK != "Покровськ" || p.NameRU != "Покровск" || p.Kind != geo.Settlement ||
		p.Country != "UA" || p.Admin1 != "UA-14" || p.Population != 60127 || distance(p.Point, orb.Point{37.1758, 48.2820}) > 1 {
		t.Errorf("%+v", p)
	}
	if p, _ := g.Place("ct:kotlyne"); p.Approx || p.Name != "Kotlyne" {
		t.Errorf("%+v", p)
	}
	for _, id := range []geo.PlaceID{"", "gn:", "gn:0", "gn:-1", "gn:99999999999", "gn:x", "ct:", "ct:zzz", "zz"} {
		if p, ok := g.Place(id); ok {
			t.Errorf("%q: %+v", id, p)
		}
		if names := g.Names(id); names != nil {
			t.Errorf("%q: %v", id, names)
		}
	}
	names := g.Names("gn:713174")
	for _, want := range []Name{{"Bakhmut", geo.English, Official}, {"Бахмут", geo.Ukrainian, Official}, {"Артемівськ", geo.Ukrainian, Former}, {"Artemivsk", geo.English, Former}} {
		if !slices.Contains(names, want) {
			t.Errorf("%v is not among %v", want, names)
		}
	}
}

func TestAllIsWholeAndConsistent(t *testing.T) {
	g := builtIn(t)
	n, ukraine := 0, 0
	seen := make(map[geo.PlaceID]bool, 250_000)
	for p := range g.All {
		n++
		if seen[p.ID] {
			t.Fatalf("%s stands twice", p.ID)
		}
		seen[p.ID] = true
		if p.Name == "" || p.Country == "" && p.Kind == geo.Settlement {
			t.Errorf("%s lacks a name or a country: %+v", p.ID, p)
		}
		if p.Country == "UA" && p.Kind == geo.Settlement {
			ukraine++
			if p.Point[0] < 22 || p.Point[0] > 40.3 || p.Point[1] < 44.3 || p.Point[1] > 52.4 {
				t.Errorf("%s %s lies at %v", p.ID, p.Name, p.Point)
			}
			if strings.ContainsAny(p.Name, "'’`") {
				t.Errorf("%s: %q is no official romanisation", p.ID, p.Name)
			}
		}
		if p.PartOf != "" {
			if _, ok := g.Place(p.PartOf); !ok {
				t.Errorf("%s is part of %s, which is unknown", p.ID, p.PartOf)
			}
		}
		if q, ok := g.Place(p.ID); !ok || q.Name != p.Name {
			t.Fatalf("%s is not found by its id", p.ID)
		}
	}
	if n < 210_000 || ukraine < 5_300 {
		t.Errorf("%d places, %d in Ukraine", n, ukraine)
	}
	for range g.All {
		break
	}
}

// Every display name, Ukrainian and Russian name leads to its place.
func TestOfficialNamesAreFound(t *testing.T) {
	g := builtIn(t)
	for p := range g.All {
		if p.Country != "UA" && p.Population < 500_000 {
			continue
		}
		for _, name := range []string{p.Name, p.NameUK, p.NameRU} {
			words := Words(name)
			if len(words) == 0 || len(words) > maxWords {
				continue
			}
			if n, hits := g.Longest(words); n != len(words) || !slices.Contains(hits, Hit{p.ID, Preferred}) {
				t.Errorf("%s: %q: %d words, %d hits", p.ID, name, n, len(hits))
			}
		}
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	if _, err := Load(os.DirFS(t.TempDir())); err == nil || !strings.Contains(err.Error(), "make assets") {
		t.Errorf("a missing file: %v", err)
	}
	dir := t.TempDir()
	if err := os.MkdirAll(dir+"/gazetteer", 0o755); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile("../../assets/" + File)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{"empty": nil, "cut off": good[:len(good)/2], "other": []byte("PK\x03\x04"), "changed": slices.Concat(good[:5000], []byte{good[5000] ^ 1}, good[5001:])} {
		if err := os.WriteFile(dir+"/"+File, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(os.DirFS(dir)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestEncodeIsStable(t *testing.T) {
	a := Entry{Place: geo.Place{ID: "ct:a", Name: "Alpha", NameUK: "Альфа"}, Forms: true}
	b := Entry{Place: geo.Place{ID: "gn:5", Name: "Beta"}}
	c := Entry{Place: geo.Place{ID: "gn:12", Name: "Gamma", Approx: true, PartOf: "gn:5", Bound: orb.Bound{Min: orb.Point{1, 2}, Max: orb.Point{3, 4}}}}
	var one, two strings.Builder
	if err := Encode(&one, []Entry{a, b, c}); err != nil {
		t.Fatal(err)
	}
	if err := Encode(&two, []Entry{c, a, b}); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() {
		t.Error("the order of entries changes the file")
	}
	if err := Encode(&one, []Entry{a, b, a}); err == nil {
		t.Error("two entries with one id were written")
	}
	g := small(t, a, b, c)
	for _, want := range []geo.Place{a.Place, b.Place, c.Place} {
		if got, ok := g.Place(want.ID); !ok || got != want {
			t.Errorf("%+v came back as %+v", want, got)
		}
	}
}

// However many names start alike or differently, the table holds them.
func TestIndexIsNeverFull(t *testing.T) {
	for n := range 70 {
		var entries []Entry
		for i := range n {
			word := string([]rune{'A' + rune(i%26), 'a' + rune(i/26), 'b'})
			entries = append(entries, Entry{Place: geo.Place{ID: geo.PlaceID("ct:" + word), Name: word + " Hill"}, Forms: true})
		}
		g := small(t, entries...)
		if _, hits := g.Longest(Words("nothing of the kind")); hits != nil {
			t.Fatal(hits)
		}
		for _, e := range entries {
			if n, hits := g.Longest(Words(e.Place.Name)); n != 2 || !leadsTo(hits, e.Place.ID) {
				t.Fatalf("%s: %d, %v", e.Place.Name, n, hits)
			}
		}
	}
}

package main

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"contested/geo"
	"contested/geo/gazetteer"
)

func loadGazetteer(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func loadCurated(t *testing.T) []curated {
	t.Helper()
	rows, err := readCurated()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

var (
	ukrainianName = regexp.MustCompile(`^[А-ЯІЇЄҐ][а-яіїєґА-ЯІЇЄҐ' №0-9«»-]*$`)
	russianName   = regexp.MustCompile(`^[А-ЯЁ][а-яёА-ЯЁ №0-9«»-]*$`)
)

func TestCuratedNames(t *testing.T) {
	ids := map[geo.PlaceID]string{}
	count := map[string]int{}
	for _, r := range loadCurated(t) {
		p := r.place
		count[r.file]++
		if old, ok := ids[p.ID]; ok {
			t.Errorf("%s: %s stands in %s too", r.file, p.ID, old)
		}
		ids[p.ID] = r.file
		if !regexp.MustCompile(`^(gn|cj|ct|adm|cty|reg):[A-Za-z0-9-]+$`).MatchString(string(p.ID)) {
			t.Errorf("%s: %s is no id of ours", r.file, p.ID)
		}
		if r.file == "countries.tsv" || r.file == "world.tsv" && p.Kind == geo.Region && p.NameUK == "" {
			continue // named by the packages
		}
		if r.file != "world.tsv" {
			if !ukrainianName.MatchString(p.NameUK) && !regexp.MustCompile(`^місто `).MatchString(p.NameUK) {
				t.Errorf("%s: %s: %q is no Ukrainian name", r.file, p.ID, p.NameUK)
			}
			if !russianName.MatchString(p.NameRU) && !regexp.MustCompile(`^город `).MatchString(p.NameRU) {
				t.Errorf("%s: %s: %q is no Russian name", r.file, p.ID, p.NameRU)
			}
		}
		if p.Kind == geo.Settlement && p.Country == "UA" && r.named {
			t.Errorf("%s: %s is not named by the official romanisation of %s but %q: say so here if it must be", r.file, p.ID, p.NameUK, p.Name)
		}
		for _, n := range r.names {
			if n.Language == geo.Ukrainian && regexp.MustCompile(`[ыэёъЫЭЁЪ]`).MatchString(n.Text) {
				t.Errorf("%s: %s: %q is not Ukrainian", r.file, p.ID, n.Text)
			}
			if n.Language == geo.Russian && regexp.MustCompile(`[іїєґІЇЄҐ]`).MatchString(n.Text) {
				t.Errorf("%s: %s: %q is not Russian", r.file, p.ID, n.Text)
			}
		}
	}
	for file, least := range map[string]int{"donetsk.tsv": 390, "front.tsv": 700, "raions.tsv": 136, "ukraine.tsv": 400, "world.tsv": 300, "border.tsv": 300, "countries.tsv": 170} {
		if count[file] < least {
			t.Errorf("%s has %d places, not %d", file, count[file], least)
		}
	}
}

// Every name that stands in our tables leads to its place, in the built file.
func TestCuratedNamesAreFound(t *testing.T) {
	g := loadGazetteer(t)
	for _, r := range loadCurated(t) {
		p, ok := g.Place(r.place.ID)
		if !ok {
			t.Errorf("%s: %s is not in the built gazetteer: run `make assets`", r.file, r.place.ID)
			continue
		}
		if r.located && p.Approx != r.place.Approx && r.pkg == "" && !regexp.MustCompile(`^gn:`).MatchString(string(p.ID)) {
			t.Errorf("%s: approximate: %v", p.ID, p.Approx)
		}
		names := append([]gazetteer.Name{{Text: p.Name}, {Text: p.NameUK}, {Text: p.NameRU}}, r.names...)
		for _, n := range names {
			if n.Text == "" {
				continue
			}
			words := gazetteer.Words(n.Text)
			k, hits := g.Longest(words)
			if k != len(words) || !slices.ContainsFunc(hits, func(h gazetteer.Hit) bool { return h.Place == p.ID }) {
				t.Errorf("%s: %q leads to %v by %d of %d words", p.ID, n.Text, hits, k, len(words))
			}
		}
	}
}

// Every place of the packages in the Donetsk box is in our tables.
func TestDonetskBoxIsCurated(t *testing.T) {
	curated := map[geo.PlaceID]bool{}
	for _, r := range loadCurated(t) {
		curated[r.place.ID] = true
	}
	n := 0
	for p := range loadGazetteer(t).All {
		if p.Kind != geo.Settlement || p.Point[0] < 36.4 || p.Point[0] > 39.2 || p.Point[1] < 46.8 || p.Point[1] > 49.3 {
			continue
		}
		n++
		if !curated[p.ID] {
			t.Errorf("%s %s at %v is not curated", p.ID, p.Name, p.Point)
		}
		if p.NameUK == "" || p.NameRU == "" {
			t.Errorf("%s %s lacks a name: %q, %q", p.ID, p.Name, p.NameUK, p.NameRU)
		}
	}
	if n < 390+500 {
		t.Errorf("only %d places in the box", n)
	}
}

func TestUkrainianFrom(t *testing.T) {
	for latin, want := range map[string]string{
		"Andriyivka": "Андріївка", "Kotsyubynske": "Коцюбинське", "Novoselivka": "Новоселівка", "Oleksiyevo-Druzhkivka": "Олексієво-Дружківка",
		"Raihorodok": "Райгородок", "Ternopil": "Тернопіль", "Khreshchatytske": "Хрещатицьке", "Ivano-Frankivsk": "Івано-Франківськ",
	} {
		if got := ukrainianFrom(latin); got != want {
			t.Errorf("%s: %s, not %s", latin, got, want)
		}
	}
}

func TestRussianOf(t *testing.T) {
	known := map[string]string{"Олександрівка": "Александровка", "Водяне": "Водяное"}
	for uk, want := range map[string]string{
		"Новоолександрівка": "Новоалександровка", "Калинівка": "Калиновка", "Андріївка": "Андреевка",
		"Зелене": "Зеленое", "Водяне": "Водяное", "": "",
	} {
		if got := russianOf(uk, known); got != want {
			t.Errorf("%s: %s, not %s", uk, got, want)
		}
	}
}

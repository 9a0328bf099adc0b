package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// unitIndex is the admin-1 units of the world: their bounds by ISO 3166-2 code,
// and which of them is GeoNames' unit ("US.IL").
type unitIndex struct {
	bounds   map[string]orb.Bound
	geoNames map[string]string
}

// neUnit is the attributes of a country or admin-1 unit of Natural Earth.
type neUnit map[string]any

func (u neUnit) text(key string) string {
	s, _ := u[key].(string)
	return strings.TrimSpace(s)
}

func (u neUnit) number(key string) float64 {
	n, _ := u[key].(float64)
	return n
}

// boundOf is the smallest box around rings; for a country that reaches across
// the date line that is the whole width of the world.
func boundOf(rings [][]orb.Point) orb.Bound {
	var all orb.MultiPoint
	for _, r := range rings {
		all = append(all, r...)
	}
	return all.Bound()
}

func boxArea(b orb.Bound) float64 { return (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1]) }

// addUnits adds the countries and their admin-1 units. A unit belongs to the
// country of its ISO code, so that Crimea is Ukraine's.
func addUnits(p *places, dir string) (*unitIndex, error) {
	err := readFeatures(filepath.Join(dir, "Countries10.gz"), func(c neUnit, rings [][]orb.Point) error {
		return addCountry(p, c, boundOf(rings))
	})
	if err != nil {
		return nil, err
	}
	index := &unitIndex{bounds: map[string]orb.Bound{}, geoNames: map[string]string{}}
	largest := map[string]int{} // of the units that share a code
	var units []neUnit
	var bounds []orb.Bound
	err = readFeatures(filepath.Join(dir, "Provinces10.gz"), func(u neUnit, rings [][]orb.Point) error {
		if u.text("adm1_code") != "" { // else a whole country, which the package mixes in
			units, bounds = append(units, u), append(bounds, boundOf(rings))
			code := u.text("iso_3166_2")
			if i, ok := largest[code]; !ok || boxArea(bounds[i]) < boxArea(bounds[len(bounds)-1]) {
				largest[code] = len(bounds) - 1
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i, u := range units {
		if err := addUnit(p, index, u, bounds[i], largest[u.text("iso_3166_2")] == i); err != nil {
			return nil, err
		}
	}
	return index, nil
}

// addCountry adds a country under its ISO code; de-facto states without one are
// named regions of our own tables.
func addCountry(p *places, f neUnit, b orb.Bound) error {
	iso := f.text("ISO_A2_EH")
	if f.text("NAME_EN") == "Kosovo" {
		iso = "XK"
	}
	if len(iso) != 2 || iso == "-9" {
		return nil
	}
	id := geo.PlaceID("cty:" + iso)
	if e := p.get(id); e != nil { // Ashmore and Cartier Islands are Australia's
		if f.number("POP_EST") < float64(e.Place.Population) {
			return nil
		}
		return fmt.Errorf("two countries are %s: %s and %s", iso, e.Place.Name, f.text("NAME_EN"))
	}
	e := gazetteer.Entry{Place: geo.Place{
		ID: id, Kind: geo.Country, Name: f.text("NAME_EN"), NameUK: f.text("NAME_UK"), NameRU: f.text("NAME_RU"),
		Point: orb.Point{f.number("LABEL_X"), f.number("LABEL_Y")}, Bound: b, Country: iso, Population: int(f.number("POP_EST")),
	}, Forms: true}
	add := func(text string, l geo.Language) {
		e.Names = append(e.Names, gazetteer.Name{Text: text, Language: l, Kind: gazetteer.Other})
	}
	for _, key := range []string{"NAME", "NAME_LONG", "BRK_NAME", "FORMAL_EN"} {
		add(f.text(key), geo.English)
	}
	if region, err := language.ParseRegion(iso); err == nil {
		add(display.Regions(language.English).Name(region), geo.English)
		add(display.Regions(language.Ukrainian).Name(region), geo.Ukrainian)
		add(display.Regions(language.Russian).Name(region), geo.Russian)
	}
	return p.add(e)
}

// heads are the words that stand beside the name of a unit, by what kind
// Natural Earth says it is.
var heads = map[string][]string{
	"State": {"state"}, "Administrative State": {"state"}, "Province": {"province"}, "Region": {"region"},
	"County": {"county"}, "Administrative County": {"county"}, "Department": {"department"}, "Metropolitan department": {"department"},
	"Prefecture": {"prefecture"}, "Governorate": {"governorate", "province"}, "District": {"district"}, "Municipality": {"municipality"},
	"Canton": {"canton"}, "Territory": {"territory"}, "Emirate": {"emirate"}, "Voivodeship|Province": {"voivodeship", "province"},
	"Parish": {"parish"}, "Division": {"division"}, "Autonomous Region": {"region"}, "Autonomous Community": {"region"},
	"Republic": {"republic"}, "Union Territory": {"territory"},
}

func addUnit(p *places, u *unitIndex, f neUnit, b orb.Bound, main bool) error {
	iso := f.text("iso_3166_2")
	country, _, _ := strings.Cut(iso, "-")
	name := f.text("name_en")
	if name == "" {
		name = f.text("name")
	}
	if name == "" || len(country) != 2 {
		return nil
	}
	if old, ok := u.bounds[iso]; ok {
		u.bounds[iso] = old.Union(b)
	} else {
		u.bounds[iso] = b
	}
	id := geo.PlaceID("adm:" + iso)
	if strings.ContainsAny(iso, "~") || !main || country == "XX" || country == "-9" {
		// Not an ISO code, or not one unit's: Natural Earth's own code tells it apart.
		id = geo.PlaceID("adm:" + iso + "/" + f.text("adm1_code"))
	} else if gn := f.text("gn_a1_code"); gn != "" && f.number("gn_level") == 1 {
		if _, twice := u.geoNames[gn]; twice {
			u.geoNames[gn] = ""
		} else {
			u.geoNames[gn] = iso
		}
	}
	e := gazetteer.Entry{Place: geo.Place{
		ID: id, Kind: geo.Region, Name: name, NameUK: f.text("name_uk"), NameRU: f.text("name_ru"),
		Point: orb.Point{f.number("longitude"), f.number("latitude")}, Bound: b, Country: country, Admin1: iso,
	}, Forms: gazetteer.Inflecting(country)}
	add := func(text string, l geo.Language) {
		e.Names = append(e.Names, gazetteer.Name{Text: text, Language: l, Kind: gazetteer.Other})
	}
	if oblast := withOblast(name, e.Place.NameRU, country); country == "RU" && oblast != name {
		e.Place.Name = oblast
		add(name+" region", geo.English)
		add(name+" province", geo.English)
		add(strings.TrimSuffix(e.Place.NameRU, "область")+"обл", geo.Russian)
		return p.add(e)
	}
	if country == "UA" { // named by our tables
		return p.add(e)
	}
	add(f.text("name"), "")
	for _, head := range heads[f.text("type_en")] {
		if !strings.Contains(strings.ToLower(name), head) {
			add(name+" "+head, geo.English)
		}
	}
	for _, alt := range strings.Split(f.text("name_alt"), "|") {
		if alt = strings.TrimSpace(alt); len(alt) > 3 && !strings.Contains(alt, ".") {
			add(alt, "")
		}
	}
	return p.add(e)
}

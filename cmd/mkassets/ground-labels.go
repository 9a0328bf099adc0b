package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/gazetteer"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// labels names countries, units and seas.
func (g *ground) labels(countries []string) ([]basemap.Label, error) {
	points, err := countryPoints()
	if err != nil {
		return nil, err
	}
	size := map[string]float64{} // area in world units
	var out []basemap.Label
	for u := range g.coarse.units {
		unit := &g.coarse.units[u]
		var sum float64
		for _, ring := range g.coarse.rings[u] {
			sum -= area(g.ring(g.coarse, ring))
		}
		size[unit.country] += sum
		if unit.id == "" || unit.names[0] == "" {
			continue
		}
		zoom := math.Log2(90.0 / 256 / math.Sqrt(sum+1e-12))
		if zoom > 8.5 && unit.country != "UA" { // too small to be named in a picture that shows it
			continue
		}
		rank := uint8(1)
		if unit.country == "UA" {
			rank = 0
		}
		out = append(out, basemap.Label{
			Kind: basemap.Admin1Label, Rank: rank, ID: "adm:" + unit.id, Names: unit.names, At: project([]orb.Point{unit.label})[0],
			MinZoom: eighth(math.Min(math.Max(zoom, 5), 8)), MaxZoom: eighth(math.Min(math.Max(zoom+4, 9), 14)),
		})
	}
	for _, c := range countries {
		region, err := language.ParseRegion(c)
		if err != nil {
			return nil, err
		}
		at, ok := points[c]
		if !ok {
			continue
		}
		zoom := math.Log2(60.0 / 256 / math.Sqrt(size[c]+1e-12))
		l := basemap.Label{
			Kind: basemap.CountryLabel, ID: "cty:" + c, At: project([]orb.Point{at})[0],
			MinZoom: eighth(math.Min(math.Max(zoom, 1), 7.5)), MaxZoom: eighth(math.Max(zoom+4, 8)),
		}
		l.Names = countryName(region)
		out = append(out, l)
	}
	for _, r := range namedRegions { // not drawn, but Region names them
		out = append(out, basemap.Label{Kind: basemap.Admin1Label, Rank: 255, ID: r.id, Names: r.names, MinZoom: 1, MaxZoom: 1})
	}
	for i, s := range seas {
		out = append(out, basemap.Label{
			Kind: basemap.SeaLabel, Rank: uint8(i), ID: "sea:" + s.id, Names: s.names,
			At: project([]orb.Point{s.at})[0], MinZoom: s.minZoom, MaxZoom: s.maxZoom,
		})
	}
	towns, err := g.settlements()
	if err != nil {
		return nil, err
	}
	out = append(out, towns...)
	byImportance(out)
	return out, nil
}

// countryName is the name of a country as CLDR has it, brought up to date.
func countryName(region language.Region) (names [3]string) {
	if n, ok := newerCountryNames[region.String()]; ok {
		return n
	}
	for i, lang := range []language.Tag{language.English, language.Ukrainian, language.Russian} {
		names[i] = display.Regions(lang).Name(region)
	}
	// CLDR of x/text writes ґ where Ukrainian orthography has г, and another
	// apostrophe than the gazetteer.
	names[1] = strings.NewReplacer("ґ", "г", "Ґ", "Г", "\u02bc", "’").Replace(names[1])
	return names
}

// settlements are the gazetteer's, which therefore has to be built first.
func (g *ground) settlements() ([]basemap.Label, error) {
	names, err := gazetteer.Load(os.DirFS(g.assets))
	if err != nil {
		return nil, fmt.Errorf("%w (the step gazetteer comes before this one)", err)
	}
	var out []basemap.Label
	names.All(func(p geo.Place) bool {
		if p.Kind != geo.Settlement || p.PartOf != "" {
			return true
		}
		capital := slices.Contains(capitals, p.ID)
		zoom := settlementZoom(p)
		if capital {
			zoom = math.Min(zoom, 4.5)
		}
		if zoom > 13 {
			return true
		}
		l := basemap.Label{
			Kind: basemap.SettlementLabel, Rank: uint8(zoom), ID: string(p.ID), Names: [3]string{p.Name, p.NameUK, p.NameRU},
			At: project([]orb.Point{p.Point})[0], MinZoom: eighth(zoom), Population: p.Population, Capital: capital,
		}
		if capital {
			l.Rank = 0
		}
		for i := 1; i < 3; i++ {
			if l.Names[i] == l.Names[0] {
				l.Names[i] = ""
			}
		}
		out = append(out, l)
		return true
	})
	return out, nil
}

// settlementZoom is the zoom from which on a settlement is named when there is
// room; above 13 it never is.
func settlementZoom(p geo.Place) float64 {
	steps := []struct {
		population   int
		here, abroad float64
	}{
		{5_000_000, 4, 3.5}, {2_000_000, 4.25, 4.5}, {1_000_000, 4.75, 5}, {500_000, 5.5, 6}, {200_000, 6.25, 7},
		{100_000, 7, 7.75}, {50_000, 7.75, 8.5}, {20_000, 8.5, 9.25}, {10_000, 9, 10}, {5_000, 9.5, 10.75},
		{1_000, 10.5, 99}, {0, 11.25, 99},
	}
	near := detailed.Contains(p.Point)
	for _, s := range steps {
		switch {
		case p.Population < s.population:
		case p.Country == "UA":
			return s.here
		case !near && s.population < 200_000: // no other detail there either
			return 99
		default:
			return s.abroad
		}
	}
	return 99
}

func eighth(z float64) float64 { return math.Round(z*8) / 8 }

// countryPoints is where Natural Earth would write the names of countries.
func countryPoints() (map[string]orb.Point, error) {
	dir, err := goModule(nePackage)
	if err != nil {
		return nil, err
	}
	type properties struct {
		A3   string  `json:"ADM0_A3"`
		Code string  `json:"ISO_A2_EH"`
		X    float64 `json:"LABEL_X"`
		Y    float64 `json:"LABEL_Y"`
	}
	out := map[string]orb.Point{}
	err = readFeatures(filepath.Join(dir, "data", "Countries10.gz"), func(p properties, _ [][]orb.Point) error {
		if len(p.Code) == 2 {
			if _, known := out[p.Code]; !known || p.A3[:2] == p.Code {
				out[p.Code] = orb.Point{p.X, p.Y}
			}
		}
		return nil
	})
	return out, err
}

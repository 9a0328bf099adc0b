package main

import (
	"math"
	"path/filepath"

	"contested/geo/basemap"

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
		zoom := math.Log2(90 / 256 / math.Sqrt(sum+1e-12))
		if zoom > 8.5 { // too small to be named in a picture that shows it
			continue
		}
		rank := uint8(1)
		if unit.country == "UA" {
			rank = 0
		}
		out = append(out, basemap.Label{
			Kind: basemap.Admin1Label, Rank: rank, ID: "adm:" + unit.id, Names: unit.names, At: project([]orb.Point{unit.label})[0],
			MinZoom: eighth(math.Max(zoom, 5)), MaxZoom: eighth(math.Min(math.Max(zoom+4, 9), 14)),
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
		zoom := math.Log2(60 / 256 / math.Sqrt(size[c]+1e-12))
		l := basemap.Label{
			Kind: basemap.CountryLabel, ID: "cty:" + c, At: project([]orb.Point{at})[0],
			MinZoom: eighth(math.Max(zoom, 1)), MaxZoom: eighth(math.Max(zoom+4, 7.5)),
		}
		for i, lang := range []language.Tag{language.English, language.Ukrainian, language.Russian} {
			l.Names[i] = display.Regions(lang).Name(region)
		}
		out = append(out, l)
	}
	for _, r := range namedRegions { // not drawn, but Region names them
		out = append(out, basemap.Label{Kind: basemap.Admin1Label, Rank: 255, ID: r.id, Names: r.names, MinZoom: 31, MaxZoom: 31})
	}
	for i, s := range seas {
		out = append(out, basemap.Label{
			Kind: basemap.SeaLabel, Rank: uint8(i), ID: "sea:" + s.id, Names: s.names,
			At: project([]orb.Point{s.at})[0], MinZoom: s.minZoom, MaxZoom: s.maxZoom,
		})
	}
	byImportance(out)
	return out, nil
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

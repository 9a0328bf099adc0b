package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// unit is a first-level administrative unit of Natural Earth.
type unit struct {
	id      string    // ISO 3166-2, or empty where Natural Earth made a code up
	country string    // ISO 3166-1 alpha-2 of the country it belongs to by UN borders
	code    string    // the country that the unit's own code names, or Natural Earth's
	names   [3]string // English, Ukrainian, Russian
	label   orb.Point
	rings   [][]orb.Point // as read; outer rings and holes, first point not repeated
}

// nePackage holds Natural Earth 1:10m (5.x) with all its attributes.
const nePackage = "github.com/sams96/rgeo@v1.2.0"

// Natural Earth draws what it takes for control on the ground. Its units carry
// the ISO code of the unit all the same, and the code's country is the owner by
// UN borders: UA-43 and UA-40 are Crimea and Sevastopol. These have no code.
var ownerOfPseudoUnit = map[string]string{
	"CLP": "FR", // Clipperton
	"CSI": "AU", // Coral Sea Islands
	"CYN": "CY", // north of Cyprus
	"CNM": "CY", // buffer zone on Cyprus
	"ESB": "GB", // Dhekelia
	"WSB": "GB", // Akrotiri
	"IOA": "AU", // Christmas and Cocos Islands
	"KAB": "KZ", // Baikonur
	"KAS": "IN", // Siachen; its borders are drawn as disputed
	"SOL": "SO", // Somaliland
	"USG": "CU", // Guantánamo
	"PGA": "",   // Spratly Islands: nobody's
}

// Of units whose code names a territory with a code of its own within a
// country's recognised borders.
var ownerOfCode = map[string]string{
	"XK": "RS", // Kosovo; its border is drawn as disputed
}

func readUnits() ([]unit, error) {
	dir, err := goModule(nePackage)
	if err != nil {
		return nil, err
	}
	type properties struct {
		Code      string  `json:"adm1_code"`
		ISO       string  `json:"iso_3166_2"`
		A3        string  `json:"adm0_a3"`
		Name      string  `json:"name"`
		NameEN    string  `json:"name_en"`
		NameUK    string  `json:"name_uk"`
		NameRU    string  `json:"name_ru"`
		Latitude  float64 `json:"latitude"`
		Longitude float64 `json:"longitude"`
	}
	var units []unit
	err = readFeatures(filepath.Join(dir, "data", "Provinces10.gz"), func(p properties, rings [][]orb.Point) error {
		if p.Code == "" { // whole countries, which the package mixes in
			return nil
		}
		owner, pseudo := ownerOfPseudoUnit[p.A3]
		if !pseudo {
			if len(p.ISO) < 4 {
				return fmt.Errorf("unit %s (%s) has no ISO code", p.Code, p.Name)
			}
			owner = p.ISO[:2]
			if o, ok := ownerOfCode[owner]; ok {
				owner = o
			}
		}
		if owner == "" {
			return nil
		}
		u := unit{country: owner, code: p.A3, label: orb.Point{p.Longitude, p.Latitude}, rings: rings}
		if !pseudo {
			u.code = p.ISO[:2]
			if !strings.HasSuffix(p.ISO, "~") {
				u.id = p.ISO
			}
		}
		u.names = [3]string{p.NameEN, p.NameUK, p.NameRU}
		if u.names[0] == "" {
			u.names[0] = p.Name
		}
		if names, ok := namesOfOblasts[p.ISO]; ok {
			u.names = names
		}
		u.names[0] = withOblast(u.names[0], u.names[2], u.country)
		units = append(units, u)
		return nil
	})
	return units, err
}

// readUrban reads the rings of built-up areas.
func readUrban() ([][]orb.Point, error) {
	dir, err := goModule(nePackage)
	if err != nil {
		return nil, err
	}
	var out [][]orb.Point
	err = readFeatures(filepath.Join(dir, "data", "Cities10.gz"), func(_ struct{}, rings [][]orb.Point) error {
		out = append(out, rings...)
		return nil
	})
	return out, err
}

// readFeatures reads a gzipped GeoJSON feature collection of polygons.
func readFeatures[P any](name string, yield func(p P, rings [][]orb.Point) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	d := json.NewDecoder(z)
	for { // to the array of features
		t, err := d.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if t == "features" {
			if _, err := d.Token(); err != nil {
				return err
			}
			break
		}
	}
	for d.More() {
		var feature struct {
			Properties P
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
		if err := d.Decode(&feature); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var polygons [][][]orb.Point
		switch g := feature.Geometry; g.Type {
		case "Polygon":
			polygons = make([][][]orb.Point, 1)
			err = json.Unmarshal(g.Coordinates, &polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Coordinates, &polygons)
		default:
			err = fmt.Errorf("a %s where polygons were expected", g.Type)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var rings [][]orb.Point
		for _, p := range polygons {
			for i, r := range p {
				if len(r) > 1 && r[0] == r[len(r)-1] {
					r = r[:len(r)-1]
				}
				if len(r) < 3 {
					continue
				}
				// Land on the left: outer rings anticlockwise, holes clockwise.
				if (ringArea(r) > 0) != (i == 0) {
					slices.Reverse(r)
				}
				rings = append(rings, r)
			}
		}
		if err := yield(feature.Properties, rings); err != nil {
			return err
		}
	}
	if _, err := io.Copy(io.Discard, z); err != nil { // the checksum
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// ringArea is the signed area in square degrees, positive anticlockwise.
func ringArea(r []orb.Point) float64 {
	var sum float64
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sum += p[0]*q[1] - q[0]*p[1]
	}
	return sum / 2
}

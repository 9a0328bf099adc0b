package main

import (
	"bytes"
	"fmt"
	"path/filepath"

	"contested/geo"
	"contested/geo/gazetteer"
)

func init() { steps = append(steps, step{"gazetteer", buildGazetteer}) }

// places is the gazetteer being built.
type places struct {
	entries []gazetteer.Entry
	at      map[geo.PlaceID]int // in entries
}

func (p *places) add(e gazetteer.Entry) error {
	if i, ok := p.at[e.Place.ID]; ok {
		return fmt.Errorf("the id %s is used twice, by %q and %q", e.Place.ID, p.entries[i].Place.Name, e.Place.Name)
	}
	p.at[e.Place.ID] = len(p.entries)
	p.entries = append(p.entries, e)
	return nil
}

func (p *places) get(id geo.PlaceID) *gazetteer.Entry {
	if i, ok := p.at[id]; ok {
		return &p.entries[i]
	}
	return nil
}

// buildGazetteer writes gazetteer/places.bin from the packages of GeoNames and
// Natural Earth data and our own tables.
func buildGazetteer(work, out string) error {
	p := &places{at: map[geo.PlaceID]int{}}
	ours, err := readCurated()
	if err != nil {
		return err
	}
	earth, err := goModule(nePackage)
	if err != nil {
		return err
	}
	units, err := addUnits(p, filepath.Join(earth, "data"))
	if err != nil {
		return err
	}
	src, err := openGeoNames(work)
	if err != nil {
		return err
	}
	if err := addUkraine(p, src, ours); err != nil {
		return err
	}
	labels, err := readLabels(work)
	if err != nil {
		return err
	}
	if err := addWorld(p, src, units, labels); err != nil {
		return err
	}
	if err := addCounties(p, src); err != nil {
		return err
	}
	if err := applyCurated(p, ours, units); err != nil {
		return err
	}
	addRussian(p, ours)
	var file bytes.Buffer
	if err := gazetteer.Encode(&file, p.entries); err != nil {
		return err
	}
	fmt.Printf("gazetteer: %s, %d bytes\n", p.summary(), file.Len())
	return writeFile(filepath.Join(out, filepath.FromSlash(gazetteer.File)), file.Bytes())
}

// summary counts the places.
func (p *places) summary() string {
	var kinds [geo.Sea + 1]int
	ukraine, approximate := 0, 0
	for _, e := range p.entries {
		kinds[e.Place.Kind]++
		if e.Place.Country == "UA" && e.Place.Kind == geo.Settlement {
			ukraine++
		}
		if e.Place.Approx {
			approximate++
		}
	}
	return fmt.Sprintf("%d places, of them %d settlements (%d in Ukraine), %d countries, %d regions, %d facilities, %d rivers, %d seas and lakes; %d approximate",
		len(p.entries), kinds[geo.Settlement], ukraine, kinds[geo.Country], kinds[geo.Region], kinds[geo.Facility],
		kinds[geo.River], kinds[geo.Sea], approximate)
}

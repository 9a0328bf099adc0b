package main

import (
	"embed"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"

	"github.com/paulmach/orb"
)

//go:embed curated/*.tsv
var curatedFiles embed.FS

// curated is one row of our own tables.
type curated struct {
	file    string
	place   geo.Place
	named   bool // a display name is written, not made from the Ukrainian one
	located bool
	names   []gazetteer.Name
	stems   []string // further names of an oblast without its head noun
	derived []gazetteer.Name
	pkg     string
}

const curatedColumns = 14

// districtsFile says which rows of cities.json are parts of cities.
const districtsFile = "districts.tsv"

// readDistricts gives the city of the rows of cities.json that are parts of one,
// by name and coordinate.
func readDistricts() (map[string]geo.PlaceID, error) {
	data, err := curatedFiles.ReadFile("curated/" + districtsFile)
	if err != nil {
		return nil, err
	}
	out := map[string]geo.PlaceID{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			return nil, fmt.Errorf("%s, line %d: %d columns, not 4", districtsFile, i+1, len(c))
		}
		out[strings.Join(c[:3], " ")] = geo.PlaceID(c[3])
	}
	return out, nil
}

// readCurated reads all our tables but that one, in order of the files' names.
func readCurated() ([]curated, error) {
	files, err := curatedFiles.ReadDir("curated")
	if err != nil {
		return nil, err
	}
	var all []curated
	for _, f := range files {
		if f.Name() == districtsFile {
			continue
		}
		data, err := curatedFiles.ReadFile(path.Join("curated", f.Name()))
		if err != nil {
			return nil, err
		}
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			c, err := parseCurated(line)
			if err != nil {
				return nil, fmt.Errorf("%s, line %d: %w", f.Name(), i+1, err)
			}
			c.file = f.Name()
			all = append(all, c)
		}
	}
	return all, nil
}

func parseCurated(line string) (curated, error) {
	c := strings.Split(line, "\t")
	if len(c) != curatedColumns {
		return curated{}, fmt.Errorf("%d columns, not %d", len(c), curatedColumns)
	}
	for i := range c {
		c[i] = strings.TrimSpace(c[i])
	}
	row := curated{named: c[2] != "", located: c[7] != "", pkg: c[12]}
	p := &row.place
	p.ID = geo.PlaceID(c[0])
	if err := p.Kind.UnmarshalText([]byte(c[1])); err != nil {
		return row, err
	}
	p.Name, p.NameUK, p.NameRU = c[2], c[3], c[4]
	if p.Name == "" {
		p.Name = gazetteer.Romanise(p.NameUK)
	}
	p.Country, p.Admin1, p.PartOf = c[9], c[10], geo.PlaceID(c[11])
	if row.located {
		lat, approx := strings.CutPrefix(c[7], "~")
		y, err1 := strconv.ParseFloat(lat, 64)
		x, err2 := strconv.ParseFloat(c[8], 64)
		if err1 != nil || err2 != nil || math.Abs(y) > 90 || math.Abs(x) > 180 {
			return row, fmt.Errorf("%s, %s is no latitude and longitude", c[7], c[8])
		}
		p.Point, p.Approx = orb.Point{x, y}, approx
	}
	for _, column := range []struct {
		text string
		kind gazetteer.NameKind
	}{{c[5], gazetteer.Former}, {c[6], gazetteer.Other}} {
		for _, s := range strings.Split(column.text, ";") {
			n := gazetteer.Name{Text: strings.TrimSpace(s), Kind: column.kind}
			if stem, ok := strings.CutPrefix(n.Text, "="); ok {
				row.stems = append(row.stems, stem)
				continue
			}
			if rest, ok := strings.CutPrefix(n.Text, "short:"); ok {
				n.Text, n.Kind = rest, gazetteer.Short
			}
			for _, l := range []geo.Language{geo.Ukrainian, geo.Russian} {
				if rest, ok := strings.CutPrefix(n.Text, string(l)+":"); ok {
					n.Text, n.Language = rest, l
				}
			}
			if rest, ok := strings.CutPrefix(n.Text, "adj:"); ok {
				n.Text = rest
				row.derived = append(row.derived, n)
				continue
			}
			if n.Text == "" {
				continue
			}
			row.names = append(row.names, n)
			if n.Kind == gazetteer.Former && n.Language == geo.Ukrainian {
				row.names = append(row.names, gazetteer.Name{Text: gazetteer.Romanise(n.Text), Language: geo.English, Kind: gazetteer.Former})
			}
		}
	}
	return row, nil
}

// applyCurated lays our tables over the places of the packages: names and kinds
// are ours, coordinates where we give them, and places that the packages lack
// are added.
func applyCurated(p *places, ours []curated, units *unitIndex) error {
	for i := range ours {
		row := &ours[i]
		e := p.get(row.place.ID)
		if e == nil {
			if !row.located {
				return fmt.Errorf("%s: no package has %s (%s), and no coordinate is given", row.file, row.place.ID, row.place.Name)
			}
			if err := p.add(gazetteer.Entry{Place: row.place}); err != nil {
				return fmt.Errorf("%s: %w", row.file, err)
			}
			e = p.get(row.place.ID)
		}
		given := row.place
		q := &e.Place
		// What the packages call it stays as another name.
		var others []gazetteer.Name
		if given.Name != "" && q.Name != given.Name {
			others = append(others, gazetteer.Name{Text: q.Name})
			q.Name = given.Name
		}
		if given.NameUK != "" {
			if q.NameUK != given.NameUK {
				others = append(others, gazetteer.Name{Text: q.NameUK, Language: geo.Ukrainian, Kind: gazetteer.Other})
			}
			q.NameUK = given.NameUK
		}
		if given.NameRU != "" {
			if q.NameRU != given.NameRU && q.NameRU != given.NameUK {
				others = append(others, gazetteer.Name{Text: q.NameRU, Language: geo.Russian, Kind: gazetteer.Other})
			}
			q.NameRU = given.NameRU
		}
		for i := range others {
			others[i].Kind = gazetteer.Other
		}
		if q.Country == "UA" && q.Kind == geo.Settlement {
			e.Names = slices.DeleteFunc(e.Names, func(n gazetteer.Name) bool { return !spelling(n.Text, &given, row.names) })
		}
		q.Kind = given.Kind
		if row.located && (row.pkg == "" || q.Kind != geo.Settlement) && !strings.HasPrefix(string(q.ID), "gn:") {
			q.Point, q.Approx = given.Point, given.Approx
		}
		if given.Country != "" {
			q.Country = given.Country
		}
		if given.Admin1 != "" {
			q.Admin1 = given.Admin1
		}
		if given.PartOf != "" {
			q.PartOf = given.PartOf
		}
		for _, n := range row.names {
			// A former name outranks what the package, without saying what it is, has too.
			e.Names = slices.DeleteFunc(e.Names, func(have gazetteer.Name) bool { return have.Text == n.Text && have.Kind == gazetteer.Other })
		}
		e.Names = slices.Concat(row.names, others, e.Names)
		e.Forms = true
		// Those of ukraine.tsv of which the packages know no population have communities.
		named := q.Population >= 3000 || q.Population == 0 && row.file == "ukraine.tsv" && strings.HasPrefix(string(q.ID), "cj:")
		e.Adjectives = q.Kind == geo.Settlement && q.Country == "UA" && named && !notAdjectival[q.NameUK]
		e.Derived = row.derived
		if strings.HasPrefix(string(q.ID), "adm:UA-") && strings.HasSuffix(q.Name, " Oblast") {
			e.Names = append(e.Names, oblastNames(q, row.stems)...)
		}
		if q.Kind == geo.Region && row.pkg != "" {
			for i, code := range strings.Split(row.pkg, "+") {
				b, ok := units.bounds[code]
				if !ok {
					return fmt.Errorf("%s: %s is bounded by %s, which is no admin-1 unit", row.file, q.ID, code)
				}
				if i == 0 {
					q.Bound = b
				} else {
					q.Bound = q.Bound.Union(b)
				}
			}
		}
	}
	for _, e := range p.entries {
		if e.Place.PartOf != "" && p.get(e.Place.PartOf) == nil {
			return fmt.Errorf("%s is part of %s, which is no place", e.Place.ID, e.Place.PartOf)
		}
	}
	return nil
}

// spelling reports whether a name that the package has is a spelling of one that
// we have: others are names of villages that the town has swallowed, or of its
// neighbours.
func spelling(name string, p *geo.Place, ours []gazetteer.Name) bool {
	for _, n := range []string{p.Name, p.NameUK, p.NameRU} {
		if n != "" && gazetteer.SoundAlike(name, n) {
			return true
		}
	}
	return slices.ContainsFunc(ours, func(n gazetteer.Name) bool { return gazetteer.SoundAlike(name, n.Text) })
}

// notAdjectival is towns whose adjective means something else: "український" is
// Ukrainian.
var notAdjectival = map[string]bool{"Українськ": true, "Українка": true, "Українське": true, "Мирне": true, "Росія": true}

// oblastNames are the usual forms of an oblast's name.
func oblastNames(p *geo.Place, stems []string) []gazetteer.Name {
	var out []gazetteer.Name
	add := func(text string, l geo.Language) {
		out = append(out, gazetteer.Name{Text: text, Language: l, Kind: gazetteer.Other})
	}
	for _, stem := range append([]string{strings.TrimSuffix(p.Name, " Oblast")}, stems...) {
		for _, head := range []string{"Oblast", "region", "province"} {
			add(stem+" "+head, geo.English)
		}
	}
	adjective := gazetteer.Romanise(strings.TrimSuffix(p.NameUK, " область"))
	add(adjective+" oblast", geo.English)
	add(adjective+" region", geo.English)
	add(strings.TrimSuffix(p.NameUK, "область")+"обл", geo.Ukrainian)
	add(strings.TrimSuffix(p.NameRU, "область")+"обл", geo.Russian)
	return out
}

package gazetteer

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"contested/geo"
)

const (
	maxRows    = 400_000 // places that can be added
	maxSkipped = 50      // lines told of one by one
	maxLine    = 1 << 20 // bytes
)

// AddGeoNames adds the places and names of a GeoNames country file, such as
// UA.txt: settlements, regions, rivers, seas, and the facilities that news
// names. A row of a place that is known already gives it its further names; one
// whose place we only knew approximately gives it its coordinate. Rows of other
// features are passed over. Lines that are no rows are told in skipped, the
// first 50 one by one. r may hold anything; err is not nil when it cannot be
// read or holds too much, and then nothing was added.
//
// What was added lasts as long as g: see [Gazetteer.SaveAdded].
func (g *Gazetteer) AddGeoNames(r io.Reader) (added int, skipped []string, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	entries := map[geo.PlaceID]*Entry{}
	if o := g.added.Load(); o != nil {
		for i := range o.number() {
			p := o.place(i)
			entries[p.ID] = &Entry{Place: p, Names: o.names(i), Forms: Inflecting(p.Country)}
		}
	}
	bad := 0
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		row, problem := ParseGeoName(line)
		if problem != nil {
			if bad++; bad <= maxSkipped {
				skipped = append(skipped, fmt.Sprintf("line %d: %v", n, problem))
			}
			continue
		}
		if _, ok := row.Kind(); !ok {
			continue
		}
		if len(entries) >= maxRows {
			return 0, skipped, fmt.Errorf("the file has more than %d places: take the file of one country", maxRows)
		}
		g.merge1(entries, row.Entry())
		added++
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("a line is longer than %d bytes: this is no GeoNames file", maxLine)
		}
		return 0, skipped, err
	}
	if bad > maxSkipped {
		skipped = append(skipped, fmt.Sprintf("and %d more lines", bad-maxSkipped))
	}
	if added == 0 {
		return 0, skipped, nil
	}
	list := make([]Entry, 0, len(entries))
	for _, e := range entries {
		list = append(list, *e)
	}
	var file bytes.Buffer
	if err := Encode(&file, list); err != nil {
		return 0, skipped, err
	}
	o, err := newOverlay(file.Bytes())
	if err != nil {
		return 0, skipped, err
	}
	g.added.Store(o)
	g.additions.Add(1)
	return added, skipped, nil
}

// merge1 joins one row to the place it is about, known or new.
func (g *Gazetteer) merge1(entries map[geo.PlaceID]*Entry, e Entry) {
	id := e.Place.ID
	if known, ok := g.same(&e); ok {
		id = known
	}
	if have, ok := entries[id]; ok {
		have.Names = append(have.Names, asOthers(&e)...)
		return
	}
	known, ok := g.Place(id)
	if !ok {
		entries[id] = &e
		return
	}
	if known.Approx {
		known.Point, known.Approx = e.Place.Point, false
	}
	known.Population = max(known.Population, e.Place.Population)
	entries[id] = &Entry{Place: known, Names: append(g.Names(id), asOthers(&e)...), Forms: Inflecting(known.Country)}
}

// asOthers is every name of e, none official.
func asOthers(e *Entry) []Name {
	names := e.allNames()
	for i := range names {
		if names[i].Kind == Official {
			names[i].Kind = Other
		}
	}
	return names
}

// same finds the place of the base that e is: the one with its id, or one of the
// same kind and name close by.
func (g *Gazetteer) same(e *Entry) (geo.PlaceID, bool) {
	if _, ok := g.base.byID(e.Place.ID); ok {
		return e.Place.ID, true
	}
	for _, n := range e.allNames() {
		for _, h := range g.base.exact(Words(n.Text)) {
			if h.Form > Alias {
				continue
			}
			i, _ := g.base.byID(h.Place)
			if g.base.kind(i) != e.Place.Kind || e.Place.Kind == geo.River {
				continue
			}
			reach := 3.0
			if g.base.flags[i]&approximate != 0 {
				reach = 6
			}
			if distance(g.base.point(i), e.Place.Point) < reach {
				return h.Place, true
			}
		}
	}
	return "", false
}

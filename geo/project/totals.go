package project

import (
	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// tally counts, once each, the claims of one article about each place and by
// each source.
type tally struct {
	s    *show
	add  int
	seen map[[2]string]bool
}

func (s *show) tally(add int) tally { return tally{s, add, map[[2]string]bool{}} }

func (t tally) row(claim, voice, place, source string) {
	if key := [2]string{claim, place}; !t.seen[key] && place != "" {
		t.seen[key] = true
		sum := t.s.places[geo.PlaceID(place)]
		if sum == nil {
			sum = new([6]int)
			t.s.places[geo.PlaceID(place)] = sum
		}
		var v geo.Voice
		if v.UnmarshalText([]byte(voice)) == nil {
			sum[v] += t.add
		}
	}
	if key := [2]string{claim, ""}; !t.seen[key] {
		t.seen[key] = true
		t.s.sources[source] += t.add
	}
}

// place writes the row of a place, in the layer of places or of regions; a
// place that nobody speaks of any more goes.
func (s *show) place(id geo.PlaceID, recount bool) error {
	if id == "" {
		return nil
	}
	place, known := s.lookUp(id)
	table, other := tPlaces, tRegions
	if place.Kind == geo.Region || place.Kind == geo.Country {
		table, other = other, table
	}
	counts, err := s.totals(table, id, recount)
	if err != nil {
		return err
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	if err := s.p.db.Exec("DELETE FROM "+other+" WHERE place_id = ?", string(id)); err != nil {
		return err
	}
	if total <= 0 {
		return s.p.db.Exec("DELETE FROM "+table+" WHERE place_id = ?", string(id))
	}
	return s.putPlace(table, place, known, total, counts)
}

// totals is how many claims there are about a place, by voice: what the layer
// says and what has changed, or counted anew.
func (s *show) totals(table string, id geo.PlaceID, recount bool) (counts [6]int, err error) {
	there := false
	if !recount {
		err = s.p.db.Query("SELECT russia, ukraine, analysts, press, international, unattributed FROM "+table+" WHERE place_id = ?", func(r *sqlite.Stmt) error {
			there = true
			for i := range counts {
				counts[i] = r.ColumnInt(i) + s.places[id][i]
			}
			return nil
		}, string(id))
	}
	if err != nil || there {
		return counts, err
	}
	return s.count(id)
}

// count counts the claims about a place.
func (s *show) count(id geo.PlaceID) (counts [6]int, err error) {
	err = s.p.db.Query("SELECT voice, count(DISTINCT claim_id) FROM claims WHERE place_id = ? AND article IS NOT NULL GROUP BY voice", func(r *sqlite.Stmt) error {
		var v geo.Voice
		if v.UnmarshalText([]byte(r.ColumnText(0))) == nil {
			counts[v] += r.ColumnInt(1)
		}
		return nil
	}, string(id))
	return counts, err
}

const countSource = "SELECT count(DISTINCT claim_id) FROM claims WHERE source_key = ? AND article IS NOT NULL"

func (s *show) putPlace(table string, place geo.Place, known bool, total int, counts [6]int) error {
	voice := "several"
	args := []any{string(place.ID), total}
	for v, n := range counts {
		args = append(args, n)
		if n == total {
			voice = geo.Voice(v).String()
		}
	}
	args = append(args, voice)
	err := s.p.db.Exec("UPDATE "+table+` SET claims = ?2, russia = ?3, ukraine = ?4, analysts = ?5, press = ?6, international = ?7,
		unattributed = ?8, voice = ?9 WHERE place_id = ?1`, args...)
	if err != nil {
		return err
	}
	if s.p.db.Changes() == 0 {
		if err := s.p.db.Exec("INSERT INTO "+table+` (place_id, claims, russia, ukraine, analysts, press, international, unattributed, voice, name)
			VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`, append(args, place.Name)...); err != nil {
			return err
		}
	}
	if !known {
		return nil // without a gazetteer, what is known of it stays
	}
	err = s.p.db.Exec("UPDATE "+table+" SET name = ?2, name_uk = ?3, name_ru = ?4, kind = ?5, approximate = ?6 WHERE place_id = ?1",
		string(place.ID), place.Name, place.NameUK, place.NameRU, place.Kind.String(), place.Approx)
	if err != nil {
		return err
	}
	if table == tPlaces {
		if !pointed(place) {
			return nil
		}
		s.extend(table, orb.Bound{Min: place.Point, Max: place.Point})
		return s.p.db.Exec("UPDATE places SET geom = ?2, lon = ?3, lat = ?4 WHERE place_id = ?1",
			string(place.ID), gpkg.EncodePoint(place.Point), place.Point[0], place.Point[1])
	}
	if s.p.o.Region == nil {
		return nil
	}
	area, ok := s.p.o.Region(place.ID)
	if !ok {
		return nil
	}
	geom, err := gpkg.EncodeMultiPolygon(area)
	if err != nil || !onEarth(area.Bound().Min) || !onEarth(area.Bound().Max) {
		return nil // an outline that cannot be drawn leaves the region without one
	}
	s.extend(table, area.Bound())
	return s.p.db.Exec("UPDATE regions SET geom = ?2 WHERE place_id = ?1", string(place.ID), geom)
}

// source writes the row of a source; one who says nothing any more goes.
func (s *show) source(key string, recount bool) error {
	total, err := s.p.db.Int("SELECT claims FROM sources WHERE source_key = ?", key)
	if total += int64(s.sources[key]); err == nil && (recount || total <= int64(s.sources[key])) {
		total, err = s.p.db.Int(countSource, key)
	}
	if err != nil {
		return err
	}
	if total == 0 {
		return s.p.db.Exec("DELETE FROM sources WHERE source_key = ?", key)
	}
	var args []any
	err = s.p.db.Query("SELECT speaker, party, source_class, voice FROM claims WHERE source_key = ? AND article IS NOT NULL ORDER BY fid LIMIT 1", func(r *sqlite.Stmt) error {
		args = []any{key, r.ColumnText(0), r.ColumnText(1), r.ColumnText(2), r.ColumnText(3), total}
		return nil
	}, key)
	if err != nil || args == nil {
		return err
	}
	err = s.p.db.Exec("UPDATE sources SET name = ?2, party = ?3, class = ?4, voice = ?5, claims = ?6 WHERE source_key = ?1", args...)
	if err != nil || s.p.db.Changes() > 0 {
		return err
	}
	return s.p.db.Exec("INSERT INTO sources (source_key, name, party, class, voice, claims) VALUES (?, ?, ?, ?, ?, ?)", args...)
}

package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// show is the layers that other programs see, made from what is true.
type show struct {
	p       *Project
	state   *state
	places  map[geo.PlaceID]*[6]int // claims more or fewer about a place, by voice
	sources map[string]int          // claims more or fewer by a source
	bounds  map[string]orb.Bound    // of what was written, by layer
}

func (p *Project) newShow(s *state) *show {
	return &show{p, s, map[geo.PlaceID]*[6]int{}, map[string]int{}, map[string]orb.Bound{}}
}

// show writes the layers anew for everything that the action made dirty, and
// returns the state after it.
func (p *Project) show(w *writer) (*state, error) {
	next, err := p.reload(w.touched)
	if err != nil {
		return nil, err
	}
	s := p.newShow(next)
	for id := range w.moved {
		w.recount[geo.PlaceID(id)] = true
		if err := p.db.Query("SELECT DISTINCT article FROM claims WHERE place_id = ? AND article IS NOT NULL", func(r *sqlite.Stmt) error {
			w.dirty[r.ColumnInt64(0)] = true
			return nil
		}, id); err != nil {
			return nil, err
		}
	}
	corrections := map[geo.ArticleID][]geo.Correction{}
	for _, k := range next.Corrections {
		if w.dirty[next.fid[k.Article]] {
			corrections[k.Article] = append(corrections[k.Article], k)
		}
	}
	// Articles that are gone come first: going back over a removal and another
	// import, the same article is there again in another row.
	for _, there := range []bool{false, true} {
		for _, fid := range slices.Sorted(maps.Keys(w.dirty)) {
			if _, ok := next.article(fid); ok != there {
				continue
			}
			if err := s.article(fid, corrections); err != nil {
				return nil, err
			}
		}
	}
	for _, fid := range slices.Sorted(maps.Keys(w.touched.layers)) {
		if err := s.layer(fid); err != nil {
			return nil, err
		}
	}
	return next, s.finish(w)
}

func (s *show) finish(w *writer) error {
	for id := range w.recount {
		s.places[id] = new([6]int)
	}
	for _, id := range slices.Sorted(maps.Keys(s.places)) {
		if err := s.place(id, w.recount[id]); err != nil {
			return err
		}
	}
	for key := range w.recountSources {
		s.sources[key] = 0
	}
	for _, key := range slices.Sorted(maps.Keys(s.sources)) {
		if err := s.source(key, w.recountSources[key]); err != nil {
			return err
		}
	}
	for table, b := range s.bounds {
		if err := s.p.db.Extend(table, b.Min[0], b.Min[1], b.Max[0], b.Max[1]); err != nil {
			return err
		}
	}
	if len(w.touched.layers) > 0 {
		if err := s.p.db.Touch(w.at, tLayers, tContext, tLines, tAreas); err != nil {
			return err
		}
	}
	if len(w.dirty) == 0 {
		return s.p.db.Touch(w.at, tHistory)
	}
	return s.p.db.Touch(w.at, tRegions, tPlaces, tClaims, tExcerpts, tSources, tArticles, tCorrections, tHistory)
}

// effective is an article's claims after corrections.
func (p *Project) effective(s *state, a *geo.Article, corrections []geo.Correction) []geo.Claim {
	var read []geo.Claim
	if r := p.whole(a, s.Readings[a.ID]); r != nil {
		read = r.Claims
	}
	claims, _ := geo.Correct(read, corrections)
	return keep(claims, func(c *geo.Claim) bool { return c.Validate(a) == nil })
}

// article writes the claims and excerpts of one article. Rows that stay keep
// their fid and the columns that other programs added.
func (s *show) article(fid int64, corrections map[geo.ArticleID][]geo.Correction) error {
	old := map[rowKey]int64{}
	less, more := s.tally(-1), s.tally(+1)
	err := s.p.db.Query("SELECT fid, claim_id, n, voice, place_id, source_key FROM claims WHERE article = ?", func(r *sqlite.Stmt) error {
		old[rowKey{r.ColumnText(1), r.ColumnInt(2)}] = r.ColumnInt64(0)
		less.row(r.ColumnText(1), r.ColumnText(3), r.ColumnText(4), r.ColumnText(5))
		return nil
	}, fid)
	if err != nil {
		return err
	}
	if a, ok := s.state.article(fid); ok {
		for _, c := range s.p.effective(s.state, a, corrections[a.ID]) {
			for _, row := range s.rows(&c, a, fid) {
				more.row(row.claim, c.Source.Voice().String(), row.place, c.Source.Key)
				at, there := old[row.rowKey]
				delete(old, row.rowKey)
				if err := s.putClaim(row, at, there); err != nil {
					return err
				}
			}
			if err := s.putExcerpt(&c, a, fid); err != nil {
				return err
			}
		}
	}
	for _, at := range old {
		if err := s.p.db.Exec("DELETE FROM claims WHERE fid = ?", at); err != nil {
			return err
		}
	}
	return s.p.db.Exec("DELETE FROM excerpts WHERE article = ? AND claim_id NOT IN (SELECT claim_id FROM claims WHERE article = ?)", fid, fid)
}

// rowKey says which place of which claim a row of the layer shows.
type rowKey struct {
	claim string
	n     int
}

// claimRow is a row of the layer of claims: values for claimColumns.
type claimRow struct {
	rowKey
	place  string // its id
	point  *orb.Point
	values []any
}

// rows are the rows that show a claim: one for each place, one without a
// geometry for a claim that names none.
func (s *show) rows(c *geo.Claim, a *geo.Article, fid int64) []claimRow {
	via := ""
	if c.Via != nil {
		via = c.Via.Name
	}
	happened := ""
	if c.When.Known() {
		happened = c.When.String()
	}
	refs := c.Places
	if len(refs) == 0 {
		refs = []geo.PlaceRef{{}}
	}
	out := make([]claimRow, len(refs))
	for n, ref := range refs {
		row := claimRow{rowKey: rowKey{string(c.ID), n}}
		var name, id, precision, lon, lat any
		if ref.Place != "" {
			place, known := s.lookUp(ref.Place)
			name, id, precision = place.Name, string(ref.Place), ref.Precision.String()
			if known && pointed(place) {
				row.point = &place.Point
				lon, lat = place.Point[0], place.Point[1]
			}
			row.place = string(ref.Place)
		}
		row.values = []any{
			string(c.ID), n, c.Source.Voice().String(), c.Source.Name, c.Source.Party.String(),
			c.Type.String(), c.Polarity.String(), c.Modality.String(), c.Status.String(),
			name, id, precision, a.Publisher.Name, a.Published.String(), dateTime(a.Published.From), dateTime(a.Published.To), happened,
			c.Excerpt.Of(a.Text), via, c.Actor.String(), c.Source.Class.String(), c.Source.Key, c.Confidence, c.Manual, fid, lon, lat,
		}
		out[n] = row
	}
	return out
}

// pointed reports whether the place is shown as a point. Regions and countries
// are areas: a claim about one has no point of its own.
func pointed(p geo.Place) bool {
	return p.Kind != geo.Region && p.Kind != geo.Country && onEarth(p.Point)
}

func onEarth(p orb.Point) bool {
	return p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90
}

// lookUp finds a place: the document's own, the gazetteer's, or, when there is
// no gazetteer, what the layers say of it.
func (s *show) lookUp(id geo.PlaceID) (place geo.Place, known bool) {
	if place, ok := s.state.Places[id]; ok {
		return place, true
	}
	if s.p.o.Places != nil {
		if place, ok := s.p.o.Places(id); ok {
			return place, true
		}
	}
	place = geo.Place{ID: id, Name: string(id)}
	_ = s.p.db.Query(`SELECT name, lon, lat, kind, name_uk, name_ru, approximate FROM places WHERE place_id = ?1 AND lon IS NOT NULL
		UNION ALL SELECT name, NULL, NULL, kind, name_uk, name_ru, approximate FROM regions WHERE place_id = ?1 AND kind IS NOT NULL`, func(r *sqlite.Stmt) error {
		place.Name, place.Point, known = r.ColumnText(0), orb.Point{r.ColumnFloat(1), r.ColumnFloat(2)}, true
		place.NameUK, place.NameRU, place.Approx = r.ColumnText(4), r.ColumnText(5), r.ColumnBool(6)
		return place.Kind.UnmarshalText([]byte(r.ColumnText(3)))
	}, string(id))
	return place, known
}

var insertClaim, updateClaim = claimStatements()

// claimStatements write a row of the layer of claims; its fid or geometry come
// last.
func claimStatements() (insert, update string) {
	var names, sets []string
	for i, c := range claimColumns {
		names = append(names, c.Name)
		sets = append(sets, fmt.Sprintf("%s = ?%d", c.Name, i+1))
	}
	marks := strings.Repeat("?, ", len(names))
	return "INSERT INTO claims (" + strings.Join(names, ", ") + ", geom) VALUES (" + marks + "?)",
		fmt.Sprintf("UPDATE claims SET %s, geom = ?%d WHERE fid = ?%d", strings.Join(sets, ", "), len(names)+1, len(names)+2)
}

func (s *show) putClaim(row claimRow, at int64, there bool) error {
	var geom any
	if row.point != nil {
		geom = gpkg.EncodePoint(*row.point)
		s.extend(tClaims, orb.Bound{Min: *row.point, Max: *row.point})
	}
	args := append(slices.Clone(row.values), geom)
	if there {
		return s.p.db.Exec(updateClaim, append(args, at)...)
	}
	return s.p.db.Exec(insertClaim, args...)
}

func (s *show) extend(table string, b orb.Bound) {
	if old, ok := s.bounds[table]; ok {
		b = old.Union(b)
	}
	s.bounds[table] = b
}

const contextRunes = 32 // characters before and after a quote, as W3C Web Annotation selectors have them

func (s *show) putExcerpt(c *geo.Claim, a *geo.Article, fid int64) error {
	args := excerptValues(c, a, fid)
	err := s.p.db.Exec(`UPDATE excerpts SET article = ?2, quote = ?3, content = ?4, prefix = ?5, suffix = ?6,
		start_byte = ?7, end_byte = ?8, text_hash = ?9, rules = ?10 WHERE claim_id = ?1`, args...)
	if err != nil || s.p.db.Changes() > 0 {
		return err
	}
	return s.p.db.Exec(`INSERT INTO excerpts (claim_id, article, quote, content, prefix, suffix, start_byte, end_byte, text_hash, rules)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, args...)
}

func excerptValues(c *geo.Claim, a *geo.Article, fid int64) []any {
	content := make([]string, len(c.Content))
	for i, span := range c.Content {
		content[i] = span.Of(a.Text)
	}
	var rules []string
	for _, w := range c.Why {
		if !slices.Contains(rules, w.Rule) {
			rules = append(rules, w.Rule)
		}
	}
	before, after := a.Text[:c.Excerpt.Start], a.Text[c.Excerpt.End:]
	from, to := len(before), 0
	for range contextRunes {
		_, n := utf8.DecodeLastRuneInString(before[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(after[to:])
		to += n
	}
	return []any{string(c.ID), fid, c.Excerpt.Of(a.Text), strings.Join(content, " … "), before[from:], after[:to],
		c.Excerpt.Start, c.Excerpt.End, a.TextHash(), strings.Join(rules, " ")}
}

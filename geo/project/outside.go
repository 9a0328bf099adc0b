package project

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// loadCounter reads the change counter as it was after our last write.
func (p *Project) loadCounter() error {
	return p.db.Query("SELECT value FROM contested_document WHERE key = 'counter'", func(r *sqlite.Stmt) error {
		n, err := strconv.ParseUint(r.ColumnText(0), 10, 32)
		p.counter = uint32(n)
		if err != nil {
			p.counter = math.MaxUint32 // not ours: look through the layers
		}
		return nil
	})
}

// takeOver looks whether another program wrote to the file since we did, and
// takes over what it changed in the layers of claims and places, as corrections
// and own places with an entry of their own in the history. What else it changed
// in the layers is put back. It reports whether the contents changed.
func (p *Project) takeOver() (changed bool, err error) {
	now, err := p.id.counter()
	if err != nil || now == p.counter {
		return false, gpkg.Explain(p.path, err)
	}
	o := &outside{p: p}
	var next *state
	err = p.transact(func() error {
		repaired, err := p.db.Restore(schema)
		if err != nil {
			return err
		}
		if p.state, err = p.load(); err != nil {
			return err
		}
		if err := p.loadSteps(); err != nil {
			return err
		}
		if o.w, err = p.newWriter(); err != nil {
			return err
		}
		o.s = p.newShow(p.state)
		o.notes = repaired
		if err := o.orphans(); err != nil {
			return err
		}
		changes, err := p.record(o.collect)
		if err != nil {
			return err
		}
		o.w.reason = o.summary()
		kind := Note
		if o.taken > 0 {
			kind = Outside
			if err := p.dropRedo(); err != nil {
				return err
			}
			if err := p.keepChanges(o.w.seq, changes); err != nil {
				return err
			}
		}
		if len(o.notes) > 0 {
			if err := p.log(o.w, kind, outsideName); err != nil {
				return err
			}
		}
		next, err = p.show(o.w)
		return err
	})
	if err != nil {
		return false, err
	}
	p.state = next
	if o.taken > 0 {
		p.undo, p.redo = append(p.undo, step{o.w.seq, outsideName}), nil
	}
	return len(o.notes) > 0, nil
}

const (
	outsideName   = "Changes made in another program"
	outsideReason = "changed in another program"
)

// outside compares the layers with what this program would have written.
type outside struct {
	p     *Project
	w     *writer
	s     *show
	taken int      // changes taken over
	notes []string // what was taken over or put back, in words
}

func (o *outside) note(format string, args ...any) {
	o.notes = append(o.notes, fmt.Sprintf(format, args...))
}

const maxNotes = 12

func (o *outside) summary() string {
	n := o.notes
	if len(n) > maxNotes {
		n = append(slices.Clone(n[:maxNotes]), fmt.Sprintf("and %d more", len(n)-maxNotes))
	}
	return strings.Join(n, "; ")
}

func (o *outside) collect() error {
	if err := o.places(); err != nil {
		return err
	}
	corrections := map[geo.ArticleID][]geo.Correction{}
	for _, k := range o.p.state.Corrections {
		corrections[k.Article] = append(corrections[k.Article], k)
	}
	for i := range o.p.state.Articles {
		a := &o.p.state.Articles[i]
		if err := o.article(a, o.p.state.articles[i], corrections[a.ID]); err != nil {
			return err
		}
	}
	return nil
}

// orphans takes away what is left of articles that were deleted, and of layers
// that show claims of no article.
func (o *outside) orphans() error {
	db := o.p.db
	for _, q := range []struct{ table, column string }{{tReadings, "article"}, {tCorrections, "fid"}, {tClaims, "fid"}, {tExcerpts, "fid"}} {
		var gone []int64
		err := db.Query("SELECT "+q.column+" FROM "+q.table+" WHERE article IS NOT NULL AND article NOT IN (SELECT fid FROM articles)", func(r *sqlite.Stmt) error {
			gone = append(gone, r.ColumnInt64(0))
			return nil
		})
		if err != nil {
			return err
		}
		for _, id := range gone {
			switch q.table {
			case tReadings:
				o.w.touched.readings[id] = true
				o.w.dirty[id] = true
				o.note("an article was deleted")
			case tCorrections:
				o.w.touched.corrections[id] = true
			}
			if err := db.Exec("DELETE FROM "+q.table+" WHERE "+q.column+" = ?", id); err != nil {
				return err
			}
		}
	}
	// Totals are counted again, at the end, for everything the layers mention.
	for _, q := range []string{"SELECT place_id FROM claims", "SELECT place_id FROM places", "SELECT place_id FROM regions"} {
		if err := db.Query(q, func(r *sqlite.Stmt) error { o.w.recount[geo.PlaceID(r.ColumnText(0))] = true; return nil }); err != nil {
			return err
		}
	}
	return db.Query("SELECT source_key FROM claims UNION SELECT source_key FROM sources", func(r *sqlite.Stmt) error {
		o.w.recountSources[r.ColumnText(0)] = true
		return nil
	})
}

// places takes over points that were moved and names that were changed in the
// layer of places, as places of the document's own.
func (o *outside) places() error {
	type moved struct {
		place geo.Place
		what  string
	}
	var found []moved
	err := o.p.db.Query("SELECT place_id, name, lon, lat, geom, claims FROM places", func(r *sqlite.Stmt) error {
		id := geo.PlaceID(r.ColumnText(0))
		if r.ColumnType(5) == sqlite.TypeNull {
			return nil // a row that was added there: a place nobody speaks of
		}
		place, _ := o.s.lookUp(id)
		was := orb.Point{r.ColumnFloat(2), r.ColumnFloat(3)}
		point, ok := pointIn(r, 4)
		known := r.ColumnType(2) != sqlite.TypeNull
		var what []string
		if ok && onEarth(point) && (!known || !near(point, was)) {
			place.Point, place.Approx = point, false
			what = append(what, "moved")
		}
		if name := strings.TrimSpace(r.ColumnText(1)); name != "" && name != place.Name && (known || o.p.o.Places != nil) && o.renamed(id, name) {
			place.Name = name
			what = append(what, "renamed")
		}
		if what != nil {
			found = append(found, moved{place, strings.Join(what, " and ")})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, m := range found {
		if err := o.w.set(placeKey+string(m.place.ID), m.place); err != nil {
			return err
		}
		o.taken++
		o.note("%s %s", m.place.Name, m.what)
	}
	o.w.nothing = false
	return nil
}

// renamed tells a name that somebody typed from one that only the gazetteer
// changed: the claims about the place still have the old one.
func (o *outside) renamed(id geo.PlaceID, name string) bool {
	n, err := o.p.db.Int("SELECT count(*) FROM claims WHERE place_id = ? AND place = ?", string(id), name)
	return err == nil && n == 0
}

// near reports whether two points are the same to the last digit that other
// programs keep.
func near(a, b orb.Point) bool { return math.Abs(a[0]-b[0]) < 1e-9 && math.Abs(a[1]-b[1]) < 1e-9 }

func pointIn(r *sqlite.Stmt, column int) (orb.Point, bool) {
	if r.ColumnType(column) != sqlite.TypeBlob {
		return orb.Point{}, false
	}
	b := make([]byte, min(r.ColumnLen(column), 256))
	r.ColumnBytes(column, b)
	return gpkg.DecodePoint(b)
}

// shown is a row of the layer of claims as it is in the file.
type shown struct {
	values map[string]string // by column; NULL is empty
	point  *orb.Point
	lonLat *orb.Point
}

var selectShown = func() string {
	names := make([]string, len(claimColumns))
	for i, c := range claimColumns {
		names[i] = c.Name
	}
	return "SELECT " + strings.Join(names, ", ") + ", geom FROM claims WHERE article = ?"
}()

// shown reads the rows of an article's claims.
func (o *outside) shown(fid int64) (map[rowKey]shown, error) {
	rows := map[rowKey]shown{}
	err := o.p.db.Query(selectShown, func(r *sqlite.Stmt) error {
		row := shown{values: map[string]string{}}
		for i, c := range claimColumns {
			row.values[c.Name] = r.ColumnText(i)
		}
		if p, ok := pointIn(r, len(claimColumns)); ok && onEarth(p) {
			row.point = &p
		}
		if lon := len(claimColumns) - 2; r.ColumnType(lon) != sqlite.TypeNull {
			row.lonLat = &orb.Point{r.ColumnFloat(lon), r.ColumnFloat(lon + 1)}
		}
		rows[rowKey{row.values["claim_id"], r.ColumnInt(1)}] = row
		return nil
	}, fid)
	return rows, err
}

// quotes reads the rows of an article's excerpts, by claim.
func (o *outside) quotes(fid int64) (map[string]string, error) {
	rows := map[string]string{}
	err := o.p.db.Query("SELECT claim_id, article, quote, content, prefix, suffix, start_byte, end_byte, text_hash, rules FROM excerpts WHERE article = ?", func(r *sqlite.Stmt) error {
		values := make([]any, 10)
		for i := range values {
			values[i] = r.ColumnText(i)
		}
		rows[r.ColumnText(0)] = fmt.Sprintln(values...)
		return nil
	}, fid)
	return rows, err
}

func (o *outside) article(a *geo.Article, fid int64, corrections []geo.Correction) error {
	rows, err := o.shown(fid)
	if err != nil {
		return err
	}
	quotes, err := o.quotes(fid)
	if err != nil {
		return err
	}
	read := map[geo.ClaimID][]geo.Span{}
	if r := o.p.state.Readings[a.ID]; r != nil {
		for i := range r.Claims {
			read[r.Claims[i].ID] = r.Claims[i].Content
		}
	}
	for _, k := range corrections {
		if k.Added != nil {
			read[geo.NewClaimID(k.Article, k.Content)] = k.Content
		}
	}
	for _, c := range o.p.state.effective(a, corrections) {
		if quotes[string(c.ID)] != fmt.Sprintln(excerptValues(&c, a, fid)...) {
			o.w.dirty[fid] = true
		}
		delete(quotes, string(c.ID))
		k := geo.Correction{Article: a.ID, Content: read[c.ID], Reason: outsideReason}
		words, err := o.compare(&c, &k, a, fid, rows)
		if err != nil {
			return err
		}
		if len(words) == 0 {
			continue
		}
		if err := o.p.state.standsIn(&k); err != nil {
			o.note("not taken over: %s (%v)", strings.Join(words, ", "), err)
			continue
		}
		if err := o.w.correct(k, o.taken); err != nil {
			return err
		}
		o.taken++
		o.note("%s", strings.Join(words, ", "))
	}
	if len(rows)+len(quotes) > 0 { // of no claim of the article
		o.w.dirty[fid] = true
	}
	return nil
}

// compare fills in the correction with what was changed in the rows of a claim,
// takes those rows out of the map, and says in words what it was.
func (o *outside) compare(c *geo.Claim, k *geo.Correction, a *geo.Article, fid int64, rows map[rowKey]shown) (words []string, err error) {
	want := o.s.rows(c, a, fid)
	var got []shown
	var refs []geo.PlaceRef
	placesChanged := false
	for n, row := range want {
		is, ok := rows[row.rowKey]
		delete(rows, row.rowKey)
		if !ok {
			placesChanged = true
			continue
		}
		got = append(got, is)
		if len(c.Places) == 0 {
			continue
		}
		ref := c.Places[n]
		said, err := o.place(&ref, c, row, is)
		if err != nil {
			return nil, err
		}
		if said != "" {
			placesChanged = true
			words = append(words, said)
		}
		refs = append(refs, ref)
	}
	title := claimWords(c, a)
	if len(got) == 0 {
		k.Reject = true
		return []string{title + ": deleted"}, nil
	}
	if placesChanged && len(c.Places) > 0 {
		if len(got) < len(want) {
			words = append(words, "a place taken off")
		}
		k.Places = &refs
	}
	for i, column := range claimColumns {
		for _, is := range got {
			if said := o.field(column.Name, text(want[0].values[i]), is.values[column.Name], c, k); said != "" {
				words = append(words, said)
				break
			}
		}
	}
	o.mend(want, got, fid)
	if len(words) > 0 {
		words[0] = title + ": " + words[0]
	}
	return words, nil
}

// mend has the article shown anew if a row differs in any way.
func (o *outside) mend(want []claimRow, got []shown, fid int64) {
	if len(got) != len(want) {
		o.w.dirty[fid] = true
		return
	}
	for n := range want {
		if differs(want[n], got[n]) != "" {
			o.w.dirty[fid] = true
		}
	}
}

// differs names the first column in which a row is not as it would be written,
// apart from where the point is: gazetteers change.
func differs(want claimRow, is shown) (column string) {
	for i, c := range claimColumns {
		if c.Type != "DOUBLE" && c.Name != "place" && text(want.values[i]) != is.values[c.Name] {
			return c.Name
		}
	}
	if (is.point == nil) != (is.lonLat == nil) || is.point != nil && !near(*is.point, *is.lonLat) {
		return gpkg.Geom
	}
	return ""
}

// text is a value as SQLite gives it as text.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "1"
		}
		return "0"
	}
	return fmt.Sprint(v)
}

func claimWords(c *geo.Claim, a *geo.Article) string {
	s := c.Excerpt.Of(a.Text)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return "“" + strings.Join(strings.Fields(s), " ") + "”"
}

// place compares one place of a claim with its row.
func (o *outside) place(ref *geo.PlaceRef, c *geo.Claim, want claimRow, is shown) (said string, err error) {
	if id := geo.PlaceID(is.values["place_id"]); id != ref.Place {
		if _, known := o.s.lookUp(id); !known {
			o.note("not taken over: the unknown place %.40q", string(id))
		} else {
			ref.Place, ref.Ambiguous = id, false
			said = "place " + string(id)
		}
	}
	if v := is.values["precision"]; v != ref.Precision.String() {
		if err := ref.Precision.UnmarshalText([]byte(v)); err != nil {
			o.note("not taken over: the precision %.40q", v)
		} else {
			said += " precision " + v
		}
	}
	// Where neither says what it should, the point is what was moved.
	if is.point != nil && is.lonLat != nil && !near(*is.point, *is.lonLat) && (want.point == nil || !near(*is.point, *want.point)) {
		if err := o.movePoint(ref, c, want.n, *is.point); err != nil {
			return "", err
		}
		said += fmt.Sprintf(" point moved to %.5f, %.5f", is.point[0], is.point[1])
	}
	return strings.TrimSpace(said), nil
}

// movePoint makes a claim be about the settlement at the point, or else about a
// place of the document's own that is there.
func (o *outside) movePoint(ref *geo.PlaceRef, c *geo.Claim, n int, to orb.Point) error {
	if o.p.o.Near != nil {
		if place, ok := o.p.o.Near(to); ok && place.ID != ref.Place {
			ref.Place, ref.Ambiguous = place.ID, false
			return nil
		}
	}
	old, _ := o.s.lookUp(ref.Place)
	own := geo.Place{
		ID: geo.PlaceID(fmt.Sprintf("own:%s-%d", c.ID, n)), Kind: geo.Settlement, Name: old.Name, NameUK: old.NameUK, NameRU: old.NameRU,
		Point: to, Country: old.Country, Admin1: old.Admin1, PartOf: old.PartOf,
	}
	ref.Place, ref.Ambiguous = own.ID, false
	err := o.w.set(placeKey+string(own.ID), own)
	o.w.nothing = false
	return err
}

// field takes over one column of a row. What cannot be understood, or is not
// for other programs to say, is noted and put back.
func (o *outside) field(column, want, is string, c *geo.Claim, k *geo.Correction) (said string) {
	if want == is {
		return ""
	}
	source := func() *geo.Source {
		if k.Source == nil {
			s := c.Source
			k.Source = &s
		}
		return k.Source
	}
	var err error
	switch column {
	case "type":
		k.Type = new(geo.ClaimType)
		if err = k.Type.UnmarshalText([]byte(is)); err != nil {
			k.Type = nil
		}
	case "polarity":
		k.Polarity = new(geo.Polarity)
		if err = k.Polarity.UnmarshalText([]byte(is)); err != nil {
			k.Polarity = nil
		}
	case "modality":
		k.Modality = new(geo.Modality)
		if err = k.Modality.UnmarshalText([]byte(is)); err != nil {
			k.Modality = nil
		}
	case "status":
		k.Status = new(geo.Status)
		if err = k.Status.UnmarshalText([]byte(is)); err != nil {
			k.Status = nil
		}
	case "party":
		var party geo.Party
		if err = party.UnmarshalText([]byte(is)); err == nil {
			source().Party = party
		}
	case "speaker":
		if is = strings.TrimSpace(is); is == "" {
			err = fmt.Errorf("a speaker needs a name")
		} else {
			source().Name = is
			source().Key = strings.ToLower(strings.Join(strings.Fields(is), "-"))
		}
	case "excerpt":
		o.note("not taken over: a quote was changed; quotes are the article's words")
		return ""
	default:
		return ""
	}
	if err != nil {
		o.note("not taken over: %s %.40q", column, is)
		return ""
	}
	return column + " " + is
}

package project

import (
	"fmt"
	"strings"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

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
	for _, c := range o.p.effective(o.p.state, a, corrections) {
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

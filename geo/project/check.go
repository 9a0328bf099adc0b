package project

import (
	"fmt"
	"maps"
	"slices"

	"contested/geo"
	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite"
)

// Check reads the file at path, which may be open, and reports everything in it
// that is not as it should be: damage, clauses of the GeoPackage standard,
// quotes that are not in their article's text, layers that show something else
// than what is true, changes that could not be undone. No findings: it is clean.
// The error says that it could not be read at all. Nothing is written.
func Check(path string) ([]Finding, error) {
	db, err := gpkg.Open(path, gpkg.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }() // nothing was written
	version, err := documentSchema(db)
	if err != nil {
		return nil, err
	}
	if now := len(migrations) + 1; version != now {
		if version < now {
			return nil, &gpkg.Error{Path: path, Kind: ErrNewer, Text: fmt.Sprintf("the document has schema %d, which is older than the %d that is checked; open it once in Contested, which brings it up to date and keeps a copy", version, now)}
		}
		return nil, &gpkg.Error{Path: path, Kind: ErrNewer, Text: fmt.Sprintf("the document has schema %d, this version of Contested checks %d; open it with the version that fits", version, now)}
	}
	if err := db.Shape(schema); err != nil {
		return nil, err
	}
	findings, err := db.Check(schema)
	if err != nil {
		return findings, err
	}
	c := &checker{p: &Project{file: file{path: db.Path(), db: db}}, findings: findings}
	for _, step := range []func() error{c.load, c.articles, c.layers, c.context, c.history} {
		if err := step(); err != nil {
			return c.findings, gpkg.Explain(path, err)
		}
	}
	return c.findings, nil
}

type checker struct {
	p        *Project
	findings []Finding
}

func (c *checker) add(rule, where, format string, args ...any) {
	if len(c.findings) < maxProblems {
		c.findings = append(c.findings, Finding{Rule: rule, Where: where, Text: fmt.Sprintf(format, args...)})
	}
}

func (c *checker) load() (err error) {
	c.p.state, err = c.p.load()
	if err == nil {
		c.findings = append(c.findings, c.p.state.Problems...)
	}
	return err
}

// articles checks that every text is the one that was imported.
func (c *checker) articles() error {
	hashes := map[int64]string{}
	err := c.p.db.Query("SELECT fid, text_hash FROM articles", func(r *sqlite.Stmt) error {
		hashes[r.ColumnInt64(0)] = r.ColumnText(1)
		return nil
	})
	for i, a := range c.p.state.Articles {
		fid := c.p.state.articles[i]
		where := fmt.Sprint(tArticles, " ", fid)
		if whole, err := geo.NewArticle(*a); err != nil || whole.ID != a.ID {
			c.add("article-id", where, "the text, title or publisher of %s is not what was imported", clip(a.Title))
		}
		if hashes[fid] != a.TextHash() {
			c.add("text-hash", where, "the hash of %s is not that of its text", clip(a.Title))
		}
	}
	return err
}

// layers checks that the layers show what is true: after corrections, with the
// words of the text.
func (c *checker) layers() error {
	o := &outside{p: c.p, s: c.p.newShow(c.p.state)}
	corrections := map[geo.ArticleID][]geo.Correction{}
	for _, k := range c.p.state.Corrections {
		corrections[k.Article] = append(corrections[k.Article], k)
	}
	for i := range c.p.state.Articles {
		a, fid := c.p.state.Articles[i], c.p.state.articles[i]
		where := fmt.Sprint(tArticles, " ", fid)
		rows, err := o.shown(fid)
		if err != nil {
			return err
		}
		quotes, err := o.quotes(fid)
		if err != nil {
			return err
		}
		for _, claim := range c.p.effective(c.p.state, a, corrections[a.ID]) {
			for _, want := range o.s.rows(&claim, a, fid) {
				is, ok := rows[want.rowKey]
				delete(rows, want.rowKey)
				if !ok {
					c.add("layer", where, "the claim %s is not in the layer of claims", claim.ID)
				} else if column := differs(want, is); column != "" {
					c.add("layer", where, "the claim %s has another %s in the layer than in the document", claim.ID, column)
				}
			}
			if quotes[string(claim.ID)] != fmt.Sprintln(excerptValues(&claim, a, fid)...) {
				c.add("quote", where, "the excerpt of the claim %s is not what stands in the text", claim.ID)
			}
			delete(quotes, string(claim.ID))
		}
		for key := range rows {
			c.add("layer", where, "the layer shows a claim %s that is not in the document", key.claim)
		}
		for id := range quotes {
			c.add("quote", where, "there is an excerpt of the claim %s, which is not in the document", id)
		}
	}
	for _, q := range []struct{ table, column string }{{tPlaces, "place_id"}, {tRegions, "place_id"}, {tSources, "source_key"}} {
		if err := c.totals(o.s, q.table, q.column); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) totals(s *show, table, column string) error {
	claims := map[string]int{}
	err := c.p.db.Query("SELECT "+column+", claims FROM "+table+" WHERE claims IS NOT NULL", func(r *sqlite.Stmt) error {
		claims[r.ColumnText(0)] = r.ColumnInt(1)
		return nil
	})
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(claims)) {
		total, err := s.p.db.Int("SELECT count(DISTINCT claim_id) FROM claims WHERE "+column+" = ? AND article IS NOT NULL", key)
		if err != nil {
			return err
		}
		if int(total) != claims[key] {
			c.add("totals", table+" "+key, "it counts %d claims where there are %d", claims[key], total)
		}
	}
	return nil
}

// history checks that everything that can be undone or redone is recorded
// whole.
func (c *checker) history() error {
	if err := c.p.loadSteps(); err != nil {
		return err
	}
	for _, s := range append(slices.Clone(c.p.undo), c.p.redo...) {
		w := c.p.writer(0)
		changes, err := c.p.changes(w, s.seq, false)
		if err == nil {
			err = changes.Read()
		}
		if err != nil {
			c.add("changes", fmt.Sprint(tHistory, " ", s.seq), "“%s” cannot be undone or redone: %v", s.name, err)
		}
	}
	n, err := c.p.db.Int("SELECT count(*) FROM contested_changes WHERE seq NOT IN (SELECT fid FROM history)")
	if err == nil && n > 0 {
		c.add("changes", tChanges, "%d recorded changes belong to no action", n)
	}
	return err
}

package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"contested/geo"
	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite"
)

// Import adds articles and their readings, as one action. An article that is in
// the document already changes nothing, and if all of them are, nothing happens
// at all. Claims that do not stand in their article's text are left out and
// counted in the history.
func (p *Project) Import(name string, articles []geo.Article, readings []*geo.Reading) error {
	return p.act(Action, name, func(w *writer) error { return w.importAll(articles, readings) })
}

func (w *writer) importAll(articles []geo.Article, readings []*geo.Reading) error {
	byArticle := make(map[geo.ArticleID]*geo.Reading, len(readings))
	for _, r := range readings {
		if r != nil {
			byArticle[r.Article] = r
		}
	}
	added, lost := map[geo.ArticleID]bool{}, 0
	for i := range articles {
		a := &articles[i]
		if _, ok := w.p.state.fid[a.ID]; ok || added[a.ID] {
			continue
		}
		if whole, err := geo.NewArticle(*a); err != nil || whole.ID != a.ID {
			return fmt.Errorf("%s cannot be stored: its id is not that of its text (%v)", clip(a.Title), err)
		}
		added[a.ID] = true
		fid, err := w.insertArticle(a)
		if err != nil {
			return err
		}
		if r := byArticle[a.ID]; r != nil {
			n, err := w.putReading(fid, a, r, w.p.o.Reader)
			if err != nil {
				return err
			}
			lost += n
		}
	}
	if lost > 0 {
		w.reason = fmt.Sprintf("%d claims did not stand in their article's text and were left out", lost)
	}
	w.nothing = len(added) == 0
	return nil
}

func (w *writer) insertArticle(a *geo.Article) (fid int64, err error) {
	err = w.p.db.Exec(`INSERT INTO articles (article_id, title, publisher, party, published, published_from, published_to,
		published_exact, language, url, path, ref, fetched, example, text_hash, text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		string(a.ID), a.Title, a.Publisher.Name, a.Publisher.Party.String(), a.Published.String(), dateTime(a.Published.From), dateTime(a.Published.To),
		formatInterval(a.Published), string(a.Language), a.URL, a.Path, a.Ref, formatTime(a.Fetched), a.Example, a.TextHash(), a.Text)
	if err != nil {
		return 0, err
	}
	fid = w.p.db.LastInsertRowID()
	w.touched.articles[fid] = true
	w.dirty[fid] = true
	return fid, nil
}

// dateTime is t as the standard's DATETIME, or NULL when it is not known.
func dateTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return gpkg.Time(t)
}

// putReading stores what was read of an article in place of what was. It
// returns how many claims did not stand in the text.
func (w *writer) putReading(fid int64, a *geo.Article, r *geo.Reading, version string) (lost int, err error) {
	clean := *r
	lost = cleanReading(&clean, a)
	w.touched.readings[fid] = true
	w.dirty[fid] = true
	return lost, w.p.db.Exec("INSERT OR REPLACE INTO contested_readings (article, reader, data) VALUES (?, ?, ?)", fid, version, encodeReading(&clean))
}

// Remove takes articles out, with their readings and corrections, as one
// action. Articles that are not there are passed over.
func (p *Project) Remove(name string, ids []geo.ArticleID) error {
	return p.act(Action, name, func(w *writer) error {
		w.nothing = true
		for _, id := range ids {
			if fid, ok := p.state.fid[id]; ok && !w.touched.articles[fid] {
				w.nothing = false
				if err := w.remove(fid); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (w *writer) remove(fid int64) error {
	w.touched.articles[fid], w.touched.readings[fid], w.dirty[fid] = true, true, true
	err := w.p.db.Query("SELECT fid FROM corrections WHERE article = ?", func(r *sqlite.Stmt) error {
		w.touched.corrections[r.ColumnInt64(0)] = true
		return nil
	}, fid)
	for _, q := range []string{"DELETE FROM corrections WHERE article = ?", "DELETE FROM contested_readings WHERE article = ?", "DELETE FROM articles WHERE fid = ?"} {
		if err == nil {
			err = w.p.db.Exec(q, fid)
		}
	}
	return err
}

// Reread replaces readings by those of the given version of the reader, as one
// action. Corrections stay and apply to the new readings. Readings that come out
// the same are no action: only their version is noted.
func (p *Project) Reread(readings []*geo.Reading, readerVersion string) error {
	same := map[int64]bool{}
	err := p.act(Action, "Read the articles again", func(w *writer) error {
		lost := 0
		for _, r := range readings {
			fid, ok := p.state.fid[r.Article]
			if !ok {
				continue
			}
			a, _ := p.state.article(fid)
			clean := *r
			cleanReading(&clean, a)
			if old := p.state.Readings[r.Article]; old != nil && bytes.Equal(encodeReading(p.whole(a, old)), encodeReading(&clean)) {
				same[fid] = p.state.Readers[r.Article] != readerVersion
				continue
			}
			n, err := w.putReading(fid, a, r, readerVersion)
			if err != nil {
				return err
			}
			lost += n
		}
		w.nothing = len(w.touched.readings) == 0
		w.reason = "reader " + readerVersion
		if lost > 0 {
			w.reason += fmt.Sprintf("; %d claims did not stand in their article's text and were left out", lost)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return p.aside(func(w *writer) error {
		for fid, changed := range same {
			if !changed {
				continue
			}
			w.touched.readings[fid] = true
			if err := p.db.Exec("UPDATE contested_readings SET reader = ? WHERE article = ?", readerVersion, fid); err != nil {
				return err
			}
		}
		w.nothing = len(w.touched.readings) == 0
		return nil
	})
}

// aside writes something that is no action: it is in no history and undo does
// not touch it.
func (p *Project) aside(f func(*writer) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return err
	}
	if _, err := p.takeOver(); err != nil {
		return err
	}
	w := p.writer(0)
	var next *state
	err := p.transact(func() error {
		if err := f(w); err != nil || w.nothing {
			return err
		}
		var err error
		next, err = p.reload(w.touched)
		return err
	})
	if err == nil && !w.nothing {
		p.state = next
	}
	return err
}

// Set stores a setting of the document as JSON; a nil value removes it. It is
// no action: there is no entry in the history and undo does not touch it.
func (p *Project) Set(key string, value any) error {
	return p.aside(func(w *writer) error { return w.set(key, value) })
}

// Change is [Project.Set] as a named action, which can be undone.
func (p *Project) Change(name, key string, value any) error {
	return p.act(Action, name, func(w *writer) error { return w.set(key, value) })
}

func (w *writer) set(key string, value any) error {
	if value == nil {
		_, ok := w.p.state.Settings[key]
		w.nothing = !ok
		w.setting(key)
		return w.p.db.Exec("DELETE FROM contested_settings WHERE key = ?", key)
	}
	raw, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("the setting %s cannot be stored: %w", key, err)
	}
	w.nothing = w.nothing || bytes.Equal(raw, w.p.state.Settings[key])
	w.setting(key)
	// Not INSERT OR REPLACE: an update is recorded as one.
	if err := w.p.db.Exec("UPDATE contested_settings SET value = ?2 WHERE key = ?1", key, string(raw)); err != nil || w.p.db.Changes() > 0 {
		return err
	}
	return w.p.db.Exec("INSERT INTO contested_settings VALUES (?, ?)", key, string(raw))
}

// SaveFilter keeps a filter under a name, as an action; nil forgets it.
func (p *Project) SaveFilter(name string, f *geo.Filter) error {
	if f == nil {
		return p.Change("Delete filter “"+name+"”", filterKey+name, nil)
	}
	return p.Change("Save filter “"+name+"”", filterKey+name, f)
}

// RenameFilter gives a kept filter another name, as an action. A name that is
// taken, or a filter that is not there, is refused.
func (p *Project) RenameFilter(from, to string) error {
	return p.act(Action, "Rename filter “"+from+"” to “"+to+"”", func(w *writer) error {
		f, ok := p.state.Settings[filterKey+from]
		if !ok {
			return fmt.Errorf("there is no filter “%s”", from)
		}
		if w.nothing = from == to; w.nothing {
			return nil
		}
		if _, taken := p.state.Settings[filterKey+to]; taken || to == "" {
			return fmt.Errorf("the name “%s” is empty or taken; choose another", to)
		}
		if err := w.set(filterKey+to, f); err != nil {
			return err
		}
		return w.set(filterKey+from, nil)
	})
}

// Label gives an article a name of the user's own in this document, as an
// action; empty takes it back. The article and its title stay what they are.
func (p *Project) Label(id geo.ArticleID, name string) error {
	if _, ok := p.article(id); !ok {
		return errors.New("the article is not in the document")
	}
	if name == "" {
		return p.Change("Give the article its title back", labelKey+string(id), nil)
	}
	return p.Change("Rename article to "+clip(name), labelKey+string(id), name)
}

func (p *Project) article(id geo.ArticleID) (int64, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	fid, ok := p.state.fid[id]
	return fid, ok
}

// PutPlace keeps a place of the document's own, or moves or renames one of the
// gazetteer's for this document alone, as an action.
func (p *Project) PutPlace(name string, place geo.Place, reason string) error {
	return p.act(Action, name, func(w *writer) error {
		if place.ID == "" || !onEarth(place.Point) {
			return fmt.Errorf("the place %q needs an id and a point on the earth", place.Name)
		}
		w.reason = reason
		return w.set(placeKey+string(place.ID), place)
	})
}

// ForgetPlace takes back what [Project.PutPlace] kept, as an action.
func (p *Project) ForgetPlace(name string, id geo.PlaceID) error {
	return p.Change(name, placeKey+string(id), nil)
}

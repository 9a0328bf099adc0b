package project

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"contested/geo"
	"contested/geo/view"

	"zombiezen.com/go/sqlite"
)

// state is the contents and where they are in the file.
type state struct {
	*Contents
	articles    []int64 // fid of each of Contents.Articles, ascending
	corrections []int64 // fid of each of Contents.Corrections, ascending
	layers      []int64 // number of each of Contents.Context, ascending
	fid         map[geo.ArticleID]int64
	problems    map[string]Finding // by where
	memory      *shared
}

// touched is the rows that an action changed, by primary key.
type touched struct {
	articles, readings, corrections, layers map[int64]bool
	settings                                map[string]bool
}

func newTouched() *touched {
	return &touched{map[int64]bool{}, map[int64]bool{}, map[int64]bool{}, map[int64]bool{}, map[string]bool{}}
}

const (
	selectArticles    = "SELECT fid, article_id, title, publisher, party, published_exact, language, url, path, ref, fetched, example, text FROM articles"
	selectReadings    = "SELECT article, reader, data FROM contested_readings"
	selectCorrections = "SELECT fid, data FROM corrections"
	selectOthers      = "SELECT layer, meta, data FROM contested_context"
	selectSettings    = "SELECT key, value FROM contested_settings"
)

func newState() *state {
	return &state{
		Contents: &Contents{Readings: map[geo.ArticleID]*geo.Reading{}, Readers: map[geo.ArticleID]string{}, Settings: map[string]json.RawMessage{}},
		fid:      map[geo.ArticleID]int64{}, problems: map[string]Finding{}, memory: newShared(),
	}
}

// load reads the whole document.
func (p *Project) load() (*state, error) {
	s := newState()
	n, err := p.db.Int("SELECT count(*) FROM articles")
	if err == nil && n > 0 { // what a list that grows has too much of is much here
		s.Articles, s.articles = make([]*geo.Article, 0, n), make([]int64, 0, n)
		err = p.db.Query(selectArticles+" ORDER BY fid", s.putArticle)
	}
	if err == nil {
		err = p.loadReadings(s)
	}
	if err == nil {
		err = p.db.Query(selectCorrections+" ORDER BY fid", s.putCorrection)
	}
	if err == nil {
		err = p.db.Query(selectOthers+" ORDER BY layer", s.putLayer)
	}
	if err == nil {
		err = p.db.Query(selectSettings+" ORDER BY key", s.putSetting)
	}
	if err != nil {
		return nil, err
	}
	s.settled()
	return s, nil
}

// reload is the state after an action that touched some rows. The present state
// is not changed; what was not touched is shared.
func (p *Project) reload(t *touched) (*state, error) {
	c := *p.state.Contents
	s := &state{Contents: &c, articles: p.state.articles, corrections: p.state.corrections, layers: p.state.layers, fid: p.state.fid, problems: maps.Clone(p.state.problems), memory: p.state.memory}
	if len(t.articles) > 0 {
		gone := func(i int) bool { return t.articles[p.state.articles[i]] }
		s.fid = maps.Clone(s.fid)
		for i := range s.Articles {
			if gone(i) {
				delete(s.fid, s.Articles[i].ID)
			}
		}
		s.Articles, s.articles = without(s.Articles, gone), without(s.articles, gone)
		if err := each(p, t.articles, selectArticles+" WHERE fid = ?", tArticles, s, s.putArticle); err != nil {
			return nil, err
		}
		sortBoth(s.Articles, s.articles)
	}
	if len(t.readings)+len(t.articles) > 0 {
		s.Readings, s.Readers = maps.Clone(s.Readings), maps.Clone(s.Readers)
		for i, a := range p.state.Articles {
			if fid := p.state.articles[i]; t.readings[fid] || t.articles[fid] {
				delete(s.Readings, a.ID)
				delete(s.Readers, a.ID)
			}
		}
		both := maps.Clone(t.readings)
		maps.Copy(both, t.articles)
		if err := each(p, both, selectReadings+" WHERE article = ?", tReadings, s, s.putReading); err != nil {
			return nil, err
		}
	}
	if len(t.corrections) > 0 {
		gone := func(i int) bool { return t.corrections[p.state.corrections[i]] }
		s.Corrections, s.corrections = without(s.Corrections, gone), without(s.corrections, gone)
		if err := each(p, t.corrections, selectCorrections+" WHERE fid = ?", tCorrections, s, s.putCorrection); err != nil {
			return nil, err
		}
		sortBoth(s.Corrections, s.corrections)
	}
	if len(t.layers) > 0 {
		gone := func(i int) bool { return t.layers[p.state.layers[i]] }
		s.Context, s.layers = without(s.Context, gone), without(s.layers, gone)
		if err := each(p, t.layers, selectOthers+" WHERE layer = ?", tOthers, s, s.putLayer); err != nil {
			return nil, err
		}
		sortBoth(s.Context, s.layers)
	}
	if len(t.settings) > 0 {
		s.Settings = maps.Clone(s.Settings)
		for key := range t.settings {
			delete(s.Settings, key)
		}
		if err := each(p, t.settings, selectSettings+" WHERE key = ?", tSettings, s, s.putSetting); err != nil {
			return nil, err
		}
	}
	s.settled()
	return s, nil
}

// each reads the rows with the given keys, in the order of the keys.
func each[K int64 | string](p *Project, keys map[K]bool, query, table string, s *state, row func(*sqlite.Stmt) error) error {
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		delete(s.problems, fmt.Sprint(table, " ", k))
		if err := p.db.Query(query, row, k); err != nil {
			return err
		}
	}
	return nil
}

func without[T any](list []T, gone func(int) bool) []T {
	var out []T // none is nil, as after opening
	for i := range list {
		if !gone(i) {
			out = append(out, list[i])
		}
	}
	return out
}

// sortBoth sorts items by their keys. They are nearly always in order.
func sortBoth[T any](items []T, keys []int64) {
	if slices.IsSorted(keys) {
		return
	}
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(keys[a] - keys[b]) })
	oldItems, oldKeys := slices.Clone(items), slices.Clone(keys)
	for i, j := range order {
		items[i], keys[i] = oldItems[j], oldKeys[j]
	}
}

func (s *state) problem(table string, key any, rule, text string) {
	where := fmt.Sprint(table, " ", key)
	s.problems[where] = Finding{Rule: rule, Where: where, Text: text}
}

func (s *state) putArticle(r *sqlite.Stmt) error {
	fid := r.ColumnInt64(0)
	m := s.memory
	a := &append(room(&m.articles, 1), geo.Article{
		ID: geo.ArticleID(m.column(r, 1)), Title: m.column(r, 2), Publisher: geo.Publisher{Name: m.word([]byte(r.ColumnText(3)))},
		Published: parseInterval(r.ColumnText(5)), Language: geo.Language(m.word([]byte(r.ColumnText(6)))),
		URL: m.column(r, 7), Path: m.column(r, 8), Ref: m.column(r, 9), Fetched: parseTime(r.ColumnText(10)),
		Example: r.ColumnBool(11), Text: m.column(r, 12),
	})[0]
	if a.Publisher.Party.UnmarshalText([]byte(r.ColumnText(4))) != nil {
		s.problem(tArticles, fid, "party", "the publisher's party is not known; it counts as unknown")
	}
	if !utf8.ValidString(a.Text) || a.ID == "" {
		s.problem(tArticles, fid, "text", "the text of "+clip(a.Title)+" is damaged; it is left out. Import the article again")
		return nil
	}
	if _, ok := s.fid[a.ID]; ok {
		s.problem(tArticles, fid, "twice", "the article is there twice; this one is left out")
		return nil
	}
	s.fid[a.ID] = fid
	s.Articles, s.articles = append(s.Articles, a), append(s.articles, fid)
	return nil
}

// article is the article in row fid.
func (s *state) article(fid int64) (*geo.Article, bool) {
	i, ok := slices.BinarySearch(s.articles, fid)
	if !ok {
		return nil, false
	}
	return s.Articles[i], true
}

func (s *state) putCorrection(r *sqlite.Stmt) error {
	fid := r.ColumnInt64(0)
	k, err := decodeCorrection(r.ColumnText(1))
	if err == nil {
		err = s.standsIn(&k)
	}
	if err != nil {
		s.problem(tCorrections, fid, "correction", "it cannot be applied: "+err.Error())
		return nil
	}
	s.Corrections, s.corrections = append(s.Corrections, k), append(s.corrections, fid)
	return nil
}

func (s *state) putSetting(r *sqlite.Stmt) error {
	key, value := r.ColumnText(0), r.ColumnText(1)
	if !json.Valid([]byte(value)) {
		s.problem(tSettings, key, "setting", "the setting is no JSON; it is left out")
		return nil
	}
	s.Settings[key] = json.RawMessage(value)
	return nil
}

// Prefixes of settings that have a meaning of their own.
const (
	viewKey     = "view"
	filterKey   = "filter/"
	placeKey    = "place/"
	labelKey    = "label/"
	maxProblems = 1000
)

// settled decodes the settings that Contents shows as values and lists the
// problems.
func (s *state) settled() {
	c := s.Contents
	c.View, c.Filters, c.Feeds, c.Places, c.Labels = view.Viewport{}, nil, nil, map[geo.PlaceID]geo.Place{}, map[geo.ArticleID]string{}
	if err := unmarshal(c.Settings[viewKey], &c.View); err != nil {
		s.problem(tSettings, viewKey, "setting", "the view cannot be read")
	}
	for _, key := range slices.Sorted(maps.Keys(c.Settings)) {
		if name, ok := strings.CutPrefix(key, filterKey); ok {
			f := SavedFilter{Name: name}
			if err := unmarshal(c.Settings[key], &f.Filter); err != nil {
				s.problem(tSettings, key, "setting", "the filter cannot be read")
				continue
			}
			c.Filters = append(c.Filters, f)
		}
		if id, ok := strings.CutPrefix(key, labelKey); ok {
			var label string
			if err := unmarshal(c.Settings[key], &label); err != nil {
				s.problem(tSettings, key, "setting", "the name of the article cannot be read")
				continue
			}
			c.Labels[geo.ArticleID(id)] = label
		}
		if address, ok := strings.CutPrefix(key, feedKey); ok {
			f := Feed{}
			if err := unmarshal(c.Settings[key], &f); err != nil {
				s.problem(tSettings, key, "setting", "the feed cannot be read")
				continue
			}
			f.Address = address
			_, offset := f.Checked.Zone()
			f.Checked = inZone(f.Checked, offset)
			c.Feeds = append(c.Feeds, f)
		}
		if id, ok := strings.CutPrefix(key, placeKey); ok {
			var place geo.Place
			if err := unmarshal(c.Settings[key], &place); err != nil || !onEarth(place.Point) {
				s.problem(tSettings, key, "setting", "the place cannot be read")
				continue
			}
			place.ID = geo.PlaceID(id)
			c.Places[place.ID] = place
		}
	}
	c.Problems = nil
	for _, where := range slices.Sorted(maps.Keys(s.problems)) {
		if c.Problems = append(c.Problems, s.problems[where]); len(c.Problems) == maxProblems {
			break
		}
	}
}

func unmarshal(raw json.RawMessage, v any) error {
	if raw == nil {
		return nil
	}
	return json.Unmarshal(raw, v)
}

// clip shortens a title for a message.
func clip(s string) string {
	if s == "" {
		return "an article without a title"
	}
	if r := []rune(s); len(r) > 60 {
		s = string(r[:59]) + "…"
	}
	return "“" + s + "”"
}

// formatTime keeps an instant and its distance from UTC exactly; the zero time
// is empty.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func parseTime(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}
	}
	_, offset := t.Zone()
	return inZone(t, offset)
}

// formatInterval is an ISO 8601 interval; unknown time is empty.
func formatInterval(iv geo.Interval) string {
	if !iv.Known() {
		return ""
	}
	return formatTime(iv.From) + "/" + formatTime(iv.To)
}

func parseInterval(s string) geo.Interval {
	from, to, _ := strings.Cut(s, "/")
	return geo.Interval{From: parseTime(from), To: parseTime(to)}
}

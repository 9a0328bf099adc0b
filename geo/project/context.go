package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// Context layers are kept whole in contested_context: what is said of a layer
// as JSON, so that renaming and hiding write little, its events in the form of
// readings (encode.go). The layers context, context_lines, context_areas and
// context_layers show them to other programs and are made from that.

// contextMeta is what is kept of a layer beside its events.
type contextMeta struct {
	ID          geo.ContextID `json:"id"`
	Name        string        `json:"name"`
	Publisher   string        `json:"publisher"`
	Licence     string        `json:"licence,omitempty"`
	Attribution string        `json:"attribution,omitempty"`
	Origin      string        `json:"origin,omitempty"`
	Format      string        `json:"format,omitempty"`
	Fetched     string        `json:"fetched,omitempty"`
	Hidden      bool          `json:"hidden,omitempty"`
}

func metaOf(l *geo.ContextLayer) contextMeta {
	return contextMeta{l.ID, l.Name, l.Publisher, l.Licence, l.Attribution, l.Origin, l.Format, formatTime(l.Fetched), l.Hidden}
}

func encodeEvents(events []geo.ContextEvent) ([]byte, error) {
	e := &encoder{b: make([]byte, 0, 64*len(events)), known: map[string]uint64{}}
	e.uint(codecVersion)
	e.uint(uint64(len(events)))
	for i := range events {
		v := &events[i]
		e.string(v.Ref)
		e.string(v.Title)
		e.string(v.Text)
		e.string(v.Kind)
		e.time(v.When.From)
		e.time(v.When.To)
		e.uint(math.Float64bits(v.Point[0]))
		e.uint(math.Float64bits(v.Point[1]))
		shape, err := encodeShape(v)
		if err != nil {
			return nil, err
		}
		e.string(string(shape))
		e.string(v.Link)
	}
	return e.b, nil
}

// encodeShape is the line or area of an event as a GeoPackage geometry; nothing
// where it has none.
func encodeShape(e *geo.ContextEvent) ([]byte, error) {
	switch g := e.Shape.(type) {
	case orb.MultiLineString:
		return gpkg.EncodeMultiLineString(g)
	case orb.MultiPolygon:
		return gpkg.EncodeMultiPolygon(g)
	}
	return nil, nil
}

var errContext = errors.New("the layer is damaged; remove it and add it again")

func decodeEvents(b []byte, m *shared) ([]geo.ContextEvent, error) {
	d := &decoder{b: b, shared: m}
	if d.uint() != codecVersion {
		return nil, errContext
	}
	events := items(d, func(e *geo.ContextEvent) {
		e.Ref, e.Title, e.Text, e.Kind = d.string(), d.string(), d.string(), d.string()
		e.When = geo.Interval{From: d.time(), To: d.time()}
		e.Point = orb.Point{math.Float64frombits(d.uint()), math.Float64frombits(d.uint())}
		if shape := d.string(); shape != "" {
			g, _, err := gpkg.Decode([]byte(shape))
			if err != nil || g == nil {
				d.fail()
			}
			e.Shape = g
		}
		e.Link = d.string()
		if d.err == nil && e.Validate() != nil {
			d.fail()
		}
	})
	if d.err != nil || len(d.b) != 0 || len(events) == 0 {
		return nil, errContext
	}
	return events, nil
}

func (s *state) putLayer(r *sqlite.Stmt) error {
	fid := r.ColumnInt64(0)
	var m contextMeta
	err := json.Unmarshal([]byte(r.ColumnText(1)), &m)
	l := geo.ContextLayer{ID: m.ID, Name: m.Name, Publisher: m.Publisher, Licence: m.Licence, Attribution: m.Attribution,
		Origin: m.Origin, Format: m.Format, Fetched: parseTime(m.Fetched), Hidden: m.Hidden}
	if err == nil {
		data := make([]byte, r.ColumnLen(2))
		r.ColumnBytes(2, data)
		l.Events, err = decodeEvents(data, s.memory)
	}
	if err != nil || l.ID == "" || l.Publisher == "" {
		s.problem(tOthers, fid, "context", clip(l.Name)+": "+errContext.Error())
		return nil
	}
	s.Context, s.layers = append(s.Context, l), append(s.layers, fid)
	return nil
}

// layerAt is the number and index of a layer by its id.
func (s *state) layerAt(id geo.ContextID) (fid int64, i int, ok bool) {
	i = slices.IndexFunc(s.Context, func(l geo.ContextLayer) bool { return l.ID == id })
	if i < 0 {
		return 0, 0, false
	}
	return s.layers[i], i, true
}

// AddContext adds a layer of others' events, as one action. A layer that is in
// the document already changes nothing.
func (p *Project) AddContext(name string, l geo.ContextLayer) error {
	return p.act(Action, name, func(w *writer) error {
		whole, err := geo.NewContextLayer(l)
		if err != nil {
			return fmt.Errorf("the layer %s cannot be kept: %w", clip(l.Name), err)
		}
		if _, _, there := p.state.layerAt(whole.ID); there {
			w.nothing = true
			return nil
		}
		return w.insertLayer(&whole)
	})
}

func (w *writer) insertLayer(l *geo.ContextLayer) error {
	data, err := encodeEvents(l.Events)
	if err != nil {
		return fmt.Errorf("the layer %s cannot be kept: %w", clip(l.Name), err)
	}
	meta, err := json.Marshal(metaOf(l))
	if err != nil {
		return err
	}
	if err := w.p.db.Exec("INSERT INTO contested_context (meta, data) VALUES (?, ?)", string(meta), data); err != nil {
		return err
	}
	w.touched.layers[w.p.db.LastInsertRowID()] = true
	return nil
}

// RemoveContext takes a layer of others' events out, as one action.
func (p *Project) RemoveContext(name string, id geo.ContextID) error {
	return p.act(Action, name, func(w *writer) error {
		fid, _, there := p.state.layerAt(id)
		if w.nothing = !there; !there {
			return nil
		}
		w.touched.layers[fid] = true
		return p.db.Exec("DELETE FROM contested_context WHERE layer = ?", fid)
	})
}

// ChangeContext renames a layer of others' events, shows or hides it, or states
// its publisher and licence anew, as one action. The events are those that the
// document has, whatever l holds; so is where they came from.
func (p *Project) ChangeContext(name string, l geo.ContextLayer) error {
	return p.act(Action, name, func(w *writer) error {
		fid, i, there := p.state.layerAt(l.ID)
		if !there {
			w.nothing = true
			return nil
		}
		if l.Publisher == "" {
			return errors.New("a layer of context names its publisher")
		}
		old := p.state.Context[i]
		was := old
		old.Name, old.Publisher, old.Licence, old.Attribution, old.Hidden = l.Name, l.Publisher, l.Licence, l.Attribution, l.Hidden
		if metaOf(&was) == metaOf(&old) {
			w.nothing = true
			return nil
		}
		meta, err := json.Marshal(metaOf(&old))
		if err != nil {
			return err
		}
		w.touched.layers[fid] = true
		return p.db.Exec("UPDATE contested_context SET meta = ? WHERE layer = ?", string(meta), fid)
	})
}

// contextRow is a row of one of the layers that show context: values for
// contextColumns, and the geometry.
type contextRow struct {
	table  string
	values []any
	geom   []byte
	bound  orb.Bound
}

func contextRowOf(fid int64, l *geo.ContextLayer, e *geo.ContextEvent) contextRow {
	happened := ""
	if e.When.Known() {
		happened = e.When.String()
	}
	row := contextRow{table: tContext, geom: gpkg.EncodePoint(e.Point), bound: e.Point.Bound(), values: []any{
		fid, l.Name, l.Publisher, e.Title, e.Text, e.Kind, happened, dateTime(e.When.From), dateTime(e.When.To), e.Link, e.Ref,
	}}
	if shape, err := encodeShape(e); err == nil && shape != nil {
		row.geom, row.bound = shape, e.Shape.Bound()
		if row.table = tLines; e.Shape.GeoJSONType() == "MultiPolygon" {
			row.table = tAreas
		}
	}
	return row
}

func layerValues(l *geo.ContextLayer) []any {
	return []any{string(l.ID), l.Name, l.Publisher, l.Licence, l.Attribution, l.Origin, l.Format, formatTime(l.Fetched), l.Hidden, len(l.Events)}
}

var contextTables = []string{tContext, tLines, tAreas}

// layer writes the rows that show a layer of context. Those that stay as they
// are, because the layer was only hidden or shown, are not written again.
func (s *show) layer(fid int64) error {
	db := s.p.db
	i, there := slices.BinarySearch(s.state.layers, fid)
	if there && s.showsLayer(fid, &s.state.Context[i]) {
		return s.putLayer(fid, &s.state.Context[i])
	}
	for _, t := range contextTables {
		if err := db.Exec("DELETE FROM "+t+" WHERE layer = ?", fid); err != nil {
			return err
		}
	}
	if !there {
		return db.Exec("DELETE FROM context_layers WHERE fid = ?", fid)
	}
	l := &s.state.Context[i]
	for k := range l.Events {
		row := contextRowOf(fid, l, &l.Events[k])
		s.extend(row.table, row.bound)
		err := db.Exec("INSERT INTO "+row.table+` (layer, layer_name, publisher, title, description, kind, happened, happened_from, happened_to, link, ref, geom)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(row.values, row.geom)...)
		if err != nil {
			return err
		}
	}
	return s.putLayer(fid, l)
}

func (s *show) putLayer(fid int64, l *geo.ContextLayer) error {
	args := append(layerValues(l), fid)
	err := s.p.db.Exec(`UPDATE context_layers SET layer_id = ?, name = ?, publisher = ?, licence = ?, attribution = ?, origin = ?, format = ?,
		fetched = ?, hidden = ?, events = ? WHERE fid = ?`, args...)
	if err != nil || s.p.db.Changes() > 0 {
		return err
	}
	return s.p.db.Exec(`INSERT INTO context_layers (layer_id, name, publisher, licence, attribution, origin, format, fetched, hidden, events, fid)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, args...)
}

// showsLayer reports whether the rows of a layer are those that would be
// written, in order.
func (s *show) showsLayer(fid int64, l *geo.ContextLayer) bool {
	at := map[string]int{} // by table: the event that its next row shows
	next := func(table string) *contextRow {
		for at[table] < len(l.Events) {
			row := contextRowOf(fid, l, &l.Events[at[table]])
			at[table]++
			if row.table == table {
				return &row
			}
		}
		return nil
	}
	same := true
	for _, t := range contextTables {
		err := s.p.db.Query("SELECT layer, layer_name, publisher, title, description, kind, happened, happened_from, happened_to, link, ref, geom FROM "+t+" WHERE layer = ? ORDER BY fid", func(r *sqlite.Stmt) error {
			want := next(t)
			if want == nil {
				same = false
				return nil
			}
			for i, v := range want.values {
				same = same && text(v) == r.ColumnText(i)
			}
			geom := make([]byte, r.ColumnLen(len(want.values)))
			r.ColumnBytes(len(want.values), geom)
			same = same && string(geom) == string(want.geom)
			return nil
		}, fid)
		if err != nil || next(t) != nil {
			return false
		}
	}
	return same
}

// stray are the rows of layers that the document does not have.
var stray = []string{
	"FROM context WHERE layer NOT IN (SELECT layer FROM contested_context)",
	"FROM context_lines WHERE layer NOT IN (SELECT layer FROM contested_context)",
	"FROM context_areas WHERE layer NOT IN (SELECT layer FROM contested_context)",
	"FROM context_layers WHERE fid NOT IN (SELECT layer FROM contested_context)",
}

func strayRows(db *gpkg.DB) (n int64, err error) {
	for _, q := range stray {
		k, err := db.Int("SELECT count(*) " + q)
		if err != nil {
			return 0, err
		}
		n += k
	}
	return n, nil
}

// layers puts back what another program changed in the layers of context: they
// are their publishers' words.
func (o *outside) layers() error {
	n, err := strayRows(o.p.db)
	if err != nil {
		return err
	}
	if n > 0 {
		for _, q := range stray {
			if err := o.p.db.Exec("DELETE " + q); err != nil {
				return err
			}
		}
		o.note("not taken over: %d rows in the layers of context, which belong to no layer", n)
	}
	for i := range o.p.state.Context {
		l, fid := &o.p.state.Context[i], o.p.state.layers[i]
		if !o.s.showsLayer(fid, l) || !o.s.showsMeta(fid, l) {
			o.w.touched.layers[fid] = true
			o.note("not taken over: the layer of context %s was changed; its events are its publisher's", clip(l.Name))
		}
	}
	return nil
}

func (s *show) showsMeta(fid int64, l *geo.ContextLayer) bool {
	same := false
	err := s.p.db.Query("SELECT layer_id, name, publisher, licence, attribution, origin, format, fetched, hidden, events FROM context_layers WHERE fid = ?", func(r *sqlite.Stmt) error {
		same = true
		for i, v := range layerValues(l) {
			same = same && text(v) == r.ColumnText(i)
		}
		return nil
	}, fid)
	return err == nil && same
}

// context checks that the layers of context show what came in.
func (c *checker) context() error {
	s := c.p.newShow(c.p.state)
	for i := range c.p.state.Context {
		l, fid := &c.p.state.Context[i], c.p.state.layers[i]
		where := fmt.Sprint(tLayers, " ", fid)
		if whole, err := geo.NewContextLayer(*l); err != nil {
			c.add("context", where, "the layer %s cannot be drawn: %v", clip(l.Name), err)
		} else if whole.ID != l.ID {
			c.add("context", where, "the events of %s are not what was added", clip(l.Name))
		}
		if !s.showsLayer(fid, l) || !s.showsMeta(fid, l) {
			c.add("context", where, "the layer of context %s shows something else than what was added", clip(l.Name))
		}
	}
	n, err := strayRows(c.p.db)
	if n > 0 {
		c.add("context", tContext, "%d rows belong to no layer", n)
	}
	return err
}

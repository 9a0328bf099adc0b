package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	"contested/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// MaxEvents is how many events one context layer may have.
const MaxEvents = 200_000

// ContextOptions say how [Context] reads. What is not given is taken from the
// file or, where it says nothing, from its name.
type ContextOptions struct {
	Name      string
	Publisher string
	Licence   string
	Now       func() time.Time // nil: [time.Now]
}

// contextForms names the forms in messages.
const contextForms = "Bellingcat or TimeMap events (.json), GeoJSON (.geojson), KML or KMZ (as GeoConfirmed has it), or CSV with latitude and longitude (as ACLED has it)"

// Context reads the events that somebody else has published, from a file or a
// web address, as a layer of its own. The form is told by the content. Events
// that have no position, or whose shape cannot be drawn, are items of skipped;
// the error says why nothing was read at all.
func Context(ctx context.Context, input string, o ContextOptions) (layer geo.ContextLayer, skipped []Item, err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	data, label, err := contextBytes(ctx, input)
	if err != nil {
		return layer, nil, fmt.Errorf("%s: %w", input, err)
	}
	c := contextReader{ctx: ctx, input: input}
	func() {
		defer func() { // as for articles: a bad file costs its item, never the program
			if v := recover(); v != nil {
				if _, ok := v.(runtime.Error); !ok {
					v = "it cannot be read"
				}
				err = fmt.Errorf("the file is damaged (%v); get it anew from its publisher", v)
			}
		}()
		err = c.read(data, label)
	}()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return layer, c.skipped, fmt.Errorf("%s: %w", input, err)
	}
	layer = c.layer
	layer.Origin, layer.Fetched, layer.Events = origin(input), o.Now().UTC(), c.events
	layer.Licence = first(o.Licence, layer.Licence)
	layer.Publisher = first(o.Publisher, layer.Publisher, host(input), "unnamed publisher")
	layer.Name = first(o.Name, layer.Name, strings.TrimSuffix(filepath.Base(input), filepath.Ext(input)))
	if layer, err = geo.NewContextLayer(layer); err != nil {
		return layer, c.skipped, fmt.Errorf("%s: %w", input, err)
	}
	return layer, c.skipped, nil
}

// contextBytes reads a file or fetches an address, within the limit.
func contextBytes(ctx context.Context, input string) (data []byte, label string, err error) {
	if webAddress(input) != "" {
		r := run{ctx: ctx, o: Options{Now: time.Now}, max: MaxDocument}
		d, err := r.get(input)
		return d.data, d.label, err
	}
	info, err := os.Stat(input)
	switch {
	case err != nil:
		return nil, "", plain(err)
	case info.IsDir():
		return nil, "", errors.New("it is a folder; name one file of events")
	case info.Size() > MaxDocument:
		return nil, "", tooLarge(info.Size(), MaxDocument, "take a part of it, such as one year")
	}
	f, err := os.Open(input)
	if err != nil {
		return nil, "", plain(err)
	}
	defer f.Close()
	if data, err = readAll(f, MaxDocument); errors.Is(err, errLimit) {
		return nil, "", tooLarge(-1, MaxDocument, "take a part of it, such as one year")
	} else if err != nil {
		return nil, "", plain(err)
	}
	return data, "", nil
}

// contextReader is one file of events being read.
type contextReader struct {
	ctx     context.Context
	input   string
	layer   geo.ContextLayer // what the file says of itself
	events  []geo.ContextEvent
	skipped []Item
	more    int // skipped beyond those that are listed
}

// read tells the form by the content and reads it.
func (c *contextReader) read(data []byte, label string) error {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		var err error
		if data, err = unpackKMZ(data); err != nil {
			return err
		}
	}
	if label == "" {
		label = declaredCharset(data)
	}
	s, _, err := decode(data, label)
	if err != nil {
		return fmt.Errorf("%w; context layers are %s", err, contextForms)
	}
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, "{"), strings.HasPrefix(s, "["):
		err = c.json(s)
	case strings.HasPrefix(s, "<"):
		err = c.kml(s)
	default:
		err = c.csv(s)
	}
	if c.more > 0 {
		c.skipped = append(c.skipped, Item{Input: c.input, Err: fmt.Errorf("and %d more were left out", c.more)})
	}
	return err
}

// unknownForm says what is read instead of what was given.
func unknownForm(what string) error {
	return fmt.Errorf("%s; context layers are %s. Articles are imported, not added as context", what, contextForms)
}

// unpackKMZ is the first .kml of an archive. Nothing is unpacked to disk, and
// what is unpacked is counted.
func unpackKMZ(b []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, errors.New("the archive is damaged; get it anew from its publisher")
	}
	for i, f := range z.File {
		if i == 10_000 {
			break
		}
		if !strings.EqualFold(filepath.Ext(f.Name), ".kml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, errors.New("the archive is damaged; get it anew from its publisher")
		}
		defer r.Close()
		data, err := readAll(r, MaxDocument)
		if errors.Is(err, errLimit) {
			return nil, tooLarge(-1, MaxDocument, "take a part of it, such as one year")
		}
		return data, err
	}
	return nil, unknownForm("the archive holds no .kml file")
}

// skip notes an event that is not taken. n counts from 1.
func (c *contextReader) skip(n int, err error) {
	if len(c.skipped) >= listed {
		c.more++
		return
	}
	c.skipped = append(c.skipped, Item{Input: fmt.Sprintf("%s, event %d", c.input, n), Err: err})
}

var (
	errNoPosition = errors.New("it has no position")
	errNullIsland = errors.New("its position is 0, 0, which stands for none")
)

// add takes an event, the n-th of the file, or notes why not.
func (c *contextReader) add(n int, e geo.ContextEvent) error {
	if len(c.events) == MaxEvents {
		return fmt.Errorf("it holds more than %d events; take a part of it, such as one year", MaxEvents)
	}
	if n%1000 == 0 && c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	e.Title, e.Kind = flat(e.Title), flat(e.Kind)
	e.Text = markup(e.Text)
	e.Link = webAddress(e.Link)
	if e.Title == "" {
		e.Title = short(flat(e.Text))
	}
	if e.Title == "" {
		e.Title = first(e.Kind, e.Ref, "event without a name")
	}
	if e.Shape == nil && e.Point == (orb.Point{}) {
		c.skip(n, errNullIsland)
		return nil
	}
	if err := e.Validate(); err != nil {
		c.skip(n, err)
		return nil
	}
	c.events = append(c.events, e)
	return nil
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// shaped gives an event a line or area, and the point on it where its symbol
// stands.
func shaped(e geo.ContextEvent, g orb.Geometry) geo.ContextEvent {
	e.Shape = g
	switch g := g.(type) {
	case orb.MultiLineString:
		if len(g) > 0 && len(g[0]) > 0 {
			e.Point = g[0][len(g[0])/2]
		}
	case orb.MultiPolygon:
		if len(g) > 0 && len(g[0]) > 0 && len(g[0][0]) > 0 {
			e.Point = g[0][0][0]
			if p, area := planar.CentroidArea(g); area != 0 && planar.MultiPolygonContains(g, p) {
				e.Point = p
			}
		}
	}
	return e
}

// closed is a ring that ends where it begins.
func closed(r orb.Ring) orb.Ring {
	if len(r) > 0 && r[0] != r[len(r)-1] {
		r = append(r, r[0])
	}
	return r
}

var leadingDate = regexp.MustCompile(`^\s*(\d{4}-\d\d-\d\d|\d{1,2}[ .-](?:\d{1,2}|[A-Za-z]{3,9})[ .-]\d{4})\b`)

// dateIn is the date that a title begins with, as GeoConfirmed writes it.
func dateIn(title string) geo.Interval {
	if m := leadingDate.FindStringSubmatch(title); m != nil {
		return parseDate(m[1])
	}
	return geo.Interval{}
}

// monthFirst reads dates as Bellingcat and TimeMap write them, 02/24/2022.
func monthFirst(s string) geo.Interval {
	if t, err := time.Parse("1/2/2006", strings.TrimSpace(s)); err == nil {
		return day(t)
	}
	return parseDate(s)
}

// host is the server of a web address, or nothing.
func host(input string) string {
	if webAddress(input) == "" {
		return ""
	}
	u, err := url.Parse(input)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// origin is the address or, of a file, its name without the folders, which are
// nobody's business in a file that is passed on.
func origin(input string) string {
	if webAddress(input) != "" {
		return input
	}
	return filepath.Base(input)
}

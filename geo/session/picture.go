package session

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/render"
	"contested/geo/tiles"
	"contested/geo/view"
)

// homeBound is what a map without a single place shows: the Donetsk region and
// its surroundings.
var homeBound = orb.Bound{Min: orb.Point{36.2, 46.9}, Max: orb.Point{39.2, 49.4}}

// fitZoom is the closest zoom that fitting chooses; one town alone is shown
// with its neighbours.
const fitZoom = 10.5

// Fit is v moved and zoomed so that what the shown claims are mainly about is
// seen, and the places that are left outside (see [render.Scene.Extent]).
func (s *State) Fit(v view.Viewport) (fitted view.Viewport, outside []geo.PlaceID) {
	b, outside, ok := (&render.Scene{Places: s.ByPlace()}).Extent()
	if !ok {
		b = homeBound
	}
	return v.Fit(b, fitPad(v), fitZoom), outside
}

// fitPad is what stays free around what is fitted, in dp: a tenth of the shorter
// side, and room for the symbols.
func fitPad(v view.Viewport) float64 { return 24 + 0.08*math.Min(v.Width, v.Height) }

// Picture says what a picture file is to show.
type Picture struct {
	Appearance
	Width, Height int           // pixels
	Density       float64       // device pixels per dp: symbols and text are drawn this much larger; 0: 1
	Bound         *orb.Bound    // show this; nil: View
	View          view.Viewport // show this centre and, so that what was seen is in the picture, at least this much around it; zero: fit to all
	DPI           float64       // written into the file; 0: as on a screen
	Layout        Layout
	Alt           string       // description for those who cannot see the picture; empty: [State.AltText]
	Room          *render.Room // what the furniture keeps room for; of a series
	Bare          bool         // leave out what the picture is drawn from, so that it cannot be opened again

	// Tiles, if not nil, is where the ground's picture comes from. Every tile has to
	// be there, unless Holes says that the built-in map may show where one is
	// missing: else the picture is not written. A file that carries what it shows
	// does not carry the tiles.
	Tiles tiles.Source
	Holes bool
}

// Layout is how a picture is laid out.
type Layout uint8

// The layouts.
const (
	MapLayout   Layout = iota // the map
	SheetLayout               // the map, its places numbered, and the quotes beside or beneath it
)

func (l Layout) String() string {
	if l == SheetLayout {
		return "sheet"
	}
	return "map"
}

// mapSize is the size in pixels of the picture's map.
func (p Picture) mapSize() (w, h int) {
	if p.Layout == SheetLayout {
		return render.SheetMap(p.Width, p.Height)
	}
	return p.Width, p.Height
}

// viewport is what the picture's map shows.
func (s *State) viewport(p Picture) (view.Viewport, error) {
	if p.Width < 64 || p.Height < 64 || p.Width > render.MaxSide || p.Height > render.MaxSide {
		return view.Viewport{}, fmt.Errorf("a picture of %d×%d pixels cannot be made; choose 64 to %d a side", p.Width, p.Height, render.MaxSide)
	}
	d := p.Density
	if d <= 0 {
		d = 1
	}
	w, h := p.mapSize()
	v := view.Viewport{Width: float64(w) / d, Height: float64(h) / d, Density: d}
	switch {
	case p.Bound != nil:
		if p.Bound.Min[0] >= p.Bound.Max[0] || p.Bound.Min[1] >= p.Bound.Max[1] {
			return v, fmt.Errorf("the box %v is empty; give west, south, east, north", *p.Bound)
		}
		v = v.Fit(*p.Bound, 0, view.MaxZoom)
	case p.View.Width > 0 && p.View.Height > 0:
		v.Centre = p.View.Centre
		v.Zoom = math.Max(view.MinZoom, math.Min(view.MaxZoom,
			p.View.Zoom+math.Log2(math.Min(v.Width/p.View.Width, v.Height/p.View.Height))))
	default:
		v, _ = s.Fit(v)
	}
	return v, nil
}

// WritePicture writes the picture of a state as PNG. The file carries what the
// picture is drawn from (see [ReadSnapshot]) unless the picture is Bare. The same
// state, picture and version of the program give the same bytes.
func (e *Engine) WritePicture(ctx context.Context, w io.Writer, s *State, p Picture) error {
	_, err := e.writePicture(ctx, w, s, p, PNG, nil)
	return err
}

// WritePictureAs writes the picture of a state in a format, all from one layout. It
// returns how many quotes found no room on a sheet.
func (e *Engine) WritePictureAs(ctx context.Context, w io.Writer, s *State, p Picture, f Format) (left int, err error) {
	done, err := e.writePicture(ctx, w, s, p, f, nil)
	return done.left, err
}

// wrote is what is to be known of a picture that was written.
type wrote struct {
	content []byte // what it carries; nil when it is bare
	alt     string
	table   string // the table of claims that a sheet names
	left    int    // quotes that found no room on it
}

// writePicture writes the picture of a state; drawn, if not nil, is told the hash
// of a PNG's pixels.
func (e *Engine) writePicture(ctx context.Context, w io.Writer, s *State, p Picture, f Format, drawn func([sha256.Size]byte)) (out wrote, err error) {
	painter, err := e.Painter()
	if err != nil {
		return out, err
	}
	ground, err := e.Ground()
	if err != nil {
		return out, err
	}
	p, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return out, err
	}
	out.alt = p.Alt
	sc := s.still(ground, p)
	if sc.Backdrop, err = p.backdrop(ctx, v); err != nil {
		return out, err
	}
	var content []byte
	if !p.Bare || p.Layout == SheetLayout {
		if content, err = s.content(p, v); err != nil {
			return out, err
		}
	}
	var sheet *render.Sheet
	if p.Layout == SheetLayout {
		sheet = s.sheet(p)
		out.table = "claims-" + Code(content) + ".csv"
		sheet.Table = out.table
	}
	if !p.Bare {
		out.content = content
		sc.Furniture.Code = Code(content)
	}
	if f != PNG {
		out.left, err = p.writeVector(ctx, w, painter, sc, v, sheet, f, out.content)
		return out, err
	}
	o := render.PNGOptions{DPI: p.resolution(v.Density), Texts: []render.PNGText{{Keyword: "Software", Text: "Contested"}}}
	if p.Title != "" {
		o.Texts = append(o.Texts, render.PNGText{Keyword: "Title", Text: p.Title})
	}
	o.Texts = append(o.Texts, render.PNGText{Keyword: "Description", Text: p.Alt})
	if !p.Bare {
		o.Texts = append(o.Texts, render.PNGText{Keyword: contentKeyword, Text: string(content), Compress: true})
		o.Seal = func(pixels [sha256.Size]byte) []render.PNGText {
			if drawn != nil {
				drawn(pixels)
			}
			b, _ := json.Marshal(seal{Code(content), hex.EncodeToString(pixels[:])}) // two strings cannot fail
			return []render.PNGText{{Keyword: sealKeyword, Text: string(b)}}
		}
	}
	if sheet != nil {
		out.left, err = painter.WriteSheet(ctx, w, sc, v, sheet, p.Width, p.Height, o)
		return out, err
	}
	return out, painter.WritePNG(ctx, w, sc, v, o)
}

// still is the scene of a picture.
func (s *State) still(ground *basemap.Ground, p Picture) *render.Scene {
	sc := s.Scene(ground, p.Appearance)
	sc.Still, sc.Furniture.Room = true, p.Room
	return sc
}

// complete fills in what a picture leaves to the state, and says what it shows:
// where nothing else is asked for, every place clear of the furniture.
func (s *State) complete(ctx context.Context, painter *render.Painter, ground *basemap.Ground, p Picture) (Picture, view.Viewport, error) {
	// What means the same is written the same.
	if p.Labels == geo.English {
		p.Labels = ""
	}
	p.Language = cmp.Or(p.Language, geo.English)
	if p.Density <= 0 {
		p.Density = 1
	}
	if s.Document.Example && p.Note == "" {
		p.Note = ExampleNote(p.Language)
	}
	if p.Key == nil {
		p.Key = s.Colouring(p.Colour)
	}
	if p.Alt == "" {
		p.Alt = s.AltText(p)
	}
	v, err := s.viewport(p)
	if err == nil && p.Bound == nil && p.View.Width <= 0 {
		sc := s.still(ground, p)
		if p.Tiles != nil {
			sc.Backdrop = tiles.Blank(p.Tiles.Info()) // whose attribution needs room
		}
		if !p.Bare {
			sc.Furniture.Code = Code(nil) // as long as the real one, which depends on the view
		}
		if b, _, ok := sc.Extent(); ok {
			v, err = painter.FitClear(ctx, sc, v, b, fitPad(v), fitZoom)
		}
	}
	return p, v, err
}

// Content is what the file of a picture carries, as JSON: the side file (see
// [SideFile]). Its [Code] is printed in the picture.
func (e *Engine) Content(ctx context.Context, s *State, p Picture) ([]byte, error) {
	painter, ground, err := e.studio()
	if err != nil {
		return nil, err
	}
	p, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return nil, err
	}
	return s.content(p, v)
}

// ExampleNote is the line that every picture of the example bears.
func ExampleNote(l geo.Language) string {
	switch l {
	case geo.Ukrainian:
		return "Приклад: статті написано для цієї програми"
	case geo.Russian:
		return "Пример: статьи написаны для этой программы"
	}
	return "Example: articles written for this program, not news"
}

// Ground is the ground that pictures of this session stand on.
func (s *Session) Ground() (*basemap.Ground, error) { return s.engine.Ground() }

// Painter is what paints them.
func (s *Session) Painter() (*render.Painter, error) { return s.engine.Painter() }

// region is the polygon of a region of the ground, for layers in the document.
func (s *Session) region(id geo.PlaceID) (orb.MultiPolygon, bool) {
	g, err := s.engine.Ground()
	if err != nil {
		return nil, false
	}
	r, ok := g.Region(string(id))
	if !ok {
		return nil, false
	}
	return polygons(r), true
}

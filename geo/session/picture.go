package session

import (
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
	b, outside, ok := (&render.Scene{Places: s.placeClaims()}).Extent()
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
	DPI           float64       // written into the file; 0: not
	Layout        Layout
	Alt           string // description for those who cannot see the picture; empty: [State.AltText]
	Bare          bool   // leave out what the picture is drawn from, so that it cannot be opened again

	// Tiles, if not nil, is where the ground's picture comes from. Every tile has to
	// be there: a picture with a hole is not written. A file that carries what it
	// shows does not carry the tiles.
	Tiles tiles.Source
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
	_, err := e.writePicture(ctx, w, s, p, nil)
	return err
}

// writePicture also returns what the file carries; drawn, if not nil, is told the
// hash of the pixels.
func (e *Engine) writePicture(ctx context.Context, w io.Writer, s *State, p Picture, drawn func([sha256.Size]byte)) (content []byte, err error) {
	painter, err := e.Painter()
	if err != nil {
		return nil, err
	}
	ground, err := e.Ground()
	if err != nil {
		return nil, err
	}
	p, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return nil, err
	}
	o := render.PNGOptions{DPI: p.DPI, Texts: []render.PNGText{{Keyword: "Software", Text: "Contested"}}}
	if p.Title != "" {
		o.Texts = append(o.Texts, render.PNGText{Keyword: "Title", Text: p.Title})
	}
	o.Texts = append(o.Texts, render.PNGText{Keyword: "Description", Text: p.Alt})
	sc := s.Scene(ground, p.Appearance)
	sc.Still = true
	if sc.Backdrop, err = p.backdrop(ctx, v); err != nil {
		return nil, err
	}
	if !p.Bare {
		if content, err = s.content(p, v); err != nil {
			return nil, err
		}
		sc.Furniture.Code = Code(content)
		o.Texts = append(o.Texts, render.PNGText{Keyword: contentKeyword, Text: string(content), Compress: true})
		o.Seal = func(pixels [sha256.Size]byte) []render.PNGText {
			if drawn != nil {
				drawn(pixels)
			}
			b, _ := json.Marshal(seal{Code(content), hex.EncodeToString(pixels[:])}) // two strings cannot fail
			return []render.PNGText{{Keyword: sealKeyword, Text: string(b)}}
		}
	}
	if p.Layout == SheetLayout {
		return content, painter.WriteSheet(ctx, w, sc, v, s.sheet(p), p.Width, p.Height, o)
	}
	return content, painter.WritePNG(ctx, w, sc, v, o)
}

// complete fills in what a picture leaves to the state, and says what it shows:
// where nothing else is asked for, every place clear of the furniture.
func (s *State) complete(ctx context.Context, painter *render.Painter, ground *basemap.Ground, p Picture) (Picture, view.Viewport, error) {
	if s.Document.Example && p.Note == "" {
		p.Note = ExampleNote(p.Language)
	}
	if p.Alt == "" {
		p.Alt = s.AltText(p)
	}
	v, err := s.viewport(p)
	if err == nil && p.Bound == nil && p.View.Width <= 0 {
		sc := s.Scene(ground, p.Appearance)
		sc.Still = true
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
	painter, err := e.Painter()
	if err != nil {
		return nil, err
	}
	ground, err := e.Ground()
	if err != nil {
		return nil, err
	}
	p, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return nil, err
	}
	return s.content(p, v)
}

// SavePicture writes the picture to a file, whole or not at all, in the format
// that its name asks for; PNG if it asks for none.
func (s *Session) SavePicture(ctx context.Context, path string, p Picture) error {
	format, _ := FormatOf(path)
	return WriteFile(path, func(w io.Writer) error { return s.engine.WritePictureAs(ctx, w, s.State(), p, format) })
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

package tiles

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"math"
	"sync"

	"contested/geo/view"
)

// Mosaic is the tiles of a source that lie under a view, joined into one picture.
// It is never changed once [Gather] has returned it, so that a picture that shows
// it depends on nothing else: no file, no network, no cache.
type Mosaic struct {
	// Image is the tiles side by side, premultiplied; transparent where one is
	// missing. It is nil when there is none at all.
	Image *image.RGBA
	// X and Y are the world coordinates of its corner and Size those of a pixel.
	// The corner lies near the view: X may be below 0 or above 1.
	X, Y, Size float64
	// Vectors is the tiles of a source of vector tiles instead; Image is nil then.
	Vectors []VectorTile
	Info    Info  // of the source
	Zoom    int   // of the tiles
	Wanted  int   // tiles under the view
	Missing int   // of these
	Late    int   // of the missing ones: they are on their way
	Err     error // why the first of the missing ones is missing

	across int // tiles
	have   []bool
	errs   []error // why each is missing
}

// VectorTile is a vector tile and where it lies: world coordinates are X + Size
// times those in the tile. X may be below 0 or above 1.
type VectorTile struct {
	*Shapes
	X, Y, Size     float64
	Zoom, Col, Row int // of the tile in the world: its name, in whichever copy
}

// Shown reports whether there is any raster tile in a mosaic, which may be nil.
func (m *Mosaic) Shown() bool { return m != nil && m.Image != nil }

// Blank is a mosaic of no tiles: what is known of a source before any was asked
// for.
func Blank(i Info) *Mosaic { return &Mosaic{Info: i} }

const (
	// mosaicTiles is the most tiles in a mosaic; a view that needs more gets those
	// of a lower zoom. They are 256 MB, enough for a picture of 8K.
	mosaicTiles = 1024
	// onlineTiles is the same of an online source: a view, not a region; those who
	// run tile servers ask for no bulk downloads.
	onlineTiles = 240
	gatherers   = 4
	// vectorSide is how many dp a vector tile covers at its own zoom, and vectorTiles
	// the most of them in a mosaic.
	vectorSide  = 512
	vectorTiles = 160
)

// span is a rectangle of tiles, the ends beyond the last; x may be below 0 or beyond
// the world, which repeats.
type span struct{ zoom, x0, y0, x1, y1 int }

// gridOf is the tiles of a source under a view; none where nothing of the earth is
// seen, or all of it is a speck. It fails when there would be too many.
func gridOf(i Info, v view.Viewport) (g span, err error) {
	side, scale := i.TileSize, v.Scale()
	if side <= 0 {
		side = 256
	}
	most := mosaicTiles
	if i.Vector {
		// What is drawn must not depend on the density of the screen.
		side, most = vectorSide, vectorTiles
		if v.Density > 0 {
			scale /= v.Density
		}
	}
	if i.Online {
		most = onlineTiles
	}
	minX, minY, maxX, maxY := v.WorldBound()
	minY, maxY = math.Max(0, minY), math.Min(1, maxY)
	if !(minX < maxX) || !(minY < maxY) || maxX-minX > 8 {
		return g, nil
	}
	g.zoom = int(math.Round(math.Log2(scale / float64(side))))
	for g.zoom = max(i.MinZoom, min(i.MaxZoom, g.zoom), 0); ; g.zoom-- {
		n := float64(int64(1) << g.zoom)
		g.x0, g.x1 = int(math.Floor(minX*n)), int(math.Ceil(maxX*n))
		g.y0, g.y1 = int(math.Floor(minY*n)), int(math.Ceil(maxY*n))
		count := (g.x1 - g.x0) * (g.y1 - g.y0)
		if count <= most {
			return g, nil
		}
		if g.zoom <= i.MinZoom {
			return span{}, fmt.Errorf("the map of %s begins at zoom %d, which is too near for this view: it would take %d tiles, and %d are the most; show a smaller area", i.named(), i.MinZoom, count, most)
		}
	}
}

// Serves reports whether a mosaic, which may be nil, is whole and holds every tile that
// one of the same source for a view would hold: a picture of the view is the same with
// either.
func (m *Mosaic) Serves(v view.Viewport) bool {
	if m == nil || m.across == 0 || m.Missing > 0 {
		return false
	}
	g, err := gridOf(m.Info, v)
	x0, y0 := m.corner()
	return err == nil && g.x0 < g.x1 && g.zoom == m.Zoom && g.x0 >= x0 && g.y0 >= y0 && g.x1 <= x0+m.across && g.y1 <= y0+m.Wanted/m.across
}

// corner is the first tile.
func (m *Mosaic) corner() (x, y int) {
	n := math.Ldexp(1, m.Zoom)
	return int(math.Round(m.X * n)), int(math.Round(m.Y * n))
}

// Under counts the tiles of a mosaic under a view, which may be smaller than what it
// was gathered for: all, those that are missing, those of these that are on their way;
// and says why the first of them is missing.
func (m *Mosaic) Under(v view.Viewport) (wanted, missing, late int, why error) {
	minX, minY, maxX, maxY := v.WorldBound()
	n := math.Ldexp(1, m.Zoom)
	x0, y0 := m.corner()
	for i, err := range m.errs {
		x, y := float64(x0+i%m.across), float64(y0+i/m.across)
		if x+1 <= minX*n || x >= maxX*n || y+1 <= minY*n || y >= maxY*n {
			continue
		}
		wanted++
		if err == nil {
			continue
		}
		if missing++; why == nil {
			why = err
		}
		if errors.Is(err, ErrLate) {
			late++
		}
	}
	return wanted, missing, late, why
}

// Gather gets the tiles under a view, with those at its edges as a whole. Tiles
// that cannot be had are counted and left out; it fails only when the source
// cannot give any (it was closed), when the view is too wide
// for it, or when ctx ends. Its goroutines have ended when it returns.
func Gather(ctx context.Context, s Source, v view.Viewport) (*Mosaic, error) {
	m := &Mosaic{Info: s.Info()}
	g, err := gridOf(m.Info, v)
	if err != nil || g.x0 == g.x1 {
		m.Zoom = g.zoom
		return m, err
	}
	m.Zoom = g.zoom
	x0, y0, y1 := g.x0, g.y0, g.y1
	m.across, m.Wanted = g.x1-g.x0, (g.x1-g.x0)*(g.y1-g.y0)
	m.X, m.Y = math.Ldexp(float64(x0), -m.Zoom), math.Ldexp(float64(y0), -m.Zoom)
	m.have = make([]bool, m.Wanted)
	got := make([]image.Image, m.Wanted)
	shapes := make([]*Shapes, m.Wanted)
	vectors, _ := s.(shaper)
	if m.Info.Vector && vectors == nil {
		return nil, ErrVector
	}
	errs := make([]error, m.Wanted)
	m.errs = errs
	next, mu := 0, sync.Mutex{}
	var wg sync.WaitGroup
	for range min(gatherers, m.Wanted) {
		wg.Go(func() {
			for ctx.Err() == nil {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= m.Wanted {
					return
				}
				wide := 1 << m.Zoom
				x := ((x0+i%m.across)%wide + wide) % wide // the world repeats eastwards
				if m.Info.Vector {
					shapes[i], errs[i] = vectors.shapes(ctx, m.Zoom, x, y0+i/m.across)
				} else {
					got[i], errs[i] = s.Tile(ctx, m.Zoom, x, y0+i/m.across)
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	pixels := 0 // a tile's side
	for i, err := range errs {
		switch {
		case errors.Is(err, ErrClosed), errors.Is(err, ErrVector):
			return nil, err
		case errors.Is(err, ErrLate):
			m.Missing++
			m.Late++
			if m.Err == nil {
				m.Err = err
			}
		case err != nil:
			if m.Missing++; m.Err == nil {
				m.Err = err
			}
		case m.Info.Vector:
			n := float64(int64(1) << m.Zoom)
			wide := 1 << m.Zoom
			x, y := x0+i%m.across, y0+i/m.across
			m.Vectors = append(m.Vectors, VectorTile{shapes[i], float64(x) / n, float64(y) / n, 1 / n, m.Zoom, (x%wide + wide) % wide, y})
		default:
			pixels = max(pixels, got[i].Bounds().Dx())
		}
	}
	if pixels == 0 {
		return m, nil
	}
	for pixels > 64 && m.Wanted*pixels*pixels > mosaicTiles*256*256 {
		pixels /= 2
	}
	m.Size = math.Ldexp(1, -m.Zoom) / float64(pixels)
	m.Image = image.NewRGBA(image.Rect(0, 0, m.across*pixels, (y1-y0)*pixels))
	for i, img := range got {
		if img == nil {
			continue
		}
		m.have[i] = true
		at := image.Pt(i%m.across*pixels, i/m.across*pixels)
		r := image.Rectangle{at, at.Add(image.Pt(pixels, pixels))}
		if b := img.Bounds(); b.Size() == r.Size() {
			draw.Draw(m.Image, r, img, b.Min, draw.Src)
		} else {
			resample(m.Image, r, img)
		}
	}
	return m, nil
}

// resample fills r with a tile of another size than the rest.
func resample(dst *image.RGBA, r image.Rectangle, img image.Image) {
	b := img.Bounds()
	for y := range r.Dy() {
		for x := range r.Dx() {
			dst.Set(r.Min.X+x, r.Min.Y+y, img.At(b.Min.X+x*b.Dx()/r.Dx(), b.Min.Y+y*b.Dy()/r.Dy()))
		}
	}
}

// Has reports whether there is a tile at a world coordinate, in whichever copy of
// the world.
func (m *Mosaic) Has(x, y float64) bool {
	if m == nil || m.across == 0 {
		return false
	}
	n := float64(int64(1) << m.Zoom)
	rows := len(m.have) / m.across
	j := int(math.Floor((y - m.Y) * n))
	if j < 0 || j >= rows {
		return false
	}
	for k := math.Floor(m.X - x); ; k++ {
		i := int(math.Floor((x + k - m.X) * n))
		if i >= m.across {
			return false
		}
		if i >= 0 {
			return m.have[j*m.across+i]
		}
	}
}

// Complete is an error that says what is missing, for pictures that are to have
// no holes; nil when nothing is.
func (m *Mosaic) Complete() error {
	if m.Missing == 0 {
		return nil
	}
	return fmt.Errorf("%d of %d tiles of zoom %d of %s are missing (%w); show an area that the map covers, use a map that covers this one, or leave the tiles out", m.Missing, m.Wanted, m.Zoom, m.Info.named(), m.Err)
}

// named is what a source is called in messages.
func (i Info) named() string {
	if i.Name == "" {
		return "the map"
	}
	return "“" + i.Name + "”"
}

package render

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"sync"

	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// insets is the painter's memory of furniture that was painted.
type insets struct {
	mu   sync.Mutex
	made map[string]*image.RGBA
}

const keptInsets = 64

func (n *insets) image(key string, draw func() *image.RGBA) *image.RGBA {
	n.mu.Lock()
	defer n.mu.Unlock()
	if m, ok := n.made[key]; ok {
		return m
	}
	if n.made == nil || len(n.made) >= keptInsets {
		n.made = map[string]*image.RGBA{}
	}
	m := draw()
	n.made[key] = m
	return m
}

// edge is how far furniture keeps from the frame and from each other, in dp.
const edge = 10.0

// piece is a card and where it stands, in pixels.
type piece struct {
	name string
	card *card
	key  string
	x, y int
}

func (p *piece) rect() image.Rectangle {
	w, h := p.card.pixels()
	return image.Rect(p.x, p.y, p.x+w, p.y+h)
}

// furnish lays out and paints the furniture of a picture. Where it does not fit
// it is set smaller, and at last left out piece by piece, the attribution last:
// nothing is cut and nothing overlaps.
func (p *Painter) furnish(c *picture) []Inset { return p.paintPieces(c.furniture(), NormalSight) }

// wanted says which furniture a picture is to have.
func (c *picture) wanted() map[string]bool {
	f := &c.scene.Furniture
	return map[string]bool{
		"title":       f.Title != "" || f.AsOf != "" || f.Note != "",
		"legend":      f.Legend && (c.present.with(f.Room) != present{} || len(f.HiddenVoice) > 0),
		"scale":       f.ScaleBar,
		"locator":     f.Locator && c.scene.Ground != nil && c.view.Zoom >= locatorFrom,
		"attribution": f.Attribution,
	}
}

func (p *Painter) pieces(c *picture) []piece {
	want := c.wanted()
	for _, drop := range []string{"", "locator", "scale", "legend", "title", "attribution"} {
		if drop != "" && !want[drop] {
			continue // it was not there to be left out
		}
		want[drop] = false
		for _, size := range furnitureSizes {
			for columns := 1; columns <= 3; columns++ {
				if pieces, ok := p.arrange(c, want, size, columns, bottomLeft); ok {
					return p.uncover(c, want, size, pieces)
				}
				if !want["legend"] {
					break
				}
			}
		}
	}
	return nil
}

// furnitureSizes are the sizes at which furniture is tried, the designed one first.
var furnitureSizes = []float64{1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42}

// corner is where a legend stands.
type corner uint8

const (
	bottomLeft  corner = iota // where it is looked for first
	topLeft                   // beneath the title
	topRight                  // beneath the locator
	bottomRight               // above the scale bar
)

// uncover is pieces that were laid out at a size or, in a still picture where
// these hide claims, what hides the fewest: the legend in another corner, in other
// columns or somewhat smaller. The pictures of a series keep theirs.
func (p *Painter) uncover(c *picture, want map[string]bool, size float64, pieces []piece) []piece {
	if !c.scene.Still || !want["legend"] || c.scene.Furniture.Room != nil {
		return pieces
	}
	signs := c.signs()
	least := hidden(signs, pieces)
	for _, s := range furnitureSizes {
		if s > size || s < 0.8*size {
			continue
		}
		for at := bottomLeft; at <= bottomRight; at++ {
			for columns := 1; columns <= 3; columns++ {
				if least == 0 {
					return pieces
				}
				if try, ok := p.arrange(c, want, s, columns, at); ok {
					if n := hidden(signs, try); n < least {
						pieces, least = try, n
					}
				}
			}
		}
	}
	return pieces
}

// signs are the boxes of what stands for claims in the view. A region's sign is not
// among them: it finds its place when the furniture has one.
func (c *picture) signs() (out []image.Rectangle) {
	l := c.layout
	w, h := c.view.PixelSize()
	whole := image.Rect(0, 0, w, h)
	c.worlds(func(shift, _, _, _, _ float64) {
		for i := range l.symbols {
			s := &l.symbols[i]
			at, r := c.pixel(s.x+shift, s.y), (s.radius+haloWidth*l.scale)*c.unit
			box := image.Rect(int(math.Floor(at.X-r)), int(math.Floor(at.Y-r)), int(math.Ceil(at.X+r)), int(math.Ceil(at.Y+r)))
			if s.kind != RegionHit && box.Overlaps(whole) {
				out = append(out, box)
			}
		}
	})
	return out
}

// hidden counts the signs that lie beneath pieces, whole or in part.
func hidden(signs []image.Rectangle, pieces []piece) (n int) {
	covers := make([]image.Rectangle, len(pieces))
	for i := range pieces {
		covers[i] = pieces[i].rect()
	}
	for _, s := range signs {
		if slices.ContainsFunc(covers, s.Overlaps) {
			n++
		}
	}
	return n
}

func (p *Painter) paintPieces(pieces []piece, sight Sight) []Inset {
	out := make([]Inset, 0, len(pieces))
	for _, k := range pieces {
		in := Inset{Name: k.name, X: k.x, Y: k.y, Image: p.insets.image(fmt.Sprintf("%d %s", sight, k.key), func() *image.RGBA {
			m := k.card.draw()
			sight.see(m, 1)
			return m
		})}
		for _, r := range k.card.rows {
			u := k.card.unit
			r.Bounds = image.Rect(int(r.x0*u), int(r.y0*u), int(math.Ceil(r.x1*u)), int(math.Ceil(r.y1*u))).Intersect(in.Image.Rect)
			in.Rows = append(in.Rows, r.LegendRow)
		}
		out = append(out, in)
	}
	return out
}

// arrange lays the wanted pieces out at a size, the legend in a number of columns in
// a corner; ok says whether they fit.
func (p *Painter) arrange(c *picture, want map[string]bool, size float64, columns int, at corner) (pieces []piece, ok bool) {
	f := &c.scene.Furniture
	w := c.scene.words()
	unit := c.unit * c.layout.scale * size
	pw, ph := c.view.PixelSize()
	room := image.Rect(0, 0, pw, ph).Inset(int(edge * c.unit))
	width, height := float64(room.Dx())/unit, float64(room.Dy())/unit // in the cards' dp
	if want["locator"] && size < 0.8 {
		return nil, false // nothing is to be made small for it
	}
	if width < 20 || height < 10 {
		return nil, len(want) == 0
	}
	newCard := func() *card {
		return &card{painter: p, style: c.style, name: c.scene.Style, key: c.scene.Key.look(), unit: unit}
	}
	add := func(name string, k *card, x, y int, key string) {
		pieces = append(pieces, piece{name, k, fmt.Sprintf("%s %d %g %d %s", name, c.scene.Style, unit, columns, key), x, y})
	}
	gap := int(math.Ceil(edge * c.unit))
	if want["title"] {
		k := newCard()
		k.title(f, math.Min(width-2*cardPad, math.Max(420, width*0.55)))
		add("title", k, room.Min.X, room.Min.Y, strings.Join([]string{f.Title, f.Note, f.AsOf, fmt.Sprint(int(width))}, "\x00")+f.Room.widest())
	}
	legendWidth, legend := 0, -1
	if want["legend"] {
		k := newCard()
		shown := c.present.with(f.Room)
		parts := legendParts(w, &shown, f.HiddenVoice)
		if (len(parts) < columns || f.Fold == FoldedLegend) && columns > 1 {
			return nil, false
		}
		wide := math.Min(width, math.Max(foldedWide, width/2))
		switch f.Fold {
		case FoldedLegend:
			k.foldedLegend(w, parts, wide)
		case UnfoldedLegend:
			k.legend(append(parts, folding(w)), columns)
			k.foldRow(w.fold)
		default:
			k.legend(parts, columns)
		}
		kw, kh := k.pixels()
		x, y := room.Min.X, room.Max.Y-kh
		switch at {
		case bottomLeft:
			legendWidth = kw + gap
		case topLeft:
			y = room.Min.Y
			if len(pieces) > 0 {
				y = pieces[0].rect().Max.Y + gap
			}
		case topRight, bottomRight:
			x, y = room.Max.X-kw, room.Min.Y // put right when what stands above or below it is known
		}
		legend = len(pieces)
		add("legend", k, x, y, fmt.Sprintf("%d %d %s", f.Fold, int(wide), describe(parts, &shown)+fmt.Sprint(c.scene.Key.look())))
	}
	bottom := room.Max.Y
	if want["attribution"] {
		k := newCard()
		text := w.borders
		if c.scene.Ground != nil {
			text = w.data + basemap.Attribution + ". " + text
		}
		if m := c.scene.Backdrop; m != nil && m.Info.Credit() != "" {
			text = w.tiles + m.Info.Credit() + ". " + text
		}
		if c.present.credit != "" {
			text = w.others + c.present.credit + ". " + text
		}
		if f.Code != "" {
			text = w.carries + f.Code + ". " + text // first: it must not be what is cut
		}
		beside := float64(room.Dx()-legendWidth)/unit - 2*6
		if beside < 90 {
			return nil, false
		}
		k.attribution(text, math.Min(beside, 560))
		kw, kh := k.pixels()
		bottom -= kh
		add("attribution", k, room.Max.X-kw, bottom, text+fmt.Sprint(int(beside)))
		bottom -= gap / 2
	}
	if want["scale"] {
		k := newCard()
		text, length := k.scaleBar(c, w)
		kw, kh := k.pixels()
		add("scale", k, room.Max.X-kw, bottom-kh, fmt.Sprint(text, length))
		bottom -= kh + gap
	}
	if want["locator"] {
		k := newCard()
		k.locator(c)
		kw, kh := k.pixels()
		add("locator", k, room.Max.X-kw, room.Min.Y, fmt.Sprint(c.view))
		if legend >= 0 && at == topRight {
			pieces[legend].y += kh + gap
		}
	}
	if legend >= 0 && at == bottomRight {
		pieces[legend].y = bottom - pieces[legend].rect().Dy()
	}
	area := 0
	for i := range pieces {
		r := pieces[i].rect()
		if !r.In(room) {
			return nil, false
		}
		area += r.Dx() * r.Dy()
		for k := range i {
			if r.Inset(-gap / 2).Overlaps(pieces[k].rect()) {
				return nil, false
			}
		}
	}
	// The map is to be seen as well.
	return pieces, area*20 < pw*ph*11
}

// title is the title block.
func (c *card) title(f *Furniture, width float64) {
	y, widest := cardPad-2, 0.0
	put := func(face faceName, size float64, text string, lines int) {
		if text == "" {
			return
		}
		ink := c.style.ink
		if face == italic {
			ink = c.style.faint
		}
		next, w := c.paragraph(face, size, ink, text, cardPad, y, width, lines)
		y, widest = next, max(widest, w)
	}
	put(bold, 18, f.Title, 3)
	put(regular, 12.5, f.AsOf, 2)
	widest = max(widest, math.Min(width, c.painter.faces[regular].Shape(f.Room.widest()).Extent(12.5, 0)))
	put(italic, 12, f.Note, 3)
	c.w, c.h = widest+2*cardPad, y+cardPad-3
}

// attribution is the line on data, borders and names.
func (c *card) attribution(text string, width float64) {
	const size = 9.5
	lines := func(width float64) int {
		return len(breakLines(text, func(s string) bool { return c.painter.faces[regular].Shape(s).Extent(size, 0) <= width }))
	}
	n := lines(width)
	for width > 90 && lines(width-10) == n { // as even as it can be
		width -= 10
	}
	y, w := c.paragraph(regular, size, c.style.faint, text, 6, 3, width, 12)
	c.w, c.h = w+12, y+4
}

// scaleBar is a bar of a round length, true at the latitude of the centre. It
// returns what it says and how long it is.
func (c *card) scaleBar(p *picture, w *words) (text string, length float64) {
	perDP := p.view.MetresPerDp() * c.unit / p.unit // metres to the card's dp
	metres := roundLength(130 * perDP)
	length = metres / perDP
	text = fmt.Sprintf("%g %s", metres, w.metres)
	if metres >= 1000 {
		text = fmt.Sprintf("%g %s", metres/1000, w.kilometres)
	}
	if p.view.Zoom < 7 {
		text += " " + fmt.Sprintf(w.trueAt, w.latitude(p.view.Centre[1]))
	}
	tw := c.write(regular, 11, c.style.ink, text, 8, 15)
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		x, y, h := 8*u, 20*u, 4.5*u
		rect := func(x0, y0, x1, y1 float64) {
			l.Ring([]raster.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}})
		}
		rect(x, y, x+length*u, y+h)
		l.Fill(raster.NonZero, raster.Solid(c.style.ink))
		b := max(1, u)
		rect(x+length*u/2, y+b, x+length*u-b, y+h-b)
		l.Fill(raster.NonZero, raster.Solid(c.style.paper))
	})
	c.w, c.h = math.Max(length, tw)+16, 31
	return text, length
}

// roundLength is the longest of 1, 2, 5, 10, 20 … metres that is not longer than
// most.
func roundLength(most float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(most)))
	for _, k := range []float64{5, 2} {
		if k*p <= most {
			return k * p
		}
	}
	return p
}

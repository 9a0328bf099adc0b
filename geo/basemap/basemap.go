// Package basemap is the ground of the map: land and sea, borders, rivers,
// built-up areas and the names that stand on them, from data that is built in.
//
// Borders are those that the United Nations recognise: Crimea, Donetsk and
// Luhansk lie in Ukraine. Coordinates are world coordinates of geo/view (the
// unit square, y downwards), so that a painter only scales and shifts.
package basemap

// Vertex is a point in world coordinates.
type Vertex struct{ X, Y float64 }

// Bound is a rectangle in world coordinates.
type Bound struct{ MinX, MinY, MaxX, MaxY float64 }

// Class is what a feature is. Classes are numbered in the order in which they
// are painted, from the bottom.
type Class uint8

// The classes. What no Land covers is sea.
const (
	Land          Class = iota // area
	Urban                      // area: built-up
	Lake                       // area: lakes and reservoirs
	River                      // line
	Admin1Border               // line: between oblasts, states, provinces
	CountryBorder              // line
	Coast                      // line: between land and sea
)

// Area reports whether features of the class are filled; the others are lines.
func (c Class) Area() bool { return c <= Lake }

// Feature is one thing on the ground. Features are shared and read-only.
//
// The parts of an area are rings without a repeated first vertex, to be filled
// together with the nonzero rule. Large areas are cut into cells that overlap a
// little; fill them opaquely (or all of a class in one path), and draw no
// outlines around them: coasts and borders are features of their own, each
// there once. Lakes are whole, and their outline is their shore; islands in them
// are rings the other way round.
//
// Ranks: of a CountryBorder, 1 is a border that is not agreed upon (Kashmir,
// Western Sahara, Kosovo …), to be dashed; of an Admin1Border, 0 is one within
// Ukraine; of a River, 0 to 3 from the Danube to the Bakhmutka.
type Feature struct {
	Class Class
	Rank  uint8     // 0 is the most important of its class; see below
	ID    string    // of named things; empty otherwise
	Names [3]string // English, Ukrainian, Russian; empty when unknown
	Parts [][]Vertex
	Bound Bound
}

// LabelKind is what a label names.
type LabelKind uint8

// The kinds of labels.
const (
	CountryLabel LabelKind = iota
	Admin1Label
	SeaLabel
	SettlementLabel
)

// Label is a name on the ground.
type Label struct {
	Kind       LabelKind
	Rank       uint8     // 0 is the most important of its kind
	ID         string    // "cty:UA", "adm:UA-14", "gn:704422"
	Names      [3]string // English, Ukrainian, Russian; the first is never empty
	At         Vertex    // the middle of the name; of a settlement its place
	MinZoom    float64   // shown from this zoom on
	MaxZoom    float64   // and below this one
	Population int       // of a settlement; 0 when unknown
	Capital    bool      // of a country, or of an oblast with Rank > 0
}

// Region is the whole shape of a country, an oblast or a named region.
type Region struct {
	ID    string // "adm:UA-14", "cty:UA", "reg:donbas", "reg:crimea"
	Names [3]string
	Rings [][]Vertex // outer rings and holes wind in opposite directions
	Bound Bound
}

// Attribution names the sources of the ground as their licences ask; the rest is
// in the licences folder of the assets.
const Attribution = "Natural Earth · GSHHG and DCW (LGPL) · GeoNames (CC BY 4.0) · OCHA (CC BY IGO)"

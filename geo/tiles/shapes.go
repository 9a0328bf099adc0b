package tiles

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Vertex is a point of a vector tile, in widths of the tile from its north-west
// corner. Shapes reach a little beyond the tile.
type Vertex struct{ X, Y float32 }

// ShapeClass is what a shape is, whatever schema the tile follows. Classes are
// numbered in the order in which they are painted, from the bottom.
type ShapeClass uint8

// The classes: areas, then lines.
const (
	Wood       ShapeClass = iota // also parks and other green
	BuiltUp                      // where people live
	Industry                     // plants, railway yards, airfields
	Water                        // sea, lakes, wide rivers
	Building                     //
	Stream                       // from here on lines
	Waterway                     // river or canal
	Path                         //
	Track                        //
	MinorRoad                    //
	Tertiary                     //
	Secondary                    //
	Primary                      //
	Trunk                        //
	Motorway                     //
	Rail                         //
	ClassCount                   // how many there are
)

// Area reports whether shapes of the class are filled; the others are lines.
func (c ShapeClass) Area() bool { return c <= Building }

// Shape is one thing in a vector tile. It is shared and read-only.
type Shape struct {
	Class ShapeClass
	Parts [][]Vertex // lines, or rings for the nonzero rule
}

// Settlement is the name of a town or village in a vector tile.
type Settlement struct {
	At         Vertex
	Names      [3]string // English or Latin, Ukrainian, Russian; the first is never empty
	Population int       // 0 when unknown
	Rank       int       // 0 city, 1 town, 2 village, 3 hamlet, 4 a part of one
}

// Shapes is what is drawn of a vector tile: shapes in painting order and the names
// of settlements, the most important first. Borders are left out: they are drawn
// from the built-in ground. It is shared and read-only.
type Shapes struct {
	List        []Shape
	Settlements []Settlement
	bytes       int
}

// shaper is a source of vector tiles.
type shaper interface {
	shapes(ctx context.Context, z, x, y int) (*Shapes, error)
}

func (m *MBTiles) shapes(ctx context.Context, z, x, y int) (*Shapes, error) {
	data, err := m.bytes(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	if len(data) > 2 && data[0] == 0x1f && data[1] == 0x8b { // the format asks for gzip, some files have none
		if data, err = pmUnpack(data, pmGzip, maxTileBytes); err != nil {
			return nil, errMVT
		}
	}
	return decodeShapes(data)
}

func (p *PMTiles) shapes(ctx context.Context, z, x, y int) (*Shapes, error) {
	data, err := p.bytes(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	return decodeShapes(data)
}

// decodeShapes reads a tile of the schema of OpenMapTiles (openmaptiles.org/schema),
// of Protomaps (docs.protomaps.com/basemaps/layers) or of Shortbread
// (shortbread-tiles.org/schema). Layers of other names are left out.
func decodeShapes(data []byte) (*Shapes, error) {
	s := &Shapes{}
	room := maxVertices
	err := mvtLayers(data, func(l *mvtLayer) error {
		class := layerClasses[l.name]
		if class == nil && l.name != "place" && l.name != "places" && l.name != "place_labels" {
			return nil
		}
		for _, b := range l.features {
			f, err := l.feature(b)
			if err != nil {
				return err
			}
			if class == nil {
				if err := s.addSettlement(&f, &room); err != nil {
					return err
				}
				continue
			}
			c, ok := class(&f)
			if !ok || c.Area() != (f.kind == 3) || f.kind != 2 && f.kind != 3 {
				continue
			}
			parts, err := f.parts(&room)
			if err != nil {
				return err
			}
			least := 2
			if c.Area() {
				least = 3
			}
			parts = slices.DeleteFunc(parts, func(p []Vertex) bool { return len(p) < least })
			if len(parts) == 0 {
				continue
			}
			if len(s.List) >= maxShapes {
				return errMVT
			}
			s.List = append(s.List, Shape{c, parts})
			s.bytes += 40
			for _, p := range parts {
				s.bytes += 24 + 8*len(p)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(s.List, func(a, b Shape) int { return cmp.Compare(a.Class, b.Class) })
	slices.SortStableFunc(s.Settlements, func(a, b Settlement) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Population, a.Population), cmp.Compare(a.Names[0], b.Names[0]))
	})
	s.bytes += 120 * len(s.Settlements)
	return s, nil
}

// settlementRanks are the kinds of settlements in all schemas ("class" of one,
// "kind_detail" or "kind" of the others).
var settlementRanks = map[string]int{
	"capital": 0, "state_capital": 0, "city": 0, "town": 1, "village": 2, "hamlet": 3, "isolated_dwelling": 3, "farm": 3, "locality": 3,
	"suburb": 4, "quarter": 4, "neighbourhood": 4,
}

func (s *Shapes) addSettlement(f *mvtFeature, room *int) error {
	rank, ok := settlementRanks[f.tag("class")]
	for _, key := range []string{"kind_detail", "pmap:kind_detail", "kind", "pmap:kind"} {
		if !ok {
			rank, ok = settlementRanks[f.tag(key)]
		}
	}
	if !ok || f.kind != 1 {
		return nil
	}
	parts, err := f.parts(room)
	if err != nil || len(parts) == 0 {
		return err
	}
	at := parts[0][0]
	if at.X < 0 || at.X >= 1 || at.Y < 0 || at.Y >= 1 {
		return nil // the neighbouring tile has it too
	}
	n := Settlement{At: at, Rank: rank, Names: [3]string{
		cmp.Or(f.tag("name:en"), f.tag("name_en"), f.tag("name:latin"), f.tag("name_int"), f.tag("name")),
		cmp.Or(f.tag("name:uk"), f.tag("name_uk")), cmp.Or(f.tag("name:ru"), f.tag("name_ru")),
	}}
	if p, ok := f.number("population"); ok && p > 0 && p < 1e9 {
		n.Population = int(p)
	}
	for i, name := range n.Names {
		if n.Names[i] = strings.TrimSpace(name); len(n.Names[i]) > 120 {
			return nil
		}
	}
	if n.Names[0] != "" && len(s.Settlements) < maxShapes {
		s.Settlements = append(s.Settlements, n)
	}
	return nil
}

// layerClasses says how the features of a layer are classed.
var layerClasses = map[string]func(f *mvtFeature) (ShapeClass, bool){
	// OpenMapTiles
	"landcover":      func(f *mvtFeature) (ShapeClass, bool) { return areaClass(f) },
	"park":           func(f *mvtFeature) (ShapeClass, bool) { return Wood, true },
	"waterway":       waterLine,
	"transportation": roadClass,
	"building":       func(f *mvtFeature) (ShapeClass, bool) { return Building, true },
	"aeroway":        func(f *mvtFeature) (ShapeClass, bool) { return Industry, f.kind == 3 },
	// Protomaps
	"natural":   func(f *mvtFeature) (ShapeClass, bool) { return areaClass(f) },
	"roads":     roadClass,
	"transit":   roadClass,
	"buildings": func(f *mvtFeature) (ShapeClass, bool) { return Building, true },
	// Shortbread, whose buildings are called as those of Protomaps are
	"land":           func(f *mvtFeature) (ShapeClass, bool) { return areaClass(f) },
	"ocean":          func(f *mvtFeature) (ShapeClass, bool) { return Water, true },
	"water_polygons": func(f *mvtFeature) (ShapeClass, bool) { return Water, kindOf(f) != "glacier" },
	"water_lines":    waterLine,
	"streets":        roadClass,
	// OpenMapTiles and Protomaps
	"landuse": func(f *mvtFeature) (ShapeClass, bool) { return areaClass(f) },
	"water": func(f *mvtFeature) (ShapeClass, bool) {
		if f.kind == 2 {
			return waterLine(f)
		}
		return Water, true
	},
}

// kindOf is what a feature is called, in any schema.
func kindOf(f *mvtFeature) string {
	return cmp.Or(f.tag("class"), f.tag("kind"), f.tag("pmap:kind"))
}

var areaClasses = map[string]ShapeClass{
	"wood": Wood, "forest": Wood, "grass": Wood, "park": Wood, "nature_reserve": Wood, "national_park": Wood,
	"cemetery": Wood, "protected_area": Wood, "golf_course": Wood, "orchard": Wood, "scrub": Wood, "wetland": Wood,
	"residential": BuiltUp, "suburb": BuiltUp, "neighbourhood": BuiltUp, "quarter": BuiltUp, "urban_area": BuiltUp,
	"commercial": BuiltUp, "retail": BuiltUp,
	"industrial": Industry, "railway": Industry, "aerodrome": Industry, "runway": Industry, "military": Industry, "quarry": Industry,
	"garages": Industry, "grave_yard": Wood, "garden": Wood, "swamp": Wood, "marsh": Wood, "village_green": Wood, "recreation_ground": Wood,
}

func areaClass(f *mvtFeature) (ShapeClass, bool) {
	c, ok := areaClasses[kindOf(f)]
	return c, ok
}

func waterLine(f *mvtFeature) (ShapeClass, bool) {
	switch kindOf(f) {
	case "river", "canal":
		return Waterway, true
	case "stream", "drain", "ditch":
		return Stream, true
	}
	return Stream, false
}

var roadClasses = map[string]ShapeClass{
	"motorway": Motorway, "trunk": Trunk, "primary": Primary, "secondary": Secondary, "tertiary": Tertiary,
	"minor": MinorRoad, "service": Track, "track": Track, "path": Path, "pedestrian": Path, "footway": Path,
	"rail": Rail, "railway": Rail, "transit": Rail, "narrow_gauge": Rail, "light_rail": Rail,
	"motorway_link": Primary, "trunk_link": Primary, "primary_link": Secondary, "secondary_link": Tertiary, "tertiary_link": MinorRoad,
	"residential": MinorRoad, "unclassified": MinorRoad, "living_street": MinorRoad,
	"highway": Motorway, "major_road": Primary, "medium_road": Tertiary, "minor_road": MinorRoad, "other": Track,
}

// roadClass classes roads and railways. Protomaps says in "kind" how a road is
// drawn and in "kind_detail" what it is; tunnels are left out.
func roadClass(f *mvtFeature) (ShapeClass, bool) {
	if f.kind != 2 || f.tag("brunnel") == "tunnel" || f.tag("is_tunnel") == "true" || f.tag("tunnel") == "true" {
		return 0, false
	}
	kind := kindOf(f)
	if kind == "rail" || kind == "transit" {
		return Rail, true
	}
	for _, key := range []string{"kind_detail", "pmap:kind_detail"} {
		if c, ok := roadClasses[f.tag(key)]; ok {
			return c, true
		}
	}
	c, ok := roadClasses[kind]
	if ok && (f.tag("ramp") == "1" || f.tag("link") == "true") && c > Tertiary && c != Rail {
		c = Tertiary
	}
	return c, ok
}

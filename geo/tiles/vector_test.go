package tiles

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"

	"contested/geo/view"
)

// packed encodes layers with the encoder of orb, as other programs do.
func packed(t testing.TB, layers map[string]*geojson.FeatureCollection) []byte {
	t.Helper()
	b, err := mvt.Marshal(mvt.NewLayers(layers))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func thing(g orb.Geometry, tags map[string]any) *geojson.Feature {
	f := geojson.NewFeature(g)
	f.Properties = tags
	return f
}

func things(f ...*geojson.Feature) *geojson.FeatureCollection {
	return &geojson.FeatureCollection{Features: f}
}

var (
	square = orb.Polygon{{{1024, 1024}, {2048, 1024}, {2048, 2048}, {1024, 2048}, {1024, 1024}}}
	across = orb.LineString{{0, 2048}, {4096, 2048}}
	middle = orb.Point{2048, 1024}
)

// openMapTiles, protomaps and shortbread are the same invented country in the three
// schemas.
func openMapTiles(t testing.TB) []byte {
	return packed(t, map[string]*geojson.FeatureCollection{
		"landuse":        things(thing(square, map[string]any{"class": "residential"})),
		"landcover":      things(thing(square, map[string]any{"class": "wood"}), thing(square, map[string]any{"class": "rock"})),
		"water":          things(thing(square, map[string]any{"class": "lake"})),
		"waterway":       things(thing(across, map[string]any{"class": "river"}), thing(across, map[string]any{"class": "stream"})),
		"building":       things(thing(square, nil)),
		"transportation": things(thing(across, map[string]any{"class": "motorway"}), thing(across, map[string]any{"class": "minor"}), thing(across, map[string]any{"class": "rail"}), thing(across, map[string]any{"class": "primary", "brunnel": "tunnel"})),
		"boundary":       things(thing(across, map[string]any{"admin_level": 2})),
		"place":          things(thing(middle, map[string]any{"class": "village", "name": "Вигадане", "name:en": "Vyhadane", "name:uk": "Вигадане", "rank": 11}), thing(middle, map[string]any{"class": "country", "name": "Nowhere"})),
	})
}

func protomaps(t testing.TB) []byte {
	return packed(t, map[string]*geojson.FeatureCollection{
		"landuse":    things(thing(square, map[string]any{"kind": "residential"}), thing(square, map[string]any{"kind": "wood"}), thing(square, map[string]any{"kind": "pier"})),
		"earth":      things(thing(square, map[string]any{"kind": "earth"})),
		"water":      things(thing(square, map[string]any{"kind": "lake"}), thing(across, map[string]any{"kind": "river"}), thing(across, map[string]any{"kind": "stream"})),
		"buildings":  things(thing(square, map[string]any{"kind": "building"})),
		"roads":      things(thing(across, map[string]any{"kind": "highway", "kind_detail": "motorway"}), thing(across, map[string]any{"kind": "minor_road", "kind_detail": "residential"}), thing(across, map[string]any{"kind": "rail"}), thing(across, map[string]any{"kind": "major_road", "is_tunnel": true})),
		"boundaries": things(thing(across, map[string]any{"kind": "country"})),
		"places":     things(thing(middle, map[string]any{"kind": "locality", "kind_detail": "village", "name": "Вигадане", "name:en": "Vyhadane", "name:uk": "Вигадане", "population": 812}), thing(middle, map[string]any{"kind": "country", "name": "Nowhere"})),
	})
}

func shortbread(t testing.TB) []byte {
	return packed(t, map[string]*geojson.FeatureCollection{
		"land":           things(thing(square, map[string]any{"kind": "residential"}), thing(square, map[string]any{"kind": "forest"}), thing(square, map[string]any{"kind": "sand"})),
		"water_polygons": things(thing(square, map[string]any{"kind": "water"}), thing(square, map[string]any{"kind": "glacier"})),
		"water_lines":    things(thing(across, map[string]any{"kind": "river"}), thing(across, map[string]any{"kind": "stream"})),
		"buildings":      things(thing(square, nil)),
		"streets":        things(thing(across, map[string]any{"kind": "motorway"}), thing(across, map[string]any{"kind": "residential"}), thing(across, map[string]any{"kind": "rail"}), thing(across, map[string]any{"kind": "primary", "tunnel": true})),
		"boundaries":     things(thing(across, map[string]any{"admin_level": 2})),
		"place_labels":   things(thing(middle, map[string]any{"kind": "village", "name": "Вигадане", "name_en": "Vyhadane", "name_uk": "Вигадане", "population": 812}), thing(middle, map[string]any{"kind": "island", "name": "Nowhere"})),
	})
}

func classes(s *Shapes) (out []ShapeClass) {
	for _, x := range s.List {
		out = append(out, x.Class)
	}
	return out
}

// All schemas give the same classes, in painting order, and the same village.
func TestVectorSchemas(t *testing.T) {
	for name, data := range map[string][]byte{"OpenMapTiles": openMapTiles(t), "Protomaps": protomaps(t), "Shortbread": shortbread(t)} {
		s, err := decodeShapes(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, want := classes(s), []ShapeClass{Wood, BuiltUp, Water, Building, Stream, Waterway, MinorRoad, Motorway, Rail}; !slices.Equal(got, want) {
			t.Errorf("%s: classes %v, want %v", name, got, want)
		}
		if len(s.Settlements) != 1 {
			t.Fatalf("%s: %d settlements", name, len(s.Settlements))
		}
		v := s.Settlements[0]
		if v.Names != [3]string{"Vyhadane", "Вигадане", ""} || v.Rank != 2 || v.At != (Vertex{0.5, 0.25}) || name == "Protomaps" && v.Population != 812 {
			t.Errorf("%s: the village is %+v", name, v)
		}
		if got := s.List[2].Parts; len(got) != 1 || len(got[0]) != 4 || !slices.Contains(got[0], Vertex{0.25, 0.5}) {
			t.Errorf("%s: the lake is %v", name, got)
		}
		if got := s.List[7].Parts; !reflect.DeepEqual(got, [][]Vertex{{{0, 0.5}, {1, 0.5}}}) {
			t.Errorf("%s: the motorway is %v", name, got)
		}
	}
}

// What orb's decoder sees in its own fixtures ours does, in the layers it keeps.
func TestVectorGeometryLikeOrbs(t *testing.T) {
	data := openMapTiles(t)
	layers, err := mvt.Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, l := range layers {
		for _, f := range l.Features {
			if g, ok := f.Geometry.(orb.LineString); ok && l.Name == "waterway" {
				want += len(g)
			}
		}
	}
	s, _ := decodeShapes(data)
	got := 0
	for _, x := range s.List {
		if x.Class == Stream || x.Class == Waterway {
			for _, p := range x.Parts {
				got += len(p)
			}
		}
	}
	if want == 0 || got != want {
		t.Errorf("%d vertices of waterways, orb sees %d", got, want)
	}
}

// A file with a tile of 5/18/11 in either container is gathered where it lies; a
// broken tile, one that claims more than it has and one that is too large are
// missing, with the reason; nothing else is.
func TestVectorFiles(t *testing.T) {
	good := openMapTiles(t)
	archive := func(data []byte) string {
		name := filepath.Join(t.TempDir(), "made.pmtiles")
		b := pmtiles([]pmTile{{5, 18, 11, data}}, pmGzip, true)
		b[99] = pmVector
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	at := view.Viewport{Centre: orb.Point{28, 47.8}, Zoom: 6, Width: 200, Height: 100, Density: 1}
	for name, c := range map[string]struct {
		file    string
		trouble string
	}{
		"pmtiles":            {file: archive(good)},
		"mbtiles":            {file: mbtiles(t, "pbf", good)},
		"broken":             {archive(good[:len(good)/2]), "broken"},
		"no vector tile":     {archive([]byte("plainly no tile")), "broken"},
		"claims 2^28 points": {archive([]byte{0x1a, 23, 0x78, 2, 0x0a, 5, 'p', 'l', 'a', 'c', 'e', 0x12, 10, 0x18, 1, 0x22, 6, 0x81, 0x80, 0x80, 0x80, 0x08, 2}), ""},
		"huge":               {archive(make([]byte, maxTileBytes+1)), "cannot be unpacked"},
	} {
		s, err := OpenFile(c.file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		s = Keep(s, 4)
		for range 2 { // the second time from what is kept
			m, err := Gather(context.Background(), s, at)
			switch {
			case err != nil:
				t.Errorf("%s: %v", name, err)
			case c.trouble != "":
				if m.Missing == 0 || m.Err == nil || !strings.Contains(m.Err.Error(), c.trouble) || len(m.Vectors) != 0 {
					t.Errorf("%s: %d missing, %v", name, m.Missing, m.Err)
				}
			case name != "claims 2^28 points":
				if len(m.Vectors) != 1 || m.Vectors[0].Col != 18 || m.Vectors[0].Row != 11 || m.Vectors[0].Size != 1./32 || m.Vectors[0].X != 18./32 {
					t.Errorf("%s: gathered %+v", name, m.Vectors)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What is kept of vector tiles stays within its bound.
func TestVectorsKeptWithinBound(t *testing.T) {
	k := Keep(vectorsOf{}, 4).(*kept)
	for x := range 40 {
		if _, err := k.shapes(context.Background(), 10, x, 0); err != nil {
			t.Fatal(err)
		}
	}
	if k.bytes > keptShapes || len(k.drawn) == 0 || len(k.drawn) != len(k.order) {
		t.Errorf("%d bytes of %d tiles are kept", k.bytes, len(k.drawn))
	}
}

type vectorsOf struct{ Source }

func (vectorsOf) shapes(context.Context, int, int, int) (*Shapes, error) {
	return &Shapes{bytes: keptShapes / 10}, nil
}

func FuzzDecodeShapes(f *testing.F) {
	f.Add(openMapTiles(f))
	f.Add(protomaps(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := decodeShapes(data)
		if err != nil {
			return
		}
		for _, x := range s.List {
			if x.Class >= ClassCount || len(x.Parts) == 0 {
				t.Fatalf("a shape %+v", x)
			}
		}
	})
}

func BenchmarkDecodeShapes(b *testing.B) {
	var roads []*geojson.Feature
	for i := range 4000 {
		l := orb.LineString{}
		for k := range 12 {
			l = append(l, orb.Point{float64((i*37 + k*53) % 4096), float64((i*91 + k*29) % 4096)})
		}
		roads = append(roads, thing(l, map[string]any{"class": []string{"minor", "primary", "track"}[i%3], "name": "Street", "oneway": 1}))
	}
	data := packed(b, map[string]*geojson.FeatureCollection{"transportation": things(roads...)})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decodeShapes(data); err != nil {
			b.Fatal(err)
		}
	}
}

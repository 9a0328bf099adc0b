package basemap

import (
	"bytes"
	"maps"
	"math"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

// small is a ground of one square country with a river, made by the encoder.
func small() fstest.MapFS {
	square := [][]Vertex{{{0.25, 0.25}, {0.25, 0.5}, {0.5, 0.5}}, {{0.5, 0.5}, {0.5, 0.25}, {0.25, 0.25}}}
	shapes := EncodeShapes([]Block{
		{Class: Coast, MinZoom: 1, Bits: 20, Features: []Feature{{Class: Coast, Parts: square[:1]}, {Class: Coast, Parts: square[1:]}}},
		{Class: River, MinZoom: 2.5, MaxZoom: 9, Bits: 24, Features: []Feature{{
			Class: River, Rank: 2, ID: "riv:one", Names: [3]string{"One", "Один", "Один"},
			Parts: [][]Vertex{{{0.3, 0.3}, {0.4, 0.45}}},
		}}},
	})
	index := EncodeIndex(3, []RegionOutline{{
		ID: "adm:AA-1", Country: "AA", Bound: Bound{0.25, 0.25, 0.5, 0.5}, Rings: [][]PartRef{{{Part: 0}, {Part: 1}}},
	}, {
		ID: "reg:other-way", Bound: Bound{0.25, 0.25, 0.5, 0.5}, Rings: [][]PartRef{{{1, true}, {0, true}}},
	}}, []Label{{Kind: SettlementLabel, Rank: 3, ID: "gn:1", Names: [3]string{"Town", "Місто", ""}, At: Vertex{0.375, 0.375}, MinZoom: 6.5, Population: 4000, Capital: true}})
	return fstest.MapFS{"ground/a.ground": {Data: shapes}, "ground/index.ground": {Data: index}}
}

func TestWhatIsEncodedIsDecoded(t *testing.T) {
	g, err := Load(small())
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	var river *Feature
	classes := []Class{}
	g.Visit(0, 0, 1, 1, 3, func(f *Feature) bool {
		classes = append(classes, f.Class)
		if f.Class == River {
			river = f
		}
		return true
	})
	if !slices.Equal(classes, []Class{River, Coast, Coast}) {
		t.Fatalf("classes %v", classes)
	}
	if river.ID != "riv:one" || river.Names[1] != "Один" || river.Rank != 2 {
		t.Errorf("the river came out as %+v", river)
	}
	if v := river.Parts[0][1]; math.Abs(v.X-0.4) > 1e-7 || math.Abs(v.Y-0.45) > 1e-7 {
		t.Errorf("the river ends at %v", v)
	}
	for zoom, want := range map[float64]int{2: 2, 2.5: 3, 8.99: 3, 9: 2} {
		n := 0
		g.Visit(0, 0, 1, 1, zoom, func(*Feature) bool { n++; return true })
		if n != want {
			t.Errorf("%d features at zoom %g, want %d", n, zoom, want)
		}
	}
	a, _ := g.Region("adm:AA-1")
	b, _ := g.Region("reg:other-way")
	if len(a.Rings) != 1 || len(a.Rings[0]) != 4 || len(b.Rings[0]) != 4 {
		t.Fatalf("rings %v and %v", a.Rings, b.Rings)
	}
	turned := slices.Clone(b.Rings[0])
	slices.Reverse(turned)
	if i := slices.Index(turned, a.Rings[0][0]); !reflect.DeepEqual(slices.Concat(turned[i:], turned[:i]), a.Rings[0]) {
		t.Errorf("the ring the other way round is %v, want %v", turned, a.Rings[0])
	}
	n := 0
	g.Labels(0, 0, 1, 1, 7, func(l *Label) bool {
		n++
		want := Label{Kind: SettlementLabel, Rank: 3, ID: "gn:1", Names: [3]string{"Town", "Місто", ""}, At: Vertex{0.375, 0.375}, MinZoom: 6.5, MaxZoom: math.Inf(1), Population: 4000, Capital: true}
		if *l != want {
			t.Errorf("label %+v, want %+v", *l, want)
		}
		return true
	})
	if n != 1 {
		t.Errorf("%d labels", n)
	}
}

func TestDamageIsNoticed(t *testing.T) {
	for _, name := range []string{"ground/a.ground", "ground/index.ground"} {
		files := small()
		whole := files[name].Data
		for i := range whole {
			data := slices.Clone(whole)
			data[i] ^= 0x10
			files[name].Data = data
			if _, err := Load(files); err == nil {
				t.Errorf("%s loads with byte %d changed", name, i)
			}
			files[name].Data = whole[:i]
			if _, err := Load(files); err == nil {
				t.Errorf("%s loads when cut to %d bytes", name, i)
			}
		}
	}
	files := small()
	delete(files, "ground/index.ground")
	if _, err := Load(files); err == nil {
		t.Error("a ground without index loads")
	}
}

// Whatever the bytes are, nothing panics, and nothing large is allocated for a
// small file: the check sum is put right, so that the fuzzer gets behind it.
func FuzzLoad(f *testing.F) {
	for _, file := range small() {
		f.Add(file.Data[10:], true)
		f.Add(file.Data[10:], false)
	}
	whole := small()
	f.Fuzz(func(t *testing.T, body []byte, shapes bool) {
		files := maps.Clone(whole)
		if shapes {
			files["ground/a.ground"] = &fstest.MapFile{Data: seal(kindShapes, body)}
		} else {
			files["ground/index.ground"] = &fstest.MapFile{Data: seal(kindIndex, body)}
		}
		g, err := Load(files)
		if err != nil {
			return
		}
		_ = g.Check()
		g.Visit(0, 0, 1, 1, 4, func(*Feature) bool { return true })
		g.Region("adm:AA-1")
		g.Locate([2]float64{0, 60})
	})
}

// FuzzBlock goes past the deflated bytes.
func FuzzBlock(f *testing.F) {
	raw, parts, vertices, _ := encodeFeatures(Block{Class: River, Bits: 24, Features: []Feature{{
		Class: River, ID: "riv:one", Names: [3]string{"One", "Один", "Один"}, Parts: [][]Vertex{{{0.3, 0.3}, {0.4, 0.45}}},
	}}})
	f.Add(raw, uint8(1), uint8(parts), uint8(vertices))
	f.Fuzz(func(t *testing.T, raw []byte, features, parts, vertices uint8) {
		packed := pack(raw)
		h := head{class: River, bits: 24, features: int(features), parts: int(parts), vertices: int(vertices), raw: len(raw), data: stretch{bytes.NewReader(packed), 0, int64(len(packed))}}
		list, err := h.decode()
		if err == nil && len(list) != int(features) {
			t.Fatalf("%d features, want %d", len(list), features)
		}
	})
}

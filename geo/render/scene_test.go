package render

import (
	"context"
	"fmt"
	"image"
	"math/rand"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/paulmach/orb"

	"contested/assets"
	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/view"
)

func newPainter(t testing.TB) *Painter {
	t.Helper()
	p, err := NewPainter(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// realGround is the ground that the program ships.
var realGround = sync.OnceValues(func() (*basemap.Ground, error) { return basemap.Load(assets.FS) })

func shippedGround(t testing.TB) *basemap.Ground {
	t.Helper()
	g, err := realGround()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Invented ground around (30° E, 50° N): a land of a few degrees with a coast in
// the south, a lake, a river, a border, one region and some settlements.
var inventedGround = sync.OnceValue(func() *basemap.Ground {
	at := func(lon, lat float64) basemap.Vertex {
		x, y := view.World(orb.Point{lon, lat})
		return basemap.Vertex{X: x, Y: y}
	}
	line := func(ll ...float64) (out []basemap.Vertex) {
		for i := 0; i < len(ll); i += 2 {
			out = append(out, at(ll[i], ll[i+1]))
		}
		return
	}
	area := func(class basemap.Class, parts ...[]basemap.Vertex) basemap.Block {
		return basemap.Block{Class: class, Bits: 30, Features: []basemap.Feature{{Class: class, Parts: parts}}}
	}
	river := area(basemap.River, line(28, 51.5, 29, 51, 29.6, 50.3, 30, 50.02, 30.2, 49.8, 30.3, 49.45))
	river.Features[0].Names = [3]string{"Still River", "Тиха річка", "Тихая река"}
	region := line(29.2, 50.6, 30.4, 50.7, 30.8, 50.1, 30.3, 49.7, 29.5, 49.8, 29.2, 50.6)
	blocks := []basemap.Block{
		area(basemap.Land, line(25, 55, 35, 55, 35, 49.4, 32, 49.3, 30.6, 49.5, 29.8, 49.2, 28, 49.5, 25, 49.3)),
		area(basemap.Urban, line(29.9, 50.05, 30.1, 50.08, 30.12, 49.96, 29.95, 49.93)),
		area(basemap.Lake, line(30.9, 50.4, 31.2, 50.5, 31.3, 50.3, 31.0, 50.2)),
		river,
		area(basemap.Admin1Border, region),
		area(basemap.CountryBorder, line(31.5, 55, 31.6, 50.9, 31.4, 50.5, 31.8, 49.9, 32, 49.3)),
		area(basemap.Coast, line(35, 49.4, 32, 49.3, 30.6, 49.5, 29.8, 49.2, 28, 49.5, 25, 49.3)),
	}
	label := func(kind basemap.LabelKind, id, en, uk string, lon, lat float64, rank uint8, pop int) basemap.Label {
		return basemap.Label{Kind: kind, ID: id, Names: [3]string{en, uk, ""}, At: at(lon, lat), Rank: rank, Population: pop}
	}
	labels := []basemap.Label{
		label(basemap.CountryLabel, "cty:XA", "Lowland", "Низовина", 29.6, 51.2, 0, 0),
		label(basemap.SeaLabel, "sea:x", "Still Sea", "Тихе море", 30.2, 48.9, 0, 0),
		label(basemap.Admin1Label, "adm:XA-1", "Middle Oblast", "Серединна область", 29.8, 50.45, 0, 0),
		label(basemap.SettlementLabel, "gn:1", "Zelenyi Hai", "Зелений Гай", 30.02, 50.0, 0, 1_200_000),
		label(basemap.SettlementLabel, "gn:2", "Stavky", "Ставки", 30.2, 50.05, 1, 60_000),
		label(basemap.SettlementLabel, "gn:3", "Verbivka", "Вербівка", 29.9, 50.15, 2, 9_000),
		label(basemap.SettlementLabel, "gn:4", "Dubove", "Дубове", 30.1, 49.85, 2, 700),
		label(basemap.SettlementLabel, "gn:5", "Yasenove", "Ясенове", 29.7, 49.9, 2, 500),
		label(basemap.SettlementLabel, "gn:6", "Pishchane", "Піщане", 30.45, 49.95, 2, 400),
	}
	parts := 0
	border := 0
	for _, b := range blocks {
		if b.Class == basemap.Admin1Border {
			border = parts
		}
		for _, f := range b.Features {
			parts += len(f.Parts)
		}
	}
	bound := basemap.Bound{MinX: 1, MinY: 1}
	for _, v := range region {
		bound = basemap.Bound{MinX: min(bound.MinX, v.X), MinY: min(bound.MinY, v.Y), MaxX: max(bound.MaxX, v.X), MaxY: max(bound.MaxY, v.Y)}
	}
	regions := []basemap.RegionOutline{{ID: "adm:XA-1", Country: "XA", Bound: bound, Rings: [][]basemap.PartRef{{{Part: border}}}}}
	g, err := basemap.Load(fstest.MapFS{
		"ground/a.ground":     {Data: basemap.EncodeShapes(blocks)},
		"ground/index.ground": {Data: basemap.EncodeIndex(parts, regions, labels)},
	})
	if err != nil {
		panic(err)
	}
	return g
})

// claim is what is claimed about an invented place.
func claim(id, name string, lon, lat float64, shares ...Share) PlaceClaims {
	for i := range shares {
		shares[i].Claims = 1
	}
	return PlaceClaims{
		Place:  geo.Place{ID: geo.PlaceID(id), Name: name, Point: orb.Point{lon, lat}},
		Shares: shares, Origins: len(shares),
	}
}

func share(v geo.Voice, k Look) Share { return Share{Class: Class(v), Looks: k} }

// randomScene scatters n places with claims of all kinds around a point.
func randomScene(seed int64, n int, centre orb.Point, spread float64) *Scene {
	rng := rand.New(rand.NewSource(seed))
	s := &Scene{Labels: geo.English}
	for i := range n {
		var shares []Share
		for _, v := range geo.Voices() {
			if rng.Intn(3) == 0 {
				shares = append(shares, share(v, Look(rng.Intn(4))))
			}
		}
		if shares == nil {
			shares = []Share{share(geo.Voice(rng.Intn(6)), Claimed)}
		}
		pc := claim(fmt.Sprintf("ct:%d", i), fmt.Sprintf("Place %d of %d", i, n), centre[0]+rng.NormFloat64()*spread, centre[1]+rng.NormFloat64()*spread*0.6, shares...)
		pc.Origins = 1 + rng.Intn(6)
		pc.Contested = len(shares) > 1 && rng.Intn(4) == 0
		pc.Faded = rng.Intn(6) == 0
		pc.Precision = geo.Precision(rng.Intn(2) * rng.Intn(4))
		s.Places = append(s.Places, pc)
	}
	return s
}

func render(t testing.TB, p *Painter, s *Scene, v view.Viewport, o Options) *Frame {
	t.Helper()
	f, err := p.Render(context.Background(), s, v, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sameImage fails unless the part of a at its corner equals b.
func sameImage(t *testing.T, what string, a *image.RGBA, corner image.Point, b *image.RGBA) {
	t.Helper()
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			if p, q := a.RGBAAt(corner.X+x, corner.Y+y), b.RGBAAt(x, y); p != q {
				t.Fatalf("%s: pixel %d,%d is %v in one and %v in the other", what, x, y, p, q)
			}
		}
	}
}

// A click anywhere in a region hits it, unless a marker is there; of regions within
// each other the smallest.
func TestRegionIsHitInside(t *testing.T) {
	s := &Scene{Ground: inventedGround()}
	region(s, Claimed)
	v := at(30, 50.2, 7.5, 320, 240, 1)
	f := render(t, newPainter(t), s, v, Options{})
	r, ok := s.Ground.Region("adm:XA-1")
	if !ok {
		t.Fatal("the region is missing")
	}
	inside, outside := 0, 0
	for y := 5.0; y < 240; y += 23 {
		for x := 5.0; x < 320; x += 23 {
			wx, wy := f.Viewport.ToWorld(x, y)
			h, hit := f.At(x, y)
			switch in := r.Contains(basemap.Vertex{X: wx, Y: wy}); {
			case in && !hit:
				t.Errorf("nothing is hit at %v, %v within the region", x, y)
			case hit && h.Inside:
				if inside++; !in || h.Kind != RegionHit || h.Places[0] != "adm:XA-1" {
					t.Errorf("%+v is hit at %v, %v", h, x, y)
				}
			case !hit:
				outside++
			}
		}
	}
	if inside == 0 || outside == 0 {
		t.Errorf("%d hits inside, %d outside: the picture shows too little", inside, outside)
	}
	for _, h := range f.Hits() {
		if got, ok := f.At(h.X, h.Y); !ok || got.Inside {
			t.Errorf("the marker of %v is not hit: %+v", h.Places, got)
		}
	}
}

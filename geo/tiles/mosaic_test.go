package tiles

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"net/http"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo/view"
)

// shade is the colour of a tile, another for each.
func shade(z, x, y int) color.RGBA {
	return color.RGBA{uint8(40 + 23*x%200), uint8(40 + 31*y%200), uint8(10 * z), 255}
}

// around is an archive with the tiles of zooms 5 and 6 that the views here see, but
// for the given ones.
func around(t *testing.T, without ...[2]int) Source {
	t.Helper()
	var list []pmTile
	for z := 5; z <= 6; z++ {
		for x := range 1 << z {
		next:
			for y := 10 << (z - 5); y < 13<<(z-5); y++ {
				if x > 3 && x < 1<<z-4 && (x < 17<<(z-5) || x >= 22<<(z-5)) {
					continue // never looked at
				}
				for _, w := range without {
					if z == 6 && w == [2]int{x, y} {
						continue next
					}
				}
				list = append(list, pmTile{z, x, y, tile(t, shade(z, x, y))})
			}
		}
	}
	s, err := OpenFile(archive(t, pmtiles(list, pmNone, false)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

var region = view.Viewport{Centre: orb.Point{37.5, 48.2}, Zoom: 6.2, Width: 900, Height: 600, Density: 1}

// Every pixel under the view is that of the tile that lies there.
func TestGather(t *testing.T) {
	for _, centre := range []orb.Point{{37.5, 48.2}, {179.5, 50}, {-179.5, 50}} {
		v := region
		v.Centre = centre
		m, err := Gather(context.Background(), around(t), v)
		if err != nil {
			t.Fatal(err)
		}
		if m.Zoom != 6 || m.Missing != 0 || m.Wanted < 12 || m.Complete() != nil {
			t.Fatalf("zoom %d, %d of %d missing", m.Zoom, m.Missing, m.Wanted)
		}
		for x := 3.0; x < 900; x += 97 {
			for y := 3.0; y < 600; y += 83 {
				wx, wy := v.ToWorld(x, y)
				if !m.Has(wx, wy) || !m.Has(wx+1, wy) || !m.Has(wx-2, wy) {
					t.Fatalf("no tile at %g, %g", wx, wy)
				}
				got := m.Image.RGBAAt(int((wx-m.X)/m.Size), int((wy-m.Y)/m.Size))
				tx, ty := int(wx*64+64)%64, int(wy*64)
				if want := shade(6, tx, ty); got != want {
					t.Errorf("centre %v, pixel %g %g: %v, want %v of tile %d %d", centre, x, y, got, want, tx, ty)
				}
			}
		}
	}
}

func TestGatherOfMBTiles(t *testing.T) {
	s, err := OpenFile(mbtiles(t, "png", tile(t, red)))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	v := view.Viewport{Centre: view.Unworld(18.5/32, 11.5/32), Zoom: 5, Width: 250, Height: 250, Density: 1}
	m, err := Gather(context.Background(), s, v)
	if err != nil || m.Wanted != 1 || m.Complete() != nil || m.Image.RGBAAt(9, 9) != red || m.X != 18.0/32 || m.Y != 11.0/32 {
		t.Errorf("%+v, %v", m, err)
	}
	v.Width = 300
	if m, err = Gather(context.Background(), s, v); err != nil || m.Missing != 2 || m.Complete() == nil {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestGatherCountsWhatIsMissing(t *testing.T) {
	m, err := Gather(context.Background(), around(t, [2]int{38, 22}, [2]int{39, 22}), region)
	if err != nil {
		t.Fatal(err)
	}
	if m.Missing != 2 || !errors.Is(m.Err, ErrMissing) {
		t.Errorf("%d missing: %v", m.Missing, m.Err)
	}
	if m.Has(38.5/64, 22.5/64) || !m.Has(37.5/64, 22.5/64) || m.Has(37.5/64, 2) || (*Mosaic)(nil).Has(0.5, 0.5) {
		t.Error("what is there is not told from what is not")
	}
	if err := m.Complete(); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("2 of %d tiles", m.Wanted)) {
		t.Errorf("%v", err)
	}
	if p := m.Image.RGBAAt(int((38.5/64-m.X)/m.Size), int((22.5/64-m.Y)/m.Size)); p.A != 0 {
		t.Errorf("the hole is painted %v", p)
	}
}

// Beyond the source's zooms the nearest one serves, and views that need more
// tiles than are decent get those of a lower zoom.
func TestGatherChoosesTheZoom(t *testing.T) {
	s := around(t)
	for zoom, want := range map[float64]int{5.4: 5, 5.6: 6, 12: 6} {
		v := region
		v.Zoom = zoom
		m, err := Gather(context.Background(), s, v)
		if err != nil || m.Zoom != want {
			t.Errorf("at zoom %g: %v, %v", zoom, m, err)
		}
	}
	srv := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Write(tile(t, red)) })
	v := view.Viewport{Centre: orb.Point{37, 48}, Zoom: 9, Width: 7000, Height: 4000, Density: 1}
	m, err := Gather(context.Background(), online(t, srv, Options{}), v)
	if err != nil || m.Zoom != 8 || m.Wanted > onlineTiles || int(srv.requests.Load()) != m.Wanted {
		t.Errorf("%d requests, %v", srv.requests.Load(), err)
	}
	low := &only{Source: s, info: Info{MinZoom: 14, MaxZoom: 16, TileSize: 256, Name: "Near"}}
	if _, err := Gather(context.Background(), low, region); err == nil || !strings.Contains(err.Error(), "“Near” begins at zoom 14") {
		t.Errorf("%v", err)
	}
}

// only is a source that says other things of itself.
type only struct {
	Source
	info Info
}

func (o *only) Info() Info { return o.info }

func TestGatherThatCannot(t *testing.T) {
	vector := &only{Source: around(t), info: Info{Vector: true}}
	if _, err := Gather(context.Background(), vector, region); !errors.Is(err, ErrVector) {
		t.Errorf("of vectors: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Gather(ctx, around(t), region); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	shut := around(t)
	shut.Close()
	if _, err := Gather(context.Background(), shut, region); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

// What is missing is counted under what is seen, not under all that was gathered.
func TestUnder(t *testing.T) {
	whole, err := Gather(context.Background(), around(t), region)
	if err != nil || whole.Missing > 0 {
		t.Fatalf("%d missing: %v", whole.Missing, err)
	}
	x0, y0 := whole.corner()
	m, err := Gather(context.Background(), around(t, [2]int{x0, y0}), region)
	if err != nil || m.Missing != 1 {
		t.Fatalf("%d missing: %v", m.Missing, err)
	}
	if wanted, missing, late, why := m.Under(region); wanted != m.Wanted || missing != 1 || late != 0 || !errors.Is(why, ErrMissing) {
		t.Errorf("under all of it: %d of %d, %d late, %v", missing, wanted, late, why)
	}
	within := region
	within.Width, within.Height = 100, 80
	if wanted, missing, _, why := m.Under(within); wanted == 0 || wanted == m.Wanted || missing != 0 || why != nil {
		t.Errorf("under the middle: %d of %d, %v", missing, wanted, why)
	}
}

// A mosaic serves again where another would hold no other tiles, and nowhere else.
func TestServes(t *testing.T) {
	src := around(t)
	m, err := Gather(context.Background(), src, region)
	if err != nil {
		t.Fatal(err)
	}
	served := 0
	for i := range 60 {
		v := region.Pan(float64(i%10-5)*40, float64(i/10-3)*30)
		v.Zoom += float64(i%3-1) * 0.3
		n, err := Gather(context.Background(), src, v)
		if err != nil {
			t.Fatal(err)
		}
		x0, y0 := m.corner()
		x1, y1 := n.corner()
		holds := n.Zoom == m.Zoom && x1 >= x0 && y1 >= y0 && x1+n.across <= x0+m.across && y1+n.Wanted/n.across <= y0+m.Wanted/m.across
		if m.Serves(v) != holds {
			t.Errorf("view %d: serves %v, want %v", i, m.Serves(v), holds)
		}
		if holds {
			served++
		}
	}
	if served < 5 || served > 50 {
		t.Errorf("it served %d of 60 views", served)
	}
	none := region
	none.Centre = orb.Point{-100, -40}
	if (*Mosaic)(nil).Serves(region) || Blank(src.Info()).Serves(region) || m.Serves(none) {
		t.Error("what holds nothing serves")
	}
	if holed, err := Gather(context.Background(), around(t, [2]int{38, 22}), region); err != nil || holed.Missing == 0 || holed.Serves(region) {
		t.Errorf("a mosaic with %d holes serves (%v)", holed.Missing, err)
	}
}

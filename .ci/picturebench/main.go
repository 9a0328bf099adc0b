// Command picturebench makes the material of .ci/bench-picture, and draws it with
// go-staticmaps.
//
//	picturebench prepare DIR WIDTH HEIGHT DENSITY CLAIMS
//	picturebench staticmaps DIR OUT.png
package main

import (
	"encoding/json"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	sm "github.com/flopp/go-staticmaps"
	"github.com/golang/geo/s2"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/geojson"

	"contested/assets"
	"contested/geo/basemap"
	"contested/geo/view"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 7 && os.Args[1] == "prepare":
		err = prepare(os.Args[2], number(os.Args[3]), number(os.Args[4]), float64(number(os.Args[5])), number(os.Args[6]))
	case len(os.Args) == 4 && os.Args[1] == "staticmaps":
		err = staticmaps(os.Args[2], os.Args[3])
	default:
		err = fmt.Errorf("usage: picturebench prepare DIR WIDTH HEIGHT DENSITY CLAIMS | staticmaps DIR OUT.png")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "picturebench:", err)
		os.Exit(1)
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		fmt.Fprintln(os.Stderr, "picturebench:", err)
		os.Exit(2)
	}
	return n
}

// meta is what the other painters need to know of the picture.
type meta struct {
	Width, Height int
	Density       float64
	Centre        [2]float64
	Zoom          float64
	Extent        [4]float64 // Web Mercator metres
	Layers        []string
}

// The view is a whole zoom, for go-staticmaps knows no other.
const zoom = 8

func prepare(dir string, width, height int, density float64, claims int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	v := view.Viewport{Centre: orb.Point{37.6, 48.3}, Zoom: zoom, Width: float64(width) / density, Height: float64(height) / density, Density: density}
	ground, err := basemap.Load(assets.FS)
	if err != nil {
		return err
	}
	// A little less than the picture: go-staticmaps wraps what lies on its edge.
	box := v.Bound().Pad(-1e-4)
	names := []string{"land", "urban", "lake", "river", "coast", "admin1", "country"}
	classes := []basemap.Class{basemap.Land, basemap.Urban, basemap.Lake, basemap.River, basemap.Coast, basemap.Admin1Border, basemap.CountryBorder}
	layers := make([]*geojson.FeatureCollection, len(names))
	for i := range layers {
		layers[i] = geojson.NewFeatureCollection()
	}
	x0, y0, x1, y1 := v.WorldBound()
	ground.Visit(x0, y0, x1, y1, v.Zoom, func(f *basemap.Feature) bool {
		for i, c := range classes {
			if c != f.Class {
				continue
			}
			for _, part := range f.Parts {
				pts := make([]orb.Point, len(part))
				for k, p := range part {
					pts[k] = view.Unworld(p.X, p.Y)
				}
				if f.Class.Area() {
					ring := append(orb.Ring(pts), pts[0])
					if cut := clip.Ring(box, ring); len(cut) > 3 {
						layers[i].Append(geojson.NewFeature(orb.Polygon{cut}))
					}
				} else {
					for _, l := range clip.LineString(box, orb.LineString(pts)) {
						layers[i].Append(geojson.NewFeature(l))
					}
				}
			}
		}
		return true
	})
	for i, l := range layers {
		if err := write(filepath.Join(dir, names[i]+".geojson"), l); err != nil {
			return err
		}
	}
	// Four claims about a place, of two voices.
	r := rand.New(rand.NewPCG(6, 6))
	points := geojson.NewFeatureCollection()
	var places, list, articles []map[string]any
	excerpts := []map[string]any{}
	at := 0
	parties := []string{"RU", "UA", "PRESS", "INT"}
	for i := range (claims + 3) / 4 {
		p := orb.Point{box.Min[0] + r.Float64()*(box.Max[0]-box.Min[0]), box.Min[1] + r.Float64()*(box.Max[1]-box.Min[1])}
		name := fmt.Sprintf("Place %d", i)
		id := fmt.Sprintf("ct:bench%d", i)
		places = append(places, map[string]any{"id": id, "kind": "settlement", "name": name, "point": p})
		f := geojson.NewFeature(p)
		f.Properties["name"], f.Properties["party"] = name, parties[i%4]
		points.Append(f)
		for k := range 4 {
			quote := fmt.Sprintf("Invented speaker %d said that %s had been taken.", k, name)
			excerpts = append(excerpts, map[string]any{"start": at, "text": quote})
			list = append(list, map[string]any{"id": fmt.Sprintf("c%d-%d", i, k), "article": 0, "quote": quote, "excerpt": []int{at, at + len(quote)}, "content": [][]int{{at, at + len(quote)}},
				"source": map[string]any{"key": fmt.Sprint("speaker-", k), "name": fmt.Sprint("Invented speaker ", k), "party": parties[(i+k%2)%4], "class": "military"},
				"places": []map[string]any{{"place": id, "span": []int{at, at + len(quote)}, "precision": "at"}},
				"type":   "captured", "actor": "RU", "polarity": "affirmed", "modality": "asserted", "status": "none", "confidence": 0.5, "origin": len(list)})
			at += len(quote) + 8
		}
	}
	articles = append(articles, map[string]any{"id": "bench", "text_sha256": "", "title": "Invented", "publisher": map[string]any{"name": "Invented", "party": "PRESS"}, "excerpts": excerpts})
	carried := map[string]any{"contested": 1, "articles": articles, "places": places, "claims": list, "articles_in_document": 1,
		"picture": map[string]any{"layout": "map", "style": "light", "legend": true, "width": width, "height": height, "density": density, "centre": v.Centre, "zoom": v.Zoom}}
	if err := write(filepath.Join(dir, "points.geojson"), points); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "map.claims.json"), carried); err != nil {
		return err
	}
	const half = math.Pi * 6378137
	m := meta{width, height, density, v.Centre, v.Zoom, [4]float64{(2*x0 - 1) * half, (1 - 2*y1) * half, (2*x1 - 1) * half, (1 - 2*y0) * half}, names}
	return write(filepath.Join(dir, "meta.json"), m)
}

func write(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(path, b, 0o644)
}

// staticmaps draws the same ground as areas and paths, and the places as circles.
// It sets no names: the library cannot.
func staticmaps(dir, out string) error {
	c, err := staticContext(dir)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := drawStatic(c, f); err != nil {
		return err
	}
	return f.Close()
}

func drawStatic(c *sm.Context, w io.Writer) error {
	img, err := c.Render()
	if err != nil {
		return err
	}
	return png.Encode(w, img)
}

// staticContext is the material of a folder as go-staticmaps takes it.
func staticContext(dir string) (*sm.Context, error) {
	b, err := os.ReadFile(filepath.Join(dir, "meta.json"))
	if err != nil {
		return nil, err
	}
	var m meta
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, err
	}
	c := sm.NewContext()
	c.SetTileProvider(sm.NewTileProviderNone())
	c.SetSize(m.Width, m.Height)
	// A density of 2 is a zoom more: the same ground at twice the pixels.
	c.SetZoom(int(m.Zoom + math.Log2(m.Density) + 0.5))
	c.SetCenter(s2.LatLngFromDegrees(m.Centre[1], m.Centre[0]))
	c.SetBackground(color.NRGBA{0xd6, 0xe2, 0xea, 255})
	paint := map[string]color.NRGBA{"land": {0xf6, 0xf4, 0xee, 255}, "urban": {0xea, 0xe4, 0xd9, 255}, "lake": {0xd6, 0xe2, 0xea, 255}, "river": {0xa9, 0xc4, 0xd6, 255},
		"coast": {0x9a, 0xb4, 0xc4, 255}, "admin1": {0xc4, 0xbc, 0xb0, 255}, "country": {0x8a, 0x80, 0x78, 255}}
	positions := func(ps []orb.Point) []s2.LatLng {
		out := make([]s2.LatLng, len(ps))
		for i, p := range ps {
			out[i] = s2.LatLngFromDegrees(p[1], p[0])
		}
		return out
	}
	for _, name := range append(m.Layers, "points") {
		b, err := os.ReadFile(filepath.Join(dir, name+".geojson"))
		if err != nil {
			return nil, err
		}
		fc, err := geojson.UnmarshalFeatureCollection(b)
		if err != nil {
			return nil, err
		}
		for _, f := range fc.Features {
			switch g := f.Geometry.(type) {
			case orb.Polygon:
				c.AddObject(sm.NewArea(positions(g[0]), color.Transparent, paint[name], 0))
			case orb.LineString:
				c.AddObject(sm.NewPath(positions(g), paint[name], m.Density))
			case orb.Point:
				hue := map[string]color.NRGBA{"RU": {0xaa, 0x0e, 0x0c, 255}, "UA": {0x00, 0x2d, 0x98, 255}, "PRESS": {0x02, 0x81, 0x6a, 255}, "INT": {0x8b, 0x7a, 0xc0, 255}}[f.Properties.MustString("party")]
				metres := 12.5 * 156543.03 * math.Cos(g[1]*math.Pi/180) / math.Exp2(m.Zoom)
				c.AddObject(sm.NewCircle(s2.LatLngFromDegrees(g[1], g[0]), color.White, hue, metres, 1.5*m.Density))
			}
		}
	}
	return c, nil
}

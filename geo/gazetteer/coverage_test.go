package gazetteer

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

var readingDir = flag.String("reading", "", "folder with dev/places.json and corpora/geo_*.jsonl, for TestCoverage")

// TestCoverage prints how many of the places of annotated texts are known: it
// measures and does not fail.
func TestCoverage(t *testing.T) {
	if *readingDir == "" {
		t.Skip("no -reading folder")
	}
	g := builtIn(t)
	candidates := func(name string) []Hit {
		name, _, _ = strings.Cut(name, " (")
		words := Words(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
		if n, hits := g.Longest(words); n == len(words) {
			return hits
		}
		return nil
	}
	within := func(hits []Hit, p orb.Point, km float64) bool {
		return slices.ContainsFunc(hits, func(h Hit) bool {
			q, _ := g.Place(h.Place)
			return distance(p, q.Point) <= km
		})
	}
	for _, part := range []string{"dev", "seed"} {
		data, err := os.ReadFile(filepath.Join(*readingDir, part, "places.json"))
		if err != nil {
			t.Fatal(err)
		}
		var places map[string]struct {
			Name     string
			Lat, Lon float64
			Tol      float64 `json:"tol_km"`
		}
		if err := json.Unmarshal(data, &places); err != nil {
			t.Fatal(err)
		}
		good := 0
		for id, p := range places {
			if within(candidates(p.Name), orb.Point{p.Lon, p.Lat}, p.Tol) {
				good++
			} else {
				t.Logf("%s: %s (%s) is not among %v", part, p.Name, id, candidates(p.Name))
			}
		}
		t.Logf("%s: %d of %d places within their tolerance", part, good, len(places))
	}
	files, err := filepath.Glob(filepath.Join(*readingDir, "corpora", "geo_*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		all, known, near := 0, 0, 0
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var article struct {
				Toponyms []struct {
					Surface, Kind string
					Lat, Lon      *float64
				}
			}
			if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
				t.Fatal(err)
			}
			for _, p := range article.Toponyms {
				if p.Lat == nil || p.Lon == nil || p.Kind == "demonym" || p.Kind == "language" || p.Kind == "homonym" {
					continue
				}
				hits := candidates(p.Surface)
				all++
				if len(hits) > 0 {
					known++
				}
				if within(hits, orb.Point{*p.Lon, *p.Lat}, 161) {
					near++
				}
			}
		}
		if all > 0 {
			t.Logf("%s: of %d names %.1f %% are known, %.1f %% with a candidate within 161 km", filepath.Base(name), all,
				100*float64(known)/float64(all), 100*float64(near)/float64(all))
		}
	}
}

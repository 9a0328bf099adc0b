package ingest_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"contested/geo"
	"contested/geo/ingest"
)

func contextOptions() ingest.ContextOptions {
	return ingest.ContextOptions{Now: func() time.Time { return time.Date(2025, 11, 27, 12, 0, 0, 0, time.UTC) }}
}

// contextWant is what is expected of one file of testdata/context.
type contextWant struct {
	Error     string   `json:"error,omitempty"`
	Name      string   `json:"name,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Credit    string   `json:"credit,omitempty"`
	Format    string   `json:"format,omitempty"`
	Events    []string `json:"events,omitempty"`
	Skipped   []string `json:"skipped,omitempty"`
}

// TestContextPairs reads every file of testdata/context and compares with what
// stands beside it; -update writes that.
func TestContextPairs(t *testing.T) {
	files, err := filepath.Glob("testdata/context/*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want.json") {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			l, skipped, err := ingest.Context(context.Background(), file, contextOptions())
			got := contextWant{Name: l.Name, Publisher: l.Publisher, Format: l.Format}
			if err != nil {
				got = contextWant{Error: err.Error()}
			} else {
				got.Credit = l.Credit()
			}
			for _, e := range l.Events {
				shape := "point"
				if e.Shape != nil {
					shape = e.Shape.GeoJSONType()
				}
				got.Events = append(got.Events, fmt.Sprintf("%s | %s | %s | %s | %.4f %.4f %s | %s | %s", e.Ref, e.Title, e.Kind, e.When, e.Point[0], e.Point[1], shape, e.Text, e.Link))
			}
			for _, it := range skipped {
				got.Skipped = append(got.Skipped, it.String())
			}
			have, err := json.MarshalIndent(got, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			have = append(have, '\n')
			name := file + ".want.json"
			if *update {
				if err := os.WriteFile(name, have, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(name); err != nil || !bytes.Equal(want, have) {
				t.Errorf("it is read as\n%s", have)
			}
		})
	}
	if n < 15 {
		t.Errorf("only %d files were read", n)
	}
}

func zipped(t *testing.T, parts map[string][]byte) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "events.kmz")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// An archive is read in memory: what it unpacks to is counted, and its names
// lead nowhere.
func TestContextArchives(t *testing.T) {
	kml, err := os.ReadFile("testdata/context/geoconfirmed.kml")
	if err != nil {
		t.Fatal(err)
	}
	l, _, err := ingest.Context(context.Background(), zipped(t, map[string][]byte{"../../doc.kml": kml}), contextOptions())
	if err != nil || len(l.Events) != 3 {
		t.Errorf("%d events, %v", len(l.Events), err)
	}
	for name, parts := range map[string]map[string][]byte{
		"it is larger than the limit of 64 MB": {"doc.kml": make([]byte, ingest.MaxDocument+1)},
		"the archive holds no .kml file":       {"a.txt": []byte("x")},
	} {
		if _, _, err := ingest.Context(context.Background(), zipped(t, parts), contextOptions()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the user says of a layer wins; an address gives its host.
func TestContextFetched(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/none" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[37,48]}}`)
	})
	l, _, err := ingest.Context(context.Background(), url+"/data.geojson", contextOptions())
	if err != nil || l.Publisher != "127.0.0.1" || l.Origin != url+"/data.geojson" || len(l.Events) != 1 {
		t.Errorf("%+v, %v", l, err)
	}
	o := contextOptions()
	o.Name, o.Publisher, o.Licence = "Fords", "Example Watch", "CC0"
	if l, _, err = ingest.Context(context.Background(), url+"/data.geojson", o); err != nil || l.Name != "Fords" || l.Credit() != "Example Watch (CC0)" {
		t.Errorf("%+v, %v", l, err)
	}
	if _, _, err := ingest.Context(context.Background(), url+"/none", o); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("a page that is not there: %v", err)
	}
	for _, input := range []string{"nowhere.json", t.TempDir()} {
		if _, _, err := ingest.Context(context.Background(), input, o); err == nil {
			t.Errorf("%s was read", input)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := ingest.Context(ctx, "testdata/context/acled.csv", o); err == nil {
		t.Error("a cancelled reading ended well")
	}
}

// A file of events that is imported as an article says where it belongs.
func TestEventsAreNoArticles(t *testing.T) {
	articles, r := open(t, options(), "testdata/context/geoconfirmed.kml", "testdata/context/shapes.geojson")
	if len(articles) != 0 || r.Failed() != 2 || !strings.Contains(r.Items[0].String(), "add the file as context") {
		t.Errorf("%v", r.Items)
	}
	if !ingest.HoldsEvents("A.KML") || ingest.HoldsEvents("a.json") || slices.Contains(ingest.Extensions(), ".kml") || !slices.Contains(ingest.Extensions(), ".mhtml") {
		t.Errorf("%v", ingest.Extensions())
	}
}

// FuzzContext: whatever comes, no panic, and every event can be drawn.
func FuzzContext(f *testing.F) {
	files, _ := filepath.Glob("testdata/context/*")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil && len(b) < 1<<14 && !strings.HasSuffix(file, ".want.json") {
			f.Add(b)
		}
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(dir, "input")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		l, _, err := ingest.Context(context.Background(), path, contextOptions())
		if err != nil {
			if strings.Contains(err.Error(), "the file is damaged (") {
				t.Fatal(err)
			}
			return
		}
		if i := slices.IndexFunc(l.Events, func(e geo.ContextEvent) bool { return e.Validate() != nil || e.Title == "" }); i >= 0 || l.Publisher == "" {
			t.Errorf("event %d cannot be drawn", i)
		}
	})
}

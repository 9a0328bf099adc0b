package ingest_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/ingest"
)

// benchOpen reads one input again and again; articles says how many it holds.
func benchOpen(b *testing.B, name string, content []byte, articles int) {
	file := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(file, content, 0o644); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := ingest.Open(b.Context(), []string{file}, options(), func(geo.Article) error { return nil })
		if err != nil || r.Articles() != articles {
			b.Fatal(err, r.Items)
		}
	}
	b.ReportMetric(float64(b.N*articles)/b.Elapsed().Seconds(), "articles/s")
}

// 1000 articles of 5 KB, as JSON Lines.
func BenchmarkLines(b *testing.B) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	text := strings.Repeat("The road at Druzhkivka is closed, an invented council said. ", 80)
	for i := range 1000 {
		enc.Encode(map[string]any{"id": i, "title": "Road closed", "date": "2025-11-08", "publisher": map[string]string{"name": "Example Wire"}, "text": text})
	}
	benchOpen(b, "a.jsonl", out.Bytes(), 1000)
}

// A page of 40 KB with an article of 5 KB.
func BenchmarkPage(b *testing.B) {
	p := "<p>" + strings.Repeat("The road at Druzhkivka is closed, an invented council said. ", 8) + "</p>\n"
	menu := "<nav><ul>" + strings.Repeat(`<li class="item"><a href="/section/page.html">A section</a></li>`, 500) + "</ul></nav>"
	benchOpen(b, "a.html", []byte("<!doctype html><html><head><title>Road closed</title></head><body>"+menu+"<article><h1>Road closed</h1>"+strings.Repeat(p, 10)+"</article></body></html>"), 1)
}

// A text of 5 KB in CP1251.
func BenchmarkCyrillicText(b *testing.B) {
	benchOpen(b, "a.txt", bytes.Repeat([]byte("\xcc\xb3\xf1\xf2 \xe7\xe0\xea\xf0\xe8\xf2\xee, \xef\xee\xe2\xb3\xe4\xee\xec\xe8\xeb\xe0 \xf0\xe0\xe4\xe0. "), 170), 1)
}

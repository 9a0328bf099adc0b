package project

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkCreateImport makes a document of the size of the built-in example.
func BenchmarkCreateImport(b *testing.B) {
	list, readings := articles(b, 0, 6, 8)
	dir := b.TempDir()
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		p, err := Create(filepath.Join(dir, fmt.Sprint(i, ".gpkg")), options())
		ok(b, err)
		ok(b, p.Import("import", list, readings))
		ok(b, p.Close())
	}
}

// corpus makes a document with n articles of 5 claims each.
func corpus(b *testing.B, n int) string {
	path := filepath.Join(b.TempDir(), "corpus.gpkg")
	p, err := Create(path, options())
	ok(b, err)
	for i := 0; i < n; i += 1000 {
		list, readings := articles(b, i, min(1000, n-i), 5)
		ok(b, p.Import("import", list, readings))
	}
	ok(b, p.Close())
	return path
}

// BenchmarkOpen opens documents and reads their contents.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10, 2000, 20000} {
		b.Run(fmt.Sprintf("claims=%d", n*5), func(b *testing.B) {
			if n > 2000 && testing.Short() {
				b.Skip("short")
			}
			path := corpus(b, n)
			b.ReportAllocs()
			for b.Loop() {
				p, err := Open(path, options())
				ok(b, err)
				if c := contents(b, p); len(c.Articles) != n {
					b.Fatal(len(c.Articles))
				}
				ok(b, p.Close())
			}
			if info, err := os.Stat(path); err == nil {
				b.ReportMetric(float64(info.Size())/float64(n), "B/article")
			}
		})
	}
}

// BenchmarkImport imports 1000 articles of 5 claims as one action.
func BenchmarkImport(b *testing.B) {
	list, readings := articles(b, 0, 1000, 5)
	b.ReportAllocs()
	for b.Loop() {
		p := create(b, options())
		ok(b, p.Import("import", list, readings))
		ok(b, p.Close())
	}
	b.ReportMetric(float64(len(list))*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkCorrect makes one correction in a document with 10,000 claims, and
// takes it back.
func BenchmarkCorrect(b *testing.B) {
	p, err := Open(corpus(b, 2000), options())
	ok(b, err)
	defer p.Close()
	c := contents(b, p)
	claim := &c.Readings[c.Articles[1000].ID].Claims[0]
	for b.Loop() {
		ok(b, p.Correct("deny", correction(claim)))
		_, err := p.Undo()
		ok(b, err)
	}
}

// BenchmarkDecodeReading reads one reading of 5 claims.
func BenchmarkDecodeReading(b *testing.B) {
	a, r := article(b, 1, 5)
	data := encodeReading(r)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	memory := newShared()
	for b.Loop() {
		r, err := decodeReading(data, a.ID, memory)
		ok(b, err)
		if cleanReading(r, &a) > 0 {
			b.Fatal("lost")
		}
	}
}

package gazetteer

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS("../../assets")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFirstLookup is Load and the hashing of the names.
func BenchmarkFirstLookup(b *testing.B) {
	fsys := os.DirFS("../../assets")
	b.ReportAllocs()
	for b.Loop() {
		g, err := Load(fsys)
		if err != nil {
			b.Fatal(err)
		}
		g.base.index()
	}
}

// prose is an invented text of the kind that is read.
var prose = strings.Repeat(`Ukrainian forces hold the northern part of Pokrovsk, a spokesman in Kyiv said, while
Russian units moved from Kotlyne and Udachne towards the railway. Shelling of Kostiantynivka, Chasiv Yar and
Velyka Novosilka in the Donetsk region went on for a third day. Officials in Washington and New York declined to comment. `, 20)

func BenchmarkLongest(b *testing.B) {
	g := builtIn(b)
	words := Words(prose)
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		for i := 0; i < len(words); i++ {
			if n, _ := g.Longest(words[i:min(i+8, len(words))]); n > 1 {
				i += n - 1
			}
		}
	}
}

func BenchmarkHashWord(b *testing.B) {
	fields := strings.Fields(prose)
	words := make([][]byte, len(fields))
	for i, f := range fields {
		words[i] = []byte(f)
	}
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		for _, w := range words {
			HashWord(w)
		}
	}
}

func BenchmarkLookupTypo(b *testing.B) {
	g := builtIn(b)
	for b.Loop() {
		g.Lookup("Kostantynivka")
	}
}

package session

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// containsFold does what its comment says, whatever the letters.
func TestContainsFold(t *testing.T) {
	letters := []rune("aAbBкКіІїЇєЄ .,ıſ")
	r := rand.New(rand.NewPCG(1, 1))
	text := func(n int) string {
		var b strings.Builder
		for range r.IntN(n) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		return b.String()
	}
	for range 20_000 {
		in, word := text(12), strings.ToLower(text(4))
		if want := strings.Contains(strings.ToLower(in), word); containsFold(in, word) != want {
			t.Fatalf("%q in %q: %v", word, in, !want)
		}
	}
}

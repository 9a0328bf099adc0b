package read

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

// TestSlavicPlaces holds that names of places are found in every case, as adjectives of
// units and in lists of these.
func TestSlavicPlaces(t *testing.T) {
	r := reader(t)
	data, err := os.ReadFile("testdata/slavic_places.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{
		"uk": "Речник повідомив, що бої тривають %s, але ситуація контрольована. Наші бійці тримаються.",
		"ru": "Представитель сообщил, что бои продолжаются %s, но ситуация под контролем. Это было вчера.",
	}
	for _, line := range strings.Split(string(data), "\n") {
		lang, list, ok := strings.Cut(line, ": ")
		if !ok || line[0] == '#' {
			continue
		}
		for _, c := range strings.Split(list, "; ") {
			form, want, _ := strings.Cut(c, " = ")
			g := r.Read(article(t, fmt.Sprintf(texts[lang], form)))
			if !slices.ContainsFunc(g.Mentions, func(m geo.Mention) bool {
				q, ok := r.gaz.Place(m.Place)
				return ok && q.Name == want && m.Use != geo.Metonym
			}) {
				t.Errorf("%s: %s is not found", form, want)
			}
		}
	}
}

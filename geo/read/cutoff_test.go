package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// TestCutOff reads the texts of the batteries as if they broke off behind each of their words, or
// began with it: what looks at the words beside one must not look beyond the text.
func TestCutOff(t *testing.T) {
	r := reader(t)
	const longest = 400 // bytes
	some := 4           // of how many texts one is taken
	if testing.Short() {
		some = 40
	}
	for _, s := range shapes(t) {
		if len(s) > longest || len(s)%some > 0 {
			continue
		}
		s = strings.ReplaceAll(s, "¶", "\n\n")
		for i := 1; i < len(s); i++ {
			if s[i] != ' ' {
				continue
			}
			for _, part := range []string{s[:i], s[i+1:]} {
				func() {
					defer func() {
						if e := recover(); e != nil {
							t.Errorf("%q: %v", part, e)
						}
					}()
					r.Read(&geo.Article{Text: part, Publisher: geo.Publisher{Party: geo.Press}})
				}()
			}
		}
	}
}

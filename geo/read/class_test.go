package read

import "testing"

// Every class of words has words: a pattern that asks for one without any would never be found.
func TestEveryClassHasWords(t *testing.T) {
	r := reader(t)
	var have class
	for _, l := range r.lex {
		for i := range l.entries {
			have |= l.entries[i].classes
		}
	}
	for name, c := range classNames {
		if have&c == 0 {
			t.Errorf("no word is of the class %q", name)
		}
	}
}

package render

import (
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

// A legend of another key names the classes that are seen, says what they are, and
// has no rows to click; the map is painted in its hues, and furniture that was kept
// for another key is not shown.
func TestKey(t *testing.T) {
	p := newPainter(t)
	plain := stillScene(t)
	keyed := *plain
	keyed.Key = &Key{Head: "Published by", Names: []string{"First Paper", "Second Paper", "Third Paper", "Fourth Paper", "Fifth Paper", "7 other publishers"}, Letters: []string{"F", "S", "T", "O", "P", "…"}}
	other := keyed
	other.Key = &Key{Head: keyed.Key.Head, Names: keyed.Key.Names, Letters: keyed.Key.Letters, Ordered: true}
	v := views[0]
	c, _, err := p.begin(t.Context(), &keyed, v, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	parts := legendParts(keyed.words(), &c.present, []geo.Voice{geo.PressVoice})
	if parts[0].head != "Published by" {
		t.Errorf("the legend begins with %q", parts[0].head)
	}
	var names []string
	for _, r := range parts[0].rows {
		names = append(names, r.text)
		if r.click || r.off {
			t.Errorf("the row %q can be clicked or is off", r.text)
		}
	}
	if len(names) < 3 || slices.ContainsFunc(names, func(s string) bool { return !strings.Contains(s, "Paper") && !strings.Contains(s, "other") }) {
		t.Errorf("the legend lists %q", names)
	}
	p.scratch.Put(c)
	seen := map[string]bool{}
	for _, s := range []*Scene{plain, &keyed, &other} {
		f := render(t, p, s, v, Options{})
		for _, in := range f.Insets {
			if in.Name == "legend" && s.Key != nil && len(in.Rows) != 0 {
				t.Errorf("the legend has rows %v to click", in.Rows)
			}
		}
		if got := string(f.Compose().Pix); seen[got] {
			t.Error("two keys give the same picture")
		} else {
			seen[got] = true
		}
		if got := string(render(t, newPainter(t), s, v, Options{}).Compose().Pix); !seen[got] {
			t.Error("a painter that painted another key gives another picture")
		}
	}
	if plain.Equal(&keyed) || keyed.Equal(&other) {
		t.Error("scenes of different keys are equal")
	}
	if l, n := ClassLabel(keyed.Key, 5, geo.English); l != "…" || n != "7 other publishers" {
		t.Errorf("class 5 is %q %q", l, n)
	}
	if l, n := ClassLabel(nil, Class(geo.PressVoice), geo.English); l != VoiceLetter(geo.PressVoice) || n != VoiceName(geo.PressVoice, geo.English) {
		t.Errorf("the press is %q %q", l, n)
	}
	if ClassColour(nil, 0, Dark) != VoiceColour(0, Dark) || ClassColour(keyed.Key, 99, Dark) != darkKinds[5] {
		t.Error("the colours of classes are others")
	}
}

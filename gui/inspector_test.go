package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"contested/geo"
)

// A claim of a voice, with an invented excerpt.
func aClaim(id string, v geo.Voice) claimValue {
	return claimValue{ID: geo.ClaimID(id), Voice: v, Speaker: "Speaker " + id, Publisher: "Example Post", Date: "6 November 2025",
		Type: "defended by Ukraine", Status: "not independently verified", Places: "Exampleville", Placed: true,
		Excerpt: "A spokesman said the town of Exampleville had not been taken, whatever others might say of it.",
		Content: []geo.Span{{Start: 17, End: 60}},
		Reasons: func() reasonsValue {
			return reasonsValue{Why: []whyValue{{Rule: "attr.B-that", Words: "said", Note: "the words before it name the speaker"}}}
		}}
}

func aPlace(russia, ukraine, others int) placeValue {
	p := placeValue{ID: "x", Name: "Exampleville", Kind: "Settlement", Names: "Прикладівка (Ukrainian)", Former: "Oldtown", Contested: "Russia: captured; Ukraine: defended"}
	for _, g := range []struct {
		title string
		v     geo.Voice
		n     int
	}{{"Russia", geo.RussianVoice, russia}, {"Ukraine", geo.UkrainianVoice, ukraine}, {"Others", geo.PressVoice, others}} {
		if g.n == 0 {
			continue
		}
		group := groupValue{Title: g.title, Voice: g.v}
		for i := range g.n {
			group.Claims = append(group.Claims, aClaim(fmt.Sprint(g.title, i), g.v))
		}
		p.Groups = append(p.Groups, group)
		p.Claims += g.n
	}
	return p
}

func newTestInspector(t *testing.T, w, h float32) (*inspector, fyne.Window) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LightAppearance, 1))
	i := newInspector()
	win := test.NewTempWindow(t, i)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return i, win
}

// lefts are the distinct left edges of the cards.
func lefts(i *inspector) map[float32]int {
	out := map[float32]int{}
	for _, c := range i.cards {
		out[fyne.CurrentApp().Driver().AbsolutePositionForObject(c).X]++
	}
	return out
}

func TestColumnsWhenWideStackedWhenNarrow(t *testing.T) {
	i, win := newTestInspector(t, 800, 700)
	i.showPlace(aPlace(2, 1, 1), "")
	if got := lefts(i); len(got) != 3 {
		t.Errorf("wide: cards begin at %v", got)
	}
	win.Resize(fyne.NewSize(380, 700))
	if got := lefts(i); len(got) != 1 {
		t.Errorf("narrow: cards begin at %v", got)
	}
	win.Resize(fyne.NewSize(800, 700))
	if got := lefts(i); len(got) != 3 {
		t.Errorf("wide again: cards begin at %v", got)
	}
}

// No card lies over another, at any width and text size.
func TestCardsDoNotOverlap(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		for _, w := range []float32{240, 380, 700, 1100} {
			i, _ := newTestInspector(t, w, 700)
			fyne.CurrentApp().Settings().SetTheme(NewTheme(LightAppearance, scale))
			i.showPlace(aPlace(3, 2, 2), "")
			type box struct {
				p fyne.Position
				s fyne.Size
			}
			var boxes []box
			for _, c := range i.cards {
				if c.Size().Height < c.HeightFor(c.Size().Width)-0.5 {
					t.Errorf("a card of %v needs the height %v", c.Size(), c.HeightFor(c.Size().Width))
				}
				boxes = append(boxes, box{fyne.CurrentApp().Driver().AbsolutePositionForObject(c), c.Size()})
			}
			for a := range boxes {
				for b := range a {
					x, y := boxes[a], boxes[b]
					if x.p.X < y.p.X+y.s.Width && y.p.X < x.p.X+x.s.Width && x.p.Y < y.p.Y+y.s.Height-0.5 && y.p.Y < x.p.Y+x.s.Height-0.5 {
						t.Errorf("scale %v, width %v: cards at %v and %v overlap", scale, w, x, y)
					}
				}
			}
		}
	}
}

func TestInspectorSaysEverything(t *testing.T) {
	i, _ := newTestInspector(t, 420, 900)
	i.showPlace(aPlace(1, 1, 0), "")
	text := strings.ReplaceAll(says(i), "\n", " ")
	for _, want := range []string{"Exampleville", "Прикладівка", "Oldtown", "Contested", "Speaker Russia0", "not independently verified",
		"Example Post, 6 November 2025", "defended by Ukraine", "R", "U", "1 claim"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in: %s", want, text)
		}
	}
	if strings.Contains(text, "attr.B-that") {
		t.Error("the reasons are shown without being asked for")
	}
	for _, c := range i.cards {
		c.toggle()
	}
	if text := says(i); !strings.Contains(text, "attr.B-that") {
		t.Error("the reasons are not shown")
	}
}

// A click on the words opens the article; Enter on the card too.
func TestCardOpens(t *testing.T) {
	i, _ := newTestInspector(t, 420, 900)
	var opened []geo.ClaimID
	i.OnOpen = func(c claimValue) { opened = append(opened, c.ID) }
	i.showPlace(aPlace(1, 0, 0), "")
	c := i.cards["Russia0"]
	c.quote.OnTapped(3)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(opened) != 2 || opened[0] != "Russia0" {
		t.Errorf("opened %v", opened)
	}
}

func TestManyClaimsAreShownInParts(t *testing.T) {
	i, _ := newTestInspector(t, 420, 900)
	i.showPlace(aPlace(100, 0, 0), "")
	if len(i.cards) != groupMost {
		t.Errorf("%d cards", len(i.cards))
	}
	i.all["Russia"] = true
	i.build()
	if len(i.cards) != 100 {
		t.Errorf("%d cards when all are asked for", len(i.cards))
	}
}

func TestEmptyStatesSayWhatToDo(t *testing.T) {
	i, _ := newTestInspector(t, 420, 900)
	asked := false
	i.OnImport = func() { asked = true }
	i.showOverview(overviewValue{})
	if text := says(i); !strings.Contains(text, "Import") {
		t.Errorf("with nothing open it says: %s", text)
	}
	i.showOverview(overviewValue{Articles: 2, Claims: 3, Placed: 2, Places: 1})
	if text := says(i); !strings.Contains(text, "Click a symbol") {
		t.Errorf("with nothing selected it says: %s", text)
	}
	_ = asked
}

// The selected claim is scrolled to.
func TestSelectedClaimIsInSight(t *testing.T) {
	i, _ := newTestInspector(t, 420, 500)
	i.showPlace(aPlace(8, 8, 8), "Others7")
	c := i.cards["Others7"]
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).Y
	if y < 0 || y > 480 {
		t.Errorf("the selected card is at %v", y)
	}
	if !c.selected {
		t.Error("it is not marked")
	}
}

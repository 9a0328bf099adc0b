package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"contested/geo"
)

// anArticle is long and invented; its claims stand in its second and last
// paragraphs.
func anArticle() readerValue {
	filler := strings.Repeat("Nothing happened that day that would be worth a line. ", 12)
	text := filler + "\n\nThe mayor said that Exampleville was quiet.\n\n" + strings.Repeat(filler+"\n\n", 10) + "A general claimed that the village of Sampleton had fallen."
	span := func(s string) []geo.Span {
		i := strings.Index(text, s)
		return []geo.Span{{Start: i, End: i + len(s)}}
	}
	one := spanValue{ID: "one", Voice: geo.UkrainianVoice, Label: "Ukraine · control", Excerpt: span("The mayor said that Exampleville was quiet.")[0],
		Content: span("Exampleville was quiet"), Cue: span("said"), Speaker: span("The mayor")}
	two := spanValue{ID: "two", Voice: geo.RussianVoice, Label: "Russia · captured", Excerpt: span("A general claimed that the village of Sampleton had fallen.")[0],
		Content: span("the village of Sampleton had fallen"), Cue: span("claimed"), Speaker: span("A general")}
	return readerValue{articleValue: articleValue{ID: "a", Title: "A quiet day", Publisher: "Example Post", LongDate: "6 November 2025"}, Text: text, Spans: []spanValue{one, two}}
}

func newTestReader(t *testing.T) *reader {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(LightAppearance, 1))
	r := newReader()
	win := test.NewTempWindow(t, r)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(420, 500))
	return r
}

func TestReaderScrollsToTheClaim(t *testing.T) {
	r := newTestReader(t)
	v := anArticle()
	v.Focus = "two"
	r.show(v, "Exampleville")
	y, h := r.text.LineAt(v.Spans[1].Content[0].Start)
	top := r.scroll.scroll.Offset.Y
	if y+10 < top || y+10+h > top+r.scroll.Size().Height {
		t.Errorf("the claim is at %v…%v, in sight is %v…%v", y, y+h, top, top+r.scroll.Size().Height)
	}
	if text := says(r); !strings.Contains(text, "Sampleton") || !strings.Contains(text, "Russia · captured") {
		t.Errorf("it says: %s", text)
	}
	// Without a claim it begins at the beginning.
	v.ID, v.Focus = "b", ""
	r.show(v, "Overview")
	if r.scroll.scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v", r.scroll.scroll.Offset.Y)
	}
}

// Content, speaker and cue of the claim in focus are marked, each in its way;
// the other claims only lightly.
func TestReaderMarks(t *testing.T) {
	r := newTestReader(t)
	v := anArticle()
	v.Focus = "one"
	r.show(v, "")
	at := map[string]int{}
	for _, m := range r.marks() {
		words := m.Span.Of(v.Text)
		switch {
		case m.Style.Fill != nil:
			at["content:"+words]++
		case m.Style.Bold:
			at["speaker:"+words]++
		case m.Style.Dotted:
			at["cue:"+words]++
		default:
			at["other:"+words]++
		}
	}
	for _, want := range []string{"content:Exampleville was quiet", "speaker:The mayor", "cue:said", "other:the village of Sampleton had fallen"} {
		if at[want] != 1 {
			t.Errorf("%s is marked %d times; all: %v", want, at[want], at)
		}
	}
}

func TestReaderClicksAndSteps(t *testing.T) {
	r := newTestReader(t)
	v := anArticle()
	v.Focus = "one"
	var asked []geo.ClaimID
	r.OnClaim = func(id geo.ClaimID) { asked = append(asked, id) }
	r.show(v, "")
	r.tapped(strings.Index(v.Text, "Sampleton"))
	r.tapped(3) // no claim's words
	r.step(1)
	r.step(-1)
	if len(asked) != 2 || asked[0] != "two" || asked[1] != "two" {
		t.Errorf("asked for %v", asked)
	}
}

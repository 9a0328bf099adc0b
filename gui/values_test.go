package gui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"contested/geo"
)

func TestSpeakerWords(t *testing.T) {
	text := "the General Staff said. Putin said. it said."
	a := &geo.Article{Text: text, Publisher: geo.Publisher{Name: "Example Post"}}
	span := func(s string) []geo.Span {
		i := strings.Index(text, s)
		return []geo.Span{{Start: i, End: i + len(s)}}
	}
	for _, c := range []struct {
		claim           geo.Claim
		speaker, source string
	}{
		{geo.Claim{Source: geo.Source{Class: geo.Narrator}}, "Example Post", "the article itself"},
		{geo.Claim{Speaker: span("Putin"), Source: geo.Source{Name: "Vladimir Putin"}}, "Putin", "Vladimir Putin"},
		{geo.Claim{Speaker: span("the General Staff"), Source: geo.Source{Name: "General Staff"}}, "The General Staff", ""},
		{geo.Claim{Speaker: span("it"), Source: geo.Source{Name: "Ministry of Defence"}}, "It", "Ministry of Defence"},
	} {
		if speaker, source := speakerWords(&c.claim, a); speaker != c.speaker || source != c.source {
			t.Errorf("%+v: %q (%q), want %q (%q)", c.claim.Source, speaker, source, c.speaker, c.source)
		}
	}
}

func TestWithinCutsToTheExcerpt(t *testing.T) {
	got := within([]geo.Span{{Start: 2, End: 5}, {Start: 8, End: 30}, {Start: 40, End: 50}}, geo.Span{Start: 4, End: 20})
	if len(got) != 2 || got[0] != (geo.Span{Start: 0, End: 1}) || got[1] != (geo.Span{Start: 4, End: 16}) {
		t.Errorf("%v", got)
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Pokrovsk-2025-11-27": "pokrovsk-2025-11-27", "Chasiv Yar": "chasiv-yar", "Сіверськ": "сіверськ", "a/../b": "a-b", "": "",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCitation(t *testing.T) {
	got := citation(claimValue{Excerpt: " It is so. ", Speaker: "A mayor", Publisher: "Example Post", Date: "6 November 2025"}, "https://example.org/a", time.Date(2025, 12, 1, 0, 0, 0, 0, time.UTC))
	want := "“It is so.” — A mayor, in: Example Post, 6 November 2025, https://example.org/a, accessed 1 December 2025"
	if got != want {
		t.Errorf("%s", got)
	}
}

func TestFitLines(t *testing.T) {
	test.NewTempApp(t)
	long := "The quick brown fox jumps over the lazy dog and goes home again, tired and content"
	for _, n := range []int{1, 2, 3} {
		lines := fitLines(long, 14, fyne.TextStyle{}, 140, n)
		if len(lines) != n {
			t.Fatalf("%d lines: %q", n, lines)
		}
		for _, l := range lines {
			if w := fyne.MeasureText(l, 14, fyne.TextStyle{}).Width; w > 140 {
				t.Errorf("%q is %v wide", l, w)
			}
		}
		if !strings.HasSuffix(lines[n-1], "…") || !strings.HasPrefix(long, lines[0][:5]) {
			t.Errorf("%q", lines)
		}
	}
	if got := fitLines("short", 14, fyne.TextStyle{}, 140, 2); len(got) != 1 || got[0] != "short" {
		t.Errorf("%q", got)
	}
}

func TestCoordinates(t *testing.T) {
	if got := coordinates(orb.Point{-0.5, -33.25}); got != "33.2500° S  0.5000° W" {
		t.Error(got)
	}
}

func TestDateWords(t *testing.T) {
	if got := dateWords(geo.Day(2025, 11, 6)); got != "6 November 2025" {
		t.Error(got)
	}
	if got := dateWords(geo.Interval{}); got != "undated" {
		t.Error(got)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1\u2009000", 1234567: "1\u2009234\u2009567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

func TestFilterWords(t *testing.T) {
	f := geo.Filter{Hidden: map[geo.Voice]bool{geo.RussianVoice: true}, Words: "bridge"}
	if got := filterWords(f); got != "Russia hidden; only with “bridge”" {
		t.Error(got)
	}
	if got := filterWords(geo.Filter{}); got != "" {
		t.Error(got)
	}
}

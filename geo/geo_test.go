package geo

import (
	"encoding"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestZeroValues states what the zero of every type is, so that nobody has to guess.
func TestZeroValues(t *testing.T) {
	var a Article
	if _, err := NewArticle(a); err != ErrNoText {
		t.Errorf("the zero article: %v", err)
	}
	if !(Span{}).Empty() || (Span{}).In("text") == nil {
		t.Error("the zero span is empty and stands nowhere")
	}
	if (Interval{}).Known() || (Interval{}).String() != "undated" || !(Interval{}).Overlaps(Day(2025, 1, 1)) {
		t.Error("the zero interval is unknown time, which no date filter hides")
	}
	if (Filter{}).Active() || (Filter{Hidden: map[Voice]bool{RussianVoice: false}}).Active() {
		t.Error("the zero filter hides nothing")
	}
	if (Source{}).Voice() != UnattributedVoice {
		t.Error("the zero source is unattributed")
	}
	var c Claim
	if c.Validate(&a) == nil {
		t.Error("the zero claim is not valid")
	}
}

func TestArticleIDs(t *testing.T) {
	base := Article{Title: "T", Text: "Text.", Publisher: Publisher{Name: "P"}}
	id := func(change func(*Article)) ArticleID {
		a := base
		change(&a)
		a, err := NewArticle(a)
		if err != nil {
			t.Fatal(err)
		}
		return a.ID
	}
	same := id(func(*Article) {})
	if id(func(a *Article) { a.URL, a.Fetched = "https://example.org", time.Unix(1, 0) }) != same {
		t.Error("where and when an article was fetched is no part of what it is")
	}
	for name, change := range map[string]func(*Article){
		"text":      func(a *Article) { a.Text = "Text!" },
		"publisher": func(a *Article) { a.Publisher.Name = "Q" },
		// Lengths are hashed too: moving a letter over a border changes the id.
		"border": func(a *Article) { a.Publisher.Name, a.Title = "PT", "" },
	} {
		if id(change) == same {
			t.Errorf("another %s gives the same id", name)
		}
	}
	if _, err := NewArticle(Article{Text: "a\xff"}); err == nil {
		t.Error("broken UTF-8 is taken")
	}
}

func TestSpanIn(t *testing.T) {
	const text = "Покровськ"
	for _, c := range []struct {
		s  Span
		ok bool
	}{{Span{0, 2}, true}, {Span{0, len(text)}, true}, {Span{0, 1}, false}, {Span{1, 4}, false}, {Span{0, 100}, false}, {Span{-2, 2}, false}, {Span{4, 2}, false}} {
		if err := c.s.In(text); (err == nil) != c.ok {
			t.Errorf("%v: %v", c.s, err)
		}
	}
}

func TestIntervals(t *testing.T) {
	for in, want := range map[string]string{
		"2025-11-27":                "2025-11-27",
		"2025-11":                   "2025-11",
		"2025-11-27T18:30:00Z":      "2025-11-27 18:30 UTC",
		"2025-02-30":                "no",
		"yesterday":                 "no",
		"2025-11-27T18:30:00+02:00": "2025-11-27 18:30 +0200",
	} {
		iv, ok := ParseDate(in)
		got := "no"
		if ok {
			got = iv.String()
		}
		if got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
	first, next := Day(2025, 1, 1), Day(2025, 1, 2)
	for _, c := range []struct {
		a, b Interval
		want bool
	}{
		{first, first, true}, {first, next, false},
		{Moment(first.From), first, true}, {Moment(first.To), first, false}, {Moment(first.To), next, true},
		{Moment(first.To), Moment(first.To), true}, {Moment(first.From), Moment(first.To), false},
		{first, Interval{From: first.To}, false}, {next, Interval{From: first.To}, true}, {first, Interval{To: first.To}, true},
		{next, Interval{To: first.To}, false}, {Moment(first.To), Interval{To: first.To}, false}, {Interval{To: next.From}, Interval{From: first.From}, true},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%v and %v: %v, %v, want %v", c.a, c.b, c.a.Overlaps(c.b), c.b.Overlaps(c.a), c.want)
		}
	}
	if Day(2025, 1, 1).Overlaps(Day(2025, 1, 3)) || !Day(2025, 1, 1).Overlaps(Interval{Day(2024, 1, 1).From, Day(2026, 1, 1).From}) {
		t.Error("overlap")
	}
}

// Every enumeration goes to text and back, and refuses words that are not its own.
func TestEnumerations(t *testing.T) {
	type text interface {
		encoding.TextMarshaler
	}
	for name, c := range map[string]struct {
		n    int
		make func(int) text
		back func([]byte) (any, error)
	}{
		"party":     {len(parties.list), func(i int) text { return Party(i) }, func(b []byte) (any, error) { var v Party; err := v.UnmarshalText(b); return v, err }},
		"class":     {len(sourceClasses.list), func(i int) text { return SourceClass(i) }, func(b []byte) (any, error) { var v SourceClass; err := v.UnmarshalText(b); return v, err }},
		"voice":     {len(voices.list), func(i int) text { return Voice(i) }, func(b []byte) (any, error) { var v Voice; err := v.UnmarshalText(b); return v, err }},
		"type":      {len(claimTypes.list), func(i int) text { return ClaimType(i) }, func(b []byte) (any, error) { var v ClaimType; err := v.UnmarshalText(b); return v, err }},
		"polarity":  {len(polarities.list), func(i int) text { return Polarity(i) }, func(b []byte) (any, error) { var v Polarity; err := v.UnmarshalText(b); return v, err }},
		"modality":  {len(modalities.list), func(i int) text { return Modality(i) }, func(b []byte) (any, error) { var v Modality; err := v.UnmarshalText(b); return v, err }},
		"status":    {len(statuses.list), func(i int) text { return Status(i) }, func(b []byte) (any, error) { var v Status; err := v.UnmarshalText(b); return v, err }},
		"kind":      {len(placeKinds.list), func(i int) text { return PlaceKind(i) }, func(b []byte) (any, error) { var v PlaceKind; err := v.UnmarshalText(b); return v, err }},
		"precision": {len(precisions.list), func(i int) text { return Precision(i) }, func(b []byte) (any, error) { var v Precision; err := v.UnmarshalText(b); return v, err }},
		"use":       {len(uses.list), func(i int) text { return Use(i) }, func(b []byte) (any, error) { var v Use; err := v.UnmarshalText(b); return v, err }},
	} {
		for i := range c.n {
			b, err := c.make(i).MarshalText()
			if err != nil {
				t.Fatalf("%s %d: %v", name, i, err)
			}
			if v, err := c.back(b); err != nil || !reflect.DeepEqual(v, c.make(i)) {
				t.Errorf("%s: %s came back as %v, %v", name, b, v, err)
			}
		}
		if _, err := c.make(c.n).MarshalText(); err == nil {
			t.Errorf("%s: a value too many is written", name)
		}
		if _, err := c.back([]byte("no such word")); err == nil {
			t.Errorf("%s: a foreign word is read", name)
		}
	}
	if len(Parties()) != len(parties.list) || len(ClaimTypes()) != len(claimTypes.list) || len(Voices()) != len(voices.list) {
		t.Error("a list is not whole")
	}
}

// Every party speaks in a voice of the legend.
func TestVoices(t *testing.T) {
	for _, p := range Parties() {
		v := Source{Party: p}.Voice()
		if (v == UnattributedVoice) != (p == UnknownParty) {
			t.Errorf("%s speaks as %s", p, v)
		}
	}
	if (Source{Party: Press, Class: Analyst}).Voice() != AnalystVoice || (Source{Party: Press, Class: Media}).Voice() != PressVoice {
		t.Error("analysts and the press are two voices")
	}
}

func article(t *testing.T) Article {
	t.Helper()
	a, err := NewArticle(Article{Text: "Invented: the mayor said the bridge at Ozerne had been hit. Nobody was hurt."})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func span(t *testing.T, a Article, words string) Span {
	t.Helper()
	i := strings.Index(a.Text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in the text", words)
	}
	return Span{i, i + len(words)}
}

func TestValidate(t *testing.T) {
	a := article(t)
	good := Claim{Article: a.ID, Content: []Span{span(t, a, "the bridge at Ozerne had been hit")}, Excerpt: Span{0, 59},
		Cue: []Span{span(t, a, "said")}, Places: []PlaceRef{{Place: "ct:ozerne", Span: span(t, a, "Ozerne")}}}
	if err := good.Validate(&a); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Claim){
		"another article":         func(c *Claim) { c.Article = "x" },
		"no content":              func(c *Claim) { c.Content = nil },
		"content out of text":     func(c *Claim) { c.Content = []Span{{50, 5000}} },
		"content before excerpt":  func(c *Claim) { c.Excerpt = Span{30, 59} },
		"overlapping content":     func(c *Claim) { c.Content = []Span{{20, 40}, {30, 50}} },
		"cue out of text":         func(c *Claim) { c.Cue = []Span{{-1, 4}} },
		"place without a mention": func(c *Claim) { c.Places = []PlaceRef{{Place: "ct:ozerne"}} },
		"mention without a place": func(c *Claim) { c.Places = []PlaceRef{{Span: Span{0, 4}}} },
	} {
		c := good
		spoil(&c)
		if c.Validate(&a) == nil {
			t.Errorf("%s: the claim is taken", name)
		}
	}
}

func TestCorrect(t *testing.T) {
	a := article(t)
	mk := func(words string) Claim {
		c := Claim{Article: a.ID, Content: []Span{span(t, a, words)}, Excerpt: Span{0, len(a.Text)}}
		c.ID = NewClaimID(a.ID, c.Content)
		return c
	}
	one, two := mk("the bridge at Ozerne had been hit"), mk("Nobody was hurt")
	read := []Claim{one, two}
	denied, damage := Negated, Damage
	by := func(c Claim, change func(*Correction)) Correction {
		k := Correction{Article: a.ID, Content: c.Content}
		change(&k)
		return k
	}
	out, orphans := Correct(read, []Correction{
		by(one, func(k *Correction) { k.Type, k.Polarity = &damage, &denied }),
		by(two, func(k *Correction) { k.Reject = true }),
		by(mk("the mayor"), func(k *Correction) { k.Accept = true }),
	})
	if len(out) != 1 || out[0].Type != Damage || out[0].Polarity != Negated {
		t.Errorf("corrected to %+v", out)
	}
	if len(orphans) != 1 {
		t.Errorf("orphans: %+v", orphans)
	}
	if read[0].Type != Other || len(read) != 2 {
		t.Error("the reading itself was changed")
	}
	out, _ = Correct(read, []Correction{
		by(two, func(k *Correction) { k.Reject = true }),
		by(two, func(k *Correction) { k.Accept = true }),
	})
	if len(out) != 2 || out[1].Confidence != 1 {
		t.Error("accepting takes a rejection back")
	}
	added := mk("the mayor")
	out, _ = Correct(read, []Correction{by(added, func(k *Correction) { k.Added = &added })})
	if len(out) != 3 || !out[2].Manual {
		t.Errorf("the claim made by hand is missing: %+v", out)
	}
	longer := []Span{span(t, a, "the mayor said the bridge at Ozerne had been hit")}
	out, _ = Correct(read, []Correction{by(one, func(k *Correction) { k.Span = &longer })})
	if out[0].Content[0] != longer[0] || out[0].ID != one.ID {
		t.Error("another span keeps the claim's id, so that later corrections find it")
	}
}

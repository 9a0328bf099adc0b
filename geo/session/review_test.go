package session

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/read"
)

// generated makes n articles of five claims each, as an import would have them.
// The texts are invented, and say nothing.
func generated(t testing.TB, n int) ([]geo.Article, []*geo.Reading) {
	t.Helper()
	g, err := engine().Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	var places []geo.Place
	for _, name := range []string{"Pokrovsk", "Kramatorsk", "Myrnohrad", "Sloviansk", "Bakhmut", "Toretsk", "Siversk"} {
		places = append(places, g.Lookup(name)[0].Place)
	}
	r := rand.New(rand.NewPCG(1, uint64(n)))
	parties := geo.Parties()
	var articles []geo.Article
	var readings []*geo.Reading
	for i := range n {
		var b strings.Builder
		reading := &geo.Reading{Language: geo.English}
		for range 5 {
			p := places[r.IntN(len(places))]
			start := b.Len()
			who := fmt.Sprintf("Speaker %d", r.IntN(50))
			b.WriteString(who + " said ")
			content := b.Len()
			b.WriteString("that on day " + fmt.Sprint(r.IntN(2000)) + " the town of ")
			at := b.Len()
			b.WriteString(p.Name)
			named := geo.Span{Start: at, End: b.Len()}
			b.WriteString(" was taken")
			end := b.Len()
			b.WriteString(". ")
			c := geo.Claim{Content: []geo.Span{{Start: content, End: end}}, Excerpt: geo.Span{Start: start, End: end + 1},
				Speaker: []geo.Span{{Start: start, End: start + len(who)}}, Type: geo.ClaimTypes()[r.IntN(16)], Polarity: geo.Polarity(r.IntN(2)),
				Source:     geo.Source{Key: strings.ToLower(who), Name: who, Party: parties[r.IntN(len(parties))], Class: geo.Military},
				Confidence: float64(r.IntN(100)) / 100, Places: []geo.PlaceRef{{Place: p.ID, Span: named, Ambiguous: r.IntN(8) == 0}}}
			reading.Claims = append(reading.Claims, c)
		}
		a, err := geo.NewArticle(geo.Article{Title: fmt.Sprint("Invented ", i), Text: b.String(), Language: geo.English,
			Publisher: geo.Publisher{Name: fmt.Sprint("Paper ", i%20), Party: geo.Press}, Published: geo.Day(2025, 11, 1+i%28)})
		if err != nil {
			t.Fatal(err)
		}
		reading.Article = a.ID
		for k := range reading.Claims {
			c := &reading.Claims[k]
			c.Article, c.ID = a.ID, geo.NewClaimID(a.ID, c.Content)
			reading.Mentions = append(reading.Mentions, geo.Mention{Span: c.Places[0].Span, Place: c.Places[0].Place})
		}
		articles, readings = append(articles, a), append(readings, reading)
	}
	return articles, readings
}

// withGenerated is a session on a document of n generated articles.
func withGenerated(t testing.TB, n int) *Session {
	t.Helper()
	path := filepath.Join(t.TempDir(), "generated.gpkg")
	p, err := project.Create(path, project.Options{Now: now, Reader: read.Version, Places: engine().Place})
	if err != nil {
		t.Fatal(err)
	}
	articles, readings := generated(t, n)
	for i := 0; i < n; i += 5000 {
		if err := p.Import("import", articles[i:min(n, i+5000)], readings[i:min(n, i+5000)]); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(Config{Engine: engine(), DataDir: t.TempDir(), Document: path, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// bruteReview is the queue as it is defined: unchecked claims, sorted.
func bruteReview(st *State) (r Review) {
	for i := range st.Claims {
		if c := st.Claims[i]; st.Repeated(c.ID) {
			continue
		} else if c.Checked {
			r.Checked++
		} else {
			r.Queue = append(r.Queue, c)
			if st.Doubt(c) != 0 {
				r.ToCheck++
			}
		}
	}
	slices.SortStableFunc(r.Queue, func(a, b *geo.Claim) int {
		return cmp.Compare(st.Doubt(b).urgency(), st.Doubt(a).urgency())
	})
	return r
}

func TestReviewQueueIsAsDefined(t *testing.T) {
	s := withGenerated(t, 60)
	r := rand.New(rand.NewPCG(3, 3))
	for range 25 {
		st := s.State()
		want := bruteReview(st)
		if st.Review.ToCheck != want.ToCheck || st.Review.Checked != want.Checked || !slices.Equal(st.Review.Queue, want.Queue) {
			t.Fatalf("%d to check, %d checked, %d in the queue; want %d, %d, %d", st.Review.ToCheck, st.Review.Checked, len(st.Review.Queue),
				want.ToCheck, want.Checked, len(want.Queue))
		}
		c := st.Review.Queue[r.IntN(len(st.Review.Queue))]
		k := st.Correction(c)
		switch r.IntN(4) {
		case 0:
			k.Reject = true
		case 1:
			k.Accept = true
		case 2:
			src := c.Source
			src.Party = geo.Ukraine
			k.Source, k.Accept = &src, true
		case 3:
			src := c.Source
			src.Party = geo.Ukraine
			k.Source = &src // in passing: nobody has looked at this one
		}
		if err := s.Correct("act", k); err != nil {
			t.Fatal(err)
		}
		if left := s.State().Claim(c.ID); (k.Accept || k.Reject) && left != nil && (!left.Checked || s.State().Doubt(left) != 0) {
			t.Fatal("what was checked is still in doubt")
		}
		if r.IntN(3) == 0 {
			if _, err := s.Undo(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Every doubtful claim is come upon once by going on, in the queue's order, and
// acting never leads back to what is done.
func TestNextToCheck(t *testing.T) {
	s := withGenerated(t, 12)
	st := s.State()
	var seen []*geo.Claim
	at := geo.ClaimID("")
	for range st.Review.ToCheck {
		c := st.NextToCheck(st, at, 1, 0)
		seen, at = append(seen, c), c.ID
	}
	if !slices.Equal(seen, st.Review.Queue[:st.Review.ToCheck]) {
		t.Error("going on does not follow the queue")
	}
	if c := st.NextToCheck(st, at, 1, 0); c != seen[0] {
		t.Error("at the end it does not begin again")
	}
	if c := st.NextToCheck(st, seen[0].ID, -1, 0); c != seen[len(seen)-1] {
		t.Error("going back from the front does not lead to the end")
	}
	if c := st.NextToCheck(st, at, 1, Certain); c == nil || st.Doubt(c) != 0 {
		t.Error("those in no doubt do not follow when all are asked for")
	}
	at = ""
	for range st.Review.ToCheck {
		before := s.State()
		c := before.NextToCheck(before, at, 1, 0)
		if c == nil {
			break
		}
		k := before.Correction(c)
		k.Accept = true
		if err := s.Correct("accept", k); err != nil {
			t.Fatal(err)
		}
		at = ""
		if next := s.State().NextToCheck(before, c.ID, 1, 0); next != nil {
			if next.Checked {
				t.Fatal("the next was checked already")
			}
			at = previous(s.State(), next.ID)
		}
	}
	if n := s.State().Review.ToCheck; n != 0 {
		t.Errorf("%d are left to check", n)
	}
	if s.State().NextToCheck(s.State(), "", 1, 0) != nil {
		t.Error("there is a next although nothing is left")
	}
}

// previous is what stands before a claim in the queue, so that going on from
// there leads to it.
func previous(st *State, id geo.ClaimID) geo.ClaimID {
	for i, c := range st.Review.Queue {
		if c.ID == id && i > 0 {
			return st.Review.Queue[i-1].ID
		}
	}
	return ""
}

// The state after every kind of correction, undone and redone, is the state
// before and after; and reading the articles again changes nothing of it.
func TestEveryCorrectionUndoesRedoesAndIsReplayed(t *testing.T) {
	s := open(t, Config{})
	s.ImportNow(context.Background(), []string{write(t, "invented.txt", invented)})
	st := s.State()
	if len(st.Claims) < 2 {
		t.Fatal("too few claims to correct")
	}
	c := st.Claims[0]
	denied, modality, typ, status := geo.Negated, geo.Hedged, geo.Damage, geo.Confirmed
	a := st.Article(c.Article)
	longer := []geo.Span{c.Excerpt}
	words := geo.Span{Start: strings.Index(a.Text, "the night had been loud")}
	words.End = words.Start + len("the night had")
	added := geo.Claim{Article: a.ID, Content: []geo.Span{words}, Excerpt: words, Type: geo.Attack, Source: geo.Source{Key: "x", Name: "X", Party: geo.Civilians}}
	for name, change := range map[string]func(*geo.Correction){
		"accept":   func(k *geo.Correction) { k.Accept = true },
		"reject":   func(k *geo.Correction) { k.Reject = true },
		"place":    func(k *geo.Correction) { k.Places = &[]geo.PlaceRef{{Place: "gn:700646"}} },
		"no place": func(k *geo.Correction) { k.Places = &[]geo.PlaceRef{} },
		"party":    func(k *geo.Correction) { k.Source = &geo.Source{Key: "y", Name: "Y", Party: geo.Europe} },
		"type":     func(k *geo.Correction) { k.Type = &typ },
		"denied":   func(k *geo.Correction) { k.Polarity = &denied },
		"modality": func(k *geo.Correction) { k.Modality = &modality },
		"status":   func(k *geo.Correction) { k.Status, k.Reason = &status, "seen" },
		"span":     func(k *geo.Correction) { k.Span = &longer },
		"added":    func(k *geo.Correction) { k.Added, k.Content = &added, added.Content },
	} {
		before := s.State()
		k := before.Correction(c)
		change(&k)
		if err := s.Correct(name, k); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		after := s.State()
		if reflect.DeepEqual(after.Claims, before.Claims) {
			t.Errorf("%s changes nothing", name)
		}
		if name, err := s.Undo(); err != nil || !reflect.DeepEqual(s.State().Claims, before.Claims) || !sameQueue(s.State(), before) {
			t.Errorf("undoing %q does not lead back: %v", name, err)
		}
		if name, err := s.Redo(); err != nil || !reflect.DeepEqual(s.State().Claims, after.Claims) || !sameQueue(s.State(), after) {
			t.Errorf("redoing %q does not lead forward: %v", name, err)
		}
		if err := s.RereadNow(context.Background()); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(s.State().Claims, after.Claims) || len(s.State().Orphans) > 0 {
			t.Errorf("%s is not there any more after reading again", name)
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

func sameQueue(a, b *State) bool {
	return a.Review.ToCheck == b.Review.ToCheck && slices.EqualFunc(a.Review.Queue, b.Review.Queue, func(x, y *geo.Claim) bool { return x.ID == y.ID })
}

// A claim whose words were changed is still found by a later correction.
func TestCorrectionAfterAnotherSpan(t *testing.T) {
	s := withGenerated(t, 2)
	c := s.State().Claims[0]
	k := s.State().Correction(c)
	k.Span = &[]geo.Span{{Start: c.Content[0].Start + 5, End: c.Content[0].End}}
	if err := s.Correct("words", k); err != nil {
		t.Fatal(err)
	}
	k = s.State().Correction(s.State().Claim(c.ID))
	damage := geo.Damage
	k.Type = &damage
	if err := s.Correct("type", k); err != nil {
		t.Fatal(err)
	}
	if got := s.State().Claim(c.ID); got == nil || got.Type != damage || len(s.State().Orphans) > 0 {
		t.Errorf("the second correction found nothing: %+v", s.State().Orphans)
	}
	if n := len(s.State().CorrectionsOf(c.ID)); n != 2 {
		t.Errorf("%d corrections of it, want 2", n)
	}
}

// BenchmarkReview makes the queue of 100,000 claims.
func BenchmarkReview(b *testing.B) {
	st := withGenerated(b, 20000).State()
	for b.Loop() {
		next := *st
		next.review()
	}
}

// BenchmarkSession measures what a user does in a document of 100,000 claims.
func BenchmarkSession(b *testing.B) {
	s := withGenerated(b, 20000)
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			s.ToggleVoice(geo.RussianVoice)
		}
	})
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			s.SetFilter(geo.Filter{Words: "bakhmut"})
		}
		s.SetFilter(geo.Filter{})
	})
	b.Run("correct", func(b *testing.B) {
		for b.Loop() {
			st := s.State()
			k := st.Correction(st.Review.Queue[0])
			k.Accept = true
			if err := s.Correct("accept", k); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("undo", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Undo(); err != nil {
				if _, err := s.Redo(); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("next", func(b *testing.B) {
		st := s.State()
		last := st.Review.Queue[st.Review.ToCheck-1]
		for b.Loop() {
			st.NextToCheck(st, last.ID, 1, 0)
		}
	})
	b.Run("alike", func(b *testing.B) {
		st := s.State()
		c := st.Review.Queue[0]
		for b.Loop() {
			src := c.Source
			src.Party = geo.Turkey
			st.Alike(c, geo.Correction{Source: &src})
			status := geo.Disputed
			st.Alike(c, geo.Correction{Status: &status})
		}
	})
	b.Run("select", func(b *testing.B) {
		for b.Loop() {
			s.Select(Selection{Claim: s.State().Claims[0].ID})
		}
	})
}

package project

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"contested/geo"
	"contested/geo/view"
)

// TestUndoLaws: after any sequence of actions, undoing them one by one gives
// back every state in between, and redoing them gives them again.
func TestUndoLaws(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 1))
		o := options()
		p := create(t, o)
		states := []*Contents{contents(t, p)}
		names := []string{}
		for range 12 {
			n := len(p.History())
			name := randomAction(t, p, r)
			if len(p.History()) == n {
				continue // nothing happened
			}
			if p.UndoName() != name {
				t.Fatalf("seed %d: what can be undone is %q after %q", seed, p.UndoName(), name)
			}
			states, names = append(states, contents(t, p)), append(names, name)
		}
		if seed%2 == 1 { // and in the next sitting
			path := p.Path()
			ok(t, p.Close())
			var err error
			p, err = Open(path, o)
			ok(t, err)
			defer p.Close()
		}
		for round := range 2 {
			for i := len(names) - 1; i >= 0; i-- {
				name, err := p.Undo()
				ok(t, err)
				if d := difference(contents(t, p), states[i]); name != names[i] || d != "" {
					t.Fatalf("seed %d, round %d: undoing %q (%d) as %q gave other %s", seed, round, names[i], i, name, d)
				}
			}
			if _, err := p.Undo(); !errors.Is(err, ErrNothing) {
				t.Fatalf("undo without an action: %v", err)
			}
			clean(t, p.Path())
			for i, want := range names {
				name, err := p.Redo()
				ok(t, err)
				if d := difference(contents(t, p), states[i+1]); name != want || d != "" {
					t.Fatalf("seed %d: redoing %q gave other %s", seed, want, d)
				}
			}
			clean(t, p.Path())
		}
	}
}

// randomAction does one action and returns its name.
func randomAction(t testing.TB, p *Project, r *rand.Rand) string {
	t.Helper()
	c := contents(t, p)
	switch n := r.IntN(10); {
	case n < 3 || len(c.Articles) == 0:
		list, readings := articles(t, r.IntN(8), 1+r.IntN(3), 1+r.IntN(8))
		if r.IntN(4) == 0 {
			readings = nil
		}
		ok(t, p.Import("import", list, readings))
		return "import"
	case n == 3:
		ok(t, p.Remove("delete", []geo.ArticleID{c.Articles[r.IntN(len(c.Articles))].ID}))
		return "delete"
	case n == 4:
		f := geo.Filter{Words: string(rune('a' + r.IntN(3)))}
		ok(t, p.SaveFilter(f.Words, &f))
		return "Save filter “" + f.Words + "”"
	case n == 7 && len(c.Filters) > 0:
		f := c.Filters[r.IntN(len(c.Filters))].Name
		to := fmt.Sprint(f, len(p.undo))
		ok(t, p.RenameFilter(f, to))
		return "Rename filter “" + f + "” to “" + to + "”"
	case n == 8 && len(c.Articles) > 0:
		name := fmt.Sprint("name ", len(p.undo))
		ok(t, p.Label(c.Articles[r.IntN(len(c.Articles))].ID, name))
		return "Rename article to “" + name + "”"
	case n == 5:
		place := gazetteer["gn:2"]
		place.Point[0] += r.Float64()
		ok(t, p.PutPlace("move", place, "seen on a picture"))
		return "move"
	case n == 6:
		a := c.Articles[r.IntN(len(c.Articles))]
		again := &geo.Reading{Article: a.ID, Language: geo.English}
		if old := c.Readings[a.ID]; old != nil {
			again.Claims = old.Claims[:len(old.Claims)/2]
		}
		ok(t, p.Reread([]*geo.Reading{again}, "test 2"))
		return "Read the articles again"
	default:
		a := c.Articles[r.IntN(len(c.Articles))]
		reading := c.Readings[a.ID]
		if reading == nil || len(reading.Claims) == 0 {
			return ""
		}
		k := correction(&reading.Claims[r.IntN(len(reading.Claims))])
		switch r.IntN(5) {
		case 0:
			k.Reject = true
		case 1:
			k.Places = &[]geo.PlaceRef{{Place: "gn:3", Span: k.Content[0]}}
		case 2:
			s := parties[r.IntN(len(parties))]
			k.Source = &s
		case 3:
			added := reading.Claims[0]
			added.Places = []geo.PlaceRef{{Place: "adm:UA-14"}}
			k.Added, k.Content = &added, []geo.Span{{Start: added.Excerpt.Start, End: added.Content[0].End}}
		}
		ok(t, p.Correct("correct", k))
		return "correct"
	}
}

func TestNewActionEndsRedo(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 3)
	ok(t, p.Import("one", list[:1], readings[:1]))
	ok(t, p.Import("two", list[1:], readings[1:]))
	_, err := p.Undo()
	ok(t, err)
	if p.RedoName() != "two" || p.UndoName() != "one" {
		t.Fatalf("undo %q, redo %q", p.UndoName(), p.RedoName())
	}
	ok(t, p.Set("view", view.Viewport{Zoom: 3})) // no action: redo stays
	if p.RedoName() != "two" {
		t.Fatal("a setting ended redo")
	}
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	if p.RedoName() != "" {
		t.Fatal("redo is still there after a new action")
	}
	if _, err := p.Redo(); !errors.Is(err, ErrNothing) {
		t.Fatal(err)
	}
	clean(t, p.Path())
}

func TestRevert(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 3, 3)
	var states []*Contents
	for i := range list {
		ok(t, p.Import("import", list[i:i+1], readings[i:i+1]))
		states = append(states, contents(t, p))
	}
	first := p.History()[0].Seq
	ok(t, p.Revert(first))
	if !reflect.DeepEqual(contents(t, p), states[0]) {
		t.Error("going back did not give the first state")
	}
	if n := p.UndoName(); n != "Go back to: import" {
		t.Errorf("undo is named %q", n)
	}
	_, err := p.Undo()
	ok(t, err)
	if !reflect.DeepEqual(contents(t, p), states[2]) {
		t.Error("undoing that did not give the third state")
	}
	ok(t, p.Revert(0))
	if len(contents(t, p).Articles) != 0 {
		t.Error("going back to the beginning left articles")
	}
	if p.UndoName() != "Go back to the empty document" {
		t.Errorf("undo is named %q", p.UndoName())
	}
	// Going back is itself undone in one step each, and what was done before stays
	// within reach even after another action.
	_, err = p.Undo()
	ok(t, err)
	ok(t, p.Revert(first))
	ok(t, p.SaveFilter("mine", &geo.Filter{Words: "x"}))
	for range 2 {
		_, err = p.Undo()
		ok(t, err)
	}
	if !reflect.DeepEqual(contents(t, p), states[2]) {
		t.Error("the third state cannot be reached any more")
	}
	if err := p.Revert(99); !errors.Is(err, ErrNothing) {
		t.Errorf("a state that never was: %v", err)
	}
	clean(t, p.Path())
}

// Going back over every kind of action, and undoing that, gives each state
// again exactly.
func TestRevertOverEverything(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	p := create(t, options())
	list, readings := articles(t, 0, 4, 4)
	ok(t, p.Import("import", list, readings))
	states := map[int64]*Contents{}
	for range 40 {
		randomAction(t, p, r)
		states[p.undo[len(p.undo)-1].seq] = contents(t, p)
	}
	for range 20 {
		before := contents(t, p)
		s := p.undo[r.IntN(len(p.undo)-1)+1]
		want := states[s.seq]
		n := len(p.undo)
		ok(t, p.Revert(s.seq))
		if want != nil && difference(contents(t, p), want) != "" {
			t.Fatalf("going back to %q gives other %s", s.name, difference(contents(t, p), want))
		}
		if len(p.undo) == n {
			continue // it was the last
		}
		states[p.undo[n].seq] = contents(t, p)
		if r.IntN(2) == 0 {
			_, err := p.Undo()
			ok(t, err)
			if d := difference(contents(t, p), before); d != "" {
				t.Fatalf("undoing that gives other %s", d)
			}
		}
	}
	clean(t, p.Path())
}

func TestFiltersAndLabelsAreActions(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 1, 2)
	ok(t, p.Import("import", list, readings))
	ok(t, p.SaveFilter("mine", &geo.Filter{Words: "x"}))
	ok(t, p.SaveFilter("yours", &geo.Filter{Words: "y"}))
	if err := p.RenameFilter("mine", "yours"); err == nil {
		t.Error("a name that is taken was given again")
	}
	if err := p.RenameFilter("nobody's", "ours"); err == nil {
		t.Error("a filter that is not there was renamed")
	}
	before := contents(t, p)
	ok(t, p.RenameFilter("mine", "ours"))
	ok(t, p.Label(list[0].ID, "The day’s bulletin"))
	ok(t, p.SaveFilter("yours", nil))
	after := contents(t, p)
	if len(after.Filters) != 1 || after.Filters[0].Name != "ours" || after.Filters[0].Filter.Words != "x" || after.Labels[list[0].ID] != "The day’s bulletin" {
		t.Errorf("filters %+v, labels %v", after.Filters, after.Labels)
	}
	for _, want := range []string{"Delete filter “yours”", "Rename article to “The day’s bulletin”", "Rename filter “mine” to “ours”"} {
		name, err := p.Undo()
		ok(t, err)
		if name != want {
			t.Errorf("undone %q, want %q", name, want)
		}
	}
	if d := difference(contents(t, p), before); d != "" {
		t.Errorf("undo leaves other %s", d)
	}
	for range 3 {
		_, err := p.Redo()
		ok(t, err)
	}
	if d := difference(contents(t, p), after); d != "" {
		t.Errorf("redo leaves other %s", d)
	}
	clean(t, p.Path())
}

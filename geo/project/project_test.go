package project

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"contested/geo"
	"contested/geo/view"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

func TestRoundTrip(t *testing.T) {
	o := options()
	p := create(t, o)
	list, readings := articles(t, 0, 4, 9)
	ok(t, p.Import("import 4 articles", list, readings))
	c := contents(t, p)
	if !reflect.DeepEqual(c.Articles, list) {
		t.Errorf("articles came back as\n%+v\ninstead of\n%+v", c.Articles, list)
	}
	for i, r := range readings {
		whole := p.Whole(&list[i], c.Readings[r.Article])
		if !reflect.DeepEqual(whole, r) {
			t.Errorf("a reading came back as\n%+v\ninstead of\n%+v", whole, r)
		}
		// Without being asked for, the claims are there without their evidence.
		for k := range whole.Claims {
			whole.Claims[k].Why = nil
		}
		if bare := c.Readings[r.Article]; !reflect.DeepEqual(bare.Claims, whole.Claims) || bare.Mentions != nil || bare.Speakers != nil || bare.Attributions != nil {
			t.Errorf("a reading is held as\n%+v", bare)
		}
		if c.Readers[r.Article] != "test 1" {
			t.Errorf("the reader is %q", c.Readers[r.Article])
		}
	}
	v := view.Viewport{Centre: orb.Point{37.1, 48.2}, Zoom: 9.5, Width: 800, Height: 600, Density: 2}
	ok(t, p.Set("view", v))
	f := geo.Filter{Hidden: map[geo.Voice]bool{geo.RussianVoice: true}, Words: "town"}
	ok(t, p.SaveFilter("mine", &f))
	ok(t, p.PutPlace("move Gammansk", geo.Place{ID: "gn:3", Name: "Gammansk", Point: orb.Point{38, 49}}, "looked up"))
	k := correction(&readings[0].Claims[0])
	none := []geo.PlaceRef{}
	k.Places = &none
	ok(t, p.Correct("mark as denied", k))
	before := contents(t, p)
	if before.View != v || len(before.Filters) != 1 || !reflect.DeepEqual(before.Filters[0], SavedFilter{"mine", f}) {
		t.Errorf("settings came back as %+v, %+v", before.View, before.Filters)
	}
	if got := before.Corrections; len(got) != 1 || got[0].Places == nil || len(*got[0].Places) != 0 || *got[0].Polarity != geo.Negated {
		t.Errorf("the correction came back as %+v", got)
	}
	path := p.Path()
	clean(t, path)
	ok(t, p.Close())
	p, err := Open(path, o)
	ok(t, err)
	defer p.Close()
	if d := difference(contents(t, p), before); d != "" {
		t.Errorf("after opening again there are other %s", d)
	}
	names := []string{}
	for _, e := range p.History() {
		names = append(names, e.Name)
	}
	want := []string{"import 4 articles", "Save filter “mine”", "move Gammansk", "mark as denied"}
	if !reflect.DeepEqual(names, want) {
		t.Errorf("the history is %q instead of %q", names, want)
	}
	clean(t, path)
}

// correction is one that says that the claim is denied.
func correction(c *geo.Claim) geo.Correction {
	denied := geo.Negated
	return geo.Correction{Article: c.Article, Content: c.Content, Polarity: &denied, Reason: "a test"}
}

func TestImportTwiceIsImportOnce(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 3, 5)
	ok(t, p.Import("once", list, readings))
	before, history := contents(t, p), p.History()
	ok(t, p.Import("twice", list, readings))
	ok(t, p.Import("twice", append(list[:1:1], list[0]), nil))
	if !reflect.DeepEqual(before, contents(t, p)) || !reflect.DeepEqual(history, p.History()) {
		t.Error("importing the same articles again changed something")
	}
	if p.UndoName() != "once" {
		t.Errorf("what can be undone is %q", p.UndoName())
	}
}

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

// difference names the first field in which two contents differ.
func difference(a, b *Contents) string {
	x, y := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return x.Type().Field(i).Name
		}
	}
	return ""
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

func TestCorrectRefuses(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 1, 3)
	ok(t, p.Import("import", list, readings))
	before := contents(t, p)
	confirmed := geo.Confirmed
	good := correction(&readings[0].Claims[0])
	for name, change := range map[string]func(*geo.Correction){
		"confirmed without a reason": func(k *geo.Correction) { k.Status, k.Reason = &confirmed, "" },
		"an unknown article":         func(k *geo.Correction) { k.Article = "nope" },
		"no claim":                   func(k *geo.Correction) { k.Content = nil },
		"words outside the text":     func(k *geo.Correction) { k.Span = &[]geo.Span{{Start: 5, End: 1 << 40}} },
		"half a character":           func(k *geo.Correction) { k.Span = &[]geo.Span{{Start: 1, End: 9}} },
		"a place without a name":     func(k *geo.Correction) { k.Places = &[]geo.PlaceRef{{}} },
	} {
		k := good
		change(&k)
		if err := p.Correct("fine", good, k); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := p.Correct("confirm", geo.Correction{Article: good.Article, Content: good.Content, Status: &confirmed}); !errors.Is(err, ErrReason) {
		t.Errorf("no reason: %v", err)
	}
	if !reflect.DeepEqual(before, contents(t, p)) || len(p.History()) != 1 {
		t.Error("a refused correction left something behind")
	}
	ok(t, p.Correct("confirm", geo.Correction{Article: good.Article, Content: good.Content, Status: &confirmed, Reason: "seen on pictures"}))
	if h := p.History(); h[1].Reason != "seen on pictures" {
		t.Errorf("the reason in the history is %q", h[1].Reason)
	}
}

func TestImportLeavesOutWhatDoesNotStand(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 1, 4)
	broken := *readings[0]
	broken.Claims = append([]geo.Claim(nil), broken.Claims...)
	broken.Claims[1].Excerpt.End = 1 << 30
	ok(t, p.Import("import", list, []*geo.Reading{&broken}))
	if n := len(contents(t, p).Readings[list[0].ID].Claims); n != 3 {
		t.Errorf("%d claims are stored instead of 3", n)
	}
	if h := p.History(); h[0].Reason == "" {
		t.Error("the history says nothing of the claim that was left out")
	}
	forged, _ := article(t, 1, 2)
	forged.Text += "!"
	if err := p.Import("import", []geo.Article{forged}, nil); err == nil {
		t.Error("an article whose id is not that of its text was stored")
	}
	clean(t, p.Path())
}

func TestCreateRefusesExisting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.gpkg")
	ok(t, os.WriteFile(path, []byte("mine"), 0o600))
	if _, err := Create(path, options()); !errors.Is(err, ErrExists) {
		t.Errorf("creating over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Error("the file was touched")
	}
	if _, err := Create(filepath.Join(t.TempDir(), "no", "such", "folder", "a.gpkg"), options()); err == nil {
		t.Error("a document in a folder that is not there")
	}
}

// TestWithoutGazetteer: a document that is opened without knowing any place
// keeps in its layers what is known of them.
func TestWithoutGazetteer(t *testing.T) {
	path, readings := example(t)
	layers := func() string {
		db := other(t, path)
		defer db.Close()
		out := ""
		for _, q := range []string{
			"SELECT place_id, name, kind, claims, lon, hex(geom) FROM places ORDER BY place_id",
			"SELECT place_id, name, kind, claims, '', hex(geom) FROM regions ORDER BY place_id",
			"SELECT place, lon, lat, count(*), '', hex(geom) FROM claims GROUP BY 1, 2, 3, 6 ORDER BY 1",
		} {
			ok(t, db.Query(q, func(r *sqlite.Stmt) error {
				for i := range 6 {
					out += r.ColumnText(i) + " "
				}
				out += "\n"
				return nil
			}))
		}
		return out
	}
	before := layers()
	p, err := Open(path, Options{})
	ok(t, err)
	for _, r := range readings {
		denied := correction(&r.Claims[0])
		ok(t, p.Correct("deny", denied))
	}
	ok(t, p.Close())
	clean(t, path)
	if after := layers(); after != before {
		t.Errorf("the layers were\n%s\nand are\n%s", before, after)
	}
}

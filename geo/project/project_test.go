package project

import (
	"errors"
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
	if !reflect.DeepEqual(c.Articles, pointers(list)) {
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

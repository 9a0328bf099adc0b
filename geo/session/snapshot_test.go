package session

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
)

func paint(t testing.TB, st *State, p Picture) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := engine().WritePicture(context.Background(), &b, st, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func again(t testing.TB, b []byte) *Snapshot {
	t.Helper()
	s, err := ReadSnapshot(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What a picture carries draws the same file, byte for byte, and again.
func TestSnapshotDrawsTheSameBytes(t *testing.T) {
	s := open(t, Config{Example: true})
	st := s.State()
	s.Select(Selection{Place: st.Claims[3].Places[0].Place})
	chosen := s.State()
	s.ToggleVoice(geo.PressVoice)
	hidden := s.State()
	for name, c := range map[string]struct {
		st *State
		p  Picture
	}{
		"fit":      {st, Picture{Width: 700, Height: 500}},
		"box":      {st, Picture{Width: 701, Height: 433, Density: 1.3, DPI: 150, Bound: &orb.Bound{Min: orb.Point{36.5, 47.8}, Max: orb.Point{38.5, 49.2}}, Appearance: Appearance{Title: "<A> & \"b\"", Legend: true, Style: render.Dark, Labels: geo.Ukrainian, Language: geo.Ukrainian}}},
		"selected": {chosen, Picture{Width: 500, Height: 500, Appearance: Appearance{Legend: true, Note: "A note"}}},
		"hidden":   {hidden, Picture{Width: 640, Height: 480, Appearance: Appearance{Legend: true}}},
		"extras":   {st, Picture{Width: 900, Height: 700, Appearance: Appearance{Graticule: true, Locator: true, Second: geo.Ukrainian}}},
		"sheet":    {st, Picture{Width: 900, Height: 900, Layout: SheetLayout, Appearance: Appearance{Legend: true}}},
	} {
		first := paint(t, c.st, c.p)
		snap := again(t, first)
		if len(snap.Problems) > 0 {
			t.Errorf("%s: %v", name, snap.Problems)
		}
		second := paint(t, snap.State, snap.Picture)
		if !bytes.Equal(first, second) {
			os.WriteFile("/tmp/first.json", snap.Content, 0o644)
			os.WriteFile("/tmp/second.json", again(t, second).Content, 0o644)
			t.Errorf("%s: drawn again it is another file", name)
		}
		if same, err := engine().Redraw(context.Background(), snap); !same || err != nil {
			t.Errorf("%s: Redraw: %v, %v", name, same, err)
		}
		if snap.State.CountShown() != c.st.CountShown() {
			t.Errorf("%s: %d claims of %d", name, snap.State.CountShown(), c.st.CountShown())
		}
		side, err := ReadSnapshot(bytes.NewReader(snap.Content))
		if err != nil || side.Code != snap.Code || side.State.CountShown() != snap.State.CountShown() {
			t.Errorf("%s: the side file: %v", name, err)
		}
	}
}

// Every claim stands in the text that is carried, in the same words.
func TestSnapshotQuotes(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	snap := again(t, paint(t, st, Picture{Width: 400, Height: 300}))
	if len(snap.State.Claims) == 0 {
		t.Fatal("no claims")
	}
	for i := range snap.State.Claims {
		c := snap.State.Claims[i]
		a, was := snap.State.Article(c.Article), st.Claim(c.ID)
		if err := c.Validate(a); err != nil || was == nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		from := st.Article(was.Article)
		if a.TextHash() != from.TextHash() || a.Title != from.Title || len(a.Text) >= len(from.Text)+len(gap)*len(a.Cut.Pieces) {
			t.Errorf("%s: another article", a.Title)
		}
		words := func(spans []geo.Span, text string) (out []string) {
			for _, s := range spans {
				out = append(out, s.Of(text))
			}
			return out
		}
		for _, pair := range [][2][]geo.Span{{c.Content, was.Content}, {c.Cue, was.Cue}, {c.Speaker, was.Speaker}, {{c.Excerpt}, {was.Excerpt}}} {
			if x, y := words(pair[0], a.Text), words(pair[1], from.Text); !reflect.DeepEqual(x, y) {
				t.Errorf("%q is not %q", x, y)
			}
		}
	}
	if !Compare(st, snap.State).Empty() {
		t.Errorf("a picture differs from what it was made of: %+v", Compare(st, snap.State))
	}
}

// Nothing leaves the house that is not shown.
func TestSnapshotKeepsToItself(t *testing.T) {
	s := open(t, Config{})
	path := write(t, "secret-name.txt", "Report\n\n"+invented+"\nA sentence about nothing at all stays where it is.\n")
	if r := s.ImportNow(context.Background(), []string{path}); r.Err != nil || r.New != 1 {
		t.Fatal(r)
	}
	s.SetFilter(geo.Filter{Hidden: map[geo.Voice]bool{geo.PressVoice: true}})
	content := string(again(t, paint(t, s.State(), Picture{Width: 400, Height: 300})).Content)
	for _, word := range []string{"secret-name", "about nothing", filepath.Dir(path), "loud"} {
		if strings.Contains(content, word) {
			t.Errorf("the picture carries %q", word)
		}
	}
	if !strings.Contains(content, "captured Myrnohrad") {
		t.Error("the picture does not carry what is shown")
	}
	if _, err := ReadSnapshot(bytes.NewReader(paint(t, s.State(), Picture{Width: 400, Height: 300, Bare: true}))); !errors.Is(err, ErrNoSnapshot) {
		t.Errorf("a bare picture: %v", err)
	}
}

// forged is a picture with other content in it, or none, checksums right.
func forged(t *testing.T, b []byte, change func(texts []render.PNGText) []render.PNGText) []byte {
	t.Helper()
	f, err := render.ReadPNG(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	img := decode(t, b)
	var out bytes.Buffer
	if err := render.EncodePNG(&out, img, render.PNGOptions{Texts: change(f.Texts)}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSnapshotTellsWhatWasChanged(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	whole := paint(t, st, Picture{Width: 400, Height: 300})
	rules := func(b []byte) (out string) {
		s, err := ReadSnapshot(bytes.NewReader(b))
		if err != nil {
			return err.Error()
		}
		for _, p := range s.Problems {
			out += p.Rule + " "
		}
		return strings.TrimSpace(out)
	}
	edit := func(f func(c map[string]any)) func([]render.PNGText) []render.PNGText {
		return func(texts []render.PNGText) []render.PNGText {
			for i := range texts {
				if texts[i].Keyword == contentKeyword {
					var c map[string]any
					json.Unmarshal([]byte(texts[i].Text), &c)
					f(c)
					b, _ := json.Marshal(c)
					texts[i].Text = string(b)
				}
			}
			return texts
		}
	}
	claim := func(c map[string]any) map[string]any { return c["claims"].([]any)[0].(map[string]any) }
	for name, c := range map[string]struct {
		change func([]render.PNGText) []render.PNGText
		want   string
	}{
		"nothing":          {func(t []render.PNGText) []render.PNGText { return t }, ""},
		"a status":         {edit(func(c map[string]any) { claim(c)["status"] = "confirmed"; claim(c)["confidence"] = 0.123 }), "snapshot.content"},
		"a quote":          {edit(func(c map[string]any) { claim(c)["quote"] = "They said nothing of the kind." }), "a quote does not stand"},
		"an unknown party": {edit(func(c map[string]any) { claim(c)["actor"] = "ATLANTIS" }), "unknown value"},
		"a span":           {edit(func(c map[string]any) { claim(c)["excerpt"] = []int{-5, 1 << 30} }), "a quote does not stand"},
		"an article":       {edit(func(c map[string]any) { claim(c)["article"] = -1 }), "no article"},
		"a place":          {edit(func(c map[string]any) { c["places"].([]any)[0].(map[string]any)["point"] = []float64{500, 0} }), "not on the earth"},
		"the size":         {edit(func(c map[string]any) { c["picture"].(map[string]any)["width"] = 401 }), "snapshot.size snapshot.content"},
		"a huge picture":   {edit(func(c map[string]any) { c["picture"].(map[string]any)["width"] = 1 << 40 }), "out of range"},
		"newer":            {edit(func(c map[string]any) { c["contested"] = 99 }), "newer version"},
		"no seal":          {func(t []render.PNGText) []render.PNGText { return t[:len(t)-1] }, "snapshot.seal"},
		"stripped":         {func(t []render.PNGText) []render.PNGText { return nil }, "carries no claims"},
		"twice":            {func(t []render.PNGText) []render.PNGText { return append(t, t[len(t)-1]) }, "two of what"},
		"no JSON":          {edit(func(c map[string]any) { c["claims"] = 7 }), "unknown value"},
	} {
		if got := rules(forged(t, whole, c.change)); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	// Other pixels.
	img := decode(t, whole)
	img.Pix[4000] ^= 0x80
	f, _ := render.ReadPNG(bytes.NewReader(whole))
	var out bytes.Buffer
	render.EncodePNG(&out, img, render.PNGOptions{Texts: f.Texts})
	if got := rules(out.Bytes()); got != "snapshot.pixels" {
		t.Errorf("other pixels: %q", got)
	}
}

func TestOpenSnapshotInASession(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	path := filepath.Join(t.TempDir(), "map.png")
	if err := os.WriteFile(path, paint(t, st, Picture{Width: 400, Height: 300}), 0o644); err != nil {
		t.Fatal(err)
	}
	s := open(t, Config{Document: path})
	got := s.State()
	if got.Document.Code == "" || !got.Document.ReadOnly || got.CountShown() != st.CountShown() || got.View.Width != 400 {
		t.Errorf("%+v, %d claims", got.Document, got.CountShown())
	}
	if err := s.Correct("Mark", geo.Correction{Article: got.Claims[0].Article, Content: got.Claims[0].Content, Reject: true}); err == nil || !strings.Contains(err.Error(), "snapshot") {
		t.Errorf("a snapshot was changed: %v", err)
	}
	if r := s.ImportNow(context.Background(), []string{write(t, "a.txt", invented)}); r.Err == nil {
		t.Error("an article was brought into a snapshot")
	}
	if _, err := s.Undo(); err == nil {
		t.Error("undo in a snapshot")
	}
	s.ToggleVoice(geo.RussianVoice) // looking is free
	if s.State().CountShown() >= st.CountShown() {
		t.Error("a filter does nothing")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestCompare(t *testing.T) {
	s := open(t, Config{})
	if r := s.ImportNow(context.Background(), []string{write(t, "a.txt", invented)}); r.Err != nil || r.Claims < 2 {
		t.Fatal(r)
	}
	before := again(t, paint(t, s.State(), Picture{Width: 400, Height: 300})).State
	c := before.Claims[0]
	was := s.State().Claim(c.ID)
	status := geo.Disputed
	if was.Status == status {
		status = geo.NoStatus
	}
	if err := s.Correct("Set", geo.Correction{Article: was.Article, Content: was.Content, Status: &status, Reason: "a test"}); err != nil {
		t.Fatal(err)
	}
	if r := s.ImportNow(context.Background(), []string{write(t, "b.txt", "Kramatorsk\n\nThe Ukrainian General Staff said its troops had repelled an attack near Lyman.\n")}); r.Err != nil || r.Claims == 0 {
		t.Fatal(r)
	}
	d := Compare(before, s.State())
	if len(d.Gone) != 0 || len(d.Added) == 0 || len(d.Changed) != 1 || !strings.HasPrefix(d.Changed[0].What[0], "status: ") {
		t.Errorf("added %d, gone %d, changed %+v", len(d.Added), len(d.Gone), d.Changed)
	}
	if back := Compare(s.State(), before); len(back.Gone) != len(d.Added) || len(back.Added) != 0 || back.Same != d.Same {
		t.Errorf("the other way round: %+v", back)
	}
}

// Whatever is carried, it is refused or every quote stands in its text.
func FuzzSnapshotContent(f *testing.F) {
	f.Add([]byte(`{"contested":1,"picture":{"layout":"map","style":"light","width":100,"height":100,"density":1,"centre":[37,48],"zoom":8},"articles":[{"id":"a","excerpts":[{"start":3,"text":"They took it."}]}],"claims":[{"id":"c","article":0,"quote":"They took it.","excerpt":[3,16],"content":[[3,16]],"type":"captured","actor":"RU","polarity":"affirmed","modality":"asserted","status":"none","origin":1}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := decodeSnapshot(b)
		if err != nil {
			return
		}
		for i := range s.State.Claims {
			c := s.State.Claims[i]
			if err := c.Validate(s.State.Article(c.Article)); err != nil {
				t.Error(err)
			}
		}
		_ = s.State.AltText(s.Picture)
		if v, err := s.State.viewport(s.Picture); err == nil && s.Picture.View.Width > 0 {
			if _, err := s.State.content(s.Picture, v); err != nil {
				t.Error(err)
			}
		}
	})
}

func decode(t *testing.T, b []byte) *image.RGBA {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}

// A picture is the same file whoever asks for it and however often, in every
// format and layout: same document, view and version, same bytes.
func TestPicturesAreReproducible(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	other := open(t, Config{Example: true}).State() // another document with the same in it
	fresh := NewEngine(engine().Assets(), "")       // nothing remembered
	for _, f := range []Format{PNG, PDF, SVG} {
		for _, l := range []Layout{MapLayout, SheetLayout} {
			p := Picture{Width: 800, Height: 560, Layout: l, DPI: 100, Appearance: Appearance{Title: "Again", Legend: true}}
			var a, b, c bytes.Buffer
			for _, k := range []struct {
				e  *Engine
				w  *bytes.Buffer
				st *State
			}{{engine(), &a, st}, {engine(), &b, other}, {fresh, &c, st}} {
				if _, err := k.e.WritePictureAs(context.Background(), k.w, k.st, p, f); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(a.Bytes(), b.Bytes()) || !bytes.Equal(a.Bytes(), c.Bytes()) {
				t.Errorf("format %d, layout %s: not the same bytes", f, l)
			}
		}
	}
}

// A few megabytes of JSON must not take gigabytes of memory.
func TestSnapshotBombs(t *testing.T) {
	for _, list := range []string{"claims", "articles", "places", "contested_places"} {
		bomb := []byte(`{"contested":1,"` + list + `":[` + strings.Repeat("{},", 1<<20) + `{}]}`)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := decodeSnapshot(bomb)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, errTooMany) {
			t.Errorf("%s: %v", list, err)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<30 {
			t.Errorf("%s: %d MB were taken in all", list, grown>>20)
		}
	}
	if _, err := ReadSnapshot(strings.NewReader("{" + strings.Repeat(" ", maxCarried+10))); !errors.Is(err, errTooMany) {
		t.Errorf("a long side file: %v", err)
	}
	if _, err := ReadSnapshot(strings.NewReader(strings.Repeat(`{"claims":[`, 1<<20))); err == nil {
		t.Error("a deep side file passes")
	}
}

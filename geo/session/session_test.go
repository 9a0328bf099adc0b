package session

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"contested/assets"
	"contested/geo"
	"contested/geo/export"
	"contested/geo/project"
)

// engine is shared by the tests, as it is by the windows of a program.
var engine = sync.OnceValue(func() *Engine { return NewEngine(assets.FS, "") })

func now() time.Time { return time.Date(2025, time.December, 1, 12, 0, 0, 0, time.UTC) }

func open(t *testing.T, c Config) *Session {
	t.Helper()
	c.Engine = engine()
	if c.DataDir == "" {
		c.DataDir = t.TempDir()
	}
	c.Now = now
	s, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// openTown is a session on a named document of one article.
func openTown(t *testing.T) (s *Session, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "town.gpkg")
	doc, err := project.Create(path, project.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, Config{Document: path})
	importLines(t, s, page("https://example.org/a", "A town", firstText))
	return s, path
}

// invented is a text written for these tests; nothing in it is real.
const invented = `Russia's Defence Ministry said on Monday that its troops had captured Myrnohrad. The claim could not be independently verified.

The Ukrainian General Staff denied that Myrnohrad had fallen. A resident of Kramatorsk said the night had been loud.
`

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

var updateExample = flag.Bool("update-example", false, "read the built-in example anew and write what was read into the assets")

// The built-in example is shown as it was read beforehand: that must be what
// reader and gazetteer say now.
func TestExampleAsRead(t *testing.T) {
	want, err := engine().EncodeExample()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("..", "..", "assets", "example", "readings.json")
	if *updateExample {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, _ := os.ReadFile(path); !bytes.Equal(got, want) {
		t.Error("assets/example/readings.json is not what the reader says: run\n\tgo test ./geo/session -run TestExampleAsRead -update-example")
	}
	if e := NewEngine(assets.FS, ""); e.example() == nil {
		t.Error("the program would read its example anew at every start")
	} else if _, ok := e.Place("gn:704422"); !ok || e.HasGazetteer() {
		t.Error("a place of the example is not known without the gazetteer")
	}
}

// Without a document the example is there before one has been made, and is what
// the document then holds.
func TestExamplePreview(t *testing.T) {
	var first *State
	st := open(t, Config{Example: true, Preview: func(s *State) { first = s }}).State()
	if first == nil {
		t.Fatal("no preview came")
	}
	a, b := first.Scene(nil, Appearance{}), st.Scene(nil, Appearance{})
	if !reflect.DeepEqual(a, b) {
		t.Error("the preview of the example is not its picture")
	}
}

func TestExample(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	if len(st.Articles) < 5 || !st.Document.Example {
		t.Fatalf("the example has %d articles, labelled %v", len(st.Articles), st.Document.Example)
	}
	if st.Document.Undo != ExampleName {
		t.Errorf("undo is named %q", st.Document.Undo)
	}
	names := map[string]bool{}
	voices := map[geo.Voice]bool{}
	for _, c := range st.Shown() {
		voices[c.Source.Voice()] = true
		for _, r := range c.Places {
			p, ok := st.Place(r.Place)
			if !ok {
				t.Errorf("the place %s of a claim is not known", r.Place)
			}
			names[p.Name] = true
		}
	}
	for _, want := range []string{"Pokrovsk", "Kramatorsk", "Sloviansk", "Myrnohrad", "Kostiantynivka"} {
		if !names[want] {
			t.Errorf("the example has no claim about %s", want)
		}
	}
	for _, v := range []geo.Voice{geo.RussianVoice, geo.UkrainianVoice, geo.AnalystVoice, geo.PressVoice, geo.InternationalVoice} {
		if !voices[v] {
			t.Errorf("the example has no claim by %s", v)
		}
	}
	contested := false
	for id := range st.Conflicts {
		p, _ := st.Place(id)
		contested = contested || p.Name == "Myrnohrad" || p.Name == "Pokrovsk"
	}
	if !contested {
		t.Errorf("the sides should disagree about Pokrovsk or Myrnohrad; conflicts: %v", st.Conflicts)
	}
}

// Law 3: nothing is on the map without the sentence it comes from.
func TestEveryClaimStandsInItsArticle(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	for i := range st.Claims {
		c := st.Claims[i]
		if err := c.Validate(st.Article(c.Article)); err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
	}
	for _, pc := range st.ByPlace() {
		for _, sh := range pc.Shares {
			if sh.Claims == 0 {
				t.Errorf("%s has a share without a claim", pc.Place.Name)
			}
		}
	}
}

func TestImport(t *testing.T) {
	s := open(t, Config{})
	good := write(t, "invented.txt", invented)
	empty := write(t, "empty.txt", "")
	var report ImportReport
	if err := s.Import([]string{good, empty, filepath.Join(t.TempDir(), "gone.txt")}, func(r ImportReport) { report = r }); err != nil {
		t.Fatal(err)
	}
	if err := s.Wait(context.Background()); err != nil {
		t.Fatal(err)
	}
	if report.Err != nil || report.New != 1 || report.Placed == 0 || len(report.Items) != 3 {
		t.Fatalf("report: %+v", report)
	}
	if !strings.Contains(report.Summary(), "1 new article") || !strings.Contains(report.Summary(), "2 inputs not read") {
		t.Errorf("summary: %s", report.Summary())
	}
	st := s.State()
	if len(st.Articles) != 1 || len(st.Conflicts) == 0 || st.Busy != nil {
		t.Fatalf("%d articles, conflicts %v, busy %v", len(st.Articles), st.Conflicts, st.Busy)
	}
	again := s.ImportNow(context.Background(), []string{good})
	if again.New != 0 || len(s.State().Articles) != 1 {
		t.Errorf("the same file again brought in %d articles", again.New)
	}
}

func TestUndoRestoresTheState(t *testing.T) {
	s := open(t, Config{Example: true})
	want := s.State().Claims
	c := want[0]
	status := geo.Confirmed
	if err := s.Correct("Mark as confirmed", geo.Correction{Article: c.Article, Content: c.Content, Status: &status, Reason: "test"}); err != nil {
		t.Fatal(err)
	}
	if got := s.State().Claim(c.ID); got.Status != geo.Confirmed {
		t.Errorf("the correction is not in the state: %v", got.Status)
	}
	if u := s.State().Document.Undo; u != "Mark as confirmed" {
		t.Errorf("undo is named %q", u)
	}
	if err := s.Remove(c.Article); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.State().Claims; !reflect.DeepEqual(got, want) {
		t.Errorf("undo did not bring the claims back: %d, want %d", len(got), len(want))
	}
	if _, err := s.Redo(); err != nil || s.State().Claim(c.ID).Status != geo.Confirmed {
		t.Errorf("redo: %v", err)
	}
}

func TestFilter(t *testing.T) {
	s := open(t, Config{Example: true})
	all := s.State().CountShown()
	s.ToggleVoice(geo.RussianVoice)
	for _, c := range s.State().Shown() {
		if c.Source.Voice() == geo.RussianVoice {
			t.Fatal("a hidden voice is shown")
		}
	}
	s.ToggleVoice(geo.RussianVoice)
	if n := s.State().CountShown(); n != all {
		t.Errorf("toggling twice shows %d claims of %d", n, all)
	}
	s.SetFilter(geo.Filter{Words: "pokrovsk"})
	st := s.State()
	if st.CountShown() == 0 || st.CountShown() == all {
		t.Errorf("the word filter shows %d of %d", st.CountShown(), all)
	}
	s.SetFilter(geo.Filter{OnlyContested: true})
	for _, c := range s.State().Shown() {
		ok := false
		for _, r := range c.Places {
			_, contested := s.State().Conflicts[r.Place]
			ok = ok || contested
		}
		if !ok {
			t.Error("a claim about no contested place is shown")
		}
	}
}

// A published state is never changed.
func TestStatesAreImmutable(t *testing.T) {
	s := open(t, Config{Example: true})
	st := s.State()
	shown, claims, hidden := st.CountShown(), len(st.Claims), len(st.Filter.Hidden)
	s.ToggleVoice(geo.UkrainianVoice)
	s.Remove(st.Articles[0].ID)
	s.Select(Selection{Claim: st.Claims[len(st.Claims)-1].ID})
	if st.CountShown() != shown || len(st.Claims) != claims || len(st.Filter.Hidden) != hidden || st.Selected != (Selection{}) {
		t.Error("an old state changed")
	}
}

func TestSubscribersSeeEveryStateInOrder(t *testing.T) {
	s := open(t, Config{})
	var mu sync.Mutex
	var serials []uint64
	stop := s.Subscribe(func(st *State) { mu.Lock(); serials = append(serials, st.Serial); mu.Unlock() })
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() { defer wg.Done(); s.ToggleVoice(geo.PressVoice) }()
	}
	wg.Wait()
	stop()
	s.ToggleVoice(geo.PressVoice)
	if len(serials) != 8 {
		t.Fatalf("told of %d states, want 8", len(serials))
	}
	for i := 1; i < len(serials); i++ {
		if serials[i] != serials[i-1]+1 {
			t.Fatalf("out of order: %v", serials)
		}
	}
}

// Law 7: the job's goroutine ends, also when the session is closed under it.
func TestJobEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	s := open(t, Config{})
	folder := t.TempDir()
	for i := range 50 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.txt", i)), []byte(fmt.Sprintf("%d. %s", i, invented)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Import([]string{folder}, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Import([]string{folder}, nil); !errors.Is(err, ErrBusy) {
		t.Errorf("a second job: %v", err)
	}
	s.Cancel()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 1_000_000 { // those that have said that they are done may still be on their way out
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines left, %d before", n, before)
	}
}

// An unnamed document is there again at the next opening.
func TestUnnamedDocumentIsKept(t *testing.T) {
	dir := t.TempDir()
	s := open(t, Config{DataDir: dir})
	s.ImportNow(context.Background(), []string{write(t, "invented.txt", invented)})
	want := s.State().Claims
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	st := open(t, Config{DataDir: dir, Example: true}).State()
	if len(st.Articles) != 1 || !reflect.DeepEqual(st.Claims, want) {
		t.Errorf("%d articles and %d claims, want 1 and %d", len(st.Articles), len(st.Claims), len(want))
	}
}

// A rating is in the linked data only where a person gave a claim its status.
func TestOnlyAPersonsStatusIsARating(t *testing.T) {
	s := withGenerated(t, 3)
	f, ok := export.Named("jsonld")
	if !ok {
		t.Fatal("there is no JSON-LD")
	}
	written := func() string {
		var b strings.Builder
		if err := s.engine.Export(t.Context(), &b, s.State(), f); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if strings.Contains(written(), "ClaimReview") {
		t.Error("there is a rating before anybody set one")
	}
	confirmed := geo.Confirmed
	k := s.State().Correction(s.State().Claims[0])
	k.Status, k.Reason = &confirmed, "seen by two of us"
	if err := s.Correct("Mark as confirmed", k); err != nil {
		t.Fatal(err)
	}
	if got := written(); strings.Count(got, "ClaimReview") != 1 || !strings.Contains(got, "seen by two of us") {
		t.Errorf("the rating is not written: %s", got)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(written(), "ClaimReview") {
		t.Error("the rating stays when it is taken back")
	}
}

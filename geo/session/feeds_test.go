package session

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// feedServer serves invented feeds; what they hold is changed by the test.
type feedServer struct {
	mu      sync.Mutex
	entries []string
	version int
	asked   int // in full
	spared  int // answered with "not modified"
	url     string
}

func serveFeed(t *testing.T) *feedServer {
	f := &feedServer{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		switch r.URL.Path {
		case "/feed":
			tag := fmt.Sprintf(`"v%d"`, f.version)
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				f.spared++
				w.WriteHeader(http.StatusNotModified)
				return
			}
			f.asked++
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>`)
			for i, e := range f.entries {
				fmt.Fprintf(w, `<item><title>Item %d</title><link>https://example.org/%d</link><guid>g%d</guid><description>%s</description></item>`, i, i, i, e)
			}
			fmt.Fprint(w, `</channel></rss>`)
		case "/page":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<!doctype html><html><head><title>x</title><link rel="alternate" type="application/atom+xml" href="/feed"></head><body><p>Words.</p></body></html>`)
		case "/hangs":
			f.mu.Unlock()
			<-r.Context().Done()
			f.mu.Lock()
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	t.Cleanup(s.Close)
	f.url = s.URL
	return f
}

func (f *feedServer) say(entries ...string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.entries = entries
	f.version++
}

const (
	taken  = "The Russian Ministry of Defence said on Monday that its troops had captured Pokrovsk."
	denied = "The Ukrainian General Staff denied on Tuesday that Pokrovsk had fallen."
)

func refresh(t *testing.T, s *Session) FeedReport {
	t.Helper()
	r := s.RefreshFeedsNow(context.Background(), nil)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	return r
}

// A feed gives only what is new, is not sent again when it has not changed, and
// gives again what was undone.
func TestFeeds(t *testing.T) {
	f := serveFeed(t)
	f.say(taken)
	s := open(t, Config{})
	if err := s.AddFeed("ftp://example.org/feed"); err == nil {
		t.Error("an address that is not fetched was taken")
	}
	if err := s.AddFeed(f.url + "/feed"); err != nil {
		t.Fatal(err)
	}
	if err := s.AddFeed(f.url + "/feed"); err != nil || len(s.State().Feeds) != 1 {
		t.Fatalf("added twice: %v, %d feeds", err, len(s.State().Feeds))
	}
	if f.asked != 0 {
		t.Error("adding a feed fetched it")
	}
	r := refresh(t, s)
	if it := r.Feeds[0]; it.New != 1 || it.Err != nil || it.Feed.Title != "Example Wire" || s.State().Document.Undo != "refresh feed “Example Wire”" {
		t.Fatalf("%+v; undo %q", it, s.State().Document.Undo)
	}
	if r = refresh(t, s); !r.Feeds[0].Unchanged || f.spared != 1 || len(s.State().Articles) != 1 {
		t.Fatalf("asked again: %+v", r.Feeds[0])
	}
	f.say(taken, denied)
	if r = refresh(t, s); r.Feeds[0].New != 1 || len(s.State().Articles) != 2 {
		t.Fatalf("with one more: %+v", r.Feeds[0])
	}
	history := len(must(s.History()))
	f.say(denied, taken)
	if r = refresh(t, s); r.Feeds[0].New != 2 { // other titles: other articles
		t.Fatalf("changed places: %+v", r.Feeds[0])
	}
	if len(must(s.History())) != history+1 {
		t.Error("a refreshing is one action")
	}
	for range 2 {
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.State().Articles) != 1 {
		t.Fatalf("undone, there are %d articles", len(s.State().Articles))
	}
	f.say(taken, denied)
	if r = refresh(t, s); r.Feeds[0].New != 1 {
		t.Fatalf("what was undone does not come again: %+v", r.Feeds[0])
	}
	// What the user deleted does not come again.
	if err := s.Remove(s.State().Articles[0].ID); err != nil {
		t.Fatal(err)
	}
	f.say(taken, denied)
	if r = refresh(t, s); r.Feeds[0].New != 0 || len(s.State().Articles) != 1 {
		t.Fatalf("what was deleted came again: %+v", r.Feeds[0])
	}
	if err := s.RemoveFeed(f.url + "/feed"); err != nil || len(s.State().Feeds) != 0 || len(s.State().Articles) != 1 {
		t.Fatalf("%v; %d feeds", err, len(s.State().Feeds))
	}
	if name, err := s.Undo(); err != nil || name != "remove feed “Example Wire”" || len(s.State().Feeds) != 1 {
		t.Fatalf("%q, %v", name, err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// One feed's failure is its own, is told with the next step, and is kept until
// it is mended; the others come.
func TestFeedFailures(t *testing.T) {
	f := serveFeed(t)
	f.say(taken)
	s := open(t, Config{})
	for _, path := range []string{"/none", "/page", "/feed"} {
		if err := s.AddFeed(f.url + path); err != nil {
			t.Fatal(err)
		}
	}
	r := refresh(t, s)
	got := map[string]string{}
	for _, it := range r.Feeds {
		got[strings.TrimPrefix(it.Feed.Address, f.url)] = it.String()
	}
	if !strings.Contains(got["/none"], "404") || !strings.Contains(got["/page"], "it is a web page, not a feed; its feed is "+f.url+"/feed") || !strings.Contains(got["/feed"], "1 new article") {
		t.Errorf("%q", got)
	}
	kept := 0
	for _, x := range s.State().Feeds {
		if x.Error != "" && !x.Checked.IsZero() {
			kept++
		}
	}
	if kept != 2 || len(must(s.History())) != 4 {
		t.Errorf("%d errors are kept; the history has %d entries", kept, len(must(s.History())))
	}
}

// A feed that does not answer holds up neither the others nor the end.
func TestFeedsAreCancelled(t *testing.T) {
	f := serveFeed(t)
	f.say(taken)
	s := open(t, Config{})
	for _, path := range []string{"/feed", "/hangs"} {
		if err := s.AddFeed(f.url + path); err != nil {
			t.Fatal(err)
		}
	}
	came := make(chan FeedReport, 1)
	in := make(chan struct{}, 8)
	leave := s.Subscribe(func(st *State) {
		if len(st.Articles) == 1 {
			in <- struct{}{}
		}
	})
	defer leave()
	if err := s.RefreshFeeds(nil, func(r FeedReport) { came <- r }); err != nil {
		t.Fatal(err)
	}
	if err := s.RefreshFeeds(nil, nil); err != ErrBusy {
		t.Errorf("two at once: %v", err)
	}
	<-in // the first feed's article is there while the other hangs
	s.Cancel()
	if r := <-came; r.Err == nil || len(r.Feeds) != 1 {
		t.Errorf("%+v", r)
	}
}

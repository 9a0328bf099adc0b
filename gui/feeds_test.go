package gui

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A feed is added, asked and shown with what was wrong, and its articles are on
// the map.
func TestFeedsInTheWindow(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/feed" {
			rw.WriteHeader(http.StatusNotFound)
			return
		}
		fmt.Fprint(rw, `<rss version="2.0"><channel><title>Example Wire</title><item><title>Town</title><description>The Russian Ministry of Defence said its troops had captured Pokrovsk.</description></item></channel></rss>`)
	}))
	defer server.Close()
	w := open(t, 1200, 800)
	before := len(w.state.Articles)
	for _, path := range []string{"/feed", "/none"} {
		if err := w.session.AddFeed(server.URL + path); err != nil {
			t.Fatal(err)
		}
	}
	w.refreshFeeds()
	w.wait(t)
	if len(w.state.Articles) != before+1 || !strings.Contains(w.status.message, "2 feeds asked: 1 new article") || !strings.Contains(w.status.message, "1 could not be read") {
		t.Errorf("%d new articles; %s", len(w.state.Articles)-before, w.status.message)
	}
	w.showFeeds()
	said := says(w.win.Canvas().Overlays().Top())
	for _, want := range []string{"Example Wire", server.URL + "/none", "404"} {
		if !strings.Contains(said, want) {
			t.Errorf("the list of feeds does not say %q:\n%s", want, said)
		}
	}
}

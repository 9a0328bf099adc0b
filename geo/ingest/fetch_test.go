package ingest_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/ingest"
)

const story = `<!doctype html><html><head><title>Road closed</title></head><body><article><p>` +
	`The road at Druzhkivka is closed, an invented council said on Monday. It gave no date for its opening, and asked drivers to take the northern road, which is longer.</p></article></body></html>`

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// A page, a feed and a text come in by their types; the address is kept.
func TestFetch(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/page":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, story)
		case "/feed":
			w.Header().Set("Content-Type", "text/xml")
			fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><item><title>Road</title><link>/page</link><description>The road is closed.</description></item></channel></rss>`)
		case "/text":
			w.Header().Set("Content-Type", "text/plain; charset=windows-1251")
			w.Write([]byte("\xcc\xb3\xf1\xf2 \xe7\xe0\xea\xf0\xe8\xf2\xee."))
		case "/lines.jsonl":
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, `{"id":"1","text":"The road is closed."}`)
		case "/moved":
			http.Redirect(w, r, "/page", http.StatusFound)
		}
	})
	for _, c := range []struct{ path, title, text, url string }{
		{"/page", "Road closed", "The road at Druzhkivka", "/page"},
		{"/moved", "Road closed", "The road at Druzhkivka", "/page"},
		{"/feed", "Road", "The road is closed.", "/page"},
		{"/text", "", "Міст закрито.", "/text"},
		{"/lines.jsonl", "", "The road is closed.", ""},
	} {
		articles, r := open(t, options(), url+c.path)
		if len(articles) != 1 {
			t.Errorf("%s: %v", c.path, r.Items)
			continue
		}
		a := articles[0]
		if c.url != "" {
			c.url = url + c.url
		}
		if a.Title != c.title || !strings.HasPrefix(a.Text, c.text) || a.URL != c.url {
			t.Errorf("%s: got %q, %q, %q", c.path, a.Title, a.Text, a.URL)
		}
	}
}

// What goes wrong is told in one line with what to do.
func TestFetchFailures(t *testing.T) {
	other := serve(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, story) })
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/private":
			http.Redirect(w, r, other, http.StatusFound)
		case "/name":
			http.Redirect(w, r, "http://localhost:1/", http.StatusFound)
		case "/metadata":
			http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
		case "/mapped":
			http.Redirect(w, r, "http://[::ffff:10.0.0.1]/", http.StatusFound)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/forbidden":
			w.WriteHeader(http.StatusForbidden)
		case "/broken":
			w.WriteHeader(http.StatusBadGateway)
		case "/image":
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, "\x89PNG")
		case "/empty":
			w.Header().Set("Content-Type", "text/html")
		case "/large":
			w.Header().Set("Content-Length", fmt.Sprint(ingest.MaxText+1))
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(http.StatusOK)
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/html")
			z := gzip.NewWriter(w)
			chunk := make([]byte, 1<<20)
			for i := range chunk {
				chunk[i] = 'x'
			}
			for range ingest.MaxText>>20 + 2 {
				z.Write(chunk)
			}
			z.Close()
		case "/cut":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "short")
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	})
	private := "it leads to an address inside a private network, which is fetched only when you type it yourself"
	for path, want := range map[string]string{
		"/none":      "the server answers 404 Not Found; check the address in a browser",
		"/private":   private,
		"/name":      private,
		"/metadata":  private,
		"/mapped":    private,
		"/file":      "it redirects to a file: address, which is not fetched",
		"/round":     "it redirects more than 5 times; open it in the browser and take the address shown there",
		"/forbidden": "the server refuses it (403 Forbidden); open it in the browser and save the page",
		"/broken":    "the server cannot answer now (502 Bad Gateway); try again later",
		"/image":     "it is image/png, not an article",
		"/empty":     "the server sent an empty page; open it in the browser and save it",
		"/large":     "it has 20.0 MB, the limit is 20 MB; save the article alone, or as text",
		"/bomb":      "it is larger than the limit of 20 MB; save the article alone, or as text",
		"/cut":       "the server broke off in the middle; try again later",
	} {
		articles, r := open(t, options(), url+path)
		if len(articles) != 0 || len(r.Items) != 1 || r.Items[0].Err == nil {
			t.Errorf("%s came in: %v", path, r.Items)
			continue
		}
		if got := r.Items[0].Err.Error(); !strings.HasSuffix(got, want) {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

// A feed that has not changed is not sent again.
func TestConditionalRequests(t *testing.T) {
	sent := 0
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"7"` && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		sent++
		w.Header().Set("ETag", `"7"`)
		w.Header().Set("Last-Modified", "Sat, 08 Nov 2025 16:30:00 GMT")
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, story)
	})
	o := options()
	_, r := open(t, o, url)
	o.Validators = r.Validators
	articles, r := open(t, o, url)
	if sent != 1 || len(articles) != 0 || r.Failed() != 0 || r.Items[0].Skipped == "" {
		t.Errorf("sent %d times; %v", sent, r.Items)
	}
}

// Cancelling ends a fetch that hangs.
func TestFetchIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	_, err := ingest.Open(ctx, []string{url, url}, options(), func(geo.Article) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestListOfAddresses(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprintf(w, "What stands at %s.", r.URL.Path)
	})
	file := filepath.Join(t.TempDir(), "list.urls")
	list := "# a list\n" + url + "/a\n\nnot an address\n" + url + "/b\n"
	if err := os.WriteFile(file, []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	articles, r := open(t, options(), file)
	if len(articles) != 2 || r.Failed() != 1 {
		t.Errorf("%d articles; %v", len(articles), r.Items)
	}
}

// A text of nothing but addresses is a list of them, when the user names it.
func TestTextOfAddresses(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/page" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, story)
	})
	dir := t.TempDir()
	for name, text := range map[string]string{
		"list.txt":  "# roads\r\n" + url + "/page\r\n\r\n" + url + "/none\r\n",
		"story.txt": "See " + url + "/page for the rest of it.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	articles, r := open(t, options(), filepath.Join(dir, "list.txt"))
	if len(articles) != 1 || articles[0].URL != url+"/page" || r.Failed() != 1 {
		t.Errorf("a list gave %d articles: %v", len(articles), r.Items)
	}
	articles, r = open(t, options(), dir)
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "See ") || len(r.Items) != 2 || !strings.Contains(r.Items[0].Skipped, "named itself") {
		t.Errorf("a folder gave %d articles: %v", len(articles), r.Items)
	}
}

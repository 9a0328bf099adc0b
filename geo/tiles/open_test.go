package tiles

import (
	"context"
	"net/http"
	"strings"
	"testing"
)

func TestOpen(t *testing.T) {
	asked := make(chan string, 1)
	srv := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.RequestURI()
		w.Write(tile(t, red))
	})
	s, err := Open(srv.URL+"/a%20b/{z}/{x}/{y}@2x.png?key=50%25", Options{})
	if err != nil {
		t.Fatal(err)
	}
	img, err := s.Tile(context.Background(), 5, 18, 11)
	wantColour(t, img, err, red)
	if got := <-asked; got != "/a%20b/5/18/11@2x.png?key=50%25" {
		t.Errorf("it was asked for %s", got)
	}
	if i := s.Info(); !i.Online || !strings.HasPrefix(i.Credit(), "127.0.0.1") {
		t.Errorf("%+v", i)
	}
	for _, name := range []string{
		srv.URL + "/{z}/{x}.png", srv.URL + "/{z}/{x}/{y}{r}.png", "ftp://example.org/{z}/{x}/{y}", "https:///{z}/{x}/{y}", t.TempDir() + "/none.mbtiles",
	} {
		if s, err := Open(name, Options{}); err == nil || s != nil {
			t.Errorf("%s is opened", name)
		}
	}
	for _, p := range Providers() { // nothing is asked for by opening
		if s, err := Open(p.Name, Options{Dir: t.TempDir()}); err != nil || s.Info().Name != p.Title {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	a, _ := Template("https://example.org/1/{z}/{x}/{y}.png")
	b, _ := Template("https://example.org/2/{z}/{x}/{y}.png")
	if a.Name == b.Name {
		t.Error("two addresses share a cache")
	}
}

package web

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestPrivateAddresses(t *testing.T) {
	for address, private := range map[string]bool{
		"127.0.0.1:80": true, "[::1]:443": true, "localhost": true, "LOCALHOST.:80": true, "a.localhost": true, "printer.local": true, "db.internal:5432": true,
		"10.1.2.3:80": true, "172.16.0.1": true, "192.168.1.1:8080": true, "[fd00::1]:80": true, "169.254.169.254:80": true, "[fe80::1%25eth0]:80": true,
		"0.0.0.0:80": true, "100.64.0.1:80": true, "224.0.0.1:80": true, "[ff02::1]:80": true, "255.255.255.255:80": true,
		"[::ffff:127.0.0.1]:80": true, "[::ffff:10.0.0.1]:80": true, "[64:ff9b::7f00:1]:80": true, "[2002:7f00:1::]:80": true,
		"8.8.8.8:443": false, "172.32.0.1:80": false, "100.128.0.1:80": false, "[2606:4700::1111]:443": false, "example.org:443": false, "localhost.example.org": false,
	} {
		if got := checkPublic(address) != nil; got != private {
			t.Errorf("%s: refused %v, want %v", address, got, private)
		}
	}
}

// What was typed is fetched wherever it is; where it leads is not.
func TestClientFollowsTheTypedAddressOnly(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "secret") }))
	defer other.Close()
	typed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/page":
			io.WriteString(w, "text")
		case "/moved":
			http.Redirect(w, r, "/page", http.StatusFound)
		case "/away":
			http.Redirect(w, r, other.URL, http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		default:
			http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) // without end
		}
	}))
	defer typed.Close()
	for _, keep := range []bool{false, true} {
		for path, want := range map[string]string{"/page": "", "/moved": "", "/away": "private network", "/file": "file:", "/round": "redirects more than"} {
			u, err := url.Parse(typed.URL + path)
			if err != nil {
				t.Fatal(err)
			}
			c := Client(u, keep)
			res, err := c.Get(u.String())
			if err == nil {
				b, _ := io.ReadAll(res.Body)
				res.Body.Close()
				if string(b) != "text" {
					t.Errorf("%s: %q", path, b)
				}
			}
			c.CloseIdleConnections()
			switch {
			case want == "" && err != nil, want != "" && (err == nil || !strings.Contains(err.Error(), want)):
				t.Errorf("%s: %v", path, err)
			case path == "/away" && !errors.Is(err, ErrPrivate):
				t.Errorf("%s: %v is not ErrPrivate", path, err)
			}
		}
	}
}

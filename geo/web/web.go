// Package web makes the clients that fetch what a user pointed at.
package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

// ErrPrivate is returned, wrapped, for an address that another one leads to.
var ErrPrivate = errors.New("it leads to an address inside a private network, which is fetched only when you type it yourself")

// MaxRedirect is how often an address may lead to another one.
const MaxRedirect = 5

// Client fetches for one address that the user typed. It connects to public
// addresses only, except to the very host and port that were typed, and to a
// proxy that the user's environment names. The check is made on the address
// that is dialled, after the name was looked up, so that no name server can
// point a public name at a private machine. With keep, a connection serves several
// requests; whoever asks for that closes idle ones at the end.
func Client(typed *url.URL, keep bool) *http.Client {
	var proxies sync.Map // by host:port
	dialer := net.Dialer{Timeout: 10 * time.Second}
	guarded := dialer
	guarded.Control = func(_, address string, _ syscall.RawConn) error {
		return checkPublic(address)
	}
	home := hostPort(typed)
	return &http.Client{
		Transport: &http.Transport{
			Proxy: func(req *http.Request) (*url.URL, error) {
				p, err := http.ProxyFromEnvironment(req)
				if p != nil && err == nil {
					// Behind a proxy it is the proxy that looks names up; what
					// can be seen from here is refused here.
					if host := hostPort(req.URL); host != home && checkPublic(host) != nil {
						return nil, ErrPrivate
					}
					proxies.Store(hostPort(p), true)
				}
				return p, err
			},
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if _, proxy := proxies.Load(address); proxy || address == home {
					return dialer.DialContext(ctx, network, address)
				}
				return guarded.DialContext(ctx, network, address)
			},
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  20 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
			DisableKeepAlives:      !keep,
			IdleConnTimeout:        10 * time.Second,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > MaxRedirect {
				return fmt.Errorf("it redirects more than %d times; open it in the browser and take the address shown there", MaxRedirect)
			}
			if s := req.URL.Scheme; s != "http" && s != "https" {
				return fmt.Errorf("it redirects to a %s: address, which is not fetched", s[:min(len(s), 40)])
			}
			return nil
		},
	}
}

func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = "80"
		if u.Scheme == "https" {
			port = "443"
		}
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// nonPublic are ranges that netip's own predicates do not name: shared address
// space (RFC 6598), protocol assignments, benchmarking, documentation, reserved,
// IPv4 inside IPv6 (NAT64, 6to4), Teredo.
var nonPublic = func() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15",
		"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "2002::/16"} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// checkPublic refuses a host:port whose host is, or is called like, one inside
// a private network. Names of public look pass; they are checked when dialled.
func checkPublic(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		h := strings.TrimSuffix(strings.ToLower(host), ".")
		if h == "localhost" || strings.HasSuffix(h, ".localhost") || strings.HasSuffix(h, ".local") || strings.HasSuffix(h, ".internal") {
			return ErrPrivate
		}
		return nil
	}
	ip = ip.WithZone("").Unmap()
	if ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsLinkLocalMulticast() || ip.IsInterfaceLocalMulticast() ||
		ip.IsMulticast() || ip.IsUnspecified() {
		return ErrPrivate
	}
	for _, p := range nonPublic {
		if p.Contains(ip) {
			return ErrPrivate
		}
	}
	return nil
}

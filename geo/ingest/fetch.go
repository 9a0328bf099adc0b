package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"
)

// agent is how we name ourselves to servers.
const agent = "Mozilla/5.0 (compatible; Contested; news map)"

var errPrivate = errors.New("it leads to an address inside a private network, which is fetched only when you type it yourself")

// addresses reads a list of web addresses, one a line; "#" begins a comment.
func (r *run) addresses(d document) {
	s, _, err := decode(d.data, "")
	if err != nil {
		r.add(Item{Input: d.input, Err: err})
		return
	}
	n := 0
	for line := range strings.SplitSeq(lineEnds(s), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if n++; r.stopped() != nil {
			return
		}
		if webAddress(line) == "" {
			r.add(Item{Input: d.input, Line: n, Err: fmt.Errorf("%q is no web address", short(line))})
			continue
		}
		r.fetch(line)
	}
	if n == 0 {
		r.add(Item{Input: d.input, Err: errors.New("the list holds no web address")})
	}
}

// onlyAddresses reports whether a text has nothing in it but web addresses, one a
// line, and comments.
func onlyAddresses(b []byte) bool {
	found := false
	for line := range bytes.Lines(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if len(line) > 2048 || bytes.ContainsAny(line, " \t") || webAddress(string(line)) == "" {
			return false
		}
		found = true
	}
	return found
}

// fetch gets what stands at a web address that the user named.
func (r *run) fetch(address string) {
	d, err := r.get(address)
	switch {
	case r.stopped() != nil:
		return
	case errors.Is(err, errUnchanged):
		r.add(Item{Input: address, Skipped: "it has not changed since it was last fetched"})
	case err != nil:
		r.add(Item{Input: address, Err: err})
	default:
		r.document(d)
	}
}

var errUnchanged = errors.New("unchanged")

// get fetches an address within the limits and tells what kind of thing came.
func (r *run) get(address string) (document, error) {
	d := document{input: address}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return d, errors.New("it is no web address; check its spelling")
	}
	ctx, cancel := context.WithTimeout(r.ctx, MaxFetch)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return d, errors.New("it is no web address; check its spelling")
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5")
	if v, ok := r.o.Validators[address]; ok {
		if v.ETag != "" {
			req.Header.Set("If-None-Match", v.ETag)
		}
		if v.Modified != "" {
			req.Header.Set("If-Modified-Since", v.Modified)
		}
	}
	resp, err := client(u).Do(req)
	if err != nil {
		return d, wordFetch(ctx, err)
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified:
		return d, errUnchanged
	case resp.StatusCode == http.StatusUnauthorized, resp.StatusCode == http.StatusForbidden, resp.StatusCode == http.StatusPaymentRequired:
		return d, fmt.Errorf("the server refuses it (%s); open it in the browser and save the page", resp.Status)
	case resp.StatusCode == http.StatusTooManyRequests, resp.StatusCode >= 500:
		return d, fmt.Errorf("the server cannot answer now (%s); try again later", resp.Status)
	case resp.StatusCode != http.StatusOK:
		return d, fmt.Errorf("the server answers %s; check the address in a browser", resp.Status)
	}
	d.url = resp.Request.URL.String()
	media, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	d.label = params["charset"]
	d.name = path.Base(resp.Request.URL.Path)
	if d.name == "." || d.name == "/" {
		d.name = ""
	}
	if d.kind = mediaKinds[media]; d.kind == unknownKind || d.kind == plainText {
		// Servers call many things text/plain or octet-stream.
		if k := kindOfName(d.name); k != unknownKind && k != refused && k != addresses {
			d.kind = k
		}
	}
	if strings.HasPrefix(media, "image/") || strings.HasPrefix(media, "video/") || strings.HasPrefix(media, "audio/") {
		return d, fmt.Errorf("it is %s, not an article", media)
	}
	limit := d.limit()
	if r.max > 0 {
		limit = r.max
	}
	if size := resp.ContentLength; size > limit {
		return d, tooLarge(size, limit, d.advice())
	}
	if d.data, err = readAll(resp.Body, limit); err != nil {
		if errors.Is(err, errLimit) {
			return d, tooLarge(-1, limit, d.advice())
		}
		return d, wordFetch(ctx, err)
	}
	if len(bytes.TrimSpace(d.data)) == 0 {
		return d, errors.New("the server sent an empty page; open it in the browser and save it")
	}
	if d.kind == page && bytes.HasPrefix(bytes.TrimSpace(d.data), []byte("<?xml")) && feedLike(d.data) {
		d.kind = feed
	}
	d.name = ""
	v := Validator{resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")}
	if v != (Validator{}) {
		if r.report.Validators == nil {
			r.report.Validators = map[string]Validator{}
		}
		r.report.Validators[address] = v
	}
	return d, nil
}

// client fetches for one address that the user typed. It connects to public
// addresses only, except to the very host and port that were typed, and to a
// proxy that the user's environment names. The check is made on the address
// that is dialled, after the name was looked up, so that no name server can
// point a public name at a private machine.
func client(typed *url.URL) *http.Client {
	proxies := map[string]bool{}
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
						return nil, errPrivate
					}
					proxies[hostPort(p)] = true
				}
				return p, err
			},
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if address == home || proxies[address] {
					return dialer.DialContext(ctx, network, address)
				}
				return guarded.DialContext(ctx, network, address)
			},
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  20 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
			DisableKeepAlives:      true, // one page: leave no idle connection behind
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > MaxRedirect {
				return fmt.Errorf("it redirects more than %d times; open it in the browser and take the address shown there", MaxRedirect)
			}
			if s := req.URL.Scheme; s != "http" && s != "https" {
				return fmt.Errorf("it redirects to a %s: address, which is not fetched", short(s))
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
			return errPrivate
		}
		return nil
	}
	ip = ip.WithZone("").Unmap()
	if ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsLinkLocalMulticast() || ip.IsInterfaceLocalMulticast() ||
		ip.IsMulticast() || ip.IsUnspecified() {
		return errPrivate
	}
	for _, p := range nonPublic {
		if p.Contains(ip) {
			return errPrivate
		}
	}
	return nil
}

// wordFetch says in plain words why a page did not come.
func wordFetch(ctx context.Context, err error) error {
	var ue *url.Error
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.Is(err, context.DeadlineExceeded), ctx.Err() != nil:
		return fmt.Errorf("the server did not answer within %d seconds; try again later", int(MaxFetch.Seconds()))
	case errors.As(err, &dns):
		return fmt.Errorf("no server called %q was found; check the address, and that this computer is online", dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("no server answers there; check the address")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("the server broke off in the middle; try again later")
	case errors.As(err, &ue):
		err = ue.Err
	}
	return fmt.Errorf("fetching it failed: %w", err)
}

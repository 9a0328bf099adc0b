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
	"net/url"
	"path"
	"strings"
	"syscall"

	"contested/geo/web"
)

// agent is how we name ourselves to servers.
const agent = "Mozilla/5.0 (compatible; Contested; news map)"

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
	resp, err := web.Client(u, false).Do(req)
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

// wordFetch says in plain words why a page did not come.
func wordFetch(ctx context.Context, err error) error {
	var ue *url.Error
	var dns *net.DNSError
	switch {
	case errors.Is(err, web.ErrPrivate):
		return web.ErrPrivate
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

package tiles

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/paulmach/orb"

	"contested/geo/web"
)

// Remote is a PMTiles archive at a web address, of which a region is to be kept
// (see [Remote.Plan]). Only the ranges of bytes that are wanted are asked for. It
// is for one goroutine at a time.
type Remote struct {
	address *url.URL
	options Options
	client  *http.Client
	wait    func(context.Context, time.Duration) error // between tries

	info   Info
	header pmHeader
	root   []pmEntry
	meta   []byte // JSON
	size   int64  // of the whole archive; 0: the server does not say
	tag    string // the server's name for this version of it; may be empty
	clump  bool   // tiles lie in the order of their numbers
}

// ErrWhole is returned for a server that hands out files whole or not at all.
var ErrWhole = errors.New("the server hands out the map only as a whole; fetch the file with a browser and open it here")

const (
	rangeTries  = 4       // in a row without a byte
	maxRange    = 8 << 20 // bytes of one request
	maxHeadMeta = 4 << 20 // bytes of metadata, packed
)

// OpenRemote asks the server for what the archive holds: two or three small
// ranges. That the user typed the address is the consent to ask it. Close ends it.
func OpenRemote(ctx context.Context, address string, o Options) (*Remote, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a map file: it has to begin with https:// and to lead to a .pmtiles file", address)
	}
	return openRemote(ctx, u, o, pause)
}

// pause waits, unless the user has had enough.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

func openRemote(ctx context.Context, u *url.URL, o Options, wait func(context.Context, time.Duration) error) (*Remote, error) {
	if o.Timeout == 0 {
		o.Timeout = 15 * time.Second
	}
	r := &Remote{address: u, options: o, client: web.Client(u, true), wait: wait}
	head, err := r.bytes(ctx, 0, pmHeaderLen)
	if err == nil {
		r.header, r.info, err = pmParse(head)
	}
	if err != nil {
		r.Close()
		return nil, r.word(err)
	}
	r.clump = head[96] == 1
	h := &r.header
	if h.leafAt > 1<<62 || h.dataAt > 1<<62 {
		r.Close()
		return nil, r.word(errPMTiles)
	}
	if r.info.Bound == (orb.Bound{}) { // nobody filled it in
		r.info.Bound = orb.Bound{Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}
	}
	if r.meta, err = r.section(ctx, h.metaAt, h.metaLen, maxHeadMeta); err != nil && (ctx.Err() != nil || !errors.Is(err, errPMTiles)) {
		r.Close()
		return nil, r.word(err)
	}
	r.info.Name, r.info.Attribution = pmNames(r.meta)
	if r.info.Name == "" {
		r.info.Name = strings.TrimSuffix(path.Base(u.Path), path.Ext(u.Path))
	}
	raw, err := r.section(ctx, h.rootAt, h.rootLen, maxHeadMeta)
	if err == nil {
		r.root, err = pmDirectory(raw)
	}
	if err != nil {
		r.Close()
		return nil, r.word(err)
	}
	return r, nil
}

// Info says what the archive holds.
func (r *Remote) Info() Info { return r.info }

// Close lets the connection go.
func (r *Remote) Close() { r.client.CloseIdleConnections() }

// word says whose fault an error is.
func (r *Remote) word(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = errors.New("the server is too slow; try again later")
	}
	return fmt.Errorf("the map at %s cannot be fetched: %w", r.address.Host, err)
}

// section fetches and unpacks a part that is compressed as directories are.
func (r *Remote) section(ctx context.Context, at, length uint64, limit int64) ([]byte, error) {
	if length == 0 || length > uint64(limit) || at > 1<<62 {
		return nil, errPMTiles
	}
	raw, err := r.bytes(ctx, at, length)
	if err != nil {
		return nil, err
	}
	return pmUnpack(raw, r.header.internal, pmMaxDir)
}

func (r *Remote) bytes(ctx context.Context, at, length uint64) ([]byte, error) {
	out := make([]byte, 0, length)
	err := r.get(ctx, at, length, func(b []byte) error {
		out = append(out, b...)
		return nil
	})
	return out, err
}

// get fetches a range and hands it on as it comes. A server that breaks off, or
// that is busy, is asked again for the rest.
func (r *Remote) get(ctx context.Context, at, length uint64, each func([]byte) error) error {
	idle := 0
	for length > 0 {
		n, err := r.try(ctx, at, length, each)
		at, length = at+n, length-n
		if n > 0 {
			idle = 0
		}
		if length == 0 {
			return nil
		}
		var again *againError
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case !errors.As(err, &again):
			return err
		case idle == rangeTries-1:
			return again.err
		}
		delay := max(again.after, time.Second<<idle)
		idle++
		if err := r.wait(ctx, min(delay, time.Minute)); err != nil {
			return err
		}
	}
	return nil
}

// againError is one after which it is worth trying again.
type againError struct {
	err   error
	after time.Duration
}

func (e *againError) Error() string { return e.err.Error() }

// try makes one request and returns how many bytes of the range have come.
func (r *Remote) try(ctx context.Context, at, length uint64, each func([]byte) error) (n uint64, err error) {
	// A server may be slow for as long as it likes, but not silent.
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silent := &againError{err: fmt.Errorf("the server was silent for %v; try again later, what came is kept", r.options.Timeout)}
	watch := time.AfterFunc(r.options.Timeout, func() { cancel(silent) })
	defer watch.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.address.String(), nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Range", fmt.Sprintf("bytes=%d-%d", at, at+length-1))
	req.Header.Set("Accept-Encoding", "identity") // ranges are those of the file
	if r.options.UserAgent != "" {
		req.Header.Set("User-Agent", r.options.UserAgent)
	}
	answer, err := r.client.Do(req)
	if err != nil {
		return 0, wordRange(ctx, err)
	}
	defer answer.Body.Close()
	if err := r.answered(answer, at, length); err != nil {
		return 0, err
	}
	buf := make([]byte, min(length, 64<<10))
	for n < length {
		k, err := answer.Body.Read(buf[:min(uint64(len(buf)), length-n)])
		if k > 0 {
			watch.Reset(r.options.Timeout)
			if err := each(buf[:k]); err != nil {
				return n, err
			}
			n += uint64(k)
		}
		if err != nil && n < length {
			return n, wordRange(ctx, err)
		}
	}
	return n, nil
}

// answered looks whether an answer is the range that was asked for, of the archive
// that was asked before.
func (r *Remote) answered(a *http.Response, at, length uint64) error {
	switch a.StatusCode {
	case http.StatusPartialContent:
	case http.StatusOK:
		return ErrWhole
	case http.StatusRequestedRangeNotSatisfiable:
		return fmt.Errorf("%w: it is cut short", errPMTiles)
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return &againError{fmt.Errorf("the server cannot answer now (%s); try again later, what came is kept", a.Status), retryAfter(a.Header.Get("Retry-After"))}
	case http.StatusNotFound, http.StatusGone:
		return errors.New("there is nothing at this address; check its spelling")
	default:
		return fmt.Errorf("the server answers %s; check the address in a browser", a.Status)
	}
	var from, to uint64
	var whole string
	if _, err := fmt.Sscanf(a.Header.Get("Content-Range"), "bytes %d-%d/%s", &from, &to, &whole); err != nil || from != at || to != at+length-1 {
		return errors.New("the server answers with another part of the map than it was asked for; fetch the file with a browser and open it here")
	}
	if a.Header.Get("Content-Encoding") != "" || a.ContentLength > int64(length) {
		return errors.New("the server sends the map in another form than it was asked for; fetch the file with a browser and open it here")
	}
	size, _ := strconv.ParseInt(whole, 10, 64) // "*": unknown
	tag := a.Header.Get("ETag")
	if r.root == nil && r.size == 0 {
		r.size = size
	}
	if r.root == nil && r.tag == "" {
		r.tag = tag
	}
	if size != r.size || tag != r.tag {
		return errors.New("the map at this address has changed in the meantime; start again")
	}
	return nil
}

// wordRange says in plain words why a range did not come.
func wordRange(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause // the watch, or the user
	}
	var dns *net.DNSError
	var inner *url.Error
	switch {
	case errors.Is(err, web.ErrPrivate):
		return web.ErrPrivate
	case errors.As(err, &dns):
		return fmt.Errorf("no server called %q was found; check the address, and that this computer is online", dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("no server answers there; check the address")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return &againError{err: errors.New("the server broke off in the middle; try again later, what came is kept")}
	case errors.As(err, &inner): // the address may hold a key, which is nobody's business
		err = inner.Err
	}
	return &againError{err: err}
}

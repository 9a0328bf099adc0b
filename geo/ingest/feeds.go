package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"contested/geo"

	"golang.org/x/net/html"
)

// FeedResult is what a feed gave.
type FeedResult struct {
	Title     string        // as the feed calls itself; empty when it is not known
	Articles  []geo.Article // its entries, in its order
	Report    Report        // what became of each
	Validator Validator     // for asking next time whether it has changed
	Unchanged bool          // it has not changed since; there are no articles then
}

// Feed fetches an RSS, Atom or JSON feed that the user subscribed to. v, if not
// zero, is what an earlier fetching gave: a feed that has not changed since is
// then not sent again. A web page is no feed, but the error names the feed that
// it points to.
func Feed(ctx context.Context, address string, v Validator, o Options) (FeedResult, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	out := FeedResult{Validator: v}
	pubs, err := loadPublishers(o.Assets)
	if err != nil {
		return out, err
	}
	o.Validators = map[string]Validator{address: v}
	r := run{ctx: ctx, o: o, publishers: pubs, seen: map[string]string{}, yield: func(a geo.Article) error {
		out.Articles = append(out.Articles, a)
		return nil
	}}
	d, err := r.get(address)
	switch {
	case errors.Is(err, errUnchanged):
		out.Unchanged = true
		return out, nil
	case err != nil:
		return out, err
	}
	out.Validator = r.report.Validators[address]
	switch kind := sniff(d.data); {
	case kind == page, d.kind == page && kind != feed:
		return out, pageNoFeed(d)
	case kind == jsonFile || kind == jsonLines:
		d.kind = jsonFile
	default:
		d.kind = feed
	}
	r.document(d)
	out.Report = r.report
	if len(out.Articles) == 0 {
		for _, it := range out.Report.Items {
			if errors.Is(it.Err, errNoEntries) {
				return out, nil // it has none today
			}
			if it.Err != nil {
				return out, it.Err
			}
		}
		return out, nil
	}
	out.Title = titleOf(d)
	return out, nil
}

// titleOf is what a feed calls itself.
func titleOf(d document) string {
	s, _, err := decode(d.data, first(d.label, declaredCharset(d.data)))
	if err != nil {
		return ""
	}
	f, err := parseFeedTree(s)
	if err != nil {
		return ""
	}
	return short(flat(markup(f.Title)))
}

// pageNoFeed says that a page is no feed, and which feed it points to.
func pageNoFeed(d document) error {
	err := errors.New("it is a web page, not a feed; look on it for a link called RSS or Atom")
	s, _, bad := decode(d.data, d.label)
	base, unparsed := url.Parse(d.url)
	if bad != nil || unparsed != nil {
		return err
	}
	z := html.NewTokenizer(strings.NewReader(s))
	for n := 0; n < maxElements; n++ {
		switch z.Next() {
		case html.ErrorToken:
			return err
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return err
			}
			if t.Data != "link" {
				continue
			}
			at := map[string]string{}
			for _, a := range t.Attr {
				at[a.Key] = a.Val
			}
			if !strings.Contains(at["rel"], "alternate") || mediaKinds[strings.ToLower(at["type"])] != feed && at["type"] != "application/feed+json" {
				continue
			}
			if u, bad := base.Parse(strings.TrimSpace(at["href"])); bad == nil && webAddress(u.String()) != "" {
				return fmt.Errorf("it is a web page, not a feed; its feed is %s", webAddress(u.String()))
			}
		}
	}
	return err
}

package session

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
)

// FeedReport says what became of each feed that was asked for.
type FeedReport struct {
	Feeds []FeedItem
	Err   error // why not all were asked: cancelled, or the document could not be written
}

// FeedItem is what became of one feed.
type FeedItem struct {
	Feed      project.Feed
	New       int // articles that came in
	Claims    int // read in them
	Unchanged bool
	Skipped   []ingest.Item // entries that could not be read
	Err       error         // why the feed could not be read
}

// String words the item in one line.
func (f FeedItem) String() string {
	switch {
	case f.Err != nil:
		return f.Feed.Name() + ": " + f.Err.Error()
	case f.New > 0:
		return fmt.Sprintf("%s: %s, %s", f.Feed.Name(), count(f.New, "new article", "new articles"), count(f.Claims, "claim", "claims"))
	}
	return f.Feed.Name() + ": nothing new"
}

// Summary is the report in one line.
func (r FeedReport) Summary() string {
	articles, claims, failed := 0, 0, 0
	for _, f := range r.Feeds {
		articles, claims = articles+f.New, claims+f.Claims
		if f.Err != nil {
			failed++
		}
	}
	s := fmt.Sprintf("%s asked: %s, %s", count(len(r.Feeds), "feed", "feeds"), count(articles, "new article", "new articles"), count(claims, "claim", "claims"))
	if failed > 0 {
		s += fmt.Sprintf(", %d could not be read", failed)
	}
	return s
}

// AddFeed subscribes the document to a feed. Nothing is fetched.
func (s *Session) AddFeed(address string) error {
	address = strings.TrimSpace(address)
	if address != "" && !strings.Contains(address, "://") {
		address = "https://" + address
	}
	if lower := strings.ToLower(address); !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return fmt.Errorf("%q is no web address; a feed's address begins with https://", address)
	}
	return s.act(func(p *project.Project) error { return p.AddFeed(project.Feed{Address: address}) })
}

// RemoveFeed ends a subscription; the articles that came from it stay.
func (s *Session) RemoveFeed(address string) error {
	for _, f := range s.State().Feeds {
		if f.Address == address {
			return s.act(func(p *project.Project) error { return p.RemoveFeed(f) })
		}
	}
	return fmt.Errorf("the document has no feed %s", address)
}

// RefreshFeeds asks feeds for new articles, in the background: those with the
// given addresses, or all. report is called once, on the job's goroutine.
func (s *Session) RefreshFeeds(addresses []string, report func(FeedReport)) error {
	return s.start("Refresh feeds", func(ctx context.Context) {
		r := s.RefreshFeedsNow(ctx, addresses)
		if report != nil {
			report(r)
		}
	})
}

// feedsAtOnce is how many feeds are fetched at the same time: one that does not
// answer must not hold up the others.
const feedsAtOnce = 4

type fetchedFeed struct {
	feed   project.Feed
	result ingest.FeedResult
	err    error
}

// RefreshFeedsNow is [Session.RefreshFeeds] on the caller's goroutine. Each feed
// with new articles is one action.
func (s *Session) RefreshFeedsNow(ctx context.Context, addresses []string) (out FeedReport) {
	reader, err := s.engine.Reader()
	if err != nil {
		out.Err = err
		return out
	}
	feeds := slices.Clone(s.State().Feeds)
	if len(addresses) > 0 {
		feeds = slices.DeleteFunc(feeds, func(f project.Feed) bool { return !slices.Contains(addresses, f.Address) })
	}
	ctx, cancel := context.WithCancel(ctx)
	arrived := make([]chan fetchedFeed, len(feeds))
	next := make(chan int)
	for i := range arrived {
		arrived[i] = make(chan fetchedFeed, 1)
	}
	var fetchers sync.WaitGroup
	defer fetchers.Wait()
	defer cancel()
	for range min(feedsAtOnce, len(feeds)) {
		fetchers.Go(func() {
			for i := range next {
				f := fetchedFeed{feed: feeds[i]}
				f.result, f.err = ingest.Feed(ctx, f.feed.Address, ingest.Validator{ETag: f.feed.ETag, Modified: f.feed.Modified}, s.config.Ingest)
				arrived[i] <- f
			}
		})
	}
	fetchers.Go(func() {
		defer close(next)
		for i := range feeds {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	for i := range feeds {
		select {
		case f := <-arrived[i]:
			if ctx.Err() != nil {
				break
			}
			it, err := s.keepFeed(f, reader.Read)
			out.Feeds = append(out.Feeds, it)
			if err != nil {
				out.Err = err
				return out
			}
		case <-ctx.Done():
		}
		if err := ctx.Err(); err != nil {
			out.Err = err
			return out
		}
		s.publish(func(st *State) {
			if st.Busy != nil {
				p := *st.Busy
				p.Done, p.Total = i+1, len(feeds)
				st.Busy = &p
			}
		})
	}
	return out
}

// keepFeed brings what a feed gave into the document. The error is the
// document's; that of the feed is in the item.
func (s *Session) keepFeed(f fetchedFeed, read func(*geo.Article) *geo.Reading) (FeedItem, error) {
	feed := f.feed
	it := FeedItem{Unchanged: f.result.Unchanged, Err: f.err}
	feed.Checked, feed.Error = s.config.Now().UTC(), ""
	if f.err != nil {
		feed.Error = f.err.Error()
		it.Feed = feed
		return it, s.noteFeed(feed)
	}
	feed.ETag, feed.Modified = f.result.Validator.ETag, f.result.Validator.Modified
	if f.result.Title != "" {
		feed.Title = f.result.Title
	}
	var fresh []geo.Article
	var readings []*geo.Reading
	if !f.result.Unchanged {
		seen := map[string]bool{}
		for _, id := range feed.Seen {
			seen[id] = true
		}
		feed.Seen = nil
		for i := range f.result.Articles {
			a := f.result.Articles[i]
			id := project.SeenID(a.ID)
			feed.Seen = append(feed.Seen, id)
			if s.State().Article(a.ID) == nil && !seen[id] {
				r := read(&a)
				fresh, readings = append(fresh, a), append(readings, r)
				it.Claims += len(r.Claims)
			}
		}
		for _, x := range f.result.Report.Items {
			if x.Err != nil {
				it.Skipped = append(it.Skipped, x)
			}
		}
	}
	it.Feed, it.New = feed, len(fresh)
	if len(fresh) == 0 {
		return it, s.noteFeed(feed)
	}
	return it, s.act(func(p *project.Project) error { return p.ImportFeed(feed, fresh, readings) })
}

// noteFeed keeps what was learnt of a feed. Nothing but the list of feeds
// changes, so nothing else is derived anew.
func (s *Session) noteFeed(f project.Feed) error {
	s.edit.Lock()
	defer s.edit.Unlock()
	if s.doc == nil {
		return errClosed
	}
	before, err := s.doc.Contents()
	if err != nil {
		return err
	}
	if err := s.doc.NoteFeed(f); err != nil {
		return err
	}
	after, err := s.doc.Contents()
	if err != nil {
		return err
	}
	if len(after.Articles) != len(before.Articles) || len(after.Corrections) != len(before.Corrections) {
		return s.reload(nil) // another program had changed the file
	}
	s.publish(func(st *State) { st.Feeds = after.Feeds })
	return nil
}

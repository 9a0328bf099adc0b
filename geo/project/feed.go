package project

import (
	"fmt"
	"time"

	"contested/geo"
)

// Feed is an RSS or Atom feed that the document is subscribed to, and what is
// known of it. It is fetched when the user says so.
type Feed struct {
	Address  string    `json:"address"`
	Title    string    `json:"title,omitempty"`    // as the feed calls itself
	ETag     string    `json:"etag,omitempty"`     // of what was fetched last, for asking whether it has changed
	Modified string    `json:"modified,omitempty"` // likewise
	Checked  time.Time `json:"checked,omitzero"`   // when it was last asked for
	Error    string    `json:"error,omitempty"`    // why it could not be read then
	Seen     []string  `json:"seen,omitempty"`     // the entries that it had; see SeenID. What the user deleted does not come again
}

// SeenID is how [Feed].Seen names an article.
func SeenID(id geo.ArticleID) string { return string(id[:min(len(id), 16)]) }

// Name is what a feed is called in words.
func (f *Feed) Name() string {
	if f.Title != "" {
		return f.Title
	}
	return f.Address
}

const feedKey = "feed/"

// AddFeed subscribes the document to a feed, as an action. A feed that is there
// already changes nothing.
func (p *Project) AddFeed(f Feed) error {
	return p.act(Action, "add feed “"+f.Name()+"”", func(w *writer) error {
		if _, there := p.state.Settings[feedKey+f.Address]; there || f.Address == "" {
			w.nothing = true
			return nil
		}
		return w.set(feedKey+f.Address, f)
	})
}

// RemoveFeed ends a subscription, as an action. The articles that came stay.
func (p *Project) RemoveFeed(f Feed) error {
	return p.Change("remove feed “"+f.Name()+"”", feedKey+f.Address, nil)
}

// NoteFeed keeps what was learnt of a feed without new articles: it is no action.
// A feed that is not there any more is not brought back.
func (p *Project) NoteFeed(f Feed) error {
	return p.aside(func(w *writer) error {
		if _, there := p.state.Settings[feedKey+f.Address]; !there {
			w.nothing = true
			return nil
		}
		return w.set(feedKey+f.Address, f)
	})
}

// ImportFeed adds the new articles of a feed and what is known of it, as one
// action: when it is undone, the feed will give them again.
func (p *Project) ImportFeed(f Feed, articles []geo.Article, readings []*geo.Reading) error {
	name := fmt.Sprintf("refresh feed “%s”", f.Name())
	return p.act(Action, name, func(w *writer) error {
		if err := w.importAll(articles, readings); err != nil || w.nothing {
			return err
		}
		if _, there := p.state.Settings[feedKey+f.Address]; !there {
			return nil // it was removed while it was fetched
		}
		err := w.set(feedKey+f.Address, f)
		w.nothing = false
		return err
	})
}

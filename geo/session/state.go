package session

import (
	"time"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/view"
)

// State is everything that a window shows, at one moment. A published State is
// never changed; a change publishes a new one.
type State struct {
	Serial   uint64 // grows by one with every published state
	Document Document

	Articles  []*geo.Article // newest first
	Claims    []*geo.Claim   // effective: after the user's corrections; by article, then by content
	Orphans   []geo.Correction
	Conflicts map[geo.PlaceID]Conflict

	Review Review // what nobody has checked yet, the doubtful first

	Context []geo.ContextLayer // others' events, beside the claims and never among them

	Feeds    []project.Feed        // that the document is subscribed to, by address
	Filters  []project.SavedFilter // that the user gave names
	Problems []project.Finding     // what could not be taken from the file, and why

	Filter   geo.Filter
	Selected Selection
	View     view.Viewport // what the window last showed; zero: fit to all
	Busy     *Progress     // the job in progress, or nil

	reader      string            // version of the reader that articles are read with now
	contents    *project.Contents // what everything follows from
	places      map[geo.PlaceID]geo.Place
	rank        map[geo.ArticleID]int32 // where an article stands in Articles
	whole       func(*geo.Article, *geo.Reading) *geo.Reading
	gazetteer   func(geo.PlaceID) (geo.Place, bool)
	lookUp      func(geo.PlaceID) (geo.Place, bool) // of places that no claim is about: the document's own, then the gazetteer's
	versions    map[geo.ArticleID][]geo.ArticleID   // of articles that have several; oldest first
	waivers     map[string]Waiver
	labels      map[geo.ArticleID]string
	corrections corrections
	until       time.Time // what was said by then is all there is; zero: all there is
	of          int       // articles of the document that a snapshot was made of; 0: this is the document

	columns
	passed *sifting // what follows from the filter
}

// Document is what the window's title and menus say of the open document.
type Document struct {
	Path      string // file it is kept in
	Named     bool   // false: it lives in the data folder until it is given a name
	Recovered bool   // it was found again after the program had ended without closing it
	ReadOnly  bool   // the file or its folder cannot be written
	Undo      string // name of the action that Undo would take back; empty: none
	Redo      string
	Example   bool   // every article is an example of ours
	Code      string // of a snapshot that was opened; it cannot be changed
}

// Selection is what the user has picked; empty fields are not selected.
type Selection struct {
	Place   geo.PlaceID
	Claim   geo.ClaimID
	Article geo.ArticleID
}

// Progress is how far a job has come.
type Progress struct {
	Name  string // "Importing 3 files"
	Done  int
	Total int // 0: not known
}

// Article is the article with the id, or nil.
func (s *State) Article(id geo.ArticleID) *geo.Article {
	if i, ok := s.rank[id]; ok {
		return s.Articles[i]
	}
	return nil
}

// Same reports whether both states are of the same document, and nothing was done to
// it between them.
func (s *State) Same(o *State) bool { return s.contents == o.contents }

// Label is the user's own name for the article in this document, or empty.
func (s *State) Label(id geo.ArticleID) string { return s.labels[id] }

// ReadEarlier is how many articles were read by another version of the reader than this
// program's, or with other word lists of the user's; [Session.Reread] reads them, and all others, again.
func (s *State) ReadEarlier() (n int) {
	for _, version := range s.contents.Readers {
		if version != s.reader {
			n++
		}
	}
	return n
}

// Reading is what was read of the article, whole, or nil. It is unpacked anew
// each time.
func (s *State) Reading(id geo.ArticleID) *geo.Reading {
	if a := s.Article(id); a != nil && s.whole != nil {
		return s.whole(a, s.contents.Readings[id])
	}
	return nil
}

// Why is the evidence for a claim, which the claims of a State do not hold.
func (s *State) Why(c *geo.Claim) []geo.Evidence {
	return s.whys()(c)
}

// whys is [State.Why] for many claims, which are best asked for in order.
func (s *State) whys() func(*geo.Claim) []geo.Evidence {
	var (
		of    geo.ArticleID // the article that was asked for last
		known map[geo.ClaimID][]geo.Evidence
	)
	return func(c *geo.Claim) []geo.Evidence {
		if c.Why != nil || c.Manual {
			return c.Why
		}
		if known == nil || of != c.Article {
			of, known = c.Article, map[geo.ClaimID][]geo.Evidence{}
			if r := s.Reading(c.Article); r != nil {
				for i := range r.Claims {
					known[r.Claims[i].ID] = r.Claims[i].Why
				}
			}
		}
		return known[c.ID]
	}
}

// Place is the place with the id, as far as a claim or mention refers to it.
func (s *State) Place(id geo.PlaceID) (geo.Place, bool) {
	p, ok := s.places[id]
	if !ok && s.lookUp != nil {
		return s.lookUp(id)
	}
	return p, ok
}

package session

import (
	"cmp"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/render"
	"contested/geo/view"
)

// State is everything that a window shows, at one moment. A published State is
// never changed; a change publishes a new one.
type State struct {
	Serial   uint64 // grows by one with every published state
	Document Document

	Articles  []geo.Article // newest first
	Claims    []geo.Claim   // effective: after the user's corrections; by article, then by content
	Orphans   []geo.Correction
	Conflicts map[geo.PlaceID]Conflict

	Review Review // what nobody has checked yet, the doubtful first

	Context []geo.ContextLayer // others' events, beside the claims and never among them

	Feeds    []project.Feed        // that the document is subscribed to, by address
	Filters  []project.SavedFilter // that the user gave names
	Problems []project.Finding     // what could not be taken from the file, and why

	Filter   geo.Filter
	Shown    []*geo.Claim // the claims that pass the filter, in the order of Claims
	Selected Selection
	View     view.Viewport // what the window last showed; zero: fit to all
	Busy     *Progress     // the job in progress, or nil

	places       map[geo.PlaceID]geo.Place
	articles     map[geo.ArticleID]*geo.Article
	readings     map[geo.ArticleID]*geo.Reading // claims only
	whole        func(*geo.Article) *geo.Reading
	lookUp       func(geo.PlaceID) (geo.Place, bool) // of places that no claim is about
	claims       map[geo.ClaimID]*geo.Claim
	byArticle    map[geo.ArticleID][]*geo.Claim
	origin       map[geo.ClaimID]int
	contradicted map[geo.ClaimID]bool
	versions     map[geo.ArticleID][]geo.ArticleID // of articles that have several; oldest first
	repeated     map[geo.ClaimID]bool              // claims of older versions that the newest has too
	waivers      map[string]Waiver
	labels       map[geo.ArticleID]string
	corrections  []geo.Correction
	corrected    map[geo.ClaimID][]int32    // indices into corrections
	moved        map[geo.ClaimID][]geo.Span // words as they were read, of claims whose words were corrected
	passed       *sifting                   // what follows from Shown
	of           int                        // articles of the document that a snapshot was made of; 0: this is the document
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
func (s *State) Article(id geo.ArticleID) *geo.Article { return s.articles[id] }

// Label is the user's own name for the article in this document, or empty.
func (s *State) Label(id geo.ArticleID) string { return s.labels[id] }

// Reading is what was read of the article, whole, or nil. It is unpacked anew
// each time.
func (s *State) Reading(id geo.ArticleID) *geo.Reading {
	if a := s.articles[id]; a != nil && s.whole != nil {
		return s.whole(a)
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

// Claim is the effective claim with the id, or nil.
func (s *State) Claim(id geo.ClaimID) *geo.Claim { return s.claims[id] }

// Place is the place with the id, as far as a claim or mention refers to it.
func (s *State) Place(id geo.PlaceID) (geo.Place, bool) {
	p, ok := s.places[id]
	if !ok && s.lookUp != nil {
		return s.lookUp(id)
	}
	return p, ok
}

// ClaimsOf lists the effective claims of an article, in the order of its text.
func (s *State) ClaimsOf(id geo.ArticleID) []*geo.Claim { return s.byArticle[id] }

// ClaimsAt lists the shown claims about a place, newest article first.
func (s *State) ClaimsAt(id geo.PlaceID) []*geo.Claim {
	var out []*geo.Claim
	for _, c := range s.Shown {
		if slices.ContainsFunc(c.Places, func(r geo.PlaceRef) bool { return r.Place == id }) {
			out = append(out, c)
		}
	}
	return out
}

// Contradicted reports whether another party's claim about the same place says
// the opposite.
func (s *State) Contradicted(id geo.ClaimID) bool { return s.contradicted[id] }

// Origins counts the independent origins of claims.
func (s *State) Origins(claims []*geo.Claim) int {
	seen := map[int]bool{}
	for _, c := range claims {
		seen[s.origin[c.ID]] = true
	}
	return len(seen)
}

// Unplaced counts the shown claims that name no place: listed, not drawn.
func (s *State) Unplaced() int {
	n := 0
	for _, c := range s.Shown {
		if len(c.Places) == 0 {
			n++
		}
	}
	return n
}

// AsOf is the date of the newest shown article, the date that a picture bears.
func (s *State) AsOf() geo.Interval {
	var newest geo.Interval
	for _, c := range s.Shown {
		if a := s.articles[c.Article]; a != nil && a.Published.Known() && (!newest.Known() || newest.To.Before(a.Published.To)) {
			newest = a.Published
		}
	}
	return newest
}

// held is for contents whose readings are whole.
func held(_ *geo.Article, r *geo.Reading) *geo.Reading { return r }

// derive builds what follows from a document's contents; whole completes readings. Filter, selection and
// view are left for the caller to carry over.
func derive(c *project.Contents, place func(geo.PlaceID) (geo.Place, bool), whole func(*geo.Article, *geo.Reading) *geo.Reading) *State {
	return deriveFrom(c, place, whole, false)
}

// deriveFrom is derive. With take, the readings of articles without corrections
// are left with the State's copy of their claims while theirs is let go of: the
// claims are then never in memory twice. It is for contents that nobody else has
// seen.
func deriveFrom(c *project.Contents, place func(geo.PlaceID) (geo.Place, bool), whole func(*geo.Article, *geo.Reading) *geo.Reading, take bool) *State {
	corrected := map[geo.ArticleID]bool{}
	for _, k := range c.Corrections {
		corrected[k.Article] = true
	}
	s := &State{
		Articles:  slices.Clone(c.Articles),
		places:    map[geo.PlaceID]geo.Place{},
		articles:  make(map[geo.ArticleID]*geo.Article, len(c.Articles)),
		readings:  c.Readings,
		byArticle: make(map[geo.ArticleID][]*geo.Claim, len(c.Articles)),
		Context:   c.Context,
		Feeds:     c.Feeds,
		Filters:   c.Filters,
		Problems:  c.Problems,
		waivers:   waivers(c.Settings),
		labels:    c.Labels,
	}
	fromGazetteer, own := place, c.Places // not c, which would keep all of it in memory
	place = func(id geo.PlaceID) (geo.Place, bool) {
		if p, ok := own[id]; ok {
			return p, true // the user moved or made it
		}
		return fromGazetteer(id)
	}
	s.lookUp = place
	s.whole = func(a *geo.Article) *geo.Reading { return whole(a, s.readings[a.ID]) }
	slices.SortStableFunc(s.Articles, func(a, b geo.Article) int {
		return cmp.Or(b.Published.From.Compare(a.Published.From), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	s.Document.Example = len(s.Articles) > 0
	for i := range s.Articles {
		a := &s.Articles[i]
		s.articles[a.ID] = a
		s.Document.Example = s.Document.Example && a.Example
	}
	n := 0
	for _, r := range c.Readings {
		n += len(r.Claims)
	}
	read := make([]geo.Claim, 0, n)
	rank := make(map[geo.ArticleID]int, len(s.Articles))
	for i := range s.Articles {
		id := s.Articles[i].ID
		rank[id] = i
		if r := c.Readings[id]; r != nil {
			read = append(read, r.Claims...)
			if take && !corrected[id] {
				r.Claims = nil
			}
		}
	}
	s.Claims, s.Orphans = geo.Correct(read, c.Corrections)
	inOrder(s.Claims, func(a, b *geo.Claim) int {
		return cmp.Or(cmp.Compare(rank[a.Article], rank[b.Article]), cmp.Compare(start(a), start(b)), cmp.Compare(a.ID, b.ID))
	})
	// Law 3: a claim that does not stand in a stored article cannot exist.
	s.Claims = slices.DeleteFunc(s.Claims, func(c geo.Claim) bool {
		a := s.articles[c.Article]
		return a == nil || c.Validate(a) != nil
	})
	s.claims = make(map[geo.ClaimID]*geo.Claim, len(s.Claims))
	all := make([]*geo.Claim, len(s.Claims))
	first := 0 // of the article
	for i := range s.Claims {
		c := &s.Claims[i]
		s.claims[c.ID], all[i] = c, c
		if i+1 == len(s.Claims) || s.Claims[i+1].Article != c.Article {
			s.byArticle[c.Article] = all[first : i+1 : i+1]
			if r := s.readings[c.Article]; take && r != nil && !corrected[c.Article] {
				r.Claims = s.Claims[first : i+1 : i+1]
			}
			first = i + 1
		}
		for _, ref := range c.Places {
			s.remember(ref.Place, place)
		}
	}
	numbers := origins(s.Claims, s.articles)
	s.origin = make(map[geo.ClaimID]int, len(numbers))
	for i, n := range numbers {
		s.origin[s.Claims[i].ID] = n
	}
	s.Conflicts, s.contradicted = conflicts(s.Claims, func(id geo.ArticleID) geo.Interval {
		if a := s.articles[id]; a != nil {
			return a.Published
		}
		return geo.Interval{}
	})
	s.noteCorrections(c.Corrections)
	s.findVersions(c.Articles)
	s.review()
	return s
}

// inOrder sorts claims that are in order but for few, such as those that were
// added by hand and stand at the end: these are moved, the many are not compared
// with each other again and again.
func inOrder(claims []geo.Claim, compare func(a, b *geo.Claim) int) {
	var out []geo.Claim // what stands too early or too late
	n := 0              // claims[:n] are in order
	for i := range claims {
		if n == 0 || compare(&claims[n-1], &claims[i]) <= 0 {
			if n != i {
				claims[n] = claims[i]
			}
			n++
			continue
		}
		out = append(out, claims[i])
	}
	slices.SortStableFunc(out, func(a, b geo.Claim) int { return compare(&a, &b) })
	for i := len(claims) - 1; len(out) > 0; i-- { // merged from the end, so that nothing is written over
		last := &out[len(out)-1]
		if n > 0 && compare(&claims[n-1], last) > 0 {
			claims[i] = claims[n-1]
			n--
			continue
		}
		claims[i] = *last
		out = out[:len(out)-1]
	}
}

func start(c *geo.Claim) int {
	if len(c.Content) == 0 {
		return 0
	}
	return c.Content[0].Start
}

func (s *State) remember(id geo.PlaceID, place func(geo.PlaceID) (geo.Place, bool)) {
	if id == "" {
		return
	}
	if _, ok := s.places[id]; ok {
		return
	}
	if p, ok := place(id); ok {
		s.places[id] = p
	}
}

// sifting is one filtering of the claims: it tells the states before it from
// those after it, and keeps what follows from it for all of these.
type sifting struct {
	gather sync.Once
	places []render.PlaceClaims
}

package session

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/project"
)

// held is for contents whose readings are whole.
func held(_ *geo.Article, r *geo.Reading) *geo.Reading { return r }

// derive builds what follows from a document's contents; whole completes readings.
// Of old, which may be nil, it takes what takes long to make and still holds. The
// filter, selection and view are left for the caller to carry over.
func derive(c *project.Contents, old *State, place func(geo.PlaceID) (geo.Place, bool), whole func(*geo.Article, *geo.Reading) *geo.Reading) *State {
	s := &State{
		Articles:  slices.Clone(c.Articles),
		places:    map[geo.PlaceID]geo.Place{},
		rank:      make(map[geo.ArticleID]int32, len(c.Articles)),
		whole:     whole,
		Conflicts: map[geo.PlaceID]Conflict{},
	}
	s.finder = &finder{contents: c}
	if old != nil && !old.wordy() {
		s.numbers = old.numbers
	} else {
		s.numbers, old = newNumbers(), nil
	}
	s.gazetteer = place
	slices.SortStableFunc(s.Articles, newerFirst)
	s.publisher, s.address, s.dates = make([]int32, len(s.Articles)), make([]uint64, len(s.Articles)), make([]int64, len(s.Articles))
	for i, a := range s.Articles {
		s.rank[a.ID] = int32(i)
		s.publisher[i], s.address[i], s.dates[i] = s.numbers.publishers.of(a.Publisher.Name), addressOf(a), secondsOf(a.Published)
	}
	s.take(c)
	s.corrections = s.corrections.with(c.Corrections)
	s.findVersions(nil)
	s.lineUp()
	s.findSyndicated(0, nil)
	s.facts, s.ids = make([]facts, len(s.Claims)), make([]geo.ClaimID, len(s.Claims))
	s.refs = make([]placeAt, 0, len(s.Claims)+len(s.Claims)/4)
	for r := range s.Articles {
		for i := s.first[r]; i < s.first[r+1]; i++ {
			s.facts[i], s.ids[i] = s.factsOf(s.Claims[i], int32(r)), s.Claims[i].ID
		}
	}
	s.rememberPlaces(s.refs)
	s.keepWords(old)
	s.noteWords()
	s.findConflicts(nil)
	for id, list := range s.versions {
		if id == list[0] { // each group once
			s.findRepeated(list)
		}
	}
	s.review()
	return s
}

// newerFirst is the order of articles in a State.
func newerFirst(a, b *geo.Article) int {
	return cmp.Or(b.Published.From.Compare(a.Published.From), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
}

// take takes over what the contents say themselves.
func (s *State) take(c *project.Contents) {
	s.contents = c
	own, gazetteer := c.Places, s.gazetteer
	s.lookUp = func(id geo.PlaceID) (geo.Place, bool) {
		if p, ok := own[id]; ok {
			return p, true // the user moved or made it
		}
		return gazetteer(id)
	}
	s.Document.Example = len(c.Articles) > 0 && !slices.ContainsFunc(c.Articles, func(a *geo.Article) bool { return !a.Example })
	s.Context, s.Feeds, s.Filters, s.Problems = c.Context, c.Feeds, c.Filters, c.Problems
	s.waivers, s.labels = waivers(c.Settings), c.Labels
}

// effective are the claims of an article as corrected, in the order of its text.
// Law 3: a claim that does not stand in a stored article cannot exist.
func effective(a *geo.Article, r *geo.Reading, corrections []geo.Correction) (claims []*geo.Claim, orphans []geo.Correction) {
	var read []geo.Claim
	if r != nil {
		read = r.Claims
	}
	read, orphans = geo.Correct(read, corrections)
	claims = make([]*geo.Claim, 0, len(read))
	for i := range read {
		if a != nil && read[i].Validate(a) == nil {
			claims = append(claims, &read[i])
		}
	}
	slices.SortStableFunc(claims, inText)
	return claims, orphans
}

// inText compares claims of an article by where they stand in it.
func inText(a, b *geo.Claim) int {
	return cmp.Or(cmp.Compare(start(a), start(b)), cmp.Compare(a.ID, b.ID))
}

func start(c *geo.Claim) int {
	if len(c.Content) == 0 {
		return 0
	}
	return c.Content[0].Start
}

// lineUp lists the effective claims, article by article. Every processor takes a
// part of the articles.
func (s *State) lineUp() {
	type part struct {
		claims  []*geo.Claim
		orphans []geo.Correction
	}
	n := len(s.Articles)
	parts := make([]part, min(runtime.GOMAXPROCS(0), 1+n/1000))
	s.first = make([]int32, n+1)
	var lists sync.WaitGroup
	for k := range parts {
		lists.Go(func() {
			p := &parts[k]
			for i := n * k / len(parts); i < n*(k+1)/len(parts); i++ {
				a := s.Articles[i]
				claims, orphans := effective(a, s.contents.Readings[a.ID], s.corrections.by(a.ID))
				p.claims, p.orphans = append(p.claims, claims...), append(p.orphans, orphans...)
				s.first[i+1] = int32(len(claims))
			}
		})
	}
	lists.Wait()
	var orphans []geo.Correction
	all := make([][]*geo.Claim, len(parts))
	for k, p := range parts {
		all[k], orphans = p.claims, append(orphans, p.orphans...)
	}
	s.Claims = slices.Concat(all...)
	for i := range n {
		s.first[i+1] += s.first[i]
	}
	for _, id := range slices.Sorted(maps.Keys(s.corrections.in)) {
		if _, ok := s.rank[id]; !ok {
			_, gone := effective(nil, nil, s.corrections.by(id))
			orphans = append(orphans, gone...)
		}
	}
	s.Orphans = s.corrections.inOrder(orphans)
}

// factsOf are the facts of a claim but for what follows from others: whether it is
// contradicted or repeated, and where its words stand.
func (s *State) factsOf(c *geo.Claim, article int32) facts {
	f := facts{confidence: c.Confidence, article: article, origin: s.originOf(c, article), refs: uint32(len(s.refs)), places: uint32(len(c.Places)),
		source: s.numbers.sources.of(c.Source.Name), voice: c.Source.Voice(), party: c.Source.Party, kind: c.Type, status: c.Status}
	if c.Checked {
		f.marks |= isChecked
	}
	if c.Polarity == geo.Negated {
		f.marks |= isDenied
	}
	for _, r := range c.Places {
		p := placeAt{place: s.numbers.places.of(string(r.Place)), precision: r.Precision}
		s.refs = append(s.refs, p)
		if r.Ambiguous {
			f.marks |= isAmbiguous
		}
		if r.Precision == geo.Between {
			f.marks |= isBetween
		}
	}
	return f
}

// rememberPlaces looks up the places that are referred to.
func (s *State) rememberPlaces(refs []placeAt) {
	s.placeIDs, s.sources, s.publishers = s.numbers.places.names, s.numbers.sources.names, s.numbers.publishers.names
	seen := make([]bool, len(s.placeIDs))
	for _, r := range refs {
		if seen[r.place] {
			continue
		}
		seen[r.place] = true
		id := geo.PlaceID(s.placeIDs[r.place])
		if _, ok := s.places[id]; ok || id == "" {
			continue
		}
		if p, ok := s.lookUp(id); ok {
			s.places[id] = p
		}
	}
}

// keepWords takes the words of articles that are as they were from an older state.
func (s *State) keepWords(old *State) {
	if old == nil {
		return
	}
	for r := range s.Articles {
		id := s.Articles[r].ID
		was, ok := old.rank[id]
		if !ok || s.contents.Readings[id] != old.contents.Readings[id] {
			continue
		}
		from, n := old.first[was], old.first[was+1]-old.first[was]
		if n != s.first[r+1]-s.first[r] {
			continue
		}
		for k := range n {
			if i := s.first[r] + k; s.Claims[i].Excerpt == old.Claims[from+k].Excerpt {
				s.facts[i].quote = old.facts[from+k].quote
			}
		}
	}
}

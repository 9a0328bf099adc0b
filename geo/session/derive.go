package session

import (
	"cmp"
	"maps"
	"reflect"
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
	s.finder = &finder{}
	if old != nil && !old.wordy() {
		s.numbers = old.numbers
	} else {
		s.numbers, old = newNumbers(), nil
	}
	own := c.Places
	s.lookUp = func(id geo.PlaceID) (geo.Place, bool) {
		if p, ok := own[id]; ok {
			return p, true // the user moved or made it
		}
		return place(id)
	}
	slices.SortStableFunc(s.Articles, func(a, b geo.Article) int {
		return cmp.Or(b.Published.From.Compare(a.Published.From), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	s.publisher = make([]int32, len(s.Articles))
	s.Document.Example = len(s.Articles) > 0
	for i := range s.Articles {
		a := &s.Articles[i]
		s.rank[a.ID] = int32(i)
		s.publisher[i] = s.numbers.publishers.of(a.Publisher.Name)
		s.Document.Example = s.Document.Example && a.Example
	}
	s.take(c)
	s.corrections = s.corrections.with(c.Corrections)
	s.findVersions(c.Articles)
	s.lineUp()
	s.findSyndicated()
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

// take takes over what the contents say themselves.
func (s *State) take(c *project.Contents) {
	s.contents = c
	s.Context, s.Feeds, s.Filters, s.Problems = c.Context, c.Feeds, c.Filters, c.Problems
	s.waivers, s.labels = waivers(c.Settings), c.Labels
}

// follow is the State after an action that changed nothing but corrections and
// settings: of what follows from the claims, only what those of the corrected
// articles have a part in is derived anew. ok is false when more was changed. The
// result is that of [derive].
func (s *State) follow(c *project.Contents) (next *State, ok bool) {
	was := s.contents
	if was == nil || !sameList(was.Articles, c.Articles) || reflect.ValueOf(was.Readings).UnsafePointer() != reflect.ValueOf(c.Readings).UnsafePointer() ||
		!reflect.DeepEqual(was.Places, c.Places) {
		return nil, false
	}
	articles := s.corrections.differ(c.Corrections)
	if len(articles) > maxFollowed {
		return nil, false
	}
	n := *s
	next = &n
	next.take(c)
	if len(articles) == 0 {
		return next, true
	}
	next.corrections = s.corrections.with(c.Corrections)
	next.recolumn(articles)
	return next, true
}

// maxFollowed is how many articles may be corrected at once before deriving
// everything takes no longer.
const maxFollowed = 2000

func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
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
				a := &s.Articles[i]
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

// wordy reports whether the words that were noted are for the most part those of
// excerpts that are gone, so that they are better noted anew.
func (s *State) wordy() bool {
	n := 0
	for _, w := range s.numbers.words {
		n += w.noted
	}
	return n > 2*len(s.Claims)+filterPart
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

// recolumn derives the claims of some articles anew, and what they have a part in.
func (s *State) recolumn(articles map[geo.ArticleID]bool) {
	orphans := slices.DeleteFunc(slices.Clone(s.Orphans), func(k geo.Correction) bool { return articles[k.Article] })
	var ranks []int32
	for _, id := range slices.Sorted(maps.Keys(articles)) {
		if r, ok := s.rank[id]; ok {
			ranks = append(ranks, r)
		} else {
			_, gone := effective(nil, nil, s.corrections.by(id))
			orphans = append(orphans, gone...)
		}
	}
	slices.Sort(ranks)
	old := s.columns
	before := s.Claims
	s.places = maps.Clone(s.places)
	s.Claims, s.facts, s.first = make([]*geo.Claim, 0, len(before)+64), make([]facts, 0, len(before)+64), make([]int32, 0, len(s.first))
	s.ids = make([]geo.ClaimID, 0, len(before)+64)
	s.refs = append(make([]placeAt, 0, len(s.refs)+256), s.refs...)
	kept := len(s.refs)
	moved := int32(0)        // by how much claims stand elsewhere than before
	line := func(to int32) { // of articles before this one it is known where they begin
		for k := int32(len(s.first)); k < to; k++ {
			s.first = append(s.first, old.first[k]+moved)
		}
	}
	touched := map[int32]bool{} // places of which claims were or are among the corrected
	copied := int32(0)          // claims of before that are dealt with
	for _, r := range ranks {
		from, to := old.first[r], old.first[r+1]
		s.Claims, s.facts = append(s.Claims, before[copied:from]...), append(s.facts, old.facts[copied:from]...)
		s.ids = append(s.ids, old.ids[copied:from]...)
		for i := from; i < to; i++ {
			for _, p := range s.placesAt(&old.facts[i]) {
				touched[p.place] = true
			}
		}
		a := &s.Articles[r]
		claims, gone := effective(a, s.contents.Readings[a.ID], s.corrections.by(a.ID))
		orphans = append(orphans, gone...)
		for _, c := range claims {
			f := s.factsOf(c, r)
			for i := from; i < to; i++ {
				if before[i].Excerpt == c.Excerpt {
					f.quote = old.facts[i].quote
				}
			}
			for _, p := range s.refs[f.refs:] {
				touched[p.place] = true
			}
			s.Claims, s.facts, s.ids = append(s.Claims, c), append(s.facts, f), append(s.ids, c.ID)
		}
		line(r + 1)
		moved += int32(len(claims)) - (to - from)
		copied = to
	}
	line(int32(len(old.first)))
	s.Claims, s.facts = append(s.Claims, before[copied:]...), append(s.facts, old.facts[copied:]...)
	s.ids = append(s.ids, old.ids[copied:]...)
	s.Orphans = s.corrections.inOrder(orphans)
	s.rememberPlaces(s.refs[kept:])
	for _, r := range ranks {
		s.noteWordsOf(int(s.first[r]), int(s.first[r+1]), 0)
	}
	s.quotes = s.numbers.lists()
	s.findConflicts(touched)
	s.findRepeatedAmong(ranks)
	s.review()
}

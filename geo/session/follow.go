package session

import (
	"maps"
	"reflect"
	"slices"

	"contested/geo"
	"contested/geo/project"
)

// follow is the State after an action on the document: of what follows from the
// claims, only that in which the articles that came, went, were read anew or were
// corrected have a part is derived anew; the rest is copied. The result is that of
// [derive]. ok is false when deriving takes no longer.
func (s *State) follow(c *project.Contents) (next *State, ok bool) {
	was := s.contents
	if was == nil || s.wordy() {
		return nil, false
	}
	affected := s.corrections.differ(c.Corrections)
	corrected := len(affected) > 0
	ch := changes(was, c)
	for _, list := range [][]*geo.Article{ch.gone, ch.come} {
		for _, a := range list {
			affected[a.ID] = true
		}
	}
	if len(affected) > maxFollowed || ch.many {
		return nil, false
	}
	n := *s
	next = &n
	next.take(c)
	if !reflect.DeepEqual(was.Places, c.Places) {
		next.places, next.passed = map[geo.PlaceID]geo.Place{}, nil
		next.rememberPlaces(next.refs)
	}
	if len(affected) == 0 {
		return next, true
	}
	next.passed = nil
	if corrected {
		next.corrections = s.corrections.with(c.Corrections)
	}
	next.recolumn(s, ch, affected)
	return next, true
}

// maxFollowed is how many articles may be affected at once before deriving
// everything takes no longer.
const maxFollowed = 2000

// wordy reports whether what was noted for claims, their words and places, is for
// the most part that of claims that are gone, so that it is better noted anew.
func (s *State) wordy() bool {
	n := 0
	for _, w := range s.numbers.words {
		n += w.noted
	}
	return n > 2*len(s.Claims)+filterPart || len(s.refs) > 3*len(s.Claims)+filterPart
}

// change is how the articles of a document differ from those it had before. An
// article of which anything is different, as its reading, has gone and come.
type change struct {
	gone, come []*geo.Article // in the order of import
	same       int            // how many articles, in the order of import, are as they were before the first that is not
	many       bool           // there are too many to follow, and the lists are not whole
}

func changes(was, now *project.Contents) (ch change) {
	a, b := was.Articles, now.Articles
	for ch.same < min(len(a), len(b)) && a[ch.same] == b[ch.same] {
		ch.same++
	}
	tail := 0
	for tail < min(len(a), len(b))-ch.same && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	before, after := a[ch.same:len(a)-tail], b[ch.same:len(b)-tail]
	there := make(map[*geo.Article]bool, len(after))
	for _, x := range after {
		there[x] = true
	}
	for _, x := range before {
		if !there[x] {
			ch.gone = append(ch.gone, x)
		}
		delete(there, x)
	}
	for _, x := range after {
		if there[x] {
			ch.come = append(ch.come, x)
		}
	}
	ch.many = len(ch.gone)+len(ch.come) > maxFollowed
	if ch.many || reflect.ValueOf(was.Readings).UnsafePointer() == reflect.ValueOf(now.Readings).UnsafePointer() {
		return ch
	}
	for i, x := range b {
		if was.Readings[x.ID] != now.Readings[x.ID] && !there[x] {
			ch.gone, ch.come, ch.same = append(ch.gone, x), append(ch.come, x), min(ch.same, i)
			if ch.many = len(ch.come) > maxFollowed; ch.many {
				break
			}
		}
	}
	return ch
}

// reorder puts the articles that came among those that stay, and returns where each
// article of before stands now; -1: nowhere.
func (s *State) reorder(ch change) (now []int32) {
	old := s.columns
	gone := map[*geo.Article]bool{}
	for _, a := range ch.gone {
		gone[a] = true
	}
	come := slices.SortedStableFunc(slices.Values(ch.come), newerFirst)
	was := s.Articles
	n := len(was) + len(come)
	s.Articles, s.rank = make([]*geo.Article, 0, n), make(map[geo.ArticleID]int32, n)
	s.publisher, s.address, s.dates = make([]int32, 0, n), make([]uint64, 0, n), make([]int64, 0, n)
	now = make([]int32, len(was))
	put := func(a *geo.Article, publisher int32, address uint64, until int64) {
		s.rank[a.ID] = int32(len(s.Articles))
		s.Articles, s.publisher, s.address, s.dates = append(s.Articles, a), append(s.publisher, publisher), append(s.address, address), append(s.dates, until)
	}
	next := func() {
		put(come[0], s.numbers.publishers.of(come[0].Publisher.Name), addressOf(come[0]), secondsOf(come[0].Published))
		come = come[1:]
	}
	for r, a := range was {
		if gone[a] {
			now[r] = -1
			continue
		}
		for len(come) > 0 && newerFirst(come[0], a) < 0 {
			next()
		}
		now[r] = int32(len(s.Articles))
		put(a, old.publisher[r], old.address[r], old.dates[r])
	}
	for len(come) > 0 {
		next()
	}
	s.publishers = s.numbers.publishers.names
	return now
}

// recolumn derives the claims of the affected articles anew, and what they have a part
// in. The state is a copy of the one before, but for its contents.
func (s *State) recolumn(before *State, ch change, affected map[geo.ArticleID]bool) {
	old := before.columns
	var stands []int32 // where articles of before stand now; nil: where they stood
	if len(ch.gone)+len(ch.come) > 0 {
		stands = s.reorder(ch)
		s.finder = s.finder.with(s.contents, ch.come)
	}
	touched := map[int32]bool{} // places of which claims were or are among the affected
	was := make([]int32, len(s.Articles))
	for r := range was {
		was[r] = -1
	}
	for r, a := range before.Articles {
		n := int32(r)
		if stands != nil {
			n = stands[r]
		}
		if n >= 0 {
			was[n] = int32(r)
		}
		if affected[a.ID] {
			for i := old.first[r]; i < old.first[r+1]; i++ {
				for _, p := range before.placesAt(&old.facts[i]) {
					touched[p.place] = true
				}
			}
		}
	}
	for i := range ch.come { // those that came have nothing from before
		was[s.rank[ch.come[i].ID]] = -1
	}
	orphans := slices.DeleteFunc(slices.Clone(before.Orphans), func(k geo.Correction) bool { return affected[k.Article] })
	for _, id := range slices.Sorted(maps.Keys(affected)) {
		if _, ok := s.rank[id]; !ok {
			_, gone := effective(nil, nil, s.corrections.by(id))
			orphans = append(orphans, gone...)
		}
	}
	resyndicated := len(ch.gone)+len(ch.come) > 0 && s.resyndicate(before, ch)
	s.places = maps.Clone(s.places)
	n := len(before.Claims) + 64
	s.Claims, s.facts, s.ids, s.first = make([]*geo.Claim, 0, n), make([]facts, 0, n), make([]geo.ClaimID, 0, n), make([]int32, 1, len(s.Articles)+1)
	s.refs = append(make([]placeAt, 0, len(old.refs)+256), old.refs...)
	var ranks []int32 // of the affected
	for r, a := range s.Articles {
		from, to := int32(0), int32(0)
		if k := was[r]; k >= 0 {
			from, to = old.first[k], old.first[k+1]
		}
		if !affected[a.ID] {
			s.Claims, s.ids = append(s.Claims, before.Claims[from:to]...), append(s.ids, old.ids[from:to]...)
			begin := len(s.facts)
			s.facts = append(s.facts, old.facts[from:to]...)
			for i := begin; i < len(s.facts) && int(s.facts[i].article) != r; i++ {
				s.facts[i].article = int32(r)
			}
			s.first = append(s.first, int32(len(s.Claims)))
			continue
		}
		ranks = append(ranks, int32(r))
		claims, gone := effective(a, s.contents.Readings[a.ID], s.corrections.by(a.ID))
		orphans = append(orphans, gone...)
		for _, c := range claims {
			f := s.factsOf(c, int32(r))
			for i := from; i < to; i++ {
				if before.Claims[i].Excerpt == c.Excerpt {
					f.quote = old.facts[i].quote
				}
			}
			for _, p := range s.refs[f.refs:] {
				touched[p.place] = true
			}
			s.Claims, s.facts, s.ids = append(s.Claims, c), append(s.facts, f), append(s.ids, c.ID)
		}
		s.first = append(s.first, int32(len(s.Claims)))
	}
	if resyndicated {
		s.renameOrigins(ch.same)
	}
	s.Orphans = s.corrections.inOrder(orphans)
	s.rememberPlaces(s.refs[len(old.refs):])
	for _, r := range ranks {
		s.noteWordsOf(int(s.first[r]), int(s.first[r+1]), 0)
	}
	s.quotes = s.numbers.lists()
	s.findConflicts(touched)
	s.findRepeatedAnew(before, ch, ranks)
	s.review()
}

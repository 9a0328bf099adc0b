package session

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"contested/geo"
)

// ConflictWindow is how far apart the times of two statements about a place may
// be for them to be set against each other. What was held a month ago says
// nothing about who is right today. The time of a statement is when its article
// was published; that of an event, if the text says it, when it happened.
const ConflictWindow = 30 * 24 * time.Hour

// Conflict says why a place is contested: two claims, by different parties, that
// cannot both hold.
type Conflict struct {
	Place geo.PlaceID
	Rule  string         // "conflict.hold" or "conflict.denied"
	Pair  [2]geo.ClaimID // the newest two that disagree, the newer first
	Group string         // what they disagree about, in words: "who holds it", "attack"
}

// proposition is what a claim asserts about a place in a form in which two
// claims can contradict each other: the same subject with the opposite sign.
type proposition struct {
	subject
	denies bool
}

// subject is what may be affirmed or denied of a place: that Russia holds it, of
// which "Ukraine holds it" is the denial, or that something of a type goes on
// there. A third holder would need a subject of its own.
type subject struct {
	holds bool
	kind  geo.ClaimType
}

func (s subject) String() string { return s.kind.String() }

// propositionOf says what c asserts about a place; ok is false when nothing can
// contradict it (demands, forecasts, conditions, vague areas).
//
// Who holds a town is one subject, however it is put: that Russia captured it,
// controls it or has encircled it is incompatible with Ukraine's defending it,
// controlling it, or denying any of these.
func propositionOf(c *geo.Claim, ref geo.PlaceRef) (p proposition, ok bool) {
	switch c.Modality {
	case geo.Demand, geo.Conditional, geo.Future:
		return p, false
	}
	if ref.Precision == geo.Direction || ref.Precision == geo.Between {
		return p, false
	}
	p.denies = c.Polarity == geo.Negated
	switch c.Type {
	case geo.Captured, geo.Control, geo.Encircled, geo.Defended:
		actor := c.Actor
		if actor == geo.UnknownParty {
			// "said it had taken the town", "denied that the town had fallen":
			// parties speak of their own gains and deny the other's.
			actor = c.Source.Party
			if p.denies && c.Type != geo.Defended {
				actor = actor.Adversary()
			}
		}
		switch actor {
		case geo.Russia:
		case geo.Ukraine:
			p.denies = !p.denies
		default:
			return p, false
		}
		p.subject = subject{holds: true}
	case geo.Attack, geo.Fighting, geo.Casualties, geo.Damage, geo.Withdrawal, geo.Advance, geo.Evacuation:
		p.subject = subject{kind: c.Type}
	default:
		return p, false
	}
	return p, true
}

// stand is one claim's place in the search for contradictions.
type stand struct {
	at      int32 // where the claim stands in State.Claims
	ref     uint32
	party   geo.Party
	dated   bool
	seconds int64 // when, from the year 1
	nanos   int32
	id      geo.ClaimID
	other   int32 // in a list in order of time: the last before it of another party, or -1
}

func compareStands(a, b *stand) int {
	switch {
	case a.seconds != b.seconds:
		return cmp.Compare(a.seconds, b.seconds)
	case a.nanos != b.nanos:
		return cmp.Compare(a.nanos, b.nanos)
	}
	return cmp.Compare(a.id, b.id)
}

// timeOf is when what c asserts as p holds. Who holds a place is said for the
// day of the article, however long ago it was taken; an event has its own day.
func timeOf(c *geo.Claim, p proposition, published geo.Interval) geo.Interval {
	if p.holds || !c.When.Known() {
		return published
	}
	return c.When
}

// findConflicts finds every place about which parties say incompatible things, and
// every claim that is contradicted there; with places given, by number, these alone
// are looked at anew. It takes time n·log n in the claims. The maps and columns
// that it changes must be the state's own.
func (s *State) findConflicts(places map[int32]bool) {
	// Where the claims about a place stand, place by place.
	wanted := func(p int32) bool { return places == nil || places[p] }
	begin := make([]int32, len(s.placeIDs)+1)
	for i := range s.facts {
		for _, r := range s.placesAt(&s.facts[i]) {
			if wanted(r.place) {
				begin[r.place+1]++
			}
		}
	}
	for p := range len(s.placeIDs) {
		begin[p+1] += begin[p]
	}
	type about struct {
		claim int32
		ref   uint32
	}
	list, next := make([]about, begin[len(s.placeIDs)]), slices.Clone(begin)
	for i := range s.facts {
		f := &s.facts[i]
		for k := f.refs; k < f.refs+f.places; k++ {
			if r := &s.refs[k]; wanted(r.place) {
				r.contradicted = false
				list[next[r.place]] = about{int32(i), k}
				next[r.place]++
			}
		}
	}
	s.Conflicts = maps.Clone(s.Conflicts)
	var mu sync.Mutex
	var at atomic.Int32
	var searches sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+len(list)/filterPart) {
		searches.Go(func() {
			var q quarrel
			for p := at.Add(1) - 1; int(p) < len(s.placeIDs); p = at.Add(1) - 1 {
				if !wanted(p) {
					continue
				}
				q.begin()
				for _, a := range list[begin[p]:begin[p+1]] {
					c := s.Claims[a.claim]
					q.add(c, c.Places[a.ref-s.facts[a.claim].refs], a.claim, a.ref, s.Articles[s.facts[a.claim].article].Published)
				}
				conflict, found := q.settle(func(x *stand) { s.refs[x.ref].contradicted = true })
				id := geo.PlaceID(s.placeIDs[p])
				mu.Lock()
				if conflict.Place = id; found {
					s.Conflicts[id] = conflict
				} else {
					delete(s.Conflicts, id)
				}
				mu.Unlock()
			}
		})
	}
	searches.Wait()
	for _, a := range list {
		f := &s.facts[a.claim]
		f.marks &^= isContradicted
		for _, r := range s.placesAt(f) {
			if r.contradicted {
				f.marks |= isContradicted
			}
		}
	}
}

// quarrel is what is said about one place: for each subject, who affirms it and
// who denies it.
type quarrel struct {
	sides map[subject]*[2][]stand
}

func (q *quarrel) begin() {
	if q.sides == nil {
		q.sides = map[subject]*[2][]stand{}
	}
	for _, s := range q.sides { // the room is used again
		s[0], s[1] = s[0][:0], s[1][:0]
	}
}

func (q *quarrel) add(c *geo.Claim, ref geo.PlaceRef, at int32, r uint32, published geo.Interval) {
	if c.Source.Party == geo.UnknownParty {
		return
	}
	p, ok := propositionOf(c, ref)
	if !ok {
		return
	}
	sides := q.sides[p.subject]
	if sides == nil {
		sides = new([2][]stand)
		q.sides[p.subject] = sides
	}
	side := 0
	if p.denies {
		side = 1
	}
	when := timeOf(c, p, published)
	sides[side] = append(sides[side], stand{at: at, ref: r, party: c.Source.Party, dated: when.Known(),
		seconds: when.From.Unix(), nanos: int32(when.From.Nanosecond()), id: c.ID})
}

// settle finds the newest two claims that contradict each other, and tells of all
// that are contradicted.
func (q *quarrel) settle(tell func(*stand)) (best Conflict, found bool) {
	var newest, other *stand
	for about, sides := range q.sides {
		if len(sides[0]) == 0 || len(sides[1]) == 0 {
			continue
		}
		for _, list := range sides {
			slices.SortFunc(list, func(a, b stand) int { return compareStands(&a, &b) })
			for i := range list {
				switch {
				case i == 0:
					list[i].other = -1
				case list[i-1].party != list[i].party:
					list[i].other = int32(i - 1)
				default:
					list[i].other = list[i-1].other
				}
			}
		}
		for side, list := range sides {
			for i := range list {
				x := &list[i]
				o := opponent(x, sides[1-side])
				if o == nil {
					continue
				}
				tell(x)
				a, b := x, o
				if compareStands(x, o) < 0 {
					a, b = o, x
				}
				if newest != nil && cmp.Or(compareStands(a, newest), compareStands(b, other)) <= 0 {
					continue
				}
				newest, other, found = a, b, true
				best = Conflict{Rule: "conflict.denied", Group: about.String(), Pair: [2]geo.ClaimID{a.id, b.id}}
				if about.holds {
					best.Rule, best.Group = "conflict.hold", "who holds it"
				}
			}
		}
	}
	return best, found
}

// opponent is the newest claim of another party within the window of x, or nil.
// opposed is in order of time, with what has no date, and so opposes everything,
// first.
func opponent(x *stand, opposed []stand) *stand {
	const window = int64(ConflictWindow / time.Second)
	before := func(seconds int64, nanos int32) int { // the last that is no later
		i, _ := slices.BinarySearchFunc(opposed, 0, func(o stand, _ int) int {
			if cmp.Or(cmp.Compare(o.seconds, seconds), cmp.Compare(o.nanos, nanos)) > 0 {
				return 1
			}
			return -1
		})
		return i - 1
	}
	// another is the last of another party from i on towards the beginning.
	another := func(i int) int {
		if i >= 0 && opposed[i].party == x.party {
			return int(opposed[i].other)
		}
		return i
	}
	last := len(opposed) - 1
	if x.dated {
		last = before(x.seconds+window, x.nanos)
	}
	i := another(last)
	if i < 0 {
		return nil
	}
	if o := &opposed[i]; !x.dated || !o.dated || cmp.Or(cmp.Compare(o.seconds+window, x.seconds), cmp.Compare(o.nanos, x.nanos)) >= 0 {
		return o
	}
	undated := time.Time{}
	if i = another(before(undated.Unix(), 0)); i < 0 {
		return nil
	}
	return &opposed[i]
}

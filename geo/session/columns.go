package session

import (
	"math"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/render"
)

// columns are what follows for each claim, in the order of [State.Claims] and
// close together: what looks through all claims, such as a filter, runs along
// them and seldom needs the claims themselves. Like everything in a State they are
// never changed once it is published.
type columns struct {
	ids        []geo.ClaimID
	facts      []facts
	refs       []placeAt // the places of each claim in turn: facts.refs says where they begin
	first      []int32   // by article: where its claims begin; one more at the end
	publisher  []int32   // by article: the number of its publisher's name
	dates      []int64   // … when it was published: the end, in seconds; see [secondsOf]
	address    []uint64  // … and what tells its canonical address from others; 0: none
	publishers []string
	sources    []string   // names, by number
	placeIDs   []string   // by number
	quotes     []wordList // the words of the excerpts
	numbers    *numbers
	finder     *finder
	syndicated map[geo.ClaimID]int32 // origins of the narrators' claims that are somebody else's text
}

// facts are what is asked of a claim again and again. There is no pointer in them, so
// that the collector passes them over.
type facts struct {
	confidence float64
	article    int32  // its place in State.Articles
	origin     int32  // who first said it: equal for one origin
	source     int32  // the number of the source's name
	quote      uint32 // where the words of its excerpt stand; see wordList
	refs       uint32
	places     uint32 // how many
	voice      geo.Voice
	party      geo.Party
	kind       geo.ClaimType
	status     geo.Status
	marks      marks
}

// marks are what is or is not so of a claim.
type marks uint8

const (
	isContradicted marks = 1 << iota // another party says the opposite somewhere
	isRepeated                       // the newest version of its article has it too
	isChecked
	isDenied
	isAmbiguous // one of its places could be another
	isBetween   // it lies between places
)

// placeAt is a place of a claim.
type placeAt struct {
	place        int32 // its number
	precision    geo.Precision
	contradicted bool // there
}

// numbers gives names numbers in the order in which they are first met. Those who
// derive states share it, one after the other; published states only refer to
// what had a number when they were made.
type numbers struct {
	places, sources, publishers, origins numbering
	words                                []*wordNumbers
}

func newNumbers() *numbers {
	return &numbers{places: newNumbering(), sources: newNumbering(), publishers: newNumbering(), origins: newNumbering()}
}

type numbering struct {
	number map[string]int32
	names  []string
}

func newNumbering() numbering { return numbering{number: map[string]int32{}} }

// of is the number of a name.
func (n *numbering) of(name string) int32 {
	k, ok := n.number[name]
	if !ok {
		k = int32(len(n.names))
		n.number[name] = k
		n.names = append(n.names, name)
	}
	return k
}

// at is where a claim stands in Claims, or -1.
func (s *State) at(article geo.ArticleID, id geo.ClaimID) int {
	r, ok := s.rank[article]
	if !ok {
		return -1
	}
	for i := s.first[r]; i < s.first[r+1]; i++ {
		if s.ids[i] == id {
			return int(i)
		}
	}
	return -1
}

// fact is the facts of a claim; of one that is not there, nothing is so.
func (s *State) fact(c *geo.Claim) facts {
	i := -1
	if r, ok := s.rank[c.Article]; ok {
		k, found := slices.BinarySearchFunc(s.Claims[s.first[r]:s.first[r+1]], c, inText)
		if i = int(s.first[r]) + k; !found {
			i = s.at(c.Article, c.ID) // its words were corrected since
		}
	}
	if i >= 0 {
		return s.facts[i]
	}
	return facts{origin: -1}
}

func (s *State) placesAt(f *facts) []placeAt { return s.refs[f.refs : f.refs+f.places] }

// Claim is the effective claim with the id, or nil.
func (s *State) Claim(id geo.ClaimID) *geo.Claim {
	if id == "" || len(s.Claims) == 0 {
		return nil
	}
	if a, ok := s.corrections.added[id]; ok {
		if i := s.at(a, id); i >= 0 {
			return s.Claims[i]
		}
		return nil
	}
	var claim *geo.Claim
	s.finder.articlesOf(id, func(a geo.ArticleID) bool {
		if i := s.at(a, id); i >= 0 {
			claim = s.Claims[i]
		}
		return claim == nil
	})
	return claim
}

// ClaimsOf lists the effective claims of an article, in the order of its text.
func (s *State) ClaimsOf(id geo.ArticleID) []*geo.Claim {
	r, ok := s.rank[id]
	if !ok || len(s.first) == 0 {
		return nil
	}
	return s.Claims[s.first[r]:s.first[r+1]:s.first[r+1]]
}

// ClaimsAt lists the shown claims about a place, newest article first.
func (s *State) ClaimsAt(id geo.PlaceID) []*geo.Claim {
	n := int32(slices.Index(s.placeIDs, string(id)))
	if n < 0 || s.passed == nil {
		return nil
	}
	var out []*geo.Claim
	for _, i := range s.passed.at {
		if slices.ContainsFunc(s.placesAt(&s.facts[i]), func(r placeAt) bool { return r.place == n }) {
			out = append(out, s.Claims[i])
		}
	}
	return out
}

// Contradicted reports whether another party's claim about the same place says
// the opposite.
func (s *State) Contradicted(id geo.ClaimID) bool {
	c := s.Claim(id)
	return c != nil && s.fact(c).marks&isContradicted != 0
}

// Repeated reports whether the claim stands in the same words in a newer version
// of its article. The newer one is shown in its place.
func (s *State) Repeated(id geo.ClaimID) bool {
	c := s.Claim(id)
	return c != nil && s.fact(c).marks&isRepeated != 0
}

// Origins counts the independent origins of claims.
func (s *State) Origins(claims []*geo.Claim) int {
	seen := map[int32]bool{}
	for _, c := range claims {
		seen[s.fact(c).origin] = true
	}
	return len(seen)
}

// Unplaced counts the shown claims that name no place: listed, not drawn.
func (s *State) Unplaced() int {
	if s.passed == nil {
		return 0
	}
	n := 0
	for _, i := range s.passed.at {
		if s.facts[i].places == 0 {
			n++
		}
	}
	return n
}

// AsOf is the date of the newest shown article, the date that a picture bears.
func (s *State) AsOf() geo.Interval {
	if s.passed == nil {
		return geo.Interval{}
	}
	s.passed.date.Do(func() {
		newest := int32(-1)
		for _, i := range s.passed.at {
			r := s.facts[i].article
			if s.dates[r] == unknownSeconds || r == newest {
				continue
			}
			if newest < 0 || s.dates[r] > s.dates[newest] ||
				s.dates[r] == s.dates[newest] && s.Articles[newest].Published.To.Before(s.Articles[r].Published.To) {
				newest = r
			}
		}
		if newest >= 0 {
			s.passed.newest = s.Articles[newest].Published
		}
	})
	return s.passed.newest
}

// secondsOf is the end of a time in seconds, or unknownSeconds.
func secondsOf(t geo.Interval) int64 {
	if !t.Known() {
		return unknownSeconds
	}
	return t.To.Unix()
}

const unknownSeconds = math.MinInt64

// ShownOf counts the shown claims of the article that stands at an index of Articles.
func (s *State) ShownOf(article int) int {
	if s.passed == nil {
		return 0
	}
	from, _ := slices.BinarySearch(s.passed.at, s.first[article])
	to, _ := slices.BinarySearch(s.passed.at, s.first[article+1])
	return to - from
}

// ShownIndex is where a claim stands in Shown, or -1.
func (s *State) ShownIndex(id geo.ClaimID) int {
	c := s.Claim(id)
	if c == nil || s.passed == nil {
		return -1
	}
	i, ok := slices.BinarySearch(s.passed.at, int32(s.at(c.Article, id)))
	if !ok {
		return -1
	}
	return i
}

// Voices are those in which any of the claims speaks, shown or not.
func (s *State) Voices() map[geo.Voice]bool {
	var there [256]bool
	for i := range s.facts {
		there[s.facts[i].voice] = true
	}
	out := map[geo.Voice]bool{}
	for v, is := range there {
		if is {
			out[geo.Voice(v)] = true
		}
	}
	return out
}

// sifting is one filtering of the claims: it tells the states before it from
// those after it, and keeps what follows from it for all of these.
type sifting struct {
	at     []int32 // where the shown claims stand in Claims
	list   sync.Once
	shown  []*geo.Claim
	date   sync.Once
	newest geo.Interval
	gather sync.Once
	places []render.PlaceClaims

	mu        sync.Mutex // of what follows, which is the last other colouring that was asked for
	colouring *Colouring
	coloured  []render.PlaceClaims
}

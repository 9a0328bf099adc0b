package session

import (
	"slices"
	"strings"

	"contested/geo"
)

// Doubt says why a claim is to be looked at by a person: a set of the reasons
// below, empty for a claim that the reader was sure of.
type Doubt uint8

// The reasons to look at a claim.
const (
	Uncertain      Doubt = 1 << iota // its confidence is below [DoubtBelow]
	AmbiguousPlace                   // another place of the same name was close
	Contradicted                     // another party says the opposite
	NoParty                          // who speaks could not be told
)

// DoubtBelow is the confidence under which a claim is to be looked at.
const DoubtBelow = 0.5

// Has reports whether all of the reasons are among the doubts.
func (d Doubt) Has(reasons Doubt) bool { return d&reasons == reasons }

// urgency is how early a claim is to be looked at, 0 … maxUrgency: what is likely
// to be wrong first, then what matters most if it is.
func (d Doubt) urgency() int {
	u := 0
	for _, w := range [...]struct {
		reason Doubt
		weight int
	}{{Uncertain, 3}, {AmbiguousPlace, 3}, {Contradicted, 2}, {NoParty, 1}} {
		if d.Has(w.reason) {
			u += w.weight
		}
	}
	return u
}

const maxUrgency = 9

// Review is the queue of claims that nobody has checked: first those that are
// in doubt, the more doubtful before the less, then the others; each in the
// order of [State.Claims].
type Review struct {
	Queue   []*geo.Claim
	ToCheck int // how many of the queue are in doubt: its first
	Checked int // claims that were checked
}

// Doubt says why a claim is to be looked at. What was checked is in no doubt.
func (s *State) Doubt(c *geo.Claim) Doubt {
	f := s.fact(c)
	if f.origin < 0 {
		return 0
	}
	return f.doubt()
}

func (f *facts) doubt() Doubt {
	var d Doubt
	if f.marks&isChecked != 0 {
		return d
	}
	if f.confidence < DoubtBelow {
		d |= Uncertain
	}
	if f.marks&isAmbiguous != 0 {
		d |= AmbiguousPlace
	}
	if f.marks&isContradicted != 0 {
		d |= Contradicted
	}
	if f.party == geo.UnknownParty {
		d |= NoParty
	}
	return d
}

// review makes the queue, in time linear in the claims: there are few urgencies,
// so that counting sorts.
func (s *State) review() {
	const newer = maxUrgency + 1 // repeated: the newer version's is the one to check
	urgency, count := make([]uint8, len(s.facts)), [newer + 2]int{}
	for i := range s.facts {
		f := &s.facts[i]
		switch {
		case f.marks&isRepeated != 0:
			urgency[i] = newer
		case f.marks&isChecked != 0:
			urgency[i] = newer + 1
		default:
			urgency[i] = uint8(f.doubt().urgency())
		}
		count[urgency[i]]++
	}
	r := Review{Checked: count[newer+1]}
	at := [maxUrgency + 1]int{}
	n := 0
	for u := maxUrgency; u >= 0; u-- {
		if u == 0 {
			r.ToCheck = n
		}
		at[u] = n
		n += count[u]
	}
	r.Queue = make([]*geo.Claim, n)
	for i, u := range urgency {
		if u < newer {
			r.Queue[at[u]] = s.Claims[i]
			at[u]++
		}
	}
	s.Review = r
}

// Among says which claims are gone through: a set of the constants below. None are
// all that are in doubt.
type Among uint8

// What else, or what only, is gone through.
const (
	Certain   Among = 1 << iota // those that are in no doubt, too
	OnlyShown                   // only what the filter shows
)

// ShownToCheck counts the claims to check that the filter shows.
func (s *State) ShownToCheck() int {
	if s.passed == nil {
		return 0
	}
	n := 0
	for _, i := range s.passed.at {
		if s.facts[i].doubt() != 0 {
			n++
		}
	}
	return n
}

// NextToCheck is the claim to look at after one that stood in the queue of an
// earlier state, or nil. step is 1 or -1. Claims that were checked or taken away
// since are passed over, as are those that are not gone through; at the end
// it begins at the front again. An empty id begins at the front.
func (s *State) NextToCheck(before *State, id geo.ClaimID, step int, among Among) *geo.Claim {
	open := func(c *geo.Claim) *geo.Claim {
		if now := s.Claim(c.ID); now != nil && !now.Checked && (among&Certain != 0 || s.Doubt(now) != 0) && (among&OnlyShown == 0 || s.ShownIndex(now.ID) >= 0) {
			return now
		}
		return nil
	}
	queue := before.Review.Queue
	n := len(queue)
	at := slices.IndexFunc(queue, func(c *geo.Claim) bool { return c.ID == id })
	if at < 0 && step < 0 {
		at = n
	}
	for k := 1; k <= n; k++ {
		if c := open(queue[((at+k*step)%n+n)%n]); c != nil && c.ID != id {
			return c
		}
	}
	return nil
}

// Correction is the beginning of a correction of a claim: it names the claim by
// its words as they were read, whatever corrections have made of them since.
func (s *State) Correction(c *geo.Claim) geo.Correction {
	k := geo.Correction{Article: c.Article, Content: c.Content}
	if read, ok := s.corrections.moved[c.ID]; ok {
		k.Content = read
	}
	return k
}

// CorrectionsOf are the user's corrections of a claim, in order.
func (s *State) CorrectionsOf(id geo.ClaimID) []geo.Correction {
	var out []geo.Correction
	for _, i := range s.corrections.of[id] {
		out = append(out, s.corrections.list[i])
	}
	return out
}

// Mentions are the mentions of the claim's places, with the candidates that
// were weighed, as far as they were read.
func (s *State) Mentions(c *geo.Claim) []geo.Mention {
	r := s.Reading(c.Article)
	if r == nil {
		return nil
	}
	var out []geo.Mention
	for _, m := range r.Mentions {
		if slices.ContainsFunc(c.Places, func(p geo.PlaceRef) bool { return p.Span == m.Span }) {
			out = append(out, m)
		}
	}
	return out
}

// folded is a text for comparison: its words in lower case, one space between.
func folded(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), notInWord), " ")
}

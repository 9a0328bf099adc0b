package session

import (
	"cmp"
	"slices"
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
	place   geo.PlaceID
	subject string // holdSubject or the name of a claim type
	denies  bool
}

// holdSubject is the proposition "Russia holds the place"; "Ukraine holds it" is
// its denial. A third holder would need a subject of its own.
const holdSubject = "hold:RU"

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
	p.place, p.denies = ref.Place, c.Polarity == geo.Negated
	switch c.Type {
	case geo.Captured, geo.Control, geo.Encircled, geo.Defended:
		actor := c.Actor
		if actor == geo.UnknownParty {
			// "said it had taken the town", "denied that the town had fallen":
			// parties speak of their own gains and deny the other's.
			actor = c.Source.Party
			if p.denies && c.Type != geo.Defended {
				actor = enemy(actor)
			}
		}
		switch actor {
		case geo.Russia:
		case geo.Ukraine:
			p.denies = !p.denies
		default:
			return p, false
		}
		p.subject = holdSubject
	case geo.Attack, geo.Fighting, geo.Casualties, geo.Damage, geo.Withdrawal, geo.Advance, geo.Evacuation:
		p.subject = c.Type.String()
	default:
		return p, false
	}
	return p, true
}

func enemy(p geo.Party) geo.Party {
	switch p {
	case geo.Russia:
		return geo.Ukraine
	case geo.Ukraine:
		return geo.Russia
	}
	return geo.UnknownParty
}

// stand is one claim's place in the search for contradictions.
type stand struct {
	claim *geo.Claim
	party geo.Party
	at    geo.Interval
}

// timeOf is when what c asserts as p holds. Who holds a place is said for the
// day of the article, however long ago it was taken; an event has its own day.
func timeOf(c *geo.Claim, p proposition, published geo.Interval) geo.Interval {
	if p.subject == holdSubject || !c.When.Known() {
		return published
	}
	return c.When
}

// conflicts finds every place about which parties say incompatible things, and
// every claim that is contradicted there. It takes time n·log n in the claims.
func conflicts(claims []geo.Claim, published func(geo.ArticleID) geo.Interval) (map[geo.PlaceID]Conflict, map[geo.ClaimID]bool) {
	stands := map[proposition][]stand{}
	for i := range claims {
		c := &claims[i]
		if c.Source.Party == geo.UnknownParty {
			continue
		}
		for _, ref := range c.Places {
			if p, ok := propositionOf(c, ref); ok {
				stands[p] = append(stands[p], stand{c, c.Source.Party, timeOf(c, p, published(c.Article))})
			}
		}
	}
	byTime := func(a, b stand) int {
		return cmp.Or(a.at.From.Compare(b.at.From), cmp.Compare(a.claim.ID, b.claim.ID))
	}
	for _, list := range stands {
		slices.SortFunc(list, byTime)
	}
	type best struct {
		Conflict
		newest, other stand
	}
	found := map[geo.PlaceID]best{}
	contradicted := map[geo.ClaimID]bool{}
	for p, list := range stands {
		against := p
		against.denies = !p.denies
		opposed := stands[against]
		if len(opposed) == 0 {
			continue
		}
		for _, s := range list {
			o, ok := opponent(s, opposed)
			if !ok {
				continue
			}
			contradicted[s.claim.ID] = true
			b := best{newest: s, other: o}
			if byTime(s, o) < 0 {
				b.newest, b.other = o, s
			}
			old, ok := found[p.place]
			if ok && cmp.Or(byTime(b.newest, old.newest), byTime(b.other, old.other)) <= 0 {
				continue
			}
			b.Conflict = Conflict{Place: p.place, Rule: "conflict.denied", Group: p.subject,
				Pair: [2]geo.ClaimID{b.newest.claim.ID, b.other.claim.ID}}
			if p.subject == holdSubject {
				b.Rule, b.Group = "conflict.hold", "who holds it"
			}
			found[p.place] = b
		}
	}
	out := make(map[geo.PlaceID]Conflict, len(found))
	for id, b := range found {
		out[id] = b.Conflict
	}
	return out, contradicted
}

// opponent is the newest claim of another party within the window of s. opposed
// is in order of time, with what has no date, and so opposes everything, first.
func opponent(s stand, opposed []stand) (stand, bool) {
	last := len(opposed) - 1
	if s.at.Known() {
		limit := s.at.From.Add(ConflictWindow)
		last, _ = slices.BinarySearchFunc(opposed, limit, func(o stand, t time.Time) int {
			if o.at.From.After(t) {
				return 1
			}
			return -1
		})
		last--
	}
	for i := last; i >= 0; i-- {
		o := opposed[i]
		if s.at.Known() && o.at.Known() && o.at.From.Add(ConflictWindow).Before(s.at.From) {
			i, _ = slices.BinarySearchFunc(opposed[:i], time.Time{}, func(o stand, t time.Time) int {
				if o.at.From.After(t) {
					return 1
				}
				return -1
			}) // on to what has no date
			continue
		}
		if o.party != s.party {
			return o, true
		}
	}
	return stand{}, false
}

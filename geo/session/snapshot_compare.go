package session

import (
	"fmt"
	"slices"
	"strings"

	"contested/geo"
)

// Comparison is what became of the claims between two states: of a picture and
// the open project, or of yesterday's picture and today's.
type Comparison struct {
	Added   []Side // shown in the second only
	Gone    []Side // shown in the first only
	Changed []Change
	Same    int
}

// Side is a claim and the state that it is of.
type Side struct {
	State *State
	Claim *geo.Claim
}

// Article is the claim's article.
func (s Side) Article() *geo.Article { return s.State.Article(s.Claim.Article) }

// Quote is the sentence that the claim stands in.
func (s Side) Quote() string { return s.Claim.Excerpt.Of(s.Article().Text) }

// Change is a claim that is shown in both states, but not alike.
type Change struct {
	Before, After Side
	What          []string // "status: none → confirmed"
}

// Empty reports whether nothing changed.
func (c *Comparison) Empty() bool { return len(c.Added)+len(c.Gone)+len(c.Changed) == 0 }

// Compare sets the shown claims of two states against each other. A claim is the
// same when it has the same words at the same place of the same article; when the
// article was changed since, when the same source says the same words in it; and
// when the words were changed, when the same source claims the same kind of thing
// about the same places there. The lists are in the order of the states.
func Compare(before, after *State) *Comparison {
	c := &Comparison{}
	old, fresh := sides(before), sides(after)
	partner := make([]int, len(old)) // of old in fresh, or −1
	taken := make([]bool, len(fresh))
	for i := range partner {
		partner[i] = -1
	}
	for _, key := range []func(Side) string{
		func(s Side) string { return string(s.Claim.ID) },
		func(s Side) string { return outlet(s) + "\x00" + s.Claim.Source.Key + "\x00" + contentOf(s) },
		func(s Side) string {
			return outlet(s) + "\x00" + s.Claim.Source.Key + "\x00" + s.Claim.Type.String() + "\x00" + placesOf(s)
		},
	} {
		at := map[string][]int{}
		for i := range fresh {
			if !taken[i] {
				k := key(fresh[i])
				at[k] = append(at[k], i)
			}
		}
		for i := range old {
			if partner[i] >= 0 {
				continue
			}
			k := key(old[i])
			if list := at[k]; len(list) > 0 {
				partner[i], taken[list[0]] = list[0], true
				at[k] = list[1:]
			}
		}
	}
	for i, s := range old {
		if partner[i] < 0 {
			c.Gone = append(c.Gone, s)
			continue
		}
		k := Change{Before: s, After: fresh[partner[i]]}
		if k.What = differences(k.Before, k.After); len(k.What) > 0 {
			c.Changed = append(c.Changed, k)
		} else {
			c.Same++
		}
	}
	for i, s := range fresh {
		if !taken[i] {
			c.Added = append(c.Added, s)
		}
	}
	return c
}

func sides(s *State) []Side {
	out := make([]Side, s.CountShown())
	for i, c := range s.Shown() {
		out[i] = Side{s, c}
	}
	return out
}

// outlet is where an article appeared: its address, or publisher and title.
func outlet(s Side) string {
	a := s.Article()
	if a.URL != "" {
		return a.URL
	}
	return a.Publisher.Name + "\x00" + a.Title
}

// contentOf is the words of a claim, without differences of space.
func contentOf(s Side) string {
	var b strings.Builder
	for _, sp := range s.Claim.Content {
		b.WriteString(strings.Join(strings.Fields(sp.Of(s.Article().Text)), " ") + " ")
	}
	return b.String()
}

// placesOf is the names of the places of a claim, in order.
func placesOf(s Side) string {
	var names []string
	for _, r := range s.Claim.Places {
		n := string(r.Place)
		if p, ok := s.State.Place(r.Place); ok {
			n = p.Name
		}
		if r.Precision != geo.At {
			n += " (" + r.Precision.String() + ")"
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// differences are what a reader of both pictures would see differ.
func differences(a, b Side) (out []string) {
	diff := func(what, x, y string) {
		if x != y {
			if x == "" {
				x = "nothing"
			}
			if y == "" {
				y = "nothing"
			}
			out = append(out, fmt.Sprintf("%s: %s → %s", what, x, y))
		}
	}
	x, y := a.Claim, b.Claim
	diff("source", x.Source.Name, y.Source.Name)
	diff("party", x.Source.Party.String(), y.Source.Party.String())
	diff("type", x.Type.String(), y.Type.String())
	diff("polarity", x.Polarity.String(), y.Polarity.String())
	diff("modality", x.Modality.String(), y.Modality.String())
	diff("status", x.Status.String(), y.Status.String())
	diff("places", placesOf(a), placesOf(b))
	diff("drawn", lookWord(a), lookWord(b))
	diff("words", strings.TrimSpace(contentOf(a)), strings.TrimSpace(contentOf(b)))
	return out
}

func lookWord(s Side) string {
	return [...]string{"claimed", "confirmed", "contradicted", "denied"}[min(s.State.Look(s.Claim), 3)]
}

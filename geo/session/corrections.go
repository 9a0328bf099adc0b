package session

import (
	"slices"

	"contested/geo"
)

// corrections are the user's corrections, and what they are about.
type corrections struct {
	list  []geo.Correction              // in order
	keys  []geo.ClaimID                 // the claim that each is about
	of    map[geo.ClaimID][]int32       // indices into list, by claim
	in    map[geo.ArticleID][]int32     // … and by article
	moved map[geo.ClaimID][]geo.Span    // words as they were read, of claims whose words were corrected
	added map[geo.ClaimID]geo.ArticleID // articles of the claims that were made by hand
}

// with is the corrections in list; what was made out of the same ones before is
// not made again.
func (k *corrections) with(list []geo.Correction) corrections {
	next := corrections{list: list, keys: make([]geo.ClaimID, len(list)), of: make(map[geo.ClaimID][]int32, len(list)), in: map[geo.ArticleID][]int32{},
		moved: map[geo.ClaimID][]geo.Span{}, added: map[geo.ClaimID]geo.ArticleID{}}
	same := k.begin(list)
	copy(next.keys, k.keys[:same])
	for i := range list {
		c := &list[i]
		if i >= same {
			next.keys[i] = geo.NewClaimID(c.Article, c.Content)
		}
		id := next.keys[i]
		next.of[id] = append(next.of[id], int32(i))
		next.in[c.Article] = append(next.in[c.Article], int32(i))
		if c.Span != nil {
			next.moved[id] = c.Content
		}
		if c.Added != nil {
			next.added[id] = c.Article
		}
	}
	return next
}

// begin is how many corrections at the beginning of both lists are the same.
func (k *corrections) begin(list []geo.Correction) int {
	n := 0
	for n < min(len(k.list), len(list)) && sameCorrection(&k.list[n], &list[n]) {
		n++
	}
	return n
}

// sameCorrection goes by the number that a correction has in its document, where
// none is ever changed.
func sameCorrection(a, b *geo.Correction) bool { return a.ID != "" && a.ID == b.ID }

// differ is the articles of which other corrections are in list.
func (k *corrections) differ(list []geo.Correction) map[geo.ArticleID]bool {
	from := k.begin(list)
	old, now := k.list[from:], list[from:]
	for len(old) > 0 && len(now) > 0 && sameCorrection(&old[len(old)-1], &now[len(now)-1]) {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	articles := map[geo.ArticleID]bool{}
	for _, some := range [][]geo.Correction{old, now} {
		for i := range some {
			articles[some[i].Article] = true
		}
	}
	return articles
}

// by is the corrections of an article, in order.
func (k *corrections) by(article geo.ArticleID) []geo.Correction {
	at := k.in[article]
	out := make([]geo.Correction, len(at))
	for n, i := range at {
		out[n] = k.list[i]
	}
	return out
}

// inOrder puts some of the corrections, which were found article by article, in
// their order.
func (k *corrections) inOrder(some []geo.Correction) []geo.Correction {
	if len(some) < 2 {
		return some
	}
	at := map[string]int{}
	for i := range k.list {
		at[k.list[i].ID] = i
	}
	slices.SortStableFunc(some, func(a, b geo.Correction) int { return at[a.ID] - at[b.ID] })
	return some
}

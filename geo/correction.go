package geo

import (
	"slices"
	"time"
)

// Correction is the user's word on one claim. Corrections are data: they are
// kept in the document and applied again whenever the article is read again.
// A nil field leaves the reader's result as it is.
type Correction struct {
	ID       string
	Article  ArticleID
	Content  []Span // which claim: the content spans as the reader gave them
	Reject   bool   // this is no claim
	Accept   bool   // looked at and found right, with what the other fields change
	Places   *[]PlaceRef
	Source   *Source
	Type     *ClaimType
	Polarity *Polarity
	Modality *Modality
	Status   *Status
	Span     *[]Span // the content spans it should have
	Added    *Claim  // a claim made by hand; Content is then its content
	Reason   string
	At       time.Time
}

// Correct applies corrections in order to what was read of one or more
// articles and returns the result; claims is not changed. A correction that no
// claim answers to is returned in orphans, never dropped.
func Correct(claims []Claim, corrections []Correction) (out []Claim, orphans []Correction) {
	if len(corrections) == 0 {
		return claims, nil
	}
	out = slices.Clone(claims)
	at := make(map[ClaimID]int, len(out))
	for i := range out {
		at[out[i].ID] = i
	}
	rejected := map[int]bool{}
	for _, k := range corrections {
		id := NewClaimID(k.Article, k.Content)
		if k.Added != nil {
			c := *k.Added
			c.ID, c.Manual, c.Checked, c.Confidence = id, true, true, 1
			if i, ok := at[id]; ok {
				out[i] = c
				delete(rejected, i)
			} else {
				at[id] = len(out)
				out = append(out, c)
			}
			continue
		}
		i, ok := at[id]
		if !ok {
			orphans = append(orphans, k)
			continue
		}
		c := &out[i]
		if k.Reject {
			rejected[i] = true
		}
		if k.Accept {
			delete(rejected, i)
			c.Checked, c.Confidence = true, 1
		}
		if k.Places != nil {
			c.Places = *k.Places
		}
		if k.Source != nil {
			c.Source = *k.Source
		}
		if k.Type != nil {
			c.Type = *k.Type
		}
		if k.Polarity != nil {
			c.Polarity = *k.Polarity
		}
		if k.Modality != nil {
			c.Modality = *k.Modality
		}
		if k.Status != nil {
			c.Status = *k.Status
		}
		if k.Span != nil && len(*k.Span) > 0 {
			c.Content = *k.Span
			for _, s := range c.Content {
				c.Excerpt = c.Excerpt.Union(s)
			}
		}
	}
	if len(rejected) > 0 {
		kept := out[:0:0]
		for i := range out {
			if !rejected[i] {
				kept = append(kept, out[i])
			}
		}
		out = kept
	}
	return out, orphans
}

package session

import (
	"slices"

	"contested/geo"
)

// Alike are the other claims to which a correction of one claim applies for the
// same reason: the user is asked whether to correct them too.
type Alike struct {
	Reason      AlikeReason
	Words       string // of the speaker or the place that they have in common
	Corrections []geo.Correction
}

// AlikeReason is what claims have in common.
type AlikeReason uint8

// The reasons.
const (
	SameSpeaker   AlikeReason = iota // the same source, named alike
	SamePlaceName                    // the same words, read as the same place
	SameStatement                    // the same words by the same source in another article
)

// Alike finds the claims to which the correction k of a claim applies as well;
// c and the state are those before the correction. Claims that were checked are
// left alone, as are those that are so already. It is ok only if there are any.
//
// A change of who speaks applies to all claims of that speaker, one of the place
// wherever the same words were read as the same place, and anything else to the
// same statement of the same source.
func (s *State) Alike(c *geo.Claim, k geo.Correction) (out Alike, ok bool) {
	var same func(o *geo.Claim) (geo.Correction, bool)
	switch {
	case k.Source != nil:
		out.Reason, out.Words = SameSpeaker, c.Source.Name
		same = s.alikeSpeaker(c, *k.Source)
	case k.Places != nil:
		old, next, ok := replaced(c.Places, *k.Places)
		a := s.Article(c.Article)
		if !ok || old.Anaphor || a == nil || old.Span.In(a.Text) != nil {
			return out, false
		}
		out.Reason, out.Words = SamePlaceName, old.Span.Of(a.Text)
		same = s.alikePlace(old, next, folded(out.Words))
	case k.Span != nil || k.Added != nil:
		return out, false
	default:
		out.Reason = SameStatement
		same = s.alikeStatement(c, k)
	}
	if same == nil {
		return out, false
	}
	for i := range s.Claims {
		o := s.Claims[i]
		if o.ID == c.ID || o.Checked {
			continue
		}
		if change, ok := same(o); ok {
			change.Reason = k.Reason
			out.Corrections = append(out.Corrections, change)
		}
	}
	return out, len(out.Corrections) > 0
}

func (s *State) alikeSpeaker(c *geo.Claim, to geo.Source) func(*geo.Claim) (geo.Correction, bool) {
	if c.Narrated() {
		return nil // what an article says on its own account is no speaker's
	}
	unknown := c.Source.Party == geo.UnknownParty // whose key is no name
	words := s.speaker(c)
	if unknown && words == "" {
		return nil
	}
	return func(o *geo.Claim) (k geo.Correction, ok bool) {
		if o.Source.Key != c.Source.Key || o.Source == to || unknown && s.speaker(o) != words {
			return k, false
		}
		k = s.Correction(o)
		k.Source = &to
		return k, true
	}
}

// speaker is the words that name the speaker, folded.
func (s *State) speaker(c *geo.Claim) string {
	a := s.Article(c.Article)
	if a == nil || len(c.Speaker) == 0 || c.Speaker[0].In(a.Text) != nil {
		return ""
	}
	return folded(c.Speaker[0].Of(a.Text))
}

// replaced is the one place that a correction puts in the stead of another.
func replaced(from, to []geo.PlaceRef) (old, next geo.PlaceRef, ok bool) {
	has := func(list []geo.PlaceRef, r geo.PlaceRef) bool {
		return slices.ContainsFunc(list, func(p geo.PlaceRef) bool { return p.Place == r.Place })
	}
	gone, come := 0, 0
	for _, r := range from {
		if !has(to, r) {
			old = r
			gone++
		}
	}
	for _, r := range to {
		if !has(from, r) {
			next = r
			come++
		}
	}
	return old, next, gone == 1 && come <= 1
}

func (s *State) alikePlace(old, next geo.PlaceRef, words string) func(*geo.Claim) (geo.Correction, bool) {
	return func(o *geo.Claim) (k geo.Correction, ok bool) {
		a := s.Article(o.Article)
		var places []geo.PlaceRef
		for _, r := range o.Places {
			if r.Place == old.Place && !r.Anaphor && r.Span.In(a.Text) == nil && folded(r.Span.Of(a.Text)) == words {
				ok = true
				if next.Place == "" {
					continue // the name is no place at all
				}
				r.Place, r.Ambiguous = next.Place, false
			}
			places = append(places, r)
		}
		if !ok {
			return k, false
		}
		k = s.Correction(o)
		k.Places = &places
		return k, true
	}
}

func (s *State) alikeStatement(c *geo.Claim, k geo.Correction) func(*geo.Claim) (geo.Correction, bool) {
	words, origin := s.statement(c), s.fact(c).origin
	return func(o *geo.Claim) (geo.Correction, bool) {
		if s.fact(o).origin != origin || o.Source.Key != c.Source.Key || changesNothing(o, k) || s.statement(o) != words {
			return geo.Correction{}, false
		}
		change := s.Correction(o)
		change.Reject, change.Type, change.Polarity, change.Modality, change.Status = k.Reject, k.Type, k.Polarity, k.Modality, k.Status
		return change, change.Reject || k.Type != nil || k.Polarity != nil || k.Modality != nil || k.Status != nil
	}
}

// statement is what is claimed, folded.
func (s *State) statement(c *geo.Claim) string {
	a := s.Article(c.Article)
	text := ""
	for _, p := range c.Content {
		text += " " + p.Of(a.Text)
	}
	return folded(text)
}

// changesNothing reports whether the claim is already as k would have it.
func changesNothing(c *geo.Claim, k geo.Correction) bool {
	return !k.Reject && (k.Type == nil || *k.Type == c.Type) && (k.Polarity == nil || *k.Polarity == c.Polarity) &&
		(k.Modality == nil || *k.Modality == c.Modality) && (k.Status == nil || *k.Status == c.Status)
}

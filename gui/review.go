package gui

import (
	"slices"
	"strings"
	"unicode"

	"contested/geo"
	"contested/geo/session"
)

// review is where the checking of claims stands.
type review struct {
	on      bool
	among   session.Among
	at      geo.ClaimID
	trail   []geo.ClaimID // that were looked at, for going back
	acted   []geo.ClaimID // that something was done with, for undo
	total   int           // the most there was to check
	words   bool          // the claim's words are being chosen
	showing bool          // the window itself is turning to a claim
}

// startReview begins to check claims, or goes on where it was left.
func (w *Window) startReview() {
	if w.state == nil || w.state.Document.Code != "" {
		return
	}
	r := &w.review
	r.on, r.words = true, false
	r.total = max(r.total, w.state.Review.ToCheck)
	c := w.state.Claim(r.at)
	if c == nil || w.state.Doubt(c) == 0 {
		c = w.state.NextToCheck(w.state, r.at, 1, w.among())
	}
	w.turnTo(c)
}

// stopReview leaves the checking; startReview comes back to the same claim.
func (w *Window) stopReview() {
	if w.review.on && !w.review.showing {
		w.review.on = false
		w.endWords()
		w.offer = nil
		w.showReview()
		w.trace.Event("review", map[string]any{"name": "left"})
	}
}

// turnTo shows a claim in its article and on the map, to be checked; nil: there
// is none.
func (w *Window) turnTo(c *geo.Claim) {
	w.endWords()
	w.reader.text.Deselect()
	w.showEvents(false)
	w.win.Canvas().Unfocus()
	r := &w.review
	if c == nil {
		r.at = ""
		w.shell.show(rightSide, true)
		w.showReview()
		w.trace.Event("review", map[string]any{"left": w.state.Review.ToCheck})
		return
	}
	r.at = c.ID
	if n := len(r.trail); n == 0 || r.trail[n-1] != c.ID {
		r.trail = append(r.trail, c.ID)
	}
	r.showing = true
	w.openArticle(c.Article, c.ID)
	r.showing = false
	if len(c.Places) > 0 {
		w.revealPlace(c.Places[0].Place)
	}
	w.showReview()
	w.trace.Event("review", map[string]any{"claim": c.ID, "left": w.state.Review.ToCheck})
}

// showReview brings the bar up to date with the state.
func (w *Window) showReview() {
	r := &w.review
	visible(w.reviewBar, r.on)
	w.reader.setBrief(r.on)
	if r.on && w.state != nil {
		w.reviewBar.show(w.reviewValue())
	}
	before := w.reader.Size().Height
	w.details.Refresh()
	if r.on && w.reader.Size().Height < before {
		w.reader.reveal()
	}
}

func (w *Window) reviewValue() reviewValue {
	st, r := w.state, &w.review
	q := st.Review
	r.total = max(r.total, q.ToCheck)
	v := reviewValue{Left: q.ToCheck, Done: r.total - q.ToCheck, Others: len(q.Queue) - q.ToCheck, All: r.among&session.Certain != 0, Reason: w.reason, Words: r.words}
	if v.Filtered = st.Filter.Active(); v.Filtered {
		v.Shown, v.Only = st.ShownToCheck(), w.among()&session.OnlyShown != 0
	}
	if w.offer != nil {
		v.Offer = w.offer.text
	}
	if c := st.Claim(r.at); c != nil {
		x := claimFrom(st, c)
		v.Claim, v.Checked, v.Doubts = &x, c.Checked, doubtWords(st.Doubt(c), c)
		v.Denied = c.Polarity == geo.Negated
	}
	return v
}

// reviewRune does what a key stands for. It reports whether it stands for
// anything now.
func (w *Window) reviewRune(r rune) bool {
	if w.win.Canvas().Overlays().Top() != nil {
		return false
	}
	for _, k := range reviewKeys {
		if !strings.ContainsRune(k.keys, unicode.ToLower(r)) {
			continue
		}
		switch {
		case !w.review.on && k.act == actWords && w.reader.Visible() && w.reader.chosen.Visible() && w.reader.focus() != nil:
			w.wordsOfFocus()
			return true
		case w.review.on:
			w.reviewAct(k.act)
			return true
		}
	}
	return false
}

// reviewAct does something with the claim that is checked. What decides about
// the claim leads on to the next.
func (w *Window) reviewAct(a act) {
	r := &w.review
	if r.words && a != actWords && a != actDone {
		return
	}
	switch a {
	case actDone:
		if r.words {
			w.endWords()
			w.showReview()
			return
		}
		w.stopReview()
		return
	case actAll:
		r.among |= session.Certain
		w.turnTo(w.state.NextToCheck(w.state, r.at, 1, w.among()))
		return
	case actShown:
		r.among ^= session.OnlyShown
		c := w.state.Claim(r.at)
		if c == nil || c.Checked || w.among()&session.OnlyShown != 0 && w.state.ShownIndex(c.ID) < 0 {
			c = w.state.NextToCheck(w.state, r.at, 1, w.among())
		}
		w.turnTo(c)
		return
	case actNext:
		w.turnTo(w.following(w.state, 1))
		return
	case actPrevious:
		w.reviewBack()
		return
	case actReason:
		w.askReason()
		return
	case actAlike:
		w.takeOffer()
		return
	}
	c := w.state.Claim(r.at)
	if c == nil {
		return
	}
	switch a {
	case actAccept:
		w.correct(c.ID, "Mark as right", func(*geo.Correction) {})
	case actReject:
		w.correct(c.ID, "Mark as no claim", func(k *geo.Correction) { k.Reject = true })
	case actPolarity:
		w.flipPolarity(c)
	case actPlace:
		w.askClaimPlace(c)
	case actSpeaker:
		w.askSpeaker(c)
	case actType:
		w.askType(c)
	case actStatus:
		w.askStatus(c)
	case actWords:
		w.chooseWords(c)
	case actWhy:
		w.showText("Why this claim is here", reasonsFrom(w.state, c).text())
	}
}

// among is which claims are gone through. Without a filter everything is shown.
func (w *Window) among() session.Among {
	if !w.state.Filter.Active() {
		return w.review.among &^ session.OnlyShown
	}
	return w.review.among
}

// following is the claim after the one that is checked, or before it, in the
// queue of an earlier state, without those whose correction is on its way to the
// disk.
func (w *Window) following(before *session.State, step int) *geo.Claim {
	r := &w.review
	at := r.at
	for range len(before.Review.Queue) {
		c := w.state.NextToCheck(before, at, step, w.among())
		if c == nil || !slices.Contains(w.pending, c.ID) {
			return c
		}
		at = c.ID
	}
	return nil
}

// reviewOn goes on after something was done with a claim. before is the state
// in which it was done.
func (w *Window) reviewOn(before *session.State, id geo.ClaimID) {
	r := &w.review
	if !r.on || r.at != id {
		return
	}
	r.acted = append(r.acted, id)
	w.turnTo(w.following(before, 1))
}

// reviewBack goes back to the claim that was looked at before.
func (w *Window) reviewBack() {
	r := &w.review
	for len(r.trail) > 0 {
		id := r.trail[len(r.trail)-1]
		r.trail = r.trail[:len(r.trail)-1]
		if c := w.state.Claim(id); c != nil && id != r.at {
			w.turnTo(c)
			return
		}
	}
	w.turnTo(w.following(w.state, -1))
}

// reviewUndone goes back to the claim whose correction was taken back.
func (w *Window) reviewUndone() {
	r := &w.review
	w.offer = nil
	if !r.on || len(r.acted) == 0 {
		return
	}
	id := r.acted[len(r.acted)-1]
	if c := w.state.Claim(id); c != nil && !c.Checked {
		r.acted = r.acted[:len(r.acted)-1]
		for i := len(r.trail) - 1; i >= 0; i-- {
			if r.trail[i] == id {
				r.trail = r.trail[:i]
				break
			}
		}
		w.turnTo(c)
	}
}

// reviewLabel says in menu and panels how many claims are to be checked.
func (w *Window) reviewLabel() string {
	if w.state == nil || w.state.Review.ToCheck == 0 {
		return "Nothing to check"
	}
	return "To check: " + thousands(w.state.Review.ToCheck)
}

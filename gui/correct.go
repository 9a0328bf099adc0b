package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
)

// What the user says about a claim is data: it is kept in the document, replayed
// on every reading, and undone as any other action.

// correct records one correction of a claim as one action, offers to make it in
// identical cases, and goes on to the next claim while claims are checked. A
// claim that was corrected has been looked at.
func (w *Window) correct(id geo.ClaimID, name string, change func(*geo.Correction)) {
	before := w.state
	c := before.Claim(id)
	if c == nil {
		return
	}
	k := before.Correction(c)
	change(&k)
	k.Accept = !k.Reject
	if k.Reason == "" {
		k.Reason = w.reason
	}
	w.reason, w.offer = "", nil
	w.pending = append(w.pending, id)
	var alike session.Alike
	var some bool
	w.edit("", func(s *session.Session) error {
		alike, some = before.Alike(c, k)
		return s.Correct(name, k)
	}, func(err error) {
		w.pending = slices.DeleteFunc(w.pending, func(p geo.ClaimID) bool { return p == id })
		if err != nil {
			w.fail(err)
			return
		}
		w.corrected(name, alike, some)
		w.trace.Event("corrected", map[string]any{"claim": id, "name": name})
	})
	w.reviewOn(before, id)
}

// corrected says what was done and, where it would apply to other claims too,
// offers that: in the bar while claims are checked, else in the status bar.
func (w *Window) corrected(name string, alike session.Alike, some bool) {
	w.offer = nil
	if !some {
		w.say("%s. Ctrl+Z takes it back.", name)
	} else {
		w.offer = &offer{text: name + ": the same could be said of " + alikeWords(alike), name: name + " in " + count(len(alike.Corrections), "more claim", "more claims"), corrections: alike.Corrections}
		w.status.say(name+". The same could be said of "+alikeWords(alike), false, "correct them too", w.takeOffer)
	}
	if w.review.on {
		w.showReview()
	}
}

// offer is a correction that would apply to other claims too.
type offer struct {
	text, name  string
	corrections []geo.Correction
}

func alikeWords(a session.Alike) string {
	n := len(a.Corrections)
	switch a.Reason {
	case session.SameSpeaker:
		return fmt.Sprintf("%s of “%s” in the document.", count(n, "more claim", "more claims"), a.Words)
	case session.SamePlaceName:
		return fmt.Sprintf("%s where “%s” was read as the same place.", count(n, "more claim", "more claims"), a.Words)
	}
	return fmt.Sprintf("%s of the same source in other articles.", count(n, "identical claim", "identical claims"))
}

// takeOffer makes the last correction in the identical cases too, as one action.
func (w *Window) takeOffer() {
	o := w.offer
	if o == nil {
		return
	}
	w.offer = nil
	w.edit("", func(s *session.Session) error { return s.Correct(o.name, o.corrections...) }, w.done(func() {
		w.say("%s. Ctrl+Z takes it back.", o.name)
		w.trace.Event("corrected", map[string]any{"name": o.name})
		if w.review.on {
			if c := w.state.Claim(w.review.at); c != nil && w.state.Doubt(c) == 0 && w.review.among&session.Certain == 0 {
				w.turnTo(w.following(w.state, 1)) // the offer settled this one too
				return
			}
			w.showReview()
		}
	}))
}

// correctMenu offers to correct a claim in one step.
func (w *Window) correctMenu(v claimValue, at fyne.Position) {
	c := w.state.Claim(v.ID)
	if c == nil {
		return
	}
	do := func(label, name string, change func(*geo.Correction)) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { w.correct(v.ID, name, change) })
	}
	reason := "Give a reason with it…"
	if w.reason != "" {
		reason = "With the reason: " + w.reason
	}
	label := "The source denies this"
	if c.Polarity == geo.Negated {
		label = "The source does not deny this"
	}
	menu := fyne.NewMenu("",
		do("This is right", "Mark as right", func(*geo.Correction) {}),
		do("This is no claim", "Mark as no claim", func(k *geo.Correction) { k.Reject = true }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Another place…", func() { w.askClaimPlace(c) }),
		fyne.NewMenuItem("Said by…", func() { w.askSpeaker(c) }),
		fyne.NewMenuItem("It says…", func() { w.askType(c) }),
		fyne.NewMenuItem(label, func() { w.flipPolarity(c) }),
		fyne.NewMenuItem("Verification…", func() { w.askStatus(c) }),
		fyne.NewMenuItem("Other words…", func() { w.reviewWords(c) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(reason, w.askReason),
		fyne.NewMenuItem("What was corrected", func() { w.showCorrections(c) }),
	)
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
}

// flipPolarity says that the source denies what it was read to affirm, or the
// other way round.
func (w *Window) flipPolarity(c *geo.Claim) {
	to, name := geo.Negated, "Mark as denied"
	if c.Polarity == geo.Negated {
		to, name = geo.Affirmed, "Mark as not denied"
	}
	w.correct(c.ID, name, func(k *geo.Correction) { k.Polarity = &to })
}

func (w *Window) askType(c *geo.Claim) {
	types := geo.ClaimTypes()
	options := make([]option, len(types))
	for i, t := range types {
		options[i] = option{Label: typeWords(&geo.Claim{Type: t}), Now: t == c.Type}
	}
	w.ask("What does it say?", options, func(i int) {
		w.correct(c.ID, "Change type to "+options[i].Label, func(k *geo.Correction) { k.Type = &types[i] })
	})
}

// askSpeaker asks for whom the speaker speaks, or who else it was.
func (w *Window) askSpeaker(c *geo.Claim) {
	parties := geo.Parties()
	var options []option
	for _, p := range parties {
		options = append(options, option{Label: partyName(p), Now: p == c.Source.Party})
	}
	options = append(options, option{Label: "Somebody else…", Detail: "another name"})
	name := c.Source.Name
	if name == "" {
		name = "the speaker"
	}
	w.ask("For whom does “"+name+"” speak?", options, func(i int) {
		if i == len(parties) {
			w.askName(c)
			return
		}
		w.correct(c.ID, "Change party to "+partyName(parties[i]), func(k *geo.Correction) {
			s := c.Source
			s.Party = parties[i]
			k.Source = &s
		})
	})
}

// askName asks for the name and the party of whoever it was that spoke.
func (w *Window) askName(c *geo.Claim) {
	name := newField()
	name.SetText(c.Source.Name)
	party := partySelect(c.Source.Party)
	w.form("Who says this?", "Change", []*widget.FormItem{{Text: "Name", Widget: name}, {Text: "Speaks for", Widget: party}}, name, func() {
		if name.Text == "" {
			w.say("A speaker needs a name.")
			return
		}
		s := sourceNamed(name.Text, geo.Parties()[max(0, party.SelectedIndex())])
		w.correct(c.ID, "Change speaker to "+s.Name, func(k *geo.Correction) { k.Source = &s })
	})
}

// sourceNamed is a source that the user named.
func sourceNamed(name string, p geo.Party) geo.Source {
	return geo.Source{Key: slug(name), Name: name, Party: p}
}

func partySelect(p geo.Party) *dropdown {
	var names []string
	for _, x := range geo.Parties() {
		names = append(names, partyName(x))
	}
	s := newDropdown(names, nil)
	s.SetSelectedIndex(int(p))
	return s
}

var statusLabels = []string{"Verification not mentioned", "Not independently verified", "Disputed", "Independently confirmed…"}

func (w *Window) askStatus(c *geo.Claim) {
	var options []option
	for i, l := range statusLabels {
		options = append(options, option{Label: l, Now: geo.Status(i) == c.Status})
	}
	w.ask("How far is it verified?", options, func(i int) {
		s := geo.Status(i)
		if s == geo.Confirmed && w.reason == "" {
			w.confirmStatus(c.ID)
			return
		}
		w.correct(c.ID, "Change status to "+s.String(), func(k *geo.Correction) { k.Status = &s })
	})
}

// confirmStatus asks why a claim is to count as confirmed: nothing gets that
// look on the map without a reason.
func (w *Window) confirmStatus(id geo.ClaimID) {
	reason := newField()
	reason.SetPlaceHolder("two independent reports, geolocated footage, …")
	w.form("Independently confirmed?", "Confirm", []*widget.FormItem{{Text: "Because of", Widget: reason}}, reason, func() {
		if reason.Text == "" {
			w.say("A claim is marked as confirmed only with a reason.")
			return
		}
		w.correct(id, "Change status to confirmed", func(k *geo.Correction) {
			s := geo.Confirmed
			k.Status, k.Reason = &s, reason.Text
		})
	})
}

// askReason asks for the reason that the next correction carries.
func (w *Window) askReason() {
	reason := newField()
	reason.SetText(w.reason)
	w.form("Why?", "Keep", []*widget.FormItem{{Text: "Because", Widget: reason, HintText: "The next correction carries it; the history shows it."}}, reason, func() {
		w.reason = reason.Text
		if w.review.on {
			w.showReview()
		} else if w.reason != "" {
			w.say("The next correction carries the reason: %s", w.reason)
		}
	})
}

// reviewWords opens a claim's article to choose its words there.
func (w *Window) reviewWords(c *geo.Claim) {
	if s := w.reader.text.Selection(); w.reading == c.Article && !s.Empty() && !w.reader.changes {
		w.takeWords(c, s)
		return
	}
	w.openArticle(c.Article, c.ID)
	w.say("Mark the words that say what is claimed, then choose “These are its words” below.")
}

// showCorrections lists what was corrected in a claim, when and why.
func (w *Window) showCorrections(c *geo.Claim) {
	text := correctionText(w.state.CorrectionsOf(c.ID))
	if text == "" {
		text = "Nothing: the claim is as it was read."
	}
	w.showText("What was corrected", text)
}

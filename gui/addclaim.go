package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
	"contested/gui/prose"
)

// askAddClaim makes a claim by hand of the words that are selected in the
// article: who claims what about which place is asked for.
func (w *Window) askAddClaim() {
	if w.state == nil {
		return
	}
	a := w.state.Article(w.reading)
	if a == nil || w.reader.changes {
		w.say("Open an article and select the words of the claim first.")
		return
	}
	words := wholeWords(a.Text, w.reader.text.Selection())
	if words.Empty() {
		w.say("Select the words that say what is claimed first; then add the claim.")
		return
	}
	near := nearest(w.state.ClaimsOf(a.ID), words)
	source := geo.Source{Key: "narrator", Name: a.Publisher.Name, Party: a.Publisher.Party, Class: geo.Narrator}
	if near != nil {
		source = near.Source // most often who has just spoken speaks on
	}
	var place geo.Place
	for _, m := range mentionsIn(w.state.Reading(a.ID), words) {
		if p, ok := w.state.Place(m.Place); ok {
			place = p
			break
		}
	}

	placeButton := newButton("", nil, nil)
	showPlace := func() {
		placeButton.SetText("No place is named")
		if place.ID != "" {
			placeButton.SetText(place.Name)
		}
	}
	showPlace()
	placeButton.OnTapped = func() {
		first := []placeOption{{option: option{Label: "No place is named", Detail: "listed, not drawn"}}}
		for _, m := range mentionsIn(w.state.Reading(a.ID), geo.Span{Start: 0, End: len(a.Text)}) {
			if p, ok := w.state.Place(m.Place); ok && len(first) < placesMost && !hasPlace(first, p.ID) {
				first = append(first, placeOption{option{Label: p.Name, Detail: whereWords(p), Now: p.ID == place.ID}, p})
			}
		}
		w.pickPlace("Where is it?", first, func(o placeOption) { place = o.place; showPlace() })
	}
	speaker := newField()
	speaker.SetText(source.Name)
	party := partySelect(source.Party)
	var typeNames []string
	for _, t := range geo.ClaimTypes() {
		typeNames = append(typeNames, typeWords(&geo.Claim{Type: t}))
	}
	kind := newDropdown(typeNames, nil)
	kind.SetSelectedIndex(0)
	denied := newTick("The source denies it", nil)
	status := newDropdown([]string{statusLabels[0], statusLabels[1], statusLabels[2], strings.TrimSuffix(statusLabels[3], "…")}, nil)
	status.SetSelectedIndex(0)
	reason := newField()
	reason.SetPlaceHolder("needed only if it is confirmed")
	quote := prose.New(prose.Content{Text: "“" + words.Of(a.Text) + "”", Colour: theme.ColorNameForeground})
	form := widget.NewForm(
		&widget.FormItem{Text: "Place", Widget: placeButton},
		&widget.FormItem{Text: "Speaker", Widget: speaker},
		&widget.FormItem{Text: "Speaks for", Widget: party},
		&widget.FormItem{Text: "It says", Widget: kind},
		&widget.FormItem{Text: "", Widget: denied},
		&widget.FormItem{Text: "Status", Widget: status},
		&widget.FormItem{Text: "Reason", Widget: reason},
	)
	size := w.win.Canvas().Size()
	width := min(540, size.Width-40)
	quoted := newScroller(quote)
	top := newMinimum(fyne.NewSize(width-40, min(90, quote.HeightFor(width-60)+8)), quoted)
	var d *asking
	d = w.asking("Add a claim", "Add", "Cancel", container.NewBorder(top, nil, nil, nil, container.NewVScroll(form)), func(ok bool) {
		if !ok {
			return
		}
		c := geo.Claim{Article: a.ID, Content: []geo.Span{words}, Source: source, Type: geo.ClaimTypes()[max(0, kind.SelectedIndex())],
			Status: geo.Status(max(0, status.SelectedIndex()))}
		if p := geo.Parties()[max(0, party.SelectedIndex())]; speaker.Text != source.Name || p != source.Party {
			c.Source = sourceNamed(speaker.Text, p)
		}
		if denied.Checked {
			c.Polarity = geo.Negated
		}
		if place.ID != "" {
			c.Places = []geo.PlaceRef{{Place: place.ID, Span: namedAt(w.state.Reading(a.ID), words, place.ID)}}
		}
		if c.Status == geo.Confirmed && reason.Text == "" {
			w.say("A claim is marked as confirmed only with a reason.")
			d.Show()
			return
		}
		w.addClaim(a, c, reason.Text)
	})
	speaker.OnCancel, reason.OnCancel = d.Hide, d.Hide
	d.Resize(fyne.NewSize(width, min(520, size.Height-40)))
	d.Show()
	w.win.Canvas().Focus(speaker)
}

// addClaim puts a claim made by hand into the document.
func (w *Window) addClaim(a *geo.Article, c geo.Claim, reason string) {
	id := geo.NewClaimID(a.ID, c.Content)
	w.edit("", func(s *session.Session) error {
		excerpt, err := s.Excerpt(a, c.Content[0])
		if err != nil {
			return err
		}
		c.Excerpt = excerpt
		if i := strings.Index(excerpt.Of(a.Text), c.Source.Name); i >= 0 && c.Source.Name != "" && c.Source.Class != geo.Narrator {
			c.Speaker = []geo.Span{{Start: excerpt.Start + i, End: excerpt.Start + i + len(c.Source.Name)}}
		}
		return s.Correct("Add claim", geo.Correction{Article: a.ID, Content: c.Content, Added: &c, Reason: reason})
	}, w.done(func() {
		w.endWords()
		w.reader.text.Deselect()
		w.reader.showSelection()
		if w.review.on {
			w.showReview() // the claim that is checked stays in sight
		} else {
			w.openArticle(a.ID, id)
		}
		w.say("The claim is added. Ctrl+Z takes it back.")
		w.trace.Event("corrected", map[string]any{"claim": id, "name": "Add claim"})
	}))
}

// nearest is the claim of an article that begins last before the words.
func nearest(claims []*geo.Claim, words geo.Span) *geo.Claim {
	var best *geo.Claim
	for _, c := range claims {
		if c.Excerpt.Start <= words.Start {
			best = c
		}
	}
	return best
}

// mentionsIn are the mentions of places within a stretch of the article.
func mentionsIn(r *geo.Reading, s geo.Span) []geo.Mention {
	if r == nil {
		return nil
	}
	var out []geo.Mention
	for _, m := range r.Mentions {
		if s.Covers(m.Span) && m.Place != "" && m.Use != geo.Metonym && m.Use != geo.Embedded && m.Use != geo.Demonym {
			out = append(out, m)
		}
	}
	return out
}

// namedAt is where the words name the place, or nothing.
func namedAt(r *geo.Reading, words geo.Span, id geo.PlaceID) geo.Span {
	for _, m := range mentionsIn(r, words) {
		if m.Place == id {
			return m.Span
		}
	}
	return geo.Span{}
}

func hasPlace(list []placeOption, id geo.PlaceID) bool {
	for _, o := range list {
		if o.place.ID == id {
			return true
		}
	}
	return false
}

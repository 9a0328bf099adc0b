package gui

import (
	"contested/geo"
)

// The values that the widgets show. They are made of a State by the window (see
// values_from.go) and never changed.

// claimValue is one claim as a card or a row shows it.
type claimValue struct {
	ID        geo.ClaimID
	Article   geo.ArticleID
	Voice     geo.Voice
	Speaker   string // as the text names it, or the resolved name
	Source    string // resolved name, when it says more than Speaker
	Party     string
	Via       string
	Publisher string
	Date      string
	Day       string // the date for a narrow row
	Type      string
	Manner    string
	Status    string
	Contested bool // contradicted, or disputed by the article
	Places    string
	Placed    bool
	Excerpt   string     // verbatim
	Content   []geo.Span // in Excerpt
	Cue       []geo.Span // in Excerpt
	Named     []geo.Span // the speaker, in Excerpt
	Manual    bool
	Checked   bool
	Reasons   func() reasonsValue // why it is there; asked for only when it is shown
}

// groupValue is one column of the inspector.
type groupValue struct {
	Title   string
	Voice   geo.Voice
	Claims  []claimValue
	Origins int
}

// placeValue is what the inspector shows of a place.
type placeValue struct {
	ID        geo.PlaceID
	Name      string
	Kind      string
	Names     string // in Ukrainian and Russian
	Former    string
	Approx    bool
	Contested string // what the sides disagree about, or empty
	Groups    []groupValue
	Claims    int
	Origins   int
}

// overviewValue is what the inspector shows while nothing is selected.
type overviewValue struct {
	Articles, Claims, Placed, Places int
	Example                          bool
	Contested                        []contestedValue
}

// contestedValue is one line of the list of contested places.
type contestedValue struct {
	Place  geo.PlaceID
	Name   string
	What   string
	Voices []geo.Voice
}

// articleValue is one row of the list of articles, and the head of the reader.
type articleValue struct {
	ID        geo.ArticleID
	Title     string
	Publisher string
	Date      string
	LongDate  string
	URL       string
	Example   bool
	Claims    int
	Voices    []geo.Voice
}

// listsValue is what the lists show. Only the rows in sight are asked for, so
// that a hundred thousand claims cost no more than a screenful.
type listsValue struct {
	Articles []geo.ArticleID
	Claims   int // how many
	// ClaimIndex is where a claim stands in the list, or -1.
	ClaimIndex func(geo.ClaimID) int
	Article    func(i int) articleValue
	Claim      func(i int) claimValue
	Filtered   bool
}

// readerValue is an article with its claims, for reading.
type readerValue struct {
	articleValue
	Text  string
	Spans []spanValue // one per claim, in order of the text
	Focus geo.ClaimID // the claim to scroll to and to mark in full

	Version *versionValue // nil: there is only this one
}

// spanValue is where a claim stands in its article.
type spanValue struct {
	ID      geo.ClaimID
	Voice   geo.Voice
	Label   string // "Russia · captured by Russia"
	Excerpt geo.Span
	Content []geo.Span
	Cue     []geo.Span
	Speaker []geo.Span
}

package export

import (
	"encoding/json"
	"io"
	"unicode/utf8"

	"contested/geo"
)

// Line is one line of the JSON Lines form: what was read out of one article.
//
// Other programs depend on this form. The fields of Place, Speaker and Claim up
// to "status" keep their names and meaning; fields are only added. All spans are
// UTF-8 byte offsets into the article's text ("unit" is "byte"), except that
// Toponyms carry code points in start and end, with the bytes beside them.
type Line struct {
	ID           string            `json:"id"` // as the article's origin knows it
	Unit         string            `json:"unit"`
	Article      geo.ArticleID     `json:"article"`
	Title        string            `json:"title"`
	Date         string            `json:"date,omitempty"`
	Publisher    geo.Publisher     `json:"publisher"`
	URL          string            `json:"url,omitempty"`
	Language     geo.Language      `json:"language"`
	TextSHA256   string            `json:"text_sha256"`
	Places       []LinePlace       `json:"places"`
	Sources      []LineSpeaker     `json:"sources"`
	Claims       []LineClaim       `json:"claims"`
	Attributions []LineAttribution `json:"attributions"`
	Toponyms     []LineToponym     `json:"toponyms"`
}

// LinePlace is a mention of a place. A place that could not be identified has
// neither name nor coordinates.
type LinePlace struct {
	geo.Span
	Text    string      `json:"text"`
	Name    string      `json:"name,omitempty"`
	Lat     *float64    `json:"lat,omitempty"`
	Lon     *float64    `json:"lon,omitempty"`
	Kind    string      `json:"kind,omitempty"`
	Use     geo.Use     `json:"use"`
	PlaceID geo.PlaceID `json:"place_id,omitempty"`
	Approx  bool        `json:"approx,omitempty"`
	Rules   []string    `json:"rules"`
}

// LineSpeaker is a phrase that names the speaker of a claim.
type LineSpeaker struct {
	geo.Span
	Text  string          `json:"text"`
	Party geo.Party       `json:"party"`
	Name  string          `json:"name"`
	Key   string          `json:"key"`
	Class geo.SourceClass `json:"class"`
	Rules []string        `json:"rules"`
}

// LineClaim is a claim.
type LineClaim struct {
	Content    []geo.Span    `json:"content"`
	Source     []geo.Span    `json:"source"` // empty for the narrator
	Party      geo.Party     `json:"party"`
	Places     []ClaimPlace  `json:"places"`
	Type       geo.ClaimType `json:"type"`
	Polarity   geo.Polarity  `json:"polarity"`
	Modality   geo.Modality  `json:"modality"`
	Status     geo.Status    `json:"status"`
	ID         geo.ClaimID   `json:"id"`
	Speaker    geo.Source    `json:"speaker"`
	Via        *geo.Source   `json:"via,omitempty"`
	Voice      geo.Voice     `json:"voice"`
	Actor      geo.Party     `json:"actor"`
	Cue        []geo.Span    `json:"cue"`
	When       string        `json:"when,omitempty"`
	Text       string        `json:"text"`
	Excerpt    geo.Span      `json:"excerpt"`
	Quote      string        `json:"quote"` // the excerpt's words
	Confidence float64       `json:"confidence"`
	Manual     bool          `json:"manual,omitempty"`
	Rules      []string      `json:"rules"`
}

// ClaimPlace is a place that a claim is about.
type ClaimPlace struct {
	Name      string        `json:"name"`
	Lat       *float64      `json:"lat,omitempty"`
	Lon       *float64      `json:"lon,omitempty"`
	Kind      string        `json:"kind,omitempty"`
	PlaceID   geo.PlaceID   `json:"place_id"`
	Span      geo.Span      `json:"span"`
	Precision geo.Precision `json:"precision"`
	Anaphor   bool          `json:"anaphor,omitempty"`
	Ambiguous bool          `json:"ambiguous,omitempty"`
	Approx    bool          `json:"approx,omitempty"`
}

// LineAttribution is one "X said Y", as pairs of byte offsets.
type LineAttribution struct {
	Source  [][2]int `json:"bsource"`
	Cue     [][2]int `json:"bcue"`
	Content [][2]int `json:"bcontent"`
	Rule    string   `json:"rule"`
}

// LineToponym is a name of a place, however it is used.
type LineToponym struct {
	Start     int      `json:"start"` // code points
	End       int      `json:"end"`
	ByteStart int      `json:"bstart"`
	ByteEnd   int      `json:"bend"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	Name      string   `json:"name,omitempty"`
}

func writeJSONL(w io.Writer, d *Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for e := range d.Entries {
		if err := enc.Encode(d.Line(e)); err != nil {
			return err
		}
	}
	return nil
}

// Line is the JSON Lines form of one entry.
func (d *Document) Line(e Entry) Line {
	a := e.Article
	l := Line{
		ID: articleRef(a), Unit: "byte", Article: a.ID, Title: a.Title, Date: date(a.Published), Publisher: a.Publisher,
		URL: a.URL, Language: a.Language, TextSHA256: a.TextHash(),
		Places: []LinePlace{}, Sources: []LineSpeaker{}, Claims: []LineClaim{}, Attributions: []LineAttribution{}, Toponyms: []LineToponym{},
	}
	for i := range e.Claims {
		l.Claims = append(l.Claims, d.lineClaim(a, &e.Claims[i]))
	}
	if e.Reading == nil {
		return l
	}
	points := codePoints{text: a.Text}
	for _, m := range e.Reading.Mentions {
		p := LinePlace{Span: m.Span, Text: quote(a, m.Span), Use: m.Use, PlaceID: m.Place, Rules: rules(m.Why)}
		if place, ok := d.place(m.Place); ok {
			p.Name, p.Kind, p.Approx = place.Name, place.Kind.String(), place.Approx
			p.Lat, p.Lon = latLon(place)
		}
		l.Places = append(l.Places, p)
		if m.Use != geo.Anaphor {
			start := points.at(m.Span.Start)
			l.Toponyms = append(l.Toponyms, LineToponym{start, start + utf8.RuneCountInString(p.Text), m.Span.Start, m.Span.End, p.Lat, p.Lon, p.Name})
		}
	}
	for _, s := range e.Reading.Speakers {
		l.Sources = append(l.Sources, LineSpeaker{s.Span, quote(a, s.Span), s.Source.Party, s.Source.Name, s.Source.Key, s.Source.Class, rules(s.Why)})
	}
	for _, x := range e.Reading.Attributions {
		l.Attributions = append(l.Attributions, LineAttribution{pairs(x.Source), pairs(x.Cue), pairs(x.Content), x.Rule})
	}
	return l
}

func (d *Document) lineClaim(a *geo.Article, c *geo.Claim) LineClaim {
	out := LineClaim{
		Content: list(c.Content), Source: list(c.Speaker), Party: c.Source.Party, Places: []ClaimPlace{},
		Type: c.Type, Polarity: c.Polarity, Modality: c.Modality, Status: c.Status,
		ID: c.ID, Speaker: c.Source, Via: c.Via, Voice: c.Source.Voice(), Actor: c.Actor, Cue: list(c.Cue), When: date(c.When),
		Text: content(a, c), Excerpt: c.Excerpt, Quote: quote(a, c.Excerpt), Confidence: round(c.Confidence), Manual: c.Manual, Rules: rules(c.Why),
	}
	for _, ref := range c.Places {
		p := ClaimPlace{PlaceID: ref.Place, Span: ref.Span, Precision: ref.Precision, Anaphor: ref.Anaphor, Ambiguous: ref.Ambiguous}
		if place, ok := d.place(ref.Place); ok {
			p.Name, p.Kind, p.Approx = place.Name, place.Kind.String(), place.Approx
			p.Lat, p.Lon = latLon(place)
		}
		out.Places = append(out.Places, p)
	}
	return out
}

func latLon(p geo.Place) (lat, lon *float64) {
	at := lonLat(p)
	return &at[1], &at[0]
}

// list is s, never null in JSON.
func list(s []geo.Span) []geo.Span {
	if s == nil {
		return []geo.Span{}
	}
	return s
}

func pairs(spans []geo.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{s.Start, s.End}
	}
	return out
}

// codePoints counts the code points before byte offsets. Offsets that grow cost
// one pass over the text in all.
type codePoints struct {
	text        string
	byteAt, pos int
}

func (c *codePoints) at(b int) int {
	b = max(0, min(b, len(c.text)))
	if b < c.byteAt {
		c.byteAt, c.pos = 0, 0
	}
	c.pos += utf8.RuneCountInString(c.text[c.byteAt:b])
	c.byteAt = b
	return c.pos
}

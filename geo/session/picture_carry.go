package session

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

// What a picture file carries is JSON in an iTXt chunk (and, on wish, a file
// beside the picture): everything that the picture was drawn from. Of each
// article it holds title, publisher, date, address, the hash of its text and the
// excerpts in which the shown claims stand: enough to see every claim in its
// words and too little to replace the article. No file name, no date of import
// and nothing that was hidden leaves the house in it.

// Keywords of the chunks.
const (
	contentKeyword = "Contested"      // what the picture is drawn from
	sealKeyword    = "Contested-Seal" // hashes of that and of the pixels
)

// carryVersion grows when an older program could not read what is written.
const carryVersion = 1

// Limits of what is carried; a picture of more is no picture any more.
const (
	maxCarried      = 32 << 20 // bytes
	maxCarriedItems = 200_000  // articles, claims or places
)

type carried struct {
	Contested int                     `json:"contested"` // carryVersion
	Picture   carriedPicture          `json:"picture"`
	Example   bool                    `json:"example,omitempty"`
	Of        int                     `json:"articles_in_document"`
	Articles  limited[carriedArticle] `json:"articles"`
	Places    limited[carriedPlace]   `json:"places"`
	Conflicts limited[carriedDispute] `json:"contested_places,omitempty"`
	Claims    limited[carriedClaim]   `json:"claims"`
	Context   limited[carriedLayer]   `json:"context,omitempty"`
}

// limited is a list that refuses, while it is read, to grow beyond what can be
// there: a few bytes of JSON must not take many of memory.
type limited[T any] []T

func (l *limited[T]) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t == nil {
		return err // null: nothing
	} else if t != json.Delim('[') {
		return errors.New("a list is none")
	}
	*l = nil
	for d.More() {
		if len(*l) == maxCarriedItems {
			return errTooMany
		}
		var item T
		if err := d.Decode(&item); err != nil {
			return err
		}
		*l = append(*l, item)
	}
	return nil
}

var errTooMany = errors.New("it carries more than can be read")

type carriedPicture struct {
	Layout   string       `json:"layout"`
	Style    string       `json:"style"`
	Labels   geo.Language `json:"labels,omitempty"`
	Language geo.Language `json:"language,omitempty"`
	Title    string       `json:"title,omitempty"`
	Note     string       `json:"note,omitempty"`
	Alt      string       `json:"alt,omitempty"`
	AsOf     string       `json:"as_of,omitempty"`
	Legend   bool         `json:"legend,omitempty"`
	NoScale  bool         `json:"no_scale_bar,omitempty"`
	Room     *render.Room `json:"room,omitempty"`
	Bare     bool         `json:"undressed,omitempty"`
	Second   geo.Language `json:"second_labels,omitempty"`
	Degrees  bool         `json:"graticule,omitempty"`
	Locator  bool         `json:"locator,omitempty"`
	Width    int          `json:"width"`
	Height   int          `json:"height"`
	Density  float64      `json:"density"`
	DPI      float64      `json:"dpi,omitempty"`
	Centre   [2]float64   `json:"centre"` // longitude, latitude
	Zoom     float64      `json:"zoom"`
	Selected geo.PlaceID  `json:"selected,omitempty"`
	Hidden   []geo.Voice  `json:"hidden_voices,omitempty"`
	Colours  *carriedKey  `json:"colours,omitempty"` // what they stand for; none: parties
	Tiles    string       `json:"tiles,omitempty"`   // the credit of map tiles, which are not carried
}

type carriedKey struct {
	By         string             `json:"by"`
	Publishers limited[string]    `json:"publishers,omitempty"`
	Others     int                `json:"other_publishers,omitempty"`
	Days       limited[time.Time] `json:"days,omitempty"`
	Open       bool               `json:"open,omitempty"`
}

type carriedArticle struct {
	ID        geo.ArticleID        `json:"id"`
	Hash      string               `json:"text_sha256"`
	Title     string               `json:"title"`
	Publisher geo.Publisher        `json:"publisher"`
	Published *geo.Interval        `json:"published,omitempty"`
	Language  geo.Language         `json:"language,omitempty"`
	URL       string               `json:"url,omitempty"`
	Example   bool                 `json:"example,omitempty"`
	Excerpts  limited[carriedText] `json:"excerpts"`
}

// carriedText is a stretch of an article and where it begins in it, in bytes of
// UTF-8.
type carriedText struct {
	Start int    `json:"start"`
	Text  string `json:"text"`
}

type carriedPlace struct {
	ID         geo.PlaceID   `json:"id"`
	Kind       geo.PlaceKind `json:"kind"`
	Name       string        `json:"name"`
	NameUK     string        `json:"name_uk,omitempty"`
	NameRU     string        `json:"name_ru,omitempty"`
	Point      [2]float64    `json:"point"`
	Bound      *[4]float64   `json:"bound,omitempty"`
	Approx     bool          `json:"approx,omitempty"`
	Country    string        `json:"country,omitempty"`
	Admin1     string        `json:"admin1,omitempty"`
	PartOf     geo.PlaceID   `json:"part_of,omitempty"`
	Population int           `json:"population,omitempty"`
}

type carriedDispute struct {
	Place geo.PlaceID    `json:"place"`
	Rule  string         `json:"rule"`
	Group string         `json:"group"`
	Pair  [2]geo.ClaimID `json:"claims"`
}

// carriedSpan is [start, end) in bytes of the whole article.
type carriedSpan [2]int

type carriedClaim struct {
	ID           geo.ClaimID   `json:"id"`
	Article      int           `json:"article"` // its number in articles, from 0
	Quote        string        `json:"quote"`   // the excerpt, verbatim
	Excerpt      carriedSpan   `json:"excerpt"`
	Content      []carriedSpan `json:"content"`
	Cue          []carriedSpan `json:"cue,omitempty"`
	Speaker      []carriedSpan `json:"speaker,omitempty"`
	Source       geo.Source    `json:"source"`
	Via          *geo.Source   `json:"via,omitempty"`
	Places       []carriedRef  `json:"places,omitempty"`
	Type         geo.ClaimType `json:"type"`
	Actor        geo.Party     `json:"actor"`
	Polarity     geo.Polarity  `json:"polarity"`
	Modality     geo.Modality  `json:"modality"`
	Status       geo.Status    `json:"status"`
	When         *geo.Interval `json:"when,omitempty"`
	Confidence   float64       `json:"confidence"`
	Why          []carriedRule `json:"why,omitempty"`
	Manual       bool          `json:"manual,omitempty"`
	Origin       int           `json:"origin"` // claims of one origin have the same number
	Contradicted bool          `json:"contradicted,omitempty"`
}

type carriedRef struct {
	Place     geo.PlaceID   `json:"place"`
	Span      *carriedSpan  `json:"span,omitempty"`
	Precision geo.Precision `json:"precision"`
	Anaphor   bool          `json:"anaphor,omitempty"`
	Ambiguous bool          `json:"ambiguous,omitempty"`
}

type carriedRule struct {
	Rule string       `json:"rule"`
	Span *carriedSpan `json:"span,omitempty"`
	Note string       `json:"note,omitempty"`
}

// seal is the second chunk: what the first one and the pixels have to be.
type seal struct {
	Code   string `json:"code"`
	Pixels string `json:"pixels"` // see render.PNGFile.Pixels, hexadecimal
}

// Code is the short code of what a picture carries, as it is printed in its
// corner: the first 60 bits of the SHA-256, in Crockford's base 32.
func Code(content []byte) string {
	sum := sha256.Sum256(content)
	s := base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding).EncodeToString(sum[:])
	return s[:4] + "-" + s[4:8] + "-" + s[8:12]
}

var styleNames = map[render.StyleName]string{render.Light: "light", render.Dark: "dark", render.Print: "print"}

// content is what the picture p of the viewport v carries.
func (s *State) content(p Picture, v view.Viewport) ([]byte, error) {
	c := carried{Contested: carryVersion, Example: s.Document.Example, Of: len(s.Articles), Articles: []carriedArticle{}, Places: []carriedPlace{}, Claims: []carriedClaim{}}
	if s.of > 0 {
		c.Of = s.of
	}
	c.Picture = carriedPicture{
		Layout: p.Layout.String(), Style: styleNames[p.Style], Labels: p.Labels, Language: p.Language, Title: p.Title, Note: p.Note, Alt: p.Alt, AsOf: p.AsOf, NoScale: p.NoScale, Room: p.Room,
		Legend: p.Legend, Bare: p.Undressed, Second: p.Second, Degrees: p.Graticule, Locator: p.Locator, Width: p.Width, Height: p.Height, Density: v.Density, DPI: p.DPI,
		Centre: v.Centre, Zoom: v.Zoom, Selected: s.Selected.Place,
	}
	if k := p.Key; k != nil && p.Colour != ByParty {
		c.Picture.Colours = &carriedKey{k.By.String(), k.Publishers, k.Others, k.Days, k.Open}
	}
	if p.Tiles != nil {
		c.Picture.Tiles = p.Tiles.Info().Credit()
	}
	for _, voice := range geo.Voices() {
		if s.Filter.Hidden[voice] {
			c.Picture.Hidden = append(c.Picture.Hidden, voice)
		}
	}
	places := map[geo.PlaceID]bool{}
	if _, ok := s.places[s.Selected.Place]; ok {
		places[s.Selected.Place] = true
	}
	whys := s.whys()
	wanted := map[geo.ArticleID][]geo.Span{}
	shown := map[geo.ClaimID]bool{}
	for _, k := range s.Shown() {
		shown[k.ID] = true
		wanted[k.Article] = append(wanted[k.Article], spansOf(k, whys(k))...)
		for _, r := range k.Places {
			places[r.Place] = true
		}
	}
	number := map[geo.ArticleID]int{}
	for i := range s.Articles {
		a := s.Articles[i]
		spans, ok := wanted[a.ID]
		if !ok {
			continue
		}
		number[a.ID] = len(c.Articles)
		c.Articles = append(c.Articles, carriedArticle{
			ID: a.ID, Hash: a.TextHash(), Title: a.Title, Publisher: a.Publisher, Published: known(a.Published),
			Language: a.Language, URL: a.URL, Example: a.Example, Excerpts: excerpts(a, spans),
		})
	}
	origin := map[int32]int{}
	for _, k := range s.Shown() {
		whole := wholeOf(s.Article(k.Article))
		f := s.fact(k)
		o, ok := origin[f.origin]
		if !ok {
			o = len(origin) + 1
			origin[f.origin] = o
		}
		x := carriedClaim{
			ID: k.ID, Article: number[k.Article], Quote: k.Excerpt.Of(s.Article(k.Article).Text), Excerpt: whole(k.Excerpt),
			Source: k.Source, Via: k.Via, Type: k.Type, Actor: k.Actor, Polarity: k.Polarity, Modality: k.Modality, Status: k.Status,
			When: known(k.When), Confidence: k.Confidence, Manual: k.Manual, Origin: o, Contradicted: f.marks&isContradicted != 0,
		}
		each := func(list []geo.Span) (out []carriedSpan) {
			for _, sp := range list {
				out = append(out, whole(sp))
			}
			return out
		}
		some := func(sp geo.Span) *carriedSpan {
			if sp.In(s.Article(k.Article).Text) != nil {
				return nil
			}
			w := whole(sp)
			return &w
		}
		x.Content, x.Cue, x.Speaker = each(k.Content), each(k.Cue), each(k.Speaker)
		for _, r := range k.Places {
			x.Places = append(x.Places, carriedRef{r.Place, some(r.Span), r.Precision, r.Anaphor, r.Ambiguous})
		}
		for _, e := range whys(k) {
			x.Why = append(x.Why, carriedRule{e.Rule, some(e.Span), e.Note})
		}
		c.Claims = append(c.Claims, x)
	}
	for id := range places {
		p, ok := s.places[id]
		if !ok {
			continue
		}
		x := carriedPlace{ID: p.ID, Kind: p.Kind, Name: p.Name, NameUK: p.NameUK, NameRU: p.NameRU, Point: p.Point, Approx: p.Approx,
			Country: p.Country, Admin1: p.Admin1, PartOf: p.PartOf, Population: p.Population}
		if p.Bound != (orb.Bound{}) {
			x.Bound = &[4]float64{p.Bound.Min[0], p.Bound.Min[1], p.Bound.Max[0], p.Bound.Max[1]}
		}
		c.Places = append(c.Places, x)
		if d, ok := s.Conflicts[id]; ok {
			x := carriedDispute{d.Place, d.Rule, d.Group, d.Pair}
			for i, k := range x.Pair {
				if !shown[k] {
					x.Pair[i] = "" // it was not shown
				}
			}
			c.Conflicts = append(c.Conflicts, x)
		}
	}
	c.Context = s.contextCarried(v)
	slices.SortFunc(c.Places, func(a, b carriedPlace) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Conflicts, func(a, b carriedDispute) int { return cmp.Compare(a.Place, b.Place) })
	if max(len(c.Articles), len(c.Claims), len(c.Places)) > maxCarriedItems {
		return nil, errTooMuch
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(&c); err != nil {
		return nil, fmt.Errorf("what the picture shows cannot be written into it: %w", err)
	}
	if b.Len() > maxCarried {
		return nil, errTooMuch
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

var errTooMuch = errors.New("the picture would carry more claims and quotes than can be opened again; filter them, or leave them out of the file")

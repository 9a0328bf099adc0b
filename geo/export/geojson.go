package export

import (
	"encoding/json"
	"io"

	"contested/geo"
)

// feature is a GeoJSON feature (RFC 7946): one claim at one place. A claim that
// names no place has no geometry, which the standard provides for.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *point     `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

// properties are the columns of a row. They are flat, as GIS programs want
// them, and the CSV form has the same names.
type properties struct {
	Place          string  `json:"place"`
	PlaceID        string  `json:"place_id"`
	PlaceUK        string  `json:"place_uk"`
	PlaceRU        string  `json:"place_ru"`
	PlaceKind      string  `json:"place_kind"`
	Precision      string  `json:"precision"`
	Approximate    bool    `json:"approximate"`
	Ambiguous      bool    `json:"ambiguous"`
	Voice          string  `json:"voice"`
	Party          string  `json:"party"`
	Source         string  `json:"source"`
	SourceClass    string  `json:"source_class"`
	Via            string  `json:"via"`
	Type           string  `json:"type"`
	Polarity       string  `json:"polarity"`
	Modality       string  `json:"modality"`
	Status         string  `json:"status"`
	Actor          string  `json:"actor"`
	When           string  `json:"when"`
	Claim          string  `json:"claim"`
	Excerpt        string  `json:"excerpt"`
	Title          string  `json:"title"`
	Publisher      string  `json:"publisher"`
	PublisherParty string  `json:"publisher_party"`
	Published      string  `json:"published"`
	URL            string  `json:"url"`
	Language       string  `json:"language"`
	Confidence     float64 `json:"confidence"`
	ClaimID        string  `json:"claim_id"`
	ArticleID      string  `json:"article_id"`
	ArticleRef     string  `json:"article_ref"`
	TextSHA256     string  `json:"text_sha256"`
	Start          int     `json:"start"` // of the excerpt, bytes
	End            int     `json:"end"`
	Example        bool    `json:"example"`
}

func (r row) properties(hash string) properties {
	a, c := r.article, r.claim
	p := properties{
		Place: r.placeName(), PlaceID: string(r.ref.Place), Ambiguous: r.ref.Ambiguous,
		Voice: c.Source.Voice().String(), Party: c.Source.Party.String(), Source: c.Source.Name, SourceClass: c.Source.Class.String(),
		Type: c.Type.String(), Polarity: c.Polarity.String(), Modality: c.Modality.String(), Status: c.Status.String(),
		When: date(c.When), Claim: content(a, c), Excerpt: excerpt(a, c),
		Title: a.Title, Publisher: a.Publisher.Name, PublisherParty: a.Publisher.Party.String(), Published: date(a.Published),
		URL: a.URL, Language: string(a.Language), Confidence: round(c.Confidence),
		ClaimID: string(c.ID), ArticleID: string(a.ID), ArticleRef: articleRef(a), TextSHA256: hash,
		Start: c.Excerpt.Start, End: c.Excerpt.End, Example: a.Example,
	}
	if c.Via != nil {
		p.Via = c.Via.Name
	}
	if c.Actor != geo.UnknownParty {
		p.Actor = c.Actor.String()
	}
	if r.ref.Place != "" {
		p.Precision = r.ref.Precision.String()
	}
	if r.located {
		p.PlaceUK, p.PlaceRU, p.PlaceKind, p.Approximate = r.place.NameUK, r.place.NameRU, r.place.Kind.String(), r.place.Approx
	}
	return p
}

func writeGeoJSON(w io.Writer, d *Document) error {
	head := `{"type":"FeatureCollection","features":[`
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	sep := "\n"
	for e := range d.Entries {
		hash := e.Article.TextHash()
		for r := range d.rows(e) {
			f := feature{Type: "Feature", ID: string(r.claim.ID), Properties: r.properties(hash)}
			if r.ref.Place != "" {
				f.ID += "/" + string(r.ref.Place)
			}
			if r.located {
				f.Geometry = &point{"Point", lonLat(r.place)}
			}
			if err := writeItem(w, &sep, f); err != nil {
				return err
			}
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

// writeItem writes one item of a JSON list on a line of its own.
func writeItem(w io.Writer, sep *string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, *sep); err != nil {
		return err
	}
	*sep = ",\n"
	_, err = w.Write(b)
	return err
}

package export

import (
	"io"

	"contested/geo"
)

// The JSON-LD nodes of schema.org. A ClaimReview says that somebody has judged the
// claim: it is written, with the rating, where a person gave a claim its status.
// Other claims are written as Claim alone.
type (
	ldArticle struct {
		Type      string     `json:"@type"`
		ID        string     `json:"@id"`
		Headline  string     `json:"headline,omitempty"`
		Published string     `json:"datePublished,omitempty"`
		Publisher *ldThing   `json:"publisher,omitempty"`
		URL       string     `json:"url,omitempty"`
		Language  string     `json:"inLanguage,omitempty"`
		SHA256    ldProperty `json:"identifier"`
	}
	ldThing struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	ldProperty struct {
		Type  string `json:"@type"`
		Name  string `json:"propertyID"`
		Value any    `json:"value"`
	}
	ldClaim struct {
		Type       string       `json:"@type"`
		ID         string       `json:"@id"`
		Text       string       `json:"text"`
		Abstract   string       `json:"abstract"` // the sentence it stands in
		Author     *ldThing     `json:"author,omitempty"`
		Published  string       `json:"datePublished,omitempty"`
		Appearance ldRef        `json:"appearance"`
		Locations  []ldPlace    `json:"contentLocation,omitempty"`
		About      []ldProperty `json:"additionalProperty"`
	}
	ldReview struct {
		Type     string   `json:"@type"`
		ID       string   `json:"@id"`
		Claimed  string   `json:"claimReviewed"`
		Claim    ldRef    `json:"itemReviewed"`
		Reviewed string   `json:"dateCreated,omitempty"`
		Body     string   `json:"reviewBody,omitempty"` // the reason
		Rating   ldRating `json:"reviewRating"`
	}
	ldRating struct {
		Type string `json:"@type"`
		Name string `json:"alternateName"`
	}
	ldRef struct {
		ID string `json:"@id"`
	}
	ldPlace struct {
		Type string `json:"@type"`
		ID   string `json:"@id"`
		Name string `json:"name"`
		Geo  *ldGeo `json:"geo,omitempty"`
	}
	ldGeo struct {
		Type string  `json:"@type"`
		Lat  float64 `json:"latitude"`
		Lon  float64 `json:"longitude"`
	}
)

func articleIRI(a *geo.Article) string { return "urn:contested:article:" + string(a.ID) }

func writeJSONLD(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, `{"@context":"https://schema.org","@graph":[`); err != nil {
		return err
	}
	sep := "\n"
	for e := range d.Entries {
		a := e.Article
		node := ldArticle{Type: "NewsArticle", ID: articleIRI(a), Headline: a.Title, Published: date(a.Published), URL: a.URL,
			Language: string(a.Language), SHA256: ldProperty{"PropertyValue", "sha256 of the text", a.TextHash()}}
		if a.Publisher.Name != "" {
			node.Publisher = &ldThing{"Organization", a.Publisher.Name}
		}
		if err := writeItem(w, &sep, node); err != nil {
			return err
		}
		for i := range e.Claims {
			c := &e.Claims[i]
			claim := d.ldClaim(a, c)
			if err := writeItem(w, &sep, claim); err != nil {
				return err
			}
			r, ok := e.Reviews[c.ID]
			if !ok {
				continue
			}
			review := ldReview{Type: "ClaimReview", ID: "urn:contested:review:" + string(c.ID), Claimed: claim.Text, Claim: ldRef{claim.ID},
				Body: r.Reason, Rating: ldRating{"Rating", r.Status.String()}}
			if !r.At.IsZero() {
				review.Reviewed = r.At.UTC().Format("2006-01-02")
			}
			if err := writeItem(w, &sep, review); err != nil {
				return err
			}
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

func (d *Document) ldClaim(a *geo.Article, c *geo.Claim) ldClaim {
	out := ldClaim{Type: "Claim", ID: "urn:contested:claim:" + string(c.ID), Text: content(a, c), Abstract: excerpt(a, c),
		Published: date(a.Published), Appearance: ldRef{articleIRI(a)}}
	if name := c.Source.Name; name != "" {
		// What kind of thing a speaker is, is known of organisations only.
		kind := "Thing"
		switch c.Source.Class {
		case geo.Media, geo.Organisation:
			kind = "Organization"
		}
		out.Author = &ldThing{kind, name}
	}
	for _, ref := range c.Places {
		p := ldPlace{Type: "Place", ID: "urn:contested:place:" + string(ref.Place), Name: string(ref.Place)}
		if place, ok := d.place(ref.Place); ok {
			p.Name = place.Name
			p.Geo = &ldGeo{"GeoCoordinates", lonLat(place)[1], lonLat(place)[0]}
		}
		out.Locations = append(out.Locations, p)
	}
	for _, v := range []struct {
		name  string
		value any
	}{
		{"party", c.Source.Party.String()}, {"type", c.Type.String()}, {"polarity", c.Polarity.String()},
		{"modality", c.Modality.String()}, {"status in the article", c.Status.String()}, {"confidence of the reading", round(c.Confidence)},
	} {
		out.About = append(out.About, ldProperty{"PropertyValue", v.name, v.value})
	}
	return out
}

package geo

// Use is how a text uses the name of a place (GUIDELINE section 1).
type Use uint8

// The uses. Only Literal and Area mentions are places on the ground.
const (
	Literal      Use = iota
	AreaUse          // a front sector named after the place: "the Pokrovsk direction"
	Metonym          // "Moscow" for a government: a source, never a point
	Embedded         // inside the name of an organisation or office
	Anaphor          // "the town", "there"
	Unresolvable     // looks like a place and cannot be identified
	Demonym          // a people or its adjective: "Syrian", "Kenyans"
)

var uses = enum("literal", "area", "metonym", "embedded", "anaphor", "unresolvable", "demonym")

func (u Use) String() string                { return uses.name(uint8(u)) }
func (u Use) MarshalText() ([]byte, error)  { return uses.marshal(uint8(u)) }
func (u *Use) UnmarshalText(b []byte) error { return uses.unmarshal(b, (*uint8)(u)) }

// Candidate is one place that a mention may mean, with its score.
type Candidate struct {
	Place PlaceID `json:"place"`
	Score int     `json:"score"`
}

// Mention is one mention of a place in a text. Candidates are ordered by score,
// best first; the margin between the first two says how sure the choice is.
type Mention struct {
	Span       Span
	Use        Use
	Place      PlaceID // the choice; empty when Unresolvable
	Candidates []Candidate
	Why        []Evidence
}

// SpeakerMention is one phrase that names the speaker of at least one claim.
type SpeakerMention struct {
	Span   Span
	Source Source
	Why    []Evidence
}

// Attribution is one "X said Y" of the text, whether or not Y is about a place.
// One that stands in the content of another is not listed: it is part of what is
// said there. A claim keeps both, as its source and who passes it on.
type Attribution struct {
	Source  []Span // empty when the text names none
	Cue     []Span
	Content []Span
	Rule    string
}

// Reading is everything that was read out of one article. It depends on the
// article, the gazetteer and the rules alone.
type Reading struct {
	Article      ArticleID
	Language     Language
	Mentions     []Mention
	Speakers     []SpeakerMention
	Attributions []Attribution
	Claims       []Claim
}

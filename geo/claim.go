package geo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
)

// ClaimID names a claim: a hash of its article and content spans. Reading the
// same article again with the same result gives the same ids.
type ClaimID string

// ClaimType is the kind of situation that a claim asserts (GUIDELINE section 3).
type ClaimType uint8

// The claim types.
const (
	Other ClaimType = iota
	Captured
	Control
	Encircled
	Advance
	Attack
	Defended
	Fighting
	Withdrawal
	WithdrawalDemanded
	TerritoryClaimed
	Ceasefire
	Casualties
	Evacuation
	Damage
	Forecast
)

var claimTypes = enum("other", "captured", "control", "encircled", "advance", "attack", "defended",
	"fighting", "withdrawal", "withdrawal_demanded", "territory_claimed", "ceasefire", "casualties",
	"evacuation", "damage", "forecast")

func (t ClaimType) String() string                { return claimTypes.name(uint8(t)) }
func (t ClaimType) MarshalText() ([]byte, error)  { return claimTypes.marshal(uint8(t)) }
func (t *ClaimType) UnmarshalText(b []byte) error { return claimTypes.unmarshal(b, (*uint8)(t)) }

// ClaimTypes lists every claim type in order of its value.
func ClaimTypes() []ClaimType {
	out := make([]ClaimType, len(claimTypes.list))
	for i := range out {
		out[i] = ClaimType(i)
	}
	return out
}

// Polarity says whether the source asserts that the situation holds.
type Polarity uint8

// The polarities.
const (
	Affirmed Polarity = iota
	Negated
)

var polarities = enum("affirmed", "negated")

func (p Polarity) String() string                { return polarities.name(uint8(p)) }
func (p Polarity) MarshalText() ([]byte, error)  { return polarities.marshal(uint8(p)) }
func (p *Polarity) UnmarshalText(b []byte) error { return polarities.unmarshal(b, (*uint8)(p)) }

// Modality says how firmly, and as what, the source puts the claim forward.
type Modality uint8

// The modalities.
const (
	Asserted Modality = iota
	Hedged
	Conditional
	Future
	Demand
)

var modalities = enum("asserted", "hedged", "conditional", "future", "demand")

func (m Modality) String() string                { return modalities.name(uint8(m)) }
func (m Modality) MarshalText() ([]byte, error)  { return modalities.marshal(uint8(m)) }
func (m *Modality) UnmarshalText(b []byte) error { return modalities.unmarshal(b, (*uint8)(m)) }

// Status is what an article says of a claim's verification.
type Status uint8

// The statuses.
const (
	NoStatus Status = iota
	Unverified
	Disputed
	Confirmed
)

var statuses = enum("none", "unverified", "disputed", "confirmed")

func (s Status) String() string                { return statuses.name(uint8(s)) }
func (s Status) MarshalText() ([]byte, error)  { return statuses.marshal(uint8(s)) }
func (s *Status) UnmarshalText(b []byte) error { return statuses.unmarshal(b, (*uint8)(s)) }

// PlaceRef ties a claim to a place it is about.
type PlaceRef struct {
	Place     PlaceID   `json:"place"`
	Span      Span      `json:"span"` // the mention (a name or an anaphor) that says so
	Precision Precision `json:"precision"`
	Anaphor   bool      `json:"anaphor,omitempty"`   // "the town", "there"
	Ambiguous bool      `json:"ambiguous,omitempty"` // the runner-up was close: please choose
}

// Evidence is one rule that fired, and the words it fired on.
type Evidence struct {
	Rule string `json:"rule"` // stable id, such as "attr.B-that" or "party.own-words"
	Span Span   `json:"span"` // empty when the rule concerns the article as a whole
	Note string `json:"note,omitempty"`
}

// Claim is one proposition by one source about one or more places, with the
// excerpt in which it stands.
type Claim struct {
	ID         ClaimID
	Article    ArticleID
	Content    []Span // the clause(s) of the proposition, in order, not overlapping
	Excerpt    Span   // the whole sentence(s) that are shown as evidence; covers Content
	Cue        []Span // the words that attribute it ("said"); empty for the narrator
	Speaker    []Span // the mention of the source; empty for the narrator
	Source     Source
	Via        *Source // who relays it, when it is not the publisher
	Places     []PlaceRef
	Type       ClaimType
	Actor      Party // the side that acts, when clear
	Polarity   Polarity
	Modality   Modality
	Status     Status
	When       Interval // when it is said to have happened, if said
	Confidence float64  // 0…1, calibrated
	Why        []Evidence
	Manual     bool // added by hand by the user
	Checked    bool // looked at by the user and found right, as it is or as corrected; see [Correct]
}

// NewClaimID derives the id of a claim from its article and content.
func NewClaimID(a ArticleID, content []Span) ClaimID {
	text := make([]byte, 0, 128)
	text = append(text, a...)
	for _, s := range content {
		text = strconv.AppendInt(append(text, ' '), int64(s.Start), 10)
		text = strconv.AppendInt(append(text, '-'), int64(s.End), 10)
	}
	h := sha256.Sum256(text)
	return ClaimID(hex.EncodeToString(h[:12]))
}

// Narrated reports whether the article itself speaks.
func (c *Claim) Narrated() bool { return c.Source.Class == Narrator }

// Validate reports why the claim does not stand in the article, or nil. A claim
// that fails here must not be stored or drawn.
func (c *Claim) Validate(a *Article) error {
	if c.Article != a.ID {
		return errors.New("the claim belongs to another article")
	}
	if len(c.Content) == 0 {
		return errors.New("the claim has no content span")
	}
	if err := c.Excerpt.In(a.Text); err != nil {
		return fmt.Errorf("excerpt: %w", err)
	}
	last := -1
	for _, s := range c.Content {
		if err := s.In(a.Text); err != nil {
			return fmt.Errorf("content: %w", err)
		}
		if s.Start < last {
			return errors.New("content spans overlap or are out of order")
		}
		last = s.End
		if !c.Excerpt.Covers(s) {
			return errors.New("the excerpt does not cover the content")
		}
	}
	for _, list := range [][]Span{c.Cue, c.Speaker} {
		for _, s := range list {
			if err := s.In(a.Text); err != nil {
				return fmt.Errorf("attribution: %w", err)
			}
		}
	}
	for _, p := range c.Places {
		if p.Place == "" {
			return errors.New("a place reference has no place")
		}
		if err := p.Span.In(a.Text); err != nil && !c.Manual {
			return fmt.Errorf("place: %w", err)
		}
	}
	return nil
}

package geo

// Party is the side a source speaks for, as reading/GUIDELINE defines it. The
// zero Party is unknown: a party is shown only on evidence.
type Party uint8

// The parties.
const (
	UnknownParty  Party = iota
	Russia              // incl. occupation authorities, "DPR/LPR", pro-war bloggers
	Ukraine             // incl. military administrations, also in exile
	UnitedStates        //
	Europe              // European states, EU, NATO
	Turkey              //
	International       // UN, IAEA, Red Cross, aid organisations
	Press               // media, independent analysts and mapping groups
	Civilians           // residents, doctors, volunteers
	OtherParty          // any other state or organisation
)

var parties = enum("UNK", "RU", "UA", "US", "EUR", "TR", "INT", "PRESS", "CIV", "OTHER")

func (p Party) String() string                { return parties.name(uint8(p)) }
func (p Party) MarshalText() ([]byte, error)  { return parties.marshal(uint8(p)) }
func (p *Party) UnmarshalText(b []byte) error { return parties.unmarshal(b, (*uint8)(p)) }

// Adversary is the other of the two sides at war; UnknownParty for any other party.
func (p Party) Adversary() Party {
	switch p {
	case Russia:
		return Ukraine
	case Ukraine:
		return Russia
	}
	return UnknownParty
}

// Parties lists every party in order of its value.
func Parties() []Party {
	out := make([]Party, len(parties.list))
	for i := range out {
		out[i] = Party(i)
	}
	return out
}

// SourceClass is what kind of speaker a source is, beside its party.
type SourceClass uint8

// The classes of sources.
const (
	UnknownClass SourceClass = iota
	Government               // heads of state, ministries, spokespeople, metonyms such as "Moscow"
	Military                 // general staffs, units, commanders
	Authority                // local administrations, emergency services, police, companies
	Analyst                  // institutes, mapping groups, military bloggers without office
	Media                    // newspapers, agencies, channels, reporters
	Witness                  // residents, doctors, evacuees
	Organisation             // international and aid organisations
	Narrator                 // the article itself
)

var sourceClasses = enum("unknown", "government", "military", "authority", "analyst", "media", "witness", "organisation", "narrator")

func (c SourceClass) String() string                { return sourceClasses.name(uint8(c)) }
func (c SourceClass) MarshalText() ([]byte, error)  { return sourceClasses.marshal(uint8(c)) }
func (c *SourceClass) UnmarshalText(b []byte) error { return sourceClasses.unmarshal(b, (*uint8)(c)) }

// Source is a resolved speaker. Two mentions that resolve to the same Source
// have the same Key.
type Source struct {
	Key   string      `json:"key"`  // stable within a document: "vladimir-putin", "ua-general-staff"
	Name  string      `json:"name"` // canonical name, or the words of the text where nothing better is known
	Party Party       `json:"party"`
	Class SourceClass `json:"class"`
}

// Voice is who a claim is coloured for on the map: parties folded into the six
// hues that can be told apart (DESIGN section 7).
type Voice uint8

// The voices, in the order in which legends and rings list them.
const (
	RussianVoice Voice = iota
	UkrainianVoice
	AnalystVoice
	PressVoice // journalists and witnesses on the ground
	InternationalVoice
	UnattributedVoice
)

// Voices lists every voice in legend order.
func Voices() []Voice {
	return []Voice{RussianVoice, UkrainianVoice, AnalystVoice, PressVoice, InternationalVoice, UnattributedVoice}
}

var voices = enum("russia", "ukraine", "analysts", "press", "international", "unattributed")

func (v Voice) String() string                { return voices.name(uint8(v)) }
func (v Voice) MarshalText() ([]byte, error)  { return voices.marshal(uint8(v)) }
func (v *Voice) UnmarshalText(b []byte) error { return voices.unmarshal(b, (*uint8)(v)) }

// Voice is the hue that the source speaks in.
func (s Source) Voice() Voice {
	switch s.Party {
	case Russia:
		return RussianVoice
	case Ukraine:
		return UkrainianVoice
	case Press:
		if s.Class == Analyst {
			return AnalystVoice
		}
		return PressVoice
	case Civilians:
		return PressVoice
	case UnitedStates, Europe, Turkey, International, OtherParty:
		return InternationalVoice
	}
	return UnattributedVoice
}

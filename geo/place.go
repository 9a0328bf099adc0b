package geo

import "github.com/paulmach/orb"

// PlaceID names a place: "gn:704422" (GeoNames id), "ct:kotlyne" (curated by
// us), "adm:UA-14" (ISO 3166-2 unit), "cty:UA" (ISO 3166-1 country),
// "reg:donbas" (a named region that is no administrative unit).
type PlaceID string

// PlaceKind is what a place is.
type PlaceKind uint8

// The kinds of places.
const (
	Settlement PlaceKind = iota
	Region               // oblast, raion, state, or a named region such as Donbas
	Country
	Facility // plant, mine, reservoir dam, station
	River
	Sea
)

var placeKinds = enum("settlement", "region", "country", "facility", "river", "sea")

func (k PlaceKind) String() string                { return placeKinds.name(uint8(k)) }
func (k PlaceKind) MarshalText() ([]byte, error)  { return placeKinds.marshal(uint8(k)) }
func (k *PlaceKind) UnmarshalText(b []byte) error { return placeKinds.unmarshal(b, (*uint8)(k)) }

// Place is a named point or region of the gazetteer.
type Place struct {
	ID         PlaceID
	Kind       PlaceKind
	Name       string // display name: official romanisation for Ukraine
	NameUK     string // Ukrainian, if known
	NameRU     string // Russian, if known
	Point      orb.Point
	Bound      orb.Bound // of a region; zero for points
	Approx     bool      // the coordinate was not looked up, only placed within a few kilometres
	Country    string    // ISO 3166-1 alpha-2
	Admin1     string    // ISO 3166-2, if known
	PartOf     PlaceID   // for a district of a city: the city
	Population int       // 0 when unknown
}

// NameIn is the place's name in a language, or its display name.
func (p Place) NameIn(l Language) string {
	switch {
	case l == Ukrainian && p.NameUK != "":
		return p.NameUK
	case l == Russian && p.NameRU != "":
		return p.NameRU
	}
	return p.Name
}

// Precision is how exactly a text says where a claim lies.
type Precision uint8

// The precisions, from a named settlement outwards.
const (
	At        Precision = iota // in the named settlement, or the whole named region
	Near                       // "near", "outside", "on the outskirts of"
	Direction                  // "in the X direction", "towards X", a front sector
	Between                    // "between A and B"
)

var precisions = enum("at", "near", "direction", "between")

func (p Precision) String() string                { return precisions.name(uint8(p)) }
func (p Precision) MarshalText() ([]byte, error)  { return precisions.marshal(uint8(p)) }
func (p *Precision) UnmarshalText(b []byte) error { return precisions.unmarshal(b, (*uint8)(p)) }

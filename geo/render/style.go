package render

import (
	"image/color"

	"contested/geo"
)

// The voices' colours. On white and on every ground that we paint, each pair
// of them, and each with the ground, differs by at least minDeltaE (CIEDE2000)
// in normal sight and under full protanopia, deuteranopia and tritanopia as
// simulated by Machado, Oliveira and Fernandes (2009); style_test.go measures
// it. Their lightness differs in steps, so that they survive a grey print, and
// no voice is told by colour alone: a letter goes with it.
var (
	lightVoices = [6]color.NRGBA{
		geo.RussianVoice:       rgb(0xAA0E0C),
		geo.UkrainianVoice:     rgb(0x002D98),
		geo.AnalystVoice:       rgb(0xB09300),
		geo.PressVoice:         rgb(0x02816A),
		geo.InternationalVoice: rgb(0x8B7AC0),
		geo.UnattributedVoice:  rgb(0x321A25),
	}
	darkVoices = [6]color.NRGBA{
		geo.RussianVoice:       rgb(0xD55334),
		geo.UkrainianVoice:     rgb(0x5068CD),
		geo.AnalystVoice:       rgb(0xFEC100),
		geo.PressVoice:         rgb(0x05BA97),
		geo.InternationalVoice: rgb(0xC5ACFE),
		geo.UnattributedVoice:  rgb(0xE5FEFF),
	}
)

// minDeltaE is the least difference between two voices that the palettes keep.
const minDeltaE = 22.0

// letters go with the colours.
var letters = [MaxClasses]string{"R", "U", "A", "P", "I", "?"}

// VoiceColour is the colour of a voice in a style, for lists beside the map.
func VoiceColour(v geo.Voice, s StyleName) color.NRGBA {
	if int(v) >= len(lightVoices) {
		v = geo.UnattributedVoice
	}
	return styleOf(s).hues[v]
}

// VoiceLetter is the letter that goes with a voice's colour.
func VoiceLetter(v geo.Voice) string {
	if int(v) >= len(letters) {
		v = geo.UnattributedVoice
	}
	return letters[v]
}

// stroke is how a kind of line on the ground is drawn: width in dp, and beneath
// it a halo, which is a wider and paler line.
type stroke struct {
	ink       color.NRGBA
	width     float64
	halo      color.NRGBA
	haloWidth float64
	dash      []float64 // dp
}

// lettering is how a class of labels is set: size and tracking in dp.
type lettering struct {
	face     faceName
	size     float64
	tracking float64
	caps     bool
	ink      color.NRGBA
	halo     color.NRGBA
}

// style is a set of colours and weights.
type style struct {
	sea, land, urban, lake   color.NRGBA
	wood, industry, building color.NRGBA // these and the next of vector tiles
	road, mainRoad, roadEdge color.NRGBA
	roadFar, rail            color.NRGBA
	river, coast             stroke
	admin1, country          stroke
	hues                     [MaxClasses]color.NRGBA
	letters                  [MaxClasses]string
	paper                    color.NRGBA // inside and around symbols, beneath cards
	ink                      color.NRGBA // outlines, words
	faint                    color.NRGBA // lesser words, frames
	dot                      color.NRGBA // settlements
	context                  color.NRGBA // others' events: grey, as no voice is
	city, town, village      lettering
	countryName, admin1Name  lettering
	seaName, riverName       lettering
	claimed, region, cluster lettering
}

func styleOf(s StyleName) *style {
	switch s {
	case Dark:
		return &darkStyle
	case Print:
		return &printStyle
	}
	return &lightStyle
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func alpha(c color.NRGBA, a float64) color.NRGBA {
	c.A = uint8(a*float64(c.A) + 0.5)
	return c
}

// mix is t of b and the rest of a.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}

// luminance is the relative luminance of WCAG 2, 0…1.
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is the contrast ratio of WCAG 2, 1…21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// readableOn is black or white, whichever stands out more from c.
func readableOn(c color.NRGBA) color.NRGBA {
	black, white := rgb(0x101010), rgb(0xFFFFFF)
	if contrast(black, c) > contrast(white, c) {
		return black
	}
	return white
}

var lightStyle = colours{
	sea: rgb(0xD9E4EA), land: rgb(0xF6F3EC), urban: rgb(0xE9E3D8), lake: rgb(0xD3E0E8),
	wood: rgb(0xE7EBDC), industry: rgb(0xEDE8E4), building: rgb(0xDDD5C9),
	road: rgb(0xFFFFFF), mainRoad: rgb(0xFFF8E6), roadEdge: rgb(0xD0C6B8), roadFar: rgb(0xD0C6B8), rail: rgb(0xB9B2AB),
	river: rgb(0xA9C4D4), coast: rgb(0x94AFBE),
	admin1: rgb(0xB4A9A0), country: rgb(0x857A74), band: rgb(0xE6DCE0),
	voices: lightVoices, paper: rgb(0xFFFFFF), ink: rgb(0x1E1C1A), faint: rgb(0x6B6560), context: rgb(0x747474),
	dot: rgb(0x5C5751), name: rgb(0x3E3A36), countryName: rgb(0x6F655D), admin1Name: rgb(0x938980), seaName: rgb(0x5D8399),
}.style()

var darkStyle = colours{
	sea: rgb(0x171C21), land: rgb(0x23292E), urban: rgb(0x30373D), lake: rgb(0x182127),
	wood: rgb(0x242D2C), industry: rgb(0x2A2F34), building: rgb(0x343B41),
	road: rgb(0x363D43), mainRoad: rgb(0x3E454B), roadEdge: rgb(0x1B2025), roadFar: rgb(0x3E454B), rail: rgb(0x4D5256),
	river: rgb(0x35505F), coast: rgb(0x44606E),
	admin1: rgb(0x57585B), country: rgb(0x8A8681), band: rgb(0x2E2F36),
	voices: darkVoices, paper: rgb(0x14181B), ink: rgb(0xF0EEEA), faint: rgb(0xA9A59F), context: rgb(0x9A9A9A),
	dot: rgb(0xA8A49E), name: rgb(0xCFCBC4), countryName: rgb(0xA39C93), admin1Name: rgb(0x807B75), seaName: rgb(0x6F97AC),
}.style()

// printStyle keeps the voices' colours and makes everything else grey, so that
// a grey printer loses nothing but hue.
var printStyle = colours{
	sea: rgb(0xEDEDED), land: rgb(0xFFFFFF), urban: rgb(0xF1F1F1), lake: rgb(0xEAEAEA),
	wood: rgb(0xF7F7F7), industry: rgb(0xF4F4F4), building: rgb(0xDEDEDE),
	road: rgb(0xFFFFFF), mainRoad: rgb(0xFFFFFF), roadEdge: rgb(0xC9C9C9), roadFar: rgb(0xC9C9C9), rail: rgb(0xB0B0B0),
	river: rgb(0xC4C4C4), coast: rgb(0x9C9C9C),
	admin1: rgb(0xB5B5B5), country: rgb(0x787878), band: rgb(0xEDEDED),
	voices: lightVoices, paper: rgb(0xFFFFFF), ink: rgb(0x000000), faint: rgb(0x555555), context: rgb(0x808080),
	dot: rgb(0x555555), name: rgb(0x333333), countryName: rgb(0x666666), admin1Name: rgb(0x8A8A8A), seaName: rgb(0x777777),
}.style()

// colours is the few colours that a style is made from.
type colours struct {
	sea, land, urban, lake                      color.NRGBA
	wood, industry, building                    color.NRGBA
	road, mainRoad, roadEdge, roadFar, rail     color.NRGBA
	river, coast, admin1, country, band         color.NRGBA
	voices                                      [6]color.NRGBA
	paper, ink, faint, context                  color.NRGBA
	dot, name, countryName, admin1Name, seaName color.NRGBA
}

func (g colours) style() style {
	soft := alpha(g.land, 0.9)
	return style{
		sea: g.sea, land: g.land, urban: g.urban, lake: g.lake,
		wood: g.wood, industry: g.industry, building: g.building,
		road: g.road, mainRoad: g.mainRoad, roadEdge: g.roadEdge, roadFar: g.roadFar, rail: g.rail,
		river:   stroke{ink: g.river, width: 1.1},
		coast:   stroke{ink: g.coast, width: 0.8},
		admin1:  stroke{ink: g.admin1, width: 0.9, dash: []float64{6, 2.5, 1.5, 2.5}},
		country: stroke{ink: g.country, width: 1.3, halo: g.band, haloWidth: 5},
		hues:    g.voices, letters: letters, paper: g.paper, ink: g.ink, faint: g.faint, context: g.context, dot: g.dot,
		city:        lettering{face: bold, size: 13, ink: g.name, halo: soft},
		town:        lettering{face: regular, size: 11.5, ink: g.name, halo: soft},
		village:     lettering{face: regular, size: 10.5, ink: mix(g.name, g.land, 0.2), halo: soft},
		countryName: lettering{face: regular, size: 14, tracking: 3.2, caps: true, ink: g.countryName, halo: soft},
		admin1Name:  lettering{face: regular, size: 10.5, tracking: 2, caps: true, ink: g.admin1Name, halo: soft},
		seaName:     lettering{face: italic, size: 13, tracking: 1, ink: g.seaName, halo: alpha(g.sea, 0)},
		riverName:   lettering{face: italic, size: 10.5, tracking: 0.6, ink: g.seaName, halo: soft},
		claimed:     lettering{face: bold, size: 12.5, ink: g.ink, halo: g.paper},
		region:      lettering{face: bold, size: 11.5, tracking: 1, caps: true, ink: g.ink, halo: g.paper},
		cluster:     lettering{face: bold, size: 12.5, ink: g.ink, halo: g.paper},
	}
}

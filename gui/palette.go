package gui

import (
	"image/color"

	"contested/geo"
)

// voice is how a voice is named and coloured in the window: the map's hues on
// light ground, and lighter ones of the same hue on dark.
type voice struct {
	letter      string
	name        string
	light, dark color.NRGBA
}

var voices = map[geo.Voice]voice{
	geo.RussianVoice:       {"R", "Russia", hex(0xAA0E0C), hex(0xE5675F)},
	geo.UkrainianVoice:     {"U", "Ukraine", hex(0x002D98), hex(0x7FA3F5)},
	geo.AnalystVoice:       {"A", "Analysts", hex(0xB09300), hex(0xD9BE3F)},
	geo.PressVoice:         {"J", "Press and witnesses", hex(0x02816A), hex(0x4FC0A6)},
	geo.InternationalVoice: {"I", "International", hex(0x8B7AC0), hex(0xB3A5E0)},
	geo.UnattributedVoice:  {"?", "Unattributed", hex(0x321A25), hex(0xC9B7BF)},
}

// colour is the voice's colour on the ground of the theme in use.
func (v voice) colour() color.NRGBA {
	if dark() {
		return v.dark
	}
	return v.light
}

// onColour is the colour of a letter on the voice's colour.
func (v voice) onColour() color.Color {
	c := v.colour()
	if luminance(c) > 0.18 {
		return hex(0x101214)
	}
	return hex(0xFFFFFF)
}

// ink is the voice's colour made legible as text on the theme's backgrounds.
func (v voice) ink() color.Color {
	c := v.colour()
	to := hex(0x000000)
	if dark() {
		to = hex(0xFFFFFF)
	}
	for range 20 {
		if contrast(c, cardColour()) >= 4.6 {
			break
		}
		c = blend(c, to, 0.1)
	}
	return c
}

// tint is a fill of the voice's colour that dark text stays legible on.
func (v voice) tint() color.NRGBA {
	share := 0.16
	if dark() {
		share = 0.26
	}
	return blend(cardColour(), v.colour(), share)
}

func cardColour() color.NRGBA {
	if dark() {
		return darkColours[colourCard].(color.NRGBA)
	}
	return lightColours[colourCard].(color.NRGBA)
}

// blend is a with a share of b, 0…1.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share + 0.5) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xff}
}

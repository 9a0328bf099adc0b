package gui

import (
	"image/color"

	"contested/geo"
	"contested/geo/render"
)

// voice is how a voice is named and coloured in the window: as on the map.
type voice struct {
	letter, name string
	of           geo.Voice
}

// voices are the voices in English, the window's language.
var voices = func() map[geo.Voice]voice {
	m := map[geo.Voice]voice{}
	for _, v := range geo.Voices() {
		m[v] = voice{render.VoiceLetter(v), render.VoiceName(v, geo.English), v}
	}
	return m
}()

// colour is the voice's colour on the ground of the theme in use.
func (v voice) colour() color.NRGBA {
	style := render.Light
	if dark() {
		style = render.Dark
	}
	return render.VoiceColour(v.of, style)
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

package session

import (
	"fmt"
	"math"
	"strings"

	"contested/geo/render"
)

// Preset is a size of picture that people ask for by name.
type Preset struct {
	Name          string  // as the command knows it: "a4-300"
	Title         string  // as the window shows it
	Width, Height int     // pixels
	Density       float64 // device pixels per dp
	DPI           float64 // written into the file; 0: as on a screen
}

// printDensity makes 12 dp, the size of the legend's words, 8 points on paper.
const printDensity = 8.0 / 72 / 12

// Presets are the sizes that window and command offer. Paper lies on its side;
// [PresetNamed] stands any of them up.
var Presets = []Preset{
	{"card", "1200 × 675 – news and social cards", 1200, 675, 1, 0},
	{"square", "1080 × 1080 – square", 1080, 1080, 1.25, 0},
	{"story", "1080 × 1920 – story", 1080, 1920, 1.5, 0},
	{"hd", "1920 × 1080 – full HD", 1920, 1080, 1, 0},
	{"4k", "3840 × 2160 – 4K", 3840, 2160, 2, 0},
	{"8k", "7680 × 4320 – 8K", 7680, 4320, 4, 0},
	paper("a4-150", "A4 at 150 dpi", 297, 210, 150),
	paper("a4-300", "A4 at 300 dpi", 297, 210, 300),
	paper("a3-150", "A3 at 150 dpi", 420, 297, 150),
	paper("a3-300", "A3 at 300 dpi", 420, 297, 300),
}

// paper is a preset for paper of a size in millimetres.
func paper(name, title string, w, h, dpi float64) Preset {
	px := func(mm float64) int { return int(math.Round(mm / 25.4 * dpi)) }
	return Preset{name, title, px(w), px(h), dpi * printDensity, dpi}
}

// PresetNamed finds a preset by its name; "-upright" behind a name swaps the
// sides.
func PresetNamed(name string) (Preset, bool) {
	name, upright := strings.CutSuffix(strings.ToLower(name), "-upright")
	for _, p := range Presets {
		if p.Name == name {
			if upright {
				p.Name, p.Title = p.Name+"-upright", p.Title+", upright"
				p.Width, p.Height = p.Height, p.Width
			}
			return p, true
		}
	}
	return Preset{}, false
}

// Paper is the size in centimetres of a picture at a resolution, for people:
// "29.7 × 21.0 cm"; empty without one.
func Paper(width, height int, dpi float64) string {
	if !(dpi > 0) || width > render.MaxSide || height > render.MaxSide {
		return ""
	}
	return fmt.Sprintf("%.1f × %.1f cm", float64(width)/dpi*2.54, float64(height)/dpi*2.54)
}

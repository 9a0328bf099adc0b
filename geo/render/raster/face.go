package raster

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// runBudget is how many shaped texts a face keeps before it starts afresh.
const runBudget = 20000

// Face is a font, with caches of what was set in it. It may be used from
// several goroutines.
type Face struct {
	mu      sync.Mutex
	face    *font.Face
	upem    float64
	shaper  shaping.HarfbuzzShaper
	runs    map[string]*Run
	masks   map[maskKey]*mask
	bytes   int
	scratch List

	ascent, descent, capHeight, xHeight float64
}

// Run is a shaped line of text, measured in ems. It is read-only.
type Run struct {
	Text   string
	Width  float64 // advance of the whole line
	face   *Face
	glyphs []glyph
}

// glyph is one glyph and where it stands from the beginning of the line, y
// upwards, in ems.
type glyph struct {
	id   font.GID
	x, y float64
	from int32 // the first of the characters that it stands for
}

// ParseFace reads a TrueType or OpenType font.
func ParseFace(b []byte) (*Face, error) {
	face, err := font.ParseTTF(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	upem := float64(face.Upem())
	if upem < 16 {
		return nil, fmt.Errorf("the font has %v units per em", upem)
	}
	f := &Face{face: face, upem: upem, runs: map[string]*Run{}, masks: map[maskKey]*mask{}}
	if e, ok := face.FontHExtents(); ok {
		f.ascent, f.descent = float64(e.Ascender)/upem, -float64(e.Descender)/upem
	}
	f.capHeight = float64(face.LineMetric(font.CapHeight)) / upem
	f.xHeight = float64(face.LineMetric(font.XHeight)) / upem
	return f, nil
}

// Ascent is the height of the line above the baseline, in ems.
func (f *Face) Ascent() float64 { return f.ascent }

// Descent is the depth of the line below the baseline, in ems.
func (f *Face) Descent() float64 { return f.descent }

// CapHeight is the height of a capital letter, in ems.
func (f *Face) CapHeight() float64 { return f.capHeight }

// XHeight is the height of a small x, in ems.
func (f *Face) XHeight() float64 { return f.xHeight }

// Shape sets a line of text: glyphs are chosen and kerned by HarfBuzz. Line
// breaks and other control characters count as spaces.
func (f *Face) Shape(text string) *Run {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r, ok := f.runs[text]; ok {
		return r
	}
	if len(f.runs) >= runBudget {
		clear(f.runs)
	}
	r := f.shape(text)
	f.runs[text] = r
	return r
}

func (f *Face) shape(text string) *Run {
	runes := []rune(text)
	for i, c := range runes {
		if c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 {
			runes[i] = ' '
		}
	}
	r := &Run{Text: text, face: f, glyphs: make([]glyph, 0, len(runes))}
	for lo := 0; lo < len(runes); {
		hi, script := scriptRun(runes, lo)
		out := f.shaper.Shape(shaping.Input{
			Text: runes, RunStart: lo, RunEnd: hi, Direction: di.DirectionLTR,
			Face: f.face, Size: fixed.I(1024), Script: script, Language: "en",
		})
		em := func(v fixed.Int26_6) float64 { return float64(v) / (64 * 1024) }
		for _, g := range out.Glyphs {
			r.glyphs = append(r.glyphs, glyph{g.GlyphID, r.Width + em(g.XOffset), em(g.YOffset), int32(g.TextIndex())})
			r.Width += em(g.Advance)
		}
		lo = hi
	}
	return r
}

// scriptRun is the end of the stretch from lo that is written in one script;
// spaces, digits and marks belong to what stands before them.
func scriptRun(runes []rune, lo int) (hi int, script language.Script) {
	script = language.Common
	for hi = lo; hi < len(runes); hi++ {
		s := language.LookupScript(runes[hi])
		if s == language.Common || s == language.Inherited || s == language.Unknown {
			continue
		}
		if script == language.Common {
			script = s
		} else if s != script {
			break
		}
	}
	if script == language.Common {
		script = language.Latin
	}
	return
}

// Extent is the width of the line at a size and tracking.
func (r *Run) Extent(size, tracking float64) float64 {
	return r.Width*size + tracking*float64(max(0, len(r.glyphs)-1))
}

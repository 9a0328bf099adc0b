package render

import (
	"image"
	"reflect"
	"slices"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/tiles"
)

// Scene is everything that a picture shows, beside the viewport it is seen
// through. A Scene, and all that hangs on it, is never changed once it is
// handed to a [Painter]; the same Scene and Viewport give the same pixels.
type Scene struct {
	Ground    *basemap.Ground     // nil: plain background
	Backdrop  *tiles.Mosaic       // tiles over the ground, beneath its borders; nil: none
	Places    []PlaceClaims       // what is claimed where; any order
	Context   []*geo.ContextLayer // others' events, beneath the claims; in the order of the legend
	Key       *Key                // what the colours stand for; nil: the voices
	Selected  geo.PlaceID         // drawn with the selection outline; may be empty
	Graticule bool                // meridians and parallels
	Style     StyleName           // light, dark or print
	Labels    geo.Language        // language of place labels; English means the official romanisation
	Second    geo.Language        // beneath each label, in smaller type, where its name is another; empty: none
	TextScale float64             // size of all words and symbols; 0 counts as 1, kept within 0.5…3
	Still     bool                // a picture that is not going to be moved: names and rings of regions keep clear of its edges and furniture
	Furniture Furniture

	numbers map[geo.PlaceID]int // of its places on a sheet
}

// Equal reports whether two scenes give the same pictures. Grounds and tiles are
// the same only when they are one.
func (s *Scene) Equal(o *Scene) bool {
	if s == o {
		return true
	}
	a, b := *s, *o
	if a.Ground != b.Ground || a.Backdrop != b.Backdrop || len(a.Places) != len(b.Places) {
		return false
	}
	a.Ground, a.Backdrop, a.Places = nil, nil, nil
	b.Ground, b.Backdrop, b.Places = nil, nil, nil
	return reflect.DeepEqual(a, b) && slices.EqualFunc(s.Places, o.Places, func(p, q PlaceClaims) bool { return reflect.DeepEqual(p, q) })
}

// PlaceClaims is what is claimed about one place by the claims that are shown.
type PlaceClaims struct {
	Place     geo.Place
	Precision geo.Precision // the vaguest precision of its claims decides the outline
	Between   []Gap         // claims that lie between it and another place
	Shares    []Share       // one per class, in their order
	Origins   int           // independent origins of all its claims
	Contested bool          // parties say incompatible things here
	Faded     bool          // every claim is superseded or older than the as-of window
}

// Share is one class's part of a place.
type Share struct {
	Class  Class
	Claims int  // how many; which they are is told by whoever made the scene
	Looks  Look // pattern of the segment
}

// Look is the pattern that says how sure a share is (DESIGN section 7).
type Look uint8

// The patterns.
const (
	Claimed    Look = iota // diagonal hatch: claimed, not verified
	Solid                  // independently confirmed
	Conflicted             // cross-hatch: sources conflict
	Denied                 // empty, struck
)

// Furniture is what stands in the frame around the map.
type Furniture struct {
	Title       string
	Note        string // e.g. "Example articles written for this program"
	AsOf        string // "As of 27 November 2025, 18:30 UTC"; empty: no line
	Legend      bool
	Fold        LegendFold // of the legend
	ScaleBar    bool
	Locator     bool         // a small map of the surroundings, where there is room and it shows more
	Attribution bool         // attribution and the line on borders and names
	Code        string       // short code of what a picture carries, printed before the attribution
	HiddenVoice []geo.Voice  // legend rows shown as switched off
	Language    geo.Language // language of the furniture's words
	Room        *Room        // what room is kept for beside what is shown; nil: nothing
}

// StyleName chooses colours and weights.
type StyleName uint8

// The styles.
const (
	Light StyleName = iota
	Dark
	Print
)

// Inset is one piece of furniture, painted on its own so that it can stay in
// place while the map moves. X and Y are device pixels from the top left of the
// viewport without margin. Insets do not overlap each other. The image is
// shared with other frames and must not be changed; two frames with the same
// furniture carry the same image.
type Inset struct {
	Name  string // "title", "legend", "scale", "attribution"
	X, Y  int
	Image *image.RGBA
	Rows  []LegendRow // of the legend: its voices, and last what folds it
}

// LegendRow is one voice's row of the legend, in pixels of the inset; or all of
// the legend beneath these, which folds or unfolds it.
type LegendRow struct {
	Bounds image.Rectangle
	Voice  geo.Voice // only where colours stand for voices
	Text   string
	Off    bool // the voice is hidden
	Fold   bool // it folds or unfolds the legend and stands for no voice
}

// Options of one rendering. None of them but Sight, Rest and Over changes a pixel of the viewport.
type Options struct {
	Rest    bool               // the view stays where it is: names that its edges or its furniture would cut stand elsewhere, or not at all
	Over    [2]image.Rectangle // then: device pixels of the viewport that something else lies over, which is no part of the picture
	Sight   Sight              // a preview on the screen; files are always written as they are
	Workers int                // 0: one per processor
	Margin  float64            // dp painted beyond the viewport on every side, at most 4096
	Reuse   *image.RGBA        // its memory is painted into when there is enough of it; the frame's from then on
}

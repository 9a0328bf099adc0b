package gui

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"contested/geo"
	"contested/geo/session"
)

// prefs are what the program remembers of its user, with defaults and bounds in
// one place. What belongs to a document is kept in the document.
type prefs struct{ p fyne.Preferences }

func (p prefs) size() fyne.Size {
	w := bounded(p.p.FloatWithFallback("window.width", 1280), 480, 7680)
	h := bounded(p.p.FloatWithFallback("window.height", 800), 360, 4320)
	return fyne.NewSize(w, h)
}

func (p prefs) setSize(s fyne.Size) {
	p.p.SetFloat("window.width", float64(s.Width))
	p.p.SetFloat("window.height", float64(s.Height))
}

// panes are the widths of the side panels in dp; until they are chosen, they
// follow from the window's.
func (p prefs) panes() (left, right float32) {
	usual := float64(bounded(0.3*float64(p.size().Width), 380, 560))
	return bounded(p.p.FloatWithFallback("pane.left", 272), 180, 900), bounded(p.p.FloatWithFallback("pane.right", usual), 240, 2400)
}

func (p prefs) setPanes(left, right float32) {
	p.p.SetFloat("pane.left", float64(left))
	p.p.SetFloat("pane.right", float64(right))
}

func (p prefs) appearance() Appearance {
	switch a := Appearance(p.p.StringWithFallback("appearance", string(SystemAppearance))); a {
	case LightAppearance, DarkAppearance:
		return a
	}
	return SystemAppearance
}
func (p prefs) setAppearance(a Appearance) { p.p.SetString("appearance", string(a)) }

func (p prefs) textScale() float32     { return bounded(p.p.FloatWithFallback("text.scale", 1), 0.75, 2) }
func (p prefs) setTextScale(s float32) { p.p.SetFloat("text.scale", float64(s)) }

func (p prefs) labels() geo.Language {
	switch l := geo.Language(p.p.StringWithFallback("labels", "en")); l {
	case geo.Ukrainian, geo.Russian:
		return l
	}
	return geo.English
}
func (p prefs) setLabels(l geo.Language) { p.p.SetString("labels", string(l)) }

// detail is the map over the built-in ground: a file, or the name of a provider;
// empty: none.
func (p prefs) detail() string     { return p.p.String("detail") }
func (p prefs) setDetail(s string) { p.p.SetString("detail", s) }

// recent is the documents that were open last, the last first.
func (p prefs) recent() []string        { return p.p.StringList("recent") }
func (p prefs) setRecent(list []string) { p.p.SetStringList("recent", list) }

// mapAddress is where a map was last fetched from.
func (p prefs) mapAddress() string     { return p.p.String("detail.address") }
func (p prefs) setMapAddress(s string) { p.p.SetString("detail.address", s) }

// agreed says whether the user has agreed to an online provider's being asked.
func (p prefs) agreed(provider string) bool { return p.p.Bool("detail.agreed." + provider) }
func (p prefs) setAgreed(provider string)   { p.p.SetBool("detail.agreed."+provider, true) }

// colours is what the map's colours stand for.
func (p prefs) colours() session.ColourBy {
	by, _ := session.ParseColourBy(p.p.StringWithFallback("colours", session.ByParty.String()))
	return by
}
func (p prefs) setColours(by session.ColourBy) { p.p.SetString("colours", by.String()) }

// second is the language of smaller names beneath those of places; empty: none.
func (p prefs) second() geo.Language {
	switch l := geo.Language(p.p.String("labels.second")); l {
	case geo.English, geo.Ukrainian, geo.Russian:
		return l
	}
	return ""
}
func (p prefs) setSecond(l geo.Language) { p.p.SetString("labels.second", string(l)) }

// locator is a small map of the surroundings in a corner.
func (p prefs) locator() bool      { return p.p.Bool("locator") }
func (p prefs) setLocator(on bool) { p.p.SetBool("locator", on) }

func (p prefs) graticule() bool      { return p.p.BoolWithFallback("graticule", false) }
func (p prefs) setGraticule(on bool) { p.p.SetBool("graticule", on) }
func (p prefs) legend() bool         { return p.p.BoolWithFallback("legend", true) }
func (p prefs) setLegend(on bool)    { p.p.SetBool("legend", on) }

// wholeLegend is whether the map's legend is unfolded.
func (p prefs) wholeLegend() bool        { return p.p.Bool("legend.whole") }
func (p prefs) setWholeLegend(on bool)   { p.p.SetBool("legend.whole", on) }
func (p prefs) stillness() bool          { return p.p.BoolWithFallback("reduced.motion", false) }
func (p prefs) setStillness(on bool)     { p.p.SetBool("reduced.motion", on) }
func (p prefs) exportFolder() string     { return p.p.String("export.folder") }
func (p prefs) setExportFolder(f string) { p.p.SetString("export.folder", f) }
func (p prefs) importFolder() string     { return p.p.String("import.folder") }
func (p prefs) setImportFolder(f string) { p.p.SetString("import.folder", f) }

// exportChoices are the choices of the export dialog. A zero choice of ground or
// labels follows the window.
type exportChoices struct {
	Size                                string
	Width, Height, Layout, Shows        int
	NoLegend, NoScale, Locator, Degrees bool
	Ground, Language, Labels            int
	AltFile, SideFile                   bool
}

func (p prefs) export() (c exportChoices) {
	_ = json.Unmarshal([]byte(p.p.String("export.choices")), &c) // what cannot be read is not remembered
	return c
}

func (p prefs) setExport(c exportChoices) {
	if b, err := json.Marshal(c); err == nil {
		p.p.SetString("export.choices", string(b))
	}
}

func bounded(v, low, high float64) float32 { return float32(max(low, min(v, high))) }

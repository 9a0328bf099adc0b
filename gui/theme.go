package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance is the user's choice of light, dark or the system's.
type Appearance string

// The appearances.
const (
	SystemAppearance Appearance = "system"
	LightAppearance  Appearance = "light"
	DarkAppearance   Appearance = "dark"
)

// Theme is a calm theme: warm greys and one slate blue, so that the colours of
// the parties are the loudest thing in the window, as on the map. Every text
// colour has a contrast of 4.5 and more on every background it stands on
// (theme_test.go).
type Theme struct {
	appearance Appearance
	scale      float32 // of text, 1 … 2
}

// NewTheme makes a theme with letters scale times as large as usual.
func NewTheme(a Appearance, scale float32) *Theme {
	return &Theme{a, max(0.75, min(scale, 3))}
}

var _ fyne.Theme = (*Theme)(nil)

// variant is light or dark, whatever the system says.
func (t *Theme) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case LightAppearance:
		return theme.VariantLight
	case DarkAppearance:
		return theme.VariantDark
	}
	return v
}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA { c.A = a; return c }

// Colours of our own, beside Fyne's.
const (
	colourPanel fyne.ThemeColorName = "contested.panel" // side panels
	colourCard  fyne.ThemeColorName = "contested.card"  // cards on them
	colourAlert fyne.ThemeColorName = "contested.alert" // "sources conflict"
)

var lightColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          hex(0xF4F2EE),
	theme.ColorNameForeground:          hex(0x23282D),
	theme.ColorNamePlaceHolder:         hex(0x5C6268),
	theme.ColorNameDisabled:            hex(0x8C9196),
	theme.ColorNamePrimary:             hex(0x2F5870),
	theme.ColorNameForegroundOnPrimary: hex(0xFFFFFF),
	theme.ColorNameHyperlink:           hex(0x1F5673),
	theme.ColorNameFocus:               alpha(hex(0x2F5870), 0x55),
	theme.ColorNameHover:               alpha(hex(0x23282D), 0x12),
	theme.ColorNamePressed:             alpha(hex(0x23282D), 0x22),
	theme.ColorNameSelection:           alpha(hex(0x2F5870), 0x33),
	theme.ColorNameButton:              hex(0xE6E2DB),
	theme.ColorNameDisabledButton:      hex(0xECE9E4),
	theme.ColorNameInputBackground:     hex(0xFFFFFF),
	theme.ColorNameInputBorder:         hex(0xB9B3A9),
	theme.ColorNameMenuBackground:      hex(0xFFFFFF),
	theme.ColorNameOverlayBackground:   hex(0xFCFBF9),
	theme.ColorNameHeaderBackground:    hex(0xEAE7E1),
	theme.ColorNameSeparator:           hex(0xD9D4CB),
	theme.ColorNameScrollBar:           alpha(hex(0x23282D), 0x70),
	theme.ColorNameShadow:              alpha(hex(0x000000), 0x30),
	theme.ColorNameError:               hex(0x9C1F1A),
	theme.ColorNameWarning:             hex(0x7A5200),
	theme.ColorNameSuccess:             hex(0x2C6140),
	colourPanel:                        hex(0xF4F2EE),
	colourCard:                         hex(0xFFFFFF),
	colourAlert:                        hex(0x7A3B00),
}

var darkColours = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground:          hex(0x1C1F23),
	theme.ColorNameForeground:          hex(0xE8E5DF),
	theme.ColorNamePlaceHolder:         hex(0xA4A8AC),
	theme.ColorNameDisabled:            hex(0x767B80),
	theme.ColorNamePrimary:             hex(0x8FB9D0),
	theme.ColorNameForegroundOnPrimary: hex(0x14181C),
	theme.ColorNameHyperlink:           hex(0x9CC7E0),
	theme.ColorNameFocus:               alpha(hex(0x8FB9D0), 0x66),
	theme.ColorNameHover:               alpha(hex(0xFFFFFF), 0x14),
	theme.ColorNamePressed:             alpha(hex(0xFFFFFF), 0x26),
	theme.ColorNameSelection:           alpha(hex(0x8FB9D0), 0x44),
	theme.ColorNameButton:              hex(0x31363C),
	theme.ColorNameDisabledButton:      hex(0x272B30),
	theme.ColorNameInputBackground:     hex(0x14171A),
	theme.ColorNameInputBorder:         hex(0x5A6067),
	theme.ColorNameMenuBackground:      hex(0x262A2F),
	theme.ColorNameOverlayBackground:   hex(0x24282D),
	theme.ColorNameHeaderBackground:    hex(0x24282D),
	theme.ColorNameSeparator:           hex(0x3A3F45),
	theme.ColorNameScrollBar:           alpha(hex(0xFFFFFF), 0x66),
	theme.ColorNameShadow:              alpha(hex(0x000000), 0x80),
	theme.ColorNameError:               hex(0xF0A09A),
	theme.ColorNameWarning:             hex(0xE8BE6A),
	theme.ColorNameSuccess:             hex(0x9AD0AC),
	colourPanel:                        hex(0x1C1F23),
	colourCard:                         hex(0x272B30),
	colourAlert:                        hex(0xF0B27A),
}

// Color is ours where we have one, else the default theme's.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = t.variant(v)
	table := lightColours
	if v == theme.VariantDark {
		table = darkColours
	}
	if c, ok := table[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font is the default theme's.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon is the default theme's.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size grows with the user's choice where it is of text.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return 14 * t.scale
	case theme.SizeNameCaptionText:
		return 12 * t.scale
	case theme.SizeNameSubHeadingText:
		return 16 * t.scale
	case theme.SizeNameHeadingText:
		return 22 * t.scale
	case theme.SizeNameInlineIcon:
		return 18 * t.scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameModalBlurRadius:
		return 0 // blurring the window behind a dialog takes a second without a graphics card
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	}
	return theme.DefaultTheme().Size(n)
}

// dark reports whether the theme in use is dark now.
func dark() bool {
	r, g, b, _ := theme.Color(theme.ColorNameBackground).RGBA()
	return r+g+b < 3*0x8000
}

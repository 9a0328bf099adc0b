package gui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"contested/geo"
)

// Every text has a contrast of 4.5 and more on every ground it stands on, in
// both themes (WCAG 2.1, 1.4.3).
func TestContrast(t *testing.T) {
	texts := []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameHyperlink,
		theme.ColorNamePrimary, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess, colourAlert}
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground, colourPanel, colourCard}
	for _, a := range []Appearance{LightAppearance, DarkAppearance} {
		th := NewTheme(a, 1)
		for _, text := range texts {
			for _, ground := range grounds {
				if c := contrast(th.Color(text, 0), th.Color(ground, 0)); c < 4.5 {
					t.Errorf("%s: %s on %s: %.2f", a, text, ground, c)
				}
			}
		}
		if c := contrast(th.Color(theme.ColorNameForegroundOnPrimary, 0), th.Color(theme.ColorNamePrimary, 0)); c < 4.5 {
			t.Errorf("%s: on primary: %.2f", a, c)
		}
		if c := contrast(th.Color(theme.ColorNameForeground, 0), th.Color(theme.ColorNameButton, 0)); c < 4.5 {
			t.Errorf("%s: on buttons: %.2f", a, c)
		}
	}
}

// So have the voices' names, the letters on their chips, and words on their tints.
func TestContrastOfVoices(t *testing.T) {
	for _, a := range []Appearance{LightAppearance, DarkAppearance} {
		test.NewTempApp(t).Settings().SetTheme(NewTheme(a, 1))
		for _, v := range geo.Voices() {
			x := voices[v]
			for what, pair := range map[string][2]color.Color{
				"name on a card":  {x.ink(), cardColour()},
				"letter on chip":  {x.onColour(), x.colour()},
				"words on a tint": {theme.Color(theme.ColorNameForeground), x.tint()},
				"name on a tint":  {x.ink(), x.tint()},
			} {
				least := 4.5
				if what == "name on a tint" {
					least = 3.5 // bold, and underlined besides
				}
				if c := contrast(pair[0], pair[1]); c < least {
					t.Errorf("%s, %s: %s: %.2f", a, v, what, c)
				}
			}
		}
	}
}

func TestDarkFollowsTheChoice(t *testing.T) {
	app := test.NewTempApp(t)
	for a, want := range map[Appearance]bool{LightAppearance: false, DarkAppearance: true} {
		app.Settings().SetTheme(NewTheme(a, 1))
		if dark() != want {
			t.Errorf("%s: dark is %v", a, dark())
		}
	}
}

func TestTextScale(t *testing.T) {
	if got := NewTheme(LightAppearance, 2).Size(theme.SizeNameText); got != 28 {
		t.Errorf("text at 200 %% is %v", got)
	}
}

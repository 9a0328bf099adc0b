package session

import (
	"context"
	"errors"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
)

func rulesOf(found []Finding) (out string) {
	for _, f := range found {
		out += f.Rule + " "
	}
	return out
}

func checked(t *testing.T, s *State, p Picture) []Finding {
	t.Helper()
	found, err := engine().PublishCheck(context.Background(), s, p)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestPublishCheck(t *testing.T) {
	s := open(t, Config{})
	// The text is invented.
	path := write(t, "a.txt", `Report

Russia's Defence Ministry said on Monday that its troops had captured Myrnohrad. The Ukrainian General Staff said the 155th Mechanized Brigade had repelled attacks near Lyman. Olena Vymyshlena, a resident of Kramatorsk, said shells had hit Shevchenko Street in Kramatorsk.
`)
	if r := s.ImportNow(context.Background(), []string{path}); r.Err != nil || r.Claims < 3 {
		t.Fatal(r)
	}
	p := Picture{Width: 800, Height: 600}
	found := checked(t, s.State(), p)
	for _, rule := range []string{RuleAsOf, RuleSilent, RulePerson, RuleExact} {
		if !strings.Contains(rulesOf(found), rule) {
			t.Errorf("no finding of %s in %s", rule, rulesOf(found))
		}
	}
	for _, f := range found {
		if f.Rule == RuleSilent && !strings.Contains(f.Text, "no statement found in 1 article.") {
			t.Errorf("silence is worded %q", f.Text)
		}
		if strings.Contains(f.Text, "denied") {
			t.Errorf("silence is no denial: %q", f.Text)
		}
		if f.Place != "" {
			if _, ok := s.State().Place(f.Place); !ok {
				t.Errorf("%s jumps nowhere", f.Rule)
			}
		}
	}
	small := Picture{Width: 800, Height: 600, Density: 0.5}
	if !strings.Contains(rulesOf(checked(t, s.State(), small)), RuleLegible) {
		t.Error("small letters pass")
	}
	for _, k := range Presets {
		if strings.Contains(rulesOf(checked(t, s.State(), Picture{Width: k.Width, Height: k.Height, Density: k.Density, DPI: k.DPI})), RuleLegible) {
			t.Errorf("the preset %s is not legible", k.Name)
		}
	}
	s.ToggleVoice(geo.RussianVoice)
	s.ToggleVoice(geo.PressVoice)
	if got := rulesOf(checked(t, s.State(), p)); strings.Contains(got, RulePerson) {
		t.Errorf("hidden claims are checked: %s", got)
	}
	s.SetFilter(geo.Filter{})

	// A status that one origin confirms.
	c := s.State().Claims[0]
	status := geo.Confirmed
	if err := s.Correct("Confirm", geo.Correction{Article: c.Article, Content: c.Content, Status: &status, Reason: "a test"}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(rulesOf(checked(t, s.State(), p)), RuleConfirmed) {
		t.Error("one origin confirms")
	}

	// Waivers are kept, with their reason, and can be undone.
	f := checked(t, s.State(), p)[0]
	if err := s.Waive(f, " "); !errors.Is(err, project.ErrReason) {
		t.Errorf("a waiver without a reason: %v", err)
	}
	open := Unwaived(checked(t, s.State(), p))
	if err := s.Waive(f, "the date stands in the caption"); err != nil {
		t.Fatal(err)
	}
	after := checked(t, s.State(), p)
	if after[0].Waived != "the date stands in the caption" || Unwaived(after) != open-1 {
		t.Errorf("%+v", after[0])
	}
	if _, err := s.Undo(); err != nil || Unwaived(checked(t, s.State(), p)) != open {
		t.Errorf("undo: %v", err)
	}
}

func TestPublishCheckOfASnapshot(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	p := Picture{Width: 900, Height: 700}
	snap := again(t, paint(t, st, p))
	if !strings.Contains(rulesOf(checked(t, snap.State, p)), RuleQuote) {
		t.Error("excerpts pass as verified")
	}
	if strings.Contains(rulesOf(checked(t, st, p)), RuleQuote) {
		t.Error("the example's quotes do not pass")
	}
}

func TestTooExact(t *testing.T) {
	for quote, want := range map[string]bool{
		"Troops entered Pokrovsk.":                               false,
		"Shells fell on Soborna Street, they said.":              true,
		"The 25th separate airborne brigade held the town.":      true,
		"They were seen at 48.2814, 37.1762 in the morning.":     true,
		"Обстріляли вулицю Шевченка в місті.":                    true,
		"Оборону тримає 25-та окрема повітрянодесантна бригада.": true,
		"On 25 November the town was shelled 25 times.":          false,
		"A main street of the war is the road to Pokrovsk.":      false,
		"Some 1.5 million people, 2.5 times more, live there.":   false,
	} {
		if got := tooExact(quote); (got != "") != want {
			t.Errorf("%q: %q", quote, got)
		}
	}
}

func TestAltText(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	text := st.AltText(Picture{Appearance: Appearance{Title: "Who claims what"}})
	for _, want := range []string{"Who claims what. ", "As of ", "Pokrovsk", "contradict", "Russia – "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
	if n := len([]rune(text)); n > 1500 {
		t.Errorf("%d characters are too many to listen to", n)
	}
	if !strings.Contains(st.AltText(Picture{Appearance: Appearance{Language: geo.Ukrainian}}), "Росія") {
		t.Error("not in Ukrainian")
	}
}

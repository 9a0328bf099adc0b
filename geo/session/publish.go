package session

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/render"
)

// The rules of the publish check. Their names are kept: waivers refer to them.
const (
	RuleAsOf      = "publish.as-of"     // the picture does not say as of when it is
	RuleLegible   = "publish.legible"   // letters and patterns are too small, so that colour would be the only difference
	RuleConfirmed = "publish.confirmed" // drawn as confirmed on the word of one origin
	RuleSilent    = "publish.silent"    // one side of the war claims something, of the other nothing was found
	RuleHidden    = "publish.hidden"    // a voice is hidden at a place where another speaks
	RuleQuote     = "publish.quote"     // a quote was not compared with its article's whole text
	RulePerson    = "publish.person"    // a private person is named
	RuleExact     = "publish.exact"     // a quote says where someone or something is more exactly than a settlement
	RuleOutside   = "publish.outside"   // places with claims lie outside the picture
)

// PublishRules are the rules in the order in which their findings are listed.
var PublishRules = []string{RuleAsOf, RuleLegible, RuleConfirmed, RuleSilent, RuleHidden, RuleQuote, RulePerson, RuleExact, RuleOutside}

// Finding is one thing to be looked at before a picture leaves the house.
type Finding struct {
	Rule   string
	Place  geo.PlaceID // where it is, or empty
	Claim  geo.ClaimID // whose it is, or empty
	Text   string      // one sentence
	Waived string      // the reason for which the user let it pass; empty: open
}

// Waiver is the user's word that a finding may pass.
type Waiver struct {
	Reason string `json:"reason"`
}

// waiverKey is the prefix of the settings that keep waivers.
const waiverKey = "waiver/"

func (f Finding) key() string {
	return waiverKey + f.Rule + "/" + string(f.Place) + "/" + string(f.Claim)
}

// PublishCheck looks a picture over as a careful desk would. That tiles of a map
// layer are missing is no finding: a picture with a hole is not written at all.
func PublishCheck(s *State, p Picture) []Finding {
	var out []Finding
	add := func(rule string, place geo.PlaceID, claim geo.ClaimID, format string, args ...any) {
		f := Finding{Rule: rule, Place: place, Claim: claim, Text: fmt.Sprintf(format, args...)}
		f.Waived = s.waivers[f.key()].Reason
		out = append(out, f)
	}
	switch {
	case p.Undressed:
		add(RuleAsOf, "", "", "The picture has no title block, so it does not say as of when it is.")
	case !s.AsOf().Known() && len(s.Shown) > 0:
		add(RuleAsOf, "", "", "No article has a date, so the picture does not say as of when it is.")
	}
	s.checkLegible(p, add)
	for _, pc := range s.placeClaims() {
		s.checkPlace(pc, add)
	}
	s.checkClaims(add)
	if v, err := s.viewport(p); err == nil {
		w, h := v.PixelSize()
		var names []string
		for _, pc := range s.placeClaims() {
			if x, y := v.Pixel(pc.Place.Point); x < 0 || y < 0 || x > float64(w) || y > float64(h) {
				names = append(names, pc.Place.NameIn(p.Labels))
			}
		}
		if len(names) > 0 {
			add(RuleOutside, "", "", "%s with claims outside the picture: %s.", count(len(names), "place", "places"), someOf(names, 5))
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Compare(slices.Index(PublishRules, a.Rule), slices.Index(PublishRules, b.Rule))
	})
	return out
}

// Unwaived counts the findings that the user has not let pass.
func Unwaived(found []Finding) int {
	n := 0
	for _, f := range found {
		if f.Waived == "" {
			n++
		}
	}
	return n
}

type adder func(rule string, place geo.PlaceID, claim geo.ClaimID, format string, args ...any)

// Letters of a ring are about this large in dp; below these heights they and the
// hatching cannot be told, and colour would be all that is left.
const (
	ringLetter   = 9.0
	leastPixels  = 7.0
	leastMillims = 1.2
)

func (s *State) checkLegible(p Picture, add adder) {
	d := p.Density
	if d <= 0 {
		d = 1
	}
	px := ringLetter * d
	switch {
	case px < leastPixels:
		add(RuleLegible, "", "", "Letters on the markers are %.0f pixels high: without them colour alone says who speaks. Choose a larger scale.", px)
	case p.DPI > 0 && px/p.DPI*25.4 < leastMillims:
		add(RuleLegible, "", "", "On paper at %g dpi the letters on the markers are %.1f mm high: colour alone would say who speaks. Choose a larger scale.", p.DPI, px/p.DPI*25.4)
	}
}

// checkPlace looks at what is claimed about one place.
func (s *State) checkPlace(pc render.PlaceClaims, add adder) {
	var confirmed []*geo.Claim
	spoken := map[geo.Party]bool{}
	for _, sh := range pc.Shares {
		for _, id := range sh.Claims {
			c := s.claims[id]
			if s.Look(c) == render.Solid {
				confirmed = append(confirmed, c)
			}
			if aboutTheFront(c) {
				spoken[c.Source.Party] = true
			}
		}
	}
	name := pc.Place.Name
	if len(confirmed) > 0 && s.Origins(confirmed) == 1 {
		add(RuleConfirmed, pc.Place.ID, confirmed[0].ID, "%s is drawn as independently confirmed on the word of one origin: %s.", name, confirmed[0].Source.Name)
	}
	if spoken[geo.Russia] == spoken[geo.Ukraine] {
		return
	}
	speaker, silent := "Russia", geo.Ukraine
	if spoken[geo.Ukraine] {
		speaker, silent = "Ukraine", geo.Russia
	}
	hidden := 0
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Source.Party == silent && slices.ContainsFunc(c.Places, func(r geo.PlaceRef) bool { return r.Place == pc.Place.ID }) {
			if slices.ContainsFunc(pc.Shares, func(sh render.Share) bool { return slices.Contains(sh.Claims, c.ID) }) {
				return // it speaks of something else there
			}
			hidden++
		}
	}
	other := map[geo.Party]string{geo.Russia: "Russia", geo.Ukraine: "Ukraine"}[silent]
	if hidden > 0 {
		add(RuleHidden, pc.Place.ID, "", "%s: %s speaks, and %s by %s %s hidden by the filter.", name, speaker, count(hidden, "claim", "claims"), other, map[bool]string{true: "is", false: "are"}[hidden == 1])
		return
	}
	n := max(s.of, len(s.Articles))
	add(RuleSilent, pc.Place.ID, "", "%s: %s speaks; of %s no statement found in %s.", name, speaker, other, count(n, "article", "articles"))
}

// aboutTheFront reports whether the other side can be expected to speak to what a
// claim says.
func aboutTheFront(c *geo.Claim) bool {
	switch c.Type {
	case geo.Captured, geo.Control, geo.Encircled, geo.Advance, geo.Attack, geo.Defended, geo.Fighting, geo.Withdrawal:
		return c.Modality == geo.Asserted || c.Modality == geo.Hedged
	}
	return false
}

// checkClaims looks at the words of what is shown.
func (s *State) checkClaims(add adder) {
	cut, bad := 0, map[geo.ArticleID]bool{}
	for i := range s.Articles {
		a := &s.Articles[i]
		if a.Cut != nil {
			cut++
			continue
		}
		if b, err := geo.NewArticle(*a); err != nil || b.ID != a.ID {
			bad[a.ID] = true
		}
	}
	if cut > 0 {
		add(RuleQuote, "", "", "The quotes of %s come from a picture that holds excerpts only; they were not compared with the whole texts.", count(cut, "article", "articles"))
	}
	told := map[string]bool{}
	for _, c := range s.Shown {
		a := s.articles[c.Article]
		var place geo.PlaceID
		if len(c.Places) > 0 {
			place = c.Places[0].Place
		}
		if bad[c.Article] || c.Validate(a) != nil {
			add(RuleQuote, place, c.ID, "A quote of %s is not in the article as it was stored (%s).", c.Source.Name, a.Title)
		}
		if name := privateName(c); name != "" && !told[name] {
			told[name] = true
			add(RulePerson, place, c.ID, "A private person is named: %s. The name travels with the picture.", name)
		}
		quote := c.Excerpt.Of(a.Text)
		if words := tooExact(quote); words != "" && !told[quote] {
			told[quote] = true
			add(RuleExact, place, c.ID, "A quote is more exact than a settlement: “%s”.", words)
		}
	}
}

func someOf(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// Waive keeps the user's reason for which a finding may pass, in the document, as
// an action that can be undone. An empty reason is refused.
func (s *Session) Waive(f Finding, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return fmt.Errorf("say why this may pass; the reason is kept with the document: %w", project.ErrReason)
	}
	return s.act(func(p *project.Project) error { return p.Change("Let pass: "+f.Text, f.key(), Waiver{reason}) })
}

// Unwaive takes a waiver back.
func (s *Session) Unwaive(f Finding) error {
	return s.act(func(p *project.Project) error { return p.Change("Look at again: "+f.Text, f.key(), nil) })
}

// waivers are those among a document's settings. One that cannot be read does not
// let anything pass.
func waivers(settings map[string]json.RawMessage) map[string]Waiver {
	var out map[string]Waiver
	for key, raw := range settings {
		if !strings.HasPrefix(key, waiverKey) {
			continue
		}
		var w Waiver
		if err := json.Unmarshal(raw, &w); err == nil && w.Reason != "" {
			if out == nil {
				out = map[string]Waiver{}
			}
			out[key] = w
		}
	}
	return out
}

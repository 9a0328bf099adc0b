package session

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/tiles"
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
	RuleTiles     = "publish.tiles"     // map tiles are missing
	RuleOutside   = "publish.outside"   // places with claims lie outside the picture or beneath its legend
	RuleRoom      = "publish.room"      // something finds no room in the picture
)

// PublishRules are the rules in the order in which their findings are listed.
var PublishRules = []string{RuleAsOf, RuleLegible, RuleConfirmed, RuleSilent, RuleHidden, RuleQuote, RulePerson, RuleExact, RuleTiles, RuleOutside, RuleRoom}

// Finding is one thing to be looked at before a picture leaves the house.
type Finding struct {
	Rule   string
	Place  geo.PlaceID // where it is, or empty
	Claim  geo.ClaimID // whose it is, or empty
	Text   string      // one sentence
	Waived string      // the reason for which the user let it pass; empty: open

	scope string // what else it is about; with other things it is another finding
}

func (f Finding) key() string {
	key := waiverKey + f.Rule + "/" + string(f.Place) + "/" + string(f.Claim)
	if f.scope != "" {
		sum := sha256.Sum256([]byte(f.scope))
		key += "/" + hex.EncodeToString(sum[:6])
	}
	return key
}

// PublishCheck looks a picture over as a careful desk would, and the tiles beneath
// it.
func (e *Engine) PublishCheck(ctx context.Context, s *State, p Picture) ([]Finding, error) {
	painter, ground, err := e.studio()
	if err != nil {
		return nil, err
	}
	whole, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return nil, err
	}
	var out []Finding
	add := func(f Finding, format string, args ...any) {
		f.Text = fmt.Sprintf(format, args...)
		f.Waived = s.waivers[f.key()].Reason
		out = append(out, f)
	}
	switch {
	case p.Undressed:
		add(Finding{Rule: RuleAsOf}, "The picture has no title block, so it does not say as of when it is.")
	case p.AsOf == "" && !s.AsOf().Known() && s.CountShown() > 0:
		add(Finding{Rule: RuleAsOf}, "No article has a date, so the picture does not say as of when it is.")
	}
	s.checkLegible(p, add)
	s.checkPlaces(add)
	s.checkClaims(add)
	sc := s.still(ground, whole)
	if p.Tiles != nil {
		m, err := tiles.Gather(ctx, p.Tiles, v)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, err
		case err != nil:
			add(Finding{Rule: RuleTiles}, "The map tiles cannot be had: %v.", err)
		case m.Missing > 0:
			add(Finding{Rule: RuleTiles}, "%d of %s missing or late (%v). Let it pass to have the built-in map there.", m.Missing, count(m.Wanted, "map tile is", "map tiles are"), m.Err)
		}
		sc.Backdrop = m
	}
	if !p.Bare {
		sc.Furniture.Code = Code(nil)
	}
	seen, err := painter.Examine(ctx, sc, v)
	if err != nil {
		return nil, err
	}
	s.checkView(seen, p, add)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Compare(slices.Index(PublishRules, a.Rule), slices.Index(PublishRules, b.Rule))
	})
	return out, nil
}

// furnitureNames are how findings call the furniture.
var furnitureNames = map[string]string{"title": "the title", "legend": "the legend", "scale": "the scale bar", "locator": "the small map of the surroundings", "attribution": "the credits"}

// checkView looks at what finds no room in the picture.
func (s *State) checkView(seen render.Examined, p Picture, add adder) {
	places := func(ids []geo.PlaceID, format string) {
		if len(ids) == 0 {
			return
		}
		var names, scope []string
		for _, id := range ids {
			names, scope = append(names, s.places[id].NameIn(p.Labels)), append(scope, string(id))
		}
		add(Finding{Rule: RuleOutside, Place: ids[0], scope: strings.Join(scope, " ")}, format, count(len(ids), "place", "places"), someOf(names, 5))
	}
	places(seen.Outside, "%s with claims outside the picture: %s.")
	places(seen.Hidden, "%s with claims beneath title, legend or credits: %s.")
	for _, name := range seen.Left {
		add(Finding{Rule: RuleRoom, scope: name}, "There is no room for %s in a picture of this size.", furnitureNames[name])
	}
	if seen.Size < 0.75 {
		add(Finding{Rule: RuleRoom, scope: "small"}, "Title, legend and credits are set at %.0f %% of their size to find room. Choose a larger picture or a smaller scale.", 100*seen.Size)
	}
	if seen.Cut {
		add(Finding{Rule: RuleRoom, scope: "cut"}, "The title or the note is too long: it ends in “…”.")
	}
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

type adder func(f Finding, format string, args ...any)

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
		add(Finding{Rule: RuleLegible}, "Letters on the markers are %.0f pixels high: without them colour alone says who speaks. Choose a larger scale.", px)
	case p.DPI > 0 && px/p.DPI*25.4 < leastMillims:
		add(Finding{Rule: RuleLegible}, "On paper at %g dpi the letters on the markers are %.1f mm high: colour alone would say who speaks. Choose a larger scale.", p.DPI, px/p.DPI*25.4)
	}
}

// checkPlaces looks at what is claimed about each place. A place that one side says
// it holds, and of which nothing was found from the other, is a finding of its own;
// that nothing was found from the other side on lesser news (an attack repelled, a
// bombardment) is one for all such places.
func (s *State) checkPlaces(add adder) {
	type lesser struct {
		speaker string
		names   []string
		ids     []string
		first   geo.PlaceID
	}
	var rest [2]lesser
	shown := map[geo.PlaceID][]*geo.Claim{}
	for k := range s.CountShown() {
		i := s.passed.at[k]
		places := s.placesAt(&s.facts[i])
		for p := range places {
			if !metBefore(places, p) {
				id := geo.PlaceID(s.placeIDs[places[p].place])
				shown[id] = append(shown[id], s.Claims[i])
			}
		}
	}
	for _, pc := range s.ByPlace() {
		var confirmed []*geo.Claim
		spoken, held := map[geo.Party]bool{}, map[geo.Party]bool{}
		for _, c := range shown[pc.Place.ID] {
			if s.Look(c) == render.Solid {
				confirmed = append(confirmed, c)
			}
			if aboutTheFront(c) {
				spoken[c.Source.Party] = true
				held[c.Source.Party] = held[c.Source.Party] || aboutHolding(c)
			}
		}
		name := pc.Place.Name
		if len(confirmed) > 0 && s.Origins(confirmed) == 1 {
			add(Finding{Rule: RuleConfirmed, Place: pc.Place.ID, Claim: confirmed[0].ID}, "%s is drawn as independently confirmed on the word of one origin: %s.", name, confirmed[0].Source.Name)
		}
		if spoken[geo.Russia] == spoken[geo.Ukraine] {
			continue
		}
		side, speaker, party, silent := 0, "Russia", geo.Russia, geo.Ukraine
		if spoken[geo.Ukraine] {
			side, speaker, party, silent = 1, "Ukraine", geo.Ukraine, geo.Russia
		}
		other := map[geo.Party]string{geo.Russia: "Russia", geo.Ukraine: "Ukraine"}[silent]
		hidden, speaks := s.elsewhere(pc.Place.ID, silent)
		switch {
		case speaks: // of something else there
		case hidden > 0:
			add(Finding{Rule: RuleHidden, Place: pc.Place.ID}, "%s: %s speaks, and %s by %s %s hidden by the filter.", name, speaker, count(hidden, "claim", "claims"), other, map[bool]string{true: "is", false: "are"}[hidden == 1])
		case held[party]:
			add(Finding{Rule: RuleSilent, Place: pc.Place.ID}, "%s: %s speaks; of %s no statement found in %s.", name, speaker, other, count(s.articleCount(), "article", "articles"))
		default:
			k := &rest[side]
			if k.first == "" {
				k.first = pc.Place.ID
			}
			k.speaker = speaker
			k.names, k.ids = append(k.names, name), append(k.ids, string(pc.Place.ID))
		}
	}
	for side, k := range rest {
		if len(k.names) > 0 {
			other := [2]string{"Ukraine", "Russia"}[side]
			add(Finding{Rule: RuleSilent, Place: k.first, scope: strings.Join(k.ids, " ")}, "%s speaks of fighting at %s: %s; of %s no statement found in %s.",
				k.speaker, count(len(k.names), "place", "places"), someOf(k.names, 8), other, count(s.articleCount(), "article", "articles"))
		}
	}
}

// articleCount is how many articles the claims were looked for in.
func (s *State) articleCount() int { return max(s.of, len(s.Articles)) }

// elsewhere counts the claims of a party about a place that the filter hides;
// speaks reports that others of it are shown.
func (s *State) elsewhere(place geo.PlaceID, party geo.Party) (hidden int, speaks bool) {
	n := int32(slices.Index(s.placeIDs, string(place)))
	for i := range s.facts {
		f := &s.facts[i]
		if f.party == party && slices.ContainsFunc(s.placesAt(f), func(r placeAt) bool { return r.place == n }) {
			if _, ok := slices.BinarySearch(s.passed.at, int32(i)); ok {
				return 0, true
			}
			hidden++
		}
	}
	return hidden, false
}

// aboutHolding reports whether a claim says who holds a place.
func aboutHolding(c *geo.Claim) bool {
	switch c.Type {
	case geo.Captured, geo.Control, geo.Encircled, geo.Withdrawal:
		return true
	}
	return false
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
		a := s.Articles[i]
		if a.Cut != nil {
			cut++
			continue
		}
		if b, err := geo.NewArticle(*a); err != nil || b.ID != a.ID {
			bad[a.ID] = true
		}
	}
	if cut > 0 {
		add(Finding{Rule: RuleQuote}, "The quotes of %s come from a picture that holds excerpts only; they were not compared with the whole texts.", count(cut, "article", "articles"))
	}
	told := map[string]bool{}
	for _, c := range s.Shown() {
		for _, r := range c.Places {
			p := s.places[r.Place]
			if fine := p.Kind == geo.Facility || p.PartOf != "" && p.Kind == geo.Settlement; fine && !told[string(p.ID)] {
				told[string(p.ID)] = true
				add(Finding{Rule: RuleExact, Place: p.ID, Claim: c.ID}, "The marker at %s is more exact than a settlement.", p.Name)
			}
		}
		a := s.Article(c.Article)
		var place geo.PlaceID
		if len(c.Places) > 0 {
			place = c.Places[0].Place
		}
		if bad[c.Article] || c.Validate(a) != nil {
			add(Finding{Rule: RuleQuote, Place: place, Claim: c.ID}, "A quote of %s is not in the article as it was stored (%s).", c.Source.Name, a.Title)
		}
		if name := privateName(c); name != "" && !told[name] {
			told[name] = true
			add(Finding{Rule: RulePerson, Place: place, Claim: c.ID}, "A private person is named: %s. The name travels with the picture.", name)
		}
		quote := c.Excerpt.Of(a.Text)
		if words := tooExact(quote); words != "" && !told[quote] {
			told[quote] = true
			add(Finding{Rule: RuleExact, Place: place, Claim: c.ID}, "A quote is more exact than a settlement: “%s”.", words)
		}
	}
}

func someOf(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

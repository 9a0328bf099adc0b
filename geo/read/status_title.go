package read

import (
	"strings"

	"contested/geo"
)

// titleVerdicts are what a title calls what its article looks into; it begins with one of
// titleLabels, or says that a picture does not show what it is said to.
var (
	titleLabels   = []string{"fake:", "fake ", "false:", "false claim", "no, ", "not true", "debunked", "misleading:", "hoax", "disinformation:"}
	titleVerdicts = []string{"misrepresent", "debunk", "falsely", "fabricat", "does not show", "doesn't show", "doesn’t show", "do not show", "don't show", "not show",
		"old clip", "old video", "old footage", "old photo", "old picture", "is fake", "are fake", "invents ", "invented ", "is not news", "passed off as", "out of context"}
)

// refutesInTitle reports whether the title says that what the article reports first is
// not so: "Fake: C", "Old clip passed off as a strike on X".
func (d *document) refutesInTitle() bool {
	title := strings.ToLower(d.article.Title)
	title = strings.TrimSpace(strings.TrimPrefix(title, "fact check:"))
	if title == "" || strings.HasSuffix(title, "?") {
		return false
	}
	for _, w := range titleLabels {
		if strings.HasPrefix(title, w) {
			return true
		}
	}
	for _, w := range titleVerdicts {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// refuteByTitle marks what the article sets out to refute, by its title: the claims, of
// the side whose they are first, before its own findings.
func (d *document) refuteByTitle() {
	if len(d.sents) == 0 || !d.refutesInTitle() {
		return
	}
	side, found := geo.UnknownParty, d.firstFinding(len(d.sents))
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.sent >= found {
			return
		}
		if !d.ofSide(x) || x.who.narrator || x.polarity != geo.Affirmed || x.status != geo.NoStatus {
			continue
		}
		p := d.partyOf(x)
		if side == geo.UnknownParty {
			side = p
		}
		if p == side || p == geo.UnknownParty {
			x.status = geo.Disputed
			x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(d.sents[x.sent].first, d.sents[x.sent].end)})
		}
	}
}

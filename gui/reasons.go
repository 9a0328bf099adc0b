package gui

import (
	"fmt"
	"strings"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/read"
	"contested/geo/session"
)

// reasonsValue is why a claim is there and reads as it does.
type reasonsValue struct {
	Manual, Checked bool
	Sure            float64 // confidence, 0…1
	Why             []whyValue
	Weighed         []weighedValue // the places that were weighed, for each mention
	Corrected       string         // what the user changed, a line each
}

// whyValue is one rule that fired and the words it fired on.
type whyValue struct{ Rule, Words, Note string }

// weighedValue is a mention of a place and the places that it may have meant.
type weighedValue struct {
	Words      string
	Candidates []string // best first, with their scores
	Why        []whyValue
}

// reasonsFrom gathers the reasons of a claim. It looks into what was read of the
// article, which is much: only the claim that is asked about is worth that.
func reasonsFrom(st *session.State, c *geo.Claim) reasonsValue {
	a := st.Article(c.Article)
	v := reasonsValue{Manual: c.Manual, Checked: c.Checked, Sure: c.Confidence, Corrected: correctionText(st.CorrectionsOf(c.ID))}
	words := func(s geo.Span) string {
		if s.In(a.Text) != nil {
			return ""
		}
		return s.Of(a.Text)
	}
	for _, e := range st.Why(c) {
		v.Why = append(v.Why, whyValue{e.Rule, words(e.Span), e.Note})
	}
	for _, m := range st.Mentions(c) {
		w := weighedValue{Words: words(m.Span)}
		for _, k := range m.Candidates {
			name := string(k.Place)
			if p, ok := st.Place(k.Place); ok {
				name = p.Name
				if where := whereWords(p); where != "" {
					name += " (" + where + ")"
				}
			}
			w.Candidates = append(w.Candidates, fmt.Sprintf("%s: %d", name, k.Score))
		}
		for _, e := range m.Why {
			w.Why = append(w.Why, whyValue{e.Rule, "", e.Note})
		}
		v.Weighed = append(v.Weighed, w)
	}
	return v
}

// correctionText lists corrections, a line each: when, what, why.
func correctionText(list []geo.Correction) string {
	var lines []string
	for _, k := range list {
		line := k.At.Local().Format("2 Jan 2006, 15:04") + ": " + project.Describe(k)
		if k.Reason != "" {
			line += " – because: " + k.Reason
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// text words the reasons: how sure the reader was and what that is made of, the
// rules with the words they fired on, the places that were weighed, and what the
// user changed.
func (v reasonsValue) text() string {
	var b strings.Builder
	switch {
	case v.Manual:
		b.WriteString("Added by hand.\n")
	case v.Checked:
		b.WriteString("Checked.\n")
	default:
		fmt.Fprintf(&b, "Read with a confidence of %.0f %%.\n", v.Sure*100)
	}
	for _, w := range v.Why {
		if w.Rule == read.ConfidenceRule {
			b.WriteString("It is made of: " + w.Note + "\n")
			continue
		}
		b.WriteString("• " + w.Rule)
		if w.Words != "" {
			fmt.Fprintf(&b, ": “%s”", w.Words)
		}
		if w.Note != "" {
			b.WriteString(" – " + w.Note)
		}
		b.WriteByte('\n')
	}
	if len(v.Why) == 0 && !v.Manual {
		b.WriteString("No rule was recorded.\n")
	}
	for _, w := range v.Weighed {
		fmt.Fprintf(&b, "“%s” was weighed as\n", w.Words)
		for _, c := range w.Candidates {
			b.WriteString("• " + c + "\n")
		}
		var rules []string
		for _, r := range w.Why {
			rules = append(rules, strings.TrimSpace(r.Rule+" "+r.Note))
		}
		if len(rules) > 0 {
			b.WriteString("by " + strings.Join(rules, ", ") + "\n")
		}
	}
	if v.Corrected != "" {
		b.WriteString("Corrected\n" + v.Corrected + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

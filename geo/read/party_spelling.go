package read

import (
	"strings"

	"contested/geo"
)

var (
	russianEnds  = [...][2]string{{"ovka", "ivka"}, {"evka", "ivka"}, {"oye", "e"}, {"aya", "a"}, {"lye", "lia"}, {"hye", "hia"}, {"ovo", "ove"}, {"evo", "eve"}, {"ino", "yne"}}
	russianNames = [...]string{"krasnoarm", "krasny l", "dimitrov", "artyomovsk", "artemovsk", "dzerzhinsk", "slavyansk", "chasov", "volchansk", "seversk"}
)

// spelledRussian reports whether a town of Ukraine is called as Russia calls it: Ugledar,
// Dimitrov, Krasnoarmeysk, Konstantinovka; name is the Ukrainian one. Names that the world's
// press long used (Kiev, Odessa, Kharkov) tell nothing.
func spelledRussian(text, name string) bool {
	text, name = strings.ToLower(text), strings.ToLower(name)
	if text == name {
		return false
	}
	for _, x := range russianEnds {
		if strings.HasSuffix(text, x[0]) && strings.HasSuffix(name, x[1]) {
			return true
		}
	}
	for _, x := range russianNames {
		if strings.HasPrefix(text, x) {
			return true
		}
	}
	return strings.Count(text, "g") > strings.Count(name, "g") && strings.Count(text, "h") < strings.Count(name, "h")
}

// bySpelling: who speaks of Ugledar and Krasnoarmeysk, where the text around says Vuhledar
// and Pokrovsk, is of Russia: "In Dimitrov, as Russian officers call Myrnohrad,
// mopping-up was under way, the ministry said."
func (r *Reader) bySpelling(d *document, a *attribution, e *actor, class geo.SourceClass) bool {
	if d.article.Publisher.Party == geo.Russia || class == geo.Witness || class == geo.Analyst || class == geo.Authority || e.named && class == geo.UnknownClass || a.block {
		return false
	}
	for _, c := range a.content {
		for _, m := range d.mentionsIn(c.first, c.end) {
			if m.Use != geo.Literal || m.Place == "" || d.has(m.first-1, namingWord) { // "which Russian television calls Konstantinovka"
				continue
			}
			pl, ok := r.gaz.Place(m.Place)
			if !ok || pl.Country != "UA" || !spelledRussian(m.Span.Of(d.text), pl.Name) || d.mostlySpelledSo(r) {
				continue
			}
			return e.set(d, geo.Russia, class, wStance, "party.spelling", m.first, m.end, pl.Name)
		}
	}
	return false
}

// mostlySpelledSo reports whether most towns of the text have Russian names: then they are
// the writer's, and tell nothing of who speaks.
func (d *document) mostlySpelledSo(r *Reader) bool {
	if d.renamed == 0 {
		so, all := 0, 0
		for i := range d.mentions {
			m := &d.mentions[i]
			if pl, ok := r.gaz.Place(m.Place); ok && pl.Country == "UA" && m.Use == geo.Literal {
				all++
				if spelledRussian(m.Span.Of(d.text), pl.Name) {
					so++
				}
			}
		}
		d.renamed = -1
		if all > 0 && so*3 > all*2 {
			d.renamed = 1
		}
	}
	return d.renamed == 1
}

package read

import (
	"strings"

	"contested/geo"
)

// anaphorPlurals are the nouns of anaphors for several places, and of "neither
// town", with the kind that they fit.
var anaphorPlurals = map[string]geo.PlaceKind{
	"towns": geo.Settlement, "cities": geo.Settlement, "villages": geo.Settlement, "settlements": geo.Settlement, "communities": geo.Settlement,
	"hamlets": geo.Settlement, "town": geo.Settlement, "city": geo.Settlement, "village": geo.Settlement, "settlement": geo.Settlement,
	"regions": geo.Region, "oblasts": geo.Region, "provinces": geo.Region, "region": geo.Region, "oblast": geo.Region, "province": geo.Region,
}

// smallNumber is the number that a numeral of small groups says, 0 for another word.
func smallNumber(w string) int {
	switch w {
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	}
	return 0
}

var ofThese = listOf("of the these those")

// plural reads "both towns", "the two regions", "all three villages", "neither
// town", "the latter" and a bare "both" at token i of sentence k: a mention for each place.
// They mean the last list of that many places, or the last so many that were
// named; "these villages" means the last list.
func (a *anaphors) plural(i, k int) []mention {
	d := a.d
	if d.lang != geo.English {
		return nil
	}
	st := &d.sents[k]
	count, j := 0, i+1
	switch w := d.word(i); w {
	case "there":
		// "Buses leave from X, Y and Z. There, police say, …"
		if i != st.first || j >= st.end || d.char(j) != ',' || k == 0 {
			return nil
		}
		list := a.group(i, k, 0, geo.Settlement)
		if len(list) == 0 || int(d.toks[list[0].first].sent) != k-1 {
			return nil
		}
		return a.each(list, i, j)
	case "both", "either", "neither":
		count = 2
		if j < st.end && d.is(j, "of") {
			j++
		}
		for j < st.end && d.isAny(j, "the", "these", "those", "two") {
			j++
		}
	case "the", "all", "these", "those":
		if w == "the" && i+1 < st.end && d.isOf(i+1, &formerOrLatter) && (i+2 >= st.end || d.toks[i+2].kind != wordToken || d.toks[i+2].tag != nounTag && d.toks[i+2].tag != nameTag && d.toks[i+2].tag != adjTag) {
			return a.oneOfTwo(i, k, d.is(i+1, "former"))
		}
		for j < st.end && d.isOf(j, &ofThese) {
			j++
		}
		if j < st.end {
			if count = smallNumber(d.word(j)); count > 0 {
				j++
			}
		}
		if count == 0 && w != "these" && w != "those" {
			return nil
		}
	default:
		return nil
	}
	// one adjective may stand before the noun
	if j+1 < st.end && d.toks[j].tag == adjTag && d.toks[j].caps == lowerCase {
		j++
	}
	kind := geo.PlaceKind(0)
	end := 0
	if j < st.end {
		got, ok := anaphorPlurals[strings.ToLower(d.str(j))]
		single := ok && d.str(j)[len(d.str(j))-1] != 's'
		switch {
		case ok && single == d.isAny(i, "either", "neither") && d.toks[j].caps == lowerCase || ok && j > i+1 && d.is(i+1, "of"):
			kind, end = got, j+1
		case d.is(i, "both") && j == i+1 && d.endsClause(j):
			kind, end = geo.Settlement, i+1
		default:
			return nil
		}
	} else if d.is(i, "both") {
		kind, end = geo.Settlement, i+1
	} else {
		return nil
	}
	if end < st.end && (d.toks[end].kind == wordToken && (d.toks[end].caps != lowerCase || d.isAny(end, "around", "near", "along", "of", "in", "that", "where", "called", "named", "such", "like")) ||
		d.char(end) == ':') && end > i+1 && !d.isAny(i, "both", "either", "neither") {
		return nil // "the two villages near X", "the two towns: X and Y"
	}
	if end < st.end && end > i+1 && (d.toks[end].kind == wordToken && d.toks[end].caps != lowerCase || d.char(end) == ':' || d.is(end, "of")) {
		return nil // "both towns, X and Y" names them itself
	}
	return a.each(a.group(i, k, count, kind), i, end)
}

// each is a mention of each of some places by tokens [i, end).
func (a *anaphors) each(list []*mention, i, end int) (out []mention) {
	for _, m := range list {
		pl, ok := a.r.gaz.Place(m.Place)
		if !ok {
			continue
		}
		n := mention{first: i, end: end, precision: geo.At}
		n.Span, n.Use, n.Place = a.d.span(i, end), geo.Anaphor, pl.ID
		n.Candidates = []geo.Candidate{{Place: pl.ID, Score: 100}}
		n.Why = []geo.Evidence{{Rule: "anaphor.plural", Span: m.Span}}
		out = append(out, n)
	}
	return out
}

// oneOfTwo reads "the former" and "the latter" at token i.
func (a *anaphors) oneOfTwo(i, k int, former bool) []mention {
	two := a.group(i, k, 2, geo.Settlement)
	if len(two) != 2 {
		return nil
	}
	of := two[1]
	if former {
		of = two[0]
	}
	m := mention{first: i, end: i + 2, precision: geo.At}
	m.Span, m.Use, m.Place = a.d.span(i, i+2), geo.Anaphor, of.Place
	m.Candidates = []geo.Candidate{{Place: of.Place, Score: 100}}
	m.Why = []geo.Evidence{{Rule: "anaphor.plural", Span: of.Span}}
	return []mention{m}
}

// group is the last list of places of a kind before token i, some sentences
// back at most: of count places, or of any number when count is 0. Without such a
// list it is the places named last.
func (a *anaphors) group(i, k, count int, kind geo.PlaceKind) []*mention {
	d := a.d
	fits := func(m *mention) bool {
		if m.Place == "" || m.Use != geo.Literal && m.Use != geo.AreaUse {
			return false
		}
		p, ok := a.r.gaz.Place(m.Place)
		return ok && p.Kind == kind
	}
	last := d.mentionIndex(i) - 1
	reach := 6
	if kind == geo.Region {
		reach = 20 // there are few
	}
	from := d.sents[max(0, k-reach)].first
	if n := last - 200; n > 0 {
		from = max(from, d.mentions[n].first) // a text without sentences
	}
	for n := last; n >= 0 && d.mentions[n].first >= from; {
		if !fits(&d.mentions[n]) {
			n--
			continue
		}
		lo := n
		for lo > 0 && fits(&d.mentions[lo-1]) && d.listedTogether(&d.mentions[lo-1], &d.mentions[lo]) {
			lo--
		}
		if size := n - lo + 1; size >= 2 && (size == count || count == 0) {
			return distinctMentions(d.mentions[lo:n+1], size)
		}
		n = lo - 1
	}
	if count == 0 {
		return nil
	}
	var list []*mention
	for n := last; n >= 0 && d.mentions[n].first >= from && len(list) < count; n-- {
		m := &d.mentions[n]
		known := false
		for _, o := range list {
			known = known || o.Place == m.Place
		}
		if fits(m) && !known {
			list = append([]*mention{m}, list...)
		}
	}
	if len(list) < count {
		return nil
	}
	return list
}

// distinctMentions are the first mentions of the places in a list.
func distinctMentions(list []mention, size int) []*mention {
	out := make([]*mention, 0, size)
	for i := range list {
		known := false
		for _, o := range out {
			known = known || o.Place == list[i].Place
		}
		if !known {
			out = append(out, &list[i])
		}
	}
	return out
}

// listedTogether reports whether nothing but commas and "and" stands between
// two mentions.
func (d *document) listedTogether(a, b *mention) bool {
	if d.toks[a.first].sent != d.toks[b.first].sent || b.first-a.end > 3 {
		return false
	}
	for k := a.end; k < b.first; k++ {
		if d.char(k) != ',' && !d.isAny(k, "and", "or", "nor", "the") {
			return false
		}
	}
	return b.first > a.end
}

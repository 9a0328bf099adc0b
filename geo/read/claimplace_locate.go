package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// A name that only tells where the place named right before it lies is none that the claim
// is about: who says that Rivne, just east of Myrnohrad, was taken says nothing of Myrnohrad.

var (
	howFarWords   = listOf("just immediately directly slightly only some about around roughly almost nearly barely right well further farther less more under over within than a few several dozen not far still")
	lyingWords    = listOf("lies lie lying sits sitting stands standing located situated is was are were")
	locatingPreps = listOf("near outside beyond opposite beside")
	edgeNouns     = listOf("outskirts edge outskirt fringe fringes approaches road highway motorway way")
)

// onlyLocates reports whether mention m, named behind mention b in the same clause, only
// locates it: "Rivne, just east of Myrnohrad", "Bilenke, a village outside Kramatorsk",
// "Yampil near Lyman"; not what tells where on a river something is.
func (r *Reader) onlyLocates(d *document, b, m *mention) bool {
	const far = 14 // tokens: ", a village of some 300 people which lies about 10 kilometres to the north-east of the"
	if m.first <= b.end || m.first-b.end > far || b.Use != geo.Literal || m.Use == geo.AreaUse || d.toks[b.first].sent != d.toks[m.first].sent {
		return false
	}
	if p, ok := r.gaz.Place(b.Place); !ok || p.Kind != geo.Settlement {
		return false
	}
	if d.lang != geo.English {
		return d.locatesInSlavic(b, m)
	}
	k := b.end
	apart := d.char(k) == ',' || d.char(k) == '('
	if apart {
		k++
	}
	k = d.pastNoun(k, m.first)
	if d.isAny(k, "which", "that") && d.isOf(k+1, &lyingWords) {
		k++
	}
	for k < m.first && d.isOf(k, &lyingWords) {
		k++
	}
	for k < m.first && (d.isOf(k, &howFarWords) || d.toks[k].tag == numTag || d.toks[k].kind == numberToken) {
		k++
	}
	measured := d.isOf(k, &awayWords)
	if measured {
		if k++; d.is(k, "away") {
			k++
		}
	}
	if d.is(k, "to") && d.is(k+1, "the") {
		k += 2
	} else if d.is(k, "due") {
		k++
	}
	turned := false
	for k < m.first && (d.has(k, compassWord) || d.toks[k].kind == hyphenToken) {
		turned = true
		k++
	}
	switch {
	case turned && d.is(k, "of"), measured && d.isAny(k, "from", "off", "outside"), d.is(k, "from") && d.is(k-1, "far"):
		k++
	case turned || measured:
		return false
	case d.isOf(k, &locatingPreps):
		if d.besideToo(b) || apart && d.nextOfList(m) {
			return false
		}
		k++
	case d.is(k, "close") && d.is(k+1, "to"), d.is(k, "next") && d.is(k+1, "to"):
		k += 2
	case d.isAny(k, "on", "at") && d.is(k+1, "the") && apart:
		k += 2
		if d.has(k, compassWord) {
			k++
		}
		if !d.isOf(k, &edgeNouns) || !d.isAny(k+1, "of", "to", "from", "between") {
			return false
		}
		k += 2
	default:
		return false
	}
	return d.namedAt(k, m.first)
}

// pastNoun is the token behind "a village", "a small mining town of 3,000 people" at token k;
// k where nothing of the kind stands there.
func (d *document) pastNoun(k, end int) int {
	const far = 5 // tokens
	if !d.isAny(k, "a", "an", "another", "the") {
		return k
	}
	for n := k + 1; n < min(end, k+far); n++ {
		if d.has(n, settlementWord|hubWord) && !d.has(n+1, settlementWord|hubWord) {
			return d.pastPeople(n+1, end)
		}
	}
	return k
}

// pastPeople is the token behind "of some 3,000 people" at token k, k where nobody is counted.
func (d *document) pastPeople(k, end int) int {
	const far = 7 // tokens
	if !d.is(k, "of") {
		return k
	}
	for n := k + 1; n < min(end, k+far); n++ {
		switch {
		case d.has(n, peopleWord) && d.isCount(n-1):
			return n + 1
		case !d.isCount(n) && !d.isOf(n, &howFarWords):
			return k
		}
	}
	return k
}

// namedAt reports whether only "the town of", "the recently captured" stands between token k and
// the name at token at.
func (d *document) namedAt(k, at int) bool {
	for ; k < at; k++ {
		if t := d.toks[k].tag; t == adjTag || t == partTag || t == advTag {
			continue
		}
		if !d.isAny(k, "the", "of", "nearby", "neighbouring", "occupied", "embattled", "city") && !d.has(k, settlementWord|hubWord) {
			return false
		}
	}
	return k == at
}

// nextOfList reports whether the name behind a mark goes on a list of where something
// happened: "in Lyman, near Yampil and toward Siversk".
func (d *document) nextOfList(m *mention) bool {
	k := m.end
	if k+1 >= len(d.toks) || d.char(k) != ',' && !d.isOf(k, &andOrNor) && !isAndWord(d.str(k)) {
		return false
	}
	return d.lang != geo.English || d.toks[k+1].tag == prepTag || d.isOf(k+1, &andOrNor)
}

// besideToo reports whether mention m is itself named as what something lies by: "north of
// Pokrovsk near Rodynske", where it is Rodynske that is meant.
func (d *document) besideToo(m *mention) bool {
	k := m.first - 1
	return k > 0 && (d.isOf(k, &locatingPreps) || d.isAny(k, "toward", "towards") || d.is(k, "of") && d.has(k-1, compassWord))
}

// What locates in Ukrainian and Russian: beginnings of words for sides of the compass and
// for lying somewhere, words that say that one place lies by another, and what may stand
// between.
var (
	slavicSides  = [...]string{"півн", "півд", "схід", "сход", "східн", "захід", "заход", "західн", "север", "юг", "юж", "юго", "восто", "восточн", "запад"}
	slavicLying  = [...]string{"розташ", "распол", "леж", "знаход", "наход", "кілом", "килом"}
	slavicBeside = [...]string{"біля", "поблизу", "неподалік", "недалеко", "під", "возле", "вблизи", "близ", "неподалеку", "под", "около"}
	slavicPad    = [...]string{"що", "який", "яка", "яке", "которое", "который", "которая", "что", "за", "в", "у", "на", "к", "до", "км", "приблизно", "примерно", "трохи", "чуть", "від", "от", "з", "с", "далеко", "дещо", "немного"}
)

// locatesInSlavic is onlyLocates in Ukrainian and Russian: "Рівне, що східніше Мирнограда",
// "Ровное под Мирноградом".
func (d *document) locatesInSlavic(b, m *mention) bool {
	k := b.end
	apart := d.char(k) == ','
	if apart {
		k++
	}
	begins := func(w string, list []string) bool {
		return slices.ContainsFunc(list, func(s string) bool { return strings.HasPrefix(w, s) })
	}
	locates := false
	for ; k < m.first; k++ {
		w := d.str(k)
		switch {
		case d.toks[k].kind == numberToken, d.toks[k].kind == hyphenToken, slices.Contains(slavicPad[:], w):
		case begins(w, slavicSides[:]), begins(w, slavicLying[:]):
			locates = true
		case slices.Contains(slavicBeside[:], w) && !(apart && d.nextOfList(m)):
			locates = true
		default:
			return false
		}
	}
	return locates
}

// tellsWhere reports whether m only says, in what stands beside the name of b, where that lies:
// "X, a riverside settlement north of Y".
func (d *document) tellsWhere(b, m *mention) bool {
	const far = 9 // tokens
	if !d.isSpot(b) || m.precision != geo.Near || m.first-b.end > far || b.end+1 >= m.first || d.char(b.end) != ',' || d.tagAt(b.end+1) != detTag {
		return false
	}
	for k := b.end + 1; k < m.first; k++ {
		if d.endsClause(k) || d.toks[k].tag == verbTag || d.toks[k].tag == auxTag {
			return false
		}
	}
	return true
}

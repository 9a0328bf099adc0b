package read

import (
	"math"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// slavicMove are the beginnings of words for leaving, before "from" and the place that is
// left.
var slavicMove = [...]string{"евакуа", "эвакуа", "евакую", "эвакуи", "вивед", "вивез", "вивод", "вивоз", "вывед", "вывез", "вывод", "вывоз", "відхо", "відій", "відступ",
	"отход", "отош", "отступ", "виїх", "виїж", "выех", "выезж", "уход", "уйти", "ушл", "вийт", "выйт", "вибил", "выби", "вибит"}

// slavic reads what points back to a place at token i of sentence k in Ukrainian and
// Russian, which have no article: "звідти", "місто", "в райцентре".
func (a *anaphors) slavic(i, k int) (mention, bool) {
	d := a.d
	t := &d.toks[i]
	if i < a.end || t.caps == upperCase || t.caps != lowerCase && i != d.sents[k].first && d.toks[i-1].kind == wordToken {
		return mention{}, false
	}
	if t.phrase == 0 {
		return mention{}, false
	}
	row := int(t.row)
	n, p := a.w.longest(t.phrase, d.words[row:min(row+3, len(d.words))])
	if p.signs&signAnaphor == 0 {
		return mention{}, false
	}
	st := &d.sents[k]
	end := int(d.wordToken[row+n-1]) + 1
	if end < st.end && (d.toks[end].kind == wordToken && d.toks[end].caps != lowerCase && t.caps == lowerCase || d.toks[end].kind == openToken && !d.withWeapons(end)) || i > st.first && d.placeAdjective(i-1) {
		return mention{}, false // "у місті Суми"
	}
	switch p.ana.fit {
	case fitThere:
		return a.there(i, k)
	case fitRaion:
		if m, ok := a.raionSeat(i, end, k); ok {
			return m, true
		}
	case fitCapital:
		if m, ok := a.seat(i, end, k); ok {
			return m, true
		}
	}
	return a.noun(i, i, end, k, p.ana)
}

// placeAdjective reports whether the word at token i, or the one before the kind of a community
// there, is an adjective of a place's name: "Краснопільській", "Сумської міської".
func (d *document) placeAdjective(i int) bool {
	for i > 0 && d.isOf(i, &communityKinds) {
		i--
	}
	return d.toks[i].kind == wordToken && d.toks[i].caps == titleCase && adjectiveStem(d.str(i)) != ""
}

// raionSeat reads "the centre of the raion" at tokens [i, end): the town in mind
// after which the raion that was named last is called.
func (a *anaphors) raionSeat(i, end, k int) (mention, bool) {
	const stem = 5 // letters
	best, score := -1, 0
	for n := range a.mind {
		r := &a.mind[n]
		if r.place.Kind != geo.Region || len(r.place.Name) <= stem || a.fade(r, k) <= score {
			continue
		}
		for m := range a.mind {
			if p := &a.mind[m].place; p.Kind == geo.Settlement && strings.HasPrefix(p.Name, r.place.Name[:stem]) {
				best, score = m, a.fade(r, k)
			}
		}
	}
	if best >= 0 {
		pl := &a.mind[best].place
		return a.meaning(pl.ID, i, end, score/10, "anaphor.seat", pl.Name), true
	}
	var seat geo.Place
	named := 0
	for n := range a.mind {
		if r := &a.mind[n]; r.place.Kind == geo.Region && r.named > named && a.fade(r, k) > 0 {
			if pl, ok := a.seatOf(&r.place); ok {
				seat, score, named = pl, a.fade(r, k), r.named
			}
		}
	}
	if seat.ID == "" {
		return mention{}, false
	}
	return a.meaning(seat.ID, i, end, score/10, "anaphor.seat", seat.Name), true
}

// seatOf is the town whose adjective is the name of a raion and that lies where the gazetteer
// has the raion: Нікополь of "Нікопольський район".
func (a *anaphors) seatOf(raion *geo.Place) (geo.Place, bool) {
	adjective, noun, ok := strings.Cut(raion.NameUK, " ")
	if !ok || noun != "район" {
		return geo.Place{}, false
	}
	_, hits := a.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(adjective))})
	const near = 0.2 // degrees
	for _, h := range hits {
		if p, ok := a.r.gaz.Place(h.Place); ok && p.Kind == geo.Settlement && math.Abs(p.Point[0]-raion.Point[0]) < near && math.Abs(p.Point[1]-raion.Point[1]) < near {
			return p, true
		}
	}
	return geo.Place{}, false
}

// slavicLeft reports whether the word for leaving stands before the preposition at token i:
// "вивезли дітей із", "отошли из".
func (d *document) slavicLeft(i int) bool {
	const near = 3 // tokens
	for k := i - 1; k >= 0 && k >= i-near && d.toks[k].kind == wordToken; k-- {
		w := d.str(k)
		for _, s := range slavicMove {
			if strings.HasPrefix(w, s) {
				return true
			}
		}
	}
	return false
}

// slavicTaking are the beginnings of words for taking people somewhere, or going to live there.
var slavicTaking = []string{"вивез", "вивіз", "вывез", "вывоз", "евакую", "эвакуир", "достав", "доправ", "відправ", "отправ", "розміст", "розміщ", "размест", "размещ", "перевез", "переїха", "переех", "перебра", "кличе", "зовет", "зовёт"}

// takenTo reports whether mention m only says where people were taken or have moved: "вивіз до N
// дев'ятьох", "разместили в N". The text goes on where they came from.
func (d *document) takenTo(m *mention) bool {
	const near = 5 // tokens
	k := m.first - 1
	if k < 1 || !d.isOf(k, &goingTo) {
		return false
	}
	for i := max(k-near, d.sents[d.toks[m.first].sent].first); i < k; i++ {
		if d.toks[i].kind == wordToken && startsWithAny(d.str(i), slavicTaking) {
			return true
		}
	}
	return false
}

var goingTo = listOf("до в у во к на")

// withWeapons reports whether the words in quotation marks at token i are what a place is struck with, no name of
// its: "кроет село «Хаймарсами»".
func (d *document) withWeapons(i int) bool {
	return i+2 < len(d.toks) && d.toks[i+2].kind == closeToken && (strings.HasSuffix(d.str(i+1), "ами") || strings.HasSuffix(d.str(i+1), "ями"))
}

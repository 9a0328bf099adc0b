package read

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// countedOblast reports whether the adjective at token i stands for an oblast whose noun is left out, in a sentence
// that counts drones or strikes by oblasts: "42 – над Калужской, 32 – над Тульской", "сбито в Белгородской области
// 15, Курской – 12".
func (s *placeScan) countedOblast(i int) bool {
	d := s.d
	if i == 0 || !ofOblast(d.str(i)) || i+1 < len(d.toks) && d.toks[i+1].kind == wordToken && d.toks[i+1].sent == d.toks[i].sent && !d.isOf(i+1, &unitAnd) {
		return false
	}
	if before := d.isOf(i-1, &overWords) || d.isOf(i-1, &unitAnd) || d.char(i-1) == ',' || d.char(i-1) == '(' || d.toks[i-1].kind == dashToken; !before {
		return false
	}
	return s.counted(i) && s.countsByOblast(i)
}

// regionsOf are the hits that are regions.
func (s *placeScan) regionsOf(hits []gazetteer.Hit) []gazetteer.Hit {
	var out []gazetteer.Hit
	for _, h := range hits {
		if p, ok := s.r.gaz.Place(h.Place); ok && p.Kind == geo.Region {
			out = append(out, h)
		}
	}
	return out
}

// ofOblast reports whether a word has an ending of the adjective of an oblast.
func ofOblast(w string) bool {
	for _, e := range [...]string{"ской", "цкой", "ская", "цкая", "скую", "цкую", "ській", "цькій", "ської", "цької", "ською", "цькою", "зькою", "зькій", "зької", "ську", "цьку", "ська", "цька"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

var (
	overWords  = listOf("над в во у по із из з с")
	fewWords   = listOf("один одна одному одной одне одну одним два две дві двое три четыре чотири пять п'ять шесть шість семь сім восемь вісім девять дев'ять десять по ещё еще ще")
	oblastWord = listOf("область области областью областей областях областями областям області областю регион регионом регионами регионах краем крае регіон регіоном")
)

// counted reports whether a number stands near token i on the other side of a dash, or in brackets behind it.
func (s *placeScan) counted(i int) bool {
	const near = 5 // tokens
	d := s.d
	number := func(k int) bool { return d.toks[k].kind == numberToken || d.isOf(k, &fewWords) }
	for k := i + 1; k < len(d.toks) && k <= i+near && d.toks[k].sent == d.toks[i].sent; k++ {
		if d.char(k) == ',' || d.char(k) == ';' {
			break
		}
		if number(k) && (d.toks[k-1].kind == dashToken || d.char(k-1) == '(') {
			return true
		}
	}
	for k := i - 1; k > 0 && k >= i-near-4 && d.toks[k].sent == d.toks[i].sent; k-- {
		if d.toks[k].kind == dashToken && (number(k-1) || k > 1 && number(k-2)) {
			return true
		}
	}
	return false
}

// countsByOblast reports whether the sentence of token i, near it, names an oblast or tells of drones.
func (s *placeScan) countsByOblast(i int) bool {
	const far = 40 // tokens
	d := s.d
	for k := max(0, i-far); k < min(len(d.toks), i+far); k++ {
		if d.toks[k].kind != wordToken || d.toks[k].sent+1 < d.toks[i].sent || d.toks[k].sent > d.toks[i].sent {
			continue
		}
		if d.isOf(k, &oblastWord) {
			return true
		}
		if w := d.str(k); startsWithAny(w, droneStems) {
			return true
		}
	}
	return false
}

// droneStems begin words for what comes in such counts.
var droneStems = []string{"беспилотн", "безпілотн", "БПЛА", "БпЛА", "дрон", "ракет", "аппарат", "апарат", "воздушн", "повітрян", "удар", "обстрел", "обстріл"}

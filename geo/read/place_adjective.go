package read

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// townEndings turn the stem of an adjective in Ukrainian or Russian, without its "ськ" or
// "ск", into names of towns that it may be made of: "балаклійська" is of Балаклія,
// "вільхуватська" of Вільхуватка, "теткинский" of Тёткино.
var townEndings = []struct{ cut, put string }{
	{"", ""}, {"й", "я"}, {"", "а"}, {"", "ка"}, {"", "ь"}, {"", "и"}, {"", "і"}, {"", "ськ"}, {"", "ське"}, {"", "е"}, {"", "я"}, {"", "ія"}, {"", "ки"}, {"", "ці"},
	{"ин", "а"}, {"ин", "ка"}, {"ин", "ці"}, {"ін", "інь"}, {"ів", "и"}, {"ів", "і"}, {"ів", "івка"}, {"ів", "а"}, {"ів", "е"}, {"ів", "ка"}, {"ів", "ки"}, {"", "к"}, {"", "ок"},
	{"", "ський"}, {"", "са"}, {"", "о"}, {"ін", "ино"}, {"", "ы"}, {"", "ово"}, {"ов", "и"}, {"ов", "ы"}, {"ов", "овка"}, {"ов", "а"}, {"ов", "о"}, {"ин", "ино"}, {"ец", "цы"}, {"е", "ці"},
	{"піль", "пілля"}, {"піль", "поле"}, {"ків", "кове"}, {"ін", "інна"},
}

// firstParts are the first halves of adjectives whose towns have names of two words.
var firstParts = []struct{ part, name string }{
	{"велико", "великий"}, {"велико", "велика"}, {"велико", "великі"}, {"велико", "великая"}, {"ново", "нова"}, {"ново", "новий"}, {"ново", "новая"}, {"старо", "старий"}, {"мало", "мала"}, {"мало", "малі"}, {"верхньо", "верхня"}, {"нижньо", "нижня"},
}

// communityNouns begin the nouns whose adjectives are made of the names of towns, in
// Ukrainian and Russian: communities, sectors.
var communityNouns = [...]string{"громад", "тергромад", "напрям", "направлен", "агломерац"}

// townOfAdjective finds the town whose adjective stands before "громада" or "напрямок" and
// which the gazetteer has by its name alone: "у Балаклійській та Савинській громадах".
func (s *placeScan) townOfAdjective(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English || d.toks[i].end-d.toks[i].start < 12 || i > 0 && d.toks[i-1].kind == hyphenToken {
		return nil
	}
	w := lowerSlavic(d.str(i))
	stem := ""
	for _, e := range unitEndings {
		if cut, ok := strings.CutSuffix(w, e); ok {
			stem = cut
			break
		}
	}
	if cut, ok := strings.CutSuffix(w, "о"); ok && stem == "" {
		stem = cut // of firstOfTwo
	}
	base := ""
	for _, e := range [...]struct{ cut, put string }{{"ськ", ""}, {"ск", ""}, {"цьк", ""}, {"цк", ""}, {"зьк", "г"}} {
		if cut, ok := strings.CutSuffix(stem, e.cut); ok {
			base = cut + e.put
			break
		}
	}
	if len(base) < 6 || !s.beforeCommunity(i) {
		return nil
	}

	return s.townFrom(base)
}

// hyphened finds the town of an adjective in two parts: "у Зноб-Новгородській громаді",
// "Середино-Будська громада".
func (s *placeScan) hyphened(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English || i+2 >= len(d.toks) || d.toks[i+1].kind != hyphenToken || d.toks[i+2].caps != titleCase {
		return nil
	}
	stem := adjectiveStem(d.str(i + 2))
	if stem == "" || !s.beforeCommunity(i+2) {
		return nil
	}
	first := lowerSlavic(d.str(i))
	base := strings.TrimSuffix(strings.TrimSuffix(stem, "ськ"), "ск")
	for _, e := range townEndings {
		cut, ok := strings.CutSuffix(base, e.cut)
		if !ok || len(cut) < 4 {
			continue
		}
		if hits := s.townNamed(first, cut+e.put); len(hits) > 0 {
			return hits
		}
		if part, ok := strings.CutSuffix(first, "о"); ok {
			if hits := s.townNamed(part+"а", cut+e.put); len(hits) > 0 {
				return hits
			}
		}
	}
	return nil
}

// landEndings are those of the names of the lands around towns, behind "щин": "на Вовчанщині".
var landEndings = []string{"ина", "ини", "ині", "ину", "иною", "ине", "ины", "иной"}

// landOf finds the town after which the land at token i is called, where the gazetteer has no
// raion of that name: "на Лиманщині", "на Волчанщине".
func (s *placeScan) landOf(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English || d.toks[i].end-d.toks[i].start < 14 {
		return nil
	}
	w := lowerSlavic(d.str(i))
	for _, e := range landEndings {
		base, ok := strings.CutSuffix(w, e)
		if !ok {
			continue
		}
		if base, ok = strings.CutSuffix(base, "щ"); ok && len(base) >= 8 {
			return s.townFrom(base)
		}
		return nil
	}
	return nil
}

// townFrom finds the town of an adjective without its "ськ".
func (s *placeScan) townFrom(base string) []gazetteer.Hit {
	var abroad []gazetteer.Hit
	for _, e := range townEndings {
		cut, ok := strings.CutSuffix(base, e.cut)
		if !ok || len(cut) < 4 {
			continue
		}
		if hits := s.townNamed(cut + e.put); len(hits) > 0 {
			if p, ok := s.r.gaz.Place(hits[0].Place); ok && p.Country == "UA" {
				return hits
			} else if abroad == nil {
				abroad = hits
			}
		}
		for _, f := range firstParts {
			if rest, ok := strings.CutPrefix(cut, f.part); ok && len(rest) > 4 {
				if hits := s.townNamed(f.name, rest+e.put); len(hits) > 0 {
					return hits
				}
			}
		}
	}
	return abroad
}

// firstOfTwo finds the town of the first half of an adjective that is made of two:
// "в Покровско-Мирноградской агломерации", "на Курахово-Андреевском направлении".
func (s *placeScan) firstOfTwo(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English || i+2 >= len(d.toks) || d.toks[i+1].kind != hyphenToken || d.toks[i+2].kind != wordToken {
		return nil
	}
	if w := d.str(i); !strings.HasSuffix(w, "ско") && !strings.HasSuffix(w, "цко") && !strings.HasSuffix(w, "сько") && !strings.HasSuffix(w, "цько") {
		return nil
	}
	if !s.beforeCommunity(i) {
		return nil
	}
	w := lowerSlavic(d.str(i))
	if hits := s.townNamed(w[:len(w)-len("о")]); len(hits) > 0 {
		return hits // Покровск, and not Покров
	}
	return s.townOfAdjective(i)
}

// beforeCommunity reports whether the adjective at token i, or a list of them that it
// starts, stands before one of communityNouns.
func (s *placeScan) beforeCommunity(i int) bool {
	d := s.d
	const far = 16 // tokens to the noun
	for k := i + 1; k < len(d.toks) && k < i+far && d.toks[k].sent == d.toks[i].sent; k++ {
		if d.char(k) == ',' || d.toks[k].kind == hyphenToken || d.toks[k].caps == titleCase && k+1 < len(d.toks) && d.toks[k+1].kind == hyphenToken || d.isOf(k, &unitAnd) || d.isOf(k, &communityKinds) || s.unitStem(k) != "" {
			continue
		}
		w := d.str(k)
		for _, n := range communityNouns {
			if strings.HasPrefix(w, n) {
				return true
			}
		}
		return false
	}
	return false
}

var communityKinds = listOf("міській сільській селищній міська сільська селищна міської сільської селищної міську сільську селищну територіальній територіальна територіальної територіальну міських сільських селищних територіальних")

// townNamed is the settlements of a name in small letters: Ukraine's, else Russia's.
func (s *placeScan) townNamed(words ...string) []gazetteer.Hit {
	var key [2]uint64
	for k, w := range words {
		key[k] = gazetteer.HashWord([]byte(w))
	}
	n, hits := s.r.gaz.Longest(key[:len(words)])
	if n != len(words) {
		return nil
	}
	var out, abroad []gazetteer.Hit
	for _, h := range hits {
		p, ok := s.r.gaz.Place(h.Place)
		if !ok || p.Kind != geo.Settlement || h.Form >= gazetteer.Adjectival {
			continue
		}
		switch p.Country {
		case "UA":
			out = append(out, h)
		case "RU":
			abroad = append(abroad, h)
		}
	}
	if len(out) == 0 {
		return abroad
	}
	return out
}

// pairEndings are endings of the first and the second words of names of two words in the
// cases in which texts have them, with those of the nominatives.
var (
	pairFirst = []struct{ of, to string }{
		{"ого", "ое"}, {"ого", "ый"}, {"ого", "е"}, {"ого", "ий"}, {"ому", "ое"}, {"ому", "ый"}, {"ому", "е"}, {"ому", "ий"}, {"ом", "ое"}, {"ом", "ый"}, {"ом", "ий"},
		{"ой", "ая"}, {"ую", "ая"}, {"ої", "а"}, {"ій", "а"}, {"ых", "ые"}, {"их", "ие"}, {"их", "і"}, {"ыми", "ые"}, {"ими", "і"}, {"ым", "ый"}, {"ым", "ое"}, {"им", "ий"}, {"им", "е"},
	}
	pairSecond = []struct{ of, to string }{
		{"е", "е"}, {"е", ""}, {"е", "а"}, {"е", "о"}, {"и", "а"}, {"ы", "а"}, {"і", "а"}, {"і", ""}, {"я", "е"}, {"я", "я"}, {"я", "й"}, {"ю", "й"}, {"ю", "е"}, {"ю", "я"}, {"у", ""}, {"у", "а"}, {"а", ""}, {"а", "о"}, {"ем", "е"}, {"ям", "я"}, {"ом", ""}, {"ою", "а"}, {"ой", "а"},
		{"ах", "а"}, {"ах", "ы"}, {"ах", "и"}, {"ов", "а"}, {"ов", "ы"}, {"ів", "и"}, {"ами", "а"}, {"ами", "ы"}, {"ами", "и"}, {"ок", "ки"}, {"ках", "ки"},
	}
)

// pair finds the place of an adjective and a noun with capitals that the gazetteer has in
// the nominative only: "в Новом Запорожье", "біля Вовчанських Хуторів".
func (s *placeScan) pair(i int) []gazetteer.Hit {
	d := s.d
	t := &d.toks[i]
	if d.lang == geo.English || i+1 >= len(d.toks) || t.caps != titleCase || t.end-t.start < 8 {
		return nil
	}
	u := &d.toks[i+1]
	if u.kind != wordToken || u.caps != titleCase || u.sent != t.sent || u.end-u.start < 6 || s.role[i+1] == personRole || d.sents[t.sent].first == i {
		return nil
	}
	first := lowerSlavic(d.str(i))
	second := ""
	for _, e := range pairFirst {
		a, ok := strings.CutSuffix(first, e.of)
		if !ok {
			continue
		}
		if second == "" {
			second = lowerSlavic(d.str(i + 1))
		}
		for _, f := range pairSecond {
			if b, ok := strings.CutSuffix(second, f.of); ok && len(b) >= 4 {
				if hits := s.townNamed(a+e.to, b+f.to); len(hits) > 0 {
					return hits
				}
			}
		}
	}
	return nil
}

// bodyEndings are those of the feminine adjectives of towns, which hardly any settlement has
// for its name.
var bodyEndings = [...]string{"ская", "ской", "скую", "цкая", "цкой", "цкую", "ської", "ській", "ською", "цької", "цькій", "цькою"}

// townsHouses are what towns have, behind their adjectives, in the cases of "in" and "at".
var townsHouses = listOf("суде суду соборе собору монастыре монастырю храме храму университете университету институте институту училище училищу музее музею театре театру госпитале госпиталю заводе заводу порту аэропорту парке парку лесу лесничестве рынке рынку кладбище кладбищу мосту шоссе вокзале вокзалу лицее лицею ущелье заливе заливу проливе проливу водохранилище водохранилищу гарнизоне гарнизону перевале полигоне полигону суді соборі монастирі храмі університеті інституті училищі музеї театрі госпіталі заводі аеропорту лісі ринку цвинтарі кладовищі шосе вокзалі ліцеї затоці протоці водосховищі гарнізоні полігоні")

// ofBodyBehind reports whether the name is the adjective of the body or thing right behind it:
// "глава Донецкой ОВА", "в Курской прокуратуре", "на Змиевской ТЭС".
func (s *placeScan) ofBodyBehind(p *spot) bool {
	d := s.d
	k := int(p.to)
	if p.rows != 1 || k >= len(d.toks) || d.toks[k].kind != wordToken || d.toks[k].sent != p.sent {
		return false
	}
	w := d.str(int(p.first))
	if s.ofSector(int(p.first)) && d.toks[k].caps == lowerCase && s.phrase(k).head.class == noHead {
		// "на Покровском кладбище", "в Донецком суде"
		return d.isOf(int(p.first)-1, &onWord) && p.head.class == noHead && p.list == 0 && !s.leadsList(int(p.index)) || d.isOf(k, &townsHouses)
	}
	for _, e := range bodyEndings {
		if !strings.HasSuffix(w, e) {
			continue
		}
		if d.toks[k].caps == upperCase {
			return s.signs(k)&signOffice == 0 // but the town of "Вовчанська МВА" is what "у громаді" goes back to
		}
		const shortest = 8 // bytes of a noun
		return d.toks[k].caps == lowerCase && d.toks[k].end-d.toks[k].start >= shortest && s.phrase(k).head.class == noHead && s.signs(k)&(signIn|signNear|signToward|signFrom) == 0 &&
			(k+1 >= len(d.toks) || d.toks[k+1].kind != wordToken || s.phrase(k+1).head.class == noHead)
	}
	return false
}

// community reports whether the name is the adjective of a community: "у Семенівській громаді".
func (s *placeScan) community(p *spot) bool {
	return s.d.lang != geo.English && p.head.class == headCity && p.head.after
}

package read

import (
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// unitEndings are those of the adjectives that stand before "районах", "області" …, behind
// "ськ", "цьк", "ск" and "цк".
var unitEndings = []string{"ого", "ому", "ими", "ий", "им", "ій", "ої", "ою", "их", "ом", "ой", "ую", "ая", "ие", "у", "а", "і"}

// unitNouns are the plurals of the words for units, with the singulars by which the
// gazetteer has them, and whether the form is no singular's too.
var unitNouns = func() map[string]unitNoun {
	out := map[string]unitNoun{}
	for _, n := range [...]struct{ singular, only, shared string }{
		{"район", "районів районам районами районах районы районов районам райони", ""},
		{"область", "областей областям областями областях", "області области"},
		{"область", "регион региона региону регионом регионе регіон регіону регіоном регіоні", ""},
		{"округ", "округи округів округам округами округах округа округов", ""},
	} {
		for _, f := range strings.Fields(n.only) {
			out[f] = unitNoun{n.singular, true}
		}
		for _, f := range strings.Fields(n.shared) {
			out[f] = unitNoun{n.singular, false}
		}
	}
	return out
}()

// unitKey parts the key of a unit's adjective from that of a town's.
var unitKey = gazetteer.HashWord([]byte("район"))

type unitNoun struct {
	singular string
	plural   bool
}

// unitStem is the stem of the adjective of a unit at token i, "суджанск"; "" for other
// words.
func (s *placeScan) unitStem(i int) string {
	if t := &s.d.toks[i]; t.kind != wordToken || t.caps != titleCase || t.end-t.start < 12 {
		return ""
	}
	return adjectiveStem(s.d.str(i))
}

// adjectiveStem is the stem of an adjective of a place, in small letters; "" for other words.
func adjectiveStem(w string) string {
	for _, e := range unitEndings {
		if stem, ok := strings.CutSuffix(w, e); ok {
			if strings.HasSuffix(stem, "ськ") || strings.HasSuffix(stem, "цьк") || strings.HasSuffix(stem, "зьк") || strings.HasSuffix(stem, "ск") || strings.HasSuffix(stem, "цк") {
				return strings.ToLower(stem)
			}
			return ""
		}
	}
	return ""
}

// slavicUnit finds the oblast or raion that an adjective of a list means, whose noun
// stands behind the last of them: "в Суджанском, Глушковском и Кореневском районах",
// "Сумська та Харківська області".
func (s *placeScan) slavicUnit(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English {
		return nil
	}
	stem := s.unitStem(i)
	if stem == "" {
		return nil
	}
	if hits := s.listedUnit(i, stem); len(hits) > 0 || !s.countedOblast(i) {
		return hits
	}
	return s.regionsOf(s.unitNamed(stem, "область"))
}

// listedUnit is slavicUnit for an adjective of such a list.
func (s *placeScan) listedUnit(i int, stem string) []gazetteer.Hit {
	d := s.d
	const far = 20 // tokens to the noun
	list := false
	for k := i + 1; k < len(d.toks) && k < i+far && d.toks[k].sent == d.toks[i].sent; k++ {
		switch {
		case d.char(k) == ',', d.isOf(k, &unitAnd):
			list = true
		case d.toks[k].kind != wordToken:
			return nil
		case s.unitStem(k) != "" && list:
		default:
			if n, ok := unitNouns[d.str(k)]; ok && (list || n.plural) {
				return s.unitNamed(stem, n.singular)
			}
			if !d.isOf(k, &unitKinds) {
				return nil
			}
		}
	}
	return nil
}

var (
	unitAnd   = listOf("і й та и а також также")
	unitKinds = listOf("муніципальних муніципальні міських прикордонних прикордонні муниципальных муниципальные городских городские приграничных приграничные пограничных приграничным приграничными")
)

// unitNamed is the units of an adjective and a noun.
func (s *placeScan) unitNamed(stem, noun string) []gazetteer.Hit {
	end := "ий"
	if noun == "область" {
		if end = "ая"; strings.HasSuffix(stem, "ьк") {
			end = "а"
		}
	}
	for _, n := range [...]string{noun, "район"} {
		if k, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(stem + end)), gazetteer.HashWord([]byte(n))}); k == 2 {
			return hits
		}
		if noun == "область" {
			break
		}
	}
	return nil
}

// nameStarts are the tokens at which names may start: the capitalised ones, and in Ukrainian
// and Russian the adjectives of sectors, which Russian writes small: "на покровском
// направлении".
func (s *placeScan) nameStarts() []int32 {
	d := s.d
	if d.lang == geo.English {
		return d.capitals
	}
	var out []int32
	rest := d.capitals
	for i := 0; i+1 < len(d.toks); i++ {
		if d.toks[i+1].phrase == 0 || d.toks[i].kind != wordToken || d.toks[i].caps != lowerCase || s.w.phrases[d.toks[i+1].phrase].head.class != headArea || !s.smallSector(i) {
			continue
		}
		for len(rest) > 0 && int(rest[0]) < i {
			out, rest = append(out, rest[0]), rest[1:]
		}
		out = append(out, int32(i))
	}
	if out == nil {
		return d.capitals
	}
	return append(out, rest...)
}

// elidedSectors gives the adjectives of sectors behind the first the noun that they leave
// out: "На Купянском направлении отбито девять атак, на Лиманском — четырнадцать".
func (s *placeScan) elidedSectors() {
	d := s.d
	if d.lang == geo.English {
		return
	}
	var sector *spot
	for i := range s.spots {
		p := &s.spots[i]
		if p.head.class == headArea && i > 0 && s.spots[i-1].to+1 == p.first && d.toks[p.first-1].kind == hyphenToken && s.spots[i-1].head.class == noHead {
			s.spots[i-1].head, s.spots[i-1].headSpan = p.head, p.headSpan // "Покровско-Мирноградская агломерация"
		}
		switch {
		case p.head.class == headArea:
			sector = p
		case sector == nil || p.sent > sector.sent+1 || p.head.class != noHead || p.first == 0 || p.use == geo.Demonym:
		case (d.isOf(int(p.first)-1, &onWord) || p.list > 0 && &s.spots[p.list-1] == sector) && s.ofSector(int(p.end)-1):
			p.head, p.headSpan = sector.head, sector.headSpan
			sector = p
		}
	}
}

var onWord = listOf("на На")

// ofSector reports whether the word at token i has the ending of a sector's adjective behind
// "на".
func (s *placeScan) ofSector(i int) bool {
	w := s.d.str(i)
	return strings.HasSuffix(w, "ском") || strings.HasSuffix(w, "цком") || strings.HasSuffix(w, "ському") || strings.HasSuffix(w, "цькому")
}

// smallSector reports whether the small word at token i has the form of an adjective made
// from the name of a town.
func (s *placeScan) smallSector(i int) bool {
	w := s.d.str(i)
	if len(w) < 14 || strings.HasPrefix(w, "морськ") || strings.HasPrefix(w, "морск") || s.d.toks[i].phrase != 0 {
		return false
	}
	for _, e := range [...]string{"ському", "цькому", "ський", "цький", "ського", "цького", "ським", "цьким", "ских", "ском", "цком", "ское", "цкое", "ского", "цкого", "ским", "цким", "скому", "цкому"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// waterWords are the beginnings of words before the name of a river: "форсувати Оскіл", "на
// левом берегу Днепра".
var waterWords = [...]string{"форс", "берег", "берез", "долин", "русл", "гирл", "усть", "переправ", "заплав", "пойм", "дельт", "приток", "лівобереж", "правобереж"}

// atWater reports whether a word before the name tells that it is a river's, in Ukrainian
// and Russian.
func (s *placeScan) atWater(p *spot) bool {
	d := s.d
	if k := int(p.first) - 2; k >= 0 && d.str(k+1) == "через" {
		for _, b := range [...]string{"міст", "мост", "понтон", "дамб", "паром"} {
			if strings.HasPrefix(strings.ToLower(d.str(k)), b) {
				return true // "міст через Оскіл"
			}
		}
	}
	for k := int(p.first) - 1; k >= 0 && k >= int(p.first)-2 && d.toks[k].kind == wordToken; k-- {
		w := d.str(k)
		for _, b := range waterWords {
			if strings.HasPrefix(w, b) {
				return true
			}
		}
	}
	return false
}

// namedByLand reports whether token i is the adjective of a sector that is named after a
// land and no town: "на Південно-Слобожанському напрямку".
func (s *placeScan) namedByLand(i int) bool {
	w := strings.ToLower(s.d.str(i))
	for _, stem := range landSectors {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

var landSectors = []string{"слобожанськ", "придніпровськ", "поліськ", "волинськ", "слобожанск", "приднепровск", "полесск", "волынск"}

// beforeStop is the token before token i, or the abbreviation whose full stop stands there:
// "ул. Киевская".
func (s *placeScan) beforeStop(i int) int {
	if k := i - 1; k > 0 && s.d.char(k) == '.' && s.d.has(k-1, abbreviation) {
		return k - 1
	}
	return i - 1
}

// streetOf reports whether the street at token k has no name of its own, so that a town's
// stands behind it: "по центральной улице Авдеевки", "на головній вулиці Лимана".
func (s *placeScan) streetOf(k int) bool {
	return k > 0 && s.d.isOf(k-1, &plainStreets)
}

var plainStreets = listOf("центральной центральная центральную центральные центральных главной главная главную пустой пустые пустых соседней одной центральній центральна центральну центральною головній головна головну порожній порожня сусідній одній вузькій узкой")

// partOfCity reports whether a raion with the name of a town right behind it is a part of
// that town and so another than the one that the gazetteer knows: "у Дніпровському районі
// Херсона", "в Киевском районе Донецка".
func (s *placeScan) partOfCity(p *spot) bool {
	const near = 40 // km
	if k := s.raionBehind(p); k > 0 && (s.d.isOf(k+1, &ofTheCity) || !s.anyKindOf(p, kindSet(geo.Region)) && s.cityBeside(p) || s.farRaion(p)) {
		return true // "у Шевченківському районі міста", "у Дніпрі … у Соборному районі"
	}
	k := int(p.index) + 1
	if k >= len(s.spots) || s.spots[k].first > p.to+1 || s.spots[k].sent != p.sent || !s.d.isOf(int(s.spots[k].first)-1, &raionWords) {
		return false
	}
	raion, city := false, false
	for _, c := range s.names[s.spots[k].name].candidates {
		if c.place.Kind != geo.Settlement || c.place.Population < bigTown {
			continue
		}
		city = true
		for _, own := range s.names[p.name].candidates {
			if own.near(&c) < near {
				return false
			}
			raion = true
		}
	}
	return raion && city
}

// raionBehind is the token of the word for a raion right behind an adjective in the singular
// or at the end of its name; 0 when there is none.
func (s *placeScan) raionBehind(p *spot) int {
	for _, k := range [...]int{int(p.end) - 1, int(p.end)} {
		if k > int(p.first) && k < len(s.d.toks) && s.d.isOf(k, &raionWords) && s.d.toks[k].sent == p.sent && s.unitStem(int(p.first)) != "" {
			return k
		}
	}
	return 0
}

// cityRaions are the stems of the adjectives that raions of several cities share with one of
// an oblast.
var cityRaions = [...]string{"дніпровськ", "подільськ", "покровськ", "приморськ", "днепровск", "подольск", "покровск", "приморск"}

// farRaion reports whether the name right before is that of a city in another oblast than the
// raion that the gazetteer knows, whose name those of cities share: "по Херсону. Найбільше
// дісталося Дніпровському району".
func (s *placeScan) farRaion(p *spot) bool {
	if !slices.Contains(cityRaions[:], s.unitStem(int(p.first))) {
		return false
	}
	i := int(p.index) - 1
	for i >= 0 && s.spots[i].sent+1 >= p.sent && s.raionBehind(&s.spots[i]) > 0 {
		i--
	}
	if i < 0 || s.spots[i].sent+1 < p.sent {
		return false
	}
	for n := range s.names[s.spots[i].name].candidates {
		c := &s.names[s.spots[i].name].candidates[n]
		if c.place.Kind != geo.Settlement || c.place.Population < cityWithRaions || c.adjective {
			continue
		}
		for m := range s.names[p.name].candidates {
			if s.names[p.name].candidates[m].region == c.region {
				return false
			}
		}
		return true
	}
	return false
}

// cityBeside reports whether one of the names next to p in its sentence, or the one before
// them, is that of a town with raions of its own.
func (s *placeScan) cityBeside(p *spot) bool {
	const around = 4 // names
	i := int(p.index)
	for k := max(0, i-around); k < min(len(s.spots), i+around); k++ {
		q := &s.spots[k]
		if k == i || q.sent > p.sent || q.sent+1 < p.sent || s.raionBehind(q) > 0 {
			continue
		}
		for n := range s.names[q.name].candidates {
			if c := &s.names[q.name].candidates[n]; c.place.Kind == geo.Settlement && c.place.Population >= cityWithRaions && !c.adjective {
				return true
			}
		}
	}
	return false
}

// cityWithRaions is the people from which a town that is named somewhere near is taken to
// have the raion.
const cityWithRaions = 200_000

var ofTheCity = listOf("міста города")

// bigTown is the people from which a town has raions of its own.
const bigTown = 50_000

var raionWords = listOf("район районі району районом районе района районам районах")

// partsOfTowns are the nouns behind which the name of a capital is the town's.
var partsOfTowns = listOf("район районі району районом райони районах районів районе района районы районов околиці околицях околицю центрі центр центру передмісті передмістя мешканець мешканка мешканці мешканців жителі жителів житель жительница жители жителей мер мера мэр мэра мэром мером пригороде пригород окраине окраинах окраины центре центра аеропорту аеропорт аэропорту аэропорт вулицях улицах улицы вулиці місті місто город городе города міста")

// lendsPlace reports whether the name right behind p is the one that bears what follows:
// "освободили Предтечино Донецкой Народной Республики".
func (s *placeScan) lendsPlace(p *spot) bool {
	k := int(p.index) + 1
	return s.d.lang != geo.English && k < len(s.spots) && s.spots[k].first == p.to
}

// seaWords are the cases of the word for a sea.
var seaWords = listOf("море моря морю морем морі")

// sea finds the sea whose name the gazetteer has in the nominative only: "над Чорним морем".
func (s *placeScan) sea(i int) []gazetteer.Hit {
	d := s.d
	if d.lang == geo.English || i+1 >= len(d.toks) || d.toks[i+1].caps != lowerCase || !d.isOf(i+1, &seaWords) || d.toks[i].end-d.toks[i].start < 8 {
		return nil
	}
	w := lowerSlavic(d.str(i))
	for _, e := range pairFirst {
		stem, ok := strings.CutSuffix(w, e.of)
		if !ok || e.to != "е" && e.to != "ое" {
			continue
		}
		if n, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(stem + e.to)), gazetteer.HashWord([]byte("море"))}); n == 2 {
			return hits
		}
	}
	return nil
}

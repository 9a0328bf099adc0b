package read

import "strings"

// opensSentence reports whether the name has its capital from its place alone: it is the
// first word of a sentence of Ukrainian or Russian, and a word of every day or an adjective
// before its noun: "Снова слышны взрывы", "Мирное население уходит".
func (s *placeScan) opensSentence(p *spot, sg sign) bool {
	d := s.d
	first, k := int(p.first), int(p.to)
	if d.sents[p.sent].first != first && d.toks[first-1].kind != openToken || p.before != 0 {
		return false
	}
	if k >= len(d.toks) || d.toks[k].sent != p.sent || d.toks[k].kind != wordToken {
		return sg&signOpening != 0
	}
	if sg&signOpening != 0 {
		return !d.isOf(k, &befallen) && (k+1 >= len(d.toks) || !d.isOf(k+1, &befallen))
	}
	return d.toks[k].caps == lowerCase && endsIn(d.str(first), neuterAdjectives) && endsIn(d.str(k), neuterNouns)
}

// befallen is what happens to places only: "Победа взята", "Надія звільнена".
var befallen = listOf("взят взята взято взяты освобожден освобождена освобождено освобождены освобождён захвачен захвачена захвачено занят занята занято заняты зачищен зачищена зачищено обстрелян обстреляна обстреляно атакован атакована атаковано окружен окружена окружено окружён наш наша наше оккупирован оккупирована оккупировано взятий звільнено звільнена звільнений захоплено захоплена захоплений окуповано окупована окупований обстріляно обстріляна оточено оточена оточений зайнято зайнята")

// The endings of adjectives and nouns of the neuter; the short participles of "взято" and
// "освобождено" end otherwise.
var (
	neuterAdjectives = []string{"ое", "ее", "не", "ве", "ке", "ре", "ле", "те"}
	neuterNouns      = []string{"ние", "тие", "рие", "сие", "мя", "ство", "море", "поле", "небо", "утро", "лето", "село", "место", "дело", "слово", "право", "число", "ння", "ття", "тво", "місто", "слово", "небо", "життя", "літо"}
)

func endsIn(w string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

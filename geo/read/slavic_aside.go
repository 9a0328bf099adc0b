package read

// asideOpeners begin words of one or two tokens between commas that no clause is cut at: "проте
// мешканці, на щастя, не постраждали".
var asideOpeners = listOf("щастя жаль счастью сожалению правило речі слову слова сути суті мабуть напевно вероятно видимо похоже схоже очевидно вочевидь возможно можливо ймовірно наверное конечно звісно відомо известно")

// asideLeads stand before those of two tokens.
var asideLeads = listOf("на к как як до по судячи судя")

// pastAsides is the comma that closes the aside which the comma at token i opens, before token hi;
// i where none does.
func (s *slavic) pastAsides(i, hi int) int {
	d := s.d
	if !s.isMark(i, ',') {
		return i
	}
	k := i + 1
	if d.isOf(k, &asideLeads) {
		k++
	}
	if k+1 < hi && d.isOf(k, &asideOpeners) && s.isMark(k+1, ',') {
		return k + 1
	}
	return i
}

// sharedSubject reports whether the clause that ends at the "and" of token i, and starts with a
// relative word behind the last comma in tokens [first, i), has no verb yet: what "and" joins are
// those who do what follows.
func (s *slavic) sharedSubject(first, i int) bool {
	k := i - 1
	for k > first && !s.edge(k) {
		k--
	}
	return k > first && (s.x.is(k+1, slavicRelative) || s.d.isOf(k+1, &whereFrom)) && !s.anyFinite(k+1, i)
}

var whereFrom = listOf("звідки откуда куди куда де где")

// behindAside is the token behind the aside that the comma at token i opens, i where none does.
func (s *slavic) behindAside(i, hi int) int {
	if k := s.pastAsides(i, hi); i < hi && k > i {
		return min(k+1, hi)
	}
	return i
}

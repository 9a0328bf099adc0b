package read

import "contested/geo"

// posts reports whether the word for a medium at token i is one for channels of those who write of
// the war: whom a channel of one side cites without more is of that side.
func (s *slavic) posts(i int) bool {
	return startsWithAny(s.x.str(s.d, i), []string{"канал", "телеграм", "паблик", "паблік", "блог"})
}

// sidedMedium reports whether a medium of one side stands right behind the general word for
// what it is: "Канал Mash", "телеграм-канал «Рибар»".
func (s *slavic) sidedMedium(h, body *slavicHit) bool {
	return h.p.class == geo.Media && h.p.party != geo.Press && body.p.class == geo.Media && body.p.party == geo.Press && body.p.name == "" && h.first <= body.end+1
}

// mediumStems begin the words for where people post.
var mediumStems = []string{"telegram", "телеграм", "facebook", "фейсбу", "канал", "блог", "instagram", "соцмереж", "соцсет", "twitter", "мессенджер", "месенджер", "youtube"}

var postedIn = listOf("в у на")

// pastMedium is the token behind the words, at the start of tokens [i, j), for where somebody has
// posted, before who it is: "сообщил в своем Telegram-канале мэр N"; 0 for none.
func (s *slavic) pastMedium(i, j int) int {
	d := s.d
	const far = 4 // tokens
	if !d.isOf(i, &postedIn) {
		return 0
	}
	for k := i + 1; k < j && k <= i+far && d.toks[k].kind == wordToken; k++ {
		if !startsWithAny(s.x.str(d, k), mediumStems) {
			if d.toks[k].caps != lowerCase || s.finite(k) {
				return 0
			}
			continue
		}
		if k+2 < j && d.toks[k+1].kind == hyphenToken {
			k += 2
		}
		return k + 1
	}
	return 0
}

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

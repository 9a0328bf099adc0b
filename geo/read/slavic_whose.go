package read

import (
	"sort"
	"strings"

	"contested/geo"
)

// maxAsked is how many sentences before a speaker the question may stand that asks for its word.
const maxAsked = 10

// sideAsked is the side whose word the last question before token i, in its paragraph or alone
// before it, asks for: "Что утверждает Россия? Начальник Генштаба доложил о взятии N".
func (s *slavic) sideAsked(i int) geo.Party {
	d := s.d
	sent := int(d.toks[i].sent)
	for n := sent - 1; n >= max(0, sent-maxAsked); n-- {
		st := &d.sents[n]
		if apart := d.sents[sent].block - st.block; apart > 1 || apart == 1 && d.sents[sent-1].block == st.block && n != sent-1 {
			break
		}
		if d.char(st.end-1) != '?' {
			continue
		}
		side, said := geo.UnknownParty, false
		for _, h := range s.x.in(st.first, st.end) {
			if h.p.kind == slavicParty && h.p.country && side == geo.UnknownParty {
				side = h.p.party
			}
			said = said || h.p.kind == slavicCue || s.x.is(h.first, slavicSaying)
		}
		for k := st.first; k < st.end; k++ {
			said = said || startsWithAny(s.x.str(d, k), standStems)
		}
		if said {
			return side
		}
		break
	}
	return geo.UnknownParty
}

var (
	standStems = []string{"позиц", "верс", "аргумент"}
	// eitherStems begin the names of bodies that both states have.
	eitherStems = []string{"генштаб", "генеральн", "міноборон", "миноборон", "мзс", "мид", "міністерств", "министерств", "міністр", "министр", "головнокоманд", "главнокоманд", "головком", "главком", "президент", "угрупован", "группировк", "командуван", "командован"}
)

// eitherSide reports whether a body may be that of either state by its name.
func (s *slavic) eitherSide(h *slavicHit) bool {
	if h.p.party != geo.Russia && h.p.party != geo.Ukraine || !startsWithAny(s.x.str(s.d, h.first), eitherStems) {
		return false
	}
	for i := h.first; i < h.end; i++ {
		if g, ok := s.x.find(slavicParty, i); ok && (g.p.country || s.d.toks[i].caps == upperCase && i > h.first) {
			return false
		}
	}
	return true
}

// unnamed reports whether a speaker is a source or a diplomat whom nothing ties to a state: nobody
// knows whose, unless the publisher is a side's. Those who know of a body's papers are no body's.
func (s *slavic) unnamed(a *attribution, e *actor, p np, tied bool) bool {
	if tied || !startsWithAny(s.x.str(s.d, p.first), vagueStems) && !(p.first+1 < p.end && startsWithAny(s.x.str(s.d, p.first+1), vagueStems)) {
		return false
	}
	for i := p.first; i < p.end; i++ {
		if s.placeAt(i) || s.x.is(i, slavicIn) {
			return false // "источник в N", "джерела у спецслужбі"
		}
	}
	if by := s.d.article.Publisher.Party; by == geo.Russia || by == geo.Ukraine {
		return false
	}
	e.class = geo.Authority
	if n := len(e.why); s.saysOwnSide(a, e) && strings.HasPrefix(s.x.low[e.why[n].Span.Start:], "рос") {
		e.party, e.weight, e.why = geo.UnknownParty, 0, e.why[:n] // everybody says "росіяни"
	}
	return true
}

// captiveStems begin words for captives: those of whom a side's publisher writes are the other's.
var captiveStems = []string{"пленн", "военнопленн", "полонен"}

// invaderStems begin words for the enemy that only Ukraine's side has.
var invaderStems = []string{"окупант", "загарбник", "оккупант", "захватчик", "рашист"}

// vagueStems begin words for speakers who are not named.
var vagueStems = []string{"источник", "собеседник", "дипломат", "джерел", "співрозмовник"}

// channelGroup is where the text speaks of channels of a side.
type channelGroup struct {
	at   int // token
	side geo.Party
}

// findChannelGroups finds where the text speaks of several channels of a side: "російські
// телеграм-канали поширили", "провоенные паблики".
func (s *slavic) findChannelGroups() {
	for k := range s.x.hits {
		h := &s.x.hits[k]
		if h.p.kind != slavicParty || h.p.class != geo.Media || h.p.name != "" && h.p.name != closeToArmy {
			continue
		}
		side := h.p.party
		if side == geo.Press && h.first > 0 {
			if g, ok := s.x.find(slavicParty, h.first-1); ok && g.p.country {
				side = g.p.party
			}
		}
		if side != geo.Russia && side != geo.Ukraine || !s.manyChannels(h.first, h.end) {
			continue
		}
		if n := len(s.channels); n == 0 || s.channels[n-1].at < h.first {
			s.channels = append(s.channels, channelGroup{h.first, side})
		}
	}
}

// manyChannels reports whether a plural of a word for channels stands in tokens [i, j) or behind.
func (s *slavic) manyChannels(i, j int) bool {
	for j < len(s.d.toks) && s.d.toks[j].kind == hyphenToken {
		j += 2
	}
	for ; i < min(j+1, len(s.d.toks)); i++ {
		if s.d.isOf(i, &channelPlurals) {
			return true
		}
	}
	return false
}

var channelPlurals = listOf("канали каналів каналах каналами пабліки пабліків пабліках блогери блогерів каналы каналов паблики пабликов пабликах блогеры блогеров")

// maxChannelReach is how many tokens behind the group that it belongs to a channel may stand.
const maxChannelReach = 500

// channelSide is the side of the channels of which the text has spoken before token i.
func (s *slavic) channelSide(i int) geo.Party {
	k := sort.Search(len(s.channels), func(k int) bool { return s.channels[k].at >= i }) - 1
	if k < 0 || i-s.channels[k].at > maxChannelReach {
		return geo.UnknownParty
	}
	return s.channels[k].side
}

// otherSurname reports whether what looks like the surname of a listed person is the given name
// of somebody else, with a surname of its own behind it: "Игнат Северский".
func (s *slavic) otherSurname(h *slavicHit) bool {
	d := s.d
	k := h.end
	return k == h.first+1 && k < len(d.toks) && d.toks[k].sent == d.toks[h.first].sent && d.toks[k].kind == wordToken && d.toks[k].caps == titleCase && len(s.x.starting(k)) == 0 &&
		(h.first == 0 || d.toks[h.first-1].caps != titleCase || d.sents[d.toks[h.first].sent].first == h.first-1)
}

// serves reports whether the word at token i is a trade that armies have, too, before the
// unit that somebody serves in: "медик батальона".
func (s *slavic) serves(i int) bool {
	w := s.x.str(s.d, i)
	for _, stem := range [...]string{"медик", "парамедик", "водитель", "водій", "водія", "врач", "лікар", "хирург", "хірург", "инженер", "інженер", "повар", "кухар", "священник", "священик"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

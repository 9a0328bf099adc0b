package read

import (
	"strings"

	"contested/geo"
)

// What settles the capitals that their role in the clause leaves open: the words around, of the
// scene on the ground or of the business of governments, and the rest of the article.

// settle decides the capitals whose role told nothing: by the words around them, and by what the
// article has read the name as elsewhere.
func (s *placeScan) settle() {
	if len(s.open) == 0 {
		return
	}
	s.readAs = zeroed(s.readAs, len(s.names))
	for i := range s.spots {
		switch p := &s.spots[i]; {
		case p.rejected:
		case p.use == geo.Metonym && s.capital(p):
			s.readAs[p.name].ruler++
		case p.use == geo.Literal && p.before&(placing&^signIn&^signTold) != 0:
			s.readAs[p.name].town += 2
		case p.use == geo.Literal && p.before&(signIn|signTold) != 0:
			s.readAs[p.name].town++
		}
	}
	var all readAs
	for i := range s.readAs {
		all.ruler, all.town = all.ruler+s.readAs[i].ruler, all.town+s.readAs[i].town
	}
	for _, i := range s.open {
		p := &s.spots[i]
		if p.list > 0 && s.spots[p.list-1].use == geo.Literal && s.spots[p.list-1].before&placing != 0 {
			continue
		}
		n := s.leaning(p) + s.readAs[p.name].lean()
		if n > 0 || n == 0 && all.ruler > all.town {
			p.use = geo.Metonym
			p.why = append(p.why, geo.Evidence{Rule: "metonym.article", Span: p.name0(s)})
		}
	}
}

// readAs counts how often an article has been read to mean the government by a name, and how often
// the town, with more weight where the town is moved to, struck or measured from.
type readAs struct{ ruler, town int32 }

// lean is what that says of one more mention: above 0 for the government.
func (n readAs) lean() int {
	const clear = 3 // mentions
	switch {
	case n.ruler >= clear && n.ruler > 2*n.town:
		return 2
	case n.ruler > n.town:
		return 1
	case n.town > n.ruler:
		return -2
	}
	return 0
}

// sceneBehind reports whether words of a town stand in the clause from token k on.
func (s *placeScan) sceneBehind(k, end int) bool {
	const far = 8 // tokens
	for j := k; j < min(end, k+far) && !s.d.endsClause(j); j++ {
		if s.ofTown(j) || s.signs(j)&signPlight != 0 {
			return true
		}
	}
	return false
}

// leaning counts the words of governing around the name against those of the scene.
func (s *placeScan) leaning(p *spot) int {
	d := s.d
	const near = 8
	st, end := d.sents[p.sent].first, d.sents[p.sent].end
	n := 0
	look := func(j int) {
		switch {
		case s.ofScene(j):
			n -= 2
		case s.ofDealing(j), d.isOf(j, &stateNouns):
			n++
		}
	}
	for j := int(p.first) - 1; j >= st && j >= int(p.first)-near && (!d.endsClause(j) || d.char(j) == ':'); j-- {
		look(j)
	}
	for j := int(p.to); j < end && j < int(p.to)+near && !d.endsClause(j); j++ {
		look(j)
	}
	return n
}

// abstract reports whether the noun at token k has the form of one for what is done, felt or
// agreed.
func (s *placeScan) abstract(k int) bool {
	w := s.d.str(k)
	if len(w) < 7 || s.d.toks[k].tag != nounTag && s.d.toks[k].tag != ingTag {
		return false
	}
	for _, e := range [...]string{"tion", "sion", "ness", "ment", "ance", "ence", "ship", "acy", "ity", "tions", "ments"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// ofScene reports whether word token k is of the scene on the ground, and ofDealing whether it is
// of what governments think, say, own and agree.
func (s *placeScan) ofScene(k int) bool {
	return s.signs(k)&(signScene|signWar|signPlight|signStrike) != 0 || s.d.isOf(k, &ofTown)
}

// ofTown reports whether word token k is what a town has and no government.
func (s *placeScan) ofTown(k int) bool { return s.signs(k)&signScene != 0 || s.d.isOf(k, &ofTown) }

func (s *placeScan) ofDealing(k int) bool {
	return s.signs(k)&(signDealing|signNoun|signMind|signMood) != 0 || s.d.has(k, claimNoun|docWord)
}

// governmentBefore reports whether one of the last names before it in the sentence stands
// for a government.
func (s *placeScan) governmentBefore(p *spot) bool {
	const far = 8 // names
	for i := int(p.index) - 1; i >= max(0, int(p.index)-far) && s.spots[i].sent == p.sent; i-- {
		if s.spots[i].use == geo.Metonym {
			return true
		}
	}
	return false
}

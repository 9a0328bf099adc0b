package session

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"net/url"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/project"
)

// Versions of an article are articles with the same canonical address and
// another text: a publisher changed the page and it was imported again. Each
// stays as it came, with its own readings and corrections.

// Versions lists the versions of an article, the oldest import first, and which
// of them this one is; nil when there is only one.
func (s *State) Versions(id geo.ArticleID) (list []geo.ArticleID, at int) {
	list = s.versions[id]
	return list, slices.Index(list, id)
}

// trackers are the parameters of an address that say how somebody came to the
// page, not which page it is.
var trackers = []string{"fbclid", "gclid", "yclid", "dclid", "mc_cid", "mc_eid", "igshid", "ref_src"}

// canonical is an address without what does not tell pages apart: scheme, "www.",
// fragment, trackers, a slash at the end. The front page of a site is no
// article's address: empty.
func canonical(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	q := u.Query()
	for k := range q {
		if strings.HasPrefix(k, "utm_") || slices.Contains(trackers, k) {
			q.Del(k)
		}
	}
	if path == "" && len(q) == 0 {
		return ""
	}
	s := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + path
	if len(q) > 0 {
		s += "?" + q.Encode() // sorted
	}
	return s
}

// addressOf tells the canonical address of an article from others: a hash of it,
// 0 for none.
func addressOf(a *geo.Article) uint64 {
	if a.URL == "" {
		return 0
	}
	address := canonical(a.URL)
	if address == "" {
		return 0
	}
	h := sha256.Sum256([]byte(address))
	return max(1, binary.LittleEndian.Uint64(h[:]))
}

// findVersions groups the articles by address; with addresses given, these alone are
// looked at anew. The map that it changes must be the state's own, or nil.
func (s *State) findVersions(addresses map[uint64]bool) {
	count := make(map[uint64]int32, len(addresses))
	for _, h := range s.address {
		if h != 0 && (addresses == nil || addresses[h]) {
			count[h]++
		}
	}
	if s.versions == nil {
		s.versions = map[geo.ArticleID][]geo.ArticleID{}
	}
	groups := map[uint64][]*geo.Article{} // in the order of import
	for _, a := range s.contents.Articles {
		if r, ok := s.rank[a.ID]; ok && count[s.address[r]] > 1 {
			groups[s.address[r]] = append(groups[s.address[r]], a)
		}
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b *geo.Article) int { return a.Fetched.Compare(b.Fetched) })
		list := make([]geo.ArticleID, len(group))
		for n, a := range group {
			list[n] = a.ID
		}
		for _, id := range list {
			s.versions[id] = list
		}
	}
}

// passage is the words of a claim, by which it is found again in another version.
type passage struct{ excerpt, content string }

func passageOf(c *geo.Claim, a *geo.Article) passage {
	var b strings.Builder
	for _, s := range c.Content {
		b.WriteString(s.Of(a.Text) + "\n")
	}
	return passage{c.Excerpt.Of(a.Text), b.String()}
}

// findRepeated notes the claims of older versions that the newest has in the same
// words. One that was corrected stays until its correction was taken over.
func (s *State) findRepeated(list []geo.ArticleID) {
	newest := s.Article(list[len(list)-1])
	in := map[passage]bool{}
	if r := s.contents.Readings[newest.ID]; r != nil {
		for i := range r.Claims {
			if c := &r.Claims[i]; c.Validate(newest) == nil {
				in[passageOf(c, newest)] = true
			}
		}
	}
	for _, c := range s.ClaimsOf(newest.ID) {
		in[passageOf(c, newest)] = true
	}
	offered := map[geo.ClaimID]bool{}
	for _, k := range s.Offered(newest.ID) {
		offered[k.from] = true
	}
	for _, id := range list[:len(list)-1] {
		a := s.Article(id)
		for i := s.first[s.rank[id]]; i < s.first[s.rank[id]+1]; i++ {
			c := s.Claims[i]
			s.facts[i].marks &^= isRepeated
			if in[passageOf(c, a)] && !offered[c.ID] {
				s.facts[i].marks |= isRepeated
			}
		}
	}
}

// findRepeatedAnew is findVersions and findRepeated for what articles that came, went
// or were corrected have a part in.
func (s *State) findRepeatedAnew(before *State, ch change, affected []int32) {
	anew := map[geo.ArticleID]bool{}
	for _, r := range affected {
		anew[s.Articles[r].ID] = true
	}
	if len(ch.gone)+len(ch.come) > 0 {
		addresses := map[uint64]bool{}
		s.versions = maps.Clone(s.versions)
		for _, a := range ch.gone {
			addresses[before.address[before.rank[a.ID]]] = true
			for _, id := range before.versions[a.ID] {
				delete(s.versions, id)
				anew[id] = true
			}
		}
		for _, a := range ch.come {
			addresses[s.address[s.rank[a.ID]]] = true
		}
		s.findVersions(addresses)
	}
	done := map[geo.ArticleID]bool{}
	for id := range anew {
		list := s.versions[id]
		if len(list) == 0 {
			list = []geo.ArticleID{id}
		}
		if done[list[0]] {
			continue
		}
		done[list[0]] = true
		for _, id := range list {
			if r, ok := s.rank[id]; ok {
				for i := s.first[r]; i < s.first[r+1]; i++ {
					s.facts[i].marks &^= isRepeated
				}
			}
		}
		if len(list) > 1 {
			s.findRepeated(list)
		}
	}
}

// Offer is a correction of an older version that also fits a newer one.
type Offer struct {
	Correction geo.Correction // for the newer version
	From       geo.ArticleID  // the version that it was made for
	from       geo.ClaimID
}

// Offered are the corrections of older versions of an article that would hold
// for this one: the sentence stands in it in the same words, once, and nobody has
// corrected its claim there.
func (s *State) Offered(id geo.ArticleID) []Offer {
	list, at := s.Versions(id)
	a := s.Article(id)
	if at <= 0 || a == nil {
		return nil
	}
	mine := map[geo.ClaimID]bool{}
	for _, i := range s.corrections.in[id] {
		mine[s.corrections.keys[i]] = true
	}
	read := map[geo.ClaimID]bool{}
	if r := s.contents.Readings[id]; r != nil {
		for i := range r.Claims {
			read[r.Claims[i].ID] = true
		}
	}
	var out []Offer
	for n := at - 1; n >= 0; n-- { // of two versions, the nearer decides
		decided := map[geo.ClaimID]bool{}
		for _, k := range s.corrections.by(list[n]) {
			next, ok := s.shifted(k, s.Article(list[n]), a)
			to := geo.NewClaimID(id, next.Content)
			if !ok || mine[to] || !(read[to] || k.Added != nil) {
				continue
			}
			decided[to] = true
			out = append(out, Offer{next, list[n], geo.NewClaimID(k.Article, k.Content)})
		}
		for to := range decided {
			mine[to] = true
		}
	}
	return out
}

// shifted is a correction as it would be for another version of its article: the
// same words in the same sentence, wherever that stands now.
func (s *State) shifted(k geo.Correction, from, to *geo.Article) (geo.Correction, bool) {
	excerpt := geo.Span{}
	if k.Added != nil {
		excerpt = k.Added.Excerpt
	} else if r := s.contents.Readings[from.ID]; r != nil {
		id := geo.NewClaimID(k.Article, k.Content)
		for i := range r.Claims {
			if r.Claims[i].ID == id {
				excerpt = r.Claims[i].Excerpt
			}
		}
	}
	if excerpt.In(from.Text) != nil {
		return k, false
	}
	words := excerpt.Of(from.Text)
	start := strings.Index(to.Text, words)
	if start < 0 || strings.Contains(to.Text[start+1:], words) {
		return k, false // gone, or not to be told from another
	}
	ok := true
	move := func(s geo.Span) geo.Span {
		if s == (geo.Span{}) {
			return s
		}
		ok = ok && excerpt.Covers(s)
		return geo.Span{Start: s.Start - excerpt.Start + start, End: s.End - excerpt.Start + start}
	}
	all := func(list []geo.Span) []geo.Span {
		out := slices.Clone(list)
		for i := range out {
			out[i] = move(out[i])
		}
		return out
	}
	places := func(list []geo.PlaceRef) []geo.PlaceRef {
		out := slices.Clone(list)
		for i := range out {
			out[i].Span = move(out[i].Span)
		}
		return out
	}
	next := k
	next.ID, next.Article, next.Content = "", to.ID, all(k.Content)
	if k.Span != nil {
		list := all(*k.Span)
		next.Span = &list
	}
	if k.Places != nil {
		list := places(*k.Places)
		next.Places = &list
	}
	if k.Added != nil {
		c := *k.Added
		c.Article, c.Content, c.Excerpt = to.ID, all(c.Content), move(c.Excerpt)
		c.Cue, c.Speaker, c.Places = all(c.Cue), all(c.Speaker), places(c.Places)
		c.Why = slices.Clone(c.Why)
		for i := range c.Why {
			c.Why[i].Span = move(c.Why[i].Span)
		}
		c.ID = geo.NewClaimID(to.ID, c.Content)
		next.Added = &c
	}
	return next, ok
}

// TakeOver applies the corrections that are offered for an article, as one
// action, and returns how many there were. Those of the older versions stay.
func (s *Session) TakeOver(id geo.ArticleID) (n int, err error) {
	offers := s.State().Offered(id)
	if len(offers) == 0 {
		return 0, nil
	}
	list := make([]geo.Correction, len(offers))
	now := s.config.Now()
	for i, o := range offers {
		list[i] = o.Correction
		list[i].At = now
	}
	name := "take over " + count(len(list), "correction", "corrections") + " of an older version"
	return len(list), s.act(func(p *project.Project) error { return p.Correct(name, list...) })
}

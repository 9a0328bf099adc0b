package session

import (
	"sync"

	"contested/geo"
)

// finder says which article a claim was read in, by the claim's id. It is made
// when it is first asked, because in a large document that takes a while and a map
// needs none of it. States of the same readings share one.
type finder struct {
	once sync.Once
	in   map[geo.ClaimID]int32 // where the article stands in Articles
}

func (f *finder) article(s *State, id geo.ClaimID) (geo.ArticleID, bool) {
	f.once.Do(func() {
		f.in = make(map[geo.ClaimID]int32, len(s.Claims))
		for i := range s.Articles {
			if r := s.contents.Readings[s.Articles[i].ID]; r != nil {
				for k := range r.Claims {
					f.in[r.Claims[k].ID] = int32(i)
				}
			}
		}
	})
	i, ok := f.in[id]
	if !ok {
		return "", false
	}
	return s.Articles[i].ID, true
}

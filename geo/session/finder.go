package session

import (
	"maps"
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/project"
)

// finder says which article a claim was read in, by the claim's id. It is made
// when it is first asked, because in a large document that takes a while and a map
// needs none of it. States that follow from each other share most of it.
type finder struct {
	once     sync.Once
	contents *project.Contents // what it is made of; nil once it is
	articles []*geo.Article
	slots    []slot // open addressing: a claim stands at its hash or after it
	more     map[geo.ClaimID]geo.ArticleID
	base     *finder // where what is not in more is looked for; nil: here
}

// slot is 1 and the article of a claim, and a part of the hash of the claim's id.
// That it is the claim is seen when it is looked for in the article.
type slot struct{ article, tag uint32 }

// maxMore is how many claims of articles that came since are kept beside those of a
// finder before it is made anew.
const maxMore = 20_000

// with is the finder that also finds the claims of articles that came.
func (f *finder) with(now *project.Contents, come []*geo.Article) *finder {
	next := &finder{base: f, more: map[geo.ClaimID]geo.ArticleID{}}
	if f.base != nil {
		next.base, next.more = f.base, maps.Clone(f.more)
	}
	for _, a := range come {
		if r := now.Readings[a.ID]; r != nil {
			for k := range r.Claims {
				next.more[r.Claims[k].ID] = a.ID
			}
		}
	}
	if len(next.more) > maxMore {
		return &finder{contents: now}
	}
	return next
}

// articlesOf calls f with the articles in which the claim may have been read, one of
// which is the one in which it was, until f returns false.
func (f *finder) articlesOf(id geo.ClaimID, found func(geo.ArticleID) bool) {
	if f.base != nil {
		if a, ok := f.more[id]; ok && !found(a) {
			return
		}
		f.base.articlesOf(id, found)
		return
	}
	f.once.Do(f.fill)
	h := hashOf(id)
	for i := h % uint64(len(f.slots)); f.slots[i].article != 0; i = (i + 1) % uint64(len(f.slots)) {
		if s := f.slots[i]; s.tag == uint32(h>>32) && !found(f.articles[s.article-1].ID) {
			return
		}
	}
}

func (f *finder) fill() {
	n := 0
	for _, r := range f.contents.Readings {
		n += len(r.Claims)
	}
	f.articles, f.slots = slices.Clone(f.contents.Articles), make([]slot, n+n/2+1)
	for k, a := range f.articles {
		r := f.contents.Readings[a.ID]
		if r == nil {
			continue
		}
		for c := range r.Claims {
			h := hashOf(r.Claims[c].ID)
			i := h % uint64(len(f.slots))
			for f.slots[i].article != 0 {
				i = (i + 1) % uint64(len(f.slots))
			}
			f.slots[i] = slot{uint32(k) + 1, uint32(h >> 32)}
		}
	}
	f.contents = nil
}

// hashOf is FNV-1a.
func hashOf(id geo.ClaimID) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h
}

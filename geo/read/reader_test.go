package read

import (
	"reflect"
	"slices"
	"testing"

	"contested/geo"
)

// TestPassedOver holds what is passed over, because a sentence has no word of a list, no
// anchor or no mark, to what is read when every sentence seems to have all of them.
func TestPassedOver(t *testing.T) {
	r := reader(t)
	lex := r.lex[geo.English]
	few, all := lex.typeAnchors, slices.Repeat([]wideAnchors{{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}}, len(lex.typeAnchors))
	for _, set := range goldSets {
		for _, g := range readGold(t, set) {
			lex.typeAnchors = all
			a := &geo.Article{ID: geo.ArticleID(g.ID), Title: g.Title, Text: g.Text, Publisher: geo.Publisher{Party: geo.Press}}
			d := r.parse(a)
			for s := range d.sents {
				st := &d.sents[s]
				st.colon, st.dash, st.quoted = true, true, true
				st.classes, st.checks = ^class(0), ^uint64(0)
				for k := range st.lists {
					st.lists[k] = ^uint64(0)
				}
				for k := range st.anchors {
					st.anchors[k] = ^uint64(0)
				}
			}
			for _, stage := range stages {
				stage(r, d)
			}
			r.write(d)
			lex.typeAnchors = few
			if want := r.Read(a); !reflect.DeepEqual(d.reading, want) {
				t.Errorf("%s of %s is read otherwise when nothing is passed over", a.ID, set)
			}
		}
	}
}

// TestReadAll holds articles that are read together to what each is read as alone,
// whatever stands beside it: another language, a text without words, one as long as all
// others.
func TestReadAll(t *testing.T) {
	r := reader(t)
	var articles []*geo.Article
	for _, set := range goldSets {
		for _, g := range readGold(t, set) {
			articles = append(articles, &geo.Article{ID: geo.ArticleID(g.ID), Title: g.Title, Text: g.Text, Publisher: geo.Publisher{Party: geo.Press}})
		}
	}
	n := 100
	for _, h := range hostile {
		articles = append(articles, &geo.Article{ID: geo.ArticleID(h.name), Text: h.text(n)})
		n = n*3/2%(2*maxTogether) + 100
	}
	articles = append(articles, &geo.Article{})
	for i, j := 0, len(articles)-1; i < j; i, j = i+2, j-2 { // sets and languages among each other
		articles[i], articles[j] = articles[j], articles[i]
	}
	for i, got := range r.ReadAll(articles) {
		if want := r.Read(articles[i]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read otherwise together with others", articles[i].ID)
		}
	}
	if got := r.ReadAll(nil); len(got) != 0 {
		t.Error("of no articles there are readings")
	}
}

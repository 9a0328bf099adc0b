package read

import (
	"slices"
	"strconv"

	"contested/geo"
)

// Where and when pictures were really made. Those that were made elsewhere, or long before,
// do not show what they were said to: "The clip was recorded in X in the spring of 2023".

var (
	madeWords   = listOf("filmed recorded shot taken captured photographed made posted uploaded published created generated staged")
	originVerbs = listOf("dates dated date comes come came originates originated stems")
	reallyWords = listOf("fact actually really originally")
	originSet   = setOf(&madeWords, &originVerbs)
)

// farOrigin is how many sentences behind what a picture is said to show its origin is told.
const farOrigin = 3

// tracesPictures marks what pictures were said to show where sentence s tells that they come
// from elsewhere or from another time; next is the first draft that does not start before it.
func (d *document) tracesPictures(s, next int) {
	st := &d.sents[s]
	for k := d.nextOf(st.first, st.end, &originSet); k < st.end; k = d.nextOf(k+1, st.end, &originSet) {
		be := k - 1
		for be > st.first && be > k-5 && !d.has(be, beWord) && !d.endsClause(be) {
			be--
		}
		made := d.isOf(k, &madeWords) && d.has(be, beWord)
		if !made && !(d.isOf(k, &originVerbs) && d.isAny(k+1, "from", "back") && d.toks[k].tag == verbTag) {
			continue
		}
		if !made {
			be = k
		}
		if d.denied(k, st.first) || !d.ofPicture(be, st.first) {
			continue
		}
		d.misplace(s, next, be, k)
	}
}

// ofPicture reports whether the verb at token v has a picture for its subject, or the pronoun
// of one.
func (d *document) ofPicture(v, first int) bool {
	const far = 30 // tokens: "the clip that accounts say shows … was"
	if d.isAny(v-1, "it", "they", "this", "these", "that", "which", "both") {
		return true
	}
	for k := v - 1; k >= first && k > v-far; k-- {
		if d.isPicture(k) && d.toks[k].tag == nounTag {
			return true
		}
	}
	return false
}

// misplace marks the claims of pictures, said in the sentence before token be or in those
// before it, that cannot hold when the pictures were made as the words from be on say.
func (d *document) misplace(s, next, be, k int) {
	st := &d.sents[s]
	end := k + 1
	for end < st.end && d.char(end) != ';' && !d.is(end, "but") {
		end++
	}
	old := d.anyOf(be, k, &reallyWords) || d.ofOldDate(k, end)
	elsewhere := d.mentionsIn(k, end)
	last := -1 // the sentence of the claims
	for n := min(d.behind(next, be), len(d.drafts)) - 1; n >= 0; n-- {
		x := &d.drafts[n]
		if s-x.sent > farOrigin || last >= 0 && x.sent != last {
			return
		}
		if !d.ofSide(x) || x.polarity != geo.Affirmed || x.status != geo.NoStatus || d.inRuns(k, x.runs) || x.runs[0].first > k || x.sent < s && !d.hasPictureOrPost(x.sent) {
			continue
		}
		if !old && !d.apart(x, elsewhere) {
			continue
		}
		last = x.sent
		x.status, x.checked = geo.Disputed, s
		x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(be, end)})
	}
}

// behind is the first draft from next on that starts behind token i.
func (d *document) behind(next, i int) int {
	for next < len(d.drafts) && d.drafts[next].runs[0].first < i {
		next++
	}
	return next
}

// apart reports whether places are named and claim x is about none of them.
func (d *document) apart(x *draft, named []mention) bool {
	found := false
	for i := range named {
		m := &named[i]
		if m.Use != geo.Literal || !d.isSpot(m) {
			continue
		}
		if slices.ContainsFunc(x.places, func(p geo.PlaceRef) bool { return p.Place == m.Place }) {
			return false
		}
		found = true
	}
	return found && len(x.places) > 0
}

// ofOldDate reports whether tokens [i, end) name a year before that of the article, or say
// that it was long ago.
func (d *document) ofOldDate(i, end int) bool {
	for ; i < end; i++ {
		if d.isYear(i) && d.longPast(i) || d.tellsAge(i, i+1) {
			return true
		}
	}
	return false
}

// longPast reports whether the year at token i lies before that of the article, or, where
// nothing is known of that, stands without a day.
func (d *document) longPast(i int) bool {
	if p := d.article.Published; p.Known() {
		year, err := strconv.Atoi(d.str(i))
		return err == nil && year < p.From.Year()
	}
	return !d.has(i-1, monthWord) || d.kindAt(i-2) != numberToken
}

// hasPictureOrPost reports whether sentence s speaks of pictures or posts.
func (d *document) hasPictureOrPost(s int) bool {
	for k := d.sents[s].first; k < d.sents[s].end; k++ {
		if d.isPicture(k) || d.isOf(k, &postHeads) && d.toks[k].tag == nounTag {
			return true
		}
	}
	return false
}

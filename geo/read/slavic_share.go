package read

import "strings"

// shareOf reports whether tokens [i, j) begin with a sector and a dash: what is told before
// holds of it too, by another number: "…, на Лиманском — четырнадцать".
func (s *slavic) shareOf(i, j int) bool {
	d := s.d
	if w := s.x.str(d, i); w != "на" && w != "у" && w != "в" {
		return false
	}
	end := i
	for { // one sector or a list of them
		k := d.mentionIndex(end + 1)
		if end+1 >= j || k >= len(d.mentions) || d.mentions[k].first != end+1 {
			return false
		}
		if end = d.mentions[k].end; end >= j || !s.isMark(end, ',') && !s.x.is(end, slavicAnd) {
			break
		}
	}
	if w := s.x.str(d, min(end, len(d.toks)-1)); strings.HasPrefix(w, "напрям") || strings.HasPrefix(w, "направлени") {
		end++
	}
	return end+1 < j && s.isDash(end) && !s.anyFinite(end, s.clauseEnd(end+1, j))
}

// takeShare gives a clause that shareOf knows the kind of claim of the clause before it.
func (s *slavic) takeShare(c *draft) {
	x := c.runs[0]
	if c.find.weight > 0 || len(c.runs) > 1 || !s.shareOf(x.first, x.end) && !s.countList(x.first, x.end) {
		return
	}
	if k := len(s.d.drafts) - 1; k >= 0 && s.d.drafts[k].sent == c.sent {
		c.find, c.agree = s.d.drafts[k].find, s.d.drafts[k].agree
	}
}

// countList reports whether tokens [i, j) open with a number, a dash and where: "42 – над Калужской, 32 – над Тульской".
func (s *slavic) countList(i, j int) bool {
	d := s.d
	if i < j && d.isOf(i, &eachWords) {
		i++
	}
	if i+3 >= j || d.toks[i].kind != numberToken && !d.isOf(i, &fewWords) || !s.isDash(i+1) && !s.isDash(i+2) {
		return false
	}
	return d.anyPlace([]run{{i + 2, j}})
}

var eachWords = listOf("по еще ещё ще")

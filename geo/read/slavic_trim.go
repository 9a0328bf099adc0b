package read

// trim drops marks, conjunctions and outer quotation marks around a run.
func (s *slavic) trim(x run) run {
	x = s.trimOnce(x)
	if x.end-x.first > 2 && s.d.toks[x.first].kind == openToken && s.d.quotes[s.d.toks[x.first].quote-1].last == x.end-1 {
		return s.trimOnce(run{x.first + 1, x.end - 1})
	}
	return x
}

// despite reports whether token i opens what goes against the rest: "попри", "несмотря на".
func (s *slavic) despite(i int) bool {
	switch s.x.str(s.d, i) {
	case "попри", "всупереч", "незважаючи", "несмотря", "вопреки":
		return true
	case "на":
		return i > 0 && (s.x.str(s.d, i-1) == "незважаючи" || s.x.str(s.d, i-1) == "несмотря")
	}
	return false
}

func (s *slavic) trimOnce(x run) run {
	d := s.d
	if x.first+3 < x.end && d.toks[x.first].kind == numberToken && s.isMark(x.first+1, ':') && d.toks[x.first+2].kind == numberToken && d.sents[d.toks[x.first].sent].first == x.first {
		x.first += 3 // the time of an entry of a live blog
	}
	for x.first < x.end {
		t := &d.toks[x.first]
		if t.kind == wordToken && !(s.x.is(x.first, slavicAnd) || s.x.is(x.first, slavicThat)) || t.kind == numberToken {
			break
		}
		if t.kind == openToken && !d.quotes[t.quote-1].speech && d.quotes[t.quote-1].last < x.end {
			break
		}
		x.first++
	}
	for x.end > x.first {
		t := &d.toks[x.end-1]
		if t.kind == wordToken && !s.x.is(x.end-1, slavicAnd|slavicAbout) && !s.despite(x.end-1) && !(s.x.is(x.end-1, slavicIn) && t.end-t.start <= 4) || t.kind == numberToken {
			break
		}
		if t.kind == closeToken && d.quotes[t.quote-1].first >= x.first {
			break
		}
		x.end--
	}
	return x
}

package gui

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"contested/geo"
	"contested/geo/gazetteer"
	"contested/geo/session"
)

// claimFrom is the claim as the widgets show it.
func claimFrom(st *session.State, c *geo.Claim) claimValue {
	a := st.Article(c.Article)
	v := claimValue{
		ID: c.ID, Article: c.Article, Voice: c.Source.Voice(), Party: partyName(c.Source.Party),
		Publisher: a.Publisher.Name, Date: dateWords(a.Published), Day: shortDate(a.Published),
		Type: typeWords(c), Manner: mannerWords(c), Status: statusWords(c.Status, st.Contradicted(c.ID)),
		Contested: st.Contradicted(c.ID) || c.Status == geo.Disputed,
		Excerpt:   c.Excerpt.Of(a.Text), Manual: c.Manual,
	}
	if v.Publisher == "" {
		v.Publisher = "unknown publisher"
	}
	if list, at := st.Versions(c.Article); at >= 0 && at+1 < len(list) {
		v.Publisher += fmt.Sprintf(" (version %d of %d)", at+1, len(list)) // no longer what the page says
	}
	v.Content = within(c.Content, c.Excerpt)
	v.Cue = within(c.Cue, c.Excerpt)
	v.Named = within(c.Speaker, c.Excerpt)
	v.Speaker, v.Source = speakerWords(c, a)
	if c.Via != nil {
		v.Via = c.Via.Name
	}
	v.Places, v.Placed = placeWords(st, c)
	v.Checked = c.Checked
	v.Reasons = func() reasonsValue { return reasonsFrom(st, c) }
	return v
}

// within are the spans that lie in the frame, relative to it.
func within(spans []geo.Span, frame geo.Span) []geo.Span {
	var out []geo.Span
	for _, s := range spans {
		s.Start, s.End = max(s.Start, frame.Start), min(s.End, frame.End)
		if !s.Empty() {
			out = append(out, geo.Span{Start: s.Start - frame.Start, End: s.End - frame.Start})
		}
	}
	return out
}

// speakerWords is the speaker as the text names it and, where that says more,
// the name it was resolved to.
func speakerWords(c *geo.Claim, a *geo.Article) (speaker, source string) {
	if c.Narrated() || len(c.Speaker) == 0 {
		if c.Narrated() || c.Source.Name == "" {
			name := a.Publisher.Name
			if name == "" {
				name = "The article"
			}
			return name, "the article itself"
		}
		return c.Source.Name, ""
	}
	speaker = c.Speaker[0].Of(a.Text)
	plain := func(s string) string {
		return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(s)), "the ")
	}
	if n := c.Source.Name; n != "" && !strings.Contains(plain(speaker), plain(n)) && !strings.Contains(plain(n), plain(speaker)) {
		source = n
	} else if n != "" && len(n) > len(speaker)+3 && !strings.HasPrefix(plain(n), plain(speaker)) {
		source = n
	}
	r := []rune(speaker)
	if len(r) > 0 {
		speaker = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return speaker, source
}

// placeWords names the places of a claim; placed is false when it has none.
func placeWords(st *session.State, c *geo.Claim) (words string, placed bool) {
	var names []string
	for _, ref := range c.Places {
		p, ok := st.Place(ref.Place)
		if !ok {
			continue
		}
		n := p.Name
		if ref.Precision != geo.Between {
			n = precisionWords(ref.Precision) + n
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", "), len(names) > 0
}

// column says in which column of the inspector a voice stands.
func columnOf(v geo.Voice) int {
	switch v {
	case geo.RussianVoice:
		return 0
	case geo.UkrainianVoice:
		return 1
	}
	return 2
}

// placeFrom is the place with the shown claims about it, as the inspector shows
// them. names may be nil.
func placeFrom(st *session.State, id geo.PlaceID, names func(geo.PlaceID) []gazetteer.Name) placeValue {
	p, _ := st.Place(id)
	v := placeValue{ID: id, Name: p.Name, Kind: kindWords(p), Approx: p.Approx}
	if v.Name == "" {
		v.Name = string(id)
	}
	var own []string
	if p.NameUK != "" {
		own = append(own, p.NameUK+" (Ukrainian)")
	}
	if p.NameRU != "" {
		own = append(own, p.NameRU+" (Russian)")
	}
	v.Names = strings.Join(own, " · ")
	if names != nil {
		var former []string
		for _, n := range names(id) {
			if n.Kind == gazetteer.Former && !slices.Contains(former, n.Text) {
				former = append(former, n.Text)
			}
		}
		v.Former = strings.Join(former, ", ")
	}
	claims := st.ClaimsAt(id)
	v.Claims, v.Origins = len(claims), st.Origins(claims)
	v.Contested = conflictWords(st, id)
	v.Groups = groupsFrom(st, claims)
	return v
}

// groupsFrom sorts claims into the columns Russia, Ukraine and others.
func groupsFrom(st *session.State, claims []*geo.Claim) []groupValue {
	columns := [3]groupValue{
		{Title: "Russia", Voice: geo.RussianVoice},
		{Title: "Ukraine", Voice: geo.UkrainianVoice},
		{Title: "Others", Voice: geo.UnattributedVoice},
	}
	var lists [3][]*geo.Claim
	for _, c := range claims {
		k := columnOf(c.Source.Voice())
		lists[k] = append(lists[k], c)
		columns[k].Claims = append(columns[k].Claims, claimFrom(st, c))
	}
	var out []groupValue
	for k := range columns {
		if len(columns[k].Claims) == 0 {
			continue
		}
		columns[k].Origins = st.Origins(lists[k])
		if k == 2 {
			first := columns[k].Claims[0].Voice
			same := !slices.ContainsFunc(columns[k].Claims, func(c claimValue) bool { return c.Voice != first })
			if same {
				columns[k].Voice, columns[k].Title = first, voices[first].name
			}
		}
		out = append(out, columns[k])
	}
	return out
}

// conflictWords says who says what against whom at a place, or is empty.
func conflictWords(st *session.State, id geo.PlaceID) string {
	k, ok := st.Conflicts[id]
	if !ok {
		return ""
	}
	a, b := st.Claim(k.Pair[0]), st.Claim(k.Pair[1])
	if a == nil || b == nil {
		return k.Group
	}
	if columnOf(b.Source.Voice()) < columnOf(a.Source.Voice()) {
		a, b = b, a
	}
	side := func(c *geo.Claim) string {
		s := typeWords(c)
		if m := mannerWords(c); m != "" {
			s += " (" + m + ")"
		}
		return partyName(c.Source.Party) + ": " + s
	}
	return side(a) + "; " + side(b)
}

func overviewFrom(st *session.State) overviewValue {
	o := overviewValue{Articles: len(st.Articles), Claims: st.CountShown(), Example: st.Document.Example}
	o.Placed = st.CountShown() - st.Unplaced()
	spots := st.ByPlace()
	o.Places = len(spots)
	claims := map[geo.PlaceID]int{}
	for _, p := range spots {
		id := p.Place.ID
		if _, ok := st.Conflicts[id]; !ok {
			continue
		}
		c := contestedValue{Place: id, Name: p.Place.Name, What: conflictWords(st, id)}
		for _, s := range p.Shares {
			c.Voices = append(c.Voices, geo.Voice(s.Class))
			claims[id] += s.Claims
		}
		o.Contested = append(o.Contested, c)
	}
	slices.SortFunc(o.Contested, func(a, b contestedValue) int {
		return cmp.Or(claims[b.Place]-claims[a.Place], strings.Compare(a.Name, b.Name))
	})
	return o
}

// articleFrom is an article with the number of its shown claims.
func articleFrom(st *session.State, a *geo.Article, shown int) articleValue {
	title := st.Label(a.ID)
	if title == "" {
		title = titleWords(a)
	}
	v := articleValue{ID: a.ID, Title: title, Publisher: a.Publisher.Name, Date: shortDate(a.Published),
		LongDate: dateWords(a.Published), URL: a.URL, Example: a.Example, Claims: shown}
	if v.Publisher == "" {
		v.Publisher = "unknown publisher"
	}
	seen := map[geo.Voice]bool{}
	for _, c := range st.ClaimsOf(a.ID) {
		seen[c.Source.Voice()] = true
	}
	for _, x := range geo.Voices() {
		if seen[x] {
			v.Voices = append(v.Voices, x)
		}
	}
	return v
}

// titleWords is an article's title or, where it has none, the name of its file
// or how it begins.
func titleWords(a *geo.Article) string {
	switch {
	case strings.TrimSpace(a.Title) != "":
		return a.Title
	case a.Path != "":
		return filepath.Base(a.Path)
	}
	words := strings.Fields(a.Text[:min(len(a.Text), 400)])
	return strings.ToValidUTF8(strings.Join(words[:min(len(words), 8)], " "), "") + " …"
}

// listsFrom lists the shown claims, and the articles of the dates that are shown:
// those that have any shown claims or, while no words are looked for, all.
func listsFrom(st *session.State) listsValue {
	v := listsValue{Claims: st.CountShown(), ClaimIndex: st.ShownIndex, Filtered: st.Filter.Active()}
	v.Claim = func(i int) claimValue { return claimFrom(st, st.ShownAt(i)) }
	words := strings.Fields(strings.ToLower(st.Filter.Words))
	at := make([]int, 0, len(st.Articles))
	for i := range st.Articles {
		a := st.Articles[i]
		if len(words) > 0 && st.ShownOf(i) == 0 && !hasAll(strings.ToLower(a.Title+" "+a.Publisher.Name), words) {
			continue
		}
		if !a.Published.Overlaps(st.Filter.Time) {
			continue
		}
		at = append(at, i)
		v.Articles = append(v.Articles, a.ID)
	}
	v.Article = func(i int) articleValue {
		return articleFrom(st, st.Articles[at[i]], st.ShownOf(at[i]))
	}
	return v
}

func hasAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

func readerFrom(st *session.State, id geo.ArticleID, focus geo.ClaimID) (readerValue, bool) {
	a := st.Article(id)
	if a == nil {
		return readerValue{}, false
	}
	claims := st.ClaimsOf(id)
	v := readerValue{articleValue: articleFrom(st, a, len(claims)), Text: a.Text, Focus: focus, Version: versionFrom(st, a)}
	for _, c := range claims {
		v.Spans = append(v.Spans, spanValue{ID: c.ID, Voice: c.Source.Voice(),
			Label: claimLabel(st, c), Excerpt: c.Excerpt, Content: c.Content, Cue: c.Cue, Speaker: c.Speaker})
	}
	return v, true
}

func claimLabel(st *session.State, c *geo.Claim) string {
	s := partyName(c.Source.Party) + " · " + typeWords(c)
	if m := mannerWords(c); m != "" {
		s += " (" + m + ")"
	}
	if p, ok := placeWords(st, c); ok {
		s += " · " + p
	} else {
		s += " · no place named"
	}
	return s
}

// doubtWords says why a claim is to be looked at.
func doubtWords(d session.Doubt, c *geo.Claim) string {
	var parts []string
	if d.Has(session.Contradicted) {
		parts = append(parts, "sources conflict")
	}
	if d.Has(session.AmbiguousPlace) {
		parts = append(parts, "the place could be another of that name")
	}
	if d.Has(session.NoParty) {
		parts = append(parts, "it is not clear for whom the speaker speaks")
	}
	if d.Has(session.Uncertain) {
		parts = append(parts, fmt.Sprintf("read with little confidence (%.0f %%)", c.Confidence*100))
	}
	return sentence(parts)
}

// filterWords says what hides claims, or is empty.
func filterWords(f geo.Filter) string {
	if !f.Active() {
		return ""
	}
	var off []string
	for _, v := range geo.Voices() {
		if f.Hidden[v] {
			off = append(off, voices[v].name)
		}
	}
	var parts []string
	if len(off) > 0 {
		parts = append(parts, strings.Join(off, ", ")+" hidden")
	}
	if w := strings.TrimSpace(f.Words); w != "" {
		parts = append(parts, "only with “"+w+"”")
	}
	if f.OnlyContested {
		parts = append(parts, "only contested places")
	}
	if f.Time.Known() {
		parts = append(parts, "only "+rangeWords(f.Time))
	}
	if n := len(f.Types) + len(f.Statuses) + len(f.Articles) + len(f.Places); n > 0 || f.MinConfidence > 0 {
		parts = append(parts, "filtered")
	}
	return strings.Join(parts, "; ")
}

// citation is a quote as one pastes it into a text: the words, who said them,
// where and when they were printed, and when they were looked up.
func citation(v claimValue, url string, now time.Time) string {
	s := fmt.Sprintf("“%s” — %s, in: %s, %s", strings.TrimSpace(v.Excerpt), v.Speaker, v.Publisher, v.Date)
	if url != "" {
		s += ", " + url + ", accessed " + now.Format("2 January 2006")
	}
	return s
}

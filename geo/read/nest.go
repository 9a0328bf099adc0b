package read

import (
	"slices"
	"sort"

	"contested/geo"
)

// nest finds for each attribution the one whose content it stands in.
func (d *document) nest() {
	d.sortAttributions()
	reach := d.reach[:0] // from where to where each speaks, if others can stand in it
	for i := range d.attrs {
		a := &d.attrs[i]
		if a.block {
			d.blocks[d.sents[d.toks[a.cue.first].sent].block].label = i + 1
		}
		a.parent, a.nests = 0, false
		r := run{}
		for k, c := range a.content {
			if a.block || a.weak {
				break
			}
			if k == 0 {
				r = c
			}
			r = run{min(r.first, c.first), max(r.end, c.end)}
		}
		reach = append(reach, r)
	}
	d.reach = reach
	for i := range d.attrs {
		a := &d.attrs[i]
		// the nearest cues before and after are the candidates
		for _, step := range []int{-1, 1} {
			for k, n := i+step, 0; k >= 0 && k < len(d.attrs) && n < 12; k, n = k+step, n+1 {
				if reach[k].first > a.cue.first || a.cue.end > reach[k].end {
					continue
				}
				if b := &d.attrs[k]; b.covers(a.cue) && !a.covers(b.cue) {
					if a.parent == 0 || b.size() < d.attrs[a.parent-1].size() {
						a.parent = k + 1
					}
				}
			}
		}
		if a.parent > 0 {
			d.attrs[a.parent-1].nests = true
		}
	}
}

// sortAttributions puts the attributions in order of their cues, as most of them are.
func (d *document) sortAttributions() {
	d.ordered = len(d.attrs)
	for i := 1; i < len(d.attrs); i++ {
		if d.attrs[i].cue.first < d.attrs[i-1].cue.first {
			slices.SortStableFunc(d.attrs, func(a, b attribution) int { return a.cue.first - b.cue.first })
			return
		}
	}
}

// attributionFrom is the index of the first attribution of those in order that a test
// passes, which all behind it pass, too; d.ordered when none does.
func (d *document) attributionFrom(test func(a *attribution) bool) int {
	return sort.Search(d.ordered, func(n int) bool { return test(&d.attrs[n]) })
}

func (a *attribution) covers(r run) bool {
	for _, c := range a.content {
		if c.first <= r.first && r.end <= c.end {
			return true
		}
	}
	return false
}

func (a *attribution) size() (n int) {
	for _, c := range a.content {
		n += c.end - c.first
	}
	return n
}

// beforeOwnUp ends content c before what whoever says it does to it later: "denied that C but
// later admitted it".
func (d *document) beforeOwnUp(c run) int {
	const longest = 4 // words before the verb
	k := c.end - 1
	if k-2 <= c.first || !d.isOf(k, &itThisThem) || !d.has(k-1, cueWord) || d.toks[k-1].tag == ingTag {
		return c.end
	}
	for m := k - 2; m > c.first+1 && m > k-2-longest; m-- {
		if d.toks[m].tag == coordTag {
			return d.dropMarks(c.first, m)
		}
		if d.toks[m].tag != advTag && d.toks[m].tag != auxTag && !d.isTime(m) && d.toks[m].tag != prepTag {
			break
		}
	}
	return c.end
}

// written reports whether an attribution is part of the reading: what stands in
// another's content belongs to it; claims keep both.
func (a *attribution) written() bool { return !a.weak && a.parent == 0 }

// keptSpans is room for n spans of the reading, of which many share one piece of memory.
func (d *document) keptSpans(n int) []geo.Span {
	if cap(d.kept)-len(d.kept) < n {
		d.kept = make([]geo.Span, 0, max(n, 64))
	}
	from := len(d.kept)
	d.kept = d.kept[:from+n]
	return d.kept[from : from : from+n]
}

// attributionOf writes an attribution in spans.
func (d *document) attributionOf(a *attribution) geo.Attribution {
	out := geo.Attribution{Rule: a.rule}
	spans := d.keptSpans(len(a.content) + 2)
	for _, c := range a.content {
		spans = append(spans, d.span(c.first, c.end))
	}
	n := len(spans)
	if n > 0 {
		out.Content = spans[:n:n]
	}
	spans = append(spans, d.span(a.cue.first, a.cue.end))
	out.Cue = spans[n : n+1 : n+1]
	if !a.source.empty() {
		spans = append(spans, d.span(a.source.first, a.source.end))
		out.Source = spans[n+1:]
	}
	return out
}

// trimContents takes from each content of the sentence's attributions what
// another of them owns: its source and cue at the end of the content. An attribution of which
// nothing is left is dropped, so that all that follows may ask for the content of each.
func (d *document) trimContents(start int) {
	emptied := false
	for n := start; n < len(d.attrs); n++ {
		a := &d.attrs[n]
		for m := range a.content {
			c := &a.content[m]
			if a.speech {
				continue
			}
			c.end = d.beforeOwnUp(*c)
			for k := start; k < len(d.attrs); k++ {
				b := &d.attrs[k]
				if k == n || b.rule != "attr.E-after" && b.rule != "attr.E-according" && b.rule != "attr.A-inverted" {
					continue
				}
				// "X said C1, Y said": b's words stand at the end of a's content
				from := b.cue.first
				if !b.subject.empty() {
					from = min(from, b.subject.first)
				}
				if from > c.first && from < c.end && b.cue.end >= c.end-1 && len(b.content) > 0 && b.content[0].first <= c.first {
					c.end = d.dropMarks(c.first, from)
				}
			}
		}
		a.content = slices.DeleteFunc(a.content, run.empty)
		emptied = emptied || len(a.content) == 0
	}
	if emptied {
		said := slices.DeleteFunc(d.attrs[start:], func(a attribution) bool { return len(a.content) == 0 })
		d.attrs = d.attrs[:start+len(said)]
	}
}

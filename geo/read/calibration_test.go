package read

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

var signsFlag = flag.Bool("signs", false, "print how often claims with each sign of confidence are right in the sets that may be looked at")

// openSets are the sets of gold that may be looked at and counted.
var openSets = []string{"tune", "press-tune", "field-tune", "kinds-tune", "heldout", "desk-tune", "desk-opened", "fresh-opened", "styles-tune", "styles-opened", "daily-tune", "daily-opened", "last-opened", "prose-tune"}

// reliability counts claims and those right by tenths of confidence.
type reliability struct{ all, right [11]int }

func (x *reliability) add(confidence float64, ok bool) {
	b := min(int(confidence*10+1e-9), 9)
	x.all[b]++
	if ok {
		x.right[b]++
	}
}

// sure is how many of the claims with a confidence of 0.8 and more are right.
func (x *reliability) sure() (right, all int) {
	return x.right[8] + x.right[9], x.all[8] + x.all[9]
}

// rightClaims tells of every claim read of an article whether the gold has it
// with the same party and place; neutral ones are left out.
func (t *tally) rightClaims(r *Reader, g *gold, got *geo.Reading) map[int]bool {
	var placed, bare []goldClaim
	for _, c := range g.Claims {
		if len(c.Places) > 0 {
			placed = append(placed, c)
		} else {
			bare = append(bare, c)
		}
	}
	var pred []geo.Claim
	var index []int
	for i, c := range got.Claims {
		if len(c.Places) > 0 {
			pred, index = append(pred, c), append(index, i)
		}
	}
	any := func(*goldClaim, *geo.Claim) bool { return true }
	span := pairUp(placed, pred, any)
	full := pairUp(placed, pred, func(x *goldClaim, y *geo.Claim) bool {
		return x.Party == y.Source.Party.String() && slices.ContainsFunc(x.Places, func(p goldPlace) bool {
			return slices.ContainsFunc(y.Places, func(q geo.PlaceRef) bool { pl, _ := r.gaz.Place(q.Place); return same(p, pl) })
		})
	})
	matched, spanned := map[int]bool{}, map[int]bool{}
	for _, b := range full {
		matched[b] = true
	}
	for _, b := range span {
		spanned[b] = true
	}
	out := map[int]bool{}
	for b := range pred {
		if !matched[b] && !spanned[b] && len(pairUp(bare, pred[b:b+1], any)) > 0 {
			continue
		}
		out[index[b]] = matched[b]
	}
	return out
}

// TestCalibration writes how far the confidence of claims can be trusted, by set
// and tenth, beside the committed table testdata/calibration.txt.
func TestCalibration(t *testing.T) {
	r := reader(t)
	var b strings.Builder
	fmt.Fprintf(&b, "How many of the claims with a place are right in party, place and words, by tenths of\nconfidence: right/read. The last columns: those of 0.8 and more, in per cent, and the\nexpected calibration error.\n\n%-18s", "set")
	for k := range 10 {
		fmt.Fprintf(&b, " %8s", fmt.Sprintf("0.%d", k))
	}
	fmt.Fprintf(&b, " %8s %8s\n", "sure", "error")
	var list []outcome
	for _, set := range goldSets {
		var rel reliability
		for _, g := range readGold(t, set) {
			a := g.article(t)
			d := r.understand(a)
			r.finish(d)
			right := new(tally).rightClaims(r, &g, d.reading)
			for i, ok := range right {
				rel.add(d.reading.Claims[i].Confidence, ok)
			}
			if !*signsFlag || !slices.Contains(openSets, set) {
				continue
			}
			for k := range d.drafts {
				for i, ok := range right {
					if c := &d.drafts[k]; !c.dropped && d.span(c.runs[0].first, c.runs[0].end) == d.reading.Claims[i].Content[0] && len(c.runs) == len(d.reading.Claims[i].Content) {
						list = append(list, outcome{d.signsOf(c, nil), ok, set})
					}
				}
			}
		}
		fmt.Fprintf(&b, "%-18s", set)
		wrong, all := 0.0, 0
		for k := range 10 {
			fmt.Fprintf(&b, " %8s", fmt.Sprintf("%d/%d", rel.right[k], rel.all[k]))
			all += rel.all[k]
			wrong += math.Abs(float64(rel.right[k]) - (float64(k)+0.5)/10*float64(rel.all[k]))
		}
		right, sure := rel.sure()
		fmt.Fprintf(&b, " %8.1f %8.2f\n", 100*ratio(right, sure), wrong/float64(max(all, 1)))
	}
	t.Logf("\n%s", b.String())
	if *updateScore {
		if err := os.WriteFile("testdata/calibration.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !*signsFlag {
		return
	}
	for s := ground(0); s < signs; s++ {
		line := fmt.Sprintf("%-62s %3d:", signTable[s].words, signTable[s].points)
		for _, set := range openSets {
			n, m := 0, 0
			for _, x := range list {
				if x.set == set && slices.Contains(x.signs, s) {
					n++
					if x.ok {
						m++
					}
				}
			}
			line += fmt.Sprintf("  %s %3d/%3d %3.0f%%", set, m, n, 100*ratio(m, n))
		}
		t.Log(line)
	}
	t.Log("fitted: " + worded(fitSigns(list, "")))
	// How careful the base has to be: each set judged by what the others taught.
	for _, lower := range []float64{0, 2, 4, 6, 8} {
		line, right, all := fmt.Sprintf("every claim %g less:", lower), 0, 0
		for _, left := range openSets {
			points := fitSigns(list, left)
			points[signs] -= lower / 10
			m, n := 0, 0
			for _, x := range list {
				if x.set == left && chance(points, x.signs) >= 0.795 { // as rounded
					n++
					if x.ok {
						m++
					}
				}
			}
			line += fmt.Sprintf("  %s %d/%d", left, m, n)
			right, all = right+m, all+n
		}
		t.Logf("%s  together %.0f%%", line, 100*ratio(right, all))
	}
}

// outcome is a claim that was read of a set: its signs, and whether it is right.
type outcome struct {
	signs []ground
	ok    bool
	set   string
}

// fitSigns finds what each sign and, last, every claim adds in log-odds, so that the
// likelihood of the outcomes is greatest; one set can be left out. Weights are kept
// small (ridge regression), because some signs are rare.
func fitSigns(list []outcome, without string) []float64 {
	const ridge, steps = 3.0, 1500
	w := make([]float64, signs+1)
	for range steps {
		slope, n := make([]float64, len(w)), 0.0
		for _, x := range list {
			if x.set == without {
				continue
			}
			n++
			miss := -chance(w, x.signs)
			if x.ok {
				miss++
			}
			for _, s := range x.signs {
				slope[s] += miss
			}
			slope[signs] += miss
		}
		for i := range w {
			if i < int(signs) {
				slope[i] -= ridge * w[i]
			}
			w[i] += 2 * slope[i] / n
		}
	}
	return w
}

func chance(w []float64, list []ground) float64 {
	sum := w[signs]
	for _, s := range list {
		sum += w[s]
	}
	return 1 / (1 + math.Exp(-sum))
}

func worded(w []float64) string {
	var b strings.Builder
	for i := range w[:signs] {
		fmt.Fprintf(&b, "\n  %-62s %+5.1f", signTable[i].words, 10*w[i])
	}
	fmt.Fprintf(&b, "\n  every claim %+5.1f", 10*w[signs])
	return b.String()
}

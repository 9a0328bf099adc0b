package render

import (
	"image/color"
	"math"
	"testing"

	"contested/geo"
)

// lab is a colour as a sight sees it, in CIELAB under D65.
func lab(c color.NRGBA, m [9]float64) (l, a, b float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var v [3]float64
	for i := range v {
		v[i] = math.Max(0, math.Min(1, m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*v[0] + 0.3575761*v[1] + 0.1804375*v[2]) / 0.95047)
	y := f(0.2126729*v[0] + 0.7151522*v[1] + 0.0721750*v[2])
	z := f((0.0193339*v[0] + 0.1191920*v[1] + 0.9503041*v[2]) / 1.08883)
	return 116*y - 16, 500 * (x - y), 200 * (y - z)
}

// deltaE is CIEDE2000 with all weights 1, after Sharma, Wu and Dalal (2005).
func deltaE(l1, a1, b1, l2, a2, b2 float64) float64 {
	const rad = math.Pi / 180
	cm := math.Pow((math.Hypot(a1, b1)+math.Hypot(a2, b2))/2, 7)
	g := 1 + 0.5*(1-math.Sqrt(cm/(cm+math.Pow(25, 7))))
	a1, a2 = a1*g, a2*g
	c1, c2 := math.Hypot(a1, b1), math.Hypot(a2, b2)
	hue := func(a, b float64) float64 {
		h := math.Atan2(b, a) / rad
		if h < 0 {
			h += 360
		}
		return h
	}
	h1, h2 := hue(a1, b1), hue(a2, b2)
	dh, hm := h2-h1, h1+h2
	switch {
	case c1*c2 == 0:
		dh = 0
	case math.Abs(h1-h2) <= 180:
		hm /= 2
	default:
		dh -= math.Copysign(360, dh)
		if hm < 360 {
			hm += 360
		} else {
			hm -= 360
		}
		hm /= 2
	}
	dl, dc := l2-l1, c2-c1
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(dh/2*rad)
	lm, cmean := (l1+l2)/2-50, (c1+c2)/2
	t := 1 - 0.17*math.Cos((hm-30)*rad) + 0.24*math.Cos(2*hm*rad) + 0.32*math.Cos((3*hm+6)*rad) - 0.20*math.Cos((4*hm-63)*rad)
	c7 := math.Pow(cmean, 7)
	rt := -math.Sin(60*math.Exp(-(hm-275)*(hm-275)/625)*rad) * 2 * math.Sqrt(c7/(c7+math.Pow(25, 7)))
	dl /= 1 + 0.015*lm*lm/math.Sqrt(20+lm*lm)
	dc /= 1 + 0.045*cmean
	dH /= 1 + 0.015*cmean*t
	return math.Sqrt(dl*dl + dc*dc + dH*dH + rt*dc*dH)
}

// Three of the pairs that Sharma, Wu and Dalal published to check programs with.
func TestDeltaE(t *testing.T) {
	for _, c := range [][7]float64{
		{50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
		{50, 2.5, 0, 73, 25, -18, 27.1492},
		{22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
	} {
		if got := deltaE(c[0], c[1], c[2], c[3], c[4], c[5]); math.Abs(got-c[6]) > 1e-4 {
			t.Errorf("deltaE(%v) = %.4f", c, got)
		}
	}
}

// The voices can be told apart by everyone, from each other and from what they
// stand on.
func TestPaletteForEverySight(t *testing.T) {
	for name, s := range map[string]StyleName{"light": Light, "dark": Dark, "print": Print} {
		st := styleOf(s)
		grounds := []color.NRGBA{st.land, st.sea, st.urban, st.paper, st.wood, st.industry, st.building, st.road, st.mainRoad}
		least := math.Inf(1)
		for _, sight := range sights {
			for i, c := range st.hues {
				l1, a1, b1 := lab(c, sight.m)
				others := append(append([]color.NRGBA{}, st.hues[:i]...), grounds...)
				for _, o := range others {
					l2, a2, b2 := lab(o, sight.m)
					d := deltaE(l1, a1, b1, l2, a2, b2)
					least = math.Min(least, d)
					if d < minDeltaE {
						t.Errorf("%s, %s sight: %v and %v differ by only %.1f", name, sight.name, c, o, d)
					}
				}
			}
		}
		t.Logf("%s: least difference %.2f", name, least)
	}
}

// The same holds for the hues of other keys. Steps of time become ever darker, or
// ever lighter, and each differs more from those that are further away.
func TestKeyPalettesForEverySight(t *testing.T) {
	for name, s := range map[string]StyleName{"light": Light, "dark": Dark, "print": Print} {
		base := styleOf(s)
		grounds := []color.NRGBA{base.land, base.sea, base.urban, base.paper, base.wood, base.industry, base.building, base.road, base.mainRoad}
		for key, k := range map[string]struct {
			look  keyLook
			least float64
		}{"kinds": {keyLook{palette: kindPalette}, minKindDeltaE}, "steps": {keyLook{palette: stepPalette}, minStepDeltaE}} {
			hues := base.with(s, k.look).hues
			least, fromGround := math.Inf(1), math.Inf(1)
			for _, sight := range sights {
				apart := func(a, b color.NRGBA) float64 {
					l1, a1, b1 := lab(a, sight.m)
					l2, a2, b2 := lab(b, sight.m)
					return deltaE(l1, a1, b1, l2, a2, b2)
				}
				for i, c := range hues {
					for _, g := range grounds {
						fromGround = math.Min(fromGround, apart(c, g))
					}
					for j, o := range hues[:i] {
						least = math.Min(least, apart(c, o))
						if key == "steps" && i < 5 && j > 0 && apart(c, hues[j-1]) < apart(c, o) {
							t.Errorf("%s, %s sight: step %d is nearer to step %d than to step %d", name, sight.name, i, j-1, j)
						}
					}
					if key == "kinds" && sight.name == "normal" {
						for _, v := range []geo.Voice{geo.RussianVoice, geo.UkrainianVoice} {
							if d := apart(c, base.hues[v]); d < 16 {
								t.Errorf("%s: kind %d looks like the colour of %v (%.1f)", name, i, v, d)
							}
						}
					}
				}
			}
			t.Logf("%s, %s: least difference %.2f, from the ground %.2f", name, key, least, fromGround)
			if least < k.least || fromGround < 14 {
				t.Errorf("%s, %s: two colours differ by %.1f, one from the ground by %.1f", name, key, least, fromGround)
			}
			for i, c := range hues {
				if got := contrast(c, base.paper); got < 2.99 {
					t.Errorf("%s, %s: class %d stands out %.2f:1", name, key, i, got)
				}
				if got := contrast(readableOn(c), c); got < 4.5 {
					t.Errorf("%s, %s: the letter of class %d stands out %.2f:1", name, key, i, got)
				}
				l1, _, _ := lab(c, sights[0].m)
				for j, o := range hues[:i] {
					l2, _, _ := lab(o, sights[0].m)
					if grey := math.Abs(l1 - l2); grey < 5 && (key == "kinds" || i < 5) {
						t.Errorf("%s, %s: classes %d and %d differ by %.1f in a grey print", name, key, j, i, grey)
					}
					if key == "steps" && i < 5 && (l1 > l2) != (s == Dark) {
						t.Errorf("%s: step %d has the lightness %.1f, step %d %.1f", name, i, l1, j, l2)
					}
				}
			}
		}
	}
}

// A grey print keeps the voices apart, by lightness.
func TestPaletteInGrey(t *testing.T) {
	for name, voices := range map[string][6]color.NRGBA{"light": lightVoices, "dark": darkVoices} {
		for i, c := range voices {
			l1, _, _ := lab(c, sights[0].m)
			for _, o := range voices[:i] {
				l2, _, _ := lab(o, sights[0].m)
				if math.Abs(l1-l2) < 5 {
					t.Errorf("%s: %v and %v have the lightness %.1f and %.1f", name, c, o, l1, l2)
				}
			}
		}
	}
}

// Symbols stand out 3:1 from the paper around them, words 4.5:1.
func TestContrast(t *testing.T) {
	for name, s := range map[string]StyleName{"light": Light, "dark": Dark, "print": Print} {
		st := styleOf(s)
		for v, c := range st.hues {
			if got := contrast(c, st.paper); got < 2.99 {
				t.Errorf("%s: voice %v stands out %.2f:1", name, geo.Voice(v), got)
			}
			if got := contrast(readableOn(c), c); got < 4.5 {
				t.Errorf("%s: the letter of %v stands out %.2f:1", name, geo.Voice(v), got)
			}
		}
		for what, pair := range map[string][2]color.NRGBA{
			"words on cards": {st.ink, st.paper}, "lesser words on cards": {st.faint, st.paper},
			"towns on land": {st.town.ink, st.land}, "villages on land": {st.village.ink, st.land},
			"countries on land": {st.countryName.ink, st.land},
		} {
			if got := contrast(pair[0], pair[1]); got < 4.5 {
				t.Errorf("%s: %s stand out %.2f:1", name, what, got)
			}
		}
		for what, pair := range map[string][2]color.NRGBA{
			"oblasts on land": {st.admin1Name.ink, st.land}, "seas": {st.seaName.ink, st.sea},
		} {
			if got := contrast(pair[0], pair[1]); got < 3 {
				t.Errorf("%s: %s stand out %.2f:1", name, what, got)
			}
		}
	}
}

func TestVoiceNames(t *testing.T) {
	for _, l := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian, ""} {
		seen := map[string]bool{}
		for _, v := range geo.Voices() {
			n := VoiceName(v, l)
			if n == "" || seen[n] {
				t.Errorf("language %q: voice %v is called %q", l, v, n)
			}
			seen[n] = true
		}
		for k := Claimed; k <= Denied; k++ {
			if LookName(k, l) == "" {
				t.Errorf("language %q: pattern %d has no name", l, k)
			}
		}
	}
	letters := map[string]bool{}
	for _, v := range geo.Voices() {
		letters[VoiceLetter(v)] = true
	}
	if len(letters) != 6 || VoiceLetter(77) != "?" {
		t.Errorf("letters %v", letters)
	}
}

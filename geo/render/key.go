package render

import (
	"image/color"

	"contested/geo"
)

// Class numbers what a colour stands for: the voice that speaks, whose number it
// then is, or a class of the scene's [Key].
type Class uint8

// MaxClasses is how many classes a picture can have: as many colours as everyone
// can tell apart.
const MaxClasses = 6

// Key says what the colours of a picture stand for, where it is not who claims
// it. Every class has a letter of its own, so that none is told by colour alone.
type Key struct {
	Head    string   // of the legend: "Published by"
	Names   []string // by class, at most [MaxClasses]
	Letters []string // by class, short
	Ordered bool     // the first five classes follow each other, as stretches of time do; the sixth stands apart
}

// palette is a set of hues.
type palette uint8

const (
	voicePalette palette = iota
	kindPalette          // classes without an order
	stepPalette          // classes that follow each other, and what has no place among them
)

// keyLook is how a key's classes look, beside the style; it is comparable.
type keyLook struct {
	palette palette
	letters [MaxClasses]string
}

func (k *Key) look() keyLook {
	if k == nil {
		return keyLook{letters: letters}
	}
	l := keyLook{palette: kindPalette}
	if k.Ordered {
		l.palette = stepPalette
	}
	copy(l.letters[:], k.Letters)
	return l
}

// Hues of classes, measured by style_test.go as those of the voices are: kinds
// differ by at least minKindDeltaE, steps by minStepDeltaE from the next and ever
// more from those beyond. None of the kinds looks like Russia's or Ukraine's
// colour, because it says nothing of them.
var (
	lightKinds = [MaxClasses]color.NRGBA{rgb(0x8B0BCC), rgb(0x039903), rgb(0x5A033D), rgb(0xB781B8), rgb(0x134304), rgb(0x6F6F69)}
	darkKinds  = [MaxClasses]color.NRGBA{rgb(0x5CD2FF), rgb(0xC6E571), rgb(0xCD8286), rgb(0x0586B5), rgb(0x757000), rgb(0xFCEAE6)}
	lightSteps = [MaxClasses]color.NRGBA{rgb(0x7098B7), rgb(0x6D73A0), rgb(0x754B77), rgb(0x6F2240), rgb(0x530200), rgb(0xCD822D)}
	darkSteps  = [MaxClasses]color.NRGBA{rgb(0xA05D16), rgb(0xA78837), rgb(0xAEB166), rgb(0xB7D89D), rgb(0xCAFDD7), rgb(0x577EC8)}
)

const (
	minKindDeltaE = 20.0
	minStepDeltaE = 9.9
)

// with is the style in the hues and letters of a key.
func (st *style) with(s StyleName, k keyLook) *style {
	if k.palette == voicePalette {
		return st
	}
	of := *st
	of.letters = k.letters
	switch {
	case k.palette == kindPalette && s == Dark:
		of.hues = darkKinds
	case k.palette == kindPalette:
		of.hues = lightKinds
	case s == Dark:
		of.hues = darkSteps
	default:
		of.hues = lightSteps
	}
	return &of
}

// style is the scene's colours and weights.
func (s *Scene) style() *style { return styleOf(s.Style).with(s.Style, s.Key.look()) }

// words is the words of the scene's furniture; what they call voices is what its
// colours stand for.
func (s *Scene) words() *words {
	w := wordsIn(s.Furniture.Language)
	if s.Key == nil {
		return w
	}
	of := *w
	of.who, of.keyed, of.voices = s.Key.Head, true, [MaxClasses]string{}
	copy(of.voices[:], s.Key.Names)
	return &of
}

// ClassColour is the colour of a class in a style, for lists beside the map; the
// key may be nil.
func ClassColour(k *Key, c Class, s StyleName) color.NRGBA {
	return styleOf(s).with(s, k.look()).hues[min(c, MaxClasses-1)]
}

// ClassLabel is the letter and the name of a class in a language; the key may be nil.
func ClassLabel(k *Key, c Class, l geo.Language) (letter, name string) {
	c = min(c, MaxClasses-1)
	if k == nil {
		return letters[c], VoiceName(geo.Voice(c), l)
	}
	look := k.look()
	if int(c) < len(k.Names) {
		name = k.Names[c]
	}
	return look.letters[c], name
}

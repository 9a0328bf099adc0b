package read

import (
	"strings"
	"unicode/utf8"

	"contested/geo"
)

// detectLanguage tells English, Ukrainian and Russian apart by their letters:
// Cyrillic text with і, ї, є or ґ is Ukrainian, with ы, э, ё or ъ Russian, by
// whichever are more frequent; everything else is read as English. Where no
// letter tells, as in a single sentence, endings and function words do.
func detectLanguage(text string) geo.Language {
	const sample = 20000
	latin, cyrillic, uk, ru := 0, 0, 0, 0
	if !hasCyrillic(text[:min(len(text), sample+utf8.UTFMax)]) {
		return geo.English
	}
	for i, r := range text {
		if i > sample {
			text = text[:i]
			break
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			latin++
		case r >= 0x400 && r < 0x500:
			cyrillic++
			switch r {
			case 'і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ':
				uk++
			case 'ы', 'э', 'ё', 'ъ', 'Ы', 'Э', 'Ё', 'Ъ':
				ru++
			}
		}
	}
	if cyrillic <= latin {
		return geo.English
	}
	if uk == ru {
		for _, s := range []string{"ння", "ував", "ли у ", " та ", "що"} {
			uk += strings.Count(text, s)
		}
		for _, s := range []string{"ние", "ский", " и ", "что", "ии", "ийск"} {
			ru += strings.Count(text, s)
		}
	}
	const short = 20 // letters: Ukrainian has one of its own among as many, mostly
	if uk > ru || uk == ru && (uk > 0 || cyrillic < short) {
		return geo.Ukrainian
	}
	return geo.Russian
}

// hasCyrillic reports whether a byte stands in the text that Cyrillic letters start
// with.
func hasCyrillic(text string) bool {
	for lead := byte(0xd0); lead <= 0xd3; lead++ { // U+0400 … U+04FF
		if strings.IndexByte(text, lead) >= 0 {
			return true
		}
	}
	return false
}

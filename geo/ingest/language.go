package ingest

import (
	"strings"

	"contested/geo"
)

// languageOf tells the language by its letters: і ї є ґ are Ukrainian, ы э ё ъ
// Russian; a text in neither is English. Russian quotes in a Ukrainian article
// and the other way round do not outweigh the rest. Where the letters balance,
// short words and endings that only one of the two languages has decide, and
// after them what the article's origin says of it (said; may be empty).
func languageOf(text string, said geo.Language) geo.Language {
	var latin, cyr, uk, ru int
	for i, r := range text {
		if i > 200_000 {
			break
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			latin++
		case r >= 'Ѐ' && r <= 'ӿ':
			cyr++
			switch r {
			case 'і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ':
				uk++
			case 'ы', 'э', 'ё', 'ъ', 'Ы', 'Э', 'Ё', 'Ъ':
				ru++
			}
		}
	}
	switch {
	case cyr <= latin: // a Latin text with Cyrillic names in brackets
		return geo.English
	case uk > 2*ru:
		return geo.Ukrainian
	case ru > 2*uk:
		return geo.Russian
	}
	u, r := 0, 0
	for _, w := range strings.Fields(text[:min(len(text), 50_000)]) {
		w = strings.ToLower(strings.Trim(w, ".,:;!?«»“”„\"()"))
		switch {
		case strings.Contains(w, "ськ"), strings.Contains(w, "цьк"), strings.Contains(w, "’"):
			u++
		case strings.HasSuffix(w, "ский"), strings.HasSuffix(w, "ского"), strings.HasSuffix(w, "ской"):
			r++
		}
		switch w {
		case "та", "що", "від", "як", "це", "але", "було", "й", "під", "чи", "ще", "про":
			u++
		case "и", "что", "от", "как", "это", "но", "было", "под", "или", "еще", "его", "в":
			r++
		}
	}
	switch {
	case u > r, u == r && uk > ru:
		return geo.Ukrainian
	case u < r, uk < ru, said != geo.Ukrainian:
		return geo.Russian
	}
	return said
}

package ingest

import (
	"strings"

	"contested/geo"
)

// languageOf tells the language by its letters: і ї є ґ are Ukrainian, ы э ё ъ
// Russian; a text in neither is English. Russian quotes in a Ukrainian article
// and the other way round do not outweigh the rest. Where the letters balance,
// short words that only one of the two languages has decide.
func languageOf(text string) geo.Language {
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
		switch strings.ToLower(strings.Trim(w, ".,:;!?«»“”„\"()")) {
		case "та", "що", "від", "як", "це", "для", "але", "було", "та́", "й", "у", "під", "чи", "ще":
			u++
		case "и", "что", "от", "как", "это", "но", "было", "под", "или", "еще", "его", "в":
			r++
		}
	}
	if u > r || u == r && uk > ru {
		return geo.Ukrainian
	}
	return geo.Russian
}

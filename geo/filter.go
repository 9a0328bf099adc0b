package geo

import "strings"

// Filter says which claims are shown. The zero Filter shows every claim.
type Filter struct {
	Hidden        map[Voice]bool // voices switched off in the legend
	Types         []ClaimType    // none: every type
	Statuses      []Status       // none: every status
	Time          Interval       // of the article's date; unknown: all time
	Words         string         // every word must occur in the excerpt, speaker or place names
	Articles      []ArticleID    // none: every article
	Places        []PlaceID      // none: every place
	MinConfidence float64        // claims below are hidden
	OnlyContested bool           // only places where parties disagree
}

// Active reports whether the filter can hide anything.
func (f Filter) Active() bool {
	for _, off := range f.Hidden {
		if off {
			return true
		}
	}
	return len(f.Types)+len(f.Statuses)+len(f.Articles)+len(f.Places) > 0 || f.Time.Known() ||
		strings.TrimSpace(f.Words) != "" || f.MinConfidence > 0 || f.OnlyContested
}

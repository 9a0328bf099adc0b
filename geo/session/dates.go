package session

import (
	"slices"
	"time"

	"contested/geo"
)

// Dates is the time over which the document's articles were published, from the day
// of the first to that of the last, whole days in UTC; unknown when none has a date.
func (s *State) Dates() geo.Interval {
	newest := slices.Max(append([]int64{unknownSeconds}, s.dates...))
	if newest == unknownSeconds {
		return geo.Interval{}
	}
	out := geo.Interval{To: time.Unix(newest, 0).UTC()}
	for r := len(s.Articles) - 1; r >= 0; r-- { // the newest come first, those without a date last
		if s.dates[r] != unknownSeconds {
			out.From = s.Articles[r].Published.From.UTC()
			break
		}
	}
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	out.From = day(out.From)
	if end := day(out.To); end.Before(out.To) || !end.After(out.From) { // a day ends where the next begins
		out.To = end.AddDate(0, 0, 1)
	}
	return out
}

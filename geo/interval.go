package geo

import "time"

// Interval is a stretch of time [From, To] known to the precision that its
// length says: a day is an interval of a day, a moment has From == To. One without
// From or without To is open there. The zero Interval is unknown time. No midnight is ever invented.
type Interval struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
}

// Day is the calendar day y-m-d in UTC, whole.
func Day(y int, m time.Month, d int) Interval {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return Interval{t, t.AddDate(0, 0, 1)}
}

// Moment is the single instant t.
func Moment(t time.Time) Interval { return Interval{t, t} }

// ParseDate reads the date forms that articles carry in data fields:
// RFC 3339 date-times (a moment), "2006-01-02" (a day) and "2006-01" (a month).
// ok is false for anything else.
func ParseDate(s string) (iv Interval, ok bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return Moment(t), true
	}
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return Interval{t, t.AddDate(0, 0, 1)}, true
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return Interval{t, t.AddDate(0, 1, 0)}, true
	}
	return Interval{}, false
}

// Known reports whether anything is known of the time.
func (iv Interval) Known() bool { return !iv.From.IsZero() || !iv.To.IsZero() }

// Overlaps reports whether the two intervals share an instant. A day ends where
// the next begins, and shares none with it. An interval without an end goes on
// forever. Unknown time overlaps everything: what has no date is not hidden by a
// date filter.
func (iv Interval) Overlaps(o Interval) bool {
	if !iv.Known() || !o.Known() {
		return true
	}
	return iv.startsBefore(o) && o.startsBefore(iv)
}

// startsBefore reports whether the interval begins before the other ends.
func (iv Interval) startsBefore(o Interval) bool {
	return o.To.IsZero() || iv.From.Before(o.To) || o.From.Equal(o.To) && iv.From.Equal(o.To)
}

// String writes the interval as precisely as it is known: "undated",
// "2025-11-27", "2025-11", "2025-11-27 18:30 UTC", "2025-11-01 – 2025-11-04",
// "since 2025-11-01" or "until 2025-11-04".
func (iv Interval) String() string {
	switch d := iv.To.Sub(iv.From); {
	case !iv.Known():
		return "undated"
	case iv.To.IsZero():
		return "since " + iv.From.Format("2006-01-02")
	case iv.From.IsZero():
		return "until " + iv.To.Add(-time.Nanosecond).Format("2006-01-02")
	case d == 0:
		return iv.From.Format("2006-01-02 15:04 MST")
	case iv.From.AddDate(0, 0, 1).Equal(iv.To):
		return iv.From.Format("2006-01-02")
	case iv.From.Day() == 1 && iv.From.AddDate(0, 1, 0).Equal(iv.To):
		return iv.From.Format("2006-01")
	default:
		return iv.From.Format("2006-01-02") + " – " + iv.To.Add(-time.Nanosecond).Format("2006-01-02")
	}
}

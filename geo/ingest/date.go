package ingest

import (
	"strings"
	"time"

	"contested/geo"
)

// Layouts of moments: they name their zone.
var momentLayouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -0700 MST",
	time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700",
}

// utcLayouts name the zone by letters. Go knows the offsets of none but UTC and
// the local one, so only these are taken as moments.
var utcLayouts = []string{
	"Mon, 2 Jan 2006 15:04:05 MST", "2006-01-02 15:04:05 MST", "2 Jan 2006 15:04:05 MST", "2006-01-02 15:04 MST",
}

// Layouts of days. Times without a zone are cut off before: without the zone
// they say no more than the day.
var dayLayouts = []string{
	"2006-01-02", "2006/01/02", "2006.01.02", "20060102",
	"2.1.2006", "02.01.2006", "2/1/2006", // day first, as the region writes
	"2 January 2006", "January 2, 2006", "January 2 2006", "2 Jan 2006", "Jan 2, 2006", "2. January 2006",
	"Monday, 2 January 2006", "Monday, January 2, 2006", "Mon, 2 Jan 2006", "Mon, Jan 2, 2006",
}

var monthLayouts = []string{"2006-01", "January 2006", "Jan 2006"}

// Ukrainian and Russian month names in the genitive, as dates have them.
var monthNames = strings.NewReplacer(
	"січня", "January", "лютого", "February", "березня", "March", "квітня", "April", "травня", "May", "червня", "June",
	"липня", "July", "серпня", "August", "вересня", "September", "жовтня", "October", "листопада", "November", "грудня", "December",
	"января", "January", "февраля", "February", "марта", "March", "апреля", "April", "мая", "May", "июня", "June",
	"июля", "July", "августа", "August", "сентября", "September", "октября", "October", "ноября", "November", "декабря", "December",
	" року", "", " р.", "", " года", "", " г.", "",
)

// parseDate reads a date as pages, mails, feeds and tables write it. What names
// no zone is a day; what cannot be read is unknown time, never a guess.
func parseDate(s string) geo.Interval {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return geo.Interval{}
	}
	for _, l := range momentLayouts {
		if t, err := time.Parse(l, s); err == nil {
			return moment(t)
		}
	}
	for _, l := range utcLayouts {
		if t, err := time.Parse(l, s); err == nil {
			switch name, _ := t.Zone(); name {
			case "UTC", "GMT", "Z":
				return moment(t)
			}
			return geo.Day(t.Date())
		}
	}
	s = strings.TrimSpace(monthNames.Replace(strings.ToLower(s)))
	for _, v := range []string{s, cutClock(s)} {
		for _, l := range dayLayouts {
			if t, err := time.Parse(l, v); err == nil {
				return day(t)
			}
		}
		for _, l := range monthLayouts {
			if t, err := time.Parse(l, v); err == nil && plausible(t) {
				return geo.Interval{From: t, To: t.AddDate(0, 1, 0)}
			}
		}
	}
	return geo.Interval{}
}

// moment is the instant t, or the day when t is exactly a midnight: pages that
// know only the day write it so.
func moment(t time.Time) geo.Interval {
	if !plausible(t) {
		return geo.Interval{}
	}
	if h, m, s := t.Clock(); h == 0 && m == 0 && s == 0 && t.Nanosecond() == 0 {
		return day(t)
	}
	return geo.Moment(t.UTC())
}

func day(t time.Time) geo.Interval {
	if !plausible(t) {
		return geo.Interval{}
	}
	return geo.Day(t.Date())
}

// plausible keeps out the dates of unset clocks and broken pages.
func plausible(t time.Time) bool { return t.Year() >= 1900 && t.Year() < 2200 && t.Unix() != 0 }

// cutClock takes a clock time off the end (or the front) of a date.
func cutClock(s string) string {
	if i := strings.IndexByte(s, 't'); i == 10 { // 2006-01-02t15:04:05
		return s[:i]
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '|' })
	kept := words[:0]
	for _, w := range words {
		if strings.IndexByte(w, ':') > 0 || w == "at" || w == "о" || w == "в" || w == "—" || w == "-" {
			continue
		}
		kept = append(kept, w)
	}
	return strings.TrimRight(strings.Join(kept, " "), ",")
}

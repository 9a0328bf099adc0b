package read

import (
	"time"

	"contested/geo"
)

// calendar reads "6 November 2025", "November 6", "6–7 November", "in August",
// "06.11.2025", "2025-11-06" and days of the week.
func (s *timeScan) calendar(i, end int) (geo.Interval, int) {
	d := s.d
	if d.toks[i].kind == numberToken {
		if iv, ok := numericDate(d.str(i)); ok {
			return iv, i + 1
		}
		from, ok := s.number(i)
		if !ok || from < 1 || from > 31 {
			return geo.Interval{}, i
		}
		to, k := from, i+1
		if k+1 < end && (d.toks[k].kind == hyphenToken || d.toks[k].kind == dashToken) {
			if n, ok := s.number(k + 1); ok && n > from && n <= 31 {
				to, k = n, k+2
			}
		}
		if d.is(k, "of") {
			k++
		}
		if m, ok := s.meaning(k, monthTime); ok && k < end {
			year, k := s.yearAfter(k+1, end)
			return s.days(year, m, from, to), k
		}
		return geo.Interval{}, i
	}
	if m, ok := s.meaning(i, monthTime); ok {
		if d.toks[i].caps == lowerCase && d.lang == geo.English {
			return geo.Interval{}, i // the verbs "may" and "march"
		}
		k := i + 1
		if k < end && d.char(k) == '.' && !d.toks[k].spaced {
			k++
		}
		if from, ok := s.number(k); ok && k < end && d.toks[k].kind == numberToken && from >= 1 && from <= 31 {
			year, k := s.yearAfter(k+1, end)
			return s.days(year, m, from, from), k
		}
		if year, after := s.yearAfter(k, end); year != 0 {
			return s.month(year, m), after
		}
		if _, ok := s.meaning(i-1, atTime); ok {
			return s.month(0, m), i + 1
		}
		return geo.Interval{}, i
	}
	w, ok := s.meaning(i, weekdayTime)
	if !ok || s.today.IsZero() || d.lang == geo.English && d.toks[i].caps == lowerCase {
		return geo.Interval{}, i
	}
	by := (int(s.today.Weekday()) - w + 7) % 7
	switch which, said := s.meaning(i-1, whichTime); {
	case said && which < 0 && by == 0:
		by = 7
	case said && which > 0, s.ahead:
		by -= 7
	}
	k := i + 1
	if _, ok := s.meaning(k, partTime); ok && k < end {
		k++
	}
	return s.dayAt(-by), k
}

// relative reads "yesterday", "overnight", "last night", "this morning".
func (s *timeScan) relative(i, end int) (geo.Interval, int) {
	if s.today.IsZero() {
		return geo.Interval{}, i
	}
	if n, ok := s.meaning(i, dayTime); ok {
		k := i + 1
		if _, ok := s.meaning(k, partTime); ok && k < end {
			k++
		}
		return s.dayAt(n), k
	}
	if n, ok := s.meaning(i, nightTime); ok {
		return s.nights(n), i + 1
	}
	if n, ok := s.meaning(i, whichTime); ok && i+1 < end {
		if _, ok := s.meaning(i+1, partTime); ok {
			if n < 0 {
				return s.nights(-1), i + 2
			}
			return s.dayAt(n), i + 2
		}
	}
	return geo.Interval{}, i
}

// span reads "last week", "the past 24 hours", "two days ago", "за добу", "over
// the weekend".
func (s *timeScan) span(i, end int) (geo.Interval, int) {
	if s.today.IsZero() {
		return geo.Interval{}, i
	}
	k := i
	which, said := s.meaning(k, whichTime)
	if said {
		k++
	}
	n, counted := s.number(k)
	if counted {
		k++
	}
	if w, ok := s.meaning(k, whichTime); ok && !said { // "протягом двох останніх діб"
		which, said = w, true
		k++
	}
	u, ok := s.meaning(k, unitTime)
	if !ok || k >= end {
		return geo.Interval{}, i
	}
	k++
	day := 24 * time.Hour
	if _, ago := s.meaning(k, agoTime); ago && k < end && !said {
		if !counted {
			n = 1
		}
		switch u {
		case hourUnit:
			if n >= 24 {
				return geo.Interval{}, i
			}
			return geo.Interval{From: s.today.AddDate(0, 0, -1), To: s.today.Add(day)}, k + 1
		case dayUnit:
			return s.dayAt(-n), k + 1
		case weekUnit: // a week ago is not a day
			t := s.today.AddDate(0, 0, -7*n)
			return geo.Interval{From: t.AddDate(0, 0, -3), To: t.AddDate(0, 0, 4)}, k + 1
		case monthUnit:
			t := time.Date(s.today.Year(), s.today.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC)
			return geo.Interval{From: t, To: t.AddDate(0, 1, 0)}, k + 1
		case yearUnit:
			return wholeYear(s.today.Year() - n), k + 1
		}
		return geo.Interval{}, i
	}
	if !said {
		// "за добу", "over the weekend": a bare unit needs its preposition
		_, at := s.meaning(i-1, atTime)
		if s.d.is(i-1, "the") {
			_, at = s.meaning(i-2, atTime)
		}
		if !at || counted || u != weekendUnit && !(u == dayUnit && s.d.lang != geo.English) {
			return geo.Interval{}, i
		}
		which = -1
	}
	switch {
	case which == 0 && u == weekUnit:
		monday := s.monday(0)
		return geo.Interval{From: monday, To: monday.AddDate(0, 0, 7)}, k
	case which == 0 && u == monthUnit, which < 0 && u == monthUnit && !counted, which > 0 && u == monthUnit:
		return s.month(s.today.Year(), int(s.today.Month())+which), k
	case u == yearUnit && !counted:
		return wholeYear(s.today.Year() + which), k
	case u == weekUnit && !counted:
		monday := s.monday(which)
		return geo.Interval{From: monday, To: monday.AddDate(0, 0, 7)}, k
	case u == weekendUnit:
		saturday := s.monday(0).AddDate(0, 0, -2)
		if s.today.Weekday() == time.Sunday || which > 0 {
			saturday = s.monday(0).AddDate(0, 0, 5)
		}
		return geo.Interval{From: saturday, To: saturday.AddDate(0, 0, 2)}, k
	case which >= 0:
		return geo.Interval{}, i
	}
	if !counted {
		n = 1
	}
	from := s.today
	switch u {
	case hourUnit:
		from = from.AddDate(0, 0, -(n+23)/24)
	case dayUnit:
		from = from.AddDate(0, 0, -n)
	case weekUnit:
		from = from.AddDate(0, 0, -7*n)
	case monthUnit:
		from = from.AddDate(0, -n, 0)
	case yearUnit:
		from = from.AddDate(-n, 0, 0)
	}
	return geo.Interval{From: from, To: s.today.Add(day)}, k
}

// year reads "in 2014".
func (s *timeScan) year(i, end int) (geo.Interval, int) {
	if _, ok := s.meaning(i-1, atTime); !ok {
		return geo.Interval{}, i
	}
	if y, k := s.yearAfter(i, end); y != 0 {
		return wholeYear(y), k
	}
	return geo.Interval{}, i
}

// yearAfter reads a year at token i, after a comma perhaps; 0 when there is none.
func (s *timeScan) yearAfter(i, end int) (year, next int) {
	k := i
	if k < end && s.d.char(k) == ',' {
		k++
	}
	if k >= end || s.d.toks[k].kind != numberToken || len(s.d.str(k)) != 4 {
		return 0, i
	}
	y, ok := s.number(k)
	if !ok || y < 1900 || y > 2100 {
		return 0, i
	}
	k++
	if u, ok := s.meaning(k, unitTime); ok && u == yearUnit && k < end {
		k++ // "2014 року"
	}
	return y, k
}

// days is a day or days of a month; a year that is not given is the one that
// puts it nearest to the publication, on the side that is spoken of.
func (s *timeScan) days(year, month, from, to int) geo.Interval {
	if year == 0 {
		if s.today.IsZero() {
			return geo.Interval{}
		}
		year = s.today.Year()
		switch t := time.Date(year, time.Month(month), from, 0, 0, 0, 0, time.UTC); {
		case !s.ahead && t.After(s.today.AddDate(0, 0, 1)):
			year--
		case s.ahead && t.Before(s.today.AddDate(0, -1, 0)):
			year++
		}
	}
	t := time.Date(year, time.Month(month), from, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month {
		return geo.Interval{} // 31 November
	}
	return geo.Interval{From: t, To: t.AddDate(0, 0, to-from+1)}
}

// month is a whole month.
func (s *timeScan) month(year, month int) geo.Interval {
	if year == 0 {
		if s.today.IsZero() {
			return geo.Interval{}
		}
		year = s.today.Year()
		switch now := int(s.today.Month()); {
		case !s.ahead && month > now:
			year--
		case s.ahead && month < now:
			year++
		}
	}
	t := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return geo.Interval{From: t, To: t.AddDate(0, 1, 0)}
}

func (s *timeScan) dayAt(offset int) geo.Interval {
	t := s.today.AddDate(0, 0, offset)
	return geo.Interval{From: t, To: t.AddDate(0, 0, 1)}
}

// nights is the night before the day of publication (-1) or after it (0). No
// hour is made up: it covers both of its days.
func (s *timeScan) nights(n int) geo.Interval {
	t := s.today.AddDate(0, 0, n)
	return geo.Interval{From: t, To: t.AddDate(0, 0, 2)}
}

// monday is the first day of the week of publication, or of one weeks later.
func (s *timeScan) monday(weeks int) time.Time {
	return s.today.AddDate(0, 0, -(int(s.today.Weekday())+6)%7+7*weeks)
}

func wholeYear(y int) geo.Interval {
	t := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	return geo.Interval{From: t, To: t.AddDate(1, 0, 0)}
}

// numericDate reads "06.11.2025" and "2025-11-06".
func numericDate(s string) (geo.Interval, bool) {
	if len(s) < len("2.1.2006") {
		return geo.Interval{}, false
	}
	for _, form := range []string{"02.01.2006", "2.1.2006", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil {
			return geo.Day(t.Date()), true
		}
	}
	return geo.Interval{}, false
}

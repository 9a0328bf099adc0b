package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"contested/geo"
	"contested/geo/render"
)

// ColourBy is what the colours of a map stand for. The zero value is who claims
// it, which the program is about.
type ColourBy uint8

// What colours may stand for.
const (
	ByParty ColourBy = iota
	ByPublisher
	ByType
	ByStatus // what the article says of it; how sure it is, all articles considered, is the pattern
	ByDate   // of the article
)

var colourNames = [...]string{"party", "publisher", "type", "status", "date"}

// Colourings lists everything that colours may stand for.
func Colourings() []ColourBy { return []ColourBy{ByParty, ByPublisher, ByType, ByStatus, ByDate} }

func (b ColourBy) String() string { return colourNames[min(int(b), len(colourNames)-1)] }

// ParseColourBy reads what String writes.
func ParseColourBy(s string) (ColourBy, bool) {
	i := slices.Index(colourNames[:], s)
	return ColourBy(max(i, 0)), i >= 0
}

// Colouring says which claims have which colour. It is made of the whole
// document, so that no colour changes with a filter, and never changed.
type Colouring struct {
	By         ColourBy
	Publishers []string    // by colour; what nobody here published has the last
	Others     int         // publishers without a colour of their own
	Days       []time.Time // where each stretch of time begins, and where the last one ends
	Open       bool        // the first stretch has no beginning
}

// othersClass is the class of what belongs to none of the others.
const othersClass = render.MaxClasses - 1

// Colouring is how the claims of the document are coloured; nil where it is by
// party.
func (s *State) Colouring(by ColourBy) *Colouring {
	k := &Colouring{By: by}
	switch by {
	case ByPublisher:
		claims := map[string]int{}
		for i := range s.Articles {
			if n := s.claimsOf(i); n > 0 {
				claims[s.Articles[i].Publisher.Name] += n
			}
		}
		for name := range claims {
			k.Publishers = append(k.Publishers, name)
		}
		slices.SortFunc(k.Publishers, func(a, b string) int { return cmp.Or(cmp.Compare(claims[b], claims[a]), cmp.Compare(a, b)) })
		if n := len(k.Publishers); n > render.MaxClasses {
			k.Publishers, k.Others = k.Publishers[:othersClass], n-othersClass
		}
	case ByDate:
		var days []time.Time
		for i := range s.Articles {
			if a := s.Articles[i]; a.Published.Known() && s.claimsOf(i) > 0 {
				days = append(days, a.Published.From.UTC().Truncate(24*time.Hour))
			}
		}
		k.Days, k.Open = stretches(days)
	case ByType, ByStatus:
	default:
		return nil
	}
	return k
}

// claimsOf counts the claims of the article at an index of Articles.
func (s *State) claimsOf(article int) int { return int(s.first[article+1] - s.first[article]) }

// mostStretches is how many stretches of time have colours.
const mostStretches = render.MaxClasses - 1

// stretches divides time into as short stretches of the calendar as colours
// allow. A few early days do not decide it: the first stretch is then open.
func stretches(days []time.Time) (begins []time.Time, open bool) {
	if len(days) == 0 {
		return nil, false
	}
	slices.SortFunc(days, time.Time.Compare)
	first, last := days[len(days)/20], days[len(days)-1]
	divide := func(from time.Time, next func(time.Time) time.Time) bool {
		begins = begins[:0]
		for t := from; len(begins) <= mostStretches; t = next(t) {
			begins = append(begins, t)
			if t.After(last) {
				return true
			}
		}
		return false
	}
	done := false
	for _, n := range []int{1, 2, 3, 7, 14} {
		from := first
		if n >= 7 { // weeks begin on Mondays
			from = first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
		}
		if done = divide(from, func(t time.Time) time.Time { return t.AddDate(0, 0, n) }); done {
			break
		}
	}
	for n := 1; !done; n *= 2 {
		if n == 8 {
			n = 12 // years, and twice as many
		}
		months := first.Year()*12 + int(first.Month()) - 1
		months -= months % n
		from := time.Date(months/12, time.Month(months%12+1), 1, 0, 0, 0, 0, time.UTC)
		done = divide(from, func(t time.Time) time.Time { return t.AddDate(0, n, 0) })
	}
	return begins, days[0].Before(begins[0])
}

// stretch is the class of the i-th stretch of time: they share the scale out.
func (k *Colouring) stretch(i int) render.Class {
	if n := len(k.Days) - 1; n > 1 {
		return render.Class((i*(mostStretches-1) + (n-1)/2) / (n - 1))
	}
	return mostStretches - 1
}

// class is the class of a claim in an article.
func (k *Colouring) class(f *facts, a *geo.Article) render.Class {
	switch k.By {
	case ByPublisher:
		if i := slices.Index(k.Publishers, a.Publisher.Name); i >= 0 {
			return render.Class(i)
		}
	case ByType:
		return families[min(int(f.kind), len(families)-1)]
	case ByStatus:
		return proofs[min(int(f.status), len(proofs)-1)]
	case ByDate:
		if !a.Published.Known() || len(k.Days) < 2 {
			break
		}
		i := 0
		for i+2 < len(k.Days) && !a.Published.From.Before(k.Days[i+1]) {
			i++
		}
		return k.stretch(i)
	}
	return othersClass
}

// families fold the types of claims into as many kinds as there are colours.
var families = [...]render.Class{
	geo.Captured: 0, geo.Control: 0, geo.Encircled: 0, geo.Defended: 0,
	geo.Advance: 1, geo.Attack: 1, geo.Fighting: 1, geo.Withdrawal: 1,
	geo.Casualties: 2, geo.Damage: 2, geo.Evacuation: 2,
	geo.WithdrawalDemanded: 3, geo.TerritoryClaimed: 3, geo.Ceasefire: 3,
	geo.Forecast: 4,
	geo.Other:    othersClass,
}

// proofs are the colours of what articles say of proof: grey where they say
// nothing.
var proofs = [...]render.Class{geo.Confirmed: 1, geo.Disputed: 2, geo.Unverified: 3, geo.NoStatus: othersClass}

// key is what the map's legend says of the colours; nil where they stand for
// parties.
func (k *Colouring) key(l geo.Language) *render.Key {
	if k == nil {
		return nil
	}
	w := colourWordsIn(l)
	out := &render.Key{Head: w.heads[k.By]}
	switch k.By {
	case ByPublisher:
		for _, name := range k.Publishers {
			out.Names = append(out.Names, clipped(cmp.Or(name, w.nameless)))
		}
		out.Letters = initials(out.Names)
		if k.Others > 0 {
			out.Names, out.Letters = append(out.Names, fmt.Sprintf(w.others, k.Others)), append(out.Letters, "…")
		}
	case ByType:
		out.Names, out.Letters = w.types[:], []string{"H", "F", "P", "T", "E", "O"}
	case ByStatus:
		out.Names, out.Letters = w.statuses[:], []string{"", "C", "D", "N", "", "–"}
	case ByDate:
		out.Ordered = true
		out.Names, out.Letters = make([]string, render.MaxClasses), make([]string, render.MaxClasses)
		for i := range max(0, len(k.Days)-1) {
			name := between(k.Days[i], k.Days[i+1], l)
			if i == 0 && k.Open {
				name = fmt.Sprintf(w.before, date(k.Days[1], l))
			}
			c := k.stretch(i)
			out.Names[c], out.Letters[c] = name, [...]string{"I", "II", "III", "IV", "V"}[min(i, 4)]
		}
		out.Names[othersClass], out.Letters[othersClass] = w.undated, "?"
	}
	return out
}

// clipped keeps a name to a row of the legend.
func clipped(s string) string {
	if r := []rune(s); len(r) > 32 {
		return strings.TrimSpace(string(r[:31])) + "…"
	}
	return s
}

// initials are letters for names, each its own: the first of a word, or else any
// letter that is free.
func initials(names []string) []string {
	taken := map[rune]bool{}
	out := make([]string, 0, len(names))
	for _, name := range names {
		var tries []rune
		for _, word := range strings.Fields(name) {
			tries = append(tries, []rune(word)[0])
		}
		tries = append(tries, []rune(name)...)
		for r := 'A'; r <= 'Z'; r++ {
			tries = append(tries, r)
		}
		for _, r := range tries {
			r = unicode.ToUpper(r)
			if unicode.IsLetter(r) && r < 0x530 && !taken[r] { // letters that the fonts have
				taken[r] = true
				out = append(out, string(r))
				break
			}
		}
	}
	return out
}

// date is a day in short.
func date(t time.Time, l geo.Language) string {
	if l == geo.Ukrainian || l == geo.Russian {
		return t.Format("02.01.2006")
	}
	return t.Format("2 Jan 2006")
}

// between is a stretch of days in short, its end left out.
func between(from, end time.Time, l geo.Language) string {
	last := end.AddDate(0, 0, -1)
	if from.Equal(last) {
		return date(from, l)
	}
	first := ""
	switch {
	case l == geo.Ukrainian || l == geo.Russian:
		first = from.Format("02.01")
	case from.Year() == last.Year() && from.Month() == last.Month():
		first = from.Format("2")
	default:
		first = from.Format("2 Jan")
	}
	if from.Year() != last.Year() {
		first = date(from, l)
	}
	return first + " – " + date(last, l)
}

type colourWords struct {
	heads    [5]string // by ColourBy
	types    [6]string // families of claim types
	statuses [6]string // by class
	nameless string    // an article without a publisher
	others   string    // %d further publishers
	before   string    // %s: a day
	undated  string
}

func colourWordsIn(l geo.Language) *colourWords {
	switch l {
	case geo.Ukrainian:
		return &colourWords{
			heads:    [5]string{"Хто стверджує", "Хто опублікував", "Про що йдеться", "Що каже стаття про перевірку", "Коли опубліковано"},
			types:    [6]string{"Хто утримує місце", "Бої, просування, відхід", "Люди, втрати, руйнування", "Вимоги й перемовини", "Прогнози", "Інше"},
			statuses: [6]string{1: "Підтверджено", 2: "Заперечується", 3: "Не перевірено", 5: "Нічого"},
			nameless: "Видавця не названо", others: "Інших видавців: %d", before: "До %s", undated: "Без дати",
		}
	case geo.Russian:
		return &colourWords{
			heads:    [5]string{"Кто утверждает", "Кто опубликовал", "О чём идёт речь", "Что говорит статья о проверке", "Когда опубликовано"},
			types:    [6]string{"Кто удерживает место", "Бои, продвижение, отход", "Люди, потери, разрушения", "Требования и переговоры", "Прогнозы", "Прочее"},
			statuses: [6]string{1: "Подтверждено", 2: "Оспаривается", 3: "Не проверено", 5: "Ничего"},
			nameless: "Издатель не назван", others: "Других издателей: %d", before: "До %s", undated: "Без даты",
		}
	}
	return &colourWords{
		heads:    [5]string{"Who claims it", "Published by", "What it is about", "What the article says of proof", "Published when"},
		types:    [6]string{"Who holds the place", "Fighting, advance, withdrawal", "People, losses, damage", "Demands and talks", "Forecasts", "Other"},
		statuses: [6]string{1: "Confirmed", 2: "Disputed", 3: "Not verified", 5: "Nothing"},
		nameless: "No publisher named", others: "%d other publishers", before: "Before %s", undated: "Undated",
	}
}

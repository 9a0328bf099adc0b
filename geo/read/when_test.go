package read

import (
	"testing"
	"time"

	"contested/geo"
)

// TestWhen holds which time expressions give a claim its time, for articles of
// Saturday, 22 November 2025. The texts are invented.
func TestWhen(t *testing.T) {
	r := reader(t)
	const none = "undated"
	for _, c := range []struct{ text, want string }{
		{"The General Staff said Russian troops attacked Lyman on Thursday.", "2025-11-20"},
		{"The General Staff said on Thursday that Russian troops had attacked Lyman.", none},
		{"On Thursday, the General Staff said Russian troops attacked Lyman.", none},
		{"Russian troops attacked Lyman on Saturday, the General Staff said.", "2025-11-22"},
		{"Russian troops attacked Lyman last Saturday, the General Staff said.", "2025-11-15"},
		{"The ministry in Moscow claimed that Russian forces captured Siversk on 6 November.", "2025-11-06"},
		{"The ministry in Moscow claimed that Russian forces captured Siversk on December 3.", "2024-12-03"},
		{"The ministry in Moscow claimed that Russian forces captured Siversk on Dec. 3, 2023.", "2023-12-03"},
		{"The ministry in Moscow claimed that Russian forces captured Siversk in August.", "2025-08"},
		{"The ministry in Moscow claimed that Russian forces captured Bakhmut in May 2023.", "2023-05"},
		{"Separatists captured Sloviansk in 2014, the mayor said.", "2014-01-01 – 2014-12-31"},
		{"Three people were killed in Kramatorsk overnight, Governor Vadym Filashkin said.", "2025-11-21 – 2025-11-22"},
		{"Three people were killed in Kramatorsk yesterday evening, Governor Vadym Filashkin said.", "2025-11-21"},
		{"Three people were killed in Kramatorsk two days ago, Governor Vadym Filashkin said.", "2025-11-20"},
		{"Over the past 24 hours three people were killed in Kramatorsk, Governor Vadym Filashkin said.", "2025-11-21 – 2025-11-22"},
		{"Five people were wounded in Kramatorsk last week, Governor Vadym Filashkin said.", "2025-11-10 – 2025-11-16"},
		{"Zelensky said Russia will attack Sloviansk next week.", "2025-11-24 – 2025-11-30"},
		{"The General Staff said Russian troops have been attacking Lyman since Thursday.", none},
		{"The General Staff said Russian troops may attack Lyman.", none},
		{"Речник ОСУВ Віктор Трегубов заявив, що у четвер сили оборони відбили атаку біля Сіверська.", "2025-11-20"},
		{"Речник ОСУВ Віктор Трегубов заявив, що за добу сили оборони відбили атаку біля Сіверська.", "2025-11-21 – 2025-11-22"},
		{"У четвер речник ОСУВ Віктор Трегубов заявив, що сили оборони відбили атаку біля Сіверська.", none},
		{"Вчора окупанти обстріляли Костянтинівку, — повідомив голова Донецької ОВА Вадим Філашкін.", "2025-11-21"},
		{"Минобороны РФ сообщило об освобождении Северска 6 ноября.", "2025-11-06"},
		{"Минобороны РФ сообщило, что на прошлой неделе войска освободили Северск.", "2025-11-10 – 2025-11-16"},
		{"Как сообщает DeepState, в августе российские войска продвинулись у Гуляйполя.", "2025-08"},
	} {
		a := article(t, c.text)
		a.Published = geo.Day(2025, time.November, 22)
		g := r.Read(a)
		if len(g.Claims) != 1 {
			t.Errorf("%s: %d claims", c.text, len(g.Claims))
			continue
		}
		if got := g.Claims[0].When.String(); got != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestWhenUndated: without a date of publication only dates with a year count.
func TestWhenUndated(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]string{
		"The General Staff said Russian troops attacked Lyman on Thursday.":             "undated",
		"The General Staff said Russian troops attacked Lyman on 6 November.":           "undated",
		"The General Staff said Russian troops attacked Lyman on 6 November 2024.":      "2024-11-06",
		"The General Staff said Russian troops attacked Lyman on the 31st of November.": "undated",
	} {
		a := article(t, text)
		a.Published = geo.Interval{}
		g := r.Read(a)
		if len(g.Claims) != 1 || g.Claims[0].When.String() != want {
			t.Errorf("%s: %v, want %s", text, g.Claims, want)
		}
	}
}

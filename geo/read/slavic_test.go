package read

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"contested/geo"
)

// slavicClaim is what the tests say of a claim: party, type, polarity, modality,
// status, source and content.
func slavicClaims(t *testing.T, r *Reader, text string) (out []string) {
	t.Helper()
	a := article(t, text)
	g := r.Read(a)
	for i := range g.Claims {
		c := &g.Claims[i]
		if err := c.Validate(a); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		who := ""
		if len(c.Speaker) > 0 {
			who = c.Speaker[0].Of(text)
		}
		out = append(out, strings.Join([]string{c.Source.Party.String(), c.Type.String(), c.Polarity.String(), c.Modality.String(), c.Status.String(), who, c.Content[0].Of(text)}, "|"))
	}
	return out
}

// TestSlavicFrames holds the frames of attribution in both languages. The texts
// are invented.
func TestSlavicFrames(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Речник ОСУВ Віктор Трегубов заявив, що сили оборони відбили атаку біля Сіверська.",
			[]string{"UA|defended|affirmed|asserted|none|Речник ОСУВ Віктор Трегубов|сили оборони відбили атаку біля Сіверська"}},
		{"Окупанти обстріляли Костянтинівку, — повідомив голова Донецької ОВА Вадим Філашкін.",
			[]string{"UA|attack|affirmed|asserted|none|голова Донецької ОВА Вадим Філашкін|Окупанти обстріляли Костянтинівку"}},
		{"За словами мешканців, у Добропіллі загинули троє людей.",
			[]string{"CIV|casualties|affirmed|asserted|none|мешканців|у Добропіллі загинули троє людей"}},
		{"Генштаб спростував захоплення Мирнограда.",
			[]string{"UA|captured|negated|asserted|none|Генштаб|захоплення Мирнограда"}},
		{"Минобороны РФ сообщило об освобождении Северска. Независимо подтвердить это невозможно.",
			[]string{"RU|captured|affirmed|asserted|unverified|Минобороны РФ|освобождении Северска"}},
		{"«Мы взяли Красноармейск», — заявил Денис Пушилин.",
			[]string{"RU|captured|affirmed|asserted|none|Денис Пушилин|Мы взяли Красноармейск"}},
		{"Как сообщает DeepState, российские войска продвинулись у Гуляйполя.",
			[]string{"PRESS|advance|affirmed|asserted|none|DeepState|российские войска продвинулись у Гуляйполя"}},
		{"У 7-му корпусі спростували інформацію про оточення військ у Мирнограді.",
			[]string{"UA|encircled|negated|asserted|none|корпусі|оточення військ у Мирнограді"}},
		{"За попередньою інформацією, у Миколаєві троє поранених, — голова ОВА Віталій Кім.",
			[]string{"UA|casualties|affirmed|asserted|none|голова ОВА Віталій Кім|За попередньою інформацією, у Миколаєві троє поранених"}},
		{"Дев'ять селищ перебували під обстрілами, у Херсоні загинули двоє людей — поліція.",
			[]string{"UA|attack|affirmed|asserted|none|поліція|Дев'ять селищ перебували під обстрілами", "UA|casualties|affirmed|asserted|none|поліція|у Херсоні загинули двоє людей"}},
		{"Путін повторив вимогу: ЗСУ повинні залишити Донбас.",
			[]string{"RU|withdrawal_demanded|affirmed|demand|none|Путін|ЗСУ повинні залишити Донбас"}},
		{"«Ситуація в Лимані важка», — зітхає волонтерка Оля.",
			[]string{"CIV|other|affirmed|asserted|none|волонтерка Оля|Ситуація в Лимані важка"}},
		{"Губернатор Гладков звинуватив українські сили в обстрілі Шебекиного.",
			[]string{"RU|attack|affirmed|asserted|none|Губернатор Гладков|українські сили в обстрілі Шебекиного"}},
		{"Боєць розповів, як штурмували Варварівку.",
			[]string{"UA|attack|affirmed|asserted|none|Боєць|штурмували Варварівку"}},
		{"МАГАТЭ: ЗАЭС лишилась внешнего электроснабжения.",
			[]string{"INT|damage|affirmed|asserted|none|МАГАТЭ|ЗАЭС лишилась внешнего электроснабжения"}},
		{"В Киеве слова Герасимова опровергли: Купянск под контролем Сил обороны.",
			[]string{"UA|control|affirmed|asserted|none|Киеве|Купянск под контролем Сил обороны"}},
		{"«Купянск освобождён полностью» — так Герасимов отчитался перед президентом.",
			[]string{"RU|captured|affirmed|asserted|none|Герасимов|Купянск освобождён полностью"}},
		{"Эксперт рассказал ТАСС, что Северск взят.",
			[]string{"PRESS|captured|affirmed|asserted|none|Эксперт|Северск взят"}},
		{"Волонтерка Ірина їздить у Костянтинівку щотижня. Каже, що по дорозі її двічі атакував дрон.",
			[]string{"CIV|attack|affirmed|asserted|none||по дорозі її двічі атакував дрон"}},
		{"Москва стверджує, що її війська оточили Мирноград, Київ це заперечує.",
			[]string{"RU|encircled|affirmed|asserted|disputed|Москва|її війська оточили Мирноград", "UA|encircled|negated|asserted|none|Київ|це"}},
		{"В Рыльске после обстрела повреждены два дома, сообщил губернатор.",
			[]string{"RU|damage|affirmed|asserted|none|губернатор|В Рыльске после обстрела повреждены два дома"}},
		{"Минобороны РФ заявило об уничтожении склада в Токмаке.",
			[]string{"RU|damage|affirmed|asserted|none|Минобороны РФ|уничтожении склада в Токмаке"}},
	} {
		if got := slavicClaims(t, r, c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// FuzzSlavic holds the laws of reading for Ukrainian and Russian: what is read
// lies in the text, and the same text gives the same reading.
func FuzzSlavic(f *testing.F) {
	for _, s := range []string{
		"Генштаб ЗСУ інформує: на Покровському напрямку ворог здійснив 12 атак у районах Шахового та Родинського.",
		"«Місто наше», — сказав він. «Ні!» — відповіла вона, що, що, що",
		"По словам Пушилина, взят Северск; Генштаб, как сообщили в Киеве, это опроверг, и добавил: «нет».",
		strings.Repeat("заявив, що «", 60), strings.Repeat("— сказал, ", 90),
	} {
		f.Add(s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		for _, lang := range []geo.Language{geo.Ukrainian, geo.Russian} {
			a, err := geo.NewArticle(geo.Article{Text: text, Language: lang})
			if err != nil {
				t.Skip()
			}
			g := r.Read(&a)
			for i := range g.Claims {
				if err := g.Claims[i].Validate(&a); err != nil {
					t.Fatal(err)
				}
			}
			for _, x := range g.Attributions {
				for _, list := range [][]geo.Span{x.Source, x.Cue, x.Content} {
					for _, sp := range list {
						if err := sp.In(text); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
			if again := r.Read(&a); !reflect.DeepEqual(g, again) {
				t.Fatal("the same text was read differently")
			}
		}
	})
}

// BenchmarkSlavic reads a long text of each language; MB/s is the figure.
func BenchmarkSlavic(b *testing.B) {
	r := reader(b)
	for name, s := range map[string]string{
		"uk":  "Речник ОСУВ Іван Петренко заявив, що ворог здійснив 12 атак біля Сіверська, але наші бійці відбили їх. Мешканка Лимана сказала: «Води немає». Підтвердити це незалежно неможливо.\n\n",
		"ru":  "«Город взят», — сообщил Денис Пушилин. По данным Генштаба ВСУ, бои идут в районе Северска. Минобороны РФ заявило об освобождении Шахового.\n\n",
		"bad": "сказав, що «", "dash": "— сказав, ",
	} {
		for _, size := range []int{100_000, 400_000} {
			a, err := geo.NewArticle(geo.Article{Text: strings.Repeat(s, size/len(s)), Language: geo.Ukrainian})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(name+"/"+strings.Repeat("I", size/100_000), func(b *testing.B) {
				b.SetBytes(int64(len(a.Text)))
				for b.Loop() {
					r.Read(&a)
				}
			})
		}
	}
}

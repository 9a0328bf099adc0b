package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

func TestRomanise(t *testing.T) {
	for uk, want := range map[string]string{
		"Покровськ": "Pokrovsk", "Слов'янськ": "Sloviansk", "Часів Яр": "Chasiv Yar", "Куп'янськ": "Kupiansk", "Згурівка": "Zghurivka",
		"Єнакієве": "Yenakiieve", "Їжакевич": "Yizhakevych", "Мар’їнка": "Marinka", "Щербинівка": "Shcherbynivka", "Яцьківка": "Yatskivka",
		"Нью-Йорк": "Niu-York", "Гуляйполе": "Huliaipole", "Ґоронда": "Goronda", "Запоріжжя": "Zaporizhzhia", "Київ": "Kyiv", "": "",
		"Івано-Франківськ": "Ivano-Frankivsk", "Знам'янка": "Znamianka", "Сєвєродонецьк": "Sievierodonetsk",
	} {
		if got := Romanise(uk); got != want {
			t.Errorf("%s: %s, not %s", uk, got, want)
		}
	}
}

func TestCaseForms(t *testing.T) {
	for _, c := range []struct {
		name     string
		language geo.Language
		forms    string
	}{
		{"Покровськ", geo.Ukrainian, "Покровська Покровську Покровськом"},
		{"Бахмут", geo.Ukrainian, "Бахмута Бахмуту Бахмутом Бахмуті"},
		{"Авдіївка", geo.Ukrainian, "Авдіївки Авдіївці Авдіївку Авдіївкою"},
		{"Курахове", geo.Ukrainian, "Курахового Кураховому Кураховим Курахова"},
		{"Новоекономічне", geo.Ukrainian, "Новоекономічного Новоекономічному Новоекономічним"},
		{"Очеретине", geo.Ukrainian, "Очеретиного Очеретиному Очеретиним"},
		{"Покровське", geo.Ukrainian, "Покровського Покровському Покровським"},
		{"Добропілля", geo.Ukrainian, "Добропіллю Добропіллям Добропіллі"},
		{"Запоріжжя", geo.Ukrainian, "Запоріжжю Запоріжжям Запоріжжі"},
		{"Харків", geo.Ukrainian, "Харкова Харкову Харковом Харкові"},
		{"Київ", geo.Ukrainian, "Києва Києву Києвом Києві"},
		{"Ямпіль", geo.Ukrainian, "Ямполя Ямполю Ямполем Ямполі"},
		{"Маріуполь", geo.Ukrainian, "Маріуполя Маріуполю Маріуполем Маріуполі"},
		{"Ірпінь", geo.Ukrainian, "Ірпеня Ірпеню Ірпенем Ірпені"},
		{"Умань", geo.Ukrainian, "Умані Уманню"},
		{"Керч", geo.Ukrainian, "Керчі Керчю"},
		{"Піски", geo.Ukrainian, "Пісків Піскам Пісками Пісках"},
		{"Суми", geo.Ukrainian, "Сум Сумам Сумами Сумах"},
		{"Ступочки", geo.Ukrainian, "Ступочок Ступочкам Ступочках"},
		{"Бердичі", geo.Ukrainian, "Бердичів Бердичам Бердичами Бердичах"},
		{"Чернівці", geo.Ukrainian, "Чернівців Чернівцям Чернівцями Чернівцях"},
		{"Попасна", geo.Ukrainian, "Попасної Попасній Попасну Попасною"},
		{"Кремінна", geo.Ukrainian, "Кремінної Кремінній Кремінну Кремінною"},
		{"Волноваха", geo.Ukrainian, "Волновахи Волновасі Волноваху Волновахою"},
		{"Хрустальний", geo.Ukrainian, "Хрустального Хрустальному Хрустальним"},
		{"Тростянець", geo.Ukrainian, "Тростянця Тростянцю Тростянцем Тростянці"},
		{"Гуляйполе", geo.Ukrainian, "Гуляйполя Гуляйполю Гуляйполем Гуляйполі"},
		{"Дніпро", geo.Ukrainian, "Дніпра Дніпру Дніпром Дніпрі"},
		{"Часів Яр", geo.Ukrainian, "Часового Яру, Часовому Яру, Часовим Яром"},
		{"Велика Новосілка", geo.Ukrainian, "Великої Новосілки, Великій Новосілці, Велику Новосілку, Великою Новосілкою"},
		{"Нова Каховка", geo.Ukrainian, "Нової Каховки, Новій Каховці, Нову Каховку, Новою Каховкою"},
		{"Кривий Ріг", geo.Ukrainian, "Кривого Рогу, Кривому Розі, Кривим Рогом"},
		{"Малі Щербаки", geo.Ukrainian, "Малих Щербаків, Малим Щербакам, Малих Щербаках"},
		{"Мала Токмачка", geo.Ukrainian, "Малої Токмачки, Малій Токмачці"},
		{"Олексієво-Дружківка", geo.Ukrainian, "Олексієво-Дружківки, Олексієво-Дружківці"},
		{"Рай-Олександрівка", geo.Ukrainian, "Рай-Олександрівки, Рай-Олександрівці"},
		{"Клебан-Бик", geo.Ukrainian, "Клебан-Бика, Клебан-Бику, Клебан-Биком"},
		{"Донецька область", geo.Ukrainian, "Донецької області, Донецькій області, Донецьку область, Донецькою областю"},
		{"Покровський район", geo.Ukrainian, "Покровського району, Покровському районі"},
		{"Україна", geo.Ukrainian, "України Україні Україну Україною"},
		{"Росія", geo.Ukrainian, "Росії Росію Росією"},
		{"Донбас", geo.Ukrainian, "Донбасу Донбасом Донбасі"},
		{"Крим", geo.Ukrainian, "Криму Кримом"},
		{"Сіверський Донець", geo.Ukrainian, "Сіверського Дінця, Сіверському Дінцю, Сіверським Дінцем"},
		{"Покровск", geo.Russian, "Покровска Покровску Покровском Покровске"},
		{"Константиновка", geo.Russian, "Константиновки Константиновке Константиновку Константиновкой"},
		{"Курахово", geo.Russian, "Курахова Курахову Кураховом Курахове"},
		{"Новоэкономическое", geo.Russian, "Новоэкономического Новоэкономическому Новоэкономическим Новоэкономическом"},
		{"Доброполье", geo.Russian, "Доброполья Доброполью Добропольем"},
		{"Часов Яр", geo.Russian, "Часова Яра, Часову Яру, Часовым Яром, Часовом Яре"},
		{"Красный Лиман", geo.Russian, "Красного Лимана, Красному Лиману, Красным Лиманом, Красном Лимане"},
		{"Великая Новосёлка", geo.Russian, "Великой Новосёлки, Великой Новосёлке, Великую Новосёлку"},
		{"Угледар", geo.Russian, "Угледара Угледару Угледаром Угледаре"},
		{"Мариуполь", geo.Russian, "Мариуполя Мариуполю Мариуполем Мариуполе"},
		{"Пески", geo.Russian, "Песков Пескам Песками Песках"},
		{"Сумы", geo.Russian, "Сум Сумам Сумами Сумах"},
		{"Попасная", geo.Russian, "Попасной Попасную"},
		{"Донецкая область", geo.Russian, "Донецкой области, Донецкую область, Донецкой областью"},
		{"Россия", geo.Russian, "России Россию Россией"},
		{"Орёл", geo.Russian, "Орла Орлу Орлом Орле"},
		{"Керчь", geo.Russian, "Керчи Керчью"},
	} {
		made := formsOf(c.name, c.language, true, false)
		separator := " "
		if strings.Contains(c.forms, ",") {
			separator = ", "
		}
		for _, want := range strings.Split(c.forms, separator) {
			if !slices.Contains(made, nameForm{foldName(want), Inflected}) {
				t.Errorf("%s: %s is not made", c.name, want)
			}
		}
	}
}

func TestSpellings(t *testing.T) {
	for _, c := range []struct {
		name     string
		language geo.Language
		forms    string
	}{
		{"Авдіївка", geo.Ukrainian, "Avdiivka Avdiyivka Avdivka Avdijivka"},
		{"Авдеевка", geo.Russian, "Avdeevka Avdeyevka Avdeievka"},
		{"Мирноград", geo.Ukrainian, "Myrnohrad Myrnograd Mirnograd"},
		{"Слов'янськ", geo.Ukrainian, "Sloviansk Slovyansk Slovjansk"},
		{"Курахове", geo.Ukrainian, "Kurakhove Kurakhovo"},
		{"Гришине", geo.Ukrainian, "Hryshyne Hryshino Grishine"},
		{"Артёмовск", geo.Russian, "Artyomovsk Artemovsk Artiomovsk"},
		{"Красноармейск", geo.Russian, "Krasnoarmeysk Krasnoarmeisk Krasnoarmejsk"},
		{"Гуляйполе", geo.Ukrainian, "Huliaipole Hulyaypole Guliaipole Gulyaypole"},
		{"Новоэкономическое", geo.Russian, "Novoekonomicheskoye Novoekonomicheskoe"},
		{"Северский Донец", geo.Russian, "Severskiy Donets, Seversky Donets, Severski Donets"},
		{"Хрустальний", geo.Ukrainian, "Khrustalnyi Khrustalny Khrustalnyy"},
		{"Щербинівка", geo.Ukrainian, "Shcherbynivka Shcherbinivka"},
		{"Kostyantynivka", "", "Kostyantynovka"},
	} {
		made := formsOf(c.name, c.language, true, false)
		separator := " "
		if strings.Contains(c.forms, ",") {
			separator = ", "
		}
		for _, want := range strings.Split(c.forms, separator) {
			if !slices.Contains(made, nameForm{foldName(want), Variant}) {
				t.Errorf("%s: %s is not made", c.name, want)
			}
		}
	}
}

func TestAdjectives(t *testing.T) {
	for _, c := range []struct {
		name     string
		language geo.Language
		forms    string
	}{
		{"Покровськ", geo.Ukrainian, "покровський покровському покровська"},
		{"Торецьк", geo.Ukrainian, "торецький торецькому"},
		{"Лиман", geo.Ukrainian, "лиманський лиманському"},
		{"Костянтинівка", geo.Ukrainian, "костянтинівський костянтинівському"},
		{"Курахове", geo.Ukrainian, "курахівський курахівському"},
		{"Оріхів", geo.Ukrainian, "оріхівський"},
		{"Гуляйполе", geo.Ukrainian, "гуляйпільський"},
		{"Покровск", geo.Russian, "покровское покровском"},
		{"Купянск", geo.Russian, "купянское купянском"},
		{"Константиновка", geo.Russian, "константиновское константиновском"},
	} {
		made := formsOf(c.name, c.language, false, true)
		for _, want := range strings.Fields(c.forms) {
			if !slices.Contains(made, nameForm{want, Adjectival}) {
				t.Errorf("%s: %s is not made", c.name, want)
			}
		}
	}
	g := builtIn(t)
	for phrase, id := range map[string]geo.PlaceID{
		"Покровському напрямку": "gn:704422", "Краматорському напрямку": "gn:704508", "Часовоярское направление": "gn:710915",
		"Великоновосілківський": "gn:690237", "Новопавлівському": "ct:novopavlivka-novopavlivska", "Купянском направлении": "gn:703656",
	} {
		if _, hits := g.Longest(Words(phrase)); !leadsTo(hits, id) {
			t.Errorf("%s: %v", phrase, hits)
		}
	}
}

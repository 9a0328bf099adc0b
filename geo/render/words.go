package render

import (
	"fmt"
	"math"

	"contested/geo"
)

// words are the words of the furniture in one language.
type words struct {
	who, sure, signs string
	fold             string // folds the legend
	near, toward     string // soft areas
	between          string
	voices           [MaxClasses]string // or what else the colours stand for
	keyed            bool               // they stand for something else
	looks            [4]string
	vague, cluster   string
	contested, faded string
	region, origins  string
	kilometres       string
	metres           string
	trueAt           string // %s: a latitude
	north, south     string
	borders          string
	data             string // before the sources of the ground
	context          string // head of the layers of others' events
	moreContext      string // %d further layers
	others           string // before who published the context
	tiles            string // before whose map tiles are shown
	carries          string // before the code of what the file carries
	more             string // of a sheet, %d quotes at a place
	shown            string // of a sheet, %d quotes of %d
	table            string // where all of them are, in the file %s
	page             string // %d of %d
	next             string // that a sheet goes on
	continued        string // that a place's quotes began before
}

// VoiceName is what a voice is called in a language, as in the legend.
func VoiceName(v geo.Voice, l geo.Language) string {
	return wordsIn(l).voices[min(v, geo.UnattributedVoice)]
}

// LookName is what a pattern means in a language, as in the legend.
func LookName(k Look, l geo.Language) string { return wordsIn(l).looks[min(k, Denied)] }

func wordsIn(l geo.Language) *words {
	switch l {
	case geo.Ukrainian:
		return &ukrainian
	case geo.Russian:
		return &russian
	}
	return &english
}

var english = words{
	who: "Who claims it", sure: "How sure", signs: "Signs", fold: "Fewer",
	near: "Near it, how near is not said", toward: "Towards it, from where is not said", between: "Between two places",
	voices:    [6]string{"Russia", "Ukraine", "Analysts", "Press and witnesses", "International, third states", "Unattributed"},
	looks:     [4]string{"Claimed, not verified", "Independently confirmed", "Sources conflict", "Denied: said not to be so"},
	vague:     "Near a place or towards it",
	cluster:   "Several places, their number",
	contested: "Parties contradict each other",
	faded:     "Older or superseded",
	region:    "A whole region is named",
	origins:   "Larger: more independent origins",
	metres:    "m", kilometres: "km", trueAt: "at %s", north: "N", south: "S",
	borders: "Borders as recognised by the United Nations; names and borders do not imply an opinion.",
	context: "Context, not claims", moreContext: "… and %d more layers", others: "Context: ",
	tiles: "Map tiles: ",
	data:  "Map data: ", carries: "Carries claims and quotes, code ",
	more: "and %d more: see the table", shown: "%d of %d quotes are shown.", table: "All of them: see %s",
	page: "page %d of %d", next: "Continued on the next page", continued: "continued",
}

var ukrainian = words{
	who: "Хто стверджує", sure: "Наскільки певно", signs: "Позначки", fold: "Менше",
	near: "Поблизу, наскільки – не сказано", toward: "У його бік, звідки – не сказано", between: "Між двома місцями",
	voices:    [6]string{"Росія", "Україна", "Аналітики", "Преса й очевидці", "Міжнародні, треті держави", "Без зазначення джерела"},
	looks:     [4]string{"Заявлено, не перевірено", "Незалежно підтверджено", "Джерела суперечать", "Заперечено: сказано, що не так"},
	vague:     "Поблизу місця або в його бік",
	cluster:   "Кілька місць, їхня кількість",
	contested: "Сторони суперечать одна одній",
	faded:     "Давніше або вже замінене",
	region:    "Названо цілий регіон",
	origins:   "Більший знак: більше незалежних джерел",
	metres:    "м", kilometres: "км", trueAt: "на %s", north: "пн. ш.", south: "пд. ш.",
	borders: "Кордони, визнані Організацією Об’єднаних Націй; назви й кордони не виражають жодної позиції.",
	context: "Контекст, не твердження", moreContext: "… і ще шарів: %d", others: "Контекст: ",
	tiles: "Плитки карти: ",
	data:  "Картографічні дані: ", carries: "Містить твердження й цитати, код ",
	more: "і ще %d: див. таблицю", shown: "Показано цитат: %d із %d.", table: "Усі: див. %s",
	page: "сторінка %d із %d", next: "Далі на наступній сторінці", continued: "продовження",
}

var russian = words{
	who: "Кто утверждает", sure: "Насколько точно", signs: "Обозначения", fold: "Меньше",
	near: "Рядом, насколько – не сказано", toward: "В его сторону, откуда – не сказано", between: "Между двумя местами",
	voices:    [6]string{"Россия", "Украина", "Аналитики", "Пресса и очевидцы", "Международные, третьи страны", "Без указания источника"},
	looks:     [4]string{"Заявлено, не проверено", "Независимо подтверждено", "Источники расходятся", "Отрицается: сказано, что не так"},
	vague:     "Рядом с местом или в его сторону",
	cluster:   "Несколько мест, их число",
	contested: "Стороны противоречат друг другу",
	faded:     "Прежнее или заменённое",
	region:    "Назван целый регион",
	origins:   "Крупнее: больше независимых источников",
	metres:    "м", kilometres: "км", trueAt: "на %s", north: "с. ш.", south: "ю. ш.",
	borders: "Границы, признанные Организацией Объединённых Наций; названия и границы не выражают какой-либо позиции.",
	context: "Контекст, не утверждения", moreContext: "… и ещё слоёв: %d", others: "Контекст: ",
	tiles: "Плитки карты: ",
	data:  "Картографические данные: ", carries: "Содержит утверждения и цитаты, код ",
	more: "и ещё %d: см. таблицу", shown: "Показано цитат: %d из %d.", table: "Все: см. %s",
	page: "страница %d из %d", next: "Далее на следующей странице", continued: "продолжение",
}

// latitude words a latitude in whole degrees.
func (w *words) latitude(lat float64) string {
	side := w.north
	if lat < 0 {
		side = w.south
	}
	return fmt.Sprintf("%.0f° %s", math.Abs(lat), side)
}

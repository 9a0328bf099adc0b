package main

import (
	"strings"

	"contested/geo"

	"github.com/paulmach/orb"
)

// namesOfOblasts are the names of Ukraine's units by ISO 3166-2: official
// romanisation, Ukrainian, Russian.
var namesOfOblasts = map[string][3]string{
	"UA-05": {"Vinnytsia Oblast", "Вінницька область", "Винницкая область"},
	"UA-07": {"Volyn Oblast", "Волинська область", "Волынская область"},
	"UA-09": {"Luhansk Oblast", "Луганська область", "Луганская область"},
	"UA-12": {"Dnipropetrovsk Oblast", "Дніпропетровська область", "Днепропетровская область"},
	"UA-14": {"Donetsk Oblast", "Донецька область", "Донецкая область"},
	"UA-18": {"Zhytomyr Oblast", "Житомирська область", "Житомирская область"},
	"UA-21": {"Zakarpattia Oblast", "Закарпатська область", "Закарпатская область"},
	"UA-23": {"Zaporizhzhia Oblast", "Запорізька область", "Запорожская область"},
	"UA-26": {"Ivano-Frankivsk Oblast", "Івано-Франківська область", "Ивано-Франковская область"},
	"UA-30": {"Kyiv", "Київ", "Киев"},
	"UA-32": {"Kyiv Oblast", "Київська область", "Киевская область"},
	"UA-35": {"Kirovohrad Oblast", "Кіровоградська область", "Кировоградская область"},
	"UA-40": {"Sevastopol", "Севастополь", "Севастополь"},
	"UA-43": {"Crimea", "Автономна Республіка Крим", "Автономная Республика Крым"},
	"UA-46": {"Lviv Oblast", "Львівська область", "Львовская область"},
	"UA-48": {"Mykolaiv Oblast", "Миколаївська область", "Николаевская область"},
	"UA-51": {"Odesa Oblast", "Одеська область", "Одесская область"},
	"UA-53": {"Poltava Oblast", "Полтавська область", "Полтавская область"},
	"UA-56": {"Rivne Oblast", "Рівненська область", "Ровенская область"},
	"UA-59": {"Sumy Oblast", "Сумська область", "Сумская область"},
	"UA-61": {"Ternopil Oblast", "Тернопільська область", "Тернопольская область"},
	"UA-63": {"Kharkiv Oblast", "Харківська область", "Харьковская область"},
	"UA-65": {"Kherson Oblast", "Херсонська область", "Херсонская область"},
	"UA-68": {"Khmelnytskyi Oblast", "Хмельницька область", "Хмельницкая область"},
	"UA-71": {"Cherkasy Oblast", "Черкаська область", "Черкасская область"},
	"UA-74": {"Chernihiv Oblast", "Чернігівська область", "Черниговская область"},
	"UA-77": {"Chernivtsi Oblast", "Чернівецька область", "Черновицкая область"},
}

// namedRegions are regions that are put together of units.
var namedRegions = []struct {
	id    string
	units []string
	names [3]string
}{
	{"reg:donbas", []string{"UA-09", "UA-14"}, [3]string{"Donbas", "Донбас", "Донбасс"}},
	{"reg:crimea", []string{"UA-43", "UA-40"}, [3]string{"Crimea", "Крим", "Крым"}},
}

// seas are written where there is room for them.
var seas = []struct {
	id               string
	at               orb.Point
	minZoom, maxZoom float64
	names            [3]string
}{
	{"atlantic", orb.Point{-38, 28}, 1, 4, [3]string{"Atlantic Ocean", "Атлантичний океан", "Атлантический океан"}},
	{"pacific", orb.Point{-150, 12}, 1, 4, [3]string{"Pacific Ocean", "Тихий океан", "Тихий океан"}},
	{"indian", orb.Point{78, -22}, 1, 4, [3]string{"Indian Ocean", "Індійський океан", "Индийский океан"}},
	{"arctic", orb.Point{-10, 82}, 1, 4, [3]string{"Arctic Ocean", "Північний Льодовитий океан", "Северный Ледовитый океан"}},
	{"mediterranean", orb.Point{18.2, 34.6}, 3, 7, [3]string{"Mediterranean Sea", "Середземне море", "Средиземное море"}},
	{"black", orb.Point{34.4, 43.2}, 3.5, 8.5, [3]string{"Black Sea", "Чорне море", "Чёрное море"}},
	{"azov", orb.Point{36.6, 46.05}, 5.25, 10, [3]string{"Sea of Azov", "Азовське море", "Азовское море"}},
	{"caspian", orb.Point{51, 41.7}, 3.5, 7.5, [3]string{"Caspian Sea", "Каспійське море", "Каспийское море"}},
	{"baltic", orb.Point{19.4, 56.2}, 3.5, 7.5, [3]string{"Baltic Sea", "Балтійське море", "Балтийское море"}},
	{"north", orb.Point{3.2, 56.2}, 3.5, 7, [3]string{"North Sea", "Північне море", "Северное море"}},
	{"adriatic", orb.Point{16.2, 42.7}, 4.75, 8, [3]string{"Adriatic Sea", "Адріатичне море", "Адриатическое море"}},
	{"aegean", orb.Point{25.2, 38.6}, 4.75, 8, [3]string{"Aegean Sea", "Егейське море", "Эгейское море"}},
	{"marmara", orb.Point{28.2, 40.7}, 6.5, 10, [3]string{"Sea of Marmara", "Мармурове море", "Мраморное море"}},
	{"norwegian", orb.Point{3, 67.5}, 3.5, 6.5, [3]string{"Norwegian Sea", "Норвезьке море", "Норвежское море"}},
	{"barents", orb.Point{38, 73.5}, 3.5, 6.5, [3]string{"Barents Sea", "Баренцове море", "Баренцево море"}},
	{"red", orb.Point{38.3, 20.4}, 4, 7, [3]string{"Red Sea", "Червоне море", "Красное море"}},
	{"persian", orb.Point{51.6, 26.9}, 4.5, 7.5, [3]string{"Persian Gulf", "Перська затока", "Персидский залив"}},
	{"taganrog", orb.Point{38.35, 46.98}, 8, 12, [3]string{"Taganrog Bay", "Таганрозька затока", "Таганрогский залив"}},
	{"karkinit", orb.Point{32.7, 45.9}, 7.5, 11, [3]string{"Karkinit Bay", "Каркінітська затока", "Каркинитский залив"}},
	{"syvash", orb.Point{34.62, 45.93}, 8.5, 12, [3]string{"Syvash", "Сиваш", "Сиваш"}},
}

// newerCountryNames are names that changed, or are shorter on a map, since the
// edition of CLDR in golang.org/x/text.
var newerCountryNames = map[string][3]string{
	"CD": {"DR Congo", "ДР Конго", "ДР Конго"},
	"CG": {"Congo", "Конго", "Конго"},
	"HK": {"Hong Kong", "Гонконг", "Гонконг"},
	"MK": {"North Macedonia", "Північна Македонія", "Северная Македония"},
	"MM": {"Myanmar", "М’янма", "Мьянма"},
	"MO": {"Macau", "Макао", "Макао"},
	"PS": {"Palestine", "Палестина", "Палестина"},
	"SZ": {"Eswatini", "Есватіні", "Эсватини"},
	"TR": {"Türkiye", "Туреччина", "Турция"},
}

// capitals are the seats of government of Europe and of states that news of the
// region name most, by GeoNames id.
var capitals = []geo.PlaceID{
	"gn:703448",  // Kyiv
	"gn:524901",  // Moscow
	"gn:625144",  // Minsk
	"gn:756135",  // Warsaw
	"gn:618426",  // Chișinău
	"gn:683506",  // Bucharest
	"gn:727011",  // Sofia
	"gn:323786",  // Ankara
	"gn:611717",  // Tbilisi
	"gn:616052",  // Yerevan
	"gn:587084",  // Baku
	"gn:593116",  // Vilnius
	"gn:456172",  // Riga
	"gn:588409",  // Tallinn
	"gn:658225",  // Helsinki
	"gn:2673730", // Stockholm
	"gn:3143244", // Oslo
	"gn:2618425", // Copenhagen
	"gn:2950159", // Berlin
	"gn:3067696", // Prague
	"gn:3060972", // Bratislava
	"gn:3054643", // Budapest
	"gn:2761369", // Vienna
	"gn:792680",  // Belgrade
	"gn:264371",  // Athens
	"gn:3169070", // Rome
	"gn:2988507", // Paris
	"gn:2643743", // London
	"gn:2800866", // Brussels
	"gn:3117735", // Madrid
	"gn:4140963", // Washington
	"gn:1816670", // Beijing
	"gn:112931",  // Tehran
	"gn:360630",  // Cairo
	"gn:108410",  // Riyadh
}

// withOblast is the English name of an oblast with its head noun. Natural Earth has it
// in the names of krais and republics, but not in those of the oblasts of Russia and
// Belarus, whose Russian names say what they are.
func withOblast(english, russian, country string) string {
	if country != "RU" && country != "BY" || english == "" || strings.Contains(english, " ") {
		return english
	}
	switch {
	case strings.HasSuffix(russian, " автономная область"):
		return english + " Autonomous Oblast"
	case strings.HasSuffix(russian, " область"):
		return english + " Oblast"
	}
	return english
}

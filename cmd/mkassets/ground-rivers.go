package main

import "github.com/paulmach/orb"

// riverNames are rivers whose course is in the data, by points from the source
// down; a river that a reservoir interrupts has several courses.
var riverNames = []struct {
	id      string
	names   [3]string
	courses [][]orb.Point
}{
	{"siverskyi-donets", [3]string{"Siverskyi Donets", "Сіверський Донець", "Северский Донец"},
		[][]orb.Point{{{36.95, 50.98}, {37.0, 49.38}, {38.33, 49.0}, {39.92, 48.37}, {40.93, 47.59}}}},
	{"oskil", [3]string{"Oskil", "Оскіл", "Оскол"}, [][]orb.Point{{{37.8, 51.0}, {37.90, 50.0}, {37.40, 49.11}}}},
	{"samara", [3]string{"Samara", "Самара", "Самара"}, [][]orb.Point{{{37.13, 48.61}, {36.0, 48.53}, {35.27, 48.63}}}},
	{"inhulets", [3]string{"Inhulets", "Інгулець", "Ингулец"}, [][]orb.Point{{{32.41, 48.81}, {33.27, 48.0}, {32.81, 46.69}}}},
	{"don", [3]string{"Don", "Дон", "Дон"}, [][]orb.Point{
		{{39.1, 52.5}, {40.19, 50.09}, {42.0, 49.62}, {43.0, 49.42}},
		{{42.0, 47.56}, {41.0, 47.61}, {40.26, 47.24}},
	}},
	{"dnipro", [3]string{"Dnipro", "Дніпро", "Днепр"}, [][]orb.Point{
		{{31.9, 54.8}, {30.3, 53.8}, {30.9, 52.2}, {30.56, 51.45}},
		{{30.52, 50.6}, {30.7, 50.15}, {31.5, 49.75}},
	}},
	{"desna", [3]string{"Desna", "Десна", "Десна"}, [][]orb.Point{{{34.4, 53.3}, {33.3, 52.3}, {31.3, 51.5}, {30.57, 50.6}}}},
	{"prypiat", [3]string{"Prypiat", "Прип’ять", "Припять"}, [][]orb.Point{{{26.3, 52.1}, {28.3, 52.1}, {29.9, 51.5}}}},
	{"dniester", [3]string{"Dniester", "Дністер", "Днестр"}, [][]orb.Point{{{23.4, 49.4}, {25.3, 48.8}, {27.7, 48.45}, {29.0, 47.7}, {30.2, 46.45}}}},
	{"southern-buh", [3]string{"Southern Buh", "Південний Буг", "Южный Буг"}, [][]orb.Point{{{26.6, 49.6}, {28.5, 49.2}, {30.2, 48.2}, {31.8, 47.1}}}},
	{"prut", [3]string{"Prut", "Прут", "Прут"}, [][]orb.Point{{{25.3, 48.4}, {27.0, 48.2}, {27.8, 47.2}, {28.2, 45.5}}}},
	{"western-buh", [3]string{"Western Buh", "Західний Буг", "Западный Буг"}, [][]orb.Point{{{24.3, 50.4}, {23.6, 51.5}, {23.6, 52.1}}}},
	{"seim", [3]string{"Seim", "Сейм", "Сейм"}, [][]orb.Point{{{36.5, 51.7}, {34.5, 51.4}, {32.7, 51.4}}}},
	{"danube", [3]string{"Danube", "Дунай", "Дунай"}, [][]orb.Point{{{16.4, 48.2}, {19.0, 47.5}, {20.5, 44.8}, {25.0, 43.7}, {28.0, 45.45}, {29.6, 45.3}}}},
	{"vistula", [3]string{"Vistula", "Вісла", "Висла"}, [][]orb.Point{{{19.9, 50.05}, {21.8, 51.2}, {21.0, 52.3}, {18.9, 54.3}}}},
	{"daugava", [3]string{"Daugava", "Західна Двіна", "Западная Двина"}, [][]orb.Point{{{30.2, 55.2}, {27.0, 55.9}, {24.2, 56.9}}}},
	{"kuban", [3]string{"Kuban", "Кубань", "Кубань"}, [][]orb.Point{{{41.9, 44.2}, {40.5, 45.3}, {37.9, 45.2}}}},
}

// ownRivers are courses that no data set has, drawn through a few points that we
// know, where a great river would otherwise end in the middle of nowhere: good to
// about 2 km, the bed of the Dnipro in the former Kakhovka Reservoir to about 4 km.
// Small rivers are not drawn by hand: an error of 2 km would show.
var ownRivers = []struct {
	id    string
	names [3]string
	rank  uint8
	from  float64 // zoom
	line  []orb.Point
}{
	{"dnipro", [3]string{"Dnipro", "Дніпро", "Днепр"}, 1, 5, []orb.Point{
		{35.11, 47.862}, {35.13, 47.775}, {35.11, 47.69}, {35.08, 47.62}, {35.03, 47.55}, {34.92, 47.53}, {34.79, 47.545},
		{34.65, 47.575}, {34.50, 47.56}, {34.38, 47.54}, {34.21, 47.48}, {34.03, 47.455}, {33.985, 47.38}, {33.99, 47.30},
		{33.905, 47.19}, {33.80, 47.10}, {33.67, 46.99}, {33.63, 46.89}, {33.50, 46.83}, {33.383, 46.785}, {33.34, 46.768},
	}},
	{"dnipro", [3]string{"Dnipro", "Дніпро", "Днепр"}, 1, 5, []orb.Point{{32.645, 46.65}, {32.615, 46.63}, {32.587, 46.604}}},
	{"southern-buh", [3]string{"Southern Buh", "Південний Буг", "Южный Буг"}, 1, 5, []orb.Point{
		{31.749, 47.253}, {31.80, 47.17}, {31.88, 47.08}, {31.93, 47.01}, {31.95, 46.965}, {31.985, 46.92}, {31.989, 46.884},
	}},
}

// lakeNames are found by a point in the lake.
var lakeNames = []struct {
	id    string
	at    orb.Point
	names [3]string
}{
	{"syvash", orb.Point{34.72, 45.9}, [3]string{"Syvash", "Сиваш", "Сиваш"}},
	{"kyiv-reservoir", orb.Point{30.5, 50.85}, [3]string{"Kyiv Reservoir", "Київське водосховище", "Киевское водохранилище"}},
	{"ladoga", orb.Point{31.5, 60.8}, [3]string{"Lake Ladoga", "Ладозьке озеро", "Ладожское озеро"}},
	{"onega", orb.Point{35.5, 61.5}, [3]string{"Lake Onega", "Онезьке озеро", "Онежское озеро"}},
	{"tsimlyansk", orb.Point{42.8, 47.9}, [3]string{"Tsimlyansk Reservoir", "Цимлянське водосховище", "Цимлянское водохранилище"}},
	{"balaton", orb.Point{17.8, 46.85}, [3]string{"Lake Balaton", "Балатон", "Балатон"}},
}

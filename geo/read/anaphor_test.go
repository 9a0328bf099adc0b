package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// What "the town", "there" and the like mean; all sentences invented.
func TestAnaphors(t *testing.T) {
	checkMentions(t, []string{
		// the topic, not what was named last
		"[Siversk] has been shelled for a week. Supplies come from [Kramatorsk] and [Sloviansk], officials say. [=Siversk:The town] has no power.",
		"[Makiivka] was quiet. He named no date for [=Pokrovsk:the city] that officials call [Pokrovsk].",
		"[Lyman] was quiet. Guns fired at [=Bakhmut:the town], known to officials as [Artyomovsk].",
		"[Lyman] was quiet on Monday. Buses left for [Izium].\n\nBy evening [=Lyman:the town] was under fire again.",
		"Fighting for [Toretsk] goes on. Reinforcements were brought up from [Horlivka], a soldier said. He had spent a month [=Toretsk:there].",
		"[Kupiansk] is split in two. The eastern part lies across the river from [Kivsharivka]. Nobody can reach [=Kupiansk:the city] by day.",
		// a front sector, and the seat of the region spoken of
		"On the [a:Lyman] axis the enemy attacked near [Zarichne]. Nine assaults were counted in [=Lyman:this sector].",
		"In the [a:Pokrovsk] direction the enemy struck [Dobropillia]. Losses in [=Pokrovsk:that direction] are heavy.",
		"[Orikhiv] burned. In [=Zaporizhzhia:the regional centre] a tram stopped.",
		// a body's name
		"[Siversk] and [Kharkiv] were quiet. The head of the settlement military administration smiled.",
		// over the border of paragraphs
		"The mayor of [Nikopol] asked people to stay indoors.\n\nA school burned down.\n\nTwo thirds of [=Nikopol:the city] had no water on Tuesday.",
		"Troops dug in around [Huliaipole].\n\nThe command did not comment.\n\n[=Huliaipole:The town] had 12,000 people once.",
		// what it was called before
		"The village of [Zarichne] lies west of [Lyman]. Both armies want the hill above [=Zarichne:the village].",
		"[Pokrovsk], a rail hub, is the prize. From [Dobropillia] trucks still run. Whoever holds [=Pokrovsk:the hub] holds the road.",
		// the size decides
		"[Kharkiv] sent buses to [Vilcha]. Only nine people were left in [=Vilcha:the village].",
		"Drones from [Ruska Lozova] were heard over [Kharkiv]. [=Kharkiv:The city] of a million slept badly.",
		// a title in the first line is the topic of what follows
		"Fight for [Orikhiv]\n\nThe road from [Zaporizhzhia] is mined. A bus waits at the edge of [=Orikhiv:the town].",
		"[DRUZHKIVKA], [Ukraine] — The bus to [Kramatorsk] no longer runs, so Halyna walks. She rests on a bench outside what used to be [=Druzhkivka:the town]'s cinema.",
		"[Druzhkivka] was once safe. Families from [Toretsk] and [Bakhmut] rented flats [=Druzhkivka:here].",
		"Men control most of the town. The corps denied that troops had withdrawn from [Myrnohrad] and said that roads to [=Myrnohrad:the town] were open.",
		"In [Vovchansk] three houses are left. Volunteers from [Chuhuiv] still drive [=Vovchansk:there].",
		"[Bilopillia] lost its bakery. People who lived [=Bilopillia:there] moved to [Sumy].",
		"The governor of [Kherson region] spoke of a hard night. Three people died in [=Kherson Oblast:the region].",
	})
}

// Plurals stand for each of the places.
func TestPluralAnaphors(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, words, places string }{
		{"Fighting goes on in Siversk and Lyman. Both towns have lost their water supply.", "Both towns", "Siversk Lyman"},
		{"Shells fell on Nikopol and Marhanets.\n\nThe two cities lie across the water from the plant.", "The two cities", "Nikopol Marhanets"},
		{"The talks were about the Donetsk and Luhansk regions. Moscow wants the two regions whole.", "the two regions", "Donetsk Oblast Luhansk Oblast"},
		{"Yampil, Ozerne and Zarichne were shelled. All three villages are without power.", "All three villages", "Yampil Ozerne Zarichne"},
		{"Troops entered Myrne and Malynivka, Ukraine. The army showed no film from either village.", "either village", "Myrne Malynivka"},
		{"Druzhkivka and Kostiantynivka burned. Nobody sleeps in these towns.", "these towns", "Druzhkivka Kostiantynivka"},
		{"Russia says it holds Kupiansk and Vovchansk. Neither town has fallen, an officer said.", "Neither town", "Kupiansk Vovchansk"},
	} {
		d := readPlaces(t, r, c.text)
		var got []string
		for _, m := range d.mentions {
			if m.Use == geo.Anaphor && m.Span.Of(d.text) == c.words {
				p, _ := r.gaz.Place(m.Place)
				got = append(got, p.Name)
			}
		}
		if strings.Join(got, " ") != c.places {
			t.Errorf("%s\n%s: got %q, want %s", c.text, c.words, got, c.places)
		}
	}
}

// "Here" is where the speaker is, when only what stands behind the quotation says so;
// invented sentences.
func TestHereBeforeTheSpeaker(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, place string }{
		{"“We are staying here,” said a baker in Kramatorsk. Lyman is burning.", "Kramatorsk"},
		{"Trains to Lozova ran late. “There is no water here,” a nurse in Izium told the agency.", "Izium"},
		{"Shells fell on Siversk. “Nobody sleeps here,” said Olha, a teacher from Druzhkivka.", "Druzhkivka"},
	} {
		got := ""
		for _, m := range r.Read(article(t, c.text)).Mentions {
			if m.Use == geo.Anaphor && m.Span.Of(c.text) == "here" {
				p, _ := r.gaz.Place(m.Place)
				got = p.Name
			}
		}
		if got != c.place {
			t.Errorf("%s\nhere: got %q, want %s", c.text, got, c.place)
		}
	}
}

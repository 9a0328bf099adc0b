package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// What claims are about; all texts, people and events invented. Each line after
// the text is words of a claim and the places it must have.
func TestPlacesOfClaims(t *testing.T) {
	checkClaims(t, []string{
		// the speaker's own office or post
		"The head of the Lyman city administration, Petro Hrushko, said four people were hurt and a shop burned out.\n> four people were hurt | Lyman",
		"KYIV — Two people died in Nikopol on Monday.\n\nThe mayor of Marhanets, Ivan Sydorenko, said three houses had been destroyed.\n> three houses had been destroyed | Marhanets",
		"Shells fell on Kherson all night.\n\nThe head of the Beryslav district administration, Olha Tkach, said a driver had been wounded. She said the bus had been hit by a drone.\n> a driver had been wounded | Beryslav\n> the bus had been hit | Beryslav",
		"Andrii Kotenko, who commands a company near Kostiantynivka, said the enemy had switched to motorcycles. \"They lose ten men a day,\" he said.\n> the enemy had switched | Kostiantynivka\n> They lose ten men | Kostiantynivka",
		"A battalion commander fighting outside Siversk said his men had repelled nine assaults since Sunday.\n> his men had repelled nine assaults | Siversk",
		"The Kherson region was quiet.\n\nSerhii, a resident of Bilozerske, said there had been no water for a week.\n> there had been no water | Bilozerske",
		"A doctor at the hospital in Druzhkivka said eleven wounded had been brought in.\n> eleven wounded had been brought in | Druzhkivka",
		// the entry, the post, the turn
		"10:20 Explosions were heard in Sumy.\n\n11:05 Zaporizhzhia. The governor says two people were injured. A fire has been put out.\n> two people were injured | Zaporizhzhia",
		"09:15 — Kryvyi Rih: a drone hit a warehouse. No one was hurt, the city's defence council says.\n> No one was hurt | Kryvyi Rih",
		"Situation in the east, by place\n\nToretsk\nRussian troops hold most of the centre. Ukrainian units have lost two blocks, officers say.\n\nChasiv Yar\nThe fighting has moved to the western edge. Ukrainian officers said the canal was still held.\n> have lost two blocks | Toretsk\n> The fighting has moved | Chasiv Yar\n> the canal was still held | Chasiv Yar",
		// the topic, not the dateline nor the place of the paragraph before
		"DNIPRO, 3 May — A missile struck a bakery in Pavlohrad on Friday. Two women were killed, the governor said. The roof collapsed.\n> Two women were killed | Pavlohrad\n> The roof collapsed | Pavlohrad",
		"The Russian defence ministry said its forces had taken Myrne. Ukraine's General Staff said the village was still held.\n> the village was still held | Myrne",
		"Fighting goes on in Siversk and Lyman. Both towns have lost their power supply, officials said.\n> have lost their power supply | Siversk, Lyman",
		"The war in Vovchansk has become a war of cellars. A sergeant said they had pushed the enemy out of one block. Another soldier said the river could not be crossed.\n> they had pushed the enemy out | Vovchansk\n> the river could not be crossed | Vovchansk",
		"Kupiansk is not lost, the Joint Forces said on Tuesday. Its spokesman said ten Russian soldiers had been captured in the sewers.\n> ten Russian soldiers had been captured | Kupiansk",
		// a sector only says where to look
		"In the Pokrovsk direction, Ukrainian troops stopped 20 attacks near Shakhove.\n> stopped 20 attacks | Shakhove",
		"In the Pokrovsk direction, Ukrainian troops stopped 20 attacks.\n> stopped 20 attacks | Pokrovsk",
		// a name that only tells where the place before it lies
		"Russian forces seized Rivne, just east of Myrnohrad, the ministry said.\n> seized Rivne | Rivne",
		"A strike on Bilenke, a village outside Kramatorsk, killed two people, police said.\n> killed two people | Bilenke",
		"Russian forces seized Rivne, about five kilometres to the east of Myrnohrad, and Lysivka, the ministry said.\n> seized Rivne | Rivne, Lysivka",
		"Russian forces seized Rivne, on the outskirts of Myrnohrad, the ministry said.\n> seized Rivne | Rivne",
		"The corps said fighting went on in Rivne, immediately east of Myrnohrad, and in Novoekonomichne to the north.\n> fighting went on | Rivne, Novoekonomichne",
		"Минобороны заявило о взятии Ровного под Мирноградом.\n> взятии Ровного | Rivne",
		"Російські війська захопили Рівне, східніше Мирнограда, повідомив DeepState.\n> захопили Рівне | Rivne",
		// but not in a list, and not where it is the river that is located
		"Russian forces attacked in Lyman, near Yampil and toward Siversk, the staff said.\n> attacked in Lyman | Lyman, Yampil, Siversk",
		"Fighting continued in Pokrovsk, north of Pokrovsk near Rodynske, and west of Pokrovsk near Kotlyne, the staff said.\n> Fighting continued | Pokrovsk, Rodynske, Kotlyne",
		"Ворог атакував у Рівному, поблизу Мирнограда та в бік Гришиного, повідомив Генштаб.\n> атакував у Рівному | Rivne, Myrnohrad, Hryshyne",
		"Soldiers destroyed a crossing over the Oskil near Dvorichna, the staff said.\n> destroyed a crossing | Oskil River, Dvorichna",
		// guns fire from a river's bank; what was hit and who was hurt is in the town
		"KHERSON — Two people died in Kherson on Wednesday.\n\nThe governor said artillery fired from the left bank of the Dnipro hit a bus stop. Eleven people were taken to hospital.\n> Eleven people were taken | Kherson",
		// "the outage": where it was
		"Nikopol lies across the reservoir from the Zaporizhzhia nuclear plant, which the agency said had lost a power line. Moscow blamed Ukrainian shelling for the outage.\n> Ukrainian shelling | Zaporizhzhia Nuclear Power Plant",
		// a raid on the whole country, whatever the entry before was about
		"06:40 Pavlohrad: the mayor says a depot has been hit.\n\n07:05 Ukraine's air force says it shot down 88 of 112 drones.\n> it shot down | ",
		"In Pokrovsk, fighting goes on, the ministry said.\n\nAir defence systems shot down six guided bombs and 183 drones, the ministry said. A missile was intercepted over the Black Sea.\n> shot down six guided bombs | \n> A missile was intercepted | Black Sea",
		// where somebody comes from is not what he speaks of
		"Residents who had fled from Bakhmut said their street in Sloviansk was hit by a bomb.\n> their street in Sloviansk was hit | Sloviansk",
		"Drones launched from Primorsko-Akhtarsk hit a depot in Odesa.\n> hit a depot | Odesa",
		// where somebody spoke, went or sits is not what is told of
		"Speaking to reporters at a school in Izium, Governor Vadym Tkach said a bus had been hit in Lyman. Two people were killed, he said.\n> Two people were killed | Lyman",
		"Siversk was shelled all day. Maria, who left for Dnipro in March, told us her house had burned down.\n> her house had burned down | Siversk",
		"A man who fled Oleshky told us that the shops in the town had been looted.\n> had been looted | Oleshky",
		"Fighting goes on in Toretsk. The council, which sits in Druzhkivka, said three people had been wounded.\n> three people had been wounded | Toretsk",
		// what the last sentence is about, however often another was named
		"Lyman was shelled. Lyman was bombed, too, and drones fell on Lyman.\n\nIn Siversk, the power was cut. A sergeant said two houses had been destroyed.\n> two houses had been destroyed | Siversk",
		"The road from Bilozerka to Stanislav is closed. The police say it is mined every night.\n> it is mined every night | Bilozerka",
		"A rocket struck Izium after dark. The governor of Kharkiv region, Oleh Tkach, put the toll at two dead.\n> two dead | Izium",
		"Orikhiv was quiet. In the regional centre a bomb fell on a market. Ivan Tkach, deputy head of the regional administration, reported three wounded.\n> three wounded | Zaporizhzhia",
		// "there" that only opens a clause
		"A drone fell in Izium. In Lyman at about six there were three explosions, the police said.\n> three explosions | Lyman",
		// not in what is said next, nor by somebody else
		"Toretsk was quiet. The ministry said that a drone had been shot down and that the next strike would fall on Izium.\n> a drone had been shot down | Toretsk",
		// the turn before asks, whoever asks
		"ANCHOR (Studio 2): Is Lyman quiet?\n\nKRAVETS: Lyman is quiet.\n\nANCHOR (Studio 4): And Siversk?\n\nKRAVETS: We left it in October.\n\nANCHOR (Studio 2): Thank you.\n> We left it in October | Siversk",
		"11:25 Update on Kherson: four wounded, the prosecutors say. The second shell fell in Bilozerka.\n> four wounded | Kherson",
		// the answer to a question that names no place, and to a reminder of a journey
		"ANCHOR: Has Dobropillia been entered? Our reporter is in Pavlohrad.\n\nHOLT: The mayor told me there were no Russian soldiers in the town. But groups were seen near Bilytske, to the south.\n\nANCHOR: What about civilians?\n\nHOLT: Two buses were shelled on Monday, officials say.\n> Two buses were shelled | Dobropillia",
		"ANCHOR: Is Siversk lost?\n\nHOLT: The army says it is not.\n\nANCHOR: You were on the road to Lyman yesterday.\n\nHOLT: I was. There was shelling all along the way. We did not see a single Russian soldier.\n> There was shelling | Lyman\n> a single Russian soldier | Lyman",
		// people met in the town of the dateline, and those who came from elsewhere
		"IZIUM — Behind the river lies the road to Kupiansk.\n\nHer son lives in Poltava. At the kiosk a retired electrician says he heard nine blasts on Monday.\n\nIn May they hit the bus station, says a nurse.\n> he heard nine blasts | Izium\n> they hit the bus station | Izium",
		"IZIUM — A blogger wrote last month that the town had been occupied.\n> the town had been occupied | Izium",
		"ZAPORIZHZHIA — Larysa Dub stepped off the bus with a parrot. She had fled Orikhiv the night before.\n\n\"They destroyed our house on Saturday,\" said Larysa Dub, a nurse.\n> They destroyed our house | Orikhiv",
		// behind the clause
		"Mayor Ihor Terekhov said 14 people were wounded. Three districts of Kharkiv were hit.\n> 14 people were wounded | Kharkiv",
	})
}

func checkClaims(t *testing.T, cases []string) {
	t.Helper()
	r := reader(t)
	for _, c := range cases {
		text, lines, _ := strings.Cut(c, "\n> ")
		a := article(t, text)
		got := r.Read(a)
		for _, line := range strings.Split(lines, "\n> ") {
			words, want, _ := strings.Cut(line, " | ")
			var found []string
			for _, cl := range got.Claims {
				hit := false
				for _, s := range cl.Content {
					hit = hit || strings.Contains(s.Of(text), words)
				}
				if hit {
					found = append(found, placeNames(r, cl))
				}
			}
			if len(found) != 1 || found[0] != want {
				t.Errorf("%s\n  %q: got %q, want %s", text, words, found, want)
			}
		}
	}
}

func placeNames(r *Reader, c geo.Claim) string {
	var names []string
	for _, p := range c.Places {
		pl, _ := r.gaz.Place(p.Place)
		names = append(names, pl.Name)
	}
	return strings.Join(names, ", ")
}

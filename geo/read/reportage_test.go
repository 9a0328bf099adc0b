package read

import "testing"

// People met on the spot speak, in speech that is split around its tag; the reporter sees
// for himself.
func TestPeopleMet(t *testing.T) {
	checkSpoken(t, []string{
		"In the cellar of a block in Kostiantynivka, eleven people waited for the police. \"There is no water, no gas,\" one of them, a woman called Tamara, told me. \"They bomb us every hour.\"\n> no water | CIV damage affirmed | Kostiantynivka\n> bomb us | CIV attack affirmed | Kostiantynivka",
		"Olena Dudka sells bread in Kramatorsk. \"Nobody here expects the army to give up the city,\" said her son Ihor, who drives a taxi.\n> Nobody here | CIV withdrawal negated | Kramatorsk",
		"A teacher, Svitlana Moroz, said from Berdiansk, where she has stayed, that two of her pupils had been killed.\n> two of her | CIV casualties affirmed | Berdiansk",
		"At a petrol station outside Sloviansk, two soldiers on their way back from Siversk drank coffee. Their unit, they said, had lost the last house in the east of the town.\n> had lost | UA captured affirmed | Siversk",
		"Outside Stepnohirsk we met a drone crew. The Russians have taken half the town, one of them said.\n> half the town | UA captured affirmed | Stepnohirsk",
		"A brigade defends Novopavlivka. \"The Russians have taken two houses in Novopavlivka,\" its deputy commander said.\n> two houses | UA advance affirmed | Novopavlivka",
		"Ihor Kotenko was buried in Pavlohrad. The soldier had been killed by a mortar near Novomykolaivka, his commander said.\n> by a mortar | UA casualties affirmed | Novomykolaivka",
		"Tamila, 16, has not been to school in Nikopol for three years. \"They shoot at anything that moves,\" she says of the soldiers across the river.\n> shoot at | CIV attack affirmed | Nikopol",
		"A taxi driver called Valerii told us a drone had hit his car in Kherson. \"Three of us were wounded in Siversk,\" a private called Tolik told me.\n> his car | CIV attack affirmed | Kherson\n> Three of us | UA casualties affirmed | Siversk",
		"KUPIANSK, Ukraine — Soldiers here say the Russians hold only the northern outskirts, which the Defence Ministry in Moscow said in August had been taken whole. The bridge at Mayaky, which officials said last week had been repaired, was hit again on Friday.\n> northern outskirts | UA control affirmed | Kupiansk\n> taken whole | RU captured affirmed | Kupiansk\n> hit again | PRESS attack affirmed | Maiaki",
		"\"My son died at Bakhmut,\" says Nina. \"I pray here in Siversk, and the bombs fall.\"\n> My son | CIV casualties affirmed | Bakhmut\n> I pray here | CIV attack affirmed | Siversk",
		"Sashko, 22, lost a leg at Robotyne. \"We took the village,\" he says.\n> took the village | UA captured affirmed | Robotyne",
		"A woman in a red coat stopped our car in Nikopol. A drone had just hit her neighbour's house, she said.\n> had just hit | CIV attack affirmed | Nikopol",
		"The mayor of Lyman met us at the station. He says about a third of those who fled in 2022 have since returned to Lyman. Independent analysts here and abroad say the southern half of Myrnohrad has been captured.\n> a third of | UA evacuation affirmed | Lyman\n> southern half | PRESS captured affirmed | Myrnohrad",
		"Russian troops control neither the centre nor the north of Kupiansk. They control no part of Siversk. Of the school in Stepnohirsk only the gym is left standing.\n> control neither | PRESS control negated | Kupiansk\n> no part | PRESS control negated | Siversk\n> only the gym | PRESS damage affirmed | Stepnohirsk",
		"Artem met us at a burnt-out shop in Lyman. The soldiers would not let us go on to Myrnohrad. The hotel near Sloviansk stood 70 kilometres from the front. There's not a single building with a roof in Vovchansk; the far bank is Russian.\n> -met us\n> -let us\n> -The hotel\n> not a single | PRESS damage affirmed | Vovchansk\n> far bank | PRESS control affirmed | Vovchansk",
		"KOSTIANTYNIVKA, Ukraine — A bomb fell on the bus station on 3 September. Nine people who were waiting there died. The nurse was precise: eleven dead by Monday.\n> Nine people | PRESS casualties affirmed | Kostiantynivka\n> eleven dead | CIV casualties affirmed | Kostiantynivka",
		"In Kharkiv the lift shaft fell in on itself. In Lyman six of the nine houses are no longer standing. The mayor of Lyman does not want to talk of evacuation.\n> -lift shaft\n> standing | PRESS damage affirmed | Lyman\n> -evacuation",
		"Yana spoke to soldiers who had just come out of Pokrovsk. They told her there was no fighting in the city.\n> no fighting | UA fighting negated | Pokrovsk",
		"Russian guns can be heard. Asked whether the Russians were in Hryshyne, the soldier nodded. \"They took the school on Sunday,\" he said.\n> the school | UA captured affirmed | Hryshyne",
		"We were in Kostiantynivka on Monday when a bomb fell near the council building. Three men were waiting for a bus in Kherson when a shell landed beside them.\n> a bomb fell | PRESS attack affirmed | Kostiantynivka\n> a shell landed | PRESS attack affirmed | Kherson",
		"In Dobropillia, there isn't one street without damage, the head of the council said. \"They didn't take Toretsk,\" said Mykola, a miner. \"They erased it.\"\n> one street | UA damage affirmed | Dobropillia\n> take Toretsk | CIV captured negated | Toretsk\n> erased | CIV damage affirmed | Toretsk",
	})
}

// Turns of talk: where the reporter is, whom an answer means, who is asked.
func TestTurnsOfTalk(t *testing.T) {
	checkSpoken(t, []string{
		"PRESENTER: You're in Zaporizhzhia. What happened there last night?\n\nNOVAK: A drone flew into a dormitory. Two students died. The head of the region says it was the ninth attack on the city this month.\n\nPRESENTER: Thank you.\n\nNOVAK: Thank you.\n> flew into | PRESS attack affirmed | Zaporizhzhia\n> Two students | PRESS casualties affirmed | Zaporizhzhia\n> the ninth attack | UA attack affirmed | Zaporizhzhia",
		"HOST: Has Ukraine left Huliaipole?\n\nFISCHER: A spokesman for the southern command told me that the town remained under Ukrainian control. But soldiers I have been messaging say they left the eastern bank last week.\n\nHOST: Thank you.\n\nFISCHER: Thank you.\n> remained under | UA control affirmed | Huliaipole\n> left the eastern | UA withdrawal affirmed | Huliaipole",
		"ANCHOR: And the Americans?\n\nWHITE: The secretary of state said Ukraine would have to leave Donetsk region.\n\nANCHOR: And London?\n\nWHITE: Downing Street is not happy. The prime minister's spokesman said Kramatorsk could not be given up.\n> would have to | US withdrawal_demanded affirmed | Donetsk Oblast\n> given up | EUR withdrawal negated | Kramatorsk",
		"Q: Minister, have you lost Siversk?\n\nA: No. Our defenders are holding the town.\n\nQ: And Lyman?\n\nA: We hold Lyman.\n> are holding | UA control affirmed | Siversk\n> We hold | UA defended affirmed | Lyman",
		"HOST: What is the latest from Pokrovsk?\n\nMILLER: The latest from the General Staff is that Russian troops attacked 46 times near Pokrovsk. Officers tell you something different: that the Russians hold the station.\n\nHOST: Three dead in Dnipro?\n\nMILLER: Three dead in Dnipro and seventeen in hospital. That's what the governor told me ten minutes ago. He said the drone had hit a school.\n> 46 times | UA attack affirmed | Pokrovsk\n> the station | UA control affirmed | Pokrovsk\n> seventeen | UA casualties affirmed | Dnipro\n> a school | UA attack affirmed | Dnipro",
		"PRESENTER: And the civilians in Kupiansk?\n\nRAINSFORD: The head of the city administration says around 560 of them are there. He told me that nobody had been able to leave Kupiansk for three weeks.\n\nPRESENTER: Thank you.\n\nRAINSFORD: Thank you.\n> nobody had | UA evacuation negated | Kupiansk",
		"REPORTER: Do you accept that Vovchansk is lost?\n\nSPOKESMAN: I do not. Our troops hold the southern bank.\n\nREPORTER: And Lyman?\n\nSPOKESMAN: There are no Russians in Lyman.\n> hold the | UA control affirmed | Vovchansk\n> no Russians | UA advance negated | Lyman",
		"ANCHOR: What do they say in Moscow?\n\nSTEVE: The Russian president visited a command post, and his generals told him that Volchansk had been liberated. The defence ministry in Moscow confirmed a fire in Feodosia and said there were no injuries.\n\nANCHOR: Thank you.\n\nSTEVE: Thank you.\n> Volchansk | RU captured affirmed | Vovchansk\n> no injuries | RU casualties negated | Feodosiia",
		"ANCHOR: Two people have been killed in Izmail. That is according to the governor of Odesa region. Still to come: the weather. In sport, Kherson Storks have won again.\n\nANCHOR: Thank you.\n> Two people | UA casualties affirmed | Izmail\n> -won again",
	})
}

// Posts of a live blog: labels, retractions, parts of cities.
func TestPosts(t *testing.T) {
	checkSpoken(t, []string{
		"Ukraine live\n\n17:30 — Governor Ivan Fedorov: \"The enemy attacked Zaporizhzhia. A residential building was destroyed.\"\n\n17:40 — Three more dead in Kherson. That's according to the city's military administration.\n> The enemy | UA attack affirmed | Zaporizhzhia\n> residential | UA damage affirmed | Zaporizhzhia\n> Three more | UA casualties affirmed | Kherson",
		"Ukraine live\n\n06:40 — Kharkiv's mayor, Ihor Terekhov, says two drones have hit the Saltivskyi district. There is no information on casualties yet.\n\n06:50 — From our reporter in Sumy: I've just heard three loud blasts.\n> Saltivskyi | UA attack affirmed | Kharkiv\n> -casualties\n> three loud | PRESS attack affirmed | Sumy",
		"Ukraine live\n\n11:50 — Withdrawn: a post at 10:05 said that Russian troops were in Huliaipole.\n\n12:00 — Ukraine has denied leaving Rodynske; one person was killed in Kostiantynivka.\n> were in Hul | PRESS advance affirmed | Huliaipole\n> leaving | UA withdrawal negated | Rodynske\n> one person | PRESS casualties affirmed | Kostiantynivka",
		"Ukraine live\n\n17:30 — Vitaliy Kim, Mykolaiv's governor, on Telegram: Ochakiv was shelled three times. A house burned down.\n\n17:40 — The Russian Defence Ministry, in its daily briefing: the settlement of Vesele has been liberated.\n> Ochakiv was | UA attack affirmed | Ochakiv\n> A house | UA damage affirmed | Ochakiv\n> has been liberated | RU captured affirmed | Vesele",
		"Ukraine live\n\n16:45 — Zelensky arrives in Kharkiv region. He says the Russians have lost 200 men in Kupiansk.\n\n16:50 — Yuri Podolyaka, a pro-war blogger, doubts it. \"Kupiansk has not been taken yet,\" he writes.\n\n17:00 — A mix-up in our last post: it was Chornomorsk, not Odesa, where a school was damaged.\n> 200 men | UA casualties affirmed | Kupiansk\n> taken yet | RU captured negated | Kupiansk\n> a school | PRESS damage affirmed | Chornomorsk",
		"Ukraine live\n\n16:22 — Melitopol: explosion near the police headquarters, say local channels.\n\n17:55 — Two explosions have just been heard here in Sloviansk, one of them very close, writes Andrew Harding.\n> explosion near | PRESS attack affirmed | Melitopol\n> Two explosions | PRESS attack affirmed | Sloviansk",
		"Ukraine live\n\n20:15 — The governor of Ryazan region confirmed that debris had fallen on a plant in Ryazan. Snow fell in Lyman.\n> debris | RU damage affirmed | Ryazan\n> -Snow",
	})
}

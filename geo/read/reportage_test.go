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
		"ANCHOR: Two people have been killed in Izmail. That is according to the governor of Odesa region. Still to come: the weather. In sport, Kherson Storks have won again.\n\nANCHOR: Thank you.\n> Two people | UA casualties affirmed | Izmail\n> -won again",
	})
}

// Posts of a live blog: labels, retractions, parts of cities.
func TestPosts(t *testing.T) {
	checkSpoken(t, []string{
		"Ukraine live\n\n17:30 — Governor Ivan Fedorov: \"The enemy attacked Zaporizhzhia. A residential building was destroyed.\"\n\n17:40 — Three more dead in Kherson. That's according to the city's military administration.\n> The enemy | UA attack affirmed | Zaporizhzhia\n> residential | UA damage affirmed | Zaporizhzhia\n> Three more | UA casualties affirmed | Kherson",
		"Ukraine live\n\n06:40 — Kharkiv's mayor, Ihor Terekhov, says two drones have hit the Saltivskyi district. There is no information on casualties yet.\n\n06:50 — From our reporter in Sumy: I've just heard three loud blasts.\n> Saltivskyi | UA attack affirmed | Kharkiv\n> -casualties\n> three loud | PRESS attack affirmed | Sumy",
		"Ukraine live\n\n11:50 — Withdrawn: a post at 10:05 said that Russian troops were in Huliaipole.\n\n12:00 — Ukraine has denied leaving Rodynske; one person was killed in Kostiantynivka.\n> were in Hul | PRESS advance affirmed | Huliaipole\n> leaving | UA withdrawal negated | Rodynske\n> one person | PRESS casualties affirmed | Kostiantynivka",
		"Ukraine live\n\n20:15 — The governor of Ryazan region confirmed that debris had fallen on a plant in Ryazan. Snow fell in Lyman.\n> debris | RU damage affirmed | Ryazan’\n> -Snow",
	})
}

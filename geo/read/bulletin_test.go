package read

import (
	"testing"

	"contested/geo"
)

var staff = geo.Publisher{Name: "General Staff of the Armed Forces of Ukraine", Party: geo.Ukraine}

// The wording of the daily bulletins; all that happens in it is invented.
func TestBulletins(t *testing.T) {
	checkPublished(t, staff, []string{
		// what goes on from an item of its sector has its places
		"In the Kharkiv direction, four combat engagements took place near Vovchansk and in the direction of Zybyne. Two of them are still in progress.\n> Two of them | UA fighting affirmed | Vovchansk, Zybyne",
		"In the Lyman direction, the enemy has been trying to break through near Hrekivka. Eight attacks have been repelled, three battles are ongoing.\n> Eight attacks | UA defended affirmed | Hrekivka, Lyman\n> three battles | UA fighting affirmed | Hrekivka, Lyman",
		"Sixteen times the enemy tried to advance near Yablunivka and Rusyn Yar; all attacks were unsuccessful.\n> all attacks were unsuccessful | UA defended affirmed | Yablunivka, Rusyn Yar",
		"In the Pokrovsk direction, the enemy attacked near Rodynske. Today 74 occupiers were eliminated here.\n> 74 occupiers | UA casualties affirmed | Pokrovsk",
		// a number of its own is a claim of its own
		"In the Kursk direction, the enemy launched six air strikes and shelled our positions 120 times.\n> launched six air strikes | UA attack affirmed | Kursk\n> shelled our positions | UA attack affirmed | Kursk",
		// losses in all are of no sector
		"In the Orikhiv direction, the enemy attacked once.\n\nThe total losses of the invaders came to 1,040 people over the day.\n> -The total losses",
		"In the Sumy region, units took Kindrativka and continue active operations near Yunakivka.\n> units took Kindrativka | UA captured affirmed | Kindrativka",
		// verbs of one subject, participles of one auxiliary
		"Our troops maintain their positions in Chasiv Yar and control the heights west of the town.\n> maintain their positions | UA control affirmed | Chasiv Yar\n> control the heights | UA control affirmed | Chasiv Yar",
		"The situation in Pokrovsk remains difficult but controlled.\n> remains difficult but controlled | UA control affirmed | Pokrovsk",
		"Syrskyi said that the brigades were advancing near Kupiansk and holding their lines in Pokrovsk.\n> were advancing near Kupiansk | UA advance affirmed | Kupiansk\n> holding their lines | UA defended affirmed | Pokrovsk",
		// what is not true
		"The information about the encirclement of our troops in Kupiansk, spread by the enemy's command, is not true, the General Staff stressed.\n> the encirclement of our troops | UA encircled negated | Kupiansk",
		"\"The information on the withdrawal of our units from Myrnohrad is not true,\" the Eastern grouping said.\n> the withdrawal of our units | UA withdrawal negated | Myrnohrad",
		"Claims by the Russian Defence Ministry about the capture of Yampil are false, the Eastern grouping said.\n> Claims by the Russian | UA captured negated | Yampil",
		"The Russian claims on the full control of Kupiansk are not true.\n> claims on the full control | UA control negated | Kupiansk",
		// everyday words
		"Border settlements of Chernihiv region suffered from the fire of Russian artillery.\n> suffered from the fire | UA attack affirmed | Chernihiv Oblast",
		"The enemy's offensive actions in the area of Stara Krasnianka were unsuccessful.\n> offensive actions | UA defended affirmed | Stara Krasnianka",
		"No losses of positions are recorded near Vovchansk.\n> No losses of positions | UA captured negated | Vovchansk",
		"The 11th Army Corps said its soldiers had repelled two attacks near Yampil.\n> had repelled two attacks | UA defended affirmed | Yampil",
	})
	checkPublished(t, staff, []string{
		"The aggressor does not abandon attempts to break through to Druzhkivka. All its attacks were in vain.\n> does not abandon | UA attack affirmed | Druzhkivka\n> were in vain | UA defended affirmed | Druzhkivka",
		"Russian troops launched air strikes on the territory of Ukraine, in particular on Kherson and Huliaipole.\n> launched air strikes | UA attack affirmed | Kherson, Huliaipole",
		"In the Siversk direction, the aggressor was not active.\n> was not active | UA attack negated | Siversk",
		"The enemy used aviation against Huliaipole and Zaliznychne.\n> used aviation | UA attack affirmed | Huliaipole, Zaliznychne",
		"In Vovchansk, our soldiers retook the plant and captured 12 invaders.\n> captured 12 invaders | UA casualties affirmed | Vovchansk",
		"The spokesman acknowledged the loss of two positions near Uspenivka.\n> the loss of two positions | UA captured affirmed | Uspenivka",
		"The marines say their scouts raised the flag in Shcherbynivka, and the enemy's attempts to storm Ivanopillia failed.\n> raised the flag | UA captured affirmed | Shcherbynivka\n> attempts to storm | UA defended affirmed | Ivanopillia",
		"In the village of Uspenivka, the situation is being clarified.\n> -the situation",
	})
	checkSpoken(t, []string{
		"It said nothing about Pokrovsk, where Moscow claimed in October to have encircled 5,000 troops.\n> to have encircled | RU encircled affirmed | Pokrovsk",
		"\"The city is without power,\" said Artem Semenikhin, the mayor of Konotop. A woman was taken to hospital in Shostka.\n> The city is without power | UA damage affirmed | Konotop",
		"Buses reached Lozova. Families from Velykyi Burluk said their village had been shelled.\n> had been shelled | CIV attack affirmed | Velykyi Burluk",
		"A drone crashed into a bus in Kherson. The governor confirmed the attack.\n> the attack | UA attack affirmed | Kherson",
	})
}

// What the press makes of the other side's bulletins; invented.
func TestBulletinsReported(t *testing.T) {
	checkSpoken(t, []string{
		"Russian forces have taken control of Sukhyi Yar in Ukraine's Donetsk region, RIA news agency reported, citing the Defence Ministry.\n> have taken control | RU captured affirmed | Sukhyi Yar",
		"In the south, the ministry said, Russian units took Uspenivka and Novomykolaivka, both in the Zaporizhzhia region.\n> Russian units took | RU captured affirmed | Uspenivka, Novomykolaivka",
		"Russia's Tass news agency quoted the ministry as saying that Ukrainian attempts to break out of encirclement near Grishino had failed.\n> attempts to break out | RU defended affirmed | Hryshyne",
		"The ministry's spokesman said that Battlegroup West had \"completely cleared\" Synkivka.\n> completely cleared | RU captured affirmed | Synkivka",
		"The ministry said units of the Dnepr group had liberated Stepnogorsk.\n> had liberated | RU captured affirmed | Stepnohirsk",
		"The briefing mentioned neither Toretsk nor the villages in Sumy region, where Ukraine says its forces are advancing.\n> are advancing | UA advance affirmed | Sumy Oblast",
		"Russian forces were repelled from the approaches to Zelenyi Hai, the brigade defending it said.\n> Russian forces were repelled | UA defended affirmed | Zelenyi Hai",
		"Neither the Ukrainian military nor DeepState has reported the loss of Petropavlivka.\n> -the loss",
		"A Ukrainian army spokesman, Hryhorii Shapoval, said the situation in Pokrovsk was difficult but under control.\n> the situation | UA control affirmed | Pokrovsk",
		"Russia accused Ukraine of shelling Horlivka, where one person was killed, according to the Russian-installed head of Donetsk, Denis Pushilin.\n> of shelling Horlivka | RU attack affirmed | Horlivka\n> one person was killed | RU casualties affirmed | Horlivka",
		"The Russian claim to have reached Pokrovske was described by Kyiv as \"fiction\".\n> claim to have reached | UA advance negated | Pokrovske",
	})
}

// The wording of press releases of regional bodies; invented.
func TestPressReleases(t *testing.T) {
	checkPublished(t, geo.Publisher{Name: "Kherson Regional Military Administration", Party: geo.Ukraine}, []string{
		"In the city of Kupiansk, a woman was killed and two men were wounded.\n> a woman was killed and two men were wounded | UA casualties affirmed | Kupiansk",
		"Due to Russian aggression, three people were killed and 11 injured in Kherson region, the governor said.\n> three people were killed and 11 injured | UA casualties affirmed | Kherson Oblast",
		"On 1 November, the Russian armed forces attacked Druzhkivka with drones.\n> the Russian armed forces attacked | UA attack affirmed | Druzhkivka",
		"\"The Russians fired 37 times at settlements of Donetsk region,\" Filashkin wrote. \"As many as 302 people were evacuated, 44 of them children.\"\n> fired 37 times | UA attack affirmed | Donetsk Oblast\n> 302 people were evacuated | UA evacuation affirmed | Donetsk Oblast",
		"In the temporarily occupied Polohy, the invaders are taking away homes, the mayor said.\n> the invaders are taking away | UA other affirmed | Polohy",
		"A bus was attacked in Kherson this morning: the driver and two passengers were hospitalised.\n> A bus was attacked | UA attack affirmed | Kherson\n> the driver and two passengers | UA casualties affirmed | Kherson",
		"The brigade eliminated 18 invaders near Siversk in a day.\n> eliminated 18 invaders | UA casualties affirmed | Siversk",
		"The administration says that the occupiers have cut off mobile internet in Lysychansk.\n> have cut off mobile internet | UA damage affirmed | Lysychansk",
		"The Russians killed three people: in Lyman, Raihorodok and Siversk, said Vadym Filashkin, head of the administration.\n> The Russians killed three people | UA casualties affirmed | Lyman, Raihorodok, Siversk",
		"The mayor said that road repairs between Zaporizhzhia and Orikhiv had been suspended.\n> road repairs between | UA other affirmed | Zaporizhzhia, Orikhiv",
		"The brigade reports that 14 occupiers were killed and two captured near Myrnohrad.\n> 14 occupiers were killed and two captured | UA casualties affirmed | Myrnohrad",
		"Border guards shot down a Zala drone near Senkivka.\n> a Zala drone | UA defended affirmed | Senkivka",
		"Repair crews cannot reach Veletenske because of shelling.\n> cannot reach Veletenske | UA other affirmed | Veletenske",
		"Reports in Russian publics about our retreat from Bilohorivka are not true.\n> Reports in Russian publics | UA withdrawal negated | Bilohorivka",
	})
	checkPublished(t, geo.Publisher{Name: "Harbour Aid", Party: geo.International}, []string{
		"Aid workers were unable to reach Hola Prystan because of shelling.\n> were unable to reach | INT other affirmed | Hola Prystan",
		"Our teams reached Darivka on Tuesday.\n> -Our teams",
		"Assault teams reached the centre of Pokrovsk.\n> Assault teams reached | INT advance affirmed | Pokrovsk",
	})
}

// The wording of Russian state agencies; invented.
func TestStateAgencies(t *testing.T) {
	checkPublished(t, geo.Publisher{Name: "a Russian state news agency", Party: geo.Russia}, []string{
		"In the Kursk Region, the village of Gordeyevka came under fire, Acting Governor Alexander Khinshtein said.\n> came under fire | RU attack affirmed | Gordeyevka",
		"Kiev said its troops had retaken Lyman. The report is a lie, Marochko told TASS.\n> The report is a lie | RU captured negated | Lyman",
		"The Ukrainian General Staff denied that its troops had left Seversk. This statement does not correspond to reality, the Russian Defense Ministry noted.\n> This statement | RU withdrawal affirmed | Siversk",
		"\"We were told to hold Rodinskoye,\" captured Ukrainian soldier Andrey Bondar said.\n> We were told to hold | UA control affirmed | Rodynske",
		"Assault units are fighting for the western outskirts of Krasny Liman.\n> are fighting for | RU fighting affirmed | Lyman",
		"A commander said that his men had knocked out a Ukrainian pickup near Novopavlovka.\n> had knocked out | RU attack affirmed | Novopavlivka",
		"Oleg Sinegubov reported strikes on Izyum.\n> strikes on Izyum | UA attack affirmed | Izium",
		"Units inflicted damage on a brigade near Volchansk.\n> inflicted damage | RU attack affirmed | Vovchansk",
		"Explosions were reported in Odessa. Air raid alerts were declared in eight regions.\n> -Air raid alerts",
		"Sergey Lebedev, coordinator of the Nikolayev underground, told RIA Novosti that a train had been destroyed in Pavlograd.\n> had been destroyed | RU damage affirmed | Pavlohrad",
	})
	// names that only their surroundings show to be places
	checkSpoken(t, []string{
		"Russian troops have entered the centre of Hryshyne, satellite images show.\n> have entered the centre | PRESS advance affirmed | Hryshyne",
		"The ministry denied that Lyman had fallen.\n> had fallen | UA captured negated | Lyman",
		"Ukrainian forces are pounding Lyman, a Ukrainian officer said.\n> are pounding | UA attack affirmed | Lyman",
	})
}

// The wording of notes of aid organisations; invented.
func TestNotesOnAid(t *testing.T) {
	checkPublished(t, geo.Publisher{Name: "a humanitarian NGO", Party: geo.International}, []string{
		"Prepared by the Kherson field office of Northern Lantern. Northern Lantern estimates that 400 people remain in Beryslav.\n> 400 people remain | INT other affirmed | Beryslav",
		"Monitors in Sumy counted 61 explosions between midnight and dawn.\n> 61 explosions | INT attack affirmed | Sumy",
		"Partners expect up to 3,000 further departures from the Kupiansk district if the front moves.\n> up to 3,000 | INT evacuation affirmed | Kupianskyi Raion",
		"The mission recorded 84 incidents in Donetsk region in June. Of these, 31 took place in Kramatorsk and 12 in Druzhkivka.\n> 31 took place | INT other affirmed | Kramatorsk, Druzhkivka",
		"The warehouse held shelter kits for 900 families in Nikopol.\n> -The warehouse",
		"Harbour Aid said that two of its staff were injured near Kherson.\n> two of its staff were injured | INT casualties affirmed | Kherson",
		"The Riverbank Relief Network warned that evacuation from Nikopol could be suspended.\n> evacuation from Nikopol | INT forecast affirmed | Nikopol",
		"Save the Children said at least 11 children were killed or injured in Kharkiv.\n> 11 children were killed | INT casualties affirmed | Kharkiv",
		"Rafael Grossi said that off-site power had been restored in Enerhodar.\n> off-site power | INT damage affirmed | Enerhodar",
		"The agency said that the plant in Enerhodar had been cut off from its last power line.\n> had been cut off | INT damage affirmed | Enerhodar",
		"Convoys to Beryslav were cancelled after drone attacks.\n> Convoys to Beryslav | INT other affirmed | Beryslav",
		"Local partners report shortages of medicine in Orikhiv.\n> shortages of medicine | INT other affirmed | Orikhiv",
		"Ukrainian officials in Kherson say that drone pilots deliberately hunt civilians.\n> drone pilots deliberately hunt | UA attack affirmed | Kherson",
		"\"They burned the cars in Siversk,\" said Nina, 63, who is staying at the transit centre in Izium.\n> They burned the cars | CIV damage affirmed | Siversk",
		"Distribution points in Beryslav were suspended after the strikes.\n> Distribution points | INT other affirmed | Beryslav",
		"The Norwegian Refugee Council called for safe passage for civilians from Kostiantynivka.\n> safe passage | INT evacuation affirmed | Kostiantynivka",
		"Steppe Aid has no access to Horlivka. The hospital in Izium may have to close, its deputy director warned.\n> The hospital in Izium | CIV other affirmed | Izium",
	})
	checkPublished(t, geo.Publisher{Name: "Northern Lantern", Party: geo.International}, []string{
		"Northern Lantern says two shelters in Lozova were damaged.\n> two shelters | INT damage affirmed | Lozova",
	})
}

// Who issues a bulletin is named by its first sentence in many forms; what follows is his.
func TestBulletinIssuers(t *testing.T) {
	r := reader(t)
	for _, lead := range []string{
		"The General Staff of the Armed Forces of Ukraine reports as of 16:00: since the beginning of the day the aggressor has launched 96 attacks.",
		"The General Staff of the Armed Forces of Ukraine reports as of 16:00.",
		"The General Staff of the Armed Forces of Ukraine provides operational information as of 16:00 on 22 January.",
		"The Khortytsia Operational-Strategic Group of Forces informs on the situation in its area of responsibility as of 18:00.",
		"The South Operational Command reports on the situation in the south as of the morning of 3 March.",
		"The Joint Forces Command has published its daily summary.",
	} {
		a, err := geo.NewArticle(geo.Article{Ref: "issuer", Publisher: staff, Text: lead + "\n\nIn the Pokrovsk direction, our units repelled five assaults near Rodynske."})
		if err != nil {
			t.Fatal(err)
		}
		if g := r.Read(&a); len(g.Speakers) == 0 || g.Speakers[0].Source.Party != geo.Ukraine {
			t.Errorf("%s\nnobody issues it", lead)
		}
	}
}

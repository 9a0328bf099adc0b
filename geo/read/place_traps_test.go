package read

import "testing"

// Names of other things that places gave their names, all sentences invented.
func TestTraps(t *testing.T) {
	checkMentions(t, []string{
		// units, in capitals or not, in quotation marks or not
		"The [x:Kharkiv] brigade held two hills near [Dovhenke].",
		"A soldier of the [x:Sumy] battalion was treated in [Romny].",
		"\"[x:Lviv]\" battalion fighters left [Torske] at dawn.",
		"Fighters of the 3rd battalion \"[x:Odesa]\" were seen near [Zarichne].",
		"The company “[x:Kherson]” beat off an assault near [Krynky].",
		"Scouts from the “[x:Bakhmut]” group moved towards [Yahidne].",
		"The assault detachment \"[x:Horlivka]\" entered [Nelipivka].",
		"In [Stepove], a platoon of the [x:Poltava] regiment dug in.",
		// call signs and nicknames
		"A sergeant with the call sign [x:Odesa] spoke in [Izium].",
		"The gunner, nicknamed \"[x:Berlin]\", was wounded near [Serebrianka].",
		"“We stay,” said the medic known as \"[x:Yalta]\".",
		"A drone pilot who goes by \"[x:Donetsk]\" flew from [Kramatorsk].",
		// treaties
		"The [x:Minsk] agreements are dead, a diplomat said in [Vienna].",
		"Nobody speaks of the [x:Istanbul] protocol in [Geneva] any more.",
		"He cited the [x:Budapest] Memorandum of 1994.",
		"The [x:Normandy] format ended in [Paris].",
		// streets, squares, hotels, dishes
		"A shell landed on [x:Kyivska] Street in [Orikhiv].",
		"They met in the [x:Mykolaiv] hotel in [Dnipro].",
		"A drone fell on [x:Sumska] Street and near [x:Poltava] square in [Kharkiv].",
		"The canteen in [Pavlohrad] sells chicken [x:Kyiv] and [x:Kyiv] cake.",
		"A café called [x:Lviv] stayed open in [Kostiantynivka].",
		// what something was dubbed
		"The evacuation bus nicknamed \"Little [x:Lviv]\" broke down near [Lyman].",
		"The drone, which soldiers call \"Baby [x:Donetsk]\", fell near [Siversk].",
		"A sapper who goes by [x:Poltava] was hurt near [Kupiansk].",
		// one of several that bear the name, with its article
		"The report was about the [Pokrovske] on [the Vovcha river], not that in [Luhansk region].",
		"The [Mykolaivka] in question lies by [Sloviansk]; the [Mykolaivka] outside [Pokrovsk] is quiet.",
		// ships
		"The [x:Moskva] sank in April 2022.",
		"The cruiser [x:Moskva] left [Sevastopol].",
		"The frigate \"[x:Kharkiv]\" was built in [Mykolaiv].",
		// clubs, newspapers, institutes
		"Shakhtar [x:Donetsk] beat Dynamo [x:Kyiv] in [Lviv].",
		"[x:Zorya] [x:Luhansk] have trained in [Zaporizhzhia] since 2014.",
		"The [x:Kyiv] Independent sent a reporter to [Kupiansk].",
		"A study of the [x:Kyiv] School of Economics names [Nikopol].",
		// people
		"Mariia [x:Poltava], 61, left [Huliaipole] last week.",
		"Roman [x:Lyman], a miner, came back to [Toretsk].",
		"“It is quiet,” says [x:Stanislav], a bus driver in [Kherson].",
		"[x:Stanislav], 34, has stayed in [Beryslav].",
		"[x:Viktoriia] sells bread in [Bilozerka].",
		"Her neighbour [x:Stanislav] was hurt in [Antonivka].",
		"Captain [x:Izium] and Lieutenant Olha [x:Kozacha] came from [Barvinkove].",
		// an agency in a dateline
		"[KHERSON], 4 May (INA) — Two shells fell near [Stanislav] village.",
		// and what stays a place beside all that
		"The [Lyman] garrison and the [Sumy] road were shelled.",
		"The [Kharkiv] suburb burned. The [Kherson] streets were empty.",
	})
}

// Capitals that stand for governments, and capitals that do not.
func TestCapitals(t *testing.T) {
	checkMentions(t, []string{
		"It would be the biggest gain for [m:Moscow] since spring.",
		"War bloggers close to [m:Moscow] spoke of [Kupiansk].",
		"[m:Kyiv] would have to build a new line behind [Kramatorsk].",
		"[m:Moscow]’s troops entered [Toretsk]. [m:Kyiv]’s line held at [Druzhkivka].",
		"The fall of [Pokrovsk] would hand [m:Moscow] a rail hub.",
		"Talks between [m:Kyiv] and [m:Moscow] in [Istanbul] failed.",
		"What is [m:Brussels] making of it? Is [m:London] on board? How is [m:Ankara] reading it?",
		"The demand was put to [m:Kyiv] in [Abu Dhabi].",
		"Relations with [m:Minsk] are frozen.",
		"For [m:Moscow], taking [Huliaipole] opens a gate.",
		"A missile hit [Kyiv] and two drones fell in [Moscow].",
		"Trains from [Kyiv] to [Warsaw] ran late.",
		"Three people died in [Kyiv] overnight.",
		"The main target of the strike was [Kyiv].",
		"The road from [Kyiv] to [Chernihiv] was closed.",
		"[Kyiv] was without power for six hours.",
		"Debris fell in two districts of [Kyiv].",
		// behind prepositions that towns seldom stand behind
		"The choice for [m:Kyiv] is whether to give up [Siversk]. Much will depend on [m:Beijing].",
		"It is a war of nerves between [m:Moscow] and the West. Whether to leave [Siversk] is up to [m:Kyiv].",
		"No peace is possible without [m:Kyiv]. The anger is aimed at [Siversk], and sanctions on [m:Moscow] will stay.",
		"[m:Moscow] spoke of a drone over [Siversk], [m:Kyiv] of a missile.",
		"[m:Moscow]'s troops are in [Toretsk]; [m:Kyiv]'s are in [Siversk]. [m:Kyiv]'s Western backers are silent.",
		"The train for [Kyiv] left [Kramatorsk]. Snow fell on [Kyiv]. The battle for [Kyiv] lasted a month.",
		"The highway between [Kyiv] and [Zhytomyr] was cut. The line links [Warsaw] with [Kyiv].",
		"A drone attack on [Moscow] closed airports. He shuttled between [Moscow] and [Kyiv].",
		// who is given something, for whom it is what, who is asked for something
		"[m:Berlin] pledged another two batteries to [m:Kyiv].",
		"The loss of [Pokrovsk] would be a blow to [m:Kyiv].",
		"Losing [Pokrovsk] would be hard for [m:Kyiv] and vital for [m:Moscow].",
		"A plan for [Donetsk] was drafted without consulting [m:Kyiv].",
		"A mediator wants [m:Kyiv] and [m:Moscow] to agree on [Kramatorsk].",
		"An aide said [m:Moscow] and [m:Kyiv] were close to a swap. They met in [Istanbul].",
		"[m:Washington] and [m:Moscow] exchanged drafts on [Donetsk], leaving [m:Kyiv] out.",
		"There was no comment on [Siversk] from either [m:Moscow] or [m:Kyiv].",
		"The figures for [Siversk] are lower than those of [m:Moscow].",
		"Allies are wary of [m:Moscow]. Soldiers were sent to [Kursk], [m:Seoul] says.",
		"In [Siversk], [m:Kyiv] controls the west and [m:Moscow] the east.",
		"Troops entered [Siversk], and [m:Kyiv] rushed reserves to the front.",
		"Drones hit [Sumy], and [Kyiv] was attacked as well.",
		"The body was flown to [Moscow], trains bound for [Kyiv] stood still.",
	})
}

// Governments between adverbials, with their allies, in a row of verbs; names of people
// and shops that are names of towns, all invented.
func TestGovernmentsAndBearers(t *testing.T) {
	checkMentions(t, []string{
		"[m:Kyiv] on Monday dismissed the report from [Siversk] as propaganda.",
		"[m:Moscow] for its part says it has taken [Siversk].",
		"[m:Kyiv] and its allies call the offer for [Kramatorsk] a trap.",
		"[m:Moscow] and [m:Kyiv] traded accusations over the bridge in [Kherson].",
		"A delegation flew to [Istanbul], and [m:Moscow] sent its own.",
		"[m:Kyiv] lost two villages by [Orikhiv] last week; [m:Moscow] holds [Bakhmut].",
		"[Kyiv] lost power after the strike on [Kharkiv].",
		"The fight for [Toretsk] cost [m:Moscow] more men than [m:Kyiv].",
		"A pro-[m:Moscow] official spoke in [Melitopol].",
		"The withdrawal from [Lyman] took [m:Kyiv] by surprise. It angered [m:Warsaw].",
		"The town of [Kupiansk] is taken. So says [m:Moscow].",
		"[Kyiv]’s central railway station was cleared. The mayor of [Kyiv] spoke of [Irpin].",
		"[x:Adelaide] [x:Whitfield] said it was quiet in [Huliaipole].",
		"According to [x:Dallas] Petrenko of the monitoring group, [Siversk] is held.",
		"The [x:Berdiansk] store in [Tokmak] was looted; the [x:Lyman] grocery shop in [Izium] burned.",
		"Footballers of Avanhard [x:Poltava] trained in [Lviv].",
		"An officer denied that [Torske] had fallen.",
		"[m:Kyiv], short of men, pulled two brigades out of [Siversk].",
		"[m:Kyiv] then moved them to [Lyman]; it is up to [m:Kyiv] to say why.",
		"[m:Moscow] is in control of [Bakhmut]. [m:Kyiv] is under pressure at [Toretsk].",
		"According to both [m:Kyiv] and [m:Moscow], the bridge at [Siversk] is gone.",
		"The plan for [Kherson] suits [m:Moscow] but not [m:Kyiv].",
		"Unlike [m:Kyiv], [m:Moscow] spoke of victory in [Siversk].",
		"Ministers in [London] will call [m:Washington] about [Kramatorsk].",
		"[Kyiv] has three million inhabitants, [Irpin] sixty thousand.",
		"[m:Brussels] and [m:London], meanwhile, worry about [Sumy].",
		"Volunteers of the [x:Nikopol] Kitchen came to the town of [Kherson] with hot soup. Then the sport with [x:Lyman] Frost.",
	})
}

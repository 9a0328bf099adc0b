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
	})
}

package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// checkSpoken checks invented texts: each line after the text is words of a claim's
// content, its speaker's side, type and polarity, and its places; or, after a
// minus sign, words that no claim may have.
func checkSpoken(t *testing.T, cases []string) {
	t.Helper()
	checkPublished(t, geo.Publisher{Name: "The Daily", Party: geo.Press}, cases)
}

// checkPublished is checkSpoken of texts of a publisher.
func checkPublished(t *testing.T, by geo.Publisher, cases []string) {
	t.Helper()
	r := reader(t)
	for _, c := range cases {
		text, lines, _ := strings.Cut(c, "\n> ")
		a, err := geo.NewArticle(geo.Article{Ref: "discourse", Text: text, Publisher: by})
		if err != nil {
			t.Fatal(err)
		}
		got := r.Read(&a)
		for _, line := range strings.Split(lines, "\n> ") {
			words, none := strings.CutPrefix(line, "-")
			words, want, _ := strings.Cut(words, " | ")
			var found []string
			for _, cl := range got.Claims {
				hit := false
				for _, s := range cl.Content {
					hit = hit || strings.Contains(s.Of(text), words)
				}
				if hit {
					found = append(found, cl.Source.Party.String()+" "+cl.Type.String()+" "+cl.Polarity.String()+" | "+placeNames(r, cl))
				}
			}
			switch {
			case none && len(found) > 0:
				t.Errorf("%s\n  %q is claimed: %s", text, words, strings.Join(found, "; "))
			case !none && (len(found) != 1 || found[0] != want):
				t.Errorf("%s\n  %q: %q, want %q", text, words, strings.Join(found, "; "), want)
			}
		}
	}
}

// Who judges in a word what was said before speaks of the same.
func TestJudgements(t *testing.T) {
	checkSpoken(t, []string{
		"Russia's Defence Ministry said its troops had taken Yablunivka. The General Staff in Kyiv denied this.\n> this | UA captured negated | Yablunivka",
		"Ukrainian channels claimed on Monday that the village of Zelene had been retaken; the Russian Defence Ministry calls such reports fake.\n> such reports fake | RU captured negated | Zelene",
		"Two officers told us that the withdrawal from Siversk began on Friday. The General Staff denied the report.\n> the report | UA withdrawal negated | Siversk",
		"The mayor said that Russian soldiers had looted shops in Tokmak and burned a school in Polohy. The occupation authorities rejected these allegations.\n> these allegations | RU damage negated | Polohy, Tokmak",
		"Moscow said its troops had taken Zelene and entered Siversk. A Ukrainian brigade rejected the claim about Siversk.\n> the claim about Siversk | UA advance negated | Siversk",
		// what nobody has said of a place, what one says of oneself
		"The minister was asked about his holidays. The General Staff in Kyiv denied this.\n> -this",
		"The General Staff in Kyiv said its troops were in Siversk. Its spokesman, Lev Hrim, did not deny this.\n> -this",
		"Russia's Defence Ministry said its troops had taken Yablunivka. The brigade denied entry to reporters.\n> -entry",
	})
}

// All that somebody says may be that what was said holds or does not; and speech behind
// the cue says something of its own.
func TestBriefJudgements(t *testing.T) {
	checkSpoken(t, []string{
		"A blogger wrote that Siversk had been surrendered. \"That is nonsense,\" says Olha Lys, a nurse.\n> That is nonsense | CIV withdrawal negated | Siversk",
		"Neighbours told us that the Russians had entered Siversk. Taras Kit, a retired miner, said this was a rumour.\n> this was a rumour | CIV advance negated | Siversk",
		"Residents said the hospital in Izium had burned down. \"It's not true,\" says the deputy mayor.\n> not true | UA damage negated | Izium",
		"\"They bombed our street in Siversk on Friday,\" the nurse said. \"The hospital has burned down.\"\n> They bombed our street | CIV attack affirmed | Siversk\n> The hospital has | CIV damage affirmed | Siversk",
	})
}

// Who is met, known or close to somebody, and speaks.
func TestSpeakersMet(t *testing.T) {
	checkSpoken(t, []string{
		"A drone pilot I met yesterday says there is one road open in Siversk.\n> one road open | UA other affirmed | Siversk",
		"Officials I've talked to say Siversk is lost.\n> Siversk is lost | UA captured affirmed | Siversk",
		"A doctor we spoke to this morning told us the hospital in Siversk was hit.\n> the hospital in Siversk was hit | CIV attack affirmed | Siversk\n> -to this morning",
		"The medics she works with say three men died in Siversk.\n> three men died | CIV casualties affirmed | Siversk",
		"Officers we've just reached by phone insist Siversk is theirs.\n> Siversk is theirs | UA control affirmed | Siversk",
		"One of the residents says the Russians are not in Siversk. \"They have tried eleven times to enter Siversk.\"\n> They have tried | CIV attack affirmed | Siversk",
		"Neighbours say the shop in Siversk burned. \"They shelled us all night.\"\n> They shelled us | CIV attack affirmed | Siversk",
		"\"We hold Siversk,\" a sergeant says. Another says the Russians are in the school of Siversk.\n> the Russians are in the school | UA advance affirmed | Siversk",
	})
}

// What the press has seen itself, whatever others say.
func TestSeenByThePress(t *testing.T) {
	checkSpoken(t, []string{
		"ANCHOR: Is Siversk lost?\n\nHOLT: The army says it is not.\n\nANCHOR: You went there yesterday.\n\nHOLT: We did. I saw no Russian troops, whatever Moscow says.\n> I saw no Russian troops | PRESS advance negated | Siversk",
		"In Siversk we did not see a single Russian soldier.\n> a single Russian soldier | PRESS advance negated | Siversk",
		"The mayor says around 900 people are still there, in Siversk.\n> 900 people are still there | UA other affirmed | Siversk",
		"We drove back to Siversk with the soldiers.\n> -We drove",
	})
}

// In speech of several sentences those that ask make no claim, and leave the others.
func TestSpeechThatAsks(t *testing.T) {
	checkSpoken(t, []string{
		"\"They have taken the station in Siversk. What was I to do?\" said Major Ihor Bondar of the 68th Brigade.\n> They have taken | UA captured affirmed | Siversk\n> -What was I to do",
		"\"Have they taken Siversk?\" said Major Ihor Bondar of the 68th Brigade.\n> -Have they taken",
	})
}

// Maps, and records of what can be seen.
func TestMapsAndPictures(t *testing.T) {
	checkSpoken(t, []string{
		"The DeepState project shows the larger part of Siversk in red.\n> the larger part of Siversk in red | PRESS control affirmed | Siversk",
		"DeepState has not moved its line near Lyman since Sunday.\n> has not moved its line | PRESS advance negated | Lyman",
		"On its latest map DeepState leaves the station in Siversk grey.\n> the station in Siversk grey | PRESS other affirmed | Siversk",
		"Two mapping projects, DeepState and Black Bird Group, show Siversk as contested.\n> Siversk as contested | PRESS fighting affirmed | Siversk",
		"Drone footage shows waves of Russian conscripts fleeing from the woods near Lyman.\n> waves of Russian conscripts | PRESS withdrawal affirmed | Lyman",
		// by whom it was published says nothing
		"A video released by the Russian Defence Ministry shows soldiers with a flag in the centre of Siversk.\n> soldiers with a flag | PRESS other affirmed | Siversk",
		"Pictures reviewed by this newspaper show trenches east of Hryshyne.\n> trenches east of | PRESS other affirmed | Hryshyne",
		// paint, and lines of other kinds
		"Volunteers painted a bench in Lyman red.\n> -a bench",
		"The company moved its production line to Lviv.\n> -production line",
	})
}

// Speech behind other sentences of its speaker's, what the text contradicts, what is
// blamed, and maps that show a place as somebody's.
func TestWhoStillSpeaks(t *testing.T) {
	checkPublished(t, geo.Publisher{Name: "Rescue service", Party: geo.Ukraine}, []string{
		// how far the place of what was done reaches
		"Two bombs fell on Siversk. A fire broke out.\n\nRescue workers carried a man down the stairs. Five people received shrapnel wounds.\n> Five people received | UA casualties affirmed | Siversk",
	})
	checkSpoken(t, []string{
		"There were explosions at the port of Mariupol. The exiled city council believes a fuel barge was hit.\n> a fuel barge was hit | UA attack affirmed | Mariupol",
		"On this the mayor of Siversk was brief. The road is open, and those who write that it is cut help the enemy. \"We work from Siversk.\"\n> We work from Siversk | UA other affirmed | Siversk",
		"The foreman lost a foot. \"They waited for us,\" a doctor said. \"There was a drone over Siversk.\"\n> a drone over Siversk | CIV attack affirmed | Siversk",
		"Russian forces have not taken Siversk, contrary to a claim by the Russian Defence Ministry.\n> taken Siversk, | RU captured affirmed | Siversk",
		"A depot is on fire in Belgorod. The governor of the Belgorod region blamed debris from a drone.\n> debris from a drone | RU other affirmed | Belgorod",
		"A depot is on fire in Belgorod. The governor of the Belgorod region blamed Ukraine.\n> -Ukraine",
		"Kyiv said its troops had retaken Siversk. A week later DeepState marked it as Russian.\n> it as Russian | PRESS other affirmed | Siversk",
	})
}

// Words that look like the verb of another clause, or hide it.
func TestSituationsFoundAgain(t *testing.T) {
	checkSpoken(t, []string{
		"Ukrainian forces recently advanced near Siversk, and geolocated imagery of 2 May indicates that Russian forces left Zvanivka.\n> recently advanced near Siversk | PRESS advance affirmed | Siversk",
		"A depot at Siversk is on fire, judging by videos that residents have uploaded.\n> A depot at Siversk is on fire | PRESS damage affirmed | Siversk",
		"What is left of Siversk is being fought over cellar by cellar.\n> What is left of Siversk | PRESS fighting affirmed | Siversk",
		"No electricity since Monday in Siversk; repairs will take weeks.\n> No electricity since Monday in Siversk | PRESS damage affirmed | Siversk",
		"A Ukrainian officer I trust admitted that half of Siversk was gone.\n> half of Siversk was gone | UA captured affirmed | Siversk",
		"Petro Hrim, a Ukrainian reservist, thinks the Ukrainians hold about a third of Siversk.\n> the Ukrainians hold | UA control affirmed | Siversk",
		// what somebody judges from something is still theirs
		"Analysts of DeepState judged from the videos that the bridge at Siversk was down.\n> the bridge at Siversk was down | PRESS damage affirmed | Siversk",
	})
}

// Who has a part in the war reports what is of no type, too; the press tells it as
// background.
func TestPlainNewsOfAParty(t *testing.T) {
	occupier := geo.Publisher{Name: "Press service of the administration", Party: geo.Russia}
	checkPublished(t, occupier, []string{
		"The quarry at Dokuchaievsk has doubled its output.\n> The quarry | RU other affirmed | Dokuchaievsk",
		"In Mariupol, 24 blocks of flats have been handed over to their tenants.\n> 24 blocks of flats | RU other affirmed | Mariupol",
		"A delegation of deputies visited Mariupol.\n> -A delegation",
		"Maxim Hrim, who drove a combine at the farm in Mariupol.\n> -drove a combine",
		// and what it says of others' claims
		"Kiev's claims that its forces are holding Kupiansk are far from reality.\n> claims that its forces | RU control negated | Kupiansk",
		"Reports by the Ukrainian command about the recapture of Siversk are disinformation.\n> Reports by | RU captured negated | Siversk",
	})
	checkSpoken(t, []string{"The quarry at Dokuchaievsk has doubled its output.\n> -The quarry", "Kyiv's claims that its forces are holding Kupiansk are far from reality.\n> its forces are holding | UA control affirmed | Kupiansk"})
}

// What a text says of itself, of what could not be checked or is not known yet, and what
// it names only to say what it is, are no claims of its own; a clause before an
// attribution that goes on from it is one. Invented.
func TestBackgroundOfTheText(t *testing.T) {
	checkSpoken(t, []string{
		"A drone hit a bus in Kherson. The names of the wounded in Kherson have not been released.\n> A drone hit a bus | PRESS attack affirmed | Kherson\n> -The names of the wounded",
		"A rocket struck the market of Nikopol. The consequences of the strike in Nikopol are still being clarified.\n> A rocket struck | PRESS attack affirmed | Nikopol\n> -The consequences",
		"The evacuation point in Pavlohrad is a former cinema.\n> -The evacuation point",
		"We drove back to Kramatorsk under a captured flag.\n> -We drove",
		"The road to Izium was shelled twice this week, and the driver, Oleh Bondar, expects it to close.\n> The road to Izium was shelled | PRESS attack affirmed | Izium",
		"The shelling of Bilopillia could not be verified.\n> -The shelling",
	})
	aid := geo.Publisher{Name: "Harbour Relief", Party: geo.International}
	checkPublished(t, aid, []string{
		"The association operates three kitchens in Mykolaiv.\n> -The association",
		"Our lorry remains in Odesa.\n> -Our lorry",
		"The villages around Snihurivka are dealt with in note 12.\n> -The villages",
		"The bakery in Snihurivka has closed.\n> The bakery | INT other affirmed | Snihurivka",
	})
}

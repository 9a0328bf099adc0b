package read

import (
	"os"
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

// statusCases are invented texts: a claim by words of its content, and what the
// text says of its verification.
var statusCases = []struct {
	text string
	want []string // "words = status"
}{
	{"Russia's Defence Ministry said its troops had captured Torske. Reuters could not independently verify the report.", []string{"captured Torske = unverified"}},
	{"The Ukrainian General Staff said four attacks near Lyman were repelled, and Russia said its forces had entered Lyman. Neither account could be checked.", []string{"four attacks = unverified", "entered Lyman = unverified"}},
	{"The mayor of Melitopol said that a train had been blown up near Melitopol.\n\nThe claim has not been backed by pictures, and no other source has confirmed it.", []string{"a train = unverified"}},
	{"Russian officials said that Ukrainian shells had hit a school in Horlivka. They offered no proof.", []string{"shells had hit = unverified"}},
	{"The Kremlin said that Siversk was surrounded. There is no evidence for that.", []string{"Siversk was surrounded = unverified"}},
	{"Moscow said on Friday that it had taken Novotoretske. Kyiv said the same evening that its troops still held Novotoretske.", []string{"taken Novotoretske = disputed"}},
	{"The Russian army says it controls Dachne.\n\n\"That is a lie,\" said Captain Ihor Bondar of the 68th Brigade. \"We are standing in Dachne.\"", []string{"it controls Dachne = disputed"}},
	{"A Russian channel claimed that Ukrainian troops had fled Kostiantynivka. \"Nonsense,\" said the brigade's spokesman.", []string{"fled Kostiantynivka = disputed"}},
	{"Russia's Defence Ministry said that its forces had taken the village of Yablunivka. A spokesman for the Ukrainian brigade in the area denied this.", []string{"had taken the village = disputed"}},
	{"Kyiv said it had sunk a landing ship in Feodosia. Russian officials dismissed the report as fiction.", []string{"sunk a landing ship = disputed"}},
	{"The governor said a missile had hit the market in Kostiantynivka. Satellite images taken the next day show the market destroyed.", []string{"missile had hit = confirmed"}},
	{"The regional administration said that a bridge near Kupiansk was down. Our reporter saw the wreck of the bridge near Kupiansk on Sunday.", []string{"a bridge near Kupiansk was down = confirmed"}},
	{"Ukraine said that its drones had struck a refinery in Ryazan. Videos geolocated by analysts show the refinery in Ryazan burning.", []string{"struck a refinery = confirmed"}},
	{"A volunteer said that two people had been killed in Bilozerka. The police confirmed the deaths later.", []string{"two people had been killed = confirmed"}},
	{"Russia said it had taken Zelene. Ukraine said it had shot down 40 drones over Sumy.\n\nThe battlefield claims in this report could not be independently verified.", []string{"taken Zelene = unverified", "shot down 40 drones = unverified"}},
	{"A post said that the road to Dobropillia was cut. It is not true: buses were running, the mayor said.", []string{"the road to Dobropillia was cut = disputed"}},
	{"According to Moscow, Hryshyne is under its control. DeepState, a mapping group, shows Hryshyne as held by Ukraine.", []string{"Hryshyne is under its control = disputed"}},
	{"Residents said that soldiers had looted shops in Tokmak. The occupation authorities reject the accusation.", []string{"looted shops = disputed"}},
	{"The Defence Ministry in Moscow said Pokrovsk was encircled. \"Pokrovsk is not encircled,\" said Colonel Taras Kvit of the 25th Brigade.", []string{"Pokrovsk was encircled = disputed"}},
	{"He said his unit had left Bohuslav. It was not possible to confirm his account.", []string{"left Bohuslav = unverified"}},
	{"The ministry in Moscow reported the capture of Poltavka, which Kyiv disputes.", []string{"the capture of Poltavka = disputed"}},
	{"Russia says it holds all of Vovchansk; Ukraine insists that it controls the southern bank in Vovchansk.", []string{"holds all of Vovchansk = disputed"}},
	{"The General Staff said that a command post in Dzhankoi was destroyed. Two residents of Dzhankoi, reached by phone, said they had seen it burn.", []string{"a command post = confirmed"}},
	{"Russia's Defence Ministry said it destroyed a depot in Ternopil, without giving evidence.", []string{"destroyed a depot = unverified"}},
	{"The Russian-installed governor said five people died in Oleshky. The toll could not be verified.", []string{"five people died = unverified"}},
	{"Russia's army said on Monday, without citing evidence, that it had taken Torske.", []string{"it had taken Torske = unverified"}},
	{"Offering no proof, Russia's army said on Monday that it had taken Torske.", []string{"it had taken Torske = unverified"}},
	{"According to unverified reports by residents, two people had died in Oleshky.", []string{"two people had died = unverified"}},
	{"Telegram channels said a bridge near Tokmak had been blown up. Nothing so far bears that out.", []string{"a bridge near Tokmak = unverified"}},
	{"Russia's army said that it had taken Torske. Not so, said the Ukrainian brigade.", []string{"it had taken Torske = disputed"}},
	{"Russia's army said that it had taken Torske. They hadn't.", []string{"it had taken Torske = disputed"}},
	{"Russia's army said that it had taken Torske. The Ukrainian brigade called the announcement a comedy.", []string{"it had taken Torske = disputed"}},
	{"Russia's army said that it had taken Torske. DeepState's map shows the village under Ukrainian control.", []string{"it had taken Torske = disputed"}},
	{"Russia's army said that it had taken Torske. Ukraine's General Staff said that fighting was going on in Torske.", []string{"it had taken Torske = disputed"}},
	{"Ukraine's General Staff insisted that its troops controlled Torske. Russia's army said that it had captured Torske.", []string{"its troops controlled Torske = disputed", "it had captured Torske = disputed"}},
	{"Ukraine's General Staff admitted that Russian infantry had entered Torske, but denied that Torske had fallen. Russia's army said that it had captured Torske.", []string{"Russian infantry had entered = none", "Torske had fallen = none"}},
	{"Russia's army said that it had captured Torske. Ukraine later confirmed the loss of Torske.", []string{"it had captured Torske = confirmed"}},
	{"Kyiv said a depot in Saratov had burned down. The Russian governor denied that anything in Saratov had been damaged.", []string{"a depot in Saratov = disputed"}},
	{"Russia's army said that it had taken Torske.\n\nKyiv said its troops had repelled 12 attacks near Yampil.\n\nNeither claim could be independently verified.", []string{"it had taken Torske = unverified", "repelled 12 attacks = unverified"}},
	// What the outlet takes back, blame laid both ways, what shows a thing not to hold.
	{"Earlier we reported that a pumping station in Raihorodok had been destroyed. Officials now say it was damaged but not destroyed.", []string{"a pumping station = disputed"}},
	{"Correction: we reported earlier that a filling station had been hit in Izium. Police now say the strike was in Balakliia.", []string{"a filling station = disputed", "the strike was = none"}},
	{"An earlier version of this article said that the crossing in Izium had been destroyed.", []string{"the crossing = disputed"}},
	{"A pro-Kremlin blogger claimed that Russian troops had seized Torske. Another Russian source denied that the village had fallen.", []string{"had seized Torske = disputed"}},
	{"Kyiv accused Moscow of shelling the Zaporizhzhia nuclear plant. Moscow blamed Ukraine for the attack.", []string{"shelling the Zaporizhzhia = disputed", "for the attack = disputed"}},
	{"Ukraine said Russian shelling hit a tram in Donetsk. The Russian-installed mayor said the tram was hit by Ukrainian artillery.", []string{"Russian shelling hit = disputed", "by Ukrainian artillery = disputed"}},
	{"The Russian ministry said 40 Ukrainian soldiers had been killed in Torske. Ukraine's military said it had no losses there.", []string{"40 Ukrainian soldiers = disputed"}},
	{"Pushilin said the last road to Druzhkivka had been cut. Drivers told reporters it was open.", []string{"the last road = disputed"}},
	{"Information spread by Russian sources about the encirclement of Ukrainian units in Myrnohrad does not correspond to reality.", []string{"the encirclement = disputed"}},
	{"The claim by Russian bloggers that Hryshyne has been captured is not true.", []string{"Hryshyne has been captured = disputed"}},
	{"“Chasiv Yar is ours,” a Russian colonel said. A Ukrainian drone operator said: “We are here, come and see.”", []string{"Chasiv Yar is ours = disputed"}},
	{"A Russian commander said his men had raised a flag in the centre of Siversk. The Ukrainian army dismissed the video as a montage.", []string{"raised a flag = disputed"}},
	{"Zelenskyy said Ukrainian troops had cleared Russian infantry from Kupiansk. Russia's Defence Ministry said the town was under its control.", []string{"had cleared = disputed"}},
}

// statusRight is how many of the statuses above must be found.
const statusRight = 60

// TestStatus holds what is read of the verification of claims.
func TestStatus(t *testing.T) {
	r := reader(t)
	right := 0
	for _, c := range statusCases {
		a, err := geo.NewArticle(geo.Article{Ref: "status", Text: c.text, Publisher: geo.Publisher{Name: "Reuters", Party: geo.Press}})
		if err != nil {
			t.Fatal(err)
		}
		got := r.Read(&a)
		for _, w := range c.want {
			words, status, _ := strings.Cut(w, " = ")
			at := strings.Index(c.text, words)
			found := "no claim"
			for _, x := range got.Claims {
				for _, s := range x.Content {
					if s.Start < at+len(words) && at < s.End {
						found = x.Status.String() + " " + x.Type.String()
					}
				}
			}
			if strings.HasPrefix(found, status+" ") {
				right++
			} else {
				t.Logf("%q: %q is %s, want %s", c.text, words, found, status)
			}
		}
	}
	if right < statusRight {
		t.Errorf("%d statuses right, want %d", right, statusRight)
	}
	t.Logf("%d right", right)
}

// What is said of both accounts reaches the claims of either side about the place,
// paragraphs back; what is not corroborated may be named behind the words. Invented.
func TestStatusOfBothSides(t *testing.T) {
	r := reader(t)
	got := r.Read(article(t, `Russia said on Tuesday that its forces had captured Lyman.

A Ukrainian officer in Kyiv said that Ukrainian troops still controlled Lyman.

Trains ran as usual on Wednesday.

Neither account could be independently confirmed.`))
	n := 0
	for _, c := range got.Claims {
		if c.Status == geo.Unverified {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d claims unverified, want both: %v", n, got.Claims)
	}
	got = r.Read(article(t, "The mission has not been able to corroborate a claim by Russian officials that a kindergarten in Yenakiieve had been struck."))
	unverified := false
	for _, c := range got.Claims {
		unverified = unverified || c.Source.Party == geo.Russia && c.Status == geo.Unverified
	}
	if !unverified {
		t.Errorf("not corroborated: %v", got.Claims)
	}
}

// standingRight is how many statuses of testdata/standing.txt must be found.
const standingRight = 249

// TestStanding reads the texts of testdata/standing.txt.
func TestStanding(t *testing.T) {
	b, err := os.ReadFile("testdata/standing.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	var got *geo.Reading
	text, right, all := "", 0, 0
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		want, words, ok := strings.Cut(line, " | ")
		if !ok {
			text = strings.ReplaceAll(line, " ¶ ", "\n\n")
			got = r.Read(article(t, text))
			continue
		}
		all++
		at := strings.Index(text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, text)
		}
		var found []string
		for _, c := range got.Claims {
			for _, s := range c.Content {
				if s.Start < at+len(words) && at < s.End {
					found = append(found, c.Status.String())
				}
			}
		}
		if len(found) > 0 && !slices.ContainsFunc(found, func(s string) bool { return !slices.Contains(strings.Split(want, "/"), s) }) {
			right++
			continue
		}
		t.Logf("%q: %q is %v, want %s", text, words, found, want)
	}
	t.Logf("%d of %d right", right, all)
	if right < standingRight {
		t.Errorf("%d of %d are right, want %d", right, all, standingRight)
	}
}

package read

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"contested/geo"

	"github.com/paulmach/orb"
)

// marked reads a test text: "[Lyman]" is a place, "[a:Lyman]" a sector named
// after one, "[m:Moscow]" a government, "[x:Lyman]" no place on the ground,
// "[=Lyman:the town]" an anaphor for Lyman. All texts here are invented.
func marked(text string) (plain string, want []string) {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '[')
		if i < 0 {
			b.WriteString(text)
			return b.String(), want
		}
		j := i + strings.IndexByte(text[i:], ']')
		b.WriteString(text[:i])
		mark := text[i+1 : j]
		use := "literal"
		switch {
		case strings.HasPrefix(mark, "a:"):
			use, mark = "area", mark[2:]
		case strings.HasPrefix(mark, "m:"):
			use, mark = "metonym", mark[2:]
		case strings.HasPrefix(mark, "x:"):
			use, mark = "", mark[2:]
		case strings.HasPrefix(mark, "="):
			name, words, _ := strings.Cut(mark[1:], ":")
			use, mark = "anaphor="+name, words
		}
		if use != "" {
			want = append(want, fmt.Sprintf("%s %s", use, mark))
		}
		b.WriteString(mark)
		text = text[j+1:]
	}
}

// gotMentions lists the mentions that stand for something on the ground, and
// the governments.
func gotMentions(r *Reader, d *document) (got []string) {
	for _, m := range d.mentions {
		s := m.Span.Of(d.text)
		switch m.Use {
		case geo.Literal, geo.AreaUse, geo.Metonym:
			got = append(got, fmt.Sprintf("%s %s", m.Use, s))
		case geo.Anaphor:
			p, _ := r.gaz.Place(m.Place)
			got = append(got, fmt.Sprintf("anaphor=%s %s", p.Name, s))
		}
	}
	return got
}

func readPlaces(t testing.TB, r *Reader, text string) *document {
	t.Helper()
	d := r.parse(article(t, text))
	r.mentions(d)
	r.anaphora(d)
	return d
}

func checkMentions(t *testing.T, cases []string) {
	t.Helper()
	r := reader(t)
	for _, c := range cases {
		text, want := marked(c)
		got := gotMentions(r, readPlaces(t, r, text))
		if g, w := strings.Join(got, " · "), strings.Join(want, " · "); g != w {
			t.Errorf("%s\n got %s\nwant %s", c, g, w)
		}
	}
}

func TestNotPlaces(t *testing.T) {
	checkMentions(t, []string{
		// titles and ranks make persons
		"Colonel [x:Lyman] smiled in [Kramatorsk]. [x:Lyman] had seen worse.",
		"A spokesman, Captain [x:Bakhmut], met reporters in [Pokrovsk].",
		// first names
		"[x:Georgia] Winterbourne of the embassy was in [Kyiv] on Monday.",
		"[x:Paris] Hilton did not come to [Odesa].",
		"[x:Milan] Novak-[x:Orel], who runs the shelter in [Dnipro], agreed.",
		"The report was written by [x:Jordan] Smith.",
		// streets, brigades, newspapers, charities, clubs
		"The bakery on [x:Donetska] Street in [Kramatorsk] opened again.",
		"It stands at the corner of [x:Kyiv] Avenue and [x:Pokrovsk] Lane in [Sloviansk].",
		"The [x:Kharkiv] Evening Post printed a photograph from [Kupiansk].",
		"The [x:Washington Post] and the [x:Kyiv] Herald had sent reporters to [Lyman].",
		"Volunteers of the charity [x:Lyman] Wings drove to [Izium].",
		"Shakhtar [x:Donetsk] FC plays its matches in [Lviv].",
		"Soldiers of the [x:Lyman] Battalion left [Sloviansk].",
		"The band [x:Odesa] Philharmonic Orchestra toured in [Poland].",
		// groups of forces
		"Units of the [x:Zapad] group entered [Kupiansk], the ministry claimed.",
		"The [x:Vostok] grouping advanced near [Huliaipole].",
		"Battlegroup [x:Tsentr] took trenches west of [Pokrovsk].",
		// names in quotation marks after what they name
		"The armoured train \"[x:Lyman]\" was shown in [Kyiv].",
		"The cruiser [x:Moskva] sank in the [Black Sea].",
		// months, days, ordinary words
		"[x:May] was quiet. [x:Of] the old houses in [Bakhmut] few stand.",
		"[x:Mayak] is a radio station heard in [Kherson].",
		// organisations
		"The Bank of [x:Cyprus] closed its office in [Kyiv].",
		"The University of [x:Luhansk] now works from [Poltava].",
		"The [x:Donetsk] regional military administration reported shelling of [Kostiantynivka].",
		"The [x:Kherson] City Council said water was back.",
		"The so-called [x:Donetsk] People's Republic claimed the village near [Horlivka].",
		"[x:Georgia]-registered lorries waited in [Odesa].",
		"A [x:Moscow]-installed official spoke in [Melitopol].",
		"[x:Dynamo Kyiv] beat Metalist [x:Kharkiv] in [Lviv].",
		"They met at the Hotel [x:Ukraine] and listened to Radio [x:Donetsk] in [Kramatorsk].",
		"The [x:Kyiv]-based group maps the front near [Lyman]. The [x:Kharkiv]-born poet lives in [Warsaw].",
		"A soldier with the call sign [x:Odesa] laughed in [Sloviansk].",
		"The charity Light of [x:Kherson] sent parcels to [Snihurivka].",
		// who somebody is, and what is called after a city
		"A researcher at a [x:Berlin] institute counted craters in [Toretsk] at 9 p.m. [x:Kyiv] time.",
		"The [x:Dnepr] battlegroup shelled [Orikhiv].",
		"The [x:Luhansk] air assault brigade and the [x:Kherson] motor rifle regiment left [Tokmak]. The [x:Sumy] family stayed.",
		"The ensemble [x:Poltava] sang in [Lviv]. The exercise [x:Lyman] ended. A fellow of the [x:Kharkiv] Workshop for Peace wrote it.",
		// speaker labels
		"PRESENTER: To [Dnipro], where [x:Yilan] Osei is. [x:Yilan], what news?\n\nOSEI: None.\n\nPRESENTER: Thanks.\n\nOSEI: Bye.\n\nPRESENTER: Next.\n\nOSEI: No.\n\nPRESENTER: [Kyiv].",
		"BAKHMUT: Good evening from [Kyiv].\n\nLYMAN: Good evening.\n\nBAKHMUT: What is new?\n\nLYMAN: [Siversk] is quiet.",
	})
}

func TestUses(t *testing.T) {
	checkMentions(t, []string{
		"In the [a:Lyman] direction the enemy attacked near [Zarichne].",
		"The commander of the [a:Pokrovsk] sector spoke to us.",
		"Fighting went on along the [a:Kupiansk] axis and in the [a:Siversk] and [a:Kramatorsk] directions.",
		"[the Donetsk region] was shelled, and so was [Kharkiv Oblast].",
		"The line in [Donetsk] and [Luhansk] regions did not move.",
		"He came from the city of [Kherson] and lives in [Zaporizhzhia] city.",
		// governments
		"[m:Moscow] denied the report.",
		"[m:Kyiv] and [m:Moscow] agreed to swap prisoners.",
		"[m:Moscow]'s demand was rejected by the delegation in [Istanbul].",
		"[m:Kyiv], which has not published figures, dismissed the claim.",
		"Talks between [m:Ankara] and [m:Riyadh] ended late.",
		"Diplomats accused [m:Moscow] of stalling.",
		"What would [m:Washington] say?",
		"In return [m:Moscow] would freeze the front. [m:Washington] played down the idea.",
		"[Kyiv] would be hit again. [Kyiv] suffered most.",
		"[m:Brussels] has announced new aid, and [m:Warsaw] wants more.",
		"The [m:Kiev] regime is lying, the agency wrote.",
		"Mediators carried a message to [m:Moscow]; a statement from [m:Kyiv] followed.",
		"Sanctions on [m:Moscow] and pressure on [m:Kyiv] will grow, he said.",
		"The deal is on [m:Kyiv]'s terms, and aid to [m:Kyiv] goes on.",
		"The [m:Moscow]-Kyiv talks were put off.",
		"Neither [m:Kyiv] nor [m:Moscow] commented.",
		"[m:Moscow]'s paratroopers dug in. [m:Kyiv]'s deputies vote today. [m:Tehran]'s appointee was late.",
		"[Kyiv]'s old streets were dark, and [Moscow]'s airports shut. [Warsaw]'s residents queued.",
		"For [m:Moscow] the bridge matters little. In the eyes of [m:Beijing] it is settled.",
		"What does [m:Ankara] make of it? Would [m:Tokyo] pay? Why did [Kyiv] burn?",
		"What do you hear from [m:Paris]? Nobody in [m:Brussels] cares. An official in [Brussels] does.",
		"Envoys expected [m:Washington] to raise it; he wants [m:Kyiv] to give up [Lyman]. She drove to [Kyiv] to see him.",
		"[m:Berlin], asked about tanks, would not answer. [m:Moscow] \"has not refused\", he said.",
		"In [m:Moscow] they say the road is open. In [Moscow] it rained.",
		// the same names as places
		"The road between [Kyiv] and [Zhytomyr] is open.",
		"A drone attack on [Moscow] closed two airports. Kyiv's mayor spoke of debris in [Kyiv]'s suburbs.",
		"An attack against [Moscow] was stopped, he wrote on the train from [Kyiv] to [Lviv].",
		"A drone hit [Kyiv] at dawn.",
		"She flew from [Moscow] to [Ankara] and spoke to reporters in [Riyadh].",
		"The ministry in [Moscow] announced it.",
		"[Kyiv], the capital, was dark.",
		"[BRUSSELS] — The summit opened on Friday.",
		"Snow fell on [Moscow] and [Kyiv].",
	})
}

func TestAnaphora(t *testing.T) {
	checkMentions(t, []string{
		"Shells fell on [Lyman]. Two people died in [=Lyman:the town].",
		"[Pokrovsk], a rail junction, is half empty. Trucks from [Dnipro] no longer reach [=Pokrovsk:the junction].",
		"The capture of [Pokrovsk] was announced on Monday. [=Pokrovsk:This transport hub] feeds [Kramatorsk].",
		"Fighting continues in [Toretsk], a spokesman told reporters in [Kyiv]. He said [=Toretsk:the town] was still held.",
		"[KYIV] — [Kostiantynivka] was bombed again. Smoke rose over [=Kostiantynivka:the city].",
		"Ann Winter is in [Kramatorsk] for us. Is [Siversk] lost? The ministry says [=Siversk:the town] fell on Friday.",
		"[Kupiansk] was quiet. People [=Kupiansk:there] were repairing roofs.",
		"There was no light in [Kherson]. There is hope.",
		"Assault groups have entered [Vovchansk]. The battle for [=Vovchansk:the border town] has cost both sides dearly.",
		"[Huliaipole] is surrounded on three sides. If [=Huliaipole:the stronghold] fell, [Zaporizhzhia] would be next.",
		"Residents of [Chasiv Yar] are leaving. [=Chasiv Yar:The town]'s last bakery closed on Friday, and [=Chasiv Yar:its centre] lies in ruins.",
		"Drones struck [Odesa] at night. In [=Odesa:the port city] a warehouse burned.",
		"The general said from [Kyiv] that [Kupiansk] was held. \"Nobody will take [=Kupiansk:this city],\" he said.",
		"The army left [Velyka Novosilka] in January. [=Velyka Novosilka:The village] had 5,000 people once.",
		"The line runs west of [Toretsk]. Two brigades defend [=Toretsk:the ruined town] from [Kostiantynivka].",
		"Trains reach [Kramatorsk] again. In [=Kramatorsk:the city centre], shops are open.",
		"A missile hit [Kharkiv]. [=Kharkiv:The regional capital] was without power; the mayor of [=Kharkiv:the city] asked for help.",
		"The [x:Kherson] City Council met. Half of [=Kherson:the city] has no gas.",
		"[Pokrovsk] and [Myrnohrad] are under fire. [Myrnohrad], the smaller of the two, is a mining town. Nobody sleeps in [=Myrnohrad:the mining town].",
		"The community of doctors spoke to the international community about a town and its village.",
		"The city of [Kherson] has no water. [=Kherson:The city] is shelled daily.",
	})
}

func TestResolution(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, name, country, admin string }{
		{"The church in Paris, Texas, burned down. Firemen from Dallas came to Paris.", "Paris", "US", "US-TX"},
		{"The mayor of Springfield, Ill., resigned.", "Springfield", "US", "US-IL"},
		{"The minister flew to Paris and on to Berlin and Rome.", "Paris", "FR", ""},
		{"A drone fell on the Russian town of Donetsk, Rostov Region.", "Donetsk", "RU", ""},
		{"Shelling of Donetsk and Makiivka went on.", "Donetsk", "UA", "UA-14"},
		{"Her sister lives in another Lyman, a village by a lake in Kharkiv region.", "Lyman", "UA", "UA-63"},
		{"In Georgia, protesters marched through Tbilisi.", "Georgia", "GE", ""},
		{"Police in Atlanta and Savannah, two cities in Georgia, made arrests. The Georgia police said so.", "Georgia", "US", "US-GA"},
		{"Ukrainian troops hold Lyman and Kreminna.", "Lyman", "UA", "UA-14"},
		{"Shells fell on the settlement of New York near Toretsk.", "New York", "UA", "UA-14"},
		{"He flew from Kyiv to New York for the General Assembly.", "New York", "US", ""},
		{"Zaporozhye Governor Ivan Winter spoke of gains.", "Zaporozhye", "UA", "UA-23"},
		{"The clip was filmed in Bilohorivka, 12 kilometres to the north-east, not in Siversk.", "Bilohorivka", "UA", "UA-09"},
	} {
		d := readPlaces(t, r, c.text)
		found := false
		for _, m := range d.mentions {
			if m.Span.Of(d.text) != c.name {
				continue
			}
			found = true
			if p, _ := r.gaz.Place(m.Place); p.Country != c.country || c.admin != "" && p.Admin1 != c.admin {
				t.Errorf("%s\n%s is %s (%s, %s), want %s %s; candidates %v", c.text, c.name, p.Name, p.Country, p.Admin1, c.country, c.admin, m.Candidates)
			}
		}
		if !found {
			t.Errorf("%s\n%s is not found", c.text, c.name)
		}
	}
}

// TestPlacesInArticles reads whole invented articles.
func TestPlacesInArticles(t *testing.T) {
	r := reader(t)
	for _, name := range []string{"english", "ukrainian", "russian"} {
		b, err := os.ReadFile("testdata/places/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		body := string(b)
		for strings.HasPrefix(body, "#") {
			_, body, _ = strings.Cut(body, "\n")
		}
		for _, part := range strings.Split(body, "\n====\n") {
			text, want := marked(strings.TrimSpace(part))
			got := gotMentions(r, readPlaces(t, r, text))
			missing, extra := difference(want, got)
			if len(missing)+len(extra) > 0 {
				first, _, _ := strings.Cut(text, "\n")
				t.Errorf("%s: %s\nmissing %q\nextra   %q", name, first, missing, extra)
			}
		}
	}
}

// TestPlaceBatteries holds that streets, people, ships and whatever else bears the name of a
// place is taken for one no more often than the last change of the reader reached, governments
// no more often for their capitals, and that places are lost no more often over it.
func TestPlaceBatteries(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		file        string
		wrong, lost int // of a hundred
	}{{"bearers", 10, 3}, {"governments", 2, 2}, {"traps", 3, 2}, {"anaphors", 0, 5}} {
		b, err := os.ReadFile("testdata/places/" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		others, places, wrong, lost := 0, 0, 0, 0
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			text, want := marked(strings.TrimSpace(line))
			others += strings.Count(line, "[x:") + strings.Count(line, "[m:")
			places += strings.Count(line, "[") - strings.Count(line, "[x:") - strings.Count(line, "[m:")
			missing, extra := difference(want, gotMentions(r, readPlaces(t, r, text)))
			for _, e := range extra {
				if !strings.HasPrefix(e, "metonym") {
					wrong++
					t.Logf("%s: %s is none: %s", c.file, e, text)
				}
			}
			for _, m := range missing {
				if !strings.HasPrefix(m, "metonym") {
					lost++
					t.Logf("%s: %s is lost: %s", c.file, m, text)
				}
			}
		}
		if wrong*100 > others*c.wrong || lost*100 > places*c.lost {
			t.Errorf("%s: %d of %d that are no places are taken for some, at most %d in a hundred may be; of %d places %d are lost, at most %d in a hundred may be",
				c.file, wrong, others, c.wrong, places, lost, c.lost)
		}
	}
}

// difference lists what one list of marks has more often than the other.
func difference(want, got []string) (missing, extra []string) {
	count := map[string]int{}
	for _, g := range got {
		count[g]++
	}
	for _, w := range want {
		if count[w]--; count[w] < 0 {
			missing = append(missing, w)
		}
	}
	for _, g := range got {
		if count[g] > 0 {
			count[g]--
			extra = append(extra, g)
		}
	}
	return missing, extra
}

// A name that the gazetteer does not have is told when the text says that it is
// a settlement's.
func TestUnknownPlaces(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, name string }{
		{"Troops entered the village of Tykhohirske near Lyman.", "Tykhohirske"},
		{"Вони зайшли в село Тихогірське біля Лимана.", "Тихогірське"},
		{"Dark clouds hung over the house of Wintermute.", ""},
	} {
		d := readPlaces(t, r, c.text)
		got := ""
		for _, m := range d.mentions {
			if m.Use == geo.Unresolvable {
				got += m.Span.Of(d.text)
			}
		}
		if got != c.name {
			t.Errorf("%s\nunknown: %q, want %q", c.text, got, c.name)
		}
	}
}

// TestResolutionBattery holds that a name that several places bear is taken for the right one
// as often as the last change of the reader reached.
func TestResolutionBattery(t *testing.T) {
	const most, near = 8, 12 // wrong of a hundred; kilometres
	r := reader(t)
	b, err := os.ReadFile("testdata/places/resolution.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, wrong := 0, 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "|")
		var at orb.Point
		if _, err := fmt.Sscanf(f[2], "%g,%g", &at[1], &at[0]); err != nil && f[2] != "none" {
			t.Fatalf("%s: %v", line, err)
		}
		d, found := readPlaces(t, r, f[0]), f[2] == "none"
		for _, m := range d.mentions {
			if m.Span.Of(d.text) != f[1] || m.Use != geo.Literal {
				continue
			}
			pl, _ := r.gaz.Place(m.Place)
			found = f[2] != "none" && kilometres(pl.Point, at) < near
			break
		}
		if all++; !found {
			wrong++
			t.Logf("%s is another: %s", f[1], f[0])
		}
	}
	if wrong*100 > all*most {
		t.Errorf("%d of %d names are taken for other places, at most %d in a hundred may be", wrong, all, most)
	}
}

package read

import (
	"math"
	"strings"
	"testing"
	"time"

	"contested/geo"
)

// hostile are texts of about n bytes that are hard to read: whatever grows in
// them must not make the reader slower than the text is long.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"one line of news", func(n int) string {
		return repeat("Russian forces took Pokrovsk, the Defence Ministry said on Monday, but Kyiv denied it. ", n)
	}},
	{"one sentence of clauses", func(n int) string { return repeat("troops took Pokrovsk and entered Myrnohrad, ", n) }},
	{"one sentence of cues", func(n int) string { return repeat("he said that she said that ", n) }},
	{"one sentence of sources", func(n int) string { return repeat("according to the ministry, ", n) }},
	{"quote marks", func(n int) string { return repeat("\"", n) }},
	{"open quotes", func(n int) string { return repeat("“ he said «", n) }},
	{"quotes in quotes", func(n int) string {
		return repeat("“we hold ", n/2) + repeat("the town” he said ", n/2)
	}},
	{"single quotes", func(n int) string { return repeat("the towns' ' mayors ", n) }},
	{"brackets", func(n int) string { return repeat("(", n/2) + repeat(")", n/2) }},
	{"dashes", func(n int) string { return repeat("- ", n) }},
	{"commas", func(n int) string { return repeat(", ", n) }},
	{"lines", func(n int) string { return repeat("\n", n) }},
	{"labels", func(n int) string { return repeat("A: no\n\nB: Kyiv holds Pokrovsk\n\n", n) }},
	{"stamps", func(n int) string { return repeat("09:12 — Kyiv says Pokrovsk holds.\n", n) }},
	{"list", func(n int) string {
		return "The ministry said:\n\n" + repeat("- a strike on Pokrovsk killed two\n", n)
	}},
	{"names", func(n int) string { return repeat("Ivan Petrenko Kyiv ", n) }},
	{"speakers", func(n int) string {
		return repeat("Ivan Petrenko, the mayor of Pokrovsk, said it. \"We hold,\" he added. ", n)
	}},
	{"one word", func(n int) string { return repeat("a", n) }},
	{"hyphens", func(n int) string { return repeat("a-", n) }},
	{"numbers", func(n int) string { return repeat("1,000.5 ", n) }},
	{"pronouns", func(n int) string { return repeat("He said they hold it there. ", n) }},
	{"narrated", func(n int) string { return repeat("Shelling hit Pokrovsk overnight. ", n) }},
	{"this was not verified", func(n int) string {
		return repeat("Kyiv says Pokrovsk fell. This could not be verified. ", n)
	}},
	{"labels in a line", func(n int) string {
		return "Kyiv says Lyman fell.\n\nOpinions differ. " + repeat("The brigade: contested. The ministry: liberated. ", n)
	}},
	{"a verdict on all", func(n int) string {
		return repeat("Kyiv says Pokrovsk fell. ", n/2) + "\n\nShelling hit Lviv on Monday.\n\n" + repeat("Moscow says Lyman held. ", n/2) + "\n\nOur verdict: false."
	}},
	{"told to be untrue", func(n int) string {
		return repeat("DeepState reported that Rodynske had been occupied. The 7th Corps said that was not so. ", n)
	}},
	{"told to be untrue in one sentence", func(n int) string {
		return repeat("DeepState reported that Rodynske had been occupied, that was not so, the 7th Corps said, ", n)
	}},
	{"questions and answers", func(n int) string {
		return repeat("ANCHOR: Has the army withdrawn from Myrnohrad?\n\nREPORTER: Not yet. The brigade's press officer told me so.\n\n", n)
	}},
	{"asked whether", func(n int) string {
		return repeat("Asked whether the town of Lyman had been surrounded, the commander said: \"No.\" ", n)
	}},
	{"seen by the writer", func(n int) string {
		return repeat("Moscow said Lyman had fallen. Our team drove through Lyman and met no soldiers. ", n)
	}},
	{"plans of nobody", func(n int) string { return repeat("This plan says troops will leave Lyman, he said. ", n) }},
	{"yes or no", func(n int) string {
		return repeat("Q: Has Lyman fallen?\n\nA: No. Moscow said that Siversk fell.\n\n", n)
	}},
	{"райони", func(n int) string { return repeat("Покровський район. ", n) }},
	{"розмова", func(n int) string {
		return "Комбат Мороз чекав на нас.\n\n— Чи взяв ворог Лиман?\n\n" + repeat("— Ні, Лиман наш, а Міноборони РФ заявило, що взяло Ямпіль.\n\n— А Сіверськ?\n\n", n)
	}},
	{"briefing", func(n int) string {
		return repeat("MR. HALL: We hold that Lyman is lost.\n\nMS. HALL: So do I. Lyman fell, the spokesman said.\n\n", n) + "QUESTION: And Siversk?\n\n"
	}},
	{"papers", func(n int) string {
		return repeat("The ministry published its report. The document says Lyman fell. This was reported by the governor. Marines were said to have taken it. ", n)
	}},
	{"this city", func(n int) string {
		return "LYMAN, Ukraine — " + repeat("The front runs nine kilometres to the east, near Yampil, ten kilometres from the town. This city stood between that town and the guns. ", n)
	}},
	{"список", func(n int) string {
		return repeat("Джерело: ОВА.\n\nДеталі: за даними ОВА:\n\nПокровський район: загинули двоє.\n\nЛиман: поранено трьох. Про це повідомив Філашкін.\n\n", n)
	}},
	{"guests", func(n int) string {
		return "HOST: With me is the colonel. " + repeat("Our guest has joined us with the men and is by me, ", 1<<12) + "\n\n" + repeat("GUEST: We hold Lyman.\n\nHOST: And Siversk?\n\n", n)
	}},
	{"towns listed behind a colon", func(n int) string {
		return repeat("The army confirmed five strikes: Lyman near Yampil, Siversk near Zvanivka, and the rest of Kherson, a fifth of Donetsk, ", n)
	}},
	{"pictures traced", func(n int) string {
		return repeat("The photo that accounts say shows Lyman was taken in Siversk and traced, matched, placed and compared to footage, ", n)
	}},
	{"captions", func(n int) string {
		return repeat("The channel shared a photo with the caption 'Our men are in Lyman', with the words 'Siversk has fallen too', ", n)
	}},
	{"said while", func(n int) string {
		return repeat("Drones hit Lyman, the governor said, while shells fell on Siversk, naming Yampil, ", n)
	}},
	{"вердикти", func(n int) string {
		return repeat("Канали написали, що ворог захопив Лиман. Висновок: неправда. ", n)
	}},
	{"українською", func(n int) string {
		return repeat("Міноборони заявило, що ворог обстріляв Покровськ, «ми тримаємо місто», сказав він. ", n)
	}},
	{"по-русски", func(n int) string {
		return repeat("Минобороны заявило, что войска взяли Покровск; в Киеве это отрицают. ", n)
	}},
}

func repeat(s string, n int) string { return strings.Repeat(s, max(1, n/len(s))) }

// TestHostile reads them; what grows with the square of a text's length takes many times
// as long as the slowest of them does.
func TestHostile(t *testing.T) {
	const longest = 5 * time.Second
	r := reader(t)
	n := 1 << 19
	if testing.Short() {
		n = 1 << 14
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			a := geo.Article{Text: h.text(n), Publisher: geo.Publisher{Party: geo.Press}}
			from := cpuTime()
			g := r.Read(&a)
			if took := cpuTime() - from; took > longest {
				t.Errorf("took %v of a processor", took)
			}
			for i := range g.Claims {
				if err := g.Claims[i].Validate(&a); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	r := reader(b)
	for _, h := range hostile {
		for _, n := range []int{1 << 15, 1 << 18} {
			b.Run(h.name+" "+map[bool]string{true: "32 KB", false: "256 KB"}[n < 1<<16], func(b *testing.B) {
				a := geo.Article{Text: h.text(n)}
				b.SetBytes(int64(len(a.Text)))
				for b.Loop() {
					r.Read(&a)
				}
			})
		}
	}
}

// timed runs work over size bytes of text again and again. Beside what the clock
// says it reports the fastest round by the processor's time, which other programs
// disturb less: MB/cpu-s.
func timed(b *testing.B, size int, prepare, work func()) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	best := time.Duration(math.MaxInt64)
	for b.Loop() {
		if prepare != nil {
			b.StopTimer()
			prepare()
			b.StartTimer()
		}
		from := cpuTime()
		work()
		best = min(best, cpuTime()-from)
	}
	b.ReportMetric(float64(size)/1e6/best.Seconds(), "MB/cpu-s")
}

// BenchmarkStages times each stage on articles of ordinary length.
func BenchmarkStages(b *testing.B) {
	r := reader(b)
	var arts []geo.Article
	size := 0
	for _, g := range readGold(b, "tune") {
		arts = append(arts, geo.Article{Title: g.Title, Text: g.Text, Publisher: geo.Publisher{Party: geo.Press}})
		size += len(g.Text)
	}
	docs := make([]*document, len(arts))
	stage := func(name string, before, run func(d *document)) {
		b.Run(name, func(b *testing.B) {
			timed(b, size, func() {
				for i := range arts {
					if docs[i] != nil {
						docs[i].release(&r.documents)
					}
					docs[i] = r.parse(&arts[i])
					before(docs[i])
				}
			}, func() {
				for _, d := range docs {
					run(d)
				}
			})
		})
	}
	b.Run("parse", func(b *testing.B) {
		timed(b, size, nil, func() {
			for i := range arts {
				r.parse(&arts[i]).release(&r.documents)
			}
		})
	})
	before := func(*document) {}
	next := func(run func(d *document)) func(d *document) {
		last := before
		return func(d *document) { last(d); run(d) }
	}
	for _, s := range []struct {
		name string
		run  func(d *document)
	}{
		{"mentions", r.mentions},
		{"attributions", (*document).findAttributions},
		{"anaphora", r.anaphora},
		{"parties", func(d *document) { r.findSalience(d); d.findParties() }},
		{"speakers", r.findSpeakers},
		{"claims", func(d *document) { r.findClaims(d); d.findStatus() }},
		{"finish", r.finish},
	} {
		stage(s.name, before, s.run)
		before = next(s.run)
	}
	b.Run("all", func(b *testing.B) {
		timed(b, size, nil, func() {
			for i := range arts {
				r.Read(&arts[i])
			}
		})
	})
}

// BenchmarkNews reads 7 MB of articles, as an import reads them: our own, or those of
// -input, again and again. testdata/speed.txt holds what came of it.
func BenchmarkNews(b *testing.B) { benchmarkNews(b, (*Reader).ReadAll) }

// BenchmarkNewsSingly reads them one by one.
func BenchmarkNewsSingly(b *testing.B) {
	benchmarkNews(b, func(r *Reader, articles []*geo.Article) []*geo.Reading {
		out := make([]*geo.Reading, len(articles))
		for i, a := range articles {
			out[i] = r.Read(a)
		}
		return out
	})
}

func benchmarkNews(b *testing.B, read func(r *Reader, articles []*geo.Article) []*geo.Reading) {
	r := reader(b)
	var arts []*geo.Article
	if *inputFlag != "" {
		for _, in := range readInput(b, *inputFlag) {
			arts = append(arts, &geo.Article{Title: in.Title, Text: in.Text, Publisher: in.pub})
		}
	} else {
		for _, set := range goldSets {
			for _, g := range readGold(b, set) {
				arts = append(arts, &geo.Article{Title: g.Title, Text: g.Text, Publisher: geo.Publisher{Party: geo.Press}})
			}
		}
	}
	once := 0
	for i := range arts {
		once += len(arts[i].Text)
	}
	rounds := max(1, 7_000_000/once)
	timed(b, rounds*once, nil, func() {
		for range rounds {
			read(r, arts)
		}
	})
}

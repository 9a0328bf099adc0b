package ingest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"contested/geo"
	"contested/geo/ingest"
)

var update = flag.Bool("update", false, "write the expectations anew")

var noon = time.Date(2025, 11, 30, 12, 0, 0, 0, time.UTC)

// assets is a small table of publishers for these tests.
var assets = fstest.MapFS{"lexicon/publishers.tsv": {Data: []byte("# test\nRU\tTASS\ttass.ru\tТАСС\nUA\tUkrinform\tukrinform.ua\tУкрінформ\nUA\t*.gov.ua\tgov.ua\n" +
	"UA\tGeneral Staff of the Armed Forces of Ukraine\tmil.gov.ua\nINT\tUnited Nations\tun.org\n")}}

func options() ingest.Options {
	return ingest.Options{Assets: assets, Now: func() time.Time { return noon }}
}

// open reads inputs and returns what came.
func open(t testing.TB, o ingest.Options, inputs ...string) ([]geo.Article, ingest.Report) {
	t.Helper()
	var got []geo.Article
	r, err := ingest.Open(t.Context(), inputs, o, func(a geo.Article) error { got = append(got, a); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return got, r
}

// want is what a file of testdata/pairs must give.
type want struct {
	Articles []wantArticle `json:"articles,omitempty"`
	Report   []string      `json:"report"`
}

type wantArticle struct {
	Title     string        `json:"title"`
	Date      string        `json:"date"`
	Publisher geo.Publisher `json:"publisher"`
	Language  geo.Language  `json:"language"`
	URL       string        `json:"url,omitempty"`
	Ref       string        `json:"ref"`
	Example   bool          `json:"example,omitempty"`
	Text      string        `json:"text"`
}

// Each file of testdata/pairs gives what stands beside it.
func TestPairs(t *testing.T) {
	files, err := filepath.Glob("testdata/pairs/*")
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want.json") {
			continue
		}
		pairs++
		t.Run(filepath.Base(file), func(t *testing.T) {
			articles, report := open(t, options(), file)
			var got want
			for _, a := range articles {
				got.Articles = append(got.Articles, wantArticle{a.Title, a.Published.String(), a.Publisher, a.Language, a.URL, a.Ref, a.Example, a.Text})
				if a.Path != file || !a.Fetched.Equal(noon) {
					t.Errorf("path %q, fetched %v", a.Path, a.Fetched)
				}
			}
			for _, it := range report.Items {
				got.Report = append(got.Report, strings.TrimPrefix(it.String(), "testdata/pairs/"))
			}
			var b bytes.Buffer
			enc := json.NewEncoder(&b)
			enc.SetIndent("", " ")
			enc.SetEscapeHTML(false)
			if err := enc.Encode(got); err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(file+".want.json", b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			expected, err := os.ReadFile(file + ".want.json")
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), expected) {
				t.Errorf("got\n%s\nwant\n%s", b.Bytes(), expected)
			}
		})
	}
	if pairs < 40 {
		t.Errorf("only %d pairs were found", pairs)
	}
}

// Everything in a folder is read, whatever else lies in it, in order of names.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b/second.txt", "Second text.")
	write("a.txt", "First text.")
	write("c.jpg", "\xff\xd8\xff")
	write(".hidden.txt", "Hidden.")
	write(".git/config.txt", "Hidden.")
	write("~$lock.docx", "Lock.")
	write("d.txt", "")
	write("e.urls", "https://example.org/")
	write("z/same.txt", "First text.")
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skip("no symbolic links here")
	}
	articles, r := open(t, options(), dir)
	var texts []string
	for _, a := range articles {
		texts = append(texts, a.Text)
	}
	if got := strings.Join(texts, " "); got != "First text. Second text." {
		t.Errorf("got %q", got)
	}
	var lines []string
	for _, it := range r.Items {
		lines = append(lines, strings.TrimPrefix(it.String(), dir+string(filepath.Separator)))
	}
	for _, w := range []string{
		"a.txt: 1 article",
		"c.jpg: not a kind of file that holds articles",
		"d.txt: the file is empty",
		"e.urls: a list of web addresses is fetched only when it is named itself",
		"loop: it is a link to a folder; name that folder itself to read it",
		filepath.FromSlash("z/same.txt") + ": the same article came in already from " + filepath.Join(dir, "a.txt"),
	} {
		if !strings.Contains("\n"+strings.Join(lines, "\n")+"\n", "\n"+w+"\n") {
			t.Errorf("the report lacks %q; it is\n%s", w, strings.Join(lines, "\n"))
		}
	}
	if len(lines) != 7 {
		t.Errorf("%d lines in the report:\n%s", len(lines), strings.Join(lines, "\n"))
	}
}

// A text beyond the limit is refused by name, size and limit, and does not
// keep the next one out.
func TestLargeText(t *testing.T) {
	dir := t.TempDir()
	large, small := filepath.Join(dir, "large.txt"), filepath.Join(dir, "small.txt")
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(50 << 20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := os.WriteFile(small, []byte("It is small."), 0o644); err != nil {
		t.Fatal(err)
	}
	articles, r := open(t, options(), large, small)
	if len(articles) != 1 {
		t.Fatalf("%d articles, want 1", len(articles))
	}
	if got, want := r.Items[0].String(), large+": it has 50 MB, the limit is 20 MB; split it into single articles, or make it a .jsonl file with one article a line"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A JSON Lines file may be larger than any text: it is read line by line, and a
// line beyond the limit costs only itself.
func TestLargeLines(t *testing.T) {
	file := filepath.Join(t.TempDir(), "large.jsonl")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(f, `{"text":"One."}`)
	f.Write(bytes.Repeat([]byte("x"), ingest.MaxText+1))
	fmt.Fprintln(f)
	fmt.Fprintln(f, `{"text":"Three."}`)
	f.Close()
	articles, r := open(t, options(), file)
	if len(articles) != 2 || r.Failed() != 1 || r.Items[0].Line != 2 {
		t.Errorf("%d articles; %v", len(articles), r.Items)
	}
}

func TestStandardInput(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text", "Read from a pipe.", "standard input: 1 article"},
		{"lines", "{\"text\":\"a b\"}\n{\"text\":\"c d\"}", "standard input: 2 articles"},
		{"page", "<!doctype html><title>T</title><p>Read from a pipe.", "standard input: 1 article"},
		{"feed", "<?xml version='1.0'?><rss version='2.0'><channel><item><title>T</title></item></channel></rss>", "standard input: 1 article"},
		{"nothing", "", "standard input: there is no text in it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options()
			o.Stdin = strings.NewReader(c.in)
			_, r := open(t, o, "-")
			if got := r.Items[len(r.Items)-1].String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	_, r := open(t, options(), "-")
	if r.Failed() != 1 {
		t.Error("a missing standard input is no failure")
	}
}

func TestBadNames(t *testing.T) {
	dir := t.TempDir()
	for in, want := range map[string]string{
		filepath.Join(dir, "none.txt"): "there is no such file or folder; check the name",
		"www.example.org/a":            "there is no such file; a web address begins with https://",
		"ftp://example.org/a":          "only addresses that begin with http:// or https:// are fetched",
		"http://":                      "it is no web address; check its spelling",
		dir:                            "the folder holds no files that are read",
	} {
		if _, r := open(t, options(), in); len(r.Items) != 1 || r.Items[0].String() != in+": "+want {
			t.Errorf("%s: got %v, want %s", in, r.Items, want)
		}
	}
}

func TestStops(t *testing.T) {
	dir := t.TempDir()
	for i := range 5 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), []byte(fmt.Sprintf("Text %d.", i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	full := errors.New("no room")
	n := 0
	_, err := ingest.Open(t.Context(), []string{dir}, options(), func(geo.Article) error {
		if n++; n == 2 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 2 {
		t.Errorf("after %d articles: %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n = 0
	r, err := ingest.Open(ctx, []string{dir}, options(), func(geo.Article) error {
		if n++; n == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 3 || r.Articles() != 3 {
		t.Errorf("after %d articles, %d in the report: %v", n, r.Articles(), err)
	}
}

func TestProgress(t *testing.T) {
	o := options()
	o.Stdin = strings.NewReader("{\"text\":\"a b\"}\n{broken\n{\"text\":\"c d\"}")
	var counts []int
	o.Progress = func(n int, _ ingest.Item) { counts = append(counts, n) }
	open(t, o, "-")
	if fmt.Sprint(counts) != "[1 1 2 2]" {
		t.Errorf("progress was %v", counts)
	}
}

func TestText(t *testing.T) {
	a, err := ingest.Text("pasted", "Title: Pasted\nSource: TASS\n\nWords.", options())
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Pasted" || a.Text != "Words." || a.Publisher != (geo.Publisher{Name: "TASS", Party: geo.Russia}) {
		t.Errorf("got %+v", a)
	}
	if _, err := ingest.Text("pasted", " \n", options()); err == nil {
		t.Error("blank words are an article")
	}
}

// The table that ships can be read, and says what the guideline says.
func TestShippedPublishers(t *testing.T) {
	shipped := os.DirFS("../../assets")
	if _, err := fs.Stat(shipped, "lexicon/publishers.tsv"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, url string
		want      geo.Publisher
	}{
		{"", "", geo.Publisher{Party: geo.Press}},
		{"An Unknown Paper", "", geo.Publisher{Name: "An Unknown Paper", Party: geo.Press}},
		{"", "https://www.unknown.example/a", geo.Publisher{Name: "unknown.example", Party: geo.Press}},
		{"the  REUTERS", "", geo.Publisher{Name: "the REUTERS", Party: geo.Press}},
		{"", "https://tass.ru/armiya/1", geo.Publisher{Name: "TASS", Party: geo.Russia}},
		{"", "https://function.mil.ru/x", geo.Publisher{Name: "Ministry of Defence of Russia", Party: geo.Russia}},
		{"", "https://pokrovsk-rada.gov.ua/n", geo.Publisher{Name: "pokrovsk-rada.gov.ua", Party: geo.Ukraine}},
		{"", "https://dn.gov.ua/news", geo.Publisher{Name: "Donetsk Regional Military Administration", Party: geo.Ukraine}},
		{"Міноборони України", "", geo.Publisher{Name: "Міноборони України", Party: geo.Ukraine}},
		{"", "https://news.un.org/en/1", geo.Publisher{Name: "United Nations", Party: geo.International}},
		{"", "https://www.bbc.co.uk/news/1", geo.Publisher{Name: "BBC News", Party: geo.Press}},
		{"", "https://notass.ru/1", geo.Publisher{Name: "notass.ru", Party: geo.Press}},
		{"Institute for the Study of War", "", geo.Publisher{Name: "Institute for the Study of War", Party: geo.Press}},
	} {
		o := options()
		o.Assets = shipped
		line, _ := json.Marshal(map[string]any{"text": "Words.", "publisher": c.name, "url": c.url})
		o.Stdin = bytes.NewReader(line)
		articles, r := open(t, o, "-")
		if len(articles) != 1 {
			t.Fatal(r.Items)
		}
		if articles[0].Publisher != c.want {
			t.Errorf("%q at %q is %+v, want %+v", c.name, c.url, articles[0].Publisher, c.want)
		}
	}
}

func TestBrokenPublishersTable(t *testing.T) {
	o := options()
	o.Assets = fstest.MapFS{"lexicon/publishers.tsv": {Data: []byte("RU\tTASS\nMARS\tX\n")}}
	_, err := ingest.Open(t.Context(), nil, o, nil)
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

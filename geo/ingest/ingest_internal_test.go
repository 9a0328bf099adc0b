package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"contested/geo"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"":                                "undated",
		"2025-11-08":                      "2025-11-08",
		"2025-11":                         "2025-11",
		"2025-11-08T18:30:00+02:00":       "2025-11-08 16:30 UTC",
		"2025-11-08T18:30:00.123Z":        "2025-11-08 18:30 UTC",
		"2025-11-08T18:30:00":             "2025-11-08", // no zone: no moment
		"2025-11-08T00:00:00+02:00":       "2025-11-08", // a midnight that nobody meant
		"2025-11-08 18:30":                "2025-11-08",
		"Sat, 08 Nov 2025 18:30:00 +0200": "2025-11-08 16:30 UTC",
		"Sat, 8 Nov 2025 18:30:00 GMT":    "2025-11-08 18:30 UTC",
		"Sat, 8 Nov 2025 18:30:00 EST":    "2025-11-08", // a zone that Go does not know
		"08.11.2025":                      "2025-11-08",
		"8/11/2025":                       "2025-11-08",
		"November 8, 2025":                "2025-11-08",
		"8 November 2025, 18:30":          "2025-11-08",
		"18:30, 8 November 2025":          "2025-11-08",
		"8 листопада 2025 року":           "2025-11-08",
		"8 ноября 2025 г.":                "2025-11-08",
		"1970-01-01T00:00:00Z":            "undated",
		"0001-01-01":                      "undated",
		"yesterday":                       "undated",
		"11/27/2025":                      "undated", // the region writes the day first
		strings.Repeat("9", 100):          "undated",
	} {
		if got := parseDate(in).String(); got != want {
			t.Errorf("parseDate(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]geo.Language{
		"":                             geo.English,
		"The road is closed.":          geo.English,
		"The road (Дорога) is closed.": geo.English,
		"Дорогу закрито з понеділка.": geo.Ukrainian,
		"Дорога закрыта.":             geo.Russian,
		"Дорога на Краматорськ":       geo.Ukrainian,
		"Дорога на Краматорск":        geo.Russian,
		"Він сказав: «Дорога закрыта». Це було в понеділок, і ніхто не їхав.": geo.Ukrainian,
	} {
		if got := languageOf(in, ""); got != want {
			t.Errorf("languageOf(%q) = %s, want %s", in, got, want)
		}
	}
	if got := languageOf("Дорога на море", geo.Ukrainian); got != geo.Ukrainian {
		t.Errorf("what the origin says does not decide: %s", got)
	}
}

// Every sample comes back from every 8-bit encoding that can hold it.
func TestCyrillicEncodings(t *testing.T) {
	samples := []string{
		"Обласна адміністрація повідомила, що дорогу закрито.",
		"Штаб: бої тривають.",
		"Пресс-служба сообщила, что мост открыт для объезда.",
		"МИНОБОРОНЫ СООБЩИЛО О ВЗЯТИИ СЕЛА",
		"В Покровске — «тишина», сказал мэр.",
		"NATO: Київ і Москва мовчать. The end.",
	}
	for _, s := range samples {
		for _, m := range cyrillicMaps {
			b, err := m.NewEncoder().String(s)
			if err != nil {
				continue // the encoding lacks a letter or sign of it
			}
			if got, _, err := decode([]byte(b), ""); err != nil || got != s {
				t.Errorf("%v: %q came back as %q (%v)", m, s, got, err)
			}
		}
	}
	for _, s := range []string{"Café “Naïve” – déjà vu", "Gdańsk, Łódź", "Zürich: “Größe”"} {
		b, err := charmap.Windows1252.NewEncoder().String(s)
		if err != nil {
			continue
		}
		if got, _, err := decode([]byte(b), ""); err != nil || got != s {
			t.Errorf("%q came back as %q (%v)", s, got, err)
		}
	}
}

// wordFile is a .docx with the given body.
func wordFile(t testing.TB, body func(write func(string))) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	body(func(s string) {
		if _, err := w.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	})
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWordLimits(t *testing.T) {
	bomb := wordFile(t, func(w func(string)) {
		w("<document><p><t>")
		chunk := strings.Repeat("a", 1<<20)
		for range MaxDocument>>20 + 1 {
			w(chunk)
		}
	})
	if len(bomb) > 1<<20 {
		t.Fatalf("the packed file has %d bytes", len(bomb))
	}
	if _, err := parseWord(bomb); err == nil || !strings.Contains(err.Error(), "limit") {
		t.Errorf("a file that unpacks to more than the limit: %v", err)
	}
	deep := wordFile(t, func(w func(string)) {
		w("<document><body>")
		w(strings.Repeat("<x>", 200_000))
		w("<p><t>Text.</t></p>")
	})
	if d, err := parseWord(deep); err != nil || d.Text != "Text." {
		t.Errorf("deep nesting: %q, %v", d.Text, err)
	}
	entity := wordFile(t, func(w func(string)) {
		w(`<!DOCTYPE d [<!ENTITY e "boom">]><document><p><t>&e;</t></p></document>`)
	})
	if d, err := parseWord(entity); err == nil {
		t.Errorf("an entity was expanded: %q", d.Text)
	}
}

func TestDeepStructures(t *testing.T) {
	const n = 100_000
	if _, err := parseFeed([]byte("<rss><channel>"+strings.Repeat("<a>", n)), "", ""); err == nil {
		t.Error("a deep feed is read")
	}
	if _, _, err := parsePage([]byte(strings.Repeat("<div>", n)+"text"), "", ""); err == nil {
		t.Error("a deep page is read")
	}
	if _, _, err := parsePage([]byte(strings.Repeat("<p>word", 2*maxElements)), "", ""); err == nil {
		t.Error("a page of too many elements is read")
	}
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	if _, _, err := parseMail([]byte(b.String()), false); err == nil {
		t.Error("a deep mail is read")
	}
	if _, _, err := parseJSON([]byte(strings.Repeat("[", n))); err == nil {
		t.Error("deep JSON is read")
	}
	if _, err := parseRecord([]byte(`{"text":"a","publisher":` + strings.Repeat("[", n) + `}`)); err == nil {
		t.Error("a deep record is read")
	}
}

// checkDraft holds what every parser promises: valid UTF-8, no NUL, a text when
// there is no error, an address that is one.
func checkDraft(t *testing.T, d draft, err error) {
	t.Helper()
	if err != nil {
		if strings.TrimSpace(err.Error()) == "" {
			t.Error("an error without words")
		}
		return
	}
	for _, s := range []string{d.Title, d.Text, d.Publisher.Name, d.URL} {
		if !utf8.ValidString(s) {
			t.Errorf("not valid UTF-8: %q", s)
		}
	}
	if d.URL != "" && webAddress(d.URL) == "" {
		t.Errorf("%q is no address", d.URL)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Title: a\nDate: 2025-11-08\n\nText."), "")
	f.Add([]byte("---\ntitle: a\nsource: b\n---\nText."), "")
	f.Add([]byte("\xcc\xb3\xf1\xf2 \xe7\xe0\xea\xf0\xe8\xf2\xee."), "windows-1251")
	f.Add([]byte("\xff\xfeT\x00e\x00x\x00t\x00"), "utf-16")
	f.Fuzz(func(t *testing.T, b []byte, label string) {
		d, _, err := parseText(b, label)
		checkDraft(t, d, err)
		if strings.ContainsRune(d.Text, 0) {
			t.Error("the text contains NUL")
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(`<html><head><title>T | S</title><meta property="og:title" content="T"><script type="application/ld+json">{"@type":"NewsArticle","headline":"T","datePublished":"2025"}</script><link rel=canonical href=/a></head><body><article><h1>T</h1><p>Text<br>text &amp; text<pre> a </pre></article>`), "https://example.org/x")
	f.Add([]byte("<table><tr><td>a<ul><li>b<svg><title>x</title></svg><frameset>"), "")
	f.Fuzz(func(t *testing.T, b []byte, address string) {
		d, _, err := parsePage(b, "", address)
		checkDraft(t, d, err)
	})
}

func FuzzMail(f *testing.F) {
	f.Add([]byte("From: =?utf-8?B?0JA=?= <a@b>\nSubject: =?koi8-r?Q?=C1?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nYWJj\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=41\n--x--"), false)
	f.Add([]byte("Content-Type: message/rfc822\n\nContent-Type: text/plain; charset=\"\n\nx"), true)
	f.Fuzz(func(t *testing.T, b []byte, saved bool) {
		d, _, err := parseMail(b, saved)
		checkDraft(t, d, err)
	})
}

func FuzzWord(f *testing.F) {
	f.Add([]byte(`<document><p><pPr><pStyle val="Title"/></pPr><r><t>T</t><tab/><br/></r></p><del><t>x</t></del></document>`))
	f.Add([]byte(`<document-content><h>T</h><p>a<s/>b<note><p>c</p></note></p></document-content>`))
	f.Fuzz(func(t *testing.T, xml []byte) {
		for _, dialect := range []wordDialect{docx, odt} {
			p := paragraphs{dialect: dialect}
			_ = p.read(bytes.NewReader(xml))
			checkDraft(t, draft{Article: geo.Article{Title: p.title, Text: strings.Join(p.list, "\n\n")}}, nil)
		}
		d, err := parseWord(xml)
		checkDraft(t, d, err)
	})
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><title>S</title><item><title>T</title><description>&lt;p&gt;D</description><pubDate>Sat, 08 Nov 2025 18:30:00 +0200</pubDate></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="xhtml"><div>T</div></title><link href="/a"/><content type="html">x</content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_html":"<p>x"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		defer func() {
			if r := recover(); r != nil {
				// The run recovers from the library's panics; ours are bugs.
				t.Skipf("gofeed: %v", r)
			}
		}()
		drafts, err := parseFeed(b, "", "https://example.org/")
		for _, d := range drafts {
			checkDraft(t, d, err)
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"id\":1,\"title\":\"T\",\"date\":\"2025\",\"publisher\":{\"name\":\"N\",\"party\":\"RU\"},\"text\":\"x\"}\n{\"text\":\"y\"}\n\n{"))
	f.Add([]byte("text,title\nx,\"y\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, k := range []kind{jsonLines, table, jsonFile} {
			n := 0
			r := run{ctx: t.Context(), seen: map[string]string{}, publishers: &publishers{}, yield: func(a geo.Article) error { n++; return nil }}
			r.o.Now = func() (z time.Time) { return }
			r.document(document{input: "x", kind: k, data: b})
			if r.report.Articles() != n {
				t.Errorf("%d articles in the report, %d handed on", r.report.Articles(), n)
			}
			if len(r.report.Items) == 0 {
				t.Error("nothing is reported")
			}
			for _, it := range r.report.Items {
				if len(it.Articles) == 0 && it.Skipped == "" && it.Err == nil {
					t.Errorf("an item says nothing: %+v", it)
				}
			}
		}
	})
}

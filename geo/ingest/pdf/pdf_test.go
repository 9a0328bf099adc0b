package pdf_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"contested/geo/ingest/pdf"
)

// builder writes small PDF files. Their texts are invented for these tests.
type builder struct{ b bytes.Buffer }

func newBuilder() *builder {
	b := &builder{}
	b.b.WriteString("%PDF-1.7\n")
	return b
}

func (b *builder) object(num int, body string) {
	fmt.Fprintf(&b.b, "%d 0 obj\n%s\nendobj\n", num, body)
}

func (b *builder) stream(num int, dict, data string) {
	b.object(num, fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
}

func (b *builder) end() []byte {
	b.b.WriteString("trailer << /Root 1 0 R >>\n%%EOF\n")
	return b.b.Bytes()
}

func deflate(s string) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write([]byte(s))
	w.Close()
	return z.String()
}

// helvetica is a font of which every character is half an em wide.
var helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 0 /Widths [" + strings.Repeat("500 ", 256) + "] >>"

// simple is a file with one page for each content stream.
func simple(contents ...string) []byte {
	b := newBuilder()
	b.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i, c := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", 10+2*i)
		b.object(10+2*i, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", 11+2*i))
		b.stream(11+2*i, "", c)
	}
	b.object(2, fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /Resources << /Font << /F 3 0 R >> >> >>", len(contents), kids.String()))
	b.object(3, helvetica)
	return b.end()
}

func read(t *testing.T, b []byte) pdf.Document {
	t.Helper()
	d, err := pdf.Read(b, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWordsAndParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"spaces from gaps", "BT /F 10 Tf 50 700 Td [(Trains) -300 (stop) 20 (ped) -250 (here.)] TJ ET", []string{"Trains stopped here."}},
		{"words placed one by one", "BT /F 10 Tf 1 0 0 1 50 700 Tm (Both) Tj 1 0 0 1 73 700 Tm (sides) Tj ET", []string{"Both sides"}},
		{"lines of a paragraph", "BT /F 10 Tf 12 TL 50 700 Td (The road to the town is) Tj T* (open, the mayor said.) Tj ET", []string{"The road to the town is open, the mayor said."}},
		{"a wider step is a paragraph", "BT /F 10 Tf 50 700 Td (One line.) Tj 0 -12 Td (Two lines.) Tj 0 -12 Td (Three.) Tj 0 -24 Td (Another.) Tj ET", []string{"One line. Two lines. Three.", "Another."}},
		{"an indent is a paragraph", "BT /F 10 Tf 50 700 Td (It ended.) Tj 15 -12 Td (It began) Tj -15 -12 Td (anew.) Tj ET", []string{"It ended.", "It began anew."}},
		{"larger type is a heading", "BT /F 18 Tf 50 700 Td (A heading) Tj /F 10 Tf 0 -20 Td (and text) Tj ET", []string{"A heading", "and text"}},
		{"hyphen at the end of a line", "BT /F 10 Tf 50 700 Td (The junc-) Tj 0 -12 Td (tion at Ivano-) Tj 0 -12 Td (Frankivsk) Tj ET", []string{"The junction at Ivano-Frankivsk"}},
		{"an artifact is no text", "/Artifact BMC BT /F 10 Tf 50 780 Td (Page head) Tj ET EMC BT /F 10 Tf 50 700 Td (Text) Tj ET", []string{"Text"}},
		{"turned text is no text", "BT /F 10 Tf 0 1 -1 0 20 300 Tm (margin) Tj 1 0 0 1 50 700 Tm (Text) Tj ET", []string{"Text"}},
		{"quotes and octal", `BT /F 10 Tf 50 700 Td (\223It \(all\) fell\224 \226 no) Tj ET`, []string{"“It (all) fell” – no"}},
		{"bold by drawing twice", "BT /F 10 Tf 50 700 Td (B) Tj ET BT /F 10 Tf 50.2 700 Td (B) Tj ET", []string{"B"}},
		{"an image inside", "BI /W 1 /H 1 ID \x00Q(EI\xff EI BT /F 10 Tf 50 700 Td (Text) Tj ET", []string{"Text"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := read(t, simple(c.content)); !slices.Equal(d.Paragraphs, c.want) {
				t.Errorf("got %q, want %q", d.Paragraphs, c.want)
			}
		})
	}
}

func TestRunningHeadsGo(t *testing.T) {
	var pages []string
	for i, s := range []string{"The first page breaks off in", "the middle. It says more", "and ends."} {
		pages = append(pages, fmt.Sprintf("BT /F 8 Tf 50 800 Td (Example Wire, issue 7) Tj ET BT /F 10 Tf 50 700 Td (%s) Tj ET BT /F 8 Tf 300 20 Td (%d) Tj ET", s, i+1))
	}
	d := read(t, simple(pages...))
	if want := []string{"The first page breaks off in the middle. It says more and ends."}; !slices.Equal(d.Paragraphs, want) {
		t.Errorf("got %q, want %q", d.Paragraphs, want)
	}
	if d.Pages != 3 {
		t.Errorf("%d pages, want 3", d.Pages)
	}
}

// A file as today's writers make it: objects in a packed object stream with a
// predictor, a composite font with a map to Unicode, a cross reference stream.
func TestModernFile(t *testing.T) {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 12 0 R >>",
		"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents [10 0 R 11 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType2 /DW 600 /W [1 [500 500 500] 4 9 500] >>",
	}
	var head, body strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
		body.WriteString(o + " ")
	}
	first := head.Len()
	plain := head.String() + body.String()
	// PNG predictor "up", columns of 8.
	for len(plain)%8 != 0 {
		plain += " "
	}
	var rows []byte
	above := make([]byte, 8)
	for i := 0; i < len(plain); i += 8 {
		rows = append(rows, 2)
		for k := range 8 {
			rows = append(rows, plain[i+k]-above[k])
			above[k] = plain[i+k]
		}
	}
	b := newBuilder()
	b.stream(20, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>", len(objects), first), deflate(string(rows)))
	b.stream(10, "/Filter [/FlateDecode]", deflate("BT /F 12 Tf 72 700 Td <000100020003"))
	b.stream(11, "/Filter /FlateDecode", deflate("> Tj <00040005> Tj ET"))
	b.stream(12, "/Filter /FlateDecode", deflate("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "+
		"2 beginbfchar <0001> <041F> <0005> <00660069> endbfchar 1 beginbfrange <0002> <0003> <043E> endbfrange 1 beginbfrange <0004> <0004> [<0457>] endbfrange endcmap"))
	b.stream(21, "/Type /XRef /Root 1 0 R /Size 30 /W [1 2 1]", "anything")
	b.b.WriteString("startxref\n0\n%%EOF\n")
	if d := read(t, b.b.Bytes()); !slices.Equal(d.Paragraphs, []string{"Попїfi"}) || d.Unknown != 0 {
		t.Errorf("got %q, %v unknown", d.Paragraphs, d.Unknown)
	}
}

func TestGlyphNames(t *testing.T) {
	b := newBuilder()
	b.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	b.object(2, "<< /Type /Pages /Kids [4 0 R] >>")
	b.object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /afii10017 /afii10023 /afii10049 /afii10055 /afii10103 /afii10098 /uni0404 /u1F600 /eacute /Scaron /fi /f.alt /nosuchglyph] >> >>")
	b.object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >>")
	b.stream(5, "", "BT /F 10 Tf 50 700 Td (ABCDEFGHIJKLM) Tj ET")
	d := read(t, b.end())
	if want := []string{"АЁЯІіґЄ😀éŠfif\uFFFD"}; !slices.Equal(d.Paragraphs, want) {
		t.Errorf("got %q, want %q", d.Paragraphs, want)
	}
}

func TestBadFiles(t *testing.T) {
	bomb := newBuilder()
	bomb.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	bomb.object(2, "<< /Type /Pages /Kids [4 0 R] >>")
	bomb.object(4, "<< /Type /Page /Contents 5 0 R >>")
	bomb.stream(5, "/Filter [/FlateDecode /FlateDecode]", deflate(deflate(strings.Repeat(" ", 64<<20))))

	loop := newBuilder()
	loop.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	loop.object(2, "<< /Type /Pages /Kids [2 0 R 4 0 R 6 0 R] /Parent 2 0 R >>")
	loop.object(4, "<< /Type /Pages /Kids [2 0 R 4 0 R] /Contents 4 0 R >>")
	loop.object(6, "<< /Type /Page /Resources 7 0 R /Contents 8 0 R >>")
	loop.object(7, "<< /XObject << /A 9 0 R >> >>")
	loop.stream(8, "/Length 8 0 R", "/A Do")
	loop.stream(9, "/Subtype /Form", "/A Do /A Do")
	loop.object(10, "10 0 R")

	for _, c := range []struct {
		name string
		file []byte
		want error
	}{
		{"nothing", nil, pdf.ErrNotPDF},
		{"another thing", []byte("GIF89a"), pdf.ErrNotPDF},
		{"a head alone", []byte("%PDF-1.4\n"), pdf.ErrNotPDF},
		{"protected", []byte("%PDF-1.4\n1 0 obj << >> endobj trailer << /Root 1 0 R /Encrypt 5 0 R >>"), pdf.ErrEncrypted},
		{"a bomb", bomb.end(), pdf.ErrLimit},
		{"loops", loop.end(), nil},
		{"deep nesting", []byte("%PDF-1.4\n1 0 obj " + strings.Repeat("[", 1<<20) + " endobj 2 0 obj " + strings.Repeat("<<", 1<<20)), nil},
		{"lies about sizes", []byte("%PDF-1.4\n1 0 obj << /Type /ObjStm /N 999999999 /First 9 /Length 20 >> stream\n1 999999 2 -7 9999999999 1 << >>\nendstream endobj\n" +
			"trailer << /Root << /Pages << /Kids [ << /Contents 1 0 R /Rotate 99999999 >> ] /Count 2147483647 >> >> >>"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pdf.Read(c.file, pdf.Limits{Unpacked: 16 << 20})
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// A damaged file gives what is whole in it.
func TestTruncatedFile(t *testing.T) {
	whole := simple("BT /F 10 Tf 50 700 Td (Here is a text that stays.) Tj ET")
	cut := bytes.Index(whole, []byte("trailer"))
	if d := read(t, whole[:cut]); !slices.Equal(d.Paragraphs, []string{"Here is a text that stays."}) {
		t.Errorf("got %q", d.Paragraphs)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(simple("BT /F 10 Tf 50 700 Td (Trains) Tj [(a) -300 (b)] TJ T* (c) ' ET q 1 0 0 1 0 0 cm Q"))
	f.Add([]byte("%PDF-1.4\n1 0 obj <</Type/Page/Contents 2 0 R/Resources<</Font<</F<</Subtype/Type0/DescendantFonts[<</W[1[2]3 4 5]>>]/ToUnicode 3 0 R>>>>>>>>endobj 2 0 obj<</Length 9>>stream\nBT/F 1 Tf<0001>Tj\nendstream endobj 3 0 obj<<>>stream\n1 begincodespacerange<00><ff>endcodespacerange 1 beginbfrange<00><09><0041>endbfrange\nendstream"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/ObjStm/N 2/First 8/Filter/RunLengthDecode>>stream\n\x081 0 2 3 <</Type/Page>>\nendstream"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := pdf.Read(b, pdf.Limits{Unpacked: 1 << 20, Operators: 1 << 16, Glyphs: 1 << 14, Pages: 64})
		if err != nil {
			return
		}
		again, _ := pdf.Read(b, pdf.Limits{Unpacked: 1 << 20, Operators: 1 << 16, Glyphs: 1 << 14, Pages: 64})
		if !slices.Equal(d.Paragraphs, again.Paragraphs) {
			t.Error("two readings differ")
		}
	})
}

package ingest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table reads a CSV or TSV file of articles: one a row, columns named in the
// first row. The separator is the one of comma, semicolon and tab that the
// first row has most of. Only the encoding and the header need the beginning;
// the rows are streamed.
func (r *run) table(d document, from io.Reader) {
	all := collection{run: r, sum: Item{Input: d.input}}
	fail := func(err error) { r.add(Item{Input: d.input, Err: err}) }
	b := bufio.NewReaderSize(from, 64<<10)
	head, err := b.Peek(64 << 10)
	if err != nil && err != io.EOF {
		fail(plain(err))
		return
	}
	var src io.Reader = b
	if !utf8.Valid(cutRune(head)) || bytes.IndexByte(head, 0) >= 0 || bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		raw, err := readAll(b, MaxText)
		if err != nil {
			fail(document{kind: table}.readError(err))
			return
		}
		s, _, err := decode(raw, "")
		if err != nil {
			fail(err)
			return
		}
		head, src = []byte(s[:min(len(s), 64<<10)]), strings.NewReader(s)
	}
	guard := &recordGuard{src, MaxText}
	rows := csv.NewReader(guard)
	rows.Comma = separator(head)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true
	rows.ReuseRecord = true
	first, err := rows.Read()
	if err != nil {
		fail(errors.New("it has no first row with the names of its columns"))
		return
	}
	names := append([]string(nil), first...)
	var probe draft
	text := false
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		if probe.field(n, "x") && probe.Text != "" {
			text = true
		}
	}
	if !text {
		fail(fmt.Errorf(`no column is named "text" in its first row (%s); name the column that holds the articles so`, short(strings.Join(names, ", "))))
		return
	}
	for r.stopped() == nil {
		guard.left = MaxText
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		line, _ := rows.FieldPos(0)
		if err != nil {
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				all.bad(pe.StartLine, fmt.Errorf("the row cannot be read: %w", pe.Err))
				continue
			}
			if errors.Is(err, errLimit) {
				err = tooLarge(-1, MaxText, "a quotation mark of the row before may be missing")
			}
			all.bad(0, err)
			break
		}
		x := draft{line: line}
		x.Path = d.path
		for i, v := range row {
			if i < len(names) {
				x.field(names[i], v)
			}
		}
		all.good(line, x)
	}
	all.end("row")
}

// recordGuard fails when one record takes more than the bytes that are left.
type recordGuard struct {
	r    io.Reader
	left int
}

func (g *recordGuard) Read(p []byte) (int, error) {
	// encoding/csv reads ahead by its buffer of 4 KB, no more.
	n, err := g.r.Read(p)
	if g.left -= n; g.left < 0 {
		return 0, errLimit
	}
	return n, err
}

// separator is the likeliest of the separators, by the first line.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, c := range []byte{',', ';', '\t'} {
		if n := bytes.Count(line, []byte{c}); n > most {
			best, most = rune(c), n
		}
	}
	return best
}

// cutRune takes a character that the end cuts in two off b.
func cutRune(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// short keeps messages to one line of reasonable length.
func short(s string) string {
	if utf8.RuneCountInString(s) > 80 {
		return string([]rune(s)[:79]) + "…"
	}
	return s
}

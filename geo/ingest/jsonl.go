package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// record is one article as JSON carries it (DESIGN section 2), with the fields
// that we write beside the promised ones.
type record struct {
	ID        looseString     `json:"id"`
	Title     string          `json:"title"`
	Headline  string          `json:"headline"`
	Date      string          `json:"date"`
	Published string          `json:"published"`
	Publisher json.RawMessage `json:"publisher"`
	Source    json.RawMessage `json:"source"`
	Text      *string         `json:"text"`
	Body      *string         `json:"body"`
	URL       string          `json:"url"`
	Language  string          `json:"language"`
	Example   bool            `json:"example"`
}

// looseString is a JSON string, or a number taken as one.
type looseString string

func (s *looseString) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(s))
	}
	if string(b) != "null" {
		*s = looseString(b)
	}
	return nil
}

// parseRecord reads one JSON object.
func parseRecord(b []byte) (draft, error) {
	var d draft
	if !utf8.Valid(b) {
		return d, errors.New("it is not valid UTF-8; save the file as UTF-8")
	}
	var rec record
	if err := json.Unmarshal(b, &rec); err != nil {
		return d, wordJSON(err)
	}
	switch {
	case rec.Text != nil:
		d.Text = *rec.Text
	case rec.Body != nil:
		d.Text = *rec.Body
	default:
		return d, errors.New(`it has no "text"; an article is an object such as {"title": …, "date": …, "text": …}`)
	}
	d.Ref, d.Example = string(rec.ID), rec.Example
	d.Title = rec.Title
	if d.Title == "" {
		d.Title = rec.Headline
	}
	for _, s := range []string{rec.Date, rec.Published} {
		if !d.Published.Known() {
			d.Published = parseDate(s)
		}
	}
	d.URL = webAddress(rec.URL)
	d.Language = languageNamed(rec.Language)
	for _, raw := range []json.RawMessage{rec.Publisher, rec.Source} {
		if len(raw) == 0 || string(raw) == "null" || d.Publisher.Name != "" {
			continue
		}
		var p struct{ Name, Party string }
		if raw[0] == '"' {
			if err := json.Unmarshal(raw, &p.Name); err != nil {
				return d, wordJSON(err)
			}
		} else if err := json.Unmarshal(raw, &p); err != nil {
			return d, fmt.Errorf(`its "publisher" is neither a name nor {"name", "party"}`)
		}
		d.Publisher.Name = p.Name
		if p.Party != "" {
			if err := d.Publisher.Party.UnmarshalText([]byte(p.Party)); err != nil {
				return d, fmt.Errorf("its publisher's party: %w", err)
			}
			d.party = true
		}
	}
	return d, nil
}

// wordJSON says in plain words what is wrong with a JSON text.
func wordJSON(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("it is no valid JSON at character %d: %s", syntax.Offset, strings.TrimPrefix(syntax.Error(), "json: "))
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("its %q is a %s where a %s belongs", kind.Field, kind.Value, kind.Type.Kind())
	case errors.As(err, &kind):
		return fmt.Errorf("it is a JSON %s, not an object", kind.Value)
	}
	return fmt.Errorf("it is no valid JSON: %w", err)
}

// listed is how many bad lines of one collection are reported one by one; more
// are counted.
const listed = 500

// lines reads a JSON Lines file of any length. A broken line is one item of
// the report; the others are read.
func (r *run) lines(d document, from io.Reader) {
	all := collection{run: r, sum: Item{Input: d.input}}
	b := bufio.NewReaderSize(from, 64<<10)
	if head, _ := b.Peek(2); string(head) == "\xff\xfe" || string(head) == "\xfe\xff" {
		b = bufio.NewReaderSize(transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), 64<<10)
	}
	var line []byte
	for n := 1; r.stopped() == nil; n++ {
		var err error
		var over bool
		line, over, err = readLine(b, line[:0])
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
			if sniff(line) == portableDoc || sniff(line) == wordDoc || bytes.IndexByte(line, 0) >= 0 {
				all.bad(0, errBinary)
				break
			}
		}
		switch {
		case over:
			all.bad(n, tooLarge(-1, MaxText, "split the line into single articles"))
		case len(bytes.TrimSpace(line)) > 0:
			if x, err := parseRecord(line); err != nil {
				all.bad(n, err)
			} else {
				x.Path, x.line = d.path, n
				all.good(n, x)
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			all.bad(n, plain(err))
			break
		}
	}
	all.end("line")
}

// readLine appends the next line, without its end, to buf. A line of more than
// MaxText bytes is read over and not kept.
func readLine(b *bufio.Reader, buf []byte) (line []byte, over bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if len(buf)+len(part) > MaxText {
			over, buf = true, buf[:0]
		}
		if !over {
			buf = append(buf, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		return bytes.TrimRight(buf, "\r\n"), over, err
	}
}

// collection gathers what became of the lines or rows of one input.
type collection struct {
	run  *run
	sum  Item
	bads int // lines that failed
	same int // articles that had come in before
}

func (c *collection) bad(line int, err error) {
	if c.bads++; c.bads <= listed {
		c.run.add(Item{Input: c.sum.Input, Line: line, Err: err})
	}
}

func (c *collection) good(line int, d draft) {
	one := Item{Input: c.sum.Input, Line: line}
	c.run.take(d, &one)
	if one.Err != nil {
		c.bad(line, one.Err)
	} else if one.Skipped != "" {
		c.same++
		c.run.add(one)
	}
	c.sum.Articles = append(c.sum.Articles, one.Articles...)
}

// end reports the input as a whole. what is "line" or "row".
func (c *collection) end(what string) {
	if c.run.failed != nil {
		return
	}
	more := ""
	if c.bads > listed {
		more = fmt.Sprintf("%d more %ss could not be read", c.bads-listed, what)
	}
	switch {
	case len(c.sum.Articles) > 0:
		c.sum.Note = more
	case c.bads > 0:
		c.sum.Err = fmt.Errorf("no %s of it could be read", what)
		if c.bads == 1 {
			return // that line has its item
		}
		c.sum.Note = more
	case c.same > 0:
		c.sum.Skipped = "nothing new in it"
	default:
		c.sum.Err = errors.New("there is no article in it")
	}
	c.run.add(c.sum)
}

// parseJSON reads a .json file: an article, a list of articles, or a JSON Feed.
func parseJSON(b []byte) ([]draft, string, error) {
	s, note, err := decode(b, "")
	if err != nil {
		return nil, "", err
	}
	b = bytes.TrimSpace([]byte(s))
	if len(b) == 0 {
		return nil, "", errors.New("the file is empty")
	}
	if b[0] == '{' {
		var f struct {
			Version  string            `json:"version"`
			Articles []json.RawMessage `json:"articles"`
		}
		if json.Unmarshal(b, &f) == nil {
			switch {
			case strings.Contains(f.Version, "jsonfeed.org"):
				drafts, err := parseFeed(b, "utf-8", "")
				return drafts, note, err
			case f.Articles != nil:
				return records(f.Articles, note)
			}
		}
		d, err := parseRecord(b)
		return []draft{d}, note, err
	}
	var list []json.RawMessage
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, "", wordJSON(err)
	}
	return records(list, note)
}

// records reads a list of articles. An element that is none is an error of the
// whole, for unlike a line it has no number that an editor shows.
func records(list []json.RawMessage, note string) ([]draft, string, error) {
	out := make([]draft, 0, len(list))
	for i, raw := range list {
		d, err := parseRecord(raw)
		if err != nil {
			return nil, "", fmt.Errorf("article %d of the list: %w", i+1, err)
		}
		d.line = i + 1
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, "", errors.New("the list is empty")
	}
	return out, note, nil
}

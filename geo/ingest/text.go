package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// parseText reads a plain text or Markdown file. The text is kept as decoded;
// only a header block at its top, if it clearly is one, is taken off.
func parseText(b []byte, label string) (d draft, note string, err error) {
	s, note, err := decode(b, label)
	if err != nil {
		return d, "", err
	}
	s = lineEnds(s)
	d.Text = header(s, &d)
	if d.Title == "" {
		d.Title = heading(d.Text)
	}
	return d, note, nil
}

// lineEnds makes every line end "\n".
func lineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

var headerLine = regexp.MustCompile(`^([A-Za-z][A-Za-z_ -]{1,20}):[ \t]*(.*)$`)

// header reads the fields of a block such as
//
//	Title: Trains stop short of the city
//	Date: 2025-11-08
//	Source: Example Wire
//
// (or the same between lines of "---") into d and returns the text below it.
// The block must begin with the first line, consist of such lines alone, name
// two known fields at least, and end in an empty line. Anything else is text.
func header(s string, d *draft) string {
	const longest = 4096
	top := strings.TrimLeft(s[:min(len(s), longest)], "\n")
	skipped := min(len(s), longest) - len(top)
	fence := strings.HasPrefix(top, "---\n")
	if fence {
		top = top[4:]
		skipped += 4
	}
	var got draft
	known, used := 0, 0
	for {
		line, rest, found := strings.Cut(top[used:], "\n")
		if !found && skipped+used+len(line) < len(s) {
			return s // the block is longer than any header
		}
		next := len(top) - len(rest)
		if t := strings.TrimSpace(line); t == "" && !fence || fence && (t == "---" || t == "...") {
			used = next
			break
		}
		m := headerLine.FindStringSubmatch(strings.TrimRight(line, " \t"))
		if m == nil || !found {
			return s
		}
		if got.field(m[1], strings.Trim(strings.TrimSpace(m[2]), `"`)) {
			known++
		}
		used = next
	}
	if known < 2 {
		return s
	}
	*d = got
	return strings.TrimLeft(s[skipped+used:], "\n")
}

// field sets one field of a header block, a JSON object or a table row, and
// reports whether its name is known.
func (d *draft) field(name, raw string) bool {
	value := strings.TrimSpace(raw)
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "title", "headline", "заголовок":
		d.Title = value
	case "date", "published", "published_at", "publication date", "pubdate", "дата":
		d.Published = parseDate(value)
	case "source", "publisher", "outlet", "site", "newspaper", "media", "джерело", "источник":
		d.Publisher.Name = value
	case "party", "publisher_party", "publisher party", "publisher.party":
		if d.Publisher.Party.UnmarshalText([]byte(strings.ToUpper(value))) == nil && value != "" {
			d.party = true
		}
	case "publisher.name", "publisher_name":
		d.Publisher.Name = value
	case "url", "link", "address", "canonical":
		d.URL = webAddress(value)
	case "language", "lang":
		d.Language = languageNamed(value)
	case "id", "ref":
		d.Ref = value
	case "text", "body", "content", "article", "full_text", "fulltext":
		d.Text = raw // kept exactly as it stands
	default:
		return false
	}
	return true
}

// languageNamed is the language of a tag such as "uk", "uk-UA" or "ru_RU", or
// none: the letters then decide.
func languageNamed(tag string) geo.Language {
	tag = strings.ToLower(tag)
	if i := strings.IndexAny(tag, "-_"); i > 0 {
		tag = tag[:i]
	}
	switch l := geo.Language(tag); l {
	case geo.English, geo.Ukrainian, geo.Russian:
		return l
	}
	return ""
}

// heading is the first line of a text when it stands as a heading: short,
// without the full stop of a sentence, and over an empty line or another
// heading. A bracketed notice above the heading is passed over.
func heading(s string) string {
	lines := strings.SplitN(strings.TrimLeft(s[:min(len(s), 4096)], "\n \t\ufeff"), "\n", 4)
	if len(lines) > 1 && strings.HasPrefix(lines[0], "[") && strings.HasSuffix(strings.TrimSpace(lines[0]), "]") {
		lines = lines[1:]
	}
	if len(lines) < 2 || !headingLine(lines[0]) {
		return ""
	}
	if strings.TrimSpace(lines[1]) != "" {
		// Two headings, one below the other; a third line would be verse.
		if !headingLine(lines[1]) || len(lines) < 3 || strings.TrimSpace(lines[2]) != "" {
			return ""
		}
	}
	if strings.TrimSpace(strings.Join(lines[1:], "")) == "" {
		return "" // nothing stands under it
	}
	t := strings.TrimSpace(lines[0])
	if strings.HasPrefix(t, "#") {
		t = strings.TrimSpace(strings.TrimLeft(t, "#"))
	}
	return strings.Trim(t, "*_")
}

func headingLine(s string) bool {
	s = strings.TrimSpace(s)
	n := utf8.RuneCountInString(s)
	if n < 3 || n > 200 || strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(".,;:…", last)
}

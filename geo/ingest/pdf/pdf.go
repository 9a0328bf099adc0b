package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Document is the text of a PDF file.
type Document struct {
	Title      string   // the heading of the first page, or what the file is titled
	Paragraphs []string // in the order of reading
	Pages      int
	Unknown    float64 // part of the characters that the fonts do not name; they are U+FFFD
}

// Read takes the text out of a file. The bytes are not changed, but the result
// does not keep them either.
func Read(b []byte, limits Limits) (Document, error) {
	var d Document
	f, err := open(b, limits)
	if err != nil {
		return d, err
	}
	var pages [][]*line
	all, unknown := 0, 0
	for _, p := range f.pages() {
		pieces, err := f.page(p.dict, p.resources, p.rotate)
		if err != nil {
			return d, err
		}
		for _, c := range pieces {
			if all++; c.chars == "\uFFFD" {
				unknown++
			}
		}
		pages = append(pages, lines(pieces, len(pages)))
	}
	if f.work < 0 {
		return d, ErrLimit
	}
	d.Pages = len(pages)
	if all > 0 {
		d.Unknown = float64(unknown) / float64(all)
	}
	var list []*line
	for _, p := range withoutFurniture(pages) {
		list = append(list, p...)
	}
	d.Paragraphs = paragraphs(list)
	if len(pages) > 0 {
		d.Title = heading(list)
	}
	if d.Title == "" {
		d.Title = f.infoTitle()
	}
	return d, nil
}

// pageNode is a page with what it inherits.
type pageNode struct {
	dict
	resources dict
	rotate    int
}

// pages lists the pages in order (7.7.3), or, where the tree is broken, every
// page that is found.
func (f *file) pages() []pageNode {
	var out []pageNode
	seen := map[int]bool{}
	var walk func(v any, above pageNode, depth int)
	walk = func(v any, above pageNode, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r.num] {
				return
			}
			seen[r.num] = true
		}
		d := f.dict(v)
		if d == nil || depth > maxNesting || len(out) >= f.limits.Pages {
			return
		}
		n := pageNode{d, above.resources, above.rotate}
		if r := f.dict(d["Resources"]); r != nil {
			n.resources = r
		}
		if d["Rotate"] != nil {
			n.rotate = f.integer(d["Rotate"])
		}
		if kids := f.array(d["Kids"]); kids != nil {
			for _, k := range kids {
				walk(k, n, depth+1)
			}
			return
		}
		out = append(out, n)
	}
	for _, t := range f.trailers() {
		if root := f.dict(t["Root"]); root != nil {
			if walk(root["Pages"], pageNode{}, 0); len(out) > 0 {
				return out
			}
		}
	}
	last := 0
	for num := range f.at {
		last = max(last, num)
	}
	for num := 0; num <= min(last, 1<<20) && len(out) < f.limits.Pages; num++ {
		if _, ok := f.at[num]; !ok {
			continue
		}
		if d := f.dict(ref{num: num}); d != nil && f.name(d["Type"]) == "Page" {
			walk(ref{num: num}, f.inherited(d), 0)
		}
	}
	return out
}

// inherited is what a page takes from the nodes above it, looked for from below.
func (f *file) inherited(page dict) pageNode {
	var n pageNode
	for d, depth := f.dict(page["Parent"]), 0; d != nil && depth < 16; d, depth = f.dict(d["Parent"]), depth+1 {
		if r := f.dict(d["Resources"]); r != nil && n.resources == nil {
			n.resources = r
		}
		if d["Rotate"] != nil && n.rotate == 0 {
			n.rotate = f.integer(d["Rotate"])
		}
	}
	return n
}

// heading is the largest type at the top of the first page, if it is clearly
// larger than the text.
func heading(list []*line) string {
	sizes := map[float64]int{}
	for _, l := range list {
		sizes[math.Round(l.size*2)/2] += len(l.s)
	}
	body, most := 0.0, 0
	for s, n := range sizes {
		if n > most || n == most && s < body {
			body, most = s, n
		}
	}
	top := list[:min(len(list), 12)]
	largest := 0.0
	for _, l := range top {
		if l.page == top[0].page && letters(l.s) >= 3 {
			largest = math.Max(largest, l.size)
		}
	}
	if largest < 1.15*body {
		return ""
	}
	var b strings.Builder
	for _, l := range top {
		if l.page == top[0].page && l.size > 0.95*largest {
			join(&b, l.s)
		} else if b.Len() > 0 {
			break
		}
	}
	if s := b.String(); len(s) < 400 {
		return s
	}
	return ""
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// infoTitle is the title in the file's description, unless it is only the name
// of the file it was made from.
func (f *file) infoTitle() string {
	for _, t := range f.trailers() {
		s, _ := f.resolve(f.dict(t["Info"])["Title"]).(text)
		v := strings.Join(strings.Fields(textString(s)), " ")
		low := strings.ToLower(v)
		if v != "" && letters(v) >= 3 && !strings.Contains(low, ".doc") && !strings.HasPrefix(low, "microsoft word") && !strings.HasPrefix(low, "untitled") && !strings.HasPrefix(low, "layout 1") {
			return v
		}
	}
	return ""
}

// textString decodes a text string (7.9.2.2): UTF-16 or UTF-8 with a mark, else
// Latin-1, which differs from PDFDocEncoding in signs that titles lack.
func textString(s text) string {
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		return utf16Text(s[2:])
	case strings.HasPrefix(string(s), "\xff\xfe"):
		u := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			u = append(u, uint16(s[i])|uint16(s[i+1])<<8)
		}
		return string(utf16.Decode(u))
	case strings.HasPrefix(string(s), "\xef\xbb\xbf"):
		return strings.ToValidUTF8(string(s[3:]), "")
	}
	r := make([]rune, 0, len(s))
	for i := range len(s) {
		r = append(r, rune(s[i]))
	}
	return string(r)
}

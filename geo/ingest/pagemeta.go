package ingest

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"contested/geo"
)

// pageMeta is what a page says of itself.
type pageMeta struct {
	title, publisher, canonical, language string
	body                                  string // of JSON-LD
	published                             geo.Interval
}

// metadata reads, in order of trust, JSON-LD (schema.org NewsArticle and its
// kin), OpenGraph and Dublin Core, and the page's own elements.
func metadata(doc *html.Node, base *url.URL) pageMeta {
	var m, og, own pageMeta
	var heading, docTitle string
	headings := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			own.language = attr(n, "lang")
		case atom.Title:
			if docTitle == "" && n.Namespace == "" {
				docTitle = blocks(n, false)
			}
		case atom.H1:
			headings++
			heading = strings.ReplaceAll(blocks(n, false), "\n", " ")
		case atom.Time:
			if v := attr(n, "datetime"); v != "" && !own.published.Known() {
				own.published = parseDate(v)
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && own.canonical == "" {
				own.canonical = resolve(base, attr(n, "href"))
			}
		case atom.Meta:
			metaTag(n, &og, base)
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				linkedData(n.FirstChild.Data, &m, base)
			}
		}
	}
	m.publisher = first(m.publisher, og.publisher)
	own.title = docTitle
	if title, tail, ok := cutLast(docTitle, " | "); ok && len(strings.Fields(tail)) <= 4 {
		own.title = title
	}
	if headings == 1 && heading != "" {
		own.title = heading
	}
	m.title = siteless(first(m.title, og.title, own.title), m.publisher)
	m.canonical = first(own.canonical, m.canonical, og.canonical)
	m.language = first(m.language, own.language, og.language)
	for _, p := range []geo.Interval{og.published, own.published} {
		if !m.published.Known() {
			m.published = p
		}
	}
	return m
}

func first(s ...string) string {
	for _, v := range s {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// attr is the value of an attribute, or empty.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// resolve makes an address of a page absolute. Pages read from disk have no
// address that theirs could be relative to.
func resolve(base *url.URL, ref string) string {
	u, err := base.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" || strings.HasSuffix(u.Host, ".invalid") {
		return ""
	}
	return webAddress(u.String())
}

func metaTag(n *html.Node, m *pageMeta, base *url.URL) {
	name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")))
	v := strings.TrimSpace(attr(n, "content"))
	if v == "" {
		return
	}
	switch name {
	case "og:title":
		m.title = v
	case "twitter:title", "dc.title", "dcterms.title", "headline":
		m.title = first(m.title, v)
	case "og:site_name":
		m.publisher = v
	case "dc.publisher", "dcterms.publisher", "article:publisher_name", "application-name":
		m.publisher = first(m.publisher, v)
	case "og:url":
		m.canonical = resolve(base, v)
	case "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"dc.date", "dcterms.created", "dc.date.issued", "dcterms.issued", "date", "pubdate", "publishdate", "publication_date", "article.published":
		if !m.published.Known() {
			m.published = parseDate(v)
		}
	case "og:locale", "content-language":
		m.language = first(m.language, v)
	}
}

// siteless takes the name of the site off a title such as "Trains stop short |
// Example Wire".
func siteless(title, site string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: ", " » "} {
		if head, tail, ok := cutLast(title, sep); ok && foldName(tail) == foldName(site) {
			return head
		}
	}
	return title
}

// cutLast cuts s at the last sep that does not begin it.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i <= 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// linkedData reads one JSON-LD script into m. What is broken is passed over: it
// is an extra of the page.
func linkedData(s string, m *pageMeta, base *url.URL) {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	linkedNode(v, m, base, 0)
}

func linkedNode(v any, m *pageMeta, base *url.URL, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			linkedNode(x, m, base, depth+1)
		}
	case map[string]any:
		if articleType(v["@type"]) {
			m.title = first(m.title, text(v["headline"]), text(v["name"]))
			m.publisher = first(m.publisher, text(v["publisher"]), text(v["sourceOrganization"]))
			m.body = first(m.body, text(v["articleBody"]))
			m.language = first(m.language, text(v["inLanguage"]))
			m.canonical = first(m.canonical, resolve(base, first(text(v["url"]), text(v["mainEntityOfPage"]))))
			for _, key := range []string{"datePublished", "dateCreated"} {
				if !m.published.Known() {
					m.published = parseDate(text(v[key]))
				}
			}
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "itemListElement"} {
			linkedNode(v[key], m, base, depth+1)
		}
	}
}

// articleType reports whether a JSON-LD type is schema.org's Article or one of
// the types below it.
func articleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || v == "BlogPosting" || v == "LiveBlogPosting" || v == "Report" || v == "SocialMediaPosting"
	case []any:
		for _, x := range v {
			if articleType(x) {
				return true
			}
		}
	}
	return false
}

// text is a JSON-LD value as words: a string, the name or address of a node,
// or the first of a list that has one.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		for _, key := range []string{"name", "@value", "@id", "url"} {
			if s, ok := v[key].(string); ok && s != "" {
				return html.UnescapeString(s)
			}
		}
	case []any:
		for _, x := range v {
			if s := text(x); s != "" {
				return s
			}
		}
	}
	return ""
}

package session

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/read"
)

// Pasted is an article that was pasted or typed. Fields that are empty are
// taken from the text where it says them, as a .txt file may.
type Pasted struct {
	Text      string
	Title     string
	Publisher string
	Date      string // as articles carry it: "2025-11-27", "27 November 2025", …
	URL       string
}

// article makes an article of what was pasted.
func (p Pasted) article(o ingest.Options) (geo.Article, error) {
	a, err := ingest.Text("the pasted text", p.Text, o)
	if err != nil {
		return a, err
	}
	line := func(own, said string) string {
		if own = strings.Join(strings.Fields(own), " "); own != "" {
			return own
		}
		return strings.Join(strings.Fields(said), " ")
	}
	// Written as the head of a text file, so that publisher and date are
	// understood as they are in one.
	date := ""
	if a.Published.Known() {
		date = a.Published.String()
	}
	head := ""
	for _, f := range [][2]string{{"Title", line(p.Title, a.Title)}, {"Publisher", line(p.Publisher, a.Publisher.Name)}, {"Date", line(p.Date, date)}, {"URL", line(p.URL, a.URL)}} {
		if f[1] != "" {
			head += f[0] + ": " + f[1] + "\n"
		}
	}
	if head != "" {
		published, language := a.Published, a.Language
		if a, err = ingest.Text("the pasted text", head+"ID: pasted\n\n"+a.Text, o); err != nil {
			return a, err
		}
		if p.Date == "" {
			a.Published = published
		}
		a.Language = language
	}
	if p.Date != "" && !a.Published.Known() {
		return a, fmt.Errorf("“%s” is not understood as a date; write it as 2025-11-27", p.Date)
	}
	a.Path, a.Ref = "", ""
	return geo.NewArticle(a)
}

// Paste brings a pasted article into the document in the background, as
// [Session.Import] does files.
func (s *Session) Paste(p Pasted, report func(ImportReport)) error {
	return s.start("Paste article", func(context.Context) {
		r := s.PasteNow(p)
		if report != nil {
			report(r)
		}
	})
}

// PasteNow is [Session.Paste] on the caller's goroutine.
func (s *Session) PasteNow(p Pasted) (out ImportReport) {
	reader, err := s.engine.Reader()
	var a geo.Article
	if err == nil {
		a, err = p.article(s.config.Ingest)
	}
	if err != nil {
		out.Err = err
		return out
	}
	item := ingest.Item{Input: "the pasted text", Articles: []geo.ArticleID{a.ID}}
	if s.State().Article(a.ID) != nil {
		item.Articles, item.Skipped = nil, "the article is in the document already"
		out.Items = append(out.Items, item)
		return out
	}
	r := reader.Read(&a)
	if out.Err = s.act(func(p *project.Project) error {
		return p.Import("Paste article", []geo.Article{a}, []*geo.Reading{r})
	}); out.Err != nil {
		return out
	}
	out.Items = append(out.Items, item)
	out.New, out.Claims = 1, len(r.Claims)
	for i := range r.Claims {
		if len(r.Claims[i].Places) > 0 {
			out.Placed++
		}
	}
	return out
}

// Addresses are the web addresses that a text consists of, one a line; nil if
// there is anything else in it.
func Addresses(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		u, err := url.Parse(line)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(line, " \t") {
			return nil
		}
		out = append(out, line)
	}
	return out
}

// Reread has every article read again, in the background, as one action that
// can be undone; corrections are applied again to what is read. report is
// called once, on the job's goroutine, with what changed in the claims.
func (s *Session) Reread(report func(before, after int, err error)) error {
	return s.start("Read the articles again", func(ctx context.Context) {
		before := len(s.State().Claims)
		err := s.RereadNow(ctx)
		if report != nil {
			report(before, len(s.State().Claims), err)
		}
	})
}

// RereadNow is [Session.Reread] on the caller's goroutine.
func (s *Session) RereadNow(ctx context.Context) error {
	reader, err := s.engine.Reader()
	if err != nil {
		return err
	}
	articles := s.State().Articles
	readings := make([]*geo.Reading, 0, len(articles))
	for some := range slices.Chunk(articles, 5*read.Together) {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.publish(func(st *State) {
			if st.Busy != nil {
				p := *st.Busy
				p.Done, p.Total = len(readings), len(articles)
				st.Busy = &p
			}
		})
		readings = append(readings, reader.ReadAll(some)...)
	}
	return s.act(func(p *project.Project) error { return p.Reread(readings, s.engine.ReaderVersion()) })
}

// Excerpt is the whole sentences that a stretch of an article touches.
func (s *Session) Excerpt(a *geo.Article, words geo.Span) (geo.Span, error) {
	reader, err := s.engine.Reader()
	if err != nil {
		return geo.Span{}, err
	}
	return reader.Excerpt(a, words), nil
}

package read

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var goldFlag = flag.String("gold", "", "write the project's own gold as NAME.gold.jsonl and NAME.input.jsonl for other scorers")

// The form of gold.jsonl; places of claims and mentions carry a point, so that
// the gold does not depend on the gazetteer.
type goldPlace struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	BStart int     `json:"bstart"`
	BEnd   int     `json:"bend"`
	Text   string  `json:"text,omitempty"`
	Use    string  `json:"use,omitempty"`
	Name   string  `json:"name"`
	Kind   string  `json:"kind"`
	Lat    float64 `json:"lat"`
	Lon    float64 `json:"lon"`
	Tol    float64 `json:"tol_km"`
}

type goldSource struct {
	goldPlace
	Party  string `json:"party"`
	Claims []int  `json:"claims"`
}

type goldClaim struct {
	ID       int         `json:"id"`
	Content  []goldPlace `json:"content"`
	Source   []goldPlace `json:"source"`
	Party    string      `json:"party"`
	Places   []goldPlace `json:"places"`
	Type     string      `json:"type"`
	Types    []string    `json:"types_accepted"`
	Polarity string      `json:"polarity"`
	Modality string      `json:"modality"`
	Moods    []string    `json:"modality_accepted"`
	Status   string      `json:"status"`
	Statuses []string    `json:"status_accepted"`
	Narrator bool        `json:"narrator"`
}

type gold struct {
	ID        string            `json:"id"`
	Title     string            `json:"title"`
	Date      string            `json:"date"`
	Style     string            `json:"style"`
	Publisher map[string]string `json:"publisher"`
	Text      string            `json:"text"`
	Places    []goldPlace       `json:"places"`
	NotPlaces []goldPlace       `json:"not_places"`
	Sources   []goldSource      `json:"sources"`
	Claims    []goldClaim       `json:"claims"`
}

// readGold reads the articles of testdata/gold/NAME, in order of their names.
func readGold(t testing.TB, name string) []gold {
	t.Helper()
	files, err := filepath.Glob("testdata/gold/" + name + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold in %s: %v", name, err)
	}
	var out []gold
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		g, err := parseGold(strings.TrimSuffix(filepath.Base(f), ".txt"), string(b))
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, g)
	}
	return out
}

// parseGold reads the mark-up that testdata/gold/README.md describes.
func parseGold(id, s string) (gold, error) {
	g := gold{ID: id, Publisher: map[string]string{}, Places: []goldPlace{}, NotPlaces: []goldPlace{}, Sources: []goldSource{}, Claims: []goldClaim{}}
	known := map[string]goldPlace{}
	for strings.HasPrefix(s, "# ") {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		key, val, _ := strings.Cut(line[2:], ": ")
		switch key {
		case "title":
			g.Title = val
		case "date":
			g.Date = val
		case "style":
			g.Style = val
		case "publisher":
			name, party, _ := strings.Cut(val, " | ")
			g.Publisher["name"], g.Publisher["party"] = name, party
		case "places":
			for _, p := range strings.Split(val, "; ") {
				f := strings.Fields(p)
				pl := goldPlace{Kind: "settlement", Tol: 8}
				if k := f[len(f)-1]; k == "region" || k == "river" || k == "facility" {
					pl.Kind, f = k, f[:len(f)-1]
					pl.Tol = map[string]float64{"region": 120, "river": 250, "facility": 8}[k]
				}
				lat, lon, ok := strings.Cut(f[len(f)-1], ",")
				if !ok {
					return g, fmt.Errorf("place %q has no coordinates", p)
				}
				pl.Lat, _ = strconv.ParseFloat(lat, 64)
				pl.Lon, _ = strconv.ParseFloat(lon, 64)
				pl.Name = strings.Join(f[:len(f)-1], " ")
				known[pl.Name] = pl
			}
		}
	}
	body, claims, ok := strings.Cut(s, "\n===\n")
	if !ok {
		return g, fmt.Errorf("no === line")
	}
	var text strings.Builder
	for len(body) > 0 {
		i := strings.IndexByte(body, '[')
		j := strings.IndexByte(body, ']')
		if i < 0 || j < i || strings.ContainsRune(body[i:j], '\n') || isStamp(body[i+1:j]) {
			if i >= 0 && j > i && isStamp(body[i+1:j]) {
				text.WriteString(body[:j+1])
				body = body[j+1:]
				continue
			}
			text.WriteString(body)
			break
		}
		text.WriteString(body[:i])
		inner := body[i+1 : j]
		body = body[j+1:]
		use := "literal"
		if u, ok := map[byte]string{'~': "area", '@': "anaphor", '^': "metonym", '+': "embedded", '!': "trap", '?': "unresolvable"}[inner[0]]; ok {
			use, inner = u, inner[1:]
		}
		surface, key, named := strings.Cut(inner, "=")
		if !named {
			key = surface
		}
		start := text.Len()
		text.WriteString(surface)
		p, have := known[key]
		if !have && use != "metonym" && use != "trap" && use != "unresolvable" && key != "" {
			return g, fmt.Errorf("the place %q is not in the head", key)
		}
		if key == "" {
			use = "unresolvable"
		}
		if !have {
			p = goldPlace{Name: key, Kind: "settlement"}
		}
		p.BStart, p.BEnd, p.Text, p.Use = start, text.Len(), surface, use
		if use == "trap" {
			g.NotPlaces = append(g.NotPlaces, p)
		} else {
			g.Places = append(g.Places, p)
		}
	}
	g.Text = text.String()
	from := 0
	for n, line := range strings.Split(strings.TrimSpace(claims), "\n") {
		line = strings.TrimPrefix(line, "- ")
		col := strings.Split(line, "|")
		if len(col) != 4 {
			return g, fmt.Errorf("claim %d has %d columns, want 4", n+1, len(col))
		}
		f := strings.Fields(col[0])
		if len(f) != 5 && len(f) != 4 {
			return g, fmt.Errorf("claim %d: %q", n+1, col[0])
		}
		c := goldClaim{ID: n + 1, Content: []goldPlace{}, Source: []goldPlace{}, Places: []goldPlace{}, Types: strings.Split(f[1], ",")}
		c.Party, _, _ = strings.Cut(f[0], ",")
		c.Type = c.Types[0]
		rest := f[2:]
		c.Polarity = map[string]string{"+": "affirmed", "-": "negated", "=": "either"}[rest[0][:1]]
		if len(rest) == 2 { // "-h,a n": the polarity sticks to the modality
			rest = []string{rest[0][:1], rest[0][1:], rest[1]}
		}
		for _, x := range strings.Split(rest[1], ",") {
			c.Moods = append(c.Moods, map[string]string{"a": "asserted", "h": "hedged", "c": "conditional", "f": "future", "d": "demand"}[x])
		}
		for _, x := range strings.Split(rest[2], ",") {
			c.Statuses = append(c.Statuses, map[string]string{"n": "none", "u": "unverified", "d": "disputed", "c": "confirmed"}[x])
		}
		c.Modality, c.Status = c.Moods[0], c.Statuses[0]
		for k, part := range strings.Split(strings.TrimSpace(col[2]), " … ") {
			i := strings.Index(g.Text[from:], part)
			if i >= 0 {
				i += from
			} else if i = strings.Index(g.Text, part); i < 0 {
				return g, fmt.Errorf("claim %d: %q is not in the text", n+1, part)
			}
			if k == 0 && i > from {
				from = i
			}
			c.Content = append(c.Content, goldPlace{BStart: i, BEnd: i + len(part), Text: part})
		}
		if src := strings.TrimSpace(col[1]); src == "" {
			c.Narrator = true
		} else {
			// the occurrence nearest to the content
			at, best := c.Content[0].BStart, -1
			for i := 0; ; {
				k := indexWord(g.Text, src, i)
				if k < 0 {
					break
				}
				if best < 0 || abs(k-at) < abs(best-at) {
					best = k
				}
				i = k + 1
			}
			if best < 0 {
				return g, fmt.Errorf("claim %d: the source %q is not in the text", n+1, src)
			}
			sp := goldPlace{BStart: best, BEnd: best + len(src), Text: src}
			c.Source = []goldPlace{sp}
			g.addSource(sp, c.Party, n+1)
		}
		if pl := strings.TrimSpace(col[3]); pl != "" {
			for _, name := range strings.Split(pl, ", ") {
				p, ok := known[name]
				if !ok {
					return g, fmt.Errorf("claim %d: the place %q is not in the head", n+1, name)
				}
				c.Places = append(c.Places, p)
			}
		}
		g.Claims = append(g.Claims, c)
	}
	g.codePoints()
	return g, nil
}

func isStamp(s string) bool {
	return len(s) == 5 && s[2] == ':'
}

func abs(x int) int { return max(x, -x) }

// indexWord finds s as a whole word from i on.
func indexWord(text, s string, i int) int {
	for {
		k := strings.Index(text[i:], s)
		if k < 0 {
			return -1
		}
		k += i
		before, _ := utf8.DecodeLastRuneInString(text[:k])
		after, _ := utf8.DecodeRuneInString(text[k+len(s):])
		if !isLetter(before) && !isLetter(after) {
			return k
		}
		i = k + 1
	}
}

func (g *gold) addSource(p goldPlace, party string, claim int) {
	for i := range g.Sources {
		if s := &g.Sources[i]; s.BStart == p.BStart {
			s.Claims = append(s.Claims, claim)
			return
		}
	}
	g.Sources = append(g.Sources, goldSource{p, party, []int{claim}})
}

// codePoints fills in the offsets in code points.
func (g *gold) codePoints() {
	at := func(b int) int { return utf8.RuneCountInString(g.Text[:b]) }
	fix := func(list []goldPlace) {
		for i := range list {
			list[i].Start, list[i].End = at(list[i].BStart), at(list[i].BEnd)
		}
	}
	fix(g.Places)
	fix(g.NotPlaces)
	for i := range g.Sources {
		g.Sources[i].Start, g.Sources[i].End = at(g.Sources[i].BStart), at(g.Sources[i].BEnd)
	}
	for i := range g.Claims {
		fix(g.Claims[i].Content)
		fix(g.Claims[i].Source)
	}
}

// TestGold holds that every gold file can be read.
func TestGold(t *testing.T) {
	for _, name := range goldSets {
		if _, err := os.Stat("testdata/gold/" + name); err != nil {
			continue
		}
		list := readGold(t, name)
		if *goldFlag == "" {
			continue
		}
		out, err := os.Create(*goldFlag + name + ".gold.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		in, err := os.Create(*goldFlag + name + ".input.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range list {
			b, _ := json.Marshal(g)
			fmt.Fprintf(out, "%s\n", b)
			b, _ = json.Marshal(map[string]any{"id": g.ID, "title": g.Title, "date": g.Date, "publisher": g.Publisher, "text": g.Text})
			fmt.Fprintf(in, "%s\n", b)
		}
		out.Close()
		in.Close()
	}
}

var goldSets = []string{"tune", "press-tune", "field-tune", "kinds-tune", "heldout", "independent", "independent-uk-ru", "slavic-tune", "slavic-heldout", "desk-tune", "desk-opened", "fresh-opened", "styles-tune", "styles-opened", "styles-unseen", "daily-opened", "daily-tune", "late-unseen", "last-opened", "final-opened", "last-unseen", "prose-tune", "slavic-opened", "last-slavic-opened", "blind-one-opened", "houses-opened", "blind-three", "blind-slavic-opened", "blind-four-opened", "blind-slavic-two-opened", "blind-five", "blind-six-opened", "blind-slavic-three", "blind-seven", "blind-seven-opened", "blind-slavic-four", "blind-slavic-four-opened", "capitals-opened", "capitals-unseen", "blind-uk-opened", "blind-ru-opened", "blind-ru-unseen", "blind-uk-unseen"}

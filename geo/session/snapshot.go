package session

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/render"
	"contested/geo/view"
)

// Snapshot is a picture, or the file beside one, that was opened again.
type Snapshot struct {
	State    *State  // what it carries: every claim stands in the excerpts of its article
	Picture  Picture // how it was drawn; [Engine.WritePicture] makes the same bytes of both
	Code     string  // of what it carries; printed in the picture's corner
	Of       int     // articles in the document that it was made of, those not carried too
	Content  []byte  // what it carries, as JSON: the side file
	Tiles    string  // the credit of the map tiles it was drawn over, which it does not carry; Picture.Tiles brings them back
	Problems []project.Finding

	pixels [sha256.Size]byte // of the picture; zero for a side file
}

// Errors of ReadSnapshot that callers tell apart with errors.Is.
var (
	ErrNoSnapshot = errors.New("it carries no claims: it was not made by Contested, or was stripped on its way (open the .claims.json file beside it, or ask for the original)")
	ErrNewer      = errors.New("it was made by a newer version of Contested; update the program to open it")
)

// SideFile is the name of the file beside a picture that carries the same, for
// places that strip pictures: map.png → map.claims.json.
func SideFile(picture string) string {
	return strings.TrimSuffix(picture, filepath.Ext(picture)) + sideEnding
}

const sideEnding = ".claims.json"

// IsSnapshot reports whether a file is named like a picture or its side file.
func IsSnapshot(name string) bool {
	l := strings.ToLower(name)
	return !strings.Contains(l, "://") && (strings.HasSuffix(l, ".png") || strings.HasSuffix(l, sideEnding))
}

// OpenSnapshot reads a picture or side file from the disk.
func OpenSnapshot(path string) (*Snapshot, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder", path)
	}
	s, err := ReadSnapshot(f)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened: %w", path, err)
	}
	s.State.Document.Path = path
	return s, nil
}

// ReadSnapshot reads what a picture carries. Damaged, oversized and newer files
// are errors. A file whose parts do not belong together is read, and its Problems
// and those of its State say what is wrong.
func ReadSnapshot(r io.Reader) (*Snapshot, error) {
	b := bufio.NewReader(r)
	if first, _ := b.Peek(1); len(first) == 1 && first[0] == '{' {
		content, err := io.ReadAll(io.LimitReader(b, maxCarried+1))
		if err == nil && len(content) > maxCarried {
			err = errTooMany
		}
		if err != nil {
			return nil, err
		}
		return decodeSnapshot(bytes.TrimSpace(content))
	}
	f, err := render.ReadPNG(b)
	switch {
	case errors.Is(err, render.ErrNoPNG):
		return nil, errors.New("it is neither a PNG picture nor a .claims.json file")
	case err != nil:
		return nil, err
	}
	content, sealed := "", ""
	for _, t := range f.Texts {
		into := &content
		switch t.Keyword {
		case contentKeyword:
		case sealKeyword:
			into = &sealed
		default:
			continue
		}
		if *into != "" {
			return nil, fmt.Errorf("%w: it carries two of what there can be one of", render.ErrPNG)
		}
		*into = t.Text
	}
	if content == "" {
		return nil, ErrNoSnapshot
	}
	s, err := decodeSnapshot([]byte(content))
	if err != nil {
		return nil, err
	}
	s.pixels = f.Pixels
	s.checkSeal(f, sealed)
	return s, nil
}

// checkSeal compares the file's parts with each other.
func (s *Snapshot) checkSeal(f *render.PNGFile, sealed string) {
	problem := func(rule, text string) {
		s.Problems = append(s.Problems, project.Finding{Rule: rule, Where: "picture", Text: text})
		s.State.Problems = s.Problems
	}
	if f.Width != s.Picture.Width || f.Height != s.Picture.Height {
		problem("snapshot.size", fmt.Sprintf("the picture has %d×%d pixels, but what it carries was drawn at %d×%d: it was resized, cropped or exchanged",
			f.Width, f.Height, s.Picture.Width, s.Picture.Height))
	}
	var k seal
	if sealed == "" || json.Unmarshal([]byte(sealed), &k) != nil {
		problem("snapshot.seal", "the seal is missing: whether picture and claims belong together cannot be told")
		return
	}
	if k.Code != s.Code {
		problem("snapshot.content", fmt.Sprintf("the claims and quotes in the file (code %s) are not those that the picture was made with (code %s)", s.Code, oneLine(k.Code)))
	}
	switch {
	case !f.Plain:
		problem("snapshot.pixels", "the picture was saved anew in another form: whether it was changed cannot be told")
	case k.Pixels != hex.EncodeToString(f.Pixels[:]):
		problem("snapshot.pixels", "the picture was changed after it was made")
	}
}

// oneLine makes a string from a stranger fit for a message.
func oneLine(s string) string {
	if !utf8.ValidString(s) || len(s) > 40 {
		s = "unreadable"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f {
			return '?'
		}
		return r
	}, s)
}

// Redraw draws the snapshot anew and reports whether the result is the same
// picture, pixel for pixel. It need not be when another version of the program
// made it. The picture's code, too, is compared in this way, for it is drawn.
func (e *Engine) Redraw(ctx context.Context, s *Snapshot) (same bool, err error) {
	var pixels [sha256.Size]byte
	done, err := e.writePicture(ctx, io.Discard, s.State, s.Picture, PNG, func(p [sha256.Size]byte) { pixels = p })
	return err == nil && pixels == s.pixels && bytes.Equal(done.content, s.Content), err
}

func damaged(format string, args ...any) error {
	return fmt.Errorf("what it carries is damaged: "+format, args...)
}

// decodeSnapshot makes a state of what a file carries. Everything is checked
// before it is believed.
func decodeSnapshot(content []byte) (*Snapshot, error) {
	if len(content) > maxCarried {
		return nil, errTooMany
	}
	var c carried
	err := json.Unmarshal(content, &c)
	if err != nil {
		// A newer version may have other fields of the same name: which it is stands apart from them.
		var version struct {
			Contested int `json:"contested"`
		}
		if json.Unmarshal(content, &version) != nil {
			return nil, damaged("it is no JSON")
		}
		c.Contested = version.Contested
	}
	switch {
	case c.Contested == 0:
		return nil, ErrNoSnapshot
	case c.Contested != carryVersion:
		return nil, ErrNewer
	case errors.Is(err, errTooMany):
		return nil, errTooMany
	case err != nil:
		return nil, damaged("a field has an unknown value (%s)", jsonField(err))
	}
	s := &Snapshot{Code: Code(content), Content: content, Of: max(c.Of, len(c.Articles))}
	if err := s.picture(&c.Picture); err != nil {
		return nil, err
	}
	doc := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}, Places: map[geo.PlaceID]geo.Place{}}
	for i := range c.Articles {
		a, err := c.Articles[i].article()
		if err != nil {
			return nil, damaged("%v", err)
		}
		if doc.Readings[a.ID] != nil {
			return nil, damaged("an article is there twice")
		}
		doc.Articles = append(doc.Articles, &a)
		doc.Readings[a.ID] = &geo.Reading{Article: a.ID, Language: a.Language}
	}
	for _, p := range c.Places {
		x := geo.Place{ID: p.ID, Kind: p.Kind, Name: p.Name, NameUK: p.NameUK, NameRU: p.NameRU, Point: p.Point, Approx: p.Approx,
			Country: p.Country, Admin1: p.Admin1, PartOf: p.PartOf, Population: p.Population}
		if p.Bound != nil {
			x.Bound = orb.Bound{Min: orb.Point{p.Bound[0], p.Bound[1]}, Max: orb.Point{p.Bound[2], p.Bound[3]}}
		}
		if !onEarth(x.Point) || !onEarth(x.Bound.Min) || !onEarth(x.Bound.Max) {
			return nil, damaged("a place in it is not on the earth")
		}
		doc.Places[p.ID] = x
	}
	for i := range c.Context {
		l, err := c.Context[i].layer()
		if err != nil {
			return nil, damaged("%v", err)
		}
		doc.Context = append(doc.Context, l)
	}
	origin, disputed := map[geo.ClaimID]int{}, map[geo.ClaimID]bool{}
	for i := range c.Claims {
		k := &c.Claims[i]
		if k.Article < 0 || k.Article >= len(doc.Articles) {
			return nil, damaged("a claim has no article")
		}
		a := doc.Articles[k.Article]
		claim := k.claim(a)
		if err := claim.Validate(a); err != nil || claim.Excerpt.Of(a.Text) != k.Quote {
			return nil, damaged("a quote does not stand in the text that is carried")
		}
		if _, ok := origin[claim.ID]; ok || claim.ID == "" {
			return nil, damaged("two claims have one name")
		}
		origin[claim.ID], disputed[claim.ID] = k.Origin, k.Contradicted
		r := doc.Readings[a.ID]
		r.Claims = append(r.Claims, claim)
	}
	st := derive(doc, nil, func(geo.PlaceID) (geo.Place, bool) { return geo.Place{}, false }, held)
	// What follows from the whole document is taken from the file: it was drawn so.
	st.versions, st.Conflicts = nil, map[geo.PlaceID]Conflict{}
	numbers := newNumbering()
	for i, c := range st.Claims {
		f := &st.facts[i]
		f.origin = numbers.of(strconv.Itoa(origin[c.ID]))
		f.marks &^= isRepeated | isContradicted // every claim that is carried was shown
		if disputed[c.ID] {
			f.marks |= isContradicted
		}
	}
	for _, d := range c.Conflicts {
		st.Conflicts[d.Place] = Conflict{d.Place, d.Rule, d.Pair, d.Group}
	}
	for id, p := range doc.Places { // the selected one, though no claim is about it
		st.places[id] = p
	}
	st.of = s.Of
	st.Serial = 1
	st.Document = Document{Named: true, ReadOnly: true, Example: c.Example, Code: s.Code}
	st.View = s.Picture.View
	var f geo.Filter
	for _, v := range c.Picture.Hidden {
		if f.Hidden == nil {
			f.Hidden = map[geo.Voice]bool{}
		}
		f.Hidden[v] = true
	}
	st.filtered(f)
	st.Selected.Place = c.Picture.Selected
	s.State = st
	return s, nil
}

// jsonField says where JSON could not be taken for what it should be.
func jsonField(err error) string {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		return oneLine(t.Field)
	}
	return oneLine(err.Error())
}

func onEarth(p orb.Point) bool {
	return math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90 // false for what is no number
}

// picture takes over how the snapshot was drawn.
func (s *Snapshot) picture(c *carriedPicture) error {
	p := Picture{Width: c.Width, Height: c.Height, Density: c.Density, DPI: c.DPI, Alt: c.Alt, Room: c.Room,
		Appearance: Appearance{AsOf: c.AsOf, NoScale: c.NoScale, Labels: c.Labels, Language: c.Language, Title: c.Title, Note: c.Note, Legend: c.Legend, Undressed: c.Bare, Second: c.Second, Graticule: c.Degrees, Locator: c.Locator}}
	s.Tiles = c.Tiles
	ok := false
	for k, name := range styleNames {
		if name == c.Style {
			p.Style, ok = k, true
		}
	}
	if c.Layout == SheetLayout.String() {
		p.Layout = SheetLayout
	}
	if k := c.Colours; k != nil {
		by, known := ParseColourBy(k.By)
		ok = ok && known && by != ByParty && len(k.Publishers) <= render.MaxClasses && len(k.Days) <= mostStretches+1 && k.Others >= 0 && len(k.Days) != 1 &&
			slices.IsSortedFunc(k.Days, time.Time.Compare)
		p.Colour, p.Key = by, &Colouring{By: by, Publishers: k.Publishers, Others: k.Others, Days: k.Days, Open: k.Open}
	}
	if !ok || p.Layout.String() != c.Layout || c.Width < 64 || c.Height < 64 || c.Width > render.MaxSide || c.Height > render.MaxSide ||
		!(c.Density > 0 && c.Density <= 16) || !(c.Zoom >= 0 && c.Zoom <= view.MaxZoom) || !onEarth(c.Centre) || !(c.DPI >= 0 && c.DPI <= 10000) {
		return damaged("how the picture was drawn is out of range")
	}
	w, h := p.mapSize()
	p.View = view.Viewport{Centre: c.Centre, Zoom: c.Zoom, Width: float64(w) / c.Density, Height: float64(h) / c.Density, Density: c.Density}
	s.Picture = p
	return nil
}

// claim is the claim in the carried text of its article.
func (k *carriedClaim) claim(a *geo.Article) geo.Claim {
	c := geo.Claim{ID: k.ID, Article: a.ID, Excerpt: cutSpan(a, k.Excerpt), Source: k.Source, Via: k.Via, Type: k.Type, Actor: k.Actor,
		Polarity: k.Polarity, Modality: k.Modality, Status: k.Status, When: when(k.When), Confidence: k.Confidence, Manual: k.Manual}
	each := func(list []carriedSpan) (out []geo.Span) {
		for _, s := range list {
			out = append(out, cutSpan(a, s))
		}
		return out
	}
	some := func(s *carriedSpan) geo.Span {
		if s == nil {
			return geo.Span{}
		}
		return cutSpan(a, *s)
	}
	c.Content, c.Cue, c.Speaker = each(k.Content), each(k.Cue), each(k.Speaker)
	for _, r := range k.Places {
		c.Places = append(c.Places, geo.PlaceRef{Place: r.Place, Span: some(r.Span), Precision: r.Precision, Anaphor: r.Anaphor, Ambiguous: r.Ambiguous})
	}
	for _, e := range k.Why {
		c.Why = append(c.Why, geo.Evidence{Rule: e.Rule, Span: some(e.Span), Note: e.Note})
	}
	return c
}

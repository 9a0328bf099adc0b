package geo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

// ArticleID names one version of one article: the hexadecimal SHA-256 of its
// publisher, title and text (see [NewArticle]). The same words from two
// publishers are two articles; the same article read twice is one.
type ArticleID string

// Publisher is who printed the article. It speaks, as the narrator, wherever
// the text names no other source.
type Publisher struct {
	Name  string `json:"name"`
	Party Party  `json:"party"`
}

// Article is a text with its provenance. An article is never changed once
// made; a changed text is another article.
type Article struct {
	ID        ArticleID
	Ref       string // the id under which its origin knows it (JSON Lines id, feed GUID, file name)
	Title     string
	Text      string // valid UTF-8, exactly as decoded; every Span points into it
	Published Interval
	Publisher Publisher
	Language  Language
	URL       string    // canonical address, if it has one
	Path      string    // file it was read from, if any
	Fetched   time.Time // when it was imported
	Example   bool      // written by us as an example, to be labelled as such
	Cut       *Cut      // nil: Text is the whole article
}

// Cut says that an article's Text holds excerpts of it only, as in a picture
// that carries what it shows. The article's ID is that of the whole.
type Cut struct {
	Hash   string  // TextHash of the whole text
	Pieces []Piece // in order, apart from each other
}

// Piece is one stretch of the whole text.
type Piece struct {
	Span   Span // where it stands in the cut text
	Offset int  // where it begins in the whole text, in bytes
}

// ErrNoText is returned by [NewArticle] for a text without a letter in it.
var ErrNoText = errors.New("the article has no text")

// NewArticle completes a with its ID. It fails when the text is empty or is
// not valid UTF-8.
func NewArticle(a Article) (Article, error) {
	if !utf8.ValidString(a.Text) {
		return a, fmt.Errorf("the text of %q is not valid UTF-8", a.Title)
	}
	blank := true
	for _, r := range a.Text {
		if r > ' ' {
			blank = false
			break
		}
	}
	if blank {
		return a, ErrNoText
	}
	h := sha256.New()
	for _, s := range []string{a.Publisher.Name, a.Title, a.Text} {
		fmt.Fprintf(h, "%d:%s\n", len(s), s)
	}
	a.ID = ArticleID(hex.EncodeToString(h.Sum(nil)))
	return a, nil
}

// TextHash is the hexadecimal SHA-256 of the text alone, which anyone can
// recompute to see that a quote's article has not changed. Of an article that is
// [Cut] it is that of the whole text.
func (a Article) TextHash() string {
	if a.Cut != nil {
		return a.Cut.Hash
	}
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// Language is the language an article is written in, as an ISO 639-1 code.
type Language string

// The languages that are read.
const (
	English   Language = "en"
	Ukrainian Language = "uk"
	Russian   Language = "ru"
)

package ingest

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// The limits that hold for every input. A news article has 5 KB; the limits
// leave room for books and keep a mistaken input from filling the memory.
const (
	MaxText     = 20 << 20 // bytes of a text, page, mail or feed, or of one line of a collection
	MaxDocument = 64 << 20 // bytes of a PDF or word processor file, and of what it unpacks to
	MaxDepth    = 64       // folders in folders, elements in elements of a feed, parts in parts of a mail
	MaxFiles    = 200_000  // files of one folder
	MaxFetch    = 30 * time.Second
)

// tooLarge words the refusal of an input beyond a limit. size < 0: unknown.
func tooLarge(size, limit int64, advice string) error {
	if size < 0 {
		return fmt.Errorf("it is larger than the limit of %s; %s", megabytes(limit), advice)
	}
	return fmt.Errorf("it has %s, the limit is %s; %s", megabytes(size), megabytes(limit), advice)
}

func megabytes(n int64) string {
	if n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

var errLimit = errors.New("beyond the limit")

// readAll reads r to its end, or fails with errLimit when it holds more than
// limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, errLimit
	}
	return b, err
}

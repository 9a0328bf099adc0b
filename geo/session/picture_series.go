package session

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"contested/geo"
	"contested/geo/render"
)

// Until is the state as it was at a moment: what articles published up to then
// say, and what contradicted what by then. What has no date is left out, for
// nobody knows whether it was said.
func (s *State) Until(t time.Time) *State {
	next := *s
	next.until = t
	said := make([]bool, len(s.Articles))
	for r := range s.Articles {
		a := s.Articles[r]
		said[r] = a.Published.Known() && !a.Published.From.After(t)
	}
	// The columns are cut down to what was said; numbers and places stay.
	next.Claims, next.facts, next.ids, next.first = nil, nil, nil, make([]int32, len(s.first))
	next.refs = slices.Clone(s.refs)
	stands := make([]int32, len(s.Claims)) // where a claim stands now
	for r := range s.Articles {
		for i := s.first[r]; i < s.first[r+1] && said[r]; i++ {
			stands[i] = int32(len(next.Claims))
			next.Claims, next.facts, next.ids = append(next.Claims, s.Claims[i]), append(next.facts, s.facts[i]), append(next.ids, s.ids[i])
		}
		next.first[r+1] = int32(len(next.Claims))
	}
	if s.Document.Code == "" { // a snapshot says itself what contradicts what
		next.Conflicts = map[geo.PlaceID]Conflict{}
		next.findConflicts(nil)
	}
	var shown []int32
	for _, i := range s.passed.at {
		if said[s.facts[i].article] {
			shown = append(shown, stands[i])
		}
	}
	next.show(shown)
	return &next
}

// Series is a row of pictures of one document, one for each step of time.
type Series struct {
	Moments []time.Time // the end of each step
	every   time.Duration
	picture Picture
	state   *State
}

// maxSeries is how many pictures a series may have: ten years of days.
const maxSeries = 3660

// Series prepares the pictures of a state, one every so often from the first
// dated article to the last. All show the same stretch of the earth.
func (e *Engine) Series(ctx context.Context, s *State, p Picture, every time.Duration) (*Series, error) {
	if every < time.Minute {
		return nil, errors.New("a step of a series is at least a minute long")
	}
	var first, last time.Time
	for _, c := range s.Shown() {
		iv := s.Article(c.Article).Published
		if !iv.Known() {
			continue
		}
		if first.IsZero() || iv.From.Before(first) {
			first = iv.From
		}
		if iv.From.After(last) {
			last = iv.From
		}
	}
	if first.IsZero() {
		return nil, errors.New("no article has a date, so there is no series to draw")
	}
	if n := last.Sub(first)/every + 1; n > maxSeries {
		return nil, fmt.Errorf("a series of %d pictures is too long; choose longer steps", n)
	}
	painter, ground, err := e.studio()
	if err != nil {
		return nil, err
	}
	out := &Series{every: every, state: s}
	unit := min(every, 24*time.Hour) // days begin at midnight UTC
	end := last.Truncate(unit).Add(unit)
	for t := first.Truncate(unit).Add(every); ; t = t.Add(every) {
		if !t.Before(end) {
			out.Moments = append(out.Moments, end.Add(-time.Second))
			break
		}
		out.Moments = append(out.Moments, t.Add(-time.Second))
	}
	// The furniture is that of all pictures together, and where it stands decides
	// what the map shows.
	p.Room = &render.Room{}
	if p.Key == nil {
		p.Key = s.Colouring(p.Colour)
	}
	for range 2 {
		whole, v, err := s.complete(ctx, painter, ground, p)
		if err != nil {
			return nil, err
		}
		out.picture = p
		out.picture.View, out.picture.Bound, out.picture.Density, out.picture.Note = v, nil, v.Density, whole.Note
		room := *p.Room
		for i := range out.Moments {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			st, k := out.at(i)
			if err := room.Measure(painter, st.still(ground, k), v); err != nil {
				return nil, err
			}
		}
		p.Room = &room
		out.picture.Room = &room
	}
	return out, nil
}

// at is the state and the picture of a step. Its as-of line is that of the step, not
// that of the newest article.
func (k *Series) at(i int) (*State, Picture) {
	p := k.picture
	p.AsOf = asOf(geo.Moment(k.Moments[i].Truncate(time.Minute)), p.Language)
	return k.state.Until(k.Moments[i]), p
}

// name is the file of one picture: map-2025-11-06.png, with the time of day where
// steps are not whole days.
func (k *Series) name(base string, i int) string {
	form := "2006-01-02"
	if k.every%(24*time.Hour) != 0 {
		form = "2006-01-02T1504"
	}
	return fmt.Sprintf("%s-%s.png", base, k.Moments[i].UTC().Format(form))
}

// WriteFolder writes the pictures of a series into a folder, each whole or not at
// all. Those that are there already, drawn from the same claims, are left: a
// series that was broken off goes on where it was. told is called after each.
func (e *Engine) WriteFolder(ctx context.Context, k *Series, folder string, told func(i int, name string, kept bool)) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", folder, err)
	}
	for i := range k.Moments {
		if err := ctx.Err(); err != nil {
			return err
		}
		st, p := k.at(i)
		path := filepath.Join(folder, k.name("map", i))
		kept := false
		if old, err := OpenSnapshot(path); err == nil && len(old.Problems) == 0 {
			content, err := e.Content(ctx, st, p)
			kept = err == nil && bytes.Equal(content, old.Content)
		}
		if !kept {
			// What a run that was killed left half written has a name like this.
			for _, left := range leftovers(path) {
				_ = os.Remove(left) // it is in nobody's way
			}
			if _, err := e.SavePicture(ctx, path, st, p, Beside{}); err != nil {
				return err
			}
		}
		if told != nil {
			told(i, path, kept)
		}
	}
	return nil
}

// WriteAnimation writes a series as one animated PNG, each picture shown for a
// while. It carries no claims.
func (e *Engine) WriteAnimation(ctx context.Context, w io.Writer, k *Series, each time.Duration, told func(i int)) error {
	return render.WriteAPNG(w, len(k.Moments), each, func(i int) ([]byte, error) {
		var b bytes.Buffer
		st, p := k.at(i)
		p.Bare = true
		err := e.WritePicture(ctx, &b, st, p)
		if told != nil {
			told(i)
		}
		return b.Bytes(), err
	})
}

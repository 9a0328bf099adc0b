package gui

import (
	"encoding/json"
	"io"
	"sync"
	"time"
)

// Trace writes one JSON object a line about what the program did, for tests of
// the real window. The zero of every field but "t" (milliseconds since the
// trace began) and "event" is left out. A nil Trace writes nothing.
type Trace struct {
	mu    sync.Mutex
	w     io.Writer
	start time.Time
	now   func() time.Time
}

// NewTrace traces to w. start is when the program started.
func NewTrace(w io.Writer, start time.Time) *Trace {
	return &Trace{w: w, start: start, now: time.Now}
}

// Event writes one line. fields must be something that JSON can hold.
func (t *Trace) Event(name string, fields map[string]any) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	line := map[string]any{"t": t.now().Sub(t.start).Milliseconds(), "event": name}
	for k, v := range fields {
		line[k] = v
	}
	b, err := json.Marshal(line)
	if err != nil {
		b, _ = json.Marshal(map[string]any{"event": name, "error": err.Error()})
	}
	t.w.Write(append(b, '\n')) //nolint:errcheck // a trace that cannot be written must not stop the program
}

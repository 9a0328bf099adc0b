package project

import (
	"strings"

	"zombiezen.com/go/sqlite"
)

// packed keeps many strings in few allocations: a document has a million short
// ones, of which each by itself would cost the collector a look and a part of its
// room. A string that is kept keeps those packed with it.
type packed struct {
	chunk strings.Builder // its room is never moved: what was handed out stays in it
	row   []byte
}

const (
	packedChunk = 256 << 10
	packedMost  = packedChunk / 8 // longer ones are kept by themselves
)

func (p *packed) string(b []byte) string {
	switch {
	case len(b) == 0:
		return ""
	case len(b) > packedMost:
		return string(b)
	case p.chunk.Cap()-p.chunk.Len() < len(b):
		p.chunk = strings.Builder{}
		p.chunk.Grow(packedChunk)
	}
	at := p.chunk.Len()
	p.chunk.Write(b)
	return p.chunk.String()[at:]
}

// column is a column of a row as text.
func (p *packed) column(r *sqlite.Stmt, col int) string {
	n := r.ColumnLen(col)
	if n > packedMost {
		return r.ColumnText(col)
	}
	if cap(p.row) < n {
		p.row = make([]byte, packedMost)
	}
	return p.string(p.row[:r.ColumnBytes(col, p.row[:n])])
}

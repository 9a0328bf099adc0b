package project

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

var errChanges = errors.New("the recorded changes are not what was recorded")

// Operations and values in a changeset, as SQLite's session extension writes
// them (comment in sqlite3session.c).
const (
	opDelete, opInsert, opUpdate                         = 9, 18, 23
	valNone, valInt, valFloat, valText, valBlob, valNull = 0, 1, 2, 3, 4, 5
)

// leastColumns is how many columns the recorded tables have at least: other
// programs may have added some.
var leastColumns = map[string]int{tArticles: 17, tReadings: 3, tCorrections: 8, tSettings: 2}

// value is one value of a changeset.
type value struct {
	kind byte
	n    int64  // of an integer
	b    []byte // of a text or a blob
}

// scan reads a changeset through, makes sure that it is whole and touches
// nothing but the recorded tables, and notes the rows that it touches.
func (w *writer) scan(b []byte) error {
	s := changeScanner{b: b}
	for len(s.b) > 0 && s.err == nil {
		if s.b[0] == 'T' {
			s.header()
			continue
		}
		if op, row := s.change(); s.err == nil {
			w.note(s.table, op, row)
		}
	}
	return s.err
}

func (w *writer) note(table string, op byte, row []value) {
	switch table {
	case tArticles:
		w.touched.articles[row[0].n] = true
		w.dirty[row[0].n] = true
	case tReadings:
		w.touched.readings[row[0].n] = true
		w.dirty[row[0].n] = true
	case tCorrections:
		w.touched.corrections[row[0].n] = true
		if op != opUpdate { // corrections are never updated
			w.dirty[row[2].n] = true
		}
	case tSettings:
		w.setting(string(row[0].b))
	}
}

// setting notes that a setting is changed.
func (w *writer) setting(key string) {
	w.touched.settings[key] = true
	if id, ok := strings.CutPrefix(key, placeKey); ok {
		w.moved[id] = true
	}
}

type changeScanner struct {
	b     []byte
	table string
	n     int // columns of table
	err   error
}

func (s *changeScanner) fail() { s.err, s.b = errChanges, nil }

func (s *changeScanner) take(n int) []byte {
	if n < 0 || n > len(s.b) {
		s.fail()
		return nil
	}
	out := s.b[:n]
	s.b = s.b[n:]
	return out
}

// header reads the start of a table's changes. The first column must be the
// primary key, alone.
func (s *changeScanner) header() {
	s.take(1)
	s.n = s.varint()
	key := s.take(s.n)
	end := bytes.IndexByte(s.b, 0)
	if s.err != nil || end < 0 {
		s.fail()
		return
	}
	s.table = string(s.take(end))
	s.take(1)
	least, ok := leastColumns[s.table]
	if !ok || s.n < least || s.n > 2000 || key[0] == 0 || slices.ContainsFunc(key[1:], func(k byte) bool { return k != 0 }) {
		s.fail()
	}
}

// change reads one change and returns the row: the old one, or the new one of
// an insert.
func (s *changeScanner) change() (op byte, row []value) {
	head := s.take(2)
	if s.err != nil || s.n == 0 {
		s.fail()
		return 0, nil
	}
	op = head[0]
	if op != opInsert && op != opDelete && op != opUpdate {
		s.fail()
		return 0, nil
	}
	row = s.record()
	if op == opUpdate {
		s.record()
	}
	want := byte(valInt)
	if s.table == tSettings {
		want = valText
	}
	if s.err == nil && (row[0].kind != want || op != opUpdate && s.table == tCorrections && row[2].kind != valInt) {
		s.fail()
	}
	return op, row
}

func (s *changeScanner) record() []value {
	row := make([]value, s.n)
	for i := range row {
		kind := s.take(1)
		if s.err != nil {
			return nil
		}
		v := value{kind: kind[0]}
		switch v.kind {
		case valNone, valNull:
		case valInt, valFloat:
			if b := s.take(8); b != nil {
				v.n = int64(binary.BigEndian.Uint64(b))
			}
		case valText, valBlob:
			v.b = s.take(s.varint())
		default:
			s.fail()
		}
		if s.err != nil {
			return nil
		}
		row[i] = v
	}
	return row
}

// varint reads SQLite's variable-length integer: big-endian, seven bits a byte.
// Lengths beyond 31 bits are damage.
func (s *changeScanner) varint() int {
	n := 0
	for i := 0; i < 5; i++ {
		b := s.take(1)
		if s.err != nil {
			return 0
		}
		n = n<<7 | int(b[0]&0x7F)
		if b[0] < 0x80 {
			if n > 1<<31-1 {
				break
			}
			return n
		}
	}
	s.fail()
	return 0
}

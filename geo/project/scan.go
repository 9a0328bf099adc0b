package project

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
)

var errChanges = errors.New("the recorded changes are not what was recorded")

// Operations and kinds of values in a changeset, as SQLite's session extension
// writes them (described in its sqlite3session.c).
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
	n    int64  // of an integer, or the bits of a float
	b    []byte // of a text or a blob
}

// changeReader reads a changeset, change by change, and gives it on as it is or
// inverted. On the way it makes sure that the changeset is whole and touches
// nothing but the recorded tables, and notes the rows that it touches: the bytes
// come from a file that anyone may have written to. Memory is bounded by one
// change.
type changeReader struct {
	in     *bufio.Reader
	invert bool
	w      *writer
	table  string
	n      int          // columns of table
	out    bytes.Buffer // what is ready to be given on
	err    error
}

func (w *writer) changes(packed io.Reader, invert bool) *changeReader {
	return &changeReader{in: bufio.NewReader(packed), invert: invert, w: w}
}

// Read gives on the next bytes of the changeset.
func (r *changeReader) Read(b []byte) (int, error) {
	for r.out.Len() == 0 && r.err == nil {
		r.next()
	}
	if r.err != nil {
		return 0, r.err
	}
	return r.out.Read(b)
}

// next reads the next header or change.
func (r *changeReader) next() {
	first, err := r.in.ReadByte()
	switch {
	case err == io.EOF:
		r.err = io.EOF
	case err != nil:
		r.fail()
	case first == 'T':
		r.header()
	case r.n > 0 && (first == opInsert || first == opDelete || first == opUpdate):
		r.change(first)
	default:
		r.fail()
	}
}

func (r *changeReader) fail() { r.err = errChanges }

// damage reports what was wrong with as much of the changeset as was read.
func (r *changeReader) damage() error {
	if r.err == io.EOF {
		return nil
	}
	return r.err
}

// take reads n bytes. Memory grows with what is really there.
func (r *changeReader) take(n int) []byte {
	var b bytes.Buffer
	if r.err == nil {
		if _, err := io.CopyN(&b, r.in, int64(n)); err != nil {
			r.fail()
		}
	}
	if r.err != nil {
		return nil
	}
	return b.Bytes()
}

// header reads the start of a table's changes. The first column must be the
// primary key, alone.
func (r *changeReader) header() {
	r.n = r.varint()
	if r.n < 1 || r.n > 2000 {
		r.fail()
		return
	}
	key := r.take(r.n)
	var name []byte
	for r.err == nil {
		c, err := r.in.ReadByte()
		if err != nil || len(name) > 64 {
			r.fail()
			return
		}
		if c == 0 {
			break
		}
		name = append(name, c)
	}
	r.table = string(name)
	least, ok := leastColumns[r.table]
	if r.err != nil || !ok || r.n < least || key[0] == 0 || slices.ContainsFunc(key[1:], func(k byte) bool { return k != 0 }) {
		r.fail()
		return
	}
	r.out.WriteByte('T')
	r.out.Write(appendVarint(nil, r.n))
	r.out.Write(key)
	r.out.Write(name)
	r.out.WriteByte(0)
}

// change reads one change, notes its row and writes it or its inverse.
func (r *changeReader) change(op byte) {
	indirect := r.take(1)
	row := r.record()
	var after []value
	if op == opUpdate {
		after = r.record()
	}
	if r.err != nil {
		return
	}
	key := byte(valInt)
	if r.table == tSettings {
		key = valText
	}
	if row[0].kind != key || r.table == tCorrections && op != opUpdate && row[2].kind != valInt {
		r.fail()
		return
	}
	r.w.note(r.table, op, row)
	if r.invert {
		switch op {
		case opInsert:
			op = opDelete
		case opDelete:
			op = opInsert
		case opUpdate: // the key stands in the old row only
			row, after = append(row[:1:1], after[1:]...), append([]value{after[0]}, row[1:]...)
		}
	}
	r.out.WriteByte(op)
	r.out.Write(indirect)
	r.write(row)
	r.write(after)
}

// note takes down the row that a change is about.
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

func (r *changeReader) record() []value {
	row := make([]value, r.n)
	for i := range row {
		kind := r.take(1)
		if r.err != nil {
			return nil
		}
		v := value{kind: kind[0]}
		switch v.kind {
		case valNone, valNull:
		case valInt, valFloat:
			if b := r.take(8); r.err == nil {
				v.n = int64(binary.BigEndian.Uint64(b))
			}
		case valText, valBlob:
			v.b = r.take(r.varint())
		default:
			r.fail()
		}
		if r.err != nil {
			return nil
		}
		row[i] = v
	}
	return row
}

func (r *changeReader) write(row []value) {
	for _, v := range row {
		b := []byte{v.kind}
		switch v.kind {
		case valInt, valFloat:
			b = binary.BigEndian.AppendUint64(b, uint64(v.n))
		case valText, valBlob:
			b = append(appendVarint(b, len(v.b)), v.b...)
		}
		r.out.Write(b)
	}
}

// varint reads SQLite's variable-length integer: big-endian, seven bits a byte.
// Nothing in a document is longer than four bytes of it can say.
func (r *changeReader) varint() int {
	n := 0
	for range 4 {
		b := r.take(1)
		if r.err != nil {
			return 0
		}
		n = n<<7 | int(b[0]&0x7F)
		if b[0] < 0x80 {
			return n
		}
	}
	r.fail()
	return 0
}

func appendVarint(b []byte, n int) []byte {
	for shift := 21; shift > 0; shift -= 7 {
		if n>>shift > 0 {
			b = append(b, byte(n>>shift)|0x80)
		}
	}
	return append(b, byte(n&0x7F))
}

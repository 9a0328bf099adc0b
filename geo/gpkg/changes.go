package gpkg

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"slices"

	"zombiezen.com/go/sqlite"
)

// ErrChanges is what [DB.Apply] and [ReadChanges] return for recorded changes
// that are damaged or touch what they may not touch.
var ErrChanges = errors.New("the recorded changes are not what was recorded")

// Op is what a change does to a row.
type Op byte

// The operations, as SQLite's session extension writes them.
const (
	Delete Op = 9
	Insert Op = 18
	Update Op = 23
)

// Kind is the type of a value in a change.
type Kind byte

// The kinds of values, as SQLite's session extension writes them.
const (
	Absent Kind = 0 // in an update: not changed
	Int    Kind = 1
	Float  Kind = 2
	Text   Kind = 3
	Blob   Kind = 4
	Null   Kind = 5
)

// Value is one value of a change.
type Value struct {
	Kind  Kind
	Int   int64  // of an integer, or the bits of a float
	Bytes []byte // of a text or a blob
}

// Change is one change of one row.
type Change struct {
	Table string
	Op    Op
	Row   []Value // the row that is inserted or deleted; the old values of an update
}

// Record runs f and returns, packed, the changes that it makes to the given
// tables (https://www.sqlite.org/sessionintro.html).
func (db *DB) Record(tables []string, f func() error) ([]byte, error) {
	session, err := db.CreateSession("")
	if err != nil {
		return nil, err
	}
	defer session.Delete()
	for _, t := range tables {
		if err := session.Attach(t); err != nil {
			return nil, err
		}
	}
	if err := f(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := session.WriteChangeset(z); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// Changes says how recorded changes are to be read.
type Changes struct {
	Packed []byte
	Invert bool
	Tables map[string]int     // that they may touch, and how many columns each has at least
	Note   func(Change) error // called for every change, before it is applied; an error ends it
}

// Apply applies recorded changes. A row that is not as it was recorded is
// changed all the same, one that is gone is passed over: what was recorded wins.
// The changes are looked at before SQLite sees them, because they come from a
// file that anyone may have written to; memory is bounded by one change.
func (db *DB) Apply(c Changes) error {
	r := c.reader()
	err := db.ApplyChangeset(r, nil, func(t sqlite.ConflictType, _ *sqlite.ChangesetIterator) sqlite.ConflictAction {
		switch t {
		case sqlite.ChangesetData, sqlite.ChangesetConflict:
			return sqlite.ChangesetReplace
		case sqlite.ChangesetNotFound:
			return sqlite.ChangesetOmit
		}
		return sqlite.ChangesetAbort
	})
	if r.err != nil && r.err != io.EOF {
		return r.err
	}
	return err
}

// Read reads the changes through without applying them.
func (c Changes) Read() error {
	_, err := io.Copy(io.Discard, c.reader())
	return err
}

// changeReader reads a changeset, change by change, and gives it on as it is or
// inverted. The form is described in SQLite's sqlite3session.c.
type changeReader struct {
	Changes
	in    *bufio.Reader
	table string
	n     int          // columns of table
	out   bytes.Buffer // what is ready to be given on
	err   error
}

func (c Changes) reader() *changeReader {
	return &changeReader{Changes: c, in: bufio.NewReader(flate.NewReader(bytes.NewReader(c.Packed)))}
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
	case r.n > 0 && slices.Contains([]Op{Delete, Insert, Update}, Op(first)):
		r.change(Op(first))
	default:
		r.fail()
	}
}

func (r *changeReader) fail() { r.err = ErrChanges }

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
	least, ok := r.Tables[r.table]
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
func (r *changeReader) change(op Op) {
	indirect := r.take(1)
	row := r.record()
	var after []Value
	if op == Update {
		after = r.record()
	}
	if r.err != nil {
		return
	}
	if r.err = r.Note(Change{r.table, op, row}); r.err != nil {
		return
	}
	if r.Invert {
		switch op {
		case Insert:
			op = Delete
		case Delete:
			op = Insert
		case Update: // the key stands in the old row only
			row, after = append(row[:1:1], after[1:]...), append([]Value{after[0]}, row[1:]...)
		}
	}
	r.out.WriteByte(byte(op))
	r.out.Write(indirect)
	r.write(row)
	r.write(after)
}

func (r *changeReader) record() []Value {
	row := make([]Value, r.n)
	for i := range row {
		kind := r.take(1)
		if r.err != nil {
			return nil
		}
		v := Value{Kind: Kind(kind[0])}
		switch v.Kind {
		case Absent, Null:
		case Int, Float:
			if b := r.take(8); r.err == nil {
				v.Int = int64(binary.BigEndian.Uint64(b))
			}
		case Text, Blob:
			v.Bytes = r.take(r.varint())
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

func (r *changeReader) write(row []Value) {
	for _, v := range row {
		b := []byte{byte(v.Kind)}
		switch v.Kind {
		case Int, Float:
			b = binary.BigEndian.AppendUint64(b, uint64(v.Int))
		case Text, Blob:
			b = append(appendVarint(b, len(v.Bytes)), v.Bytes...)
		}
		r.out.Write(b)
	}
}

// varint reads SQLite's variable-length integer: big-endian, seven bits a byte.
// Nothing in a file is longer than four bytes of it can say.
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

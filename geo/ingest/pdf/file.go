package pdf

import (
	"bytes"
	"errors"
	"slices"
)

// Limits bound the work for one file. A zero field means its default.
type Limits struct {
	Unpacked  int64 // bytes that streams unpack to, all together; 256 MB
	Operators int   // of content streams, all together; 20 million
	Glyphs    int   // 4 million
	Pages     int   // 5000
}

func (l Limits) withDefaults() Limits {
	if l.Unpacked == 0 {
		l.Unpacked = 256 << 20
	}
	if l.Operators == 0 {
		l.Operators = 20_000_000
	}
	if l.Glyphs == 0 {
		l.Glyphs = 4_000_000
	}
	if l.Pages == 0 {
		l.Pages = 5000
	}
	return l
}

// The errors of [Read].
var (
	ErrNotPDF    = errors.New("it is no PDF file, or a damaged one")
	ErrEncrypted = errors.New("the PDF is protected")
	ErrLimit     = errors.New("the PDF unpacks to more than the limits allow")
)

// file is a PDF file in memory: where its objects stand.
type file struct {
	b      []byte
	at     map[int]place // by object number
	cache  map[int]any
	limits Limits
	fonts  map[int]*font // by object number
	busy   map[int]bool  // objects that are being read: a loop gives null
	ends   []int         // offsets of "endstream", rising
	work   int64         // bytes that may still be looked at; objects can overlap
}

// place is where an object stands: behind an offset of the file, or in an
// unpacked object stream.
type place struct {
	b      []byte // nil: the file
	offset int
}

// open finds the objects of a file.
func open(b []byte, limits Limits) (*file, error) {
	if i := bytes.Index(b[:min(len(b), 4096)], []byte("%PDF-")); i < 0 {
		return nil, ErrNotPDF
	}
	f := &file{b: b, at: map[int]place{}, cache: map[int]any{}, limits: limits.withDefaults(), fonts: map[int]*font{}, busy: map[int]bool{},
		work: 32*int64(len(b)) + 1<<20}
	for i := 0; ; {
		j := bytes.Index(b[i:], []byte("endstream"))
		if j < 0 {
			break
		}
		i += j
		f.ends = append(f.ends, i)
		i += len("endstream")
	}
	var order []int // object numbers as they come in the file
	for i := 0; ; {
		j := bytes.Index(b[i:], []byte("obj"))
		if j < 0 {
			break
		}
		j += i
		i = j + 3
		if num, ok := objectHead(b, j); ok {
			f.at[num] = place{offset: i}
			order = append(order, num)
		}
	}
	if len(f.at) == 0 {
		return nil, ErrNotPDF
	}
	if f.encrypted() {
		return nil, ErrEncrypted
	}
	// Object streams, in the order of the file, so that later ones win; what
	// stands in the open after such a stream wins over it.
	direct := f.at
	f.at = make(map[int]place, len(direct))
	for _, num := range order {
		p := direct[num]
		f.at[num] = p
		window := b[p.offset:min(len(b), p.offset+1024)]
		if !bytes.Contains(window, []byte("ObjStm")) {
			continue
		}
		s, ok := f.parse(p).(stream)
		if !ok || s.dict["Type"] != name("ObjStm") {
			continue
		}
		if err := f.unpackObjects(s); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// objectHead reads the number of the object whose "obj" stands at j: two
// integers and spaces before it, and no letter behind.
func objectHead(b []byte, j int) (num int, ok bool) {
	if j+3 < len(b) && !isSpace(b[j+3]) && !isDelimiter(b[j+3]) && !(b[j+3] >= '0' && b[j+3] <= '9') && b[j+3] != '-' {
		return 0, false
	}
	back := func(k int) (v, end int, ok bool) {
		for k > 0 && isSpace(b[k-1]) {
			k--
		}
		end = k
		scale := 1
		for k > 0 && b[k-1] >= '0' && b[k-1] <= '9' && end-k < 9 {
			k--
			v += int(b[k]-'0') * scale
			scale *= 10
		}
		return v, k, k < end
	}
	_, k, ok := back(j)
	if !ok || k == j || k == 0 || !isSpace(b[k-1]) {
		return 0, false
	}
	num, _, ok = back(k)
	return num, ok
}

// encrypted reports whether a trailer names an encryption dictionary.
func (f *file) encrypted() bool {
	for _, d := range f.trailers() {
		if d["Encrypt"] != nil {
			return true
		}
	}
	return false
}

// trailers are the trailer dictionaries of the file, last first: those behind
// the word "trailer", and those of cross reference streams.
func (f *file) trailers() []dict {
	var out []dict
	b := f.b
	for n := 0; n < 64; n++ {
		i := bytes.LastIndex(b, []byte("trailer"))
		if i < 0 {
			break
		}
		l := lexer{b: f.b, pos: i + len("trailer")}
		if d, ok := l.value().(dict); ok {
			out = append(out, d)
		}
		b = b[:i]
	}
	b = f.b
	for n := 0; n < 64; n++ {
		i := bytes.LastIndex(b, []byte("/XRef"))
		if i < 0 {
			break
		}
		// The dictionary begins behind the "obj" before.
		if j := bytes.LastIndex(b[:i], []byte("obj")); j >= 0 {
			l := lexer{b: f.b, pos: j + 3}
			if d, ok := l.value().(dict); ok && d["Type"] == name("XRef") {
				out = append(out, d)
			}
		}
		b = b[:i]
	}
	return out
}

// unpackObjects notes the objects of an object stream (7.5.7).
func (f *file) unpackObjects(s stream) error {
	data, err := f.decode(s)
	if err != nil {
		return err
	}
	first, n := f.integer(s.dict["First"]), f.integer(s.dict["N"])
	if first <= 0 || first > len(data) || n < 0 {
		return nil
	}
	l := lexer{b: data[:first]}
	for range n {
		num, ok1 := l.value().(float64)
		off, ok2 := l.value().(float64)
		if !ok1 || !ok2 {
			break
		}
		if at := first + int(off); num >= 0 && num < 1<<31 && off >= 0 && at < len(data) {
			f.at[int(num)] = place{data, at}
		}
	}
	return nil
}

// parse reads the object at a place, with its stream if it has one.
func (f *file) parse(p place) any {
	if f.work < 0 {
		return nil
	}
	l := lexer{b: f.b, pos: p.offset}
	if p.b != nil {
		l.b = p.b
	}
	defer func() { f.work -= int64(l.pos - p.offset) }()
	if p.b != nil {
		return valueOf(l.value())
	}
	v := l.value()
	d, ok := v.(dict)
	if !ok {
		// "12 0 obj 5 0 R endobj" is a reference.
		if n, ok := v.(float64); ok {
			if g, ok := l.value().(float64); ok && l.value() == op("R") {
				return ref{int(n), int(g)}
			}
		}
		return valueOf(v)
	}
	l.skipSpace()
	if !bytes.HasPrefix(f.b[l.pos:], []byte("stream")) {
		return d
	}
	l.pos += len("stream")
	if l.pos < len(f.b) && f.b[l.pos] == '\r' {
		l.pos++
	}
	if l.pos < len(f.b) && f.b[l.pos] == '\n' {
		l.pos++
	}
	rest := f.b[l.pos:]
	if n := f.integer(d["Length"]); n >= 0 && n <= len(rest) {
		tail := lexer{b: rest, pos: n}
		tail.skipSpace()
		if bytes.HasPrefix(rest[tail.pos:], []byte("endstream")) {
			return stream{d, rest[:n]}
		}
	}
	if i, _ := slices.BinarySearch(f.ends, l.pos); i < len(f.ends) {
		rest = f.b[l.pos:f.ends[i]]
	}
	return stream{d, rest}
}

// valueOf makes a stray word null.
func valueOf(v any) any {
	if _, ok := v.(op); ok {
		return nil
	}
	return v
}

// resolve follows references to a value.
func (f *file) resolve(v any) any {
	for range 16 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.object(r.num)
	}
	return nil
}

// object is the object with a number; null when there is none.
func (f *file) object(num int) any {
	if v, ok := f.cache[num]; ok {
		return v
	}
	p, ok := f.at[num]
	if !ok || f.busy[num] {
		return nil
	}
	f.busy[num] = true
	v := f.parse(p)
	delete(f.busy, num)
	f.cache[num] = v
	return v
}

func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.resolve(v).(array)
	return a
}

func (f *file) name(v any) name {
	n, _ := f.resolve(v).(name)
	return n
}

// integer is a number as an int; -1 for anything else.
func (f *file) integer(v any) int {
	x, ok := f.resolve(v).(float64)
	if !ok || x < -1<<31 || x > 1<<31 {
		return -1
	}
	return int(x)
}

func (f *file) float(v any) (float64, bool) {
	x, ok := f.resolve(v).(float64)
	return x, ok
}

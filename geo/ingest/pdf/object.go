package pdf

import "strconv"

// The values of a PDF file (7.3). Numbers are float64; null is nil.
type (
	name   string
	text   string // a string object: bytes, not yet characters
	array  []any
	dict   map[name]any
	ref    struct{ num, gen int }
	op     string // a word that is no value: an operator, or "obj", "endobj" …
	stream struct {
		dict
		raw []byte
	}
)

// maxNesting is how deep arrays and dictionaries may lie in each other.
const maxNesting = 64

// lexer reads values from bytes. It never fails: what is not well formed is
// read as something else or passed over, and the end is the word "".
type lexer struct {
	b   []byte
	pos int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.b) {
		switch c := l.b[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// value reads the next value or operator; op("") at the end.
func (l *lexer) value() any { return l.nested(0) }

func (l *lexer) nested(depth int) any {
	l.skipSpace()
	if l.pos >= len(l.b) {
		return op("")
	}
	switch c := l.b[l.pos]; c {
	case '/':
		l.pos++
		return l.name()
	case '(':
		l.pos++
		return l.literal()
	case '<':
		if l.pos+1 < len(l.b) && l.b[l.pos+1] == '<' {
			l.pos += 2
			return l.dict(depth)
		}
		l.pos++
		return l.hex()
	case '[':
		l.pos++
		return l.array(depth)
	case ']', '}', ')', '{':
		l.pos++
		return op(string(c))
	case '>':
		l.pos++
		if l.pos < len(l.b) && l.b[l.pos] == '>' {
			l.pos++
			return op(">>")
		}
		return op(">")
	}
	start := l.pos
	for l.pos < len(l.b) && !isSpace(l.b[l.pos]) && !isDelimiter(l.b[l.pos]) {
		l.pos++
	}
	word := l.b[start:l.pos]
	if c := word[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if x, ok := number(word); ok {
			return x
		}
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return op(word)
}

// number reads what writers take for a number: "12", "-.5", "4.", "--3".
func number(b []byte) (float64, bool) {
	sign := 1.0
	for len(b) > 1 && (b[0] == '-' || b[0] == '+') {
		if b[0] == '-' {
			sign = -1
		}
		b = b[1:]
	}
	x, scale, dot, digits := 0.0, 1.0, false, 0
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9':
			digits++
			if dot {
				scale /= 10
				x += float64(c-'0') * scale
			} else {
				x = x*10 + float64(c-'0')
			}
		case c == '.' && !dot:
			dot = true
		case c == '-' && i > 0: // "12-34" of broken writers: the first part counts
			return sign * x, true
		default:
			return 0, false
		}
	}
	return sign * x, digits > 0 || dot
}

func (l *lexer) name() name {
	var out []byte
	for l.pos < len(l.b) && !isSpace(l.b[l.pos]) && !isDelimiter(l.b[l.pos]) {
		c := l.b[l.pos]
		l.pos++
		if c == '#' && l.pos+1 < len(l.b) {
			if v, err := strconv.ParseUint(string(l.b[l.pos:l.pos+2]), 16, 8); err == nil {
				c = byte(v)
				l.pos += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// literal reads a string in round brackets (7.3.4.2).
func (l *lexer) literal() text {
	var out []byte
	depth := 1
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return text(out)
			}
		case '\\':
			if l.pos >= len(l.b) {
				return text(out)
			}
			c = l.b[l.pos]
			l.pos++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if l.pos < len(l.b) && l.b[l.pos] == '\n' {
					l.pos++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				v := int(c - '0')
				for n := 0; n < 2 && l.pos < len(l.b) && l.b[l.pos] >= '0' && l.b[l.pos] <= '7'; n++ {
					v = v<<3 | int(l.b[l.pos]-'0')
					l.pos++
				}
				c = byte(v)
			}
		}
		out = append(out, c)
	}
	return text(out)
}

func (l *lexer) hex() text {
	var out []byte
	half, high := false, byte(0)
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := hexDigit(c)
		if v > 15 {
			continue
		}
		if half {
			out = append(out, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		out = append(out, high<<4)
	}
	return text(out)
}

func hexDigit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 16
}

func (l *lexer) array(depth int) any {
	var out array
	for depth < maxNesting {
		v := l.nested(depth + 1)
		if o, ok := v.(op); ok {
			switch {
			case o == "]" || o == "":
				return out
			case o == "R" && len(out) >= 2:
				out = reference(out)
				continue
			case o == "obj" || o == "endobj" || o == "stream":
				l.pos -= len(o)
				return out
			}
			continue
		}
		out = append(out, v)
	}
	return out
}

// reference replaces the two numbers at the end by the reference they make.
func reference(list array) array {
	n, ok1 := list[len(list)-2].(float64)
	g, ok2 := list[len(list)-1].(float64)
	if !ok1 || !ok2 || n < 0 || n > 1<<31 {
		return list
	}
	return append(list[:len(list)-2], ref{int(n), int(g)})
}

func (l *lexer) dict(depth int) any {
	// Collected flat first: "/Key 12 0 R" is seen as a reference only at the R.
	var flat array
	for depth < maxNesting {
		v := l.nested(depth + 1)
		if o, ok := v.(op); ok {
			switch {
			case o == ">>" || o == "":
				return pairs(flat)
			case o == "R" && len(flat) >= 2:
				flat = reference(flat)
			case o == "obj" || o == "endobj" || o == "stream":
				l.pos -= len(o)
				return pairs(flat)
			}
			continue
		}
		flat = append(flat, v)
	}
	return pairs(flat)
}

func pairs(flat array) dict {
	d := dict{}
	for i := 0; i < len(flat); {
		k, ok := flat[i].(name)
		if !ok || i+1 >= len(flat) {
			i++
			continue
		}
		d[k] = flat[i+1]
		i += 2
	}
	return d
}

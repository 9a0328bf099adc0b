package pdf

import "unicode/utf16"

// cmap maps codes of a font to characters (9.10.3).
type cmap struct {
	spaces [4][][2]uint32    // ranges of codes by length in bytes - 1
	chars  map[uint64]string // by code and length
}

// Bounds on what one map may hold; real ones have some hundreds of characters
// and one range of codes.
const (
	maxChars  = 200_000
	maxSpaces = 100
)

// parseCMap reads a ToUnicode map.
func parseCMap(b []byte) *cmap {
	m := &cmap{chars: map[uint64]string{}}
	l := lexer{b: b}
	var stack array
	for {
		v := l.value()
		o, ok := v.(op)
		if !ok {
			if len(stack) < maxChars {
				stack = append(stack, v)
			}
			continue
		}
		switch o {
		case "":
			return m
		case "endcodespacerange":
			for i := 0; i+1 < len(stack); i += 2 {
				lo, n := code(stack[i])
				hi, _ := code(stack[i+1])
				if n >= 1 && n <= 4 && len(m.spaces[n-1]) < maxSpaces {
					m.spaces[n-1] = append(m.spaces[n-1], [2]uint32{lo, hi})
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				c, n := code(stack[i])
				if n >= 1 && n <= 4 && len(m.chars) < maxChars {
					m.chars[uint64(n)<<32|uint64(c)] = utf16Text(stack[i+1])
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				lo, n := code(stack[i])
				hi, _ := code(stack[i+1])
				if n < 1 || n > 4 || hi < lo || len(m.chars)+int(hi-lo) > maxChars {
					continue
				}
				list, isList := stack[i+2].(array)
				to := []rune(utf16Text(stack[i+2]))
				for k := range hi - lo + 1 {
					key := uint64(n)<<32 | uint64(lo+k)
					switch {
					case isList && int(k) < len(list):
						m.chars[key] = utf16Text(list[k])
					case len(to) > 0: // the last character counts up
						m.chars[key] = string(to[:len(to)-1]) + string(to[len(to)-1]+rune(k))
					}
				}
			}
		}
		stack = stack[:0]
	}
}

// code is the number that a string of one to four bytes makes.
func code(v any) (c uint32, size int) {
	s, ok := v.(text)
	if !ok || len(s) > 4 {
		return 0, 0
	}
	for i := range len(s) {
		c = c<<8 | uint32(s[i])
	}
	return c, len(s)
}

func utf16Text(v any) string {
	s, _ := v.(text)
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	u := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}

// next is the size of the code that s begins with; 0 when the map says nothing.
func (m *cmap) next(s text) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		c, _ := code(s[:n])
		for _, r := range m.spaces[n-1] {
			if c >= r[0] && c <= r[1] {
				return n
			}
		}
	}
	return 0
}

func (m *cmap) lookup(c uint32, size int) (string, bool) {
	s, ok := m.chars[uint64(size)<<32|uint64(c)]
	return s, ok
}

package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words hashes the words of a name or text, in order (see [HashWord]); what
// stands between spaces, hyphens and punctuation is a word.
func Words(s string) []uint64 {
	var out []uint64
	eachWord(s, func(w string) {
		if h := HashWord([]byte(w)); h != 0 {
			out = append(out, h)
		}
	})
	return out
}

// eachWord visits the words of s.
func eachWord(s string, visit func(w string)) {
	start := -1
	for i, r := range s {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			visit(s[start:i])
		}
		start = -1
	}
	if start >= 0 {
		visit(s[start:])
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '\'' || r == '`' || r == '.'
	}
	switch r {
	case '’', '‘', 'ʼ', 'ʹ', 'ʺ', '′', '´', '‛', '\u00ad', '\u200c', '\u200d':
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// foldName is a name with its words folded and one space between them.
func foldName(s string) string { return string(appendFoldedName(nil, s)) }

func appendFoldedName(dst []byte, s string) []byte {
	start := len(dst)
	eachWord(s, func(w string) {
		n := len(dst)
		if n > start {
			dst = append(dst, ' ')
		}
		m := len(dst)
		if dst = appendFolded(dst, []byte(w)); len(dst) == m {
			dst = dst[:n]
		}
	})
	return dst
}

// nameKeys works out the keys of names. After a call, n is the number of words,
// and first and second are the hashes of the first two.
type nameKeys struct {
	n             int
	first, second uint64
	folded        []byte
}

// of is the key of a name, or 0 when it has no word, too many, or one too long.
func (k *nameKeys) of(name string) uint64 {
	if key, ok := k.ofPlain(name); ok {
		return key
	}
	k.folded = appendFoldedName(k.folded[:0], name)
	return k.ofFolded(k.folded)
}

// ofPlain does for most names what of does, in one go: for those of ASCII
// letters, spaces and hyphens whose words are not folded to others.
func (k *nameKeys) ofPlain(name string) (key uint64, ok bool) {
	k.n, k.first = 0, 0
	h, length := uint64(fnvOffset), 0
	for i := 0; i <= len(name); i++ {
		c := byte(' ')
		if i < len(name) {
			c = name[i]
		}
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c == ' ' || c == '-':
			if length == 0 {
				continue
			}
			if length >= 4 && length <= 6 && special(name[i-length:i]) {
				return 0, false
			}
			w := finish(h)
			if length > maxWord || k.n == maxWords {
				return 0, false
			}
			if k.n == 0 {
				key, k.first = w, w
			} else {
				key = join(key, w)
			}
			if k.n == 1 {
				k.second = w
			}
			k.n++
			h, length = fnvOffset, 0
			continue
		default:
			return 0, false
		}
		h = (h ^ uint64(c)) * fnvPrime
		length++
	}
	return key, key != 0
}

// special reports whether a word hashes as another one.
func special(w string) bool {
	switch w[0] | 0x20 {
	case 's', 'm', 'f':
		return strings.EqualFold(w, "saint") || strings.EqualFold(w, "sainte") || strings.EqualFold(w, "mount") || strings.EqualFold(w, "fort")
	}
	return false
}

// keyed is the name as it is added under a key.
func (k *nameKeys) keyed(key uint64, r ref) keyed {
	x := keyed{key: key, ref: r}
	if k.n > 1 {
		x.start, x.second = start(k.first|uint64(k.n)), secondOf(k.second)
	}
	return x
}

// ofFolded is the key of a name that [foldName] has folded.
func (k *nameKeys) ofFolded(f []byte) uint64 {
	k.n, k.first = 0, 0
	var key uint64
	for len(f) > 0 {
		end := 0
		for end < len(f) && f[end] != ' ' {
			end++
		}
		w := hashFolded(f[:end])
		if w == 0 || k.n == maxWords {
			return 0
		}
		if k.n == 0 {
			key, k.first = w, w
		} else {
			key = join(key, w)
		}
		if k.n == 1 {
			k.second = w
		}
		k.n++
		f = f[min(end+1, len(f)):]
	}
	return key
}

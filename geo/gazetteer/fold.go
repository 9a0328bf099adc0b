package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// HashWord is the hash of one word, folded: letter case, accents, apostrophes
// and primes of every shape, full stops and a possessive 's do not count; ё is
// е, ґ is г; Saint is St, Mount is Mt, Fort is Ft. A word without a letter or
// digit, or one longer than any name's, hashes to 0, which no name contains.
func HashWord(word []byte) uint64 {
	var buf [maxWord]byte
	return hashFolded(appendFolded(buf[:0], word))
}

// maxWord bounds a folded word in bytes; longer words are no place's name.
const maxWord = 64

func hashFolded(f []byte) uint64 {
	if len(f) == 0 || len(f) > maxWord {
		return 0
	}
	switch string(f) {
	case "saint":
		f = f[:0:0]
		f = append(f, "st"...)
	case "sainte":
		f = append(f[:0:0], "ste"...)
	case "mount":
		f = append(f[:0:0], "mt"...)
	case "fort":
		f = append(f[:0:0], "ft"...)
	}
	h := uint64(14695981039346656037)
	for _, c := range f {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return scramble(h)
}

// scramble spreads every bit of h over all others (the finaliser of
// MurmurHash3) and never gives 0.
func scramble(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	if h == 0 {
		return 1
	}
	return h
}

// join is the key of a name of several words, from the key of the words before
// and the hash of the next.
func join(key, word uint64) uint64 { return scramble(key*31 + word) }

// appendFolded appends the folded form of word to dst and returns it.
func appendFolded(dst, word []byte) []byte {
	word = cutPossessive(word)
	for len(word) > 0 {
		r, n := rune(word[0]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(word)
		}
		word = word[n:]
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			dst = append(dst, byte(r))
		case r >= 'A' && r <= 'Z':
			dst = append(dst, byte(r+'a'-'A'))
		case r < utf8.RuneSelf: // apostrophes, full stops and other signs do not count
		case r == 0x306 && endsIn(dst, 'и'): // и with a combining breve
			dst = utf8.AppendRune(dst[:len(dst)-2], 'й')
		case r == 0x308 && endsIn(dst, 'і'):
			dst = utf8.AppendRune(dst[:len(dst)-2], 'ї')
		default:
			dst = foldRune(dst, r)
		}
	}
	return dst
}

func endsIn(b []byte, r rune) bool {
	last, _ := utf8.DecodeLastRune(b)
	return last == r
}

// cutPossessive removes an English possessive ending.
func cutPossessive(w []byte) []byte {
	n := len(w)
	if n < 3 || w[n-1] != 's' && w[n-1] != 'S' {
		return w
	}
	if w[n-2] == '\'' {
		return w[:n-2]
	}
	if n > 4 && string(w[n-4:n-1]) == "’" {
		return w[:n-4]
	}
	return w
}

func foldRune(dst []byte, r rune) []byte {
	r = unicode.ToLower(r)
	switch {
	case r >= 'а' && r <= 'я' || r == 'і' || r == 'ї' || r == 'є':
		return utf8.AppendRune(dst, r)
	case r == 'ё':
		return append(dst, "е"...)
	case r == 'ґ':
		return append(dst, "г"...)
	case r < 0x250:
		return append(dst, latin[r]...)
	case unicode.Is(unicode.Mn, r) || r >= 0x2b0 && r <= 0x2ff: // combining marks, modifier letters such as ʼ
		return dst
	case r >= 0x1e00 && r < 0x1f00:
		return append(dst, latinAdditional(r)...)
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return utf8.AppendRune(dst, r)
	}
	return dst
}

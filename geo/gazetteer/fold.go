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
	var buf [maxWord + utf8.UTFMax]byte
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
	h := uint64(fnvOffset)
	for _, c := range f {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return finish(h)
}

// finish makes the hash of a word from the FNV-1a state h, without the lowest
// bits, and never 0.
func finish(h uint64) uint64 {
	if h = scramble(h) &^ lowBits; h == 0 {
		return lowBits + 1
	}
	return h
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
	lowBits   = maxWords // of a word's hash, which leave room for a number of words (see start)
)

// scramble spreads every bit of h over all others (the finaliser of
// MurmurHash3, public domain).
func scramble(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// join is the key of a name of several words, from the key of the words before
// and the hash of the next.
func join(key, word uint64) uint64 { return scramble(key*31 + word) }

// appendFolded appends the folded form of word to dst and returns it; it stops
// soon after maxWord bytes.
func appendFolded(dst, word []byte) []byte {
	word = cutPossessive(word)
	start := len(dst)
	for i := 0; i < len(word) && len(dst)-start <= maxWord; {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				dst = append(dst, c)
			case c >= 'A' && c <= 'Z':
				dst = append(dst, c+'a'-'A')
			} // apostrophes, full stops and other signs do not count
			continue
		}
		r, n := utf8.DecodeRune(word[i:])
		i += n
		switch {
		case r == 0x306 && endsIn(dst[start:], 'и'): // и with a combining breve
			dst = append(dst[:len(dst)-2], "й"...)
		case r == 0x308 && endsIn(dst[start:], 'і'):
			dst = append(dst[:len(dst)-2], "ї"...)
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
	case r >= 'a' && r <= 'z': // lower case of İ and of the Kelvin sign
		return append(dst, byte(r))
	case r < 0x250:
		return append(dst, latin[r]...)
	case unicode.Is(unicode.Mn, r) || r >= 0x2b0 && r <= 0x2ff: // combining marks, modifier letters such as ʼ
		return dst
	case r >= 0x1e00 && r < 0x1f00:
		return append(dst, baseLetter(r)...)
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return utf8.AppendRune(dst, r)
	}
	return dst
}

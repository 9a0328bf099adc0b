package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var errBinary = errors.New("it is no text but a binary file; give the article as text, HTML, PDF or DOCX")

// decode turns bytes into UTF-8. The encoding is, in this order: what a byte
// order mark says; UTF-16 by its zeros; UTF-8 if the bytes are valid as such;
// what the label says (of a server, a page or a mail part; may be empty); UTF-8
// with a few damaged bytes; the 8-bit encoding that the letters look like.
// note says when characters were damaged. The text is valid UTF-8, without NUL.
func decode(b []byte, label string) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
		if !utf8.Valid(b) {
			return finish(string(bytes.ToValidUTF8(b, []byte("\uFFFD"))))
		}
		return finish(string(b))
	case bytes.HasPrefix(b, []byte{0, 0, 0xfe, 0xff}), bytes.HasPrefix(b, []byte{0xff, 0xfe, 0, 0}):
		return "", "", errors.New("it is encoded in UTF-32; save it as UTF-8")
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return decodeWith(b[2:], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return decodeWith(b[2:], unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
	}
	if bytes.IndexByte(b[:min(len(b), 4096)], 0) >= 0 {
		e, ok := utf16ByZeros(b)
		if !ok {
			return "", "", errBinary
		}
		return decodeWith(b, e)
	}
	if utf8.Valid(b) {
		return finish(string(b))
	}
	if label != "" {
		if e, name := charset.Lookup(label); e != nil && name != "utf-8" && name != "replacement" {
			// A page that says it is Latin-1 and was written in CP1251 is
			// common; single-byte labels are believed when the letters agree.
			if guess := cyrillic(b); guess == nil || !strings.HasPrefix(name, "windows-1252") {
				if s, err := e.NewDecoder().Bytes(b); err == nil && bytes.Count(s, []byte("\uFFFD"))*100 <= len(s) {
					return finish(string(s))
				}
			}
		}
	}
	if nearlyUTF8(b) {
		return finish(string(bytes.ToValidUTF8(b, []byte("\uFFFD"))))
	}
	if e := cyrillic(b); e != nil {
		return decodeWith(b, e)
	}
	return decodeWith(b, charmap.Windows1252)
}

// decodeWith decodes by a known encoding.
func decodeWith(b []byte, e encoding.Encoding) (text, note string, err error) {
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", errBinary
	}
	return finish(string(s))
}

// finish refuses what is no text and counts what was damaged.
func finish(s string) (text, note string, err error) {
	control := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b {
			control++
		}
	}
	damaged := strings.Count(s, "\uFFFD")
	if control*50 > len(s) || damaged*10 > utf8.RuneCountInString(s) {
		return "", "", errBinary
	}
	if control > 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	if damaged > 0 {
		note = fmt.Sprintf("%d damaged characters, shown as \uFFFD", damaged)
		if damaged == 1 {
			note = "1 damaged character, shown as \uFFFD"
		}
	}
	return s, note, nil
}

// utf16ByZeros recognises UTF-16 without a mark: in Latin and Cyrillic text one
// byte of nearly every pair is 0 or 4.
func utf16ByZeros(b []byte) (encoding.Encoding, bool) {
	b = b[:min(len(b), 4096)]
	if len(b) < 4 {
		return nil, false
	}
	var high [2]int // pairs whose first, second byte is a high byte of these scripts
	for i := 0; i+1 < len(b); i += 2 {
		for k := range 2 {
			if c := b[i+k]; c == 0 || c == 4 || c == 0x20 {
				high[k]++
			}
		}
	}
	pairs := len(b) / 2
	switch {
	case high[0]*100 >= pairs*95 && high[1]*100 < pairs*60:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), true
	case high[1]*100 >= pairs*95 && high[0]*100 < pairs*60:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), true
	}
	return nil, false
}

// nearlyUTF8 reports whether bytes are UTF-8 with a few damaged places: a page
// cut in the middle of a letter, a field in another encoding.
func nearlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 4*bad
}

// The 8-bit encodings in which Cyrillic texts come.
var cyrillicMaps = []*charmap.Charmap{
	charmap.Windows1251, charmap.KOI8U, charmap.KOI8R, charmap.CodePage866, charmap.ISO8859_5, charmap.MacintoshCyrillic,
}

// letterRank is how often a lower-case letter occurs in Russian and Ukrainian
// running text, roughly, in per mille.
var letterRank = map[rune]int{
	'о': 100, 'а': 80, 'е': 70, 'и': 65, 'н': 65, 'т': 58, 'с': 50, 'р': 45, 'в': 47, 'л': 40, 'к': 36,
	'м': 31, 'д': 31, 'п': 29, 'у': 28, 'я': 22, 'ы': 14, 'ь': 18, 'г': 16, 'з': 19, 'б': 17, 'ч': 13,
	'й': 12, 'х': 11, 'ж': 8, 'ш': 7, 'ю': 7, 'ц': 5, 'щ': 4, 'э': 3, 'ф': 3, 'ъ': 1, 'ё': 1,
	'і': 50, 'ї': 7, 'є': 5, 'ґ': 1,
}

// cyrillic finds the 8-bit Cyrillic encoding that makes the likeliest letters
// of b, or nil when b does not look Cyrillic at all.
//
// Each high byte scores by the frequency of the letter it would be; a capital
// after a small letter of the same word, which no text has and KOI8 read as
// CP1251 is full of, costs more than any letter brings.
func cyrillic(b []byte) encoding.Encoding {
	b = b[:min(len(b), 64<<10)]
	high, runs := 0, 0 // high bytes; those that stand beside another high byte
	for i, c := range b {
		if c >= 0x80 {
			high++
			if i > 0 && b[i-1] >= 0x80 || i+1 < len(b) && b[i+1] >= 0x80 {
				runs++
			}
		}
	}
	// In Latin text accented letters and quotes stand alone.
	if high == 0 || runs*10 < high*6 {
		return nil
	}
	var best *charmap.Charmap
	bestScore := 0
	for _, m := range cyrillicMaps {
		score, small := 0, false
		for _, c := range b {
			if c < 0x80 {
				small = false
				continue
			}
			r := m.DecodeByte(c)
			lower, isSmall := lowerCyrillic(r)
			rank, letter := letterRank[lower]
			switch {
			case !letter && strings.ContainsRune("«»“”„’‘–—…№\u00a0•−°§", r):
				score++
			case !letter:
				score -= 60
			case !isSmall && small:
				score -= 120
			default:
				score += rank
			}
			small = letter && isSmall
		}
		if best == nil || score > bestScore {
			best, bestScore = m, score
		}
	}
	if bestScore <= 0 {
		return nil
	}
	return best
}

// lowerCyrillic folds a Cyrillic letter and reports whether it was small.
func lowerCyrillic(r rune) (rune, bool) {
	switch {
	case r >= 'А' && r <= 'Я':
		return r + 'а' - 'А', false
	case r >= 'Ѐ' && r <= 'Џ':
		return r + 'ѐ' - 'Ѐ', false
	case r == 'Ґ':
		return 'ґ', false
	}
	return r, true
}

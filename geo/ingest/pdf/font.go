package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// font is what is needed of a font to know which characters its codes are, and
// how far each moves the pen.
type font struct {
	composite bool // two bytes a code, unless the map says otherwise
	utf16     bool // the codes are UTF-16 themselves
	unicode   *cmap
	chars     [256]string // of a simple font
	widths    map[int]float64
	fallback  float64 // width of codes that have none, thousandths of an em
	guessed   bool    // widths are guessed by character
	mono      bool
	scale     float64 // of widths; 0.001 but for Type 3
}

// font reads a font dictionary, once for each object.
func (f *file) font(v any) *font {
	r, isRef := v.(ref)
	if isRef {
		if t, ok := f.fonts[r.num]; ok {
			return t
		}
	}
	f.limits.Operators -= 1000 // about what a font costs
	t := f.newFont(f.dict(v))
	if isRef {
		f.fonts[r.num] = t
	}
	return t
}

func (f *file) newFont(d dict) *font {
	t := &font{widths: map[int]float64{}, scale: 0.001}
	if s, ok := f.resolve(d["ToUnicode"]).(stream); ok {
		if b, err := f.decode(s); err == nil {
			t.unicode = parseCMap(b)
		}
	}
	base := string(f.name(d["BaseFont"]))
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(t, d)
		return t
	}
	f.simpleChars(t, d)
	if f.name(d["Subtype"]) == "Type3" {
		if m := f.array(d["FontMatrix"]); len(m) == 6 {
			if x, ok := f.float(m[0]); ok && x != 0 {
				t.scale = x
			}
		}
	}
	first := f.integer(d["FirstChar"])
	list := f.array(d["Widths"])
	for i, w := range list {
		if x, ok := f.float(w); ok && i < 256 {
			t.widths[first+i] = x
		}
	}
	if x, ok := f.float(f.dict(d["FontDescriptor"])["MissingWidth"]); ok {
		t.fallback = x
	}
	// The fourteen standard fonts may come without widths.
	t.guessed = len(list) == 0
	t.mono = strings.Contains(base, "Courier")
	return t
}

// composite reads a Type 0 font and its descendant (9.7).
func (f *file) composite(t *font, d dict) {
	t.composite, t.fallback = true, 1000
	enc := string(f.name(d["Encoding"]))
	t.utf16 = strings.Contains(enc, "UCS2") || strings.Contains(enc, "UTF16")
	list := f.array(d["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	cid := f.dict(list[0])
	if x, ok := f.float(cid["DW"]); ok {
		t.fallback = x
	}
	w := f.array(cid["W"])
	for i := 0; i+1 < len(w); {
		first := f.integer(w[i])
		if widths, ok := f.resolve(w[i+1]).(array); ok {
			for k, v := range widths {
				if x, ok := f.float(v); ok {
					t.widths[first+k] = x
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		last := f.integer(w[i+1])
		if x, ok := f.float(w[i+2]); ok && last >= first && last-first < 1<<16 && len(t.widths) < 1<<18 {
			for c := first; c <= last; c++ {
				t.widths[c] = x
			}
		}
		i += 3
	}
}

// simpleChars fills the characters of a font with one byte a code (9.6.6).
func (f *file) simpleChars(t *font, d dict) {
	table := charmap.Windows1252
	enc := f.resolve(d["Encoding"])
	n, _ := enc.(name)
	ed, _ := enc.(dict)
	if ed != nil {
		n = f.name(ed["BaseEncoding"])
	}
	if n == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for c := range 256 {
		if r := table.DecodeByte(byte(c)); c >= 0x20 && r != utf8.RuneError {
			t.chars[c] = string(r)
		}
	}
	if n == "" {
		// The standard encoding differs from Latin-1 where quotes and
		// ligatures are concerned.
		for c, s := range standardDiffers {
			t.chars[c] = s
		}
	}
	c := 0
	for _, v := range f.array(ed["Differences"]) {
		switch v := f.resolve(v).(type) {
		case float64:
			c = int(v)
		case name:
			if c >= 0 && c < 256 {
				t.chars[c] = glyphText(string(v))
			}
			c++
		}
	}
}

// standardDiffers are the codes of StandardEncoding that are not Windows 1252's.
var standardDiffers = map[int]string{
	0x27: "’", 0x60: "‘", 0xa4: "⁄", 0xa9: "'", 0xaa: "“", 0xac: "‹", 0xad: "›", 0xae: "fi", 0xaf: "fl", 0xb1: "–", 0xb2: "†",
	0xb3: "‡", 0xb4: "·", 0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”", 0xbc: "…", 0xbd: "‰", 0xc1: "`", 0xd0: "—", 0xf5: "ı",
}

// glyphNames are the glyph names of Latin and Cyrillic text that do not spell
// their character: of the Adobe Glyph List, what news is written with.
var glyphNames = map[string]string{
	"space": " ", "nbspace": " ", "nonbreakingspace": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%",
	"ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-",
	"period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@",
	"bracketleft": "[", "backslash": `\`, "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{",
	"bar": "|", "braceright": "}", "asciitilde": "~", "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
	"quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
	"endash": "–", "emdash": "—", "minus": "−", "bullet": "•", "ellipsis": "…", "dagger": "†", "daggerdbl": "‡", "periodcentered": "·",
	"degree": "°", "section": "§", "paragraph": "¶", "copyright": "©", "registered": "®", "trademark": "™", "euro": "€", "Euro": "€",
	"sterling": "£", "yen": "¥", "cent": "¢", "multiply": "×", "plusminus": "±", "perthousand": "‰", "onehalf": "½", "onequarter": "¼",
	"threequarters": "¾", "fraction": "⁄", "mu": "µ", "exclamdown": "¡", "questiondown": "¿", "numero": "№", "afii61352": "№", "sfthyphen": "\u00ad",
	"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "f_i": "fi", "f_l": "fl", "f_f": "ff", "f_f_i": "ffi", "f_f_l": "ffl",
	"germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "aring": "å", "Aring": "Å",
	"dotlessi": "ı", "lslash": "ł", "Lslash": "Ł", "eth": "ð", "Eth": "Ð", "thorn": "þ", "Thorn": "Þ", "apostrophe": "’", "afii57929": "ʼ",
}

// accents are the second half of names such as "eacute".
var accents = map[string]rune{
	"acute": '\u0301', "grave": '\u0300', "circumflex": '\u0302', "dieresis": '\u0308', "tilde": '\u0303', "caron": '\u030c', "cedilla": '\u0327',
	"ogonek": '\u0328', "breve": '\u0306', "macron": '\u0304', "dotaccent": '\u0307', "ring": '\u030a', "hungarumlaut": '\u030b', "commaaccent": '\u0326',
}

// compose joins a letter and a combining mark.
func compose(letter, mark rune) string { return norm.NFC.String(string([]rune{letter, mark})) }

// glyphText is the characters that a glyph name stands for; empty if unknown.
func glyphText(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if utf8.RuneCountInString(n) == 1 {
		return n
	}
	if s, ok := glyphNames[n]; ok {
		return s
	}
	if s, ok := cyrillicGlyph(n); ok {
		return s
	}
	for _, prefix := range []string{"uni", "u"} {
		hex, ok := strings.CutPrefix(n, prefix)
		if !ok || len(hex) < 4 {
			continue
		}
		if prefix == "uni" && len(hex) > 4 && len(hex)%4 == 0 {
			hex = hex[:4]
		}
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && v <= utf8.MaxRune {
			return string(rune(v))
		}
	}
	if len(n) > 4 {
		if mark, ok := accents[n[1:]]; ok {
			return compose(rune(n[0]), mark)
		}
	}
	return ""
}

// cyrillicGlyph reads the names "afii10017" to "afii10110", in which old fonts
// name the letters of ISO 8859-5 and Ґ.
func cyrillicGlyph(n string) (string, bool) {
	digits, ok := strings.CutPrefix(n, "afii10")
	v, err := strconv.Atoi(digits)
	if !ok || err != nil || len(digits) != 3 {
		return "", false
	}
	// А…Е, Ё, Ж…Я; Ґ, Ђ…Џ; а…е, ё, ж…я; ґ, ђ…џ.
	letter := func(v int, base, yo rune) (string, bool) {
		switch {
		case v < 6:
			return string(base + rune(v)), true
		case v == 6:
			return string(yo), true
		case v <= 32:
			return string(base + rune(v-1)), true
		}
		return "", false
	}
	switch {
	case v >= 17 && v <= 49:
		return letter(v-17, 'А', 'Ё')
	case v == 50:
		return "Ґ", true
	case v >= 51 && v <= 61:
		return string([]rune("ЂЃЄЅІЇЈЉЊЋЌ")[v-51]), true
	case v == 62:
		return "Ў", true
	case v == 145:
		return "Џ", true
	case v >= 65 && v <= 97:
		return letter(v-65, 'а', 'ё')
	case v == 98:
		return "ґ", true
	case v >= 99 && v <= 109:
		return string([]rune("ђѓєѕіїјљњћќ")[v-99]), true
	case v == 110:
		return "ў", true
	case v == 193:
		return "џ", true
	}
	return "", false
}

// glyph is one code of a shown string.
type glyph struct {
	chars string
	width float64 // of an em at size 1
	space bool    // a one-byte space: word spacing applies to it
}

// glyphs splits a shown string into codes. Unknown characters are U+FFFD.
func (t *font) glyphs(s text, yield func(glyph)) {
	for len(s) > 0 {
		size := 1
		if t.composite {
			size = 2
		}
		if t.unicode != nil && t.composite {
			if n := t.unicode.next(s); n > 0 {
				size = n
			}
		}
		size = min(size, len(s))
		c, _ := code(s[:size])
		var g glyph
		found := false
		if t.unicode != nil {
			g.chars, found = t.unicode.lookup(c, size)
		}
		if !found && t.utf16 {
			g.chars, found = utf16Text(s[:size]), true
		}
		if !found && !t.composite {
			g.chars = t.chars[c]
		}
		if g.chars == "" {
			g.chars = "\uFFFD"
		}
		if w, ok := t.widths[int(c)]; ok {
			g.width = w * t.scale
		} else if t.guessed {
			g.width = t.guess(g.chars)
		} else {
			g.width = t.fallback * t.scale
		}
		g.space = size == 1 && c == ' '
		yield(g)
		s = s[size:]
	}
}

// guess is about how wide a character is in a common text face.
func (t *font) guess(s string) float64 {
	if t.mono {
		return 0.6
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("ijl.,:;'’‘|! fIt()[]-", r):
		return 0.28
	case strings.ContainsRune("mwMWмшщжюфМШЩЖЮФ—@%", r):
		return 0.85
	case r >= 'A' && r <= 'Z' || r >= 'А' && r <= 'Я':
		return 0.68
	}
	return 0.53
}

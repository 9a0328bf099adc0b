package gazetteer

import "golang.org/x/text/unicode/norm"

// latin is what each lower-case letter of Latin-1, Latin Extended-A and B
// becomes when folded; signs are empty.
var latin = func() (t [0x250]string) {
	for r := rune(0x80); r < 0x250; r++ {
		t[r] = baseLetter(r)
	}
	for r, s := range map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th",
		'ł': "l", 'ı': "i", 'ħ': "h", 'ŋ': "ng", 'ə': "a", 'ſ': "s", 'ŧ': "t", 'ĸ': "k",
	} {
		if r < 0x250 {
			t[r] = s
		}
	}
	return t
}()

// baseLetter is the ASCII letter that r decomposes to, or nothing.
func baseLetter(r rune) string {
	d := norm.NFD.PropertiesString(string(r)).Decomposition()
	for len(d) > 0 {
		if d[0] < 0x80 {
			return string(d[:1])
		}
		d = norm.NFD.Properties(d).Decomposition()
	}
	return ""
}

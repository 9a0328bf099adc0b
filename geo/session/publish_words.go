package session

import (
	"regexp"
	"strings"
	"unicode"

	"contested/geo"
)

// exactWords is wording that leads to a spot or a unit: streets and house
// numbers, coordinates, heights, named roads' kilometres, units below the corps.
var exactWords = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`\b\d{1,2}\.\d{3,}\s*°?\s*[NSEW]?,?\s+\d{1,3}\.\d{3,}`,                       // 48.2814, 37.1762
	`\d{1,2}°\s*\d{1,2}[′']`,                                                     // 48°16′
	`(?-i:\b\p{Lu}[\p{L}'’-]+)\s+(street|avenue|boulevard|lane)\b`,               // Shevchenko Street
	`(вул\.|вулиц[іяею]\p{L}*|проспект\p{L}*|провул\p{L}*)\s+\p{Lu}?[\p{L}'’-]+`, // вул. …
	`(ул\.|улиц[аеыу]\p{L}*|переул\p{L}*)\s+\p{L}[\p{L}-]+`,
	`\bhouse\s+(no\.?\s*)?\d+`,
	`\bheight\s+\d{2,3}(\.\d)?\b`,
	`\b\d{1,3}(st|nd|rd|th)\s+(separate\s+|guards\s+|mechani[sz]ed\s+|motor(ized)?\s+(rifle\s+)?|air(borne|mobile)?\s+(assault\s+)?|assault\s+|tank\s+|marine\s+|infantry\s+|jaeger\s+|artillery\s+|national\s+)*(brigade|battalion|regiment|company|platoon)`,
	`\b\d{1,3}-\p{L}{1,3}\s+(\p{L}+\s+){0,3}(бригад|батальйон|батальон|полк|рот[аиі])\p{L}*`,
	`\bgrid\s+(square|reference)\b`,
}, "|"))

// tooExact is the first wording of a quote that is more exact than a settlement;
// empty: none.
func tooExact(quote string) string {
	return strings.Join(strings.Fields(exactWords.FindString(quote)), " ")
}

// notAName are words of offices and bodies; a name with one of them is no private
// person's.
var notAName = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`administration agency army association authority brigade bureau cabinet centre center
chief city command commander commission committee company council corps department district emergency example force forces
foundation general government governor group head hospital institute mayor military minister ministry monitor news
office officials organisation organization party police president press railway region report residents school service
society staff state times university village volunteers war watch weekly wire`) {
		notAName[w] = true
	}
}

// privateName is the name of the private person whom a claim quotes: a witness or
// civilian with a name of two to four words. It is a guess that errs on the side
// of asking.
func privateName(c *geo.Claim) string {
	s := c.Source
	if s.Party != geo.Civilians && s.Class != geo.Witness {
		return ""
	}
	words := strings.Fields(s.Name)
	if len(words) < 2 || len(words) > 4 {
		return ""
	}
	for _, w := range words {
		r := []rune(w)
		if !unicode.IsUpper(r[0]) || len(r) < 2 || notAName[strings.ToLower(strings.Trim(w, ".,"))] {
			return ""
		}
		for _, k := range r[1:] {
			if !unicode.IsLower(k) && !unicode.IsUpper(k) && !strings.ContainsRune("-'’.", k) {
				return ""
			}
		}
	}
	return s.Name
}

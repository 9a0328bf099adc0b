package read

import "testing"

// Oblasts and raions by their adjective, and villages by the company they keep;
// invented sentences.
func TestPlacesByAdjectiveAndCompany(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, name, want string }{
		{"People in Ukraine left Donetska oblast.", "Donetska oblast", "adm:UA-14"},
		{"Ukraine: shelling in Kharkivska and Sumska oblasts.", "Kharkivska", "adm:UA-63"},
		{"Ukraine: families left Kramatorskyi and Pokrovskyi raions.", "Kramatorskyi", "ct:kramatorskyi-raion"},
		{"The Ukrainian army held near Malynivka, Uspenivka and Zarichne west of Huliaipole, and Russian troops attacked Solodke.", "Zarichne", "ct:zarichne"},
	} {
		found := ""
		for _, m := range r.Read(article(t, c.text)).Mentions {
			if m.Span.Of(c.text) == c.name {
				found = string(m.Place)
			}
		}
		if found != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.name, found, c.want)
		}
	}
}

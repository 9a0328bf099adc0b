package read

import (
	"testing"

	"contested/geo"
)

// TestOwnAffairs reads what a humanitarian organisation writes of its own work, where
// nothing is claimed, and what it reports beside it.
func TestOwnAffairs(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]int{
		"We are not present in Melitopol, and our figures for the city come from relatives.":   0,
		"In Horlivka, where we have no office, we depend on what families tell us by phone.":   0,
		"The registration point in Zaporizhzhia has moved to the former bus depot.":            0,
		"Donations for the families from Huliaipole can be left at the church hall.":           0,
		"An earlier version of this update put the strike in Bilozerske; it was in Bilozerka.": 0,
		"Our brief does not cover the shelling of Nikopol.":                                    0,
		"In Kostiantynivka a drone hit a parked ambulance, and nobody was hurt.":               2,
		"The hospital in Svatove has been moved to the basement of the school.":                1,
		"The residents of Lyman have been moved to Pavlohrad.":                                 1,
		"Russian troops have no presence in Kupiansk.":                                         1,
		"Two schools in Nikopol were damaged by shelling.":                                     1,
	} {
		a, err := geo.NewArticle(geo.Article{Text: text + "\n", Publisher: geo.Publisher{Name: "an aid group", Party: geo.International}})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(r.Read(&a).Claims); got != want {
			t.Errorf("%s: %d claims, want %d", text, got, want)
		}
	}
}

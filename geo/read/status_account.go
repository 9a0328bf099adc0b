package read

import (
	"slices"

	"contested/geo"
)

// What is said of all that one person has told: "his account could not be verified".

// talesTold are what somebody has told, on the whole.
var talesTold = listOf("account accounts story testimony version words narrative description recollection clip video footage recording film interview claims statements allegations")

// ofAccount reports whether a sentence speaks of all that somebody has told: "his account",
// "the clip".
func (d *document) ofAccount(st *sentence) bool {
	for k := st.first; k+1 < st.end; k++ {
		if d.isOf(k+1, &talesTold) && (d.isAny(k, "his", "her", "their") || d.is(k, "the") && k == st.first) {
			return true
		}
	}
	return false
}

// farAccount is how many sentences back somebody may have begun an account.
const farAccount = 8

// accountsOf are what several have said.
var accountsOf = listOf("claims statements reports accounts assertions figures numbers")

// names reports whether the place is among those named.
func (c *checking) names(p geo.PlaceRef) bool {
	return slices.ContainsFunc(c.named, func(m mention) bool { return m.Place == p.Place })
}

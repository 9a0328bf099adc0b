package session

import (
	"cmp"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"contested/geo"
)

// Whatever the order, the result is that of sorting.
func TestInOrderSorts(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	compare := func(a, b *geo.Claim) int { return cmp.Compare(a.Confidence, b.Confidence) }
	for range 400 {
		claims := make([]geo.Claim, r.IntN(30))
		for i := range claims {
			claims[i] = geo.Claim{Confidence: float64(r.IntN(20)), ID: geo.ClaimID(rune('a' + i))}
			if r.IntN(3) > 0 {
				claims[i].Confidence = float64(i)
			}
		}
		want := slices.Clone(claims)
		slices.SortFunc(want, func(a, b geo.Claim) int { return compare(&a, &b) })
		inOrder(claims, compare)
		if !slices.IsSortedFunc(claims, func(a, b geo.Claim) int { return compare(&a, &b) }) {
			t.Fatalf("not in order: %v", claims)
		}
		byID := func(a, b geo.Claim) int { return cmp.Compare(a.ID, b.ID) }
		slices.SortFunc(claims, byID)
		slices.SortFunc(want, byID)
		if !reflect.DeepEqual(claims, want) {
			t.Fatal("some claim is lost, or there twice")
		}
	}
}

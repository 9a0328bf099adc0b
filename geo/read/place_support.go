package read

import (
	"math"

	"contested/geo"

	"github.com/paulmach/orb"
)

// doubling is 16·2^(n/3) for n from 0: the weight of a candidate with n points.
var doubling = func() (out [61]int32) {
	for i := range out {
		out[i] = int32(math.Round(16 * math.Pow(2, float64(i)/3)))
	}
	return out
}()

// support counts, for each meaning of each name, how many of the text's other
// names can mean a place near it, in its region, in its country.
func (s *placeScan) support() {
	for round := 0; round < 2; round++ {
		s.cells.empty(len(s.found) + len(s.names))
		s.fine.empty(len(s.found) + len(s.names))
		s.regions = zeroed(s.regions, len(s.d.known.codes))
		s.countries = zeroed(s.countries, len(s.d.known.codes))
		for i := range s.names {
			n := &s.names[i]
			if n.accepted == 0 && !n.people {
				continue
			}
			if len(n.candidates) == 0 {
				continue
			}
			s.weigh(n)
			for j := range n.candidates {
				c := &n.candidates[j]
				if c.place.Kind != geo.Country && c.place.Kind != geo.Region {
					s.cells.add(c.cell, c.weight)
					s.fine.add(c.fine, c.weight)
				}
				if c.place.Kind != geo.Country {
					s.regions[c.region] += c.weight
				}
				w := c.weight
				if c.place.Kind == geo.Country {
					w /= 2
				}
				s.countries[c.country] += w
			}
		}
		for i := range s.names {
			n := &s.names[i]
			if n.people || len(n.candidates) < 2 || n.accepted == 0 {
				continue // nothing to choose from
			}
			for j := range n.candidates {
				c := &n.candidates[j]
				own := func(f func(*candidate) bool) (sum int32) {
					if n.accepted == 0 {
						return 0
					}
					for k := range n.candidates {
						if o := &n.candidates[k]; f(o) {
							sum += o.weight
						}
					}
					return sum
				}
				pts := int32(0)
				if c.place.Kind != geo.Country {
					// a front runs through several regions: near a place says more
					if c.region != 0 && !s.ukraine {
						w := s.regions[c.region] - own(func(o *candidate) bool {
							return o.place.Kind != geo.Country && o.region == c.region
						})
						pts += min(18, w*9/1000)
					}
					if c.place.Kind != geo.Region {
						around := s.around(n, c, &s.cells, (*candidate).coarse)
						pts += min(12, around*7/1000) + s.closeBy(i, c, around)
					}
				}
				w := s.countries[c.country] - own(func(o *candidate) bool { return o.country == c.country })
				if c.metonym && !s.ukraine {
					pts += min(30, w*8/1000) // a country's talk is of its capital
				}
				// What a text about Ukraine says of other countries is politics.
				if !s.ukraine || c.place.Country == "UA" || c.place.Country == "RU" {
					pts += min(10, w*3/1000)
				}
				c.nearby = int16(pts)
			}
		}
	}
}

// around is the weight of the other names in the nine squares around a candidate
// of n.
func (s *placeScan) around(n *placeName, c *candidate, all *squares, of func(*candidate) [2]int16) (sum int32) {
	at := of(c)
	for dx := int16(-1); dx <= 1; dx++ {
		for dy := int16(-1); dy <= 1; dy++ {
			sum += all.sum([2]int16{at[0] + dx, at[1] + dy})
		}
	}
	if n.accepted > 0 && sum > 0 {
		for k := range n.candidates {
			o := &n.candidates[k]
			if o.place.Kind == geo.Country || o.place.Kind == geo.Region {
				continue
			}
			if b := of(o); abs16(b[0]-at[0]) <= 1 && abs16(b[1]-at[1]) <= 1 {
				sum -= o.weight
			}
		}
	}
	return sum
}

func (c *candidate) coarse() [2]int16 { return c.cell }
func (c *candidate) finest() [2]int16 { return c.fine }

// squares sums weights by squares of the map: a table with open addressing.
type squares struct {
	keys []uint64 // 0 where nothing is
	sums []int32
}

// empty makes room for n squares with nothing in them.
func (q *squares) empty(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	q.keys, q.sums = zeroed(q.keys, size), zeroed(q.sums, size)
}

// at is the place of a square in the table.
func (q *squares) at(cell [2]int16) (key uint64, i int) {
	key = 1<<32 | uint64(uint16(cell[0]))<<16 | uint64(uint16(cell[1]))
	i = int(key*0x9e3779b97f4a7c15>>40) & (len(q.keys) - 1)
	for q.keys[i] != 0 && q.keys[i] != key {
		i = (i + 1) & (len(q.keys) - 1)
	}
	return key, i
}

func (q *squares) add(cell [2]int16, weight int32) {
	key, i := q.at(cell)
	q.keys[i] = key
	q.sums[i] += weight
}

func (q *squares) sum(cell [2]int16) int32 {
	_, i := q.at(cell)
	return q.sums[i]
}

// closeBy is the support by the places close to a candidate of name i, up to 16
// points. In texts about Ukraine, where villages of one name lie close together,
// the distances count; elsewhere the fine squares do, where there is anything in
// the coarse ones around.
func (s *placeScan) closeBy(i int, c *candidate, around int32) int32 {
	if !s.ukraine || c.place.Country != "UA" {
		if around == 0 {
			return 0
		}
		return min(16, s.around(&s.names[i], c, &s.fine, (*candidate).finest)*8/1000)
	}
	sum := int32(0)
	for j := max(0, i-window); j < min(len(s.names), i+window); j++ {
		o := &s.names[j]
		if j == i || o.accepted == 0 || len(o.candidates) == 0 {
			continue
		}
		// Of the other's meanings the likeliest counts.
		best := 0
		for k := range o.candidates {
			if o.candidates[k].weight > o.candidates[best].weight {
				best = k
			}
		}
		b := &o.candidates[best]
		if b.place.Kind == geo.Country || b.place.Kind == geo.Region {
			continue
		}
		if km := c.near(b); km < 80 {
			near := int32(80 - km)
			sum += b.weight * near * near / (80 * 80)
		}
	}
	return min(16, sum*8/1000)
}

// window is how many names before and after a name are looked at for those
// close to it.
const window = 32

func abs16(n int16) int16 {
	if n < 0 {
		return -n
	}
	return n
}

// fineness is the number of fine cells in a degree: about 20 km by 25 km in
// Ukraine.
const fineness = 4

// cell is the square of a point when every degree is cut into parts.
func cell(p orb.Point, parts float64) [2]int16 {
	return [2]int16{int16(math.Floor(p[0] * parts)), int16(math.Floor(p[1] * parts))}
}

// weigh shares 1000 among the candidates of a name by their points so far.
func (s *placeScan) weigh(n *placeName) {
	top := int16(math.MinInt16)
	for i := range n.candidates {
		top = max(top, s.base(&n.candidates[i]))
	}
	var sum int32
	for i := range n.candidates {
		c := &n.candidates[i]
		c.weight = doubling[max(0, min(60, 48+int(s.base(c)-top)))]
		sum += c.weight
	}
	for i := range n.candidates {
		n.candidates[i].weight = n.candidates[i].weight * 1000 / sum
	}
}

// base is the part of a candidate's score that all mentions of the name share.
func (s *placeScan) base(c *candidate) int16 {
	n := c.prior + c.fame + c.nearby + c.same
	if s.ukraine && c.place.Country == "UA" {
		n += focusPoints
	}
	return n
}

// focusPoints is the prior of a Ukrainian place in a text about Ukraine.
const focusPoints = 12

// frontPoints is the prior of a place of the regions by the front in Ukrainian and
// Russian texts, which rarely say which of several villages of a name they mean.
const frontPoints = 9

package read

import (
	"math"

	"contested/geo"

	"github.com/paulmach/orb"
)

// findOffset reads how far, and in which direction, a place is said to lie from
// another: "Popasna, 30 km east of Bakhmut", "filmed in Bilohorivka, 12
// kilometres to the north-east, not in Siversk".
func (s *placeScan) findOffset(i int) {
	d := s.d
	p := &s.spots[i]
	end := d.sents[p.sent].end
	k := int(p.to)
	if k+2 >= end || d.toks[k].kind != wordToken && d.char(k) != ',' && d.char(k) != '(' {
		return
	}
	if d.toks[k].kind != wordToken {
		k++
	}
	if p.nearer && s.signs(k)&(signCompass|signNear) != 0 {
		p.offset = s.bareOffset(p, k)
		return
	}
	if k == int(p.to) {
		return
	}
	if d.isAny(k, "about", "some", "around", "roughly", "just", "almost", "nearly") {
		k++
	}
	if k+1 >= end || d.toks[k].kind != numberToken {
		return
	}
	n := 0
	for _, c := range d.str(k) {
		if c < '0' || c > '9' || n > 2000 {
			break
		}
		n = n*10 + int(c-'0')
	}
	o := offset{km: int32(n)}
	first := k
	switch k++; {
	case d.isAny(k, "kilometres", "kilometers", "kilometre", "kilometer", "km"):
	case d.isAny(k, "miles", "mile"):
		o.km = int32(n * 16 / 10)
	default:
		return
	}
	for k++; k < end && d.isAny(k, "to", "the", "further", "away"); k++ {
	}
	for ; k < end && (d.toks[k].kind == hyphenToken || d.toks[k].kind == wordToken); k++ {
		if o.toward(d, k) {
			continue
		}
		switch d.word(k) {
		case "of", "from":
		default:
			if d.toks[k].kind == hyphenToken {
				continue
			}
			goto done
		}
	}
done:
	if o.km == 0 || o.km > 500 {
		return
	}
	o.span = d.span(first, k)
	// It is counted from the place named next in the sentence, else from the one
	// named before.
	switch {
	case i+1 < len(s.spots) && s.spots[i+1].sent == p.sent && int(s.spots[i+1].first)-k < 6 && s.spots[i+1].use != geo.Demonym:
		o.of = int32(i + 2)
	case i > 0 && p.sent-s.spots[i-1].sent < 2 && s.spots[i-1].use != geo.Demonym:
		o.of = int32(i)
	}
	p.offset = o
}

// toward adds what the word at token k says of the direction, and reports whether it is
// one of the compass.
func (o *offset) toward(d *document, k int) bool {
	w := d.lower(k)
	if w == "" {
		w = d.str(k)
	}
	switch w {
	case "north", "northern":
		o.nord++
	case "south", "southern":
		o.nord--
	case "east", "eastern":
		o.east++
	case "west", "western":
		o.east--
	case "northeast", "northeastern":
		o.nord, o.east = 1, 1
	case "northwest", "northwestern":
		o.nord, o.east = 1, -1
	case "southeast", "southeastern":
		o.nord, o.east = -1, 1
	case "southwest", "southwestern":
		o.nord, o.east = -1, -1
	default:
		return false
	}
	return true
}

// bareOffset is the direction without a distance in which a place lies from the one behind
// it: "Stepove, north-west of Avdiivka". The words start at token k.
func (s *placeScan) bareOffset(p *spot, k int) offset {
	o := offset{}
	first := k
	for to := int(s.spots[p.inside-1].from); k < to; k++ {
		o.toward(s.d, k)
	}
	if o.nord == 0 && o.east == 0 {
		return offset{}
	}
	o.of, o.span = p.inside, s.d.span(first, k)
	return o
}

// fits reports whether b lies from a about as the text says.
func (o *offset) fits(a, b orb.Point) bool {
	km := kilometres(a, b)
	const next = 40 // km, where no distance is said
	if o.km == 0 && km > next || o.km > 0 && (km < float64(o.km)*0.6-2 || km > float64(o.km)*1.5+3) {
		return false
	}
	east := (b[0] - a[0]) * math.Cos(a[1]*math.Pi/180)
	along := east*float64(o.east) + (b[1]-a[1])*float64(o.nord)
	size := math.Hypot(east, b[1]-a[1]) * math.Hypot(float64(o.east), float64(o.nord))
	return size == 0 || along > 0.5*size
}

// kilometres is the great-circle distance (haversine formula, mean radius).
func kilometres(a, b orb.Point) float64 {
	const rad = math.Pi / 180
	u := math.Sin((b[1] - a[1]) * rad / 2)
	v := math.Sin((b[0] - a[0]) * rad / 2)
	x := u*u + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*v*v
	return 2 * 6371.0088 * math.Asin(math.Sqrt(min(1, x)))
}

package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"contested/geo"

	"github.com/paulmach/orb"
)

// grid holds the settlements of a table by cells of a quarter of a degree.
type grid struct {
	t     *table
	start []uint32 // of each cell, and one past the last
	items []int32
}

const (
	cell  = 0.25 // degrees
	gridW = 360 / cell
	gridH = 180 / cell
)

func newGrid(t *table) *grid {
	g := &grid{t: t, start: make([]uint32, gridW*gridH+1)}
	cells := make([]int32, t.number())
	for i := range cells {
		cells[i] = -1
		if t.kind(i) == geo.Settlement {
			p := t.point(i)
			cells[i] = int32(row(p[1])*gridW + column0(p[0]))
			g.start[cells[i]+1]++
		}
	}
	for c := 1; c < len(g.start); c++ {
		g.start[c] += g.start[c-1]
	}
	next := slices.Clone(g.start)
	g.items = make([]int32, g.start[len(g.start)-1])
	for i, c := range cells {
		if c >= 0 {
			g.items[next[c]] = int32(i)
			next[c]++
		}
	}
	return g
}

func row(lat float64) int     { return max(0, min(gridH-1, int((lat+90)/cell))) }
func column0(lon float64) int { return max(0, min(gridW-1, int((lon+180)/cell))) }

// within calls visit for the settlements within km of p.
func (g *grid) within(p orb.Point, km float64, visit func(i int, away float64)) {
	const perDegree = 2 * math.Pi * earth / 360
	reach := km / perDegree
	low, high := row(p[1]-reach), row(p[1]+reach)
	// Meridians draw together towards the poles: the widest row decides.
	wide := 180.0
	if far := math.Abs(p[1]) + reach; far < 89 {
		wide = min(180, reach/math.Cos(far*math.Pi/180)+cell)
	}
	columns := min(gridW, int(2*wide/cell)+2)
	from := column0(math.Mod(p[0]-wide+540, 360) - 180)
	for r := low; r <= high; r++ {
		for k := range columns {
			c := r*gridW + (from+k)%gridW
			for _, i := range g.items[g.start[c]:g.start[c+1]] {
				if away := distance(p, g.t.point(int(i))); away <= km {
					visit(int(i), away)
				}
			}
		}
	}
}

// Near lists the settlements within km of p, nearest first. Nothing is near a
// point that is not on Earth.
func (g *Gazetteer) Near(p orb.Point, km float64) []geo.Place {
	if !(km >= 0) || !(math.Abs(p[0]) <= 180) || !(math.Abs(p[1]) <= 90) {
		return nil
	}
	km = min(km, math.Pi*earth)
	type found struct {
		t    *table
		i    int
		away float64
	}
	var all []found
	o := g.added.Load()
	g.grid().within(p, km, func(i int, away float64) {
		if o != nil {
			if _, changed := o.byID(g.base.id(i)); changed {
				return
			}
		}
		all = append(all, found{g.base, i, away})
	})
	if o != nil {
		o.grid().within(p, km, func(i int, away float64) { all = append(all, found{o.table, i, away}) })
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(b.t.rank[b.i], a.t.rank[a.i]), cmp.Compare(a.t.id(a.i), b.t.id(b.i)))
	})
	out := make([]geo.Place, len(all))
	for k, f := range all {
		out[k] = f.t.place(f.i)
	}
	return out
}

const earth = 6371.0088 // mean radius in km (IUGG)

// distance is the great-circle distance in kilometres (haversine formula).
func distance(a, b orb.Point) float64 {
	const rad = math.Pi / 180
	s := math.Sin((b[1] - a[1]) * rad / 2)
	t := math.Sin((b[0] - a[0]) * rad / 2)
	x := s*s + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*t*t
	return 2 * earth * math.Asin(math.Sqrt(min(1, x)))
}

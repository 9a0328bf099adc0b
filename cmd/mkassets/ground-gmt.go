package main

import (
	"cmp"
	"errors"
	"math"
	"path/filepath"
	"slices"

	"github.com/paulmach/orb"
)

// shoreline is a closed coast of GSHHG in lon, lat.
type shoreline struct {
	level int     // 1 land in the sea, 2 lake, 3 island in a lake, 4 pond on it
	area  float64 // km²
	ring  []orb.Point
}

// binned is one file of GSHHG: the world is cut into square bins, every bin
// holds segments, every segment points that are relative to the bin's south-west
// corner. (The layout is told by the names of the file's own variables.)
type binned struct {
	degrees    float64
	nx         int
	first, num []float64 // per bin
	x, y       []float64 // per point
	at         []float64 // first point per segment
}

func openBinned(n *netCDF) (*binned, error) {
	b := &binned{
		first: n.numbers("Id_of_first_segment_in_a_bin"),
		num:   n.numbers("N_segments_in_a_bin"),
		x:     n.numbers("Relative_longitude_from_SW_corner_of_bin"),
		y:     n.numbers("Relative_latitude_from_SW_corner_of_bin"),
	}
	if at := n.numbers("Id_of_first_point_in_a_segment"); len(at) > 0 {
		b.at = at
	}
	size := n.numbers("Bin_size_in_minutes")
	if len(size) == 0 || size[0] <= 0 || len(b.at) == 0 {
		return nil, errors.New("not a file of GSHHG")
	}
	b.degrees = size[0] / 60
	b.nx = int(n.numbers("N_bins_in_360_longitude_range")[0])
	return b, nil
}

// segments calls yield with the points of every segment that take accepts by its
// number and its bin's corner.
func (b *binned) segments(take func(seg int, west, south float64) bool, count func(seg int) int, yield func(seg int, points []orb.Point)) {
	for k := range b.first {
		south := 90 - float64(k/b.nx+1)*b.degrees
		west := float64(k%b.nx) * b.degrees
		if west >= 180 {
			west -= 360
		}
		for s := int(b.first[k]); s < int(b.first[k])+int(b.num[k]); s++ {
			if !take(s, west, south) {
				continue
			}
			points := make([]orb.Point, count(s))
			for i := range points {
				points[i] = b.point(int(b.at[s])+i, west, south)
			}
			yield(s, points)
		}
	}
}

func (b *binned) point(i int, west, south float64) orb.Point {
	return orb.Point{west + unsigned(b.x[i])/65535*b.degrees, south + unsigned(b.y[i])/65535*b.degrees}
}

// unsigned undoes the sign that netCDF's short gives to 16 bits.
func unsigned(v float64) float64 {
	if v < 0 {
		return v + 65536
	}
	return v
}

// readShorelines reads the closed shorelines for which wanted is true of their
// level, area (km²) and at least one of their points. Coasts that the bound of
// the world or of the wanted points cuts come out open.
func readShorelines(work, dir string, wanted func(level int, area float64, p orb.Point) bool) ([]shoreline, error) {
	n, err := openNetCDF(work, filepath.Join(dir, "usr/share/gmt-gshhg/binned_GSHHS_f.nc"))
	if err != nil {
		return nil, err
	}
	b, err := openBinned(n)
	if err != nil {
		return nil, err
	}
	info := n.numbers("Embedded_npts_levels_exit_entry_for_a_segment")
	owner := n.numbers("Id_of_GSHHS_ID")
	areas := n.numbers("The_km_squared_area_of_polygons")
	count := func(s int) int { return int(uint32(int32(info[s])) >> 9) }
	level := func(s int) int { return int(uint32(int32(info[s]))>>6) & 7 }

	// Land is cut at the bins that hold wanted points (Eurasia is one polygon);
	// of lakes all is taken.
	chosen := map[int]bool{}
	b.segments(func(s int, west, south float64) bool {
		id, l := int(owner[s]), level(s)
		if l > 4 || chosen[id] && l > 1 {
			return false
		}
		for _, j := range []int{int(b.at[s]), int(b.at[s]) + count(s) - 1} {
			if wanted(l, math.Abs(areas[id]), b.point(j, west, south)) {
				chosen[id] = true
			}
		}
		return false
	}, count, nil)
	pieces := map[int][][]orb.Point{}
	levels := map[int]int{}
	b.segments(func(s int, west, south float64) bool {
		if id := int(owner[s]); level(s) > 1 || !chosen[id] {
			return chosen[id]
		}
		first, last := int(b.at[s]), int(b.at[s])+count(s)-1
		return wanted(1, 0, b.point(first, west, south)) || wanted(1, 0, b.point(last, west, south)) ||
			areas[int(owner[s])] < 1e6
	}, count, func(s int, points []orb.Point) {
		id := int(owner[s])
		pieces[id] = append(pieces[id], points)
		levels[id] = level(s)
	})
	ids := make([]int, 0, len(pieces))
	for id := range pieces {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var out []shoreline
	for _, id := range ids {
		for _, line := range joinLines(pieces[id], 2e-5) {
			out = append(out, shoreline{levels[id], math.Abs(areas[id]), line})
		}
	}
	return out, nil
}

// waterway is a river or canal of the CIA World Data Bank II in lon, lat.
type waterway struct {
	level int
	line  []orb.Point
}

// readRivers reads the rivers that keep accepts by level and first point.
func readRivers(work, dir string, keep func(level int, p orb.Point) bool) ([]waterway, error) {
	n, err := openNetCDF(work, filepath.Join(dir, "usr/share/gmt-gshhg/binned_river_f.nc"))
	if err != nil {
		return nil, err
	}
	b, err := openBinned(n)
	if err != nil {
		return nil, err
	}
	counts := n.numbers("N_points_for_a_segment")
	levels := n.numbers("Hierarchial_level_of_a_segment")
	pieces := map[int][][]orb.Point{}
	b.segments(func(s int, west, south float64) bool {
		return keep(int(levels[s]), b.point(int(b.at[s]), west, south))
	}, func(s int) int { return int(unsigned(counts[s])) }, func(s int, points []orb.Point) {
		pieces[int(levels[s])] = append(pieces[int(levels[s])], points)
	})
	var out []waterway
	for l := range 16 {
		for _, line := range joinLines(pieces[l], 2e-5) {
			out = append(out, waterway{l, line})
		}
	}
	return out, nil
}

// readDCW reads the polygons of one unit ("UA", "RUROS") of the Digital Chart of
// the World: two arrays of 16-bit fractions of the unit's bound, rings parted by
// 65535.
func readDCW(n *netCDF, unit string) ([][]orb.Point, error) {
	lon, lat := n.vars[unit+"_lon"], n.vars[unit+"_lat"]
	if lon.count == 0 || lon.count != lat.count {
		return nil, errors.New("the Digital Chart of the World has no unit " + unit)
	}
	xs, ys := n.numbers(unit+"_lon"), n.numbers(unit+"_lat")
	var out [][]orb.Point
	var ring []orb.Point
	for i := range xs {
		if xs[i] == 65535 && ys[i] == 0 || xs[i] == 65535 && len(ring) == 0 {
			if len(ring) > 3 {
				out = append(out, ring)
			}
			ring = nil
			continue
		}
		ring = append(ring, orb.Point{
			lon.attrs["min"] + xs[i]/65535*(lon.attrs["max"]-lon.attrs["min"]),
			lat.attrs["min"] + ys[i]/65535*(lat.attrs["max"]-lat.attrs["min"]),
		})
	}
	if len(ring) > 3 {
		out = append(out, ring)
	}
	return out, nil
}

// joinLines joins lines end to end where exactly two ends lie within tolerance
// degrees of each other. Closed lines come out with their first point repeated.
func joinLines(lines [][]orb.Point, tolerance float64) [][]orb.Point {
	// The bins of GSHHG leave lines without extent at their edges.
	lines = slices.DeleteFunc(slices.Clone(lines), func(l []orb.Point) bool {
		return len(l) < 2 || !slices.ContainsFunc(l, func(p orb.Point) bool { return p != l[0] })
	})
	type end struct {
		line int
		tail bool
	}
	type key [2]int
	cell := func(p orb.Point) key {
		return key{int(math.Round(p[0] / tolerance / 4)), int(math.Round(p[1] / tolerance / 4))}
	}
	ends := map[key][]end{}
	for i, l := range lines {
		ends[cell(l[0])] = append(ends[cell(l[0])], end{i, false})
		k := cell(l[len(l)-1])
		ends[k] = append(ends[k], end{i, true})
	}
	point := func(e end) orb.Point {
		l := lines[e.line]
		if e.tail {
			return l[len(l)-1]
		}
		return l[0]
	}
	// partner is the one other end at the same place.
	partner := func(e end) (end, bool) {
		p, k := point(e), cell(point(e))
		var found []end
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, o := range ends[key{k[0] + dx, k[1] + dy}] {
					q := point(o)
					if o != e && math.Abs(q[0]-p[0]) <= tolerance && math.Abs(q[1]-p[1]) <= tolerance {
						found = append(found, o)
					}
				}
			}
		}
		if len(found) != 1 {
			return end{}, false
		}
		return found[0], true
	}
	used := make([]bool, len(lines))
	var out [][]orb.Point
	walk := func(start end) []orb.Point { // enters lines at start and goes on
		var line []orb.Point
		for e := start; !used[e.line]; {
			used[e.line] = true
			l := slices.Clone(lines[e.line])
			if e.tail {
				slices.Reverse(l)
			}
			if line != nil {
				l = l[1:]
			}
			line = append(line, l...)
			next, ok := partner(end{e.line, !e.tail})
			if !ok {
				break
			}
			e = next
		}
		return line
	}
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(lines[b]), len(lines[a])) })
	for _, closed := range []bool{false, true} { // open chains first, from their ends
		for _, i := range order {
			for _, tail := range []bool{false, true} {
				if used[i] {
					continue
				}
				if _, joined := partner(end{i, tail}); joined && !closed {
					continue
				}
				line := walk(end{i, tail})
				if last := line[len(line)-1]; closed && len(line) > 3 &&
					math.Abs(last[0]-line[0][0]) <= tolerance && math.Abs(last[1]-line[0][1]) <= tolerance {
					line[len(line)-1] = line[0]
				}
				out = append(out, line)
			}
		}
	}
	return out
}

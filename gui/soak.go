package gui

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"time"

	"github.com/paulmach/orb"
)

// A soak drags the map in circles for long, on a tour of parts of it at several zooms
// that is made five times, and asks whether memory grows with the length of that. Like
// is compared with like: what the caches hold depends on where the map was last, so the
// heap is looked at on the same stations of each tour; for that the map is brought to
// the same view, waits until everything about it is painted, and garbage is collected.
// What the process holds is looked at in motion, ten times a second, collections
// running as they do.
//
// The first tour fills the caches and is left out. Of the other four, the median of the
// last two is set over the median of the two before: memory is flat when neither the
// heap nor the process has grown by more than soakGrowth.
const (
	soakTours  = 5
	soakStops  = 24  // of a tour
	soakLooks  = 12  // in a tour
	soakGrowth = 5.0 // percent
	soakHeld   = 100 * time.Millisecond
	soakRow    = 4 // looks to a printed row
)

// soak is what has been seen of the memory.
type soak struct {
	looks   []glance
	held    []float64 // of the process in motion since the last look, MB
	heldAt  time.Duration
	stop    int  // of all tours, from 1
	looking bool // at the view that all looks have in common
	settled bool // everything about the view is painted
	verdict error
}

// glance is the memory at one moment, in MB.
type glance struct {
	at     time.Duration
	frames int
	heap   float64   // after a collection of garbage
	system float64   // held by the program's Go part, from the system
	held   []float64 // by the process, since the look before
}

// frame goes on with the soak, at a time since its beginning.
func (s *soak) frame(r *benchRun, t time.Duration) {
	if t < 0 {
		return
	}
	if s.looking {
		if !s.settled {
			return
		}
		s.look(r, t)
		if s.looking = false; len(s.looks) > soakTours*soakLooks {
			s.report(r)
			r.flight.Stop()
			r.App.Quit()
			return
		}
	}
	if t >= r.Soak*time.Duration(len(s.looks))/(soakTours*soakLooks) {
		r.release()
		s.looking, s.settled = true, false
		r.m.Look(orb.Point{37.5, 48.5}, 7.25+1e-6*float64(len(s.looks)%2)) // another one, so that it is painted
		return
	}
	r.pan(t)
	if n := 1 + int(t*soakTours*soakStops/r.Soak); n > s.stop {
		s.stop = n
		k := float64(n % soakStops)
		r.m.Look(orb.Point{31 + math.Mod(k*2.7, 8), 46.5 + math.Mod(k*1.3, 4)}, 6+math.Mod(k*1.37, 6))
	}
	if r.Held != nil && t-s.heldAt >= soakHeld {
		s.held, s.heldAt = append(s.held, float64(r.Held())/1e6), t
	}
}

// look notes what there is.
func (s *soak) look(r *benchRun, t time.Duration) {
	h := heap()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.looks = append(s.looks, glance{t, r.frames, float64(h) / 1e6, float64(m.Sys-m.HeapReleased) / 1e6, s.held})
	s.held = nil
}

// report prints the looks and the verdict.
func (s *soak) report(r *benchRun) {
	fmt.Fprintf(r.Out, "soak of %v: %d frames (an hour at 60 a second has 216000), %d claims at %d places\n", r.Soak, r.frames, r.Places*r.Claims, r.Places)
	fmt.Fprintln(r.Out, "  after s   frames   heap after collection MB   held from the system MB   process in motion MB: median, most")
	for i := 0; i < len(s.looks); i += soakRow {
		l := &s.looks[i]
		held := heldOf(s.looks[max(0, i-soakRow+1) : i+1])
		fmt.Fprintf(r.Out, "  %7.0f %8d %26.1f %25.1f %24.0f %13.0f\n", l.at.Seconds(), l.frames, l.heap, l.system, medianOf(held), slices.Max(append(held, 0)))
	}
	later := s.looks[soakLooks+1:]
	a, b := later[:len(later)/2], later[len(later)/2:]
	fmt.Fprintf(r.Out, "%d tours of the same %d stops; the first fills caches; of the others the median of the later half over that of the earlier one:\n", soakTours, soakStops)
	grown := func(what string, a, b []float64) float64 {
		was, is := medianOf(a), medianOf(b)
		by := 100 * (is/max(was, 1e-9) - 1)
		fmt.Fprintf(r.Out, "  %-44s %7.1f MB, then %7.1f: %+.1f %%\n", what, was, is, by)
		return by
	}
	heaps := func(l []glance) (out []float64) {
		for i := range l {
			out = append(out, l[i].heap)
		}
		return out
	}
	most := grown("heap after collection, at the same view", heaps(a), heaps(b))
	if r.Held != nil {
		most = max(most, grown("process, in motion", heldOf(a), heldOf(b)))
	}
	if most > soakGrowth {
		s.verdict = fmt.Errorf("memory grows with the length of the session: by %.1f %%, and %.0f are allowed", most, soakGrowth)
		fmt.Fprintln(r.Out, "verdict:", s.verdict)
		return
	}
	fmt.Fprintf(r.Out, "verdict: memory is flat within %.0f %%\n", soakGrowth)
}

// heldOf is all that was seen of the process between looks.
func heldOf(looks []glance) (out []float64) {
	for i := range looks {
		out = append(out, looks[i].held...)
	}
	return out
}

func medianOf(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(v))[len(v)/2]
}

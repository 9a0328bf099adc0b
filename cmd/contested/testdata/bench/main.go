// Command bench runs `contested --bench` under a virtual display of its own,
// measures how the program starts, and sets both beside other windows (see
// ../peer). `make bench-window` calls it; needs Linux and Xvfb.
//
//	bench [-o FILE.json] [-part 4s] CONTESTED [PEER]
//	bench -soak 10m CONTESTED
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Work is the processor time of the window's thread for a frame, in milliseconds.
type Work struct {
	P50, P95, P99 float64
	Gap50, Gap95  float64 // from frame to frame
}

// Result is what FILE.json holds.
type Result struct {
	Contested, FyneXMap map[string]Work    // by part: pan, zoom …; both with 10000 places
	First, EmptyFirst   float64            // ms from exec to the first picture with nothing cached: shaders, list of fonts
	Start, EmptyStart   []float64          // the same later, each try
	RSS, EmptyRSS       []float64          // MB, a second after that
	Rest, EmptyRest     []float64          // percent of a processor while nothing is done
	Said                string             // all that contested --bench printed
	Ratios              map[string]float64 // ours over the other's
}

var (
	tries = 3
	only  = false // the start, nothing else
)

func main() {
	out := flag.String("o", "", "write the figures to `FILE` as JSON")
	part := flag.String("part", "4s", "how `LONG` each part takes")
	flag.IntVar(&tries, "tries", 3, "how `OFTEN` the start is measured")
	flag.BoolVar(&only, "start", false, "measure the start and the memory after it, nothing else")
	soak := flag.Duration("soak", 0, "pan and zoom for so `LONG` instead, and say what that does to the memory")
	flag.Parse()
	if flag.NArg() < 1 {
		fmt.Fprintln(os.Stderr, "usage: bench [-o FILE.json] [-part 4s] CONTESTED [PEER]")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *part, *soak, *out); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(contested, peer, part string, soak time.Duration, out string) error {
	display, stop, err := virtualDisplay()
	if err != nil {
		return err
	}
	defer stop()
	home, err := os.MkdirTemp("", "contested-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	env := append(os.Environ(), "DISPLAY="+display, "WAYLAND_DISPLAY=", "FYNE_PLATFORM=x11", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_CACHE_HOME="+home)
	if soak > 0 {
		said, _, err := measured(env, contested, "--soak", soak.String(), "--data", filepath.Join(home, "soak"))
		fmt.Print(said)
		return err
	}
	r := Result{Ratios: map[string]float64{}}
	for i := range tries + 1 {
		trace := filepath.Join(home, fmt.Sprint("trace", i))
		data := filepath.Join(home, fmt.Sprint("data", i)) // a first start each time
		ours, err := starts(env, i > 0, func() bool {
			b, _ := os.ReadFile(trace)
			return bytes.Contains(b, []byte(`"painted"`))
		}, contested, "--trace", trace, "--data", data)
		if err != nil {
			return err
		}
		var theirs start
		if peer != "" {
			said := filepath.Join(home, fmt.Sprint("said", i))
			theirs, err = starts(env, i > 0, func() bool {
				b, _ := os.ReadFile(said)
				return bytes.Contains(b, []byte("first picture"))
			}, "sh", "-c", `exec "$0" empty > "$1"`, peer, said)
			if err != nil {
				return err
			}
		}
		if i == 0 {
			r.First, r.EmptyFirst = ours.ms, theirs.ms
			continue
		}
		r.Start, r.RSS, r.Rest = append(r.Start, ours.ms), append(r.RSS, ours.mb), append(r.Rest, ours.cpu)
		r.EmptyStart, r.EmptyRSS, r.EmptyRest = append(r.EmptyStart, theirs.ms), append(r.EmptyRSS, theirs.mb), append(r.EmptyRest, theirs.cpu)
	}
	if only {
		r.printStarts(peer != "")
		return nil
	}
	if r.Said, r.Contested, err = measured(env, contested, "--bench", part, "--data", filepath.Join(home, "bench")); err != nil {
		return err
	}
	fmt.Print(r.Said)
	fmt.Println("  (own work: processor time of the window's thread from frame to frame: layout, our callbacks,\n   Fyne's walk over its objects and the upload of pictures; not the threads of the software renderer)")
	r.printStarts(peer != "")
	if peer == "" {
		fmt.Println("no other windows are measured: fyne-x could not be had (it answers to one exact version only)")
	} else {
		for _, n := range []string{"100", "10000"} { // the latter are as many as ours
			var text string
			if text, r.FyneXMap, err = measured(env, peer, "map", part, n); err != nil {
				return err
			}
			fmt.Printf("fyne-x widget.Map, %s markers, tiles from memory\n%s", n, text)
		}
		for _, part := range []string{"pan", "zoom"} {
			if w := r.FyneXMap[part]; w.P50 > 0 {
				r.Ratios["work of a frame, "+part+" p50 / fyne-x"] = r.Contested[part].P50 / w.P50
				r.Ratios["frame after frame, "+part+" p50 / fyne-x"] = r.Contested[part].Gap50 / w.Gap50
			}
		}
		var names []string
		for k := range r.Ratios {
			names = append(names, k)
		}
		slices.Sort(names)
		fmt.Println("ours over theirs:")
		for _, k := range names {
			fmt.Printf("  %-40s %.4f\n", k, r.Ratios[k])
		}
	}
	if out == "" {
		return nil
	}
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

// printStarts prints how the program starts, and how that compares.
func (r *Result) printStarts(beside bool) {
	fmt.Printf("start, exec to first picture, ms %s (the very first %.0f); RSS with the example, MB %s; at rest %s %% of a processor\n",
		list(r.Start, 0), r.First, list(r.RSS, 0), list(r.Rest, 1))
	if !beside {
		return
	}
	fmt.Printf("an empty Fyne window:            %s (the very first %.0f); RSS, MB %s; at rest %s %%\n",
		list(r.EmptyStart, 0), r.EmptyFirst, list(r.EmptyRSS, 0), list(r.EmptyRest, 1))
	r.Ratios["start / empty window"] = median(r.Start) / median(r.EmptyStart)
	r.Ratios["RSS / empty window"] = median(r.RSS) / median(r.EmptyRSS)
	fmt.Printf("ours over the empty one's, medians: start %.2f (fastest %.2f), RSS %.2f; at rest %+.1f %% of a processor\n", r.Ratios["start / empty window"],
		slices.Min(r.Start)/slices.Min(r.EmptyStart), r.Ratios["RSS / empty window"], median(r.Rest)-median(r.EmptyRest))
}

// start is how a program started.
type start struct {
	ms, mb, cpu float64
}

// starts runs a program until it has painted, a second longer for its memory and,
// if rest is set, four more for what it does at rest.
func starts(env []string, rest bool, painted func() bool, name string, args ...string) (s start, err error) {
	c := exec.Command(name, args...)
	c.Env = env // what Fyne says of a desktop without services is of no interest
	begin := time.Now()
	if err := c.Start(); err != nil {
		return s, err
	}
	defer func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		_ = c.Wait()
	}()
	for !painted() {
		if time.Since(begin) > 30*time.Second {
			return s, fmt.Errorf("%s has painted nothing in 30 s", name)
		}
		time.Sleep(2 * time.Millisecond)
	}
	s.ms = float64(time.Since(begin).Microseconds()) / 1000
	time.Sleep(time.Second)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		return s, err
	}
	for line := range strings.Lines(string(status)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "VmRSS:" {
			kb, _ := strconv.ParseFloat(f[1], 64)
			s.mb = kb / 1024
		}
	}
	if rest {
		const long = 4 * time.Second
		used := ticks(c.Process.Pid)
		time.Sleep(long)
		s.cpu = float64(ticks(c.Process.Pid)-used) / long.Seconds() // a tick is a hundredth of a second
	}
	return s, nil
}

// ticks is the processor time that a process has used.
func ticks(pid int) int {
	b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, _ := strings.Cut(string(b), ") ") // the name may hold anything
	f := strings.Fields(after)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return user + system
}

var row = regexp.MustCompile(`(?m)^  (\S.*?)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+) / ([\d.]+)$`)

// measured runs a program that measures itself and reads its table.
func measured(env []string, name string, args ...string) (said string, work map[string]Work, err error) {
	c := exec.Command(name, args...)
	var complaints bytes.Buffer
	c.Env, c.Stderr = env, &complaints
	b, err := c.Output()
	if err != nil {
		return string(b), nil, fmt.Errorf("%s: %w\n%s", name, err, complaints.Bytes())
	}
	work = map[string]Work{}
	for _, m := range row.FindAllStringSubmatch(string(b), -1) {
		var v [5]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(m[i+2], 64)
		}
		work[m[1]] = Work{v[0], v[1], v[2], v[3], v[4]}
	}
	return string(b), work, nil
}

// virtualDisplay starts an X server that shows nothing.
func virtualDisplay() (name string, stop func(), err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer r.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1920x1080x24", "-noreset")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		return "", nil, fmt.Errorf("%w (Debian: apt-get install xvfb)", err)
	}
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n') // it says when it is ready
	stop = func() {
		_ = x.Process.Signal(syscall.SIGTERM)
		_ = x.Wait()
	}
	if err != nil {
		stop()
		return "", nil, fmt.Errorf("Xvfb did not start: %w", err)
	}
	return ":" + strings.TrimSpace(line), stop, nil
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}

func list(v []float64, digits int) string {
	var s []string
	for _, x := range v {
		s = append(s, strconv.FormatFloat(x, 'f', digits, 64))
	}
	return strings.Join(s, " ")
}

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// The figures of a document, by name. Filters have their own names after these.
const (
	firstMap  = "opening, to the first map"
	opened    = "opening, to the whole document"
	articles  = "articles"
	claims    = "claims"
	filtered  = "filter: "
	working   = "processor: "
	painting  = "filter, to the painted map: "
	corrected = "one correction, on disk and shown"
	undone    = "its undoing"
	median    = "median: "
	imported  = "one article imported, on disk and shown"
	removed   = "one article removed"
	restored  = "that undone"
)

// all makes the corpus, imports it, opens the document, and prints the table.
func all(ctl string, n int) error {
	dir, err := os.MkdirTemp("", "documentbench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	from, doc := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "a.gpkg")
	if err := corpus(from, n); err != nil {
		return err
	}
	_, took, most, err := run(ctl, "import", doc, from)
	if err != nil {
		return err
	}
	figures, _, mostOpen, err := run(os.Args[0], "open", doc)
	if err != nil {
		return err
	}
	size, err := os.Stat(doc)
	if err != nil {
		return err
	}
	fmt.Printf("A document of %.0f articles with %.0f claims, %d MB; %d processors.\n\n", figures[articles], figures[claims], size.Size()>>20, runtime.NumCPU())
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	missed := 0
	line := func(what, required, measured string, ok bool) {
		met := "yes"
		if !ok {
			met, missed = "NO", missed+1
		}
		if required == "" {
			required, met = "–", ""
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", what, required, measured, met)
	}
	fmt.Fprintln(w, "\trequired\tmeasured\tmet")
	rate := float64(n) / took.Seconds()
	line("import, articles a second", "at least 300", fmt.Sprintf("%.0f", rate), rate >= 300)
	line("import, most memory", "under 1,000 MB", fmt.Sprintf("%d MB", most), most < 1000)
	line(firstMap, "under 2 s", fmt.Sprintf("%.2f s", figures[firstMap]), figures[firstMap] > 0 && figures[firstMap] < 2)
	line(opened, "", fmt.Sprintf("%.1f s", figures[opened]), true)
	for _, f := range filters {
		t := figures[filtered+f.name]
		line(filtered+f.name, "under 100 ms", fmt.Sprintf("%.0f ms at worst of %d, median %.0f ms (%.0f ms of processor; map painted %.0f ms)", 1000*t, tries, 1000*figures[median+filtered+f.name], 1000*figures[working+filtered+f.name], 1000*figures[painting+f.name]), t < 0.1)
	}
	for _, what := range []string{corrected, undone, imported, removed, restored} {
		line(what, "", fmt.Sprintf("%.0f ms (%.0f ms of processor)", 1000*figures[what], 1000*figures[working+what]), true)
	}
	line("open, filtered and corrected, most memory", "under 1,000 MB", fmt.Sprintf("%d MB", mostOpen), mostOpen < 1000)
	if err := w.Flush(); err != nil {
		return err
	}
	if missed > 0 {
		return fmt.Errorf("%d of the requirements were not met", missed)
	}
	return nil
}

// run runs a program to its end; most is the most memory that it used, in MB.
func run(program string, args ...string) (figures map[string]float64, took time.Duration, most int64, err error) {
	c := exec.Command(program, args...)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, os.Stderr
	start := time.Now()
	if err := c.Run(); err != nil {
		return nil, 0, 0, fmt.Errorf("%s %s: %w", program, strings.Join(args, " "), err)
	}
	took = time.Since(start)
	if use, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		most = use.Maxrss * 1024 / 1e6
	}
	figures = map[string]float64{}
	for s := bufio.NewScanner(&out); s.Scan(); {
		if name, value, ok := strings.Cut(s.Text(), "\t"); ok {
			if figures[name], err = strconv.ParseFloat(value, 64); err != nil {
				return nil, 0, 0, err
			}
		}
	}
	return figures, took, most, nil
}

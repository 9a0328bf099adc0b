package main

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"contested/geo"
	"contested/geo/gazetteer"
	"contested/geo/session"
)

// place looks names up, or adds places of a GeoNames country file.
func (p *program) place(c *command, args []string) error {
	o := newOptions(c)
	add := o.text("add", "", "FILE", "add the places of a GeoNames country file (UA.txt or UA.zip)")
	asJSON := o.yes("json", "one JSON object a line")
	limit := o.text("limit", "10", "N", "how many places to list for a name")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if *add == "" && len(names) == 0 {
		return usageError{c, "no name is given"}
	}
	var n int
	if _, err := fmt.Sscanf(*limit, "%d", &n); err != nil || n < 1 {
		return usageError{c, fmt.Sprintf("the limit %q is no number", *limit)}
	}
	if *add != "" {
		if err := p.addPlaces(*add); err != nil {
			return err
		}
	}
	if len(names) == 0 {
		return nil
	}
	g, err := p.start().Gazetteer()
	if err != nil {
		return err
	}
	missing := 0
	for _, name := range names {
		found := g.Lookup(name)
		if len(found) == 0 {
			p.errorf("%q is not in the gazetteer; check the spelling, or add places with --add", name)
			missing++
			continue
		}
		if len(found) > n {
			found = found[:n]
		}
		if err := p.printPlaces(g, found, *asJSON); err != nil {
			return err
		}
	}
	if missing > 0 {
		return errReported
	}
	return nil
}

// placeLine is a place in JSON.
type placeLine struct {
	ID         geo.PlaceID   `json:"id"`
	Name       string        `json:"name"`
	NameUK     string        `json:"name_uk,omitempty"`
	NameRU     string        `json:"name_ru,omitempty"`
	Kind       geo.PlaceKind `json:"kind"`
	Lat        float64       `json:"lat"`
	Lon        float64       `json:"lon"`
	Country    string        `json:"country,omitempty"`
	Admin1     string        `json:"admin1,omitempty"`
	Population int           `json:"population,omitempty"`
	Approx     bool          `json:"approx,omitempty"`
	Score      float64       `json:"score"`
	Names      []string      `json:"names"`
}

func (p *program) printPlaces(g *gazetteer.Gazetteer, found []gazetteer.Match, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(p.stdout)
		for _, m := range found {
			l := placeLine{m.ID, m.Name, m.NameUK, m.NameRU, m.Kind, round(m.Point[1]), round(m.Point[0]), m.Country, m.Admin1, m.Population, m.Approx, m.Score, []string{}}
			for _, n := range g.Names(m.ID) {
				l.Names = append(l.Names, n.Text)
			}
			if err := enc.Encode(l); err != nil {
				return err
			}
		}
		return nil
	}
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, m := range found {
		where := degrees(m.Point[1], "N", "S") + " " + degrees(m.Point[0], "E", "W")
		if m.Approx {
			where += " (approximate)"
		}
		in := m.Country
		if m.Admin1 != "" {
			in = m.Admin1
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", m.Name, m.NameUK, m.NameRU, m.Kind, where, in, m.ID)
	}
	return w.Flush()
}

// round keeps six decimals of a coordinate.
func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// degrees writes a latitude or longitude for people.
func degrees(x float64, plus, minus string) string {
	if x < 0 {
		return fmt.Sprintf("%.4f°%s", -x, minus)
	}
	return fmt.Sprintf("%.4f°%s", x, plus)
}

const (
	longestLine = 1 << 20   // of a country file: its alternate names can be many
	largestFile = 512 << 20 // unpacked; the largest country has some 400 MB
)

// addPlaces adds a country file to the user's places. Places that were added
// before are replaced by their new line.
func (p *program) addPlaces(file string) error {
	dir := p.dataDir()
	if dir == "" {
		return errors.New("there is no folder to keep places in; set XDG_DATA_HOME")
	}
	lines, err := countryFile(file)
	if err != nil {
		return err
	}
	// The lines are tried on a gazetteer of their own before they are kept.
	g, err := gazetteer.Load(p.start().Assets())
	if err != nil {
		return err
	}
	added, skipped, err := g.AddGeoNames(strings.NewReader(strings.Join(lines, "\n") + "\n"))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for i, s := range skipped {
		if i == 20 {
			p.warnf("%s: %d more lines were passed over", file, len(skipped)-i)
			break
		}
		p.warnf("%s: %s", file, s)
	}
	if added == 0 {
		return fmt.Errorf("%s: no place of it could be used; a GeoNames country file such as UA.txt is needed", file)
	}
	kept := filepath.Join(dir, session.AddedPlaces)
	old, err := os.ReadFile(kept)
	if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("your added places cannot be read: %w", err)
	}
	fresh := map[string]bool{}
	for _, l := range lines {
		id, _, _ := strings.Cut(l, "\t")
		fresh[id] = true
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder for your places cannot be made: %w", err)
	}
	err = session.WriteFile(kept, func(w io.Writer) error {
		for l := range strings.Lines(string(old)) {
			if id, _, _ := strings.Cut(l, "\t"); !fresh[id] && strings.TrimSpace(l) != "" {
				if _, err := io.WriteString(w, strings.TrimRight(l, "\r\n")+"\n"); err != nil {
					return err
				}
			}
		}
		for _, l := range lines {
			if _, err := io.WriteString(w, l+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	p.engine = nil // load the gazetteer anew, with the places
	p.donef("%s: %s added to %s", filepath.Base(file), count(added, "place", "places"), kept)
	return nil
}

// countryFile reads the lines of a GeoNames country file, packed or not, that
// have its nineteen columns.
func countryFile(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read; check the name", file)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", file)
	}
	var r io.Reader = f
	if strings.EqualFold(filepath.Ext(file), ".zip") {
		z, err := zip.NewReader(f, info.Size())
		if err != nil {
			return nil, fmt.Errorf("%s is damaged; download it again", file)
		}
		want := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + ".txt"
		for _, part := range z.File {
			if strings.EqualFold(part.Name, want) {
				in, err := part.Open()
				if err != nil {
					return nil, fmt.Errorf("%s is damaged; download it again", file)
				}
				defer in.Close()
				r = in
			}
		}
		if r == f {
			return nil, fmt.Errorf("%s holds no %s", file, want)
		}
	}
	var lines []string
	left := io.LimitedReader{R: r, N: largestFile + 1}
	scan := bufio.NewScanner(&left)
	scan.Buffer(make([]byte, 64<<10), longestLine)
	for scan.Scan() {
		if l := strings.TrimRight(scan.Text(), "\r"); strings.TrimSpace(l) != "" && l[0] != '#' {
			lines = append(lines, l)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("%s is no GeoNames country file: %w", file, err)
	}
	if left.N <= 0 {
		return nil, fmt.Errorf("%s is larger than the limit of %d MB", file, largestFile>>20)
	}
	return lines, nil
}

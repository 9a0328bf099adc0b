package gazetteer

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"contested/geo"

	"github.com/klauspost/compress/zstd"
	"github.com/paulmach/orb"
)

// Entry is a place with its names, as it goes into a gazetteer file.
type Entry struct {
	Place geo.Place
	// Names are all names of the place, the best first; those of the Place
	// itself need not be among them.
	Names []Name
	// Forms says that spelling variants and case endings of the names are worth
	// working out.
	Forms bool
	// Adjectives says that the adjectives made from the names mean the place
	// too ("Покровський напрямок", "Покровское направление").
	Adjectives bool
	// Derived are adjectives that no rule makes ("часовоярський"), in the
	// nominative of the masculine.
	Derived []Name
}

// allNames is the names of the entry, those of the place first, each once.
func (e *Entry) allNames() []Name {
	p := &e.Place
	names := make([]Name, 0, len(e.Names)+3)
	names = append(names, Name{p.Name, geo.English, Official}, Name{p.NameUK, geo.Ukrainian, Official}, Name{p.NameRU, geo.Russian, Official})
	names = append(names, e.Names...)
	type seen struct {
		text     string
		language geo.Language
	}
	have := map[seen]bool{}
	kept := names[:0]
	for _, n := range names {
		n.Text = strings.Join(strings.Fields(n.Text), " ")
		if n.Text == "" || len(n.Text) > maxName || have[seen{n.Text, n.Language}] {
			continue
		}
		have[seen{n.Text, n.Language}] = true
		kept = append(kept, n)
	}
	return kept
}

const (
	maxName  = 200 // bytes of a name
	maxWords = 7   // of a name; fits start
)

// The header of a gazetteer file, before the compressed columns.
const magic = "contested gazetteer 1\n"

// Encode writes entries as a gazetteer file, with the spellings and case forms
// that their names have by rule. The order of entries does not matter; the same
// entries give the same bytes. Two entries with one id are an error.
func Encode(w io.Writer, entries []Entry) error {
	entries = slices.Clone(entries)
	number := func(id geo.PlaceID) int {
		if digits, ok := strings.CutPrefix(string(id), "gn:"); ok {
			if n, err := strconv.ParseInt(digits, 10, 32); err == nil && n >= 0 && strconv.Itoa(int(n)) == digits {
				return int(n)
			}
		}
		return math.MaxInt
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(number(a.Place.ID), number(b.Place.ID)), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	for i := 1; i < len(entries); i++ {
		if entries[i].Place.ID == entries[i-1].Place.ID {
			return fmt.Errorf("two places have the id %s: %s and %s", entries[i].Place.ID, entries[i-1].Place.Name, entries[i].Place.Name)
		}
	}

	var (
		ids, flags, country, admin1, lat, lon, population column
		partOf, bound, codes                              column
		nameCounts, nameFlags, nameLengths, text          column
	)
	codeAt := map[string]uint64{"": 0}
	codeCount := uint64(1)
	code := func(s string) uint64 {
		n, ok := codeAt[s]
		if !ok {
			n, codeAt[s] = codeCount, codeCount
			codeCount++
			codes.str(s)
		}
		return n
	}
	numbered, lastNumber, lastLat, lastLon := 0, 0, int64(0), int64(0)
	for i := range entries {
		p := &entries[i].Place
		if n := number(p.ID); n != math.MaxInt {
			ids.uint(uint64(n - lastNumber))
			lastNumber = n
			numbered++
		} else {
			ids.str(string(p.ID))
		}
		f := uint8(p.Kind)
		if p.Approx {
			f |= approximate
		}
		flags = append(flags, f)
		country.uint(code(p.Country))
		admin1.uint(code(p.Admin1))
		y, x := round(p.Point[1]), round(p.Point[0])
		lat.int(y - lastLat)
		lon.int(x - lastLon)
		lastLat, lastLon = y, x
		population.uint(uint64(max(0, min(p.Population, math.MaxInt32))))
		if p.PartOf != "" {
			partOf.uint(uint64(i))
			partOf.str(string(p.PartOf))
		}
		if p.Bound != (orb.Bound{}) {
			bound.uint(uint64(i))
			for _, v := range []float64{p.Bound.Min[0], p.Bound.Min[1], p.Bound.Max[0], p.Bound.Max[1]} {
				bound.int(round(v))
			}
		}
		names := entries[i].allNames()
		nameCounts.uint(uint64(len(names)))
		for _, n := range names {
			nameFlags = append(nameFlags, uint8(max(0, slices.Index(languages[:], n.Language)))|uint8(n.Kind)<<languageBits)
			nameLengths = append(nameLengths, uint8(len(n.Text)))
			text = append(text, n.Text...)
		}
	}

	var all column
	all.uint(uint64(len(entries)))
	all.uint(uint64(numbered))
	all.uint(codeCount - 1)
	for _, c := range []column{codes, ids, flags, country, admin1, lat, lon, population, partOf, bound,
		nameCounts, nameFlags, nameLengths, text} {
		all.uint(uint64(len(c)))
		all = append(all, c...)
	}
	all = append(all, encodeForms(entries)...)

	level := zstd.SpeedBestCompression
	if len(all) < 1<<20 {
		level = zstd.SpeedDefault // what a user adds: the best level takes long to start
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(level), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(true))
	if err != nil {
		return err
	}
	defer z.Close()
	_, err = w.Write(z.EncodeAll(all, []byte(magic)))
	return err
}

// encodeForms works out the forms of the entries' names: columns of the number
// of forms of each base name, of the base names, and of the forms' kinds, of the
// bytes they cut from the base and of what they add.
func encodeForms(entries []Entry) []byte {
	forms := map[string][]nameForm{} // by folded base name
	var bases []string
	var keys nameKeys
	type request struct {
		name              Name
		forms, adjectives bool
	}
	asked := map[request]bool{} // hundreds of villages have one name
	for i := range entries {
		e := &entries[i]
		if len(e.Derived) > 0 {
			addForms(forms, &bases, foldName(e.Place.Name), derivedForms(e.Derived))
		}
		if !e.Forms && !e.Adjectives {
			continue
		}
		for _, n := range e.allNames() {
			r := request{n, e.Forms, e.Adjectives}
			r.name.Kind = 0
			if n.Kind == Short || asked[r] {
				continue
			}
			asked[r] = true
			made := formsOf(n.Text, n.Language, e.Forms, e.Adjectives)
			base := foldName(n.Text)
			if len(made) == 0 || len(base) > maxName || keys.ofFolded([]byte(base)) == 0 {
				continue
			}
			addForms(forms, &bases, base, made)
		}
	}
	slices.Sort(bases)
	var counts, baseLengths, baseText, kinds, cuts, addLengths, addText column
	for _, base := range bases {
		made := forms[base]
		slices.SortFunc(made, func(a, b nameForm) int { return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.form, b.form)) })
		made = slices.CompactFunc(made, func(a, b nameForm) bool { return a.text == b.text })
		made = slices.DeleteFunc(made, func(f nameForm) bool { return f.text == base || len(f.text) > maxName })
		counts.uint(uint64(len(made)))
		baseLengths = append(baseLengths, uint8(len(base)))
		baseText = append(baseText, base...)
		last := base
		for _, f := range made {
			shared := 0
			for shared < min(len(last), len(f.text)) && last[shared] == f.text[shared] {
				shared++
			}
			kinds = append(kinds, uint8(f.form))
			cuts = append(cuts, uint8(len(last)-shared))
			addLengths = append(addLengths, uint8(len(f.text)-shared))
			addText = append(addText, f.text[shared:]...)
			last = f.text
		}
	}
	var all column
	all.uint(uint64(len(bases)))
	for _, c := range []column{counts, baseLengths, baseText, kinds, cuts, addLengths, addText} {
		all.uint(uint64(len(c)))
		all = append(all, c...)
	}
	return all
}

func addForms(forms map[string][]nameForm, bases *[]string, base string, made []nameForm) {
	if _, ok := forms[base]; !ok {
		*bases = append(*bases, base)
	}
	forms[base] = append(forms[base], made...)
}

func round(degrees float64) int64 { return int64(math.Round(degrees * steps)) }

// column is bytes being written.
type column []byte

func (c *column) uint(v uint64) { *c = binary.AppendUvarint(*c, v) }
func (c *column) int(v int64)   { *c = binary.AppendVarint(*c, v) }
func (c *column) str(s string) {
	c.uint(uint64(len(s)))
	*c = append(*c, s...)
}

package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"contested/geo"
)

// labels are names of places by GeoNames id in Ukrainian and Russian, from the
// message catalogues of Debian's geonames package. They are some years old: good
// for cities abroad, not for those that Ukraine has renamed.
type labels struct{ uk, ru map[string]string }

func readLabels(work string) (*labels, error) {
	dir, err := debian(work, "libgeonames-common", "0.3.0-1")
	if err != nil {
		return nil, err
	}
	var l labels
	for _, x := range []struct {
		language string
		into     *map[string]string
	}{{"uk", &l.uk}, {"ru", &l.ru}} {
		name := filepath.Join(dir, "usr/share/locale", x.language, "LC_MESSAGES/geonames.mo")
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if *x.into, err = readCatalogue(data); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return &l, nil
}

// apply sets the names of a place in both languages where there are labels in
// Cyrillic letters.
func (l *labels) apply(id int, p *geo.Place) {
	key := strconv.Itoa(id)
	if s := l.uk[key]; s != "" && s[0] >= 0xd0 {
		p.NameUK = s
	}
	if s := l.ru[key]; s != "" && s[0] >= 0xd0 {
		p.NameRU = s
	}
}

// readCatalogue reads a GNU message catalogue (the .mo format of the gettext
// manual, section 10.3), little-endian.
func readCatalogue(data []byte) (map[string]string, error) {
	word := func(at int) (int, error) {
		if at < 0 || at+4 > len(data) {
			return 0, errors.New("the catalogue is cut off")
		}
		return int(binary.LittleEndian.Uint32(data[at:])), nil
	}
	text := func(at int) (string, error) {
		n, err := word(at)
		if err != nil {
			return "", err
		}
		from, err := word(at + 4)
		if err != nil {
			return "", err
		}
		if n < 0 || from < 0 || from+n > len(data) {
			return "", errors.New("a message lies outside the catalogue")
		}
		return string(data[from : from+n]), nil
	}
	if m, err := word(0); err != nil || m != 0x950412de {
		return nil, errors.New("this is no message catalogue")
	}
	n, _ := word(8)
	from, _ := word(12)
	to, err := word(16)
	if err != nil {
		return nil, err
	}
	out := make(map[string]string, n)
	for i := range n {
		key, err := text(from + 8*i)
		if err != nil {
			return nil, err
		}
		if out[key], err = text(to + 8*i); err != nil {
			return nil, err
		}
	}
	return out, nil
}

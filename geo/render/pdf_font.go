package render

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// subset is a TrueType font that holds the outlines of the used glyphs only; the
// glyphs keep their numbers. keep names the tables that stay as they are, beside
// those that outlines need (OpenType specification, "glyf" and "loca").
func subset(font []byte, used map[uint16]string, keep ...string) ([]byte, error) {
	tables, err := fontTables(font)
	if err != nil {
		return nil, err
	}
	head, loca, glyf := tables["head"], tables["loca"], tables["glyf"]
	if len(head) < 54 || loca == nil || glyf == nil {
		return nil, errFont
	}
	long := binary.BigEndian.Uint16(head[50:]) == 1
	count := len(loca)/2 - 1
	if long {
		count = len(loca)/4 - 1
	}
	outline := func(id int) []byte {
		var a, b int
		switch {
		case id >= count:
			return nil
		case long:
			a, b = int(binary.BigEndian.Uint32(loca[4*id:])), int(binary.BigEndian.Uint32(loca[4*id+4:]))
		default:
			a, b = 2*int(binary.BigEndian.Uint16(loca[2*id:])), 2*int(binary.BigEndian.Uint16(loca[2*id+2:]))
		}
		if a > b || b > len(glyf) {
			return nil
		}
		return glyf[a:b]
	}
	all := map[uint16]bool{0: true}
	var add func(id uint16)
	add = func(id uint16) {
		if all[id] && id != 0 {
			return
		}
		all[id] = true
		for _, part := range components(outline(int(id))) {
			add(part)
		}
	}
	for id := range used {
		add(id)
	}
	var newGlyf []byte
	newLoca := make([]byte, 0, 4*(count+1))
	for id := range count {
		newLoca = binary.BigEndian.AppendUint32(newLoca, uint32(len(newGlyf)))
		if all[uint16(id)] {
			newGlyf = append(newGlyf, outline(id)...)
			for len(newGlyf)%4 != 0 {
				newGlyf = append(newGlyf, 0)
			}
		}
	}
	newLoca = binary.BigEndian.AppendUint32(newLoca, uint32(len(newGlyf)))
	newHead := slices.Clone(head)
	binary.BigEndian.PutUint32(newHead[8:], 0) // the checksum, made below
	binary.BigEndian.PutUint16(newHead[50:], 1)
	out := map[string][]byte{"head": newHead, "loca": newLoca, "glyf": newGlyf}
	for _, name := range append([]string{"hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}, keep...) {
		if t := tables[name]; t != nil {
			out[name] = t
		}
	}
	return assemble(out), nil
}

var errFont = errors.New("the built-in font is damaged; build the program again")

func fontTables(font []byte) (map[string][]byte, error) {
	if len(font) < 12 {
		return nil, errFont
	}
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if 12+16*i+16 > len(font) {
			return nil, errFont
		}
		r := font[12+16*i:]
		off, n := int(binary.BigEndian.Uint32(r[8:])), int(binary.BigEndian.Uint32(r[12:]))
		if off+n > len(font) {
			return nil, errFont
		}
		out[string(r[:4])] = font[off : off+n]
	}
	return out, nil
}

// components are the glyphs that a composite glyph is put together of.
func components(g []byte) (out []uint16) {
	if len(g) < 10 || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return nil
	}
	for at := 10; at+4 <= len(g); {
		flags, id := binary.BigEndian.Uint16(g[at:]), binary.BigEndian.Uint16(g[at+2:])
		out = append(out, id)
		at += 6
		if flags&1 != 0 { // arguments are words
			at += 2
		}
		switch {
		case flags&0x8 != 0:
			at += 2
		case flags&0x40 != 0:
			at += 4
		case flags&0x80 != 0:
			at += 8
		}
		if flags&0x20 == 0 {
			break
		}
	}
	return out
}

// assemble puts tables together to a font file.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	n := len(names)
	power := 1
	log := 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	b := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, power * 16, log, n*16 - power*16} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at := 12 + 16*n
	headAt := 0
	var body []byte
	for _, name := range names {
		t := tables[name]
		if name == "head" {
			headAt = at + len(body)
		}
		b = append(b, name...)
		b = binary.BigEndian.AppendUint32(b, tableSum(t))
		b = binary.BigEndian.AppendUint32(b, uint32(at+len(body)))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t)))
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	b = append(b, body...)
	binary.BigEndian.PutUint32(b[headAt+8:], 0xB1B0AFBA-tableSum(b))
	return b
}

func tableSum(t []byte) (sum uint32) {
	for len(t) >= 4 {
		sum += binary.BigEndian.Uint32(t)
		t = t[4:]
	}
	var last [4]byte
	copy(last[:], t)
	return sum + binary.BigEndian.Uint32(last[:])
}

// fontFile is the file of one of the painter's faces.
func (p *Painter) fontFile(i int) ([]byte, error) {
	b, err := fs.ReadFile(p.fonts, fontFiles[i])
	if err != nil {
		return nil, fmt.Errorf("the font %s cannot be put into the picture: %w", fontFiles[i], err)
	}
	return b, nil
}

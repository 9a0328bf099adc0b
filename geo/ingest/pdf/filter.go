package pdf

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"encoding/ascii85"
	"io"

	tifflzw "golang.org/x/image/tiff/lzw"
)

// decode unpacks a stream (7.4). What a damaged stream holds before the damage
// is kept; a filter that is not for text gives nothing.
func (f *file) decode(s stream) ([]byte, error) {
	filters := f.list(firstOf(s.dict, "Filter", "F"))
	params := f.list(firstOf(s.dict, "DecodeParms", "DP"))
	data := s.raw
	if len(filters) > 8 {
		return nil, nil
	}
	for i, v := range filters {
		var param dict
		if i < len(params) {
			param = f.dict(params[i])
		}
		var r io.Reader
		switch f.name(v) {
		case "FlateDecode", "Fl":
			if len(data) < 2 {
				return nil, nil
			}
			// The two bytes of the zlib head and the checksum say nothing that
			// would help with a damaged file.
			r = flate.NewReader(bytes.NewReader(data[2:]))
		case "LZWDecode", "LZW":
			if f.integer(param["EarlyChange"]) == 0 {
				r = lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
			} else {
				r = tifflzw.NewReader(bytes.NewReader(data), tifflzw.MSB, 8)
			}
		case "ASCII85Decode", "A85":
			if j := bytes.Index(data, []byte("~>")); j >= 0 {
				data = data[:j]
			}
			r = ascii85.NewDecoder(bytes.NewReader(data))
		case "ASCIIHexDecode", "AHx":
			l := lexer{b: data}
			r = bytes.NewReader([]byte(l.hex()))
		case "RunLengthDecode", "RL":
			var err error
			if data, err = runLength(data, f.limits.Unpacked); err != nil {
				return nil, err
			}
			r = bytes.NewReader(data)
		case "Crypt":
			continue
		default:
			return nil, nil
		}
		out, _ := io.ReadAll(io.LimitReader(r, f.limits.Unpacked+1))
		if f.limits.Unpacked -= int64(len(out)); f.limits.Unpacked < 0 {
			return nil, ErrLimit
		}
		data = f.unpredict(out, param)
	}
	return data, nil
}

// list is a value as a list: itself if it is one, else a list of itself.
func (f *file) list(v any) array {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

func firstOf(d dict, keys ...name) any {
	for _, k := range keys {
		if v, ok := d[k]; ok {
			return v
		}
	}
	return nil
}

func runLength(b []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(b); {
		n := int(b[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(b))
			out = append(out, b[i:end]...)
			i = end
		case i < len(b):
			out = append(out, bytes.Repeat(b[i:i+1], 257-n)...)
			i++
		}
		if int64(len(out)) > limit {
			return nil, ErrLimit
		}
	}
	return out, nil
}

// unpredict undoes a predictor (7.4.4.4), as object streams have it.
func (f *file) unpredict(b []byte, param dict) []byte {
	predictor := f.integer(param["Predictor"])
	if predictor < 2 {
		return b
	}
	or := func(v, otherwise int) int {
		if v <= 0 || v > 1<<16 {
			return otherwise
		}
		return v
	}
	colours, bits, columns := or(f.integer(param["Colors"]), 1), or(f.integer(param["BitsPerComponent"]), 8), or(f.integer(param["Columns"]), 1)
	pixel := max(1, colours*bits/8)
	width := (colours*bits*columns + 7) / 8
	if predictor == 2 {
		if bits == 8 {
			for row := 0; row+width <= len(b); row += width {
				for i := pixel; i < width; i++ {
					b[row+i] += b[row+i-pixel]
				}
			}
		}
		return b
	}
	out := make([]byte, 0, len(b))
	above := make([]byte, min(width, len(b)))
	for len(b) > 1 {
		kind := b[0]
		row := b[1:min(len(b), width+1)]
		b = b[1+len(row):]
		for i := range row {
			var left, up, corner int
			up = int(above[i])
			if i >= pixel {
				left, corner = int(row[i-pixel]), int(above[i-pixel])
			}
			switch kind {
			case 1:
				row[i] += byte(left)
			case 2:
				row[i] += byte(up)
			case 3:
				row[i] += byte((left + up) / 2)
			case 4:
				row[i] += byte(paeth(left, up, corner))
			}
		}
		out = append(out, row...)
		copy(above, row)
	}
	return out
}

// paeth is the predictor of the PNG specification, section 9.4.
func paeth(a, b, c int) int {
	abs := func(x int) int {
		if x < 0 {
			return -x
		}
		return x
	}
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// WriteAPNG writes a series of pictures as one animated PNG (APNG 1.0) that is
// shown for ever in turn; programs that know no animation show the first. frame
// returns the file of a picture as [Painter.WritePNG] made it; all are of one size.
// Memory is taken for one picture at a time.
func WriteAPNG(w io.Writer, frames int, each time.Duration, frame func(i int) ([]byte, error)) error {
	if frames < 1 {
		return errors.New("there is no picture to animate")
	}
	ms := each.Milliseconds()
	if ms < 1 || ms > 65535 {
		return fmt.Errorf("a picture cannot be shown for %v; choose up to a minute", each)
	}
	out := chunks{w: w}
	out.write([]byte(signature))
	sequence := uint32(0)
	var head []byte
	for i := range frames {
		file, err := frame(i)
		if err != nil {
			return err
		}
		own, parts, err := splitPNG(file)
		if err != nil {
			return err
		}
		switch {
		case i == 0:
			head = own
			out.chunk("IHDR", head)
			out.chunk("sRGB", []byte{0})
			out.chunk("acTL", binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(frames)), 0))
		case !bytes.Equal(own, head):
			return errors.New("the pictures of a series have different sizes")
		}
		b := binary.BigEndian.AppendUint32(nil, sequence)
		sequence++
		b = append(b, head[:8]...)                         // width and height
		b = append(b, 0, 0, 0, 0, 0, 0, 0, 0)              // at the corner
		b = binary.BigEndian.AppendUint16(b, uint16(ms))   // for so many
		b = binary.BigEndian.AppendUint16(b, uint16(1000)) // thousandths of a second
		out.chunk("fcTL", append(b, 0, 0))                 // over what is there, replacing it
		for _, p := range parts {
			if i == 0 {
				out.chunk("IDAT", p)
				continue
			}
			out.chunk("fdAT", append(binary.BigEndian.AppendUint32(nil, sequence), p...))
			sequence++
		}
		if out.err != nil {
			return out.err
		}
	}
	out.chunk("IEND", nil)
	return out.err
}

// splitPNG is the header and the data of a picture.
func splitPNG(file []byte) (head []byte, data [][]byte, err error) {
	if !bytes.HasPrefix(file, []byte(signature)) {
		return nil, nil, ErrNoPNG
	}
	for at := len(signature); at+12 <= len(file); {
		n := int(binary.BigEndian.Uint32(file[at:]))
		if n > len(file)-at-12 || crc32.ChecksumIEEE(file[at+4:at+8+n]) != binary.BigEndian.Uint32(file[at+8+n:]) {
			return nil, nil, ErrPNG
		}
		switch body := file[at+8 : at+8+n]; string(file[at+4 : at+8]) {
		case "IHDR":
			head = body
		case "IDAT":
			data = append(data, body)
		}
		at += 12 + n
	}
	if len(head) != 13 || len(data) == 0 {
		return nil, nil, ErrPNG
	}
	return head, data, nil
}

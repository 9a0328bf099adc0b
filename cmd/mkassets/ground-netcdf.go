package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

// netCDF reads the classic family of netCDF files (versions 1, 2 and 5: big
// endian, a header that names where each variable's bytes begin), as the
// netCDF classic format specification describes it. Records (an unlimited
// dimension) are not needed here and refused.
type netCDF struct {
	data []byte
	vars map[string]netVar
}

type netVar struct {
	kind  uint32 // nc_type
	count int
	begin int
	attrs map[string]float64 // numeric attributes, first value
}

// openNetCDF opens a netCDF-4 file by way of nccopy, which writes it in the
// classic form that a page of code can read.
func openNetCDF(work, name string) (*netCDF, error) {
	plain := filepath.Join(work, filepath.Base(name)+".cdf5")
	if _, err := os.Stat(plain); err != nil {
		if _, err := command("", "nccopy", "-k", "cdf5", name, plain+".new"); err != nil {
			return nil, fmt.Errorf("%w\n(nccopy is in the Debian package netcdf-bin: apt-get install netcdf-bin)", err)
		}
		if err := os.Rename(plain+".new", plain); err != nil {
			return nil, err
		}
	}
	data, err := os.ReadFile(plain)
	if err != nil {
		return nil, err
	}
	n := &netCDF{data: data, vars: map[string]netVar{}}
	if err := n.header(); err != nil {
		return nil, fmt.Errorf("%s: %w", plain, err)
	}
	return n, nil
}

// sizes of nc_byte … nc_uint64; nc_type counts from 1.
var netSizes = [...]int{0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8}

func (n *netCDF) header() (err error) {
	defer func() {
		if recover() != nil { // an index beyond the end: the file is cut short
			err = errors.New("the netCDF header is damaged")
		}
	}()
	if string(n.data[:4]) != "CDF\x05" {
		return errors.New("not a netCDF file of version 5")
	}
	at := 4
	u32 := func() uint32 { at += 4; return binary.BigEndian.Uint32(n.data[at-4:]) }
	u64 := func() int { at += 8; return int(binary.BigEndian.Uint64(n.data[at-8:])) }
	text := func() string {
		l := u64()
		s := string(n.data[at : at+l])
		at += (l + 3) &^ 3
		return s
	}
	attributes := func() map[string]float64 {
		u32()
		out := map[string]float64{}
		for range u64() {
			name, kind := text(), u32()
			count := u64()
			if count > 0 && kind != 2 {
				out[name] = number(n.data[at:], kind)
			}
			at += (count*netSizes[kind] + 3) &^ 3
		}
		return out
	}
	u64() // records
	u32()
	dims := make([]int, u64())
	for i := range dims {
		text()
		dims[i] = u64()
	}
	attributes()
	u32()
	for range u64() {
		name := text()
		v := netVar{count: 1}
		for range u64() {
			v.count *= dims[u64()]
		}
		v.attrs = attributes()
		v.kind = u32()
		u64() // size
		v.begin = u64()
		if v.begin+v.count*netSizes[v.kind] > len(n.data) {
			return errors.New("the netCDF file is cut short")
		}
		n.vars[name] = v
	}
	return nil
}

// numbers is a whole variable. Short and byte variables that hold unsigned
// values come out signed, as they are stored.
func (n *netCDF) numbers(name string) []float64 {
	v := n.vars[name]
	out := make([]float64, v.count)
	for i := range out {
		out[i] = number(n.data[v.begin+i*netSizes[v.kind]:], v.kind)
	}
	return out
}

func number(b []byte, kind uint32) float64 {
	switch kind {
	case 1:
		return float64(int8(b[0]))
	case 3:
		return float64(int16(binary.BigEndian.Uint16(b)))
	case 4:
		return float64(int32(binary.BigEndian.Uint32(b)))
	case 5:
		return float64(math.Float32frombits(binary.BigEndian.Uint32(b)))
	case 6:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case 7:
		return float64(b[0])
	case 8:
		return float64(binary.BigEndian.Uint16(b))
	case 9:
		return float64(binary.BigEndian.Uint32(b))
	}
	panic("no such netCDF type")
}

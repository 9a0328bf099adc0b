package main

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
)

// Only what is mapped from the program's file or a library, cannot be written and was
// not, is let go.
func TestCleanStretches(t *testing.T) {
	const smaps = `00400000-00403000 r--p 00000000 fe:00 10                           /usr/bin/map
Rss:                  12 kB
Anonymous:             0 kB
00403000-011e3000 r-xp 00003000 fe:00 10                           /usr/bin/map
Anonymous:             0 kB
011e3000-027bb000 r--p 00de3000 fe:00 10                           /usr/bin/map
Anonymous:             4 kB
027be000-02f92000 rw-p 023be000 fe:00 10                           /usr/bin/map
Anonymous:             0 kB
02f92000-05015000 rw-p 00000000 00:00 0
Anonymous:             0 kB
7f0000000000-7f0000001000 r-xp 00000000 fe:00 11                   /usr/lib/libc.so.6
Anonymous:             0 kB
7f0000001000-7f0000002000 r--p 00000000 fe:00 11                   /usr/lib/libc.so.6
Anonymous:             4 kB
7f0000004000-7f0000005000 r--s 00000000 fe:00 11                   /home/reader/.cache/index
Anonymous:             0 kB
7f0000002000-7f0000003000 r-xp 00000000 fe:00 10                   /usr/bin/map (deleted)
Anonymous:             0 kB
`
	want := [][2]uintptr{{0x400000, 0x403000}, {0x403000, 0x11e3000}, {0x7f0000000000, 0x7f0000001000}}
	if got := cleanStretches(strings.NewReader(smaps), "/usr/bin/map"); !reflect.DeepEqual(got, want) {
		t.Errorf("%x, want %x", got, want)
	}
}

// The program goes on as before when its pages have been dropped.
func TestDropPages(t *testing.T) {
	smaps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	if len(cleanStretches(bytes.NewReader(smaps), exe)) == 0 {
		t.Error("the program's own file is not found in its memory")
	}
	dropPages()
	if got := cleanStretches(bytes.NewReader(smaps), exe); len(got) == 0 {
		t.Error("it is gone")
	}
}

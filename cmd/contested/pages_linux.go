package main

import (
	"bufio"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"syscall"
)

// dropPages takes the program's own file and its libraries out of the process's
// memory: by the time a window is open the kernel has mapped nearly all of them,
// sixteen pages around each that was touched, and most was touched for the start
// alone: the largest of the libraries is the compiler of the software renderer's
// shaders. What is needed again comes back from the kernel's cache of the files.
// Only stretches that nothing has been written to are let go.
func dropPages() {
	exe, err := os.Executable()
	if err != nil {
		return
	}
	smaps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer smaps.Close()
	for _, s := range cleanStretches(smaps, exe) {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, s[0], s[1]-s[0], syscall.MADV_DONTNEED)
	}
}

// cleanStretches are the read-only mappings of a file, and of shared libraries,
// without a page of their own, by the kernel's description of a process's memory
// (proc(5), smaps).
func cleanStretches(smaps io.Reader, file string) (out [][2]uintptr) {
	var at [2]uintptr
	own := false
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		f := strings.Fields(lines.Text())
		if len(f) >= 5 && !strings.HasSuffix(f[0], ":") {
			from, to, _ := strings.Cut(f[0], "-")
			a, err1 := strconv.ParseUint(from, 16, 64)
			b, err2 := strconv.ParseUint(to, 16, 64)
			own = err1 == nil && err2 == nil && a < b && len(f) == 6 && (f[5] == file || strings.Contains(path.Base(f[5]), ".so")) && (f[1] == "r-xp" || f[1] == "r--p")
			at = [2]uintptr{uintptr(a), uintptr(b)}
			continue
		}
		// The count of pages of its own comes after that of pages at all.
		if own && len(f) > 1 && f[0] == "Anonymous:" && f[1] == "0" {
			out = append(out, at)
		}
	}
	return out
}

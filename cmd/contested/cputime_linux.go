package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

// threadCPU is the processor time that the calling thread has used.
func threadCPU() time.Duration {
	const thisThread = 1 // RUSAGE_THREAD
	var r syscall.Rusage
	if syscall.Getrusage(thisThread, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// heldMemory is what the process has in memory, in bytes.
func heldMemory() uint64 {
	b, _ := os.ReadFile("/proc/self/statm") // proc(5): sizes in pages, the second is what is resident
	var size, resident uint64
	_, _ = fmt.Sscan(string(b), &size, &resident)
	return resident * uint64(os.Getpagesize())
}

// processCPU is the processor time that all threads of the process have taken.
func processCPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

//go:build !linux

package main

import "time"

// threadCPU is not known here; the benchmark's frame after frame figures are.
func threadCPU() time.Duration { return 0 }

// processCPU is the processor time of the process, which only Linux tells us here.
var processCPU func() time.Duration

// heldMemory is what the process has in memory, which only Linux tells us here.
var heldMemory func() uint64

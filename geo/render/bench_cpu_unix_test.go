//go:build unix

package render

import (
	"syscall"
	"time"
)

// cpuTime is the processor time of this process so far: unlike the clock it says
// the same on a busy machine.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

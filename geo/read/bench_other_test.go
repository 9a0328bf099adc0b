//go:build !unix

package read

import "time"

var started = time.Now()

// cpuTime is the time since the program started, where the processor's is not to
// be had.
func cpuTime() time.Duration { return time.Since(started) }

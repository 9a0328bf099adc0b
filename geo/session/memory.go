package session

import (
	"math"
	"os"
	"runtime/debug"
)

// A large document leaves Go's collector little to free, so that waiting until
// the heap has doubled, as it does, would waste hundreds of megabytes. With a
// limit it collects sooner. Beyond boundedClaims what is needed comes near to the
// limit, and collecting would take more time than memory is worth.
const (
	memoryLimit   = 820 << 20
	boundedClaims = 650_000
)

// boundMemory sets the limit that fits a document with so many claims, unless the
// user has set one (GOMEMLIMIT).
func boundMemory(claims int) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := int64(memoryLimit)
	if claims > boundedClaims {
		limit = math.MaxInt64
	}
	debug.SetMemoryLimit(limit)
}

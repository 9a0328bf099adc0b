package gui

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

// TestEnded holds that what the user has stopped is not told as a failure in the
// words of the library.
func TestEnded(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("reading: %w", context.Canceled), "was stopped by you"},
		{errors.New("the disk is full"), "stopped early: the disk is full"},
	} {
		if got := ended(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

package project

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// children are what this test program does when it is started by a test, to be
// killed, starved or shut out.
var children = map[string]func(args []string) error{}

func TestMain(m *testing.M) {
	if name := os.Getenv("CONTESTED_TEST_CHILD"); name != "" {
		if err := children[name](os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child is the command that runs one of the children.
func child(t testing.TB, name string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	ok(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "CONTESTED_TEST_CHILD="+name)
	return cmd
}

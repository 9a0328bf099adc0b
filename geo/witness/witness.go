// Package witness lets tests ask programs that were not written here, such as GDAL
// and libxml2, what they make of our files. Only tests import it.
package witness

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Run runs a program and returns what it printed. The test fails if the program does,
// or if it warns; it is skipped where the program is not installed (see [Missing]).
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		Missing(t, name+" is not installed (Debian: gdal-bin, python3-gdal, libxml2-utils, python3)")
	}
	var out, msg bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &msg
	err := cmd.Run()
	complained := strings.Contains(msg.String(), "ERROR") || strings.Contains(msg.String(), "Warning")
	if name == "python3" {
		complained = false // newer bindings warn of themselves
	}
	if err != nil || complained {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), msg.String())
	}
	return out.String()
}

// Missing skips a test for which something is not installed. With
// CONTESTED_GDAL_TESTS=1, as `make test` sets it, missing is failing.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CONTESTED_GDAL_TESTS") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

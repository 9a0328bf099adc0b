package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"contestedctl": main})
}

// The scripts of testdata/script run the real program. Their texts are invented.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("TMPDIR", filepath.Join(e.WorkDir, "tmp"))
			return os.Mkdir(filepath.Join(e.WorkDir, "tmp"), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "large": large, "binary": binary, "isempty": isEmpty, "pmtiles": pmtiles, "tileserver": tileserver, "mapserver": mapserver,
		},
		RequireExplicitExec: true,
	})
}

// exits STATUS PROGRAM ARG… runs a program and holds it to an exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if (got == want) == neg {
		ts.Fatalf("%s exits with status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// large FILE MEGABYTES makes a text of a size.
func large(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	block := []byte(strings.Repeat("All is quiet. ", 1<<20/14+1))[:1<<20]
	for range n {
		_, err := f.Write(block)
		ts.Check(err)
	}
}

// binary FILE HEX… writes bytes.
func binary(ts *testscript.TestScript, _ bool, args []string) {
	var b []byte
	for _, h := range args[1:] {
		v, err := strconv.ParseUint(h, 16, 8)
		ts.Check(err)
		b = append(b, byte(v))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}

// isempty DIR holds that a folder has nothing in it.
func isEmpty(ts *testscript.TestScript, neg bool, args []string) {
	list, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	if (len(list) == 0) == neg {
		ts.Fatalf("%s holds %v", args[0], list)
	}
}

// The command is for servers: it links neither the window's toolkit nor C.
func TestLinksNoWindow(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("there is no go command here")
	}
	c := exec.Command("go", "list", "-deps", "-f", "{{.ImportPath}}{{if .CgoFiles}} cgo{{end}}", ".")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "contested/geo/session") {
		t.Fatal("the list lacks our own packages")
	}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "fyne.io/") || strings.HasPrefix(line, "contested/gui") || strings.HasSuffix(line, " cgo") {
			t.Errorf("it links %s", line)
		}
	}
}

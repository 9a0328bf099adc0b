package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// goModule is the folder of a Go module in the module cache, downloaded when it
// is not there.
func goModule(version string) (string, error) {
	// Outside the project, whose go.sum it would otherwise change.
	out, err := command(os.TempDir(), "go", "mod", "download", "-json", version)
	if err != nil {
		return "", err
	}
	const key = `"Dir": "`
	i := strings.Index(out, key)
	if i < 0 {
		return "", fmt.Errorf("go mod download %s names no folder", version)
	}
	dir, _, _ := strings.Cut(out[i+len(key):], `"`)
	return dir, nil
}

// debian is the folder into which a Debian package is unpacked, fetched when it
// is not there. The package is not installed.
func debian(work, name, version string) (string, error) {
	dir := filepath.Join(work, "debian", name+"_"+version)
	done := filepath.Join(dir, ".complete")
	if _, err := os.Stat(done); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if _, err := command(dir, "apt-get", "download", name+"="+version); err != nil {
		return "", fmt.Errorf("%w\n(needs Debian or Ubuntu, and `apt-get update` once before)", err)
	}
	debs, err := filepath.Glob(filepath.Join(dir, "*.deb"))
	if err != nil || len(debs) != 1 {
		return "", fmt.Errorf("apt-get download %s left %d files in %s", name, len(debs), dir)
	}
	if _, err := command(dir, "dpkg-deb", "-x", debs[0], "."); err != nil {
		return "", err
	}
	return dir, os.WriteFile(done, nil, 0o644)
}

// npm is the folder into which an npm package is unpacked, fetched when it is
// not there. Nothing of it is run.
func npm(work, name, version string) (string, error) {
	dir := filepath.Join(work, "npm", strings.NewReplacer("@", "", "/", "-").Replace(name)+"-"+version)
	done := filepath.Join(dir, ".complete")
	if _, err := os.Stat(done); err == nil {
		return filepath.Join(dir, "package"), nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	out, err := command(dir, "npm", "pack", "--silent", "--ignore-scripts", name+"@"+version)
	if err != nil {
		return "", err
	}
	if _, err := command(dir, "tar", "-xzf", strings.TrimSpace(out)); err != nil {
		return "", err
	}
	return filepath.Join(dir, "package"), os.WriteFile(done, nil, 0o644)
}

// command runs a program in dir and returns what it printed.
func command(dir, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	var out, problems strings.Builder
	c.Stdout, c.Stderr = &out, &problems
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, strings.TrimSpace(problems.String()))
	}
	return out.String(), nil
}

// writeFile replaces a file whole.
func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name+".new", data, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

package session

import (
	"os"
	"path/filepath"
	"runtime"
)

// DataDir is the user's data folder of Contested, in which the map without a
// name and added places are kept: by the XDG Base Directory Specification, and
// its like on macOS and Windows; where the system knows no home, a folder among
// the temporary files. getenv is os.Getenv but in tests.
func DataDir(getenv func(string) string) string {
	if d := getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "contested")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Join(os.TempDir(), "contested")
	}
	switch runtime.GOOS {
	case "windows":
		if d := getenv("LocalAppData"); d != "" {
			return filepath.Join(d, "Contested")
		}
		return filepath.Join(home, "AppData", "Local", "Contested")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Contested")
	}
	return filepath.Join(home, ".local", "share", "contested")
}

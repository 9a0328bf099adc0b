package main

import (
	"os"
	"path/filepath"
)

// buildFonts copies the fonts of the toolkit: the same letters in the window
// and in pictures, and none of the system's.
func buildFonts(_, out string) error {
	dir, err := goModule("fyne.io/fyne/v2@v2.8.1")
	if err != nil {
		return err
	}
	for from, to := range map[string]string{
		"NotoSans-Regular.ttf": "NotoSans-Regular.ttf",
		"NotoSans-Bold.ttf":    "NotoSans-Bold.ttf",
		"NotoSans-Italic.ttf":  "NotoSans-Italic.ttf",
		"LICENSE.txt":          "OFL.txt",
	} {
		data, err := os.ReadFile(filepath.Join(dir, "theme", "font", from))
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(out, "fonts", to), data); err != nil {
			return err
		}
	}
	return nil
}

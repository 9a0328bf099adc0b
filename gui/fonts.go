package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// readFonts begins to read the fonts that the window is set in, and those of the
// system beside them, for which Fyne looks through all that are installed. It takes
// as long as the making of a window, which is done meanwhile. The returned function
// waits for it: nothing may be measured before.
func readFonts(start func(func())) (wait func()) {
	done := make(chan struct{})
	size := theme.TextSize()
	start(func() {
		defer close(done)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("Mg", size, fyne.TextStyle{Bold: bold})
		}
	})
	return func() { <-done }
}

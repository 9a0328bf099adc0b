package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"contested/geo"
	"contested/geo/session"
	"contested/geo/tiles"
	"contested/gui"
)

// pictureFile is what the map is written to where no window can be opened.
const pictureFile = "contested.png"

// noDisplay says why no window can be opened, as far as that is known without
// trying.
func noDisplay() string {
	switch runtime.GOOS {
	case "windows", "darwin":
		return ""
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return "there is no display"
	}
	return ""
}

// tryWindow shows the window and runs it until it is closed; opened is called when it
// should be there. Where the display
// or OpenGL is not to be had it returns why, with nothing run: Fyne panics for
// the one and goes on without a window for the other.
func tryWindow(w *gui.Window, opened func()) (ran bool, why string) {
	running := false
	defer func() {
		if running {
			return // a crash of the running program is a crash
		}
		if p := recover(); p != nil {
			ran, why = false, fmt.Sprintf("the display cannot be used (%v)", p)
		}
	}()
	ran = w.Run(func(win fyne.Window) bool {
		opened()
		running = exists(win)
		return running
	})
	return ran, "the display offers no OpenGL"
}

// exists reports whether a window that was shown is really there: without
// OpenGL Fyne says so on standard error and goes on with no window.
func exists(win fyne.Window) (ok bool) {
	native, is := win.(driver.NativeWindow)
	if !is {
		return true
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			ok = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			ok = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			ok = c.HWND != 0
		case driver.MacWindowContext:
			ok = c.NSWindow != 0
		case driver.UnknownContext:
			ok = false
		default:
			ok = true
		}
	})
	return ok
}

// writePicture writes the map that the window would have shown.
func writePicture(e *session.Engine, o options, ground tiles.Source, why string) error {
	s, err := session.Open(session.Config{Engine: e, DataDir: o.dataDir, Document: o.document, Example: len(o.articles) == 0})
	if err != nil {
		return err
	}
	defer s.Close()
	if len(o.articles) > 0 {
		r := s.ImportNow(context.Background(), o.articles)
		for _, it := range r.Items {
			if it.Err != nil || it.Skipped != "" {
				fmt.Fprintln(os.Stderr, it.String())
			}
		}
		if r.Err != nil {
			return r.Err
		}
	}
	p := session.Picture{Width: 1920, Height: 1080, Density: 1.25, Tiles: ground,
		Appearance: session.Appearance{Legend: true, Language: geo.English, Labels: geo.English, Title: "Who claims what, where"}}
	path, err := filepath.Abs(pictureFile)
	if err != nil {
		return err
	}
	if _, err := s.SavePicture(context.Background(), path, p, session.Beside{}); err != nil {
		return err
	}
	st := s.State()
	fmt.Printf("No window can be opened: %s. The map of %d articles with %d claims is in %s.\n", why, len(st.Articles), len(st.Claims), path)
	return nil
}

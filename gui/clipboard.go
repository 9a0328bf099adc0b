package gui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"

	"contested/geo/session"
)

// Fyne's clipboard holds text alone. A picture is handed to the program that the
// system has for it: wl-copy under Wayland, xclip under X11, and what macOS and
// Windows bring along.

// errNoImageClipboard says that there is no such program.
var errNoImageClipboard = errors.New("this system has no program that puts pictures on the clipboard")

// imageCopier is the command that puts a PNG file on the clipboard; one that reads
// its input gets the file there.
func imageCopier(ctx context.Context, file string) (cmd *exec.Cmd, reads bool, err error) {
	find := func(name string, args ...string) *exec.Cmd {
		if path, err := exec.LookPath(name); err == nil {
			return exec.CommandContext(ctx, path, args...)
		}
		return nil
	}
	switch runtime.GOOS {
	case "darwin":
		cmd = find("osascript", "-e", "on run argv", "-e", "set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)", "-e", "end run", file)
	case "windows":
		cmd = find("powershell", "-NoProfile", "-STA", "-Command",
			"Add-Type -AssemblyName System.Windows.Forms, System.Drawing; $i = [Drawing.Image]::FromFile($env:CONTESTED_PICTURE); [Windows.Forms.Clipboard]::SetImage($i)")
		if cmd != nil {
			cmd.Env = append(os.Environ(), "CONTESTED_PICTURE="+file)
		}
	default:
		if os.Getenv("WAYLAND_DISPLAY") != "" {
			cmd, reads = find("wl-copy", "--type", "image/png"), true
		}
		if cmd == nil && os.Getenv("DISPLAY") != "" {
			cmd, reads = find("xclip", "-selection", "clipboard", "-t", "image/png", "-i", file), false
		}
	}
	if cmd == nil {
		return nil, false, errNoImageClipboard
	}
	return cmd, reads, nil
}

// copyImage puts a PNG file on the clipboard.
func copyImage(ctx context.Context, file string) error {
	cmd, reads, err := imageCopier(ctx, file)
	if err != nil {
		return err
	}
	if reads {
		in, err := os.Open(file)
		if err != nil {
			return err
		}
		defer in.Close()
		cmd.Stdin = in
	}
	if err := cmd.Run(); err != nil { // it goes on alone, to serve those who paste
		return fmt.Errorf("%s could not put the picture on the clipboard: %w", cmd.Path, err)
	}
	return nil
}

// copyPicture puts a picture on the clipboard or, where the system knows no way, its
// description; and says which.
func (w *Window) copyPicture(p session.Picture) {
	st := w.state
	alt := p.Alt
	if alt == "" {
		alt = st.AltText(p)
	}
	w.status.say("Painting the picture…", false, "cancel", w.cancelWork)
	w.work = w.background(func(ctx context.Context) func() {
		err := func() error {
			f, err := os.CreateTemp("", "contested-*.png")
			if err != nil {
				return err
			}
			defer os.Remove(f.Name())
			err = w.config.Engine.WritePicture(ctx, io.Writer(f), st, p)
			if err = errors.Join(err, f.Close()); err != nil {
				return err
			}
			return copyImage(ctx, f.Name())
		}()
		return func() {
			switch {
			case errors.Is(err, context.Canceled):
				w.say("The picture was not copied.")
			case errors.Is(err, errNoImageClipboard):
				w.toClipboard(alt)
				how := ""
				if runtime.GOOS != "darwin" && runtime.GOOS != "windows" {
					how = " Install wl-clipboard or xclip for that, or export it."
				}
				w.say("Pictures cannot be put on the clipboard here; it holds the picture's description instead.%s", how)
			case err != nil:
				w.fail(err)
			default:
				w.say("The picture, %d × %d, is on the clipboard, with the claims it shows.", p.Width, p.Height)
				w.trace.Event("copied", map[string]any{"picture": []int{p.Width, p.Height}})
			}
		}
	})
}

// copyMap copies what is seen, as the export dialog was last set.
func (w *Window) copyMap() {
	if w.state == nil {
		return
	}
	if p, err := newPictureForm(w).picture(); err != nil {
		w.fail(err)
	} else {
		w.copyPicture(p)
	}
}

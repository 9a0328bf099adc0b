package gui

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// emoji is Fyne's font of coloured pictures. Fyne reads all of its 4 MB anew for
// every style of letters when the first word in it is measured, which costs more
// than everything else in a window's start, and most windows never show one. So it
// is set aside, with Fyne's small font of symbols in its place, until a text holds
// a character of it.
var emoji struct {
	once    sync.Once
	font    *fyne.StaticResource // nil: the program was built without
	whole   []byte
	back    bool
	running bool // Fyne's loop is: only then does it forget the fonts that it has read
}

// setEmojiAside is called before anything is measured, on Fyne's goroutine.
func setEmojiAside(a fyne.App) {
	emoji.once.Do(func() {
		font, ok := theme.DefaultEmojiFont().(*fyne.StaticResource)
		if !ok {
			return
		}
		emoji.font, emoji.whole = font, font.StaticContent
		font.StaticContent = theme.DefaultSymbolFont().Content()
	})
	a.Lifecycle().SetOnStarted(func() {
		emoji.running = true
		if emoji.back {
			forgetFonts()
		}
	})
}

// wantEmoji brings the emoji back if one of the texts needs them. It is called, on
// Fyne's goroutine, before they are shown.
func wantEmoji(texts ...string) {
	if emoji.back || emoji.font == nil {
		return
	}
	for _, text := range texts {
		if strings.IndexFunc(text, isEmoji) >= 0 {
			emoji.back = true
			emoji.font.StaticContent = emoji.whole
			if emoji.running {
				fyne.Do(forgetFonts) // not now: a widget may be in the middle of its layout
			}
			return
		}
	}
}

// forgetFonts has Fyne read its fonts anew.
func forgetFonts() {
	s := fyne.CurrentApp().Settings()
	s.SetTheme(s.Theme())
}

// isEmoji reports whether a character is one that the emoji font has and Fyne's
// other fonts may lack: pictographs, flags, keycaps and the sign for "in colour".
func isEmoji(r rune) bool {
	return r >= 0x1f000 && r < 0x20000 || r == 0xfe0f || r == 0x20e3 ||
		r >= 0x2300 && r < 0x2400 || r >= 0x2600 && r < 0x27c0 || r >= 0x2b00 && r < 0x2c00
}

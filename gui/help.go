package gui

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"contested/geo/basemap"
)

const keysText = `On the map
• Wheel: zoom at the pointer; with Ctrl in finer steps
• Drag: move; let go in motion and it glides on
• Double click: zoom in; with Shift, or with the right button: zoom out
• Shift and drag: zoom to a box
• Click a symbol: the claims made about the place; click a cluster: take it apart
• Click a row of the legend: show or hide the claims of one side; elsewhere on it, or Ctrl+L: unfold or fold it
• Right click, the menu key or Shift+F10: copy coordinates or a quote, centre, show all claims
• Arrows: move, with Shift by half a view
• + and -, Page Up and Page Down: zoom
• Home or 0: show all claims · Ctrl+9: what is selected
• Tab and Shift+Tab: next and previous symbol; Enter: open it, or take a cluster apart; Esc: clear
• Alt+Left and Alt+Right: previous and next view

Everywhere
• Ctrl+O: open a map · Ctrl+Shift+S: save it under a name
• Ctrl+I, or drop files on the window: import articles · Ctrl+V: paste an article or addresses
• Ctrl+E: export a picture
• Ctrl+F: filter by word, speaker or place · Ctrl+D: by dates · Ctrl+G: go to a place by its name
• Ctrl+Z, Ctrl+Y: undo, redo
• Ctrl+C: copy the selected words, or the selected claim's quote with its citation
• Ctrl+1, Ctrl+2: show or hide the panels
• F11: full screen · F1: this page · Ctrl+Q: quit

While claims are checked (Ctrl+K, or “To check” in the panel and below)
• A: it is right · R: it is no claim · N or J: next · P or K: previous
• L: place · S: who speaks, and for whom · T: what it says · D: denied or not · U: how far it is verified
• E: its words – mark them in the article with the mouse, or with ← → and Shift, then Enter
• Y: a reason that the next correction carries · I: correct the identical cases too · W: why it is here
• F: while a filter is on, only the claims that it shows
• Esc: done for now. Whatever was decided leads on to the next; Ctrl+Z leads back.
The keys lie where they do on an English keyboard, also when it types Ukrainian or Russian.

In an article
• Select words, then Ctrl+N: add a claim by hand · E: make them the words of the claim that is marked

On a claim
• Enter: open its article · Space: why the program read it so`

const symbolsText = `Colour and letter say who makes a claim
• R Russia: officials, occupation authorities, pro-war bloggers
• U Ukraine: officials, military administrations
• A analysts and mapping groups
• P press and witnesses on the ground
• I international organisations and third states
• ? no source named

Under View, colours can stand for something else: who published it, what it is about, what the article says of proof, or when it was published. The legend then says so.

The pattern says how sure it is
• filled: independently confirmed
• hatched: claimed, not verified – most claims are
• cross-hatched: sources conflict
• empty and struck through: denied

The outline says where
• solid: a named settlement
• dashed: near it, in its direction, or an area
• glow, ring of haze, lens: from near, where a claim lies that says near, towards or between – without an edge, for the text names none

The size says how many independent origins the claims have: one, two or three, four and more. A report that was only passed on is no further origin.

A place with claims of several sides is a ring, divided between them. Half lightness: superseded or old.

The program never decides who is right. Every symbol leads to the sentences it comes from.`

func (w *Window) showKeys()    { w.showText("Keys and mouse", keysText) }
func (w *Window) showSymbols() { w.showText("What the symbols mean", symbolsText) }

// showAbout names the program and where every byte it ships comes from.
func (w *Window) showAbout() {
	var b strings.Builder
	b.WriteString("Contested " + w.config.Version + "\nA map of who claims what, where. Nothing is on the map without the sentence it comes from.\n\n")
	b.WriteString("The program is free software under the MIT licence. Reader version " + w.config.Engine.ReaderVersion() + ".\n")
	used, left := w.config.Engine.AddedLists()
	if len(used) > 0 {
		b.WriteString("Your word lists are read: " + strings.Join(used, ", ") + ".\n")
	}
	for _, l := range left {
		fmt.Fprintf(&b, "%s.\n", l)
	}
	b.WriteString("\n")
	b.WriteString("Map data: " + basemap.Attribution + "\n")
	b.WriteString(licences(w.config.Engine.Assets()))
	w.showText("About Contested", b.String())
}

// licences are the texts in the assets' folder of licences.
func licences(assets fs.FS) string {
	files, err := fs.Glob(assets, "licences/*")
	if err != nil {
		return ""
	}
	sort.Strings(files)
	var b strings.Builder
	for _, f := range files {
		text, err := fs.ReadFile(assets, f)
		if err != nil {
			continue
		}
		b.WriteString("\n— " + strings.TrimPrefix(f, "licences/") + " —\n\n" + strings.TrimSpace(string(text)) + "\n")
	}
	return b.String()
}

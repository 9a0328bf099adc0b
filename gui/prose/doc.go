// Package prose is a text widget for reading: wrapped text of any length in
// which stretches can be marked with a fill, a line under them, weight and
// colour, and from which one can select and copy.
//
// Fyne's own widgets can do one or the other: a RichText has neither fills nor
// selection, a selectable Label no marks. Only the lines that are in sight have
// canvas objects, so that a whole book costs no more than a page.
package prose

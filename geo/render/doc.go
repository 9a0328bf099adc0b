// Package render is the only painter: it turns a [Scene] seen through a
// view.Viewport into a [Frame], which is a picture and what is where in it.
//
// A picture is a function of its Scene and its Viewport. Nothing else may
// change a pixel: no clock, no setting, no system font, no number of workers,
// no margin, no order of places. The same code paints the screen, the tests and
// the exported file, so that what is exported is what was seen.
//
// The way of a frame:
//
//	cull    what can be seen at this zoom, the world repeated where it wraps
//	layout  clusters, symbols and labels, in dp, the same for every density
//	sort    by layer, then priority, then id: a total order
//	paint   a display list, in bands of rows, by package raster
package render

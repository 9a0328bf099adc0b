// Package assets holds the bytes that the program ships: the ground of the
// map, the gazetteer, the reader's lexicons, fonts, the built-in example, the
// icon, and the licence of each of them.
//
// Ground, gazetteer, fonts and icon are written by cmd/mkassets; the folder
// licences says where every byte comes from.
package assets

import "embed"

// FS is everything in this folder, by its path from here: "ground/…",
// "gazetteer/…", "lexicon/…", "fonts/…", "example/…", "icon/…", "licences/…".
//
//go:embed ground gazetteer lexicon fonts example icon licences
var FS embed.FS

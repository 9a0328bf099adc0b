// Package raster paints polygons, lines, text and small pictures into an
// image.RGBA, antialiased by exact area and reproducibly to the last bit.
//
// What is to be painted is collected in a [List] first and painted by
// [List.Paint], in bands of rows that several workers take in turn. All
// geometry is kept in 24.8 fixed point and every crossing of an edge with a
// row or a column of pixels is a pure function of that edge, rounded down in
// integer arithmetic. Where a picture is cut (into bands, into strips of a
// file, at its margin) can therefore not change a pixel, and neither can the
// number of workers.
//
// The coverage of a pixel is the signed area that the edges enclose in it, as
// in FreeType's and font-rs's rasterisers: each edge adds to a buffer of
// differences, and a running sum over the row gives the coverage. Cells that no
// edge touches are skipped with a bitset, so that the inside of a large area is
// filled in runs.
//
// Coordinates are device pixels with (0, 0) the outer corner of the top left
// pixel of the viewport; a picture with a margin begins at negative ones.
package raster

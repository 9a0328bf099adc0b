// Package gpkg keeps features and attributes in an OGC GeoPackage 1.3
// (OGC 12-128r17): one SQLite file that QGIS, GDAL and plain SQL open. It knows
// nothing of what is stored.
//
// A [Schema] says which layers a file has. [Create] writes a new file in one
// step, [Open] opens one and makes sure that nothing in it runs but what this
// package put there, [DB.CopyTo] makes a verified copy, [Check] looks for every
// clause of the standard that a file made here promises to keep.
//
// # What is promised
//
// Application id "GPKG" and user version 10300; the core tables with the three
// obligatory reference systems; every layer in gpkg_contents with its extent;
// points and multipolygons in WGS 84, longitude before latitude; an R-tree per
// feature layer, kept by the triggers of the standard (annex F.3), declared in
// gpkg_extensions, as is every table that is no layer. A rollback journal, never
// a write-ahead log, so that the file alone is the document.
//
// # SQL and strangers' files
//
// Triggers and views in a file are programs. [Open] reads none of them and
// [DB.Restore] puts this package's own triggers back in place of others before
// anything is written, so a file from a stranger cannot act when it is opened.
package gpkg

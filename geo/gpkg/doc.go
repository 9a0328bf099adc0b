// Package gpkg keeps features and attributes in an OGC GeoPackage 1.3, one
// SQLite file that other programs open. It knows nothing of what is stored.
package gpkg

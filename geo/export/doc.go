// Package export writes claims in the formats that other programs read.
//
// [Formats] is the one table of formats: menus, the command and its help are
// made from it. Every writer is a function of its [Document] alone: the same
// document gives the same bytes. Writers stream; they keep one article at a
// time.
//
// What is promised of the JSON Lines form stands at [Line]. The other forms
// follow their standards: RFC 7946 (GeoJSON), OGC KML 2.3, RFC 4180 (CSV),
// schema.org Claim in JSON-LD, W3C Web Annotation, CSL-JSON 1.0, BibLaTeX.
package export

// Package project is the open document: articles, what was read out of them,
// the user's corrections and settings, and the history of every action. It is
// one GeoPackage file that QGIS opens coloured.
//
// # Never lost
//
// Every action is one transaction and one recorded changeset. When a method
// returns nil, the action is on the disk; when it returns an error, the file is
// as it was. There is no "save": closing only lets go of the file. Undo and redo
// apply the recorded changesets and work across sittings.
//
// # Truth and show
//
// What is true is in the tables articles, corrections, contested_readings and
// contested_settings: articles as they came, readings as they were read,
// corrections beside them. The layers that other programs show (claims, places,
// regions, sources, excerpts) are made from those in the same transaction, after
// corrections. What another program changes in the layer of claims or places is
// noticed at the next opening or action and taken over as corrections, with its
// own entry in the history; nothing else that is changed there is believed.
//
// # The file
//
// Layers, which QGIS shows: claims (a row for each place of each claim, with a
// point where that is one; columns status, type, polarity, modality, party,
// speaker, place_id, precision and the point itself may be changed there),
// places (points), regions (outlines). Tables beside them: articles, excerpts
// (the quote, its bytes in the text, 32 characters before and after), sources,
// corrections, history. The program's own: contested_readings (see encode.go),
// contested_settings (key, JSON; "view", "filter/NAME", "feed/ADDRESS", "place/ID" and
// "label/ID" have a meaning), contested_changes (SQLite changesets, packed with DEFLATE, for undo
// and redo), contested_document (version of the tables, change counter). Texts,
// corrections and the history are guarded by triggers against being changed.
//
// # One file, one window
//
// A document is open in one window at a time: the second gets [ErrInUse]. The
// lock is a file beside the document (".name.lock") that the system lets go of
// when the program ends, however it ends. Other programs may read and write the
// file between two actions.
package project

// Package gui is the window: menus, lists, inspector, reader, dialogs, and the
// wiring that ties them to the session.
//
// Only [Window] knows the session. Every widget here and below takes values and
// gives callbacks: a published State comes in at Window.show, goes down into the
// widgets as values, and what the user does comes up as one call of the session.
// The package does not import fyne/v2/app, so that its tests need neither cgo
// nor a display.
package gui

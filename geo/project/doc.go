// Package project is the open document: articles, what was read out of them,
// the user's corrections and settings, and the history of every action.
package project

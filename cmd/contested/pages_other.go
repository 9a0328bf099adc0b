//go:build !linux

package main

// dropPages is left to the system elsewhere.
func dropPages() {}

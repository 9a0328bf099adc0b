package main

// addWater stores lakes and rivers.
func (g *ground) addWater() error { return nil }

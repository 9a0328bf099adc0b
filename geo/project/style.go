package project

func claimStyle() string  { return "" }
func placeStyle() string  { return "" }
func regionStyle() string { return "" }

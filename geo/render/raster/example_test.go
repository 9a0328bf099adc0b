package raster_test

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"contested/geo/render/raster"
)

func ExampleList() {
	var l raster.List
	l.Reset(image.Rect(0, 0, 8, 4))
	l.Rect(l.Clip(), raster.Solid(color.NRGBA{255, 255, 255, 255}))
	l.Line([]raster.Point{{X: 1, Y: 2}, {X: 7, Y: 2}}, false, raster.Pen{Width: 1})
	l.Fill(raster.NonZero, raster.Solid(color.NRGBA{0, 0, 0, 255}))
	img := image.NewRGBA(l.Clip())
	if err := l.Paint(context.Background(), img, 1); err != nil {
		fmt.Println(err)
	}
	for y := range 4 {
		for x := range 8 {
			fmt.Printf("%4d", img.RGBAAt(x, y).R)
		}
		fmt.Println()
	}
	// Output:
	//  255 255 255 255 255 255 255 255
	//  255 127 127 127 127 127 127 255
	//  255 127 127 127 127 127 127 255
	//  255 255 255 255 255 255 255 255
}

package render_test

import (
	"bytes"
	"context"
	"fmt"
	"image/png"

	"github.com/paulmach/orb"

	"contested/assets"
	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

func Example() {
	painter, err := render.NewPainter(assets.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	scene := &render.Scene{Places: []render.PlaceClaims{{
		Place:   geo.Place{ID: "ct:example", Name: "Zelenyi Hai", Point: orb.Point{37, 48}},
		Shares:  []render.Share{{Class: render.Class(geo.UkrainianVoice), Claims: 2}},
		Origins: 1,
	}}}
	v := view.Viewport{Centre: orb.Point{37, 48}, Zoom: 9, Width: 400, Height: 300, Density: 1}

	// To the screen, and back from a click:
	frame, err := painter.Render(context.Background(), scene, v, render.Options{Margin: 100})
	if err != nil {
		fmt.Println(err)
		return
	}
	hit, ok := frame.At(300, 250) // the middle, margin included
	fmt.Println(frame.Image.Rect.Max, hit.Places, ok)

	// The same picture into a file:
	var file bytes.Buffer
	if err := painter.WritePNG(context.Background(), &file, scene, v, render.PNGOptions{DPI: 150}); err != nil {
		fmt.Println(err)
		return
	}
	config, err := png.DecodeConfig(&file)
	fmt.Println(config.Width, config.Height, err)
	// Output:
	// (600,500) [ct:example] true
	// 400 300 <nil>
}

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"path/filepath"
	"strings"
)

// The icon is what the program draws: a place whose claims come from several
// parties, one of them not verified (hatched), on quiet land by the sea.
var (
	iconLand = color.NRGBA{0xf3, 0xf0, 0xe8, 0xff}
	iconSea  = color.NRGBA{0xcd, 0xdd, 0xe8, 0xff}
	iconHalo = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	iconDot  = color.NRGBA{0x32, 0x1a, 0x25, 0xff}

	// Parts of the ring, clockwise from the top in degrees.
	iconParts = []struct {
		from, to float64
		colour   color.NRGBA
		hatched  bool
	}{
		{0, 150, color.NRGBA{0x00, 0x2d, 0x98, 0xff}, false},
		{150, 285, color.NRGBA{0xaa, 0x0e, 0x0c, 0xff}, true},
		{285, 360, color.NRGBA{0x02, 0x81, 0x6a, 0xff}, false},
	}
)

// Lengths in widths of the icon.
const (
	iconCorner = 0.22
	iconOuter  = 0.345
	iconInner  = 0.195
	iconEdge   = 0.032 // halo around the ring, and between its parts
	iconPoint  = 0.085
	iconHatch  = 0.075 // from stripe to stripe
	iconStripe = 0.5   // part of it that is coloured
	seaX, seaY = 1.06, 1.16
	seaRadius  = 0.62
)

func init() { steps = append(steps, step{"icon", buildIcon}) }

func buildIcon(_, out string) error {
	for _, size := range []int{256, 512} {
		var b bytes.Buffer
		if err := png.Encode(&b, iconPicture(size)); err != nil {
			return err
		}
		if err := writeFile(filepath.Join(out, "icon", fmt.Sprintf("icon-%d.png", size)), b.Bytes()); err != nil {
			return err
		}
	}
	return writeFile(filepath.Join(out, "icon", "icon.svg"), []byte(iconSVG()))
}

// iconPicture samples the drawing eight by eight times a pixel.
func iconPicture(size int) image.Image {
	const n = 8
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			var r, g, b, a int
			for i := range n * n {
				c := iconAt((float64(x)+(float64(i%n)+0.5)/n)/float64(size), (float64(y)+(float64(i/n)+0.5)/n)/float64(size))
				r, g, b, a = r+int(c.R)*int(c.A), g+int(c.G)*int(c.A), b+int(c.B)*int(c.A), a+int(c.A)
			}
			if a > 0 {
				img.SetNRGBA(x, y, color.NRGBA{uint8(r / a), uint8(g / a), uint8(b / a), uint8(a / (n * n))})
			}
		}
	}
	return img
}

func iconAt(x, y float64) color.NRGBA {
	// Outside of the rounded square there is nothing.
	dx, dy := math.Max(math.Abs(x-0.5)-0.5+iconCorner, 0), math.Max(math.Abs(y-0.5)-0.5+iconCorner, 0)
	if math.Hypot(dx, dy) > iconCorner {
		return color.NRGBA{}
	}
	ground := iconLand
	if math.Hypot(x-seaX, y-seaY) < seaRadius {
		ground = iconSea
	}
	r := math.Hypot(x-0.5, y-0.5)
	switch {
	case r > iconOuter+iconEdge:
		return ground
	case r < iconPoint:
		return iconDot
	case r < iconInner || r > iconOuter:
		return iconHalo
	}
	angle := math.Mod(math.Atan2(x-0.5, 0.5-y)*180/math.Pi+360, 360)
	for _, p := range iconParts {
		if angle < p.from || angle >= p.to {
			continue
		}
		// The cuts between parts are as wide at the rim as at the hole.
		for _, end := range []float64{p.from, p.to} {
			s, c := math.Sincos(end * math.Pi / 180)
			along, off := (x-0.5)*s-(y-0.5)*c, (x-0.5)*c+(y-0.5)*s
			if along > 0 && math.Abs(off) < iconEdge/2 {
				return iconHalo
			}
		}
		if p.hatched && math.Mod((x+y)/math.Sqrt2, iconHatch) >= iconHatch*iconStripe {
			return iconHalo
		}
		return p.colour
	}
	return iconHalo
}

// iconSVG is the same drawing as vectors.
func iconSVG() string {
	hex := func(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
	const side = 512.0
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g">
<defs>
<clipPath id="square"><rect width="%[1]g" height="%[1]g" rx="%[3]g"/></clipPath>
<pattern id="hatch" width="%[4]g" height="%[4]g" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="%[5]g" height="%[4]g" fill="%[6]s"/></pattern>
</defs>
<g clip-path="url(#square)"><rect width="%[1]g" height="%[1]g" fill="%[7]s"/><circle cx="%[8]g" cy="%[9]g" r="%[10]g" fill="%[11]s"/></g>
<circle cx="%[12]g" cy="%[12]g" r="%[13]g" fill="%[14]s"/>
`, side, side, iconCorner*side, iconHatch*side, iconHatch*iconStripe*side, hex(iconParts[1].colour),
		hex(iconLand), seaX*side, seaY*side, seaRadius*side, hex(iconSea), side/2, (iconOuter+iconEdge)*side, hex(iconHalo))
	at := func(radius, angle, turn float64) string { // turn: half a cut further
		d := math.Asin(iconEdge/2/radius) * turn
		s, c := math.Sincos(angle*math.Pi/180 + d)
		return fmt.Sprintf("%.2f %.2f", (0.5+radius*s)*side, (0.5-radius*c)*side)
	}
	for _, p := range iconParts {
		fill := hex(p.colour)
		if p.hatched {
			fill = "url(#hatch)"
		}
		large := 0
		if p.to-p.from > 180 {
			large = 1
		}
		fmt.Fprintf(&b, "<path fill=\"%s\" d=\"M%s A%g %[3]g 0 %d 1 %s L%s A%g %[7]g 0 %[4]d 0 %[8]s Z\"/>\n", fill,
			at(iconOuter, p.from, 1), iconOuter*side, large, at(iconOuter, p.to, -1),
			at(iconInner, p.to, -1), iconInner*side, at(iconInner, p.from, 1))
	}
	fmt.Fprintf(&b, "<circle cx=\"%g\" cy=\"%[1]g\" r=\"%g\" fill=\"%s\"/>\n</svg>\n", side/2, iconPoint*side, hex(iconDot))
	return b.String()
}

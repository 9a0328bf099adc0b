package render

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// graticuleSteps are the distances between meridians, in minutes of arc.
var graticuleSteps = [...]int{1, 2, 5, 15, 30, 60, 120, 300, 600, 1200, 1800}

// graticuleRoom is the least distance between two meridians, in dp.
const graticuleRoom = 150.0

// graticule draws meridians and parallels, and says at their crossings which
// they are.
func (c *picture) graticule() {
	if !c.scene.Graticule {
		return
	}
	perMinute := c.layout.d / 360 / 60 // dp
	step := graticuleSteps[len(graticuleSteps)-1]
	for i := len(graticuleSteps) - 1; i >= 0 && float64(graticuleSteps[i])*perMinute >= graticuleRoom*c.layout.scale; i-- {
		step = graticuleSteps[i]
	}
	ink := mix(c.style.seaName.ink, c.style.land, 0.25)
	pen := raster.Pen{Width: math.Max(1, 0.7*c.unit)}
	type line struct {
		at   float64 // pixels
		text string
	}
	var across, down []line
	x0, y0 := c.world(c.clip.Min)
	x1, y1 := c.world(c.clip.Max)
	perStep := float64(step) / 60 / 360 // of the world
	for i := math.Ceil((x0 - 0.5) / perStep); 0.5+i*perStep <= x1; i++ {
		minutes := int(i) * step % (360 * 60)
		switch {
		case minutes > 180*60:
			minutes -= 360 * 60
		case minutes < -180*60:
			minutes += 360 * 60
		}
		p := c.pixel(0.5+i*perStep, 0)
		down = append(down, line{math.Round(p.X), degrees(minutes, 'E', 'W')})
	}
	top, bottom := view.Unworld(0.5, math.Max(0, y0))[1], view.Unworld(0.5, math.Min(1, y1))[1]
	for i := int(math.Ceil(bottom * 60 / float64(step))); i*step <= int(top*60); i++ {
		_, wy := view.World(orb.Point{0, float64(i*step) / 60})
		across = append(across, line{math.Round(c.pixel(0, wy).Y), degrees(i*step, 'N', 'S')})
	}
	for _, l := range down {
		c.list.Line([]raster.Point{{X: l.at, Y: float64(c.clip.Min.Y)}, {X: l.at, Y: float64(c.clip.Max.Y)}}, false, pen)
	}
	for _, l := range across {
		c.list.Line([]raster.Point{{X: float64(c.clip.Min.X), Y: l.at}, {X: float64(c.clip.Max.X), Y: l.at}}, false, pen)
	}
	c.list.Fill(raster.NonZero, raster.Solid(alpha(ink, 0.45)))
	size := 9 * c.unit * c.layout.scale
	for _, a := range across {
		for _, d := range down {
			c.list.Text(c.painter.faces[regular].Shape(a.text+"  "+d.text), d.at+0.35*size, a.at-0.35*size,
				raster.Type{Size: size, Ink: ink, Halo: c.style.village.halo, Width: 1.2 * c.unit * c.layout.scale})
		}
	}
}

// degrees words an angle in minutes of arc.
func degrees(minutes int, plus, minus rune) string {
	letter := ""
	switch {
	case minutes == 180*60 || minutes == -180*60:
		minutes = 180 * 60 // east and west are one
	case minutes > 0:
		letter = " " + string(plus)
	case minutes < 0:
		minutes, letter = -minutes, " "+string(minus)
	}
	if minutes%60 == 0 {
		return fmt.Sprintf("%d°%s", minutes/60, letter)
	}
	return fmt.Sprintf("%d°%02d′%s", minutes/60, minutes%60, letter)
}

package mapview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"contested/geo/render"
)

const (
	fanRadius = 64 // dp from the pile to its ends
	fanEnd    = 11 // dp, radius of an end
	fanMost   = 24 // ends; a pile of more places is fanned out in part
)

// fan spreads a pile of places that zooming would not part.
type fan struct {
	pile render.Hit
	ends []fanSpot
}

type fanSpot struct {
	hit render.Hit
	at  fyne.Position
}

// open spreads a pile out. Nothing of the view changes.
func (f *fan) open(m *Map, pile render.Hit) {
	f.close(m)
	f.pile = pile
	for i, id := range pile.Places {
		p := m.placeOf(id)
		if p == nil {
			continue
		}
		if i == fanMost {
			break
		}
		f.ends = append(f.ends, fanSpot{hit: render.Hit{Kind: render.PlaceHit, Places: pile.Places[i : i+1], X: pile.X, Y: pile.Y}})
	}
	f.place(m)
}

// close takes the fan away and reports whether there was one.
func (f *fan) close(m *Map) bool {
	if len(f.ends) == 0 {
		return false
	}
	*f = fan{}
	m.live.fan.RemoveAll()
	m.live.fan.Hide()
	m.live.repaint()
	return true
}

// place draws the fan around its pile.
func (f *fan) place(m *Map) {
	if len(f.ends) == 0 {
		return
	}
	centre, _ := m.shown.spot(m.camera.now, f.pile)
	r := float64(fanRadius) * max(1, float64(len(f.ends))/10)
	box := m.live.fan
	box.RemoveAll()
	ink, paper := theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNameOverlayBackground)
	for i := range f.ends {
		a := 2*math.Pi*float64(i)/float64(len(f.ends)) - math.Pi/2
		at := centre.AddXY(float32(r*math.Cos(a)), float32(r*math.Sin(a)))
		f.ends[i].at = at
		spoke := canvas.NewLine(ink)
		spoke.StrokeWidth = 1
		spoke.Position1, spoke.Position2 = centre, at
		box.Add(spoke)
	}
	for _, e := range f.ends {
		dot := canvas.NewCircle(paper)
		dot.StrokeColor, dot.StrokeWidth = ink, 2
		dot.Move(e.at.SubtractXY(fanEnd, fanEnd))
		dot.Resize(fyne.NewSquareSize(2 * fanEnd))
		box.Add(dot)
		if p := m.placeOf(e.hit.Places[0]); p != nil {
			name := canvas.NewText(p.Place.NameIn(m.scene.Labels), ink)
			name.TextSize = theme.CaptionTextSize()
			name.TextStyle.Bold = true
			size := name.MinSize()
			back := canvas.NewRectangle(paper)
			back.CornerRadius = 3
			back.Resize(size.AddWidthHeight(8, 2))
			pos := e.at.AddXY(-size.Width/2, fanEnd+2)
			back.Move(pos.SubtractXY(4, 1))
			name.Move(pos)
			name.Resize(size)
			box.Add(back)
			box.Add(name)
		}
	}
	box.Show()
	m.live.repaint()
}

// under is the end of the fan under a position of the widget.
func (f *fan) under(pos fyne.Position) (render.Hit, bool) {
	for _, e := range f.ends {
		if d := pos.Subtract(e.at); d.X*d.X+d.Y*d.Y <= (fanEnd+3)*(fanEnd+3) {
			return e.hit, true
		}
	}
	return render.Hit{}, false
}

// hits are the ends of the fan, none when it is closed.
func (f *fan) hits() (out []render.Hit) {
	for _, e := range f.ends {
		out = append(out, e.hit)
	}
	return out
}

// spot is where an end of the fan lies, when the hit is one.
func (f *fan) spot(h render.Hit) (fyne.Position, float32, bool) {
	for _, e := range f.ends {
		if same(e.hit, h) {
			return e.at, fanEnd, true
		}
	}
	return fyne.Position{}, 0, false
}

package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// live is what answers to the pointer and the keyboard on top of the picture.
// It never gets into an exported file.
type live struct {
	ring  *canvas.Circle    // around the symbol in focus
	box   *canvas.Rectangle // the zoom box
	from  fyne.Position     // where the box began
	edges [4]*canvas.Rectangle
	frame *fyne.Container // around the map while the keyboard is at it
	fan   *fyne.Container
	card  *fyne.Container
	// nudge is always there, so that the window can be told to paint anew when
	// something that was hidden is shown: Fyne does not know yet to which window
	// that belongs. To refresh the whole map would upload its picture again.
	nudge *canvas.Rectangle
}

func (l *live) init() {
	l.ring = canvas.NewCircle(color.Transparent)
	l.ring.StrokeWidth = 3
	l.box = canvas.NewRectangle(color.Transparent)
	l.box.StrokeWidth = 1.5
	l.frame = container.NewWithoutLayout()
	for i := range l.edges {
		l.edges[i] = canvas.NewRectangle(color.Transparent)
		l.frame.Add(l.edges[i])
	}
	l.fan = container.NewWithoutLayout()
	l.card = container.NewWithoutLayout()
	for _, o := range l.objects() {
		o.Hide()
	}
	l.nudge = canvas.NewRectangle(color.Transparent)
	l.nudge.Resize(fyne.NewSquareSize(1))
}

// objects are in order of painting.
func (l *live) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ring, l.fan, l.box, l.frame, l.card}
}

// repaint has the window painted anew.
func (l *live) repaint() { canvas.Refresh(l.nudge) }

// style takes the colours of the theme.
func (l *live) style() {
	mark := theme.Color(theme.ColorNamePrimary)
	l.ring.StrokeColor = mark
	l.box.StrokeColor = mark
	r, g, b, _ := mark.RGBA()
	l.box.FillColor = color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0x28}
	for _, e := range l.edges {
		e.FillColor = mark
	}
}

func (l *live) showRing(at fyne.Position, r float32) {
	l.ring.Resize(fyne.NewSquareSize(2 * r))
	l.ring.Move(at.SubtractXY(r, r))
	if !l.ring.Visible() {
		l.ring.Show()
		l.repaint()
	}
}

func (l *live) hideRing() {
	if l.ring.Visible() {
		l.ring.Hide()
		l.repaint()
	}
}

// showFrame draws a line along the edges of the map, in four thin pieces: one
// large frame would cost as much to paint as the map.
func (l *live) showFrame(on bool, size fyne.Size) {
	defer l.repaint()
	if !on {
		l.frame.Hide()
		return
	}
	const w = 2
	for i, e := range l.edges {
		switch i {
		case 0:
			e.Move(fyne.NewPos(0, 0))
			e.Resize(fyne.NewSize(size.Width, w))
		case 1:
			e.Move(fyne.NewPos(0, size.Height-w))
			e.Resize(fyne.NewSize(size.Width, w))
		case 2:
			e.Move(fyne.NewPos(0, 0))
			e.Resize(fyne.NewSize(w, size.Height))
		case 3:
			e.Move(fyne.NewPos(size.Width-w, 0))
			e.Resize(fyne.NewSize(w, size.Height))
		}
	}
	l.frame.Show()
}

func (l *live) startBox(at fyne.Position) { l.from = at }

func (l *live) moveBox(to fyne.Position) {
	l.box.Move(fyne.NewPos(min(l.from.X, to.X), min(l.from.Y, to.Y)))
	l.box.Resize(fyne.NewSize(max(l.from.X, to.X)-min(l.from.X, to.X), max(l.from.Y, to.Y)-min(l.from.Y, to.Y)))
	l.box.Show()
	l.repaint()
}

// endBox takes the box away and says where it was.
func (l *live) endBox() (from, to fyne.Position, ok bool) {
	if !l.box.Visible() {
		return from, to, false
	}
	l.box.Hide()
	l.repaint()
	p := l.box.Position()
	return p, p.AddXY(l.box.Size().Width, l.box.Size().Height), true
}

// showCard puts the card beside the symbol at a position, inside size.
func (l *live) showCard(c Card, at fyne.Position, r float32, size fyne.Size) {
	const pad, dot, gap = 10, 9, 7
	ink, soft := theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNamePlaceHolder)
	back := canvas.NewRectangle(theme.Color(theme.ColorNameOverlayBackground))
	back.CornerRadius = 6
	back.StrokeColor, back.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	back.Shadow = canvas.Shadow{Color: theme.Color(theme.ColorNameShadow), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
	l.card.RemoveAll()
	l.card.Add(back)
	width, y := float32(0), float32(pad-2)
	text := func(s string, size float32, bold bool, col color.Color, indent float32) {
		t := canvas.NewText(s, col)
		t.TextSize, t.TextStyle.Bold = size, bold
		m := t.MinSize()
		t.Move(fyne.NewPos(pad+indent, y))
		t.Resize(m)
		l.card.Add(t)
		width = max(width, m.Width+indent)
		y += m.Height
	}
	text(c.Title, theme.TextSize(), true, ink, 0)
	for _, line := range c.Lines {
		y += 2
		indent := float32(0)
		col := soft
		if line.Dot != nil {
			col, indent = ink, dot+gap
			d := canvas.NewCircle(line.Dot)
			h := fyne.MeasureText(line.Text, theme.CaptionTextSize(), fyne.TextStyle{}).Height
			d.Move(fyne.NewPos(pad, y+(h-dot)/2))
			d.Resize(fyne.NewSquareSize(dot))
			l.card.Add(d)
		}
		text(line.Text, theme.CaptionTextSize(), false, col, indent)
	}
	box := fyne.NewSize(width+2*pad, y+pad-2)
	back.Resize(box)
	x := at.X + r + 8
	if x+box.Width > size.Width-4 {
		x = at.X - r - 8 - box.Width
	}
	top := at.Y - box.Height/2
	top = max(4, min(top, size.Height-box.Height-4))
	l.card.Move(fyne.NewPos(max(4, x), top))
	l.card.Resize(box)
	l.card.Show()
	l.repaint()
}

func (l *live) hideCard() {
	l.card.Hide()
	l.card.RemoveAll()
	l.repaint()
}

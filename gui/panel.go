package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"contested/gui/mapview"
)

// panelSwitch is the bar over a panel of a narrow window: it changes to the
// other panel, or puts both away.
type panelSwitch struct {
	widget.BaseWidget
	box    *fyne.Container
	OnShow func(side)
	OnHide func()
}

func newPanelSwitch(here side) *panelSwitch {
	p := &panelSwitch{}
	tab := func(text string, s side) *widget.Button {
		b := widget.NewButton(text, func() {
			if p.OnShow != nil && s != here {
				p.OnShow(s)
			}
		})
		b.Importance = widget.LowImportance
		if s == here {
			b.Importance = widget.MediumImportance
		}
		return b
	}
	hide := widget.NewButton("Hide", func() { call(p.OnHide) })
	hide.Importance = widget.LowImportance
	p.box = container.NewBorder(nil, nil, container.NewHBox(tab("Lists", leftSide), tab("Place", rightSide)), hide)
	p.ExtendBaseWidget(p)
	return p
}

func (p *panelSwitch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(p.box))
}

// corners lays the buttons that bring panels back into the top left corner,
// the keys of the voices below them, and the zoom buttons into the top right.
type corners struct {
	keys *voiceBar
	// OnCovered is told how much of the top the keys lie over, and where the buttons do.
	OnCovered func(top float32, over [2]mapview.Patch)
}

const cornerPad = 8

func (c *corners) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	panels, zoom := objects[0], objects[1]
	z := zoom.MinSize()
	zoom.Move(fyne.NewPos(size.Width-z.Width-cornerPad, cornerPad))
	zoom.Resize(z)
	y := float32(cornerPad)
	panels.Move(fyne.NewPos(cornerPad, y))
	panels.Resize(panels.MinSize())
	if h := panels.MinSize().Height; h > 2 {
		y += h + wrapGap
	}
	width := size.Width - z.Width - 3*cornerPad
	c.keys.Move(fyne.NewPos(cornerPad, y))
	h := c.keys.within(width).Height
	c.keys.Resize(fyne.NewSize(width, h))
	if c.OnCovered == nil {
		return
	}
	over := [2]mapview.Patch{{At: zoom.Position(), Size: z}}
	switch {
	case c.keys.Visible():
		over[1].Size = fyne.NewSize(cornerPad+width, y+h)
		c.OnCovered(y+h, over)
	case panels.Size().Height > 2:
		over[1] = mapview.Patch{At: panels.Position(), Size: panels.Size()}
		fallthrough
	default:
		c.OnCovered(0, over)
	}
}

// MinSize leaves the size to the map below.
func (*corners) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 60) }

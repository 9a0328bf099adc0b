package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
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

// corners lays one object into the top left corner and one into the top right.
type corners struct{}

const cornerPad = 8

func (corners) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		m := o.MinSize()
		x := float32(cornerPad)
		if i == 1 {
			x = size.Width - m.Width - cornerPad
		}
		o.Move(fyne.NewPos(x, cornerPad))
		o.Resize(m)
	}
}

func (corners) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 60) }

package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

// rowValue is one row of a list: up to two lines of title, two lines below, and
// the chips of the voices.
type rowValue struct {
	Title  string
	Below  [2]string
	Note   string // at the end of the line below, set apart
	Voices []geo.Voice
	Strong bool // the title is bold
}

const (
	rowLines = 2
	rowPad   = 6
	rowChips = 6
)

// row shows a rowValue in a list. All rows are of one height.
type row struct {
	widget.BaseWidget
	value rowValue
}

func newRow() *row {
	r := &row{}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(v rowValue) {
	r.value = v
	wantEmoji(v.Title, v.Below[0], v.Below[1])
	r.Refresh()
}

func (r *row) CreateRenderer() fyne.WidgetRenderer {
	x := &rowRenderer{r: r}
	for range rowLines {
		x.title = append(x.title, canvas.NewText("", nil))
	}
	x.below[0], x.below[1], x.note = canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	for range rowChips {
		x.chips = append(x.chips, newChip(geo.UnattributedVoice))
	}
	return x
}

type rowRenderer struct {
	r     *row
	title []*canvas.Text
	below [2]*canvas.Text
	note  *canvas.Text
	chips []*chip
}

func (x *rowRenderer) sizes() (title, below float32) {
	return fyne.MeasureText("Mg", theme.TextSize(), fyne.TextStyle{Bold: true}).Height,
		fyne.MeasureText("Mg", theme.CaptionTextSize(), fyne.TextStyle{}).Height
}

func (x *rowRenderer) MinSize() fyne.Size {
	t, b := x.sizes()
	return fyne.NewSize(80, rowLines*t+2*b+3+2*rowPad)
}

func (x *rowRenderer) Layout(size fyne.Size) {
	v := x.r.value
	t, b := x.sizes()
	w := size.Width - 2*rowPad
	style := fyne.TextStyle{Bold: v.Strong}
	lines := fitLines(v.Title, theme.TextSize(), style, w, rowLines)
	y := float32(rowPad)
	for i, o := range x.title {
		o.Text = ""
		if i < len(lines) {
			o.Text = lines[i]
		}
		o.TextSize, o.TextStyle, o.Color = theme.TextSize(), style, theme.Color(theme.ColorNameForeground)
		o.Move(fyne.NewPos(rowPad, y))
		o.Resize(fyne.NewSize(w, t))
		o.Refresh()
		if i < len(lines) {
			y += t
		}
	}
	y = max(y, rowPad+t) + 2
	x.put(x.below[0], v.Below[0], theme.ColorNamePlaceHolder, rowPad, y, w)
	y += b
	end := size.Width - rowPad
	for i, c := range x.chips {
		k := len(v.Voices) - 1 - i
		if k < 0 {
			c.Hide()
			continue
		}
		m := c.MinSize()
		end -= m.Width
		c.set(v.Voices[k])
		c.Move(fyne.NewPos(end, y+(b-m.Height)/2))
		c.Resize(m)
		c.Show()
		end -= 3
	}
	x.note.Text = ""
	if v.Note != "" {
		m := fyne.MeasureText(v.Note, theme.CaptionTextSize(), fyne.TextStyle{})
		end -= m.Width + 4
		x.put(x.note, v.Note, colourAlert, end, y, m.Width+4)
	}
	visible(x.note, v.Note != "")
	x.put(x.below[1], v.Below[1], theme.ColorNamePlaceHolder, rowPad, y, max(20, end-rowPad-6))
}

// put sets one line of small text, cut to a width.
func (x *rowRenderer) put(o *canvas.Text, text string, colour fyne.ThemeColorName, left, top, width float32) {
	o.TextSize, o.Color = theme.CaptionTextSize(), theme.Color(colour)
	o.Text = ""
	if one := fitLines(text, o.TextSize, fyne.TextStyle{}, width, 1); len(one) > 0 {
		o.Text = one[0]
	}
	o.Move(fyne.NewPos(left, top))
	o.Resize(o.MinSize())
	o.Refresh()
}

func (x *rowRenderer) Refresh() { x.Layout(x.r.Size()) }

func (x *rowRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{}
	for _, t := range x.title {
		out = append(out, t)
	}
	out = append(out, x.below[0], x.below[1], x.note)
	for _, c := range x.chips {
		out = append(out, c)
	}
	return out
}
func (x *rowRenderer) Destroy() {}

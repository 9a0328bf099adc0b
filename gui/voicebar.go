package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

// voiceBar stands in for the legend where the map is too small for it: one key
// for each voice, which shows or hides its claims.
type voiceBar struct {
	widget.BaseWidget
	box  *fyne.Container
	wrap *wrapped
	keys map[geo.Voice]*voiceKey

	OnVoice func(geo.Voice)
}

func newVoiceBar() *voiceBar {
	b := &voiceBar{wrap: &wrapped{}, keys: map[geo.Voice]*voiceKey{}}
	b.box = container.New(b.wrap)
	for _, v := range geo.Voices() {
		k := newVoiceKey(v, func() {
			if b.OnVoice != nil {
				b.OnVoice(v)
			}
		})
		b.keys[v] = k
		b.box.Add(k)
	}
	b.ExtendBaseWidget(b)
	return b
}

// show shows the keys of the voices there are, and which are switched off.
func (b *voiceBar) show(there, off map[geo.Voice]bool) {
	for v, k := range b.keys {
		visible(k, there[v])
		if k.off != off[v] {
			k.off = off[v]
			k.Refresh()
		}
	}
	b.box.Refresh()
}

// within is the size that the bar takes in a width.
func (b *voiceBar) within(width float32) fyne.Size {
	return b.wrap.arrange(b.box.Objects, width, nil)
}

func (b *voiceBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.box) }

// wrapped sets objects in rows, as words are set in lines.
type wrapped struct{}

const wrapGap = 4

// arrange gives every visible object's place to put and returns the size of all.
func (wrapped) arrange(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) fyne.Size {
	var x, y, row, widest float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+wrapGap, 0
		}
		if put != nil {
			put(o, fyne.NewPos(x, y), m)
		}
		x += m.Width + wrapGap
		row = max(row, m.Height)
		widest = max(widest, x-wrapGap)
	}
	return fyne.NewSize(widest, y+row)
}

func (w wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// height is the height of the rows in a width.
func (w wrapped) height(objects []fyne.CanvasObject, width float32) float32 {
	return w.arrange(objects, width, nil).Height
}

func (wrapped) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 10) }

// voiceKey is the key of one voice: its chip and its name.
type voiceKey struct {
	widget.BaseWidget
	voice   geo.Voice
	off     bool
	focused bool
	tapped  func()
}

var (
	_ fyne.Tappable      = (*voiceKey)(nil)
	_ fyne.Focusable     = (*voiceKey)(nil)
	_ desktop.Cursorable = (*voiceKey)(nil)
)

func newVoiceKey(v geo.Voice, tapped func()) *voiceKey {
	k := &voiceKey{voice: v, tapped: tapped}
	k.ExtendBaseWidget(k)
	return k
}

func (k *voiceKey) Tapped(*fyne.PointEvent) { k.tapped() }
func (k *voiceKey) Cursor() desktop.Cursor  { return desktop.PointerCursor }
func (k *voiceKey) FocusGained()            { k.focused = true; k.Refresh() }
func (k *voiceKey) FocusLost()              { k.focused = false; k.Refresh() }
func (k *voiceKey) TypedRune(r rune)        { passRune(k, r) }
func (k *voiceKey) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		k.tapped()
	}
}

func (k *voiceKey) CreateRenderer() fyne.WidgetRenderer {
	r := &voiceKeyRenderer{k: k, back: canvas.NewRectangle(nil), chip: newChip(k.voice), name: canvas.NewText("", nil)}
	r.back.CornerRadius = 4
	r.style()
	return r
}

type voiceKeyRenderer struct {
	k    *voiceKey
	back *canvas.Rectangle
	chip *chip
	name *canvas.Text
}

func (r *voiceKeyRenderer) style() {
	r.back.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	if r.k.focused {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	r.name.Text, r.name.TextSize = voices[r.k.voice].name, theme.CaptionTextSize()
	r.name.Color = theme.Color(theme.ColorNameForeground)
	r.name.TextStyle.Strikethrough = r.k.off
	if r.k.off {
		r.name.Color = theme.Color(theme.ColorNamePlaceHolder)
	}
}

func (r *voiceKeyRenderer) MinSize() fyne.Size {
	c, n := r.chip.MinSize(), r.name.MinSize()
	return fyne.NewSize(4+c.Width+5+n.Width+7, max(c.Height, n.Height)+6)
}

func (r *voiceKeyRenderer) Layout(size fyne.Size) {
	c, n := r.chip.MinSize(), r.name.MinSize()
	r.back.Resize(size)
	r.chip.Move(fyne.NewPos(4, (size.Height-c.Height)/2))
	r.chip.Resize(c)
	r.name.Move(fyne.NewPos(4+c.Width+5, (size.Height-n.Height)/2))
	r.name.Resize(n)
}

func (r *voiceKeyRenderer) Refresh() {
	r.style()
	r.back.Refresh()
	r.chip.Refresh()
	r.name.Refresh()
}

func (r *voiceKeyRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.chip, r.name}
}
func (r *voiceKeyRenderer) Destroy() {}

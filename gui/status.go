package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"
)

// statusValue is what the status bar counts.
type statusValue struct {
	Articles, Claims, NotDrawn int
	ToCheck                    int    // claims in doubt that nobody has looked at
	Filters                    string // what hides claims, or empty
	Busy                       string // the job in progress, or empty
	Done, Total                int    // of it; Total 0: not known
}

// statusBar says in one line what there is, what is hidden and what goes on.
// A message stays until the next one: nothing that one should have read
// vanishes by itself.
type statusBar struct {
	widget.BaseWidget
	value   statusValue
	message string
	failed  bool
	pointer string

	check    *link // what is to be checked
	clear    *link // the filter
	cancel   *link // the job
	more     *link // about the message
	progress *canvas.Rectangle

	OnClear, OnCancel, OnReview func()
}

func newStatusBar() *statusBar {
	s := &statusBar{}
	s.check = newLink("", func() { call(s.OnReview) })
	s.check.bold = true
	s.clear = newLink("show all", func() { call(s.OnClear) })
	s.cancel = newLink("cancel", func() { call(s.OnCancel) })
	s.more = newLink("", nil)
	s.progress = canvas.NewRectangle(nil)
	s.ExtendBaseWidget(s)
	return s
}

func (s *statusBar) show(v statusValue) {
	if s.value != v {
		s.value = v
		s.Refresh()
	}
}

// say shows a message; failed marks it as something that went wrong. action, if
// not nil, is offered under the name more.
func (s *statusBar) say(message string, failed bool, more string, action func()) {
	s.message, s.failed = message, failed
	s.more.set(more)
	s.more.tapped = action
	s.Refresh()
}

// point shows the coordinates under the pointer.
func (s *statusBar) point(p orb.Point, inside bool) {
	text := ""
	if inside {
		text = coordinates(p)
	}
	if s.pointer != text {
		s.pointer = text
		s.Refresh()
	}
}

// coordinates writes a point as people do: latitude first, with the hemisphere.
func coordinates(p orb.Point) string {
	ns, ew := "N", "E"
	lat, lon := p[1], p[0]
	if lat < 0 {
		ns, lat = "S", -lat
	}
	if lon < 0 {
		ew, lon = "W", -lon
	}
	return fmt.Sprintf("%.4f° %s  %.4f° %s", lat, ns, lon, ew)
}

func (s *statusBar) counts() string {
	v := s.value
	text := count(v.Articles, "article", "articles") + " · " + count(v.Claims, "claim", "claims")
	if v.NotDrawn > 0 {
		text += " · " + thousands(v.NotDrawn) + " not drawn"
	}
	return text
}

func (s *statusBar) CreateRenderer() fyne.WidgetRenderer {
	r := &statusRenderer{s: s, back: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	for range 5 {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	return r
}

type statusRenderer struct {
	s          *statusBar
	back, line *canvas.Rectangle
	texts      []*canvas.Text // counts, filters, busy, message, pointer
}

const statusPad = 10

func (r *statusRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, fyne.MeasureText("Mg", theme.CaptionTextSize(), fyne.TextStyle{}).Height+8)
}

func (r *statusRenderer) Layout(size fyne.Size) {
	s := r.s
	soft := theme.Color(theme.ColorNamePlaceHolder)
	r.back.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	r.back.Resize(size)
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	r.line.Resize(fyne.NewSize(size.Width, 1))
	s.progress.FillColor = theme.Color(theme.ColorNamePrimary)

	x, end := float32(statusPad), size.Width-statusPad
	put := func(i int, text string, ink fyne.ThemeColorName, most float32) {
		t := r.texts[i]
		t.TextSize, t.Color = theme.CaptionTextSize(), soft
		if ink != "" {
			t.Color = theme.Color(ink)
		}
		t.Text = ""
		if text != "" && most > 24 {
			t.Text = fitLines(text, t.TextSize, t.TextStyle, most, 1)[0]
		}
		m := t.MinSize()
		t.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		t.Resize(m)
		t.Refresh()
		if t.Text != "" {
			x += m.Width + 16
		}
	}
	button := func(l *link, on bool) {
		if !on {
			l.Hide()
			return
		}
		m := l.MinSize()
		l.Move(fyne.NewPos(x-12, (size.Height-m.Height)/2))
		l.Resize(m)
		l.Show()
		x += m.Width
	}
	pointer := fyne.MeasureText(s.pointer, theme.CaptionTextSize(), fyne.TextStyle{}).Width
	if s.pointer != "" && size.Width > 560 {
		end -= pointer + 16
	}
	put(0, s.counts(), theme.ColorNameForeground, end-x)
	v := s.value
	s.check.set("To check: " + thousands(v.ToCheck))
	button(s.check, v.ToCheck > 0)
	if v.ToCheck > 0 {
		x += 12
	}
	put(1, v.Filters, colourAlert, (end-x)/2)
	button(s.clear, v.Filters != "")
	busy := v.Busy
	if busy != "" && v.Done > 0 {
		busy += fmt.Sprintf(" – %s", thousands(v.Done))
		if v.Total > 0 {
			busy += " of " + thousands(v.Total)
		}
	}
	put(2, busy, theme.ColorNamePrimary, (end-x)/2)
	button(s.cancel, busy != "")
	s.progress.Hide()
	if v.Busy != "" && v.Total > 0 {
		s.progress.Resize(fyne.NewSize(size.Width*float32(v.Done)/float32(v.Total), 2))
		s.progress.Show()
	}
	ink := theme.ColorNameForeground
	if s.failed {
		ink = theme.ColorNameError
	}
	room := end - x
	if s.more.text != "" {
		room -= s.more.MinSize().Width + 8
	}
	put(3, s.message, ink, room)
	button(s.more, s.more.text != "" && s.more.tapped != nil && r.texts[3].Text != "")
	x = size.Width - statusPad - pointer
	text := s.pointer
	if size.Width <= 560 {
		text = ""
	}
	put(4, text, "", pointer+30)
}

func (r *statusRenderer) Refresh() { r.Layout(r.s.Size()) }

func (r *statusRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.back, r.line, r.s.progress}
	for _, t := range r.texts {
		out = append(out, t)
	}
	return append(out, r.s.check, r.s.clear, r.s.cancel, r.s.more)
}
func (r *statusRenderer) Destroy() {}

package gui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/widget"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/session"
)

// askMovePlace asks where a place lies, or what it is called, in this document.
func (w *Window) askMovePlace(p geo.Place) {
	name, at, reason := newField(), newField(), newField()
	name.SetText(p.Name)
	at.SetText(fmt.Sprintf("%.5f, %.5f", p.Point[1], p.Point[0]))
	reason.SetPlaceHolder("how you know")
	w.form("Move or rename "+p.Name, "Save", []*widget.FormItem{
		{Text: "Name", Widget: name},
		{Text: "Position", Widget: at, HintText: "Latitude, longitude. Holds in this document alone."},
		{Text: "Because", Widget: reason},
	}, at, func() {
		point, ok := parsePosition(at.Text)
		if !ok {
			w.say("“%s” is no position; write latitude and longitude, such as 48.28198, 37.17585.", at.Text)
			return
		}
		if fmt.Sprintf("%.5f, %.5f", point[1], point[0]) != fmt.Sprintf("%.5f, %.5f", p.Point[1], p.Point[0]) {
			p.Point = point
		}
		p.Name = strings.TrimSpace(name.Text)
		w.edit("", func(s *session.Session) error { return s.PutPlace(p, strings.TrimSpace(reason.Text)) },
			w.done(func() { w.say("%s is changed in this document. Ctrl+Z takes it back.", p.Name) }))
	})
}

// parsePosition reads latitude and longitude, in degrees.
func parsePosition(s string) (p orb.Point, ok bool) {
	lat, lon, ok := strings.Cut(s, ",")
	if !ok {
		return p, false
	}
	y, err := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	x, err2 := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	ok = err == nil && err2 == nil && y >= -90 && y <= 90 && x >= -180 && x <= 180
	return orb.Point{x, y}, ok
}

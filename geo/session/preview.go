package session

import (
	"encoding/json"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/project"
	"contested/geo/render"
	"contested/geo/view"
)

// previewFrom is how many claims a document has from which on its map is kept
// for the next opening. Smaller ones open as fast.
const previewFrom = 20_000

// Preview is the map of a large document as it was left, which can be shown while
// the document is still being opened.
type Preview struct {
	Articles, Claims int
	View             view.Viewport // zero: never set
	places           []render.PlaceClaims
}

// keptPreview is a Preview in the document.
type keptPreview struct {
	Articles int         `json:"articles"`
	Claims   int         `json:"claims"`
	Places   []keptPlace `json:"places"`
}

type keptPlace struct {
	Place     geo.Place     `json:"place"`
	Precision geo.Precision `json:"precision"`
	Origins   int           `json:"origins"`
	Contested bool          `json:"contested,omitempty"`
	Faded     bool          `json:"faded,omitempty"`
	Shares    []keptShare   `json:"shares"`
}

type keptShare struct {
	Voice  geo.Voice   `json:"voice"`
	Look   render.Look `json:"look"`
	Claims int         `json:"claims"`
}

// keepPreview keeps the map of all claims for the next opening, if the document
// is large. The caller holds edit.
func (s *Session) keepPreview() error {
	if len(s.State().Claims) < previewFrom || s.doc.HasOverview() {
		return nil
	}
	return s.doc.KeepOverview(s.preview())
}

func (s *Session) preview() keptPreview {
	all := *s.State()
	all.filtered(geo.Filter{})
	k := keptPreview{Articles: len(all.Articles), Claims: all.CountShown()}
	for _, p := range all.ByPlace() {
		x := keptPlace{Place: p.Place, Precision: p.Precision, Origins: p.Origins, Contested: p.Contested, Faded: p.Faded}
		for _, sh := range p.Shares {
			x.Shares = append(x.Shares, keptShare{geo.Voice(sh.Class), sh.Looks, sh.Claims})
		}
		k.Places = append(k.Places, x)
	}
	return k
}

// OpenPreview is the map of a large document as it was left; ok is false when
// there is none, or when something was changed since without its being kept.
// The document is neither locked nor changed.
func OpenPreview(path string) (*Preview, bool) {
	if path == "" || IsSnapshot(path) {
		return nil, false
	}
	data, at, ok := project.Overview(path)
	var k keptPreview
	if !ok || json.Unmarshal(data, &k) != nil || len(k.Places) == 0 {
		return nil, false
	}
	p := &Preview{Articles: k.Articles, Claims: k.Claims}
	if at != nil && json.Unmarshal(at, &p.View) != nil {
		p.View = view.Viewport{}
	}
	n := 0
	for _, x := range k.Places {
		if !onEarth(x.Place.Point) {
			return nil, false
		}
		pc := render.PlaceClaims{Place: x.Place, Precision: x.Precision, Origins: x.Origins, Contested: x.Contested, Faded: x.Faded}
		for _, sh := range x.Shares {
			if n += sh.Claims; sh.Claims < 0 || n > 8*k.Claims || sh.Look > render.Denied {
				return nil, false // nobody kept this
			}
			pc.Shares = append(pc.Shares, render.Share{Class: render.Class(sh.Voice), Looks: sh.Look, Claims: sh.Claims})
		}
		p.places = append(p.places, pc)
	}
	return p, true
}

// Scene is the picture of the preview.
func (p *Preview) Scene(ground *basemap.Ground, look Appearance) *render.Scene {
	st := &State{}
	look.Colour = ByParty // all else follows from claims that are not read yet
	sc := st.Scene(ground, look)
	sc.Places = p.places
	return sc
}

// Fit is the view that shows every place of the preview, or the one that was left.
func (p *Preview) Fit(v view.Viewport) view.Viewport {
	if p.View.Width > 0 {
		v.Centre, v.Zoom = p.View.Centre, p.View.Zoom
		return v
	}
	b, _, ok := (&render.Scene{Places: p.places}).Extent()
	if !ok {
		b = homeBound
	}
	return v.Fit(b, fitPad(v), fitZoom)
}

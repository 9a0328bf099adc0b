package render

import (
	"context"
	"image"
	"math"
	"sync"
	"sync/atomic"

	"contested/geo"
	"contested/geo/render/raster"
)

// ringLook is everything that a ring's picture depends on.
type ringLook struct {
	style     StyleName
	key       keyLook
	unit      float64 // device pixels to the dp, text scale included
	radius    float64 // dp at text scale 1
	n         int
	segments  [6]segment
	contested bool
	faded     bool
	vague     bool
	selected  bool
	region    bool
	haze      geo.Precision // not At: the picture is of the soft area about the ring
	count     int           // places of a cluster; 0 for none, uncounted where the number is set beside
}

// uncounted is the count of a cluster whose number is not part of its picture:
// on the map numbers are many, and rings that differ in nothing else few.
const uncounted = -1

// rings is the painter's memory of ring pictures: those made or used of late, and
// those of before, which are forgotten when there are again too many.
type rings struct {
	mu           sync.Mutex
	late, before map[ringLook]*image.RGBA
}

// keptRings is how many pictures one frame may need without forgetting any; twice
// as many are kept at most.
const keptRings = 768

// find is the picture of a look, or nil. The rings are locked.
func (r *rings) find(k ringLook) *image.RGBA {
	m, ok := r.late[k]
	if !ok {
		if m, ok = r.before[k]; ok {
			r.keep(k, m)
		}
	}
	return m
}

// keep remembers a picture. The rings are locked.
func (r *rings) keep(k ringLook, m *image.RGBA) {
	if r.late == nil || len(r.late) >= keptRings {
		r.late, r.before = map[ringLook]*image.RGBA{}, r.late
	}
	r.late[k] = m
}

func lookOf(s *symbol, scene *Scene, unit, scale float64) ringLook {
	k := ringLook{
		style: scene.Style, key: scene.Key.look(), unit: unit, radius: s.radius / scale, n: min(len(s.segments), 6),
		contested: s.contested, faded: s.faded, vague: s.vague,
		region: s.kind == RegionHit,
	}
	copy(k.segments[:], s.segments)
	if s.kind == ClusterHit {
		k.count = len(s.places)
	}
	return k
}

// ring is the picture of a ring. Its centre is the middle of the picture, whose
// sides are odd numbers of pixels.
func (p *Painter) ring(k ringLook) *image.RGBA {
	p.rings.mu.Lock()
	m := p.rings.find(k)
	p.rings.mu.Unlock()
	if m == nil {
		m = p.drawRing(k)
		p.rings.mu.Lock()
		p.rings.keep(k, m)
		p.rings.mu.Unlock()
	}
	return m
}

// ringsOf is the pictures of many rings; those that are not known yet are drawn
// by so many workers, all of which have ended when it returns.
func (p *Painter) ringsOf(looks []ringLook, workers int) []*image.RGBA {
	out := make([]*image.RGBA, len(looks))
	missing := map[ringLook]*image.RGBA{}
	var todo []ringLook
	p.rings.mu.Lock()
	for i, k := range looks {
		if out[i] = p.rings.find(k); out[i] == nil {
			if _, known := missing[k]; !known {
				missing[k] = nil
				todo = append(todo, k)
			}
		}
	}
	p.rings.mu.Unlock()
	if len(todo) == 0 {
		return out
	}
	made := make([]*image.RGBA, len(todo))
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < len(todo); i = int(next.Add(1)) - 1 {
			made[i] = p.drawRing(todo[i])
		}
	}
	var wg sync.WaitGroup
	for range min(workers, len(todo)/8) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
	p.rings.mu.Lock()
	defer p.rings.mu.Unlock()
	for i, k := range todo {
		missing[k] = made[i]
		p.rings.keep(k, made[i])
	}
	for i, k := range looks {
		if out[i] == nil {
			out[i] = missing[k]
		}
	}
	return out
}

func (p *Painter) drawRing(k ringLook) *image.RGBA {
	if k.haze != geo.At {
		return drawHaze(k)
	}
	side := int(math.Ceil((k.radius+selectionReach+1)*k.unit)) + 1
	clip := image.Rect(-side, -side, side+1, side+1)
	var l raster.List
	l.Reset(clip)
	d := ringDrawing{&l, p, k, styleOf(k.style).with(k.style, k.key), raster.Point{X: 0.5, Y: 0.5}}
	d.draw()
	m := image.NewRGBA(clip)
	// A picture that nobody can cancel cannot fail.
	_ = l.Paint(context.Background(), m, 1)
	m.Rect = m.Rect.Add(image.Pt(side, side))
	return m
}

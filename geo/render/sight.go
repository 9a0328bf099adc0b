package render

import (
	"image"
	"math"
	"sync"
)

// Sight is how a picture is seen: by people who tell all colours apart, or by
// those who lack one of the three kinds of cones. It is for previews.
type Sight uint8

// The sights.
const (
	NormalSight Sight = iota
	Protanopia
	Deuteranopia
	Tritanopia
)

// sights are normal vision and full protanopia, deuteranopia and tritanopia:
// matrices on linear RGB from Machado, Oliveira and Fernandes, A
// Physiologically-based Model for Simulation of Color Vision Deficiency (2009).
var sights = [...]struct {
	name string
	m    [9]float64
}{
	{"normal", [9]float64{1, 0, 0, 0, 1, 0, 0, 0, 1}},
	{"protan", [9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
	{"deutan", [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
	{"tritan", [9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
}

// lights are the light of each sRGB value, and the sRGB value of each of 4096
// lights.
var lights = sync.OnceValue(func() *struct {
	of    [256]float64
	value [4096]uint8
} {
	t := new(struct {
		of    [256]float64
		value [4096]uint8
	})
	for i := range t.of {
		t.of[i] = linear(uint8(i))
	}
	for i := range t.value {
		l := float64(i) / 4095
		v := 12.92 * l
		if l > 0.0031308 {
			v = 1.055*math.Pow(l, 1/2.4) - 0.055
		}
		t.value[i] = uint8(255*v + 0.5)
	}
	return t
})

// see turns a picture into what the sight sees, by so many workers.
func (s Sight) see(img *image.RGBA, workers int) {
	if s == NormalSight || int(s) >= len(sights) {
		return
	}
	m, t := &sights[s].m, lights()
	rows := img.Rect.Dy()
	var wg sync.WaitGroup
	for i := range workers {
		lo, hi := rows*i/workers, rows*(i+1)/workers
		wg.Go(func() {
			var was, is [4]uint8 // most pixels are as the one before
			for y := lo; y < hi; y++ {
				row := img.Pix[y*img.Stride:][:4*img.Rect.Dx()]
				for ; len(row) >= 4; row = row[4:] {
					if p := [4]uint8(row); p != was {
						was, is[3] = p, p[3]
						r, g, b := t.of[p[0]], t.of[p[1]], t.of[p[2]]
						for k := range 3 {
							l := m[3*k]*r + m[3*k+1]*g + m[3*k+2]*b
							v := t.value[int(4095*math.Max(0, math.Min(1, l))+0.5)]
							is[k] = min(v, p[3]) // premultiplied: at the soft edge of a card
						}
					}
					copy(row, is[:])
				}
			}
		})
	}
	wg.Wait()
}

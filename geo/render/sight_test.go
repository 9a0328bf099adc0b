package render

import (
	"image"
	"image/color"
	"testing"
)

// Greys stay grey, colours are those of the matrices, and the ways of a preview
// lead to the same pixels whatever the number of workers.
func TestSight(t *testing.T) {
	p := newPainter(t)
	s := everything()
	s.Furniture = Furniture{Legend: true, Title: "As seen without the second cone"}
	v := at(30, 50.2, 7, 640, 400, 1)
	normal := render(t, p, s, v, Options{}).Compose()
	for sight := Protanopia; sight <= Tritanopia; sight++ {
		a := render(t, p, s, v, Options{Sight: sight, Workers: 1}).Compose()
		b := render(t, p, s, v, Options{Sight: sight, Workers: 3, Margin: 40}).Compose()
		changed := 0
		for i := 0; i < len(a.Pix); i += 4 {
			if [4]uint8(a.Pix[i:]) != [4]uint8(b.Pix[i:]) {
				t.Fatalf("%v: pixel %d depends on workers or margin", sight, i/4)
			}
			if [4]uint8(a.Pix[i:]) != [4]uint8(normal.Pix[i:]) {
				changed++
			}
		}
		if changed < 2000 {
			t.Errorf("%v changes %d pixels", sight, changed)
		}
		img := image.NewRGBA(image.Rect(0, 0, 2, 1))
		img.SetRGBA(0, 0, color.RGBA{170, 14, 12, 255})
		img.SetRGBA(1, 0, color.RGBA{128, 128, 128, 255})
		sight.see(img, 1)
		c := img.RGBAAt(0, 0)
		l1, a1, b1 := lab(color.NRGBA{170, 14, 12, 255}, sights[sight].m)
		l2, a2, b2 := lab(color.NRGBA(c), sights[NormalSight].m)
		if d := deltaE(l1, a1, b1, l2, a2, b2); d > 1 {
			t.Errorf("%v: red becomes %v, which is %.1f off", sight, c, d)
		}
		if g := img.RGBAAt(1, 0); absDiff(g.R, g.G) > 1 || absDiff(g.G, g.B) > 1 {
			t.Errorf("%v: grey becomes %v", sight, g)
		}
	}
	golden(t, "sight-deutan", render(t, p, s, v, Options{Sight: Deuteranopia}).Compose())
	if again := render(t, p, s, v, Options{}).Compose(); string(again.Pix) != string(normal.Pix) {
		t.Error("a preview has changed what is kept for others")
	}
}

package mapview

import "image"

// buffers are the pictures of one kind that are painted into by turns, so that a map
// that moves for hours allocates none: one is shown, one waits to be taken, one is
// painted. Fyne reads the pixels of the one that is shown alone, and on its own
// goroutine, to make a texture of them; so another may be painted into as soon as the
// image on the canvas has been given its successor.
type buffers struct {
	free []*image.RGBA // which nobody shows, takes or paints
	made int           // of all there are
}

// most is how many pictures of a kind are kept. While one is handed over there may be
// one more for a moment.
const most = 3

// take is a picture with room for so many bytes. One that is far too small or large,
// as after a change of the window's size, makes way for another.
func (b *buffers) take(room int) *image.RGBA {
	for n := len(b.free); n > 0; n = len(b.free) {
		img := b.free[n-1]
		b.free = b.free[:n-1]
		if c := cap(img.Pix); c >= room && c <= 2*room {
			return img
		}
		b.made--
	}
	b.made++
	return &image.RGBA{Pix: make([]uint8, room)}
}

// give takes back a picture that is shown no more, or was never.
func (b *buffers) give(img *image.RGBA) {
	switch {
	case img == nil:
	case b.made > most:
		b.made--
	default:
		b.free = append(b.free, img)
	}
}

// release forgets the pictures that nobody shows.
func (b *buffers) release() {
	b.made -= len(b.free)
	b.free = nil
}

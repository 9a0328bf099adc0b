// Package mapview is the map widget: it turns gestures into views and shows
// the pictures that geo/render paints of them.
//
// One composited picture lies in one canvas.Image, painted with a margin on
// every side. While anything moves, the last picture is moved and scaled at
// once; the exact one is painted beside Fyne's goroutine and follows. At rest
// every device pixel of the widget is the painted pixel. The furniture (title,
// legend, scale bar, attribution) keeps its place in small images of its own,
// and the few things that answer to the pointer (hover card, focus ring, zoom
// box, fan) are canvas objects on top.
//
// The widget knows no session: a [render.Scene] goes in by [Map.SetScene],
// callbacks come out. Each gesture has its file: wheel, drag, click, box, keys,
// hover, focus, fan.
package mapview

package pdf

import (
	"bytes"
	"math"
)

// matrix is an affine map [a b c d e f] (8.3.4).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is first m, then n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// piece is a character of a page at its place, in points from the bottom left.
type piece struct {
	chars string
	x, y  float64 // of the baseline's start
	end   float64 // x where the next character would stand
	size  float64 // of the type
}

// textState is what of the graphics state concerns text (9.3).
type textState struct {
	ctm              matrix
	font             *font
	size             float64
	charGap, wordGap float64
	stretch          float64
	leading, rise    float64
}

// painter walks a content stream and gathers its characters.
type painter struct {
	f       *file
	state   textState
	saved   []textState
	tm, tlm matrix
	hidden  int   // marked content inside an artifact: headers, footers
	marks   []int // open marked content: 1 for an artifact
	out     []piece
	depth   int // of forms
}

const (
	maxForms = 12
	maxSaved = 512
)

// page gathers the characters of a page.
func (f *file) page(d dict, resources dict, rotate int) ([]piece, error) {
	p := &painter{f: f, state: textState{ctm: identity, stretch: 1}, tm: identity, tlm: identity}
	switch ((rotate % 360) + 360) % 360 {
	case 90:
		p.state.ctm = matrix{0, -1, 1, 0, 0, 0}
	case 180:
		p.state.ctm = matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		p.state.ctm = matrix{0, 1, -1, 0, 0, 0}
	}
	// Several content streams are one, cut between tokens.
	var content []byte
	for _, v := range f.list(d["Contents"]) {
		s, ok := f.resolve(v).(stream)
		if !ok {
			continue
		}
		b, err := f.decode(s)
		if err != nil {
			return nil, err
		}
		content = append(append(content, b...), '\n')
	}
	err := p.run(content, resources)
	return p.out, err
}

// run interprets a content stream.
func (p *painter) run(content []byte, resources dict) error {
	l := lexer{b: content}
	var args array
	for {
		v := l.value()
		o, ok := v.(op)
		if !ok {
			if len(args) < 4096 {
				args = append(args, v)
			}
			continue
		}
		if o == "" {
			return nil
		}
		if p.f.limits.Operators--; p.f.limits.Operators < 0 {
			return ErrLimit
		}
		if o == "BI" {
			skipInlineImage(&l)
		} else if err := p.operator(o, args, resources); err != nil {
			return err
		}
		args = args[:0]
	}
}

// skipInlineImage passes over the bytes of an inline image (8.9.7).
func skipInlineImage(l *lexer) {
	for i := l.pos; i < len(l.b); {
		j := bytes.Index(l.b[i:], []byte("EI"))
		if j < 0 {
			l.pos = len(l.b)
			return
		}
		j += i
		if j > 0 && isSpace(l.b[j-1]) && (j+2 == len(l.b) || isSpace(l.b[j+2])) {
			l.pos = j + 2
			return
		}
		i = j + 2
	}
}

// num is the i-th operand as a number, 0 if it is none.
func num(args array, i int) float64 {
	if i < len(args) {
		if x, ok := args[i].(float64); ok && !math.IsInf(x, 0) && !math.IsNaN(x) {
			return x
		}
	}
	return 0
}

func matrixOf(args array) (m matrix, ok bool) {
	if len(args) < 6 {
		return identity, false
	}
	for i := range m {
		m[i] = num(args, i)
	}
	return m, true
}

// operator carries out one operator.
func (p *painter) operator(o op, args array, resources dict) error {
	s := &p.state
	switch o {
	case "q":
		if len(p.saved) < maxSaved {
			p.saved = append(p.saved, *s)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			*s, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(args); ok {
			s.ctm = m.then(s.ctm)
		}
	case "BT":
		p.tm, p.tlm = identity, identity
	case "Tf":
		if len(args) >= 2 {
			n, _ := args[0].(name)
			if v, ok := p.f.dict(resources["Font"])[n]; ok {
				s.font = p.f.font(v)
			} else {
				s.font = nil
			}
			s.size = num(args, 1)
		}
	case "Tc":
		s.charGap = num(args, 0)
	case "Tw":
		s.wordGap = num(args, 0)
	case "Tz":
		s.stretch = num(args, 0) / 100
	case "TL":
		s.leading = num(args, 0)
	case "Ts":
		s.rise = num(args, 0)
	case "Td":
		p.move(num(args, 0), num(args, 1))
	case "TD":
		s.leading = -num(args, 1)
		p.move(num(args, 0), num(args, 1))
	case "Tm":
		if m, ok := matrixOf(args); ok {
			p.tm, p.tlm = m, m
		}
	case "T*":
		p.move(0, -s.leading)
	case "'":
		p.move(0, -s.leading)
		return p.show(args, 0)
	case "\"":
		s.wordGap, s.charGap = num(args, 0), num(args, 1)
		p.move(0, -s.leading)
		return p.show(args, 2)
	case "Tj":
		return p.show(args, 0)
	case "TJ":
		if len(args) > 0 {
			list, _ := args[0].(array)
			for i, v := range list {
				if x, ok := v.(float64); ok {
					p.advance(-x / 1000 * s.size * s.stretch)
				} else if err := p.show(list, i); err != nil {
					return err
				}
			}
		}
	case "BMC", "BDC":
		artifact := 0
		if len(args) > 0 && args[0] == name("Artifact") {
			artifact = 1
		}
		p.hidden += artifact
		if len(p.marks) < 4096 {
			p.marks = append(p.marks, artifact)
		}
	case "EMC":
		if n := len(p.marks); n > 0 {
			p.hidden -= p.marks[n-1]
			p.marks = p.marks[:n-1]
		}
	case "Do":
		if len(args) > 0 {
			n, _ := args[0].(name)
			return p.form(p.f.dict(resources["XObject"])[n], resources)
		}
	}
	return nil
}

// form draws a form XObject (8.10), which may hold text.
func (p *painter) form(v any, resources dict) error {
	s, ok := p.f.resolve(v).(stream)
	if !ok || p.f.name(s.dict["Subtype"]) != "Form" || p.depth >= maxForms {
		return nil
	}
	b, err := p.f.decode(s)
	if err != nil {
		return err
	}
	if own := p.f.dict(s.dict["Resources"]); own != nil {
		resources = own
	}
	state, saved := p.state, p.saved
	p.saved = nil
	if m, ok := matrixOf(p.f.array(s.dict["Matrix"])); ok {
		p.state.ctm = m.then(p.state.ctm)
	}
	p.depth++
	err = p.run(b, resources)
	p.depth--
	p.state, p.saved = state, saved
	return err
}

func (p *painter) move(x, y float64) {
	p.tlm = matrix{1, 0, 0, 1, x, y}.then(p.tlm)
	p.tm = p.tlm
}

func (p *painter) advance(x float64) {
	p.tm = matrix{1, 0, 0, 1, x, 0}.then(p.tm)
}

// show places the characters of a string (9.4.4).
func (p *painter) show(args array, i int) error {
	if i >= len(args) {
		return nil
	}
	str, ok := args[i].(text)
	s := &p.state
	if !ok || s.font == nil {
		return nil
	}
	s.font.glyphs(str, func(g glyph) {
		p.f.limits.Glyphs--
		at := matrix{1, 0, 0, 1, 0, s.rise}.then(p.tm).then(s.ctm)
		step := g.width*s.size + s.charGap
		if g.space {
			step += s.wordGap
		}
		width := g.width * s.size * s.stretch
		p.advance(step * s.stretch)
		// Only text that runs from left to right is text of the article: what
		// is turned is a watermark, a label of a drawing or a margin.
		if p.hidden > 0 || at[0] <= 0 || math.Abs(at[1]) > 0.3*at[0] || p.f.limits.Glyphs < 0 {
			return
		}
		size := math.Abs(s.size) * math.Hypot(at[2], at[3])
		if size < 0.5 || math.IsNaN(at[4]) || math.IsNaN(at[5]) {
			return
		}
		p.out = append(p.out, piece{g.chars, at[4], at[5], at[4] + width*at[0], size})
	})
	if p.f.limits.Glyphs < 0 {
		return ErrLimit
	}
	return nil
}

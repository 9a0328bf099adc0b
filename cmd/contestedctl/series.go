package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"contested/geo/session"
)

// frameTime is how long each picture of an animation is shown.
const frameTime = 700 * time.Millisecond

// step reads a step of time: 1d, 2w, 6h, 90m.
func step(s string) (time.Duration, error) {
	for unit, length := range map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			if k, err := strconv.Atoi(n); err == nil && k > 0 && k < 10000 {
				return time.Duration(k) * length, nil
			}
		}
	}
	if d, err := time.ParseDuration(s); err == nil && d >= time.Minute {
		return d, nil
	}
	return 0, fmt.Errorf("the step %q is not of the form 1d, 2w or 6h", s)
}

// series draws a picture for each step of time: into a folder, or as one animated
// picture.
func (p *program) series(c *command, s *session.State, pic session.Picture, every, file string) error {
	d, err := step(every)
	if err != nil {
		return usageError{c, err.Error()}
	}
	k, err := p.start().Series(p.ctx, s, pic, d)
	if err != nil {
		return err
	}
	n := len(k.Moments)
	info, err := os.Stat(file)
	if strings.HasSuffix(file, string(filepath.Separator)) || strings.HasSuffix(file, "/") || err == nil && info.IsDir() {
		return p.start().WriteFolder(p.ctx, k, file, func(i int, name string, kept bool) {
			what := ""
			if kept {
				what = " (was there already)"
			}
			p.donef("%d of %d: %s%s", i+1, n, name, what)
		})
	}
	if f, ok := session.FormatOf(file); !ok && file != "-" || f != session.PNG {
		return usageError{c, "a series is written into a folder (-o FOLDER/) or as an animated picture (-o NAME.png)"}
	}
	return p.output(file, func(w io.Writer) error {
		return p.start().WriteAnimation(p.ctx, w, k, frameTime, func(i int) { p.donef("%d of %d: %s", i+1, n, k.Moments[i].Format("2006-01-02 15:04")) })
	})
}

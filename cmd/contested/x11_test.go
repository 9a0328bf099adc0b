package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"time"
)

// askToClose sends a window the message that a window manager sends when its
// close button is pressed (ICCCM 4.2.8, WM_DELETE_WINDOW). xdotool can only
// destroy windows, which no user can.
func askToClose(display string, window uint32) error {
	c, err := net.Dial("unix", "/tmp/.X11-unix/X"+display[1:])
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(deadline)); err != nil {
		return err
	}
	le := binary.LittleEndian
	// Connection set-up, without authorisation.
	if _, err := c.Write([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(c, head); err != nil {
		return err
	}
	if _, err := io.CopyN(io.Discard, c, 4*int64(le.Uint16(head[6:]))); err != nil {
		return err
	}
	if head[0] != 1 {
		return fmt.Errorf("the X server refused the connection (%d)", head[0])
	}
	atom := func(name string) (uint32, error) {
		n := len(name)
		req := make([]byte, 8+(n+3)/4*4)
		req[0] = 16 // InternAtom
		le.PutUint16(req[2:], uint16(len(req)/4))
		le.PutUint16(req[4:], uint16(n))
		copy(req[8:], name)
		if _, err := c.Write(req); err != nil {
			return 0, err
		}
		reply := make([]byte, 32)
		if _, err := io.ReadFull(c, reply); err != nil {
			return 0, err
		}
		if reply[0] != 1 {
			return 0, fmt.Errorf("no atom %s", name)
		}
		return le.Uint32(reply[8:]), nil
	}
	protocols, err := atom("WM_PROTOCOLS")
	if err != nil {
		return err
	}
	remove, err := atom("WM_DELETE_WINDOW")
	if err != nil {
		return err
	}
	req := make([]byte, 44) // SendEvent of a ClientMessage
	req[0] = 25
	le.PutUint16(req[2:], 11)
	le.PutUint32(req[4:], window)
	event := req[12:]
	event[0], event[1] = 33, 32
	le.PutUint32(event[4:], window)
	le.PutUint32(event[8:], protocols)
	le.PutUint32(event[12:], remove)
	if _, err := c.Write(req); err != nil {
		return err
	}
	_, err = atom("WM_PROTOCOLS") // its reply says that the event has been taken
	return err
}

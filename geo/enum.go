package geo

import "fmt"

// words is the closed list of names of an enumeration, in order of its values.
// Names are what files, exports and scorers see; numbers never leave memory.
type words struct {
	list  []string
	index map[string]uint8
}

func enum(list ...string) words {
	w := words{list, make(map[string]uint8, len(list))}
	for i, s := range list {
		w.index[s] = uint8(i)
	}
	return w
}

func (w words) name(v uint8) string {
	if int(v) < len(w.list) {
		return w.list[v]
	}
	return fmt.Sprintf("invalid(%d)", v)
}

func (w words) marshal(v uint8) ([]byte, error) {
	if int(v) >= len(w.list) {
		return nil, fmt.Errorf("value %d is not one of %v", v, w.list)
	}
	return []byte(w.list[v]), nil
}

func (w words) unmarshal(b []byte, v *uint8) error {
	i, ok := w.index[string(b)]
	if !ok {
		return fmt.Errorf("%q is not one of %v", b, w.list)
	}
	*v = i
	return nil
}

package read

type tag uint8
type stance uint8
type frames uint8
type pattern struct{}
type partyEntry struct{}

const patternSets = 8

func (r *Reader) mentions(d *document) {}
func (r *Reader) anaphora(d *document) {}

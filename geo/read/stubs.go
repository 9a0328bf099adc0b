package read

type partyEntry struct{}


func (r *Reader) mentions(d *document) {}
func (r *Reader) anaphora(d *document) {}

package read

type partyEntry struct{}

func (r *Reader) anaphora(d *document) {}

type speaker struct{}

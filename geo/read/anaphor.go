package read

func (r *Reader) anaphora(d *document) {}

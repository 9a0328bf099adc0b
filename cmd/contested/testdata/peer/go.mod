module contested/peer

go 1.26

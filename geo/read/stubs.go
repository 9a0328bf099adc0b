package read

type partyEntry struct{}

type speaker struct{}

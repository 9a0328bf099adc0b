package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"

	"contested/geo"
)

// publishersFile is the table of known publishers below the assets: party,
// name, hosts and other names, separated by tabs; hosts and names by "|". A
// host stands for the hosts below it too.
const publishersFile = "lexicon/publishers.tsv"

// publishers is the table of known publishers. The zero table knows none.
type publishers struct {
	byName map[string]geo.Publisher // folded
	byHost map[string]geo.Publisher
}

func loadPublishers(fsys fs.FS) (*publishers, error) {
	p := &publishers{map[string]geo.Publisher{}, map[string]geo.Publisher{}}
	if fsys == nil {
		return p, nil
	}
	f, err := fsys.Open(publishersFile)
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the table of publishers: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), " ")
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		var pub geo.Publisher
		if len(cols) < 2 || pub.Party.UnmarshalText([]byte(cols[0])) != nil {
			return nil, fmt.Errorf("%s, line %d: a line has a party and a name, and may have hosts and other names, separated by tabs", publishersFile, n)
		}
		pub.Name = cols[1]
		p.byName[foldName(pub.Name)] = pub
		if len(cols) > 2 {
			for h := range strings.SplitSeq(cols[2], "|") {
				if h = strings.TrimSpace(h); h != "" {
					p.byHost[h] = pub
				}
			}
		}
		if len(cols) > 3 {
			for s := range strings.SplitSeq(cols[3], "|") {
				if s = foldName(s); s != "" {
					p.byName[s] = pub
				}
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", publishersFile, err)
	}
	return p, nil
}

// resolve completes what an article says of its publisher. A party that the
// article itself gives is kept; else the table decides, by name before address;
// else the publisher is press (GUIDELINE section 2).
func (p *publishers) resolve(pub geo.Publisher, party bool, address, sender string) geo.Publisher {
	pub.Name = strings.Join(strings.Fields(pub.Name), " ")
	known, ok := p.byName[foldName(pub.Name)]
	if !ok {
		known, ok = p.host(hostOf(address))
	}
	if !ok {
		if i := strings.LastIndexByte(sender, '@'); i >= 0 {
			known, ok = p.host(strings.ToLower(sender[i+1:]))
		}
	}
	if pub.Name == "" {
		pub.Name = known.Name
		// The table's names for whole domains are no names of publishers.
		if !ok || strings.HasPrefix(pub.Name, "*") {
			pub.Name = strings.TrimPrefix(hostOf(address), "www.")
		}
	}
	switch {
	case party:
	case ok:
		pub.Party = known.Party
	default:
		pub.Party = geo.Press
	}
	return pub
}

// host finds the longest known domain that host is or lies below.
func (p *publishers) host(host string) (geo.Publisher, bool) {
	for host != "" {
		if pub, ok := p.byHost[host]; ok {
			return pub, true
		}
		_, above, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = above
	}
	return geo.Publisher{}, false
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// foldName makes names comparable: case, quotes, a leading "the" and the
// spaces around do not count.
func foldName(s string) string {
	s = strings.ToLower(s)
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"'«»“”„’ʼ`", r) {
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimPrefix(s, "the ")
}

// webAddress is s as an absolute http or https address without a fragment, or
// empty when it is none.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(s) > 2048 {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	return u.String()
}

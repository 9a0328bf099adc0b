# The two commands a newcomer needs are `make run` and `make test`.
# Both install what is missing on Debian and Ubuntu (and say so), then work.

SHELL   := /bin/bash
VERSION := $(shell sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -s -w -X main.version=$(VERSION)
SHARED  ?= ../shared
GOLANGCI_VERSION := v2.15.0

# Everything but the window's own program compiles and tests without cgo.
PLAIN := ./assets/... ./geo/... ./gui/... ./cmd/contestedctl/... ./cmd/mkassets/...

.PHONY: run test build lint bench bench-baseline bench-window soak bench-picture bench-document score assets package clean

run:
	@bash .ci/install run
	@$(MAKE) --no-print-directory build
	@./build/contested $(ARGS)

build:
	@mkdir -p build
	@if [ ! -x build/contested ]; then echo "Building; the first time takes some minutes."; fi
	@go build $(BUILDFLAGS) -ldflags '$(LDFLAGS)' -o build/contested ./cmd/contested
	@CGO_ENABLED=0 go build $(BUILDFLAGS) -ldflags '$(LDFLAGS)' -o build/contestedctl ./cmd/contestedctl

# 1. everything without a window, without cgo and without a display;
# 2. the real window, under a virtual display.
test:
	@bash .ci/install test
	CGO_ENABLED=0 go vet $(PLAIN)
	CONTESTED_GDAL_TESTS=1 CGO_ENABLED=0 go test $(PLAIN)
	CONTESTED_WINDOW_TESTS=1 go test -count=1 ./cmd/contested/...

lint: .tools/golangci-lint-$(GOLANGCI_VERSION)
	.tools/golangci-lint-$(GOLANGCI_VERSION) run ./...

.tools/golangci-lint-$(GOLANGCI_VERSION):
	@mkdir -p .tools
	GOBIN=$(CURDIR)/.tools go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	@mv .tools/golangci-lint $@

bench:
	CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem $(PLAIN)

# The painter's figures, to be committed; on a machine that has nothing else to do.
bench-baseline:
	@bash .ci/bench-baseline

# The window under a virtual display, beside an empty window and fyne-x's map,
# which lives in a module of its own and may be missing.
bench-window:
	@bash .ci/install test
	@$(MAKE) --no-print-directory build
	@rm -f build/peer; (cd cmd/contested/testdata/peer && go build -o $(CURDIR)/build/peer .) || true
	@go run ./cmd/contested/testdata/bench -o build/bench-window.json build/contested $$(ls build/peer 2>/dev/null)

# The window panned for so long: does its memory stay? An hour: make soak LONG=1h
LONG ?= 10m
soak:
	@bash .ci/install test
	@$(MAKE) --no-print-directory build
	@go run ./cmd/contested/testdata/bench -soak $(LONG) build/contested

# Pictures, as whole processes beside go-staticmaps and Mapnik.
bench-picture:
	@bash .ci/bench-picture

# A document of 100,000 invented articles, as whole processes: import, opening to
# the first map, filtering, a correction; time and most memory of each.
bench-document:
	@bash .ci/bench-document

# Figures of the reader: over our own annotated articles, and over the shared
# material where a checkout of it lies beside the project.
score:
	@mkdir -p build
	@CGO_ENABLED=0 go build -o build/contestedctl ./cmd/contestedctl
	@bash .ci/score build/contestedctl "$(SHARED)"

# Builds the embedded ground and gazetteer anew from their sources.
assets:
	@bash .ci/install assets
	CGO_ENABLED=0 go run ./cmd/mkassets all

package:
	@bash .ci/install package
	@$(MAKE) --no-print-directory build BUILDFLAGS=-trimpath
	@bash .ci/package "$(VERSION)"

clean:
	rm -rf build .tools

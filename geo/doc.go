// Package geo is the vocabulary of Contested: articles, places, sources,
// claims, and the spans, intervals and filters that tie them together.
//
// # The one promise
//
// Nothing is on the map without the sentence it comes from. The types here are
// built so that the promise cannot be broken by accident: an [Article]'s text
// never changes once stored, everything read out of it points back into it with
// byte [Span]s, and a [Claim] is only valid (see [Claim.Validate]) when its
// content and excerpt are such spans.
//
// # Conventions
//
// Coordinates are orb.Points, [longitude, latitude] in degrees (WGS 84). Spans
// are half-open byte ranges on rune boundaries. Values handed out by any
// package are shared and must not be changed by the receiver.
package geo

// A module of its own, so that what the comparison needs stays out of the main one.
module github.com/mvainnsyn/mvainnsyn/tools/bench

go 1.26.0

require github.com/mvainnsyn/mvainnsyn v0.0.0

replace github.com/mvainnsyn/mvainnsyn => ../..

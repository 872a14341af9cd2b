"""A council on your desk: an invented district assembly that publishes itself as ALLRIS 3 pages on loopback."""

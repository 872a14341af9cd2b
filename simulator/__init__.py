"""A Telegram on your desk, for the demo, tests and benchmarks."""

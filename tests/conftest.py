"""What holds for every test."""

import os

from hypothesis import settings

# No deadlines: a busy machine is not a bug. The long form tries ten times as many examples.
settings.register_profile("usual", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile("nightly" if os.environ.get("RATSBOTE_NIGHTLY") else "usual")

"""Telegram: how calls go out, how updates come in."""

import os

# python-telegram-bot warns at each 429 unless this is set, and looks it up each time.
os.environ["PTB_TIMEDELTA"] = "1"

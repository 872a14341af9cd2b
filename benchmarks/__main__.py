"""`make bench`: every benchmark once, one line each."""

import asyncio

from benchmarks import answers, notices

if __name__ == "__main__":
    asyncio.run(answers.measure())
    asyncio.run(notices.measure())

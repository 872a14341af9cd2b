"""What is stored at all, as answers mention it."""

from handlers.desk import Desk
from storage.questions import stored
from views.choices import Stock

# The form of a number, for a bot that has nothing stored yet.
_FORM = "20-1554"


async def stock_of(desk: Desk) -> tuple[Stock, int | None]:
    """The stock, and the row of the paper that serves as its example (None while nothing is stored)."""
    found = await desk.database.read(stored)
    stock = Stock(papers=found.papers, bodies=found.bodies, example=found.example_reference or _FORM)
    return stock, found.example_row

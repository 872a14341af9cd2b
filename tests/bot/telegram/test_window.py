"""What may be confirmed, and what is new."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.telegram.window import Arrival, Window


def batch(*numbers: int, story: int = 1) -> tuple[Arrival, ...]:
    return tuple(Arrival(number, story) for number in numbers)


def received(window: Window, *numbers: int, story: int = 1) -> tuple[int, ...]:
    fresh = window.receive(batch(*numbers, story=story), asked=window.offset)
    return tuple(arrival.update_id for arrival in fresh)


def finish(window: Window, *numbers: int, story: int = 1) -> None:
    for arrival in batch(*numbers, story=story):
        window.finish(arrival)


def test_first_question_names_no_offset() -> None:
    assert Window().offset is None


def test_offset_is_the_lowest_not_yet_handled() -> None:
    window = Window()
    assert received(window, 5, 6, 7) == (5, 6, 7)
    finish(window, 6, 7)
    assert window.offset == 5
    finish(window, 5)
    assert window.offset == 8


def test_what_is_delivered_again_is_not_handled_again() -> None:
    window = Window()
    received(window, 5, 6, 7)
    finish(window, 6)
    assert received(window, 5, 6, 7, 8) == (8,)


def test_order_is_by_number() -> None:
    assert received(Window(), 9, 5, 7, 5) == (5, 7, 9)


def test_nothing_new_keeps_the_offset() -> None:
    window = Window()
    received(window, 5)
    finish(window, 5)
    assert received(window) == ()
    assert window.offset == 6


def test_confirmed_batch_that_comes_once_more_is_ignored() -> None:
    window = Window()
    received(window, 5, 6)
    finish(window, 5, 6)
    received(window)
    assert received(window, 5, 6) == ()
    assert received(window, 5, 6, 7) == (7,)


def test_lower_numbers_are_a_new_sequence() -> None:
    window = Window()
    received(window, 1000, 1001)
    finish(window, 1000, 1001)
    received(window)
    assert received(window, 3, 4) == (3, 4)
    finish(window, 3, 4)
    assert window.offset == 5


def test_new_sequence_forgets_what_was_in_hand() -> None:
    window = Window()
    received(window, 1000, 1001)
    assert received(window, 3) == (3,)
    finish(window, 1000, 1001)
    assert window.offset == 3


def test_same_number_with_another_story_is_another_update() -> None:
    window = Window()
    received(window, 1, 2)
    assert received(window, 1, 2, story=2) == (1, 2)
    finish(window, 1, story=1)
    assert window.offset == 1


class Deliveries(RuleBasedStateMachine):
    """A queue as Telegram keeps it, a bot that may die, and everything handled at least once."""

    def __init__(self) -> None:
        super().__init__()
        self.queue: list[Arrival] = []
        self.next_number = 100
        self.sent: set[Arrival] = set()
        self.handled: list[Arrival] = []
        self.handled_in_this_life: set[Arrival] = set()
        self.hand: list[Arrival] = []
        self.window = Window()

    @rule(count=st.integers(1, 5))
    def somebody_writes(self, count: int) -> None:
        for _ in range(count):
            arrival = Arrival(self.next_number, len(self.sent))
            self.next_number += 1
            self.queue.append(arrival)
            self.sent.add(arrival)

    @rule(limit=st.integers(1, 8))
    def poll(self, limit: int) -> None:
        asked = self.window.offset
        self.queue = [arrival for arrival in self.queue if asked is None or not self._confirms(asked, arrival)]
        fresh = self.window.receive(self.queue[:limit], asked=asked)
        assert not self.handled_in_this_life & set(fresh)
        assert not set(self.hand) & set(fresh)
        self.hand.extend(fresh)

    @precondition(lambda self: self.hand)
    @rule(data=st.data())
    def finish_one(self, data: st.DataObject) -> None:
        arrival = data.draw(st.sampled_from(self.hand))
        self.hand.remove(arrival)
        self.handled.append(arrival)
        self.handled_in_this_life.add(arrival)
        self.window.finish(arrival)

    @rule()
    def die_and_start_again(self) -> None:
        self.hand.clear()
        self.handled_in_this_life.clear()
        self.window = Window()

    @precondition(lambda self: not self.queue and not self.hand)
    @rule(number=st.integers(1, 10_000))
    def a_week_of_silence(self, number: int) -> None:
        self.next_number = number

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.sent - set(self.handled) <= set(self.queue)

    @invariant()
    def window_agrees_on_what_is_in_hand(self) -> None:
        assert self.window.in_hand == len(self.hand)

    def teardown(self) -> None:
        while self.queue or self.hand:
            self.poll(100)
            for arrival in tuple(self.hand):
                self.hand.remove(arrival)
                self.handled.append(arrival)
                self.window.finish(arrival)
        assert set(self.handled) == self.sent

    def _confirms(self, asked: int, arrival: Arrival) -> bool:
        # An offset far from the queue means its beginning, as Telegram does after a week of silence.
        numbers = [queued.update_id for queued in self.queue]
        return arrival.update_id < asked <= max(numbers) + 1


TestDeliveries = Deliveries.TestCase
TestDeliveries.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)

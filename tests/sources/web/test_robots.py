"""robots.txt: asked first, once a day, obeyed, and overruled only by name."""

import asyncio

import pytest

from sources.errors import Refused, Unreachable
from sources.web.robots import PRODUCT, concerning_us, parsed
from tests.sources.web.councils import FORBIDS_ALL, Answering, Clock, Council, council, page, reader, redirect


def with_robots(there: Council, answer: Answering) -> None:
    there.pages["/robots.txt"] = answer
    there.pages["/bi/vo020.asp"] = page("gelesen")


async def test_a_host_that_forbids_is_not_read() -> None:
    async with council() as there, reader([there.url()]) as bot:
        with_robots(there, page(FORBIDS_ALL))
        with pytest.raises(Refused, match="RATSBOTE_PERMITTED_HOSTS"):
            await bot.fetch(there.url())
        verdict = await bot.verdict(there.url())
    assert (verdict.allowed, verdict.permitted_by_operator) == (False, False)
    assert "verbietet" in verdict.reason
    assert "RATSBOTE_PERMITTED_HOSTS" in verdict.reason
    assert there.asked == ["/robots.txt"]


async def test_with_permission_it_is_read_and_that_is_said() -> None:
    async with council() as there:
        for permitted in ("127.0.0.1", f"127.0.0.1:{there.port}"):
            async with reader([there.url()], permitted_hosts=["ris.other.example", permitted]) as bot:
                with_robots(there, page(FORBIDS_ALL))
                assert (await bot.fetch(there.url())).body == b"gelesen"
                verdict = await bot.verdict(there.url())
            assert (verdict.allowed, verdict.permitted_by_operator) == (True, True)
            assert "trotzdem" in verdict.reason


async def test_permission_for_one_host_is_none_for_another() -> None:
    async with council() as there, reader([there.url()], permitted_hosts=["127.0.0.10", "0.0.1"]) as bot:
        with_robots(there, page(FORBIDS_ALL))
        with pytest.raises(Refused):
            await bot.fetch(there.url())


async def test_a_host_that_allows_needs_no_permission() -> None:
    async with council() as there, reader([there.url()], permitted_hosts=["127.0.0.1"]) as bot:
        with_robots(there, page("User-agent: *\nDisallow: /ri/\n"))
        verdict = await bot.verdict(there.url())
    assert (verdict.allowed, verdict.permitted_by_operator) == (True, False)
    assert "erlaubt" in verdict.reason


async def test_a_word_for_us_counts_more_than_the_word_for_all() -> None:
    async with council() as there, reader([there.url()]) as bot:
        with_robots(there, page(FORBIDS_ALL + "User-agent: ratsbote\nAllow: /bi/\nDisallow: /\n"))
        assert (await bot.verdict(there.url("/bi/vo020.asp"))).allowed
        assert not (await bot.verdict(there.url("/ri/vo020.asp"))).allowed


async def test_wildcards_and_query_strings_are_understood() -> None:
    async with council() as there, reader([there.url()]) as bot:
        with_robots(there, page("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*selfaction=\n"))
        assert (await bot.verdict(there.url("/bi/vo020.asp?VOLFDNR=1"))).allowed
        assert not (await bot.verdict(there.url("/bi/x.pdf"))).allowed
        assert not (await bot.verdict(there.url("/bi/to010.asp?selfaction=ws"))).allowed


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_no_robots_txt_allows(status: int) -> None:
    async with council() as there, reader([there.url()]) as bot:
        with_robots(there, page(FORBIDS_ALL, status=status))
        assert (await bot.fetch(there.url())).body == b"gelesen"


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_robots_txt_in_trouble_forbids_for_now(status: int) -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.url()], clock=clock) as bot:
        with_robots(there, page(status=status))
        with pytest.raises(Unreachable) as caught:
            await bot.fetch(there.url())
        with pytest.raises(Unreachable):
            await bot.verdict(there.url())
        assert there.pages_asked == []
        there.pages["/robots.txt"] = page("")
        clock.seconds += caught.value.retry_after or 0
        clock.seconds += 60
        assert (await bot.fetch(there.url())).body == b"gelesen"


async def test_where_reading_is_permitted_a_robots_txt_in_trouble_is_no_obstacle() -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.url()], clock=clock, permitted_hosts=["127.0.0.1"]) as bot:
        with_robots(there, page(status=500))
        for _ in range(3):
            assert (await bot.fetch(there.url())).body == b"gelesen"
        verdict = await bot.verdict(there.url())
    assert verdict.permitted_by_operator
    assert "nicht zu lesen" in verdict.reason
    assert there.asked.count("/robots.txt") == 1


async def test_it_is_asked_once_a_day() -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.url()], clock=clock) as bot:
        with_robots(there, page(""))
        await asyncio.gather(*(bot.fetch(there.url()) for _ in range(3)))
        assert there.asked.count("/robots.txt") == 1
        there.pages["/robots.txt"] = page(FORBIDS_ALL)
        clock.seconds += 23 * 3600
        await bot.fetch(there.url())
        clock.seconds += 2 * 3600
        with pytest.raises(Refused):
            await bot.fetch(there.url())
    assert there.asked.count("/robots.txt") == 2


async def test_each_page_of_a_redirect_is_checked() -> None:
    async with council(a=redirect("b.asp"), b=page()) as there, reader([there.url()]) as bot:
        with_robots(there, page("User-agent: *\nDisallow: /bi/b.asp\n"))
        with pytest.raises(Refused, match="robots"):
            await bot.fetch(there.url("/bi/a.asp"))
    assert there.pages_asked == ["/bi/a.asp"]


async def test_a_robots_txt_may_have_moved_on_its_host_but_not_away() -> None:
    async with council() as elsewhere, council() as there, reader([there.url()]) as bot:
        with_robots(there, redirect("/bi/robots.asp"))
        there.pages["/bi/robots.asp"] = page(FORBIDS_ALL)
        assert not (await bot.verdict(there.url())).allowed
        assert there.asked == ["/robots.txt", "/bi/robots.asp"]
    async with council() as elsewhere, council() as there, reader([there.url()]) as bot:
        with_robots(there, redirect(elsewhere.url("/robots.txt")))
        verdict = await bot.verdict(there.url())
    assert not verdict.allowed
    assert "nicht zu lesen" in verdict.reason
    assert elsewhere.requests == []


async def test_a_robots_txt_that_cannot_be_read_is_asked_again_within_the_hour() -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.url()], clock=clock) as bot:
        with_robots(there, redirect("https://login.example/"))
        with pytest.raises(Refused):
            await bot.fetch(there.url())
        there.pages["/robots.txt"] = page("")
        clock.seconds += 3_600
        assert (await bot.fetch(there.url())).body == b"gelesen"


async def test_only_the_first_half_megabyte_counts() -> None:
    filler = "# nichts\n" * 60_000
    async with council() as there, reader([there.url()]) as bot:
        with_robots(there, page(f"User-agent: *\nDisallow: /bi/\n{filler}Allow: /bi/vo020.asp\n"))
        with pytest.raises(Refused):
            await bot.fetch(there.url())


async def test_crawl_delay_is_kept() -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.named()], clock=clock) as bot:
        with_robots(there, page("User-agent: *\nCrawl-delay: 20\n"))
        await bot.fetch(there.named())
        await bot.fetch(there.named())
    assert [request.at for request in there.requests] == [0.0, 1.0, 21.0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeffUser-agent: *\nDisallow: /\n",
        "<html><body>Seite nicht gefunden</body></html>",
        "\x00\x01\x02",
        "User-agent: *\nCrawl-delay: nan\nCrawl-delay: -5\nCrawl-delay: 1e999\nRequest-rate: 1/0\n",
        "Disallow: /\nUser-agent\n:\n: :\n",
    ],
)
async def test_whatever_stands_there_can_be_read(text: str) -> None:
    rules = await parsed(text.encode("utf-8"))
    assert rules.can_fetch("https://ris.example/bi/vo020.asp", PRODUCT) is not text.startswith("\ufeff")
    assert rules.crawl_delay(PRODUCT) is None


async def test_groups_for_thousands_of_others_cost_nothing() -> None:
    agents = "".join(f"User-agent: robot{number}\n" for number in range(20_000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(300))
    ours = "User-agent: Ratsbote\nDisallow: /ri/\n"
    named = {line for line in concerning_us(agents + rules + ours).splitlines() if line.startswith("User-agent")}
    assert named == {"User-agent: somebody-else", "User-agent: Ratsbote"}
    found = await parsed(f"{agents}{rules}{ours}".encode())
    assert not found.can_fetch("https://ris.example/ri/", PRODUCT)
    assert found.can_fetch("https://ris.example/1", PRODUCT)


async def test_a_group_we_share_with_others_is_ours_too() -> None:
    found = await parsed(b"User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /x\nUser-agent: c\nDisallow: /y\n")
    assert not found.can_fetch("https://ris.example/x", PRODUCT)
    assert found.can_fetch("https://ris.example/y", PRODUCT)

"""Which machines may be connected to."""

import pytest

from sources.errors import Refused
from sources.web.addresses import CheckedResolver, is_loopback, is_public
from tests.sources.web.councils import Names, council, page, reader

PRIVATE = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::808:808",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2130706433",
    "0x7f.1",
    "127.1",
    "0177.0.0.1",
    "name.example",
    "",
]
PUBLIC = ["8.8.8.8", "193.96.0.1", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


def test_loopback_is_told_by_the_host_as_written() -> None:
    assert all(map(is_loopback, ("localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1")))
    assert not any(map(is_loopback, ("localhost.example", "127.0.0.1.example", "10.0.0.1", "8.8.8.8", "", "127.1")))


async def test_a_name_that_leads_inside_is_refused_before_a_connection() -> None:
    async with council(vo020=page()) as canary:
        for address in ("127.0.0.1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254"):
            async with reader([canary.named()], resolver=CheckedResolver(Names(address))) as bot:
                with pytest.raises(Refused, match="im eigenen Netz"):
                    await bot.fetch(canary.named())
                with pytest.raises(Refused, match="im eigenen Netz"):  # no failure of the host: nothing was asked
                    await bot.fetch(canary.named())
    assert canary.requests == []


async def test_a_name_whose_answer_changes_is_checked_each_time() -> None:
    names = Names("127.0.0.1")
    resolver = CheckedResolver(names)
    with pytest.raises(Refused):
        await resolver.resolve("ris.example", 80)
    names.addresses = ("8.8.8.8",)
    assert [each["host"] for each in await resolver.resolve("ris.example", 80)] == ["8.8.8.8"]
    names.addresses = ("192.168.0.1",)
    with pytest.raises(Refused):
        await resolver.resolve("ris.example", 80)


async def test_of_mixed_answers_only_the_public_ones_are_used() -> None:
    found = await CheckedResolver(Names("10.0.0.1", "8.8.8.8", "::1", "2a00:1450::1")).resolve("ris.example", 443)
    assert [each["host"] for each in found] == ["8.8.8.8", "2a00:1450::1"]


async def test_localhost_leads_to_this_machine_only() -> None:
    found = await CheckedResolver(Names("127.0.0.1", "8.8.8.8")).resolve("localhost", 80)
    assert [each["host"] for each in found] == ["127.0.0.1"]


async def test_the_real_resolver_reaches_this_machine() -> None:
    async with council(vo020=page("da")) as there:
        url = there.url(host="localhost")
        async with reader([url], resolver=None) as bot:
            assert (await bot.fetch(url)).body == b"da"


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1"])
async def test_odd_spellings_of_this_machine_are_no_way_in_even_configured(host: str) -> None:
    async with council(vo020=page()) as canary:
        url = canary.url(host=host)
        async with reader([url], resolver=None) as bot:
            with pytest.raises(Refused):
                await bot.fetch(url)
    assert canary.requests == []

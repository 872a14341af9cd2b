from simulator.entities import Entity, in_order, trimmed, utf16_length, with_found


def bold(offset: int, length: int) -> Entity:
    return Entity("bold", offset, length)


def test_signs_beyond_the_basic_plane_count_twice() -> None:
    assert utf16_length("aä😀") == 4


def test_neighbouring_styles_are_one() -> None:
    assert in_order([bold(2, 2), bold(0, 2)]) == (bold(0, 4),)


def test_links_do_not_lie_within_links() -> None:
    outer, inner = (
        Entity("text_link", 0, 5, url="https://a.example/"),
        Entity("text_link", 1, 2, url="https://b.example/"),
    )
    assert in_order([inner, outer]) == (outer,)


def test_more_than_a_hundred_entities_are_ignored() -> None:
    assert len(in_order(bold(2 * place, 1) for place in range(150))) == 100


def test_blanks_at_the_ends_go_and_entities_move_along() -> None:
    assert trimmed("\n  ab cd  \n", (bold(6, 4),)) == ("ab cd", (bold(3, 2),))


def test_entity_of_blanks_at_the_end_goes() -> None:
    assert trimmed("ab  ", (bold(2, 2),)) == ("ab", ())


def test_blanks_within_an_entity_at_the_begin_stay() -> None:
    assert trimmed("  ab", (bold(0, 4),)) == ("  ab", (bold(0, 4),))


def test_found_places_do_not_disturb_marked_ones() -> None:
    code, url = Entity("code", 0, 5), Entity("url", 2, 3)
    assert with_found((code,), (url,)) == (code,)
    assert with_found((bold(0, 5),), (url,)) == (bold(0, 5), url)

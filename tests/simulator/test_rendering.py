import re

from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import Entity
from simulator.markup import read_html
from simulator.messages import Document, Message, Person
from simulator.rendering import html_of, page_message

ANNA = Person(1, "Anna")


def rendered(source: str) -> str:
    return html_of(*read_html(source))


def test_markup_survives_its_way_through_entities() -> None:
    source = '😀 <b>a<i>b</i></b> <a href="https://a.example/?x=1&amp;y=2">c</a> <code>&lt;d&gt;</code>'
    assert rendered(source) == source


def test_text_never_becomes_markup() -> None:
    assert html_of("<script>alert('x')</script>", ()) == "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;"


def test_only_web_addresses_become_links() -> None:
    assert html_of("x", [Entity("text_link", 0, 1, url="javascript:alert(1)//http://")]) == "x"
    assert html_of("x", [Entity("text_link", 0, 1, url="tg://user?id=1")]) == "x"


def test_quotes_in_addresses_cannot_leave_their_attribute() -> None:
    assert html_of("x", [Entity("text_link", 0, 1, url='https://a.example/"onclick="')]) == (
        '<a href="https://a.example/&quot;onclick=&quot;">x</a>'
    )


def test_found_address_is_a_link() -> None:
    assert html_of("a.de", [Entity("url", 0, 4)]) == '<a href="http://a.de">a.de</a>'


def test_crossing_places_are_nested() -> None:
    assert html_of("abcd", [Entity("bold", 0, 3), Entity("italic", 2, 2)]) == "<b>ab<i>c</i></b>d"


@given(
    st.text(alphabet='a<&"😀\n', max_size=20),
    st.lists(
        st.builds(
            Entity,
            st.sampled_from(["bold", "italic", "pre", "blockquote", "spoiler", "mention"]),
            st.integers(0, 30),
            st.integers(1, 30),
        ),
        max_size=6,
    ).map(lambda entities: sorted(entities, key=lambda each: (each.offset, -each.length))),
)
def test_tags_are_always_balanced_and_text_escaped(text: str, entities: list[Entity]) -> None:
    html = html_of(text, entities)
    waiting: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", html):
        if closing:
            assert waiting.pop() == name
        else:
            waiting.append(name)
    assert not waiting
    assert html.count("&lt;") == text.count("<")


def test_message_on_the_page_names_its_file_and_buttons() -> None:
    document = Document("F1", "U1", "Sitzung ä.ics", "text/calendar", "documents/f.ics", b"abc")
    markup: dict[str, object] = {
        "inline_keyboard": [[{"text": "Ja", "callback_data": "y"}, {"text": "Web", "url": "https://a.example/"}]]
    }
    message = Message(7, {"id": 1}, ANNA, 99, text="<", document=document, markup=markup, edit_date=100)
    assert page_message(message) == {
        "id": 7,
        "from": {"id": 1, "first_name": "Anna", "is_bot": False},
        "date": 99,
        "edited": True,
        "text": "<",
        "html": "&lt;",
        "buttons": [[{"text": "Ja", "data": "y"}, {"text": "Web", "url": "https://a.example/"}]],
        "delivered": True,
        "document": {"file_name": "Sitzung ä.ics", "size": 3, "url": "/page/files/F1/Sitzung%20%C3%A4.ics"},
    }

"""Settings: defaults, lists, and every wrong value named at once."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.assistant import controller_of
from bot.errors import SettingsError
from bot.settings import SourceSetting, load_settings, unknown_names
from council.served.controller import Controller
from council.served.languages import Language


@pytest.fixture(autouse=True)
def _nobody_elses_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE", "SOURCES", "TELEGRAM_TOKEN", "LANGUAGE", "OPERATORS", "REMIND_BEFORE", "QUIET_HOURS"):
        monkeypatch.delenv(f"RATSBOTE_{name}", raising=False)


def test_nothing_has_to_be_set() -> None:
    settings = load_settings()
    assert settings.database == Path("data/ratsbote.db")
    assert settings.language is Language.DE
    assert settings.telegram_api == "https://api.telegram.org"


def test_sources_are_read_in_the_form_of_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "RATSBOTE_SOURCES",
        "harburg=allris+https://sitzungsdienst-harburg.example/bi/  harburg=files+./inbox karlsruhe=oparl+https://a.example/system",
    )
    assert load_settings().sources == (
        SourceSetting("harburg", "allris", "https://sitzungsdienst-harburg.example/bi/"),
        SourceSetting("harburg", "files", "./inbox"),
        SourceSetting("karlsruhe", "oparl", "https://a.example/system"),
    )


@pytest.mark.parametrize("written", ["-100123 42", "-100123,42", " 42 ,\n-100123 "])
def test_chats_are_listed_by_blanks_or_commas(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("RATSBOTE_ALLOWED_CHATS", written)
    assert load_settings().allowed_chats == {-100123, 42}


def test_notices_have_defaults() -> None:
    settings = load_settings()
    assert [str(lead) for lead in settings.remind_before] == ["1d", "2h"]
    assert str(settings.quiet_hours) == "21:00-07:00"
    assert settings.send_rate == 25
    assert settings.operators == frozenset()


def test_notices_are_set_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_REMIND_BEFORE", "1w, 1d@18:00")
    monkeypatch.setenv("RATSBOTE_QUIET_HOURS", "-")
    monkeypatch.setenv("RATSBOTE_SEND_RATE", "0")
    monkeypatch.setenv("RATSBOTE_OPERATORS", "17, 42")
    settings = load_settings()
    assert [str(lead) for lead in settings.remind_before] == ["1w", "1d@18:00"]
    assert settings.quiet_hours is None
    assert settings.send_rate == 0
    assert settings.operators == {17, 42}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("REMIND_BEFORE", "bald"),
        ("QUIET_HOURS", "nachts"),
        ("SEND_RATE", "-1"),
        ("SEND_RATE", "nan"),
        ("SEND_RATE", "1001"),
        ("OPERATORS", "@anna"),
    ],
)
def test_what_notices_cannot_work_with_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, written: str) -> None:
    monkeypatch.setenv(f"RATSBOTE_{name}", written)
    with pytest.raises(SettingsError, match=f"RATSBOTE_{name}: "):
        load_settings()


def test_wrong_values_are_named_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_LANGUAGE", "fr")
    monkeypatch.setenv("RATSBOTE_SOURCES", "harburg")
    monkeypatch.setenv("RATSBOTE_TIMEZONE", "Mars/Olympus")
    with pytest.raises(SettingsError) as wrong:
        load_settings()
    assert all(name in str(wrong.value) for name in ("RATSBOTE_LANGUAGE", "RATSBOTE_SOURCES", "RATSBOTE_TIMEZONE"))
    assert "\n" not in str(wrong.value)


def test_the_dotenv_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("RATSBOTE_LANGUAGE=en\nRATSBOTE_DATABASE=here.db\n", "utf-8")
    monkeypatch.setenv("RATSBOTE_DATABASE", "there.db")
    assert (load_settings().language, load_settings().database) == (Language.EN, Path("there.db"))


def test_a_missing_token_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match="@BotFather"):
        load_settings().token()


def test_the_token_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("123456:abc-DEF_1\n", "utf-8")
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    assert load_settings().token() == "123456:abc-DEF_1"
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN_FILE"):
        load_settings().token()


def test_a_token_of_the_wrong_shape_is_refused_without_being_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", "s3cret")
    with pytest.raises(SettingsError) as wrong:
        load_settings().token()
    assert "s3cret" not in str(wrong.value)
    assert "s3cret" not in repr(load_settings())


def test_a_misspelt_setting_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKKEN", "x")
    assert unknown_names() == ("RATSBOTE_TELEGRAM_TOKKEN",)


def test_reading_is_set_up_by_hosts_contact_and_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_PERMITTED_HOSTS", "Sitzungsdienst.example, 127.0.0.1:8080")
    monkeypatch.setenv("RATSBOTE_SYNC_EVERY", "0.5")
    monkeypatch.setenv("RATSBOTE_LOOK_BACK", "12w")
    settings = load_settings()
    assert settings.permitted_hosts == {"sitzungsdienst.example", "127.0.0.1:8080"}
    assert (settings.sync_every, settings.look_back) == (0.5, timedelta(weeks=12))


@pytest.mark.parametrize(
    ("name", "value"),
    [("PERMITTED_HOSTS", "https://a.example/"), ("SYNC_EVERY", "0"), ("SYNC_EVERY", "oft"), ("LOOK_BACK", "immer")],
)
def test_a_wrong_setting_for_reading_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"RATSBOTE_{name}", value)
    with pytest.raises(SettingsError, match=f"RATSBOTE_{name}"):
        load_settings()


def test_deadlines_are_off_until_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().deadlines == ()
    monkeypatch.setenv("RATSBOTE_DEADLINES", "harburg:Kleine Anfrage=8d@HH harburg:Große Anfrage=1m")
    assert [rule.paper_type for rule in load_settings().deadlines] == ["Kleine Anfrage", "Große Anfrage"]
    monkeypatch.setenv("RATSBOTE_DEADLINES", "harburg:Kleine Anfrage=8d")
    with pytest.raises(SettingsError, match=r"RATSBOTE_DEADLINES: .* Arbeitstage brauchen das Land"):
        load_settings()


def test_who_is_responsible_is_not_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_CONTROLLER_NAME", "Fraktion Linden")
    monkeypatch.setenv("RATSBOTE_CONTROLLER_CONTACT", "")
    monkeypatch.delenv("RATSBOTE_CONTROLLER_AUTHORITY", raising=False)
    assert controller_of(load_settings()) == Controller(name="Fraktion Linden")

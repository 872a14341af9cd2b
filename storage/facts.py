"""Facts as JSON text and back."""

import json

from council.published.changes import Facts


def facts_text(facts: Facts) -> str:
    return json.dumps(dict(facts), ensure_ascii=False)


def facts_from(text: str) -> Facts:
    return Facts.of(**json.loads(text))

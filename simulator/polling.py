"""getUpdates, deleteWebhook, getWebhookInfo."""

import json

from simulator.answers import Encoded, JsonObject
from simulator.changes import Change, Kind
from simulator.parameters import Parameters
from simulator.updates import KINDS, MOST_IN_BATCH, USUAL_KINDS
from simulator.world import World

LONGEST_WAIT = 50  # seconds; Telegram cuts what is above


async def get_updates(world: World, parameters: Parameters) -> Encoded:
    _remember_allowed(world, parameters)
    world.poll.end_older()
    offset = parameters.whole("offset")
    if offset and world.updates.confirm(offset):
        world.changes.tell(Change(Kind.CONFIRMED))
    limit = min(max(parameters.whole("limit", MOST_IN_BATCH), 1), MOST_IN_BATCH)
    timeout = min(parameters.whole("timeout"), LONGEST_WAIT)
    if timeout > 0 and not len(world.updates):
        await world.poll.wait(timeout, begun=lambda: world.changes.tell(Change(Kind.POLL)))
    return Encoded(world.updates.batch(limit))


def _remember_allowed(world: World, parameters: Parameters) -> None:
    """Omitted or unreadable: the earlier list stays. Without a known kind: the usual ones."""
    try:
        kinds = json.loads(parameters.text("allowed_updates"))
    except (ValueError, RecursionError):
        return
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        return
    world.updates.allowed = KINDS.intersection(kind.lower() for kind in kinds) or USUAL_KINDS


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """There never is a webhook; only forgetting updates has an effect."""
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
        world.changes.tell(Change(Kind.CONFIRMED))
    return True


def get_webhook_info(world: World, parameters: Parameters) -> JsonObject:
    content: JsonObject = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.updates.allowed != USUAL_KINDS:
        content["allowed_updates"] = sorted(world.updates.allowed)
    return content

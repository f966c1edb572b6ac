"""The site's settings out of mkdocs.yml, for every host alike."""

from __future__ import annotations

import datetime as dt
import os
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from briefbook.diagnostics import Diagnostic, Severity, place_in
from briefbook.load.convert import convert
from briefbook.load.files import read_file
from briefbook.load.source import decode
from briefbook.load.yaml import Stretch, parse_yaml
from briefbook.model.book import Path as KeyPath
from briefbook.model.settings import SCHEMA_VERSION, Limits, Settings

_OUTER = ("site_name", "site_url", "use_directory_urls")
_TAG = "!ENV"
_CONFIG_LIMIT = 1024 * 1024
_START = Stretch((0, 1), (0, 1))


class _Spot(NamedTuple):
    """Where a setting stands."""

    path: Path
    text: str
    stretch: Stretch


class _Layer(NamedTuple):
    """The values of a settings file over those of the file that it inherits."""

    value: dict[str, Any]
    spots: dict[KeyPath, _Spot]
    mistakes: list[Diagnostic]


def load_config(path: Path) -> tuple[Settings, list[Diagnostic]]:
    """The settings in a mkdocs.yml, and what is wrong with it; the defaults where there is no such file."""
    if not path.exists():
        return Settings(), []
    value, spots, mistakes = _read(path, ())
    options, prefix = _plugin_options(value)
    values: dict[str, Any] = {**options, **{key: value[key] for key in _OUTER if key in value}}
    settings, found = convert(values, Settings)
    for rule, finding in found:
        where = finding.path if finding.path and finding.path[0] in _OUTER else (*prefix, *finding.path)
        spot = spots.get(where, spots[()])
        start, end = spot.stretch.key if rule == "key-unknown" else spot.stretch.value
        mistakes.append(_diagnostic(spot, start, end, rule, finding.message, finding.help))
    if settings is not None and settings.schema_version != SCHEMA_VERSION:
        spot = spots.get((*prefix, "schema_version"), spots[()])
        message = f"this is briefbook for schema version {SCHEMA_VERSION}, not {settings.schema_version}"
        help = f"write `schema_version: {SCHEMA_VERSION}`, or install the briefbook that knows the other"
        mistakes.append(_diagnostic(spot, *spot.stretch.value, "schema-version", message, help))
    return settings or Settings(), mistakes


def _read(path: Path, heirs: tuple[Path, ...]) -> _Layer:
    """The values of one file, and of those that it inherits as MkDocs does it."""
    stretches: dict[KeyPath, Stretch] = {}
    start = _Spot(path, "", _START)
    try:
        text, damage = decode(read_file(path, _CONFIG_LIMIT))
    except OSError as error:
        message = f"it cannot be read: {error.strerror or error}"
        return _Layer({}, {(): start}, [_diagnostic(start, 0, 0, "file-not-regular", message, "")])
    start = _Spot(path, text, _START)
    reading = parse_yaml(text, Limits(), stretches)
    mistakes = [
        _diagnostic(start, each.start, each.end, each.rule, each.message, each.help)
        for each in (*damage, *reading.mistakes)
        if each.rule
        != "yaml-feature"  # MkDocs' own !ENV and !relative tags, and anchors, are MkDocs' business
    ]
    if not isinstance(reading.value, dict):
        if not mistakes:
            message, help = "there is no mapping of keys and values", "write `key: value` lines"
            mistakes.append(_diagnostic(start, 0, 0, "value-type", message, help))
        return _Layer({}, {(): start}, mistakes)
    if not mistakes:
        _fill_in(reading.value, text, stretches)
    spots = {key: _Spot(path, text, stretch) for key, stretch in stretches.items()}
    layer = _Layer(reading.value, {**spots, (): start}, mistakes)
    named = layer.value.pop("INHERIT", None)
    if not isinstance(named, str):
        return layer
    other = path.parent / named
    if not other.is_file() or other.resolve() in heirs:
        message = "no such file" if not other.is_file() else "it inherits this one"
        stretch = stretches["INHERIT",].value
        mistakes.append(_diagnostic(start, *stretch, "file-not-regular", message, "name another file"))
        return layer
    below = _read(other, (*heirs, path.resolve()))
    return _Layer(_merge(below.value, layer.value), below.spots | layer.spots, below.mistakes + mistakes)


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Mappings are merged; of all else, what stands above counts."""
    both = {
        key: _merge(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}


def _fill_in(value: Any, text: str, stretches: dict[KeyPath, Stretch]) -> None:
    """Put the environment's values in the places that `!ENV` marks: a variable, or some and a default."""
    if _TAG not in text:
        return
    marked = {
        event.start_mark.index
        for event in yaml.parse(text, yaml.CSafeLoader)
        if event.start_mark is not None and getattr(event, "tag", None) == _TAG
    }
    for path, stretch in stretches.items():
        if path and stretch.value[0] in marked:
            holder = reduce(lambda inner, key: inner[key], path[:-1], value)
            holder[path[-1]] = _from_environment(holder[path[-1]])


def _from_environment(named: Any) -> Any:
    names = named if isinstance(named, list) else [named]
    *names, default = names if len(names) > 1 else [*names, None]
    return next((os.environ[name] or None for name in names if name in os.environ), default)


def epoch_day() -> dt.date | None:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), where it is set.

    Raises:
        ValueError: it is no number of seconds, or of too many.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from None


def _plugin_options(config: dict[str, Any]) -> tuple[dict[str, Any], KeyPath]:
    """The options under `plugins: - briefbook:` and the path to them."""
    plugins = config.get("plugins")
    pairs: list[tuple[KeyPath, Any]] = []
    if isinstance(plugins, dict):
        pairs = [(("plugins", name), {name: options}) for name, options in plugins.items()]
    elif isinstance(plugins, list):
        pairs = [(("plugins", index, "briefbook"), plugin) for index, plugin in enumerate(plugins)]
    for path, plugin in pairs:
        if isinstance(plugin, dict) and isinstance(plugin.get("briefbook"), dict):
            return plugin["briefbook"], path
    return {}, ("plugins",)


def _diagnostic(spot: _Spot, start: int, end: int, rule: str, message: str, help: str) -> Diagnostic:
    text = spot.text
    line, column = place_in(text, start)
    end_line, end_column = place_in(text, max(end, start))
    excerpt = text.split("\n")[line - 1] if text else ""
    return Diagnostic(
        spot.path.name, line, column, end_line, end_column, Severity.ERROR, rule, message, help, (), excerpt
    )

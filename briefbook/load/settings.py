"""The site's settings out of mkdocs.yml, for every host alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefbook.diagnostics import Diagnostic, Severity, place_in
from briefbook.load.convert import convert
from briefbook.load.files import read_file
from briefbook.load.source import decode
from briefbook.load.yaml import Stretch, parse_yaml
from briefbook.model.book import Path as KeyPath
from briefbook.model.settings import SCHEMA_VERSION, Limits, Settings

_OUTER = ("site_name", "site_url", "use_directory_urls")
_CONFIG_LIMIT = 1024 * 1024
_START = Stretch((0, 1), (0, 1))


def load_config(path: Path) -> tuple[Settings, list[Diagnostic]]:
    """The settings in a mkdocs.yml, and what is wrong with it; the defaults where there is no such file."""
    if not path.exists():
        return Settings(), []
    stretches: dict[KeyPath, Stretch] = {}
    try:
        text, damage = decode(read_file(path, _CONFIG_LIMIT))
    except OSError as error:
        message = f"it cannot be read: {error.strerror or error}"
        return Settings(), [_diagnostic(path, "", 0, 0, "file-not-regular", message, "")]
    reading = parse_yaml(text, Limits(), stretches)
    reading.mistakes[:0] = damage
    mistakes = [
        _diagnostic(path, text, each.start, each.end, each.rule, each.message, each.help)
        for each in reading.mistakes
        if each.rule
        != "yaml-feature"  # MkDocs' own !ENV and !relative tags, and anchors, are MkDocs' business
    ]
    if not isinstance(reading.value, dict):
        if not mistakes:
            message, help = "there is no mapping of keys and values", "write `key: value` lines"
            mistakes.append(_diagnostic(path, text, 0, 0, "value-type", message, help))
        return Settings(), mistakes
    options, prefix = _plugin_options(reading.value)
    values: dict[str, Any] = {
        **options,
        **{key: reading.value[key] for key in _OUTER if key in reading.value},
    }
    settings, found = convert(values, Settings)
    for rule, finding in found:
        where = finding.path if finding.path and finding.path[0] in _OUTER else (*prefix, *finding.path)
        stretch = stretches.get(where, _START)
        start, end = stretch.key if rule == "key-unknown" else stretch.value
        mistakes.append(_diagnostic(path, text, start, end, rule, finding.message, finding.help))
    if settings is not None and settings.schema_version != SCHEMA_VERSION:
        stretch = stretches.get((*prefix, "schema_version"), _START)
        message = f"this is briefbook for schema version {SCHEMA_VERSION}, not {settings.schema_version}"
        help = f"write `schema_version: {SCHEMA_VERSION}`, or install the briefbook that knows the other"
        mistakes.append(_diagnostic(path, text, *stretch.value, "schema-version", message, help))
    return settings or Settings(), mistakes


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


def _diagnostic(
    path: Path, text: str, start: int, end: int, rule: str, message: str, help: str
) -> Diagnostic:
    line, column = place_in(text, start)
    end_line, end_column = place_in(text, max(end, start))
    excerpt = text.split("\n")[line - 1] if text else ""
    return Diagnostic(
        path.name, line, column, end_line, end_column, Severity.ERROR, rule, message, help, (), excerpt
    )

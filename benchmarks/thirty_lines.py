"""What a newsroom might write on its own: front matter against the schema, and nothing else."""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator


class Loader(yaml.CSafeLoader):
    """Leaves dates as text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
    for first, forms in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

schema, *folders = sys.argv[1:]
validator = Draft202012Validator(json.loads(Path(schema).read_text(encoding="utf-8")))
bad = 0
for folder in folders:
    place = Path(folder)
    for path in sorted(place.rglob("*.md")) if place.is_dir() else [place]:
        text = path.read_text(encoding="utf-8")
        if not text.startswith("---\n"):
            print(f"{path}: no front matter")
            bad += 1
            continue
        try:
            front = yaml.load(text[4 : text.index("\n---\n", 3)], Loader)
        except (ValueError, yaml.YAMLError) as error:
            print(f"{path}: {error}")
            bad += 1
            continue
        for error in validator.iter_errors(front):
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
            bad += 1
sys.exit(bool(bad))

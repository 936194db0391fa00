"""Opening a 10,000-node tree against ``json.loads`` of the same bytes.

Run:  python -m benchmarks.bench_storage
"""

from __future__ import annotations

import json
import sys

from benchmarks import made
from kneetree.files import tree_files


def main() -> int:
    """Print the ratios; 1 where a limit was passed."""
    data = tree_files.encode_tree(made.tree(10_000))
    baseline = made.seconds(lambda: json.loads(data), 9)
    opened = made.seconds(lambda: tree_files.decode_tree(data, "t"), 9)
    graphed = made.seconds(lambda: tree_files.decode_tree(data, "t").graph, 9)
    kept = [
        made.report("open 10,000 nodes", opened, baseline, 3.0),
        made.report("open 10,000 nodes, networkx graph filled too", graphed, baseline, 4.0),
    ]
    tree = tree_files.decode_tree(data, "t")
    dumped = made.seconds(lambda: json.dumps(json.loads(data), indent=2), 3)
    kept.append(
        made.report("write it, against json.dumps", made.seconds(lambda: tree_files.encode_tree(tree)), dumped, 1.0)
    )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())

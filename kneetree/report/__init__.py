"""A finished walk on paper, as a file or as text: each made from its ``Summary`` alone."""

from kneetree.report.page import to_html
from kneetree.report.plain import to_text
from kneetree.report.record import to_json, to_record

__all__ = ["to_html", "to_json", "to_record", "to_text"]

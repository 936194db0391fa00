"""Turn a finished walk into pages, files and text, each made from its ``Summary`` alone."""

from kneetree.report.html_page import to_html
from kneetree.report.json_record import to_json, to_record
from kneetree.report.plain_text import to_text

__all__ = ["to_html", "to_json", "to_record", "to_text"]

"""`crossbar report`: one page of HTML from a trajectory, a store of sweeps, or the folder of a study.

The page needs nothing beside it: no script, style, font or picture is fetched, and its policy forbids it.  What it
shows comes from files alone.  `sections` reads them, `html` makes the page; Jinja2 is the extra `report`.
"""

from crossbar.report.page import check_page, html, write_report

__all__ = ["check_page", "html", "write_report"]

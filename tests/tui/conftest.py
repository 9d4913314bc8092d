"""What cannot be collected everywhere."""

import sys

collect_ignore = ["test_tui_terminal.py"] if sys.platform == "win32" else []

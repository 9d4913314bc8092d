"""How many workers run the tests."""

import os

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests of the screens wait for half of their time, and another can run then."""
    return (os.cpu_count() or 1) + 1

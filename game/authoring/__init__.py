"""YAML in; a Scenario, or problems with their place and remedy, out."""

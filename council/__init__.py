"""The domain, pure: what councils publish, and whom we serve. Standard library only."""

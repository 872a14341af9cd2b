"""What people are told unasked: one file for each kind of news."""

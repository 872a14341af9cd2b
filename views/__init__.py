"""Council facts become message text and buttons, in a language."""

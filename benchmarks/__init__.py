"""How fast it is: ratios within one run, medians of several; never part of the tests."""

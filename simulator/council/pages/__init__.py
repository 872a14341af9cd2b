"""The pages of ALLRIS 3 (3.9.5), made from what is published."""

"""What happens in the invented council, as data on a time line."""

"""The commands of the command line, one file each; each offers run(options) -> exit code."""

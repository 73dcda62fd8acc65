"""The tests of the project, one folder per package, and the tests of the house itself."""

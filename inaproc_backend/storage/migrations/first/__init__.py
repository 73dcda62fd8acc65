"""The tables of revision 0001, in four rooms."""

"""The wizards of stages 2 and 3: one view over the data of any form."""

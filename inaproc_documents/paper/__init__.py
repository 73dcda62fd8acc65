"""What printed documents share: type, colours, words for numbers and dates, the sheet and its blocks."""

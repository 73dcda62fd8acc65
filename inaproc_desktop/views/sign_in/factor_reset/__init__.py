"""Phone and recovery codes are lost: the way to a sign-in without them."""

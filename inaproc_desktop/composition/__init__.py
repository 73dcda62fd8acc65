"""The composition root: the only place where screens, services and data are put together."""

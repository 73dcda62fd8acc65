"""HTTP in and out, one thin module per resource: read the request, call the use case, say it in words."""

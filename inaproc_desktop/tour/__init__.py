"""The scripted tour: both purchases played in real windows, one per person, with pictures and signed PDFs."""

"""The preview in a browser, on this machine alone: pages follow the files while they are written."""

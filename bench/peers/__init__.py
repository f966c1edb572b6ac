"""The site generators that are measured; each module builds the same facts from the same corpus."""
